"""SRC205 quotation-without-source. See resources/rules/SRC205.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, ClaimKind, Finding, Severity, Support
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked


def check(case: Case) -> Iterator[Finding]:
    """Yield each direct quotation that names neither a speaker nor a source."""
    for claim in case.claims:
        if claim.kind is not ClaimKind.QUOTATION or claim.support is not Support.NONE:
            continue
        if claim.speaker is None and not claim.covered and claim.worth >= 0.5:
            yield marked(
                RULE,
                case,
                claim.span,
                "Words stand in quotation marks, and nothing near them says whose they are",
                suggestion="Name the speaker and where the words were said or printed",
                claim=claim.key,
            )


RULE = Rule(
    code="SRC205",
    name="quotation-without-source",
    severity=Severity.NOTE,
    needs=frozenset({Need.CLAIMS}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
