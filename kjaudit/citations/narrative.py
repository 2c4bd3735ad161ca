"""Names in running text before a year: which of them are the authors, and whether it is a citation at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kjaudit import assets
from kjaudit.language.folding import fold_solid, fold_words
from kjaudit.language.names import PARTICLES, is_wide
from kjaudit.language.names_korean import is_korean_name
from kjaudit.model import Cited, Name, Span

from .printed_names import Piece, Run
from .shelf import Entry, Shelf
from .vocabulary import vocabulary

_WORD_AFTER = re.compile(r"\s*[’']?\s*([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s(]*\Z")
_PARTICLE = re.compile(r"(?:은|는|이|가|의|에|도|을|를|와|과|에서|에게|로|으로|は|が|の|に|も|を|と|によ)")
_LEADS = frozenset({"by", "see", "von", "bei", "nach", "laut", "según", "selon", "segundo", "conforme"})
"""Words before a name that make it a source."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """Names that a year belongs to, and where they begin."""

    names: tuple[Name, ...]
    others: bool
    start: int


def narrowed(run: Run, shelf: Shelf, *, whole: bool) -> Run:
    """
    Return the part of `run` that names the authors.

    "In Seoul, Kim and Lee (2014)": the list knows Kim. Without its help the last name counts, with the one that
    "and" ties to it; inside brackets (`whole`) every name counts.
    """
    scored = [(_fit(run, place, shelf), -place) for place in range(len(run.pieces))]
    best, minus = max(scored)
    if best > 0 and (not whole or best > 1):
        place = -minus
        kept = run.since(place)
        first = _known_tail(kept.pieces[0], shelf)
        return Run((first, *kept.pieces[1:]), kept.others, kept.joined)
    if whole or len(run.pieces) == 1:
        return run
    return run.since(_shape(run))


def _shape(run: Run) -> int:
    last = len(run.pieces) - 1
    return last - 1 if run.joined else last


def _fit(run: Run, place: int, shelf: Shelf) -> int:
    """0 where no entry begins with the name at `place`; else 1 more than the names after it that the entry has."""
    piece = _known_tail(run.pieces[place], shelf)
    entries = shelf.by_first.get(fold_solid(piece.text.partition(",")[0]))
    if not entries:
        return 0
    following = [fold_solid(other.text.partition(",")[0]) for other in run.pieces[place + 1 :]]
    best = 0
    for index in entries[:20]:
        best = max(best, _shared(following, shelf.entries[index]))
    return 1 + best if best == len(following) else 0


def _shared(following: list[str], entry: Entry) -> int:
    return sum(1 for name in following if name in entry.everyone)


def _known_tail(piece: Piece, shelf: Shelf) -> Piece:
    """Return the longest end of a piece that is a first author: "historian Ana Serrano" is Serrano."""
    head = piece.text.partition(",")[0]
    starts = [found.start() for found in re.finditer(r"\S+", head)]
    for start in starts:
        if fold_solid(head[start:]) in shelf.by_first:
            return Piece(Span(piece.span.start + start, piece.span.end), piece.text[start:]) if start else piece
    return piece


def plausible(text: str, span: Span, works: list[Cited], shelf: Shelf, *, in_note: bool) -> bool:
    """
    Whether "Name (year)" in running text is a citation even if no entry answers it.

    Films, treaties and people's years look the same, so something more is asked: "et al.", two names, a page, a verb
    of saying after it, a word such as "by" or "see" before it; in a note, that nothing but names stands before it.
    """
    first = works[0]
    if len(works) > 1 or first.others or first.locator or first.suffix:
        return True
    if _known_author(first, shelf):
        return True
    if len(first.names) > 1:
        return all(_surname_like(name) for name in first.names)
    name = str(first.names[0])
    if is_wide(name[-1]):
        return is_korean_name(name) and len(name) > 2 and _PARTICLE.match(text, span.end) is not None
    after = _WORD_AFTER.match(text, span.end)
    before = _WORD_BEFORE.search(text, max(0, span.start - 30), span.start)
    if in_note and _surname_like(first.names[0]) and (before is None or before[1].islower()):
        return True
    said = after is not None and after[1].lower() in vocabulary().reporting
    led = before is not None and before[1].lower() in _LEADS
    return _surname_like(first.names[0]) and (said or led)


def place_like(work: Cited) -> bool:
    """Whether "(Seoul, 2003)" may be where and when: a place that imprints name, or the letters of a state."""
    if len(work.names) != 1 or work.others or work.suffix:
        return False
    name = work.names[0]
    state = len(name.given) == 2 and name.given.isupper() and name.given.isalpha()
    return state or fold_words(name.literal or name.family) in places()


def is_place(names: tuple[Name, ...]) -> bool:
    """Whether what was taken for the first of `names` is a place of publication: "…, Madrid, Alianza, 1997"."""
    first = names[0].literal or names[0].family if names else ""
    return fold_words(first) in places()


def is_place_before(text: str, start: int, year: int) -> bool:
    """Whether a place of publication stands right before a year: ", München 2019"."""
    found = re.search(
        r"[,.]\s(?P<place>[^,.()\d]{3,30}?)(?::\s[^,.()\d]{2,40})?,?\s\Z", text[max(start, year - 80) : year]
    )
    return found is not None and fold_words(found["place"]) in places()


@cache
def places() -> frozenset[str]:
    """Return the places of publication of `resources/models/places.txt`, folded."""
    lines = assets.path("models/places.txt").read_text("utf-8").splitlines()
    return frozenset(fold_words(line) for line in lines if line and not line.startswith("#"))


def _known_author(work: Cited, shelf: Shelf) -> bool:
    name = work.names[0]
    if len(str(name)) < 2:
        return False
    return any(key in shelf.by_first for key in (fold_solid(str(name)), fold_solid(name.family)) if key)


def _surname_like(name: Name) -> bool:
    return len([word for word in str(name).split() if word.lower() not in PARTICLES]) <= 2
