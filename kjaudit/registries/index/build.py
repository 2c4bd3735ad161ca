"""Records -> a local index on disk, written beside the old one and put in its place when whole."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import tantivy

from kjaudit.model import Record, RegistryError, say
from kjaudit.progress import SILENT, Progress
from kjaudit.registries.record_json import to_json

from . import terms

MARK = "kjaudit-index.json"
"""The file that makes a folder an index of ours; without it a folder is never replaced."""
VERSION = 1
"""Of the layout: raised when an older program could not read what is written."""
_HEAP = 96_000_000
"""Bytes the writer may hold: at least 15 MB a thread (tantivy); one thread keeps a build repeatable."""
_EVERY = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a build: records indexed, and records left out as nothing in them could be looked up."""

    indexed: int
    empty: int


def schema() -> tantivy.Schema:
    """Return the fields: terms (not stored), DOI (exact), the record as JSON (stored)."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("doi", tokenizer_name="raw", index_option="basic")
    # As text it would be indexed as one long term as well.
    builder.add_bytes_field("record", stored=True, indexed=False, fast=False)
    return builder.build()


def build(records: Iterable[Record], output: Path, progress: Progress = SILENT) -> Built:
    """
    Index `records` into the folder `output`; an older index there is replaced only once the new one is whole.

    Raises:
        RegistryError: `output` is something else than an index, or cannot be written.
        ReadError: a file of records could not be read (from `records`); the older index stays.
        Cancelled: the reviewer asked to stop; the older index stays.
    """
    if output.exists() and not (output / MARK).is_file() and (not output.is_dir() or any(output.iterdir())):
        raise RegistryError(say("{folder} is not an index of kjaudit; name a new or an empty folder", folder=output))
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    except OSError as error:
        raise RegistryError(say("{folder} cannot be written: {why}", folder=output, why=error.strerror)) from error
    try:
        built = _write(records, fresh, progress)
        _swap(fresh, output)
    except OSError as error:
        raise RegistryError(say("{folder} cannot be written: {why}", folder=output, why=error.strerror)) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return built


def _write(records: Iterable[Record], folder: Path, progress: Progress) -> Built:
    writer = tantivy.Index(schema(), path=str(folder)).writer(_HEAP, 1)
    indexed = empty = 0
    try:
        for record in records:
            if document := _document(record):
                writer.add_document(document)
                indexed += 1
            else:
                empty += 1
            if indexed % _EVERY == 0:
                progress.step(indexed, 0, "records")
        writer.commit()
    finally:
        # Threads that still write would bring the folder back after it was removed.
        writer.wait_merging_threads()
    mark = {"format": "kjaudit-index", "version": VERSION, "records": indexed}
    (folder / MARK).write_text(json.dumps(mark) + "\n", "utf-8")
    return Built(indexed=indexed, empty=empty)


def _document(record: Record) -> tantivy.Document | None:
    found = terms.of_record(record)
    if not found:
        return None
    document = tantivy.Document()
    document.add_text("terms", " ".join(found))
    if record.doi:
        document.add_text("doi", record.doi)
    document.add_bytes("record", to_json(record).encode())
    return document


def _swap(fresh: Path, output: Path) -> None:
    """Put `fresh` where `output` is; at no moment is there half an index."""
    fresh.chmod(0o755)
    if not output.exists():
        os.replace(fresh, output)
        return
    old = output.with_name(f"{fresh.name}.old")
    os.replace(output, old)
    try:
        os.replace(fresh, output)
    except OSError:
        os.replace(old, output)
        raise
    shutil.rmtree(old, ignore_errors=True)
