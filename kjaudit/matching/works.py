"""Whether two descriptions mean the same work: identifiers first, then likeness field by field, with the reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.language.folding import fold_words
from kjaudit.language.names import has_wide
from kjaudit.model import Distance, Penalty

from .fields import container_distance, free_numbers, numbers, same_pages, same_volume
from .names import authors_distance
from .titles import TitleLink, TitleVerdict, compare_titles
from .work import Work

SAME_FROM, DIFFERENT_UP_TO = 3.6, 0.6
"""
Evidence needed to call two works the same, and to call them different; between lies "cannot be told".

Points are about log odds (base e) of a field agreeing in one work rather than in two of one author: set by hand on the
92 development pairs across scripts.
"""


NAMED_ELSEWHERE = 0.25
"""Distance of authors whose names do not fit but are printed in the other reference: read wrongly, or a translator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """
    What one field says.

    Attributes:
        name: the field.
        points: evidence for the same work; negative: against.
        agrees: whether it is reported as agreeing.
    """

    name: str
    points: float
    agrees: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """
    What came of comparing two works.

    Attributes:
        same: True, False, or `None` where it cannot be told apart honestly.
        distance: named penalties, for ranking and for showing.
        signals: names of the fields that agree.
        conflicts: names of the fields that speak against.
        points: the evidence summed up; see `SAME_FROM`.
    """

    same: bool | None
    distance: Distance
    signals: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    points: float = 0.0


def compare(a: Work, b: Work) -> Comparison:
    """
    Compare two works field by field; the same in both directions.

    Only what both sides print is compared. Equal DOIs or ISBNs decide unless author and title both speak against them;
    author and year alone leave it open; a translation is not another work for its year.
    """
    title = compare_titles(_titles(a), _titles(b))
    authors = authors_distance(a.names, b.names, a_others=a.others, b_others=b.others)
    if authors is not None and authors >= 0.5 and (_named_in(a, b) or _named_in(b, a)):
        authors = NAMED_ELSEWHERE
    found = tuple(_evidence(a, b, title, authors))
    signals = tuple(signal for signal, _ in found)
    penalties = tuple(penalty for _, penalty in found if penalty)
    points = sum(signal.points for signal in signals)
    return Comparison(
        same=_verdict(signals, points),
        distance=Distance(penalties=penalties),
        signals=tuple(signal.name for signal in signals if signal.agrees),
        conflicts=tuple(signal.name for signal in signals if signal.points < -0.2),
        points=points,
    )


def _titles(work: Work) -> tuple[str, ...]:
    """Titles; where none was read, what was taken for the container may be the title."""
    return work.titles or work.containers[:1]


def _named_in(a: Work, b: Work) -> bool:
    """Whether every author of `a` in Latin letters is printed somewhere in `b`, where the names were read otherwise."""
    if not b.raw or any(has_wide(str(name)) for name in a.names):
        return False
    words = set(fold_words(b.raw[:4000]).split())
    families = [fold_words(name.family or name.literal).split() for name in a.names]
    return bool(families) and all(len(found[-1]) >= 4 and found[-1] in words for found in families if found)


def distance(a: Work, b: Work) -> Distance:
    """Return the penalties between two works; see `compare`."""
    return compare(a, b).distance


def _verdict(signals: tuple[Signal, ...], points: float) -> bool | None:
    of = {signal.name: signal.points for signal in signals}
    if not of:
        return None
    if of.get("identifier", 0.0) > 0 and not (of.get("author", 0.0) < 0 and of.get("title", 0.0) < 0):
        return True
    if points >= SAME_FROM and (of.get("title", 0.0) > 0 or of.get("author", 0.0) > 0):
        return True
    if points <= DIFFERENT_UP_TO and any(value <= -1.0 for value in of.values()):
        return False
    return None


def _evidence(a: Work, b: Work, title: TitleVerdict, authors: float | None) -> Iterator[tuple[Signal, Penalty | None]]:
    yield from _identifier(a, b)
    if authors is not None:
        yield _authors(a, b, authors)
    yield from _title(a, b, title)
    yield from _year(a, b, title)
    yield from _place(a, b)
    yield from _container(a, b)


def _identifier(a: Work, b: Work) -> Iterator[tuple[Signal, Penalty | None]]:
    if a.doi and b.doi:
        same = a.doi == b.doi
        detail = "" if same else f"{a.doi} / {b.doi}"
        yield (
            Signal(name="identifier", points=5.0 if same else -1.5, agrees=same),
            Penalty(name="identifier", value=0.0 if same else 1.0, weight=4.0, detail=detail),
        )
    elif a.isbn and b.isbn and set(a.isbn) & set(b.isbn):
        yield (
            Signal(name="identifier", points=2.0, agrees=True),
            Penalty(name="identifier", value=0.0, weight=2.0, detail=sorted(set(a.isbn) & set(b.isbn))[0]),
        )


