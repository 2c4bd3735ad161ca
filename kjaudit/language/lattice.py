"""Whether Latin letters can be read off a row of characters of which each has several readings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def reaches(latin: str, readings: Sequence[Iterable[str]]) -> frozenset[int]:
    """
    Return every offset of `latin` that is reached when each character is read in one of its ways, in order.

    `len(latin)` among them: the whole string can be read. Cost: characters times offsets times readings.
    """
    places = {0}
    for options in readings:
        places = {place + len(option) for place in places for option in options if latin.startswith(option, place)}
        if not places:
            break
    return frozenset(places)


def reads(latin: str, readings: Sequence[Iterable[str]]) -> bool:
    """Whether the whole of `latin`, not empty, can be read off."""
    return bool(latin) and len(latin) in reaches(latin, readings)


def coverage(latin: str, readings: Sequence[Iterable[str]]) -> float:
    """
    Return the share of `latin` that the readings, in order, account for: 0.0 nothing .. 1.0 all of it.

    Both sides may leave things out; a reading of one letter counts a quarter, since it fits almost anywhere.
    The longest common subsequence of readings, so its cost is characters times length.
    """
    size = len(latin)
    if not size:
        return 0.0
    best = [0.0] * (size + 1)
    for options in readings:
        row = best.copy()
        for option in options:
            gain = len(option) if len(option) > 1 else 0.25
            place = latin.find(option) if option else -1
            while place >= 0:
                row[place + len(option)] = max(row[place + len(option)], best[place] + gain)
                place = latin.find(option, place + 1)
        reached = 0.0
        for offset in range(size + 1):
            reached = max(reached, row[offset])
            row[offset] = reached
        best = row
    return min(1.0, best[size] / size)
