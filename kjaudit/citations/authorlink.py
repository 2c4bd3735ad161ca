"""An author and a year -> the entry meant, with what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kjaudit.language.folding import fold_solid, fold_words
from kjaudit.language.hangul import is_hangul
from kjaudit.language.names import is_wide
from kjaudit.matching import Index, name_distance, page_range
from kjaudit.model import Certainty, Cited, Distance, Link, Name, Penalty

from .shelf import Entry, Shelf

AUTHOR, COAUTHORS, COUNT, YEAR, LETTER = 3.0, 1.5, 0.5, 2.0, 1.0
"""Weights: the first author tells works apart best, then the year (agreement of author-date styles: CMOS 15, APA 8)."""
ELSEWHERE = 0.1
"""Cost of a year that the entry prints, but not where its date was read: a reprint, or a date that was misread."""
SAME_NAME = 0.15
"""Name distances up to this are the same name in another form; see `matching.name_distance`."""
ABBREVIATED = 0.1
"""Distance of an organisation's name and its short form."""
SLIP = 0.3
"""Name distances up to this are a slip of the pen."""
CLOSE_CALL = 0.02
"""Two entries nearer to each other than this cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Option:
    """An entry that could be meant, how far off it is, and whether author and year agree."""

    entry: Entry
    distance: Distance
    author: float
    years_apart: int | None
    coauthors: float
    letter: float


def option(work: Cited, entry: Entry, names: Sequence[Name]) -> Option:
    """Compare a cited author and year with one entry; `names`: the entry's authors."""
    author = _author(work, entry, names)
    coauthors = _coauthors(work, entry, names)
    count = _count(work, entry)
    apart = _apart(work, entry)
    letter = 0.0 if work.suffix == entry.suffix else (0.3 if not work.suffix or not entry.suffix else 1.0)
    elsewhere = apart == 0 and work.year is not None and work.year not in entry.years
    year = ELSEWHERE if elsewhere else 0.0 if apart == 0 else (1.0 if apart is None else min(1.0, 0.4 + 0.1 * apart))
    penalties = [
        Penalty(name="author", value=author, weight=AUTHOR, detail=_detail(work.names[:1], names[:1], author)),
        Penalty(name="year", value=year, weight=YEAR, detail=_years(work, entry) if year > ELSEWHERE else ""),
    ]
    if len(work.names) > 1:
        detail = _detail(work.names[1:], names[1:4], coauthors)
        penalties.append(Penalty(name="coauthors", value=coauthors, weight=COAUTHORS, detail=detail))
    penalties.append(Penalty(name="number of authors", value=count, weight=COUNT))
    if letter:
        detail = f"{work.year}{work.suffix} / {work.year}{entry.suffix}"
        penalties.append(Penalty(name="letter", value=letter, weight=LETTER, detail=detail))
    return Option(entry, Distance(penalties=tuple(penalties)), author, apart, coauthors, letter)


def _author(work: Cited, entry: Entry, names: Sequence[Name]) -> float:
    cited = work.names[0]
    if _keys(cited) & entry.first:
        initials = (
            cited.given
            and names
            and names[0].given
            and cited.given.strip(".").lower()[:1] != names[0].given.lower()[:1]
        )
        return 0.3 if initials and not any(map(is_hangul, names[0].given)) else 0.0
    if names and _shortens(cited, names[0]):
        return ABBREVIATED
    if names:
        later = min((name_distance(cited, name) for name in names[1:3]), default=1.0)
        return min(name_distance(cited, names[0]), max(SLIP + 0.1, later))
    return 1.0


def _shortens(cited: Name, listed: Name) -> bool:
    """Whether a name is made of characters of a long organisation's, in order: 社人研, 国立社会保障・人口問題研究所."""
    short, long = cited.literal or cited.family, listed.literal or listed.family + listed.given
    if not 3 <= len(short) <= 6 or len(long) < 2 * len(short) or not all(map(is_wide, short)):
        return False
    rest = iter(long)
    return len(long) > 6 and all(char in rest for char in short)


def _keys(name: Name) -> set[str]:
    text = name.family or name.literal
    keys = {fold_solid(text)}
    words = text.split()
    if len(words) > 1 and not any(map(is_hangul, text)):
        keys |= {fold_solid(words[-1]), fold_solid(" ".join(words[-2:]))}
    return keys


def _coauthors(work: Cited, entry: Entry, names: Sequence[Name]) -> float:
    """Share of the further names that the entry lacks."""
    if len(work.names) < 2:
        return 0.0
    lacking = 0.0
    for cited in work.names[1:]:
        if not _keys(cited) & entry.everyone:
            nearest = min((name_distance(cited, name) for name in names[1:12]), default=1.0)
            lacking += nearest if nearest > SAME_NAME else 0.0
    return lacking / (len(work.names) - 1)


def _count(work: Cited, entry: Entry) -> float:
    if not entry.authors:
        return 0.2
    if work.others:
        if entry.authors <= len(work.names):
            return 1.0
        return 0.0 if entry.authors > 2 else 0.5
    if entry.reference.others and len(work.names) == 1:
        return 0.7
    return 0.0 if entry.authors == len(work.names) else 0.7


