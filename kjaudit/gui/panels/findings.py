"""The list of findings with its filter, and how many are decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kjaudit.gui.language import tr
from kjaudit.gui.tables.findings import FINDING, FindingsTable, Row, title
from kjaudit.gui.theme import SEVERITY_GLYPH, Theme
from kjaudit.model import Severity, Standing

SEVERITY_WORDS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes on wording"}


class FindingsPanel(QWidget):
    """
    Signals:
        chosen: key of the finding the reviewer went to, "" for none.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._table = FindingsTable()
        self.filter_line = QLineEdit()
        self.filter_line.setPlaceholderText(tr("Filter findings (/)"))
        self.filter_line.setClearButtonEnabled(True)
        self.filter_line.textChanged.connect(self._refilter)
        self.list = QListView()
        self.list.setModel(self._table)
        self.list.setItemDelegate(_TwoLines(theme))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Findings"))
        self.list.selectionModel().currentChanged.connect(self._went_to)
        self._chips = {severity: self._chip(severity, theme) for severity in reversed(Severity)}
        self._open = QToolButton()
        self._open.setText(tr("open"))
        self._open.setCheckable(True)
        self._open.setToolTip(tr("Show only findings that nobody has decided"))
        self._open.toggled.connect(self._refilter)
        self._progress = QProgressBar()
        self._progress.setTextVisible(True)
        chips = QHBoxLayout()
        for button in (*self._chips.values(), self._open):
            chips.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.filter_line)
        layout.addLayout(chips)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._progress)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the list; the finding that was current stays so where it is still there."""
        key = self.current_key()
        self._table.show(rows)
        counts = self._table.counts()
        for severity, button in self._chips.items():
            button.setText(f"{SEVERITY_GLYPH[severity]} {counts[severity]}")
        self._count()
        if key:
            self.go_to(key)

    def update_row(self, row: Row) -> None:
        """Show the new standing of one finding."""
        self._table.update(row)
        self._count()

    def current(self) -> Row | None:
        """Return the row the reviewer is on."""
        return self._table.row_at(self.list.currentIndex().row())

    def current_key(self) -> str:
        """Return the key of the current finding, or ""."""
        row = self.current()
        return row.finding.key if row else ""

    def go_to(self, key: str) -> bool:
        """Make the finding with `key` current; false where the filter hides it."""
        number = self._table.number_of(key)
        if number >= 0:
            self.list.setCurrentIndex(self._table.index(number))
        return number >= 0

    def step(self, by: int) -> None:
        """Go `by` rows down (negative: up)."""
        number = min(max(self.list.currentIndex().row() + by, 0), self._table.rowCount() - 1)
        self.list.setCurrentIndex(self._table.index(number))

    def next_open(self) -> None:
        """Go to the next finding that nobody has decided."""
        number = self._table.next_open(self.list.currentIndex().row())
        if number >= 0:
            self.list.setCurrentIndex(self._table.index(number))

    def like_current(self) -> tuple[str, ...]:
        """Return the keys of all findings shown that are of the current one's rule."""
        row = self.current()
        rows = [self._table.row_at(number) for number in range(self._table.rowCount())]
        return tuple(other.finding.key for other in rows if row and other and other.finding.code == row.finding.code)

    def _chip(self, severity: Severity, theme: Theme) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        # Wording is told as densities; one by one only when asked for.
        button.setChecked(severity is not Severity.NOTE)
        button.setToolTip(tr("Show {what}", what=tr(SEVERITY_WORDS[severity])))
        button.setAccessibleName(tr(SEVERITY_WORDS[severity]))
        button.setStyleSheet(f"color: {theme.severity(severity).name()};")
        button.toggled.connect(self._refilter)
        return button

    def _refilter(self) -> None:
        key = self.current_key()
        wanted = frozenset(severity for severity, button in self._chips.items() if button.isChecked())
        self._table.filter(self.filter_line.text(), wanted, open_only=self._open.isChecked())
        if not self.go_to(key) and self._table.rowCount():
            self.list.setCurrentIndex(self._table.index(0))

    def apply_filter(self) -> None:
        """Apply what the filter line and the buttons say (after new rows)."""
        self._refilter()

    def _count(self) -> None:
        done, of = self._table.decided()
        self._progress.setMaximum(max(of, 1))
        self._progress.setValue(done)
        self._progress.setFormat(tr("{done} of {total} decided", done=done, total=of))

    def _went_to(self, now: QModelIndex, before: QModelIndex) -> None:
        row = self._table.row_at(now.row())
        self.chosen.emit(row.finding.key if row else "")


class _TwoLines(QStyledItemDelegate):
    """Name and glyphs in colour on the first line, the words of the manuscript on the second."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """See QStyledItemDelegate."""
        row = index.data(FINDING)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        palette: QPalette = option.palette
        font = QFont(option.font)
        painter.save()
        if selected:
            painter.fillRect(rect, palette.highlight())
        inside = rect.adjusted(8, 4, -6, -4)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        decided = row.judged.standing is Standing.DECIDED
        ink = self._theme.note if decided else self._theme.severity(row.finding.severity)
        painter.setPen(palette.highlightedText().color() if selected else ink)
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop, _fit(title(row), font, inside.width()))
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(palette.highlightedText().color() if selected else palette.text().color())
        quote = " ".join(row.finding.quote.split())
        painter.drawText(inside, Qt.AlignmentFlag.AlignBottom, _fit(quote, font, inside.width()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]  # noqa: N802
        """See QStyledItemDelegate."""
        return QSize(120, 2 * QFontMetrics(option.font).height() + 14)


def _fit(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
