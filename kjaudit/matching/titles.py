"""How far two titles are apart; whether one is short for the other; what can be told of a title and its translation."""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kjaudit import assets
from kjaudit.language.folding import fold_solid, fold_words
from kjaudit.language.han import is_han, old_forms
from kjaudit.language.hangul import hangul_of, hangul_words, is_hangul, revised, spellings
from kjaudit.language.kana import fold_romaji, is_kana
from kjaudit.language.lattice import coverage
from kjaudit.language.names import count_wide, has_wide, is_wide
from kjaudit.language.names_han import chinese_readings, japanese_readings
from kjaudit.language.skeleton import skeleton

from .strings import partial_ratio, ratio, token_sort_ratio

_TRANSLATION = re.compile(r"\[[^\[\]]*\]")
_SUBTITLE = re.compile(
    r"\s*[:：.．?？!！―—–]\s+|\s+[-–—―~〜～]+\s*|[:：―—]\s*|\s*[（(]|(?<=[가-힣一-鿿])\s*[-–]\s*(?=[가-힣一-鿿])"
)
_NUMERAL = re.compile(r"(?<![\w.,])(\d{1,3}|[ivx]{1,5})(?![\w])|〈(\d+)〉|[第제](\d+)[巻卷券部권부]")
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_HANGUL = re.compile("[\uac00-\ud7a3]")
_LATIN_RUN = re.compile(r"[A-Za-z][A-Za-z0-9+]{2,}|\d{4}")

SOUNDS, MEANS_WELL, MEANS, UNLIKE_PART = 0.1, 0.2, 0.3, 0.6
"""Distances of a title heard through its romanisation, of one whose words translate, and of another part."""


class TitleLink(enum.Enum):
    """How two titles were found to belong together, or why that cannot be told."""

    SAME = "same"
    SHORT = "short title"
    SOUND = "by sound"
    MEANING = "by meaning"
    UNLIKE = "unlike"
    PART = "another part"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TitleVerdict:
    """Distance 0.0..1.0, or `None` where a translation cannot be judged, and how it was found."""

    distance: float | None
    link: TitleLink


def title_distance(a: str, b: str) -> float | None:
    """Return how far two titles are apart; `None` where they are in different scripts and nothing can be told."""
    return compare_titles((a,), (b,)).distance


def compare_titles(a: Sequence[str], b: Sequence[str]) -> TitleVerdict:
    """Return the best verdict over every pair of forms; UNKNOWN where one side has no title."""
    verdicts = [_compare(mine, theirs) for mine in a if mine.strip() for theirs in b if theirs.strip()]
    known = [verdict for verdict in verdicts if verdict.distance is not None]
    if not known:
        return TitleVerdict(None, TitleLink.UNKNOWN)
    return min(known, key=lambda verdict: (verdict.distance or 0.0, verdict.link.value))


@functools.lru_cache(maxsize=65536)
def _compare(a: str, b: str) -> TitleVerdict:
    a, b = a[:1000], b[:1000]
    if _is_wide(a) == _is_wide(b):
        return _same_script(a, b)
    wide, latin = (a, b) if _is_wide(a) else (b, a)
    return _across(wide, latin)


@functools.lru_cache(maxsize=32768)
def _is_wide(text: str) -> bool:
    wide = count_wide(text)
    return wide * 3 > sum(map(str.isalpha, text))


def _same_script(a: str, b: str) -> TitleVerdict:
    (mine, solid_mine), (theirs, solid_theirs) = _folded(a), _folded(b)
    solid = (solid_mine, solid_theirs)
    if solid[0] == solid[1]:
        return TitleVerdict(0.0, TitleLink.SAME) if solid[0] else TitleVerdict(None, TitleLink.UNKNOWN)
    if not solid[0] or not solid[1]:
        return TitleVerdict(None, TitleLink.UNKNOWN)
    foreign = _has_hangul(solid_mine) != _has_hangul(solid_theirs) and has_wide(solid_mine) and has_wide(solid_theirs)
    alike = max(ratio(*solid), token_sort_ratio(mine, theirs), _read_alike(mine, theirs))
    if foreign and alike < 0.8:
        return TitleVerdict(None, TitleLink.UNKNOWN)  # a Korean title and a Japanese or Chinese one
    if alike > 0.6 and _numerals(a) != _numerals(b):
        return TitleVerdict(UNLIKE_PART, TitleLink.PART)
    short = _short_title(a, b)
    if short is not None:
        return TitleVerdict(short, TitleLink.SHORT)
    distance = min(1.0, 2.0 * (1.0 - alike))
    return TitleVerdict(distance, TitleLink.SAME if distance <= 0.3 else TitleLink.UNLIKE)


