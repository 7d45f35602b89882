"""Makes Tesseract's training files out of lines that `LineSamples` wrote.

    python make_lstmf.py --lines LINES,LINES --data DIR --out DIR [--keep-one-in 1]

Pictures as the program makes them for Tesseract: 40 px high, 12 px of white around. Fields of one line only;
lines far too narrow for their text are left out, as some of their letters did not arrive. Writes files of 50 lines
each and `list.txt`, which names them.
"""

import argparse
import csv
import os
import pathlib
import random
import subprocess
import unicodedata

import cv2
from PIL import Image

LETTER_PX, BORDER_PX, PAGES = 40, 12, 50
NARROWEST = 0.35

# As the configuration file lstm.train says, which is not in every folder of models.
TRAINING = [
    part
    for setting in (
        "file_type=.bl",
        "textord_fast_pitch_test=T",
        "tessedit_zero_rejection=T",
        "tessedit_minimal_rejection=F",
        "tessedit_write_rep_codes=F",
        "edges_children_fix=F",
        "edges_childarea=0.65",
        "edges_boxarea=0.9",
        "tessedit_train_line_recognizer=T",
        "textord_no_rejects=T",
        "tessedit_init_config_only=T",
    )
    for part in ("-c", setting)
]


def lines(folder):
    with open(folder / "lines.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            names, text = row["files"].split(), unicodedata.normalize("NFKC", row["meant"]).strip()
            if row["kind"] == "text" and text and len(names) == 1:
                yield folder / names[0], text


def picture(file, text):
    grey = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
    width = round(grey.shape[1] * LETTER_PX / grey.shape[0])
    if width < NARROWEST * LETTER_PX * len(text):
        return None
    grey = cv2.resize(grey, (width, LETTER_PX),
                      interpolation=cv2.INTER_AREA if grey.shape[0] > LETTER_PX else cv2.INTER_LINEAR)  # fmt: skip
    return Image.fromarray(cv2.copyMakeBorder(grey, *[BORDER_PX] * 4, cv2.BORDER_CONSTANT, value=255))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--lines", required=True)
    options.add_argument("--data", required=True, help="folder of jpn.traineddata")
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--keep-one-in", type=int, default=1)
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    found = sorted(pair for folder in given.lines.split(",") for pair in lines(pathlib.Path(folder)))
    random.Random(1).shuffle(found)
    pictures = [(p, text) for file, text in found[:: given.keep_one_in] if (p := picture(file, text))]
    made = []
    for first in range(0, len(pictures), PAGES):
        part = pictures[first : first + PAGES]
        base = given.out / f"lines-{first // PAGES:04}"
        part[0][0].save(f"{base}.tif", save_all=True, append_images=[p for p, _ in part[1:]], compression="raw")
        with open(f"{base}.box", "w", encoding="utf-8") as box:
            for page, (p, text) in enumerate(part):
                box.write(f"WordStr 0 0 {p.width} {p.height} {page} #{text}\n\t 0 0 {p.width} {p.height} {page}\n")
        command = ["tesseract", f"{base}.tif", str(base), "--tessdata-dir", given.data, "-l", "jpn", "--psm", "13"]
        done = subprocess.run(command + TRAINING, env=dict(os.environ, OMP_THREAD_LIMIT="1"), capture_output=True)
        if done.returncode == 0 and pathlib.Path(f"{base}.lstmf").exists():
            made.append(f"{base.resolve()}.lstmf")
        else:
            print(base, done.stderr.decode(errors="replace")[-300:])
        os.remove(f"{base}.tif")
        os.remove(f"{base}.box")
    (given.out / "list.txt").write_text("\n".join(made) + "\n")
    print(f"{len(pictures)} lines of {len(found)}, {len(made)} files")


if __name__ == "__main__":
    main()
