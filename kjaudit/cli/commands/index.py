"""`kjaudit index build --output DIR FILE...`: make a local index of records."""

from __future__ import annotations

import argparse
import sys
from itertools import chain
from pathlib import Path

from kjaudit.cli.exit_codes import DONE
from kjaudit.registries import index

HELP = "build a local index of records, to look references up without a network"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    build = actions.add_parser("build", help="write an index, replacing an older one")
    build.add_argument("--output", required=True, type=Path, metavar="DIR", help="folder of the index")
    build.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="Crossref work records (.json, .jsonl, .gz), CSL-JSON, BibTeX, RIS, or folders of them",
    )


def run(arguments: argparse.Namespace) -> int:
    """Build; what was indexed is said on standard error."""
    files = index.files_of(arguments.files)
    built = index.build(chain.from_iterable(map(index.records, files)), arguments.output)
    left_out = f", {built.empty} empty ones left out" if built.empty else ""
    sys.stderr.write(f"kjaudit: {built.indexed} records indexed{left_out}\n")
    return DONE
