"""SRC218 internal-contradiction. See resources/rules/SRC218.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kjaudit.language.statements import disagreements, statements
from kjaudit.model import Case, Finding, Severity, joined, say
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import here, marked, running

from .recounts import recounts

_OTHERS = re.compile(r"\b[Oo]ther (?:[\w-]+ ){0,3}?\w+s (?:like|such as|including) (?P<members>[^.;:]{3,160})")
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_MAIN = 2
"""How many of a document's commonest names count as what it is about."""


def check(case: Case) -> Iterator[Finding]:
    """Yield each later sentence with another value or year for one thing, and each "other" that is the same."""
    known = statements(running(case))
    found = [
        marked(
            RULE,
            case,
            pair.second.span,
            "Two sentences give different values for what seems to be the same thing",
            here(case, "first", pair.first.span),
            here(case, "second", pair.second.figure),
        )
        for pair in disagreements(known, known)
    ]
    found += [
        marked(
            RULE,
            case,
            pair.sentence,
            "The same things are counted twice, with two results",
            here(case, "first", pair.first),
            here(case, "second", pair.second),
        )
        for pair in recounts(running(case).sentences)
    ]
    yield from sorted((*found, *_others(case)), key=lambda item: item.span)


def _others(case: Case) -> Iterator[Finding]:
    counted: Counter[str] = Counter()
    lists = [(sentence, match) for sentence in running(case).sentences if (match := _OTHERS.search(sentence.plain))]
    if not lists:
        return
    for sentence in running(case).sentences:
        counted.update(_NAME.findall(sentence.plain[1:]))
    main = {name for name, count in counted.most_common(_MAIN) if count >= 5}
    for sentence, match in lists:
        both = main & set(_NAME.findall(match["members"]))
        if both:
            yield marked(
                RULE,
                case,
                sentence.span,
                say(
                    "The sentence lists {names} among the others, and the text is about them",
                    names=joined(sorted(both), "{first} and {rest}"),
                ),
            )


RULE = Rule(
    code="SRC218",
    name="internal-contradiction",
    severity=Severity.WARNING,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
