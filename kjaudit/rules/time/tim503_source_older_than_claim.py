"""TIM503 source-older-than-claim. See resources/rules/TIM503.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.language import lexicon
from kjaudit.language.dates import years
from kjaudit.language.occasions import occasions
from kjaudit.language.reading import Sentence
from kjaudit.model import Case, Citation, Evidence, Finding, Severity, Span, say
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import computed, day_of_writing, here, marked, running

STALE = 6
"""Years between a source and the document's latest year from which "recent" no longer fits (decision rule 18)."""


def check(case: Case) -> Iterator[Finding]:
    """Yield each sentence whose newest source is older than what it speaks of, or too old for a "recent"."""
    sources = _Sources(case)
    groups = sorted((one for one in case.citations if one.note is None), key=lambda one: one.span.start)
    notes = sorted((note.anchor.start, note.key) for note in case.document.notes if note.anchor)
    latest = _latest(case)
    at_group = at_note = 0
    paragraph, known = -1, 0
    for sentence in running(case).sentences:
        if sentence.paragraph != paragraph:
            paragraph, known = sentence.paragraph, 0
        cited: list[Citation] = []
        while at_group < len(groups) and groups[at_group].span.start < sentence.span.end:
            cited.append(groups[at_group])
            at_group += 1
        marks: list[str] = []
        while at_note < len(notes) and notes[at_note][0] < sentence.span.end:
            marks.append(notes[at_note][1])
            at_note += 1
        named = _named_years(sentence, cited, latest)
        known = max([known, *named])
        newest = sources.newest(marks, cited)
        if newest is None:
            continue
        reason = _reason(sentence, newest[0], max(named, default=0), known, latest)
        if reason:
            evidence = (newest[1], computed("newest year of the source", str(newest[0]), "the years it prints"))
            yield marked(RULE, case, sentence.span, reason, *evidence, note=marks[-1] if marks else None)


def _reason(sentence: Sentence, source: int, named: int, known: int, latest: int) -> str:
    if source < named:
        return say("The sentence speaks of {named}, and its newest source is of {source}", named=named, source=source)
    if sentence.language not in lexicon.LANGUAGES:
        return ""
    recent = lexicon.matcher(sentence.language, "recent-words").search(sentence.folded) is not None
    if recent and latest - source >= STALE:
        return say("The sentence speaks of a recent state, and its newest source is of {source}", source=source)
    now = sentence.quotations and lexicon.matcher(sentence.language, "present-words").search(
        lexicon.folded(sentence.raw)
    )
    if now and source < known:
        return say(
            "The passage speaks of {known}, and the source of its words is of {source}", known=known, source=source
        )
    return ""


def _named_years(sentence: Sentence, cited: list[Citation], latest: int) -> list[int]:
    dated = [year for year, _ in occasions(sentence.plain)]
    return dated + [
        year
        for year, span in sentence.years
        if 1000 <= year <= latest and not any(one.span.meets(span) for one in cited)
    ]


def _latest(case: Case) -> int:
    dated = day_of_writing(case)
    if dated is not None:
        return dated.year
    texts = [sentence.years for sentence in running(case).sentences]
    named = [year for found in texts for year, _ in found]
    named += [reference.year for reference in case.references if reference.year]
    return max((year for year in named if year <= case.today.year), default=0)


class _Sources:
    """The newest year that each note and each citation of the running text leads to."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._notes = {note.key: note for note in case.document.notes}
        self._years = {reference.key: reference.year for reference in case.references}
        self._spans = {reference.key: reference.span for reference in case.references}
        self._linked: dict[str, list[str]] = {}
        for link in case.links:
            if link.reference:
                self._linked.setdefault(link.citation, []).append(link.reference)
        self._in_note: dict[str, list[Citation]] = {}
        for citation in case.citations:
            if citation.note:
                self._in_note.setdefault(citation.note, []).append(citation)

    def newest(self, notes: list[str], cited: list[Citation]) -> tuple[int, Evidence] | None:
        """Return the newest year of all sources on a sentence, and the passage that prints it; `None`: unknown."""
        found: list[tuple[int, Span]] = []
        for citation in cited:
            dated = self._of_citation(citation)
            if not dated:
                return None
            found += dated
        for key in notes:
            dated = self._of_note(key)
            if not dated:
                return None
            found += dated
        if not found:
            return None
        year, span = max(found, key=lambda item: item[0])
        return year, here(self._case, "source", span)

    def _of_note(self, key: str) -> list[tuple[int, Span]]:
        note = self._notes[key]
        found = [item for one in self._in_note.get(key, []) for item in self._of_citation(one)]
        return found + years(note.span.of(self._case.document.text), note.span.start)

    def _of_citation(self, citation: Citation) -> list[tuple[int, Span]]:
        found = [(work.year, work.span) for work in citation.works if work.year]
        for key in self._linked.get(citation.key, []):
            year = self._years.get(key)
            if year is not None:
                found.append((year, self._spans[key]))
        return found


RULE = Rule(
    code="TIM503",
    name="source-older-than-claim",
    severity=Severity.WARNING,
    needs=frozenset({Need.LINKS, Need.CLAIMS}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
