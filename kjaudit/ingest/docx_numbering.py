"""The labels that Word prints before the paragraphs of its lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from .docx_package import Element, W

_VAL = f"{W}val"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_SEQUENCES = {
    "ganada": "가나다라마바사아자차카타파하",
    "chosung": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "aiueo": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "aiueoFullWidth": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "iroha": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
}
"""Letters of the numbering formats of ECMA-376, 17.18.59."""
_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = -1


class Numbering:
    """Counts the lists of one document; ask once a paragraph, in order."""

    def __init__(self, root: Element | None) -> None:
        abstract = {
            element.get(f"{W}abstractNumId") or "": _levels(element)
            for element in (root.iter(f"{W}abstractNum") if root is not None else ())
        }
        self._levels: dict[str, Mapping[int, _Level]] = {}
        self._counters: dict[str, str] = {}
        for number in root.iter(f"{W}num") if root is not None else ():
            self._add(number, abstract)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def _add(self, number: Element, abstract: Mapping[str, Mapping[int, _Level]]) -> None:
        identifier = number.get(f"{W}numId") or ""
        base = number.find(f"{W}abstractNumId")
        of = base.get(_VAL) or "" if base is not None else ""
        levels = dict(abstract.get(of, {}))
        overrides = number.findall(f"{W}lvlOverride")
        for override in overrides:
            depth = int(override.get(f"{W}ilvl") or 0)
            inner = override.find(f"{W}lvl")
            start = override.find(f"{W}startOverride")
            old = _level(inner) if inner is not None else levels.get(depth, _Level())
            begin = int(start.get(_VAL) or 1) if start is not None else old.start
            levels[depth] = _Level(old.form, old.text, begin, old.restart)
        self._levels[identifier] = levels
        self._counters[identifier] = f"own {identifier}" if overrides else f"shared {of}"

    def label(self, identifier: str, depth: int) -> str:
        """Return the label of the next paragraph of list `identifier` at `depth`, without closing punctuation."""
        level = self._levels.get(identifier, {}).get(depth)
        if level is None:
            return ""
        counts = self._counts[self._counters[identifier]]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.form == "bullet":
            return "•"
        if level.form == "none":
            return ""
        return self._printed(identifier, level, counts).strip(" .)([]〔〕（）．、,:")

    def _printed(self, identifier: str, level: _Level, counts: Mapping[int, int]) -> str:
        levels = self._levels[identifier]

        def number(found: re.Match[str]) -> str:
            depth = int(found.group(1)) - 1
            of = levels.get(depth, _Level())
            return written(counts.get(depth, of.start), of.form)

        return _PLACE.sub(number, level.text)


def _levels(element: Element) -> Mapping[int, _Level]:
    return {int(level.get(f"{W}ilvl") or 0): _level(level) for level in element.iter(f"{W}lvl")}


def _level(element: Element) -> _Level:
    def value(name: str, default: str) -> str:
        found = element.find(f"{W}{name}")
        return found.get(_VAL) or default if found is not None else default

    start = value("start", "1")
    return _Level(value("numFmt", "decimal"), value("lvlText", ""), int(start) if start.isdecimal() else 1)


def written(number: int, form: str) -> str:
    """Return `number` in a numbering format of ECMA-376, 17.18.59; unknown ones as decimal digits."""
    if number < 1:
        return str(number)
    if form in ("lowerRoman", "upperRoman") and number < 4000:
        roman = _roman(number)
        return roman if form == "lowerRoman" else roman.upper()
    if form in ("lowerLetter", "upperLetter") and number < 26 * 20:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form.startswith("decimalEnclosedCircle") and number <= 20:
        return chr(ord("①") + number - 1)
    if (
        form in ("japaneseCounting", "ideographDigital", "chineseCounting", "japaneseDigitalTenThousand")
        and number < 100
    ):
        return _counted(number)
    letters = _SEQUENCES.get(form, "")
    return letters[number - 1] if number <= len(letters) else str(number)


def _roman(number: int) -> str:
    parts = []
    for value, letters in _ROMAN:
        parts.append(letters * (number // value))
        number %= value
    return "".join(parts)


def _counted(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = ("十" if tens == 1 else _DIGITS[tens] + "十") if tens else ""
    return head + (_DIGITS[ones] if ones else "")
