"""What the live field behind a printed citation holds: the works its reference manager meant."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.matching import name_distance
from kjaudit.model import Case, Computed, Evidence, Name, say

from .evidence import Linked

SAME = 0.15
"""Name distances up to this are one name in two forms; see `kjaudit.matching.name_distance`."""


@dataclass(frozen=True, slots=True)
class Held:
    """First author and year of one item of a field."""

    name: Name
    year: int


def held(case: Case, item: Linked) -> tuple[Held, ...]:
    """Return the items of the field that printed the citation of `item`; none where it has no field."""
    place = item.citation.field_code
    if place is None:
        return ()
    return tuple(_items(case.document.field_codes[place].items))


def other_name(case: Case, item: Linked) -> Held | None:
    """Return the only item of the printed year, where no item has the printed name."""
    items = held(case, item)
    if not items or not item.work.names or any(_same(item, each) for each in items):
        return None
    of_year = [each for each in items if each.year == item.work.year]
    return of_year[0] if len(of_year) == 1 else None


def other_year(case: Case, item: Linked) -> Held | None:
    """Return the item of the printed name, where none of that name has the printed year."""
    named = [each for each in held(case, item) if item.work.names and _same(item, each)]
    if not named or item.work.year is None or any(each.year == item.work.year for each in named):
        return None
    return named[0]


def from_field(case: Case, item: Linked, found: Held) -> Evidence:
    """Return what the field holds, as evidence."""
    place = item.citation.field_code
    origin = case.document.field_codes[place].origin.value if place is not None else ""
    return Evidence(
        label=say("the {origin} field behind it", origin=origin),
        quote=f"{found.name}, {found.year}",
        source=Computed(how="author and year of the item that the reference manager wrote into the file"),
    )


def _same(item: Linked, each: Held) -> bool:
    return name_distance(item.work.names[0], each.name) <= SAME


def _items(items: tuple[str, ...]) -> Iterator[Held]:
    for text in items:
        try:
            data = json.loads(text)
            author = (data.get("author") or data.get("editor"))[0]
            year = int(data["issued"]["date-parts"][0][0])
            family, literal = str(author.get("family") or ""), str(author.get("literal") or "")
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            continue
        if family or literal:
            yield Held(Name(family=family, given=str(author.get("given") or ""), literal=literal), year)
