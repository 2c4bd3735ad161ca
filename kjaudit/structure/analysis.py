"""The order in which the structure of a document is worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kjaudit.language.detect import language_of
from kjaudit.model import Block, BlockKind, Document, Note, Span

from .byline import byline
from .draft import Draft, draft_of
from .likeness import ENTRY, score
from .lists import Found, find_lists, last_section, places, unheaded
from .notes import find_notes
from .outline import outline

_OUTSIDE = (BlockKind.NOTE, BlockKind.ENTRY, BlockKind.RULE, BlockKind.CODE)


def analyse(document: Document) -> Document:
    """Return `document` with refined blocks, notes, reference_list, byline, title and language. Never raises."""
    draft = outline(draft_of(document))
    lists = find_lists(draft)
    draft = _entries(draft, lists)
    draft, signed = byline(draft)
    notes = document.notes
    if not notes:
        draft, notes = find_notes(draft)
    if not lists:
        lists = last_section(draft) or unheaded(draft)
        draft = _entries(draft, lists)
    spans = tuple(found.span(draft) for found in lists)
    draft = _by_line(draft)
    title = next((draft.words(at) for at, block in enumerate(draft.blocks) if block.kind is BlockKind.TITLE), "")
    return replace(
        document,
        blocks=draft.blocks,
        notes=_sorted(notes),
        reference_list=spans,
        byline=signed,
        title=" ".join(title.split()) or document.title,
        language=language_of(_running(document.text, draft.blocks)),
    )


def _entries(draft: Draft, lists: tuple[Found, ...]) -> Draft:
    return draft.with_kinds([(at, BlockKind.ENTRY) for at in places(lists)])


def _by_line(draft: Draft) -> Draft:
    """Part the blocks of a list that hold an entry a line: a paragraph of Markdown without blank lines between."""
    text = draft.document.text
    parted: list[Block] = []
    for block in draft.blocks:
        lines = list(_lines(text, block.span)) if block.kind is BlockKind.ENTRY else []
        if len(lines) > 1 and all(score(line.of(text)) >= ENTRY for line in lines):
            parted.extend(replace(block, span=line, label=block.label if line == lines[0] else "") for line in lines)
        else:
            parted.append(block)
    return draft.with_blocks(parted)


def _lines(text: str, span: Span) -> Iterator[Span]:
    """Yield the lines of text[span] without white space around them."""
    start = span.start
    for line in span.of(text).split("\n"):
        words = line.strip()
        begin = start + len(line) - len(line.lstrip())
        if words:
            yield Span(begin, begin + len(words))
        start += len(line) + 1


def _sorted(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    return tuple(sorted(notes, key=lambda note: note.span))


def _running(text: str, blocks: tuple[Block, ...]) -> str:
    """Return the running text, or all of it where there is none."""
    running = "\n".join(block.span.of(text) for block in blocks if block.kind not in _OUTSIDE)
    return running if running.strip() else text
