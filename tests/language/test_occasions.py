"""Events of known year."""

from __future__ import annotations

import pytest

from kjaudit.language.occasions import occasions


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The COVID-19 pandemic emptied the streets.", 2020),
        ("코로나19 유행이 끝난 뒤에도 거리는 비어 있었다.", 2020),
        ("東日本大震災のあと、町は移った。", 2011),
    ],
)
def test_an_event_has_its_year(text, year):
    assert [found for found, _ in occasions(text)] == [year]


@pytest.mark.parametrize(
    "text", ["Before the COVID-19 pandemic the streets were full.", "코로나19 이전의 거리", "東日本大震災以前の町"]
)
def test_what_lies_before_an_event_is_not_of_its_year(text):
    assert occasions(text) == []
