"""Decoded text -> NFC with LF and no control characters, and where every piece came from."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_ODD = re.compile(r"\r\n?|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u2060\ufeff]")
"""Line ends of other systems, control characters (C0, C1), and characters that print nothing."""
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""Vertical tab, form feed, next line, line and paragraph separator: all end a line (Unicode standard annex 14)."""


@dataclass(frozen=True, slots=True)
class Run:
    """`text[start:end]` came from `source[source_start:source_end]`; of equal length: character by character."""

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def even(self) -> bool:
        """Whether characters map one to one."""
        return self.end - self.start == self.source_end - self.source_start


@dataclass(frozen=True, slots=True)
class Folded:
    """
    A folded text.

    Attributes:
        text: NFC, LF, no control character but tab and LF.
        runs: where its pieces came from, in text order, without gaps in the text.
        controls: how many control characters were dropped.
    """

    text: str
    runs: tuple[Run, ...]
    controls: int = 0


def fold(decoded: str) -> Folded:
    """
    Fold `decoded` to NFC and LF; drop control characters and characters that print nothing.

    Linear in the length; a text that is already folded keeps one single run.
    """
    sheet = _Sheet()
    controls = 0
    at = 0
    for odd in _ODD.finditer(decoded):
        _compose(sheet, decoded, at, odd.start())
        at = odd.end()
        if odd.group()[0] == "\r" or odd.group() in _BREAKS:
            sheet.put("\n", odd.start(), odd.end())
        elif odd.group() not in _INVISIBLE:
            controls += 1
    _compose(sheet, decoded, at, len(decoded))
    text = "".join(sheet.parts)
    if not unicodedata.is_normalized("NFC", text):
        return _again(text, sheet.runs, controls)
    return Folded(text, tuple(sheet.runs), controls)


def _again(text: str, runs: list[Run], controls: int) -> Folded:
    """Fold once more where dropping a character has brought two together that compose."""
    sheet = _Sheet()
    _compose(sheet, text, 0, len(text))
    return Folded("".join(sheet.parts), compose_runs(tuple(sheet.runs), tuple(runs)), controls)


class _Sheet:
    """Pieces of text with their sources; neighbouring even pieces are kept as one run."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.length = 0

    def put(self, piece: str, source_start: int, source_end: int) -> None:
        if not piece:
            return
        run = Run(self.length, self.length + len(piece), source_start, source_end)
        self.parts.append(piece)
        self.length = run.end
        last = self.runs[-1] if self.runs else None
        if last and last.even and run.even and last.source_end == source_start:
            self.runs[-1] = Run(last.start, run.end, last.source_start, source_end)
        else:
            self.runs.append(run)


def _compose(sheet: _Sheet, decoded: str, start: int, end: int) -> None:
    """Put decoded[start:end] in NFC, one run a changed cluster."""
    piece = decoded[start:end]
    if unicodedata.is_normalized("NFC", piece):
        sheet.put(piece, start, end)
        return
    for a, b in _clusters(piece):
        sheet.put(unicodedata.normalize("NFC", piece[a:b]), start + a, start + b)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs that compose only within themselves: a character and the marks and jamo that may join it."""
    start = 0
    for at in range(1, len(text)):
        if not joins(text[at]):
            yield start, at
            start = at
    if text:
        yield start, len(text)


def joins(character: str) -> bool:
    """Whether `character` may compose with what stands before it (marks; Hangul vowels and finals)."""
    if character < "\u0300":
        return False
    return "\u1160" <= character <= "\u11ff" or unicodedata.category(character)[0] == "M"


def compose_runs(outer: tuple[Run, ...], inner: tuple[Run, ...]) -> tuple[Run, ...]:
    """
    Chain two maps: `outer` leads from a text to a middle text, `inner` from the middle text to its source.

    Returns:
        runs from the text to the source, as fine as the two allow.
    """
    starts = [run.start for run in inner]
    chained: list[Run] = []
    for run in outer:
        chained.extend(_through(run, inner, starts))
    return tuple(chained)


def _through(run: Run, inner: tuple[Run, ...], starts: list[int]) -> Iterator[Run]:
    first = max(bisect_right(starts, run.source_start) - 1, 0)
    if not run.even:
        pieces = []
        for step in inner[first:]:
            if step.start >= run.source_end:
                break
            pieces.append(_part(step, max(step.start, run.source_start), min(step.end, run.source_end)))
        if pieces:
            yield Run(run.start, run.end, pieces[0].source_start, pieces[-1].source_end)
        return
    for step in inner[first:]:
        if step.start >= run.source_end:
            break
        a, b = max(step.start, run.source_start), min(step.end, run.source_end)
        if a >= b:
            continue
        part = _part(step, a, b)
        by = run.start - run.source_start
        yield Run(a + by, b + by, part.source_start, part.source_end)


def _part(run: Run, start: int, end: int) -> Run:
    """Cut `run` to text[start:end]; an uneven run keeps its whole source."""
    if not run.even:
        return Run(start, end, run.source_start, run.source_end)
    by = run.source_start - run.start
    return Run(start, end, start + by, end + by)
