"""SRC214 run-on-text. See resources/rules/SRC214.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity, Span
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked, running

_LATIN = re.compile(r"(?<![\w./@-])[\w’'-]*[a-zà-ÿ]{2}\.[A-Z](?:[\w’'-]*[a-z][\w’'-]*)?(?![\w.]*[@/])(?!\.\w)")
_HANGUL = re.compile(r"(?<![가-힣])[가-힣]{0,30}(?:다|요|까|음|함|됨)\.(?=[가-힣])[가-힣]{1,30}")
_FIGURE = re.compile(
    r"(?<=[a-z] )(?<!section )(?<!chapter )(?<!version )(?<!table )(?<!figure )(?<!step )(?<!part )(?<!article"
    r" )(?<!item )"
    r"\d{1,4}\.[A-Z][a-z’']*(?= [a-z])"
)
"""A figure ends the one sentence, a word in small letters goes on in the next."""
_ADDRESS = re.compile(r"https?:|www\.|@|/")
_GAP = re.compile(r"\s")


_REACH = 200
"""Characters that an address reaches at most; Japanese has no spaces to end it."""


def check(case: Case) -> Iterator[Finding]:
    """Yield the two words around each full stop with no space behind it."""
    for sentence in _blocks(case):
        text = sentence.of(case.document.text)
        for pattern in (_LATIN, _FIGURE, _HANGUL):
            for found in pattern.finditer(text):
                span = Span(*found.span())
                if _ADDRESS.search(_token(text, span)):
                    continue
                yield marked(
                    RULE,
                    case,
                    span.shifted(sentence.start),
                    "No space stands behind the full stop",
                    suggestion="Part the sentences",
                )


def _token(text: str, span: Span) -> str:
    """Return the run without spaces around `span`, as far as an address could reach."""
    low = max(0, span.start - _REACH)
    before = _GAP.split(text[low : span.start])[-1]
    return before + _GAP.split(text[span.start : span.end + _REACH])[0]


def _blocks(case: Case) -> Iterator[Span]:
    for block in running(case).blocks:
        yield block.span


RULE = Rule(
    code="SRC214",
    name="run-on-text",
    severity=Severity.ERROR,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
