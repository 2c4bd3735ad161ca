"""How two printed values differ: whole words first, then the letters inside a word that was changed."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

LONGEST = 400
"""Values longer than this are shown whole, without marks: what differs could not be seen in them."""

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-"))


class Mark(enum.Enum):
    """Whether a piece stands in both values or in one only."""

    SAME = "same"
    CITED = "cited"
    RECORD = "record"


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
        return _replaced(cited, record)
    return tuple(_joined(_words(cited, record)))


def _words(cited: str, record: str) -> Iterator[Piece]:
    mine, theirs = _WORDS.findall(cited), _WORDS.findall(record)
    for tag, a, b, c, d in _opcodes(mine, theirs):
        if tag == "equal":
            yield Piece(mark=Mark.SAME, text="".join(theirs[c:d]))
        elif tag == "replace" and b - a == d - c == 1:
            yield from _letters(mine[a], theirs[c])
        else:
            yield from _replaced("".join(mine[a:b]), "".join(theirs[c:d]))


def _letters(mine: str, theirs: str) -> Iterator[Piece]:
    if SequenceMatcher(None, mine.casefold(), theirs.casefold(), autojunk=False).ratio() < 0.5:
        yield from _replaced(mine, theirs)
        return
    for tag, a, b, c, d in _opcodes(mine, theirs):
        if tag == "equal":
            yield Piece(mark=Mark.SAME, text=theirs[c:d])
        else:
            yield from _replaced(mine[a:b], theirs[c:d])


def _opcodes(mine: Sequence[str], theirs: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    one, other = [word.casefold() for word in mine], [word.casefold() for word in theirs]
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def _replaced(mine: str, theirs: str) -> tuple[Piece, ...]:
    both = (Piece(mark=Mark.CITED, text=mine), Piece(mark=Mark.RECORD, text=theirs))
    return tuple(piece for piece in both if piece.text)


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in found:
        if last and last.mark is piece.mark:
            last = Piece(mark=last.mark, text=last.text + piece.text)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
