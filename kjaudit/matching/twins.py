"""Entries of one list that mean the same work in the same edition: stricter than "the same work"."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kjaudit.language.folding import fold_solid
from kjaudit.language.names import has_wide
from kjaudit.model import Distance, Reference

from .blocking import index
from .fields import free_numbers, same_number, same_pages, same_volume
from .names import authors_distance
from .strings import ratio
from .titles import TitleLink, TitleVerdict, compare_titles, may_be_one
from .work import Work, of_references
from .works import compare

_REVIEW = re.compile(
    r"\b(?:review(?:ed)?|rezension|compte rendu|recensi[oóe]n?|reseña|resenha)\b|서평|書評|书评", re.IGNORECASE
)
_TAIL = re.compile(
    r"(?:https?://|www\.|doi:?\s?|10\.\d{4,9}/|pubmed:?\s?|pmid:?\s?|pmcid:?\s?|issn:?\s?|isbn:?\s?)\S.*$",
    re.IGNORECASE | re.DOTALL,
)
SAME_TITLE, SAME_AUTHORS = 0.2, 0.25
"""Up to these distances a title and a list of authors are taken for copies of each other."""
LIKELIEST = 12
"""A twin shares name, year and title words: it is among the likeliest candidates or nowhere."""
NEARLY_ALL = 0.97
"""Two entries in which names or title were not read alike are twins from this likeness of all their letters on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """An entry that repeats an earlier one: keys of both, and how far they are apart."""

    key: str
    of: str
    distance: Distance


def twins(references: Sequence[Reference]) -> tuple[Twin, ...]:
    """
    Return the entries that repeat an earlier entry, in list order, each against the first it repeats.

    Candidates come from an index, so the cost grows with the number of entries, not with their pairs.
    """
    return _twins(tuple(references))


@functools.lru_cache(maxsize=2)
def _twins(references: tuple[Reference, ...]) -> tuple[Twin, ...]:
    """Do what `twins` does, once for the two rules that ask."""
    works = of_references(references)
    found: list[Twin] = []
    same_raw: dict[str, int] = {}
    kept = index(works)
    repeated: set[int] = set()
    for at, work in enumerate(works):
        solid = fold_solid(_without_label(references[at]))
        first = same_raw.setdefault(solid, at) if len(solid) > 8 else at
        if first != at:
            repeated.add(at)
            found.append(Twin(key=work.key, of=works[first].key, distance=Distance(penalties=())))
            continue
        nearest = kept.candidates(
            names=work.names, years=work.years, title=" ".join(work.titles[:1]), doi=work.doi, limit=LIKELIEST
        )
        for other in sorted(nearest):
            if other < at and other not in repeated and is_twin(work, works[other]):
                repeated.add(at)
                found.append(Twin(key=work.key, of=works[other].key, distance=compare(works[other], work).distance))
                break
    return tuple(found)


def _without_label(reference: Reference) -> str:
    return reference.raw.removeprefix(reference.label)


def is_twin(a: Work, b: Work) -> bool:
    """
    Whether two entries mean one work, edition and part.

    Not: two works of one year told apart by a letter; another edition, volume, chapter or page; a review and its book;
    a lecture and its article; pages of one site at different addresses.
    """
    if a.doi != b.doi if a.doi and b.doi else _nothing_alike(a, b):
        return False
    place = same_volume(a, b), same_pages(a, b)
    across = has_wide("".join(a.titles)) != has_wide("".join(b.titles))
    doi = bool(a.doi and b.doi)
    if not doi and (False in place or (across and place != (True, True))):
        return False
    if _told_apart(a, b):
        return False
    if doi:
        return _alike(a, b)
    title = compare_titles(a.titles, b.titles)
    if title.distance is not None and _same_authors(a, b, title) and _same_printing(a, b, title, place):
        return True
    # Where names or title were read wrongly, the letters still show a copy.
    letters = title.link is not TitleLink.PART and ratio(_solid(a), _solid(b)) >= NEARLY_ALL
    return letters and a.years[:1] == b.years[:1] and _one_holds_other(a, b)


def _nothing_alike(a: Work, b: Work) -> bool:
    """Whether neither titles nor letters can make two entries copies: what most pairs show at once."""
    if not a.titles or not b.titles or (a.first_page and a.first_page == b.first_page):
        return False
    if any(may_be_one(mine, theirs) for mine in a.titles for theirs in b.titles):
        return False
    return ratio(_solid(a), _solid(b)) < NEARLY_ALL


def _same_authors(a: Work, b: Work, title: TitleVerdict) -> bool:
    authors = authors_distance(a.names, b.names, a_others=a.others, b_others=b.others)
    if authors is None:
        dated = bool(a.years) == bool(b.years)
        return dated and (not (a.names or b.names) or (title.distance or 0.0) <= 0.05)
    return authors <= SAME_AUTHORS


def _told_apart(a: Work, b: Work) -> bool:
    """Whether a letter, a volume, an edition, a year, an address or the sort of work tells two works apart."""
    if a.suffix != b.suffix and a.suffix and b.suffix:
        return True
    if same_number(a.edition, b.edition) is False or (bool(a.edition) != bool(b.edition) and _edition_counts(a, b)):
        return True
    if bool(_REVIEW.search(a.raw)) != bool(_REVIEW.search(b.raw)):
        return True
    if a.url and b.url and _address(a.url) != _address(b.url) and "doi.org" not in a.url + b.url:
        return True
    return bool(a.translators) != bool(b.translators)


def _edition_counts(a: Work, b: Work) -> bool:
    return not (a.years and b.years and a.years[0] == b.years[0])


def _address(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[/#?]+$", "", url.strip().lower())


def _alike(a: Work, b: Work) -> bool:
    title = compare_titles(a.titles, b.titles).distance
    return title is None or title <= 0.5


def _same_printing(a: Work, b: Work, title: TitleVerdict, place: tuple[bool | None, bool | None]) -> bool:
    years = bool(a.years and b.years)
    if years and a.years[0] != b.years[0]:
        # One number of a journal has one year: then the year is the slip.
        return title.link is TitleLink.SAME and place == (True, True)
    if title.link is TitleLink.SAME and (title.distance or 0.0) <= SAME_TITLE:
        return _one_holds_other(a, b) or (place == (True, True) and years)
    if title.link in (TitleLink.SHORT, TitleLink.SOUND, TitleLink.MEANING):
        return years and place == (True, True)
    return False


def _one_holds_other(a: Work, b: Work) -> bool:
    """Whether all numbers of one entry stand in the other: else a day, a part or an item number tells them apart."""
    mine, theirs = (_numbers(work) for work in (a, b))
    return mine <= theirs or theirs <= mine


def _numbers(work: Work) -> frozenset[str]:
    found = free_numbers(_TAIL.sub(" ", work.raw))
    return found - {work.first_page, work.last_page, work.last_page[-2:], work.last_page[-1:]}


def _solid(work: Work) -> str:
    return fold_solid(work.raw[:1000])
