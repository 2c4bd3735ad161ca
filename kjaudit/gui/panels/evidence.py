"""The finding the reviewer is on: what was seen, the evidence for it, and the keys that decide."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from kjaudit.gui.language import said, sentence, tr
from kjaudit.gui.tables.findings import finding_name
from kjaudit.gui.theme import SEVERITY_GLYPH, Theme
from kjaudit.matching.diff import Op, diff
from kjaudit.model import Case, Computed, Decision, Evidence, InDocument, InRecord, Judged, Said, Severity, Standing

DECISIONS = (
    (Decision.ACCEPTED, "Accept finding", "A"),
    (Decision.REJECTED, "False alarm", "R"),
    (Decision.FIX, "To be fixed", "F"),
    (Decision.QUERY, "Query author", "Q"),
    (Decision.UNSURE, "Unsure", "U"),
)
SEVERITY_WORD = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}
STANDING_WORDS = {
    Standing.OPEN: "",
    Standing.DECIDED: "Decided",
    Standing.STALE: "Decided, but the evidence has changed since: look again",
    Standing.CARRIED: "Decided when the sentence read differently: confirm",
}

Passage = Callable[[InDocument], str]
"""Gives the text that an `InDocument` points to, with its document's title where it is another one."""


class EvidencePanel(QWidget):
    """
    Signals:
        decided: a `Decision`, for the finding shown.
        note_wanted: the reviewer wants to write a reason.
        why_wanted: the reviewer wants the page of the rule.
        place_wanted: document id, start, end of evidence the reviewer clicked.
    """

    decided = Signal(object)
    note_wanted = Signal()
    why_wanted = Signal()
    place_wanted = Signal(str, int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._clicked)
        self._text.setAccessibleName(tr("Evidence"))
        self._buttons: list[QPushButton] = []
        grid = QGridLayout()
        for number, (decision, label, key) in enumerate(DECISIONS):
            button = QPushButton(f"{tr(label)}  [{key}]")
            button.clicked.connect(lambda _=False, chosen=decision: self.decided.emit(chosen))
            grid.addWidget(button, number // 2, number % 2)
            self._buttons.append(button)
        note = QPushButton(f"{tr('Note')}…  [N]")
        note.clicked.connect(self.note_wanted)
        grid.addWidget(note, 2, 1)
        self._buttons.append(note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._text, 1)
        layout.addLayout(grid)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no finding is chosen."""
        self._enable(on=False)
        self._text.setHtml(f"<p style='color:{self._theme.muted}'>{escape(tr('Choose a finding to see why'))}</p>")

    def show_finding(self, judged: Judged, case: Case, passage: Passage) -> None:
        """Show one finding; `passage` gives the words that evidence in a document points to."""
        self._enable(on=True)
        self._text.setHtml(finding_html(judged, case, passage, self._theme))

    def html(self) -> str:
        """Return what is shown."""
        return self._text.toHtml()

    def _enable(self, *, on: bool) -> None:
        for button in self._buttons:
            button.setEnabled(on)

    def _clicked(self, url: QUrl) -> None:
        if url.scheme() == "why":
            self.why_wanted.emit()
        elif url.scheme() == "place":
            document, start, end = url.path().rsplit("/", 2)
            self.place_wanted.emit(document, int(start), int(end))


def finding_html(judged: Judged, case: Case, passage: Passage, theme: Theme) -> str:
    """Return the page of one finding."""
    finding = judged.finding
    colour = theme.severity(finding.severity).name()
    head = (
        f"<h3 style='color:{colour};margin-bottom:2px'>{SEVERITY_GLYPH[finding.severity]} "
        f"{escape(finding_name(finding.name))}</h3>"
        f"<p style='color:{theme.muted};margin-top:0'>{finding.code} · {escape(tr(SEVERITY_WORD[finding.severity]))} · "
        f"<a href='why:'>{escape(tr('Why?'))}</a></p>"
        f"<p>{escape(sentence(finding.message))}</p>"
    )
    quote = (
        f"<p style='background:{theme.back(finding.severity).name()}'>“{escape(' '.join(finding.quote.split()))}”</p>"
    )
    advice = said(finding.suggestion or "")
    suggestion = f"<p><b>{escape(tr('Suggestion'))}:</b> {escape(advice)}</p>" if advice else ""
    rows = "".join(_row(item, passage, theme) for item in finding.evidence)
    evidence = f"<h4>{escape(tr('Evidence'))}</h4><table cellpadding='3'>{rows}</table>" if rows else ""
    twin = _twin(judged, case, theme)
    return head + quote + suggestion + twin + evidence + _verdict(judged, theme)


def _row(item: Evidence, passage: Passage, theme: Theme) -> str:
    source = item.source
    quote = said(item.quote) if isinstance(item.quote, Said) else item.quote
    if isinstance(source, InDocument):
        # A path that begins with a letter would lose it to QUrl's host.
        link = f"place:{escape(source.document)}/{source.span.start}/{source.span.end}"
        where = f" <a href='{link}'>{escape(tr('show'))}</a>"
        context = passage(source)
        more = "" if context == item.quote else f"<br><span style='color:{theme.muted}'>{escape(context[:300])}</span>"
    elif isinstance(source, InRecord):
        where, more = f" <span style='color:{theme.muted}'>({escape(source.lookup)})</span>", ""
    else:
        assert isinstance(source, Computed)
        where, more = "", f"<br><span style='color:{theme.muted}'>{escape(said(source.how))}</span>"
    label = f"<td style='color:{theme.muted}'>{escape(said(item.label))}</td>"
    return f"<tr valign='top'>{label}<td>{escape(quote)}{where}{more}</td></tr>"


def _twin(judged: Judged, case: Case, theme: Theme) -> str:
    """Two entries side by side, with what differs marked: for duplicates."""
    finding = judged.finding
    if not finding.entry or not finding.entry2:
        return ""
    try:
        one, two = case.reference(finding.entry).raw, case.reference(finding.entry2).raw
    except KeyError:
        return ""
    return f"<p>{escape(one)}</p><p>{diff_html(one, two, theme)}</p>"


def diff_html(a: str, b: str, theme: Theme) -> str:
    """Return how `a` becomes `b`: struck what goes, underlined what comes."""
    styles = {
        Op.SAME: "",
        Op.GONE: f"background:{theme.struck};text-decoration:line-through",
        Op.NEW: f"background:{theme.added};text-decoration:underline",
    }
    return "".join(f"<span style='{styles[run.op]}'>{escape(run.text)}</span>" for run in diff(a, b))


def _verdict(judged: Judged, theme: Theme) -> str:
    verdict = judged.verdict
    if verdict is None:
        return ""
    decision = tr(verdict.decision.value.capitalize())
    when = verdict.at.astimezone().strftime("%Y-%m-%d %H:%M")
    standing = STANDING_WORDS[judged.standing]
    colour = theme.good if judged.standing is Standing.DECIDED else theme.warning
    note = f"<br>{escape(verdict.note)}" if verdict.note else ""
    return (
        f"<h4>{escape(tr('Verdict'))}</h4><p><b style='color:{colour}'>{escape(decision)}</b> — "
        f"{escape(verdict.reviewer)}, {when}<br><span style='color:{colour}'>{escape(tr(standing))}</span>{note}</p>"
    )
