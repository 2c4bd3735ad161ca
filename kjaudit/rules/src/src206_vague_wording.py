"""SRC206 vague-wording. See resources/rules/SRC206.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked, phrases


def check(case: Case) -> Iterator[Finding]:
    """Yield each phrase of the list, quotations left out; folded into a density, never a flood."""
    for _, span in phrases(case, "vague", gap=0):
        yield marked(RULE, case, span, "A quantity or a group is left vague")


RULE = Rule(
    code="SRC206",
    name="vague-wording",
    severity=Severity.NOTE,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
