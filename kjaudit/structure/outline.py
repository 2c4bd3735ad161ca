"""Headings, title, captions and rules, where the format does not say them."""

from __future__ import annotations

import re
from dataclasses import replace

from kjaudit.model import Block, BlockKind

from .draft import Draft
from .headings import Topic, is_numbered, topic
from .likeness import ENTRY, SURE, score
from .marks import Form, label
from .people import people

_CAPTION = re.compile(
    r"(?:(?:Fig(?:ure|\.)|Table|Tab\.|Chart|Plate|Photo|Map|Scheme|Box|Abb(?:ildung|\.)|Tabelle|Tableau|"
    r"Figura|Tabla|Tabela|Quadro|Рис(?:унок|\.)|Таблица)\s?[A-Z]?\d{1,3}[\s.:：|–—-]"
    r"|[<〈＜\[【(]?\s?(?:그림|표|사진|도표|図|表|写真|图|圖)\s?\d{1,3}(?:[-–.]\d{1,3})?\s?[>〉＞\]】).:：\s])",
)
_CREDIT = re.compile(
    r"[(（\[]\s?(?:(?:photo|image|picture|video)\s?(?:credits?|courtesy|by|from|source)?\s?[:：]?|사진|写真|제공|提供|ⓒ|"
    r"©|courtesy\b|source[:：]|screen capture|getty|reuters|yonhap|afp|ap photo)[^()（）\[\]]{0,120}[)）\]]\s*$"
    r"|[(（][^()（）]{0,80}(?:screen ?capture|screenshot|file photo|photo|제공|캡처|캡쳐|提供|撮影)\s?[)）]\s*$"
    r"|^(?:사진|写真|photo|image|picture)\s?[=:：]",
    re.I,
)
_END = re.compile(r"[.!?。！？…,;:：、，][\"'”’)」』]*\s*$")
_OPEN_END = re.compile(r"[,;、，]\s*$")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_CAPITAL = re.compile(r"\b[A-ZÀ-ÞА-Я][\w'’\-]*")
_WORD = re.compile(r"[^\W\d_][\w'’\-]*")
_SIGNS = re.compile(r"\s*(?:(?:written |reported )?by\b|posted\b|published\b|updated\b|글\s|입력|등록)", re.I)
_INITIAL = re.compile(r"[A-Z]\.\s?(?:[A-Z]\.\s?)*[A-Z][\w'’\-]+(?:\s?[,;&]|\sand\s)")
_ADDRESS = re.compile(r"(?:doi\s?[:：]|https?://|www\.|orcid|e-?mail)", re.I)
_LONG = 120
"""Characters from which a block is running text, whatever it looks like; half as many where characters are wide."""
_TITLE_LONGEST = 260
_TITLE_AMONG = 6
"""A title stands among the first blocks."""


def outline(draft: Draft) -> Draft:
    """Return `draft` with its headings, captions and title named."""
    draft = _captions(draft)
    return _plain_headings(_plain_title(draft)) if draft.is_plain else _title(draft)


def _captions(draft: Draft) -> Draft:
    found = []
    for at, block in enumerate(draft.blocks):
        if block.kind is BlockKind.PARAGRAPH and block.span.end - block.span.start < 600:
            words = draft.words(at)
            short = len(words) < 400 and _CREDIT.search(words)
            if short or (_CAPTION.match(words) and len(words) < 300):
                found.append((at, BlockKind.CAPTION))
    return draft.with_kinds(found)


