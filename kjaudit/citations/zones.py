"""Where a document may cite: its running text block by block, and its notes; never the reference list."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from kjaudit.model import BlockKind, Document, Note, Span

_SILENT = frozenset(
    {BlockKind.NOTE, BlockKind.ENTRY, BlockKind.CODE, BlockKind.RULE, BlockKind.BYLINE, BlockKind.TITLE}
)


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of text in which citations are looked for; none crosses its ends. `note`: the note it is, or `None`."""

    span: Span
    note: Note | None = None


def zones(document: Document) -> tuple[Zone, ...]:
    """
    Return the zones of `document` in reading order: a note stands where its mark stands.

    Notes without a mark come where their text stands.
    """
    notes = [Zone(note.span, note) for note in document.notes]
    barred = _merged([*document.reference_list, *(note.span for note in document.notes)])
    blocks = [block.span for block in document.blocks if block.kind not in _SILENT]
    if not blocks:
        blocks = _paragraphs(document.text)
    body = [Zone(piece) for span in blocks for piece in _without(span, barred)]
    return tuple(sorted([*body, *notes], key=_place))


def _place(zone: Zone) -> tuple[int, int]:
    if zone.note is None:
        return (zone.span.start, 0)
    anchor = zone.note.anchor
    return (anchor.start if anchor else zone.span.start, 1)


def _paragraphs(text: str) -> list[Span]:
    spans: list[Span] = []
    at = 0
    for part in text.split("\n\n"):
        if part.strip():
            spans.append(Span(at, at + len(part)))
        at += len(part) + 2
    return spans


def _merged(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for span in sorted(spans, key=attrgetter("start", "end")):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _without(span: Span, barred: list[Span]) -> list[Span]:
    """`span` less what `barred` (sorted, disjoint) covers of it."""
    pieces: list[Span] = []
    at = span.start
    first = max(0, bisect_right(barred, span.start, key=attrgetter("start")) - 1)
    for bar in barred[first:]:
        if bar.start >= span.end:
            break
        if bar.end <= at:
            continue
        if bar.start > at:
            pieces.append(Span(at, bar.start))
        at = max(at, bar.end)
    if at < span.end:
        pieces.append(Span(at, span.end))
    return pieces
