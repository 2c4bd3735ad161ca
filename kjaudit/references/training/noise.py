"""What printing, scanning and pasting do to a reference: blanks lost and added, line breaks, hyphens, quotes."""

from __future__ import annotations

import random
import re

_MARK_BLANK = re.compile(r"([,.;:]) ")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-"})
_LONG_WORD = re.compile(r"[^\W\d_]{7,}")


def spoiled(pieces: list[tuple[str, str]], chance: random.Random) -> list[tuple[str, str]]:
    """Return `pieces` with one kind of noise or, mostly, none."""
    kind = chance.random()
    if kind < 0.62:
        return pieces
    if kind < 0.72:
        return [(label, words.translate(_STRAIGHT)) for label, words in pieces]
    if kind < 0.82:
        return [(label, _MARK_BLANK.sub(lambda found: _moved(found[1], chance), words)) for label, words in pieces]
    if kind < 0.9:
        return [(label, _hyphenated(words, chance) if label == "title" else words) for label, words in pieces]
    if kind < 0.95:
        return [(label, words.replace(" ", "\n", 1) if label == "title" else words) for label, words in pieces]
    return [(label, _MARK_BLANK.sub(r" \1 ", words)) for label, words in pieces]


def _moved(mark: str, chance: random.Random) -> str:
    return chance.choice((f" {mark}", f" {mark} ", mark, f"{mark} "))


def _hyphenated(words: str, chance: random.Random) -> str:
    found = list(_LONG_WORD.finditer(words))
    if not found:
        return words
    match = chance.choice(found)
    cut = (match.start() + match.end()) // 2
    return f"{words[:cut]}- {words[cut:]}"
