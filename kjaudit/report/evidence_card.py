"""The evidence card of an entry: who was asked, when, what answered, and field by field what agrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kjaudit.matching import authors_distance, compare_titles, of_record, of_reference
from kjaudit.matching.fields import container_distance, same_number, same_pages
from kjaudit.model import Case, Lookup, Name, Outcome, Record, Reference, UpdateKind

from .differences import Piece, differ, pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """
    One field beside its counterpart.

    Attributes:
        field: CSL variable.
        cited, record: as printed, "" where absent.
        differs: they differ by more than case, marks, initials or abbreviation; never set where one is absent.
        pieces: the difference, for two colours.
    """

    field: str
    cited: str
    record: str
    differs: bool = False
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one registry said about the entry."""

    registry: str
    outcome: Outcome
    reason: str
    asked: str
    asked_at: datetime | None
    doi: str
    other_work: bool
    signals: tuple[str, ...]
    updates: tuple[tuple[UpdateKind, str], ...]
    fields: tuple[FieldRow, ...]
    nearest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceCard:
    """One entry and every answer about it; `looked_up`: some registry really answered."""

    entry: str
    answers: tuple[Answer, ...]

    @property
    def looked_up(self) -> bool:
        """Whether a registry answered: SKIPPED and UNAVAILABLE are no answer."""
        return any(answer.outcome in ANSWERED for answer in self.answers)


ALIKE = 0.1
"""Distance (kjaudit.matching) up to which names and titles count as the same: initials, subtitles, abbreviations."""

ANSWERED = frozenset({Outcome.FOUND, Outcome.NOT_FOUND, Outcome.AMBIGUOUS})
"""Outcomes that mean a registry was asked and answered."""


def cards(case: Case) -> dict[str, EvidenceCard]:
    """Return the card of every entry, by its key, in list order."""
    about: dict[str, list[Lookup]] = defaultdict(list)
    for lookup in case.lookups:
        about[lookup.reference].append(lookup)
    out = {}
    for reference in case.references:
        out[reference.key] = EvidenceCard(
            entry=reference.key, answers=tuple(_answer(reference, lookup) for lookup in about[reference.key])
        )
    return out


def field_rows(reference: Reference, record: Record) -> tuple[FieldRow, ...]:
    """Return the fields that entry or record print, side by side."""
    return tuple(_rows(reference, record))


def _answer(reference: Reference, lookup: Lookup) -> Answer:
    record = lookup.record
    nearest = lookup.candidates[0].record if lookup.candidates and record is None else None
    return Answer(
        registry=lookup.registry,
        outcome=lookup.outcome,
        reason=lookup.reason,
        asked=lookup.asked,
        asked_at=lookup.asked_at,
        doi=record.doi if record else "",
        other_work=lookup.other_work,
        signals=lookup.signals,
        updates=tuple((update.kind, update.doi) for update in record.updates) if record else (),
        fields=field_rows(reference, record) if record else (),
        nearest=_described(nearest) if nearest else "",
    )


def _rows(reference: Reference, record: Record) -> Iterator[FieldRow]:
    def printed(name: str) -> str:
        field = getattr(reference, name)
        return str(field.value) if field else ""

    mine, theirs = of_reference(reference), of_record(record)
    years = [str(year) for year in record.years] or ([str(record.date.year)] if record.date else [])
    cited_year = str(reference.year) if reference.year is not None else ""
    yield from _row("author", _names(reference.authors), [_names(record.authors)], far=_authors_far(reference, record))
    yield from _row("issued", cited_year, years, far=cited_year not in years)
    yield from _row(
        "title", printed("title"), record.titles, far=_far(compare_titles(mine.titles, theirs.titles).distance)
    )
    far = _far(container_distance(mine.containers, theirs.containers))
    yield from _row("container-title", printed("container_title"), record.container_titles, far=far)
    for name, held in (("volume", record.volume), ("issue", record.issue)):
        yield from _row(name, printed(name), [held], far=same_number(printed(name), held) is False)
    yield from _row("page", printed("pages"), [record.pages], far=same_pages(mine, theirs) is False)
    yield from _row("publisher", printed("publisher"), [record.publisher], far=False)
    doi = printed("doi")
    yield from _row("DOI", doi, [record.doi], far=differ(doi, record.doi))


def _row(name: str, cited: str, offered: Sequence[str], *, far: bool) -> Iterator[FieldRow]:
    """Yield the row of a field that one of the two prints; `far`: the two are not the same."""
    given = [item for item in offered if item]
    if not cited and not given:
        return
    best = next((item for item in given if not differ(cited, item)), given[0] if given else "")
    differs = far and bool(cited and best) and differ(cited, best)
    yield FieldRow(field=name, cited=cited, record=best, differs=differs, pieces=pieces(cited, best) if differs else ())


def _authors_far(reference: Reference, record: Record) -> bool:
    return _far(authors_distance(reference.authors, record.authors, a_others=reference.others))


def _far(distance: float | None) -> bool:
    return distance is not None and distance > ALIKE


def _names(names: tuple[Name, ...]) -> str:
    return "; ".join(str(name) for name in names)


def _described(record: Record) -> str:
    parts = (_names(record.authors), str(record.date.year) if record.date else "", *record.titles[:1], record.doi)
    return ". ".join(part for part in parts if part)
