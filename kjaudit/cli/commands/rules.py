"""`kjaudit rules`: every rule with its severity and status."""

from __future__ import annotations

import argparse
import json
import sys

from kjaudit.cli.exit_codes import DONE
from kjaudit.rules import CORPUS_RULES, RULES, CorpusRule, Rule

HELP = "list the rules"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print (default: text)")


def run(arguments: argparse.Namespace) -> int:
    """Print one rule a line, by code, or all as JSON."""
    every: dict[str, Rule | CorpusRule] = {**RULES, **CORPUS_RULES}
    rules = [rule for _, rule in sorted(every.items())]
    if arguments.format == "json":
        sys.stdout.write(json.dumps([_as_json(rule) for rule in rules], indent=1) + "\n")
        return DONE
    widest = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        severity, status = rule.severity.name.lower(), rule.status.value
        sys.stdout.write(f"{rule.code}  {rule.name:<{widest}}  {severity:<7}  {status:<10}  since {rule.since}\n")
    return DONE


def _as_json(rule: Rule | CorpusRule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.name.lower(),
        "status": rule.status.value,
        "since": rule.since,
        "needs": sorted(need.name.lower() for need in rule.needs),
        "across_documents": isinstance(rule, CorpusRule),
    }
