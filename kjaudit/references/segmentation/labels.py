"""Printed labels of entries: "[12]", "12.", "(12)", "[Kim14]", bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(
    r"\[(\d{1,5})\][.:]?\s*|(?:\((\d{1,5})\)\s+|（(\d{1,5})）\s*)|(\d{1,5})[.)．）]\s*(?!\d)|(\d{1,5})(?:\t|\s\s+|\s(?=[A-Z가-힣]))"
)
_KEY = re.compile(r"\[([A-Za-z][\w+.\-]{1,19}\d{0,4}[a-z]?|\d{1,4}[a-z])\]\s+")
_BULLET = re.compile(r"([•◦‣▪■□●○*∙·\-–—])\s+(?=\S)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line: as printed without brackets, its number (or `None`), how long it is in print."""

    text: str
    number: int | None
    length: int


def read_label(text: str, kept: str = "") -> Label | None:
    """
    Return the label `text` starts with, or `kept` (what the format kept apart from the text), or `None`.

    A bare number followed by words counts; a year ("2014 ...") does not.
    """
    if kept:
        digits = re.search(r"\d+", kept)
        return Label(kept.strip("[]().•*- "), int(digits.group()) if digits else None, 0)
    found = _NUMBER.match(text)
    if found:
        digits_text = next(group for group in found.groups() if group)
        if found.group(5) is None or len(digits_text) < 4:
            return Label(digits_text, int(digits_text), found.end())
    found = _RAISED.match(text)
    if found:
        digits_text = found.group(1).translate(_SUPERSCRIPTS)
        return Label(digits_text, int(digits_text), found.end())
    found = _KEY.match(text)
    if found:
        return Label(found.group(1), None, found.end())
    found = _BULLET.match(text)
    if found:
        return Label("", None, found.end())
    return None


def in_sequence(numbers: list[int | None]) -> list[bool]:
    """
    Tell which of `numbers` (one a line, `None` where there is none) are labels of a numbered list.

    A number counts when it goes on from the last one that counted (one to three higher) or starts the list at 1; one
    that could be a year only when it is the very next.
    An empty answer (all false) is given where fewer than two numbers count.
    """
    verdicts = [False] * len(numbers)
    last: int | None = None
    for place, number in enumerate(numbers):
        if number is None:
            continue
        if 1500 <= number <= 2099:
            follows = last is not None and number == last + 1
        elif last is None:
            follows = number <= 1 or _next_of(number, numbers, place)
        else:
            follows = last < number <= last + 3 or (number == 1 and _next_of(number, numbers, place))
        if follows:
            verdicts[place] = True
            last = number
    return verdicts if sum(verdicts) > 1 else [False] * len(numbers)


def _next_of(number: int, numbers: list[int | None], place: int) -> bool:
    """Whether the next number goes on from the one at `place`."""
    for later in numbers[place + 1 : place + 40]:
        if later is not None:
            return later == number + 1
    return False
