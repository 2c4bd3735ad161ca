"""The documents and the seed with gold: counted again here, so that a change that costs links is seen at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kjaudit import pipeline
from kjaudit.rules import RULES
from kjaudit.settings import Settings

SHARED = Path(__file__).parents[2] / ".." / "shared"
CASES = SHARED / "data" / "documents"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the development data are not here")


def understood(path):
    return pipeline.understand(pipeline.read(path), Settings())


@pytest.mark.parametrize("name", ["a01-clean", "k01-clean", "n04-clean", "h05-clean"])
def test_every_citation_of_a_clean_document_leads_to_the_right_number_of_works(name):
    gold = json.loads((CASES / "gold" / f"{name}.json").read_text("utf-8"))
    case = understood(CASES / "cases" / name / f"{name}.md")
    wanted = sum(len(citation["targets"]) for citation in gold["citations"])
    assert sum(link.reference is not None for link in case.links) == wanted
    assert [link for link in case.links if link.reference is None] == []
    found = [f.quote for code in ("CIT101", "CIT102", "CIT103", "CIT104", "CIT108") for f in RULES[code].check(case)]
    assert found == []


def test_the_seed_paper_has_nine_linked_notes_seven_uncited_entries_and_a_misspelt_name():
    case = understood(SHARED / "seeds" / "000_d244ba052e56942e.txt")
    assert [link.reference for link in case.links] == ["e2", "e4", "e12", "e10", "e16", "e11", "e7", "e14", "e13"]
    assert [finding.entry for finding in RULES["CIT102"].check(case)] == ["e1", "e3", "e5", "e6", "e8", "e9", "e15"]
    assert [(finding.entry, finding.note) for finding in RULES["CIT103"].check(case)] == [("e11", "n6")]
    assert list(RULES["CIT101"].check(case)) == []
