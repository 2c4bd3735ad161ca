"""The parsed reference list and, below it, the fields of the entry the reviewer is on."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from kjaudit.gui.language import said, tr
from kjaudit.gui.panels.record_card import card_html
from kjaudit.gui.tables.entries import EntriesTable, EntryRow, rows_of
from kjaudit.gui.theme import Theme
from kjaudit.model import Case, Field, Name, PartialDate, Reference
from kjaudit.report.evidence_card import EvidenceCard, cards

FIELDS = (
    ("Type", "type"),
    ("Author", "authors"),
    ("Editor", "editors"),
    ("Translator", "translators"),
    ("Year", "date"),
    ("Title", "title"),
    ("In", "container_title"),
    ("Series", "collection_title"),
    ("Volume", "volume"),
    ("Issue", "issue"),
    ("Pages", "pages"),
    ("Edition", "edition"),
    ("Publisher", "publisher"),
    ("Place", "publisher_place"),
    ("DOI", "doi"),
    ("ISBN", "isbn"),
    ("URL", "url"),
    ("Status", "status"),
)


class EntriesPanel(QWidget):
    """
    Signals:
        chosen: key of the entry the reviewer went to.
        on_purpose: key of the entry, to be marked as deliberately uncited or no longer so.
    """

    chosen = Signal(str)
    on_purpose = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: dict[str, EvidenceCard] = {}
        self._table = EntriesTable()
        self.filter_line = QLineEdit()
        self.filter_line.setPlaceholderText(tr("Filter entries"))
        self.filter_line.setClearButtonEnabled(True)
        self.filter_line.textChanged.connect(self._table.filter)
        self.table = QTableView()
        self.table.setModel(self._table)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.setAccessibleName(tr("Reference list"))
        header = self.table.horizontalHeader()
        for column, width in enumerate((30, 92, 44, 120, 44, 52)):
            header.resizeSection(column, width)
        header.setMinimumSectionSize(28)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._went_to)
        self._fields = QTextBrowser()
        self._fields.setOpenLinks(False)
        self._fields.setAccessibleName(tr("Fields of the entry"))
        self._purpose = QPushButton(tr("Uncited on purpose"))
        self._purpose.setToolTip(tr("This entry need not be cited; say so, and it is no finding any more"))
        self._purpose.setEnabled(False)
        self._purpose.clicked.connect(self._mark)
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self._fields)
        lower.addWidget(self._purpose, 0, Qt.AlignmentFlag.AlignRight)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.filter_line)
        layout.addWidget(split, 1)

    def show_case(self, case: Case | None) -> None:
        """Show the entries of `case`."""
        self._cards = cards(case) if case else {}
        self._table.show(rows_of(case) if case else [])
        self._fields.clear()
        self._purpose.setEnabled(False)

    def go_to(self, key: str) -> None:
        """Make the entry with `key` current."""
        number = self._table.number_of(key)
        if number >= 0:
            self.table.selectRow(number)
            self.table.scrollTo(self._table.index(number, 0))

    def current(self) -> EntryRow | None:
        """Return the entry the reviewer is on."""
        return self._table.row_at(self.table.currentIndex().row())

    def _went_to(self, now: QModelIndex, before: QModelIndex) -> None:
        row = self._table.row_at(now.row())
        self._purpose.setEnabled(row is not None and (not row.cited or row.deliberately))
        if row:
            card = card_html(self._cards.get(row.reference.key), self._theme)
            self._fields.setHtml(fields_html(row.reference, self._theme) + card)
            self.chosen.emit(row.reference.key)

    def _mark(self) -> None:
        row = self.current()
        if row:
            self.on_purpose.emit(row.reference.key)


def fields_html(reference: Reference, theme: Theme) -> str:
    """Return the fields of an entry as a table; unsure ones say how sure."""
    rows = [_field_row(label, getattr(reference, name), theme) for label, name in FIELDS]
    problems = "".join(f"<li>{escape(said(problem.message))}</li>" for problem in reference.problems)
    return (
        f"<p style='color:{theme.muted}'>{escape(reference.raw)}</p>"
        f"<table cellspacing='0' cellpadding='2'>{''.join(rows)}</table>"
        + (f"<ul style='color:{theme.warning}'>{problems}</ul>" if problems else "")
    )


def _field_row(label: str, value: object, theme: Theme) -> str:
    text, unsure = _printed(value)
    if not text:
        return ""
    mark = f" <span style='color:{theme.warning}'>({tr('unsure')})</span>" if unsure else ""
    name = f"<td style='color:{theme.muted}'>{escape(tr(label))}&nbsp;</td>"
    return f"<tr>{name}<td>{escape(text)}{mark}</td></tr>"


def _printed(value: object) -> tuple[str, bool]:
    if isinstance(value, Field):
        inner = value.value
        text = str(inner) if not isinstance(inner, PartialDate) else _date(inner)
        return text, value.confidence < 0.7
    if isinstance(value, tuple):
        return "; ".join(_name(name) for name in value if isinstance(name, Name)), False
    return (str(value) if value else ""), False


def _name(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.family and name.given else str(name)


def _date(date: PartialDate) -> str:
    parts = [str(date.year) + date.suffix, *(f"{part:02d}" for part in (date.month, date.day) if part)]
    return ("c. " if date.circa else "") + "-".join(parts)
