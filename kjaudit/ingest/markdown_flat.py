"""A Markdown paragraph as one string, with the place in the file of every character."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


class PieceKind(enum.Enum):
    """What a piece of a paragraph is."""

    TEXT = "text"
    RAISED = "raised"
    NOTE = "note"
    INLINE_NOTE = "inline note"
    CITATION = "citation"


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A piece of a paragraph that came from text[start:end].

    Attributes:
        kind: what it is.
        text: what is printed; of a note its name.
        start, end: where it came from.
        inner: the words of an inline note; the printed form of a citation.
        items: CSL-JSON items of a citation.
    """

    kind: PieceKind
    text: str
    start: int
    end: int
    inner: tuple[Piece, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flat:
    """A paragraph as one string, and where each character of it came from."""

    text: str
    places: tuple[tuple[int, int, int], ...]
    """(from here in `text`, came from there, how many), in order."""


def flattened(text: str, lines: Sequence[tuple[int, int]], joints: Sequence[str]) -> Flat:
    """Join lines, given as slices of `text`, by `joints`; white space around each line is dropped."""
    parts: list[str] = []
    places: list[tuple[int, int, int]] = []
    length = 0
    for at, (start, end) in enumerate(lines):
        raw = text[start:end]
        bare = raw.strip()
        hard = at + 1 < len(lines) and bare.endswith("\\") and not bare.endswith("\\\\")
        bare = bare[:-1].rstrip() if hard else bare
        begin = start + len(raw) - len(raw.lstrip()) if bare else start
        if bare:
            places.append((length, begin, len(bare)))
            parts.append(bare)
            length += len(bare)
        if at < len(joints) and joints[at]:
            places.append((length, begin + len(bare), 1))
            parts.append(joints[at])
            length += 1
    return Flat("".join(parts), tuple(places))


def _first(flat: Flat, at: int) -> int:
    """Return which place of the flat paragraph covers `at` (binary search)."""
    low, high = 0, len(flat.places)
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (middle, high) if flat.places[middle][0] <= at else (low, middle)
    return low


def source_of(flat: Flat, start: int, end: int) -> tuple[int, int]:
    """Return where flat[start:end] came from, as one range."""
    a, source, _ = flat.places[_first(flat, start)]
    b, last, _ = flat.places[_first(flat, max(start, end - 1))]
    return source + start - a, last + end - b


def mapped(flat: Flat, kind: PieceKind, text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield `text` as pieces with their sources, cut where the lines of the paragraph were."""
    if len(text) != end - start:
        a, b = source_of(flat, start, end)
        yield Piece(kind, text, a, b)
        return
    index = _first(flat, start)
    while start < end:
        begin, source, length = flat.places[index]
        stop = min(end, begin + length)
        if stop > start:
            yield Piece(kind, text[: stop - start], source + start - begin, source + stop - begin)
            text, start = text[stop - start :], stop
        index += 1


def cut(flat: Flat, start: int, end: int) -> Flat:
    """Return flat[start:end] as a paragraph of its own."""
    places = []
    for begin, source, length in flat.places:
        a, b = max(begin, start), min(begin + length, end)
        if a < b:
            places.append((a - start, source + a - begin, b - a))
    return Flat(flat.text[start:end], tuple(places))
