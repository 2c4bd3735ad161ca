"""SRC216 sentence-split-by-page. See resources/rules/SRC216.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import here, marked, unfinished


def check(case: Case) -> Iterator[Finding]:
    """Yield the first part of each sentence that a block of notes or a page break cuts in two."""
    for broken in unfinished(case):
        if broken.continued:
            yield marked(
                RULE,
                case,
                broken.span,
                "Notes or a page break stand inside the sentence",
                here(case, "goes on", broken.continued),
                suggestion="Join the two parts",
            )


RULE = Rule(
    code="SRC216",
    name="sentence-split-by-page",
    severity=Severity.WARNING,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
