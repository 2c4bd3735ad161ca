"""`kjaudit batch DIR|FILE... --output DIR`: audit many documents, each into its own JSON."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from kjaudit import batch
from kjaudit.cli.dates import day
from kjaudit.cli.exit_codes import COULD_NOT_RUN, DONE
from kjaudit.model import KjauditError, SettingsError
from kjaudit.rules import CORPUS_RULES, RULES
from kjaudit.settings import Settings

HELP = "audit many documents, each into its own JSON, with a summary; a killed run resumes"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("sources", nargs="+", type=Path, metavar="DIR|FILE", help="folders are searched to the bottom")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR", help="folder to write into")
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (default: %(default)s)"
    )
    parser.add_argument("--resume", action="store_true", help="go on with what the folder holds")
    parser.add_argument("--ignore", default="", metavar="CODES", help="rules not to run, by code: CIT102,SRC206")
    parser.add_argument("--today", type=day, default=date.today(), help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """Audit all; 2 when a file could not be audited, after the others are written."""
    ignore = frozenset(code.strip().upper() for code in arguments.ignore.split(",") if code.strip())
    if unknown := sorted(ignore - RULES.keys() - CORPUS_RULES.keys()):
        raise SettingsError(f"--ignore: no rule has the code {unknown[0]}; `kjaudit rules` lists them")
    if arguments.jobs < 1:
        raise SettingsError("--jobs: at least one process is needed")
    todo = batch.tasks(arguments.sources)
    if not todo:
        raise KjauditError(f"{arguments.sources[0]} holds no manuscripts")
    settings = Settings(today=arguments.today, ignore=ignore)
    rows = batch.run(todo, arguments.output, settings, jobs=arguments.jobs, resume=arguments.resume, progress=_Told())
    audited = sum(row.status is batch.Status.AUDITED for row in rows)
    sys.stdout.write(f"{audited} of {len(rows)} documents audited; see {arguments.output / 'summary.csv'}\n")
    for row in rows:
        if row.reason:
            sys.stderr.write(f"kjaudit: {row.reason}\n")
    return DONE if audited == len(rows) else COULD_NOT_RUN


class _Told:
    """Says how far the batch is where somebody watches."""

    def step(self, done: int, total: int, label: str) -> None:
        """See `Progress.step`."""
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{done}/{total} {label[-60:]}" + ("\n" if done == total else ""))
