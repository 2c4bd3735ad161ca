"""Entries, documents and short descriptions of what was found, for the tests of citations."""

from __future__ import annotations

from kjaudit import citations
from kjaudit.citations.authoryear import author_year
from kjaudit.citations.shelf import shelf_of
from kjaudit.citations.zones import Zone
from kjaudit.model import Document, Field, Name, Note, PartialDate, Reference, Span, WorkType


def entry(key, *families, year=None, title="", suffix="", label="", raw="", **more):
    """Return an entry as a parser would read it."""
    printed = raw or f"{', '.join(families)} {year or ''}. {title}"
    return Reference(
        key=key,
        raw=printed,
        span=Span(0, len(printed)),
        label=label,
        type=WorkType.BOOK,
        authors=tuple(Name(family=family) for family in families),
        date=Field(value=PartialDate(year=year, suffix=suffix)) if year else None,
        title=Field(value=title) if title else None,
        **more,
    )


def document(text, *notes, field_codes=()):
    """Return a document whose notes stand after its text, each at the mark "*" of the same rank."""
    whole, made, at = text, [], -1
    for number, words in enumerate(notes, 1):
        at = text.find("*", at + 1)
        start = len(whole) + 2
        whole += "\n\n" + words
        anchor = Span(at, at + 1) if at >= 0 else None
        made.append(Note(key=f"n{number}", number=number, span=Span(start, len(whole)), anchor=anchor))
    return Document(id="d", digest="", title="t", text=whole, notes=tuple(made), field_codes=field_codes)


def resolve(text, references=(), notes=(), **more):
    """Return what a text with these notes cites."""
    made = document(text, *notes, **more)
    return made, citations.resolve(made, tuple(references))


def linked(text, references=(), notes=(), **more):
    """Return (printed group, entry keys, certainties) of every citation."""
    made, resolved = resolve(text, references, notes, **more)
    rows = []
    for citation in resolved.citations:
        links = [link for link in resolved.links if link.citation == citation.key]
        rows.append(
            (citation.span.of(made.text), [link.reference for link in links], [link.certainty.value for link in links])
        )
    return rows


def printed(text, references=()):
    """Return the author-year groups of one stretch of text, those kept only if an entry answers in brackets."""
    found = author_year(text, Zone(Span(0, len(text))), shelf_of(tuple(references)), [])
    return [f"<{group.span.of(text)}>" if group.loose else group.span.of(text) for group in found]
