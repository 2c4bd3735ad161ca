"""The consonants of a name as an ear of another language keeps them: Krugman = クルーグマン, Moretti = 모레티."""

from __future__ import annotations

import functools
import re

from .folding import fold_solid
from .hangul import is_hangul, revised
from .kana import is_kana, romaji

_SOUNDS = (
    (re.compile(r"sch|tch|sh|ch|cz|ts|tz|[jzsx]"), "S"),
    (re.compile(r"ph|[bpvf]"), "P"),
    (re.compile(r"th|[dt]"), "T"),
    (re.compile(r"c(?=[eiy])"), "S"),
    (re.compile(r"ck|qu|gh|[gkcq]"), "K"),
    (re.compile(r"[lr]"), "L"),
    (re.compile(r"m"), "M"),
    (re.compile(r"n"), "N"),
)
_REPEATED = re.compile(r"(.)\1+")


@functools.lru_cache(maxsize=16384)
def skeleton(text: str) -> str:
    """Return the consonant classes of `text` in order, doubled ones once; "" where there is no consonant."""
    latin = fold_solid(_latin(text))
    for sound, letter in _SOUNDS:
        latin = sound.sub(letter, latin)
    return _REPEATED.sub(r"\1", re.sub(r"[^A-Z]", "", latin))


def _latin(text: str) -> str:
    if any(is_hangul(char) for char in text):
        return revised(text)
    if any(is_kana(char) for char in text):
        return romaji(text)
    return text
