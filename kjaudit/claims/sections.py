"""Sections in which a paper reports its own work: their figures and findings are the document's own."""

from __future__ import annotations

import re
from functools import cache

from kjaudit.language import lexicon
from kjaudit.language.reading import Reading, Sentence
from kjaudit.model import Block, BlockKind, Document

_BRIEF = re.compile(
    r"abstract|summary|conclu|remarks|acknowl|funding|초록|요약|결론|맺|나가|나오|要旨|要約|概要|結"
    r"|終わり|おわり|まとめ|むすび",
    re.IGNORECASE,
)
"""Own sections that do not say that the paper reports a study of its own."""
_ASKED = re.compile(
    r"interview|survey|questionnaire|asked|focus group|면담|면접|설문|조사|인터뷰|聞き取り|面接|調査|アンケート"
    r"|インタビュー"
)
_SOME_OF_THEM = re.compile(
    r"\W*(?:(?:most|some|many|several|all|none|half|few|a few|both|two|three|four|five|six|eleven|\d+) of them|they)\b"
    r"|\W*(?:대부분|일부|나머지|몇몇|절반)(?:은|는|이)|\W*(?:大半|多く|一部|残り|ほとんど)(?:は|が)"
)


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


def studied(read: Reading) -> dict[int, frozenset[str]]:
    """
    Return, by ordinal of its block, the people that a paragraph says it asked: "interviews with 42 teachers".

    Only where a sentence in which the paper speaks of itself names a way of asking, and a count.
    """
    found: dict[int, frozenset[str]] = {}
    for sentence in read.sentences:
        if not sentence.figures or not _ASKED.search(sentence.folded) or sentence.language not in lexicon.LANGUAGES:
            continue
        if lexicon.matcher(sentence.language, "paper-talk").search(sentence.folded):
            found[sentence.paragraph] = found.get(sentence.paragraph, frozenset()) | _people(sentence)
    return found


def of_the_studied(sentence: Sentence, people: frozenset[str] | None) -> bool:
    """Whether a sentence goes on about the `people` asked: it names them at its head, or takes some of them."""
    if people is None:
        return False
    return _SOME_OF_THEM.match(sentence.folded) is not None or bool(people & _people(sentence, sentence.folded[:30]))


def _people(sentence: Sentence, words: str | None = None) -> frozenset[str]:
    text = sentence.folded if words is None else words
    return frozenset(match.group() for match in lexicon.matcher(sentence.language, "populations").finditer(text))


def _after(document: Document, heading: Block, level: int | None) -> int | None:
    """Return the level of the own section that runs behind `heading`, or `None`."""
    if _own().match(heading.span.of(document.text).strip()):
        return heading.level if level is None else min(level, heading.level)
    inside = level is not None and heading.level > level
    return level if inside else None
