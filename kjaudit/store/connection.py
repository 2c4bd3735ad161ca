"""How SQLite is spoken to: pragmas, explicit transactions, and errors in plain words."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, event

from kjaudit.model import StoreError, say

if TYPE_CHECKING:
    from sqlalchemy.exc import SQLAlchemyError

WAIT_MS = 5000
"""How long a writer waits for another before it gives up."""

_SAID = {
    "SQLITE_READONLY": "{path} cannot be written; copy it to a folder where you may write",
    "SQLITE_CANTOPEN": "{path} cannot be opened or written; check the folder and its permissions",
    "SQLITE_PERM": "{path} cannot be opened; check its permissions",
    "SQLITE_BUSY": "{path} is in use by another program; close that and try again",
    "SQLITE_LOCKED": "{path} is in use by another program; close that and try again",
    "SQLITE_FULL": "The disk is full: nothing was written to {path}; free some space and try again",
    "SQLITE_IOERR": "The disk could not be read or written at {path}; copy the project elsewhere and try again",
    "SQLITE_CORRUPT": "{path} is damaged; open a copy of it from a backup",
    "SQLITE_NOTADB": "{path} is not a kjaudit project; choose a file that kjaudit made",
}


def engine_for(path: Path) -> Engine:
    """Return an engine on the file at `path`: WAL, synchronous=NORMAL, foreign keys, transactions begun by us."""
    address = URL.create("sqlite", database=str(path.absolute()))  # not written out: names may hold "?" and "#"
    engine = create_engine(address, connect_args={"timeout": WAIT_MS / 1000, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # sqlite3 would begin late and never around DDL; `begin` below does it
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    return engine


def explained(error: SQLAlchemyError | sqlite3.Error, path: Path) -> StoreError:
    """Return what went wrong as one sentence for the reviewer; what is not theirs to mend is said to be a fault."""
    cause = error if isinstance(error, sqlite3.Error) else getattr(error, "orig", None)
    name = getattr(cause, "sqlite_errorname", "") or ""
    for start, said in _SAID.items():
        if name.startswith(start):
            return StoreError(say(said, path=path))
    why = name or type(error).__name__
    return StoreError(say("{path} could not be read or written ({why}); work on a copy of it", path=path, why=why))
