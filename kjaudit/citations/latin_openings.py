"""Where in a note in Latin script a work may begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from .latin_lead import Lead, after_signals, lead_at
from .latin_parts import Part
from .narrative import is_place
from .shelf import Shelf

QUOTED = re.compile(r"[“\"«„‘”]\s?(?P<title>[^“”\"«»„]{3,400}?)\s?[”\"»“’](?!\w)")
YEAR = re.compile(r"(?<![\w./-])(?:1[4-9]|20)\d\d(?!\w|/(?!\d{2}(?!\d))|-\d{5}|[-–]\d{3,4}-)")
_FAMILY = r"[^\W\d_a-zà-þ][^\W\d_]{2,}(?:-[^\W\d_a-zà-þ][^\W\d_]+)?"
_IN_PROSE = re.compile(
    r"(?:(?P<by>\b(?:by|de|of|von|bei|par|di|do|da|del|van|av|d['’])\s?)|(?<=[a-zß-þ,] )|(?<=\bl['’]))"
    r"(?P<given>(?:(?:[^\W\d_a-zà-þ]\.[ -]?|[^\W\d_a-zà-þ][^\W\d_]+(?:-[^\W\d_a-zà-þ][^\W\d_]+)?\s){0,3}))"
    rf"(?P<family>{_FAMILY})"
    r"(?=,\s[^\W\d_a-zà-þ“«\"]|/|\s\((?:eds?|coords?|dirs?|Hrsg|Hg|orgs?|a cura)\b|:\s[^\W\d_a-zà-þ“«\"„])"
)
"""An author named within a sentence: given names, family name, then a title or what the author did."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a work seems to begin, and its lead."""

    at: int
    lead: Lead


def first_from(pieces: list[Part], at: int) -> int:
    """Return the index of the first part that ends after `at`."""
    return bisect_right(pieces, at, key=_end)


def _end(part: Part) -> int:
    return part.end


def next_start(text: str, at: int, pieces: list[Part], shelf: Shelf) -> Start | None:
    """Return the next place at which a name, or a title in quotation marks, opens a citation."""
    for part in pieces[first_from(pieces, at) :]:
        for begin in _openings(text, max(at, part.start), part, shelf):
            lead = lead_at(text, begin, part.end, shelf)
            if lead is None or not (lead.names or lead.inherits or QUOTED.match(text, begin, part.end)):
                continue
            if text[max(0, begin - 2) : begin] == ", " and not lead.known and is_place(lead.names):
                continue
            return Start(begin, lead)
    return None


def _openings(text: str, at: int, part: Part, shelf: Shelf) -> Iterator[int]:
    """
    Places where a citation may begin.

    The start of a part; then in order: after a colon, a bracket, a word such as "see", where a sentence names the first
    author of an entry, or after "the work by" an author in full with title and year.
    """
    begin = after_signals(text, at, part.end)
    yield begin
    later = {door for door in part.doors if door >= at}
    for named in _IN_PROSE.finditer(text, begin, part.end):
        if shelf.knows(named["family"].strip()) or (named["by"] and YEAR.search(text, named.end(), part.end)):
            later.add(named.start("given"))
    yield from sorted(later - {begin})


def opens_another(text: str, part: Part, shelf: Shelf) -> bool:
    """Whether a sentence opens with a word such as "cf." and then a name: "Weber, Roads, 62. Cf. Haas, “Tolls,” 8"."""
    begin = after_signals(text, part.start, part.end)
    lead = lead_at(text, begin, part.end, shelf) if begin > part.start else None
    return lead is not None and bool(lead.names)


def titled_within(text: str, part: Part, shelf: Shelf) -> bool:
    """Whether a sentence names, further on, an author in full and then a title in quotation marks: another work."""
    for quoted in QUOTED.finditer(text, part.start, part.end):
        for door in part.doors:
            lead = lead_at(text, door, part.end, shelf) if part.start < door < quoted.start() else None
            if lead is not None and lead.strong and lead.end == quoted.start():
                return True
    return False
