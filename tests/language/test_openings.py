"""The characters with which a match can begin: the guard in front of a list must never hide a match."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjaudit.language import lexicon
from kjaudit.language.openings import openings

LISTS = Path(__file__).parents[2] / "resources" / "phrases"
DOCUMENTS = Path(__file__).parents[1] / "claims" / "documents"
NAMES = [
    pytest.param(path.parent.name, path.stem, id=f"{path.parent.name}-{path.stem}")
    for language in ("ko", "ja")
    for path in sorted((LISTS / language).glob("*.json"))
]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("가나|다", "[가다]"),
        ("(?:가|나)?다", "[가나다]"),
        ("(?<=라)가", "[가]"),
        ("[가-나]?다", "[가-나다]"),
        ("가{0,2}다", "[가다]"),
        (r"\d{1,3}명", r"[\d]"),
    ],
)
def test_what_a_match_begins_with(pattern, expected):
    assert openings(pattern) == expected


@pytest.mark.parametrize("pattern", ["가?", "[^가]나", ".가", "(가)나", r"\1가", ""])
def test_a_pattern_that_can_begin_with_anything_has_no_guard(pattern):
    assert openings(pattern) is None


@pytest.mark.parametrize(("language", "name"), NAMES)
def test_the_guard_of_a_list_hides_nothing_in_the_test_documents(language, name):
    guarded = lexicon.matcher(language, name)
    edge = r"(?<![가-힣])" if lexicon.phrase_list(language, name).edge else ""
    plain = re.compile(edge + lexicon.source(language, name))
    for path in DOCUMENTS.glob(f"{language}-*.md"):
        text = path.read_text("utf-8")
        assert [one.span() for one in guarded.finditer(text)] == [one.span() for one in plain.finditer(text)]


@given(st.sampled_from([name.values for name in NAMES]), st.data())
@settings(max_examples=200, deadline=None)
def test_the_guard_of_a_list_hides_none_of_its_own_words(which, data):
    language, name = which
    listed = json.loads((LISTS / language / f"{name}.json").read_text("utf-8")).get("words", [])
    if listed:
        word = data.draw(st.sampled_from(listed))
        assert lexicon.matcher(language, name).search(f" {word} ") is not None
