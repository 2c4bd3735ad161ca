"""Notes that are printed as plain paragraphs: under a heading, at the foot of a page, at the end of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kjaudit.model import Block, BlockKind, Note, NotePlace, Span

from .draft import Draft
from .headings import Topic, topic
from .likeness import ENTRY, score
from .marks import ANSWERS, Form, Label, Mark, label, marks
from .outline import is_short

_HEADINGS = (BlockKind.HEADING, BlockKind.TITLE)
_TEXTS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.CAPTION)
_SEVERAL = re.compile(r"\[\d{1,4}\s?[,;–-]\s?\d{1,4}[\],;–-]")
_SAFE = frozenset({Form.RAISED, Form.WORD})
"""Forms that hardly anything but a note begins with."""
_CALLED = 0.5
"""Share of the notes of a group that marks must call, where the form of their labels is not safe."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """A note as printed: its first block and those that go on, and its label."""

    blocks: tuple[int, ...]
    label: Label


@dataclass(frozen=True, slots=True)
class _Group:
    """Notes that are printed together; `foot`: at the foot of a page, in the middle of the text."""

    notes: tuple[_Printed, ...]
    foot: bool


def find_notes(draft: Draft) -> tuple[Draft, tuple[Note, ...]]:
    """
    Find the notes of a document whose format has none.

    Returns:
        the draft with the blocks of notes named, and the notes in the order of their texts, each with the first
        mark in reading order that calls it, None where there is none.
    """
    if not any(block.kind in _TEXTS for block in draft.blocks):
        return draft, ()
    groups = _groups(draft)
    held = {at for group in groups for note in group.notes for at in note.blocks}
    body = tuple(block for at, block in enumerate(draft.blocks) if at not in held and _is_body(block))
    calls = marks(draft.document.text, body)
    numeric = any(_SEVERAL.search(block.span.of(draft.document.text)) for block in body)
    kept = [
        group for group in groups if _is_called(group, calls) and not (numeric and _is_reference_list(draft, group))
    ]
    if not kept:
        return draft, ()
    held = {at for group in kept for note in group.notes for at in note.blocks}
    notes = _noted(draft, kept, calls)
    return draft.with_kinds([(at, BlockKind.NOTE) for at in sorted(held)]), notes


def _is_reference_list(draft: Draft, group: _Group) -> bool:
    """Whether numbered blocks are entries: where the text has several numbers in one bracket, they are a list."""
    if any(note.label.form is not Form.BRACKET for note in group.notes):
        return False
    scores = [score(_span(draft, note).of(draft.document.text)) for note in group.notes]
    return min(scores) > 0 and 3 * sum(found >= ENTRY for found in scores) >= 2 * len(scores)


def _is_body(block: Block) -> bool:
    outside = (BlockKind.NOTE, BlockKind.ENTRY, BlockKind.RULE, BlockKind.CODE, BlockKind.BYLINE)
    return block.kind not in outside


def _groups(draft: Draft) -> list[_Group]:
    """Return what may be groups of notes."""
    groups: list[_Group] = []
    at = 0
    while at < len(draft.blocks):
        if _announces_notes(draft, at):
            notes, end = _section(draft, at + 1)
        else:
            notes, end = _run(draft, at)
        if notes:
            groups.append(_Group(tuple(notes), foot=_goes_on(draft, end)))
        at = max(end, at + 1)
    return groups


def _announces_notes(draft: Draft, at: int) -> bool:
    block = draft.blocks[at]
    if block.kind not in (*_HEADINGS, BlockKind.PARAGRAPH):
        return False
    words = draft.words(at)
    return is_short(words, 60) and topic(words) is Topic.NOTES


def _goes_on(draft: Draft, end: int) -> bool:
    """Whether running text follows a group of notes, not only lists, appendices and the like."""
    for at in range(end, min(end + 4, len(draft.blocks))):
        block = draft.blocks[at]
        if block.kind in _HEADINGS and topic(draft.words(at)) in (Topic.REFERENCES, Topic.AFTER):
            return False
        if block.kind is BlockKind.ENTRY:
            return False
        if block.kind in _TEXTS:
            return True
    return False


def _label(draft: Draft, at: int) -> Label | None:
    """Return the label of the block at `at`: one that the format keeps apart, or one before its words."""
    block = draft.blocks[at]
    if block.kind not in _TEXTS:
        return None
    if block.label.isdecimal():
        return Label(int(block.label), Form.STOP, 0)
    return label(draft.words(at)[:60])


def _section(draft: Draft, at: int) -> tuple[list[_Printed], int]:
    """
    Read the notes under a heading that announces them, up to the next heading or reference list.

    In plain text a short note ("2. Weber, 1963") looks like a numbered heading: its number goes on with the count.
    """
    labels: dict[int, Label] = {}
    end, last = at, 0
    while end < len(draft.blocks) and draft.blocks[end].kind not in (BlockKind.ENTRY, BlockKind.NOTE):
        heading = draft.blocks[end].kind in _HEADINGS
        found = label(draft.words(end)[:60]) if heading else _label(draft, end)
        if heading and not (draft.is_plain and found is not None and 0 < found.number - last <= 2):
            break
        if found is not None:
            labels[end] = found
            last = found.number
        end += 1
    if not labels:
        return [], at
    form = Counter(found.form for found in labels.values()).most_common(1)[0][0]
    return _collected(draft, at, end, {place: found for place, found in labels.items() if found.form is form}), end


def _collected(draft: Draft, at: int, end: int, labels: dict[int, Label]) -> list[_Printed]:
    """Return the notes between two places; blocks without label go on with the note before them."""
    notes: list[_Printed] = []
    for place in range(at, end):
        if draft.blocks[place].kind is BlockKind.RULE:
            continue
        if place in labels:
            notes.append(_Printed((place,), labels[place]))
        elif notes and not _parts_chapters(draft, place, labels):
            notes[-1] = replace(notes[-1], blocks=(*notes[-1].blocks, place))
    return notes


def _parts_chapters(draft: Draft, at: int, labels: dict[int, Label]) -> bool:
    """Whether the block at `at` is a heading inside the notes: short, and the count begins again after it."""
    following = labels.get(at + 1)
    return following is not None and following.number == 1 and is_short(draft.words(at), 60)


def _run(draft: Draft, at: int) -> tuple[list[_Printed], int]:
    """Read notes that follow each other with rising numbers, from `at` on."""
    first = _label(draft, at)
    if first is None or first.form in (Form.STOP, Form.BARE):
        return [], at
    notes = [_Printed((at,), first)]
    end = at + 1
    while end < len(draft.blocks):
        if draft.blocks[end].kind is BlockKind.RULE and end + 1 < len(draft.blocks) and _follows(draft, end + 1, notes):
            end += 1
            continue
        if _follows(draft, end, notes):
            notes.append(_Printed((end,), _label(draft, end) or first))
        elif _continues(draft, end, notes):
            notes[-1] = replace(notes[-1], blocks=(*notes[-1].blocks, end))
        else:
            break
        end += 1
    return notes, end


def _follows(draft: Draft, at: int, notes: Sequence[_Printed]) -> bool:
    """Whether the block at `at` is labelled as the next note of the run, by slip as the last, or as a new first."""
    found = _label(draft, at)
    last = notes[-1].label
    if found is None or found.form is not last.form:
        return False
    return last.number <= found.number <= last.number + 3 or found.number == 1


def _continues(draft: Draft, at: int, notes: Sequence[_Printed]) -> bool:
    """Whether an unlabelled block is the next paragraph of a note: the next number comes right after it."""
    if draft.blocks[at].kind is not BlockKind.PARAGRAPH or _label(draft, at) is not None:
        return False
    following = _label(draft, at + 1) if at + 1 < len(draft.blocks) else None
    return following is not None and following.number != 1 and _follows(draft, at + 1, notes)


def _is_called(group: _Group, calls: dict[Form, list[Mark]]) -> bool:
    """Whether marks call the notes of a group; a single safe label needs its mark, too."""
    forms = {note.label.form for note in group.notes}
    numbers = {mark.number for form in forms for answer in ANSWERS[form] for mark in calls[answer]}
    called = sum(note.label.number in numbers for note in group.notes)
    if forms <= _SAFE:
        return called > 0
    return called >= _CALLED * len(group.notes) and _is_note_like(group, calls)


def _is_note_like(group: _Group, calls: dict[Form, list[Mark]]) -> bool:
    """Whether the marks rise as those of notes do; numbers of a reference list come again and out of order."""
    form = group.notes[0].label.form
    best = max((calls[answer] for answer in ANSWERS[form]), key=len)
    wanted = {note.label.number for note in group.notes}
    numbers = [mark.number for mark in best if mark.number in wanted]
    falls = sum(after <= before and after != 1 for before, after in pairwise(numbers))
    return falls <= max(1, len(numbers) // 5)


def _noted(draft: Draft, groups: Sequence[_Group], calls: dict[Form, list[Mark]]) -> tuple[Note, ...]:
    """Return the notes of all groups with their anchors."""
    printed = [(group, note) for group in groups for note in group.notes]
    counts = Counter(note.label.number for _, note in printed)
    index = _Index(calls)
    earlier: dict[int, int] = {}
    notes: list[Note] = []
    for order, (group, note) in enumerate(printed, 1):
        number = note.label.number
        span = _span(draft, note)
        after = earlier.get(number, -1) if counts[number] > 1 else -1
        anchor = index.take(note.label, after, span.start if group.foot else None)
        earlier[number] = span.end if group.foot else (anchor.end if anchor else -1)
        place = NotePlace.FOOT if group.foot else NotePlace.END
        notes.append(Note(key=f"n{order}", number=number, span=span, anchor=anchor, place=place))
    chapters = _parted([note.number for note in notes])
    if len(chapters) == 1 or all(group.foot for group in groups):
        return tuple(notes)
    return _by_cycle(notes, chapters, calls, groups)


def _by_cycle(
    notes: list[Note], parts: list[list[int]], calls: dict[Form, list[Mark]], groups: Sequence[_Group]
) -> tuple[Note, ...]:
    """Give notes that are counted anew in every chapter the marks of their chapter, where the chapters agree."""
    form = groups[0].notes[0].label.form
    wanted = {note.number for note in notes}
    for answer in ANSWERS[form]:
        found = [mark for mark in calls[answer] if mark.number in wanted]
        chapters = _parted([mark.number for mark in found])
        if len(chapters) != len(parts):
            continue
        anchored: list[Note] = []
        for chapter, part in zip(chapters, parts, strict=True):
            spans: dict[int, Span] = {}
            for at in chapter:
                spans.setdefault(found[at].number, found[at].span)
            anchored.extend(replace(notes[at], anchor=spans.get(notes[at].number)) for at in part)
        return tuple(anchored)
    return tuple(notes)


def _parted(numbers: Sequence[int]) -> list[list[int]]:
    """Return the places of `numbers`, a list for each count from 1."""
    parts: list[list[int]] = []
    last = 0
    for at, number in enumerate(numbers):
        if not parts or (number < last and number == 1):
            parts.append([])
        parts[-1].append(at)
        last = number
    return parts


class _Index:
    """The marks by form and number; each is given to one note."""

    def __init__(self, calls: dict[Form, list[Mark]]) -> None:
        self._free: dict[tuple[Form, int], list[Span]] = {}
        for form, found in calls.items():
            for mark in found:
                self._free.setdefault((form, mark.number), []).append(mark.span)

    def take(self, of: Label, after: int, foot: int | None) -> Span | None:
        """
        Return the first mark of a note after `after` that no note has yet.

        Of a note at the foot of a page, which is printed at `foot`, a usual mark after it yields to any before it.
        """
        late = None
        for form in ANSWERS[of.form]:
            free = self._free.get((form, of.number), [])
            first = bisect_right(free, after, key=lambda span: span.start)
            if first == len(free):
                continue
            if foot is None or free[first].start < foot:
                return free.pop(first)
            late = late or (free, first)
        return late[0].pop(late[1]) if late else None


def _span(draft: Draft, note: _Printed) -> Span:
    """Return the words of a note without its number."""
    first, last = draft.blocks[note.blocks[0]].span, draft.blocks[note.blocks[-1]].span
    start = min(first.start + note.label.end, first.end)
    return Span(start, last.end)
