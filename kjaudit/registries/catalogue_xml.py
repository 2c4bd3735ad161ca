"""RSS and RDF of library catalogues (NDL Search, CiNii) -> records, by Dublin Core and PRISM elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kjaudit.model import Name, Record

from .csl_work import date_of, normal_doi
from .json_values import plain

if TYPE_CHECKING:
    from lxml import etree

_LIFE_DATES = re.compile(r",?\s*\d{3,4}-(?:\d{3,4})?\s*$|,?\s*-\d{4}\s*$")
_ROLE = re.compile(r"\s*(?:[編著訳監]|編著|監修|監訳|共著|原著|翻訳|[ほか]{2})+\s*$|\s*\[(?:著|編|訳|ほか)\]\s*")
_YEAR = re.compile(r"(1[4-9]\d\d|20\d\d)")


def records(root: etree._Element, registry: str) -> tuple[Record, ...]:
    """Return the works of a feed (`item`), or of an RDF description (`BibResource` that has a title)."""
    found = [record for item in _named(root, "item") if (record := _record(item, registry))]
    if not found:
        found = [record for item in _named(root, "BibResource") if (record := _record(item, registry))]
    return tuple(found)


def _record(item: etree._Element, registry: str) -> Record | None:
    title = _first(item, "title")
    if not title:
        return None
    isbn, doi = _identifiers(item)
    year = next((int(found.group()) for text in _dates(item) if (found := _YEAR.search(text))), None)
    date = date_of({"date-parts": [[year]]})
    pages = "-".join(part for part in (_first(item, "startingPage"), _first(item, "endingPage")) if part)
    main, _, subtitle = title.partition(" : ")
    link = _first(item, "link") or next((value for key, value in item.attrib.items() if str(key).endswith("about")), "")
    return Record(
        registry=registry,
        id=doi or plain(link) or title,
        type="book" if isbn else "",
        doi=doi,
        titles=tuple(dict.fromkeys((main, title))) if subtitle else (title,),
        subtitle=subtitle,
        authors=_names(item),
        container_titles=tuple(dict.fromkeys(_texts(item, "publicationName"))),
        publisher=_first(item, "publisher"),
        date=date,
        years=(date.year,) if date else (),
        volume=_first(item, "volume") if _first(item, "publicationName") else "",
        issue=_first(item, "number"),
        pages=pages or _first(item, "pageRange"),
        isbn=isbn,
        issn=tuple(_texts(item, "issn")),
        url=plain(link),
    )


def _names(item: etree._Element) -> tuple[Name, ...]:
    """Return creators; "Burke, Peter, 1937-" and "佐藤, 太郎" are in parts, "佐藤太郎 著" is not."""
    found: list[Name] = []
    for text in dict.fromkeys(_texts(item, "creator")):
        for piece in re.split(r"\s*[;；]\s*", text):
            bare = _ROLE.sub("", _LIFE_DATES.sub("", piece)).strip(" ,")
            family, comma, given = (part.strip() for part in bare.partition(","))
            if comma and family and "," not in given:
                found.append(Name(family=family, given=given))
            elif bare:
                found.append(Name(literal=bare))
    return tuple(found)


def _identifiers(item: etree._Element) -> tuple[tuple[str, ...], str]:
    """Return ISBNs without hyphens, and a DOI or ""."""
    isbn: list[str] = []
    doi = ""
    for element in _named(item, "identifier"):
        kind = " ".join(str(value) for value in element.attrib.values()).upper()
        text = plain("".join(str(part) for part in element.itertext()))
        if "ISBN" in kind:
            isbn.append(re.sub(r"[^0-9Xx]", "", text))
        doi = doi or (normal_doi(text) if "DOI" in kind or text.startswith("10.") else "")
    for element in _named(item, "hasPart"):
        about = " ".join(str(value) for value in element.attrib.values())
        isbn += re.findall(r"urn:isbn:([0-9Xx]{10,13})", about)
    return tuple(dict.fromkeys(isbn)), doi


def _dates(item: etree._Element) -> Iterator[str]:
    for name in ("publicationDate", "issued", "date"):
        yield from _texts(item, name)


def _texts(item: etree._Element, name: str) -> list[str]:
    """Return the texts of descendants by local name; of nested RDF the value or name, not the reading."""
    found = []
    for element in _named(item, name):
        inner = [child for child in element.iter() if local_name(child) in ("value", "name")]
        text = plain(inner[0].text if inner else "".join(str(part) for part in element.itertext()))
        if text:
            found.append(text)
    return found


def _first(item: etree._Element, name: str) -> str:
    found = _texts(item, name)
    return found[0] if found else ""


def _named(root: etree._Element, name: str) -> list[etree._Element]:
    return [element for element in root.iter() if local_name(element) == name]


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
