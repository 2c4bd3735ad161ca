"""The printed lines of a reference list, with what the layout says of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.model import Block, BlockKind, Document, Span

NOT_ENTRIES = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.NOTE, BlockKind.RULE, BlockKind.CAPTION})
"""Kinds of block that may stand in a list and are no part of an entry."""

_LINE = re.compile(r"[^\n]+")
_HEADING_WORDS = re.compile(
    r"단행본|논문|자료|신문|잡지|사료|저서|번역서|역서|웹|사이트|기타|국내|국외|동양|서양|한국어|국문|영문|일문|중문|외국"
    r"|史料|文献|論文|単行本|著書|資料|新聞|書籍|雑誌|ウェブ|日本語|英語|中国語|著作|期刊|专著|報紙"
    r"|primary|secondary|sources|books|articles|journals|websites?|archiv|newspapers|reading|literature|works|references"
    r"|bibliograph|quellen|literatur|monogra|aufsätze|zeitschriften|internet|fuentes|libros|artículos|bibliograf"
    r"|ouvrages|presse|périodiques|manuscri|films?|interviews?|reports?|documents|korean|japanese|english|chinese",
    re.IGNORECASE,
)
"""Words of the headings that divide a list, in the languages the lists are printed in; seen in printed lists."""

_HEADING_MARK = re.compile(
    r"^[\s<〈《\[(【■□○●◎◆▶·*#]*(?:[0-9IVX]{1,4}|[가나다라마바사]|[一二三四五六七八九十]{1,2}|[A-Z])?[.)、．]?\s*"
)
_ENTRY_MARK = re.compile(r"\d{3}|[「」『』“”\"]|https?:|[,，、;]\s*\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """
    One printed line of a list.

    Attributes:
        span: without surrounding white space.
        indent: blanks before it on its line (a tab counts four).
        opens: it is the first line of a block.
        label: the label the format kept apart ("12", "•"), only where `opens`.
    """

    span: Span
    indent: int
    opens: bool
    label: str = ""


def lines_of(document: Document, part: Span) -> Iterator[list[Line]]:
    """
    Yield the lines of one reference list, a group for each stretch between headings.

    Headings and sub-headings are left out.
    """
    group: list[Line] = []
    for block in _blocks_in(document, part):
        if block.kind in NOT_ENTRIES or is_subheading(block.span.of(document.text)):
            if group:
                yield group
            group = []
            continue
        for line in _lines_of_block(document.text, block):
            if not line.opens and is_subheading(line.span.of(document.text)):
                yield group
                group = []
            else:
                group.append(line)
    if group:
        yield group


def is_subheading(text: str) -> bool:
    """Whether `text` is a heading inside a list ("1. 기본자료", "Primary sources") rather than an entry."""
    text = text.strip()
    if not text or len(text) > 48 or "\n" in text:
        return False
    words = text[_HEADING_MARK.match(text).end() :] if _HEADING_MARK.match(text) else text  # type: ignore[union-attr]
    return (
        not _ENTRY_MARK.search(words) and not words.endswith(("쪽", "頁")) and _HEADING_WORDS.search(words) is not None
    )


def _blocks_in(document: Document, part: Span) -> Iterator[Block]:
    inside = [block for block in document.blocks if block.span.meets(part)]
    if inside:
        yield from inside
        return
    for number, found in enumerate(re.finditer(r"[^\n](?:.*\n?)(?:[^\n]+\n?)*", part.of(document.text))):
        span = Span(part.start + found.start(), part.start + len(found.group().rstrip()) + found.start())
        kind = BlockKind.HEADING if number == 0 and not _ENTRY_MARK.search(span.of(document.text)) else BlockKind.ENTRY
        yield Block(kind=kind, span=span)


def _lines_of_block(text: str, block: Block) -> Iterator[Line]:
    first = True
    for found in _LINE.finditer(text, block.span.start, block.span.end):
        words = found.group()
        bare = words.strip()
        if not bare:
            continue
        start = found.start() + len(words) - len(words.lstrip())
        margin = text.rfind("\n", 0, start) + 1
        before = text[max(margin, start - 40) : start]
        indent = len(before.expandtabs(4)) if not before.strip() else 0
        yield Line(span=Span(start, start + len(bare)), indent=indent, opens=first, label=block.label if first else "")
        first = False
