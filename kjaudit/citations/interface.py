"""What the rest of kjaudit asks of the citation finder and linker."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kjaudit.model import Citation, Document, Link, Reference

from .plain_print import plain_print
from .resolver import resolve_document


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """
    What a document cites.

    Attributes:
        references: those given, then, in a document without a list, the works its notes name in full (`in_list` false).
        citations: in reading order.
        links: one for each work of each citation, in the same order.
    """

    references: tuple[Reference, ...] = ()
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()


def resolve(document: Document, references: tuple[Reference, ...]) -> Resolved:
    """Find the citations of `document` and link them to `references`. Never raises."""
    narrow = plain_print(document)
    if narrow == document.text:
        outcome = resolve_document(document, references)
        return Resolved(references=outcome.references, citations=outcome.citations, links=outcome.links)
    outcome = resolve_document(replace(document, text=narrow), references)
    printed = tuple(
        found if found.in_list else replace(found, raw=found.span.of(document.text)) for found in outcome.references
    )
    return Resolved(references=printed, citations=outcome.citations, links=outcome.links)
