"""What the rest of kjaudit asks of the citation finder and linker."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kjaudit.model import Citation, Document, Link, Reference

from .resolver import resolve_document

_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
"""One for one: places in the text stay what they are."""
_HAN_YEAR = re.compile(
    r"(?<![〇一二三四五六七八九十百千])[一二][〇五六七八九][〇一二三四五六七八九]{2}(?![〇一二三四五六七八九十百千])"
)
_HAN_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")


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
    narrow = _narrow(document)
    if narrow == document.text:
        outcome = resolve_document(document, references)
        return Resolved(references=outcome.references, citations=outcome.citations, links=outcome.links)
    outcome = resolve_document(replace(document, text=narrow), references)
    printed = tuple(
        found if found.in_list else replace(found, raw=found.span.of(document.text)) for found in outcome.references
    )
    return Resolved(references=printed, citations=outcome.citations, links=outcome.links)


def _narrow(document: Document) -> str:
    """Return the text with digits of full width, and in Japanese years in Han characters ("二〇〇三"), as "2003"."""
    narrow = document.text.translate(_WIDE_DIGITS)
    if document.language != "ja":
        return narrow
    return _HAN_YEAR.sub(lambda year: year.group().translate(_HAN_DIGITS), narrow)
