"""`kjaudit audit FILE...`: audit documents and print what was found."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from kjaudit import pipeline
from kjaudit.cli.exit_codes import COULD_NOT_RUN, DONE, FAILED_ON_FINDINGS
from kjaudit.model import ProjectAudit, SettingsError, Severity
from kjaudit.report.contract_json import project_to_json
from kjaudit.report.plain_text import summary
from kjaudit.rules import CORPUS_RULES, RULES
from kjaudit.settings import Settings

HELP = "audit documents: citations, references, claims"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="manuscripts: .docx .html .md .txt")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print (default: text)")
    parser.add_argument("--ignore", default="", metavar="CODES", help="rules not to run, by code: CIT102,SRC206")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help=argparse.SUPPRESS)
    parser.add_argument(
        "--fail-on", choices=[severity.name.lower() for severity in Severity], help="exit 1 when a finding reaches this"
    )


def run(arguments: argparse.Namespace) -> int:
    """Audit the files and print; 2 when a file could not be read, after printing the others."""
    ignore = frozenset(code.strip().upper() for code in arguments.ignore.split(",") if code.strip())
    if unknown := sorted(ignore - RULES.keys() - CORPUS_RULES.keys()):
        raise SettingsError(f"--ignore: no rule has the code {unknown[0]}; `kjaudit rules` lists them")
    settings = Settings(today=arguments.today, ignore=ignore)
    audited = pipeline.audit_files([Path(name) for name in arguments.files], settings)
    if arguments.format == "json":
        printed = project_to_json(audited, {"ignore": sorted(ignore), "registries": list(settings.registries)})
        sys.stdout.write(json.dumps(printed, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(summary(audited))
    for item in audited.skipped:
        sys.stderr.write(f"kjaudit: {item.reason}\n")
    if audited.skipped:
        return COULD_NOT_RUN
    return FAILED_ON_FINDINGS if arguments.fail_on and _reached(audited, arguments.fail_on) else DONE


def _reached(audited: ProjectAudit, level: str) -> bool:
    least = Severity[level.upper()]
    found = [finding for item in audited.audits for finding in item.findings]
    return any(finding.severity >= least for finding in (*found, *audited.corpus_findings))
