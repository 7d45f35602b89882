"""Trains the digit model and writes it as ONNX.

    python train.py --train FILE,… --tune FILE,… --hold FILE,… --out digits.onnx [--start OLD.onnx]
        [--beside OLD.onnx] [--epochs 8]

A FILE holds what the programs DigitSamples and CombSamples wrote: for each cell its class and two
pictures of 32 x 32 px. With `--start` an earlier model is gone on from. With `--beside` the model written is the
mean of what the trained net and that earlier one say. The weights are written in half precision, which the model
turns back when it is loaded. See README.md beside this script.
"""

import argparse
import math
import pathlib
import time

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional

SIDE, CLASSES = 32, 13
# A cell whose own class the net gives less than e to the minus this is beyond reading: nothing is learnt from it.
HOPELESS = 4
# Tensors of fewer numbers stay in full precision.
SMALLEST_HALVED = 64
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
            nn.Flatten(), nn.Dropout(0.2), nn.Linear(96 * 16, 96), nn.ReLU(), nn.Dropout(0.1), nn.Linear(96, CLASSES)
        )

    def forward(self, cells):
        return self.head(torch.cat([self.digit(cells[:, :1]), self.cell(cells[:, 1:])], 1))


class Mean(nn.Module):
    """What several nets say of the same cells, on average."""

    def __init__(self, nets):
        super().__init__()
        self.nets = nn.ModuleList(nets)

    def forward(self, cells):
        return sum(net(cells) for net in self.nets) / len(self.nets)


def folded(file):
    """Weight and bias of each layer of a model, in order, its normalisation folded into its convolutions."""
    graph = onnx.load(file).graph
    stored = {t.name.removesuffix("_half"): numpy_helper.to_array(t).astype(numpy.float32) for t in graph.initializer}
    layers = [node for node in graph.node if node.op_type in ("Conv", "Gemm")]
    return [[torch.tensor(stored[name]) for name in node.input[1:]] for node in layers]


def gone_on(net, file, cells):
    """Gives the net an earlier model's weights.

    Each normalisation is set to what it finds on some cells, and so changes nothing at first.
    """
    norms = [m for m in net.modules() if isinstance(m, nn.BatchNorm2d)]
    shaped = [m for m in net.modules() if isinstance(m, (nn.Conv2d, nn.Linear))]
    net.eval()
    with torch.no_grad():
        for i, (layer, (weight, bias)) in enumerate(zip(shaped, folded(file))):
            layer.weight.copy_(weight)
            if layer.bias is not None:
                layer.bias.copy_(bias)
                continue
            found = []
            hook = norms[i].register_forward_pre_hook(lambda _, given, found=found: found.append(given[0]))
            net(ink(cells))
            hook.remove()
            mean, variance = found[0].mean((0, 2, 3)), found[0].var((0, 2, 3), unbiased=False)
            norms[i].running_mean.copy_(mean)
            norms[i].running_var.copy_(variance)
            norms[i].weight.copy_((variance + norms[i].eps).sqrt())
            norms[i].bias.copy_(mean + bias)
    return net


def ink(cells):
    return 1 - cells.float() / 255


def moved(cells):
    """Each cell a little turned, sheared, scaled, bent and shifted, its two pictures differently shifted."""
    n = len(cells)
    cells = penned(cells)
    bends = torch.randn(n, 2, 4, 4) * (0.035 * (torch.rand(n, 1, 1, 1) < 0.5))
    bends = functional.interpolate(bends, (SIDE, SIDE), mode="bilinear", align_corners=True).permute(0, 2, 3, 1)
    angle = torch.randn(n) * 0.07
    shear = torch.randn(n) * 0.08
    scale = torch.exp(torch.randn(n, 2) * 0.07)
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
        grid = functional.affine_grid(turn, (n, 1, SIDE, SIDE), align_corners=False) + bends
        out.append(functional.grid_sample(cells[:, picture : picture + 1], grid, align_corners=False))
    # Now and then one of the two is not there: neither is to be relied on alone.
    seen = torch.rand(n)
    out[0] = out[0] * (seen > 0.02).float().view(-1, 1, 1, 1)
    out[1] = out[1] * (seen < 0.9).float().view(-1, 1, 1, 1)
    return torch.cat(out, 1)


def penned(cells):
    """Some of the cells with a thicker or a thinner pen."""
    change = torch.rand(len(cells), 1, 1, 1) * 0.8 * (torch.rand(len(cells), 1, 1, 1) < 0.3)
    thick = functional.max_pool2d(cells, 3, 1, 1)
    thin = -functional.max_pool2d(-cells, 2, 1, 1)[:, :, :SIDE, :SIDE]
    aim = torch.where(torch.rand(len(cells), 1, 1, 1) < 0.5, thick, thin)
    return cells + (aim - cells) * change


def train(net, labels, cells, epochs, rate):
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.02)
    batch = 256
    steps = epochs * (len(labels) // batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, s / 300) * (0.5 + 0.5 * math.cos(math.pi * min(1, s / steps)))
    )
    average = torch.optim.swa_utils.AveragedModel(
        net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.999), use_buffers=True
    )
    for epoch in range(epochs):
        net.train()
        order = torch.randperm(len(labels))
        total, start = 0.0, time.time()
        for i in range(0, len(order) - batch + 1, batch):
            pick = order[i : i + batch]
            pictures = moved(ink(cells[pick])).contiguous(memory_format=torch.channels_last)
            with torch.autocast("cpu", torch.bfloat16):
                out = net(pictures)
            losses = functional.cross_entropy(out.float(), labels[pick], reduction="none")
            loss = losses.clamp(max=HOPELESS).mean()
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
    with torch.inference_mode():
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


def tempered(net, temperature):
    with torch.no_grad():
        for member in net.nets:
            member.head[-1].weight /= temperature
            member.head[-1].bias /= temperature


def halved(file):
    """Weights in half precision, a Cast after each."""
    model = onnx.load(file)
    casts = []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if tensor.data_type == TensorProto.FLOAT and values.size >= SMALLEST_HALVED:
            name = tensor.name
            tensor.CopyFrom(numpy_helper.from_array(values.astype(numpy.float16), name + "_half"))
            casts.append(helper.make_node("Cast", [name + "_half"], [name], to=TensorProto.FLOAT))
    for cast in reversed(casts):
        model.graph.node.insert(0, cast)
    onnx.save(model, file)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--train", required=True)
    options.add_argument("--tune", default="", help="the temperature is fitted to these")
    options.add_argument("--hold", default="", help="these are reported on")
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--start", default="", help="an earlier model to go on from")
    options.add_argument("--beside", default="", help="an earlier model whose word counts as much as the new one's")
    options.add_argument("--epochs", type=int, default=8)
    options.add_argument("--rate", type=float, default=0.002)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    torch.manual_seed(given.seed)
    torch.set_flush_denormal(True)
    net = DigitNet().to(memory_format=torch.channels_last)
    labels, cells = read(given.train.split(","))
    some = cells[torch.randperm(len(cells))[:1000]]
    if given.start:
        gone_on(net, given.start, some)
    print(f"{len(labels)} cells, {sum(p.numel() for p in net.parameters())} weights", flush=True)
    if given.epochs:
        net = train(net, labels, cells, given.epochs, given.rate)
    net = Mean([net] + ([gone_on(DigitNet(), given.beside, some)] if given.beside else []))
    if given.tune:
        labels, cells = read(given.tune.split(","))
        tempered(net, fitted_temperature(logits(net, cells), labels))
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
    halved(given.out)
    for file in given.hold.split(","):
        if file:
            report(net, file, *read([file]))


if __name__ == "__main__":
    main()
