"""TIM502 incomplete-date. See resources/rules/TIM502.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.language.dates import bare_days, relative_times, years
from kjaudit.language.reading import Sentence, language_of
from kjaudit.model import BlockKind, Case, Finding, Severity, Span
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import day_of_writing, marked, running


def check(case: Case) -> Iterator[Finding]:
    """Yield each day, month or moving feast whose year neither the document nor the sentences around it give."""
    if day_of_writing(case) is not None:
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
    before: Sentence | None = None
    for sentence in running(case).sentences:
        bare = [] if sentence.quoted else bare_days(sentence.plain, sentence.language, sentence.span.start)
        if bare and not _dated(sentence) and (before is None or not _dated(before, sentence.paragraph)):
            yield from bare
        before = sentence


def _dated(sentence: Sentence, paragraph: int | None = None) -> bool:
    """Whether a sentence of the paragraph gives a year, or words that stand for one."""
    if paragraph is not None and sentence.paragraph != paragraph:
        return False
    return bool(sentence.years) or bool(relative_times(sentence.plain, sentence.language))


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
