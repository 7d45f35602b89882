"""Trains the mark model and writes it as ONNX.

    python train.py --train FOLDER,… --hold FOLDER,… --out marks.onnx [--epochs 8] [--seed 1]

A FOLDER holds what the program MarkSamples wrote (patches.u8, labels.u8, samples.csv) and the
truth that `simulate` wrote for the same faxes (fields.csv). See README.md beside this script.

The model looks at each box of a page alone (a small convolutional net over the box and the words
beside it), then once more with what all boxes of the page have in common: someone who makes dots
makes them everywhere. The second look is trained with the first one frozen.
"""

import argparse
import csv
import pathlib
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

import prints

SIDE, LABEL_WIDTH, LABEL_HEIGHT = 48, 64, 16
# A mark of which less arrived cannot be told from an empty box.
LEAST_VISIBLE = 0.08
# Boxes without any unexplained ink teach little: this share of them is shown in the first stage.
EASY_SHARE = 0.3
# Of the boxes whose answer does not hang on what is printed around, this share gets another print.
OTHER_PRINT_SHARE = 0.25
OTHER_PRINTS = 6000


class Samples:
    """All boxes of some folders: pixels, labels (1, 0, or -1 to leave out) and the page of each."""

    def __init__(self, folders, without=frozenset()):
        """`without` names mark shapes, pens and line effects; only boxes free of them have a label."""
        patches, strips, labels, pages, rows, effects, marks = [], [], [], [], [], [], []
        page_number = -1
        for folder in folders:
            patches.append(numpy.fromfile(folder / "patches.u8", numpy.uint8).reshape(-1, 2, SIDE, SIDE))
            strips.append(
                numpy.fromfile(folder / "labels.u8", numpy.uint8).reshape(-1, 2, LABEL_HEIGHT, LABEL_WIDTH)
            )
            truth = read_truth(folder / "fields.csv")
            lines = read_line_effects(folder / "effects.csv")
            last = None
            with open(folder / "samples.csv", encoding="utf-8") as file:
                for row in csv.DictReader(file):
                    if (row["source"], row["page"]) != last:
                        last = (row["source"], row["page"])
                        page_number += 1
                    label, effect = truth.get((row["source"], row["page"], row["place"]), (-1, ""))
                    marks.append(effect)
                    effect = " ".join([effect, *lines.get((row["source"], row["page"]), [])]).strip()
                    if without.intersection(effect.split()):
                        label = -1
                    labels.append(label)
                    effects.append(effect)
                    pages.append(page_number)
                    rows.append(row)
        self.patches = torch.from_numpy(numpy.concatenate(patches))
        self.strips = torch.from_numpy(numpy.concatenate(strips))
        self.labels = torch.tensor(labels)
        self.pages = torch.tensor(pages)
        self.effects = effects
        self.marks = marks
        self.rows = rows
        # A stroke beside the box means another thing where another box is printed there.
        self.movable = torch.tensor(
            [
                (label == 1 and float(r["fill"]) > 0.1) or (label == 0 and float(r["near"]) < 0.03)
                for label, r in zip(labels, rows)
            ]
        )
        self.ink = torch.tensor(
            [max(float(r["fill"]), float(r["near"]), float(r["frame"])) for r in rows]
        )

    def __len__(self):
        return len(self.labels)


