"""A list of names cut at its marks: groups of stretches, each of words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .name_parts import Item, Word, given_weight, word
from .name_words import PARTICLES

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f↵´`]|['’‘‐-](?=[^\W\d_]))*|\d+|[^\w\s]|_")
_AND = frozenset(("and", "und", "et", "y", "och", "en", "ja", "og", "u"))
_CAPITAL_AND = frozenset(("AND", "UND", "ET", "Y"))
_HARD = frozenset(";/|·・、；&+")
_LONGEST_ABBREVIATION = 5


def stretches(raw: str, start: int, end: int, ignored: Sequence[tuple[int, int]]) -> list[list[Item]]:
    """
    Split `raw[start:end]` at marks that only stand between names; each group is a list of stretches between commas.

    Nothing inside the ranges `ignored` is read.
    """
    matches = [
        match
        for match in _TOKEN.finditer(raw, start, end)
        if not ignored or not any(low <= match.start() < high for low, high in ignored)
    ]
    last_stop = start + len(raw[start:end].rstrip(" ,;:)")) - 1
    reader = _Reader(raw, last_stop, capitals=any(_in_capitals(matches, index) for index in range(len(matches))))
    for match in matches:
        reader.take(match)
    reader.close_item()
    return [group for group in reader.groups if group]


class _Reader:
    """Takes one token after the other."""

    def __init__(self, raw: str, last_stop: int, *, capitals: bool) -> None:
        self.groups: list[list[Item]] = [[]]
        self._raw = raw
        self._last_stop = last_stop
        self._capitals = capitals
        self._words: list[Word] = []
        self._bracket = False

    def take(self, match: re.Match[str]) -> None:
        token = match.group()
        if token in "()[]":
            self._bracket = token in "(["
            if token == ")" and self._words and self._words[-1].in_brackets:
                self.close_item()
        elif self._ends_group(match):
            self.close_item()
            if self.groups[-1]:
                self.groups.append([])
        elif token in ",，":
            self.close_item()
        elif token == ".":
            self._dot(match)
        elif token[0].isalpha():
            self._add(match)

    def close_item(self) -> None:
        """Make an item of the words so far; two names with a full stop between become two."""
        if self._words:
            self.groups[-1] += [Item(self._raw, tuple(part)) for part in _cut(self._words)]
            self._words = []

    def _ends_group(self, match: re.Match[str]) -> bool:
        token = match.group()
        if token in _HARD or token in _AND or (self._capitals and token in _CAPITAL_AND):
            return True
        return (token == "e" and bool(self._words)) or _is_dash(self._raw, match, self._words)

    def _dot(self, match: re.Match[str]) -> None:
        if not self._words:
            return
        last = self._words[-1]
        whole = len(last.text) > 1 and not last.text.isupper() and not last.is_suffix
        ends_all = match.start() == self._last_stop and whole
        if not ends_all and not self._raw[last.end : match.start()].strip():
            self._words[-1] = word(
                last.text, last.start, match.end(), in_brackets=last.in_brackets, dot=True, capitals=self._capitals
            )

    def _add(self, match: re.Match[str]) -> None:
        """Add a word, but no small one in front; in brackets initials, or a given name after the first family name."""
        if not self._words and match.group().islower() and len(match.group()) > 3 and match.group() not in PARTICLES:
            return
        found = word(match.group(), *match.span(), in_brackets=self._bracket, capitals=self._capitals)
        if not self._bracket or found.initial or (self._words and not self.groups[-1]):
            self._words.append(found)


def _is_dash(raw: str, match: re.Match[str], words: list[Word]) -> bool:
    """Whether a dash stands between two names: blanks on both sides, no initial before it ("H. - J.")."""
    if match.group() not in "-–—" or not words or words[-1].initial:
        return False
    around = raw[match.start() - 1 : match.start()] + raw[match.end() : match.end() + 1]
    return len(around) == 2 and around.isspace()


def _in_capitals(matches: list[re.Match[str]], index: int) -> bool:
    """Whether this is a family name in capitals; four capitals after a family name are initials ("Theuns DAMJ")."""
    text = matches[index].group()
    if len(text) < 4 or not text.isupper():
        return False
    before = matches[index - 1].group() if index else ","
    return len(text) > 4 or not before[0].isalpha() or before.isupper()


def _cut(words: list[Word]) -> list[list[Word]]:
    """Cut "AMAR Béatrice. GUEGEN" at the stop and "Zhu L Chen C Shi WJ" after the initials."""
    for index in range(1, len(words)):
        before = words[index - 1]
        written_out = len(before.text) > _LONGEST_ABBREVIATION or given_weight(before.text) > 0
        if before.dot and before.solid and words[index].solid and written_out:
            return [words[:index], words[index:]]
    cuts = [index for index in range(1, len(words)) if words[index].solid and words[index - 1].initial]
    if len(cuts) < 2 or not (words[0].solid and words[-1].initial):
        return [words]
    return [words[start:end] for start, end in zip([0, *cuts], [*cuts, len(words)], strict=True)]
