"""`kjaudit show --stage STAGE FILE`: the middle of the flow, for people and for looking into a surprise."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kjaudit import pipeline
from kjaudit.cli.exit_codes import DONE
from kjaudit.formats.csl import to_csl
from kjaudit.model import Case, Document, Span
from kjaudit.settings import Settings

HELP = "show what one stage made of a document"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--stage", required=True, choices=list(_STAGES), help="which stage")
    parser.add_argument("file", type=Path, metavar="FILE")


def run(arguments: argparse.Namespace) -> int:
    """Print one thing a line; offsets are code points of the text that `--stage text` prints."""
    document = pipeline.read(arguments.file)
    for line in _STAGES[arguments.stage](document):
        sys.stdout.write(line + "\n")
    return DONE


def _text(document: Document) -> Iterator[str]:
    yield document.text.removesuffix("\n")


def _blocks(document: Document) -> Iterator[str]:
    for block in document.blocks:
        kind = f"{block.kind.value} {block.level}" if block.level else block.kind.value
        yield _row(block.span, kind, block.label, _quoted(document, block.span))


def _notes(document: Document) -> Iterator[str]:
    for note in document.notes:
        anchor = f"{note.anchor.start}-{note.anchor.end}" if note.anchor else "no mark"
        yield _row(
            note.span, note.key, f"{note.place.value} {note.number}", f"mark {anchor}", _quoted(document, note.span)
        )


def _references(document: Document) -> Iterator[str]:
    for reference in _case(document).references:
        fields = "; ".join(f"{name}={value}" for name, value in to_csl(reference).items() if name != "id")
        yield _row(reference.span, reference.key, reference.label, _quoted(document, reference.span))
        yield f"\t\t{fields}"
        yield from (f"\t\t! {problem.kind.value}: {problem.message}" for problem in reference.problems)


def _citations(document: Document) -> Iterator[str]:
    for citation in _case(document).citations:
        style, kind = citation.style.value, citation.kind.value
        yield _row(
            citation.span, citation.key, f"{style} {kind}", citation.note or "body", _quoted(document, citation.span)
        )


def _links(document: Document) -> Iterator[str]:
    case = _case(document)
    citations = {citation.key: citation for citation in case.citations}
    for link in case.links:
        citation = citations[link.citation]
        measured = f"distance {link.distance.total:.2f} margin {link.margin:.2f}"
        target = f"{link.reference or '-'} {link.certainty.value}"
        yield _row(citation.span, link.citation, target, measured, link.reason, _quoted(document, citation.span))
        for penalty in link.distance.dearest():
            yield f"\t\t{penalty.name} {penalty.value:.2f} x {penalty.weight:g} {penalty.detail}".rstrip()


def _claims(document: Document) -> Iterator[str]:
    for claim in _case(document).claims:
        quantities = ", ".join(f"{item.value:g} {item.unit}" for item in claim.quantities)
        told = claim.source or claim.speaker
        kind = f"{claim.kind.value}/{claim.support.value}"
        yield _row(claim.span, claim.key, kind, quantities, told.value if told else "", _quoted(document, claim.span))


def _findings(document: Document) -> Iterator[str]:
    settings = Settings(today=date.today())
    for finding in pipeline.audit(document, settings).findings:
        yield _row(finding.span, f"{finding.code} {finding.name}", finding.message, _quoted(document, finding.span))
        yield from (f"\t\t{item.label}: {' '.join(item.quote.split())}" for item in finding.evidence)


def _case(document: Document) -> Case:
    return pipeline.understand(document, Settings(today=date.today()))


def _row(span: Span, *cells: str) -> str:
    return "\t".join((f"{span.start}-{span.end}", *cells))


def _quoted(document: Document, span: Span) -> str:
    return " ".join(span.of(document.text).split())


_STAGES: Mapping[str, Callable[[Document], Iterator[str]]] = MappingProxyType(
    {
        "text": _text,
        "blocks": _blocks,
        "notes": _notes,
        "references": _references,
        "citations": _citations,
        "links": _links,
        "claims": _claims,
        "findings": _findings,
    }
)
