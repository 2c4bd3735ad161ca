"""`kjaudit export PROJECT|FILE...`: a report, a table of findings, or the reference lists."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from kjaudit.cli.dates import day
from kjaudit.cli.exit_codes import COULD_NOT_RUN, DONE
from kjaudit.cli.told import tell
from kjaudit.model import KjauditError
from kjaudit.report import Language, write_whole
from kjaudit.store import SUFFIX
from kjaudit.workspace import ExportFormat, ExportScope, Workspace

HELP = "write a report (HTML, JSON), a table of findings (CSV), or reference lists"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "sources", nargs="+", type=Path, metavar="PROJECT|FILE", help="a project file, or manuscripts without one"
    )
    parser.add_argument(
        "--format", choices=[form.name.lower() for form in ExportFormat], help="default: by the ending of --output"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="file to write; default: standard output")
    parser.add_argument(
        "--language",
        choices=[language.value for language in Language],
        default="en",
        help="of the report (default: en)",
    )
    parser.add_argument(
        "--scope", choices=[scope.value for scope in ExportScope], default="all", help="which findings (default: all)"
    )
    parser.add_argument("--date", type=day, metavar="DATE", help="day of the report (default: today)")


def run(arguments: argparse.Namespace) -> int:
    """Audit, then write."""
    form = _format(arguments)
    with _workspace(arguments.sources, arguments.date) as workspace:
        workspace.audit()
        audited = workspace.project_audit()
        if not audited.audits:
            tell(audited.skipped)
            return COULD_NOT_RUN
        language, scope = Language(arguments.language), ExportScope(arguments.scope)
        text = workspace.exported(form, language=language, scope=scope, on=arguments.date)
        if arguments.output:
            write_whole(arguments.output, text)
        else:
            sys.stdout.write(text)
        return COULD_NOT_RUN if tell(audited.skipped) else DONE


def _format(arguments: argparse.Namespace) -> ExportFormat:
    if arguments.format:
        return ExportFormat[arguments.format.upper()]
    name = arguments.output.name.lower() if arguments.output else ""
    for form in sorted(ExportFormat, key=lambda form: -len(form.value)):
        if name.endswith(f".{form.value}"):
            return form
    raise KjauditError("Say what to write with --format; the name of --output does not tell")


def _workspace(sources: list[Path], today: date | None) -> Workspace:
    projects = [source for source in sources if source.suffix == SUFFIX]
    if projects and len(sources) > 1:
        raise KjauditError("Give one project file, or manuscripts, not both")
    return Workspace.open(projects[0], today=today) if projects else Workspace.throwaway(sources, today=today)
