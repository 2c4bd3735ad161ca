"""The whole flow, top to bottom. Read this file first."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kjaudit import citations, claims, ingest, references, structure
from kjaudit.language.sentences import sentence_around
from kjaudit.language.words import word_count
from kjaudit.model import (
    Audit,
    BlockKind,
    Case,
    Corpus,
    Density,
    Document,
    Finding,
    KjauditError,
    Lookup,
    ProjectAudit,
    Skipped,
)
from kjaudit.progress import SILENT, Progress
from kjaudit.rules import CORPUS_RULES, RULES, CorpusRule, Rule, Status
from kjaudit.settings import Settings

logger = logging.getLogger(__name__)

WORDING = {"promotional-wording": "promotional", "vague-wording": "vague", "generic-assertion": "generic"}
"""Names of the rules whose findings are folded into densities, and what the densities are called."""


def read(path: Path) -> Document:
    """
    Bytes -> Document, with its structure.

    Raises:
        ReadError: the file cannot be read as a document; the message names it and the remedy.
    """
    return structure.analyse(ingest.read(path))


def understand(document: Document, settings: Settings) -> Case:
    """Document -> entries, citations, links, claims: all that can be known without asking anyone."""
    entries = references.entries(document)
    resolved = citations.resolve(document, entries)
    parts = (document, resolved.references, resolved.citations, resolved.links)
    found = claims.register(*parts)
    return Case(
        document=document,
        references=resolved.references,
        citations=resolved.citations,
        links=resolved.links,
        claims=found,
        provenance=claims.provenance(document, resolved.references, found, settings.today),
        suggestions=claims.suggestions(*parts),
        today=settings.today,
        watched=settings.watched,
    )


def with_lookups(case: Case, lookups: Iterable[Lookup]) -> Case:
    """Return `case` with `lookups` added; a newer answer of the same key replaces the older."""
    merged = {lookup.key: lookup for lookup in (*case.lookups, *lookups)}
    return replace(case, lookups=tuple(merged.values()))


def check(case: Case, settings: Settings, progress: Progress = SILENT) -> Iterator[Finding]:
    """
    Run every rule over one document that `settings` leaves on.

    Yields:
        findings, by rule code, then in text order.

    Raises:
        Cancelled: the reviewer asked to stop.
    """
    rules = [rule for code, rule in sorted(RULES.items()) if _runs(rule, settings)]
    for done, rule in enumerate(rules):
        progress.step(done, len(rules), rule.code)
        logger.debug("checking %s", rule.code)
        yield from _placed({case.document.id: case.document}, rule.check(case))


def check_corpus(corpus: Corpus, settings: Settings, progress: Progress = SILENT) -> Iterator[Finding]:
    """Run every rule over several documents that `settings` leaves on; see `check`."""
    texts = {case.document.id: case.document for case in corpus.cases}
    rules = [rule for code, rule in sorted(CORPUS_RULES.items()) if _runs(rule, settings)]
    for done, rule in enumerate(rules):
        progress.step(done, len(rules), rule.code)
        yield from _placed(texts, rule.check(corpus))


def audit(document: Document, settings: Settings, progress: Progress = SILENT) -> Audit:
    """Document -> all that is known and found, offline."""
    return conclude(understand(document, settings), settings, progress)


def conclude(case: Case, settings: Settings, progress: Progress = SILENT) -> Audit:
    """Case -> findings and densities; run again when look-ups have come in."""
    findings = tuple(check(case, settings, progress))
    return Audit(case=case, findings=findings, densities=densities(case.document, findings))


def audit_files(
    paths: Sequence[Path], settings: Settings, progress: Progress = SILENT, *, ids: Sequence[str] = ()
) -> ProjectAudit:
    """
    Audit several files; one that cannot be read goes into `skipped` and the others are audited.

    Args:
        paths: as given by the user.
        settings: what to run.
        progress: told of each file.
        ids: document ids, as many as `paths`; default: the file names.
    """
    audits: list[Audit] = []
    skipped: list[Skipped] = []
    for done, path in enumerate(paths):
        progress.step(done, len(paths), path.name)
        try:
            document = read(path)
        except KjauditError as error:
            skipped.append(Skipped(what=str(path), reason=error.sentence))
            continue
        if ids:
            document = replace(document, id=ids[done])
        audits.append(audit(document, settings))
    corpus = Corpus(cases=tuple(item.case for item in audits))
    across = tuple(check_corpus(corpus, settings)) if len(audits) > 1 else ()
    return ProjectAudit(audits=tuple(audits), corpus_findings=across, skipped=tuple(skipped))


def densities(document: Document, findings: Iterable[Finding]) -> tuple[Density, ...]:
    """Fold wording findings into occurrences per thousand words of running text."""
    counts = Counter(finding.name for finding in findings)
    outside = (BlockKind.NOTE, BlockKind.ENTRY)
    words = sum(word_count(block.span.of(document.text)) for block in document.blocks if block.kind not in outside)
    return tuple(Density(name=kind, count=counts[name], words=words) for name, kind in WORDING.items())


def _runs(rule: Rule | CorpusRule, settings: Settings) -> bool:
    if rule.status is Status.PREVIEW and not settings.preview:
        return False
    return rule.code not in settings.ignore and rule.status in (Status.PREVIEW, Status.STABLE)


def _placed(documents: Mapping[str, Document], found: Iterable[Finding]) -> Iterator[Finding]:
    """Give each finding the sentence it stands in, and tell like ones in it apart: its key hangs on both."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in found:
        sentence = sentence_around(documents[finding.document].text, finding.span)
        seen[finding.document, sentence, finding.quote] += 1
        yield replace(finding, sentence=sentence, occurrence=seen[finding.document, sentence, finding.quote])
