"""What is written comes back, in every format and script."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kjaudit.formats import Format, read, read_text, write
from kjaudit.formats.csl import TEXT_VARIABLES
from kjaudit.model import WorkType

WORDS = st.text(
    alphabet=st.sampled_from(
        "abcXYZ äéßñŒ 한국어 日本語 カタカナ 中文 Кир עבר &%$#_{}~^\\\"'@,;:.-–—()[]=|/ 「」『』12"
    ),
    max_size=30,
).map(lambda text: " ".join(text.split()))
SAID = WORDS.filter(bool)
NAMES = st.one_of(
    st.builds(lambda family, given: {"family": family, "given": given}, SAID, SAID),
    st.builds(lambda family, given, suffix: {"family": family, "given": given, "suffix": suffix}, SAID, SAID, SAID),
    st.builds(lambda family: {"family": family}, SAID),
    st.builds(lambda literal: {"literal": literal}, SAID),
)
PARTS = st.one_of(
    st.tuples(st.integers(1, 9999)),
    st.tuples(st.integers(1, 9999), st.integers(1, 12)),
    st.tuples(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28)),
).map(list)
DATES = st.builds(
    lambda parts, circa: {"date-parts": parts} | ({"circa": True} if circa else {}),
    st.lists(PARTS, min_size=1, max_size=2),
    st.booleans(),
)
TEXTS = (*(variable for _, variable in TEXT_VARIABLES), "language", "year-suffix")
TYPES = st.sampled_from([kind.value for kind in WorkType])
ITEMS = st.fixed_dictionaries(
    {"id": SAID, "type": TYPES},
    optional={
        **dict.fromkeys(TEXTS, SAID),
        **dict.fromkeys(("author", "editor", "translator"), st.lists(NAMES, min_size=1, max_size=4)),
        **dict.fromkeys(("issued", "accessed", "original-date"), DATES),
        "custom": st.dictionaries(SAID, SAID, min_size=1, max_size=2),
    },
)


@pytest.mark.parametrize("into", Format)
@example(items=[{"id": "1", "type": "article", "page": "1- 1"}])
@given(items=st.lists(ITEMS, min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_writing_and_reading_gives_the_same_items_back(into, items):
    assert list(read_text(write(items, into))) == items


@pytest.mark.parametrize("into", Format)
def test_a_korean_a_japanese_and_a_german_entry_survive_in_their_own_fields(into, tmp_path):
    items = [
        {
            "id": "e1",
            "type": "article-journal",
            "author": [{"literal": "강정한"}, {"literal": "권은낭"}],
            "title": "한국 사회의 불평등 인식",
            "container-title": "한국사회학",
            "volume": "55",
            "issue": "1",
            "page": "179-199",
            "issued": {"date-parts": [[2021, 2]]},
            "DOI": "10.21562/kjs_2021.02.55.1.179",
        },
        {
            "id": "e2",
            "type": "book",
            "author": [{"family": "夏目", "given": "漱石"}],
            "title": "こころ",
            "publisher": "岩波書店",
            "publisher-place": "東京",
            "issued": {"date-parts": [[1914]]},
        },
        {
            "id": "e3",
            "type": "chapter",
            "author": [{"family": "von der Mühl", "given": "J. & K."}],
            "editor": [{"family": "Müller", "given": "A."}],
            "title": "50 % Recht, 100 % Kosten: $ und _",
            "container-title": "Öffentliche Ökonomie {neu}",
            "page": "12-14",
            "issued": {"date-parts": [[1998]]},
        },
    ]
    path = tmp_path / "list"
    path.write_text(write(items, into), encoding="utf-8")
    assert list(read(path)) == items
    if into is not Format.CSL:
        assert "csl-rest" not in path.read_text("utf-8")
        assert "csl: " not in path.read_text("utf-8")


def test_a_seasonal_or_free_date_is_kept_beside_the_fields():
    item = {"id": "a", "type": "book", "title": "T", "issued": {"date-parts": [[2015]], "season": "3"}}
    for into in Format:
        assert list(read_text(write([item], into))) == [item]


def test_csl_json_has_one_item_a_line():
    text = write([{"id": "a", "type": "book"}, {"id": "b", "type": "book"}], Format.CSL)
    assert [json.loads(line.rstrip(",")) for line in text.splitlines()[1:-1]][1]["id"] == "b"


def test_an_empty_list_is_an_empty_file_in_every_format():
    assert list(read_text(write([], Format.CSL))) == []
    assert write([], Format.BIBTEX) == write([], Format.RIS) == ""
