"""
Hangul syllables: their parts, the ways each is written in Latin letters, and the Korean reading of Han characters.

Systems covered: Revised Romanisation (Ministry of Culture, notice 2000-8), McCune-Reischauer (1939) with and without
its marks, Yale in part, and the customary spellings that Koreans choose for their own names.
"""

from __future__ import annotations

import functools

from .han import han_reading, is_han

_BASE, _LAST = 0xAC00, 0xD7A3

INITIALS: tuple[tuple[str, ...], ...] = (
    ("g", "k"), ("kk", "gg"), ("n",), ("d", "t"), ("tt", "dd"), ("r", "l", "n"), ("m",), ("b", "p"), ("pp", "bb"),
    ("s", "sh"), ("ss",), ("",), ("j", "ch", "z"), ("jj", "tch"), ("ch", "j"), ("k",), ("t",), ("p", "ph"), ("h",),
)  # fmt: skip
"""Spellings of the 19 initials in code order, the Revised one first."""

VOWELS: tuple[tuple[str, ...], ...] = (
    ("a", "ah"), ("ae", "ai", "ay", "e", "ea"), ("ya", "ia"), ("yae",), ("eo", "o", "u", "ou", "uh", "eu", "aw"),
    ("e", "eh", "ey", "ee"), ("yeo", "yo", "yu", "you", "yuh", "eo", "ye", "io", "eou", "u"),
    ("ye", "e", "yae", "ea", "ey"), ("o", "oh"), ("wa", "oa"), ("wae", "oae"),
    ("oe", "oi", "we"), ("yo", "io"), ("u", "oo", "woo", "wu", "uh", "ou"), ("wo", "weo"), ("we",), ("wi", "ui", "we"),
    ("yu", "yoo", "you", "iu", "u", "ew"), ("eu", "u", "oo"), ("ui", "eui", "ee", "i", "ey", "y"),
    ("i", "ee", "y", "yi", "ie", "ey"),
)  # fmt: skip
"""Spellings of the 21 vowels in code order."""

FINALS: tuple[tuple[str, ...], ...] = (
    ("", "h"), ("k", "g", "ck", "c"), ("k",), ("k",), ("n",), ("n",), ("n",), ("t", "d"), ("l", "r", "ll"), ("k", "lk"),
    ("m", "lm"), ("l", "lb"), ("l",), ("l",), ("p",), ("l",), ("m",), ("p", "b"), ("p",), ("t", "s"), ("t",), ("ng",),
    ("t", "j"), ("t",), ("k",), ("t",), ("p",), ("t", "h"),
)  # fmt: skip
"""Spellings of the 28 finals in code order, none first."""


def is_hangul(char: str) -> bool:
    """Whether `char` is a whole Hangul syllable."""
    return "\uac00" <= char <= "\ud7a3"


def parts(syllable: str) -> tuple[int, int, int] | None:
    """Return the numbers of initial, vowel and final of a syllable; `None` for any other character."""
    code = ord(syllable)
    if not _BASE <= code <= _LAST:
        return None
    code -= _BASE
    return code // 588, code % 588 // 28, code % 28


@functools.lru_cache(maxsize=4096)
def spellings(syllable: str) -> tuple[str, ...]:
    """Return the Latin spellings of one Hangul syllable, lower case without marks, the Revised one first."""
    found = parts(syllable)
    if found is None:
        return (syllable.lower(),)
    initial, vowel, final = found
    out = [a + b + c for a in INITIALS[initial] for b in VOWELS[vowel] for c in FINALS[final]]
    if initial == 11 and vowel == 13:
        out += ["w" + b + c for b in ("oo", "u") for c in FINALS[final]]
    if initial == 9 and vowel == 18:
        out += ["sy" + c for c in FINALS[final]]
    return tuple(dict.fromkeys(out))


def revised(text: str) -> str:
    """Return Hangul as the Revised Romanisation spells each syllable (no assimilation); other characters stay."""
    return "".join(spellings(char)[0] if is_hangul(char) else char for char in text)


@functools.lru_cache(maxsize=8192)
def hangul_of(text: str) -> str:
    """
    Return Han characters in their usual Korean reading, the first by the initial-sound rule (두음법칙).

    李承晩 gives 이승만. A character without a Korean reading stays as it is.
    """
    out: list[str] = []
    for char in text:
        found = han_reading(char).hangul if is_han(char) else ()
        out.append((initial_sound(found[0]) if not out else found[0]) if found else char)
    return "".join(out)


def hangul_words(text: str) -> str:
    """Return `text` with the Han characters of each word in their Korean reading; the rest stays."""
    return " ".join(hangul_of(word) for word in text.split(" "))


def initial_sound(syllable: str) -> str:
    """Return `syllable` as it sounds at the start of a word in the South: 리 → 이, 녀 → 여, 로 → 노."""
    found = parts(syllable)
    if found is None:
        return syllable
    initial, vowel, final = found
    if initial not in (2, 5):
        return syllable
    if vowel in (2, 3, 6, 7, 12, 17, 20):  # ya yae yeo ye yo yu i
        initial = 11
    elif initial == 5:
        initial = 2
    return chr(_BASE + initial * 588 + vowel * 28 + final)
