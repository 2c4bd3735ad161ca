"""Make strings comparable: width, case, marks, dashes, quotation marks and white space folded away."""

from __future__ import annotations

import functools
import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
        "ħ": "h", "ŋ": "n",
    }
)  # fmt: skip
_DASHES = re.compile(r"[\u2010-\u2015\u2212\u301c\uff5e\u223c\u02d7\ufe63\uff0d\u2e3a\u2e3b~]")
_NOT_WORD = re.compile(r"[^\w]+|_+")
_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼʻ`´](?=\w)")


@functools.lru_cache(maxsize=65536)
def fold_marks(text: str) -> str:
    """Return `text` in lower case, compatibility forms resolved, accents dropped; Hangul and kana stay whole."""
    if text.isascii():
        return text.lower()
    out: list[str] = []
    for char in unicodedata.normalize("NFKC", text).lower():
        if char < "\u0370" or "\u1e00" <= char <= "\u1fff":
            out += [part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part)]
        elif not ("\u0300" <= char <= "\u036f"):
            out.append(char)
    return "".join(out).translate(_LETTERS)


@functools.lru_cache(maxsize=65536)
def fold_words(text: str) -> str:
    """Return the words of `text`, folded, single blanks between: punctuation and apostrophes gone."""
    return " ".join(_NOT_WORD.sub(" ", _APOSTROPHES.sub("", fold_marks(text))).split())


@functools.lru_cache(maxsize=65536)
def fold_solid(text: str) -> str:
    """Return the letters and digits of `text`, folded, with nothing between them."""
    return fold_words(text).replace(" ", "")


def fold_dashes(text: str) -> str:
    """Return `text` with every dash and wave dash as a hyphen."""
    return _DASHES.sub("-", text)
