"""`kjaudit parse [FILE|-]`: reference strings, one a line, into fields."""

from __future__ import annotations

import argparse
import json
import sys

from kjaudit import formats
from kjaudit.cli.exit_codes import DONE
from kjaudit.cli.text_input import read_text
from kjaudit.model import Reference
from kjaudit.references import parse_list

HELP = "parse reference strings, one a line"
_JSONL = "jsonl"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="UTF-8 text, one reference a line; -: standard input"
    )
    choices = [_JSONL, *(item.value for item in formats.Format)]
    parser.add_argument("--format", choices=choices, default=_JSONL, help="what to write (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """Parse each line and print it, in order; blank lines are skipped."""
    lines = [line.rstrip("\r") for line in read_text(arguments.file).split("\n")]
    references = parse_list(filter(str.strip, lines))
    if arguments.format == _JSONL:
        for reference in references:
            sys.stdout.write(json.dumps(as_contract(reference), ensure_ascii=False) + "\n")
    else:
        items = [formats.to_csl(reference) for reference in references]
        sys.stdout.write(formats.write(items, formats.Format(arguments.format)))
    return DONE


def as_contract(reference: Reference) -> dict[str, object]:
    """Return the object the contract asks for a parsed line."""
    return {
        "text": reference.raw,
        "csl": formats.to_csl(reference),
        "spans": {variable: [span.start, span.end] for variable, span in formats.field_spans(reference).items()},
        "confidence": {variable: round(value, 3) for variable, value in formats.field_confidence(reference).items()},
        "problems": [
            {
                "kind": problem.kind.value,
                "message": problem.message,
                "span": [problem.span.start, problem.span.end] if problem.span else None,
            }
            for problem in reference.problems
        ],
    }
