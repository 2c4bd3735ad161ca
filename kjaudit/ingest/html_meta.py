"""What the head of an HTML page says of it: title, authors, date, outlet, address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kjaudit.model import Byline, Field, PartialDate

from .assembly import Meta

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title")
_AUTHORS = ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "parsely-author")
_DATES = (
    "citation_publication_date",
    "citation_date",
    "article:published_time",
    "dc.date",
    "dcterms.issued",
    "datepublished",
    "pubdate",
    "date",
)
_OUTLETS = ("citation_journal_title", "og:site_name", "application-name")
_ADDRESSES = ("citation_public_url", "og:url")
"""Names of Highwire Press, Dublin Core, Open Graph and schema.org, the most careful first."""
_DATE = re.compile(r"\s*(\d{4})(?:\D{1,2}(\d{1,2})(?:\D{1,2}(\d{1,2}))?)?")
_SURE = 0.7
"""Confidence of what the page says but does not print."""


def meta(root: HtmlElement) -> Meta:
    """Read the meta elements of a page."""
    values: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or element.get("itemprop") or "").lower()
        content = " ".join((element.get("content") or "").split())
        if name and content:
            values.setdefault(name, []).append(content)
    titles = _first(values, _TITLES) or [" ".join(found.text_content().split()) for found in root.iter("title")]
    links = [link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical"]
    addresses = [link for link in [*links, *_first(values, _ADDRESSES)] if link.startswith("http")]
    outlets = _first(values, _OUTLETS)
    dates = [date for raw in _first(values, _DATES) if (date := _date(raw))]
    return Meta(
        title=titles[0] if titles else "",
        byline=Byline(
            authors=tuple(_said(name) for name in _first(values, _AUTHORS) if not name.startswith("http")),
            date=dates[0] if dates else None,
            outlet=_said(outlets[0]) if outlets else None,
            url=_said(addresses[0]) if addresses else None,
        ),
    )


def _first(values: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return next((values[name] for name in names if name in values), [])


def _said(value: str) -> Field[str]:
    return Field(value=value, raw=value, confidence=_SURE)


def _date(raw: str) -> Field[PartialDate] | None:
    found = _DATE.match(raw)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and not 1 <= day <= 31:
        day = None
    return Field(value=PartialDate(year=year, month=month, day=day), raw=raw, confidence=_SURE)
