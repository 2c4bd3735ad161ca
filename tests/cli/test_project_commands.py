"""`project`, `judge`, `export`, `show`, `rules` and `batch`, as a person types them."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kjaudit.cli.main import main
from kjaudit.rules import CORPUS_RULES, RULES
from kjaudit.workspace import Workspace

TEXT = """# On festivals

However, critics note risks around identity confusion. Some say that the money was wasted.¹

## References

Kim, S. (2014). Legacies. *East Asian Politics Review*, 12(3), 89-104.
"""


@pytest.fixture
def manuscript(tmp_path):
    """Return a manuscript."""
    path = tmp_path / "festivals.md"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def project(tmp_path, manuscript):
    """Return a project with one document and a reviewer."""
    path = tmp_path / "p.kjaudit"
    assert main(["project", "create", str(path), str(manuscript), "--reviewer", "Ann Lee"]) == 0
    return path


def listed(capsys, project):
    assert main(["judge", str(project), "--list", "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)["findings"]


def refused(capsys, *arguments):
    """Run a command that cannot do its job; return the one sentence it says."""
    assert main([str(argument) for argument in arguments]) == 2
    told = capsys.readouterr()
    assert told.err.startswith("kjaudit: ")
    assert told.err.count("\n") == 1
    return told.err


def test_a_project_lists_its_documents(capsys, project, tmp_path):
    (tmp_path / "two.txt").write_text("A second text.")
    assert main(["project", "add", str(project), str(tmp_path / "two.txt")]) == 0
    assert main(["project", "list", str(project)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["d1", "d2"]
    assert "open" in lines[0]
    assert main(["project", "remove", str(project), "d2"]) == 0
    assert main(["project", "list", str(project)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_project_is_not_made_when_a_document_is_missing(capsys, tmp_path):
    assert "none.md" in refused(capsys, "project", "create", tmp_path / "p.kjaudit", tmp_path / "none.md")
    assert list(tmp_path.iterdir()) == []


def test_a_project_is_never_overwritten(capsys, project):
    assert "there already" in refused(capsys, "project", "create", project)


def test_a_decision_is_listed_and_can_be_taken_back(capsys, project):
    first = listed(capsys, project)[0]
    assert main(["judge", str(project), first["key"][:8], "--decision", "query", "--note", "who?"]) == 0
    assert ": SRC" in capsys.readouterr().out
    decided = {item["key"]: item for item in listed(capsys, project)}[first["key"]]
    assert (decided["standing"], decided["verdict"]["note"]) == ("decided", "who?")
    assert decided["verdict"]["reviewer"] == "Ann Lee"
    assert main(["judge", str(project), "--standing", "decided"]) == 0
    assert capsys.readouterr().out.startswith(f"{first['key']}\td1\t")
    assert main(["judge", str(project), first["key"], "--decision", "withdrawn"]) == 0
    assert ": SRC" in capsys.readouterr().out
    assert {item["standing"] for item in listed(capsys, project)} == {"open"}


def test_the_history_shows_every_decision_also_those_taken_back(capsys, project):
    key = listed(capsys, project)[0]["key"]
    for decision in ("fix", "withdrawn"):
        assert main(["judge", str(project), key, "--decision", decision, "--note", "see p. 3"]) == 0
        assert ": SRC" in capsys.readouterr().out
    assert main(["judge", str(project), "--history"]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [(line[1], line[2], line[-1]) for line in lines] == [
        ("Ann Lee", "fix", "see p. 3"),
        ("Ann Lee", "withdrawn", "see p. 3"),
    ]
    assert main(["judge", str(project), "--history", "--format", "json"]) == 0
    assert [item["finding"] for item in json.loads(capsys.readouterr().out)] == [key, key]


def test_findings_alike_are_decided_together(capsys, project):
    vague = [item["key"] for item in listed(capsys, project) if item["code"] == "SRC202"]
    assert len(vague) == 2
    assert main(["judge", str(project), vague[0], "--alike", "--decision", "rejected", "--reviewer", "Bo"]) == 0
    assert ": SRC" in capsys.readouterr().out
    decided = [item for item in listed(capsys, project) if item["standing"] == "decided"]
    assert [item["key"] for item in decided] == vague
    assert decided[0]["verdict"]["reviewer"] == "Bo"


def test_an_entry_is_marked_deliberately_uncited_and_back(capsys, project):
    def uncited():
        return [item for item in listed(capsys, project) if item["name"] == "uncited-entry"]

    before = uncited()
    assert main(["judge", str(project), "--uncited", "d1:e1", "--note", "further reading"]) == 0
    assert uncited() == []
    assert main(["judge", str(project), "--uncited", "d1:e1", "--decision", "withdrawn"]) == 0
    assert [item["key"] for item in uncited()] == [item["key"] for item in before]


@pytest.mark.parametrize(
    "arguments",
    [
        ["abcdef"],
        [],
        ["--decision", "fix"],
        ["feedbeef", "--decision", "fix"],
        ["--uncited", "d1:e9"],
        ["--uncited", "d9"],
    ],
)
def test_a_decision_that_says_too_little_or_nonsense_is_refused_in_one_sentence(capsys, project, arguments):
    refused(capsys, "judge", project, *arguments)
    assert {item["standing"] for item in listed(capsys, project)} == {"open"}


def test_nobody_decides_without_a_name(capsys, tmp_path, manuscript):
    path = tmp_path / "q.kjaudit"
    assert main(["project", "create", str(path), str(manuscript)]) == 0
    key = listed(capsys, path)[0]["key"]
    assert "name" in refused(capsys, "judge", path, key, "--decision", "fix")


def test_what_would_be_sent_is_shown_without_sending(capsys, project):
    assert main(["project", "lookup", str(project)]) == 0
    assert "GET https://api.crossref.org/works?query.bibliographic=" in capsys.readouterr().out
    assert main(["project", "lookup", str(project), "--trail"]) == 0
    assert capsys.readouterr().out == ""


def test_look_ups_need_the_option_and_leave_the_consent_of_the_project_as_it_was(capsys, project, monkeypatch):
    monkeypatch.setenv("KJAUDIT_CROSSREF_URL", "http://127.0.0.1:9")  # nobody listens there
    assert main(["project", "lookup", str(project), "--lookup", "--mailto", "ann@example.org"]) == 0
    assert "d1:e1:crossref\tUNAVAILABLE\t" in capsys.readouterr().out
    assert main(["project", "lookup", str(project), "--trail"]) == 0
    assert "crossref\tGET http://127.0.0.1:9/works?query" in capsys.readouterr().out
    assert "no-record-found" not in {item["name"] for item in listed(capsys, project)}
    assert "crosref" in refused(capsys, "project", "lookup", project, "--lookup=crosref")
    with Workspace.open(project) as workspace:
        assert workspace.settings.registries == ()
        assert workspace.settings.mailto == "ann@example.org"


def test_a_manuscript_is_no_project(capsys, manuscript):
    assert "not a kjaudit project" in refused(capsys, "judge", manuscript, "--list")


def test_every_format_is_written_from_a_project_and_from_a_file(capsys, project, manuscript, tmp_path):
    for source in (project, manuscript):
        for form in ("html", "json", "csv", "bib", "ris", "csl.json"):
            out = tmp_path / f"out.{form}"
            assert main(["export", str(source), "--output", str(out), "--date", "2026-11-21"]) == 0
            text = out.read_text("utf-8-sig")
            starts = {"html": "<!DOCTYPE html>", "csv": "document,", "bib": "@article{e1", "ris": "TY  - "}
            assert text.startswith(starts.get(form, ("{", "[")))
    assert [item["id"] for item in json.loads(out.read_text("utf-8"))] == ["e1"]
    assert capsys.readouterr().err == ""


def test_two_exports_do_not_differ_by_a_byte(capsys, project):
    texts = []
    for _ in range(2):
        assert main(["export", str(project), "--format", "json", "--date", "2026-11-21"]) == 0
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1]


@pytest.mark.parametrize("language", ["ko", "ja"])
def test_a_report_speaks_the_language_asked_for(capsys, project, language):
    assert main(["export", str(project), "--format", "html", "--language", language]) == 0
    assert f'<html lang="{language}">' in capsys.readouterr().out


def test_an_export_can_be_of_open_findings_only(capsys, project):
    key = listed(capsys, project)[0]["key"]
    assert main(["judge", str(project), key, "--decision", "accepted"]) == 0
    assert ": SRC" in capsys.readouterr().out
    rows = {}
    for scope in ("all", "open", "decided"):
        assert main(["export", str(project), "--format", "csv", "--scope", scope]) == 0
        rows[scope] = [
            row["key"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff")))
        ]
    assert rows["decided"] == [key]
    assert sorted(rows["open"] + rows["decided"]) == sorted(rows["all"])


def test_of_several_files_an_unreadable_one_is_told_and_the_others_written(capsys, manuscript, tmp_path):
    out = tmp_path / "out.csv"
    assert main(["export", str(manuscript), str(tmp_path / "none.md"), "--output", str(out)]) == 2
    assert "none.md" in capsys.readouterr().err
    assert "festivals.md" in out.read_text("utf-8-sig")


def test_an_export_that_cannot_be_written_leaves_nothing_half(capsys, manuscript, tmp_path):
    refused(capsys, "export", manuscript, "--output", tmp_path / "no" / "out.csv")
    refused(capsys, "export", manuscript, "--output", tmp_path / "out")
    refused(capsys, "export", tmp_path / "none.md", "--output", tmp_path / "out.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["festivals.md"]


@pytest.mark.parametrize(
    ("stage", "seen"),
    [
        ("text", "However, critics note"),
        ("blocks", "paragraph"),
        ("references", "title=Legacies"),
        ("claims", "attribution"),
        ("findings", "SRC202 vague-attribution"),
    ],
)
def test_the_middle_of_the_flow_can_be_seen(capsys, manuscript, stage, seen):
    assert main(["show", "--stage", stage, str(manuscript)]) == 0
    assert seen in capsys.readouterr().out


@pytest.mark.parametrize("stage", ["notes", "citations", "links"])
def test_notes_citations_and_links_can_be_seen(capsys, tmp_path, stage):
    path = tmp_path / "cited.md"
    path.write_text(TEXT.replace("wasted.¹", "wasted (Kim 2014).[^1]") + "\n[^1]: Kim, Legacies, p. 3.\n", "utf-8")
    assert main(["show", "--stage", stage, str(path)]) == 0
    assert "Kim" in capsys.readouterr().out


def test_rules_are_listed_by_code_as_text_and_as_json(capsys):
    assert main(["rules"]) == 0
    codes = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert codes == sorted({**RULES, **CORPUS_RULES})
    assert main(["rules", "--format", "json"]) == 0
    assert [rule["code"] for rule in json.loads(capsys.readouterr().out)] == codes


def test_a_batch_is_run_resumed_and_refused(capsys, manuscript, tmp_path):
    command = ["batch", str(manuscript), "--output", str(tmp_path / "out"), "--jobs", "1"]
    assert main(command) == 0
    assert capsys.readouterr().out.startswith("1 of 1 documents audited")
    assert "--resume" in refused(capsys, *command)
    assert main([*command, "--resume"]) == 0
    assert "holds no manuscripts" in refused(capsys, "batch", tmp_path / "out", "--output", tmp_path / "o2")
    assert "--jobs" in refused(capsys, *command, "--jobs", "0")
    assert "XYZ1" in refused(capsys, *command, "--ignore", "xyz1")
