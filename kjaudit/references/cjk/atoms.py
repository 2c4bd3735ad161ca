"""
The numbers of a reference: volume, issue, pages, date, and what each unmarked number may be.

Marks: 권 호 집 (Korean), 巻 号 輯 頁 (Japanese), 卷 期 页 (Chinese), 쪽 면, vol. no. pp.; and the unmarked forms 12(3),
12-3, 18.3, 45-67, 12.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kjaudit.model import PartialDate

from .dates import ERAS, KANJI_NUMBER, arabic, find_dates
from .vocabulary import REVISED


class AtomKind(enum.Enum):
    """What a number was printed as."""

    VOLUME = "volume"
    ISSUE = "issue"
    WHOLE = "whole number"
    PAIR = "volume(issue)"
    PAGES = "pages"
    DATE = "date"
    RANGE = "range"
    DECIMAL = "decimal"
    NUMBER = "number"
    EDITION = "edition"
    EXTENT = "extent"


MARKED = frozenset(
    {AtomKind.VOLUME, AtomKind.ISSUE, AtomKind.WHOLE, AtomKind.PAIR, AtomKind.PAGES, AtomKind.EDITION, AtomKind.EXTENT}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """
    One number. Offsets index into the folded text.

    Attributes:
        value: as CSL prints it ("45-67"); of a PAIR the volume, and the issue in `second`.
        value_start, value_end: where the value itself stands; of a PAIR the volume's.
        first_edition: year of the first edition, printed before a date ("1914/1990"), or 0.
        second_start, second_end: where the issue of a PAIR stands.
    """

    kind: AtomKind
    start: int
    end: int
    value: str = ""
    value_start: int = 0
    value_end: int = 0
    second: str = ""
    second_start: int = 0
    second_end: int = 0
    date: PartialDate | None = None
    first_edition: int = 0
    plain: bool = False


_N = rf"(?:[0-9]{{1,5}}|{KANJI_NUMBER}{{1,6}})"
_COUNT = rf"{_N}(?:\s?[-·/]\s?{_N})?"
_RANGE = rf"[A-Za-z]?{_N}(?:\s*-+\s*[A-Za-z]?{_N})?"
_YEAR_EDITION = rf"(?:(?:19|20)\d\d|(?:{'|'.join(ERAS)})\s?(?:元|{_N}))\s?[년年]?\s?(?:{REVISED}|제정|制定)[판版]?"
_NOT_IN_WORD = r"(?<![A-Za-z0-9])"
_NTH = r"(?:제(?=\d)|(?<![가-힣])제|第)?"
_NO_HANGUL = r"(?![가-힣])"

_PATTERNS: tuple[tuple[AtomKind, re.Pattern[str]], ...] = (
    (
        AtomKind.EDITION,
        re.compile(
            rf"((?:{REVISED})?\s?{_NTH}\s*(?<![0-9]){_N}\s?(?:판|版)(?:\s?(?:{REVISED})[판版]?)?|{_YEAR_EDITION}"
            rf"|(?<=[\s,.(])(?:(?:19|20)\d\d|(?:{'|'.join(ERAS)})\s?{_N})\s?[년年]度?[판版](?=[\s,.)])|(?<![가-힣一-鿿])(?:{REVISED}|초|初)[판版]|(?<=[(〔\[])[가-힣一-鿿]{{1,5}}[판版](?=[)〕\]]))(?![가-힣一-鿿])"
        ),
    ),
    (AtomKind.EXTENT, re.compile(rf"(?:총|全)\s*({_N})\s*(?:권|冊|巻|쪽|頁)")),
    (AtomKind.WHOLE, re.compile(rf"(?:통권|通巻|总第|總第)\s*(?:제|第)?\s*({_COUNT})\s*(?:호|号|號|期|집|輯)?")),
    (AtomKind.PAGES, re.compile(rf"{_NOT_IN_WORD}[Pp]{{1,2}}(?:[.．:,]\s*|\s+|(?=\d))({_RANGE})(?![\w])")),
    (
        AtomKind.PAGES,
        re.compile(
            rf"(?<![A-Za-z0-9\-])(?:제|第)?({_RANGE})\s*(?:쪽{_NO_HANGUL}|면{_NO_HANGUL}|頁|ページ|페이지|页|面(?![一-鿿])"
            r"|[Pp]{1,2}\b\.?)(?:\s?(?:以下|이하))?"
        ),
    ),
    (AtomKind.PAGES, re.compile(rf"(?:쪽|면|頁|페이지|ページ)\s*({_RANGE})(?![\w])")),
    (
        AtomKind.ISSUE,
        re.compile(
            r"(?:제\s?)?(특별호|특집호|창간호|합본호|증간호|臨時増刊号?|増刊号|特集号|創刊号|特别号|別冊|별책)(?![가-힣ぁ-ヿ一-鿿])"
        ),
    ),
    (AtomKind.VOLUME, re.compile(r"(?<![가-힣一-鿿0-9])[권卷巻]\s?(\d{1,4})(?!\d)")),
    (
        AtomKind.VOLUME,
        re.compile(
            rf"{_NTH}\s*(?<![0-9])({_COUNT})\s*(?:권(?=\s*(?:제|\(|[^가-힣]|$))|[巻卷](?![一-鿿ぁ-ヿ]|$)|[巻卷](?=第|$|[一二三四五六七八九十]|\d)|編(?=\s?第?[0-9一二三四五六七八九十]))"
        ),
    ),
    (AtomKind.VOLUME, re.compile(rf"{_NTH}\s*(?<![0-9])({_COUNT})\s*(?:집{_NO_HANGUL}|輯|集(?![一-鿿ぁ-ヿ]))")),
    (
        AtomKind.ISSUE,
        re.compile(
            rf"{_NTH}\s*(?<![0-9])({_COUNT}|\d{{1,2}}\.\d{{1,2}})\s*(?:호{_NO_HANGUL}|[号號期](?![一-鿿ぁ-ヿ]))"
        ),
    ),
    (AtomKind.PAGES, re.compile(r"(?<=[:：])\s?(e\d{2,8})(?!\w)")),
    (
        AtomKind.EXTENT,
        re.compile(
            r"(?<=[가-힣一-鿿])(?<![년年월月])\s(\d{1,2}\s?[월月]\s?\d{1,2}\s?[일日](?:자|付)?)(?![가-힣一-鿿]|,?\s?(?:19|20)\d\d)"
        ),
    ),
    (AtomKind.ISSUE, re.compile(rf"(?<=[巻卷권輯집])\s*(?:제|第)?\s*({_N})\s*(?:[冊册]|책{_NO_HANGUL})")),
    (AtomKind.VOLUME, re.compile(rf"(?:제|第)\s*({_N})\s*(?:[冊册]|책{_NO_HANGUL})")),
    (
        AtomKind.VOLUME,
        re.compile(r"(?<![A-Za-z])(?:[Vv][Oo][Ll](?:ume|s)?[.．]?\s*|[Vv][.．]\s?(?=\d))([A-Za-z0-9][A-Za-z0-9\-]*)"),
    ),
    (
        AtomKind.ISSUE,
        re.compile(
            r"(?<![A-Za-z])(?:[Nn][Oo]s?[.．]\s*|[Nn][Oo]\s+(?=\d)|[Ii]ssue\s+|[Nn][.．]\s?(?=\d))([A-Za-z0-9][A-Za-z0-9\-/]*)"
        ),
    ),
)
_COLON_PAIR = re.compile(r"(?<![\w.:\-])(\d{1,3}):(\d{1,3})(?=\s?[(,])")
_PAIR = re.compile(
    r"(?<![\w.\-])(?:제|第)?([0-9]{1,4}|[A-Z]\d{1,3})\s*(?:권|巻|卷)?\s*\(\s*(?:제|第|[Nn]o\.?\s*)?"
    r"((?:특집|별책|특별|[Ss]uppl?\.?|[Ss]pecial|[Pp]re|S|[가-힣]{0,3})?\s*\d{0,4}(?:\s?[-·,/&]\s?\d{1,4})?[a-zA-Z]?)\s*(?:호|号|號|期)?\s*\)"
)
_BARE_ISSUE = re.compile(
    r"(?<=[,，;])\s?\(\s*(\d{1,3}(?:-\d{1,3})?)\s*\)|(?<=\s)\((\d{1,3})\)(?=\s*[,，:]\s*(?:[Pp]{1,2}\.|\d|제|쪽))"
)
_MONTH_ISSUE = re.compile(r"(?<![년年\d.])(?<![년年\d.]\s)(\d{1,2}\s?[월月])\s?[호号]")
_BARE_RANGE = re.compile(r"(?<![\w.\-])([A-Z]?\d{1,6})\s*-+\s*([A-Z]?\d{1,6})(?![\w\-])")
_DECIMAL = re.compile(r"(?<![\w.\-])(\d{1,3})[./](\d{1,3})(?![\w\-]|\.\d)")
_NUMBER = re.compile(r"(?<![A-Za-z0-9.\-])(\d{1,6}(?:·\d{1,3})?)(?![A-Za-z0-9\-])")
_FIRST_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE_PAIR = re.compile(r"(?<![A-Za-z0-9\-])(\d{4}-[A-Z]{2,5}-\d{1,4})\s?\((\d{1,3})\)")
_CODE = re.compile(
    r"(?<![A-Za-z0-9\-])((?:\d{4}-)?[A-Z]{2,5}-\d{1,4}|(?:[A-Z]{2,5}-){1,2}\d{2,4}-\d{1,3})(?![A-Za-z0-9\-])"
)


def find_atoms(text: str, closed: bytearray) -> list[Atom]:
    """
    Return the numbers of `text` in order, none overlapping another.

    Args:
        text: folded, dashes as "-".
        closed: as long as the text; 1 where nothing is to be read (titles in brackets, addresses).
    """
    taken = bytearray(closed)
    found: list[Atom] = []
    for atom in _candidates(text):
        if not any(taken[atom.start : atom.end]):
            taken[atom.start : atom.end] = b"\x01" * (atom.end - atom.start)
            found.append(atom)
    return sorted(found, key=lambda atom: atom.start)


def _candidates(text: str) -> Iterator[Atom]:
    yield from _month_issues(text)
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield _edition(match) if kind is AtomKind.EDITION else _simple(kind, match)
    dates = list(find_dates(text))
    for hit in dates:
        if not hit.plain:
            yield Atom(
                kind=AtomKind.DATE,
                start=hit.start,
                end=hit.end,
                date=hit.value,
                first_edition=hit.first_edition,
                value_start=hit.start,
                value_end=hit.end,
            )
    yield from _pairs(text)
    for match in _CODE.finditer(text):
        yield _simple(AtomKind.VOLUME, match)
    yield from _ranges(text)
    for hit in dates:
        if hit.plain:
            yield Atom(
                kind=AtomKind.DATE,
                start=hit.start,
                end=hit.end,
                date=hit.value,
                plain=True,
                value=str(hit.value.year),
                value_start=hit.start,
                value_end=hit.end,
            )
    for match in _DECIMAL.finditer(text):
        yield _double(AtomKind.DECIMAL, match)
    for match in _NUMBER.finditer(text):
        yield _simple(AtomKind.NUMBER, match)


def _pairs(text: str) -> Iterator[Atom]:
    for pattern in (_COLON_PAIR, _CODE_PAIR):
        for match in pattern.finditer(text):
            yield _double(AtomKind.PAIR, match)
    for match in _PAIR.finditer(text):
        volume, issue = match.group(1), match.group(2).strip()
        if not issue or (not any(char.isdigit() for char in issue) and len(issue) > 4):
            continue
        if _YEAR.fullmatch(issue) and not _YEAR.fullmatch(volume):
            yield replace(_simple(AtomKind.VOLUME, match), end=match.end(1))
        elif _YEAR.fullmatch(volume) and _FIRST_YEAR.fullmatch(issue) and int(issue) < int(volume):
            year = PartialDate(year=int(volume))
            first = AtomKind.DATE, match.start(1), match.end(), int(issue)
            yield Atom(kind=first[0], start=first[1], end=first[2], date=year, first_edition=first[3], value=volume)
        elif len(volume) == 4 and volume[:2] in ("19", "20"):
            year = PartialDate(year=int(volume))
            yield Atom(
                kind=AtomKind.DATE,
                start=match.start(1),
                end=match.end(1),
                date=year,
                plain=True,
                value=volume,
                value_start=match.start(1),
                value_end=match.end(1),
            )
            yield Atom(
                kind=AtomKind.ISSUE,
                start=match.end(1),
                end=match.end(),
                value=issue,
                value_start=match.start(2),
                value_end=match.end(2),
            )
        else:
            yield _double(AtomKind.PAIR, match)
    for match in _BARE_ISSUE.finditer(text):
        group = 1 if match.group(1) else 2
        yield Atom(
            kind=AtomKind.ISSUE,
            start=match.start(),
            end=match.end(),
            value=match.group(group),
            value_start=match.start(group),
            value_end=match.end(group),
        )


def _month_issues(text: str) -> Iterator[Atom]:
    for match in _MONTH_ISSUE.finditer(text):
        yield _simple(AtomKind.ISSUE, match)


def _ranges(text: str) -> Iterator[Atom]:
    for match in _BARE_RANGE.finditer(text):
        yield Atom(
            kind=AtomKind.RANGE,
            start=match.start(),
            end=match.end(),
            value=f"{match.group(1)}-{match.group(2)}",
            value_start=match.start(),
            value_end=match.end(),
        )


def _simple(kind: AtomKind, match: re.Match[str]) -> Atom:
    value = _tidy(match.group(1))
    return Atom(
        kind=kind, start=_first(match), end=match.end(), value=value, value_start=match.start(1), value_end=match.end(1)
    )


def _edition(match: re.Match[str]) -> Atom:
    """Return an edition; a year in it ("2018年版") is the date where no other is printed."""
    atom = _simple(AtomKind.EDITION, match)
    hit = next(iter(find_dates(_EDITION_YEAR.sub("年", atom.value))), None) if atom.value[:1].isdigit() else None
    return replace(atom, date=hit.value) if hit else atom


_EDITION_YEAR = re.compile(r"(?<=\d)\s?[년年]度?.*")


def _double(kind: AtomKind, match: re.Match[str]) -> Atom:
    return Atom(
        kind=kind,
        start=match.start(),
        end=match.end(),
        value=match.group(1),
        value_start=match.start(1),
        value_end=match.end(1),
        second=" ".join(match.group(2).split()),
        second_start=match.start(2),
        second_end=match.end(2),
    )


def _first(match: re.Match[str]) -> int:
    words = match.group()
    return match.start() + len(words) - len(words.lstrip())


_DASHES = re.compile(r"\s*-+\s*")


def _tidy(value: str) -> str:
    return _DASHES.sub("-", arabic(value)).strip()
