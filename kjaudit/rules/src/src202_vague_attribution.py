"""SRC202 vague-attribution. See resources/rules/SRC202.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity, Span
from kjaudit.rules.interface import Need, Rule, Status

_CUE = re.compile(r"\b(?:critics note|industry reports indicate)\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield each phrase that lays a statement at the door of people nobody can ask."""
    for cue in _CUE.finditer(case.document.text):
        yield Finding(
            code=RULE.code,
            name=RULE.name,
            document=case.document.id,
            span=Span(*cue.span()),
            quote=cue.group(),
            message="The text does not say who",
            severity=RULE.severity,
        )


RULE = Rule(
    code="SRC202",
    name="vague-attribution",
    severity=Severity.WARNING,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
