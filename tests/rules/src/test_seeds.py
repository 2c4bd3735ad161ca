"""The development set, where it is at hand: the numbers that issue 5 asks for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kjaudit import pipeline
from kjaudit.model import Severity
from kjaudit.settings import Settings

SHARED = Path(__file__).parents[4] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the labelled seeds are not at hand")


@pytest.fixture(scope="module")
def paper():
    path = next((SHARED / "seeds").glob("000_*"))
    return pipeline.audit(pipeline.read(path), Settings())


def test_the_notes_that_do_not_fit_are_found_with_no_other(paper):
    gold = json.loads((SHARED / "gold" / "seeds.json").read_text("utf-8"))
    wanted = [item for item in gold["items"] if item["label"] == "SOURCE_MISMATCH" and item["doc"] == "000"]
    found = [paper.case.document.source_span(one.span) for one in paper.findings if one.code == "SRC210"]
    required = [item for item in wanted if not item["optional"]]
    assert all(any(span[0] < item["end"] and item["start"] < span[1] for span in found) for item in required)
    assert all(any(span[0] < item["end"] and item["start"] < span[1] for item in wanted) for span in found)


def test_every_sentence_that_notes_cut_in_two_is_found_with_no_other(paper):
    gold = json.loads((SHARED / "gold" / "seeds.json").read_text("utf-8"))
    wanted = [item for item in gold["items"] if item["label"] == "SPLIT_BY_PAGE" and item["doc"] == "000"]
    found = [paper.case.document.source_span(one.span) for one in paper.findings if one.code == "SRC216"]
    assert sorted(span[0] for span in found) == sorted(item["start"] for item in wanted)


def test_a_share_that_its_figures_bear_out_is_silent_and_a_rest_unstated_is_a_note(paper):
    found = [one for one in paper.findings if one.code == "SRC219"]
    assert [one.severity for one in found] == [Severity.NOTE]
    assert "49%" in found[0].quote


def test_the_source_on_antiquity_is_suggested_for_the_sentence_on_antiquity(paper):
    text = paper.case.document.text
    hints = {paper.case.reference(one.reference).raw[:7]: one.span.of(text) for one in paper.case.suggestions}
    assert hints["Lee, H."].startswith("In antiquity")
