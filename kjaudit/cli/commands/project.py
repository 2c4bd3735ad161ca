"""`kjaudit project create|add|remove|list|lookup PROJECT ...`: project files and the documents in them."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from kjaudit.cli.exit_codes import COULD_NOT_RUN, DONE
from kjaudit.cli.told import tell
from kjaudit.model import KjauditError
from kjaudit.workspace import Workspace

HELP = "make a project file, add documents to it, list them"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    create = actions.add_parser("create", help="make a project file, with documents if any are named")
    create.add_argument("project", type=Path, metavar="PROJECT", help="file to make, usually NAME.kjaudit")
    create.add_argument("files", nargs="*", type=Path, metavar="FILE")
    create.add_argument("--reviewer", default="", help="name under decisions made in this project")
    add = actions.add_parser("add", help="add documents")
    add.add_argument("project", type=Path, metavar="PROJECT")
    add.add_argument("files", nargs="+", type=Path, metavar="FILE")
    remove = actions.add_parser("remove", help="take a document out; what was decided about it is kept")
    remove.add_argument("project", type=Path, metavar="PROJECT")
    remove.add_argument("document", metavar="DOCUMENT", help='its id, such as "d2"; see list')
    listing = actions.add_parser("list", help="list documents, how many findings each has, and how many are decided")
    listing.add_argument("project", type=Path, metavar="PROJECT")
    lookup = actions.add_parser(
        "lookup", help="ask registries about the entries; without --lookup show what would be sent"
    )
    lookup.add_argument("project", type=Path, metavar="PROJECT")
    lookup.add_argument(
        "--lookup",
        nargs="?",
        const="crossref",
        metavar="SERVICES",
        help="send the requests, to these services only (default: crossref); for this once",
    )
    lookup.add_argument("--services", default="crossref", help="whose requests to show (default: %(default)s)")
    lookup.add_argument("--mailto", default="", help="address that registries ask for")
    lookup.add_argument("--fresh", action="store_true", help="ask again even where an answer is kept")
    lookup.add_argument("--trail", action="store_true", help="print what ever left the machine for this project")


def run(arguments: argparse.Namespace) -> int:
    """Do the action."""
    actions = {"create": _create, "add": _add, "remove": _remove, "list": _list, "lookup": _lookup}
    return actions[arguments.action](arguments)


def _create(arguments: argparse.Namespace) -> int:
    _all_there(arguments.files)
    with Workspace.create(arguments.project) as workspace:
        if arguments.reviewer:
            workspace.set_reviewer(arguments.reviewer)
        workspace.add_documents(arguments.files)
    return DONE


def _add(arguments: argparse.Namespace) -> int:
    _all_there(arguments.files)
    with Workspace.open(arguments.project) as workspace:
        workspace.add_documents(arguments.files)
    return DONE


def _remove(arguments: argparse.Namespace) -> int:
    with Workspace.open(arguments.project) as workspace:
        workspace.remove_document(arguments.document)
    return DONE


def _list(arguments: argparse.Namespace) -> int:
    with Workspace.open(arguments.project) as workspace:
        workspace.audit()
        counts = {
            info.id: Counter(item.standing for item in workspace.findings(info.id)) for info in workspace.documents()
        }
        for info in workspace.documents():
            standings = ", ".join(
                f"{count} {standing.value}"
                for standing, count in sorted(counts[info.id].items(), key=lambda pair: pair[0].value)
            )
            sys.stdout.write(f"{info.id}\t{info.path}\t{info.title}\t{standings or 'no findings'}\n")
        return COULD_NOT_RUN if tell(workspace.project_audit().skipped) else DONE


def _lookup(arguments: argparse.Namespace) -> int:
    with Workspace.open(arguments.project) as workspace:
        if arguments.trail:
            for line in workspace.trail():
                sys.stdout.write(f"{line.at.isoformat()}\t{line.registry}\t{line.request}\n")
            return DONE
        workspace.audit()
        if arguments.lookup:
            _ask(workspace, arguments)
        else:
            _describe(workspace, _names(arguments.services))
        return COULD_NOT_RUN if tell(workspace.project_audit().skipped) else DONE


def _ask(workspace: Workspace, arguments: argparse.Namespace) -> None:
    """Look up with the consent that the command line gives, and put back the one that the project holds."""
    before = workspace.settings
    wanted = _names(arguments.lookup)
    try:
        for name in {*before.registries, *wanted}:
            workspace.set_consent(name, given=name in wanted)
        workspace.set_mailto(arguments.mailto or before.mailto)
        workspace.look_up(fresh=arguments.fresh)
    finally:
        for name in {*before.registries, *wanted} & {service.name for service in workspace.services()}:
            workspace.set_consent(name, given=name in before.registries)
    for info in workspace.documents():
        audit = workspace.audit_of(info.id)
        for lookup in audit.case.lookups if audit else ():
            sys.stdout.write(f"{info.id}:{lookup.key}\t{lookup.outcome.value}\t{lookup.reason}\n")


def _describe(workspace: Workspace, services: list[str]) -> None:
    for info in workspace.documents():
        audit = workspace.audit_of(info.id)
        for reference in audit.case.references if audit else ():
            for request in workspace.describe_requests(info.id, reference.key, services):
                when = f"\tonly if {request.only_if}" if request.only_if else ""
                sys.stdout.write(f"{info.id}:{reference.key}\t{request.request}{when}\n")


def _names(services: str) -> list[str]:
    return [name.strip() for name in services.split(",") if name.strip()]


def _all_there(files: list[Path]) -> None:
    for file in files:
        if not file.is_file():
            raise KjauditError(f"{file} is not a file that can be added; check the name")
