"""What registries said of an entry, as a page: who was asked, when, what answered, what agrees."""

from __future__ import annotations

from html import escape

from kjaudit.gui.language import said, tr
from kjaudit.gui.theme import Theme
from kjaudit.model import Outcome
from kjaudit.report.differences import Mark, Piece
from kjaudit.report.evidence_card import Answer, EvidenceCard, FieldRow

OUTCOMES = {
    Outcome.FOUND: "found",
    Outcome.NOT_FOUND: "not found in what it indexes",
    Outcome.AMBIGUOUS: "several fit",
    Outcome.UNAVAILABLE: "could not be reached",
    Outcome.SKIPPED: "not asked",
}


def card_html(card: EvidenceCard | None, theme: Theme) -> str:
    """Return the card of one entry; "" where nothing was ever asked."""
    if card is None or not card.answers:
        return ""
    return f"<h4>{escape(tr('Record'))}</h4>" + "".join(_answer(answer, theme) for answer in card.answers)


def _answer(answer: Answer, theme: Theme) -> str:
    when = answer.asked_at.astimezone().strftime("%Y-%m-%d %H:%M") if answer.asked_at else ""
    head = f"<b>{escape(answer.registry)}</b>: {escape(tr(OUTCOMES[answer.outcome]))}"
    lines = [text for text in (said(answer.reason), f"DOI {answer.doi}" if answer.doi else "", when) if text]
    told = "".join(f"<br><span style='color:{theme.muted}'>{escape(line)}</span>" for line in lines)
    rows = "".join(_row(row, theme) for row in answer.fields)
    names = (
        f"<tr><th></th><th align='left'>{escape(tr('As cited'))}</th><th align='left'>{escape(tr('Record'))}</th></tr>"
    )
    table = f"<table cellpadding='2'>{names}{rows}</table>" if rows else ""
    return f"<p>{head}{told}</p>{table}"


def _row(row: FieldRow, theme: Theme) -> str:
    cited = _pieces(row.pieces, Mark.CITED, theme.struck) if row.differs else escape(row.cited)
    record = _pieces(row.pieces, Mark.RECORD, theme.added) if row.differs else escape(row.record)
    label = f"<td style='color:{theme.muted}'>{escape(row.field)}&nbsp;</td>"
    return f"<tr valign='top'>{label}<td>{cited}</td><td>{record}</td></tr>"


def _pieces(pieces: tuple[Piece, ...], mark: Mark, colour: str) -> str:
    return "".join(
        f"<span style='background:{colour}'>{escape(piece.text)}</span>" if piece.mark is mark else escape(piece.text)
        for piece in pieces
        if piece.mark in (mark, Mark.SAME)
    )
