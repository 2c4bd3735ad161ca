#!/usr/bin/env python3
"""
Make the fonts that ship in `resources/fonts/` out of Noto Sans and Noto Sans CJK KR (SIL Open Font Licence 1.1).

    python packaging/font_subset.py latin NotoSans-Regular.ttf resources/fonts/kjaudit-sans.ttf
    python packaging/font_subset.py cjk NotoSansCJK-Regular.ttc resources/fonts/kjaudit-sans-cjk.otf

`latin` keeps Latin with all marks used to romanise Korean and Japanese, raised digits, Greek and Cyrillic; `cjk` keeps
kana, all 11,172 Hangul syllables, and the Han characters of KS X 1001 and JIS X 0208. Both are renamed, as the licence
asks of a changed font.
"""

from __future__ import annotations

import sys

from fontTools import subset
from fontTools.ttLib import TTCollection

FACE = "Noto Sans CJK KR"
NAMES = {"latin": "kjaudit Sans", "cjk": "kjaudit Sans CJK"}
LATIN = (
    (0x20, 0x530), (0x1AB0, 0x1B00), (0x1D00, 0x2100), (0x2100, 0x2270), (0x2C60, 0x2C80), (0xA720, 0xA800),
)  # fmt: skip
CJK = (
    (0x20, 0x7F), (0xA0, 0x460), (0x1E00, 0x1F00), (0x2000, 0x20C0), (0x2100, 0x2270), (0x2300, 0x2400),
    (0x2460, 0x2700), (0x2700, 0x27C0), (0x3000, 0x3100), (0x3130, 0x3190), (0x3200, 0x3300), (0xAC00, 0xD7A4),
    (0xFF00, 0xFFF0),
)  # fmt: skip


def double_byte(encoding: str) -> set[str]:
    """Return all characters of the 94 x 94 plane of `encoding`."""
    found = set()
    for row in range(0xA1, 0xFF):
        for cell in range(0xA1, 0xFF):
            found.update(bytes([row, cell]).decode(encoding, errors="ignore"))
    return found


def main(kind: str, source: str, target: str) -> None:
    """Write the subset `kind` of `source` to `target`."""
    wanted = {chr(code) for first, end in (LATIN if kind == "latin" else CJK) for code in range(first, end)}
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "liga", "ccmp", "locl" if kind == "latin" else "calt"]
    options.hinting = False
    options.name_IDs = ["*"]
    if kind == "cjk":
        wanted |= double_byte("euc_kr") | double_byte("euc_jp")
        options.font_number = [font["name"].getDebugName(1) for font in TTCollection(source).fonts].index(FACE)
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(wanted))
    subsetter.subset(font)
    rename(font, NAMES[kind])
    subset.save_font(font, target, options)


def rename(font: subset.ttLib.TTFont, name: str) -> None:
    """Give `font` the family name `name`."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = name.replace(" ", "") if record.nameID == 6 else name
    if "CFF " in font:
        font["CFF "].cff.fontNames[0] = name.replace(" ", "")


if __name__ == "__main__":
    main(*sys.argv[1:])
