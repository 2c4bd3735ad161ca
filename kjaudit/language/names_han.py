"""Names in Han characters read in Japanese and Chinese, compared with Latin spellings."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from kjaudit import assets

from .han import han_reading, is_han
from .kana import fold_romaji, is_kana, romaji
from .lattice import reads

_VOICED = (
    ("ky", "gy"),
    ("k", "g"),
    ("sy", "zy"),
    ("s", "z"),
    ("ty", "zy"),
    ("ti", "zi"),
    ("tu", "zu"),
    ("t", "d"),
    ("h", "b"),
)
_CLIPPED = ("ti", "tu", "ku", "ki")
_DOUBLE_SURNAMES = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "上官",
        "诸葛",
        "諸葛",
        "司徒",
        "夏侯",
        "慕容",
        "令狐",
        "尉迟",
        "尉遲",
        "皇甫",
        "公孙",
        "公孫",
        "长孙",
        "長孫",
        "端木",
        "东方",
        "東方",
    ]
)
_WADE = (
    ("zh", "ch"), ("j", "ch"), ("q", "ch"), ("x", "hs"), ("z", "ts"), ("c", "ts"),
    ("b", "p"), ("d", "t"), ("g", "k"), ("r", "j"),
)  # fmt: skip
_WADE_FINALS = (("ian", "ien"), ("ong", "ung"), ("ue", "ueh"), ("iu", "iu"), ("ui", "uei"))


@functools.cache
def _surname_pinyin() -> dict[str, str]:
    """Return surnames that are read otherwise than the same character elsewhere."""
    lines = assets.path("names/chinese-surnames.tsv").read_text("utf-8").splitlines()
    return {char: pinyin for chars, _, pinyin in (line.partition("\t") for line in lines) for char in chars}


@functools.cache
def _families() -> dict[str, tuple[str, ...]]:
    lines = assets.path("names/japanese-families.tsv").read_text("utf-8").splitlines()
    rows = (line.partition("\t") for line in lines)
    return {kanji: tuple(fold_romaji(reading) for reading in found.split()) for kanji, _, found in rows}


def japanese_families(kanji: str) -> tuple[str, ...]:
    """Return the readings of a common Japanese surname, folded (`kana.fold_romaji`); empty where it is not listed."""
    return _families().get(kanji, ())


@functools.lru_cache(maxsize=16384)
def japanese_readings(char: str) -> tuple[str, ...]:
    """Return how one character can sound in a Japanese word, folded: voiced, clipped, kun without its ending."""
    if is_kana(char):
        sound = romaji(char)
        return (sound, *_voiced(sound)) if sound else ()
    reading = han_reading(char)
    plain = [fold_romaji(one) for one in (*reading.on, *reading.names)]
    for one in reading.kun:
        sound = fold_romaji(one)
        plain.append(sound)
        plain += [sound[:end] for end in range(2, len(sound)) if sound[end - 1] in "aiueo"]
    out = list(dict.fromkeys(plain))
    out += [voiced for one in plain for voiced in _voiced(one)]
    out += [one[:-2] + doubled for one in plain if one.endswith(_CLIPPED) and len(one) > 2 for doubled in "kstp"]
    return tuple(dict.fromkeys(one for one in out if one))


def _voiced(reading: str) -> list[str]:
    found = [new + reading[len(old) :] for old, new in _VOICED if reading.startswith(old)][:1]
    if reading.startswith("h"):
        found.append("p" + reading[1:])
    return found


def _japanese_row(text: str) -> list[tuple[str, ...]]:
    return [japanese_readings(text[at - 1] if char == "々" and at else char) for at, char in enumerate(text)]


def japanese_family_reads(kanji: str, latin: str) -> bool:
    """Whether folded Latin `latin` can spell the surname `kanji`: as listed, or character by character."""
    folded = fold_romaji(latin)
    return folded in japanese_families(kanji) or reads(folded, _japanese_row(kanji))


def japanese_reads(kanji: str, latin: str) -> bool:
    """Whether folded Latin `latin` can spell the given name `kanji`."""
    return reads(fold_romaji(latin), _japanese_row(kanji))


def japanese_initial_fits(kanji: str, initial: str) -> bool:
    """Whether a given name can begin with the letter `initial` (lower case)."""
    folded = {"c": "t", "f": "h", "j": "z", "l": "r"}.get(initial, initial)
    return bool(kanji) and any(reading[0] == folded for reading in japanese_readings(kanji[0]))


@functools.lru_cache(maxsize=8192)
def chinese_readings(char: str) -> tuple[str, ...]:
    """Return pinyin and Wade-Giles spellings of one character, lower case, without tones and marks."""
    out: list[str] = []
    for pinyin in han_reading(char).pinyin:
        out += [pinyin, pinyin.replace("v", "u")]
        head = next((new + pinyin[len(old) :] for old, new in _WADE if pinyin.startswith(old)), pinyin)
        for old, new in _WADE_FINALS:
            if head.endswith(old):
                out.append(head[: -len(old)] + new)
        out.append(head)
    return tuple(dict.fromkeys(out))


def split_chinese(name: str) -> tuple[str, str]:
    """Return surname and given name of a Chinese name in Han characters."""
    length = 2 if name[:2] in _DOUBLE_SURNAMES and len(name) > 2 else 1
    return name[:length], name[length:]


def chinese_family_reads(family: str, latin: str) -> bool:
    """Whether folded `latin` can spell the Chinese surname."""
    special = _surname_pinyin().get(family)
    if special:
        return latin in (special, special.replace("v", "u"), special.replace("v", "yu"))
    return reads(latin, [chinese_readings(char) for char in family])


def chinese_reads(given: str, latin: str) -> bool:
    """Whether folded `latin` can spell the Chinese given name."""
    return reads(latin, [chinese_readings(char) for char in given])


def is_han_name(text: str) -> bool:
    """Whether every character is Han or kana, at least one of them Han."""
    return bool(text) and any(is_han(char) for char in text) and all(is_han(char) or is_kana(char) for char in text)


@functools.lru_cache(maxsize=4096)
def japanese_surname_readings(text: str) -> frozenset[str]:
    """
    Return the likely folded readings of the surname at the start of a Japanese name.

    The longest listed surname counts; where none is listed, its first one or two characters as they are read in listed
    surnames and in native (kun) words, in Sino-Japanese (on) only where neither is known.
    """
    for length in (4, 3, 2, 1):
        listed = japanese_families(text[:length])
        if listed and len(text) >= length:
            return frozenset(listed)
    return _unlisted(text, [_surname_sounds(char) for char in text[:2]])


def _surname_sounds(char: str) -> tuple[str, ...]:
    found = han_reading(char)
    kun = [fold_romaji(one) for one in found.kun]
    kun += [one[:end] for one in kun for end in range(2, len(one)) if one[end - 1] in "aiueo"]
    heard = dict.fromkeys(
        [*_heard_in_surnames().get(char, ()), *kun, *(voiced for one in kun for voiced in _voiced(one))]
    )
    return tuple(heard) or japanese_readings(char)


@functools.cache
def _heard_in_surnames() -> dict[str, tuple[str, ...]]:
    """Return how characters sound in the listed surnames of two characters."""
    found: dict[str, dict[str, None]] = {}
    for kanji, readings in _families().items():
        if len(kanji) != 2:
            continue
        first, last = (frozenset(japanese_readings(char)) for char in kanji)
        for reading in readings:
            for cut in range(1, len(reading)):
                if reading[:cut] in first and reading[cut:] in last:
                    found.setdefault(kanji[0], {})[reading[:cut]] = None
                    found.setdefault(kanji[1], {})[reading[cut:]] = None
    return {char: tuple(heard) for char, heard in found.items()}


def _unlisted(text: str, row: Sequence[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(reading for length in (1, 2) if len(text) > length for reading in _product(row[:length]))


@functools.lru_cache(maxsize=4096)
def chinese_surname_readings(text: str) -> frozenset[str]:
    """Return pinyin and Wade-Giles spellings of the surname at the start of a Chinese name."""
    family = split_chinese(text)[0]
    special = _surname_pinyin().get(family)
    return frozenset([special] if special else _product([chinese_readings(char) for char in family]))


def family_readings(text: str) -> frozenset[str]:
    """Return folded Latin spellings that the surname at the start of a Han name may have in Japanese and Chinese."""
    shorter = {reading for length in (1, 2) if len(text) >= length for reading in japanese_families(text[:length])}
    listed = shorter or any(japanese_families(text[:length]) for length in (3, 4))
    any_way = frozenset() if listed else _unlisted(text, _japanese_row(text[:2]))
    return japanese_surname_readings(text) | chinese_surname_readings(text) | shorter | any_way


def _product(row: Sequence[tuple[str, ...]]) -> set[str]:
    out = {""}
    for options in row:
        out = {head + option for head in out for option in options[:12]}
    return out - {""}
