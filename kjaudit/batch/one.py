"""Audit one file of a batch; runs in a process of its own."""

from __future__ import annotations

import hashlib
import json
import logging
from collections import Counter
from pathlib import Path

from kjaudit import pipeline
from kjaudit.model import Audit, KjauditError, ProjectAudit, Severity
from kjaudit.report import write_whole
from kjaudit.report.contract_json import project_to_json
from kjaudit.settings import Settings

from .interface import Row, Status, Task

logger = logging.getLogger(__name__)


def audit_one(task: Task, folder: Path, settings: Settings) -> Row:
    """
    Audit a file and write its JSON into `folder`; whatever goes wrong comes back as a row.

    Raises:
        KjauditError: the result cannot be written: that is no fault of the file.
    """
    path = str(task.path)
    sha256 = digest_of(task.path)
    try:
        audit = pipeline.audit(pipeline.read(task.path), settings)
        text = _json(audit, settings)
    except KjauditError as error:
        return Row(path=path, sha256=sha256, status=Status.SKIPPED, reason=str(error))
    except Exception as error:  # one file must not stop the others; the row says that it is our fault
        logger.debug("fault on %s", path, exc_info=True)
        reason = f"{path}: the program has a fault on this file ({type(error).__name__}); please report it"
        return Row(path=path, sha256=sha256, status=Status.FAILED, reason=reason)
    output = folder / task.output
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KjauditError(f"{output.parent} cannot be made: {error.strerror}; choose another folder") from error
    write_whole(output, text)
    return _row(audit, path, task.output, sha256)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of the file's bytes, "" where they cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def settings_json(settings: Settings) -> dict[str, list[str]]:
    """Return the settings as the JSON of an audit prints them."""
    return {"ignore": sorted(settings.ignore), "registries": list(settings.registries)}


def _json(audit: Audit, settings: Settings) -> str:
    printed = project_to_json(ProjectAudit(audits=(audit,)), settings_json(settings))
    return json.dumps(printed, ensure_ascii=False, indent=1) + "\n"


def _row(audit: Audit, path: str, output: str, sha256: str) -> Row:
    case = audit.case
    counts = Counter(finding.severity for finding in audit.findings)
    return Row(
        path=path,
        output=output,
        sha256=sha256,
        language=case.document.language,
        entries=len(case.references),
        notes=len(case.document.notes),
        citations=len(case.citations),
        linked=len({link.citation for link in case.links if link.reference}),
        claims=len(case.claims),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        remarks=counts[Severity.NOTE],
    )
