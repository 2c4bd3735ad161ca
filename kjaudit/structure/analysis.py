"""The order in which the structure of a document is worked out."""

from __future__ import annotations

from dataclasses import replace

from kjaudit.language.detect import language_of
from kjaudit.model import Block, BlockKind, Document, Note

from .byline import byline
from .draft import Draft
from .lists import Found, find_lists, places, unheaded
from .notes import find_notes
from .outline import outline

_OUTSIDE = (BlockKind.NOTE, BlockKind.ENTRY, BlockKind.RULE, BlockKind.CODE)


def analyse(document: Document) -> Document:
    """Return `document` with refined blocks, notes, reference_list, byline, title and language. Never raises."""
    draft = outline(Draft(document, document.blocks))
    lists = find_lists(draft)
    draft = _entries(draft, lists)
    notes = document.notes
    if not notes:
        draft, notes = find_notes(draft)
    if not lists:
        lists = unheaded(draft)
        draft = _entries(draft, lists)
    title = next((draft.words(at) for at, block in enumerate(draft.blocks) if block.kind is BlockKind.TITLE), "")
    draft, signed = byline(draft)
    return replace(
        document,
        blocks=draft.blocks,
        notes=_sorted(notes),
        reference_list=tuple(found.span(draft) for found in lists),
        byline=signed,
        title=" ".join(title.split()) or document.title,
        language=language_of(_running(document.text, draft.blocks)),
    )


def _entries(draft: Draft, lists: tuple[Found, ...]) -> Draft:
    return draft.with_kinds([(at, BlockKind.ENTRY) for at in places(lists)])


def _sorted(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    return tuple(sorted(notes, key=lambda note: note.span))


def _running(text: str, blocks: tuple[Block, ...]) -> str:
    """Return the running text, or all of it where there is none."""
    running = "\n".join(block.span.of(text) for block in blocks if block.kind not in _OUTSIDE)
    return running if running.strip() else text
