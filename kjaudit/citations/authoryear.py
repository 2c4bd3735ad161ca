"""Author and year: in brackets, around a bracket, and in running text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from kjaudit.language.names import is_wide
from kjaudit.model import CitationKind, CitationStyle, Cited, Name, Span

from .brackets import Group, groups
from .found import Found
from .locators import after_year
from .name_lists import before_semicolons, named_in_sentence, with_particles
from .narrative import Claimed, narrowed, place_like, plausible
from .printed_names import Run, names_before
from .shelf import Shelf
from .vocabulary import vocabulary
from .wide_names import wide_name, wide_names_before
from .zones import Zone

_START = attrgetter("start")
_SEPARATORS = " \t\n\u00a0\u3000,，、;；&·・\x00"
_LETTERS = re.compile(r"\s?(?:,|&|and|y|e|et|und)\s?(?P<letter>[a-z])(?![\w])")
_RANGE = re.compile(r"\s?[-–—~～〜‐]\s?(?:\d{4}|\d{2}|\?)(?!\d)")
_NOT_YEAR = re.compile(r"(?:/\d{1,3}(?!\d)|/\d{5}|년대|年代|대\b|s\b|'s|’s|\.\d|世紀|%|％)")
_KOREAN_LETTERS = str.maketrans("가나다라", "abcd")
_PREPOSITION = re.compile(r",\s(?:em|en|in|im)\s+\Z")
_REISSUED = re.compile(r"\s?[=＝/]\s?(?:1[4-9]|20)\d\d(?!\d)")
"""The year of the translation that was used, after that of the original: "1982=2002" (Japanese sociology)."""
_SAME_AUTHOR = re.compile(r"(?<!\w)(?:ders|dies|idem|id|eadem|dieselben?|derselbe)\.?\s?\Z", re.IGNORECASE)
"""Between the author named before and a further year: "Bourdieu (1982) …, ders. (1983: 185)"."""
_ACCORDING = re.compile(r"\s?(?:によれば|によると|に従えば|に[拠依]れば|에\s?따르면|에\s?의하면)")
_OPENED = re.compile(r"[(（\[［]\s*\Z")


@cache
def _year() -> re.Pattern[str]:
    before = r"(?<![0-9A-Za-z])(?<![0-9][.,/:–-])"
    letter = r"(?P<letter>[a-z]|[가나다라](?=[\s,;:)）]|\Z))?"
    return re.compile(
        rf"{before}(?P<year>1[4-9]\d\d|20\d\d){letter}(?![0-9A-Za-z])년?年?"
        rf"|(?<![\w.])(?P<undated>{vocabulary().undated})(?!\w)",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class _Dated:
    """A year, or what stands for one, and its place."""

    start: int
    end: int
    year: int | None
    suffix: str


def author_year(text: str, zone: Zone, shelf: Shelf, taken: list[Span]) -> list[Found]:
    """
    Return the author-year citations of a zone, in text order.

    Args:
        text: the document's.
        zone: where to look.
        shelf: the entries; they settle where names begin, and whether a bare "Kim 2014" in running text is one.
        taken: spans already known to be something else, sorted.
    """
    low = max(0, bisect_right(taken, zone.span.start, key=_START) - 2)
    high = bisect_right(taken, zone.span.end, key=_START)
    taken = taken[low:high]
    finder = _Finder(text, zone, shelf, taken)
    inside = [found for group in groups(text, zone.span.start, zone.span.end) for found in finder.in_group(group)]
    covered = sorted([*taken, *(found.span for found in inside)])
    loose = [found for found in finder.in_running_text() if not _meets(found.span, covered)]
    return sorted([*inside, *loose], key=lambda found: found.span)


def _meets(span: Span, covered: list[Span]) -> bool:
    place = bisect_right(covered, span.end, key=_START)
    return any(other.meets(span) for other in covered[max(0, place - 4) : place + 1])


class _Finder:
    """What the finding functions share: the text, the zone, the shelf."""

    def __init__(self, text: str, zone: Zone, shelf: Shelf, taken: list[Span]) -> None:
        self.text = text
        self.zone = zone
        self.shelf = shelf
        self.taken = taken
        self.kind = CitationKind.AUTHORDATE if zone.note else CitationKind.INTEXT

    # -- in brackets ------------------------------------------------------------------------------------------------

    def in_group(self, group: Group) -> Iterator[Found]:
        dated = list(self._years(group.own, group.start))
        if not dated or _meets(Span(group.start, group.end), self.taken):
            return
        lead = group.own[: dated[0].start - group.start]
        if not lead.strip(" \t\n\u00a0"):
            found = self._around(group, dated)
            if found:
                yield found
            return
        yield from self._grouped(group, dated)

    def _grouped(self, group: Group, dated: list[_Dated]) -> Iterator[Found]:
        """Works named inside one pair of brackets; a locator closes a printed group."""
        masked = group_text(self.text, group)
        works: list[Cited] = []
        secondary: int | None = None
        cursor = group.start
        for date in dated:
            if date.start < cursor:
                continue
            gap = masked[cursor : date.start]
            names, start, others = self._names(masked, date.start, cursor)
            if (not names and works and not gap.strip(_SEPARATORS) and not works[-1].locator) or (
                not names and works and not gap.strip(_SEPARATORS)
            ):
                names, start, others = works[-1].names, date.start, works[-1].others
            if not names:
                continue
            floor = self._after_apud(masked, cursor, start)
            names, start = before_semicolons(masked, floor, start, names, self.shelf)
            if works and (works[-1].locator or not self._adjoins(masked, cursor, start)) and not self._seen_in(gap):
                yield self._found(works, secondary)
                works, secondary = [], None
            if works and self._seen_in(masked[cursor:start]):
                secondary = len(works)
            cursor = self._add(works, masked, Claimed(names, others, start), date, group.end)
        if len(works) > 1 and secondary is None and self._quoted_from(group, cursor):
            secondary = len(works) - 1
        if works:
            yield self._found(works, secondary)

    def _after_apud(self, text: str, cursor: int, start: int) -> int:
        """Where names may begin: after "as cited in", where it stands between two works."""
        found = vocabulary().apud.search(text, cursor, start)
        return found.end() if found else cursor

    def _quoted_from(self, group: Group, cursor: int) -> bool:
        """Whether the last work is the one that was seen, said after it: "이영희, 2005에서 재인용"."""
        tail = self.text[cursor : min(group.end, cursor + 24)]
        return bool(tail.strip()) and is_wide(tail.strip()[0]) and self._seen_in(tail)

    def _add(self, works: list[Cited], text: str, claimed: Claimed, date: _Dated, end: int) -> int:
        """Append the work, and one for each further letter ("2014a, b"); return where it ends."""
        reissued = _REISSUED.match(text, date.end, end)
        cursor, locator = after_year(text, reissued.end() if reissued else date.end, end)
        work = Cited(
            span=Span(claimed.start, cursor),
            kind=self.kind,
            names=claimed.names,
            others=claimed.others,
            year=date.year,
            suffix=date.suffix,
            locator=locator,
        )
        works.append(work)
        letter = _LETTERS.match(text, date.end, end) if date.suffix and not locator else None
        while letter:
            cursor, locator = after_year(text, letter.end(), end)
            works.append(
                replace(work, span=Span(letter.start("letter"), cursor), suffix=letter["letter"], locator=locator)
            )
            letter = _LETTERS.match(text, letter.end(), end) if not locator else None
        return cursor

    def _adjoins(self, text: str, cursor: int, start: int) -> bool:
        """Whether only separators and words that introduce a citation stand between two works."""
        gap = vocabulary().apud.sub("", text[cursor:start]).strip(_SEPARATORS)
        while gap:
            signal = vocabulary().signal.match(gap)
            if signal is None or signal.end() == 0:
                return False
            gap = gap[signal.end() :].strip(_SEPARATORS)
        return True

    def _seen_in(self, gap: str) -> bool:
        return vocabulary().apud.search(gap) is not None

    # -- around a bracket: "Kim (2014; 2016a)" ----------------------------------------------------------------------

    def _around(self, group: Group, dated: list[_Dated]) -> Found | None:
        if not self._only_years(group, dated):
            return None
        names, start, others = self._names(self.text, group.start - 1, self.zone.span.start)
        if not names:
            return self._named_before(group, dated)
        works: list[Cited] = []
        cursor = group.start
        masked = group_text(self.text, group)
        secondary: int | None = None
        for date in dated:
            if date.start < cursor:
                continue
            claimed = Claimed(names, others, date.start)
            if self._seen_in(masked[cursor : date.start]):
                secondary = len(works)
                seen, begin, more = self._names(masked, date.start, self._after_apud(masked, cursor, date.start))
                claimed = Claimed(seen, more, begin) if seen else claimed
            cursor = self._add(works, masked, claimed, date, group.end)
        works[0] = replace(works[0], span=Span(start, works[0].span.end))
        rest = self.text[cursor : group.end].strip(" \t\n.,;")
        whole = Span(start, group.end + 1 if not rest else cursor)
        sure = self._twice_dated(group, dated[0])
        sure = sure or plausible(self.text, whole, works, self.shelf, in_note=self.zone.note is not None)
        return replace(self._found(works, secondary), span=whole, loose=not sure)

    def _twice_dated(self, group: Group, first: _Dated) -> bool:
        """Whether two printings are named: "([1980] 2010)", "(1982=2002)"; only works of authors are dated so."""
        return self.text[group.start] in "[(" or _REISSUED.match(self.text, first.end) is not None

    def _named_before(self, group: Group, dated: list[_Dated]) -> Found | None:
        """Return "(2011: 504)" whose author the sentence names earlier, where one entry has that name and year."""
        works: list[Cited] = []
        cursor, _ = after_year(self.text, dated[0].end, group.end)
        if self.zone.note is not None or len(dated) > 1 or self.text[cursor : group.end].strip():
            return None
        if self.text[group.start - 2 : group.start - 1].isdigit():
            return None
        before = _SAME_AUTHOR.search(self.text, max(self.zone.span.start, group.start - 12), group.start - 1)
        end = before.start() if before else group.start - 1
        name = named_in_sentence(self.text, self.zone.span.start, end, dated[0].year, self.shelf)
        if name is None:
            return None
        self._add(works, self.text, Claimed((name,), False, group.start), dated[0], group.end)
        return replace(self._found(works, None), loose=True)

    def _only_years(self, group: Group, dated: list[_Dated]) -> bool:
        first = dated[0]
        if _RANGE.match(self.text, first.end) or self.text[first.end - 1 : first.end] in ("년", "年"):
            return False
        tail = group.own[first.end - group.start :].lstrip()
        if _REISSUED.match(self.text, first.end) is not None:
            return True
        return not tail or tail[0] in ",:;，：；、)）=＝" or tail[:1].isdigit() or tail[:2].lower() in ("p.", "pp")

    # -- in running text: "Kim and Lee 2010 argue" ------------------------------------------------------------------

    def in_running_text(self) -> Iterator[Found]:
        span = self.zone.span
        for date in self._years(self.text[span.start : span.end], span.start):
            floor = max(span.start, date.start - 200)
            end = date.start
            prepared = _PREPOSITION.search(self.text, floor, end)
            if prepared:
                end = prepared.start()
            elif _OPENED.search(self.text, max(floor, end - 3), end):
                continue
            names, start, others = self._names(self.text, end, floor)
            if not names or self.text[start : date.start].count("\n") > 1:
                continue
            works: list[Cited] = []
            cursor = self._add(works, self.text, Claimed(names, others, start), date, span.end)
            said = _ACCORDING.match(self.text, cursor) is not None and not place_like(works[0])
            yield replace(self._found(works, None), span=Span(start, cursor), loose=not said)

    # -- shared ------------------------------------------------------------------------------------------------------

    def _names(self, text: str, end: int, floor: int) -> tuple[tuple[Name, ...], int, bool]:
        """Names before `end`, where they begin, and whether "et al." follows."""
        run = wide_names_before(text, end, floor, self.shelf.knows) if _ends_wide(text, end, floor) else None
        if run is not None:
            return tuple(wide_name(piece) for piece in run.pieces), run.start, run.others
        latin = names_before(text, end, floor)
        if latin is None:
            return (), end, False
        bracketed = floor > self.zone.span.start or (floor > 0 and text[floor - 1] in "([（［")
        kept: Run = narrowed(latin, self.shelf, whole=bracketed and self._fills(text, floor, latin.start))
        kept = with_particles(text, kept, floor, self.shelf, bracketed=bracketed)
        return kept.names(), kept.start, kept.others

    def _fills(self, text: str, floor: int, start: int) -> bool:
        return self._adjoins(text, floor, start)

    def _years(self, stretch: str, offset: int) -> Iterator[_Dated]:
        for found in _year().finditer(stretch):
            year = found["year"]
            if year and (_RANGE.match(stretch, found.end()) or _NOT_YEAR.match(stretch, found.end())):
                continue
            yield _Dated(
                offset + found.start(),
                offset + found.end(),
                int(year) if year else None,
                _letter(found["letter"]) if year else "",
            )

    def _found(self, works: list[Cited], secondary: int | None) -> Found:
        place = len(works) == 1 and place_like(works[0]) and not works[0].locator
        return Found(
            loose=place,
            span=Span(works[0].span.start, max(work.span.end for work in works)),
            style=CitationStyle.AUTHOR_YEAR,
            works=tuple(works),
            note=self.zone.note,
            secondary=secondary,
        )


def _letter(printed: str | None) -> str:
    """Return the letter after a year as an entry prints it: Korean texts count 가, 나, 다, 라 too."""
    return (printed or "").lower().translate(_KOREAN_LETTERS)


def group_text(text: str, group: Group) -> str:
    """Return `text` with what stands in brackets inside `group` blotted out."""
    plain = text.startswith(group.own, group.start)
    return text if plain else text[: group.start] + group.own + text[group.end :]


def _ends_wide(text: str, end: int, floor: int) -> bool:
    bare = text[max(floor, end - 20) : end].rstrip(" \t\n\u00a0\u3000,，、:：(（[]］\x01")
    tail = re.sub(r"\s?\d{1,3}\s?[인명名]\Z", "", bare)
    return bool(tail) and is_wide(tail[-1])
