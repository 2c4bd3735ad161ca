"""Which asterisks and underscores of a Markdown paragraph are emphasis marks, and which are printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_LONGEST = 3
"""A longer run is printed: "_____" stands for the author of the entry before."""


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A run of `length` marks at `start`, and what it may do."""

    start: int
    mark: str
    length: int
    opens: bool
    closes: bool

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Delimiter:
        """
        Return the run text[start:end] with what it may do.

        As CommonMark 6.2, but that punctuation beside the run does not matter for asterisks: in Chinese, Japanese and
        Korean a title mark often stands between emphasis and word.
        """
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        opens, closes = not after.isspace(), not before.isspace()
        if text[start] == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        short = end - start <= _LONGEST
        return cls(start, text[start], end - start, opens and short, closes and short)


def literal_marks(runs: Sequence[Delimiter]) -> Mapping[int, int]:
    """Return how many marks of each run (by its start) are printed because they have no partner. Linear."""
    left = {run.start: run.length for run in runs}
    waiting: list[Delimiter] = []
    open_marks: Counter[str] = Counter()
    for run in runs:
        if run.closes:
            while left[run.start] and open_marks[run.mark]:
                opener = waiting.pop()
                open_marks[opener.mark] -= 1
                if opener.mark != run.mark:
                    continue
                used = min(left[opener.start], left[run.start])
                left[opener.start] -= used
                left[run.start] -= used
                if left[opener.start]:
                    waiting.append(opener)
                    open_marks[opener.mark] += 1
        if run.opens and left[run.start]:
            waiting.append(run)
            open_marks[run.mark] += 1
    return left
