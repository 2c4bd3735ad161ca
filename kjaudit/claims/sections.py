"""Sections in which a paper reports its own work: their figures and findings are the document's own."""

from __future__ import annotations

import re
from functools import cache

from kjaudit.language import lexicon
from kjaudit.language.reading import Reading
from kjaudit.model import Block, BlockKind, Document

_BRIEF = re.compile(
    r"abstract|summary|conclu|remarks|acknowl|funding|초록|요약|결론|맺|나가|나오|要旨|要約|概要|結"
    r"|終わり|おわり|まとめ|むすび",
    re.IGNORECASE,
)
"""Own sections that do not say that the paper reports a study of its own."""


@cache
def _own() -> re.Pattern[str]:
    parts = "|".join(lexicon.source(language, "own-sections") for language in lexicon.LANGUAGES)
    return re.compile(parts, re.IGNORECASE)


def own_work(document: Document, read: Reading) -> frozenset[int]:
    """
    Return the ordinals of the running blocks under a heading such as "Methods", 연구 방법 or 結果.

    A heading of the same or a higher level ends the section; where the format keeps no levels, any heading does.
    """
    ordinals = {block.span.start: number for number, block in enumerate(read.blocks)}
    found: set[int] = set()
    level: int | None = None
    for block in document.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            level = _after(document, block, level)
        elif level is not None and block.span.start in ordinals:
            found.add(ordinals[block.span.start])
    return frozenset(found)


def after_method(document: Document, read: Reading) -> frozenset[int]:
    """Return the ordinals of the running blocks behind the first "Methods" or "Results": a paper on its own study."""
    ordinals = {block.span.start: number for number, block in enumerate(read.blocks)}
    begun = False
    found: set[int] = set()
    for block in document.blocks:
        words = block.span.of(document.text).strip()
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            begun = begun or (_own().match(words) is not None and _BRIEF.search(words) is None)
        elif begun and block.span.start in ordinals:
            found.add(ordinals[block.span.start])
    return frozenset(found)


def _after(document: Document, heading: Block, level: int | None) -> int | None:
    """Return the level of the own section that runs behind `heading`, or `None`."""
    if _own().match(heading.span.of(document.text).strip()):
        return heading.level if level is None else min(level, heading.level)
    inside = level is not None and heading.level > level
    return level if inside else None
