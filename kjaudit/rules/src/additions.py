"""Totals and their parts: what a sentence adds up, takes away or breaks down."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjaudit.language.numbers import Figure
from kjaudit.language.reading import Sentence

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "twenty": 20,
}  # fmt: skip
_WORD = "|".join(_WORDS)
_NUMERAL = re.compile(
    rf"(?<![\w.,])[$€£¥₩]?(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<rest>\.\d+)?(?!\w|%|,\d|\s?per ?cent)"
    rf"(?:\s(?P<scale>thousand|million|billion|trillion))?|\b(?P<word>{_WORD})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_BROKEN_DOWN = re.compile(r"^(?P<whole>[^:—]{3,120}?)(?::|\s—)\s(?P<parts>[^:—]{8,200})$")
_MARK = re.compile(r": |—\s")
_SEGMENT = re.compile(r",\sand\s|,\s|;\s(?:and\s)?|\sand\s")
_LEFT = re.compile(
    rf"\b(?P<part>\d{{1,4}}|{_WORD}) (?:out )?of (?:the|its|their|his|her|our) (?:[a-z]+ )??(?P<whole>\d{{1,4}}"
    rf"|{_WORD})\b"
    rf"[^.;]{{0,80}}?\b(?:leaving|leaves|left|which left|to leave) (?:only |just |it with |them with |us with )?"
    rf"(?P<left>\d{{1,4}}|{_WORD})\b(?!\s(?:per|%|of\b))",
    re.IGNORECASE,
)
_ALL = re.compile(r"(?:모두|총|합쳐|합해|전부|합계|계|計|合計|総数|総計|あわせて|合わせて|全部で|全)\s?(?:약\s?)?$")
_NESTED = re.compile(r"가운데|중에?서?|うち|内訳の")
_LISTED = re.compile(r"内訳|내역|구성은|분포는|分布|breakdown|broken down|break down", re.IGNORECASE)
_PARTS = 2
"""Parts that make a list."""
_NEAR = 0.1
"""How far a sum may miss a figure named before and still be meant for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What a text gives as a whole, and what its parts come to."""

    whole: float
    parts: tuple[float, ...]

    @property
    def come_to(self) -> float:
        """The sum of the parts."""
        return round(sum(self.parts), 4)

    @property
    def off(self) -> bool:
        """Whether the parts miss the whole, and are near enough to be meant for it."""
        return abs(self.come_to - self.whole) > 1e-6 and 0.5 * self.whole <= self.come_to <= 1.5 * self.whole


def sums(sentence: Sentence, before: tuple[Sentence, ...]) -> list[Sum]:
    """Return the sums that do not come out in `sentence`; `before` are the sentences of its paragraph in front."""
    if sentence.language == "en":
        found = [
            _broken_down(sentence.plain) if _MARK.search(sentence.plain) else None,
            _left_over(sentence.plain) if "left" in sentence.folded or "leav" in sentence.folded else None,
        ]
    else:
        found = [_in_all(sentence)]
    found.append(_listed(sentence, before))
    return [one for one in found if one is not None and one.off]


def _broken_down(plain: str) -> Sum | None:
    """Read "48 wells: 21 in the north, 17 in the west and 12 in the south"."""
    split = _BROKEN_DOWN.match(plain.strip().rstrip("."))
    if split is None:
        return None
    wholes = _values(split["whole"])
    segments = [_values(part) for part in _SEGMENT.split(split["parts"])]
    if not wholes or len(segments) < _PARTS or any(len(values) != 1 for values in segments):
        return None
    scales = {scale for values in segments for _, scale in values} | {wholes[-1][1]}
    if len(scales) != 1:
        return None
    return Sum(whole=wholes[-1][0], parts=tuple(values[0][0] for values in segments))


def _left_over(plain: str) -> Sum | None:
    """Read "to drop four of the nine crossings, leaving six"."""
    found = _LEFT.search(plain)
    if found is None:
        return None
    return Sum(whole=_value(found["whole"]), parts=(_value(found["part"]), _value(found["left"])))


def _in_all(sentence: Sentence) -> Sum | None:
    """Read "모두 240명으로, 여성이 132명, 남성이 108명" and "計百八十六俵で、…"."""
    firm = [figure for figure in sentence.figures if figure.unit]
    for number, figure in enumerate(firm):
        start = figure.span.start - sentence.span.start
        if not _ALL.search(sentence.plain[max(0, start - 6) : start]):
            continue
        parts = firm[number + 1 :]
        if len(parts) < _PARTS or any(part.unit != figure.unit for part in parts) or figure.unit == "percent":
            return None
        first, last = (part.span.start - sentence.span.start for part in (parts[0], parts[-1]))
        if _NESTED.search(sentence.plain, first, last):
            return None
        return Sum(whole=figure.value, parts=tuple(part.value for part in parts))
    return None


def _listed(sentence: Sentence, before: tuple[Sentence, ...]) -> Sum | None:
    """Read a breakdown whose whole stands in front: "回答者の内訳は、…四十八人、…九十六人"."""
    parts = [figure for figure in sentence.figures if figure.unit and figure.unit != "percent"]
    units = {figure.unit for figure in parts}
    if not _LISTED.search(sentence.plain) or len(parts) < _PARTS or len(units) != 1:
        return None
    come_to = sum(figure.value for figure in parts)
    named = [figure.value for one in before for figure in one.figures if _may_be_whole(figure)]
    near = [value for value in named if abs(value - come_to) <= _NEAR * value]
    if come_to in named or not near:
        return None
    return Sum(whole=near[-1], parts=tuple(figure.value for figure in parts))


def _may_be_whole(figure: Figure) -> bool:
    return figure.unit not in ("percent", "share", "times", "points", "rank", "size") and figure.value >= 10


def _values(text: str) -> list[tuple[float, str]]:
    return [
        (_value(found["word"] or found["digits"] + (found["rest"] or "")), (found["scale"] or "").lower())
        for found in _NUMERAL.finditer(text)
        if not (found["digits"] and _YEAR.match(found["digits"]))
    ]


def _value(printed: str) -> float:
    return float(_WORDS.get(printed.lower()) or printed.replace(",", ""))
