"""Which files a batch is about."""

from __future__ import annotations

import pytest

from kjaudit.batch import tasks
from kjaudit.model import ReadError


def test_folders_are_searched_to_the_bottom_in_one_order(tmp_path):
    for name in ("b.txt", "a.md", "sub/deep/c.docx", "sub/d.TXT", "picture.png", "~$a.docx", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = tasks([tmp_path])
    names = [task.path.relative_to(tmp_path).as_posix() for task in found]
    assert names == ["a.md", "b.txt", "sub/d.TXT", "sub/deep/c.docx"]
    assert found[-1].output == "documents/sub/deep/c.docx.json"
    assert tasks([tmp_path / "sub", tmp_path, tmp_path]) != ()
    assert len(tasks([tmp_path, tmp_path / "b.txt"])) == 4


def test_a_file_named_by_itself_may_have_any_ending(tmp_path):
    (tmp_path / "LICENSE").write_text("x")
    assert [task.output for task in tasks([tmp_path / "LICENSE"])] == ["documents/LICENSE.json"]


def test_no_two_results_share_a_name_even_where_case_does_not_count(tmp_path):
    for folder in ("one", "two", "three"):
        (tmp_path / folder).mkdir()
    for name in ("one/a.txt", "two/A.txt", "three/a.txt"):
        (tmp_path / name).write_text("x")
    found = tasks([tmp_path / "one", tmp_path / "two", tmp_path / "three"])
    assert len({task.output.casefold() for task in found}) == 3


def test_a_missing_name_is_said_so(tmp_path):
    with pytest.raises(ReadError, match="not there"):
        tasks([tmp_path / "none"])
