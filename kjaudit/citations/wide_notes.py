"""Works named in notes in Korean and Japanese: author, title in brackets, what follows up to the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.language.names import is_wide
from kjaudit.model import CitationKind, Cited, Name, Span

from .locators import ANYWHERE
from .printed_names import names_before
from .shelf import Shelf
from .wide_names import wide_name, wide_names_before

_CLOSE = {"「": "」", "『": "』", "《": "》", "〈": "〉", "｢": "｣", "“": "”", "‘": "’", "＜": "＞", "<": ">"}
_BRACKET = re.compile('[「『《〈｢“‘＜」』》〉｣”’＞"]')
_EARLIER = re.compile(r"(?:前掲|앞의|前揭)\s?\Z")
_EARLIER_NAME = re.compile(r"(?:前掲|前揭|앞의)\s?[、,，]?\s?\Z")
"""Before the author of a work named earlier: "前掲、黒川ほか『…』"."""
_ROLE = re.compile(
    r"[,，、]?\s?(?P<names>[^,，、;；。]{2,40}?)\s?(?:옮김|역|편저|편역|엮음|편|지음|저|譯|編|訳|編著|編訳|監修|監訳|著|校注|校訂)\s?[,，、]?\s?\Z"
)
_BETWEEN = re.compile(
    r"[\s,，、.．:：~\-–—()（）·・\d]|제|第|권|호|집|巻|卷|号|輯|년|年|의|판|版|新|增|増|中|所収|収|수록|に|in|In|編|편|訳"
)
_YEAR = re.compile(
    r"(?<![〇一二三四五六七八九])[一二][〇一二三四五六七八九]{3}年|(?<!\d)(?:1[4-9]|20)\d\d\s?[년年]?|(?:明治|大正|昭和|平成|令和)[元\d一二三四五六七八九十]{1,3}年"
)
_WESTERN = re.compile(r"(?<![\w-])((?:1[4-9]|20)\d\d)(?![\d쪽면頁]|\s?(?:쪽|면|頁)|[-–~～]\d)")
_SENTENCE = re.compile(r"[。．](?!\d)|(?<=[가-힣」』])\.\s|[;；]")
_DAY = frozenset(["일자", "일", "자", "日", "日付", "付", "月"])
"""The end of a date before a title: "『황성신문』 1899년 5월 20일자, 「잡보」"."""
_EDITOR = re.compile(
    r"[々\u3400-\u9fff][々ヶァ-ヺー・\u3400-\u9fff]{1,24}(?:ほか|他)?(?:編|編著|共編|編集|監修)"
    r"|[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,3}(?:\s외)?\s(?:편|엮음|편저)"
)
"""The editor of a volume between the title of a chapter and that of the volume: "「…」西山松之助編『…』"."""
_EDITED_BY = re.compile(
    r"[々ヶァ-ヺー・\u3400-\u9fff]{2,20}(?:ほか|他|先生|教授|博士)?(?:古稀|還暦|喜寿|退官|退職|追悼|献呈)?(?:記念|祝賀)?(?:論文集|論集)?"
)
"""Names or a festschrift between a chapter and its volume, without a mark: "「…」加藤一郎先生古稀記念『…』"."""
_FURTHEST = 160


@dataclass(frozen=True, slots=True)
class _Core:
    """A run of titles in brackets that belong to one work: outer edges, and the first title's inside."""

    start: int
    end: int
    title: Span


def wide_mentions(text: str, start: int, end: int, shelf: Shelf) -> Iterator[Cited]:
    """
    Yield the works that `text[start:end]` names with a title in brackets, in order, full or short.

    A work is full when a year, volume or publisher follows the title; with no more than a page it is a short title.
    """
    cores = list(_cores(text, start, end))
    floor = start
    for place, core in enumerate(cores):
        ceiling = cores[place + 1].start if place + 1 < len(cores) else end
        names, begin, others, earlier = _authors(text, core.start, floor, shelf)
        stop, dated, locator = _tail(text, core.end, ceiling)
        floor = stop
        if len(names) == 1 and str(names[0]) in _DAY:
            names, begin = (), core.start
        if not names and not dated and not earlier:
            continue
        if not names and not _bibliographic(text[core.end : stop]):
            continue
        if len(names) > 1 and _EARLIER.match(str(names[0])):
            names, earlier = names[1:], True
        before = _EARLIER_NAME.search(text, _floor(cores, place, start), begin)
        if names and before is not None:
            begin, earlier = before.start(), True
        full = dated and not earlier
        if not full and text[core.start] in "‘<＜〈" and not earlier and not locator:
            continue
        yield Cited(
            span=Span(begin, stop),
            kind=CitationKind.FULL if full else CitationKind.SHORT,
            names=names,
            others=others,
            title=core.title.of(text),
            year=_western(text, core.end, stop),
            locator=locator,
        )


