"""SRC203 unsourced-claim. See resources/rules/SRC203.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, ClaimKind, Finding, Severity, Support
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import computed, marked

CLEAR = 0.55
"""
Worth from which an unsourced claim is a warning; one sign alone, in a sentence that has little else, makes a note.

Over 62 documents labelled by other hands: of the marks below, 2 wanted a source, 17 could be argued, 8 were wrong; of
those above, 40, 27 and 3.
"""


def check(case: Case) -> Iterator[Finding]:
    """Yield each sentence without a figure that asserts a cause, a trend, a rank, an attitude or an event unsourced."""
    for claim in case.claims:
        if claim.kind is not ClaimKind.ASSERTION or claim.support is not Support.NONE:
            continue
        if claim.covered or claim.worth < 0.5:
            continue
        yield marked(
            RULE,
            case,
            claim.span,
            "The sentence asserts what a reader could check, and nothing says where it comes from",
            computed(
                "worth of a source", f"{claim.worth:.2f}", "dates, names, causes, trends, ranks and attitudes in it"
            ),
            suggestion="Ask for a source, or mark it as the author's own view",
            claim=claim.key,
            severity=Severity.WARNING if claim.worth >= CLEAR else Severity.NOTE,
        )


RULE = Rule(
    code="SRC203",
    name="unsourced-claim",
    severity=Severity.WARNING,
    needs=frozenset({Need.CLAIMS}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
