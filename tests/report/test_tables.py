"""CSV and JSON of a project, and files written whole."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from kjaudit.model import Computed, Evidence, KjauditError, say
from kjaudit.report import Language, to_csv, to_json, write_whole
from kjaudit.report.findings_csv import COLUMNS

from . import builders


def rows(dossier):
    return list(csv.DictReader(io.StringIO(to_csv(dossier).removeprefix("\ufeff"))))


def test_csv_has_one_row_a_finding_with_place_evidence_and_decision():
    made = builders.dossier()
    found = rows(made)
    assert len(found) == len(made.judged)
    assert tuple(found[0]) == COLUMNS
    assert found[0]["line"] == "7"
    assert found[0]["decision"] == "accepted"
    assert "record: A TITLE (e1:crossref title)" in found[0]["evidence"]
    assert found[-1]["standing"] == "open"


def test_csv_says_what_rules_say_in_the_language_of_the_dossier():
    made = builders.dossier(language=Language.KOREAN)
    message = say("Two notes have number {number}", number=7)
    evidence = (Evidence(label="notes", quote=say("(nothing)"), source=Computed(how="part divided by whole")),)
    first = made.judged[0]
    judged = (replace(first, finding=replace(first.finding, message=message, evidence=evidence)),)
    found = rows(replace(made, judged=judged))[0]
    assert found["message"] == "번호가 7인 각주가 둘입니다"
    assert found["evidence"] == "각주: (없음) (부분을 전체로 나눈 값)"
    assert found["name"] == first.finding.name


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_a_cell_that_looks_like_a_formula_is_not_run_by_a_spreadsheet(start):
    made = builders.dossier()
    judged = tuple(replace(item, finding=replace(item.finding, message=start)) for item in made.judged[:1])
    assert rows(replace(made, judged=judged))[0]["message"] == f"'{start}"


def test_json_holds_standing_decisions_trail_and_answers():
    made = builders.dossier()
    found = json.loads(to_json(made))
    assert found["schema"] == "kjaudit.project/1"
    findings = [item for document in found["documents"] for item in document["findings"]]
    assert [item["standing"] for item in findings[:5]] == ["decided", "decided", "stale", "carried", "open"]
    assert findings[2]["verdict"]["note"] == "because <QUERY>"
    assert findings[3]["likeness"] == 0.8
    assert found["corpus_findings"][0]["verdict"] is None
    assert [len(found[key]) for key in ("verdicts", "gone", "sent", "answers")] == [4, 1, 1, 1]
    assert found["answers"][0]["fetched_at"] == "2026-11-21T09:30:00+00:00"
    assert to_json(made) == to_json(builders.dossier())


def test_json_prints_only_the_findings_in_scope():
    made = builders.dossier()
    found = json.loads(to_json(replace(made, judged=made.judged[:1])))
    assert [len(document["findings"]) for document in found["documents"]] == [1, 0]
    assert found["corpus_findings"] == []


def test_a_file_is_written_whole_and_replaces_the_old_one(tmp_path):
    path = tmp_path / "보고서.html"
    write_whole(path, "one")
    write_whole(path, "two\r\n둘\udc80")
    assert path.read_bytes() == "two\r\n둘\\udc80".encode()
    assert [found.name for found in tmp_path.iterdir()] == ["보고서.html"]


def test_what_cannot_be_written_leaves_the_old_file_alone(tmp_path):
    with pytest.raises(KjauditError, match="folder"):
        write_whole(tmp_path, "x")
    with pytest.raises(KjauditError, match="cannot be written"):
        write_whole(tmp_path / "none" / "x.html", "x")
    assert list(tmp_path.iterdir()) == []
