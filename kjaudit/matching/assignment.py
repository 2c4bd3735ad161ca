"""Pair the rows of a table of costs with its columns, each at most once, at the least cost together."""

from __future__ import annotations

from collections.abc import Sequence

SMALL = 60
"""Up to this many rows and columns the pairing is the best there is; beyond, cheapest pairs first."""


def assign(costs: Sequence[Sequence[float]], *, worst: float = 1.0) -> list[tuple[int, int]]:
    """
    Return (row, column) pairs in row order, no pair dearer than `worst`.

    Up to `SMALL` rows and columns the sum of costs is the least possible (shortest augmenting paths, the Hungarian
    method); above that, the cheapest free pair is taken first.
    """
    rows, columns = len(costs), max(map(len, costs), default=0)
    if not rows or not columns:
        return []
    if max(rows, columns) > SMALL:
        return _cheapest_first(costs, worst)
    cut = [[min(cost, worst + 1.0) if cost <= worst else worst + 1.0 for cost in row] for row in costs]
    if rows <= columns:
        pairs = _hungarian(cut)
    else:
        pairs = [(row, column) for column, row in _hungarian([list(line) for line in zip(*cut, strict=True)])]
    return sorted(pair for pair in pairs if costs[pair[0]][pair[1]] <= worst)


def _cheapest_first(costs: Sequence[Sequence[float]], worst: float) -> list[tuple[int, int]]:
    found = sorted(
        (cost, row, column) for row, line in enumerate(costs) for column, cost in enumerate(line) if cost <= worst
    )
    rows: set[int] = set()
    columns: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, row, column in found:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            pairs.append((row, column))
    return sorted(pairs)


def _hungarian(costs: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pair every row; there are at least as many columns. Rows and columns count from 1 inside; 0 is the root."""
    rows, columns = len(costs), len(costs[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken = [0] * (columns + 1)
    for row in range(1, rows + 1):
        _augment(row, costs, row_price, column_price, taken)
    return [(taken[column] - 1, column - 1) for column in range(1, columns + 1) if taken[column]]


def _augment(
    row: int, costs: Sequence[Sequence[float]], row_price: list[float], column_price: list[float], taken: list[int]
) -> None:
    columns = len(taken) - 1
    slack = [float("inf")] * (columns + 1)
    way = [0] * (columns + 1)
    used = [False] * (columns + 1)
    taken[0] = row
    column = 0
    while taken[column]:
        used[column] = True
        at, least, following = taken[column], float("inf"), 0
        for other in range(1, columns + 1):
            if used[other]:
                continue
            cost = costs[at - 1][other - 1] - row_price[at] - column_price[other]
            if cost < slack[other]:
                slack[other], way[other] = cost, column
            if slack[other] < least:
                least, following = slack[other], other
        for other in range(columns + 1):
            if used[other]:
                row_price[taken[other]] += least
                column_price[other] -= least
            else:
                slack[other] -= least
        column = following
    while column:
        taken[column] = taken[way[column]]
        column = way[column]
