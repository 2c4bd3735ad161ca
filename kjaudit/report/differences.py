"""How two printed values differ, in pieces that a page can colour."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.matching import Op, diff

LONGEST = 2000
"""Values longer than this are shown whole, without marks: what differs could not be seen in them."""

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-"))
_MARKED = re.compile(r"\[-(?P<gone>(?:[^-]|-(?!\]))*)-\]|\{\+(?P<new>(?:[^+]|\+(?!\}))*)\+\}")


class Mark(enum.Enum):
    """Whether a piece stands in both values or in one only."""

    SAME = "same"
    CITED = "cited"
    RECORD = "record"


_MARKS = {Op.SAME: Mark.SAME, Op.GONE: Mark.CITED, Op.NEW: Mark.RECORD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of characters and where it stands."""

    mark: Mark
    text: str


def folded(value: str) -> str:
    """Return `value` without what does not count as a difference: case, width, kinds of dash, marks, space."""
    wide = unicodedata.normalize("NFKC", value).casefold().translate(_DASHES)
    return "".join(character for character in wide if character.isalnum() or character == "-").strip("-")


def differ(cited: str, record: str) -> bool:
    """Whether the two say something different to a reader, once folded."""
    return folded(cited) != folded(record)


def pieces(cited: str, record: str) -> tuple[Piece, ...]:
    """Return the pieces that make `cited` (SAME and CITED) and `record` (SAME and RECORD), in reading order."""
    if len(cited) > LONGEST or len(record) > LONGEST:
        both = (Piece(mark=Mark.CITED, text=cited), Piece(mark=Mark.RECORD, text=record))
        return tuple(piece for piece in both if piece.text)
    return tuple(Piece(mark=_MARKS[run.op], text=run.text) for run in diff(cited, record) if run.text)


def marked(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a difference written on one line ("[-Moisiu-]{+Moisio+}"), () where `text` is none."""
    return tuple(_pieces(text)) if _MARKED.search(text) else ()


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    for found in _MARKED.finditer(text):
        if found.start() > at:
            yield Piece(mark=Mark.SAME, text=text[at : found.start()])
        gone = found["gone"]
        yield Piece(mark=Mark.RECORD if gone is None else Mark.CITED, text=found["new"] if gone is None else gone)
        at = found.end()
    if at < len(text):
        yield Piece(mark=Mark.SAME, text=text[at:])
