"""What the rest of kjaudit asks of the reference parser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kjaudit.model import Document, Reference, Span

from .routing import parse_routed
from .segmentation import Piece, boundary_problems, resolve_repeats, split


def parse(raw: str, *, key: str = "e1", span: Span | None = None) -> Reference:
    """
    Parse one reference string. Never raises.

    Args:
        raw: the string as printed; field spans index into it.
        key: `Reference.key`.
        span: where `raw` stands in a document; default: 0..len(raw).
    """
    return parse_routed(raw, key, span or Span(0, len(raw)))


def entries(document: Document) -> tuple[Reference, ...]:
    """Split `document.reference_list` into entries and parse each; keys "e1", "e2", ... Never raises."""
    pieces = enumerate(split(document), start=1)
    return tuple(resolve_repeats(_entry(document, piece, f"e{number}") for number, piece in pieces))


def parse_list(lines: Iterable[str]) -> Iterator[Reference]:
    """Parse the entries of one list, a string each, in order; a dash for an author stands for the one above."""
    return resolve_repeats(parse(line, key=f"e{number}") for number, line in enumerate(lines, start=1))


def _entry(document: Document, piece: Piece, key: str) -> Reference:
    reference = parse(piece.span.of(document.text), key=key, span=piece.span)
    problems = (*boundary_problems(piece.problems), *reference.problems)
    return replace(reference, label=piece.label or reference.label, problems=problems)
