"""Statements that can disagree: the same quantity with another value, the same event in another year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kjaudit.model import Span

from . import lexicon
from .reading import Reading, Sentence
from .stems import likeness, names, stems

ALIKE = 0.5
"""Share of stems two statements must have in common to be about the same thing; set for precision on the seeds."""
_COMMON = 60
"""A stem in more statements than this tells nothing apart."""
_COMPARED = re.compile(
    r"\b(?:from|than|up|down|rose|fell|increase[ds]?|decrease[ds]?|compared|between|each|per|another"
    r"|respectively|more|less|fewer)\b|보다|에서 .{0,12}로|각각|から|より|それぞれ|比べ"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """
    One value of one thing.

    Attributes:
        span: the sentence; figure: the number or year in it.
        kind: the unit, or "event:" and what happened.
        about: stems of the sentence; names: its capitalised words.
        latin: in English, where names can be told by their capitals.
    """

    span: Span
    figure: Span
    kind: str
    value: float
    year: int | None
    about: frozenset[str]
    names: frozenset[str]
    latin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two statements about one thing that cannot both hold; `first` is the earlier."""

    first: Statement
    second: Statement


@cache
def _events(language: str) -> re.Pattern[str]:
    return lexicon.matcher(language, "events")


def statements(read: Reading) -> list[Statement]:
    """Return the quantities and dated events of a document that can be compared, in text order."""
    found: list[Statement] = []
    for sentence in read.sentences:
        if sentence.quoted or sentence.share_quoted > 0.5 or sentence.language not in lexicon.LANGUAGES:
            continue
        found += _quantities(sentence)
        found += _dated(sentence)
    return found


def disagreements(left: Sequence[Statement], right: Sequence[Statement]) -> Iterator[Disagreement]:
    """
    Yield pairs of statements about one thing with different values, in the order of `right`.

    Pass the same list twice to compare a document with itself. Cost grows with the pairs that share a rare stem.
    """
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, statement in enumerate(left):
        for stem in statement.about:
            index[statement.kind, stem].append(number)
    for position, statement in enumerate(right):
        shared: dict[int, int] = defaultdict(int)
        for stem in statement.about:
            places = index.get((statement.kind, stem), ())
            if len(places) <= _COMMON:
                for number in places:
                    shared[number] += 1
        for number in sorted(shared):
            if left is right and number >= position:
                continue
            if shared[number] >= 2 and _disagree(left[number], statement):
                yield Disagreement(first=left[number], second=statement)
                break


def _disagree(one: Statement, other: Statement) -> bool:
    event = one.kind.startswith("event:")
    if not event and one.year != other.year:
        return False
    alike = likeness(one.about, other.about)
    if (event or (one.names and other.names)) and one.latin and not one.names & other.names:
        return False
    if event:
        contained = len(one.about & other.about) / max(1, min(len(one.about), len(other.about)))
        return one.value != other.value and (alike >= ALIKE or contained >= 0.75)
    least = 0.6 if one.kind == "percent" else ALIKE
    return alike >= least and abs(one.value - other.value) > 0.05 * max(abs(one.value), abs(other.value))


def _quantities(sentence: Sentence) -> Iterator[Statement]:
    firm = [figure for figure in sentence.figures if figure.firm and figure.unit and figure.unit != "size"]
    if len(sentence.years) > 1 or _COMPARED.search(sentence.plain):
        return
    for figure in firm:
        if sum(other.unit == figure.unit for other in firm) == 1 and figure.value:
            yield _statement(sentence, figure.span, figure.unit, figure.value, _year(sentence))


def _dated(sentence: Sentence) -> Iterator[Statement]:
    if len(sentence.years) != 1:
        return
    for match in _events(sentence.language).finditer(sentence.plain):
        at = sentence.span.start + match.start()
        year, span = min(sentence.years, key=lambda item: abs(item[1].start - at))
        if abs(span.start - at) <= 60:
            yield _statement(sentence, span, f"event:{_kind(match.group())}", float(year), None)
            return


def _kind(word: str) -> str:
    """Words of one event by what they mean: the first list of `_SAME` that holds the word."""
    lower = word.lower()
    for name, parts in _SAME.items():
        if any(part in lower for part in parts):
            return name
    return lower


_SAME = {
    "open": ("open", "inaugurat", "개관", "개장", "개통", "개교", "문을 열", "開館", "開業", "開場", "開通",
             "開校", "開設"),
    "found": ("found", "establish", "set up", "설립", "창립", "창설", "창간", "創立", "創設", "設立", "創刊", "創業"),
    "build": ("built", "complet", "erect", "construct", "준공", "완공", "건립", "지어졌", "세워졌", "竣工", "完成",
              "建設", "建立", "建てられ"),
    "born": ("born", "birth", "태어", "출생", "生まれ"),
    "die": ("died", "death", "사망", "별세", "타계", "세상을 떠", "死去", "没", "亡くなっ"),
    "sign": ("sign", "체결", "조인", "締結", "調印"),
    "publish": ("publish", "출간", "출판", "간행", "발간", "刊行", "出版"),
    "close": ("closed", "closure", "폐관", "폐교", "폐쇄", "閉館", "閉校", "閉鎖", "廃止"),
    "begin": ("began", "launched", "시작됐", "시작되었", "始まっ", "開始"),
}  # fmt: skip


def _statement(sentence: Sentence, figure: Span, kind: str, value: float, year: int | None) -> Statement:
    about = stems(sentence.plain)
    named = names(sentence.plain[1:]) if sentence.language == "en" else frozenset()
    return Statement(
        span=sentence.span,
        figure=figure,
        kind=kind,
        value=value,
        year=year,
        about=about,
        names=named,
        latin=sentence.language == "en",
    )


def _year(sentence: Sentence) -> int | None:
    return sentence.years[0][0] if sentence.years else None
