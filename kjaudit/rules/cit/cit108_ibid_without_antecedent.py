"""CIT108 ibid-without-antecedent. See resources/rules/CIT108.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, CitationKind, Evidence, Finding, InDocument, Severity, say
from kjaudit.rules.interface import Need, Rule, Status

from .evidence import in_sentence, linked


def check(case: Case) -> Iterator[Finding]:
    """Yield each ibid., 위의 글 or 同上 before which nothing is cited."""
    for item in linked(case):
        if item.work.kind is not CitationKind.IBID or item.reference is not None or item.link.antecedent is not None:
            continue
        evidence = [in_sentence(case, item.span)]
        note = next((note for note in case.document.notes if note.key == item.citation.note), None)
        if note is not None:
            source = InDocument(document=case.document.id, span=note.span)
            evidence.append(
                Evidence(
                    label=say("note {number}", number=note.number),
                    quote=note.span.of(case.document.text)[:400],
                    source=source,
                )
            )
        yield Finding(
            code=RULE.code,
            name=RULE.name,
            document=case.document.id,
            span=item.span,
            quote=item.span.of(case.document.text),
            message="Nothing is cited before this that it could stand for",
            severity=RULE.severity,
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
