"""Where in a document something stands, as a person looks for it: page, paragraph or line."""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from dataclasses import dataclass

from kjaudit.model import Document, SourceUnit, Span

SOON = 20
"""Code points within which a cut passage looks for the end of a word."""
REACH = 90
"""Code points of context shown on each side of a quotation."""


class PlaceUnit(enum.Enum):
    """What a place is counted in."""

    PAGE = "page"
    PARAGRAPH = "paragraph"
    LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A number to look for, from 1."""

    unit: PlaceUnit
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A quotation with what stands before and after it in the same block; white space is folded."""

    before: str
    quote: str
    after: str


class Places:
    """Finds places in one document: built once, each question costs the logarithm of the text."""

    def __init__(self, document: Document) -> None:
        self._document = document
        text = document.text
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._runs = [run for run in document.source if run.unit is not SourceUnit.OFFSET]
        self._starts = [run.span.start for run in self._runs]
        self._blocks = [block.span for block in document.blocks]
        self._block_starts = [span.start for span in self._blocks]

    def place(self, span: Span) -> Place:
        """Return the page of a paged format, the paragraph of one that counts them, else the line."""
        at = bisect_right(self._starts, span.start) - 1
        if at >= 0 and self._runs[at].unit is SourceUnit.PAGE:
            return Place(unit=PlaceUnit.PAGE, number=self._runs[at].start)
        if at >= 0 and self._runs[at].unit is SourceUnit.PARAGRAPH:
            return Place(unit=PlaceUnit.PARAGRAPH, number=self._runs[at].start + 1)
        return Place(unit=PlaceUnit.LINE, number=bisect_right(self._lines, span.start))

    def passage(self, span: Span) -> Passage:
        """Return the text at `span` with context that does not leave its block."""
        text = self._document.text
        at = bisect_right(self._block_starts, span.start) - 1
        block = self._blocks[at] if at >= 0 and self._blocks[at].covers(span) else Span(0, len(text))
        start, end = max(block.start, span.start - REACH), min(block.end, span.end + REACH)
        before, after = text[start : span.start], text[span.end : end]
        if start > block.start:
            before = before[_word_start(before) :]
        if end < block.end:
            after = after[: len(after) - _word_start(after[::-1])]
        return Passage(
            before=("… " if start > block.start else "") + _folded(before.rpartition("\n\n")[2]),
            quote=_folded(span.of(text)).strip(),
            after=_folded(after.partition("\n\n")[0]) + (" …" if end < block.end else ""),
        )


def _word_start(text: str) -> int:
    """Return where the first whole word of a cut text begins, if a space comes soon; Han and kana know no spaces."""
    space = text.find(" ", 0, SOON)
    return space + 1 if space >= 0 else 0


def _folded(text: str) -> str:
    """White space of any kind as one space; kept at the ends, where it separates."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")
