"""
The gate: which of the records that a search brought is the work that a reference names, if any.

A search always brings something; for a work that the registry does not hold it brings another one (Crossref's own
evaluation: precision .46 for "take the first hit" where half of the works are missing). So a record is accepted only
with three or more agreeing signals, without a contradiction, and with a margin before the next record.

Signals are looked for in the printed string itself, not in parsed fields: a parser that slips must not make a search
slip. Compare the support of at least three of title, volume, year, author and page in Crossref's search-based matching
with validation (Tkaczyk 2018, github.com/CrossRef/reference-matching-evaluation).
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from kjaudit.model import Candidate, Distance, Outcome, Penalty, Record

from .folding import compact, fold, is_cjk
from .printed import Printed, first_number, numbers_of

LEAST = 3
"""Agreeing signals that a record needs when its title is one of them."""
LEAST_WEAK_TITLE = 4
"""... when its title is short or not printed at all (chemistry prints none)."""
TITLE_SHARE = 0.85
"""Share of a title's four-letter runs (pairs in CJK) that must stand in the string; one misread letter costs four."""
WHOLE_TITLE_SHARE = 0.95
"""Share from which a title may stand against another page."""
OTHER_TITLE_SHARE = 0.5
"""Below this share of its runs, the title of a record is certainly not the one printed."""
_SAME_SHARE = 0.05
"""Title shares nearer than this do not tell two records apart."""
_LONG_TITLE, _LONG_CJK_TITLE = 16, 6
"""Letters from which a title alone tells works apart well enough to be worth a full signal."""


class Signal(enum.StrEnum):
    """What agrees between a printed string and a record."""

    DOI = "doi"
    TITLE = "title"
    AUTHOR = "author"
    YEAR = "year"
    VOLUME = "volume"
    PAGE = "page"
    CONTAINER = "container"
    PUBLISHER = "publisher"


class Identity(enum.Enum):
    """Whether an identifier leads to the work that a string describes."""

    SAME = "same work"
    OTHER = "another work"
    UNSURE = "cannot be told"


