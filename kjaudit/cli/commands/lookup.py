"""`kjaudit lookup FILE|- --index DIR --format jsonl`: hold reference strings against a local index."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kjaudit.cli.exit_codes import DONE
from kjaudit.model import ReadError
from kjaudit.registries.gate import Decided, Weighed
from kjaudit.registries.index import LocalIndex
from kjaudit.registries.record_json import to_csl

HELP = "hold reference strings against a local index"
_MOST_CANDIDATES = 3


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("file", metavar="FILE", help="one reference string a line; - for standard input")
    parser.add_argument(
        "--index", required=True, type=Path, metavar="DIR", help="folder that `kjaudit index build` wrote"
    )
    parser.add_argument("--format", choices=("jsonl",), default="jsonl", help="what to print")


def run(arguments: argparse.Namespace) -> int:
    """Print one line of JSON for each line read, in order; blank lines are skipped."""
    local = LocalIndex(arguments.index)
    with _lines(arguments.file) as lines:
        for line in lines:
            text = line.rstrip("\r\n")
            if text.strip():
                sys.stdout.write(json.dumps(_printed(text, local.look_up(text)), ensure_ascii=False) + "\n")
    return DONE


def _printed(text: str, decided: Decided) -> dict[str, object]:
    row: dict[str, object] = {"text": text, "outcome": decided.outcome.value}
    if decided.best:
        row["record"] = to_csl(decided.best.record)
    if decided.other_work:
        row["other_work"] = to_csl(decided.other_work.record)
    row["signals"] = [signal.value for signal in decided.best.agrees] if decided.best else []
    others = [item for item in decided.candidates if item is not decided.best]
    row["candidates"] = [_candidate(item) for item in others[:_MOST_CANDIDATES]]
    return row


def _candidate(item: Weighed) -> dict[str, object]:
    return {
        "record": to_csl(item.record),
        "signals": [signal.value for signal in item.agrees],
        "differs": [signal.value for signal in item.against],
    }


@contextmanager
def _lines(name: str) -> Iterator[Iterable[str]]:
    if name == "-":
        yield sys.stdin
        return
    try:
        with Path(name).open(encoding="utf-8-sig", errors="replace") as stream:
            yield stream
    except OSError as error:
        raise ReadError(f"{name} could not be read: {error.strerror}") from error
