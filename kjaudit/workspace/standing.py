"""Verdicts held against findings: what is in force, what has gone stale, what a revised sentence takes over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kjaudit.model import Decision, Finding, Judged, Standing, Verdict

from .entry_identity import is_about_entry
from .likeness import likeness

ALIKE = 0.7
"""Least likeness at which a verdict is taken over; chosen so that a changed figure or word passes, a rewritten sentence
does not (tests/workspace/test_standing.py holds examples)."""

MARGIN = 0.1
"""The second most alike finding must be at least this much less alike; otherwise nobody can say which one was meant."""

About = tuple[str, str]
"""Document id and `Verdict.finding`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """
    All findings with their standing.

    Attributes:
        judged: one for each finding, in the order given.
        gone: verdicts in force whose finding is no longer there (mended, or changed past recognition), oldest first.
    """

    judged: tuple[Judged, ...] = ()
    gone: tuple[Verdict, ...] = ()


def in_force(verdicts: Iterable[Verdict]) -> dict[About, Verdict | None]:
    """Return the decision in force about each thing ever decided; `None` where every decision was taken back."""
    stacks: dict[About, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        stack = stacks[verdict.document, verdict.finding]
        if verdict.decision is not Decision.WITHDRAWN:
            stack.append(verdict)
        elif stack:
            stack.pop()
    return {about: stack[-1] if stack else None for about, stack in stacks.items()}


def hold(findings: Sequence[Finding], verdicts: Iterable[Verdict]) -> Held:
    """
    Hold verdicts against findings.

    A finding takes over the verdict of a vanished one of the same rule and document whose sentence reads nearly the
    same, when no other finding is nearly as like. Where that finding was decided again, the old verdict is superseded.
    """
    force = in_force(verdicts)
    present = {(finding.document, finding.key) for finding in findings}
    vanished = [
        verdict
        for about, verdict in force.items()
        if verdict is not None and about not in present and not is_about_entry(verdict)
    ]
    carried, superseded = _carried(findings, vanished, force)
    judged = tuple(_judged(finding, force, carried) for finding in findings)
    taken = {id(verdict) for verdict, _ in carried.values()} | superseded
    gone = tuple(verdict for verdict in vanished if id(verdict) not in taken)
    return Held(judged=judged, gone=tuple(sorted(gone, key=lambda verdict: verdict.at)))


def _judged(
    finding: Finding, force: Mapping[About, Verdict | None], carried: Mapping[About, tuple[Verdict, float]]
) -> Judged:
    about = (finding.document, finding.key)
    verdict = force.get(about)
    if verdict is not None:
        same = verdict.seen == finding.evidence_digest
        return Judged(finding=finding, standing=Standing.DECIDED if same else Standing.STALE, verdict=verdict)
    if about in carried:
        old, alike = carried[about]
        return Judged(finding=finding, standing=Standing.CARRIED, verdict=old, likeness=round(alike, 3))
    return Judged(finding=finding)


def _carried(
    findings: Sequence[Finding], vanished: Sequence[Verdict], force: Mapping[About, Verdict | None]
) -> tuple[dict[About, tuple[Verdict, float]], set[int]]:
    """Match vanished verdicts with findings, most alike first; also `id`s of those decided again since."""
    by_place: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings if vanished else ():
        by_place[finding.document, finding.code].append(finding)
    proposals: list[tuple[float, int, Finding]] = []
    for number, verdict in enumerate(vanished):
        best = _best(verdict, by_place.get((verdict.document, verdict.code), []))
        if best:
            proposals.append((best[0], number, best[1]))
    carried: dict[About, tuple[Verdict, float]] = {}
    superseded: set[int] = set()
    for alike, number, finding in sorted(proposals, key=lambda item: (-item[0], item[1])):
        about = (finding.document, finding.key)
        if force.get(about) is not None:
            superseded.add(id(vanished[number]))
        elif about not in carried:
            carried[about] = (vanished[number], alike)
    return carried, superseded


def _best(verdict: Verdict, findings: Sequence[Finding]) -> tuple[float, Finding] | None:
    scored = sorted(
        ((_alike(verdict, finding), number) for number, finding in enumerate(findings)),
        key=lambda item: (-item[0], item[1]),
    )
    if not scored or scored[0][0] < ALIKE:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN:
        return None
    return scored[0][0], findings[scored[0][1]]


def _alike(verdict: Verdict, finding: Finding) -> float:
    sentences = likeness(verdict.sentence, finding.sentence)
    if verdict.quote == finding.quote:
        return sentences
    return (sentences + likeness(verdict.quote, finding.quote)) / 2
