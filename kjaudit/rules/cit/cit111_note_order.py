"""CIT111 note-order. See resources/rules/CIT111.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Computed, Evidence, Finding, InDocument, Note, Severity, Span, say
from kjaudit.rules.interface import Need, Rule, Status

_CLOSING = frozenset('.,;:!?”"’)»。、')
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def check(case: Case) -> Iterator[Finding]:
    """Yield notes whose marks stand out of order, notes without a mark and marks without a note, in text order."""
    found = [*_order(case), *_unmarked(case), *_unanswered(case)]
    yield from sorted(found, key=lambda finding: finding.span)


def _order(case: Case) -> Iterator[Finding]:
    marked = sorted(
        ((note.anchor, note) for note in case.document.notes if note.anchor), key=lambda pair: pair[0].start
    )
    highest: Note | None = None
    for anchor, note in marked:
        if highest is not None and note.number < highest.number and note.number != 1:
            yield _finding(
                case,
                note,
                anchor,
                say("Mark {number} stands after mark {other}", number=note.number, other=highest.number),
                _shown(case, highest, say("note {number}", number=highest.number)),
            )
        elif highest is not None and note.number == highest.number:
            yield _finding(
                case,
                note,
                anchor,
                say("Two notes have number {number}", number=note.number),
                _shown(case, highest, "the other"),
            )
        if highest is None or note.number > highest.number or note.number == 1:
            highest = note


def _unmarked(case: Case) -> Iterator[Finding]:
    """Only where most notes have their mark: else the marks were not read."""
    notes = case.document.notes
    missing = [note for note in notes if note.anchor is None]
    if not missing or len(missing) * 2 > len(notes):
        return
    for note in missing:
        yield _finding(case, note, note.span, say("Note {number} has no mark in the text", number=note.number))


def _unanswered(case: Case) -> Iterator[Finding]:
    """Yield raised numbers beyond the last note of a text that uses raised numbers for nothing else."""
    document = case.document
    last = max((note.number for note in document.notes), default=0)
    known = {note.anchor for note in document.notes}
    cited = [citation.span for citation in case.citations if citation.note is None]
    for span in document.raised:
        digits = span.of(document.text).translate(_RAISED).strip()
        if not last or span in known or not digits.isdecimal() or any(other.meets(span) for other in cited):
            continue
        before = document.text[max(0, span.start - 1) : span.start]
        marked = any(mark.meets(span) for mark in known if mark)
        if last < int(digits) <= last + 20 and before in _CLOSING and not marked:
            yield _finding(case, None, span, say("Mark {number} has no note", number=digits))


def _shown(case: Case, note: Note, label: str) -> Evidence:
    source = InDocument(document=case.document.id, span=note.span)
    return Evidence(label=label, quote=note.span.of(case.document.text)[:300], source=source)


def _finding(case: Case, note: Note | None, span: Span, message: str, *evidence: Evidence) -> Finding:
    counted = Evidence(
        label="notes",
        quote=say(
            "{count} notes, {marked} with a mark",
            count=len(case.document.notes),
            marked=sum(1 for each in case.document.notes if each.anchor),
        ),
        source=Computed(how="the marks in the order of the text against the numbers of the notes"),
    )
    own = (_shown(case, note, say("note {number}", number=note.number)),) if note is not None else ()
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=span,
        quote=span.of(case.document.text),
        message=message,
        severity=RULE.severity,
        note=note.key if note is not None else None,
        evidence=(*own, *evidence, counted),
        suggestion="Put marks and notes in one order, and see that each has its other half",
    )


RULE = Rule(
    code="CIT111",
    name="note-order",
    severity=Severity.WARNING,
    needs=frozenset({Need.TEXT, Need.LINKS}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