def _has_hangul(text: str) -> bool:
    return not text.isascii() and _HANGUL.search(text) is not None


def _read_alike(a: str, b: str) -> float:
    """Likeness of two titles of which one prints Han characters where the other prints Hangul; else 0.0."""
    if not (_has_hangul(a) or _has_hangul(b)) or not (any(map(is_han, a)) or any(map(is_han, b))):
        return 0.0
    return ratio(hangul_words(a).replace(" ", ""), hangul_words(b).replace(" ", ""))


def may_be_one(a: str, b: str) -> bool:
    """
    Whether two titles in Latin letters may be one title printed in full twice; a quick test that lets too many pass.

    Titles in other scripts, and empty ones, always may.
    """
    (mine, solid_mine), (theirs, solid_theirs) = _folded(a[:1000]), _folded(b[:1000])
    if not solid_mine or not solid_theirs or has_wide(solid_mine) or has_wide(solid_theirs):
        return True
    return max(ratio(solid_mine, solid_theirs), token_sort_ratio(mine, theirs)) >= 0.8


@functools.lru_cache(maxsize=32768)
def _folded(title: str) -> tuple[str, str]:
    words = old_forms(fold_words(_bare(title)))
    return words, words.replace(" ", "")


def _bare(text: str) -> str:
    return _TRANSLATION.sub(" ", text) if _TRANSLATION.sub("", text).strip() else text


@functools.lru_cache(maxsize=32768)
def main_title(title: str) -> str:
    """Return `title` up to the first colon, dash, full stop or bracket; the whole where that leaves little."""
    head = _SUBTITLE.split(title, maxsplit=1)[0]
    return head if len(fold_solid(head)) >= 4 else title


def _short_title(a: str, b: str) -> float | None:
    """Distance of a short title from the whole one; `None` where neither is short for the other."""
    heads = fold_solid(main_title(a)), fold_solid(main_title(b))
    if heads[0] == fold_solid(b) or heads[1] == fold_solid(a):
        return 0.04
    short, long = sorted((fold_words(_bare(a)), fold_words(_bare(b))), key=len)
    if heads[0] == heads[1] and len(short) > 12:
        return 0.15
    return _short_form(short, long)


def _short_form(short: str, long: str) -> float | None:
    enough = len(short) >= 4 if has_wide(short) else len(short.split()) >= 2 or len(short) >= 6
    if not enough:
        return None
    if long.startswith(short) or long.replace(" ", "").startswith(short.replace(" ", "")):
        return 0.08
    words = short.split()
    if len(words) >= 2 and _in_order(words, long.split()):
        return 0.14
    return 0.18 if len(short) >= 12 and partial_ratio(short, long) >= 0.95 else None


def _in_order(words: Sequence[str], all_words: Sequence[str]) -> bool:
    rest = iter(all_words)
    return all(word in rest for word in words)


@functools.lru_cache(maxsize=32768)
def _numerals(text: str) -> tuple[str, ...]:
    found = (next(filter(None, match.groups())) for match in _NUMERAL.finditer(text.lower()))
    return tuple(
        sorted(_ROMAN.get(number, number.lstrip("0")) for number in found if number != "i" or " i " not in text)
    )


def _across(wide: str, latin: str) -> TitleVerdict:
    latin_main = _bare(latin)
    head = latin_main.split(". ", 1)[0]  # what follows may be the publisher, read into the title
    sound = max(by_sound(wide, latin_main), by_sound(wide, head) if len(head) >= 12 else 0.0)
    part = _part_number(wide), _part_number(latin_main)
    if sound >= 0.72 or _respelt(wide, latin_main):
        if part[0] and part[1] and part[0] != part[1]:
            return TitleVerdict(UNLIKE_PART, TitleLink.PART)
        return TitleVerdict(SOUNDS, TitleLink.SOUND)
    meaning = by_meaning(wide, latin)
    if meaning or _loan(wide, latin_main):
        return TitleVerdict(MEANS if meaning < 0.75 else MEANS_WELL, TitleLink.MEANING)
    return TitleVerdict(None, TitleLink.UNKNOWN)


