"""Dossier to text, by format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from kjaudit.formats import Format, to_csl, write
from kjaudit.model import Reference
from kjaudit.report import Dossier, RuleUsed, to_csv, to_html, to_json
from kjaudit.rules import CorpusRule, Rule, Status
from kjaudit.settings import Settings

from .interface import ExportFormat


def rules_used(settings: Settings, rules: Iterable[Rule], across: Iterable[CorpusRule]) -> tuple[RuleUsed, ...]:
    """Return the rules that run with `settings`, by code."""
    wanted = {Status.STABLE, Status.PREVIEW} if settings.preview else {Status.STABLE}
    known: list[Rule | CorpusRule] = [*rules, *across]
    used = (
        RuleUsed(code=rule.code, name=rule.name, since=rule.since, status=rule.status.value)
        for rule in known
        if rule.status in wanted and rule.code not in settings.ignore
    )
    return tuple(sorted(used, key=lambda rule: rule.code))


def written(dossier: Dossier, form: ExportFormat) -> str:
    """Return the dossier in `form`; of the formats of references, the reference lists of all documents."""
    return _WRITERS[form](dossier)


def _list(dossier: Dossier, *, into: Format) -> str:
    return write((to_csl(item) for item in _references(dossier)), into)


def _references(dossier: Dossier) -> tuple[Reference, ...]:
    """Return the entries of all documents; of several documents, with keys that no two share."""
    cases = [audit.case for audit in dossier.audit.audits]
    if len(cases) == 1:
        return cases[0].references
    return tuple(
        replace(reference, key=f"{case.document.id}-{reference.key}") for case in cases for reference in case.references
    )


_WRITERS: Mapping[ExportFormat, Callable[[Dossier], str]] = {
    ExportFormat.HTML: to_html,
    ExportFormat.JSON: to_json,
    ExportFormat.CSV: to_csv,
    ExportFormat.BIBTEX: partial(_list, into=Format.BIBTEX),
    ExportFormat.RIS: partial(_list, into=Format.RIS),
    ExportFormat.CSL: partial(_list, into=Format.CSL),
}