def is_short(words: str, longest: int = _LONG) -> bool:
    """Whether `words` are few enough for a heading: half as many where characters are wide."""
    if "\n" in words.strip():
        return False
    wide = len(_WIDE.findall(words)) * 2 > len(words)
    return len(words) <= (longest // 2 if wide else longest)


def _plain_headings(draft: Draft) -> Draft:
    """Name headings of a plain text: by their words, their numbers, or as short lines before long paragraphs."""
    blocks = list(draft.blocks)
    candidates = [at for at, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH]
    for at in candidates:
        words = draft.words(at)
        if not is_short(words) or _OPEN_END.search(words) or _is_other(words):
            continue
        if at < _TITLE_AMONG and _is_signature(draft, at, words):
            continue
        level = _heading_level(draft, at, words)
        if level:
            blocks[at] = replace(blocks[at], kind=BlockKind.HEADING, level=level)
    return draft.with_blocks(blocks)


def _is_other(words: str) -> bool:
    """Whether a short block is an entry or begins with the number of a note."""
    found = label(words)
    noted = found is not None and found.form not in (Form.STOP, Form.BARE, Form.ROUND)
    return topic(words) is Topic.OTHER and (noted or score(words) >= ENTRY or _SIGNS.match(words) is not None)


def _is_signature(draft: Draft, at: int, words: str) -> bool:
    """Whether a short block under the title is the names of authors, not a numbered heading."""
    numbered = is_numbered(words) and not _INITIAL.match(words)
    return not numbered and bool(people(draft.document.text, draft.blocks[at].span, sure=False))


def _heading_level(draft: Draft, at: int, words: str) -> int:
    """Return the level of the block at `at` as a heading, or 0 where it is none."""
    if topic(words) is not Topic.OTHER:
        return 2
    following = draft.blocks[at + 1] if at + 1 < len(draft.blocks) else None
    if following is None or following.kind is BlockKind.RULE:
        return 0
    if _END.search(words):
        return 2 if _is_fragment(draft, at, words) else 0
    if is_numbered(words):
        return 2 + words[: words.find(" ")].rstrip(".").count(".")
    before = draft.words(at - 1) if at else ""
    after = draft.words(at + 1)
    long_after = not is_short(after, 100) or is_numbered(after)
    under_another = at > 0 and is_short(before, 60) and not _is_ended(before) and topic(before) is Topic.OTHER
    if not long_after or under_another or _ADDRESS.match(words):
        return 0
    return 2 if _capitals(words) or _WIDE.search(words) or len(words) <= 60 else 0


def _is_ended(words: str) -> bool:
    return _END.search(words) is not None


def _is_fragment(draft: Draft, at: int, words: str) -> bool:
    """Whether a few words with a full stop stand alone between long paragraphs, as headings of web texts do."""
    if not words.endswith(".") or len(words.split()) > 6 or at == 0 or len(words) > 50:
        return False
    around = [draft.words(place) for place in (at - 1, at + 1) if place < len(draft.blocks)]
    return len(around) == 2 and not is_short(around[1], 150) and (not is_short(around[0], 150) or at < _TITLE_AMONG)


def _capitals(words: str) -> bool:
    total = len(_WORD.findall(words))
    return total > 0 and len(_CAPITAL.findall(words)) * 2 >= total


def _title(draft: Draft) -> Draft:
    """Name the title: what a style calls so, or the first heading before any text where none is higher."""
    blocks = draft.blocks
    if any(block.kind is BlockKind.TITLE for block in blocks):
        return draft
    leading: list[int] = []
    for at, block in enumerate(blocks[: _TITLE_AMONG + 4]):
        words = draft.words(at)
        if block.kind is BlockKind.HEADING:
            if topic(words) is not Topic.OTHER or len(words) > _TITLE_LONGEST or not _is_over_all(blocks, at):
                break
            if leading and at > leading[-1] + 1:
                break
            leading.append(at)
        elif block.kind is BlockKind.PARAGRAPH and not is_short(words, _TITLE_LONGEST):
            break
    if not leading:
        return _plain_title(draft) if blocks and blocks[0].kind is BlockKind.PARAGRAPH else draft
    return draft.with_kinds([(max(leading, key=lambda at: len(draft.words(at))), BlockKind.TITLE)], level=1)


def _is_over_all(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether no other heading is higher than the one at `at`."""
    return blocks[at].level <= min(block.level for block in blocks if block.kind is BlockKind.HEADING)


def _plain_title(draft: Draft) -> Draft:
    for at, block in enumerate(draft.blocks[:_TITLE_AMONG]):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            continue
        words = draft.words(at)
        if not is_short(words, _TITLE_LONGEST) or topic(words) is not Topic.OTHER or len(draft.blocks) < 3:
            continue
        question = words.rstrip("\"'”’")[-1:] in "?？!！"
        if (_END.search(words) and not question) or (is_numbered(words) and at) or score(words) >= SURE:
            continue
        if _SIGNS.match(words):
            return draft
        if label(words):
            continue
        if at == 0 or (_capitals(words) and len(words.split()) > 2):
            return draft.with_kinds([(at, BlockKind.TITLE)], level=1)
    return draft
