"""The sample project: every planted defect is found, and nothing else is said of clean text."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from kjaudit import pipeline
from kjaudit.model import Severity
from kjaudit.settings import Settings
from tests.builders import TODAY

SEEDS = Path(__file__).parents[2] / "seeds"
MANIFEST = json.loads((SEEDS / "manifest.json").read_text("utf-8"))["documents"]
IDS = [entry["file"] for entry in MANIFEST]


def _folded(text):
    return " ".join(text.replace("’", "'").split())


@pytest.fixture(scope="module")
def audits():
    settings = Settings(today=TODAY)
    return {entry["file"]: pipeline.audit(pipeline.read(SEEDS / entry["file"]), settings) for entry in MANIFEST}


def _answers(finding, defect):
    quote, words = _folded(finding.quote), _folded(defect["quote"])
    return finding.name == defect["name"] and (words in quote or quote in words)


@pytest.mark.parametrize("entry", MANIFEST, ids=IDS)
def test_every_planted_defect_is_found(audits, entry):
    findings = audits[entry["file"]].findings
    missed = [
        (defect["name"], defect["quote"])
        for defect in entry["defects"]
        if sum(_answers(finding, defect) for finding in findings) < defect.get("times", 1)
    ]
    assert missed == []


@pytest.mark.parametrize("entry", MANIFEST, ids=IDS)
def test_clean_text_is_left_alone(audits, entry):
    loud = [
        (finding.name, _folded(finding.quote))
        for finding in audits[entry["file"]].findings
        if finding.severity > Severity.NOTE
        and finding.name not in entry["may"]
        and not any(_answers(finding, defect) for defect in entry["defects"])
    ]
    assert loud == []


def test_the_paper_is_read_whole(audits):
    entry = MANIFEST[0]
    case = audits[entry["file"]].case
    linked = {link.citation for link in case.links if link.reference}
    notes = Counter(citation.note for citation in case.citations if citation.key in linked)
    assert (len(case.references), len(case.document.notes), len(notes)) == (
        entry["entries"],
        entry["notes"],
        entry["linked_notes"],
    )