def _apart(work: Cited, entry: Entry) -> int | None:
    if work.year is None:
        return 0 if entry.reference.status or not entry.reference.date else None
    if work.year in entry.mentioned:
        return 0
    return min((abs(work.year - year) for year in entry.years), default=None)


def _detail(cited: Sequence[Name], listed: Sequence[Name], value: float) -> str:
    if not value:
        return ""
    return f"{', '.join(map(str, cited))} / {', '.join(map(str, listed)) or '-'}"


def _years(work: Cited, entry: Entry) -> str:
    return f"{work.year or 'no year'} / {', '.join(map(str, sorted(entry.years))) or 'no year'}"


class AuthorLinker:
    """Links author-year works to the entries of one shelf."""

    def __init__(self, shelf: Shelf, names: dict[int, tuple[Name, ...]], index: Index) -> None:
        self.shelf = shelf
        self.names = names
        self.index = index
        self.answered: dict[tuple[tuple[str, ...], bool, int | None, str], list[Option]] = {}

    def options(self, work: Cited) -> list[Option]:
        """Return the entries that could be meant, nearest first; their number does not grow with the list."""
        printed = (tuple(map(str, work.names)), work.others, work.year, work.suffix)
        if printed not in self.answered:
            self.answered[printed] = self._options(work)
        return self.answered[printed]

    def _options(self, work: Cited) -> list[Option]:
        places: dict[int, None] = {}
        for key in sorted(_keys(work.names[0])):
            places.update(dict.fromkeys(self._by_year(self.shelf.by_first.get(key, ()), work.year)))
        if not places:
            for key in sorted(_keys(work.names[0])):
                places.update(dict.fromkeys(self._by_year(self.shelf.by_name.get(key, ()), work.year)))
        years = (work.year,) if work.year else ()
        places.update(dict.fromkeys(self.index.candidates(names=work.names, years=years, limit=16)))
        if not places or not any(work.year in self.shelf.entries[place].mentioned for place in places):
            places.update(dict.fromkeys(self._other_script(work)))
        made = [option(work, self.shelf.entries[place], self.names[place]) for place in places]
        return sorted(made, key=lambda found: (found.distance.total, found.entry.index))

    def _other_script(self, work: Cited) -> Iterable[int]:
        """Return entries of the cited year whose authors are written in another script; at most sixty."""
        wide = is_wide(str(work.names[0])[:1] or " ")
        same_year = self.shelf.by_year.get(work.year or 0, ())[:400]
        if wide:
            yield from (
                place for place in same_year if self.names[place] and _shortens(work.names[0], self.names[place][0])
            )
        yield from [
            place for place in same_year if is_wide(self.shelf.entries[place].reference.raw[:1] or " ") is not wide
        ][:60]

    def known_abroad(self, work: Cited) -> bool:
        """Whether an entry in another script, of that year or the next, is by this author."""
        wide = is_wide(str(work.names[0])[:1] or " ")
        return any(
            each.author <= SAME_NAME
            and each.years_apart is not None
            and each.years_apart <= 2
            and is_wide(each.entry.reference.raw[:1] or " ") is not wide
            for each in self.options(work)
        )

    def slips(self, work: Cited) -> list[Option]:
        """Return entries of the same year whose first author is nearly the one cited, nearest first."""
        same_year = self.shelf.by_year.get(work.year or 0, ())
        made = [option(work, self.shelf.entries[place], self.names[place]) for place in same_year[:400]]
        near = [
            found
            for found in made
            if found.author <= SLIP or _one_syllable(work.names[0], self.names[found.entry.index])
        ]
        return sorted(near, key=lambda found: (found.distance.total, found.entry.index))

    def _by_year(self, places: Sequence[int], year: int | None) -> Iterable[int]:
        if len(places) <= 24:
            return places
        if year is None:
            return places[:24]
        return [place for place in places if year in self.shelf.entries[place].mentioned][:12] + list(places[:12])

    def exact(self, key: str, at: int, work: Cited) -> Link | None:
        """Return a link where author and year agree, sure or ambiguous; `None` where no entry has both."""
        found = [
            each
            for each in self.options(work)
            if each.years_apart == 0 and each.author <= SAME_NAME and each.letter < 1
        ]
        found = [each for each in found if each.coauthors < 0.5] or []
        if not found:
            return None
        return _chosen(key, at, work, found)

    def near(self, key: str, at: int, work: Cited, cited: frozenset[str], beside: frozenset[str] = frozenset()) -> Link:
        """
        Return a doubtful link to an entry with another year or a name nearly the same, or a link to none.

        `cited` are entries that citations answer exactly, `beside` those that the same group cites: "Lee 2006, 2008"
        means two works.
        """
        options = [each for each in self.options(work) if each.entry.reference.key not in beside]
        candidates = [each for each in options if self._other_year(each, work, cited)]
        slips = [each for each in self.slips(work) if self._slip(each, work, cited)]
        pool = sorted(
            [*candidates, *slips],
            key=lambda each: (each.distance.total, each.entry.reference.key in cited, each.entry.index),
        )
        if not pool:
            nearest = tuple(each.entry.reference.key for each in options[:3] if each.distance.total < 0.6)
            distance = options[0].distance if options else Distance()
            return Link(
                citation=key, work=at, distance=distance, rivals=nearest, reason="no entry has this author and year"
            )
        best = pool[0]
        reason = "the year differs" if best.years_apart else "the name differs"
        rivals = tuple(
            each.entry.reference.key for each in pool[1:3] if each.distance.total - best.distance.total < CLOSE_CALL
        )
        return Link(
            citation=key,
            work=at,
            reference=best.entry.reference.key,
            distance=best.distance,
            margin=_margin(pool),
            certainty=Certainty.DOUBTFUL,
            rivals=rivals,
            reason=reason,
        )

    def _other_year(self, each: Option, work: Cited, cited: frozenset[str]) -> bool:
        if each.author > SAME_NAME or each.coauthors > 0.2 or not each.years_apart or work.year is None:
            return each.author <= SAME_NAME and each.letter >= 1 and each.years_apart == 0 and each.coauthors <= 0.2
        free = each.entry.reference.key not in cited
        if each.years_apart <= 2:
            return True
        if any(_one_digit(work.year, year) for year in each.entry.years):
            return free
        if free and each.years_apart <= (10 if len(work.names) > 1 else 5):
            return True
        return each.years_apart <= 10 and _within_pages(work, each.entry)

    def _slip(self, each: Option, work: Cited, cited: frozenset[str]) -> bool:
        if each.years_apart != 0 or each.coauthors > 0.35 or each.letter >= 1:
            return False
        if each.author <= SAME_NAME:
            return False
        free = each.entry.reference.key not in cited
        return free or each.author <= 0.25


