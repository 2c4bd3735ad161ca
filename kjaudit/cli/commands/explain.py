"""`kjaudit explain CODE`: the page of a rule, offline."""

from __future__ import annotations

import argparse
import sys

from kjaudit import assets
from kjaudit.cli.exit_codes import DONE
from kjaudit.model import KjauditError
from kjaudit.rules import CORPUS_RULES, RULES, CorpusRule, Rule

HELP = "show the page of a rule"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("code", metavar="CODE", help='code or name of a rule, such as "CIT101"; see `kjaudit rules`')


def run(arguments: argparse.Namespace) -> int:
    """Print the page."""
    sys.stdout.write(assets.path(f"rules/{_code(arguments.code)}.md").read_text("utf-8"))
    return DONE


def _code(given: str) -> str:
    """Return the code meant, whatever its case; raises KjauditError."""
    rules: list[Rule | CorpusRule] = [*RULES.values(), *CORPUS_RULES.values()]
    names = {rule.name: rule.code for rule in rules}
    code = names.get(given.strip().lower(), given.strip().upper())
    if code not in names.values():
        raise KjauditError(f"No rule is called {given!r}; `kjaudit rules` lists them")
    return code
