"""SRC222 typographic-seam. See resources/rules/SRC222.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity, say
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked


def check(case: Case) -> Iterator[Finding]:
    """Yield the first words of each passage whose quotation marks or apostrophes differ from the text before it."""
    for seam in case.provenance.seams:
        if seam.span is not None:
            yield marked(
                RULE,
                case,
                seam.span,
                say("From here the text uses {marks}, unlike the passage before", marks=say(seam.value)),
                suggestion="Ask whether the passage was taken from another text",
            )


RULE = Rule(
    code="SRC222",
    name="typographic-seam",
    severity=Severity.NOTE,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
