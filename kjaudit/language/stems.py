"""What a passage is about: stems of its content words, in English, Korean and Japanese."""

from __future__ import annotations

import re

from . import lexicon

_LATIN = re.compile(r"[A-Za-zÀ-ÿ]{4,}")
_HANGUL = re.compile(r"[가-힣]{2,}")
_HAN = re.compile(r"[一-龥々]{2,}")
_KATAKANA = re.compile(r"[ァ-ヶー]{3,}")
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")


def stems(text: str) -> frozenset[str]:
    """
    Return the stems of the content words of `text`.

    Six letters of a Latin word, two syllables of a Korean one, pairs of Han characters and whole katakana words: crude,
    alike in both passages that are compared, and linear in the text.
    """
    common = lexicon.words("en", "empty-words")
    found = {word.lower()[:6] for word in _LATIN.findall(text) if word.lower() not in common}
    found |= {word[:2] for word in _HANGUL.findall(text)} - lexicon.words("ko", "empty-words")
    for run in _HAN.findall(text):
        found |= {run[at : at + 2] for at in range(len(run) - 1)}
    found -= lexicon.words("ja", "empty-words")
    return frozenset(found | set(_KATAKANA.findall(text)))


def names(text: str) -> frozenset[str]:
    """Return the capitalised words of `text`, six letters of each: names and the beginnings of sentences."""
    common = lexicon.words("en", "empty-words")
    return frozenset(word.lower()[:5] for word in _NAME.findall(text) if word.lower() not in common)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of stems that two passages have in common, 0..1 (Jaccard)."""
    return len(one & other) / len(one | other) if one or other else 0.0
