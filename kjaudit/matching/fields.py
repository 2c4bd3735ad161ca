"""Single fields of two works against each other: numbers, pages, containers, publishers."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence

from kjaudit.language.folding import fold_dashes, fold_solid, fold_words
from kjaudit.language.han import old_forms
from kjaudit.language.hangul import hangul_of, is_hangul
from kjaudit.language.names import has_wide

from .strings import ratio
from .titles import by_meaning, by_sound
from .work import Work

_NUMBERS = re.compile(r"\d+")
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
_HAN = {char: value for value, char in enumerate("〇一二三四五六七八九")}
_SMALL_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "&",
        "for",
        "in",
        "on",
        "de",
        "des",
        "du",
        "la",
        "le",
        "les",
        "et",
        "y",
        "el",
        "los",
        "las",
        "der",
        "die",
        "das",
        "und",
        "für",
        "zur",
        "der",
        "of",
    ]
)


@functools.lru_cache(maxsize=16384)
def numbers(text: str) -> tuple[str, ...]:
    """Return the numbers in a printed volume or issue, as digits: 제23호 gives 23, XIV 14, 一二九-E 129."""
    folded = unicodedata.normalize("NFKC", text).lower()
    found = tuple(number.lstrip("0") or "0" for number in _NUMBERS.findall(folded))
    if found:
        return found
    bare = re.sub(r"[^a-z]", "", folded)
    if bare and _ROMAN.fullmatch(bare):
        return (str(_roman(bare)),)
    han = "".join(str(_HAN[char]) for char in folded if char in _HAN)
    return (han.lstrip("0"),) if han.lstrip("0") else ()


def _roman(text: str) -> int:
    values = [_VALUES[char] for char in text]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def same_number(a: str, b: str) -> bool | None:
    """Whether two printed numbers are the same; `None` where one is missing or holds no number."""
    mine, theirs = numbers(a), numbers(b)
    if not mine or not theirs:
        return None
    return mine == theirs or (mine[0] == theirs[0] and (len(mine) == 1 or len(theirs) == 1))


def same_volume(a: Work, b: Work) -> bool | None:
    """
    Whether volume and issue agree; `None` where that cannot be told.

    Where one side prints one number only, it may be the volume or the issue of the other ("1999年第1期", "1 (1999)").
    """
    mine, theirs = numbers(a.volume) + numbers(a.issue), numbers(b.volume) + numbers(b.issue)
    if not mine or not theirs:
        return None
    if mine == theirs or mine[: len(theirs)] == theirs or theirs[: len(mine)] == mine:
        return True
    if len(mine) == 1 or len(theirs) == 1:
        return bool(set(mine) & set(theirs))
    return False


def same_pages(a: Work, b: Work) -> bool | None:
    """Whether first pages agree (last pages, where one first page is missing); `None` where that cannot be told."""
    if a.first_page and b.first_page:
        if a.first_page.lower() == b.first_page.lower():
            return True
        return bool(a.last_page) and a.last_page == b.last_page
    return None


@functools.lru_cache(maxsize=16384)
def container_distance(a: Sequence[str], b: Sequence[str]) -> float | None:
    """
    Return how far the nearest two names of a journal or book are apart; `None` where scripts differ too much to tell.

    Abbreviations cost little: "J Gerontol A Biol Sci Med Sci", "상허학보" with and without its society.
    """
    known = [found for mine in a for theirs in b if (found := _container(mine, theirs)) is not None]
    return min(known, default=None)


def _container(a: str, b: str) -> float | None:
    mine, theirs = old_forms(fold_solid(a[:300])), old_forms(fold_solid(b[:300]))
    if not mine or not theirs:
        return None
    if mine == theirs:
        return 0.0
    if has_wide(mine) != has_wide(theirs):
        return _translated(a, b) if has_wide(mine) else _translated(b, a)
    if any(map(is_hangul, mine)) != any(map(is_hangul, theirs)):
        return 0.05 if ratio(hangul_of(mine), hangul_of(theirs)) >= 0.85 else None
    return _alike(a, b, mine, theirs)


def _translated(wide: str, latin: str) -> float | None:
    if by_sound(wide, latin) >= 0.72:
        return 0.1
    return 0.3 if by_meaning(wide, latin) > 0 else None


def _alike(a: str, b: str, mine: str, theirs: str) -> float:
    if mine in theirs or theirs in mine:
        return 0.1
    if not has_wide(mine) and (_abbreviates(a, b) or _abbreviates(b, a)):
        return 0.05
    return min(1.0, 2.0 * (1.0 - ratio(mine, theirs)))


def _abbreviates(short: str, long: str) -> bool:
    """Whether each word of `short` begins a word of `long`, in order; one word: the initials of `long`."""
    words = [word for word in fold_words(short).split() if word not in _SMALL_WORDS]
    full = [word for word in fold_words(long).split() if word not in _SMALL_WORDS]
    if not words or len(words) > len(full):
        return False
    if len(words) == 1 and len(full) > 1:
        return len(full) > 2 and words[0] == "".join(word[0] for word in full)
    at = 0
    for word in words:
        while at < len(full) and not _begins(word, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


def _begins(short: str, long: str) -> bool:
    if long.startswith(short):
        return True
    rest = iter(long)  # contractions: "Natl", "Intl"
    return len(short) > 2 and short[:2] == long[:2] and all(char in rest for char in short)


@functools.lru_cache(maxsize=8192)
def free_numbers(raw: str) -> frozenset[str]:
    """Return the numbers that stand in a printed reference, addresses left out, for fields that could not be read."""
    folded = fold_dashes(unicodedata.normalize("NFKC", raw[:4000]))
    without = re.sub(r"(?:https?://|doi:?\s?|10\.\d{4,9}/)\S+", " ", folded, flags=re.IGNORECASE)
    return frozenset(number.lstrip("0") for number in _NUMBERS.findall(without) if len(number) <= 5)
