"""Names of people in a line of a byline: only what plainly is a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.model import Field, Span

_SEPARATOR = re.compile(
    r"\s*(?:[,;，、·・ㆍ/&]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bwith\b|\n)\s*(?:\band\b\s*)?", re.I
)
_MARKS = re.compile(r"[\d*†‡§¶#⁰¹²³⁴-⁹,\s]+$|^[\d*†‡§¶⁰¹²³⁴-⁹\s]+|\s*[\[(（][^\[\]()（）]{0,40}[\])）]\s*$")
_DEGREE = re.compile(r"^(?:Ph\.?\s?D|M\.?D|M\.?A|B\.?A|M\.?Sc|MPH|Dr|Prof|Jr|Sr|II|III|박사|교수)\.?$", re.I)
_PARTICLES = frozenset({
    "van", "von", "de", "der", "den", "da", "do", "dos", "das", "di", "del", "della", "la", "le", "el", "al", "bin",
    "ibn", "ben", "zu", "zur", "ter", "ten", "af", "av", "y", "e", "du", "d", "i",
})  # fmt: skip
_LATIN = re.compile(r"[A-ZÀ-ÞĀ-ŽА-Я][\w'’.\-]*$|[A-Z]\.?(?:[A-Z]\.?)*$")
_WIDE_NAME = re.compile(
    r"[가-힣]{2,5}|[가-힣] [가-힣]{1,3}|[\u4e00-\u9fff々]{1,4}[ \u3000]?[\u3040-\u30ff\u4e00-\u9fff々]{1,4}|"
    r"[\u30a0-\u30ff]{2,10}[・＝=]?[\u30a0-\u30ff]{2,10}"
)
_NO_NAME = re.compile(
    r"universit|department|faculty|institute|school|college|student|professor|lecturer|research|center|centre|"
    r"laborator|ministry|academy|hospital|society|association|press|news|times|journal|review|daily|post\b|report|"
    r"abstract|introduction|volume|issue|chapter|article|edition|editor|staff|"
    r"대학|학과|학부|연구|센터|교수|강사|학회|협회|신문|뉴스|일보|방송|기자|논문|초록|서론|"
    r"大学|大學|学部|研究|学会|協会|新聞|通信|教授|講師|記者|論文|要旨|財団|機構",
    re.I,
)
_NO_FIRST = frozenset(
    {"a", "an", "the", "on", "in", "of", "for", "to", "why", "how", "what", "ein", "eine", "un", "une", "una"}
)
"""Words that titles begin with and names do not."""
_LONGEST = 60


def people(text: str, span: Span, *, sure: bool) -> tuple[Field[str], ...]:
    """
    Return the names in text[span], or none where something in it is no name.

    Args:
        text: of the document.
        span: the line, without "By" or the like.
        sure: the line says that names follow; else every part must look like a full name.
    """
    names: list[Field[str]] = []
    for part in _parts(text, span):
        raw = part.of(text)
        if _DEGREE.match(raw):
            continue
        if not _is_name(raw, sure=sure):
            return () if not sure or not names else tuple(names)
        names.append(Field(value=" ".join(raw.split()), span=part, raw=raw))
    return tuple(names)


def _parts(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    words = span.of(text)
    ends = [*(found.span() for found in _SEPARATOR.finditer(words)), (len(words), len(words))]
    for stop, following in ends:
        part = _trimmed(text, start, span.start + stop)
        if part.end > part.start:
            yield part
        start = span.start + following


def _trimmed(text: str, start: int, end: int) -> Span:
    """Cut white space, note marks and brackets from both ends."""
    while start < end:
        words = text[start:end]
        bare = _MARKS.sub("", words).strip(" \t\n\u3000.:=＝|")
        if not bare:
            return Span(start, start)
        begin = start + words.find(bare)
        if (begin, begin + len(bare)) == (start, end):
            break
        start, end = begin, begin + len(bare)
    return Span(start, end)


def _is_name(words: str, *, sure: bool) -> bool:
    if not words or len(words) > _LONGEST or any(mark.isdecimal() for mark in words) or "@" in words:
        return False
    if _WIDE_NAME.fullmatch(words):
        return _NO_NAME.search(words) is None
    if _NO_NAME.search(words):
        return sure and len(words.split()) <= 3
    tokens = words.split()
    if tokens[0].lower() in _NO_FIRST:
        return False
    if not (1 if sure else 2) <= len(tokens) <= 6:
        return False
    capital = sum(_LATIN.match(token) is not None for token in tokens)
    return capital >= 1 and all(token.lower() in _PARTICLES or _LATIN.match(token) for token in tokens)
