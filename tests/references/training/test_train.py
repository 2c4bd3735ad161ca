"""The training program: what it writes, and that it writes the same twice."""

from __future__ import annotations

import json

import pytest

from kjaudit.references.labeller import Labeller
from kjaudit.references.labels import Label
from kjaudit.references.training.__main__ import main

PEOPLE = ("Jung, S.", "Kim, H.", "Meier, K.", "Rossi, A.", "Dupont, M.", "Santos, J.")
TITLES = ("Cities and drama", "Maps of the coast", "Reading on trains", "Salt, silver and paper")
JOURNALS = ("Journal of Media Studies", "Urban History", "Geopolitics")


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    rows = []
    for number in range(48):
        segments = [
            ("author", PEOPLE[number % 6]),
            ("date", f"({1990 + number % 30})."),
            ("title", f"{TITLES[number % 4]}."),
            ("journal", f"{JOURNALS[number % 3]},"),
            ("volume", f"{number + 1},"),
            ("pages", f"{number + 3}-{number + 9}."),
        ]
        text = " ".join(words for _, words in segments)
        rows.append({"id": f"made:{number}", "text": text, "source": "made", "segments": segments})
    (folder / "made.jsonl").write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return folder


def trained(data, out):
    main(["--data", str(data), "--synthetic", "40", "--out", str(out), "--date", "2026-11-21"])
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def test_two_runs_over_the_same_files_write_the_same_bytes(data, tmp_path, capsys):
    first, second = trained(data, tmp_path / "one"), trained(data, tmp_path / "two")
    assert list(first) == ["references.card.md", "references.crf"]
    assert first == second
    assert capsys.readouterr().out.count("88 strings") == 2


def test_a_trained_model_reads_what_it_was_shown_and_its_card_says_of_what_it_was_made(data, tmp_path):
    card = trained(data, tmp_path / "one")["references.card.md"].decode("utf-8")
    assert "| made | 48 | as given by its folder |" in card
    assert "| synthetic | 40 |" in card
    text = "Kim, H. (2001). Maps of the coast. Urban History, 7, 12-19."
    segments, _ = Labeller(str(tmp_path / "one/references.crf")).segments(text)
    shown = {item.label: text[item.start : item.end] for item in segments}
    assert shown[Label.AUTHOR] == "Kim, H."
    assert shown[Label.JOURNAL] == "Urban History,"
