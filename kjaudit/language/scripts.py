"""
The writing of a string: which script, and which ways of writing one character are the same.

Private-use brackets: Korean word processors write brackets and quotes at U+F0850..U+F0855, a private area, and
some PDF fonts map a bracket to the Hangul syllables U+BEB7 and U+BEB8 (seen in printed lists of Korean journals).
Full-width forms, half-width kana brackets and compatibility ideographs are Unicode's own (UAX 15).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from kjaudit.model import Script

_RANGES: tuple[tuple[int, int, Script], ...] = (
    (0x0041, 0x024F, Script.LATIN),
    (0x0370, 0x03FF, Script.GREEK),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0590, 0x05FF, Script.HEBREW),
    (0x0600, 0x077F, Script.ARABIC),
    (0x1100, 0x11FF, Script.HANGUL),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x1F00, 0x1FFF, Script.GREEK),
    (0x3005, 0x3007, Script.HAN),
    (0x3041, 0x30FF, Script.KANA),
    (0x3131, 0x318E, Script.HANGUL),
    (0x3400, 0x4DBF, Script.HAN),
    (0x4E00, 0x9FFF, Script.HAN),
    (0xA960, 0xA97F, Script.HANGUL),
    (0xAC00, 0xD7FB, Script.HANGUL),
    (0xF900, 0xFAFF, Script.HAN),
    (0xFB1D, 0xFB4F, Script.HEBREW),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFC, Script.ARABIC),
    (0xFF21, 0xFF5A, Script.LATIN),
    (0xFF66, 0xFF9D, Script.KANA),
    (0x20000, 0x3134F, Script.HAN),
)
"""Blocks of letters, first and last code point (Unicode Blocks.txt); digits, marks and signs belong to no script."""

_BRACKETS = {
    "\U000f0850": "‘",
    "\U000f0851": "’",
    "\U000f0852": "“",
    "\U000f0853": "”",
    "\U000f0854": "『",
    "\U000f0855": "』",
    "뺷": "『",
    "뺸": "』",
    "｢": "「",
    "｣": "」",
    "﹁": "「",
    "﹂": "」",
    "﹃": "『",
    "﹄": "』",
    "︽": "《",
    "︾": "》",
    "︿": "〈",
    "﹀": "〉",
    "〈": "〈",
    "〉": "〉",
    "ʻ": "‘",
    "ʼ": "’",
    "⟨": "〈",
    "⟩": "〉",
    "⟪": "《",
    "⟫": "》",
    "≪": "《",
    "≫": "》",
    "＜": "〈",
    "＞": "〉",
    "〔": "[",
    "〕": "]",
    "､": "、",
    "｡": "。",
}
_DOTS = dict.fromkeys("・⋅･∙‧•ㆍᆞ․᛫", "·")
_DASHES = dict.fromkeys("‐‑‒–−∼～〜˜", "-")
_FOLD = str.maketrans(_BRACKETS | _DOTS | {"\u3000": " ", "\u00a0": " ", "\u2009": " ", "\u200b": " ", "\ufeff": " "})
_FOLD_PRIVATE = str.maketrans(
    {char: bracket for char, bracket in _BRACKETS.items() if char > "\ue000" or char in "뺷뺸"}
)
_FOLD_DASHES = str.maketrans(_DASHES | {"—": "-", "―": "-", "─": "-", "~": "-"})


@cache
def script_of_char(char: str) -> Script:
    """Return the script of one code point; NONE for digits, marks, signs and blanks."""
    point = ord(char)
    for first, last, script in _RANGES:
        if first <= point <= last:
            return script if char.isalpha() or script is Script.HAN else Script.NONE
    return Script.OTHER if char.isalpha() else Script.NONE


def script_counts(text: str) -> dict[Script, int]:
    """Return how many letters of each script `text` has; scripts that do not occur are absent."""
    counts: dict[Script, int] = {}
    for char, times in Counter(text).items():
        script = script_of_char(char)
        if script is not Script.NONE:
            counts[script] = counts.get(script, 0) + times
    return counts


def script_of(text: str) -> Script:
    """
    Return the script most letters of `text` are in; NONE where it has none.

    A text with kana is KANA however much Han it has, as Japanese has both; of equal counts the first to occur wins.
    """
    return leading_script(script_counts(text))


def leading_script(counts: Mapping[Script, int]) -> Script:
    """Return what `script_of` says of a text with these `script_counts`."""
    if not counts:
        return Script.NONE
    japanese = counts.get(Script.KANA, 0) + counts.get(Script.HAN, 0) if counts.get(Script.KANA, 0) else 0
    others = max((count for script, count in counts.items() if script not in (Script.KANA, Script.HAN)), default=0)
    if japanese and japanese >= others:
        return Script.KANA
    return max(counts, key=lambda script: counts[script])


def has_cjk(text: str) -> bool:
    """Whether `text` has a Hangul, kana or Han character."""
    return _CJK.search(text) is not None


_CJK = re.compile(
    "[\u1100-\u11ff\u3041-\u30ff\u3131-\u318e\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7fb\uf900-\ufaff]"
)


def fold_marks(text: str) -> str:
    """
    Return `text`, as long as it was, with marks that print alike made one.

    Full-width letters, digits and punctuation become ASCII, private-use, half-width and mathematical brackets become
    「」『』〈〉《》, middle dots become "·", odd blanks a blank. Dashes are kept. Each code point maps to one, so
    offsets into the result are offsets into `text`.
    """
    return _FULL_WIDTH.sub(lambda found: chr(ord(found.group()) - 0xFEE0), text.translate(_FOLD))


_FULL_WIDTH = re.compile("[\uff01-\uff5d]")


def fold_dashes(text: str) -> str:
    """Return `text`, as long as it was, with every dash, minus and tilde a hyphen."""
    return text.translate(_FOLD_DASHES)


def fold_private(text: str) -> str:
    """Return `text`, as long as it was, with brackets of private areas as Unicode's own; all else as printed."""
    return text.translate(_FOLD_PRIVATE)
