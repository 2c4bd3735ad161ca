"""SRC215 truncated-sentence. See resources/rules/SRC215.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked, unfinished


def check(case: Case) -> Iterator[Finding]:
    """Yield the last sentence of each block that breaks off before a heading or the end of the text."""
    for broken in unfinished(case):
        if not broken.continued:
            yield marked(RULE, case, broken.span, "The sentence breaks off", suggestion="Ask for the missing words")


RULE = Rule(
    code="SRC215",
    name="truncated-sentence",
    severity=Severity.ERROR,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
