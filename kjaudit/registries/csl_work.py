"""
A work in Crossref's JSON, or in CSL-JSON, which it grew out of -> Record.

Shapes: github.com/CrossRef/rest-api-doc (api_format.md) and the CSL 1.0.2 data schema. Titles are lists at Crossref and
strings in CSL; dates may be `{"date-parts": [[null]]}`, authors may lack a given name, or have only a `name`.
"""

from __future__ import annotations

import re

from kjaudit.model import Name, PartialDate, Record, Update, UpdateKind

from .json_values import first, mapping, objects, plain, sequence, texts

_DATES = ("published-print", "issued", "published", "published-online", "published-other", "posted")
"""Where Crossref keeps years of publication; print first, as that is what a reference prints."""

_KINDS = {
    "retraction": UpdateKind.RETRACTION,
    "retracted": UpdateKind.RETRACTION,
    "removal": UpdateKind.RETRACTION,
    "partial_retraction": UpdateKind.PARTIAL_RETRACTION,
    "withdrawal": UpdateKind.WITHDRAWAL,
    "withdrawn": UpdateKind.WITHDRAWAL,
    "expression_of_concern": UpdateKind.CONCERN,
    "concern": UpdateKind.CONCERN,
    "correction": UpdateKind.CORRECTION,
    "corrigendum": UpdateKind.CORRECTION,
    "erratum": UpdateKind.CORRECTION,
    "err": UpdateKind.CORRECTION,
    "addendum": UpdateKind.CORRECTION,
    "clarification": UpdateKind.CORRECTION,
    "new_version": UpdateKind.NEW_VERSION,
    "new_edition": UpdateKind.NEW_VERSION,
}
"""Crossref's update types (crossref.org documentation, "Update types") and the older spellings met in records."""

_RETRACTED_TITLE = re.compile(
    r"\s*[\[(<]?\s*(?:(?P<withdrawn>withdrawn)|retracted)"
    r"(?:\s+(?:article|paper|chapter|book|publication))?\s*(?:[\])>:：.–—-]|$)",
    re.IGNORECASE,
)
"""Publishers put the word before the title; a notice says "Retraction" and is about another work."""

_NOTICE_TITLE = re.compile(
    r"(?:statement\s+of\s+|notice\s+of\s+)?(?:retraction|withdrawal)\s*"
    r"(?:[:：—–-]|$|(?:notice|note)\b|(?:to|of|for|by)\s+[“\"‘'])",
    re.IGNORECASE,
)
"""Titles of notices; some notices are deposited with `updated-by` pointing back to the work they retract."""


def record_of(item: dict[str, object], registry: str) -> Record:
    """Return the record that one work object holds, whatever is missing in it; never raises."""
    doi = normal_doi(plain(item.get("DOI")))
    years = tuple(dict.fromkeys(date.year for date in (date_of(item.get(key)) for key in _DATES) if date))
    titles = texts(item.get("title"))
    subtitle = first(item.get("subtitle"))
    others = (*texts(item.get("original-title")), *texts(item.get("short-title")), *texts(item.get("title-short")))
    return Record(
        registry=registry,
        id=doi or plain(item.get("id")),
        type=plain(item.get("type")),
        doi=doi,
        titles=tuple(dict.fromkeys((*titles, *others))),
        subtitle=subtitle,
        authors=names_of(item.get("author")),
        editors=names_of(item.get("editor")),
        container_titles=_containers(item),
        publisher=plain(item.get("publisher")),
        date=next((date for date in (date_of(item.get(key)) for key in ("issued", *_DATES)) if date), None),
        years=years,
        volume=plain(item.get("volume")),
        issue=plain(item.get("issue")),
        pages=plain(item.get("page")) or plain(item.get("article-number")) or plain(item.get("number")),
        isbn=tuple(re.sub(r"^.*/", "", isbn) for isbn in texts(item.get("ISBN"))),
        issn=texts(item.get("ISSN")),
        url=plain(item.get("URL")),
        language=plain(item.get("language")),
        updates=_updates(item, doi, titles),
        notice_of=_notice_of(item, doi),
    )


