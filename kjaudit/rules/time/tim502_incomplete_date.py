"""TIM502 incomplete-date. See resources/rules/TIM502.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.language.dates import bare_days, full_dates, relative_times, years
from kjaudit.language.reading import language_of
from kjaudit.model import BlockKind, Case, Finding, Severity, Span
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked, running


def check(case: Case) -> Iterator[Finding]:
    """Yield each day, month or moving feast whose year neither the document nor the sentences around it give."""
    if case.document.byline.date is not None:
        return
    text = case.document.text
    if any(block.kind is BlockKind.BYLINE and full_dates(block.span.of(text)) for block in case.document.blocks):
        return
    for span in sorted((*_in_captions(case), *_in_sentences(case))):
        yield marked(
            RULE,
            case,
            span,
            "A day or month stands here, and nothing near it gives the year",
            suggestion="Add the year",
        )


def _in_sentences(case: Case) -> Iterator[Span]:
    known = -1
    for sentence in running(case).sentences:
        dated = bool(sentence.years) or bool(relative_times(sentence.plain, sentence.language))
        if not dated and not sentence.quoted and known != sentence.paragraph:
            yield from bare_days(sentence.plain, sentence.language, sentence.span.start)
        known = sentence.paragraph if dated else -1


def _in_captions(case: Case) -> Iterator[Span]:
    for block in case.document.blocks:
        if block.kind is BlockKind.CAPTION:
            words = block.span.of(case.document.text)
            if not years(words):
                yield from bare_days(words, language_of(words, case.document.language), block.span.start)


RULE = Rule(
    code="TIM502",
    name="incomplete-date",
    severity=Severity.WARNING,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
