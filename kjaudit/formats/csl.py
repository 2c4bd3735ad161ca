"""
Reference -> CSL-JSON item, and where each variable was read from.

Variables and types are those of the CSL 1.0.2 data schema (https://docs.citationstyles.org, csl-data.json). What the
schema has no variable for (a translated title, an arXiv number, names in a second script) goes into its `custom`
object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.model import Field, Name, PartialDate, Reference, Span

Item = dict[str, object]
"""A CSL-JSON item as `json` reads and writes it."""

TEXT_VARIABLES: tuple[tuple[str, str], ...] = (
    ("title", "title"),
    ("container_title", "container-title"),
    ("collection_title", "collection-title"),
    ("original", "original-title"),
    ("publisher", "publisher"),
    ("publisher_place", "publisher-place"),
    ("edition", "edition"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("pages", "page"),
    ("status", "status"),
    ("genre", "genre"),
    ("number", "number"),
    ("annotation", "annote"),
    ("doi", "DOI"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("pmid", "PMID"),
    ("url", "URL"),
)
"""Attribute of `Reference` that holds a text, and its CSL variable."""

CUSTOM_VARIABLES: tuple[tuple[str, str], ...] = (("translated_title", "translated-title"), ("arxiv", "arxiv"))
"""The same for what CSL has no variable for: keys of the `custom` object."""

DATE_VARIABLES: tuple[tuple[str, str], ...] = (
    ("date", "issued"),
    ("original_date", "original-date"),
    ("accessed", "accessed"),
)
NAME_VARIABLES: tuple[tuple[str, str], ...] = (
    ("authors", "author"),
    ("editors", "editor"),
    ("translators", "translator"),
)


def to_csl(reference: Reference) -> Item:
    """
    Return `reference` as a CSL-JSON item; a field that was not read is absent.

    The item validates against the CSL data schema. `id` is the key of the reference.
    """
    item: Item = {"id": reference.key, "type": reference.type.value}
    custom: Item = {}
    for attribute, variable in NAME_VARIABLES:
        _add_names(item, custom, reference, getattr(reference, attribute), variable)
    item |= _texts(reference, TEXT_VARIABLES)
    dates: tuple[tuple[str, Field[PartialDate] | None], ...] = tuple(
        (variable, getattr(reference, attribute)) for attribute, variable in DATE_VARIABLES
    )
    item |= {variable: date_to_csl(date.value) for variable, date in dates if date is not None}
    if reference.date and reference.date.value.suffix:
        item["year-suffix"] = reference.date.value.suffix
    if reference.language:
        item["language"] = reference.language
    custom |= _texts(reference, CUSTOM_VARIABLES)
    if reference.others:
        custom["others"] = True
    return item | {"custom": custom} if custom else item


def _add_names(item: Item, custom: Item, reference: Reference, names: tuple[Name, ...], variable: str) -> None:
    if not names:
        return
    item[variable] = printed = [_printed_name(reference, name) for name in names]
    parts = [name_to_csl(name) for name in names]
    if printed != parts:
        custom[f"{variable}-parts"] = parts
    if any(name.original for name in names):
        custom[f"{variable}-original"] = [name.original for name in names]


def _printed_name(reference: Reference, name: Name) -> dict[str, str]:
    """
    Return `name` as CSL, in one piece where it is printed so.

    A Hangul or Han name is printed solid ("윤승민"): where it parts is known but not printed. Such a name is a
    `literal`; `custom` tells its parts. A Japanese name with a blank in it ("岩本 康志") keeps them.
    """
    whole = name.family + name.given
    if name.literal or not name.given or not _SOLID.fullmatch(whole):
        return name_to_csl(name)
    printed = name.span.of(reference.raw) if name.span else whole
    blank = any(mark in printed for mark in " \u3000") and not _HANGUL.fullmatch(whole)
    apart = blank or any(mark in printed for mark in ",，、")
    return name_to_csl(name) if apart else {"literal": whole}


_SOLID = re.compile("[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]+")
_HANGUL = re.compile("[\uac00-\ud7a3]+")


def name_to_csl(name: Name) -> dict[str, str]:
    """Return `name` as a CSL name: `literal`, or `family`, `given` and `suffix` as far as they are known."""
    if name.literal:
        return {"literal": name.literal}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}


def date_to_csl(date: PartialDate) -> dict[str, object]:
    """Return `date` as a CSL date: one list of year, month, day as far as known, or two of a range of years."""
    first = [part for part in (date.year, date.month, date.day) if part is not None]
    parts = [first] if date.end_year is None else [first, [date.end_year]]
    return {"date-parts": parts, "circa": True} if date.circa else {"date-parts": parts}


def field_spans(reference: Reference) -> dict[str, Span]:
    """Return where each CSL variable of `to_csl` stands in `reference.raw`; names: from the first to the last."""
    found = {variable: field.span for variable, field in _fields(reference) if field.span is not None}
    for attribute, variable in NAME_VARIABLES:
        names: tuple[Name, ...] = getattr(reference, attribute)
        spans = [name.span for name in names if name.span is not None]
        if spans:
            found[variable] = Span(min(span.start for span in spans), max(span.end for span in spans))
    return found


def field_confidence(reference: Reference) -> dict[str, float]:
    """Return how sure the parser is of each CSL variable of `to_csl`, 0..1."""
    found = {variable: field.confidence for variable, field in _fields(reference)}
    for attribute, variable in NAME_VARIABLES:
        if getattr(reference, attribute):
            found[variable] = reference.author_confidence
    return found


def _texts(reference: Reference, table: tuple[tuple[str, str], ...]) -> Item:
    fields = ((variable, getattr(reference, attribute)) for attribute, variable in table)
    return {variable: field.value for variable, field in fields if field is not None}


def _fields(reference: Reference) -> Iterator[tuple[str, Field[object]]]:
    for attribute, variable in (*TEXT_VARIABLES, *CUSTOM_VARIABLES, *DATE_VARIABLES):
        field: Field[object] | None = getattr(reference, attribute)
        if field is not None:
            yield variable, field
