"""Compares engines on the lines that `LineSamples` wrote, as rows of a Markdown table.

    python compare.py --fine LINES,LINES --standard LINES,LINES --engines engines.txt

Each row of `engines.txt` is a name, a tab, and settings as `key=value` separated by spaces:

    engine=tesseract data=DIR      a folder with jpn.traineddata, for the `tesseract` of this machine
      psm=13 oem=1 px=40 words=1     page segmentation, engine mode, letter height, its word lists
    engine=onnx model=FILE         a PP-OCR recogniser; its characters are in the model or in characters=FILE
      least=44 border=4 blur=0       px of 8 to the mm: least height shown, white around, Gaussian before scaling
      height=48 wide=1 also=0        the picture's height, its stretch, a second least height (the two are averaged)
    picture=clean|raw              print taken away, or as it arrived
    squashed=1                     204 x 98 pages left as they are sent

The rate is of wrong characters, NFKC and without spaces, over all fields that something was meant for; what
the line lost counts, too. Time is of the processor, one core, loading left out.
"""

import argparse
import collections
import csv
import os
import pathlib
import resource
import subprocess
import tempfile
import time
import unicodedata

import cv2
import numpy
from rapidfuzz.distance import Levenshtein

BORDER_PX = 12
LEAST_WIDTH_PX = 48
ROWS_SENT = 98 / 204
WORD_LISTS = ("system", "freq", "punc", "number")


def plain(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


def fields(folders, every):
    """The written fields of all folders but amounts; of folders after the first only typed ones."""
    for number, folder in enumerate(folders):
        with open(folder / "lines.csv", encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file) if row["kind"] == "text" and row["meant"]]
        rows.sort(key=lambda row: (row["source"], row["page"], row["field"]))
        for i, row in enumerate(rows):
            script = next(e for e in row["effects"].split() if e.startswith("script_"))[7:]
            if script == "print" or (number == 0 and i % every == 0):
                yield script, plain(row["meant"]), [folder / name for name in row["files"].split()]


def picture(file, settings):
    path = file.parent / "raw" / file.name if settings.get("picture") == "raw" else file
    grey = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    if settings.get("squashed") == "1":
        grey = scaled(grey, grey.shape[1], round(grey.shape[0] * ROWS_SENT))
    return grey


def scaled(grey, width, height):
    shrinks = width < grey.shape[1] or height < grey.shape[0]
    return cv2.resize(grey, (max(1, width), max(1, height)), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)


def tesseract(files, settings):
    height = int(settings.get("px", 40))
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, file in enumerate(files):
            grey = picture(file, settings)
            # A raw crop is as high as its ink was; both are scaled alike.
            grey = scaled(grey, round(grey.shape[1] * height / grey.shape[0]), height)
            grey = cv2.copyMakeBorder(grey, *[BORDER_PX] * 4, cv2.BORDER_CONSTANT, value=255)
            names.append(os.path.join(folder, f"{i}.png"))
            cv2.imwrite(names[-1], grey)

        def run(some):
            listed = os.path.join(folder, "list.txt")
            pathlib.Path(listed).write_text("\n".join(some) + "\n")
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            command = ["tesseract", listed, "stdout", "--tessdata-dir", settings["data"], "-l", "jpn", "--dpi", "300"]
            command += ["--psm", settings.get("psm", "13"), "--oem", settings.get("oem", "1")]
            command += ["-c", "debug_file=/dev/null"]
            if settings.get("words") == "0":
                command += [part for name in WORD_LISTS for part in ("-c", f"load_{name}_dawg=0")]
            env = dict(os.environ, OMP_THREAD_LIMIT="1")
            out = subprocess.run(command, env=env, capture_output=True, check=True).stdout.decode("utf-8")
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            pages = out.split("\f")[: len(some)]
            assert len(pages) == len(some), (len(pages), len(some))
            return pages, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

        _, loading = run(names[:1])
        read, took = run(names)
        return read, (took - loading) / max(1, len(names) - 1)


