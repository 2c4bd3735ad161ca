"""A list of names cut at its marks: groups of stretches, each of words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .name_parts import Item, Word, given_weight, stretch, word
from .name_words import EAST_ASIAN_FAMILY, PARTICLES

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f↵´`]|['’‘‐-](?=[^\W\d_]))*|\d+|[^\w\s]|_")
_AND = frozenset(("and", "und", "et", "y", "och", "en", "ja", "og", "u", "with", "avec"))
_CAPITAL_AND = frozenset(("AND", "UND", "ET", "Y"))
_AND_OR_INITIAL = frozenset("yYeE")
_VOWEL = re.compile(r"[AEIOUYÄÖÜÉÈ]")
_MAY_END = _AND | _CAPITAL_AND | _AND_OR_INITIAL
_CAPITALS = re.compile(r"[^\W\d_a-zß-öø-ÿ]{3}")
_HARD = frozenset(";/|·・、；&+")
_LONGEST_ABBREVIATION = 5
_SHORTEST_FAMILY, _SHORTEST_IN_CAPITALS, _MOST_INITIALS = 2, 3, 4


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
    capitals = _CAPITALS.search(raw, start, end) is not None
    reader = _Reader(
        raw,
        last_stop,
        capitals=capitals and any(_in_capitals(matches, index) for index in range(len(matches))),
        capitals_last=capitals and _capitals_last([match.group() for match in matches]),
        small=_in_small_letters(matches),
    )
    for match in matches:
        reader.take(match)
    reader.close_item()
    return [group for group in reader.groups if group]


def _in_small_letters(matches: list[re.Match[str]]) -> bool:
    """Whether names are printed or were scanned without capitals: "kornaro g.", "figari P. G."."""
    single = False
    for match in matches:
        text = match.group()
        if len(text) > 1 and text[0].isupper():
            return False
        single = single or (len(text) == 1 and text.isalpha())
    return single


class _Reader:
    """Takes one token after the other."""

    def __init__(self, raw: str, last_stop: int, *, capitals: bool, capitals_last: bool, small: bool) -> None:
        self.groups: list[list[Item]] = [[]]
        self._raw = raw
        self._last_stop = last_stop
        self._capitals = capitals
        self._capitals_last = capitals_last
        self._small = small
        self._words: list[Word] = []
        self._bracket = False

    def take(self, match: re.Match[str]) -> None:
        token = match.group()
        if token[0].isalpha() and token not in _MAY_END:
            self._add(match)
        elif token in "()[]":
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
            self.groups[-1] += [stretch(self._raw, part) for part in _cut(self._words)]
            self._words = []

    def _ends_group(self, match: re.Match[str]) -> bool:
        token = match.group()
        if token in _AND_OR_INITIAL and self._raw[match.end() : match.end() + 1] == ".":
            return False
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
        """
        Add a word, but no small one in front of others with a capital.

        In brackets initials, or a given name after the first family name.
        """
        text = match.group()
        in_front = not self._words and not self._small
        if in_front and text.islower() and len(text) > 3 and text not in PARTICLES:
            return
        found = word(text, *match.span(), in_brackets=self._bracket, capitals=self._capitals)
        if self._capitals_last and found.initial and len(text) == _SHORTEST_FAMILY and self._after_given():
            found = replace(found, initial=False)
        if not self._bracket or found.initial or (self._words and not self.groups[-1]):
            self._words.append(found)

    def _after_given(self) -> bool:
        """Whether the word before is a name in small letters: "Lianghua" before "XU"."""
        return bool(self._words) and self._words[-1].solid and not self._words[-1].text.isupper()


def _capitals_last(tokens: list[str]) -> bool:
    """
    Whether the list prints "Given FAMILY" somewhere: the other names of it may end in a short family, "XU".

    A lone capital without a full stop after a name, "Reiser E", are initials, and then all short capitals are.
    """
    found = False
    for place in range(1, len(tokens)):
        before, text = tokens[place - 1], tokens[place]
        if not text.isupper() or not before[0].isalpha() or before.isupper():
            continue
        if len(text) == 1 and tokens[place + 1 : place + 2] != ["."]:
            return False
        found = found or len(text) >= _MOST_INITIALS
    return found


def _is_dash(raw: str, match: re.Match[str], words: list[Word]) -> bool:
    """Whether a dash stands between two names: blanks on both sides, no initial before it ("H. - J.")."""
    if match.group() not in "-–—" or not words or words[-1].initial:
        return False
    around = raw[match.start() - 1 : match.start()] + raw[match.end() : match.end() + 1]
    return len(around) == 2 and around.isspace()


def _in_capitals(matches: list[re.Match[str]], index: int) -> bool:
    """
    Whether this is a family name in capitals.

    Four capitals after a family name are initials ("Theuns DAMJ"), after a given name a family ("Dorothy DAY").
    """
    text = matches[index].group()
    if len(text) < _SHORTEST_IN_CAPITALS or not text.isupper():
        return False
    before = matches[index - 1].group() if index else ","
    if before[0].isalpha() and not before.isupper() and len(text) <= _MOST_INITIALS:
        weight, family = given_weight(before), before.casefold() in EAST_ASIAN_FAMILY
        named = text.casefold() in EAST_ASIAN_FAMILY and weight >= 0 and not family
        return named or (weight > 0 and not family and _VOWEL.search(text) is not None)
    return len(text) > _SHORTEST_IN_CAPITALS


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
