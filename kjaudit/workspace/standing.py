"""Verdicts held against findings: what is in force, what has gone stale, what a revised sentence takes over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kjaudit.model import Decision, Finding, Judged, Standing, Verdict

from .entry_identity import is_about_entry
from .likeness import Shelf, likeness

ALIKE = 0.7
"""Least likeness at which a verdict is taken over; chosen so that a changed figure or word passes, a rewritten sentence
does not (tests/workspace/test_standing.py holds examples)."""

MARGIN = 0.1
"""The second most alike finding must be at least this much less alike; otherwise nobody can say which one was meant."""

About = tuple[str, str]
"""Document id and `Verdict.finding`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """A finding with its key and the digest of its evidence, worked out once: both are hashes."""

    finding: Finding
    key: str
    seen: str

    @property
    def about(self) -> About:
        """What a verdict about it says it is about."""
        return self.finding.document, self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """
    All findings with their standing.

    Attributes:
        judged: one for each finding, in the order given.
        gone: verdicts in force whose finding is no longer there (mended, or changed past recognition), oldest first.
        by_key: the findings by their keys.
    """

    judged: tuple[Judged, ...] = ()
    gone: tuple[Verdict, ...] = ()
    by_key: Mapping[str, Judged] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The finding whose sentence is most like that of a verdict."""

    item: Keyed
    likeness: float


class Anchors:
    """
    The findings of an audit, ready to have verdicts held against them again and again.

    What a vanished verdict is nearest to is worked out once, so that each further decision costs little.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.items = tuple(Keyed(finding=item, key=item.key, seen=item.evidence_digest) for item in findings)
        self.present = frozenset(item.about for item in self.items)
        self._places: dict[tuple[str, str], list[Keyed]] = defaultdict(list)
        for item in self.items:
            self._places[item.finding.document, item.finding.code].append(item)
        self._shelves: dict[tuple[str, str], Shelf] = {}
        self._nearest: dict[Verdict, Nearest | None] = {}

    def nearest(self, verdict: Verdict) -> Nearest | None:
        """Return the finding that the verdict was probably about; `None` where none or more than one may be meant."""
        if verdict not in self._nearest:
            self._nearest[verdict] = self._find(verdict)
        return self._nearest[verdict]

    def _find(self, verdict: Verdict) -> Nearest | None:
        place = (verdict.document, verdict.code)
        items = self._places.get(place)
        if not items:
            return None
        if place not in self._shelves:
            self._shelves[place] = Shelf([item.finding.sentence for item in items])
        near = [items[at] for at in self._shelves[place].near(verdict.sentence)]
        scored = sorted(
            ((_alike(verdict, item.finding), number) for number, item in enumerate(near)),
            key=lambda pair: (-pair[0], pair[1]),
        )
        if not scored or scored[0][0] < ALIKE:
            return None
        if len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN:
            return None
        return Nearest(near[scored[0][1]], scored[0][0])


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


def hold(findings: Anchors, verdicts: Iterable[Verdict]) -> Held:
    """
    Hold verdicts against findings.

    A finding takes over the verdict of a vanished one of the same rule and document whose sentence reads nearly the
    same, when no other finding is nearly as like. Where that finding was decided again, the old verdict is superseded.
    """
    force = in_force(verdicts)
    vanished = [
        verdict
        for about, verdict in force.items()
        if verdict is not None and about not in findings.present and not is_about_entry(verdict)
    ]
    carried, superseded = _carried(findings, vanished, force)
    judged = tuple(_judged(item, force, carried) for item in findings.items)
    taken = {id(verdict) for verdict, _ in carried.values()} | superseded
    gone = tuple(verdict for verdict in vanished if id(verdict) not in taken)
    return Held(
        judged=judged,
        gone=tuple(sorted(gone, key=lambda verdict: verdict.at)),
        by_key={item.key: one for item, one in zip(findings.items, judged, strict=True)},
    )


def _judged(
    item: Keyed, force: Mapping[About, Verdict | None], carried: Mapping[About, tuple[Verdict, float]]
) -> Judged:
    verdict = force.get(item.about)
    if verdict is not None:
        standing = Standing.DECIDED if verdict.seen == item.seen else Standing.STALE
        return Judged(finding=item.finding, standing=standing, verdict=verdict)
    if item.about in carried:
        old, alike = carried[item.about]
        return Judged(finding=item.finding, standing=Standing.CARRIED, verdict=old, likeness=round(alike, 3))
    return Judged(finding=item.finding)


def _carried(
    findings: Anchors, vanished: Sequence[Verdict], force: Mapping[About, Verdict | None]
) -> tuple[dict[About, tuple[Verdict, float]], set[int]]:
    """Match vanished verdicts with findings, most alike first; also `id`s of those decided again since."""
    proposals = [
        (best.likeness, number, best.item)
        for number, verdict in enumerate(vanished)
        if (best := findings.nearest(verdict)) is not None
    ]
    carried: dict[About, tuple[Verdict, float]] = {}
    superseded: set[int] = set()
    for alike, number, item in sorted(proposals, key=lambda proposal: (-proposal[0], proposal[1])):
        if force.get(item.about) is not None:
            superseded.add(id(vanished[number]))
        elif item.about not in carried:
            carried[item.about] = (vanished[number], alike)
    return carried, superseded


def _alike(verdict: Verdict, finding: Finding) -> float:
    sentences = likeness(verdict.sentence, finding.sentence)
    if verdict.quote == finding.quote:
        return sentences
    return (sentences + likeness(verdict.quote, finding.quote)) / 2
