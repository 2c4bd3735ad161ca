"""Making, recognising and migrating project files."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from kjaudit.model import StoreError, say

from .connection import engine_for, explained
from .project import Project

if TYPE_CHECKING:
    from sqlalchemy import Engine

HEAD = "0002"
"""Revision of the project files this program makes; a test holds it against the migrations."""

REVISIONS = ("0001", "0002")
"""All revisions this program can read, oldest first."""

APPLICATION_ID = 0x6B6A6175
"""Marks a SQLite file as a kjaudit project ("kjau")."""

_MAGIC = b"SQLite format 3\0"


def create(path: Path) -> Project:
    """Make a project file at `path`, complete before it appears there; see `kjaudit.store.create_project`."""
    if path.exists():
        raise StoreError(say("{path} is there already; open it, or choose another name", path=path))
    if not path.parent.is_dir():
        raise StoreError(say("There is no folder {folder} to keep the project in; make it first", folder=path.parent))
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-", suffix=".part")
        os.close(handle)
    except OSError as error:
        raise StoreError(
            say("{path} cannot be written: {why}; choose another folder", path=path, why=error.strerror)
        ) from error
    made = Path(name)
    try:
        engine = engine_for(made)
        _upgrade(engine)
        engine.dispose()
        made.chmod(_usual_mode())
        made.replace(path)
    except SQLAlchemyError as error:
        raise explained(error, path) from error
    finally:
        for left in (made, Path(f"{name}-wal"), Path(f"{name}-shm")):
            left.unlink(missing_ok=True)
    return Project(path, engine_for(path))


def open_existing(path: Path) -> Project:
    """Open a project file; see `kjaudit.store.open_project`."""
    revision = _revision(path)
    if revision not in REVISIONS:
        raise StoreError(
            say(
                "{path} was made by a newer kjaudit (format {revision}); update this program to open it",
                path=path,
                revision=revision,
            )
        )
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise StoreError(say("{path} cannot be written; copy it to a folder where you may write", path=path))
    engine = engine_for(path)
    try:
        if revision != HEAD:
            _keep_copy(path, revision)
            _upgrade(engine)
        with engine.execution_options(begin="BEGIN IMMEDIATE").connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM document").scalar()
    except SQLAlchemyError as error:
        engine.dispose()
        raise explained(error, path) from error
    return Project(path, engine)


def _usual_mode() -> int:
    """Return the permissions new files get; there is no way to ask for the mask but to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _revision(path: Path) -> str:
    """Return which revision the file is of, looking without touching it."""
    if path.is_dir():
        raise StoreError(say("{path} is a folder; choose a project file", path=path))
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except FileNotFoundError as error:
        raise StoreError(say("There is no project file {path}; check the name, or create it", path=path)) from error
    except OSError as error:
        raise StoreError(say("{path} cannot be read: {why}", path=path, why=error.strerror)) from error
    if magic != _MAGIC:
        raise StoreError(say("{path} is not a kjaudit project; choose a file that kjaudit made", path=path))
    try:
        with closing(sqlite3.connect(path, timeout=5)) as connection:
            (mark,) = connection.execute("PRAGMA application_id").fetchone()
            if mark != APPLICATION_ID:
                raise StoreError(say("{path} is not a kjaudit project; choose a file that kjaudit made", path=path))
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            return str(revision)
    except sqlite3.Error as error:
        raise explained(error, path) from error
    except TypeError as error:
        raise StoreError(say("{path} is damaged; open a copy of it from a backup", path=path)) from error


def _keep_copy(path: Path, revision: str) -> Path:
    """Copy the file as it is, beside itself, under a name that is free."""
    number, copy = 1, path.with_name(f"{path.stem}-before-{HEAD}{path.suffix}")
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.stem}-before-{HEAD}-{number}{path.suffix}")
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        copy.unlink(missing_ok=True)
        raise StoreError(
            say(
                "{path} is of an older format ({revision}) and no copy of it could be kept beside it; free some space",
                path=path,
                revision=revision,
            )
        ) from error
    return copy


def _upgrade(engine: Engine) -> None:
    """Run the migrations up to HEAD in one transaction."""
    from alembic import command
    from alembic.config import Config

    with engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
