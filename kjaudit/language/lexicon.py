"""Word and phrase lists: data files of resources/phrases/<language>/, each naming the authority it follows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kjaudit import assets

from .openings import openings

LANGUAGES = ("en", "ko", "ja")
"""The languages that have lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseList:
    """
    One list.

    Attributes:
        authority: who says so: the guideline, style guide or word list it follows.
        words: literal words and phrases, lower case.
        patterns: regular expressions, for what no literal can say; linear in the text.
        edge: whether an entry must begin a word: always so in English, set by the list in Korean.
    """

    authority: str
    edge: bool
    words: tuple[str, ...]
    patterns: tuple[str, ...]


@cache
def phrase_list(language: str, name: str) -> PhraseList:
    """
    Return the list `name` of `language` ("en", "ko", "ja").

    Raises:
        FileNotFoundError: there is no such list; a bug of the caller or of the packaging.
    """
    data = json.loads(assets.path(f"phrases/{language}/{name}.json").read_text("utf-8"))
    return PhraseList(
        authority=data["authority"],
        edge=language == "en" or data.get("edge") == "word",
        words=tuple(data.get("words", ())),
        patterns=tuple(data.get("patterns", ())),
    )


@cache
def words(language: str, name: str) -> frozenset[str]:
    """Return the literal words of a list, as a set."""
    return frozenset(phrase_list(language, name).words)


@cache
def source(language: str, name: str) -> str:
    """Return one regular expression, without groups that capture, for all that a list holds."""
    listed = phrase_list(language, name)
    parts = [f"(?:{pattern})" for pattern in listed.patterns]
    if listed.words:
        parts.append(alternatives(listed.words))
    return f"(?:{'|'.join(parts)})"


@cache
def matcher(language: str, name: str) -> re.Pattern[str]:
    """
    Return `source` compiled: whole words in English, anywhere in Korean and Japanese unless the list says otherwise.

    English lists are in lower case: search in `folded(text)`. Matching without regard to case would cost five times as
    much.
    """
    edge = "" if not phrase_list(language, name).edge else r"\b" if language == "en" else "(?<![가-힣])"
    if language == "en":
        return re.compile(edge + source(language, name) + r"(?!\w)")
    written = source(language, name)
    first = openings(written)
    return re.compile(edge + (f"(?={first})" if first else "") + written)


def folded(text: str) -> str:
    """Return `text` in lower case and exactly as long, so that places in the one are places in the other."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(low if len(low := char.lower()) == 1 else char for char in text)
    )


def alternatives(literals: Iterable[str]) -> str:
    """
    Return a regular expression that matches any of `literals`, the longest that fits.

    Shared beginnings are written once, so that a long list costs no more than a short one.
    """
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for literal in literals:
        node = tree
        for char in literal:
            node = node.setdefault(char, {})
        node[""] = {}
    return _written(tree)


def _written(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    branches = [re.escape(char) + _written(below) for char, below in sorted(node.items()) if char]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    if "" not in node:
        return joined
    return f"(?:{joined})?"
