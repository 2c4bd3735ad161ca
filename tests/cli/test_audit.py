"""`kjaudit audit`: what it prints, what it says of bad input, what it exits with."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys

import pytest

from kjaudit.cli.main import main
from tests.recorded.server import RecordedServer

TEXT = """# A paper

Critics note otherwise. Kim agrees (Kim 2014). Some went further (Park 2012).

## References

Kim, S. (2014). Legacies of exchange. *East Asian Review*, 12(3), 89-104.

Lee, H. (2006). Antiquity and after. *Journal of Asian History*, 18(1), 21-35.
"""

DOCUMENT_KEYS = {
    "path", "digest", "media_type", "title", "language", "text", "byline", "entries", "notes", "citations", "claims",
    "findings", "lookups", "densities", "skipped",
}  # fmt: skip
ENTRY_KEYS = {"id", "label", "raw", "span", "csl", "cited_by"}
CITATION_KEYS = {"id", "text", "before", "after", "span", "where", "note", "style", "kind", "targets", "links"}
FINDING_KEYS = {"key", "code", "name", "severity", "message", "span", "quote", "before", "after", "evidence"}


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "paper.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def _audited(capsys, *arguments):
    code = main(["audit", *map(str, arguments), "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def test_it_prints_what_the_scorers_read(capsys, paper):
    code, printed = _audited(capsys, paper)
    (document,) = printed["documents"]
    assert code == 0
    assert printed["schema"] == "kjaudit.audit/1"
    assert document.keys() >= DOCUMENT_KEYS
    assert all(entry.keys() >= ENTRY_KEYS for entry in document["entries"])
    assert all(citation.keys() >= CITATION_KEYS for citation in document["citations"])
    assert all(finding.keys() >= FINDING_KEYS for finding in document["findings"])
    assert document["path"] == str(paper)
    assert document["lookups"] == []


def test_every_span_is_where_it_says(capsys, paper):
    _, printed = _audited(capsys, paper)
    (document,) = printed["documents"]
    text = document["text"]
    for entry in document["entries"]:
        assert text[slice(*entry["span"])] == entry["raw"]
    for thing in (*document["findings"], *document["citations"], *document["claims"]):
        assert text[slice(*thing["span"])] == thing.get("quote", thing.get("text"))
    source = paper.read_text("utf-8")
    found = [finding for finding in document["findings"] if finding["name"] == "vague-attribution"]
    assert [source[slice(*finding["source_span"])] for finding in found] == ["Critics note"]


def test_a_citation_is_linked_and_a_missing_one_is_told(capsys, paper):
    _, printed = _audited(capsys, paper)
    (document,) = printed["documents"]
    names = {finding["name"] for finding in document["findings"]}
    assert [len(citation["targets"]) for citation in document["citations"]] == [1, 0]
    assert {"citation-without-entry", "uncited-entry", "vague-attribution"} <= names


def test_two_runs_print_the_same_bytes(paper):
    runs = [
        subprocess.run(
            [sys.executable, "-m", "kjaudit", "audit", str(paper), "--format", "json"],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]


def test_one_bad_file_is_skipped_and_the_others_are_audited(capsys, paper, tmp_path):
    code = main(["audit", str(tmp_path / "missing.md"), str(paper), "--format", "json"])
    out, err = capsys.readouterr()
    printed = json.loads(out)
    assert code == 2
    assert len(printed["documents"]) == 1
    assert [item["what"] for item in printed["skipped"]] == [str(tmp_path / "missing.md")]
    assert len(err.strip().splitlines()) == 1


def _broken(kind, folder):
    path = folder / {"binary": "picture.txt", "docx": "broken.docx", "folder": "folder.md"}.get(kind, "empty.txt")
    if kind == "folder":
        path.mkdir()
    elif kind == "missing":
        path = folder / "nothing.txt"
    else:
        path.write_bytes({"empty": b"", "binary": bytes(range(256)) * 40, "docx": b"PK\x03\x04nonsense"}[kind])
    return path


@pytest.mark.parametrize("kind", ["missing", "empty", "binary", "docx", "folder"])
def test_bad_input_gets_one_sentence_that_names_the_file_and_exit_code_2(capsys, tmp_path, kind):
    path = _broken(kind, tmp_path)
    assert main(["audit", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert path.name in err


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("note", 1)])
def test_fail_on_says_when_findings_reach_a_level(capsys, paper, level, code):
    assert main(["audit", str(paper), "--fail-on", level]) == code


def test_an_ignored_rule_is_silent_and_an_unknown_code_is_refused(capsys, paper):
    _, printed = _audited(capsys, paper, "--ignore", "src202")
    assert "SRC202" not in {finding["code"] for finding in printed["documents"][0]["findings"]}
    assert main(["audit", str(paper), "--ignore", "ZZZ999"]) == 2
    assert "ZZZ999" in capsys.readouterr().err


def test_no_socket_is_opened(capsys, paper, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a socket was made")

    monkeypatch.setattr(socket, "socket", refuse)
    assert main(["audit", str(paper)]) == 0


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    assert all(name in out for name in ("audit", "parse", "judge", "export", "explain", "rules", "show", "index"))


DOI = "10.1017/s0016672305007548"  # of a work on Drosophila, in tests/recorded

LISTED = """# A paper

As shown before (Pasteur 2014).

## References

{entry}
"""


@pytest.fixture
def registries(monkeypatch):
    """A loopback server in place of every registry."""
    with RecordedServer() as server:
        for service, address in server.addresses().items():
            name = {"doi": "DOI", "open_library": "OPENLIBRARY"}.get(service, service.upper().replace("-", ""))
            monkeypatch.setenv(f"KJAUDIT_{name}_URL", address)
        yield server


def _with_doi(tmp_path, doi):
    path = tmp_path / "listed.md"
    entry = f"Pasteur, L. (2014). A study that nobody wrote. *Journal of Nothing*, 1(1), 1-2. https://doi.org/{doi}"
    path.write_text(LISTED.format(entry=entry), encoding="utf-8")
    return path


def test_without_lookup_no_registry_is_asked(capsys, tmp_path, registries):
    _, printed = _audited(capsys, _with_doi(tmp_path, DOI))
    assert printed["documents"][0]["lookups"] == []
    assert not any(registries.asked(service) for service in registries.addresses())


def test_lookup_asks_and_says_where_a_doi_leads(capsys, tmp_path, registries):
    code, printed = _audited(capsys, _with_doi(tmp_path, DOI), "--lookup=crossref,doi")
    (document,) = printed["documents"]
    assert code == 0
    assert registries.asked("crossref")
    assert "another work" in document["lookups"][0]["reason"]
    assert "doi-of-another-work" in {finding["name"] for finding in document["findings"]}


def test_an_unknown_registry_is_refused(capsys, paper):
    assert main(["audit", str(paper), "--lookup=nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_a_journal_on_the_reviewers_list_is_told(capsys, paper, tmp_path):
    listed = tmp_path / "watch.csv"
    listed.write_text("title,issn\nEast Asian Review,1234-5678\n", encoding="utf-8")
    _, without = _audited(capsys, paper)
    _, printed = _audited(capsys, paper, "--journals", listed)
    names = [finding["name"] for finding in printed["documents"][0]["findings"]]
    assert "predatory-or-hijacked-journal" in names
    assert "predatory-or-hijacked-journal" not in [finding["name"] for finding in without["documents"][0]["findings"]]
    assert main(["audit", str(paper), "--journals", str(tmp_path / "none.csv")]) == 2
