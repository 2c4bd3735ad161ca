"""`kjaudit judge PROJECT FINDING...`: decide about findings of a project, or list them with their standing."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from kjaudit.cli.exit_codes import COULD_NOT_RUN, DONE
from kjaudit.cli.told import tell
from kjaudit.model import Decision, Judged, KjauditError, Standing
from kjaudit.report.project_json import verdict_to_json
from kjaudit.workspace import Workspace

HELP = "decide about findings of a project; list them"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("project", type=Path, metavar="PROJECT", help="project file")
    parser.add_argument("findings", nargs="*", metavar="FINDING", help="keys of findings, or their beginnings")
    parser.add_argument("--decision", choices=[decision.name.lower() for decision in Decision], help="what is decided")
    parser.add_argument("--note", default="", help="why")
    parser.add_argument("--reviewer", default="", help="who decides; kept in the project for the next time")
    parser.add_argument(
        "--alike", action="store_true", help="decide about all open findings of the same rule and document"
    )
    parser.add_argument(
        "--uncited",
        metavar="DOCUMENT:ENTRY",
        help='mark an entry deliberately uncited, such as "d1:e3"; with --decision withdrawn take that back',
    )
    parser.add_argument("--list", action="store_true", help="list findings with key, standing and decision")
    parser.add_argument("--history", action="store_true", help="list every decision ever made, oldest first")
    parser.add_argument(
        "--standing", choices=[standing.value for standing in Standing], help="list only findings that stand so"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="of the list (default: text)")


def run(arguments: argparse.Namespace) -> int:
    """Decide, list, or both."""
    _check(arguments)
    with Workspace.open(arguments.project) as workspace:
        if arguments.reviewer:
            workspace.set_reviewer(arguments.reviewer)
        workspace.audit()
        _decide(workspace, arguments)
        if arguments.list or arguments.standing:
            _list(workspace, arguments)
        if arguments.history:
            _history(workspace, arguments)
        return COULD_NOT_RUN if tell(workspace.project_audit().skipped) else DONE


def _check(arguments: argparse.Namespace) -> None:
    if arguments.findings and not arguments.decision:
        raise KjauditError("Say what is decided with --decision")
    if arguments.decision and not (arguments.findings or arguments.uncited):
        raise KjauditError("Say which finding is decided; `kjaudit judge PROJECT --list` shows their keys")
    if not (
        arguments.findings
        or arguments.uncited
        or arguments.list
        or arguments.standing
        or arguments.history
        or arguments.reviewer
    ):
        raise KjauditError("Name a finding and a --decision, or ask for --list")


def _decide(workspace: Workspace, arguments: argparse.Namespace) -> None:
    if arguments.uncited:
        document, _, entry = arguments.uncited.partition(":")
        deliberate = arguments.decision != Decision.WITHDRAWN.name.lower()
        workspace.mark_uncited(document, entry, deliberate=deliberate, note=arguments.note)
    if arguments.findings:
        keys = [workspace.finding(key).finding.key for key in arguments.findings]
        if arguments.alike:
            keys += [item.finding.key for key in keys for item in workspace.alike(key)]
        decision = Decision[arguments.decision.upper()]
        workspace.judge(keys, decision, arguments.note)
        if arguments.list or arguments.standing or arguments.history:
            return
        for key in dict.fromkeys(keys):
            finding = workspace.finding(key).finding
            sys.stdout.write(f"{decision.value}: {finding.code} {finding.name}: {_short(finding.quote)}\n")


def _list(workspace: Workspace, arguments: argparse.Namespace) -> None:
    wanted = [item for item in workspace.findings() if arguments.standing in (None, item.standing.value)]
    # A decision whose finding is gone stands nowhere: it is listed only among all.
    gone = workspace.gone() if arguments.standing is None else ()
    if arguments.format == "json":
        listed = {
            "findings": [_as_json(item) for item in wanted],
            "gone": [verdict_to_json(verdict) for verdict in gone],
        }
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
        return
    for item in wanted:
        sys.stdout.write(_line(item) + "\n")
    for verdict in gone:
        sys.stdout.write(
            f"gone\t{verdict.document}\t{verdict.code}\t{verdict.decision.value}\t{_short(verdict.quote)}\n"
        )


def _history(workspace: Workspace, arguments: argparse.Namespace) -> None:
    if arguments.format == "json":
        listed = [verdict_to_json(verdict) for verdict in workspace.verdicts()]
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
        return
    for verdict in workspace.verdicts():
        cells = (verdict.at.isoformat(timespec="seconds"), verdict.reviewer, verdict.decision.value, verdict.document)
        sys.stdout.write("\t".join((*cells, verdict.code, _short(verdict.quote), _short(verdict.note))) + "\n")


def _as_json(item: Judged) -> dict[str, object]:
    finding = item.finding
    return {
        "key": finding.key,
        "document": finding.document,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        "quote": finding.quote,
        "standing": item.standing.value,
        "likeness": item.likeness,
        "verdict": verdict_to_json(item.verdict) if item.verdict else None,
    }


def _line(item: Judged) -> str:
    finding, verdict = item.finding, item.verdict
    decided = f"{verdict.decision.value} ({verdict.reviewer})" if verdict else ""
    return "\t".join(
        (finding.key, finding.document, finding.code, finding.name, item.standing.value, decided, _short(finding.quote))
    )


def _short(quote: str) -> str:
    folded = " ".join(quote.split())
    return folded if len(folded) <= 70 else folded[:67] + "..."
