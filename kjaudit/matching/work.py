"""A work as matching sees it: what an entry, a record or a citation says of it, in one shape."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kjaudit.language.folding import fold_dashes
from kjaudit.model import Name, Record, Reference, Script

_PAGES = re.compile(r"([A-Za-z]{0,3}\d{1,7})(?:\s*-\s*([A-Za-z]{0,3}\d{1,7}))?")
_NUMBERED = re.compile(r"(.*[^\W\d].*?)\s+(\d{1,3}(?:\s?\(\d{1,3}\)|[-.]\d{1,3})?)")
_DOI_LEAD = re.compile(r"^(?:https?://)?(?:dx\.)?doi\.org/|^doi:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """
    What is said of one work. Text as printed, numbers too ("45-4" is a volume); "" and () where nothing is said.

    Attributes:
        key: of the reference or record it was made of, or "".
        names: authors in order, or the editors where there is no author.
        others: "et al." follows the names.
        translators: names of translators.
        years: years of publication that are given, the preferred first.
        suffix: the letter that tells works of a year apart.
        status: "forthcoming" and the like, where there is no year.
        titles: title first, then its other forms (translated, short, with subtitle).
        containers: journal, book or series that it is part of, likewise.
        first_page, last_page: last in full (168-79 gives 179).
        doi: lower case, without resolver.
        raw: the whole string as printed, or "".
    """

    key: str = ""
    names: tuple[Name, ...] = ()
    others: bool = False
    translators: tuple[Name, ...] = ()
    years: tuple[int, ...] = ()
    suffix: str = ""
    status: str = ""
    titles: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    volume: str = ""
    issue: str = ""
    first_page: str = ""
    last_page: str = ""
    edition: str = ""
    doi: str = ""
    isbn: tuple[str, ...] = ()
    url: str = ""
    publisher: str = ""
    script: Script = Script.NONE
    type: str = ""
    raw: str = ""


def of_reference(reference: Reference, *, names: tuple[Name, ...] = ()) -> Work:
    """
    Return what an entry says; it holds no new facts.

    Args:
        reference: the entry.
        names: authors to use instead, for an entry that prints "_____" for those of the entry above.
    """
    first, last = page_range(reference.pages.value if reference.pages else "")
    containers, volume = _values(reference.container_title, reference.collection_title), _text(reference.volume)
    numbered = _NUMBERED.fullmatch(containers[0]) if containers and not volume and not reference.issue else None
    if numbered:
        containers, volume = (numbered[1], *containers[1:]), numbered[2]
    date = reference.date.value if reference.date else None
    return Work(
        key=reference.key,
        names=names or reference.authors or reference.editors,
        others=reference.others,
        translators=reference.translators,
        years=(date.year,) if date else (),
        suffix=date.suffix if date else "",
        status=reference.status.value if reference.status else "",
        titles=_values(reference.title, reference.translated_title),
        containers=containers,
        volume=volume,
        issue=_text(reference.issue),
        first_page=first,
        last_page=last,
        edition=_text(reference.edition),
        doi=plain_doi(_text(reference.doi)),
        isbn=tuple(re.sub(r"[^0-9Xx]", "", value).upper() for value in _values(reference.isbn)),
        url=_text(reference.url),
        publisher=_text(reference.publisher),
        script=reference.script,
        type=reference.type.value,
        raw=reference.raw,
    )


def of_references(references: Iterable[Reference]) -> tuple[Work, ...]:
    """Return what each entry says; an entry that prints "_____" has the authors of the entry above it."""
    authors: dict[str, tuple[Name, ...]] = {}
    works: list[Work] = []
    for reference in references:
        names = reference.authors
        if reference.same_author_as is not None and not names:
            names = authors.get(reference.same_author_as, ())
        authors[reference.key] = names
        works.append(of_reference(reference, names=names))
    return tuple(works)


def of_record(record: Record) -> Work:
    """Return what a registry record says."""
    first, last = page_range(record.pages)
    years = record.years or ((record.date.year,) if record.date else ())
    titles = record.titles
    if record.subtitle and titles and record.subtitle.lower() not in titles[0].lower():
        titles = (f"{titles[0]}: {record.subtitle}", *titles)
    return Work(
        key=record.id,
        names=record.authors or record.editors,
        years=years,
        titles=titles,
        containers=record.container_titles,
        volume=record.volume,
        issue=record.issue,
        first_page=first,
        last_page=last,
        doi=plain_doi(record.doi),
        isbn=tuple(re.sub(r"[^0-9Xx]", "", value).upper() for value in record.isbn),
        url=record.url,
        publisher=record.publisher,
        type=record.type,
    )


def page_range(pages: str) -> tuple[str, str]:
    """Return first and last page of a printed range, the last in full ("168-79" gives 168 and 179); "" for none."""
    found = _PAGES.search(fold_dashes(pages))
    if not found:
        return "", ""
    first, last = found[1], found[2] or ""
    if last.isdigit() and first.isdigit() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return first, last


def plain_doi(doi: str) -> str:
    """Return a DOI in lower case without resolver, label and closing punctuation."""
    return _DOI_LEAD.sub("", doi.strip()).rstrip(".,;)]").lower()


def _text(field: object) -> str:
    value = getattr(field, "value", "")
    return value if isinstance(value, str) else ""


def _values(*fields: object) -> tuple[str, ...]:
    return tuple(value for value in map(_text, fields) if value)
