"""SRC219 figures-do-not-add-up. See resources/rules/SRC219.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kjaudit.language.numbers import Figure
from kjaudit.language.reading import Sentence
from kjaudit.model import Case, Finding, Severity, say
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import computed, here, marked, running

from .additions import sums
from .changes import changes

_PART = re.compile(
    r"^\W*(?:of|among|out of) (?:these|them|those|which|whom)\b|^\W*(?:이 ?중|그 ?중|이 가운데)"
    r"|^(?:このうち|そのうち|うち)",
    re.I,
)
_OF = re.compile(r"\b(?:of|out of)\b|중|가운데|うち")
_OPPOSITES = re.compile(
    r"\b(?:women|girls|female)\b[^.;]{0,60}\b(?:men|boys|male)\b|\b(?:men|boys|male)\b[^.;]{0,60}\b(?:women|girls|female)\b"
    r"|\bin favou?r\b[^.;]{0,60}\bagainst\b|\b(?:urban|yes)\b[^.;]{0,60}\b(?:rural|no)\b"
    r"|(?:여성|남성|찬성|도시)[^.;]{0,40}(?:남성|여성|반대|농촌)|(?:女性|男性|賛成|都市)[^。]{0,40}(?:男性|女性|反対|農村)"
)
_REST = re.compile(r"\bthe (?:rest|remainder|remaining)\b|나머지|残り", re.IGNORECASE)
_SPLIT = re.compile(
    r"\b(?:oppos\w*|against|disagree\w*|followed by|the others)\b|반대|뒤를 이|반면|反対|次いで|続いて", re.IGNORECASE
)
CLOSE = 40
"""Characters behind the counts in which a percentage is theirs."""
REACH = 3
"""Sentences in front of a breakdown in which its whole may stand."""
_NEW_TOPIC = re.compile(r"[,;] (?:while|these|those|but)\b|, [가-힣 ]{1,16}[은는의] |、[^、。]{1,14}[はの]")
"""Between counts and a percentage: it is a share of something else."""
_TOLERANCE = 1.0
"""Points of a percentage that rounding may cost: two values of one decimal, and a percentage of none."""


def check(case: Case) -> Iterator[Finding]:
    """Yield each share or list of shares that its own figures do not bear out; a rest left unstated is a note."""
    for group in running(case).by_paragraph:
        for number, sentence in enumerate(group):
            if not sentence.quoted:
                yield from _ratio(case, sentence, group[number - 1] if number else None)
                yield from _shares(case, sentence)
                yield from _changed(case, sentence)
                yield from _sums(case, sentence, group[max(0, number - REACH) : number])


def _changed(case: Case, sentence: Sentence) -> Iterator[Finding]:
    for found in changes(sentence.plain):
        yield marked(
            RULE,
            case,
            sentence.span,
            say("The figures come to {sum}, and the text says {told}", sum=found.come_to, told=found.told),
            computed("difference", f"{found.how} = {found.come_to}", "worked out from the two figures"),
            suggestion="Check the figures against their source",
        )


def _sums(case: Case, sentence: Sentence, before: tuple[Sentence, ...]) -> Iterator[Finding]:
    for found in sums(sentence, before):
        parts = " + ".join(f"{part:g}" for part in found.parts)
        yield marked(
            RULE,
            case,
            sentence.span,
            say(
                "The parts come to {sum}, and the text says {whole}", sum=f"{found.come_to:g}", whole=f"{found.whole:g}"
            ),
            computed("sum", f"{parts} = {found.come_to:g}", "the parts added up"),
            suggestion="Check the figures against their source",
        )


def _ratio(case: Case, sentence: Sentence, before: Sentence | None) -> Iterator[Finding]:
    percents = [figure for figure in sentence.figures if figure.unit == "percent"]
    counts = [figure for figure in sentence.figures if _counts(figure)]
    if len(percents) != 1:
        return
    part: Figure | None = None
    whole: Figure | None = None
    if before is not None and _PART.match(sentence.plain) and len(counts) == 1:
        wholes = [figure for figure in before.figures if _counts(figure)]
        part, whole = (counts[0], wholes[0]) if len(wholes) == 1 else (None, None)
    elif len(counts) == 2:
        between = sentence.plain[counts[0].span.end - sentence.span.start : counts[1].span.start - sentence.span.start]
        if len(between) < 40 and _OF.search(between):
            part, whole = sorted(counts, key=lambda figure: figure.value)
    if part is None or whole is None or not 0 < part.value < whole.value:
        return
    behind, at = counts[-1].span.end - sentence.span.start, percents[0].span.start - sentence.span.start
    if at - behind > CLOSE or _NEW_TOPIC.search(sentence.plain, behind, max(behind, at)):
        return
    share = 100 * part.value / whole.value
    if abs(share - percents[0].value) > _TOLERANCE:
        yield marked(
            RULE,
            case,
            sentence.span,
            say(
                "{part} of {whole} is {share:.1f} %, and the text says {told}",
                part=part.span.of(case.document.text),
                whole=whole.span.of(case.document.text),
                share=share,
                told=percents[0].span.of(case.document.text),
            ),
            here(case, "part", part.span),
            here(case, "whole", whole.span),
            computed("share", f"{share:.1f} %", "part divided by whole"),
        )


def _shares(case: Case, sentence: Sentence) -> Iterator[Finding]:
    percents = [figure for figure in sentence.figures if figure.unit == "percent"]
    total = sum(figure.value for figure in percents)
    if len(percents) < 2 or len(percents) > 8:
        return
    parts = " + ".join(f"{figure.value:g}" for figure in percents)
    evidence = computed("sum", f"{parts} = {total:.1f} %", "the parts added up")
    rest = _REST.search(sentence.plain) is not None
    if rest and len(percents) >= 3 and abs(total - 100) > _TOLERANCE:
        yield marked(
            RULE, case, sentence.span, say("The shares with the rest come to {total:.1f} %", total=total), evidence
        )
    elif not rest and total > 100 + _TOLERANCE and len(percents) == 2 and _OPPOSITES.search(sentence.plain):
        message = say("The two shares come to {total:.1f} %, and one leaves no room for the other", total=total)
        yield marked(RULE, case, sentence.span, message, evidence)
    elif not rest and _SPLIT.search(sentence.plain) and 60 < total < 100 - _TOLERANCE:
        message = say("The shares come to {total:.1f} %, and the rest is not stated", total=total)
        yield replace(marked(RULE, case, sentence.span, message, evidence), severity=Severity.NOTE)


def _counts(figure: Figure) -> bool:
    return figure.firm and figure.unit not in ("percent", "points", "times", "rank", "share")


RULE = Rule(
    code="SRC219",
    name="figures-do-not-add-up",
    severity=Severity.WARNING,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
