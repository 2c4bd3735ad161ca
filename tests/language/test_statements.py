"""Statements that cannot both hold."""

from __future__ import annotations

import pytest

from kjaudit.language.reading import reading
from kjaudit.language.statements import disagreements, statements


@pytest.fixture
def clash(document):
    def between(text):
        told = statements(reading(document(text)))
        return [(pair.first.figure.of(text), pair.second.figure.of(text)) for pair in disagreements(told, told)]

    return between


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "The Holm Museum opened in 1931 by the river. The Holm Museum opened in 1934 by the river.",
            [("1931", "1934")],
        ),
        ("The Holm Museum holds 4,200 old looms. The Holm Museum holds 2,400 old looms.", [("4,200", "2,400")]),
        ("The Holm Museum opened in 1931 by the river. The Lund Library opened in 1934 by the river.", []),
        ("In 1998 the Holm Museum held 4,200 looms. In 2008 the Holm Museum held 2,400 looms.", []),
        ("홀름 박물관은 1931년에 직공들이 개관했다. 홀름 박물관은 1934년에 직공들이 개관했다.", [("1931", "1934")]),
        ("ホルム博物館は1931年に織工組合が開館した。ホルム博物館は1934年に織工組合が開館した。", [("1931", "1934")]),
    ],
)
def test_one_thing_with_two_values(clash, text, pairs):
    assert clash(text) == pairs
