"""SRC214 run-on-text. See resources/rules/SRC214.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity, Span
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked, running

_LATIN = re.compile(r"(?<![\w./@-])[\w’'-]*[a-zà-ÿ]{2}\.[A-Z](?:[\w’'-]*[a-z][\w’'-]*)?(?![\w.]*[@/])(?!\.\w)")
_HANGUL = re.compile(r"[가-힣]*(?:다|요|까|음|함|됨)\.(?=[가-힣])[가-힣]+")
_ADDRESS = re.compile(r"\S*(?:https?:|www\.|@|/)\S*")


def check(case: Case) -> Iterator[Finding]:
    """Yield the two words around each full stop with no space behind it."""
    for sentence in _blocks(case):
        text = sentence.of(case.document.text)
        addresses = [Span(*found.span()) for found in _ADDRESS.finditer(text)]
        for pattern in (_LATIN, _HANGUL):
            for found in pattern.finditer(text):
                span = Span(*found.span())
                if any(span.meets(address) for address in addresses):
                    continue
                yield marked(
                    RULE,
                    case,
                    span.shifted(sentence.start),
                    "No space stands behind the full stop",
                    suggestion="Part the sentences",
                )


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
