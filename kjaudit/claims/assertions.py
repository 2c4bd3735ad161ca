"""How much a reader wants a source for a sentence: figures, causes, trends, ranks, attitudes, dated events."""

from __future__ import annotations

import re
from functools import cache

from kjaudit.language import lexicon
from kjaudit.language.reading import Sentence

_CAPITAL = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]+")
_PLACES = frozenset(
    "Korea Korean Koreans Japan Japanese South North Tokyo Seoul Asia Asian East West China Chinese America American"
    " Americans Europe European The This These It In On At As For And But However Therefore Moreover Meanwhile Finally"
    " Also While When If From By Such Both Each What We I English Western".split()
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|led|began|became|grew|rose|fell|won|lost|took|gave|built|brought|went|came|left|saw|ran|"
    r"sold|has been|have been|has become|have become|[a-z]{3,}ed)\b"
)
_MODAL = re.compile(
    r"\b(?:can|could|should|must|may|might|will|would|need(?:s|ed)?|essential|important|necessary|required?s?)\b"
)
_QUESTION = re.compile(r"[?？]\W*$|(?:까|나요|가요)\?\W*$|か。$")
_IMPERATIVE = re.compile(
    r"^(?:Consider|Take|Imagine|Remember|Note|Think|Try|Make|Ask|Look|Treat|Let|Keep|Avoid|Use|Start|Choose|Do|Don’t|Don't|Never)\b"
)


@cache
def _first_person(language: str) -> re.Pattern[str]:
    return lexicon.matcher(language, "first-person")


def is_own(sentence: Sentence) -> bool:
    """Whether the sentence speaks of its writer, its reader or the document itself: experience, advice, own data."""
    if sentence.language not in lexicon.LANGUAGES:
        return True
    if _QUESTION.search(sentence.plain) or _IMPERATIVE.match(sentence.plain):
        return True
    return bool(
        _first_person(sentence.language).search(sentence.plain)
        or lexicon.matcher(sentence.language, "paper-talk").search(sentence.plain)
    )


def worth(sentence: Sentence) -> float:
    """
    Return 0..1: how much a reader wants a source for what the sentence asserts.

    A weighted sum of signs after Redi et al., "Citation Needed" (2019): dates, names, causes, trends, ranks and the
    attitudes of groups raise it; necessity and possibility lower it. The weights are our own.
    """
    if sentence.quoted or sentence.share_quoted > 0.4 or is_own(sentence):
        return 0.0
    score = _english(sentence) if sentence.language == "en" else _east_asian(sentence)
    return max(0.0, min(1.0, 0.5 + 0.25 * score))


def _has(sentence: Sentence, name: str) -> bool:
    return lexicon.matcher(sentence.language, name).search(sentence.plain) is not None


def _english(sentence: Sentence) -> float:
    plain = sentence.plain
    names = [name for name in _CAPITAL.findall(plain) if re.sub(r"[’']s?$", "", name) not in _PLACES]
    nation, habit = _has(sentence, "nations"), _has(sentence, "habits")
    trend = _has(sentence, "trends") or _has(sentence, "causes")
    people = _has(sentence, "populations") or nation
    score = -1.5
    score += 1.2 * bool(sentence.years) + 0.7 * min(2, len(names))
    score += 0.8 * bool(_PAST.search(plain)) + 0.3 * nation + 0.5 * habit
    score += 0.5 * _has(sentence, "superlatives") + 0.6 * trend
    score += 0.6 * (people and _has(sentence, "attitudes")) + 0.3 * _has(sentence, "populations")
    score -= 1.1 * bool(_MODAL.search(plain))
    return score


def _east_asian(sentence: Sentence) -> float:
    plain = sentence.plain
    score = -1.0
    score += 1.1 * _has(sentence, "causes") + 1.1 * _has(sentence, "trends") + 1.1 * _has(sentence, "superlatives")
    score += 0.6 * _has(sentence, "populations") + 0.8 * _has(sentence, "attitudes")
    score += 0.2 * bool(sentence.years)
    score -= 1.0 * _has(sentence, "generic-modals")
    return score if len(plain) > 12 else -2.0
