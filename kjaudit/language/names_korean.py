"""Korean names: where the surname ends, and which Latin spellings a name can have."""

from __future__ import annotations

import functools
import re

from kjaudit import assets

from .han import han_reading, is_han
from .hangul import hangul_of, initial_sound, is_hangul, spellings
from .lattice import reads

_SURNAME_READINGS = {"金": "김", "沈": "심", "車": "차", "葉": "섭"}
"""Characters that are read otherwise as a surname than in words."""


@functools.cache
def surnames() -> dict[str, tuple[str, ...]]:
    """Return Korean surnames and the spellings that bearers use (resources/names/korean-surnames.tsv)."""
    lines = assets.path("names/korean-surnames.tsv").read_text("utf-8").splitlines()
    return {hangul: tuple(found.split()) for hangul, _, found in (line.partition("\t") for line in lines)}


def split_hangul(name: str) -> tuple[str, str]:
    """Return surname and given name of a Hangul name written solid or with blanks; the given name may be empty."""
    head, _, tail = name.strip().partition(" ")
    if tail and head in surnames():
        return head, tail.replace(" ", "")
    solid = name.replace(" ", "")
    length = 2 if len(solid) > 3 and solid[:2] in surnames() else 1
    return solid[:length], solid[length:]


def is_korean_name(name: str) -> bool:
    """Whether a Hangul string has the build of a Korean name: a known surname and one to three syllables after it."""
    if not name or not all(is_hangul(char) or char == " " for char in name):
        return False
    family, given = split_hangul(name)
    return family in surnames() and len(given) <= (2 if len(family) == 1 else 3)


@functools.lru_cache(maxsize=8192)
def hangul_names(text: str) -> tuple[str, ...]:
    """
    Return the ways a name in Han characters (mixed with Hangul or not) is read in Korean, the usual one first.

    The surname has its own reading (金 김), follows the initial-sound rule (李 이) or the northern usage (李 리); each
    other character has its first two readings. At most eight; Hangul alone comes back as it is.
    """
    if not any(map(is_han, text)) or len(text) > 5:
        return (hangul_of(text),)
    heads: list[str] = []
    own = _SURNAME_READINGS.get(text[0])
    for reading in (own,) if own else han_reading(text[0]).hangul or (text[0],):
        heads += [initial_sound(reading), reading]
    found = list(dict.fromkeys(heads))
    for char in text[1:]:
        readings = (han_reading(char).hangul or (char,))[:2] if is_han(char) else (char,)
        found = [head + reading for reading in readings for head in found][:8]
    return tuple(dict.fromkeys(found))


def surname_spellings(family: str) -> tuple[str, ...]:
    """Return Latin spellings of a surname: the customary ones, or by rule where none are known."""
    known = surnames().get(family)
    if known:
        return known
    if len(family) != 1:
        return ()
    return spellings(family)


def given_reads(given: str, latin: str) -> bool:
    """Whether folded `latin` can spell the Hangul given name."""
    return reads(latin, [spellings(syllable) for syllable in given])


_ONE_SOUND = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("eui|ui|yi|ee|ie|ey", "i"), ("yeo|you|yoo|yu|yo", "yo"), ("eo|eu|oo|ou|u|o", "o"), ("ae|ai|ay|ea|e", "e"),
        ("kk|gg|ck|k|g", "k"), ("tt|dd|t|d", "t"), ("pp|bb|ph|p|b", "p"), ("tch|jj|ch|j", "c"), ("ss|sh|s", "s"),
        ("l|r", "r"),
    )
)  # fmt: skip
"""Spellings that romanisations of Korean interchange, and one letter for each class."""


@functools.lru_cache(maxsize=16384)
def fold_korean(latin: str) -> str:
    """
    Return one spelling for what systems and bearers spell differently: byungjun, byeongjun and pyŏngjun alike.

    `latin` is folded solid. Coarse: only for names that agree otherwise.
    """
    for pattern, sound in _ONE_SOUND:
        latin = pattern.sub(sound, latin)
    return latin


def initials_fit(given: str, initials: tuple[str, ...]) -> bool:
    """Whether initials (lower case) can be those of the Hangul given name; fewer initials than syllables are fine."""
    if len(initials) > max(1, len(given)):
        return False
    return all(
        any(option.startswith(initial) for option in spellings(syllable))
        for syllable, initial in zip(given, initials, strict=False)
    )
