"""Live citations: the fields of reference managers, and the keys of pandoc."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import replace
from typing import Any

from kjaudit.model import CitationKind, CitationStyle, Cited, Document, FieldCode, FieldCodeOrigin, Name, Note, Span

from .found import Found

_KEY = re.compile(r"(?P<family>[^\W\d_]{2,})[^\d]{0,40}(?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-z])?(?![0-9])")


def with_fields(document: Document, found: list[Found]) -> list[Found]:
    """
    Return `found` with each group told which field printed it, and a group for each field that prints none of them.

    What is printed counts; what the field holds is kept beside it, for the rules that compare the two.
    """
    if not document.field_codes:
        return found
    notes = sorted((note for note in document.notes), key=lambda note: note.span)
    ordered = sorted(found, key=lambda group: group.span)
    starts = [group.span for group in ordered]
    for place, code in enumerate(document.field_codes):
        at = bisect_right(starts, Span(code.span.end, code.span.end))
        met = [index for index in range(max(0, at - 6), at) if ordered[index].span.meets(code.span)]
        for index in met:
            ordered[index] = replace(ordered[index], field_code=place)
        if not met:
            made = _of_field(document, code, place, notes)
            if made is not None:
                ordered.append(made)
    return ordered


def _of_field(document: Document, code: FieldCode, place: int, notes: list[Note]) -> Found | None:
    kind = CitationKind.INTEXT
    works = tuple(held(item, code.span, kind) for item in code.items)
    if not works or code.span.end == code.span.start:
        return None
    within = next((note for note in notes if note.span.covers(code.span)), None)
    if within is not None:
        works = tuple(replace(work, kind=CitationKind.AUTHORDATE) for work in works)
    style = CitationStyle.KEY if code.origin is FieldCodeOrigin.PANDOC else CitationStyle.AUTHOR_YEAR
    bare = code.span.of(document.text).strip("[]() ")
    if style is not CitationStyle.KEY and re.fullmatch(r"[\d,;\s–-]+", bare):
        return None
    return Found(span=code.span, style=style, works=works, note=within, field_code=place)


def held(item: str, span: Span, kind: CitationKind = CitationKind.INTEXT) -> Cited:
    """Return the work that a CSL-JSON item holds; a pandoc key gives name and year where it is made of them."""
    data = _loaded(item)
    label = str(data.get("id", ""))
    names = tuple(_name(each) for each in data.get("author") or data.get("editor") or () if isinstance(each, dict))
    year = _year(data)
    suffix = ""
    if not names and year is None:
        key = _KEY.match(label)
        if key:
            names, year, suffix = (Name(family=key["family"]),), int(key["year"]), key["letter"] or ""
    title = data.get("title")
    return Cited(
        span=span,
        kind=kind,
        names=names,
        year=year,
        suffix=suffix,
        title=title if isinstance(title, str) else "",
        label=label,
    )


def _loaded(item: str) -> dict[str, Any]:
    try:
        data = json.loads(item)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _name(data: dict[str, Any]) -> Name:
    return Name(
        family=str(data.get("family") or ""), given=str(data.get("given") or ""), literal=str(data.get("literal") or "")
    )


def _year(data: dict[str, Any]) -> int | None:
    issued = data.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    try:
        year = int(parts[0][0]) if parts else None
    except (TypeError, ValueError, IndexError):
        return None
    return year if year and year > 0 else None
