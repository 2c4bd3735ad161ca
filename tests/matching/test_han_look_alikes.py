"""Names in Han characters that differ by one character which looks like the other."""

from __future__ import annotations

import pytest

from kjaudit.matching import name_distance
from kjaudit.model import Name


@pytest.mark.parametrize(("one", "other"), [("須籐", "須藤健一"), ("刈谷", "苅谷"), ("大岡", "太岡昇")])
def test_one_character_taken_for_a_like_one_is_a_slip(one, other):
    assert 0.15 < name_distance(Name(literal=one), Name(literal=other)) <= 0.3


@pytest.mark.parametrize(("one", "other"), [("佐藤", "加藤"), ("山田", "山本"), ("李", "季")])
def test_other_names_stay_others(one, other):
    assert name_distance(Name(literal=one), Name(literal=other)) > 0.3
