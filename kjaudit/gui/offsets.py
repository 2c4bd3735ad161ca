"""Code points (kjaudit) and UTF-16 units (Qt) in one text."""

from __future__ import annotations

import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Translate places in `text` both ways; costs nothing where no character lies outside the basic plane."""

    def __init__(self, text: str) -> None:
        self._wide = [found.start() for found in _WIDE.finditer(text)]
        self._wide_qt = [place + number for number, place in enumerate(self._wide)]

    def to_qt(self, place: int) -> int:
        """Return the UTF-16 place of a code point place."""
        return place + bisect_left(self._wide, place)

    def from_qt(self, place: int) -> int:
        """Return the code point place of a UTF-16 place; inside a pair, that of the pair."""
        return place - bisect_left(self._wide_qt, place)