def normal_doi(text: str) -> str:
    """Return a DOI in lower case without resolver, "doi:" and closing punctuation; "" where `text` is none."""
    found = re.search(r"10\.\d{4,9}/\S+", text)
    return found.group().rstrip(".,;").lower() if found else ""


def date_of(value: object) -> PartialDate | None:
    """Return a CSL date; `None` for `[[null]]`, for text without a year and for years nobody prints."""
    date = mapping(value)
    parts = sequence(date.get("date-parts"))
    numbers = [_number(part) for part in sequence(parts[0])] if parts else []
    if not numbers or numbers[0] is None:
        found = re.search(r"\b(1[4-9]\d\d|20\d\d)\b", plain(date.get("raw")) or plain(date.get("literal")))
        return PartialDate(year=int(found.group())) if found else None
    year, month, day = (*numbers, None, None)[:3]
    if year is None or not 1 <= year <= 2999:
        return None
    month = month if month is not None and 1 <= month <= 12 else None
    day = day if month is not None and day is not None and 1 <= day <= 31 else None
    return PartialDate(year=year, month=month, day=day, circa=bool(date.get("circa")))


def names_of(value: object) -> tuple[Name, ...]:
    """Return people and bodies; a name without any part is left out."""
    found = []
    for item in objects(value):
        family, given = plain(item.get("family")), plain(item.get("given"))
        particle = plain(item.get("non-dropping-particle"))
        body = plain(item.get("literal")) or plain(item.get("name"))
        if family:
            family = f"{particle} {family}" if particle else family
            found.append(Name(family=family, given=given, suffix=plain(item.get("suffix"))))
        elif body or given:
            found.append(Name(literal=body or given))
    return tuple(found)


def update_kind(name: str) -> UpdateKind:
    """Return the kind of Crossref's update type; OTHER for one not known."""
    return _KINDS.get(name.strip().lower().replace("-", "_").replace(" ", "_"), UpdateKind.OTHER)


def title_says_retracted(title: str) -> UpdateKind | None:
    """
    Return RETRACTION or WITHDRAWAL where a title opens with that mark ("RETRACTED: ..."), else `None`.

    A notice ("Retraction notice to ...") is about another work and says nothing of itself.
    """
    found = _RETRACTED_TITLE.match(title)
    if not found:
        return None
    return UpdateKind.WITHDRAWAL if found.group("withdrawn") else UpdateKind.RETRACTION


def _containers(item: dict[str, object]) -> tuple[str, ...]:
    keys = ("container-title", "short-container-title", "container-title-short", "journalAbbreviation")
    return tuple(dict.fromkeys(text for key in keys for text in texts(item.get(key))))


def _updates(item: dict[str, object], doi: str, titles: tuple[str, ...]) -> tuple[Update, ...]:
    found = []
    if any(_NOTICE_TITLE.match(title) for title in titles):
        return ()
    for update in objects(item.get("updated-by")):
        notice = normal_doi(plain(update.get("DOI")))
        kind = update_kind(plain(update.get("type")))
        found.append(Update(kind=kind, doi=notice, date=date_of(update.get("updated")), source=_source(update)))
    # A notice that replaces the article in place points to its own DOI (10.1016/j.brainres.2022.148038).
    for update in objects(item.get("update-to")):
        if doi and normal_doi(plain(update.get("DOI"))) == doi:
            kind = update_kind(plain(update.get("type")))
            found.append(Update(kind=kind, doi=doi, date=date_of(update.get("updated")), source=_source(update)))
    said = next((kind for kind in map(title_says_retracted, titles) if kind), None)
    if said and not any(update.kind in (UpdateKind.RETRACTION, UpdateKind.WITHDRAWAL) for update in found):
        found.append(Update(kind=said, source="title"))
    return tuple(dict.fromkeys(found))


def _notice_of(item: dict[str, object], doi: str) -> tuple[str, ...]:
    about = (normal_doi(plain(update.get("DOI"))) for update in objects(item.get("update-to")))
    return tuple(dict.fromkeys(other for other in about if other and other != doi))


def _source(update: dict[str, object]) -> str:
    return plain(update.get("source")) or "publisher"


def _number(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    text = str(value).strip()
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else None
