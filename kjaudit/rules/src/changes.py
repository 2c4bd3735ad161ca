"""What two figures or two years of one sentence come to: a change in percent, a span of years, an age."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjaudit.language.numbers import number

_N = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:[.．]\d+)?"
_Y = r"(?:1[0-9]|20)\d\d"
_SCALE = r"(?:\s?(?:thousand|million|billion))?"
_CHANGES = (
    re.compile(
        rf"\bfrom [$€£¥]?(?P<old>{_N})(?P<unit>{_SCALE}) (?:[a-z]+ ){{0,3}}to [$€£¥]?(?P<new>{_N})(?P=unit)"
        rf"(?![\d%]|,\d)(?:(?! per ?cent)[^.;:0-9]){{0,60}}?\b(?:of|by|or|is|than) (?P<share>{_N})\s?(?:%|per ?cent\b)"
        r"(?! points?| (?:a|per|each|every) (?:year|month|decade)| annual)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<old>{_N})\s?(?P<unit>[가-힣]{{1,3}}?)에서 (?:[가-힣]{{1,8}} )?(?P<new>{_N})\s?(?P=unit)(?:으로|로)"
        rf" (?:약 )?"
        rf"(?P<share>{_N})\s?(?:%|퍼센트) (?:넘게 )?(?:줄|감소|늘|증가|하락|상승|떨어|올)"
    ),
    re.compile(
        rf"(?P<old>{_N})(?P<unit>[一-龥ァ-ヶ]{{1,3}}?)から、?(?P<new>{_N})(?P=unit)(?:へと?|に)、?(?:約)?"
        rf"(?P<share>{_N})(?:%|％|パーセント)(?:近く)?(?:減|増|下|上|落|伸)"
    ),
)
_SPANS = (
    re.compile(
        rf"\b(?:from|between) (?P<first>{_Y}) (?:to|and|until|till) (?P<last>{_Y})\b[^.;0-9]{{0,30}}?"
        r"\b(?:for|over|lasting|lasted|span of|all of|total of|of|those) (?P<years>\d{1,3}) years\b"
    ),
    re.compile(
        rf"(?P<first>{_Y})년부터 (?P<last>{_Y})년까지,? (?:꼬박 |모두 |총 )?(?P<years>\d{{1,3}})년(?:간|\s?동안)"
    ),
    re.compile(rf"(?P<first>{_Y})年から(?P<last>{_Y})年まで(?:の|、)?(?P<years>\d{{1,3}})年間"),
)
_LIVES = (
    re.compile(
        rf"\b[Bb]orn (?:in |on )?(?:[^.;]{{0,60}}?\b)?(?P<first>{_Y})\b[^.;]{{0,120}}?\bdied (?:in |on"
        rf" )?(?:[^.;]{{0,40}}?\b)?"
        rf"(?P<last>{_Y})\b[^.;0-9]{{0,20}}?(?:aged|at the age of|at) (?P<years>\d{{2,3}})\b"
    ),
    re.compile(
        rf"(?P<first>{_Y})년[^.]{{0,40}}?태어나[^.]{{0,80}}?(?P<last>{_Y})년[^.0-9]{{0,20}}?(?P<years>\d{{2,3}})세"
        r"(?:의 나이)?(?:로|에) (?:[가-힣]{1,4} )?(?:세상을|별세|사망|숨|눈을|타계)"
    ),
    re.compile(
        rf"(?P<first>{_Y})年[^。]{{0,30}}?生まれ[^。]{{0,60}}?(?P<last>{_Y})年[^。0-9]{{0,16}}?(?P<years>\d{{2,3}})歳で"
        r"[^。]{0,12}?(?:死去|没|亡|世を去)"
    ),
)
_YEARLY = re.compile(
    r"\b(?:annual(?:ly)?|a year|per year|on average)\b|연평균|매년|해마다|年率|年平均|毎年", re.IGNORECASE
)
"""A rate for each year is not the change over all of them."""
_TWO = re.compile(r"\d[^\d]+\d")
_OFF_SHARE = 1.5
"""Points of a percentage that rounding both figures may cost."""
_OFF_YEARS = 1
"""Years that months, and counting both ends, may cost."""


@dataclass(frozen=True, slots=True)
class Change:
    """What the figures come to and what the text says, both as printed with their unit, and how it was worked out."""

    come_to: str
    told: str
    how: str


def changes(plain: str) -> list[Change]:
    """Return what in one sentence does not come out."""
    if _TWO.search(plain) is None:
        return []
    return [*_percent(plain), *_years(plain)]


def _percent(plain: str) -> list[Change]:
    found: list[Change] = []
    if _YEARLY.search(plain):
        return found
    for pattern in _CHANGES:
        for match in pattern.finditer(plain):
            old, new, told = number(match["old"]), number(match["new"]), number(match["share"])
            years = all(re.fullmatch(_Y, match[name]) for name in ("old", "new"))
            share = 100 * abs(new - old) / old if old else told
            if not years and abs(share - told) > max(_OFF_SHARE, 0.05 * told):
                found.append(Change(f"{share:.1f} %", f"{told:g} %", f"|{new:g} - {old:g}| / {old:g}"))
    return found


def _years(plain: str) -> list[Change]:
    found: list[Change] = []
    for pattern in (*_SPANS, *_LIVES):
        for match in pattern.finditer(plain):
            first, last, told = int(match["first"]), int(match["last"]), int(match["years"])
            if first < last and abs(last - first - told) > _OFF_YEARS:
                found.append(Change(str(last - first), str(told), f"{last} - {first}"))
    return found
