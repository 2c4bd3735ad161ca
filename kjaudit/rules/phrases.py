"""What the rules of wording share: phrase lists (resources/phrases/) over the running text, quotations exempt."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.language import lexicon
from kjaudit.language.reading import Reading, Sentence, reading
from kjaudit.model import Case, Computed, Evidence, Finding, InDocument, Span

from .interface import Rule


def running(case: Case) -> Reading:
    """Return the running text of `case` as sentences."""
    return reading(case.document)


def phrases(case: Case, name: str, *, gap: int = 0) -> Iterator[tuple[Sentence, Span]]:
    """
    Yield each phrase of the list `name` in the running text, quotations left out, in text order.

    Args:
        case: the document.
        name: of the list; a language without it is passed over.
        gap: phrases of one sentence no further apart than this many characters are one.

    Yields:
        the sentence and the place of the phrase in `Document.text`.
    """
    for sentence in running(case).sentences:
        if sentence.quoted or sentence.language not in lexicon.LANGUAGES:
            continue
        start = end = -1
        for match in lexicon.matcher(sentence.language, name).finditer(sentence.plain):
            if start >= 0 and match.start() <= end + gap:
                end = max(end, match.end())
                continue
            if start >= 0:
                yield sentence, _place(sentence, start, end)
            start, end = match.span()
        if start >= 0:
            yield sentence, _place(sentence, start, end)


def marked(
    rule: Rule,
    case: Case,
    span: Span,
    message: str,
    *evidence: Evidence,
    suggestion: str | None = None,
    claim: str | None = None,
    note: str | None = None,
) -> Finding:
    """Return a finding of `rule` about the words at `span` of the document."""
    return Finding(
        code=rule.code,
        name=rule.name,
        document=case.document.id,
        span=span,
        quote=span.of(case.document.text),
        message=message,
        severity=rule.severity,
        evidence=evidence,
        suggestion=suggestion,
        claim=claim,
        note=note,
    )


def here(case: Case, label: str, span: Span) -> Evidence:
    """Return a passage of the document as evidence."""
    return Evidence(label=label, quote=span.of(case.document.text), source=InDocument(document=case.document.id, span=span))


def computed(label: str, value: str, how: str) -> Evidence:
    """Return a value that was worked out as evidence."""
    return Evidence(label=label, quote=value, source=Computed(how=how))


def _place(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.span.start + start, sentence.span.start + max(start + 1, end))
