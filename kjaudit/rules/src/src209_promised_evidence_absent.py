"""SRC209 promised-evidence-absent. See resources/rules/SRC209.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.language import lexicon
from kjaudit.language.reading import Sentence
from kjaudit.model import Case, Finding, Severity
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import here, marked, running

_EXAMPLE = re.compile(
    r"\b(?:for example|for instance|such as|e\.g\.|namely|including)\b|예를 들|가령|예컨대|例えば|たとえば|など", re.I
)


def check(case: Case) -> Iterator[Finding]:
    """Yield each sentence that says figures or examples show something, where neither it nor the next gives any."""
    sentences = running(case).sentences
    for index, sentence in enumerate(sentences):
        if sentence.quoted or sentence.language not in lexicon.LANGUAGES:
            continue
        if not lexicon.matcher(sentence.language, "evidence-promised").search(sentence.folded):
            continue
        following = sentences[index + 1 : index + 2]
        near = (sentence, *(one for one in following if one.paragraph == sentence.paragraph))
        if not any(_gives(one) for one in near):
            yield marked(
                RULE,
                case,
                sentence.span,
                "Figures or examples are announced, and neither this sentence nor the next gives one",
                *(here(case, "the next sentence", one.span) for one in following),
            )


def _gives(sentence: Sentence) -> bool:
    example = _EXAMPLE.search(sentence.plain) is not None and len(_names(sentence)) > 0
    return any(figure.firm for figure in sentence.figures) or example or len(_names(sentence)) > 1


def _names(sentence: Sentence) -> list[str]:
    return re.findall(r"(?<=[a-z,] )[A-Z]\w+|[『「《][^』」》]+[』」》]", sentence.raw)


RULE = Rule(
    code="SRC209",
    name="promised-evidence-absent",
    severity=Severity.WARNING,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
