"""Figures that a text carries on from its own: measured a sentence before, or worked out from what stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kjaudit.language import lexicon
from kjaudit.language.reading import Reading, Sentence

from .assertions import Manner, beyond_study

_DERIVED = re.compile(
    r"^\W*(?:that|this|which|it|these|together they|in (?:all|total|other words))\W* ?(?:is|are|was|were|makes?"
    r"|made|means?|meant"
    r"|amounts?|amounted|comes?|came|gives?|gave|works? out|leaves?|equals?|adds? up)\b"
    r"|(?:셈이다|꼴이다|계산이다|계산이 나온다|셈이 된다)(?=[.\s]|$)"
    r"|(?:ことになる|計算になる|勘定になる|(?:ことが|と)(?:わかる|分かる|読み取れる|見て取れる|うかがえる))(?=[。]|$)",
    re.IGNORECASE,
)
"""A sum, a share or a reading of the figures just given."""
_NUMERAL = re.compile(r"\d|[一二三四五六七八九十百千]{2}")
_OWN = re.compile(
    r"\b(?:i|my|mine|we|our|ours)\b|[가-힣ぁ-ん一-龥]|\bth(?:is|e) (?:study|paper|survey|sample|experiment)\b"
)
"""The text's own measures, not those of a reader it speaks to."""
_OF_THE_WORLD = frozenset({"percent", "share", "people", "rank"})
"""Units in which a text seldom goes on with what it measured itself."""
RATES = frozenset({"percent", "points", "share", "rank", "times"})
"""Units of what is measured over many: nobody counts them by himself."""
LARGE = 1000
"""A count from which a writer seldom made it; sums of money are not among them."""
PER_TIME = re.compile(
    r"\b(?:an?|each|every|per) (?:[a-z]+ )?(?:day|night|week|month|year|season|summer|winter|spring|autumn|hour|head)\b"
    r"|\b(?:annually|yearly|daily|at (?:its|their) (?:height|peak))\b|해마다|매년|한 해에|연간|하루 평균"
    r"|年間|一日平均|毎年|一年に"
)
"""A rate over time, or a height that somebody recorded."""
_DECLARED = re.compile(
    r"\b(?:figures|numbers|counts|totals|percentages) (?:below|that follow|given here|in this [a-z]+|used here)"
    r" (?:are|were)"
    r" (?:my|our|the author|based on (?:my|our)|taken from (?:my|our))"
    r"|(?:이하|아래|이 글)(?:의|에 제시한|에서 제시하는) (?:수치|숫자|통계)(?:는|들은)[^.]{0,20}(?:필자|연구자)"
    r"|以下(?:の|に示す|に掲げる)(?:数値|数字|統計)は[^。]{0,30}(?:筆者|著者)"
)
"""The author says that the figures to come are counts of his own."""
_PRACTICAL = re.compile(
    r"\b(?:admission|tickets?|places are limited|doors open|entry is|booking|first come)\b"
    r"|\bcosts? [£$€]\s?\d{1,3}(?:\.\d\d)?(?![\d,]|\.\d|\s?(?:million|billion|bn|m\b))"
    r"(?! (?:a|per|each|every) (?:day|week|month|year|head))"
    r"|선착순|입장료|관람료|참가비|이용료|수강료|정원은|무료|실비|뽑는다|모집한다"
    r"|先着|定員|入場料|入場は|参加費|観覧料|利用料|受講料|料金は",
    re.IGNORECASE,
)
"""Terms on which something is open to the reader, and what one thing costs."""
_FELT = re.compile(
    r"(?:と思う|と思います|と思った|気がする|気がした|かもしれない|것 같다|듯하다|싶다|싶었다|모르겠다)[。.\s]*$"
)
"""The writer's impression: a share in it is a way of speaking."""


def of_the_body(read: Reading) -> frozenset[int]:
    """
    Return the places in `read.sentences` whose figures a body gives of its own doings, in a text that reports them.

    Counts and sums only: rates among people, ranks, and what others are named for or the whole country are not its own.
    """
    return frozenset(
        number
        for number, sentence in enumerate(read.sentences)
        if sentence.figures
        and not sentence.attributions
        and not (sentence.language in lexicon.LANGUAGES and beyond_study(sentence))
        and not {figure.unit for figure in sentence.figures if figure.firm} & RATES
    )


def carried_on(read: Reading, manners: Sequence[Manner]) -> frozenset[int]:
    """
    Return the places in `read.sentences` whose figures hang on the text's own words before them.

    They are worked out from figures in the sentence before, go on in the text's own measures, or tell a visitor
    the terms.
    """
    found: set[int] = set()
    own = declared = False
    before: Sentence | None = None
    for number, (sentence, manner) in enumerate(zip(read.sentences, manners, strict=True)):
        same = before is not None and before.paragraph == sentence.paragraph
        declared = declared or (manner.own and _DECLARED.search(sentence.folded) is not None)
        told = manner.own and bool(sentence.figures) and _OWN.search(sentence.folded) is not None
        if not sentence.figures and not (same and own):
            own, before = False, sentence
            continue
        wide = sentence.language in lexicon.LANGUAGES and beyond_study(sentence)
        counted = same and before is not None and _NUMERAL.search(before.plain) is not None
        derived = counted and _DERIVED.search(sentence.plain) is not None
        units = {figure.unit for figure in sentence.figures if figure.firm}
        goes_on = same and own and not wide and not units & _OF_THE_WORLD
        aside = (not units & RATES and _PRACTICAL.search(sentence.plain)) or (
            units == {"share"} and _FELT.search(sentence.plain)
        )
        if derived or (declared and not wide) or (goes_on and bool(units)) or aside:
            found.add(number)
        own = (told and not wide) or (same and own and (goes_on or derived))
        before = sentence
    return frozenset(found)
