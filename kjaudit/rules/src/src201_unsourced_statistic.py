"""SRC201 unsourced-statistic. See resources/rules/SRC201.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, ClaimKind, Finding, Severity, Support, say
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import here, marked

CLEAR = 0.65
"""
Worth from which an unsourced figure is a warning; a count that its writer may have made is below, and a note.

Over 62 documents labelled by other hands, on first runs: 37 of 41 figures that wanted a source were rates or figures of
the wider world, but 6 of 31 that were marked wrongly.
"""


def check(case: Case) -> Iterator[Finding]:
    """Yield each sentence that gives a figure in the author's own voice and names nothing that it comes from."""
    for claim in case.claims:
        if claim.kind is not ClaimKind.STATISTIC or claim.support is not Support.NONE:
            continue
        if claim.covered or claim.worth < 0.5:
            continue
        figures = [
            here(case, say("figure ({unit})", unit=say(quantity.unit or "count")), quantity.span)
            for quantity in claim.quantities
        ]
        yield marked(
            RULE,
            case,
            claim.span,
            "A figure stands here without a note, a citation or a named source",
            *figures,
            suggestion="Name the source of the figure, or cut it",
            claim=claim.key,
            severity=Severity.WARNING if claim.worth >= CLEAR else Severity.NOTE,
        )


RULE = Rule(
    code="SRC201",
    name="unsourced-statistic",
    severity=Severity.WARNING,
    needs=frozenset({Need.CLAIMS}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
