"""Lines of a plain text, and which of their ends only the margin made."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise, product

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+")
_SPACED_WORD = re.compile(r"\S+")
_ITEM = re.compile(r"([\[(（〔]?)(?:(\d{1,4})|([A-Za-z]))([\])）〕.．、])\s|([-*•·○●◦▪–—※])\s")
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]")
_NARROWEST = 40
_WIDEST = 140
"""Columns between which a margin may lie; beyond, lines are paragraphs."""
_SOFT_SHARE = 0.8
"""Of the line ends inside paragraphs: a margin explains at least so many, or there is none."""
_ENOUGH = 8
"""Line ends from which that share says something; of fewer all must be explained, and nearly full."""
_FULL = 16
"""Columns that a broken line falls short of the margin at most: a long word."""
_STOPS = ".!?。！？"
_STOPPED = 0.6
"""Of the line ends inside paragraphs: where more come after a full stop, writers made them, not a margin."""
_SLACK = 6
"""Columns that a line may fall short of the margin although the next word would have fitted (hyphens, wide quotes)."""


@dataclass(frozen=True, slots=True)
class Line:
    """text[start:end] without white space at either end; `joint`: what joins it to the next line of its paragraph."""

    start: int
    end: int
    indent: int = 0
    joint: str = "\n"


@dataclass(frozen=True, slots=True)
class Margin:
    """
    Where lines were broken, and how that was counted.

    Attributes:
        width: of the widest lines.
        wide: in columns, where wide characters fill two, not in characters.
        spaced: only at spaces, although the text has words without any between them.
    """

    width: int
    wide: bool
    spaced: bool


def lines_of(text: str) -> list[Line]:
    """Return the lines of `text`; of a blank one start equals end."""
    lines = []
    at = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if bare else 0
        lines.append(Line(at + indent, at + indent + len(bare), indent))
        at += len(raw) + 1
    return lines


def paragraphs(text: str, lines: list[Line]) -> list[list[Line]]:
    """
    Group lines into paragraphs.

    Lines between two blank ones are one paragraph where only the margin broke them. Otherwise every line is one,
    but for the wrapped lines among them. A text without blank lines whose lines are long has a paragraph a line.
    """
    groups = _groups(lines)
    margin = margin_of(text, groups)
    whole: list[list[Line]] = []
    for group in groups:
        whole.extend(_split(text, group, margin))
    return whole


def soften(text: str, group: list[Line], margin: Margin | None) -> list[Line]:
    """Return `group` with a space as the joint of every line that only the margin ended."""
    if margin is None:
        return group
    begins = _indented_starts(group) | _item_starts(text, group)
    softened = []
    for at, (line, following) in enumerate(pairwise(group), 1):
        soft = at not in begins and _is_soft(text, line, following, margin)
        joint = _joint(text[line.end - 1], text[following.start]) if soft else "\n"
        softened.append(Line(line.start, line.end, line.indent, joint))
    return [*softened, group[-1]]


def _joint(before: str, after: str) -> str:
    """Return what a broken line leaves behind: nothing between Han and kana, else a space (CSS Text 3, 4.1.3)."""
    return "" if _UNSPACED.match(before) and _UNSPACED.match(after) else " "


def _indented_starts(group: list[Line]) -> frozenset[int]:
    """Return which lines of a group begin a paragraph by their indent: hanging, or of the first line."""
    if len(group) < 3 or group[0].indent == group[1].indent:
        return frozenset()
    first, second = group[0].indent, group[1].indent
    return frozenset(
        at for at, line in enumerate(group[1:], 1) if (line.indent <= first if first < second else line.indent >= first)
    )


def _groups(lines: list[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line.end > line.start:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def margin_of(text: str, groups: list[list[Line]]) -> Margin | None:
    """Return where the lines of `groups` were broken, or None where a writer broke them."""
    best: tuple[float, Margin] | None = None
    pairs = [pair for group in groups for pair in pairwise(group)]
    if sum(text[line.end - 1] in _STOPS for line, _ in pairs) > _STOPPED * len(pairs):
        return None
    for wide, spaced in product((True, False), repeat=2):
        margin = _estimate(text, groups, wide=wide, spaced=spaced)
        if margin is None:
            continue
        share = sum(_is_soft(text, a, b, margin) for a, b in pairs) / len(pairs)
        if len(pairs) < _ENOUGH and not all(_is_full(text, line, margin) for line, _ in pairs):
            continue
        if share >= _SOFT_SHARE and (best is None or share > best[0]):
            best = share, margin
    return best[1] if best else None


def _estimate(text: str, groups: list[list[Line]], *, wide: bool, spaced: bool) -> Margin | None:
    """Return the width that nearly all lines keep which could have been broken earlier."""
    ended = [line for group in groups for line in group[:-1]]
    breakable = [line for line in ended if " " in text[line.start : line.end]]
    chosen = breakable if len(breakable) >= max(3, len(ended) // 10) else ended
    widths = sorted(_width(text, line, wide=wide) for line in chosen)
    if len(widths) < 3:
        return None
    margin = widths[len(widths) * 95 // 100]
    return Margin(margin, wide, spaced) if _NARROWEST <= margin <= _WIDEST else None


def _is_soft(text: str, line: Line, following: Line, margin: Margin) -> bool:
    """Whether the first word of the next line did not fit any more."""
    word = _SPACED_WORD if margin.spaced else _WORD
    first = word.match(text, following.start, following.end)
    if first is None:
        return True
    room = margin.width - _width(text, line, wide=margin.wide) - _SLACK
    return 1 + _width(text, Line(first.start(), first.end()), wide=margin.wide) > room


def _is_full(text: str, line: Line, margin: Margin) -> bool:
    """Whether a line comes near the margin."""
    return _width(text, line, wide=margin.wide) + _FULL >= margin.width


def _item_starts(text: str, group: list[Line]) -> frozenset[int]:
    """Return which lines of a group begin an item: with the next number after that of the first line, or its bullet."""
    last = _ITEM.match(text, group[0].start)
    starts = set()
    for at, line in enumerate(group[1:], 1):
        found = _ITEM.match(text, line.start) if last else None
        if last and found and _succeeds(last, found):
            starts.add(at)
            last = found
    return frozenset(starts)


def _succeeds(last: re.Match[str], found: re.Match[str]) -> bool:
    if last.group(1, 4, 5) != found.group(1, 4, 5):
        return False
    if found.group(5):
        return True
    if found.group(2) and last.group(2):
        return int(found.group(2)) == int(last.group(2)) + 1
    return bool(found.group(3) and last.group(3)) and ord(found.group(3)) == ord(last.group(3)) + 1


def _width(text: str, line: Line, *, wide: bool) -> int:
    """Return how many columns a line fills, or how many characters it has; wide characters fill two columns."""
    words = text[line.start : line.end]
    if not wide or words.isascii():
        return line.indent + len(words)
    return line.indent + sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in words)


def _split(text: str, group: list[Line], margin: Margin | None) -> list[list[Line]]:
    """Split a group at the line ends that a writer made."""
    softened = soften(text, group, margin)
    parts: list[list[Line]] = [[]]
    for line in softened:
        parts[-1].append(line)
        if line.joint == "\n":
            parts.append([])
    return [part for part in parts if part]
