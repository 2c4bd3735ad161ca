"""`kjaudit compare [FILE|-]`: pairs of reference strings, the same work or not."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from kjaudit.cli.exit_codes import DONE
from kjaudit.cli.text_input import read_text
from kjaudit.matching import Comparison, compare, of_reference
from kjaudit.model import ReadError
from kjaudit.references import parse

HELP = "say of pairs of references whether they mean the same work"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "file",
        nargs="?",
        default="-",
        metavar="FILE",
        help='UTF-8 text, one {"a": reference, "b": reference} a line; - (or nothing) reads standard input',
    )
    parser.add_argument("--format", choices=["jsonl"], default="jsonl", help="what to write (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """Read every pair, then print what came of each, in order; blank lines are skipped."""
    pairs = [
        _pair(line, number) for number, line in enumerate(read_text(arguments.file).split("\n"), 1) if line.strip()
    ]
    for a, b in pairs:
        found = compare(of_reference(parse(a)), of_reference(parse(b)))
        sys.stdout.write(json.dumps(as_contract(found), ensure_ascii=False) + "\n")
    return DONE


def as_contract(found: Comparison) -> dict[str, Any]:
    """Return the object the contract asks for a pair."""
    return {
        "same": found.same,
        "distance": round(found.distance.total, 4),
        "penalties": [
            {"name": penalty.name, "value": round(penalty.value, 4), "weight": penalty.weight, "detail": penalty.detail}
            for penalty in found.distance.dearest()
        ],
        "signals": list(found.signals),
        "conflicts": list(found.conflicts),
    }


def _pair(line: str, number: int) -> tuple[str, str]:
    """
    Return the two references of one line.

    Raises:
        ReadError: the line is not such an object.
    """
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(isinstance(found.get(side), str) for side in "ab"):
        raise ReadError(f'line {number} is not a JSON object with the texts "a" and "b"')
    return found["a"], found["b"]
