"""Project files are made whole, recognised, migrated after a copy was kept, and refused in one sentence."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from urllib.parse import quote

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from kjaudit import store
from kjaudit.model import StoreError
from kjaudit.store import files
from kjaudit.store.connection import engine_for, explained
from kjaudit.store.tables import Base

from . import builders


@pytest.fixture
def path(tmp_path):
    """Return where a project is to be."""
    return tmp_path / "원고 100%, #1 (what?).kjaudit"


def test_a_new_project_is_one_file_that_opens_again(path):
    store.create_project(path).close()
    store.open_project(path).close()
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_new_project_has_the_permissions_of_any_new_file(path):
    store.create_project(path).close()
    other = path.with_name("other")
    other.touch()
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)


def test_what_is_there_already_is_never_overwritten(path):
    path.write_text("mine")
    with pytest.raises(StoreError, match="there already"):
        store.create_project(path)
    assert path.read_text() == "mine"


def test_a_missing_folder_is_said_so(tmp_path):
    with pytest.raises(StoreError, match="no folder"):
        store.create_project(tmp_path / "none" / "a.kjaudit")


def test_the_migrations_make_the_tables_that_the_program_uses(path):
    store.create_project(path).close()
    engine = engine_for(path)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()


def test_the_known_revisions_are_those_of_the_migrations():
    config = Config()
    config.set_main_option("script_location", str(files.Path(files.__file__).parent / "migrations"))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [files.HEAD]
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == files.REVISIONS


def test_an_older_file_is_copied_then_migrated_and_keeps_its_decisions(path):
    builders.file_of_revision(path, "0001")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO document VALUES (1, 'a.txt', '', '', '', '', NULL, 0)")
        row = "1, 'f1', 1, 'accepted', 'n', 'Ann', '2025-01-02T03:04:05+00:00', 's', 'q', 's', 'c'"
        connection.execute(f"INSERT INTO verdict VALUES ({row})")
        connection.commit()
    project = store.open_project(path)
    assert [verdict.finding for verdict in project.verdicts()] == ["f1"]
    assert project.trail() == ()
    project.close()
    (copy,) = [found for found in path.parent.iterdir() if found != path]
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert connection.execute("SELECT count(*) FROM verdict").fetchone() == (1,)


def test_a_second_copy_does_not_overwrite_the_first(path):
    builders.file_of_revision(path, "0001")
    store.open_project(path).close()
    path.unlink()
    builders.file_of_revision(path, "0001")
    store.open_project(path).close()
    assert len(list(path.parent.iterdir())) == 3


def test_a_file_of_a_newer_program_is_refused_and_left_alone(path):
    store.create_project(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0099'")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer kjaudit"):
        store.open_project(path)
    assert path.read_bytes() == before


def _other_database(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.commit()


def _cut_short(path):
    store.create_project(path).close()
    path.write_bytes(path.read_bytes()[:5000])


def _scrambled(path):
    store.create_project(path).close()
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" * (len(data) - 100))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda path: None, "no project file"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: path.write_bytes(b""), "not a kjaudit project"),
        (lambda path: path.write_text("hello"), "not a kjaudit project"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\0" * 3000), "not a kjaudit project|damaged"),
        (_other_database, "not a kjaudit project"),
        (_cut_short, "damaged"),
        (_scrambled, "damaged"),
    ],
)
def test_what_is_no_project_is_refused_in_one_sentence(path, spoil, said):
    spoil(path)
    with pytest.raises(StoreError, match=said) as raised:
        store.open_project(path).verdicts()
    assert "\n" not in str(raised.value)
    assert str(path) in str(raised.value)


@pytest.mark.skipif(os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root may write anywhere")
def test_a_read_only_file_is_refused_in_one_sentence(path):
    store.create_project(path).close()
    path.chmod(0o444)
    with pytest.raises(StoreError, match="cannot be written"):
        store.open_project(path)


def test_a_write_that_the_disk_refuses_is_explained_in_one_sentence(path):
    store.create_project(path).close()
    address = f"file:{quote(path.as_posix())}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as reader, pytest.raises(sqlite3.OperationalError) as raised:
        reader.execute("INSERT INTO setting VALUES ('a', 'b')")
    assert str(explained(raised.value, path)) == f"{path} cannot be written; copy it to a folder where you may write"


def test_a_file_locked_by_another_program_is_refused_in_one_sentence(path, monkeypatch):
    monkeypatch.setattr("kjaudit.store.connection.WAIT_MS", 20)
    store.create_project(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another program"):
            store.open_project(path)


KILLED = """
import os, signal, sys
from pathlib import Path
from kjaudit import store
from kjaudit.store.tables import VerdictRow
from sqlalchemy import event
sys.path.insert(0, sys.argv[2])
from tests.store import builders

project = store.open_project(Path(sys.argv[1]))
for number in range(20):
    project.add_verdicts([builders.verdict(f"kept-{number}")])

written = []
@event.listens_for(VerdictRow, "after_insert")
def die(mapper, connection, row):
    written.append(row)
    if len(written) == 50:
        os.kill(os.getpid(), signal.SIGKILL)

project.add_verdicts([builders.verdict(f"lost-{number}") for number in range(100)])
"""


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_kill_in_the_middle_of_a_write_loses_nothing_decided_and_keeps_nothing_half(path):
    project = store.create_project(path)
    project.add_document("a.txt")
    project.close()
    root = files.Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(root)], capture_output=True, cwd=root, check=False
    )
    assert done.returncode == -9, done.stderr.decode()
    project = store.open_project(path)
    assert [verdict.finding for verdict in project.verdicts()] == [f"kept-{number}" for number in range(20)]
    project.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_list_of_projects_needs_no_sql():
    code = "import sys, kjaudit.store as s; s.read_preferences(); print({'sqlalchemy', 'alembic'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
