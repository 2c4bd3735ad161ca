"""How alike two strings are, from 0.0 nothing alike to 1.0 the same: the only user of rapidfuzz."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, LCSseq


def ratio(a: str, b: str) -> float:
    """Indel likeness: twice the longest common subsequence by the sum of lengths; two empty strings are the same."""
    return fuzz.ratio(a, b) / 100


def partial_ratio(a: str, b: str) -> float:
    """Return `ratio` of the shorter string with the best window of the longer; 0.0 where one is empty."""
    return fuzz.partial_ratio(a, b) / 100 if a and b else 0.0


def token_set_ratio(a: str, b: str) -> float:
    """Likeness of the sets of words, so that order, repetition and extra words on one side cost little."""
    return fuzz.token_set_ratio(a, b) / 100


def token_sort_ratio(a: str, b: str) -> float:
    """Return `ratio` of the words in sorted order."""
    return fuzz.token_sort_ratio(a, b) / 100


def edits(a: str, b: str, *, at_most: int | None = None) -> int:
    """Damerau (optimal string alignment) distance: changes, and swaps of neighbours; `at_most` + 1 where it is more."""
    return OSA.distance(a, b, score_cutoff=at_most)


def common(a: str, b: str) -> int:
    """Length of the longest common subsequence."""
    return LCSseq.similarity(a, b)


def best(query: str, choices: Sequence[str], *, limit: int = 5, at_least: float = 0.0) -> list[tuple[int, float]]:
    """Return (index, ratio) of the `limit` choices most like `query`, best first, none under `at_least`."""
    found = process.extract(query, choices, scorer=fuzz.ratio, limit=limit, score_cutoff=at_least * 100)
    return [(index, score / 100) for _, score, index in found]


def most_alike(query: str, choices: Iterable[str]) -> float:
    """Return the ratio of the choice most like `query`; 0.0 where there is none."""
    return max((ratio(query, choice) for choice in choices), default=0.0)
