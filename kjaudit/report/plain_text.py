"""The summary that `kjaudit audit` prints for a person at a terminal."""

from __future__ import annotations

from collections import Counter

from kjaudit.model import Audit, Finding, ProjectAudit, Severity

MARKS = {Severity.ERROR: "✗", Severity.WARNING: "≈", Severity.NOTE: "·"}


def summary(audited: ProjectAudit) -> str:
    """Return one block of lines a document, errors and warnings one by one, notes counted."""
    lines: list[str] = []
    for audit in audited.audits:
        lines += _document(audit)
    if audited.corpus_findings:
        lines += ["Across the documents", *(_line(finding) for finding in audited.corpus_findings), ""]
    return "\n".join(lines) + ("\n" if lines else "")


def _document(audit: Audit) -> list[str]:
    case = audit.case
    counts = Counter(finding.severity for finding in audit.findings)
    linked = {link.citation for link in case.links if link.reference}
    lines = [
        case.document.path or case.document.title,
        f"  {len(case.references)} entries, {len(case.document.notes)} notes, {len(case.citations)} citations "
        f"({len(linked)} linked), {len(case.claims)} claims",
        f"  {counts[Severity.ERROR]} errors, {counts[Severity.WARNING]} warnings, {counts[Severity.NOTE]} notes",
    ]
    lines += [_line(finding) for finding in audit.findings if finding.severity > Severity.NOTE]
    lines += [f"  {density.name} wording: {density.per_thousand:.1f} per 1,000 words" for density in audit.densities]
    asked = {lookup.reference for lookup in case.lookups}
    left = sum(reference.key not in asked for reference in case.references)
    if left:
        lines.append(f"  not looked up in any registry: {left} entries (look-ups are off)")
    return [*lines, ""]


def _line(finding: Finding) -> str:
    quote = " ".join(finding.quote.split())
    short = quote if len(quote) <= 70 else quote[:67] + "..."
    return f"  {MARKS[finding.severity]} {finding.code} {finding.name}: {finding.message}: “{short}”"
