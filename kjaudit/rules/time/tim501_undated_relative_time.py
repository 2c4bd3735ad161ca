"""TIM501 undated-relative-time. See resources/rules/TIM501.md."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kjaudit.language.dates import relative_times
from kjaudit.model import Case, Finding, Severity
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import day_of_writing, marked, running

_LITERATURE = re.compile(
    r"\b(?:stud(?:y|ies)|papers?|articles?|research|scholarship|reviews?|discovered|identified|published)\b"
    r"|연구|논의|논문|학계|비판의 대상|研究|論文|論考|議論"
)
"""Who writes of recent literature and cites it has dated it."""
_DEFINES = re.compile(
    r"\b(?:we mean|is defined as|are defined as|was defined as|means? (?:a|an|any)\b|counts? as|refers? to any)"
    r"|(?:이?란|라 함은|말한다|가리킨다|정의한다|정의하였다)(?=[.\s]|$)|(?:とは、|を指す|と定義)"
)
"""What a definition counts from is not the day of writing."""


def check(case: Case) -> Iterator[Finding]:
    """Yield each word of time that hangs on the day of writing, in a document that prints no day of writing."""
    if day_of_writing(case) is not None:
        return
    dated = sorted(
        [citation.span.start for citation in case.citations if citation.note is None]
        + [note.anchor.start for note in case.document.notes if note.anchor is not None]
    )
    for sentence in running(case).sentences:
        if sentence.quoted or _DEFINES.search(sentence.folded):
            continue
        low, high = (bisect_left(dated, at) for at in (sentence.span.start, sentence.span.end))
        for word in relative_times(sentence.plain, sentence.language, sentence.span.start):
            at = word.span.start - sentence.span.start
            if low < high and _LITERATURE.search(sentence.plain, max(0, at - 12), at + 60):
                continue
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
    needs=frozenset({Need.TEXT, Need.LINKS}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
