"""SRC207 promotional-wording. See resources/rules/SRC207.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked, phrases


def check(case: Case) -> Iterator[Finding]:
    """Yield each phrase of the list, quotations left out; folded into a density, never a flood."""
    for _, span in phrases(case, "promotional", gap=3):
        yield marked(RULE, case, span, "The wording praises or sells")


RULE = Rule(
    code="SRC207",
    name="promotional-wording",
    severity=Severity.NOTE,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
