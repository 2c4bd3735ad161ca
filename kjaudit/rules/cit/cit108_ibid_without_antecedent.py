"""CIT108 ibid-without-antecedent. See resources/rules/CIT108.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.model import Case, CitationKind, Evidence, Finding, InDocument, Severity, say
from kjaudit.rules.interface import Need, Rule, Status

from .evidence import Linked, in_sentence, linked

_FAR = "The note before this is a comment and cites nothing that it could stand for"
_SOURCE = re.compile(r"\d|[“”„«»「『《〈\"]|https?:")
"""What a comment lacks that cites nothing: figures, titles in marks, addresses."""


def check(case: Case) -> Iterator[Finding]:
    """
    Yield each ibid., 위의 글 or 同上 before which nothing is cited.

    As a warning also one that a note without any source parts from the work that it must stand for (CMOS 14.34).
    """
    comments = _after_comments(case)
    for item in linked(case):
        alone = item.reference is None and item.link.antecedent is None
        if item.work.kind is CitationKind.IBID and (alone or item.citation.key in comments):
            yield _finding(case, item, alone=alone)


def _after_comments(case: Case) -> frozenset[str]:
    """Return the citations that stand first in a note right after one that is prose and cites nothing."""
    first: dict[str, str] = {}
    for citation in case.citations:
        if citation.note is not None:
            first.setdefault(citation.note, citation.key)
    found: set[str] = set()
    for before, note in zip(case.document.notes, case.document.notes[1:], strict=False):
        comment = before.key not in first and not _SOURCE.search(before.span.of(case.document.text))
        if comment and note.key in first:
            found.add(first[note.key])
    return frozenset(found)


def _finding(case: Case, item: Linked, *, alone: bool) -> Finding:
    evidence = [in_sentence(case, item.span)]
    note = next((note for note in case.document.notes if note.key == item.citation.note), None)
    if note is not None:
        source = InDocument(document=case.document.id, span=note.span)
        label = say("note {number}", number=note.number)
        evidence.append(Evidence(label=label, quote=note.span.of(case.document.text)[:400], source=source))
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=item.span,
        quote=item.span.of(case.document.text),
        message="Nothing is cited before this that it could stand for" if alone else _FAR,
        severity=RULE.severity if alone else Severity.WARNING,
        citation=item.citation.key,
        note=item.citation.note,
        evidence=tuple(evidence),
        suggestion="Name the work in full; a note before this one may have been moved or lost",
    )


RULE = Rule(
    code="CIT108",
    name="ibid-without-antecedent",
    severity=Severity.ERROR,
    needs=frozenset({Need.LINKS}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
