"""SRC208 generic-assertion. See resources/rules/SRC208.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.language import lexicon
from kjaudit.language.reading import Sentence
from kjaudit.model import Case, Finding, Severity
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked, running

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]+")
_SHORT = 9
"""Words up to which a slogan behind a heading counts as short."""


def check(case: Case) -> Iterator[Finding]:
    """Yield each sentence that stays as true when its names are swapped: slogans, needs, sum-ups, promises."""
    for sentence in running(case).sentences:
        own = not sentence.quoted and sentence.share_quoted < 0.3 and not sentence.figures and not sentence.years
        if own and _generic(sentence):
            yield marked(RULE, case, sentence.span, "The sentence would be as true of anything else")


def _generic(sentence: Sentence) -> bool:
    if sentence.language not in lexicon.LANGUAGES:
        return False
    plain = sentence.plain
    needs = lexicon.matcher(sentence.language, "generic-modals").search(sentence.folded) is not None
    sums = lexicon.matcher(sentence.language, "summing-up").search(sentence.folded) is not None
    nouns = len(set(lexicon.matcher(sentence.language, "generic-nouns").findall(sentence.folded)))
    if sentence.language != "en":
        return (needs and nouns >= 3) or (sums and nouns >= 1)
    common = lexicon.words("en", "common-capitals")
    names = [word for word in _NAME.findall(plain) if re.sub(r"[’']s?$", "", word).lower() not in common]
    count = len(_WORD.findall(plain))
    if len(names) > 1 or count < 3:
        return False
    short = count <= _SHORT and (nouns >= 1 or needs)
    return sums or short or (needs and nouns >= 2) or nouns >= 4


RULE = Rule(
    code="SRC208",
    name="generic-assertion",
    severity=Severity.NOTE,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
