"""SRC213 image-credit. See resources/rules/SRC213.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked


def check(case: Case) -> Iterator[Finding]:
    """Yield each image credit that names no more than a host or an agency."""
    for credit in case.provenance.credits:
        if credit.span is not None and credit.confidence < 1.0:
            yield marked(
                RULE,
                case,
                credit.span,
                "The credit names a host or a source, and neither author, title nor licence",
                suggestion="Add author, title, licence and address of the picture",
            )


RULE = Rule(
    code="SRC213",
    name="image-credit",
    severity=Severity.NOTE,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
