"""Digits as they are taught and written in Japan, drawn stroke by stroke.

MNIST's digits were written in America. Strokes, in units of the digit's height, stand for what it shows
seldom: a 1 that is a bare line or has a flag, a 7 with a hook, a 4 that is open, a 5 whose bar lies apart, an 8 of
two rings, rings that do not close.
"""

import math

import cv2
import numpy as np

# Side of the picture and height of the digit in it, px.
SIDE, HEIGHT = 200, 110


class Strokes:
    def __init__(self, chance):
        self.r = chance
        self.ways = [
            [self.zero],
            [self.one],
            [self.two],
            [self.three],
            [self.four],
            [self.five],
            [self.six],
            [self.seven],
            [self.eight_of_one_stroke, self.eight_of_rings],
            [self.nine],
        ]

    def picture(self, digit):
        """Ink of the digit, 0 to 1."""
        ways = self.ways[digit]
        strokes = ways[self.r.integers(len(ways))]()
        width = self.u(0.35, 0.8)
        pen = max(2, round(HEIGHT * float(np.clip(np.exp(self.r.normal(math.log(0.09), 0.45)), 0.03, 0.24))))
        shake = self.u(0.005, 0.035)
        page = np.zeros((SIDE, SIDE), np.uint8)
        for stroke in strokes:
            points = np.array(stroke, float) + self.r.normal(0, shake, (len(stroke), 2))
            points = points * (HEIGHT * width, HEIGHT) + (SIDE / 2 - HEIGHT * width / 2, SIDE / 2 - HEIGHT / 2)
            cv2.polylines(page, [np.round(smooth(points) * 16).astype(np.int32)], False, 255, pen, cv2.LINE_AA, 4)
        return page.astype(np.float32) / 255

    def u(self, a, b):
        return self.r.uniform(a, b)

    def maybe(self, share):
        return self.r.random() < share

    def ring(self, cx, cy, rx, ry, start, turn):
        """An arc; angles in degrees from the right, clockwise as seen."""
        steps = max(4, round(abs(turn) / 40))
        angles = np.radians(start + turn * np.arange(steps + 1) / steps)
        return [(cx + rx * math.cos(a), cy + ry * math.sin(a)) for a in angles]

    def zero(self):
        turn = -360 + self.r.normal(0, 25)
        squeezed = self.u(0.35, 0.5)
        return [self.ring(0.5, 0.5, squeezed, 0.5, self.u(-130, -50), turn)]

    def one(self):
        lean = self.r.normal(0, 0.1)
        strokes = [[(0.5 + lean, 0), (0.5 + self.r.normal(0, 0.04), 0.5), (0.5 - lean, 1)]]
        if self.maybe(0.45):
            reach = self.u(0.12, 0.55)
            strokes.append([(0.5 + lean - reach, self.u(0.1, 0.42)), (0.5 + lean, 0.01)])
            if self.maybe(0.25):
                foot = self.u(0.2, 0.5)
                strokes.append([(0.5 - lean - foot, 1), (0.5 - lean + foot, 1)])
        return strokes

    def two(self):
        top = [(self.u(0, 0.15), self.u(0.15, 0.35)), (0.25, 0.05), (0.6, 0), (0.92, 0.2), (0.8, 0.48)]
        if self.maybe(0.3):
            rise = self.u(0.08, 0.22)
            loop = [(0.3, 0.88), (0.08, 1), (0.02, 1 - rise), (0.3, 1 - rise), (0.6, 0.97), (1, self.u(0.9, 1))]
            return [top + loop]
        corner = (self.u(0, 0.1), self.u(0.94, 1))
        return [top + [(0.4, 0.75), corner], [corner, (0.5, self.u(0.93, 1)), (1, self.u(0.9, 1))]]

    def three(self):
        middle = (self.u(0.3, 0.6), self.u(0.4, 0.5))
        foot = [(0.75, 0.5), (0.95, 0.7), (0.75, 0.95), (0.4, 1), (0.03, self.u(0.8, 0.95))]
        if self.maybe(0.25):
            corner = (self.u(0.75, 0.95), self.u(0, 0.05))
            return [[(0.08, self.u(0, 0.08)), corner], [corner, middle], [middle, *foot]]
        top = [(0.05, self.u(0.1, 0.25)), (0.35, 0), (0.75, 0.06), (0.85, 0.25), (0.65, 0.4), middle]
        return [top, [middle, *foot]] if self.maybe(0.7) else [top + foot]

    def four(self):
        bar = self.u(0.55, 0.75)
        stem = self.u(0.55, 0.85)
        corner = (self.u(0, 0.1), bar)
        draw = self.r.random()
        down = [(stem + self.r.normal(0, 0.05), self.u(0.15, 0.45)), (stem, 1)]
        if draw < 0.4:
            first = (self.u(0.3, 0.55), 0)
        elif draw < 0.65:
            first = (self.u(0.05, 0.25), self.u(0, 0.15))
            down[0] = (stem + self.r.normal(0, 0.08), self.u(0, 0.2))
        else:
            first = down[0] = (stem, 0)
        return [[first, corner], [corner, (self.u(0.9, 1.1), bar + self.r.normal(0, 0.03))], down]

    def five(self):
        left = self.u(0.1, 0.3)
        neck = (left - self.u(0, 0.12), self.u(0.38, 0.5))
        belly = [(0.5, self.u(0.32, 0.42)), (0.92, 0.6), (0.8, 0.9), (0.4, 1), (0.02, self.u(0.82, 0.97))]
        apart = (self.u(-0.05, 0.3), self.u(-0.12, 0.08)) if self.maybe(0.35) else (0, 0)
        bar = [(left + apart[0], apart[1]), (self.u(0.75, 1.05), apart[1] + self.r.normal(0, 0.04))]
        if self.maybe(0.2):
            return [[bar[1], (0.4, 0.02), (left, 0.15), neck, *belly]]
        return [[(left, 0), neck], [neck, *belly], bar]

    def six(self):
        ring = self.ring(0.5, 0.72, self.u(0.38, 0.5), self.u(0.22, 0.3), 180, -360 + self.r.normal(10, 25))
        return [[(self.u(0.4, 0.85), 0), (0.25, 0.3), *ring]]

    def seven(self):
        right = (self.u(0.85, 1), self.u(0, 0.06))
        left = (self.u(0, 0.15), self.u(0, 0.08))
        foot = (self.u(0.2, 0.7), 1)
        bend = (self.u(0.5, 0.8), self.u(0.4, 0.6))
        strokes = [[left, right], [right, bend, foot]]
        draw = self.r.random()
        if draw < 0.5:
            strokes.append([left, (left[0] + self.r.normal(0, 0.04), left[1] + self.u(0.1, 0.42))])
        elif draw < 0.65:
            level = self.u(0.4, 0.6)
            strokes.append([(self.u(0.2, 0.4), level), (self.u(0.8, 1), level + self.r.normal(0, 0.04))])
        return strokes

    def eight_of_one_stroke(self):
        start = (self.u(0.6, 0.95), self.u(0.05, 0.2))
        way = [(0.5, 0), (0.12, 0.2), (0.5, 0.46), (0.95, 0.72), (0.5, 1), (0.05, 0.75), (0.5, 0.5), (0.85, 0.28)]
        end = start if self.maybe(0.6) else (start[0] + self.u(-0.1, 0.15), start[1] + self.u(-0.15, 0.08))
        return [[start, *way, end]]

    def eight_of_rings(self):
        waist = self.u(0.4, 0.55)
        gap = self.r.normal(0, 0.02)
        upper = self.ring(0.5, waist / 2 - gap, self.u(0.3, 0.45), waist / 2, -90, -360 + self.r.normal(0, 15))
        lower = self.ring(0.5, (1 + waist) / 2 + gap, self.u(0.38, 0.5), (1 - waist) / 2, -90, -360 + self.r.normal(0, 15))
        return [upper, lower]

    def nine(self):
        height = self.u(0.4, 0.6)
        ring = self.ring(0.48, height / 2, self.u(0.35, 0.48), height / 2, self.u(-70, -10), -360 + self.r.normal(10, 30))
        right = ring[-1]
        draw = self.r.random()
        if draw < 0.45:
            stem = [right, (self.u(0.75, 0.95), 0.6), (self.u(0.4, 0.95), 1)]
        elif draw < 0.75:
            stem = [right, (0.92, 0.6), (0.75, 0.92), (0.4, 1), (self.u(0, 0.2), self.u(0.8, 0.95))]
        else:
            top = (self.u(0.82, 0.95), self.u(-0.02, 0.15))
            return [ring, [top, (self.u(0.75, 0.95), 1)]]
        return [ring, stem] if self.maybe(0.5) else [ring + stem[1:]]


def smooth(points):
    """A curve through all points (Catmull and Rom's); a straight line through two."""
    if len(points) < 3:
        return points
    padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    t = np.linspace(0, 1, 12)[:, None]
    parts = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:]):
        parts.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.vstack(parts)
