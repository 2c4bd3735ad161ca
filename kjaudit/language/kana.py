"""Kana in Latin letters, and one spelling for what Hepburn, Kunrei and word processors write differently."""

from __future__ import annotations

import functools
import re
import unicodedata

_VOWELS = "aiueo"
_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ",
    "h": "ハヒフヘホ", "m": "マミムメモ", "r": "ラリルレロ", "g": "ガギグゲゴ", "z": "ザジズゼゾ",
    "d": "ダヂヅデド", "b": "バビブベボ", "p": "パピプペポ",
}  # fmt: skip
_SINGLE = {kana: row + vowel for row, line in _ROWS.items() for kana, vowel in zip(line, _VOWELS, strict=True)} | {
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヰ": "i", "ヱ": "e", "ヲ": "o", "ン": "n", "ヴ": "vu",
    "ヂ": "zi", "ヅ": "zu",
}  # fmt: skip
_SMALL_Y = {"ャ": "ya", "ュ": "yu", "ョ": "yo"}
_SMALL_V = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ヮ": "wa"}
_KUNREI = (
    ("tch", "tty"), ("cch", "tty"), ("ssh", "ssy"), ("sh", "sy"), ("ch", "ty"), ("tsu", "tu"), ("dzu", "zu"),
    ("du", "zu"), ("fu", "hu"), ("j", "zy"), ("dy", "zy"), ("di", "zi"), ("yi", "i"), ("yy", "y"), ("wo", "o"),
    ("l", "r"), ("mb", "nb"), ("mp", "np"), ("mm", "nm"),
)  # fmt: skip
_LONG = re.compile(r"o[uoh](?=[^aeiouy]|$)|oo|ou|uu|o(?=o)|(?<=e)e")


def is_kana(char: str) -> bool:
    """Whether `char` is a hiragana or katakana letter or the long-vowel mark."""
    return "\u3041" <= char <= "\u3096" or "\u30a1" <= char <= "\u30fa" or char == "ー"


def _katakana(text: str) -> str:
    return "".join(chr(ord(char) + 0x60) if "\u3041" <= char <= "\u3096" else char for char in text)


@functools.lru_cache(maxsize=8192)
def romaji(text: str) -> str:
    """Return kana in plain Latin letters, folded as `fold_romaji` does; other characters as they are."""
    out: list[str] = []
    double = False
    for char in _katakana(unicodedata.normalize("NFKC", text)):
        if char == "ッ":
            double = True
        elif char in _SMALL_Y and out and out[-1].endswith("i"):
            out[-1] = out[-1][:-1] + _SMALL_Y[char]
        elif char in _SMALL_V and out and out[-1][-1:] in _VOWELS:
            out[-1] = out[-1][:-1] + _SMALL_V[char]
        elif char == "ー":
            continue
        else:
            sound = _SINGLE.get(char, _SMALL_Y.get(char, _SMALL_V.get(char, char)))
            out.append(sound[:1] + sound if double and sound[:1].isalpha() else sound)
            double = False
    return fold_romaji("".join(out))


@functools.lru_cache(maxsize=65536)
def fold_romaji(latin: str) -> str:
    """
    Return one spelling for all systems: shi = si, chō = chou = choo = cho, Shimbun = Sinbun, Ohta = Ota.

    `latin` is lower case without marks and blanks (`folding.fold_solid`).
    """
    for spelt, folded in _KUNREI:
        if spelt in latin:
            latin = latin.replace(spelt, folded)
    latin = (
        latin.replace("yya", "ya")
        .replace("yyu", "yu")
        .replace("yyo", "yo")
        .replace("syi", "si")
        .replace("tyi", "ti")
        .replace("zyi", "zi")
    )
    return _LONG.sub(lambda found: found[0][0] if found[0] != "e" else "", latin)
