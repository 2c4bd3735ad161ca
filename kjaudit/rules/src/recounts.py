"""The same things counted twice: "38 interviews", and later "the 36 interviews"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kjaudit.language.numbers import kanji_number
from kjaudit.language.reading import Sentence
from kjaudit.model import Span

_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20,
    "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10,
}  # fmt: skip
_N = r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_EN = re.compile(
    rf"(?P<whole>\b(?:the|all|all the|these|those"
    rf"|our)\s)?(?<![\d.,-])\b(?P<n>{_N})\s(?:(?:[a-z-]+)\s)??(?P<thing>[a-z]{{4,}}s)\b"
    r"(?P<part>\s(?:of|from|who|that|which|in|on|at|with|were|was|had|above|below)\b)?"
)
_EVERY = re.compile(
    rf"\b(?:the|all)\s(?P<n>{_N})\s[a-z]+,\sone\s(?:for|from|per|to)\s(?:each|every)\s(?P<thing>[a-z]{{4,}})\b"
)
_KO = re.compile(
    r"(?P<whole>(?:현존하는|남아 있는|전하는|모든|이들|전체|모두"
    r"|총)\s(?:[가-힣]{1,6}\s){0,3}?)?(?<![\d제])(?P<n>\d{1,4}|두|세"
    r"|네|다섯|여섯|일곱|여덟|아홉|열)"
    r"\s?(?P<thing>권|점|채|편|통|기|건|폭|척)(?=[이가은는을를의도만과와 .,]|$)"
)
_JA = re.compile(
    r"(?P<whole>(?:現存する(?:のは)?|残る|残された|現在残る|伝わる|全|すべての|全部で))?(?<![第\d一二三四五六七八九十百])"
    r"(?P<n>\d{1,4}|[二三四五六七八九十百]{1,4})(?P<thing>冊|点|棟|通|巻|基|幅|枚|隻)(?!目)"
)
_ALL = re.compile(
    r"\b(?:the|all|these|those|our)\s(?:the\s)?(?:\d|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
    r"|현존하는|남아 있는|전하는|모든|이들|전체|모두|총 |現存|残る|残された|伝わる|全|すべて"
)
"""A count of a whole: without one there is nothing to compare."""
_UNITS = frozenset({
    "years", "months", "weeks", "days", "hours", "minutes", "seconds", "decades", "centuries", "times", "percent",
    "points", "pounds", "dollars", "euros", "miles", "metres", "meters", "kilometres", "kilometers", "feet",
    "inches", "tons", "tonnes", "grams", "litres", "liters", "degrees", "pages", "lines", "words", "steps",
    "people", "others", "parts", "ways", "sides", "kinds", "types", "groups", "sections", "chapters", "questions",
    "reasons", "aspects", "things", "factors",
})  # fmt: skip
"""What measures or divides, and is counted anew each time."""
_LEAST = 4
"""Twos and threes are often parts of a larger set."""
_CLOSE = 0.34
"""How far the second count may be from the first, as a share of it, to be a slip and not another set."""


@dataclass(frozen=True, slots=True)
class Recount:
    """One thing counted twice with two results; spans index into the text."""

    first: Span
    second: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class _Count:
    value: int
    span: Span
    whole: bool


def recounts(sentences: Sequence[Sentence]) -> Iterator[Recount]:
    """
    Yield each count of a whole ("the 36 interviews") that misses the one count before it of the same thing.

    Nothing is said where a thing has been counted with two results already, or where the second count is far from the
    first: then it is another set. In Korean and Japanese both counts must be said to be all there is.
    """
    known: dict[str, list[_Count]] = defaultdict(list)
    if not any(_ALL.search(sentence.folded) for sentence in sentences if not sentence.quoted):
        return
    for sentence in sentences:
        if sentence.quoted:
            continue
        found = list(_counts(sentence))
        for thing, count in found:
            before = known[thing]
            values = {one.value for one in before}
            if count.whole and len(values) == 1 and count.value not in values:
                first = before[0]
                sure = sentence.language == "en" or first.whole
                sure = sure and min(count.value, first.value) >= _LEAST
                if sure and abs(count.value - first.value) <= _CLOSE * first.value:
                    yield Recount(first=first.span, second=count.span, sentence=sentence.span)
        for thing, count in found:
            known[thing].append(count)


def _counts(sentence: Sentence) -> Iterator[tuple[str, _Count]]:
    pattern = {"en": _EN, "ko": _KO, "ja": _JA}.get(sentence.language)
    if pattern is None:
        return
    for match in pattern.finditer(sentence.folded):
        if match["thing"] in _UNITS:
            continue
        whole = match["whole"] is not None and not (sentence.language == "en" and match["part"])
        yield match["thing"], _count(sentence, match, whole=whole)
    if sentence.language == "en" and "one " in sentence.folded:
        for match in _EVERY.finditer(sentence.folded):
            yield match["thing"] + "s", _count(sentence, match, whole=True)


def _count(sentence: Sentence, match: re.Match[str], *, whole: bool) -> _Count:
    printed = match["n"]
    value = int(printed) if printed.isdigit() else _WORDS.get(printed) or kanji_number(printed)
    return _Count(value, Span(*match.span("n")).shifted(sentence.span.start), whole)