def read_truth(file):
    truth = {}
    with open(file, encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            if row["kind"] not in ("checkbox", "choice"):
                continue
            meant = int(row["meant"])
            visible = float(row["visible"]) if row["visible"] else 1
            clear = row["on_page"] == "1" and not (meant == 1 and visible < LEAST_VISIBLE)
            truth[row["source"], row["page"], row["place"]] = (meant if clear else -1, row["effects"])
    return truth


def read_line_effects(file):
    """The effects of the line by page; a strong one is named so, too."""
    effects = {}
    with open(file, encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            page = effects.setdefault((row["source"], row["page"]), [])
            page.append(row["effect"])
            page.append(row["effect"] + "_" + row["level"])
    return effects


def block(inputs, outputs, kernel, stride):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(),
    )


class BoxNet(nn.Module):
    """One box to 64 numbers that describe it. Inputs are ink, 0 paper to 1 black."""

    def __init__(self):
        super().__init__()
        self.box = nn.Sequential(
            block(2, 12, 5, 2), block(12, 24, 3, 2), block(24, 40, 3, 2), block(40, 64, 3, 1),
            nn.MaxPool2d(2), nn.Flatten(), nn.Linear(64 * 9, 48), nn.ReLU(),
        )
        self.label = nn.Sequential(
            block(2, 8, 3, 2), block(8, 16, 3, 2), block(16, 24, 3, 2),
            nn.Flatten(), nn.Linear(24 * 16, 16), nn.ReLU(),
        )

    def forward(self, boxes, labels):
        return torch.cat([self.box(boxes), self.label(labels)], 1)


class MarkNet(nn.Module):
    """All boxes of one page to the log odds that each is marked."""

    def __init__(self):
        super().__init__()
        self.net = BoxNet()
        self.alone = nn.Linear(64, 1)
        self.together = nn.Sequential(nn.Linear(64 * 3 + 1, 48), nn.ReLU(), nn.Linear(48, 1))

    def first(self, boxes, labels):
        return self.alone(functional.dropout(self.net(boxes, labels), 0.2, self.training)).squeeze(1)

    def second(self, features, group, count):
        """`group` tells the page, 0 to count - 1, of each row of `features`."""
        alone = self.alone(features)
        likely = torch.sigmoid(alone)
        zeros = torch.zeros(count, 64)
        marked = zeros.index_add(0, group, features * likely)
        weight = torch.zeros(count, 1).index_add(0, group, likely)
        everything = zeros.index_add(0, group, features)
        number = torch.zeros(count, 1).index_add(0, group, torch.ones_like(likely))
        habit = marked / (weight + 0.5)
        common = everything / number
        page = torch.cat([habit, common, weight / number], 1)[group]
        return (alone + self.together(torch.cat([features, page], 1))).squeeze(1)

    def forward(self, boxes, labels):
        features = self.net(boxes, labels)
        alone = self.alone(features)
        likely = torch.sigmoid(alone)
        weight = likely.sum(0, keepdim=True)
        habit = (features * likely).sum(0, keepdim=True) / (weight + 0.5)
        common = features.mean(0, keepdim=True)
        page = torch.cat([habit, common, likely.mean(0, keepdim=True)], 1)
        page = page.expand(features.shape[0], -1)
        return (alone + self.together(torch.cat([features, page], 1))).squeeze(1)


def as_ink(pixels):
    return 1 - pixels.float() / 255


def with_other_print(boxes, labels, movable, pool):
    """Some of the marks on print that no form has."""
    rows = torch.nonzero(movable & (torch.rand(len(movable)) < OTHER_PRINT_SHARE)).squeeze(1)
    if len(rows) == 0:
        return boxes, labels
    other = pool[torch.randint(len(pool), (len(rows),))].unsqueeze(1)
    printed = functional.max_pool2d(boxes[rows, 1:], 5, 1, 2)
    mark = (boxes[rows, :1] - printed).clamp(0, 1)
    pencil = torch.rand(len(rows), 1, 1, 1) < 0.3
    mark = torch.where(pencil, mark * (0.35 + 0.65 * torch.rand(len(rows), 1, 1, 1)), mark)
    boxes, labels = boxes.clone(), labels.clone()
    boxes[rows] = torch.cat([torch.maximum(mark, other), other], 1)
    labels[rows] = 0
    return boxes, labels


def disturbed(boxes, labels):
    """Other pens, presses and papers than the simulator's: what is seen changes, not the answer."""
    count = boxes.shape[0]
    page, blank = boxes[:, :1], boxes[:, 1:]
    angle = torch.randn(count) * 0.03
    scale = 1 + torch.randn(count) * 0.03
    shift = torch.randn(count, 2) * 0.012
    turn = torch.stack(
        [
            torch.stack([scale * torch.cos(angle), -torch.sin(angle), shift[:, 0]], 1),
            torch.stack([torch.sin(angle), scale * torch.cos(angle), shift[:, 1]], 1),
        ],
        1,
    )
    page = functional.grid_sample(
        page, functional.affine_grid(turn, page.shape, align_corners=False), align_corners=False
    )
    draw = torch.rand(count, 1, 1, 1)
    share = torch.rand(count, 1, 1, 1) * 0.6
    thick = functional.max_pool2d(page, 3, 1, 1)
    thin = -functional.max_pool2d(-page, 3, 1, 1)
    blurred = functional.avg_pool2d(page, 3, 1, 1)
    page = torch.where(draw < 0.12, page * (1 - share) + thick * share, page)
    page = torch.where((draw > 0.12) & (draw < 0.22), page * (1 - share) + thin * share, page)
    page = torch.where((draw > 0.22) & (draw < 0.32), blurred, page)
    grey = (torch.rand(count, 1, 1, 1) < 0.2).float()
    gain = 1 - grey * torch.rand(count, 1, 1, 1) * 0.4
    paper = grey * torch.rand(count, 1, 1, 1) * 0.12
    page = (page * gain + paper + torch.randn_like(page) * torch.rand(count, 1, 1, 1) * 0.06).clamp(0, 1)
    wordless = (torch.rand(count, 1, 1, 1) < 0.1).float()
    return torch.cat([page, blank], 1), labels * (1 - wordless)


def train_alone(model, samples, epochs, seed):
    pool = torch.from_numpy(prints.pictures(OTHER_PRINTS, seed))
    usable = samples.labels >= 0
    hard = (samples.labels == 1) | (samples.ink > 0.01)
    rest = torch.nonzero(usable & ~hard).squeeze(1)
    kept = torch.nonzero(usable & hard).squeeze(1)
    size = 256
    steps = epochs * ((len(kept) + int(EASY_SHARE * len(rest))) // size)
    optimiser = torch.optim.AdamW(model.parameters(), weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps + epochs)
    began = time.time()
    for epoch in range(epochs):
        model.train()
        easy = rest[torch.randperm(len(rest))[: int(EASY_SHARE * len(rest))]]
        order = torch.cat([kept, easy])
        order = order[torch.randperm(len(order))]
        total = 0
        for start in range(0, len(order) - size + 1, size):
            rows = order[start : start + size]
            boxes, labels = as_ink(samples.patches[rows]), as_ink(samples.strips[rows])
            boxes, labels = disturbed(*with_other_print(boxes, labels, samples.movable[rows], pool))
            loss = functional.binary_cross_entropy_with_logits(
                model.first(boxes, labels), samples.labels[rows].float()
            )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"alone {epoch}: loss {total / (len(order) // size):.5f}, {len(order)} boxes, {time.time() - began:.0f} s", flush=True)


def features_of(model, samples):
    model.eval()
    with torch.no_grad():
        return torch.cat(
            [
                model.net(as_ink(samples.patches[i : i + 2048]), as_ink(samples.strips[i : i + 2048]))
                for i in range(0, len(samples), 2048)
            ]
        )


def train_together(model, samples, epochs):
    features = features_of(model, samples)
    starts = torch.nonzero(torch.diff(samples.pages, prepend=torch.tensor([-1]))).squeeze(1)
    ends = torch.cat([starts[1:], torch.tensor([len(samples)])])
    optimiser = torch.optim.AdamW(model.together.parameters(), 2e-3, weight_decay=1e-2)
    for epoch in range(epochs):
        total, count = 0, 0
        order = torch.randperm(len(starts))
        for at in range(0, len(order), 64):
            rows, group = [], []
            for number, page in enumerate(order[at : at + 64]):
                inside = torch.arange(int(starts[page]), int(ends[page]))
                if torch.rand(()) < 0.3:  # forms have few boxes, too
                    inside = inside[torch.rand(len(inside)) < 0.5]
                rows.append(inside)
                group.append(torch.full((len(inside),), number))
            rows, group = torch.cat(rows), torch.cat(group)
            odds = model.second(features[rows], group, 64)
            known = samples.labels[rows] >= 0
            loss = functional.binary_cross_entropy_with_logits(odds[known], samples.labels[rows][known].float())
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total, count = total + loss.item(), count + 1
        print(f"together {epoch}: loss {total / count:.6f}", flush=True)


def odds_of(model, samples):
    features = features_of(model, samples)
    with torch.no_grad():
        count = int(samples.pages[-1]) + 1
        return model.second(features, samples.pages, count), model.alone(features).squeeze(1)


def report(name, odds, samples):
    known = samples.labels >= 0
    likely = torch.sigmoid(odds)
    print(f"== {name}: {int(known.sum())} boxes, {int((samples.labels == 1).sum())} marked")
    for least in (0.9, 0.98, 0.99, 0.995, 0.997, 0.999):
        decided = known & ((likely > least) | (likely < 1 - least))
        wrong = decided & ((likely > 0.5) != (samples.labels == 1))
        print(
            f"  decided from {least}: wrong {int(wrong.sum())} of {int(decided.sum())}"
            f" ({int(wrong.sum()) / int(decided.sum()):.6f}), to review {1 - int(decided.sum()) / int(known.sum()):.4f}"
        )
    decided = known & ((likely > 0.995) | (likely < 0.005))
    counts = {}
    for row in torch.nonzero(decided & ((likely > 0.5) != (samples.labels == 1))).squeeze(1).tolist():
        key = ("lost " if samples.labels[row] == 1 else "false ") + samples.marks[row]
        counts[key] = counts.get(key, 0) + 1
    print("  wrong:", counts)


def report_by_effect(odds, samples, effects, sure_from):
    """What was decided of the boxes with an effect that the model had never seen."""
    known = samples.labels >= 0
    likely = torch.sigmoid(odds)
    sure = (likely > sure_from) | (likely < 1 - sure_from)
    for effect in sorted(effects):
        with_it = known & torch.tensor([effect in e.split() for e in samples.effects])
        wrong = with_it & sure & ((likely > 0.5) != (samples.labels == 1))
        print(
            f"  {effect}: {int(with_it.sum())} boxes, wrong {int(wrong.sum())},"
            f" to review {int((with_it & ~sure).sum())}"
        )


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--train", required=True)
    options.add_argument("--hold", required=True)
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--epochs", type=int, default=8)
    options.add_argument("--together", type=int, default=12)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--without", default="", help="effects to leave out, to see how the model does on new ones")
    options.add_argument("--sure", type=float, default=0.99, help="probability from which such boxes count as decided")
    options.add_argument("--start", type=pathlib.Path, help="weights to begin with")
    given = options.parse_args()
    torch.manual_seed(given.seed)
    folders = [pathlib.Path(f) for f in given.train.split(",")]
    without = frozenset(filter(None, given.without.split(",")))
    samples = Samples(folders, without)
    print(len(samples), "boxes,", int((samples.labels == 1).sum()), "marked", flush=True)
    model = MarkNet()
    if given.start:
        model.load_state_dict(torch.load(given.start))
    if given.epochs:
        train_alone(model, samples, given.epochs, given.seed)
    train_together(model, samples, given.together)
    torch.save(model.state_dict(), given.out.with_suffix(".pt"))
    torch.onnx.export(
        model,
        (torch.zeros(3, 2, SIDE, SIDE), torch.zeros(3, 2, LABEL_HEIGHT, LABEL_WIDTH)),
        given.out,
        input_names=["boxes", "labels"],
        output_names=["odds"],
        dynamic_axes={"boxes": {0: "n"}, "labels": {0: "n"}, "odds": {0: "n"}},
        opset_version=17,
        dynamo=False,
    )
    for folder in given.hold.split(","):
        held = Samples([pathlib.Path(folder)])
        together, alone = odds_of(model, held)
        report(folder + " alone", alone, held)
        report(folder + " together", together, held)
        report_by_effect(together, held, without, given.sure)


if __name__ == "__main__":
    main()
