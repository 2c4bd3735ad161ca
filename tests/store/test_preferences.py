"""What belongs to the person is a small file that a broken disk or hand cannot make fatal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kjaudit.model import StoreError
from kjaudit.store import Preferences, home, read_preferences, with_recent, write_preferences

FULL = Preferences(reviewer="이순신", mailto="a@b.example", language="ko", theme="dark", recent=("/a.kjaudit",))


def test_what_was_written_is_read(tmp_path):
    write_preferences(FULL, tmp_path / "new")
    assert read_preferences(tmp_path / "new") == FULL
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["preferences.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"recent": 3, "reviewer": 4}', "\0", '{"theme": {}}'])
def test_a_broken_file_gives_the_defaults(tmp_path, text):
    (tmp_path / "preferences.json").write_text(text)
    assert read_preferences(tmp_path) == Preferences()


def test_no_file_gives_the_defaults(tmp_path):
    assert read_preferences(tmp_path / "none") == Preferences()


def test_the_latest_project_comes_first_once(tmp_path):
    preferences = Preferences()
    for number in range(14):
        preferences = with_recent(preferences, tmp_path / f"{number}.kjaudit")
    preferences = with_recent(preferences, tmp_path / "9.kjaudit")
    assert preferences.recent[:2] == (str(tmp_path / "9.kjaudit"), str(tmp_path / "13.kjaudit"))
    assert len(preferences.recent) == 10
    assert replace(preferences, recent=()) == Preferences()


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="KJAUDIT_HOME"):
        write_preferences(FULL, tmp_path / "file")


def test_one_variable_moves_every_file(monkeypatch, tmp_path):
    monkeypatch.setenv("KJAUDIT_HOME", str(tmp_path))
    assert home() == tmp_path
    monkeypatch.delenv("KJAUDIT_HOME")
    assert home() != tmp_path
    assert isinstance(home(), Path)
