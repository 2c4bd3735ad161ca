"""In what order a reference list stands, and which entries stand outside it."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kjaudit.language.collation import gojuon_keys, hangul_keys, latin_keys, romaji_keys
from kjaudit.language.han import is_han
from kjaudit.language.hangul import is_hangul
from kjaudit.language.kana import is_kana
from kjaudit.language.names import is_wide
from kjaudit.model import Name, Reference

from .chain import longest_chain

ENOUGH = 6
"""Fewer entries of one script show no order."""
STRAY_SHARE = 0.12
"""A list with a larger share of entries out of place is not taken to be sorted (one stray is always allowed)."""
SECTION_COST = 1.5
"""Cost of a section that starts anew where the type of work changes, in entries out of place."""
MOST_SECTIONS = 12

_HEAD = re.compile(r"[^,.:：，．、。;(（\[「『｢“\"《〈<·・‧⋅]+")
_LEADING = re.compile(r"^[\s\W\d_]*", re.UNICODE)


class Collation(enum.Enum):
    """By what a part of a list is sorted."""

    LATIN = "alphabetical"
    HANGUL = "가나다"
    GOJUON = "五十音"
    ROMAJI = "alphabetical by reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """
    An entry that stands outside the order of its list.

    Attributes:
        key: of the entry; before, after: keys of its neighbours that are in order, or `None` at an end.
        collation: the order that the others follow; `kept`: how many do.
    """

    key: str
    before: str | None
    after: str | None
    collation: Collation
    kept: int


def strays(references: Sequence[Reference]) -> tuple[Stray, ...]:
    """
    Return the entries that stand outside the alphabetical order of their list, in list order.

    Entries of one script are looked at together. Nothing is returned for a list that is not sorted, nor for entries
    without a name or title to sort by.
    """
    listed = [reference for reference in references if reference.in_list and reference.same_author_as is None]
    found: list[Stray] = []
    for keys in (_LATIN, _HANGUL, _HAN):
        part = [reference for reference in listed if _script_of(reference) is keys]
        if len(part) >= ENOUGH:
            found += _strays_of(part, keys)
    place = {reference.key: at for at, reference in enumerate(references)}
    return tuple(sorted(found, key=lambda stray: place[stray.key]))


Keys = Callable[[str], tuple[str, ...]]
_LATIN: tuple[tuple[Collation, Keys], ...] = ((Collation.LATIN, latin_keys),)
_HANGUL: tuple[tuple[Collation, Keys], ...] = ((Collation.HANGUL, hangul_keys),)
_HAN: tuple[tuple[Collation, Keys], ...] = (
    (Collation.GOJUON, gojuon_keys),
    (Collation.ROMAJI, romaji_keys),
    (Collation.HANGUL, hangul_keys),
)


def _script_of(reference: Reference) -> tuple[tuple[Collation, Keys], ...] | None:
    head = _heads(reference)[0] if _heads(reference) else ""
    first = next((char for char in head if char.isalpha()), "")
    if not first:
        return None
    if is_hangul(first):
        return _HANGUL
    return _HAN if is_han(first) or is_kana(first) else _LATIN


def _heads(reference: Reference) -> list[str]:
    """Return what the entry may be sorted by: its first printed words, the family name of its first author."""
    raw = _LEADING.sub("", reference.raw[:300].removeprefix(reference.label))
    printed = _HEAD.match(raw)
    found = [printed[0].strip()] if printed else []
    if reference.authors:
        found.insert(0, _sorted_name(reference.authors[0]))
    return [head for head in found if head]


def _sorted_name(name: Name) -> str:
    if any(map(is_wide, name.family + name.literal)):
        return (name.family + name.given or name.literal).replace(" ", "")
    return name.family or name.literal


def _strays_of(part: Sequence[Reference], collations: Sequence[tuple[Collation, Keys]]) -> list[Stray]:
    best: tuple[int, Collation, list[int]] | None = None
    for collation, keys in collations:
        options = [tuple({key for head in _heads(reference) for key in keys(head)}) for reference in part]
        if sum(map(bool, options)) < ENOUGH:
            continue
        kept = _kept(part, options)
        missing = sum(map(bool, options)) - len(kept)
        if best is None or missing < best[0]:
            best = (missing, collation, [at for at in range(len(part)) if at in set(kept) or not options[at]])
    if best is None or best[0] > max(1, int(STRAY_SHARE * len(part))):
        return []
    in_order = best[2]
    out: list[Stray] = []
    for at in sorted(set(range(len(part))) - set(in_order)):
        before = max((place for place in in_order if place < at), default=None)
        after = min((place for place in in_order if place > at), default=None)
        out.append(
            Stray(
                key=part[at].key,
                before=None if before is None else part[before].key,
                after=None if after is None else part[after].key,
                collation=best[1],
                kept=len(in_order),
            )
        )
    return out


def _kept(part: Sequence[Reference], options: Sequence[Sequence[str]]) -> list[int]:
    """Positions in order, in the cheapest division into sections that begin where the type of work changes."""
    cuts = [at for at in range(2, len(part) - 1) if part[at].type is not part[at - 1].type]
    whole = longest_chain(options)
    if not cuts or len(cuts) > MOST_SECTIONS or len(whole) == len(part):
        return whole
    ends = [0, *cuts, len(part)]
    best: dict[int, tuple[float, list[int]]] = {0: (-SECTION_COST, [])}
    for at, end in enumerate(ends[1:], 1):
        choices = []
        for start in ends[:at]:
            chain = [start + place for place in longest_chain(options[start:end])]
            cost, before = best[start]
            missing = sum(map(bool, options[start:end])) - len(chain)
            choices.append((cost + SECTION_COST + missing, before + chain))
        best[end] = min(choices, key=lambda choice: choice[0])
    return best[len(part)][1]
