"""What the rest of kjaudit asks of the claims stage."""

from __future__ import annotations

from datetime import date

from kjaudit.model import Citation, Claim, Document, Link, Provenance, Reference, Suggestion

from .fitting import fits
from .origin import card
from .registering import registered


def register(
    document: Document, references: tuple[Reference, ...], citations: tuple[Citation, ...], links: tuple[Link, ...]
) -> tuple[Claim, ...]:
    """Return the checkable statements of `document` in text order. Never raises."""
    return registered(document, citations)


def provenance(
    document: Document, references: tuple[Reference, ...], claims: tuple[Claim, ...], today: date = date.max
) -> Provenance:
    """Return the provenance card of `document` as seen on `today`: no later year can date it. Never raises."""
    return card(document, references, claims, today)


def suggestions(
    document: Document, references: tuple[Reference, ...], citations: tuple[Citation, ...], links: tuple[Link, ...]
) -> tuple[Suggestion, ...]:
    """Return where a source seems to fit another sentence better. Never raises."""
    return fits(document, references, citations, links)
