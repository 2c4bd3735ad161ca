"""Where sentences begin and end in English, Korean and Japanese."""

from __future__ import annotations

import re
from bisect import bisect_right

from kjaudit.model import Span

from . import lexicon
from .quotations import quotations

AROUND = 1200
"""How far `sentence_around` looks to either side, in characters; no honest sentence is longer."""

_STOP = re.compile(
    r"(?P<stop>[.!?…]+|[。！？｡]+)"
    r"(?P<close>[\"'”’»」』）)\]*_＂]*)"
    r"(?P<mark>(?:<sup>[^<\n]{1,12}</sup>|[⁰¹²³⁴-⁹][⁰¹²³⁴-⁹,‚–-]*|\[\^?[\w,–-]{1,9}\](?!\()"
    r"|\d{1,3}\)(?=\s|$)|(?<=[a-z][.”\"’])\d{1,3}(?=\s+[A-Z“\"])|[*†‡](?=\s))*)"
    r"(?P<close2>[\"'”’»*_]*)"
    r"(?P<gap>\s+|$)?"
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_WORD_BEFORE = re.compile(r"(?:[A-Za-z]\.)*[\w'’\-]+$")
_FUSED_LATIN = re.compile(r"[A-Z][\w’'-]*[\s,.]")
_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S*$")
_PROSE = re.compile(r"\b[a-z]{2,} [a-z]{1,12} \d{1,4}$")
"""A figure at the end of a sentence, not the number of a heading or a version."""
_HANGUL = re.compile("[가-힣]")
_OPENING = "“\"'‘「『《〈(（[*_«„"


def sentences(text: str, start: int = 0, end: int | None = None, *, quoted: list[Span] | None = None) -> list[Span]:
    """
    Return the sentences of `text[start:end]` without the white space between them; together they cover all else.

    A quotation is not cut, however many sentences it holds; a note mark after the full stop belongs to its sentence;
    a full stop with no space after it ("gradual.Co-productions", "했다.그러나") ends a sentence; so does a blank line.

    Args:
        text: the whole text.
        start: where the part to split begins, for instance a block.
        end: where it ends; the end of the text where left out.
        quoted: the quotations of that part where they are known already.
    """
    stop = len(text) if end is None else end
    marks = quotations(text, start, stop) if quoted is None else quoted
    opens = [span.start for span in marks]
    found: list[Span] = []
    at = start
    for cut in _cuts(text, start, stop, marks, opens):
        _add(found, text, at, cut)
        at = cut
    _add(found, text, at, stop)
    return found


def sentence_around(text: str, span: Span) -> str:
    """
    Return the sentence of `text` around `span`, white space folded to single blanks.

    Looks no further than `AROUND` characters to either side, so the cost does not depend on the length of the text.
    """
    low, high = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    for gap in _PARAGRAPH.finditer(text, low, span.start):
        low = gap.end()
    after = _PARAGRAPH.search(text, max(span.end - 1, low), high)
    high = after.start() if after else high
    touching = [found for found in sentences(text, low, high) if found.meets(span)]
    if not touching:
        return " ".join(span.of(text).split())
    return " ".join(text[touching[0].start : touching[-1].end].split())


def _cuts(text: str, start: int, end: int, marks: list[Span], opens: list[int]) -> list[int]:
    cuts = [gap.end() for gap in _PARAGRAPH.finditer(text, start, end)]
    for found in _STOP.finditer(text, start, end):
        place = _inside(marks, opens, found.start())
        if place is not None and found.end() < place.end:
            continue
        if _ends(text, start, end, found, closes=place is not None):
            cuts.append(found.end())
    return sorted(cuts)


def _inside(marks: list[Span], opens: list[int], at: int) -> Span | None:
    index = bisect_right(opens, at) - 1
    return marks[index] if index >= 0 and at < marks[index].end else None


def _ends(text: str, start: int, end: int, found: re.Match[str], *, closes: bool) -> bool:
    after = text[found.end() : found.end() + 1] if found.end() < end else ""
    if not after:
        return True
    wide = found["stop"][0] in "。！？｡"
    if found["gap"] is None:
        return _ends_without_gap(text, found, after, wide=wide, closes=closes)
    if after.islower():
        return False
    if wide or found["stop"] != ".":
        return True
    return not _abbreviated(text, start, found, after)


def _ends_without_gap(text: str, found: re.Match[str], after: str, *, wide: bool, closes: bool) -> bool:
    if wide:
        return not closes or after in _OPENING
    if closes or found["stop"] != "." or found["close"].strip('*_)”"'):
        return False
    before = text[found.start() - 1 : found.start()]
    if _HANGUL.match(before):
        return bool(_HANGUL.match(after)) or after in '“"‘'
    fused = _FUSED_LATIN.match(text, found.end())
    if before.isdigit():
        prose = _PROSE.search(text, max(0, found.start() - 40), found.start()) is not None
        return prose and fused is not None and fused.group()[1:2].islower()
    if not (before.islower() and text[max(0, found.start() - 2) : found.start() - 1].islower()):
        return False
    return fused is not None and _ADDRESS.search(text, max(0, found.start() - 80), found.start()) is None


def _abbreviated(text: str, start: int, found: re.Match[str], after: str) -> bool:
    word = _WORD_BEFORE.search(text, max(start, found.start() - 24), found.start())
    if word is None:
        return False
    if found["close"] or found["mark"]:
        return False
    printed = word.group()
    plain = printed.lower()
    if plain.isdigit():
        return word.start() <= start + 1
    initial = len(printed) == 1 and printed.isupper() and printed.isascii()
    if not initial and plain not in lexicon.words("en", "abbreviations"):
        return False
    following = re.compile(r"[\w']+").match(text, found.end())
    starter = (
        following is not None
        and following.group().lower() in lexicon.words("en", "sentence-starters")
        and following.group()[0].isupper()
    )
    return not (starter and (plain in lexicon.words("en", "abbreviations-that-end") or "." in printed))


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))
