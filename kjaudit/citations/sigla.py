"""Letters that stand for a work of the list: "KrV B 34", where an entry opens with "KrV = Kant, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.model import CitationKind, CitationStyle, Cited, Reference, Span

from .found import Found
from .shelf import Shelf, plain_label
from .zones import Zone

_DEFINED = re.compile(r"\W{0,3}(?P<letters>[^\W\d_a-zà-þ][\w.]{0,9}?)\s?=\s?(?=[^\W\d_a-zà-þ])")
"""The opening of an entry that says what it is cited by."""
_NUMBER = r"(?:\d{1,5}|[IVXLC]{1,8})(?![^\W\d_])"
_PLACE = rf",?\s(?:[A-ZÄÖÜ][A-Za-z]{{0,4}}\.?\s)?(?:[AB]\s?)?(?:§+\s?|Nr\.\s|[pS]{{1,2}}\.\s)?{_NUMBER}"
_MORE = rf"(?:[\s,/]{{1,2}}(?:[AB]\s?)?{_NUMBER}|\sff?\.|\sAnm\.){{0,4}}"
"""A place of the first edition (A), the second (B), of a volume or a page."""


def siglum(reference: Reference) -> str:
    """Return the letters that an entry says it is cited by, as printed, or ""."""
    found = _DEFINED.match(reference.raw)
    return found["letters"] if found else ""


def by_siglum(text: str, zones: tuple[Zone, ...], shelf: Shelf) -> Iterator[Found]:
    """Yield each siglum of the list with a place after it, in running text and notes."""
    letters = {siglum(entry.reference): entry for entry in shelf.entries}
    letters.pop("", None)
    if not letters:
        return
    either = "|".join(re.escape(each) for each in sorted(letters, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w.])(?P<letters>{either})(?P<place>{_PLACE}{_MORE})")
    for zone in zones:
        for found in pattern.finditer(text, zone.span.start, zone.span.end):
            cited = Cited(
                span=Span(*found.span()),
                kind=CitationKind.SHORT,
                label=plain_label(found["letters"]),
                locator=found["place"].strip(" ,"),
            )
            yield Found(span=cited.span, style=CitationStyle.KEY, works=(cited,), note=zone.note)
