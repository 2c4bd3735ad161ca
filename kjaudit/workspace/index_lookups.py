"""References held against a local index of records: nothing leaves the machine, so nobody need be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kjaudit.model import Lookup, Outcome, Reference

if TYPE_CHECKING:
    from kjaudit.registries.gate import Decided
    from kjaudit.registries.index import LocalIndex

NAME = "index"
"""Registry name of its look-ups."""


def opened(folder: Path) -> LocalIndex:
    """Open the index in `folder`; raises RegistryError where it is none."""
    from kjaudit.registries.index import LocalIndex

    return LocalIndex(folder)


def lookups(index: LocalIndex, references: Iterable[Reference], at: datetime) -> Iterator[Lookup]:
    """
    Yield a look-up for each reference, and one more where its DOI leads to another work.

    NOT_FOUND in a local index says nothing about the work, for nobody knows what the index holds: `expected` is false.
    """
    for reference in references:
        decided = index.look_up(reference.raw)
        yield _search(reference, decided, at)
        if decided.other_work:
            yield Lookup(
                key=f"{reference.key}:{NAME}:doi",
                reference=reference.key,
                registry=NAME,
                outcome=Outcome.NOT_FOUND,
                reason="The identifier leads to a record of another work",
                asked_at=at,
                by_identifier=True,
                record=decided.other_work.record,
                other_work=True,
                candidates=(decided.other_work.candidate(),),
            )


def _search(reference: Reference, decided: Decided, at: datetime) -> Lookup:
    reasons = {
        Outcome.NOT_FOUND: "Not among the records of the local index",
        Outcome.AMBIGUOUS: "Several records of the local index fit equally well",
    }
    return Lookup(
        key=f"{reference.key}:{NAME}",
        reference=reference.key,
        registry=NAME,
        outcome=decided.outcome,
        reason=reasons.get(decided.outcome, ""),
        asked_at=at,
        record=decided.best.record if decided.best else None,
        candidates=tuple(item.candidate() for item in decided.candidates[:3]),
        signals=tuple(signal.value for signal in decided.best.agrees) if decided.best else (),
        expected=False,
    )
