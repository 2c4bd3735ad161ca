"""The evidence card of an entry: who was asked, when, what answered, and field by field what agrees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kjaudit.model import Case, Lookup, Name, Outcome, Record, Reference, UpdateKind

from .differences import Piece, differ, pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """
    One field beside its counterpart.

    Attributes:
        field: CSL variable.
        cited, record: as printed, "" where absent.
        differs: they differ by more than case, width, dashes and marks; never set where one is absent.
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


ANSWERED = frozenset({Outcome.FOUND, Outcome.NOT_FOUND, Outcome.AMBIGUOUS})
"""Outcomes that mean a registry was asked and answered."""


def cards(case: Case) -> dict[str, EvidenceCard]:
    """Return the card of every entry, by its key, in list order."""
    out = {}
    for reference in case.references:
        about = [lookup for lookup in case.lookups if lookup.reference == reference.key]
        out[reference.key] = EvidenceCard(
            entry=reference.key, answers=tuple(_answer(reference, lookup) for lookup in about)
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
    def value(name: str) -> str:
        field = getattr(reference, name)
        return str(field.value) if field else ""

    cited_year = str(reference.year) if reference.year is not None else ""
    years = [str(year) for year in record.years] or ([str(record.date.year)] if record.date else [])
    pairs = (
        ("author", _names(reference.authors), [_names(record.authors)]),
        ("issued", cited_year, years),
        ("title", value("title"), list(record.titles)),
        ("container-title", value("container_title"), list(record.container_titles)),
        ("volume", value("volume"), [record.volume]),
        ("issue", value("issue"), [record.issue]),
        ("page", value("pages"), [record.pages]),
        ("publisher", value("publisher"), [record.publisher]),
        ("DOI", value("doi"), [record.doi]),
    )
    for name, cited, offered in pairs:
        given = [item for item in offered if item]
        if not cited and not given:
            continue
        best = next((item for item in given if not differ(cited, item)), given[0] if given else "")
        differs = bool(cited and best) and differ(cited, best)
        shown = pieces(cited, best) if differs else ()
        yield FieldRow(field=name, cited=cited, record=best, differs=differs, pieces=shown)


def _names(names: tuple[Name, ...]) -> str:
    return "; ".join(str(name) for name in names)


def _described(record: Record) -> str:
    parts = (_names(record.authors), str(record.date.year) if record.date else "", *record.titles[:1], record.doi)
    return ". ".join(part for part in parts if part)
