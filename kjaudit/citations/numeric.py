"""Numbers that stand for entries of a list: "[3, 5-7]", raised "3,5–7", and "(3)" in a text that uses no others."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from kjaudit.model import CitationKind, CitationStyle, Cited, Document, Span

from .found import Found
from .zones import Zone

LONGEST_RANGE = 100
"""A range of more entries than that is no citation."""

_DASHES = r"\-–—‐‑−~～∼〜⁻"
_ONE = rf"\d{{1,4}}[a-z]?(?:\s?(?:[{_DASHES}]|to|bis|a|à)\s?\d{{1,4}}[a-z]?)?"
_LOCATOR = (
    r"(?:,?\s?(?:pp?|S|págs?|chap|ch|cap|Kap|figs?|sec|art|§|Theorem|Thm|Section|Lemma|eqs?|Table|Alg|App)(?![a-z])"
    r"\.?\s?\(?[\w.–-]{1,12}\)?(?:\(\w{1,3}\))?)?"
)
_LIST = rf"{_ONE}{_LOCATOR}(?:\s?(?:[,;，；、]|and|&|y|e|et|und)\s?{_ONE}{_LOCATOR})*"
_SQUARE = re.compile(
    rf"[\[［〔]\s?(?:(?:see|cf\.|e\.g\.,?|vgl\.|siehe|ver|voir|refs?\.?)\s)?(?P<list>{_LIST})\s?[\]］〕]", re.IGNORECASE
)
_ROUND = re.compile(rf"(?<![\w)])[(（]\s?(?P<list>{_LIST})\s?[)）]|(?<=\w)\s[(（](?P<after>{_LIST})[)）]")
_ZERO = re.compile(r"(?<!\d)0+(?!\d)")
_INDEXED = re.compile(r"(?<![^\W_])[A-Za-z]\Z")
"""A variable of one letter: "x[1]" is its first element."""
_LINKED = re.compile(rf"\s?[{_DASHES}]\s?")
_PART = re.compile(
    rf"(?P<first>\d{{1,4}})(?P<letter>[a-z])?(?:\s?(?:[{_DASHES}]|to|bis|a|à)\s?(?P<last>\d{{1,4}}))?(?P<rest>{_LOCATOR})",
    re.IGNORECASE,
)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPTS = re.compile(rf"[{_RAISED}](?:[{_RAISED}]|[\s^()]{{0,3}}[,;⁻‚{_DASHES}][\s^()]{{0,3}}(?=[{_RAISED}]))*")
_PLAIN = str.maketrans(_RAISED + "‚⁻", "0123456789,-")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]|[kcmdnµμ]m|ha|ft|in|mi|yd)\Z")
_CALENDAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d\Z")


def bracketed(text: str, zone: Zone, taken: list[Span]) -> Iterator[Found]:
    """Yield numbers in square brackets of a zone; "[3]–[5]" is one group."""
    pending: Found | None = None
    for match in _SQUARE.finditer(text, zone.span.start, zone.span.end):
        span = Span(*match.span("list"))
        whole = Span(*match.span())
        if _barred(whole, taken):
            continue
        found = None if _INDEXED.search(text, zone.span.start, whole.start) else _found(text, zone, span)
        if found is None:
            continue
        if pending is not None and _LINKED.fullmatch(text, pending.span.end + 1, whole.start):
            joined = _joined(pending, found)
            if joined is not None:
                pending = joined
                continue
        if pending is not None:
            yield pending
        pending = found
    if pending is not None:
        yield pending


def rounded(text: str, zone: Zone, taken: list[Span]) -> Iterator[Found]:
    """Yield numbers in round brackets of a zone: only for a text that cites in no other way."""
    for match in _ROUND.finditer(text, zone.span.start, zone.span.end):
        span = Span(*match.span("list" if match["list"] else "after"))
        found = None if _barred(span, taken) else _found(text, zone, span)
        if found is not None:
            yield found


def superscripts(document: Document, zone: Zone, taken: list[Span], highest: int) -> Iterator[Found]:
    """
    Yield raised numbers of a zone that are neither note marks nor exponents.

    Args:
        document: with the anchors of its notes.
        zone: where to look.
        taken: note marks, sorted.
        highest: a number far above it is no label.
    """
    text = document.text
    for match in _SUPERSCRIPTS.finditer(text, zone.span.start, zone.span.end):
        span = Span(*match.span())
        if _barred(span, taken) or _exponent(text, span):
            continue
        plain = re.sub(r"[\s^()]", "", match.group()).translate(_PLAIN)
        works = tuple(_works(plain, span, exact=False))
        if works and all(int(re.sub(r"\D", "", work.label)) <= highest + 50 for work in works):
            yield Found(span=span, style=CitationStyle.NUMBER, works=works, note=zone.note)


def _exponent(text: str, span: Span) -> bool:
    """Whether raised digits belong to a number, a unit, a symbol ("10⁵", "m²", "R²") or an isotope ("¹³C", "Ca²⁺")."""
    before = text[max(0, span.start - 6) : span.start]
    after = text[span.end : span.end + 1]
    if after in ("⁺", "⁻", "+") or (after.isalpha() and (not before or before[-1].isspace())):
        return True
    if before[-1:] in ("⁻", "−") or (before[-1:] == "-" and _UNIT.search(before[:-1]) is not None):
        return True
    if before[-1:].isdigit():
        return _CALENDAR.search(before) is None
    small = span.of(text) in ("²", "³", "⁴", "¹")
    return small and _UNIT.search(before) is not None


def _barred(span: Span, taken: list[Span]) -> bool:
    place = bisect_left(taken, Span(span.end, span.end))
    return any(other.meets(span) for other in taken[max(0, place - 3) : place])


def _found(text: str, zone: Zone, span: Span) -> Found | None:
    works = tuple(_works(span.of(text), span, exact=True))
    if not works or _ZERO.search(span.of(text)):
        return None
    return Found(span=span, style=CitationStyle.NUMBER, works=works, note=zone.note)


def _works(printed: str, span: Span, *, exact: bool) -> Iterator[Cited]:
    """One work for each number, ranges expanded; `exact`: offsets in `printed` are offsets in the span."""
    for part in _PART.finditer(printed):
        first, last = int(part["first"]), int(part["last"] or part["first"])
        if last < first and part["last"]:
            last = _completed(part["first"], part["last"])
        if first == 0:
            return
        if not 0 < last - first + 1 <= LONGEST_RANGE:
            continue
        place = Span(span.start + part.start(), span.start + part.end()) if exact else span
        for number in range(first, last + 1):
            yield Cited(
                span=place,
                kind=CitationKind.INTEXT,
                label=f"{number}{part['letter'] or ''}",
                locator=part["rest"].strip(" ,"),
            )


def _completed(first: str, last: str) -> int:
    """Return the last number of a range that is printed short: "123-5" is 123 to 125."""
    return int(first[: len(first) - len(last)] + last) if len(last) < len(first) else int(last)


def _joined(left: Found, right: Found) -> Found | None:
    first, last = int(left.works[-1].label or 0), int(right.works[0].label or 0)
    if not 0 < last - first <= LONGEST_RANGE:
        return None
    span = Span(left.span.start, right.span.end)
    between = tuple(Cited(span=span, kind=CitationKind.INTEXT, label=str(number)) for number in range(first + 1, last))
    return Found(span=span, style=left.style, works=(*left.works, *between, *right.works), note=left.note)


def within(found: list[Found], highest: int) -> list[Found]:
    """Return the groups whose numbers a list that ends at `highest` could have: years and distances are left out."""
    limit = 2 * highest + 20
    return [group for group in found if all(int(re.sub(r"\D", "", work.label)) <= limit for work in group.works)]


def numbers_used(found: list[Found]) -> set[str]:
    """Return the labels that a text cites."""
    return {work.label for group in found for work in group.works}


def enclosing(spans: list[Span], at: int) -> Span | None:
    """Return the span of sorted, disjoint `spans` that holds the offset `at`."""
    place = bisect_right(spans, Span(at, 10**12)) - 1
    return spans[place] if place >= 0 and spans[place].end > at else None
