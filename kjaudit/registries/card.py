"""
The evidence card of an entry: what was asked where and when, what answered, what agrees and what does not. Pure.

For the window and the reports; nothing here decides anything.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kjaudit.model import Lookup, Outcome, Record, Reference, Update

from .services import SERVICES


class Standing(enum.Enum):
    """What the answers together say of an entry, for a badge."""

    CONFIRMED = "found"
    STRAYING = "identifier leads to another work"
    UNREGISTERED = "identifier is not registered"
    UNDECIDED = "several records fit"
    MISSED = "not found where works like it are expected"
    OPEN = "not found, nor expected"
    SILENT = "no answer"
    UNASKED = "not looked up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """
    One row of the card.

    Attributes:
        service: name for people.
        outcome: see `Outcome`.
        says: one sentence for a person.
        asked, asked_at: the request without key and e-mail address, and when it was answered.
        by_identifier: asked by DOI or ISBN.
        record: what the service holds, or `None`.
        agrees, differs: names of what agrees between the entry and the record, and of what does not.
        nearest: records that were passed over, best first.
    """

    service: str
    outcome: Outcome
    says: str
    asked: str
    asked_at: datetime | None
    by_identifier: bool
    record: Record | None
    agrees: tuple[str, ...]
    differs: tuple[str, ...]
    nearest: tuple[Record, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The answers about one entry, those that say most first, and what they say together."""

    reference: str
    standing: Standing
    answers: tuple[Answer, ...]
    updates: tuple[Update, ...]


def card_of(reference: Reference, lookups: Iterable[Lookup]) -> Card:
    """Return the card of `reference`; look-ups about others are passed over."""
    mine = sorted((lookup for lookup in lookups if lookup.reference == reference.key), key=_weight)
    held = (lookup.record for lookup in mine if lookup.outcome is Outcome.FOUND and lookup.record)
    updates = dict.fromkeys(update for record in held for update in record.updates)
    return Card(
        reference=reference.key,
        standing=_standing(mine),
        answers=tuple(_answer(lookup) for lookup in mine),
        updates=tuple(updates),
    )


def _standing(lookups: Sequence[Lookup]) -> Standing:
    works = [lookup for lookup in lookups if lookup.registry != "doi"]
    tests = (
        (Standing.STRAYING, any(lookup.other_work for lookup in works)),
        (Standing.CONFIRMED, any(lookup.outcome is Outcome.FOUND for lookup in works)),
        (Standing.UNREGISTERED, any(lookup.outcome is Outcome.NOT_FOUND for lookup in lookups if lookup not in works)),
        (Standing.UNDECIDED, any(lookup.outcome is Outcome.AMBIGUOUS for lookup in works)),
        (Standing.SILENT, any(lookup.outcome is Outcome.UNAVAILABLE and lookup.expected for lookup in works)),
        (Standing.MISSED, any(lookup.outcome is Outcome.NOT_FOUND and lookup.expected for lookup in works)),
        (Standing.OPEN, any(lookup.outcome is Outcome.NOT_FOUND for lookup in works)),
        (Standing.SILENT, any(lookup.outcome is Outcome.UNAVAILABLE for lookup in lookups)),
    )
    return next((standing for standing, holds in tests if holds), Standing.UNASKED)


def _answer(lookup: Lookup) -> Answer:
    best = lookup.candidates[0] if lookup.candidates else None
    shown = best is not None and (lookup.record is None or best.record == lookup.record)
    differs = tuple(penalty.name for penalty in best.distance.dearest()) if best and shown else ()
    service = SERVICES.get(lookup.registry)
    return Answer(
        service=service.label if service else "Local index",
        outcome=lookup.outcome,
        says=lookup.reason or _SAYS[lookup.outcome],
        asked=lookup.asked,
        asked_at=lookup.asked_at,
        by_identifier=lookup.by_identifier,
        record=lookup.record,
        agrees=lookup.signals or (best.signals if best and shown else ()),
        differs=differs,
        nearest=tuple(item.record for item in lookup.candidates if item.record != lookup.record),
    )


_SAYS = {
    Outcome.FOUND: "Holds the work",
    Outcome.NOT_FOUND: "Does not hold it",
    Outcome.AMBIGUOUS: "Holds several records that fit",
    Outcome.UNAVAILABLE: "Did not answer",
    Outcome.SKIPPED: "Was not asked",
}

_ORDER = (Outcome.FOUND, Outcome.AMBIGUOUS, Outcome.NOT_FOUND, Outcome.UNAVAILABLE, Outcome.SKIPPED)


def _weight(lookup: Lookup) -> tuple[bool, int, bool, str]:
    return (not lookup.other_work, _ORDER.index(lookup.outcome), not lookup.expected, lookup.key)
