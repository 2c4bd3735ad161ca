"""Korean names: where the surname ends, and which Latin spellings a name can have."""

from __future__ import annotations

import functools

from kjaudit import assets

from .hangul import is_hangul, spellings
from .lattice import reads


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


def initials_fit(given: str, initials: tuple[str, ...]) -> bool:
    """Whether initials (lower case) can be those of the Hangul given name; fewer initials than syllables are fine."""
    if len(initials) > max(1, len(given)):
        return False
    return all(
        any(option.startswith(initial) for option in spellings(syllable))
        for syllable, initial in zip(given, initials, strict=False)
    )
