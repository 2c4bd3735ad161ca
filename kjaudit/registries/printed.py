"""A printed reference string, folded once for comparing with many records."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from kjaudit.model import Name

from .folding import compact, fold, grams, is_cjk, join_broken, words

LONGEST = 4000
"""Characters of a string that are looked at: a longer one is no reference."""
_SHORT_TITLE = 8
"""Letters below which a Latin title must stand in the string word for word."""
_SHORT_CJK_TITLE = 3
_OPENING = 6
"""Words in which the first author's family name stands: a label, given names or initials may come before it."""
_NUMBER = re.compile(r"(?<![a-z0-9])(?<!\d\.)[a-z]{0,3}\d[\da-z]*")
_WRITTEN_TO = re.compile(r"^(?:vol|v|no|nr|n|pp|p|bd|t)(?=\d)")
_ERA_YEAR = re.compile(r"(明治|大正|昭和|平成|令和)(元|\d{1,2})年?")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before the first of each Japanese era."""
_HAN_PLACE = re.compile("[〇一二三四五六七八九十百]+[巻卷号號頁年〜～~-]")
"""Volumes, issues and pages in Han numerals: they stand there, but are not read here."""
_SAME_AUTHOR = re.compile(r"\W*(?:_{2,}|[-‐-―ー─]{2,}|〃)")
"""A dash for the author of the entry above."""
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_PRINTED_DOI = re.compile(r"10\.\d{4,9}/(?:\s?[^\s<>\"”]+)")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?:doi:?\s*)?10\.\d{4,9}/\S+")
"""Digits in addresses and DOIs are no years, volumes or pages."""
_STOP = frozenset(
    ("of", "the", "and", "for", "in", "on", "de", "la", "le", "der", "die", "und", "et", "des", "du", "a")
)
"""Words that abbreviated journal names leave out (ISO 4)."""


class Printed:
    """
    The string, in the forms that comparing needs.

    Attributes:
        text: folded, words that a line end broke joined.
        words: of `text`, in order.
        compact: `words` without anything between.
        years: four-digit numbers that may be years; those in addresses are not.
        numbers: every number, leading zeros dropped, letters before or behind kept ("a194", "e96").
        is_cjk: the string is Korean, Japanese or Chinese, at least in its opening.
        is_placed: there are numbers besides the year, all of them readable, so that a volume or page that is not among
            them is another one.
        names_nobody: the author is a dash, that of the entry above.
        doi: the DOI printed in the string, lower case, or "".
    """

    def __init__(self, raw: str) -> None:
        raw = raw[:LONGEST]
        self.text = fold(join_broken(raw))
        self.words = words(self.text)
        self.compact = "".join(self.words)
        plain = _ADDRESS.sub(" ", self.text)
        eras = {_ERAS[era] + (1 if year == "元" else int(year)) for era, year in _ERA_YEAR.findall(plain)}
        plain = _ERA_YEAR.sub(" ", plain)
        self.years = frozenset(map(int, _YEAR.findall(plain))) | eras
        self.names_nobody = _SAME_AUTHOR.match(raw) is not None
        self.numbers = tuple(plain_number(found) for found in _NUMBER.findall(plain))
        self._number_set = frozenset(self.numbers)
        self.is_placed = len(self.numbers) > len(self.years - eras) and not _HAN_PLACE.search(plain)
        found = _PRINTED_DOI.search(raw)
        self.is_cjk = is_cjk(self.text[:200])
        self.doi = found.group().replace(" ", "").rstrip(".,;)]").lower() if found else ""
        self._opening = f" {' '.join(self.words[:_OPENING])} "
        self._spaced = f" {' '.join(self.words)} "

    @cached_property
    def _fours(self) -> frozenset[str]:
        return grams(self.compact, 4)

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return grams(self.compact, 2)

    @cached_property
    def _without_stops(self) -> list[str]:
        return [word for word in self.words if word not in _STOP]

    @cached_property
    def _by_letter(self) -> dict[str, list[int]]:
        """First letter -> places among the words that are no stop words: two words cut short share it."""
        found: dict[str, list[int]] = {}
        for place, word in enumerate(self._without_stops):
            found.setdefault(word[0], []).append(place)
        return found

    def title_share(self, title: str) -> float:
        """Return the share of a title's character runs that stand in the string, 0..1; short titles: 1 or 0."""
        folded = fold(title)
        body = compact(folded)
        size = 2 if is_cjk(body) else 4
        if len(body) < (_SHORT_CJK_TITLE if size == 2 else _SHORT_TITLE):
            return float(bool(body) and f" {' '.join(words(folded))} " in self._spaced)
        wanted = grams(body, size)
        have = self._pairs if size == 2 else self._fours
        return len(wanted & have) / len(wanted)

    def has_number(self, wanted: str) -> bool:
        """Whether `wanted` (as `plain_number` writes it) is one of the numbers of the string."""
        return wanted in self._number_set

    def opens_with(self, name: Name) -> bool:
        """Whether `name`, a record's first author, stands where the string names its first author."""
        family = fold(name.literal or name.family)
        body = compact(family)
        if not body:
            return False
        if is_cjk(body):
            full = body + compact(fold(name.given))
            return len(full) >= 2 and full in self.compact[: 30 + len(full)]
        if f" {' '.join(words(family))} " in self._opening:
            return True
        return len(body) >= 5 and body in self.compact[: 20 + len(body)]

    def names_container(self, container: str) -> bool:
        """Whether a journal's name stands in the string, in full or word by word cut short ("Gastrointest Endosc")."""
        folded = fold(container)
        if is_cjk(folded):
            return compact(folded) in self.compact
        wanted = [word for word in words(folded) if word not in _STOP]
        if not wanted:
            return False
        if len(wanted) == 1:
            return len(wanted[0]) >= 3 and f" {wanted[0]} " in self._spaced
        have = self._without_stops
        starts = self._by_letter.get(wanted[0][0], ())
        return any(_cut_short(wanted, have, start) for start in starts)


def plain_number(text: str) -> str:
    """Return a number without leading zeros and without "vol", "no", "pp" written to it; "a194" as it is."""
    bare = _WRITTEN_TO.sub("", text)
    return bare.lstrip("0") or "0" if bare[:1].isdigit() else bare


def first_number(text: str) -> str:
    """Return the first number of a volume, issue or page range ("Suppl. 2" -> "2", "A194-201" -> "a194"), or ""."""
    found = _NUMBER.search(fold(text))
    return plain_number(found.group()) if found else ""


def numbers_of(title: str) -> tuple[str, ...]:
    """Return the numbers of a title, as `Printed.numbers` writes them."""
    return tuple(plain_number(found) for found in _NUMBER.findall(_ERA_YEAR.sub(" ", fold(title))))


def _cut_short(wanted: Sequence[str], have: Sequence[str], start: int) -> bool:
    if start + len(wanted) > len(have):
        return False
    for offset, word in enumerate(wanted):
        printed = have[start + offset]
        if not (word.startswith(printed) or printed.startswith(word)):
            return False
    return True
