"""
One label scheme over sets that were labelled under different ones.

AnyStyle's core wins: a segment takes the punctuation that closes it and the words that open it ("In", "vol.", "pp.").
TEI sets leave both between the segments; there they are dealt out by the same rule. Volume and issue, one segment in
AnyStyle, are told apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjaudit.references.keywords import KEYWORDS
from kjaudit.references.labels import Label
from kjaudit.references.tokens import Tokens, tokenize

from .rows import Row

_SAME = {label.value: label for label in Label}
_MAPPED = {
    "citation-number": Label.NUMBER,
    "journal": Label.JOURNAL,
    "container-title": Label.CONTAINER,
    "collection-title": Label.SERIES,
    "series": Label.SERIES,
    "location": Label.PLACE,
    "volume_": Label.VOLUME,
    "numbered_ref": Label.VOLUME,
    "tomo": Label.VOLUME,
    "publicationnumber-year": Label.VOLUME,
    "doi": Label.IDENTIFIER,
    "isbn": Label.IDENTIFIER,
    "idno": Label.IDENTIFIER,
}
_PEOPLE = (Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR)
_OPENING = frozenset("([{“‘«„「『《〈<")
_AFTER_NUMBERS = frozenset(("권", "호", "집", "巻", "卷", "号", "號", "期", "輯", "Jg", "Jahrgang"))
_INSTITUTION = re.compile(
    r"univ|instit|school|college|labor|depart|académie|academy|minist|대학|연구|学会|大学", re.IGNORECASE
)
_QUOTED_END = re.compile(r"[,.;]\s*([“«\"][^”»\"]{3,}[”»\"][\s,.]*)$")
_EDITORIAL = re.compile(r"\b(?:eds?|hrsg|hg|a\s?c(?:ura)?\s?\.?\s?di|éd|dir)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A tokenised string and the label of each token."""

    text: str
    tokens: Tokens
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    label: Label


def labelled(row: Row) -> Labelled | None:
    """Return `row` under our scheme, or `None` where its segments do not stand in its text in order."""
    pieces = _pieces(row)
    if not pieces:
        return None
    tokens = tokenize(row.text)
    if len(tokens.words) < 3 or tokens.cut < len(row.text):
        return None
    labels = _deal(row.text, tokens, pieces)
    _split_locators(tokens, labels)
    _tell_kinds(labels)
    return Labelled(row.text, tokens, tuple(labels))


def _pieces(row: Row) -> list[_Piece]:
    pieces: list[_Piece] = []
    position = 0
    after_in = False
    holds = Label.JOURNAL if any(name == "publicationnumber-year" for name, _ in row.segments) else Label.CONTAINER
    for index, (name, words) in enumerate(row.segments):
        start = row.text.find(words, position)
        if start < 0:
            return []
        position = start + len(words)
        label = _mapped(row, index, [piece.label for piece in pieces], after_in=after_in)
        after_in = name in ("o", "conjunction") and words.strip(" :.,").casefold() == "in"
        if after_in:
            continue
        split = _QUOTED_END.search(words) if row.source.startswith("linkedbooks") and label is Label.TITLE else None
        if split and words.lstrip()[:1] not in '“«"':
            pieces.append(_Piece(start, start + split.start(1), label))
            pieces.append(_Piece(start + split.start(1), position, holds))
        else:
            pieces.append(_Piece(start, position, label))
    return pieces


def _mapped(row: Row, index: int, before: list[Label], *, after_in: bool) -> Label:
    name, words = row.segments[index]
    if name == "orgName":
        return _organisation(row, index, words, before)
    if row.source.startswith("linkedbooks") and Label.TITLE in before:
        if name == "title":
            return Label.CONTAINER if after_in or words.lstrip()[:1] in "“«" or len(before) > 2 else Label.TITLE
        if name == "author":
            return Label.EDITOR
    if name == "author" and row.source.startswith("linkedbooks") and _EDITORIAL.search(words):
        return Label.EDITOR
    return _MAPPED.get(name) or _SAME.get(name) or Label.NOTE


def _organisation(row: Row, index: int, words: str, before: list[Label]) -> Label:
    names = [name for name, _ in row.segments]
    if index == 0 and "author" not in names:
        return Label.AUTHOR
    if index + 1 < len(names) and names[index + 1] == "idno":
        return Label.IDENTIFIER
    if _INSTITUTION.search(words) and Label.TITLE in before:
        return Label.PUBLISHER
    return Label.NOTE


