"""`kjaudit explain CODE`."""

from __future__ import annotations

import argparse
import sys

from kjaudit import assets
from kjaudit.cli.exit_codes import DONE
from kjaudit.rules import CORPUS_RULES, RULES

HELP = "show the page of a rule"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("code", type=str.upper, choices=sorted({**RULES, **CORPUS_RULES}), metavar="CODE")


def run(arguments: argparse.Namespace) -> int:
    """Print the page."""
    sys.stdout.write(assets.path(f"rules/{arguments.code}.md").read_text("utf-8"))
    return DONE