def _chosen(key: str, at: int, work: Cited, found: list[Option]) -> Link:
    best = found[0]
    margin = _margin(found)
    rivals = [
        each
        for each in found[1:]
        if each.distance.total - best.distance.total < CLOSE_CALL and not twins(best.entry, each.entry)
    ]
    lettered = bool(work.suffix) and not best.entry.suffix and bool(rivals)
    sure = not rivals and best.coauthors <= SAME_NAME and best.author < SLIP
    # Where no year is printed, two entries without a plain year are as like as three: nothing tells which is meant.
    if (len(rivals) > 1 or (rivals and work.year is None)) and margin < CLOSE_CALL:
        return Link(
            citation=key,
            work=at,
            distance=best.distance,
            margin=margin,
            rivals=tuple(each.entry.reference.key for each in (best, *rivals[:8])),
            reason="more than two entries fit alike" if len(rivals) > 1 else "more than one entry fits",
        )
    reason = ""
    if rivals:
        reason = "more than one entry fits" if not lettered else "the entries have no letters to tell them apart"
    return Link(
        citation=key,
        work=at,
        reference=best.entry.reference.key,
        distance=best.distance,
        margin=margin,
        certainty=Certainty.SURE if sure else Certainty.DOUBTFUL,
        rivals=tuple(each.entry.reference.key for each in rivals[:8]),
        reason=reason,
    )


def _margin(found: list[Option]) -> float:
    return round(found[1].distance.total - found[0].distance.total, 4) if len(found) > 1 else 1.0


def twins(a: Entry, b: Entry) -> bool:
    """Whether two entries print one work twice: then either is right, and the first is taken."""
    if a.title == b.title:
        return True
    mine, theirs = set(a.title.split()), set(b.title.split())
    if len(mine) > 3 and len(mine & theirs) >= 0.85 * max(len(mine), len(theirs)):
        return True
    if len(a.title) > 8 and a.title.replace(" ", "") == b.title.replace(" ", ""):
        return True
    mine, theirs = set(fold_words(a.reference.raw).split()), set(fold_words(b.reference.raw).split())
    return len(mine) > 5 and len(mine & theirs) >= 0.9 * len(mine | theirs)


def _one_syllable(cited: Name, listed: tuple[Name, ...]) -> bool:
    """Korean names that differ in one syllable of the given name."""
    mine = fold_solid(str(cited.literal or cited.family + cited.given))
    theirs = fold_solid(listed[0].literal or listed[0].family + listed[0].given) if listed else ""
    if len(mine) != len(theirs) or len(mine) < 3 or not all(map(is_hangul, mine + theirs)):
        return False
    return mine[0] == theirs[0] and sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1


def _within_pages(work: Cited, entry: Entry) -> bool:
    """Whether the page cited lies within those of the entry, an article: then only the year can be wrong."""
    cited = re.findall(r"\d+", work.locator)
    first, last = page_range(entry.reference.pages.value if entry.reference.pages else "")
    if not cited or not (first.isdigit() and last.isdigit()) or not 1 < int(first) < int(last) < int(first) + 200:
        return False
    return int(first) <= int(cited[0]) <= int(last)


def _one_digit(a: int, b: int) -> bool:
    mine, theirs = str(a), str(b)
    return sum(x != y for x, y in zip(mine, theirs, strict=False)) == 1 or (
        sorted(mine) == sorted(theirs) and mine[:2] == theirs[:2]
    )
