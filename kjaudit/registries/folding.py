"""One way to write a string down for comparing: case, width, accents, old and new forms of a character made one."""

from __future__ import annotations

import re

from kjaudit.language.folding import fold_marks
from kjaudit.language.han import old_forms

_CJK = "\u3041-\u30ff\u3131-\u318e\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
_WORD = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")
_CJK_ONLY = re.compile(rf"[{_CJK}]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\s+(?=[^\W\d_])")


def fold(text: str) -> str:
    """Return `text` in lower case, compatibility forms and accents of Latin folded; old forms of Han made new."""
    folded = fold_marks(text)
    return old_forms(folded) if not folded.isascii() and _HAN.search(folded) else folded


def words(folded: str) -> list[str]:
    """Return the words of folded text; a run of Hangul, kana or Han is one word."""
    return _WORD.findall(folded)


def compact(folded: str) -> str:
    """Return folded text without anything but letters and digits, so that line breaks and spacing do not count."""
    return "".join(_WORD.findall(folded))


def is_cjk(text: str) -> bool:
    """Whether `text` has a Hangul, kana or Han character."""
    return not text.isascii() and _CJK_ONLY.search(text) is not None


def join_broken(text: str) -> str:
    """Return `text` with words that a line end broke ("endo- scopic") joined."""
    return _BROKEN.sub("", text)


def grams(compacted: str, size: int) -> frozenset[str]:
    """Return every run of `size` characters; the string itself where it is shorter."""
    if len(compacted) <= size:
        return frozenset((compacted,)) if compacted else frozenset()
    return frozenset([compacted[i : i + size] for i in range(len(compacted) - size + 1)])


def terms(folded: str) -> list[str]:
    """
    Return what is looked up in the index: Latin words and numbers as they are, CJK runs as overlapping pairs.

    Pairs, as Japanese prints no spaces and Korean prints them as it likes.
    """
    found: list[str] = []
    for word in _WORD.findall(folded):
        if _CJK_ONLY.match(word):
            found += [word[i : i + 2] for i in range(max(1, len(word) - 1))]
        else:
            found.append(word)
    return found
