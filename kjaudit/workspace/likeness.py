"""How alike two sentences are, in any script, and which of many may be alike: by shared runs of characters."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

RUN = 4
"""Length of the runs by which like sentences are looked for."""

RAREST = 8
"""Runs of a sentence that are looked up, the rarest first: a light edit leaves most of them whole."""

COMMONEST = 40
"""A run in more sentences than this tells nothing; sentences that are all alike could not be told apart anyway."""


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


class Shelf:
    """Many sentences, among which those that may be like another one are found without comparing it with each."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self._found: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(sentences):
            for run in _runs(sentence):
                self._found[run].append(number)

    def near(self, sentence: str) -> tuple[int, ...]:
        """Return the numbers of sentences that share a rare run with `sentence`, in order."""
        counted = sorted((len(self._found[run]), run) for run in _runs(sentence) if run in self._found)
        rare = [run for count, run in counted if count <= COMMONEST][:RAREST]
        return tuple(sorted({number for run in rare for number in self._found[run]}))


def _runs(sentence: str) -> frozenset[str]:
    folded = _folded(sentence)
    return frozenset(folded[at : at + RUN] for at in range(max(1, len(folded) - RUN + 1)))


@lru_cache(maxsize=4096)
def _pairs(text: str) -> Counter[str]:
    folded = _folded(text)
    return Counter(folded[at : at + 2] for at in range(len(folded) - 1))


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
