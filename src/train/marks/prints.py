"""Pictures of boxes that no form has: circles, ovals, squares and brackets, letters in them or not,
with their like beside and below at any distance. Training puts real marks on them, so that the
model learns to look at what the blank does not explain rather than at the forms it has seen."""

import math
import random

import numpy

SIDE = 48
# The box's longer side in px: as MarkPatch cuts it.
BOX = SIDE / 3.16
SCALE = 4


def stroke(canvas, x0, y0, x1, y1, width):
    """A straight line with round ends, on a canvas SCALE times as fine."""
    steps = max(2, int(math.hypot(x1 - x0, y1 - y0) * SCALE))
    radius = width * SCALE / 2
    reach = int(math.ceil(radius))
    for n in range(steps + 1):
        x = (x0 + (x1 - x0) * n / steps) * SCALE
        y = (y0 + (y1 - y0) * n / steps) * SCALE
        left, right = max(0, int(x) - reach), min(canvas.shape[1], int(x) + reach + 1)
        top, foot = max(0, int(y) - reach), min(canvas.shape[0], int(y) + reach + 1)
        if left < right and top < foot:
            canvas[top:foot, left:right] = 1


def letter(canvas, chance, x, y, size, width):
    """Something like a letter: two to four strokes between points of a grid."""
    grid = [(x + (i - 1) * size / 2.4, y + (j - 1) * size / 2) for i in range(3) for j in range(3)]
    for _ in range(chance.randint(2, 4)):
        (ax, ay), (bx, by) = chance.sample(grid, 2)
        stroke(canvas, ax, ay, bx, by, width)


def outline(canvas, shape, x, y, w, h, width):
    if shape == "round":
        last = None
        for n in range(33):
            a = n / 32 * 2 * math.pi
            point = (x + (w - width) / 2 * math.cos(a), y + (h - width) / 2 * math.sin(a))
            if last:
                stroke(canvas, *last, *point, width)
            last = point
        return
    left, right, top, foot = x - w / 2 + width / 2, x + w / 2 - width / 2, y - h / 2 + width / 2, y + h / 2 - width / 2
    for side in (left, right):
        stroke(canvas, side, top, side, foot, width)
    for level in (top, foot):
        if shape == "square":
            stroke(canvas, left, level, right, level, width)
        else:
            stroke(canvas, left, level, left + w * 0.22, level, width)
            stroke(canvas, right, level, right - w * 0.22, level, width)


def picture(chance):
    """One blank patch: ink from 0 to 1, SIDE x SIDE."""
    canvas = numpy.zeros((SIDE * SCALE, SIDE * SCALE), numpy.float32)
    shape = chance.choice(("round", "round", "square", "bracket"))
    w, h = BOX, BOX * (1 if chance.random() < 0.5 else chance.uniform(0.62, 1))
    if chance.random() < 0.15:
        w, h = h, w
    width = chance.uniform(0.7, 1.9)
    letters = chance.random() < 0.5
    size = chance.uniform(0.4, 0.65) * h
    across = w * chance.uniform(1.2, 2.4) if chance.random() < 0.75 else 0
    down = h * chance.uniform(1.25, 2.6) if chance.random() < 0.85 else 0
    first = -chance.randint(0, 3) if across else 0
    last = chance.randint(0, 3) if across else 0
    for row in range(-3, 4) if down else (0,):
        for column in range(first, last + 1):
            x, y = SIDE / 2 + column * across, SIDE / 2 + row * down
            if -w < x < SIDE + w and -h < y < SIDE + h:
                outline(canvas, shape, x, y, w, h, width)
                if letters:
                    letter(canvas, chance, x, y, size, width * 0.8)
    for side in (first - 1, last + 1):
        if chance.random() < 0.5:
            start = SIDE / 2 + side * (across or 1.6 * w)
            for row in range(-3, 4) if down else (0,):
                for n in range(chance.randint(1, 3)):
                    letter(canvas, chance, start + n * size * 1.2 * (1 if side > 0 else -1), SIDE / 2 + row * down, size, width * 0.8)
    if chance.random() < 0.2:
        level = chance.uniform(0, SIDE)
        stroke(canvas, *chance.choice(((0, level, SIDE, level), (level, 0, level, SIDE))), width)
    return canvas.reshape(SIDE, SCALE, SIDE, SCALE).mean((1, 3))


def pictures(count, seed):
    chance = random.Random(f"prints/{seed}")
    return numpy.stack([picture(chance) for _ in range(count)])
