"""Trains the digit model and writes it as ONNX.

    python train.py --train FILE,… --hold FILE,… --out digits.onnx [--epochs 8] [--seed 1]

A FILE holds what the programs DigitSamples and CombSamples wrote: for each cell its class and two
pictures of 32 x 32 px. See README.md beside this script.
"""

import argparse
import math
import pathlib
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

SIDE, CLASSES = 32, 13
NAMES = [*"0123456789", "empty", "crossed out", "other"]


def read(files):
    cells = numpy.concatenate([numpy.fromfile(f, numpy.uint8).reshape(-1, 1 + 2 * SIDE * SIDE) for f in files])
    return torch.from_numpy(cells[:, 0].astype(numpy.int64)), torch.from_numpy(cells[:, 1:].reshape(-1, 2, SIDE, SIDE))


def block(inputs, outputs):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU())


class DigitNet(nn.Module):
    """Inputs are ink, 0 paper to 1 black: the writing alone, and the cell with its frame."""

    def __init__(self):
        super().__init__()
        pool = nn.MaxPool2d(2)
        self.digit = nn.Sequential(
            block(1, 16), pool, block(16, 32), block(32, 32), pool, block(32, 64), block(64, 64), pool
        )
        self.cell = nn.Sequential(block(1, 12), pool, block(12, 24), pool, block(24, 32), pool)
        self.head = nn.Sequential(
            nn.Flatten(), nn.Dropout(0.3), nn.Linear(96 * 16, 96), nn.ReLU(), nn.Dropout(0.2), nn.Linear(96, CLASSES)
        )

    def forward(self, cells):
        return self.head(torch.cat([self.digit(cells[:, :1]), self.cell(cells[:, 1:])], 1))


def ink(cells):
    return 1 - cells.float() / 255


def moved(cells):
    """Each cell a little turned, sheared, scaled and shifted, its two pictures differently shifted."""
    n = len(cells)
    angle = torch.randn(n) * 0.06
    shear = torch.randn(n) * 0.06
    scale = torch.exp(torch.randn(n, 2) * 0.06)
    out = []
    for picture in range(2):
        shift = torch.randn(n, 2) * 0.05
        turn = torch.stack(
            [
                torch.stack([angle.cos() * scale[:, 0], -angle.sin() + shear, shift[:, 0]], 1),
                torch.stack([angle.sin(), angle.cos() * scale[:, 1], shift[:, 1]], 1),
            ],
            1,
        )
        grid = functional.affine_grid(turn, (n, 1, SIDE, SIDE), align_corners=False)
        out.append(functional.grid_sample(cells[:, picture : picture + 1], grid, align_corners=False))
    return torch.cat(out, 1)


def train(net, labels, cells, epochs, rate):
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.02)
    batch = 256
    steps = epochs * (len(labels) // batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, s / 300) * (0.5 + 0.5 * math.cos(math.pi * min(1, s / steps)))
    )
    average = torch.optim.swa_utils.AveragedModel(
        net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998), use_buffers=True
    )
    for epoch in range(epochs):
        net.train()
        order = torch.randperm(len(labels))
        total, start = 0.0, time.time()
        for i in range(0, len(order) - batch + 1, batch):
            pick = order[i : i + batch]
            loss = functional.cross_entropy(net(moved(ink(cells[pick]))), labels[pick])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            average.update_parameters(net)
            total += loss.item()
            if i // batch % 100 == 99:
                print(f"  {i + batch} cells, loss {total / (i // batch + 1):.4f}, {time.time() - start:.0f} s", flush=True)
        print(f"epoch {epoch + 1}: loss {total * batch / len(order):.4f}, {time.time() - start:.0f} s", flush=True)
    return average.module


def logits(net, cells):
    net.eval()
    with torch.no_grad():
        return torch.cat([net(ink(cells[i : i + 2000])) for i in range(0, len(cells), 2000)])


def report(net, name, labels, cells):
    out = logits(net, cells)
    digits = labels < 10
    digit = out[digits][:, :10].argmax(1)
    chance = functional.softmax(out, 1)
    print(f"{name}: {len(labels)} cells; of {int(digits.sum())} digits {(digit == labels[digits]).float().mean():.4%} right")
    sure, best = chance.max(1)
    for least in (0.9, 0.99, 0.999, 0.9999):
        kept = sure >= least
        wrong = (best[kept] != labels[kept]).sum()
        print(f"  from {least}: {kept.float().mean():.2%} kept, {int(wrong)} wrong of {int(kept.sum())}")
    for kind in range(10, CLASSES):
        of = labels == kind
        if of.any():
            print(f"  {NAMES[kind]}: {int(of.sum())}, known {(best[of] == kind).float().mean():.2%}")
    temperature = fitted_temperature(out, labels)
    print(f"  temperature {temperature:.2f}")


def fitted_temperature(out, labels):
    """By what the logits would best be divided (Guo et al., On calibration of modern neural networks, 2017)."""
    tried = [0.5 + 0.05 * i for i in range(60)]
    return min(tried, key=lambda t: functional.cross_entropy(out / t, labels).item())


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--train", required=True)
    options.add_argument("--hold", default="")
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--start", type=pathlib.Path)
    options.add_argument("--epochs", type=int, default=8)
    options.add_argument("--rate", type=float, default=0.002)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    torch.manual_seed(given.seed)
    torch.set_flush_denormal(True)
    net = DigitNet()
    if given.start:
        net.load_state_dict(torch.load(given.start))
    if given.epochs:
        labels, cells = read(given.train.split(","))
        print(f"{len(labels)} cells, {sum(p.numel() for p in net.parameters())} weights", flush=True)
        net = train(net, labels, cells, given.epochs, given.rate)
    torch.save(net.state_dict(), given.out.with_suffix(".pt"))
    net.eval()
    torch.onnx.export(
        net,
        (torch.zeros(2, 2, SIDE, SIDE),),
        str(given.out),
        input_names=["cells"],
        output_names=["logits"],
        dynamic_axes={"cells": {0: "n"}, "logits": {0: "n"}},
        dynamo=False,
    )
    for file in given.hold.split(","):
        if file:
            report(net, file, *read([file]))


if __name__ == "__main__":
    main()
