"""SRC217 aggregator-provenance. See resources/rules/SRC217.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked


def check(case: Case) -> Iterator[Finding]:
    """Yield the site name that is all a document says of its origin."""
    site = case.provenance.aggregator
    if site is not None and site.span is not None:
        yield marked(
            RULE,
            case,
            site.span,
            "A site name is all the text says of its origin",
            suggestion="Find the first publication: author, outlet, date and address",
        )


RULE = Rule(
    code="SRC217",
    name="aggregator-provenance",
    severity=Severity.WARNING,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