_WEIGHTS = {
    Signal.DOI: 4.0,
    Signal.TITLE: 4.0,
    Signal.AUTHOR: 2.0,
    Signal.YEAR: 1.0,
    Signal.VOLUME: 1.0,
    Signal.PAGE: 1.5,
    Signal.CONTAINER: 1.0,
    Signal.PUBLISHER: 0.5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """
    A record held against a printed string.

    Attributes:
        agrees: signals that agree, in the order of `Signal`.
        against: signals that both sides have and that do not agree.
        share: see `Printed.title_share`; 0.0 where the record has no title.
        strong_title: the title is long enough to tell works apart.
    """

    record: Record
    agrees: tuple[Signal, ...]
    against: tuple[Signal, ...]
    share: float
    strong_title: bool

    @property
    def accepted(self) -> bool:
        """Whether the record may be taken for the work by a search."""
        least = LEAST if Signal.TITLE in self.agrees and self.strong_title else LEAST_WEAK_TITLE
        if len(self.agrees) < least or (Signal.AUTHOR not in self.agrees and not self._well_placed):
            return False
        return not self._contradicted

    @property
    def _well_placed(self) -> bool:
        """Volume and page agree, or the string and the record share title, year and container."""
        placed = Signal.VOLUME in self.agrees and Signal.PAGE in self.agrees
        named = {Signal.TITLE, Signal.YEAR, Signal.CONTAINER} <= set(self.agrees)
        return placed or (named and Signal.AUTHOR not in self.against)

    @property
    def _contradicted(self) -> bool:
        """
        Whether what differs speaks for another work: of a series, of the same volume, of another edition.

        One slip of an author's pen is allowed where the rest holds.
        """
        wrong = set(self.against)
        agrees = set(self.agrees)
        if Signal.TITLE in wrong and len(agrees) < LEAST_WEAK_TITLE + (self.share < OTHER_TITLE_SHARE):
            return True
        if {Signal.VOLUME, Signal.PAGE} <= wrong and not {Signal.TITLE, Signal.AUTHOR, Signal.YEAR} <= agrees:
            return True
        whole = self.share >= WHOLE_TITLE_SHARE
        named = whole and {Signal.TITLE, Signal.AUTHOR} <= agrees and bool({Signal.YEAR, Signal.CONTAINER} & agrees)
        if Signal.PAGE in wrong and not named:
            return True
        if Signal.DOI in wrong and (len(agrees) <= LEAST or Signal.PAGE in wrong):
            return True
        return Signal.YEAR in wrong and not {Signal.VOLUME, Signal.PAGE} <= agrees

    @property
    def identity(self) -> Identity:
        """
        Whether a record that the printed identifier leads to is the work the string describes.

        OTHER only where the title is another one and nothing else holds the two together: a translated title, an
        errant volume, a renamed journal are not another work.
        """
        agrees, against = set(self.agrees) - {Signal.DOI}, set(self.against)
        if Signal.TITLE in agrees or len(agrees) >= LEAST:
            return Identity.SAME
        if Signal.TITLE not in against or self.share >= OTHER_TITLE_SHARE:
            return Identity.UNSURE
        if Signal.AUTHOR in agrees:
            # The same author's other paper: only where its place is known and is another.
            return Identity.OTHER if {Signal.VOLUME, Signal.PAGE} <= against and len(agrees) == 1 else Identity.UNSURE
        return Identity.OTHER if Signal.AUTHOR in against and len(agrees) <= 1 else Identity.UNSURE

    @property
    def rank(self) -> float:
        """Weight of what agrees, less half of what does not: for ordering candidates."""
        weight = sum(_WEIGHTS.get(signal, 0.0) for signal in self.agrees)
        return weight + self.share - sum(_WEIGHTS.get(signal, 0.0) / 2 for signal in self.against)

    def candidate(self) -> Candidate:
        """Return the record with its distance and the names of its signals, as a look-up carries it."""
        penalties = [Penalty(name=signal.value, value=0.0, weight=_WEIGHTS.get(signal, 1.0)) for signal in self.agrees]
        for signal in self.against:
            value = 1.0 - self.share if signal is Signal.TITLE else 1.0
            penalties.append(Penalty(name=signal.value, value=value, weight=_WEIGHTS[signal]))
        signals = tuple(signal.value for signal in self.agrees)
        return Candidate(record=self.record, distance=Distance(penalties=tuple(penalties)), signals=signals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """
    What the gate says of a search.

    Attributes:
        outcome: FOUND, AMBIGUOUS or NOT_FOUND.
        best: the accepted record, where FOUND.
        candidates: every record held against the string, best first.
        other_work: the record of another work that the printed DOI leads to, or `None`.
    """

    outcome: Outcome
    best: Weighed | None
    candidates: tuple[Weighed, ...]
    other_work: Weighed | None = None


def weigh(printed: Printed, record: Record) -> Weighed:
    """Hold `record` against the printed string."""
    agrees: list[Signal] = []
    against: list[Signal] = []

    def note(signal: Signal, *, agreed: bool, known: bool = True) -> None:
        if agreed:
            agrees.append(signal)
        elif known:
            against.append(signal)

    # A DOI cut by a line end is the opening of the record's.
    cut = bool(printed.doi) and record.doi.startswith(printed.doi)
    note(
        Signal.DOI,
        agreed=bool(printed.doi) and record.doi == printed.doi,
        known=not cut and bool(printed.doi and record.doi),
    )
    title, share = _best_title(printed, record)
    one_script = is_cjk(title) == printed.is_cjk
    # "(1)" and "(4)" of one series differ in a number only.
    numbered = share >= TITLE_SHARE and not all(map(printed.has_number, numbers_of(title)))
    note(Signal.TITLE, agreed=share >= TITLE_SHARE and not numbered, known=bool(title) and one_script and not numbered)
    note(
        Signal.AUTHOR,
        agreed=any(printed.opens_with(name) for name in record.authors[:1] or record.editors[:1]),
        known=bool(record.authors or record.editors) and one_script and not printed.names_nobody,
    )
    note(Signal.YEAR, agreed=bool(printed.years & set(record.years)), known=_other_year(printed, record))
    volume, page = first_number(record.volume), first_number(record.pages)
    note(Signal.VOLUME, agreed=printed.has_number(volume), known=bool(volume) and printed.is_placed)
    note(Signal.PAGE, agreed=printed.has_number(page), known=bool(page) and printed.is_placed)
    if record.container_titles:
        agreed = any(printed.names_container(name) for name in record.container_titles)
        note(Signal.CONTAINER, agreed=agreed, known=False)
    elif record.publisher:
        note(Signal.PUBLISHER, agreed=printed.names_container(record.publisher), known=False)
    return Weighed(
        record=record, agrees=tuple(agrees), against=tuple(against), share=share, strong_title=_is_strong(title)
    )


def decide(printed: Printed, records: Iterable[Record]) -> Decided:
    """
    Choose among the records of a search, or choose none.

    FOUND: one record passes the gate and no other passes it as well. AMBIGUOUS: two or more different records pass
    equally well (a work registered twice, a preprint where the string names no journal). NOT_FOUND: none passes.
    """
    weighed = sorted((weigh(printed, record) for record in _each_once(records)), key=lambda item: -item.rank)
    identified = next((item for item in weighed if Signal.DOI in item.agrees), None)
    passed = [item for item in weighed if item.accepted and item is not identified]
    # What the identifier leaves open, a record that fits in all else decides.
    taken = identified is not None and (
        identified.identity is Identity.SAME or (identified.identity is Identity.UNSURE and not passed)
    )
    if identified and taken:
        others = tuple(item for item in weighed if item is not identified)
        return Decided(outcome=Outcome.FOUND, best=identified, candidates=(identified, *others))
    if not passed:
        return Decided(outcome=Outcome.NOT_FOUND, best=None, candidates=tuple(weighed), other_work=identified)
    best, rest = passed[0], passed[1:]
    twins = [item for item in rest if item.agrees == best.agrees and abs(item.share - best.share) < _SAME_SHARE]
    others = tuple(item for item in weighed if item is not best and item not in twins)
    candidates = (best, *twins, *others)
    if twins:
        return Decided(outcome=Outcome.AMBIGUOUS, best=None, candidates=candidates, other_work=identified)
    return Decided(outcome=Outcome.FOUND, best=best, candidates=candidates, other_work=identified)


def _best_title(printed: Printed, record: Record) -> tuple[str, float]:
    """Return the title of the record that stands in the string best, with its share; the whole title before a part."""
    titles = list(record.titles)
    if record.subtitle and titles:
        titles.insert(0, f"{titles[0]} {record.subtitle}")
    best, share = "", 0.0
    for title in titles:
        found = printed.title_share(title)
        if found > share or not best:
            best, share = title, found
    if share < TITLE_SHARE and ":" in best:
        main = best.partition(":")[0]
        found = printed.title_share(main)
        if _is_strong(main) and found > share:
            return main, found
    return best, share


def _is_strong(title: str) -> bool:
    body = compact(fold(title))
    return len(body) >= (_LONG_CJK_TITLE if is_cjk(body) else _LONG_TITLE)


def _other_year(printed: Printed, record: Record) -> bool:
    """Whether both sides give years and none lies within one: print and online often straddle a new year."""
    return bool(printed.years and record.years) and all(
        abs(mine - theirs) > 1 for mine in printed.years for theirs in record.years
    )


def _each_once(records: Iterable[Record]) -> Iterable[Record]:
    """Return each record once; of two with one DOI the first."""
    seen: set[str] = set()
    for record in records:
        key = record.doi or f"{record.registry}:{record.id}"
        if key not in seen:
            seen.add(key)
            yield record
