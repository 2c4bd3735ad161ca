"""Pairing at least cost."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjaudit.matching import assign

tables = st.integers(1, 5).flatmap(
    lambda columns: st.lists(st.lists(st.floats(0, 1), min_size=columns, max_size=columns), min_size=1, max_size=5)
)


def test_the_best_pairing_is_not_the_greedy_one():
    assert assign([[0.1, 0.2], [0.15, 0.9]]) == [(0, 1), (1, 0)]


def test_pairs_dearer_than_the_worst_are_left_out():
    assert assign([[0.1, 0.9], [0.9, 0.8]], worst=0.5) == [(0, 0)]


def test_nothing_to_pair():
    assert assign([]) == []
    assert assign([[]]) == []


def test_large_tables_are_paired_cheapest_first():
    size = 70
    table = [[abs(row - column) / size for column in range(size)] for row in range(size)]
    assert assign(table, worst=0.0) == [(at, at) for at in range(size)]


@settings(max_examples=60)
@given(tables)
def test_no_pairing_of_all_is_cheaper(table):
    pairs = assign(table)
    short, long = sorted((len(table), len(table[0])))
    assert len(pairs) == short
    turned = table if len(table) <= len(table[0]) else [list(line) for line in zip(*table, strict=True)]
    least = min(
        sum(turned[row][column] for row, column in enumerate(order)) for order in permutations(range(long), short)
    )
    assert sum(table[row][column] for row, column in pairs) == pytest.approx(least)
