"""A work named in full or by a short title -> the entry meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kjaudit.language.folding import fold_solid, fold_words
from kjaudit.language.hangul import is_hangul
from kjaudit.matching import Index, Work, compare, family_likeness, main_title, name_distance, of_reference
from kjaudit.model import Certainty, Cited, Distance, Link, Name, Penalty, say

from .authorlink import CLOSE_CALL, SAME_NAME, SLIP, twins
from .shelf import Entry, Shelf, addresses_in, title_keys

JOURNAL_ONLY = re.compile(
    r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü-]{0,9}(?: [A-ZÄÖÜ][A-Za-zÄÖÜäöü-]{0,9}){0,2}(?: \d{1,4}[ (]*)?(?:(?:1[89]|20)\d\d)?[ (]*"
)
"""A journal's abbreviation, with a volume or year, where a title would stand."""
_VOLUME_FIRST = re.compile(r"(?<=, )\d{1,4} [A-Z][\w.& ’']{2,60} \d{1,5}(?!\d)")
"""Volume, journal and first page, as law reviews are cited: "77 Harv. L. Rev. 401" (Bluebook 16)."""
HELD = 0.8
"""Share of the words of an entry's title that a note must print to name it."""
PARTLY = 0.6
"""The same share of a whole entry, where no title was read and author and year agree."""
_MINE = re.compile(r"(?:前掲)?(?:拙(?:稿|著|論|文)|小稿)|졸고|졸저|졸작|필자|筆者")
"""What an author calls a work of his own: no name that could differ."""
_CAPITALS = re.compile(r"(?<!\w)[A-ZÄÖÜ]{2,5}(?!\w)")
_WIDE = re.compile(r"[\u3005\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class Fit:
    """An entry, and how far a printed work is from it."""

    entry: Entry
    distance: Distance
    accepted: bool
    author: float
    identified: bool
    lonely: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class _Printed:
    """A work as a note prints it: what was read of it, its folded words, runs of characters, addresses, capitals."""

    cited: Cited
    work: Work | None
    words: set[str]
    grams: set[str]
    addresses: frozenset[str]
    capitals: tuple[str, ...]
    by_volume: bool = False


class WorkLinker:
    """Links works printed with their title to the entries of one shelf."""

    def __init__(self, shelf: Shelf, index: Index, names: dict[int, tuple[Name, ...]], works: list[Work]) -> None:
        self.shelf = shelf
        self.index = index
        self.names = names
        self.works = works

    def full(self, key: str, at: int, cited: Cited, printed: str) -> Link:
        """Return the link of a work printed in full; `printed` is its text."""
        fits = self.fits(cited, printed)
        accepted = [fit for fit in fits if fit.accepted]
        if not accepted:
            nearest = tuple(fit.entry.reference.key for fit in fits[:3] if fit.distance.total < 0.6)
            distance = fits[0].distance if fits else Distance()
            return Link(citation=key, work=at, distance=distance, rivals=nearest, reason="no entry is this work")
        best = accepted[0]
        rest = [fit for fit in accepted[1:] if not twins(best.entry, fit.entry)]
        rivals = [fit for fit in rest if fit.distance.total - best.distance.total < CLOSE_CALL and not best.identified]
        slips = [
            penalty
            for penalty in best.distance.penalties
            if (penalty.name in ("author", "year") and penalty.value > SAME_NAME)
            or (best.near and penalty.name == "title")
        ]
        differs = say("the {part} differs", part=say(slips[0].name)) if slips else ""
        return Link(
            citation=key,
            work=at,
            reference=best.entry.reference.key,
            distance=best.distance,
            margin=round(rest[0].distance.total - best.distance.total, 4) if rest else 1.0,
            certainty=Certainty.SURE if not rivals and not slips else Certainty.DOUBTFUL,
            rivals=tuple(fit.entry.reference.key for fit in rivals[:8]),
            reason="more than one entry fits" if rivals else differs,
        )

    def fits(self, cited: Cited, printed: str) -> list[Fit]:
        """Return the entries that a printed work may be, nearest first."""
        folded = fold_words(printed)
        words = set(folded.split())
        grams = set(title_keys(folded)) if _WIDE.search(folded) else set()
        keys = frozenset(addresses_in(printed))
        work = of_reference(cited.parsed) if cited.parsed else None
        if work is not None and cited.title:
            work = replace(work, titles=tuple(dict.fromkeys((*work.titles, cited.title))))
        capitals = tuple(_CAPITALS.findall(printed[:300]))
        by_volume = _VOLUME_FIRST.search(printed[:160]) is not None
        seen = _Printed(cited, work, words, grams, keys, capitals, by_volume)
        addressed = [self.shelf.by_address[each] for each in sorted(keys) if each in self.shelf.by_address]
        alike = [entry.index for entry in self.shelf.of_words(title_keys(folded))[:5]]
        places = dict.fromkeys([*addressed, *alike])
        unread = seen if work is None else replace(seen, work=None)
        made = [
            self._fit(unread, place, identified=place in addressed)
            for place in places
            if place in addressed or self._may_be(unread, place)
        ]
        if any(fit.accepted and not fit.distance.dearest() for fit in made):
            return sorted(made, key=_rank)
        years = (cited.year,) if cited.year else ()
        title = cited.parsed.title.value if cited.parsed and cited.parsed.title else cited.title
        names = both_orders((*(cited.parsed.authors if cited.parsed else ()), *cited.names))
        if cited.names:
            places.update(dict.fromkeys(self.shelf.by_first.get(fold_solid(str(cited.names[0])), ())[:8]))
        places.update(dict.fromkeys(self.index.candidates(names=names, years=years, title=title, limit=8)))
        made = [self._fit(seen, place, identified=place in addressed) for place in places]
        if cited.year and not any(fit.accepted for fit in made):
            foreign = [place for place in self.shelf.by_year.get(cited.year, ()) if self._other_script(printed, place)]
            made += [self._fit(seen, place, identified=False) for place in foreign[:60] if place not in places]
        if not any(fit.accepted for fit in made):
            made = _nearly(made)
        alone = [fit for fit in made if fit.lonely]
        if len(alone) == 1 and not any(fit.accepted for fit in made):
            made = [replace(fit, accepted=fit.lonely) for fit in made]
        return sorted(made, key=_rank)

    def _may_be(self, seen: _Printed, place: int) -> bool:
        """Whether title or year alone leave it open that an entry is the printed work, before names are compared."""
        entry = self.shelf.entries[place]
        if seen.cited.year in entry.years or entry.form or seen.capitals:
            return True
        return holds(entry, seen.words, seen.grams) >= HELD

    def _same(self, work: Work, place: int) -> bool | None:
        """Whether an entry is the printed work; a title that is heard or read alike weighs more than a name."""
        found = compare(replace(work, first_page="", last_page=""), self.works[place])
        if found.same is None and "title" in found.signals and "year" in found.signals:
            return True
        return found.same

    def _alike(self, seen: _Printed, place: int) -> bool | None:
        """Whether an entry is the printed work, by the names that the parser read or those that the finder saw."""
        if seen.work is None:
            return None
        same = self._same(seen.work, place)
        if same is not True and seen.cited.names and seen.cited.names != seen.work.names:
            other = self._same(replace(seen.work, names=seen.cited.names[:1], others=True), place)
            return other if other is not None else same
        return same

    def _other_script(self, printed: str, place: int) -> bool:
        return bool(_WIDE.search(printed[:80])) is not bool(_WIDE.search(self.shelf.entries[place].reference.raw[:80]))

    def _fit(self, seen: _Printed, place: int, *, identified: bool) -> Fit:
        cited, work = seen.cited, seen.work
        entry = self.shelf.entries[place]
        held = holds(entry, seen.words | _spelled_out(seen, entry), seen.grams)
        if not entry.bare and seen.addresses and entry.addresses and not seen.addresses & entry.addresses:
            held = 0.0
        readings = [cited.names, *([cited.parsed.authors] if cited.parsed and cited.parsed.authors else [])]
        author, names = min(
            ((worst_name(names, self.names[place], entry), names) for names in readings), key=lambda pair: pair[0]
        )
        same: bool | None = None
        if work is not None and held < HELD:
            same = self._alike(seen, place)
        if held < HELD and not author and cited.names and cited.year in entry.years and _head_held(entry, seen.words):
            held = HELD
        title = 0.0 if held >= HELD else (0.1 if same else 1.0 - held)
        penalties = [
            Penalty(
                name="title",
                value=round(title, 4),
                weight=4.0,
                detail="" if title < 0.2 else f"{cited.title} / {entry.title[:120]}",
            ),
            Penalty(
                name="author",
                value=author,
                weight=2.0,
                detail=name_detail(names, self.names[place]) if author else "",
            ),
        ]
        counts = {len(names) for names in readings}
        if entry.authors and cited.names and not cited.others and entry.authors not in counts:
            penalties.append(Penalty(name="number of authors", value=0.5, weight=0.5))
        year = year_penalty(cited, entry)
        if year is not None:
            penalties.append(year)
        if identified:
            penalties.append(Penalty(name="identifier", value=0.0, weight=8.0))
        distance = Distance(penalties=tuple(penalties))
        journal = JOURNAL_ONLY.fullmatch(cited.title) is not None
        if same is not True and not author and self._by_place(seen, entry, journal=journal, titled=same is False):
            same = True
        strong = held >= HELD and (author <= SLIP or _one_title(cited, entry))
        unread = not entry.bare and held >= PARTLY and author <= SAME_NAME and cited.year in entry.years
        strong = strong or (unread and bool(cited.names)) or _as_told(cited, entry)
        accepted = (identified and (held > 0.3 or author <= SLIP or not cited.names)) or strong or same is True
        lonely = same is None and not author and bool(cited.names) and cited.year in entry.years
        lonely = lonely and work is not None and self._other_script(work.raw, place)
        agree = bool(cited.names) and not author and cited.year in entry.years and same is not False
        near = agree and not accepted and entry.bare and held >= 0.5 and bool(cited.title)
        return Fit(entry, distance, accepted, author, identified, lonely, near)

    def _by_place(self, seen: _Printed, entry: Entry, *, journal: bool, titled: bool) -> bool:
        """
        Whether author and year agree and no title speaks against the entry.

        "Weber, AcP 217 (2017), 707" names no title, but journal or first page; "Weber, Haftungsrecht I, 3. Aufl. 1997"
        shortens one. Where the titles speak against it (`titled`), the long words must stand in that of the entry.
        """
        cited = seen.cited
        if not cited.names or cited.year is None or cited.year not in entry.years:
            return False
        raw = set(fold_words(entry.reference.raw[:1500]).split())
        title = fold_words(cited.title).split()
        if journal and title:
            pages = entry.reference.pages.value if entry.reference.pages else ""
            first = re.match(r"\d+", pages)
            return (first is not None and first.group() in seen.words) or title[0] in raw
        if _WIDE.search(cited.title) is not None:
            return False
        if seen.by_volume:
            return _same_pages(entry, seen.words)
        long = [word for word in title if len(word) > 3]
        opening = fold_words(cited.title.split(",")[0])
        if titled and len(opening.split()) > 1 and f" {opening} " in f" {fold_words(entry.reference.raw[:1500])} ":
            return True
        raw = set(entry.title.split()) if titled and entry.bare else raw
        return bool(long) and all(word in raw or _inflected(word, raw) for word in long)


def _nearly(made: list[Fit]) -> list[Fit]:
    """Accept the one entry of the printed author and year whose title differs in a word or two, to be doubted."""
    near = [fit for fit in made if fit.near]
    return [replace(fit, accepted=fit.near) for fit in made] if len(near) == 1 else made


def _same_pages(entry: Entry, printed: set[str]) -> bool:
    """Whether volume and first page of an entry are printed: "77 Harv. L. Rev. 401" for an article of that journal."""
    reference = entry.reference
    first = re.match(r"\d+", reference.pages.value) if reference.pages else None
    volume = reference.volume.value if reference.volume else ""
    return first is not None and first.group() in printed and volume in printed


def _inflected(word: str, raw: set[str]) -> bool:
    """Whether a long word is printed with another ending: Schuldrecht, Schuldrechts."""
    return len(word) > 6 and any(
        abs(len(other) - len(word)) <= 3 and other[: len(word) - 1] == word[:-1] for other in raw
    )


def _rank(fit: Fit) -> tuple[bool, float, int]:
    return (not fit.accepted, fit.distance.total, fit.entry.index)


def _as_told(cited: Cited, entry: Entry) -> bool:
    """Whether the entry says that it is cited so: "MüKoBGB/Westermann", where it prints "zit.: MüKoBGB/Bearbeiter"."""
    return bool(entry.form) and len(cited.names) > 1 and fold_words(str(cited.names[0])) == entry.form


def _spelled_out(seen: _Printed, entry: Entry) -> set[str]:
    """Return the words of an entry's title that capitals of the printed one stand for: BT, "Besonderer Teil"."""
    words = entry.title.split()[:40] if entry.bare and seen.capitals and seen.cited.names else []
    found: set[str] = set()
    for capitals in seen.capitals:
        for at in range(len(words) - len(capitals) + 1):
            run = words[at : at + len(capitals)]
            if "".join(word[0] for word in run) == capitals.lower():
                found.update(run)
    return found


def _one_title(cited: Cited, entry: Entry) -> bool:
    """Whether the printed title is that of the entry and says enough to name it under another author."""
    titles = [cited.title, cited.parsed.title.value if cited.parsed and cited.parsed.title else ""]
    if not entry.bare or len(entry.title) < (7 if _WIDE.search(entry.title) else 15):
        return False
    listed = set(title_keys(entry.title))
    return any(_overlap(set(title_keys(fold_words(title))), listed) >= HELD for title in titles if title)


def _overlap(mine: set[str], theirs: set[str]) -> float:
    return len(mine & theirs) / max(len(mine), len(theirs)) if mine and theirs else 0.0


def holds(entry: Entry, words: set[str], grams: set[str]) -> float:
    """Return the share of an entry's title that the printed words have; 0.0 where the title is not known."""
    if not entry.bare:
        mine = entry.title.split()
        return sum(word in words for word in mine) / len(mine) if len(mine) > 3 else 0.0
    if _WIDE.search(entry.title):
        runs = title_keys(entry.title)
        return sum(key in grams or key in words for key in runs) / len(runs) if runs and grams else 0.0
    mine = [word for word in entry.title.split() if len(word) > 1]
    return sum(word in words for word in mine) / len(mine) if mine else 0.0


def _head_held(entry: Entry, words: set[str]) -> bool:
    """Whether the whole main title of an entry is printed: the note leaves its subtitle out."""
    title = entry.reference.title
    head = fold_words(main_title(title.value)).split() if title is not None and entry.bare else []
    return len([word for word in head if len(word) > 3]) > 1 and all(word in words for word in head)


def year_penalty(cited: Cited, entry: Entry) -> Penalty | None:
    """Return what the years cost, or `None` where one side has none."""
    if cited.year is None or not entry.years:
        return None
    if cited.year in entry.years or cited.year in entry.mentioned:
        return Penalty(name="year", value=0.0, weight=1.5)
    apart = min(abs(cited.year - year) for year in entry.years)
    detail = f"{cited.year} / {', '.join(map(str, sorted(entry.years)))}"
    return Penalty(name="year", value=min(1.0, 0.4 + 0.1 * apart), weight=1.5, detail=detail)


def worst_name(cited: tuple[Name, ...], listed: tuple[Name, ...], entry: Entry) -> float:
    """
    Return the distance of the printed name that fits the entry's authors worst; 0.0 where one side has none.

    A name whose every word the entry prints fits, however either was split. Han characters do not tell how a name is
    read: there the family name must speak against it, and another author for the entry.
    """
    if not cited or not listed:
        return 0.0
    words = set(fold_words(entry.reference.raw[:400]).split())
    solid = fold_solid(entry.reference.raw[:400])
    whole = (*listed[:40], *(Name(literal=each.family + each.given) for each in listed[:40] if _han(each)))
    apart: list[float] = []
    for name in cited[: max(1, len(listed))]:
        if _printed_there(name, entry, words, solid) or _MINE.fullmatch(name.literal or name.family):
            apart.append(0.0)
            continue
        distance = min(name_distance(mine, other) for mine in both_orders((name,)) for other in whole)
        if distance > SAME_NAME and any(map(_han, listed)) and not _han(name):
            likeness = max(family_likeness(mine, other) for mine in both_orders((name,)) for other in whole)
            distance = -distance if likeness < 0.85 else 0.0
        apart.append(distance)
    agree = any(0.0 <= each <= SAME_NAME for each in apart)
    worst = max(abs(each) if each >= 0 or agree else SAME_NAME for each in apart)
    if worst == SAME_NAME:
        return SAME_NAME
    return round(worst if worst > SAME_NAME else 0.0, 4)


def _printed_there(name: Name, entry: Entry, words: set[str], solid: str) -> bool:
    if fold_solid(name.family or name.literal) in entry.everyone and not name.given:
        return True
    if _WIDE.search(str(name)):
        return fold_solid(name.literal or name.family + name.given) in solid
    printed = [word for word in fold_words(str(name)).split() if len(word) > 2]
    return bool(printed) and all(word in words for word in printed)


def _han(name: Name) -> bool:
    text = name.literal or name.family
    return bool(text) and _WIDE.search(text) is not None and not any(map(is_hangul, text))


def both_orders(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return names and, of those in two parts, the same turned round: romanised names keep the family name first."""
    turned = [Name(family=name.given, given=name.family) for name in names[:3] if name.family and name.given]
    return (*names, *turned)


def name_detail(cited: tuple[Name, ...], listed: tuple[Name, ...]) -> str:
    """Return both lists of names, for a person."""
    return f"{', '.join(map(str, cited))} / {', '.join(map(str, listed[:6])) or '-'}"
