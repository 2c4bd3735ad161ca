"""How alike two sentences are, in any script: shared pairs of neighbouring characters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache


def likeness(one: str, other: str) -> float:
    """
    Return 0.0 (nothing shared) .. 1.0 (the same but for case and spaces).

    The Dice coefficient of character pairs (Dice 1945, "Measures of the amount of ecologic association"): needs no
    words, so Korean and Japanese are measured like English; grows linearly with the texts.
    """
    first, second = _pairs(one), _pairs(other)
    total = sum(first.values()) + sum(second.values())
    if not total:
        return 1.0 if _folded(one) == _folded(other) else 0.0
    return 2 * sum((first & second).values()) / total


@lru_cache(maxsize=4096)
def _pairs(text: str) -> Counter[str]:
    folded = _folded(text)
    return Counter(folded[at : at + 2] for at in range(len(folded) - 1))


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
