"""The provenance card, and the hints where a source fits better."""

from __future__ import annotations

import pytest

from kjaudit import pipeline
from kjaudit.settings import Settings

LOOMS = """# The river

The looms of the river towns were built of beech and driven by small wheels. It was a damp and noisy trade.

Bakers had guilds of their own and kept the price of bread low for a century (Dahl, 2004).

## References

Dahl, I. (2004). *Looms of the river towns*. Oslo: Nord.
"""


@pytest.fixture
def case(tmp_path):
    def read(text):
        path = tmp_path / "text.md"
        path.write_text(text, "utf-8")
        return pipeline.understand(pipeline.read(path), Settings())

    return read


def test_what_a_reader_misses_is_listed(case):
    assert case("# A text\n\nIt says nothing of itself.\n").provenance.missing == ("author", "date", "outlet")


def test_the_latest_year_named_is_the_earliest_it_can_have_been_written(case):
    card = case(
        "# A text\n\nThe mill closed in 1998. A poll of 2011 found little. It aims to reopen by 2040.\n"
    ).provenance
    assert card.earliest is not None
    assert card.earliest.year == 2011
    assert [field.value for field in card.earliest_evidence] == ["2011"]


def test_a_credit_with_author_and_licence_is_whole(case):
    card = case(
        "# A\n\nDawn (Photo: Ada Holm, CC BY 4.0). Dusk (Image Credits: Flickr). 밤 (사진=픽사베이).\n"
    ).provenance
    assert [credit.confidence < 1 for credit in card.credits] == [False, True, True]


def test_the_share_of_covered_claims_is_counted(case):
    card = case(LOOMS).provenance
    assert card.note_coverage is not None
    assert card.paragraphs_covered == 0.5


def test_a_seam_is_where_the_marks_change(case):
    straight = '"It rains", they said. "It pours", said others, and it\'s true that they\'re wet.'
    curly = "“It shines,” they said. “It glows,” said others, and it’s true enough."
    seams = case(f"# A\n\n{straight}\n\n{curly}\n").provenance.seams
    assert [seam.raw[:12] for seam in seams] == ["“It shines,”"]


def test_a_source_that_fits_another_sentence_better_is_suggested(case):
    found = case(LOOMS)
    (hint,) = found.suggestions
    assert hint.span.of(found.document.text).startswith("The looms of the river towns")
    assert hint.instead_of is not None
    assert "Bakers" in hint.instead_of.of(found.document.text)


def test_a_source_that_stands_where_it_fits_is_left_alone(case):
    text = LOOMS.replace("small wheels.", "small wheels (Dahl, 2004).").replace(" (Dahl, 2004).\n\n##", ".\n\n##")
    assert case(text).suggestions == ()


def test_a_year_after_today_cannot_date_the_text(case):
    card = case("# A text\n\nThe mill closed in 1998. A poll of 2031 found little.\n").provenance
    assert card.earliest is not None
    assert card.earliest.year == 1998


@pytest.mark.parametrize(("credit", "whole"), [("(Photo: Harbour Post)", False), ("(Photo: Ada Holm)", True)])
def test_an_outlet_is_no_photographer(case, credit, whole):
    (found,) = case(f"# A text\n\nThe entrance hall. {credit}\n").provenance.credits
    assert (found.confidence == 1.0) is whole
