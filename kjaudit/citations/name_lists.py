"""Names that other signs part than a comma, that open with a particle, or that stand earlier in the sentence."""

from __future__ import annotations

import re

from kjaudit.language.folding import fold_solid
from kjaudit.language.names import PARTICLES, is_wide
from kjaudit.model import Name, Span

from .printed_names import Piece, Run
from .shelf import Shelf

_WORD = r"[^\W\d_a-zß-þ][^\W\d_]*(?:['’.\-‐][^\W\d_]*)*"
_LISTED = re.compile(
    rf"(?P<name>(?:(?:d[aeio]s?|von|van|der|del|la)\s)?{_WORD}(?:\s(?:(?:d[aeio]s?|von|van|der|e)\s)?{_WORD}){{0,3}})"
    r"(?:,\s?(?P<given>(?:[A-ZÀ-Þ]\.[\s-]?){1,3}))?\s?;\s*"
)
_BEFORE_RUN = re.compile(r"(?<!\w)(?:[^\W\d_]{1,5}[ \u00a0]){1,3}\Z")
_SENTENCE = re.compile(r"[.!?。．！？](?=\s|[^\x00-\x7f])|(?<=다)\.|\n")
_NAMED = re.compile(r"(?<![^\W_])[^\W\d_a-zß-þ\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3][^\W\d_]+(?:['’‐-][^\W\d_]{2,})*")
_WIDE_WORD = re.compile(r"(?<!\w)[\u3400-\u9fff\uac00-\ud7a3々ヶ]{2,8}")
_FAR = 220
"""Characters before "(2011: 504)" in which the sentence is read."""


def before_semicolons(
    text: str, floor: int, start: int, names: tuple[Name, ...], shelf: Shelf
) -> tuple[tuple[Name, ...], int]:
    """
    Return names and their start with those that semicolons part from them: "SILVA; SOUZA, 2010" is one work (ABNT).

    Only names may stand between `floor` and `start`: a work named before would have its year. Where the list knows the
    last name as a first author and not the others, it stands alone: "(USA; Kim, 2014)".
    """
    gap = text[floor:start]
    if ";" not in gap or len(gap) > _FAR:
        return names, start
    lead = len(gap) - len(gap.lstrip(" ;,\n"))
    found: list[Name] = []
    at = lead
    while at < len(gap):
        match = _LISTED.match(gap, at)
        if match is None:
            return names, start
        span = Span(floor + match.start("name"), floor + match.end("name"))
        found.append(Name(family=match["name"], given=(match["given"] or "").strip(), span=span))
        at = match.end()
    alone = bool(found) and shelf.knows(str(names[0])) and not shelf.knows(found[0].family)
    return ((*found, *names), floor + lead) if found and not alone else (names, start)


def with_particles(text: str, run: Run, floor: int, shelf: Shelf, *, bracketed: bool) -> Run:
    """
    Return a run with the particles in small letters before it: "de la Cruz", where an entry or a bracket vouches.

    In running text "de" before a name is mostly a preposition: there the list must have the name with it.
    """
    low = max(floor, run.start - 18)
    before = _BEFORE_RUN.search(text, low, run.start)
    if before is None:
        return run
    words = before.group().split()
    while words and words[0] not in PARTICLES:
        words = words[1:]
    first = run.pieces[0]
    while words:
        start = text.index(words[0], before.start(), run.start)
        longer = text[start : first.span.end]
        fills = bracketed and not text[floor:start].strip(" ;,\n") and all(word in PARTICLES for word in words)
        if fills or fold_solid(longer.partition(",")[0]) in shelf.by_first:
            piece = Piece(Span(start, first.span.end), longer)
            return Run((piece, *run.pieces[1:]), run.others, run.joined)
        words = words[1:]
    return run


def named_in_sentence(text: str, floor: int, end: int, year: int | None, shelf: Shelf) -> Name | None:
    """Return the one name of the sentence before `end` whose author has an entry of that year."""
    low = max(floor, end - _FAR)
    cuts = [found.end() for found in _SENTENCE.finditer(text, low, end)]
    low = cuts[-1] if cuts else low
    hits: dict[int, Name] = {}
    for found in _NAMED.finditer(text, low, end):
        bare = re.sub(r"['’]s?\Z", "", found.group())
        _note(hits, bare, Span(found.start(), found.start() + len(bare)), year, shelf)
    for found in _WIDE_WORD.finditer(text, low, end):
        for size in range(min(5, len(found.group())), 1, -1):
            word = found.group()[:size]
            if _note(hits, word, Span(found.start(), found.start() + size), year, shelf):
                break
    return next(iter(hits.values())) if len(hits) == 1 else None


def _note(hits: dict[int, Name], word: str, span: Span, year: int | None, shelf: Shelf) -> bool:
    places = shelf.by_first.get(fold_solid(word), ())
    dated = [place for place in places[:24] if year in shelf.entries[place].years]
    for place in dated[:1]:
        hits[place] = Name(literal=word, span=span) if is_wide(word[0]) else Name(family=word, span=span)
    return bool(dated)
