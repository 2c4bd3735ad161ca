"""Decisions as rows to add, and the undo that adds rows too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from kjaudit.model import Decision, Judged, Reference, Standing, Verdict

from .entry_identity import finding_of
from .standing import in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One verdict as given, and the one in force about the same thing before it."""

    given: Verdict
    before: Verdict | None


@dataclass(slots=True)
class History:
    """What this session can undo and redo; each action is the steps given at once."""

    done: list[tuple[Step, ...]] = field(default_factory=list)
    undone: list[tuple[Step, ...]] = field(default_factory=list)

    def did(self, action: tuple[Step, ...]) -> None:
        """Remember a new action; what was undone before can no longer be redone."""
        self.done.append(action)
        self.undone.clear()


def about_finding(judged: Judged, decision: Decision, note: str, reviewer: str, at: datetime) -> Verdict:
    """Return a decision about a finding as it is shown now; one that was taken over is withdrawn where it was made."""
    if judged.standing is Standing.CARRIED and judged.verdict and decision is Decision.WITHDRAWN:
        return replace(judged.verdict, decision=decision, note=note, reviewer=reviewer, at=at)
    finding = judged.finding
    return Verdict(
        finding=finding.key,
        document=finding.document,
        decision=decision,
        note=note,
        reviewer=reviewer,
        at=at,
        seen=finding.evidence_digest,
        quote=finding.quote,
        sentence=finding.sentence,
        code=finding.code,
    )


def about_entry(
    document: str, reference: Reference, decision: Decision, note: str, reviewer: str, at: datetime
) -> Verdict:
    """Return a decision about an entry: ACCEPTED marks it deliberately uncited."""
    return Verdict(
        finding=finding_of(reference),
        document=document,
        decision=decision,
        note=note,
        reviewer=reviewer,
        at=at,
        seen="",
        quote=reference.raw,
    )


def action(given: Iterable[Verdict], so_far: Iterable[Verdict]) -> tuple[Step, ...]:
    """Return `given` as steps: each with what was in force before; taking nothing back is no step."""
    force = in_force(so_far)
    steps = (Step(given=verdict, before=force.get((verdict.document, verdict.finding))) for verdict in given)
    return tuple(step for step in steps if step.before or step.given.decision is not Decision.WITHDRAWN)


def reversal(steps: tuple[Step, ...], reviewer: str, at: datetime) -> tuple[Verdict, ...]:
    """Return the rows that take an action back: WITHDRAWN, or the decision that a WITHDRAWN had taken back."""
    rows = []
    for step in steps:
        if step.given.decision is Decision.WITHDRAWN and step.before:
            rows.append(replace(step.before, reviewer=reviewer, at=at))
        else:
            rows.append(replace(step.given, decision=Decision.WITHDRAWN, note="", reviewer=reviewer, at=at))
    return tuple(rows)


def again(steps: tuple[Step, ...], reviewer: str, at: datetime) -> tuple[Verdict, ...]:
    """Return the rows that do an undone action again."""
    return tuple(replace(step.given, reviewer=reviewer, at=at) for step in steps)