class Onnx:
    def __init__(self, settings):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.net = onnxruntime.InferenceSession(settings["model"], options, providers=["CPUExecutionProvider"])
        self.channels = self.net.get_inputs()[0].shape[1]
        if "characters" in settings:
            text = pathlib.Path(settings["characters"]).read_text(encoding="utf-8")
        else:
            text = self.net.get_modelmeta().custom_metadata_map["character"]
        classes = self.net.get_outputs()[0].shape[-1]
        self.characters = [""] + text.removesuffix("\n").split("\n") + [" "]
        if isinstance(classes, int):
            self.characters = (self.characters + [" "] * 9)[:classes]

    def steps(self, grey, settings, least):
        border = int(settings.get("border", 4))
        height = int(settings.get("height", 48))
        above = max(border, (least - grey.shape[0]) // 2)
        blur = float(settings.get("blur", 0))
        grey = cv2.copyMakeBorder(grey, above, above, border, border, cv2.BORDER_CONSTANT, value=255)
        if blur:
            grey = cv2.GaussianBlur(grey, (0, 0), blur)
        stretch = float(settings.get("wide", 1))
        width = round(grey.shape[1] * height / grey.shape[0] * stretch)
        grey = scaled(grey, width, height)
        if width < LEAST_WIDTH_PX:
            grey = cv2.copyMakeBorder(grey, 0, 0, 0, LEAST_WIDTH_PX - width, cv2.BORDER_CONSTANT, value=255)
        pixels = grey.astype(numpy.float32) / 127.5 - 1
        return self.net.run(None, {self.net.get_inputs()[0].name: numpy.stack([pixels] * self.channels)[None]})[0][0]

    def read(self, grey, settings):
        seen = self.steps(grey, settings, int(settings.get("least", 44)))
        if settings.get("also", "0") != "0":
            seen = mean(seen, self.steps(grey, settings, int(settings["also"])))
        best = seen.argmax(-1)
        first = numpy.r_[True, best[1:] != best[:-1]]
        return "".join(self.characters[c] for c in best[first & (best > 0)])


def probabilities(seen):
    if seen.min() >= 0 and abs(seen[0].sum() - 1) < 0.01:
        return seen
    e = numpy.exp(seen - seen.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def mean(one, other):
    """The mean of two passes over the same line: the shorter stretched to the length of the longer."""
    one, other = probabilities(one), probabilities(other)
    if len(one) < len(other):
        one, other = other, one
    nearest = numpy.minimum((numpy.arange(len(one)) + 0.5) * len(other) / len(one), len(other) - 1).astype(int)
    return (one + other[nearest]) / 2


def onnx(files, settings):
    engine = Onnx(settings)
    pictures = [picture(file, settings) for file in files]
    engine.read(pictures[0], settings)
    start = time.process_time()
    read = [engine.read(grey, settings) for grey in pictures]
    return read, (time.process_time() - start) / len(files)


def rates(samples, settings):
    files = [file for _, _, lines in samples for file in lines]
    read, seconds = {"tesseract": tesseract, "onnx": onnx}[settings["engine"]](files, settings)
    of = dict(zip(files, read))
    wrong, all_of = collections.Counter(), collections.Counter()
    for script, meant, lines in samples:
        groups = [script] if script == "print" else [script, "hand"]
        for group in groups:
            wrong[group] += Levenshtein.distance(meant, plain("".join(of[file] for file in lines)))
            all_of[group] += len(meant)
    return {group: wrong[group] / all_of[group] for group in all_of}, seconds


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--fine", default="", help="folders of lines; of those after the first, the typed ones only")
    options.add_argument("--standard", default="")
    options.add_argument("--engines", type=pathlib.Path, required=True)
    options.add_argument("--every", type=int, default=1, help="of handwriting, every nth field")
    given = options.parse_args()
    sets = {name: [pathlib.Path(f) for f in value.split(",")] for name, value in vars(given).items()
            if name in ("fine", "standard") and value}  # fmt: skip
    samples = {name: list(fields(folders, given.every)) for name, folders in sets.items()}
    scripts = sorted({s for some in samples.values() for s, _, _ in some} - {"print"})
    columns = ["print", "hand"] + scripts
    for name, some in samples.items():
        count = collections.Counter(s for s, _, _ in some)
        print(f"{name}: " + ", ".join(f"{s} {count[s]}" for s in ["print"] + scripts) + " fields")
    head = [f"{c}, {name}" for c in columns for name in samples]
    print("\n| engine | " + " | ".join(head) + " | ms a line |")
    print("| --- |" + " --- |" * (len(head) + 1), flush=True)
    for row in given.engines.read_text(encoding="utf-8").splitlines():
        if not row.strip() or row.startswith("#"):
            continue
        title, _, rest = row.partition("\t")
        settings = dict(part.split("=", 1) for part in rest.split())
        results = {name: rates(some, settings) for name, some in samples.items()}
        cells = [f"{100 * results[name][0].get(c, float('nan')):.1f}" for c in columns for name in samples]
        ms = 1000 * sum(seconds for _, seconds in results.values()) / len(results)
        print(f"| {title} | " + " | ".join(cells) + f" | {ms:.0f} |", flush=True)


if __name__ == "__main__":
    main()
