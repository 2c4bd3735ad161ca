"""The report as one HTML file that needs nothing else: no script, no font, no picture from anywhere."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from kjaudit import __version__, assets
from kjaudit.model import Severity

from .finding_view import FindingView
from .interface import Dossier
from .places import Place
from .sections import report
from .words import Words, words

if TYPE_CHECKING:
    from jinja2 import Environment

_DOI = re.compile(r"10\.\d{4,9}/\S+")


def to_html(dossier: Dossier) -> str:
    """Return the report; the same dossier gives the same text."""
    said = words(dossier.language)
    parts = report(dossier)

    def place(found: Place) -> str:
        return said(f"place.{found.unit.value}", number=found.number)

    return (
        _environment()
        .get_template("report.html")
        .render(
            report=parts,
            dossier=dossier,
            t=said,
            place=place,
            query=functools.partial(query_text, said=said),
            doi_link=doi_link,
            counts=[(severity, parts.counts.get(severity, 0)) for severity in sorted(Severity, reverse=True)],
            preview=[rule.code for rule in dossier.rules if rule.status == "preview"],
            language=dossier.language.value,
            version=__version__,
        )
    )


def query_text(view: FindingView, *, said: Words) -> str:
    """Return a question to the author as plain text, ready to be copied into a letter."""
    where = said(f"place.{view.place.unit.value}", number=view.place.number)
    text = said(
        "query.text", quote=shortened(view.passage.quote), place=where, message=said.sentence(view.finding.message)
    )
    verdict = view.judged.verdict
    note = verdict.note if verdict and view.asked else ""
    return " ".join(part for part in (text, said.sentence(view.finding.suggestion or ""), said.sentence(note)) if part)


def doi_link(doi: str) -> str:
    """Return the address that resolves a DOI, "" for what is none."""
    return f"https://doi.org/{quote(doi, safe='/()')}" if _DOI.fullmatch(doi) else ""


def shortened(text: str, most: int = 160) -> str:
    """Return `text`, its middle left out where it is longer than `most`."""
    half = most // 2
    return text if len(text) <= most else f"{text[:half].rstrip()} … {text[-half:].lstrip()}"


@functools.cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(assets.path("templates/report")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shortened"] = shortened
    return environment
