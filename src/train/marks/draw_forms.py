"""Writes forms that are not the survey, for training marks on other boxes, labels and frames.

    python draw_forms.py --out FOLDER [--count 6] [--seed 1]

Each form is a folder with a form.yaml; draw its blank with
`./yomitori form draw ID --forms FOLDER --out FOLDER/ID/blank.pdf`.
"""

import argparse
import json
import pathlib
import random

WORDS = (
    "はい いいえ 希望する 希望しない 内科 外科 小児科 眼科 午前 午後 月曜 火曜 水曜 木曜 金曜 土曜 "
    "対応できる 対応できない 検討している 予定がない 申込済み 未定 設備が足りない 人手が足りない "
    "費用が高い 説明が欲しい 電話で連絡 書面で連絡 その都度 毎日 毎週 毎月 ワクチン 検査 往診 入院 "
    "停電に備えている 備えていない 職員が多い 患者が少ない 駐車場がある 駐車場がない"
).split()


def columns(chance):
    """Left edges in mm of one, two or three columns, and the room of each."""
    count = chance.choice((1, 2, 2, 3))
    room = 176 / count
    return [(round(18 + i * room, 1), round(room, 1)) for i in range(count)]


def form(number, chance):
    side = round(chance.uniform(2.8, 5.6), 1)
    label = chance.choice((8, 9, 10, 10.5, 11, 12))
    gap = round(chance.uniform(1.4, 3.6), 1)
    row = max(round(side + chance.uniform(3.0, 6.5), 1), round(label * 0.36 + 3.2, 1), 7.5)
    frame = chance.choice((0.7, 1, 1.3, 1.6))
    lines = [
        f"id: training-{number}",
        'version: "1"',
        f"title: 調査票{number}",
        "sheet: [210, 297]",
        f"style: {{label: {label}, checkbox: {side}, gap: {gap}, frame: {frame}}}",
        "print:",
        f"  - {{text: 調査票{number}のお願い, at: [105, 24], size: 18, bold: true, align: centre}}",
        "  - {text: 下記にご記入のうえご返送ください。, at: [18, 33], size: 10.5}",
    ]
    fields = []
    serial = 0
    for left, room in columns(chance):
        if chance.random() < 0.6:
            lines.append(f"  - {{frame: [{left - 3:.1f}, 38, {room - 2:.1f}, 238], width: 1}}")
        y = 46.0
        while y < 262:
            lines.append(
                f"  - {{text: {chance.choice('ＡＢＣＤ')}群について, at: [{left}, {y + 2:.1f}], size: 11, bold: true}}"
            )
            y += 7
            options = chance.randint(2, 6)
            single = chance.random() < 0.4
            rows = []
            while len(rows) < options and y + side <= 268:
                widest = int((room - 8 - side - gap) / (label * 0.3528))
                words = "".join(chance.sample(WORDS, chance.randint(1, 3)))[:widest]
                rows.append(f"label: {json.dumps(words, ensure_ascii=False)}, at: [{left}, {y:.1f}]")
                y += row
            if single and len(rows) > 1:
                fields.append(f"  - choice: c{serial}\n    label: 一つ選ぶ\n    options:")
                fields += [f"      - {{option: o{n}, {place}}}" for n, place in enumerate(rows)]
            else:
                fields += [f"  - {{checkbox: b{serial}.n{n}, {place}}}" for n, place in enumerate(rows)]
            serial += 1
            y += chance.uniform(2, 9)
    lines.append("fields:")
    return "\n".join(lines + fields) + "\n"


def sheet(number, chance):
    """Rows of small boxes close together, as on answer sheets: bubbles with letters, brackets."""
    shape = chance.choice(("round", "round", "round", "bracket", "square"))
    height = round(chance.uniform(2.5, 4.8), 1)
    width = height if chance.random() < 0.6 else round(height * chance.uniform(1.1, 1.6), 1)
    step = round(width * chance.uniform(1.22, 2.0), 1)
    row = round(height * chance.uniform(1.3, 2.2), 1)
    options = chance.randint(3, 6)
    letters = chance.choice(("ABCDEF", "123456", "アイウエオカ"))[:options]
    inside = shape != "square" and chance.random() < 0.7
    size = round(height / 0.3528 * chance.uniform(0.45, 0.7), 1)
    block = 14 + options * step
    lefts = [round(20 + i * (block + 8), 1) for i in range(max(1, min(4, int(176 // (block + 8)))))]
    least = max(12, -(-90 // (options * len(lefts))))
    rows = min(int(225 // row), least)
    lines = [
        f"id: training-{number}",
        'version: "1"',
        f"title: 解答用紙{number}",
        "sheet: [210, 297]",
        f"style: {{checkbox: [{width}, {height}], shape: {shape}, frame: {chance.choice((0.5, 0.7, 1, 1.3))}}}",
        "print:",
        f"  - {{text: 解答用紙{number}, at: [105, 24], size: 18, bold: true, align: centre}}",
        "  - {text: 番号の右の欄を一つ塗りつぶしてください。, at: [18, 33], size: 10.5}",
        "  - {rule: [18, 37, 192, 37], width: 1}",
    ]
    fields = []
    for column, left in enumerate(lefts):
        first = round(left + 10, 1)
        if not inside:
            for n, letter in enumerate(letters):
                middle = first + n * step + width / 2
                lines.append(f'  - {{text: "{letter}", at: [{middle:.2f}, 43], size: 8, align: centre}}')
        for line in range(rows):
            y = round(46 + line * row, 2)
            base = y + height / 2 + size * 0.3528 * 0.36
            question = column * rows + line + 1
            lines.append(f'  - {{text: "{question}", at: [{left}, {base:.2f}], size: 9}}')
            if inside:
                for n, letter in enumerate(letters):
                    middle = first + n * step + width / 2
                    lines.append(
                        f'  - {{text: "{letter}", at: [{middle:.2f}, {base:.2f}], size: {size}, align: centre}}'
                    )
            ids = ", ".join(f"o{n}" for n in range(options))
            fields.append(
                f"  - {{choice: q{question}, label: 問{question}, "
                f"options: {{from: [{first}, {y}], step: [{step}, 0], ids: [{ids}]}}}}"
            )
    lines.append("fields:")
    return "\n".join(lines + fields) + "\n"


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--count", type=int, default=6)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    for number in range(1, given.count + 1):
        folder = given.out / f"training-{number}"
        folder.mkdir(parents=True, exist_ok=True)
        chance = random.Random(f"{given.seed}/{number}")
        drawn = form if number % 2 else sheet
        (folder / "form.yaml").write_text(drawn(number, chance), encoding="utf-8")


if __name__ == "__main__":
    main()
