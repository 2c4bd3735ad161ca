"""Record <-> compact JSON (kept in the local index), and Record -> CSL-JSON (printed)."""

from __future__ import annotations

import json
from typing import Any

from kjaudit.model import Name, PartialDate, Record, Update, UpdateKind

_TEXTS = ("id", "type", "doi", "subtitle", "publisher", "volume", "issue", "pages", "url", "language")
_LISTS = ("titles", "container_titles", "isbn", "issn", "notice_of")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_MOST_NAMES = 20
"""Names kept of a record: comparing reads the first, a reviewer the first few; some records have thousands."""


def to_json(record: Record) -> str:
    """Return `record` as one line of JSON without what is empty; `registry` is not kept."""
    kept: dict[str, object] = {key: value for key in (*_TEXTS, *_LISTS) if (value := getattr(record, key))}
    for key in ("authors", "editors"):
        names: tuple[Name, ...] = getattr(record, key)
        if names:
            kept[key] = [[name.literal] if name.literal else [name.family, name.given] for name in names[:_MOST_NAMES]]
    if record.years:
        kept["years"] = record.years
    if record.date:
        kept["date"] = [record.date.year, record.date.month, record.date.day]
    if record.updates:
        kept["updates"] = [[update.kind.name, update.doi, update.source] for update in record.updates]
    return _ENCODER.encode(kept)


def from_json(line: str | bytes, registry: str) -> Record:
    """Return the record that `to_json` wrote."""
    kept: dict[str, Any] = json.loads(line)
    plain: dict[str, Any] = {"id": ""} | {key: kept[key] for key in _TEXTS if key in kept}
    plain |= {key: tuple(kept[key]) for key in _LISTS if key in kept}
    date = kept.get("date")
    return Record(
        registry=registry,
        authors=tuple(_name(parts) for parts in kept.get("authors", ())),
        editors=tuple(_name(parts) for parts in kept.get("editors", ())),
        years=tuple(kept.get("years", ())),
        date=PartialDate(year=date[0], month=date[1], day=date[2]) if date else None,
        updates=tuple(
            Update(kind=UpdateKind[kind], doi=doi, source=source) for kind, doi, source in kept.get("updates", ())
        ),
        **plain,
    )


def to_csl(record: Record) -> dict[str, object]:
    """Return `record` as a CSL-JSON item, as far as CSL has variables for what it holds."""
    item: dict[str, object] = {"id": record.id, "type": record.type or "document"}
    singles = {
        "DOI": record.doi,
        "title": record.titles[0] if record.titles else "",
        "container-title": record.container_titles[0] if record.container_titles else "",
        "publisher": record.publisher,
        "volume": record.volume,
        "issue": record.issue,
        "page": record.pages,
        "ISBN": " ".join(record.isbn),
        "ISSN": " ".join(record.issn),
        "URL": record.url,
        "language": record.language,
    }
    item |= {key: value for key, value in singles.items() if value}
    for key, names in (("author", record.authors), ("editor", record.editors)):
        if names:
            item[key] = [_csl_name(name) for name in names]
    year = record.date.year if record.date else record.years[0] if record.years else None
    if year is not None:
        item["issued"] = {"date-parts": [[year]]}
    return item


def _csl_name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    return {key: value for key, value in (("family", name.family), ("given", name.given)) if value}


def _name(parts: list[str]) -> Name:
    return Name(literal=parts[0]) if len(parts) == 1 else Name(family=parts[0], given=parts[1])