def _floor(cores: list[_Core], place: int, start: int) -> int:
    """Return where the words before a title may begin: after the title before it."""
    return cores[place - 1].end if place else start


def _cores(text: str, start: int, end: int) -> Iterator[_Core]:
    """Outermost bracketed titles; those with nothing but bibliographic matter between them are one core."""
    pending: _Core | None = None
    for opened, closed in _pairs(text, start, end):
        between = text[pending.end : opened] if pending else ""
        if pending is not None and len(between) < 25 and _container(text, opened, between, text[pending.start]):
            pending = _Core(pending.start, closed + 1, pending.title)
            continue
        if pending is not None:
            yield pending
        pending = _Core(opened, closed + 1, Span(opened + 1, closed))
    if pending is not None:
        yield pending


def _container(text: str, opened: int, between: str, first: str) -> bool:
    """Whether a title continues the work before it: "「…」, 『journal』", with no name in between."""
    bare = between.strip(" \t\n,，、.")
    inner = text[opened] in "『《<＜" or (text[opened] in "「｢" and first in '“"‘')
    if text[opened] in "『《" and first in "「｢〈“" and _EDITOR.fullmatch(bare):
        return True
    if text[opened] in "『《" and first in "「｢" and bare and _EDITED_BY.fullmatch(bare):
        return True
    return inner and (not bare or bare in ("수록", "所収", "in", "In", "の", "編", "에"))


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stack: list[int] = []
    for mark in _BRACKET.finditer(text, start, end):
        char = mark.group()
        if char == '"':
            if stack and text[stack[-1]] == '"':
                opened = stack.pop()
                if not stack:
                    yield opened, mark.start()
            else:
                stack.append(mark.start())
            continue
        if char in _CLOSE:
            stack.append(mark.start())
            continue
        while stack and _CLOSE.get(text[stack[-1]]) != char:
            if char in "’”":
                break
            stack.pop()
        if stack and _CLOSE.get(text[stack[-1]]) == char:
            opened = stack.pop()
            if not stack:
                yield opened, mark.start()


def _authors(text: str, at: int, floor: int, shelf: Shelf) -> tuple[tuple[Name, ...], int, bool, bool]:
    """Names before a title, where they begin, whether others follow, and whether "前掲" stands between."""
    earlier = _EARLIER.search(text, floor, at)
    end = earlier.start() if earlier else at
    role = _ROLE.search(text, max(floor, end - 60), end)
    if role is not None:
        before = _one(text, role.start(), floor, shelf)
        if before[0]:
            return (*before, earlier is not None)
        end_of_role = role.end("names")
        inner = _one(text, end_of_role, floor, shelf)
        if inner[0]:
            return (*inner, earlier is not None)
    return (*_one(text, end, floor, shelf), earlier is not None)


def _one(text: str, end: int, floor: int, shelf: Shelf) -> tuple[tuple[Name, ...], int, bool]:
    gap = text[max(floor, end - 3) : end]
    bare = text[floor:end].rstrip(" \t\n\u00a0\u3000,，、:：.")
    if not bare or "\n\n" in gap or bare[-1] in ";；。」』":
        return (), end, False
    if is_wide(bare[-1]):
        run = wide_names_before(text, floor + len(bare), floor, shelf.knows)
        if run is None or not all(1 < len(piece.text) < 20 for piece in run.pieces):
            return (), end, False
        return tuple(wide_name(piece) for piece in run.pieces), run.start, run.others
    latin = names_before(text, floor + len(bare), floor)
    return (latin.names(), latin.start, latin.others) if latin else ((), end, False)


def _tail(text: str, start: int, ceiling: int) -> tuple[int, bool, str]:
    """Where a work ends after its titles, whether publication data were among it, and the page printed."""
    limit = min(ceiling, start + _FURTHEST)
    stop = _SENTENCE.search(text, start, limit)
    limit = stop.start() if stop else limit
    page = ANYWHERE.search(text, start, limit)
    year = _YEAR.search(text, start, limit)
    if page and year and year.start() > page.end() and year.start() - page.end() < 12:
        page_end = year.end()
    else:
        page_end = page.end() if page else 0
    if page and _bibliographic(text[start : page.start()]):
        matter = text[start : page.start()].strip(" ,，、.．")
        return page_end, bool(matter) or year is not None, page.group()
    if year and _bibliographic(text[start : year.start()]):
        return year.end(), True, ""
    return start, False, ""


def _western(text: str, start: int, stop: int) -> int | None:
    """Return the last year of the common era between title and end."""
    years = [int(found[1]) for found in _WESTERN.finditer(text, start, stop)]
    return years[-1] if years else None


def _bibliographic(matter: str) -> bool:
    """Whether what stands between title and page reads like publication data: short parts, few words to a part."""
    parts = [part.strip() for part in re.split(r"[,，、.．:：()（）]", matter)]
    return all(len(part) <= 26 and len(_BETWEEN.sub("", part)) <= 18 and part.count(" ") <= 3 for part in parts)
