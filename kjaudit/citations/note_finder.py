"""What a note cites: short forms, works in full, short titles, addresses of entries; the rest is comment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kjaudit.language.folding import fold_words
from kjaudit.model import CitationKind, Cited, Span

from .latin_notes import latin_mentions
from .shelf import Shelf, addresses_in, title_keys
from .shortforms import short_forms
from .wide_notes import wide_mentions
from .worklink import HELD, holds

_ADDRESS = re.compile(r"<?(?:https?://|www\.|doi\.org/)[^\s<>]+>?", re.IGNORECASE)
_WIDE = re.compile(r"[\u3005\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WIDE_BRACKET = re.compile(r"[「『《〈｢]")
LONGEST_NOTE = 20_000
"""Characters of a note that are read; the rest is comment."""


def note_mentions(text: str, span: Span, shelf: Shelf) -> list[Cited]:
    """Return the works that the note at `span` names, in order, not overlapping."""
    start, end = span.start, min(span.end, span.start + LONGEST_NOTE)
    found = short_forms(text, start, end, shelf)
    titled = [cited for gap in _gaps(start, end, found) for cited in _titled(text, gap, shelf)]
    found = _joined(text, _with(found, titled))
    addressed = [cited for gap in _gaps(start, end, found) for cited in _addressed(text, gap, shelf)]
    found = _with(found, addressed)
    if not found:
        found = _of_entry(text, Span(start, end), shelf)
    return found


def _titled(text: str, gap: Span, shelf: Shelf) -> Iterable[Cited]:
    wide = (
        list(wide_mentions(text, gap.start, gap.end, shelf)) if _WIDE_BRACKET.search(text, gap.start, gap.end) else []
    )
    stretch = text[gap.start : gap.end]
    if not wide and len(_WIDE.findall(stretch)) > 0.35 * len(stretch):
        wide = list(wide_mentions(text, gap.start, gap.end, shelf))
    if not wide:
        return latin_mentions(text, gap.start, gap.end, shelf)
    latin: list[Cited] = []
    for rest in _gaps(gap.start, gap.end, wide):
        piece = text[rest.start : rest.end]
        if len(_WIDE.findall(piece)) < 0.2 * len(piece):
            latin += latin_mentions(text, rest.start, rest.end, shelf)
    return _with(wide, latin)


def _joined(text: str, found: list[Cited]) -> list[Cited]:
    """Make one of a title and the "op. cit." or "(n 5)" right after it."""
    out: list[Cited] = []
    for cited in found:
        last = out[-1] if out else None
        if last is not None and last.kind is CitationKind.SHORT and _completes(text, last, cited):
            out[-1] = replace(
                last,
                span=Span(last.span.start, cited.span.end),
                kind=cited.kind if cited.kind is CitationKind.SUPRA else CitationKind.OPCIT,
                note_number=cited.note_number,
                locator=cited.locator or last.locator,
            )
        else:
            out.append(cited)
    return out


def _completes(text: str, title: Cited, form: Cited) -> bool:
    if form.names or form.kind not in (CitationKind.OPCIT, CitationKind.SUPRA):
        return False
    gap = text[title.span.end : form.span.start]
    return len(gap) < 5 and not gap.strip(" ,，、(（[")


def _addressed(text: str, gap: Span, shelf: Shelf) -> Iterable[Cited]:
    """Addresses that an entry prints too."""
    for found in _ADDRESS.finditer(text, gap.start, gap.end):
        keys = addresses_in(found.group().strip("<>"))
        if any(key in shelf.by_address for key in keys):
            yield Cited(span=Span(*found.span()), kind=CitationKind.FULL)


def _of_entry(text: str, span: Span, shelf: Shelf) -> list[Cited]:
    """Return the whole note, where it prints the title of an entry in whatever form."""
    stretch = text[span.start : span.end]
    if len(stretch) > 600:
        return []
    folded = fold_words(stretch)
    keys = title_keys(folded)
    words, grams = set(folded.split()), set(keys)
    for entry in shelf.of_words(keys):
        if holds(entry, words, grams) >= HELD and len(entry.title) > 8:
            bare = stretch.rstrip(" .\n")
            whole = Span(span.start, span.start + len(bare))
            title = entry.reference.title.value if entry.reference.title else ""
            return [Cited(span=whole, kind=CitationKind.FULL, title=title)]
    return []


def _gaps(start: int, end: int, found: list[Cited]) -> list[Span]:
    gaps: list[Span] = []
    at = start
    for cited in sorted(found, key=lambda each: each.span):
        if cited.span.start > at:
            gaps.append(Span(at, cited.span.start))
        at = max(at, cited.span.end)
    if at < end:
        gaps.append(Span(at, end))
    return gaps


def _with(found: list[Cited], more: Iterable[Cited]) -> list[Cited]:
    return sorted([*found, *more], key=lambda each: each.span)
