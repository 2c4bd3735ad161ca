"""Records that came back -> what is said of the reference: a `Lookup`."""

from __future__ import annotations

from collections.abc import Sequence

from kjaudit.model import CachedAnswer, Candidate, Lookup, Outcome, Record, Reference, say

from .gate import Identity, Signal, decide, weigh
from .interface import Question, Registry
from .printed import Printed

_MOST_CANDIDATES = 3


def key_of(reference: Reference, service: str, *, searched: bool = False) -> str:
    """Return the key of a look-up; a search made after a DOI led astray has a key of its own."""
    return f"{reference.key}:{service}{':search' if searched else ''}"


def skipped(reference: Reference, service: Registry, reason: str) -> Lookup:
    """Return the look-up of a reference that a service was not asked about."""
    return Lookup(
        key=key_of(reference, service.name),
        reference=reference.key,
        registry=service.name,
        outcome=Outcome.SKIPPED,
        reason=reason,
        expected=False,
    )


def unavailable(
    reference: Reference, service: Registry, question: Question, reason: str, *, searched: bool = False
) -> Lookup:
    """Return the look-up of a reference that a service gave no usable answer about."""
    return Lookup(
        key=key_of(reference, service.name, searched=searched),
        reference=reference.key,
        registry=service.name,
        outcome=Outcome.UNAVAILABLE,
        reason=reason,
        asked=f"GET {question.url}",
        by_identifier=question.by_identifier,
        expected=question.by_identifier or not service.expects(reference),
    )


def identified(
    reference: Reference, service: Registry, question: Question, records: Sequence[Record], answer: CachedAnswer
) -> Lookup:
    """
    Return what comes of asking for one work by its identifier.

    FOUND unless the record is plainly that of another work; then NOT_FOUND with `other_work` and the record.
    """
    printed = Printed(reference.raw)
    weighed = [weigh(printed, record) for record in records]
    best = max(weighed, key=lambda item: item.rank, default=None)
    if best is None:
        return _lookup(
            reference,
            service,
            question,
            answer,
            Outcome.NOT_FOUND,
            reason=say("{registry} does not hold it", registry=service.label),
        )
    other = best.identity is Identity.OTHER
    return _lookup(
        reference,
        service,
        question,
        answer,
        Outcome.NOT_FOUND if other else Outcome.FOUND,
        reason="The identifier leads to a record of another work" if other else "",
        record=best.record,
        other_work=other,
        candidates=(best.candidate(),),
        signals=tuple(signal.value for signal in best.agrees),
    )


def searched(
    reference: Reference,
    service: Registry,
    question: Question,
    records: Sequence[Record],
    answer: CachedAnswer,
    *,
    again: bool = False,
) -> Lookup:
    """Return what comes of a search: FOUND only through the gate; see `gate.decide`."""
    decided = decide(Printed(reference.raw), records)
    nearest = decided.candidates[0].record if decided.candidates else None
    reason = ""
    if decided.outcome is Outcome.NOT_FOUND:
        reason = say("Not found among what {names} indexes", names=service.label)
        if nearest and nearest.titles:
            title = _shortened(nearest.titles[0])
            reason = say("{message}, nearest is “{title}”", message=reason, title=title)
    elif decided.outcome is Outcome.AMBIGUOUS:
        reason = say("{registry} holds several records that fit equally well", registry=service.label)
    signals = tuple(signal.value for signal in decided.best.agrees) if decided.best else ()
    return _lookup(
        reference,
        service,
        question,
        answer,
        decided.outcome,
        reason=reason,
        record=decided.best.record if decided.best else None,
        candidates=tuple(item.candidate() for item in decided.candidates[:_MOST_CANDIDATES]),
        signals=signals,
        searched=again,
    )


def agency_known(
    reference: Reference, service: Registry, question: Question, record: Record | None, answer: CachedAnswer
) -> Lookup:
    """Return the look-up that says whether any agency registered the DOI: its record's publisher is the agency."""
    if record is None:
        reason = "No registration agency knows this DOI"
        return _lookup(reference, service, question, answer, Outcome.NOT_FOUND, reason=reason)
    return _lookup(
        reference,
        service,
        question,
        answer,
        Outcome.FOUND,
        reason=say("Registered with {agency}", agency=record.publisher),
        record=record,
        signals=(Signal.DOI.value,),
    )


def _lookup(
    reference: Reference,
    service: Registry,
    question: Question,
    answer: CachedAnswer,
    outcome: Outcome,
    *,
    reason: str = "",
    record: Record | None = None,
    other_work: bool = False,
    candidates: tuple[Candidate, ...] = (),
    signals: tuple[str, ...] = (),
    searched: bool = False,
) -> Lookup:
    return Lookup(
        key=key_of(reference, service.name, searched=searched),
        reference=reference.key,
        registry=service.name,
        outcome=outcome,
        reason=reason,
        asked=f"GET {question.url}",
        asked_at=answer.fetched_at,
        by_identifier=question.by_identifier,
        record=record,
        other_work=other_work,
        candidates=candidates,
        signals=signals,
        expected=question.by_identifier or not service.expects(reference),
    )


def _shortened(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
