"""TIM501 undated-relative-time. See resources/rules/TIM501.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.language.dates import relative_times
from kjaudit.model import Case, Finding, Severity
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import day_of_writing, marked, running


def check(case: Case) -> Iterator[Finding]:
    """Yield each word of time that hangs on the day of writing, in a document that prints no day of writing."""
    if day_of_writing(case) is not None:
        return
    for sentence in running(case).sentences:
        if sentence.quoted:
            continue
        for word in relative_times(sentence.plain, sentence.language, sentence.span.start):
            yield marked(
                RULE,
                case,
                word.span,
                "The words hang on a date of writing, and the document prints none",
                suggestion="Put the year or the date instead",
            )


RULE = Rule(
    code="TIM501",
    name="undated-relative-time",
    severity=Severity.WARNING,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
