"""The document as a whole: where it comes from, how dense its wording is, what other documents say otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from kjaudit.gui.language import said, tr
from kjaudit.gui.theme import Theme
from kjaudit.model import Audit, Density, Field, Finding, InDocument, PartialDate, ProjectAudit, Provenance


class OverviewPanel(QWidget):
    """Provenance card, densities, matrix across documents."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page = QTextBrowser()
        self._page.setOpenLinks(False)
        self._page.setAccessibleName(tr("Overview"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._page)

    def show_audit(self, audit: Audit | None, project: ProjectAudit) -> None:
        """Show what is known of one document within its project."""
        self._page.setHtml(overview_html(audit, project, self._theme) if audit else "")

    def html(self) -> str:
        """Return what is shown."""
        return self._page.toHtml()


def overview_html(audit: Audit, project: ProjectAudit, theme: Theme) -> str:
    """Return the page of one document."""
    case = audit.case
    titles = {item.case.document.id: item.case.document.title for item in project.audits}
    mine = case.document.id
    across = [item for item in project.corpus_findings if mine in (item.document, item.other_document)]
    linked = {link.citation for link in case.links if link.reference}
    asked = {lookup.reference for lookup in case.lookups}
    rows = [
        (tr("Entries"), str(len(case.references))),
        (tr("Notes"), str(len(case.document.notes))),
        (tr("Citations"), tr("{count}, {linked} linked", count=len(case.citations), linked=len(linked))),
        (tr("Claims"), str(len(case.claims))),
        (tr("Not looked up"), str(sum(item.key not in asked for item in case.references))),
    ]
    return (
        f"<h3>{escape(case.document.title)}</h3>{_table(rows, theme)}"
        f"<h4>{escape(tr('Where the document comes from'))}</h4>{_card(audit, theme)}"
        f"<h4>{escape(tr('Wording, per 1,000 words'))}</h4>{_densities(audit.densities, theme)}"
        f"{_across(across, titles, theme)}"
    )


def _card(audit: Audit, theme: Theme) -> str:
    byline, card = audit.case.document.byline, audit.case.provenance
    date = _date(byline.date.value) if byline.date else ""
    rows = [
        (tr("Author"), ", ".join(author.value for author in byline.authors)),
        (tr("Date"), date),
        (tr("Outlet"), byline.outlet.value if byline.outlet else ""),
        (tr("Kind of text"), _values(card.genre)),
        (tr("Aggregator"), card.aggregator.value if card.aggregator else ""),
        (tr("Image credits"), str(len(card.credits)) if card.credits else ""),
        (tr("Missing"), ", ".join(tr(word) for word in card.missing)),
        (tr("Written not before"), _earliest(card)),
        (tr("Claims with support"), _percent(card.note_coverage)),
        (tr("Paragraphs with a source"), _percent(card.paragraphs_covered)),
        (tr("Seams"), _values(card.seams)),
    ]
    return _table([(label, value) for label, value in rows if value], theme)


def _densities(densities: Iterable[Density], theme: Theme) -> str:
    return _table([(tr(item.name), f"{item.per_thousand:.1f}  ({item.count})") for item in densities], theme)


def _across(findings: Iterable[Finding], titles: dict[str, str], theme: Theme) -> str:
    """Return a matrix: what each document says of one thing, side by side."""
    rows = []
    for finding in findings:
        passages = {finding.document: [finding.quote]}
        for item in finding.evidence:
            if isinstance(item.source, InDocument):
                quotes = passages.setdefault(item.source.document, [])
                if not any(item.quote in other for other in quotes):
                    quotes.append(item.quote)
        cells = "".join(
            f"<td width='50%'><i>{escape(titles.get(document, ''))}</i><br>{escape(' · '.join(quotes))}</td>"
            for document, quotes in passages.items()
        )
        head = f"<td colspan='{max(len(passages), 1)}'><b>{escape(said(finding.message))}</b></td>"
        rows.append(f"<tr>{head}</tr><tr valign='top'>{cells}</tr>")
    if not rows:
        return ""
    head = escape(tr("Across the documents of the project"))
    tables = "".join(
        f"<table width='100%' cellpadding='4' border='1' cellspacing='0' bordercolor='{theme.border}'>{row}</table><br>"
        for row in rows
    )
    return f"<h4>{head}</h4>{tables}"


def _table(rows: Iterable[tuple[str, str]], theme: Theme) -> str:
    lines = "".join(
        f"<tr valign='top'><td style='color:{theme.muted}'>{escape(label)}&nbsp;</td><td>{escape(value)}</td></tr>"
        for label, value in rows
    )
    return f"<table cellpadding='2'>{lines}</table>"


def _values(fields: Iterable[Field[str]]) -> str:
    return ", ".join(dict.fromkeys(said(field.value) for field in fields))


def _earliest(card: Provenance) -> str:
    why = _values(card.earliest_evidence)
    return f"{_date(card.earliest)} ({why})" if card.earliest else ""


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"


def _date(date: PartialDate) -> str:
    return "-".join(f"{part:02d}" for part in (date.year, date.month, date.day) if part)
