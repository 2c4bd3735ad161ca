"""COR601 documents-disagree. See resources/rules/COR601.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.language.reading import reading
from kjaudit.language.statements import Disagreement, disagreements, statements
from kjaudit.model import Case, Corpus, Evidence, Finding, InDocument, Severity, say
from kjaudit.rules.interface import CorpusRule, Need, Status


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield each sentence that gives another value or year for a thing than another document of the project."""
    told = [(case, statements(reading(case.document))) for case in corpus.cases]
    for later, (case, mine) in enumerate(told):
        for earlier, theirs in told[:later]:
            for pair in disagreements(theirs, mine):
                yield _finding(case, earlier, pair)


def _finding(case: Case, other: Case, pair: Disagreement) -> Finding:
    event = pair.second.kind.startswith("event:")
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=pair.second.span,
        quote=pair.second.span.of(case.document.text),
        message="Another document of the project dates the same event differently"
        if event
        else "Another document of the project gives another figure for the same thing",
        severity=RULE.severity,
        evidence=(
            Evidence(
                label=say("in {document}", document=other.document.title or other.document.id),
                quote=pair.first.span.of(other.document.text),
                source=InDocument(document=other.document.id, span=pair.first.span),
            ),
            Evidence(
                label="figure there",
                quote=pair.first.figure.of(other.document.text),
                source=InDocument(document=other.document.id, span=pair.first.figure),
            ),
            Evidence(
                label="figure here",
                quote=pair.second.figure.of(case.document.text),
                source=InDocument(document=case.document.id, span=pair.second.figure),
            ),
        ),
        other_document=other.document.id,
        suggestion="Compare both passages with their sources",
    )


RULE = CorpusRule(
    code="COR601",
    name="documents-disagree",
    severity=Severity.WARNING,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
