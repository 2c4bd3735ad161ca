"""`kjaudit parse [FILE|-]`: reference strings, one a line, into fields."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from kjaudit.cli.exit_codes import DONE
from kjaudit.formats.csl import field_confidence, field_spans, to_csl
from kjaudit.model import ReadError, Reference
from kjaudit.references import parse

HELP = "parse reference strings, one a line"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="UTF-8 text, one reference a line; - (or nothing) reads standard input")
    parser.add_argument("--format", choices=sorted(_FORMATS), default="jsonl", help="what to write (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """Parse each line and print it, in order; blank lines are skipped."""
    lines = [line for line in _read(arguments.file).splitlines() if line.strip()]
    references = (parse(line, key=f"e{number}") for number, line in enumerate(lines, start=1))
    for piece in _FORMATS[arguments.format](references):
        sys.stdout.write(piece)
    return DONE


def _read(name: str) -> str:
    """
    Return the text of the file `name`, of standard input for "-".

    Raises:
        ReadError: there is no such file, or it is not UTF-8.
    """
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise ReadError(f"{name} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{name} is not UTF-8 text; save it as UTF-8 and try again") from error


def _jsonl(references: Iterable[Reference]) -> Iterable[str]:
    for reference in references:
        yield json.dumps(as_contract(reference), ensure_ascii=False) + "\n"


def as_contract(reference: Reference) -> dict[str, object]:
    """Return the object the contract asks for a parsed line."""
    return {
        "text": reference.raw,
        "csl": to_csl(reference),
        "spans": {variable: [span.start, span.end] for variable, span in field_spans(reference).items()},
        "confidence": {variable: round(value, 3) for variable, value in field_confidence(reference).items()},
        "problems": [
            {
                "kind": problem.kind.value,
                "message": problem.message,
                "span": [problem.span.start, problem.span.end] if problem.span else None,
            }
            for problem in reference.problems
        ],
    }


def _csl(references: Iterable[Reference]) -> Iterable[str]:
    yield json.dumps([to_csl(reference) for reference in references], ensure_ascii=False, indent=1) + "\n"


_FORMATS: Mapping[str, Callable[[Iterable[Reference]], Iterable[str]]] = MappingProxyType({"jsonl": _jsonl, "csl": _csl})
