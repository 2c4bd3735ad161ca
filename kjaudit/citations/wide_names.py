"""Author names before a year or a title in Hangul, kana and Han, where no blank need show where they begin."""

from __future__ import annotations

import re
from collections.abc import Callable

from kjaudit.language.names import is_wide
from kjaudit.language.names_korean import is_korean_name
from kjaudit.model import Name, Span

from .printed_names import Piece, Run
from .vocabulary import vocabulary

WINDOW = 60
"""How many characters before a year or title are searched for names."""

_HANGUL_LIST = re.compile(
    r"(?:[가-힣]+ )?[가-힣]+(?:(?:\s?[·・ㆍ⋅‧•,，/]\s?|(?<=[가-힣]{2})\s및\s)"
    r"(?:[가-힣]{1,5} )?[가-힣]{2,})*(?P<tail>[\s,，]*)\Z"
)
_WIDE_LIST = re.compile(
    r"[々〆ヶァ-ヺー\u3400-\u9fff](?:[々〆ヶァ-ヺー\u3400-\u9fff・･=＝·,，、]|(?<=[・·=＝])[A-Za-z])*(?P<tail>[\s,，、]*)\Z"
)
_ABBREVIATED = re.compile(r"\s?(?:[\[［][^\W\d_]{2,12}[\]］]|\x01{4,14})\Z")
"""What an organisation is called for short: "국립중앙도서관[국중도]"."""
_SEPARATOR = re.compile(r"\s?[·・･ㆍ⋅‧•,，、/]\s?|(?<=[가-힣]{2})\s및\s")
_CLAUSE_END = re.compile(r"[가-힣]+(?:고|며|지만|는데|어서|면서)\Z")
"""The endings that tie a clause to the next: "…을 살폈고, 류장수(2015)는"."""
_SS = 20
"""The place of ㅆ among the final consonants of a Hangul syllable (Unicode 3.12): the past tense, in no name."""
_COUNT = r"(?:\s?\d{1,3}\s?[인명名])?"

Known = Callable[[str], bool]
"""Whether a name, as printed, is the first author of an entry."""


def wide_names_before(text: str, end: int, floor: int, known: Known) -> Run | None:
    """
    Return the names in Hangul, kana or Han that end right before `end`, or `None`.

    Args:
        text: the document's.
        end: where the year, bracket or title begins.
        floor: names do not begin before it.
        known: settles where a name begins when blanks do not.
    """
    low = max(floor, end - WINDOW)
    stretch = text[low:end].rstrip(" \t\n\u00a0\u3000,，、:：(（[")
    stretch = _ABBREVIATED.sub("", stretch)
    others = re.search(rf"(?<=\w)\s?(?:{vocabulary().others_cjk}){_COUNT}\Z", stretch)
    bare = stretch[: others.start()] if others else stretch
    if not bare or not is_wide(bare[-1]):
        return None
    run = _hangul(bare, low, known) if "가" <= bare[-1] <= "힣" else _han(bare, low, known)
    if run is None and others:
        run = _hangul(stretch, low, known) if "가" <= stretch[-1] <= "힣" else None
        others = None
    return Run(run, others is not None, len(run) > 1) if run else None


def _hangul(stretch: str, low: int, known: Known) -> tuple[Piece, ...] | None:
    found = _HANGUL_LIST.search(stretch)
    if found is None:
        return None
    pieces = _cut(stretch, found.start(), found.end() - len(found["tail"]), low)
    clauses = [place for place, piece in enumerate(pieces[:-1]) if _ends_clause(piece.text, known)]
    pieces = pieces[clauses[-1] + 1 :] if clauses else pieces
    first = pieces[0]
    head, blank, last = first.text.rpartition(" ")
    if blank and not known(first.text) and not (is_korean_name(first.text) and len(head) == 1):
        before = _coordinated(head, known)
        start = first.span.end - len(last)
        pieces[0] = Piece(Span(start, first.span.end), last)
        if before:
            pieces.insert(0, Piece(Span(first.span.start, first.span.start + len(before)), before))
    return tuple(pieces)


def _ends_clause(text: str, known: Known) -> bool:
    """Whether a piece is no name but the end of a clause: a verb whose ending goes on to the next one."""
    word = text.rpartition(" ")[2]
    if known(text) or known(word) or not _CLAUSE_END.fullmatch(word):
        return False
    past = any((ord(char) - 0xAC00) % 28 == _SS for char in word[:-1])
    return past or not is_korean_name(word)


def _coordinated(word: str, known: Known) -> str:
    """Return the first name of "김철수와 이영희", where the particle is one and the rest a name."""
    bare = word[:-1]
    return bare if word[-1:] in "와과" and (known(bare) or is_korean_name(bare)) and len(bare) > 2 else ""


def _han(stretch: str, low: int, known: Known) -> tuple[Piece, ...] | None:
    for size in range(min(12, len(stretch)), 1, -1):
        if stretch[-size].isalnum() and known(stretch[-size:]):
            start = len(stretch) - size
            last = Piece(Span(low + start, low + len(stretch)), stretch[start:])
            return (*_left_of(stretch, start, low, known), last)
    found = _WIDE_LIST.search(stretch)
    if found is None:
        return None
    pieces = _cut(stretch, found.start(), found.end() - len(found["tail"]), low)
    for place, piece in enumerate(pieces):
        for cut in range(len(piece.text) - 1):
            if piece.text[cut].isalnum() and known(piece.text[cut:]):
                trimmed = Piece(Span(piece.span.start + cut, piece.span.end), piece.text[cut:])
                return (trimmed, *pieces[place + 1 :])
    return tuple(pieces)


def _left_of(stretch: str, start: int, low: int, known: Known) -> tuple[Piece, ...]:
    """Names to the left of a known one, each before a separator."""
    out: list[Piece] = []
    while start > 0 and stretch[start - 1] in "・･·,、，":
        stop = start - 1
        sizes = range(min(10, stop), 1, -1)
        size = next((n for n in sizes if stretch[stop - n].isalnum() and known(stretch[stop - n : stop])), 0)
        if not size:
            loose = re.search(r"[々〆ヶァ-ヺー\u3400-\u9fff]{2,8}\Z", stretch[:stop])
            size = len(loose.group()) if loose else 0
        if not size:
            break
        out.insert(0, Piece(Span(low + stop - size, low + stop), stretch[stop - size : stop]))
        start = stop - size
    return tuple(out)


def _cut(stretch: str, start: int, end: int, low: int) -> list[Piece]:
    pieces: list[Piece] = []
    at = start
    for separator in _SEPARATOR.finditer(stretch, start, end):
        if separator.start() > at:
            pieces.append(Piece(Span(low + at, low + separator.start()), stretch[at : separator.start()]))
        at = separator.end()
    pieces.append(Piece(Span(low + at, low + end), stretch[at:end]))
    return pieces


def wide_name(piece: Piece) -> Name:
    """Return a piece as a name that is not split."""
    return Name(literal=piece.text, span=piece.span)
