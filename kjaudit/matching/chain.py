"""The longest run of things that are already in order: what stands outside it is out of place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def longest_chain(keys: Sequence[Sequence[str]]) -> list[int]:
    """
    Return the positions of a longest chain whose keys do not fall.

    Each thing may sort under any of several keys (a name with and without its particle); a thing without keys is in
    no chain. Patience sorting: n log n for a bounded number of keys each.
    """
    tails: list[str] = []
    ends: list[int] = []
    nodes: list[tuple[int, int]] = []  # position, node before or -1
    for position, options in enumerate(keys):
        placed = []
        for key in sorted(set(options), reverse=True):
            length = bisect_right(tails, key)
            placed.append((length, key, ends[length - 1] if length else -1))
        for length, key, before in placed:
            nodes.append((position, before))
            if length == len(tails):
                tails.append(key)
                ends.append(len(nodes) - 1)
            elif key < tails[length]:
                tails[length], ends[length] = key, len(nodes) - 1
    out: list[int] = []
    node = ends[-1] if ends else -1
    while node >= 0:
        out.append(nodes[node][0])
        node = nodes[node][1]
    return out[::-1]
