"""Halves a list of institutions by name: one half to train on, the other to measure with.

    python split_list.py LIST.csv train.csv hold.csv

The list has a heading and its names in the column `name`; it may be packed with gzip.
"""

import csv
import gzip
import hashlib
import sys


def main():
    source, train, hold = sys.argv[1:]
    opened = gzip.open if source.endswith(".gz") else open
    with opened(source, "rt", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for name, half in ((train, 0), (hold, 1)):
        with open(name, "w", encoding="utf-8", newline="") as file:
            out = csv.DictWriter(file, rows[0].keys())
            out.writeheader()
            out.writerows(r for r in rows if hashlib.sha256(r["name"].encode()).digest()[0] % 2 == half)


if __name__ == "__main__":
    main()
