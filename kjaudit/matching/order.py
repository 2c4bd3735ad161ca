"""In what order a reference list stands, and which entries stand outside it."""

from __future__ import annotations

import enum
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kjaudit.language.collation import gojuon_keys, hangul_keys, latin_keys, romaji_keys
from kjaudit.language.han import is_han
from kjaudit.language.hangul import is_hangul
from kjaudit.language.kana import is_kana
from kjaudit.language.names import has_wide
from kjaudit.model import Name, Reference, WorkType

from .chain import longest_chain

ENOUGH = 6
"""Fewer entries of one script show no order."""
STRAY_SHARE = 0.12
"""A list with a larger share of entries out of place is not taken to be sorted (one stray is always allowed)."""
SECTION, SECTION_COST, MOST_SECTIONS = 3, 0.9, 12
"""Least length of a section of one type of work, and what starting anew costs, in entries out of place."""

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
    people = reference.authors or reference.editors
    if people:
        found.insert(0, _sorted_name(people[0]))
    return [head for head in found if head]


def _sorted_name(name: Name) -> str:
    if has_wide(name.family + name.literal):
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
            fitting = set(kept)
            best = (missing, collation, [at for at in range(len(part)) if at in fitting or not options[at]])
    if best is None or best[0] > max(1, int(STRAY_SHARE * len(part))):
        return []
    in_order = best[2]
    out: list[Stray] = []
    for at in sorted(set(range(len(part))) - set(in_order)):
        place = bisect_left(in_order, at)
        out.append(
            Stray(
                key=part[at].key,
                before=part[in_order[place - 1]].key if place else None,
                after=part[in_order[place]].key if place < len(in_order) else None,
                collation=best[1],
                kept=len(in_order),
            )
        )
    return out


def _kept(part: Sequence[Reference], options: Sequence[Sequence[str]]) -> list[int]:
    """Positions in order, in the cheapest division into sections, each of one type of work."""
    whole = longest_chain(options)
    cuts = [at for at in range(SECTION, len(part) - SECTION + 1) if part[at].type is not part[at - 1].type]
    if not cuts or len(cuts) > MOST_SECTIONS or len(whole) == len(part):
        return whole
    ends = [0, *cuts, len(part)]
    best: dict[int, tuple[float, list[int], WorkType | None]] = {0: (0.0, [], None)}
    for at, end in enumerate(ends[1:], 1):
        choices = []
        for start in (start for start in ends[:at] if start in best):
            cost, before, last = best[start]
            kind = _type_of(part[start:end])
            if kind is not None and kind is not last:
                chain = [start + place for place in longest_chain(options[start:end])]
                missing = sum(map(bool, options[start:end])) - len(chain)
                choices.append((cost + SECTION_COST + missing, before + chain, kind))
        if choices:
            best[end] = min(choices, key=lambda choice: choice[0])
    sections = best.get(len(part))
    missing = sum(map(bool, options)) - len(whole)
    return sections[1] if sections and sections[0] - SECTION_COST <= missing else whole


def _type_of(section: Sequence[Reference]) -> WorkType | None:
    """Return the type of work that a section is of; `None` where it is too short or mixed."""
    kind, count = Counter(reference.type for reference in section).most_common(1)[0]
    return kind if len(section) >= SECTION and len(section) - count <= len(section) // 10 else None
