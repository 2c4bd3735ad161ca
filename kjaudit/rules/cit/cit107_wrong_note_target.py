"""CIT107 wrong-note-target. See resources/rules/CIT107.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Evidence, Finding, InDocument, Severity, opening, say
from kjaudit.rules.interface import Need, Rule, Status

from .evidence import Linked, in_sentence, linked, penalty, the_entry


def check(case: Case) -> Iterator[Finding]:
    """Yield each pointer to a note that does not cite the work it is meant to."""
    for item in linked(case):
        apart = penalty(item.link, "note")
        if apart is not None and apart.value >= 1:
            yield _finding(case, item, apart.detail)


def _finding(case: Case, item: Linked, detail: str) -> Finding:
    target = next((note for note in case.document.notes if note.number == item.work.note_number), None)
    evidence = [in_sentence(case, item.span)]
    if target is not None:
        source = InDocument(document=case.document.id, span=target.span)
        quote = target.span.of(case.document.text)[:400]
        evidence.append(Evidence(label=say("note {number}", number=target.number), quote=quote, source=source))
    if item.reference is not None:
        evidence.append(the_entry(case, item.reference, "the work that is probably meant"))
    antecedent = next((citation for citation in case.citations if citation.key == item.link.antecedent), None)
    if antecedent is not None:
        source = InDocument(document=case.document.id, span=antecedent.span)
        quote = antecedent.span.of(case.document.text)
        evidence.append(Evidence(label="where that work was cited before", quote=quote[:400], source=source))
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=item.span,
        quote=item.span.of(case.document.text),
        message=opening(detail),
        severity=RULE.severity,
        citation=item.citation.key,
        entry=item.reference.key if item.reference else None,
        note=item.citation.note,
        evidence=tuple(evidence),
        suggestion="Point to the note that names the work, or name it here",
    )


RULE = Rule(
    code="CIT107",
    name="wrong-note-target",
    severity=Severity.ERROR,
    needs=frozenset({Need.LINKS}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
