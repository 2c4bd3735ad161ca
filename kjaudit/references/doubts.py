"""What a reviewer should know of a parsed entry: fields that are not there, fields that are not sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kjaudit.model import Problem, ProblemKind, Reference, Span, say

from .labeller import Segment
from .labels import Label

SURE = 0.5
"""Below this a field is marked (mean of the model's marginals over its words)."""

_QUIET = frozenset((Label.NOTE, Label.NUMBER, Label.IDENTIFIER, Label.URL))


def doubts(reference: Reference, by_label: Mapping[Label, Sequence[Segment]]) -> list[Problem]:
    """Return the problems of `reference`: what is missing, then what is not sure."""
    problems = _missing(reference)
    for label, items in by_label.items():
        if label in _QUIET:
            continue
        problems += [
            Problem(
                kind=ProblemKind.UNSURE_FIELD,
                message=say("It is not sure that this is the {field}", field=say(label.value)),
                span=Span(item.start, item.end),
            )
            for item in items
            if item.confidence < SURE
        ]
    return problems


def _missing(reference: Reference) -> list[Problem]:
    if not (reference.title or reference.container_title or reference.authors or reference.date):
        if reference.url or reference.doi:
            return [Problem(kind=ProblemKind.NO_TITLE, message="Nothing but an address is printed")]
        return [Problem(kind=ProblemKind.NOT_A_REFERENCE, message="No author, title or date was found")]
    found: list[Problem] = []
    if not (reference.authors or reference.editors):
        found.append(Problem(kind=ProblemKind.NO_AUTHOR, message="No author was found"))
    if not reference.title:
        found.append(Problem(kind=ProblemKind.NO_TITLE, message="No title was found"))
    if reference.date is None and reference.status is None:
        found.append(Problem(kind=ProblemKind.NO_DATE, message="No date was found"))
    return found
