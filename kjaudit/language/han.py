"""How Han characters are read in Korean, Japanese and Chinese (resources/names/han.tsv, Unicode Han database)."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from kjaudit import assets


@dataclass(frozen=True, slots=True)
class HanReading:
    """
    Readings of one character, in Latin letters but for `hangul`.

    Attributes:
        hangul: Korean readings, the usual first.
        pinyin: Mandarin without tones ("lv" for lü).
        on: Sino-Japanese; kun: native Japanese, with its ending; names: as heard in Japanese given names.
    """

    hangul: tuple[str, ...] = ()
    pinyin: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    kun: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@functools.cache
def _rows() -> dict[str, str]:
    lines = assets.path("names/han.tsv").read_text("utf-8").split("\n")
    return {line[0]: line for line in lines if line}


@functools.cache
def _new_forms() -> dict[str, str]:
    lines = assets.path("names/new-forms.tsv").read_text("utf-8").splitlines()
    return {newer: older for newer, _, older in (line.partition("\t") for line in lines)}


@functools.lru_cache(maxsize=16384)
def old_form(char: str) -> str:
    """Return the traditional form of a simplified or Japanese character; any other character as it is."""
    newer = _new_forms().get(char)
    if newer:
        return newer
    row = _rows().get(char)
    return row.split("\t")[6] or char if row and row.count("\t") >= 6 else char


@functools.lru_cache(maxsize=16384)
def han_reading(char: str) -> HanReading:
    """Return the readings of one character; what its own row lacks comes from its traditional form."""
    row = _rows().get(char)
    columns = [tuple(cell.split()) for cell in row.split("\t")[1:6]] if row else [(), (), (), (), ()]
    older = old_form(char)
    if older != char and not all(columns):
        rest = han_reading(older)
        columns = [mine or theirs for mine, theirs in zip(columns, _columns(rest), strict=True)]
    return HanReading(*columns)


def _columns(reading: HanReading) -> tuple[tuple[str, ...], ...]:
    return (reading.hangul, reading.pinyin, reading.on, reading.kun, reading.names)


def old_forms(text: str) -> str:
    """Return `text` with every Han character in its traditional form, so that 学 and 學 compare equal."""
    return "".join(old_form(char) if is_han(char) else char for char in text)


@functools.cache
def _groups() -> dict[str, frozenset[str]]:
    lines = assets.path("names/look-alike.tsv").read_text("utf-8").splitlines()
    found: dict[str, set[str]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            for char in line:
                found.setdefault(old_form(char), set()).update(old_form(other) for other in line)
    return {char: frozenset(others - {char}) for char, others in found.items()}


def look_alikes(char: str) -> frozenset[str]:
    """Return the characters, in old forms, for which `char` is taken in names (resources/names/look-alike.tsv)."""
    return _groups().get(old_form(char), frozenset())


def is_han(char: str) -> bool:
    """Whether `char` is a Han character (the iteration mark 々 included)."""
    return (
        "\u3400" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or char == "々"
        or "\U00020000" <= char <= "\U0003ffff"
    )


HAN_YEAR = "[一二][〇五六七八九][〇一二三四五六七八九]{2}"
"""Pattern of a year written digit by digit: "二〇〇三"."""
_DIGITS = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "0001234567890123456789")


def western_digits(text: str) -> str:
    """Return `text`, as long as before, with every digit in Han characters or of full width as "0" to "9"."""
    return text.translate(_DIGITS)
