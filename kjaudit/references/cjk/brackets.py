"""Bracketed and quoted titles: 「」『』《》〈〉 “” "" ‘’ '' and <>, the outermost ones only."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass


class Bracket(enum.Enum):
    """What a pair of brackets tells of the title in it."""

    CORNER = "「」"
    DOUBLE_CORNER = "『』"
    ANGLE = "〈〉"
    DOUBLE_ANGLE = "《》"
    QUOTES = "“”"
    SINGLE_QUOTES = "‘’"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A bracketed run; `start` and `end` take the brackets in, `inner_start` and `inner_end` do not."""

    kind: Bracket
    start: int
    end: int
    inner_start: int
    inner_end: int


_OPENERS = {
    "「": Bracket.CORNER,
    "『": Bracket.DOUBLE_CORNER,
    "〈": Bracket.ANGLE,
    "《": Bracket.DOUBLE_ANGLE,
    "“": Bracket.QUOTES,
}
_CLOSERS = {kind.value[1]: kind for kind in _OPENERS.values()}
_STRAIGHT = re.compile(r'"([^"]{2,400})"')
_SINGLE = re.compile(
    r"(?:(?<=[\s,.:(，])|^)['‘]{1,2}([^'‘’]{4,400}(?:(?<=\w)['’](?=\w)[^'‘’]{1,200}){0,4}(?:‘[^‘’]{1,80}’[^‘’]{0,200}){0,4})['’]{1,2}(?=\s*(?:[,.:;，(]|$)|\s)"
)
_LESS_GREATER = re.compile(r"(?:(?<=[\s,.:(，])|^)<([^<>]{2,200})>")
_CJK = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def find_quoted(text: str) -> list[Quoted]:
    """Return the outermost bracketed runs of `text` (folded), in order; unclosed brackets are no bracket."""
    found = _nested(text)
    found += [_of(Bracket.QUOTES, match) for match in _STRAIGHT.finditer(text)]
    found += [_of(Bracket.ANGLE, match) for match in _LESS_GREATER.finditer(text) if _CJK.search(match.group())]
    found = _outermost(found)
    others = any(quoted.kind is not Bracket.ANGLE for quoted in found)
    single = [_of(Bracket.SINGLE_QUOTES, match) for match in _SINGLE.finditer(text)]
    return _outermost(found + [one for one in single if not others or any(_holds(one, quoted) for quoted in found)])


def _outermost(found: list[Quoted]) -> list[Quoted]:
    """Keep what no other holds; of two that overlap, the first."""
    kept: list[Quoted] = []
    for quoted in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or quoted.start >= kept[-1].end:
            kept.append(quoted)
    return kept


def _holds(outer: Quoted, inner: Quoted) -> bool:
    return outer.start < inner.start and inner.end < outer.end


def _nested(text: str) -> list[Quoted]:
    stack: list[tuple[Bracket, int]] = []
    found: list[Quoted] = []
    for place, char in enumerate(text):
        if char in _OPENERS:
            stack.append((_OPENERS[char], place))
        elif char in _CLOSERS and stack:
            depth = next((level for level in range(len(stack) - 1, -1, -1) if stack[level][0] is _CLOSERS[char]), None)
            if depth is None:
                continue
            kind, start = stack[depth]
            del stack[depth:]
            if not stack:
                found.append(Quoted(kind=kind, start=start, end=place + 1, inner_start=start + 1, inner_end=place))
            elif len(stack) > 8:
                del stack[:]
    return found or _after_unclosed(text, stack)


def _after_unclosed(text: str, stack: list[tuple[Bracket, int]]) -> list[Quoted]:
    """Where an opening bracket was never closed, read on behind it."""
    if not stack:
        return []
    skip = stack[0][1] + 1
    return [
        Quoted(
            kind=quoted.kind,
            start=quoted.start + skip,
            end=quoted.end + skip,
            inner_start=quoted.inner_start + skip,
            inner_end=quoted.inner_end + skip,
        )
        for quoted in _flat(text[skip:])
    ]


def _flat(text: str) -> Iterable[Quoted]:
    for match in re.finditer("「([^「」]+)」|『([^『』]+)』|《([^《》]+)》|“([^“”]+)”", text):
        kind = _OPENERS[match.group()[0]]
        yield Quoted(
            kind=kind, start=match.start(), end=match.end(), inner_start=match.start() + 1, inner_end=match.end() - 1
        )


def _of(kind: Bracket, match: re.Match[str]) -> Quoted:
    return Quoted(kind=kind, start=match.start(), end=match.end(), inner_start=match.start(1), inner_end=match.end(1))