def _authors(a: Work, b: Work, apart: float) -> tuple[Signal, Penalty]:
    if apart >= 0.5:
        points = -3.0
    else:
        more = min(len(a.names), len(b.names)) - 1
        points = 2.1 - 3.0 * apart + min(1.5, 0.5 * more) * max(0.0, 1.0 - 4.0 * apart)
    detail = "" if apart <= 0.02 else f"{_listed(a)} / {_listed(b)}"
    return (
        Signal(name="author", points=points, agrees=apart < 0.3),
        Penalty(name="author", value=min(1.0, apart), weight=3.0, detail=detail),
    )


def _listed(work: Work) -> str:
    shown = [str(name) for name in work.names[:3]]
    return ", ".join(shown) + (" …" if len(work.names) > 3 else "")


_TITLE_POINTS = {
    TitleLink.SAME: 3.0, TitleLink.SHORT: 2.2, TitleLink.SOUND: 2.6, TitleLink.MEANING: 1.4, TitleLink.PART: -3.0,
}  # fmt: skip


def _title(a: Work, b: Work, title: TitleVerdict) -> Iterator[tuple[Signal, Penalty | None]]:
    if title.distance is None:
        return
    points = _TITLE_POINTS.get(title.link)
    if points is None:
        points = 0.0 if title.distance < 0.5 else -2.5 if title.distance < 0.7 else -3.5
    elif title.link is TitleLink.SAME:
        points -= 4.0 * title.distance
    elif title.link is TitleLink.MEANING:
        points += 6.0 * (0.3 - title.distance)
    detail = "" if title.distance == 0 else f"{_titles(a)[0][:120]} / {_titles(b)[0][:120]}"
    yield (
        Signal(name="title", points=points, agrees=points > 0.5),
        Penalty(name="title", value=title.distance, weight=4.0, detail=detail),
    )


def _year(a: Work, b: Work, title: TitleVerdict) -> Iterator[tuple[Signal, Penalty | None]]:
    if not a.years or not b.years:
        return
    gap = min(abs(mine - theirs) for mine in a.years for theirs in b.years)
    weight = 2.0
    if gap == 0:
        clash = bool(a.suffix and b.suffix and a.suffix != b.suffix)
        yield (
            Signal(name="year", points=-2.5 if clash else 1.0, agrees=not clash),
            Penalty(name="year", value=0.5 if clash else 0.0, weight=weight, detail=_years(a, b) if clash else ""),
        )
        return
    across = title.link in (TitleLink.SOUND, TitleLink.MEANING, TitleLink.UNKNOWN)
    if across and bool(a.translators) != bool(b.translators):
        yield (
            Signal(name="year", points=0.0, agrees=False),
            Penalty(name="translated", value=0.2, weight=1.0, detail=_years(a, b)),
        )
        return
    same = title.link is TitleLink.SAME
    points = (0.0 if same else -0.5) if gap == 1 else -2.0 if same else -2.8
    yield (
        Signal(name="year", points=points, agrees=False),
        Penalty(name="year", value=min(1.0, 0.25 + 0.15 * gap), weight=weight, detail=_years(a, b)),
    )


def _years(a: Work, b: Work) -> str:
    return f"{a.years[0]}{a.suffix} / {b.years[0]}{b.suffix}"


def _place(a: Work, b: Work) -> Iterator[tuple[Signal, Penalty | None]]:
    volume = same_volume(a, b)
    if volume is not None:
        detail = "" if volume else f"{_volume(a)} / {_volume(b)}"
        yield (
            Signal(name="volume", points=1.1 if volume else -2.0, agrees=volume),
            Penalty(name="volume", value=0.0 if volume else 1.0, weight=1.0, detail=detail),
        )
    elif _elsewhere(a, b, a.volume or a.issue) or _elsewhere(b, a, b.volume or b.issue):
        yield Signal(name="volume", points=0.8, agrees=True), None
    pages = same_pages(a, b)
    if pages is not None:
        detail = "" if pages else f"{a.first_page} / {b.first_page}"
        yield (
            Signal(name="pages", points=1.6 if pages else -1.6, agrees=pages),
            Penalty(name="pages", value=0.0 if pages else 1.0, weight=1.0, detail=detail),
        )
    elif _elsewhere(a, b, a.first_page) or _elsewhere(b, a, b.first_page):
        yield Signal(name="pages", points=0.8, agrees=True), None


def _volume(work: Work) -> str:
    return f"{work.volume}({work.issue})" if work.volume and work.issue else work.volume or work.issue


def _elsewhere(a: Work, b: Work, printed: str) -> bool:
    """Whether a number of `a` stands in the text of `b`, which has no such field; small numbers say nothing."""
    found = numbers(printed)
    years = {str(year) for year in (*a.years, *b.years)}
    return bool(found) and int(found[0]) >= 10 and found[0] not in years and found[0] in free_numbers(b.raw)


def _container(a: Work, b: Work) -> Iterator[tuple[Signal, Penalty | None]]:
    if not a.containers or not b.containers or not a.titles or not b.titles:
        return
    apart = container_distance(a.containers, b.containers)
    if apart is None:
        return
    points = 0.7 - 2.0 * min(apart, 0.8)
    detail = "" if apart <= 0.05 else f"{a.containers[0][:80]} / {b.containers[0][:80]}"
    yield (
        Signal(name="container", points=points, agrees=points > 0.1),
        Penalty(name="container", value=apart, weight=1.0, detail=detail),
    )
