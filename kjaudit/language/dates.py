"""Years, dates, and words of time that hang on the day of writing, in English, Korean and Japanese."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjaudit.model import Field, PartialDate, Span

from . import lexicon

_MONTHS = {"janfebmaraprmayjunjulaugsepoctnovdec"[3 * at : 3 * at + 3]: at + 1 for at in range(12)}
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_YEAR = re.compile(
    r"(?<![\d.,$€£¥₩#%])(?P<year>(?:[1１]\d|[2２][0０])\d\d)(?![\d,.]\d|\d|\s?(?:%|percent\b|people\b"
    r"|visitors\b|students\b|명|원|인|억|만 |만[가-힣]|천|億|万|千|兆|조|人|円|km\b|m\b|yen\b|won\b|members\b))"
    r"|(?P<era>明治|大正|昭和|平成|令和)(?P<erayear>元|\d{1,2}|[一二三四五六七八九十]{1,3})年"
)
_KANJI_YEAR = re.compile(r"[一二][〇一二三四五六七八九]{3}年")
_FULL = (
    re.compile(rf"\b(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{_MONTH}),?\s(?P<year>\d{{4}})\b"),
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20|１９|２０)\d\d)\s?[-./年년]\s?(?P<month>\d{1,2})\s?[-./月월]\s?(?P<day>\d{1,2})(?:日|일|\b)"
    ),
)
_BARE_EN = re.compile(
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?!(?:st|nd|rd"
    rf"|th)?,? ?(?:of )?\d{{4}})(?! ?[-–] ?\d+,? \d{{4}})(?: holiday(?: period)?)?"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?!,? ?\d{{4}})(?!\w)"
    rf"|(?<=\b(?:in|In) )(?:early |mid-|late )?(?:January|February|March|April|May|June|July|August"
    rf"|September|October|November|December)\b(?!,? (?:of )?\d)(?! of\b)"
)
_BARE_KO = re.compile(
    r"(?<![\d년] )(?<![\d년])(?<!매년 )(?<!해마다 )\d{1,2}월(?: ?\d{1,2}일)?(?:(?= (?:초|중순|말"
    r"|하순))| )?(?![가-힣]{0,1}생)"
)
_BARE_JA = re.compile(
    r"(?<![\d０-９年])(?<!毎年)(?:[\d０-９]{1,2}月(?:[\d０-９]{1,2}日)?(?:[上中下]旬)?"
    r"|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_YEARLY = re.compile(
    r"\b(?:every|when(?:ever)? (?:they|it|he|she|we|you) [a-z]+(?<!ed)|each|annual|annually|yearly|always)\b|매년"
    r"|해마다|매해|연례|毎年|例年|年ごと|恒例",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWord:
    """A word of time that hangs on the day of writing; `vague` ones no date resolves ("recently")."""

    span: Span
    vague: bool


def years(text: str, offset: int = 0) -> list[tuple[int, Span]]:
    """Return the years (1000 to 2099) that `text` names, Japanese eras converted; spans are shifted by `offset`."""
    found: list[tuple[int, Span]] = []
    for match in _YEAR.finditer(text):
        span = Span(match.start() + offset, match.end() + offset)
        if match["year"]:
            found.append((int(match["year"]), span))
        else:
            found.append((_ERAS[match["era"]] + _small(match["erayear"]), span))
    for match in _KANJI_YEAR.finditer(text):
        digits = "".join(str("〇一二三四五六七八九".index(char)) for char in match.group()[:-1])
        if 1000 <= int(digits) < 2100:
            found.append((int(digits), Span(match.start() + offset, match.end() + offset)))
    return found


def full_dates(text: str, offset: int = 0) -> list[Field[PartialDate]]:
    """Return the dates with year, month and day that `text` prints, in reading order."""
    found: list[Field[PartialDate]] = []
    for pattern in _FULL:
        for match in pattern.finditer(text):
            printed = match["month"]
            month = int(printed) if printed.isdigit() else _MONTHS[printed[:3].lower()]
            day = int(match["day"])
            if 1 <= month <= 12 and 1 <= day <= 31:
                value = PartialDate(year=int(match["year"]), month=month, day=day)
                span = Span(match.start() + offset, match.end() + offset)
                found.append(Field(value=value, span=span, raw=match.group()))
    return sorted(found, key=lambda item: item.span.start if item.span else 0)


def relative_times(text: str, language: str, offset: int = 0) -> list[TimeWord]:
    """Return the words of time in `text` that hang on the day of writing, in reading order, none inside another."""
    if language not in lexicon.LANGUAGES:
        return []
    lower = lexicon.folded(text)
    found = [
        TimeWord(span=Span(match.start() + offset, match.end() + offset), vague=vague)
        for name, vague in (("calendar-words", False), ("vague-times", True))
        for match in lexicon.matcher(language, name).finditer(lower)
        if not _fixed(text, match)
    ]
    found.sort(key=lambda word: (word.span.start, -word.span.end))
    kept: list[TimeWord] = []
    for word in found:
        if not kept or word.span.start >= kept[-1].span.end:
            kept.append(word)
    return kept


def bare_days(text: str, language: str, offset: int = 0) -> list[Span]:
    """Return the days, months and moving feasts that `text` names without their year; yearly events are left out."""
    if language not in lexicon.LANGUAGES or _YEARLY.search(text):
        return []
    pattern = {"ko": _BARE_KO, "ja": _BARE_JA}.get(language, _BARE_EN)
    feasts = [
        match for match in lexicon.matcher(language, "feasts").finditer(lexicon.folded(text)) if not _usual(text, match)
    ]
    found = [*pattern.finditer(text), *feasts]
    return sorted(Span(match.start() + offset, match.start() + len(match.group().rstrip()) + offset) for match in found)


def _usual(text: str, match: re.Match[str]) -> bool:
    """Whether a feast is meant as it comes round, or the word of time before it is what needs a year: 지난 추석."""
    return _COUNTED_BACK.search(text, 0, match.start()) is not None or _ROUND.match(text, match.end()) is not None


def _fixed(text: str, match: re.Match[str]) -> bool:
    """Whether a year behind the words fixes them, or they are no words of time: "This may be", "the next ten days"."""
    around = text[match.end() : match.end() + 14]
    if _YEAR_BEHIND.match(around) is not None:
        return True
    words = match.group()
    if words.endswith((" may", " march")):
        return text[match.end() - 3 : match.end() - 2].islower() and not text[: match.end()].endswith(("May", "March"))
    return _NEXT.match(words) is not None and _TOLD.search(text) is not None and _AHEAD.search(text) is None


_COUNTED_BACK = re.compile(r"(?:지난|올|이번|다음|작년|올해|내년|매년) ?$")
_ROUND = re.compile(
    r"[가-힣]{0,3} ?(?:때면|때마다|무렵이면|이면|이 되면)|에는? [^.]{0,30}마다"
    r"|[와과·, ]{1,2}(?:단오|추석|설날|한가위)| ?(?:대회|음식|놀이|풍속|풍습|선물|차례)"
)
_YEAR_BEHIND = re.compile(r"[\s,(（]{1,2}(?:in )?(?:1[0-9]|20)\d\d")
_NEXT = re.compile(r"(?:in|over|during|for|within) the (?:next|coming) ")
"""Counted from what is told where the sentence tells of the past, from the day of writing where it looks ahead."""
_TOLD = re.compile(r"\b(?:was|were|had|did|[a-z]{3,}ed|fell|rose|grew|held|ran|led|lost|took|came|went|became)\b")
_AHEAD = re.compile(r"\b(?:will|shall|is|are|has|have|plans?|expects?|expected|hopes?|aims?|would|could)\b")


def _small(text: str) -> int:
    if text == "元":
        return 1
    if text.isdigit():
        return int(text)
    tens, _, ones = text.rpartition("十")
    digits = "〇一二三四五六七八九"
    high = (digits.index(tens) if tens else 1) if "十" in text else 0
    return high * 10 + (digits.index(ones) if ones in digits and ones else 0)
