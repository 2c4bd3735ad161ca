"""SRC212 repeated-text. See resources/rules/SRC212.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.language.reading import Sentence
from kjaudit.model import BlockKind, Case, Finding, Severity, Span
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import here, marked, running

_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.HEADING, BlockKind.TITLE, BlockKind.LIST_ITEM})
_TWICE = re.compile(r"(.{12,90}?)(?:[ \t]?\1)")
_LONG = {"ko": 30, "ja": 25}
NEAR = 3
"""Paragraphs within which the same sentence twice is a slip; further apart it may be an abstract and its body."""
_FOLD = str.maketrans("’‘“”", "''\"\"")


def check(case: Case) -> Iterator[Finding]:
    """Yield each line whose words stand in it twice running, and each long sentence that stands twice in the text."""
    lines = [span for block in case.document.blocks if block.kind in _LINES and (span := _doubled(case, block.span))]
    yield from sorted((*(_line(case, span) for span in lines), *_sentences(case)), key=lambda found: found.span)


def _line(case: Case, span: Span) -> Finding:
    return marked(RULE, case, span, "The line says the same words twice", suggestion="Keep one")


def _doubled(case: Case, block: Span) -> Span | None:
    text = block.of(case.document.text)
    return block if _TWICE.match(text.translate(_FOLD)) else None


def _sentences(case: Case) -> Iterator[Finding]:
    first: dict[str, Sentence] = {}
    for sentence in running(case).sentences:
        folded = " ".join(sentence.plain.translate(_FOLD).split())
        if len(folded) < _LONG.get(sentence.language, 60):
            continue
        before = first.get(folded)
        if before is not None and sentence.paragraph - before.paragraph <= NEAR:
            yield marked(
                RULE,
                case,
                sentence.span,
                "The sentence stands in the text twice, word for word",
                here(case, "first time", before.span),
                suggestion="Keep one",
            )
        first[folded] = sentence


RULE = Rule(
    code="SRC212",
    name="repeated-text",
    severity=Severity.ERROR,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
