"""A batch gets through: past bad files, dead processes and kills, with the same bytes however many processes work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from kjaudit import batch
from kjaudit.batch import Status
from kjaudit.model import Cancelled, KjauditError
from kjaudit.settings import Settings

SETTINGS = Settings(today=date(2026, 11, 21))
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    """Return a folder with four good files and three bad ones."""
    made = tmp_path / "in"
    made.mkdir()
    for number in range(4):
        (made / f"good{number}.md").write_text(f"# Paper {number}\n\nCritics note {number} things.\n", "utf-8")
    (made / "empty.txt").write_text("")
    (made / "broken.docx").write_bytes(b"PK\x03\x04 not a package")
    (made / "binary.txt").write_bytes(bytes(range(256)) * 20)
    return made


def contents(path):
    return {found.relative_to(path).as_posix(): found.read_bytes() for found in path.rglob("*") if found.is_file()}


def test_bad_files_are_told_and_the_others_audited(folder, tmp_path):
    rows = batch.run(batch.tasks([folder]), tmp_path / "out", SETTINGS)
    assert [row.path for row in rows] == sorted(row.path for row in rows)
    by_name = {Path(row.path).name: row for row in rows}
    assert {name for name, row in by_name.items() if row.status is Status.AUDITED} == {f"good{n}.md" for n in range(4)}
    assert all(by_name[name].reason for name in ("empty.txt", "broken.docx", "binary.txt"))
    summary = json.loads((tmp_path / "out/summary.json").read_text("utf-8"))
    assert (summary["files"], summary["audited"], summary["skipped"]) == (7, 4, 3)
    audit = json.loads((tmp_path / "out/documents/good0.md.json").read_text("utf-8"))
    assert audit["documents"][0]["text"].startswith("Paper 0")
    assert len((tmp_path / "out/summary.csv").read_text("utf-8-sig").splitlines()) == 8


def test_a_finished_batch_does_not_start_again_by_itself(folder, tmp_path):
    batch.run(batch.tasks([folder]), tmp_path / "out", SETTINGS)
    before = contents(tmp_path / "out")
    with pytest.raises(KjauditError, match="--resume"):
        batch.run(batch.tasks([folder]), tmp_path / "out", SETTINGS)
    assert contents(tmp_path / "out") == before


class Counts:
    """Counts files, and cancels after some."""

    def __init__(self, stop_at=10**9):
        self.seen = []
        self.stop_at = stop_at

    def step(self, done, total, label):
        self.seen.append(label)
        if len(self.seen) >= self.stop_at:
            raise Cancelled


def test_a_cancelled_batch_goes_on_where_it_stopped_and_ends_the_same(folder, tmp_path):
    todo = batch.tasks([folder])
    with pytest.raises(Cancelled):
        batch.run(todo, tmp_path / "out", SETTINGS, progress=Counts(3))
    rest = Counts()
    rows = batch.run(todo, tmp_path / "out", SETTINGS, resume=True, progress=rest)
    assert len(rest.seen) == 4
    assert rows == batch.run(todo, tmp_path / "whole", SETTINGS)
    one, other = contents(tmp_path / "out"), contents(tmp_path / "whole")
    assert {**one, "journal.jsonl": b""} == {**other, "journal.jsonl": b""}


def test_a_changed_file_another_day_and_a_lost_result_are_audited_again(folder, tmp_path):
    todo = batch.tasks([folder])
    batch.run(todo, tmp_path / "out", SETTINGS)
    (folder / "good0.md").write_text("# New\n\nNothing.\n", "utf-8")
    (tmp_path / "out/documents/good1.md.json").unlink()
    seen = Counts()
    batch.run(todo, tmp_path / "out", SETTINGS, resume=True, progress=seen)
    assert [Path(path).name for path in seen.seen] == ["good0.md", "good1.md"]
    seen = Counts()
    batch.run(todo, tmp_path / "out", Settings(today=date(2026, 11, 22)), resume=True, progress=seen)
    assert len(seen.seen) == 7


def test_a_journal_cut_short_by_a_kill_loses_only_its_last_line(folder, tmp_path):
    todo = batch.tasks([folder])
    batch.run(todo, tmp_path / "out", SETTINGS)
    journal = tmp_path / "out/journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-40])
    seen = Counts()
    rows = batch.run(todo, tmp_path / "out", SETTINGS, resume=True, progress=seen)
    assert len(seen.seen) == 1
    assert len(rows) == 7
    seen = Counts()
    batch.run(todo, tmp_path / "out", SETTINGS, resume=True, progress=seen)
    assert seen.seen == []


def test_a_folder_that_cannot_be_made_is_said_so(folder, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(KjauditError):
        batch.run(batch.tasks([folder]), tmp_path / "file", SETTINGS)


DEADLY = """
import os, signal, sys
from datetime import date
from pathlib import Path
from kjaudit import batch, pipeline
from kjaudit.settings import Settings

true_read = pipeline.read
def read(path):
    if path.name == "good2.md":
        os.kill(os.getpid(), signal.SIGKILL)
    return true_read(path)
pipeline.read = read

if __name__ == "__main__":
    folder, out, jobs = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    for row in batch.run(batch.tasks([folder]), out, Settings(today=date(2026, 11, 21)), jobs=jobs):
        print(Path(row.path).name, row.status.value)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_process_that_dies_on_a_file_takes_no_other_file_with_it(folder, tmp_path):
    script = tmp_path / "deadly.py"
    script.write_text(DEADLY)
    command = [sys.executable, str(script), str(folder), str(tmp_path / "out"), "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:-1] == [
        "binary.txt skipped",
        "broken.docx skipped",
        "empty.txt skipped",
        "good0.md audited",
        "good1.md audited",
        "good2.md failed",
        "good3.md audited",
    ]


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_killed_run_resumes_to_the_same_result(folder, tmp_path):
    for number in range(4, 24):
        (folder / f"more{number}.md").write_text(f"# Paper {number}\n\nCritics note {number} things.\n" * 20, "utf-8")
    command = [sys.executable, "-m", "kjaudit", "batch", str(folder), "--output", str(tmp_path / "out"), "--today"]
    command += ["2026-11-21", "--jobs", "1"]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    journal, until = tmp_path / "out/journal.jsonl", time.monotonic() + 60
    while time.monotonic() < until and not (journal.exists() and journal.read_bytes().count(b"\n") > 5):
        os.sched_yield()
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert not (tmp_path / "out/summary.json").exists()
    todo = batch.tasks([folder])
    seen = Counts()
    batch.run(todo, tmp_path / "out", SETTINGS, resume=True, progress=seen)
    assert 0 < len(seen.seen) < len(todo)
    batch.run(todo, tmp_path / "whole", SETTINGS)
    one, other = contents(tmp_path / "out"), contents(tmp_path / "whole")
    assert [name for name in one if name.endswith(".part")] == []
    assert {**one, "journal.jsonl": b""} == {**other, "journal.jsonl": b""}