def _part_number(text: str) -> str:
    found = re.findall(r"(?<!\d)\d{1,2}(?!\d)", fold_words(text))
    return found[0] if len(found) == 1 else ""


@functools.lru_cache(maxsize=32768)
def by_sound(wide: str, latin: str) -> float:
    """Return the share of the Latin string that the characters of `wide` can be read as, 0.0..1.0."""
    solid = fold_solid(latin)
    if len(solid) < 5:
        return 0.0
    wide = fold_solid(wide)[:120]
    scores = []
    if any(map(is_hangul, wide)) or not any(map(is_kana, wide)):
        korean = hangul_of(wide)
        if sum(map(is_hangul, korean)) * 2 > len(korean):
            scores.append(_balanced(solid, [spellings(char) for char in korean], len(revised(korean))))
    if any(map(is_han, wide)) or any(map(is_kana, wide)):
        folded = fold_romaji(solid)
        row = [japanese_readings(char) if is_wide(char) else (char,) for char in wide]
        scores.append(_balanced(folded, row, 2 * len(wide)))
        if not any(map(is_kana, wide)):
            scores.append(_balanced(solid, [chinese_readings(char) or (char,) for char in wide], 3 * len(wide)))
    return max(scores, default=0.0)


def _balanced(latin: str, row: Sequence[tuple[str, ...]], expected: int) -> float:
    """Coverage of `latin`, less where the other side would be much longer when spelt out."""
    return coverage(latin, row) * min(1.0, 1.8 * len(latin) / max(1, expected))


@functools.cache
def _glossary() -> tuple[tuple[str, tuple[str, ...], float], ...]:
    rows = []
    for line in assets.path("names/title-words.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            terms, stems, weight = line.split("\t")
            rows += [(term, tuple(stems.split()), float(weight)) for term in terms.split()]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def by_meaning(wide: str, latin: str) -> float:
    """
    Return the share of the known words of `wide` that have their usual translation in `latin`.

    Less than half, or fewer than two words, is 0.0; from 0.75 on three words at least. The words are those of
    resources/names/title-words.tsv. 0.0 says nothing: translators are free.
    """
    text, words = fold_solid(wide), fold_words(latin).split()
    known = hit = 0.0
    hits = 0
    for term, stems, weight in _glossary():
        if term in text:
            text = text.replace(term, "\0")
            known += weight
            if any(word.startswith(stem) for word in words for stem in stems):
                hit += weight
                hits += 1
    latin_words = set(words)
    for run in set(_LATIN_RUN.findall(wide)):
        known += 1.0
        if run.lower() in latin_words or run.lower() in fold_solid(latin):
            hit += 1.0
            hits += 1
    if hits < 2 or hit < 1.5 or hit / known < 0.5:
        return 0.0
    return hit / known if hits > 2 else min(hit / known, 0.7)


def _loan(wide: str, latin: str) -> bool:
    """Whether the main word of the title stands respelt in the Latin one: ヘテロトピア, 헤테로토피아."""
    pieces = [piece for piece in re.split(r"[^\u30a1-\u30ffー가-힣]+", wide) if len(piece) >= 3]
    wanted = [skeleton(word) for word in fold_words(latin).split() if len(word) >= 6]
    for piece in pieces:
        heard = skeleton(piece) if len(piece) * 2 >= len(fold_solid(wide)) else ""
        if len(heard) >= 4 and any(word[: len(heard)] == heard and len(word) - len(heard) <= 1 for word in wanted):
            return True
    return False


def _respelt(wide: str, latin: str) -> bool:
    """Whether the whole title was only respelt: アート・オブ・R プログラミング, The Art of R Programming."""
    heard = skeleton("".join(char for char in wide if is_kana(char) or is_hangul(char)))
    enough = len(heard) >= 5 and sum(map(is_han, wide)) * 4 < len(wide)
    return enough and ratio(heard, skeleton(latin)) >= 0.8