def _deal(text: str, tokens: Tokens, pieces: list[_Piece]) -> list[Label]:
    """Give each token the label of its piece; tokens between pieces go to the one they close or open."""
    labels: list[Label] = []
    piece = 0
    opened = inside = False
    for index, start in enumerate(tokens.starts):
        while piece < len(pieces) and start >= pieces[piece].end:
            piece += 1
            opened = inside = False
        following = pieces[piece] if piece < len(pieces) else None
        previous = pieces[piece - 1] if piece else None
        if following and start >= following.start:
            labels.append(following.label)
            continue
        word = tokens.words[index]
        spaced = index == 0 or tokens.ends[index - 1] < start
        editorial = previous is not None and _is_editorial(tokens, index, previous)
        inside = (inside and tokens.words[index - 1] not in ")]") or (editorial and word in _OPENING)
        opening = (word in _OPENING and not editorial) or (word in "\"'" and spaced) or _opens(word, previous)
        opened = opened or (opening and not inside)
        if previous is None and "back" in KEYWORDS.get(word.casefold(), ()):
            labels.append(Label.NOTE)
        elif previous is None:
            labels.append(following.label if following and not word.isdigit() else Label.NUMBER)
        elif following is None:
            labels.append(Label.NOTE if opened and word.isalnum() else previous.label)
        else:
            labels.append(following.label if opened else previous.label)
    return labels


def _is_editorial(tokens: Tokens, index: int, previous: _Piece) -> bool:
    """Whether a bracket only says what the people before it did: "(ed.)", "(Hg.)"."""
    if previous.label not in _PEOPLE:
        return False
    after = [KEYWORDS.get(word.casefold(), ()) for word in tokens.words[index + 1 : index + 3]]
    return any("ed" in keys or "trans" in keys for keys in after)


def _opens(word: str, previous: _Piece | None) -> bool:
    if not word.isalnum():
        return False
    keys = KEYWORDS.get(word.casefold(), ())
    if previous is None:
        return True
    return not (
        (previous.label in (Label.AUTHOR, Label.EDITOR) and "ed" in keys)
        or (previous.label is Label.TRANSLATOR and "trans" in keys)
        or (previous.label is Label.AUTHOR and "al" in keys)
        or (previous.label in (Label.VOLUME, Label.ISSUE) and word in _AFTER_NUMBERS)
        or (previous.label is Label.DATE and word in "년年")
        or (previous.label is Label.PAGES and word in "쪽면頁页ff")
    )


def _tell_kinds(labels: list[Label]) -> None:
    """Tell titles that stand alone from those that stand in a container."""
    contained = Label.CONTAINER in labels or Label.JOURNAL in labels
    for index, label in enumerate(labels):
        if label is Label.TITLE and not contained:
            labels[index] = Label.BOOK


def _split_locators(tokens: Tokens, labels: list[Label]) -> None:
    """Tell issue and year apart from volume inside volume segments: "20(3)", "vol. 51, no. 10", "9, 1906"."""
    index = 0
    while index < len(labels):
        if labels[index] is not Label.VOLUME:
            index += 1
            continue
        end = index
        while end < len(labels) and labels[end] is Label.VOLUME:
            end += 1
        _split_run(tokens, labels, index, end)
        index = end


def _split_run(tokens: Tokens, labels: list[Label], start: int, end: int) -> None:
    words = [word.casefold() for word in tokens.words[start:end]]
    now = Label.VOLUME
    seen_number = False
    for offset, word in enumerate(words):
        keys = KEYWORDS.get(word, ())
        year = len(word) == 4 and word.isdigit() and "1500" <= word <= "2099"
        rest = words[offset + 1 :]
        if _opens_pages(words, offset) and seen_number:
            labels[start + offset : end] = [Label.PAGES] * (end - start - offset)
            return
        if (
            year
            and (seen_number or any(item.isdigit() for item in rest))
            and (offset == 0 or words[offset - 1] in "(,.")
        ):
            now = Label.DATE
            if offset and words[offset - 1] == "(":
                labels[start + offset - 1] = Label.DATE
        elif (
            "no" in keys
            and ("vol" not in keys or seen_number)
            and (seen_number or offset < 2)
            and any(item.isdigit() for item in rest)
        ) or (word == "(" and (seen_number or not offset) and now is Label.VOLUME and rest and _is_number(rest[0])):
            now = Label.ISSUE
        elif now is Label.DATE and word.isdigit() and not year:
            now = Label.ISSUE if seen_number else Label.VOLUME
        elif "vol" in keys and "no" not in keys:
            now = Label.VOLUME
        seen_number = seen_number or (not year and (word.isdigit() or (len(word) > 1 and set(word) <= set("ivxlc"))))
        labels[start + offset] = now


def _opens_pages(words: list[str], offset: int) -> bool:
    """Whether a range of pages starts here, after a colon or comma: "127(1):79–183", "no. 4, 21-33"."""
    rest = words[offset : offset + 3]
    ranged = len(rest) == 3 and rest[0].isdigit() and rest[1] in "-–—−" and rest[2].isdigit()
    return ranged and offset > 0 and words[offset - 1] in ":,"


def _is_number(word: str) -> bool:
    return (word.isdigit() and not _is_year(word)) or word.startswith(("suppl", "spec"))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and "1500" <= word <= "2099"
