"""Where in a note in Latin script a work may begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.language.folding import fold_solid, fold_words

from .latin_lead import Lead, after_signals, lead_at
from .latin_parts import Part
from .narrative import is_place, is_place_before
from .shelf import Shelf

QUOTED = re.compile(r"[“\"«„‘”]\s?(?P<title>[^“”\"«»„]{3,400}?)\s?[”\"»“’](?!\w)")
YEAR = re.compile(r"(?<![\w./-])(?:1[4-9]|20)\d\d(?!\w|/(?!\d{2}(?!\d))|-\d{5}|[-–]\d{3,4}-)")
_CAP = r"[^\W\d_a-zà-þ]"
_WORD = rf"(?:{_CAP}['’])?{_CAP}[^\W\d_]+(?:['’‐-]{_CAP}?[^\W\d_]+)*"
_IN_PROSE = re.compile(
    r"(?:(?<=[a-zß-þ,] )|(?<=\b[dlDL]['’]))"
    rf"(?P<given>(?:(?:(?:{_CAP}\.-?){{1,3}}|{_WORD})\s(?:(?:de|da|do|dos|von|van|der|den|di|du|le|la|y|e|Y)\s){{0,2}}){{0,4}})"
    rf"(?P<family>{_WORD})"
    rf"(?=,\s(?:{_CAP}|[“«\"„‘])|:\s(?:{_CAP}|[“«\"„])|\s[“«\"„‘]|\s?/\s?{_CAP}|\s[–-]\s{_CAP}|,?\s(?:et\sal|u\.\s?a\.|and\sothers|and\s{_CAP}"
    rf"|und\s{_CAP}|et\s{_CAP}|y\s{_CAP}|e\s{_CAP}|\((?:eds?|coords?|dirs?|Hrsg|Hg|orgs?|a\scura)\b))"
)
"""An author named within a sentence: given names, family name, then a title, a further author or a role."""
_IMPRINTED = re.compile(
    rf",\s(?={_CAP})[^,;()]{{2,40}}[,:]\s(?={_CAP})[^,;()]{{2,80}},?\s(?:1[4-9]|20)\d\d(?!\d)"
    rf"|,\s(?:{_WORD}[ /]){{1,3}}(?:1[4-9]|20)\d\d(?=[,.;]|\Z)"
    rf"|\((?:[^():]{{2,40}}:\s)?[^()]{{0,80}}(?:1[4-9]|20)\d\d\)"
    rf"|[,.]\s(?:in|In|en|dans|em|nel|nella):?\s(?=[^\W\d_a-zà-þ“«\"„])[^;]{{2,200}}(?:1[4-9]|20)\d\d(?!\d)"
)
"""What makes a name and words a work: place, publisher and year; a year in brackets; "in" a journal of a year."""


_ROMAN = re.compile(r"[IVXLC]+")
"""The number of a volume or century, no name."""
_ROLE_BEFORE = re.compile(
    r"(?:\béds?\.|\beds?\.|\b[Hh]gs?\.|\b[Hh]rsg\.|\btrad\.|\btrans\.|\bübers\.|\bdir\.|a cura|[Ee]dited|[Tt]ranslated"
    r"|herausgegeben|übersetzt)\s(?:par\s|by\s|von\s|v\.\s|di\s|de\s|d['’])?\Z"
)
"""What an editor or translator did, before his name: no work begins there."""


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
            if lead.names and _ROMAN.fullmatch(str(lead.names[0])):
                continue
            if text[max(0, begin - 2) : begin] == ", " and not lead.known and is_place(lead.names):
                continue
            if begin > part.start and not lead.known and _ROLE_BEFORE.search(text, max(part.start, begin - 24), begin):
                continue
            return Start(begin, lead)
    return None


def _openings(text: str, at: int, part: Part, shelf: Shelf) -> Iterator[int]:
    """
    Places where a citation may begin.

    The start of a part; then in order: after a colon, a bracket, a word such as "see", and where a sentence names the
    first author of an entry, or an author in full with a title and a date.
    """
    begin = after_signals(text, at, part.end)
    yield begin
    later = {door for door in part.doors if door >= at}
    later.update(_in_prose(text, begin, part, shelf))
    yield from sorted(later - {begin})


def _in_prose(text: str, begin: int, part: Part, shelf: Shelf) -> Iterator[int]:
    for named in _IN_PROSE.finditer(text, begin, part.end):
        known = shelf.knows(named["family"]) or shelf.knows(f"{named['given'].split(' ')[-2:][0]} {named['family']}")
        if known:
            yield named.start("given" if _bears(named, shelf) else "family")
        elif _in_full(text, named) and _a_work(text, named, part, shelf):
            yield named.start("given")


def _bears(named: re.Match[str], shelf: Shelf) -> bool:
    """Whether what stands before a known family name may be given names: initials, or words that the entry prints."""
    words = [word for word in named["given"].split() if len(word.strip(".-")) > 1 and not word.endswith(".")]
    if not words:
        return True
    places = shelf.by_first.get(fold_solid(named["family"]), ())[:12]
    opening = " ".join(fold_words(shelf.entries[place].reference.raw[:160]) for place in places).split()
    return not places or all(fold_words(word) in opening or fold_words(word)[:1] in opening for word in words)


def _in_full(text: str, named: re.Match[str]) -> bool:
    """Whether more than a family name is printed: given names, capitals before a comma, a name after a slash."""
    family = named["family"]
    return bool(named["given"]) or (family.isupper() and len(family) > 3) or text[named.end() : named.end() + 1] == "/"


def _a_work(text: str, named: re.Match[str], part: Part, shelf: Shelf) -> bool:
    """Whether a name in full within a sentence has a title in marks right after it, or a date of publication behind."""
    lead = lead_at(text, named.start("given"), part.end, shelf)
    if lead is None or not lead.strong or is_place(lead.names):
        return False
    behind = max(named.end(), lead.end - 2)
    if QUOTED.match(text, lead.end, part.end) or _IMPRINTED.search(text, behind, part.end):
        return True
    return any(is_place_before(text, behind, year.start()) for year in YEAR.finditer(text, behind, part.end))


def opens_another(text: str, part: Part, shelf: Shelf) -> bool:
    """Whether a sentence opens with a word such as "cf." and then a name: "Weber, Roads, 62. Cf. Haas, “Tolls,” 8"."""
    begin = after_signals(text, part.start, part.end)
    lead = lead_at(text, begin, part.end, shelf) if begin > part.start else None
    return lead is not None and bool(lead.names)


def opens_within(text: str, part: Part, shelf: Shelf) -> bool:
    """Whether a sentence names, further on, the author of another work: "A different view is taken in Weber, Roads"."""
    return any(begin > part.start for begin in _in_prose(text, part.start, part, shelf))
