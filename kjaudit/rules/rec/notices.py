"""Later notices about works: retractions, concerns, corrections, as records tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.model import Evidence, Lookup, Record, Reference, Update, UpdateKind, joined, say

from .found import label, of_record

RETRACTIONS = frozenset((UpdateKind.RETRACTION, UpdateKind.WITHDRAWAL))
_SOURCES = {"retraction-watch": "Retraction Watch", "publisher": say("the publisher"), "title": say("its title")}
_SAYS_SO = re.compile(r"retract|withdrawn|철회|撤回|取り?下げ", re.IGNORECASE)


def says_so_itself(reference: Reference) -> bool:
    """Whether the entry itself prints that the work was retracted, as styles ask for."""
    return _SAYS_SO.search(reference.raw) is not None


def updates_of(held: list[tuple[Lookup, Record]]) -> Iterator[tuple[Lookup, Update]]:
    """Yield each update once, whichever registry tells it first."""
    seen: set[tuple[UpdateKind, str]] = set()
    for lookup, record in held:
        for update in record.updates:
            if (update.kind, update.doi) not in seen:
                seen.add((update.kind, update.doi))
                yield lookup, update


def told(lookup: Lookup, update: Update) -> str:
    """Return how an update is told, for a message: "notice 10.1016/x, 2020, according to Retraction Watch"."""
    parts = [say("notice {doi}", doi=update.doi) if update.doi else "", str(update.date.year) if update.date else ""]
    source = _SOURCES.get(update.source, label(update.source) if update.source else label(lookup.registry))
    return joined([part for part in (*parts, say("according to {source}", source=source)) if part])


def as_evidence(lookup: Lookup, update: Update) -> Evidence:
    """Return an update as evidence."""
    return of_record(lookup, update.kind.value.capitalize(), told(lookup, update), "status")
