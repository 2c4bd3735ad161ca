"""Where the reference lists of a document begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.model import BlockKind, Span

from .draft import Draft
from .headings import Topic, topic
from .likeness import ENTRY, SURE, is_prose, score
from .outline import is_short

_FEWEST_UNHEADED = 3
"""Entries that a list without heading has at least."""
_LOOK = 4
"""Blocks looked at to tell whether entries follow."""
_HISTORY = re.compile(
    r"(?:Received|Accepted|Submitted|Revised|Published online|Manuscript received|First published)\b.{0,80}\d{4}"
    r"|(?:논문\s?)?(?:투고일|접수일|심사일|심사\s?완료일|게재\s?확정일|수정일|게재일)|(?:原稿)?(?:受付|受理|受領|採択)日?\s?[:：]?\s?\d{4}"
    r"|(?:Correspondence|Corresponding author|Contact|E-?mail|교신저자|연락처|連絡先)\s?[:：]"
    r"|[*＊†]\s?(?:corresponding|교신)"
    r"|[（(\[]?\s?\d{4}\s?[年.\-년].{0,20}(?:受理|受付|採択|受領|접수|투고|게재|심사)",
    re.I,
)
_NOTE_LABEL = re.compile(
    r"[\[［〔](\d{1,4})[\]］〕]\s|(\d{1,4})\)\s|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)\)?\s|(?:주|註|注)\s?(\d{1,4})\s?[).:]"
)
_BEHIND = (BlockKind.NOTE, BlockKind.RULE, BlockKind.CAPTION, BlockKind.BYLINE)
_HEADING_KINDS = (BlockKind.HEADING, BlockKind.TITLE)
_TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ENTRY, BlockKind.QUOTATION, BlockKind.BYLINE)


@dataclass(frozen=True, slots=True)
class Found:
    """A reference list: the place of its heading (or of its first entry), of its entries, and its end."""

    start: int
    entries: tuple[int, ...]
    end: int

    def span(self, draft: Draft) -> Span:
        """Return the list with its heading as a span of the text."""
        return Span(draft.blocks[self.start].span.start, draft.blocks[self.end - 1].span.end)


def find_lists(draft: Draft) -> tuple[Found, ...]:
    """Return the reference lists: under a heading that says so, of a style or field that says so, or at the end."""
    found: list[Found] = []
    at = 0
    while at < len(draft.blocks):
        listed = _headed(draft, at) or _marked(draft, at)
        if listed is None:
            at += 1
        else:
            found.append(listed)
            at = listed.end
    return tuple(found)


def unheaded(draft: Draft) -> tuple[Found, ...]:
    """Return the list at the end of a document that gives it no heading: only blocks that plainly are entries."""
    last = len(draft.blocks)
    while last and draft.blocks[last - 1].kind in _BEHIND:
        last -= 1
    first = last
    while first and _may_be_entry(draft, first - 1):
        first -= 1
    entries = tuple(range(first, last))
    if 3 * sum(score(draft.words(at)) >= SURE for at in entries) < 2 * len(entries):
        return ()
    texts = sum(block.kind in _TEXT_KINDS for block in draft.blocks)
    if len(entries) < _FEWEST_UNHEADED or 2 * len(entries) > texts + _FEWEST_UNHEADED:
        return ()
    return (Found(first, entries, last),)


def last_section(draft: Draft) -> tuple[Found, ...]:
    """
    Return the list under the last heading, whatever its words: no prose under it, and most blocks are like entries.

    "Quellen und Forschung", "What we read", "주요 자료": headings that no vocabulary holds.
    """
    last = len(draft.blocks)
    while last and draft.blocks[last - 1].kind in _BEHIND:
        last -= 1
    start = last - 1
    while start > 0 and draft.blocks[start].kind in (*_TEXT_KINDS, BlockKind.RULE):
        start -= 1
    if start <= 0 or draft.blocks[start].kind is not BlockKind.HEADING or topic(draft.words(start)) is not Topic.OTHER:
        return ()
    entries = tuple(at for at in range(start + 1, last) if draft.blocks[at].kind in _TEXT_KINDS)
    words = [draft.words(at) for at in entries]
    alike = sum(score(each) >= ENTRY for each in words)
    if len(entries) < _FEWEST_UNHEADED or any(map(is_prose, words)) or 4 * alike < 3 * len(entries):
        return ()
    return (Found(start, entries, last),)


def _may_be_entry(draft: Draft, at: int) -> bool:
    """Whether a block at the end is plainly an entry, or is numbered like those around it and has a sign of one."""
    if draft.blocks[at].kind not in _TEXT_KINDS:
        return False
    found = score(draft.words(at))
    numbered = draft.blocks[at].label.isdecimal() or _NOTE_LABEL.match(draft.words(at)) is not None
    return found >= SURE or (numbered and found > 0)


def _headed(draft: Draft, at: int) -> Found | None:
    """Return the list under the heading at `at`, or None where that is no heading of one."""
    block = draft.blocks[at]
    if block.kind not in (*_HEADING_KINDS, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return None
    words = draft.words(at)
    if len(words) > 60 or topic(words) is not Topic.REFERENCES:
        return None
    if not _entries_follow(draft, at + 1):
        return None
    return _extent(draft, at, at + 1, block.level if block.kind is BlockKind.HEADING else 0)


def _marked(draft: Draft, at: int) -> Found | None:
    """Return the list that styles or fields of the file mark, from `at` on."""
    if draft.blocks[at].kind is not BlockKind.ENTRY:
        return None
    end = at
    while end < len(draft.blocks) and draft.blocks[end].kind in (BlockKind.ENTRY, BlockKind.RULE):
        end += 1
    entries = tuple(place for place in range(at, end) if draft.blocks[place].kind is BlockKind.ENTRY)
    return Found(at, entries, entries[-1] + 1)


def _entries_follow(draft: Draft, at: int) -> bool:
    """Whether one of the next blocks looks like an entry before running prose comes."""
    looked = 0
    for place in range(at, min(at + 3 * _LOOK, len(draft.blocks))):
        block = draft.blocks[place]
        if block.kind in (BlockKind.RULE, BlockKind.HEADING):
            continue
        if block.kind not in _TEXT_KINDS or looked == _LOOK:
            return False
        words = draft.words(place)
        if score(words) >= ENTRY - 1 or block.kind is BlockKind.ENTRY:
            return True
        if is_prose(words):
            return False
        looked += 1
    return False


def _extent(draft: Draft, start: int, at: int, level: int) -> Found | None:
    """Walk from the heading to where the list ends."""
    entries: list[int] = []
    end = start + 1
    numbered = _is_labelled(draft, at)
    for place in range(at, len(draft.blocks)):
        block = draft.blocks[place]
        if block.kind in _HEADING_KINDS and not _is_entry_after_all(draft, place):
            if _heading_ends(draft, place, level):
                break
        elif block.kind is BlockKind.RULE:
            continue
        elif block.kind not in (*_TEXT_KINDS, BlockKind.HEADING) or _text_ends(
            draft, place, entries, numbered=numbered
        ):
            break
        elif not _is_subheading(draft, place):
            entries.append(place)
        end = place + 1
    return Found(start, tuple(entries), max(end, entries[-1] + 1)) if entries else None


def _is_entry_after_all(draft: Draft, at: int) -> bool:
    """Whether what looked like a heading of a plain text is a short entry: it ends with a stop, or shows signs."""
    words = draft.words(at)
    return draft.is_plain and topic(words) is Topic.OTHER and (words[-1:] in ".。" or score(words) >= ENTRY - 1)


def _is_labelled(draft: Draft, at: int) -> bool:
    """Whether the first entry has a number in front of it."""
    for place in range(at, min(at + 2, len(draft.blocks))):
        if draft.blocks[place].label.isdecimal() or _NOTE_LABEL.match(draft.words(place) + " "):
            return True
    return False


def _heading_ends(draft: Draft, at: int, level: int) -> bool:
    """Whether the heading at `at` ends the list: by its words, or because no entries follow."""
    found = topic(draft.words(at))
    if found in (Topic.AFTER, Topic.NOTES, Topic.FRONT):
        return True
    return not _entries_follow(draft, at + 1)


def _is_subheading(draft: Draft, at: int) -> bool:
    """Whether the block parts the list: short, nothing of an entry in it, entries after it."""
    words = draft.words(at)
    if draft.blocks[at].label or not is_short(words, 60) or score(words) > 0 or any(mark.isdecimal() for mark in words):
        return False
    return words[-1:] not in ".,;" and _entries_follow(draft, at + 1)


def _text_ends(draft: Draft, at: int, entries: list[int], *, numbered: bool) -> bool:
    """Whether the block at `at` is no more of the list: its history, notes, the author's life, running prose."""
    words = draft.words(at)
    if _HISTORY.match(words) or (is_short(words, 60) and topic(words) in (Topic.AFTER, Topic.NOTES)):
        return True
    label = _NOTE_LABEL.match(words)
    if label and not numbered and entries and _number(label) == 1:
        return True
    if numbered and entries and label and _number(label) == 1 and not draft.blocks[at].label and len(entries) > 1:
        return True
    if not is_prose(words):
        return False
    following = at + 1
    return following >= len(draft.blocks) or not _entries_follow(draft, following)


def _number(label: re.Match[str]) -> int:
    digits = next(part for part in label.groups() if part)
    return int("".join(str(_digit(character)) for character in digits))


def _digit(character: str) -> int:
    return "⁰¹²³⁴⁵⁶⁷⁸⁹".find(character) if character in "⁰¹²³⁴⁵⁶⁷⁸⁹" else int(character)


def places(found: tuple[Found, ...]) -> Iterator[int]:
    """Yield the places of all entries."""
    for listed in found:
        yield from listed.entries
