"""`kjaudit audit FILE...`: audit documents and print what was found."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from kjaudit import pipeline
from kjaudit.cli.dates import day
from kjaudit.cli.exit_codes import COULD_NOT_RUN, DONE, FAILED_ON_FINDINGS
from kjaudit.model import ProjectAudit, SettingsError, Severity
from kjaudit.report.contract_json import project_to_json
from kjaudit.report.plain_text import summary
from kjaudit.rules import CORPUS_RULES, RULES
from kjaudit.settings import Settings
from kjaudit.workspace import Workspace

HELP = "audit documents: citations, references, claims"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="manuscripts: .docx .odt .html .md .txt")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print (default: text)")
    parser.add_argument("--ignore", default="", metavar="CODES", help="rules not to run, by code: CIT102,SRC206")
    parser.add_argument(
        "--lookup",
        nargs="?",
        const="",
        metavar="REGISTRIES",
        help="ask registries about the entries: those without a key, or --lookup=crossref,datacite; only entries leave",
    )
    parser.add_argument("--mailto", default="", metavar="ADDRESS", help="e-mail address that registries ask for")
    parser.add_argument("--index", type=Path, metavar="DIR", help="hold the entries against this local index")
    parser.add_argument("--journals", type=Path, metavar="FILE", help="list of journals to look out for, one a line")
    parser.add_argument("--today", type=day, default=date.today(), help=argparse.SUPPRESS)
    parser.add_argument(
        "--fail-on", choices=[severity.name.lower() for severity in Severity], help="exit 1 when a finding reaches this"
    )


def run(arguments: argparse.Namespace) -> int:
    """Audit the files and print; 2 when a file could not be read, after printing the others."""
    ignore = frozenset(code.strip().upper() for code in arguments.ignore.split(",") if code.strip())
    if unknown := sorted(ignore - RULES.keys() - CORPUS_RULES.keys()):
        raise SettingsError(f"--ignore: no rule has the code {unknown[0]}; `kjaudit rules` lists them")
    services = _services(arguments.lookup)
    paths = [Path(name) for name in arguments.files]
    if services or arguments.index or arguments.journals:
        audited = _looked_up(paths, arguments, ignore, services)
    else:
        audited = pipeline.audit_files(paths, Settings(today=arguments.today, ignore=ignore))
    if arguments.format == "json":
        printed = project_to_json(audited, {"ignore": sorted(ignore), "registries": list(services)})
        sys.stdout.write(json.dumps(printed, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(summary(audited))
    for item in audited.skipped:
        sys.stderr.write(f"kjaudit: {item.reason}\n")
    if audited.skipped:
        return COULD_NOT_RUN
    return FAILED_ON_FINDINGS if arguments.fail_on and _reached(audited, arguments.fail_on) else DONE


def _services(asked: str | None) -> tuple[str, ...]:
    """Return the registries to ask: none without `--lookup`, those named, or all that need no key."""
    if asked is None:
        return ()
    from kjaudit.registries import SERVICES, WITHOUT_KEY

    named = tuple(name.strip() for name in asked.split(",") if name.strip())
    for name in named:
        if name not in SERVICES:
            raise SettingsError(f"--lookup: no registry is called {name!r}; there are {', '.join(SERVICES)}")
    return named or tuple(WITHOUT_KEY)


def _looked_up(
    paths: list[Path], arguments: argparse.Namespace, ignore: frozenset[str], services: tuple[str, ...]
) -> ProjectAudit:
    """Audit in a workspace that keeps nothing, with look-ups; `--lookup` on the command line is the consent."""
    with Workspace.throwaway(paths, today=arguments.today) as workspace:
        workspace.set_ignored(ignore)
        workspace.set_mailto(arguments.mailto)
        for service in services:
            workspace.set_consent(service, given=True)
        if arguments.index:
            workspace.set_index(arguments.index)
        if arguments.journals:
            workspace.set_journals(arguments.journals)
        workspace.audit()
        workspace.look_up()
        return workspace.project_audit()


def _reached(audited: ProjectAudit, level: str) -> bool:
    least = Severity[level.upper()]
    found = [finding for item in audited.audits for finding in item.findings]
    return any(finding.severity >= least for finding in (*found, *audited.corpus_findings))
