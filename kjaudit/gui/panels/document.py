"""The manuscript, with every finding and citation lit up where it stands."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
)
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QWidget

from kjaudit.gui.language import tr
from kjaudit.gui.offsets import Offsets
from kjaudit.gui.theme import Theme
from kjaudit.model import Block, BlockKind, Document, Finding, Severity, Span

SLICE = 20_000
"""Code points put in in one turn of the event loop; with BLOCKS, about 10 ms a turn."""

BLOCKS = 100
"""Blocks shaped or painted in one turn."""

HEADINGS = {0: 1.0, 1: 1.5, 2: 1.25, 3: 1.12}
DONE = object()

COLUMN = 760
"""Widest text column in pixels: about 95 letters, and resizing beyond it lays nothing out anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch to light up: which finding, where, how grave."""

    key: str
    span: Span
    severity: Severity


class DocumentPanel(QWidget):
    """
    Read-only text of one document.

    Signals:
        clicked: code point place in the text where the reviewer clicked.
        ready: the whole text is laid out.
    """

    clicked = Signal(int)
    ready = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._document: Document | None = None
        self._offsets = Offsets("")
        self._marks: list[Mark] = []
        self._work: Iterator[None] | None = None
        self._reveal: Span | None = None
        self._view = _View(self)
        self._ruler = _Ruler(theme)
        self._ruler.chosen.connect(lambda place: self.show_span(Span(place, place)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._view)
        layout.addWidget(self._ruler)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)

    @property
    def view(self) -> QTextEdit:
        """The text widget, for focus and shortcuts."""
        return self._view

    def show_document(self, document: Document) -> None:
        """Lay out `document`, a slice at a time so that the window stays alive; `ready` tells when it is done."""
        self._turn.stop()
        self._document = document
        self._offsets = Offsets(document.text)
        self._marks = []
        self._reveal = None
        self._view.clear()
        self._view.document().setDocumentMargin(24)
        self._view.fit()
        self._begin(self._laying_out(document))

    def show_marks(self, findings: Iterable[Finding]) -> None:
        """Light up findings; the gravest wins where they overlap."""
        self._marks = sorted(
            (Mark(key=item.key, span=item.span, severity=item.severity) for item in findings),
            key=lambda mark: (mark.span.start, -mark.severity),
        )
        if self._work is None and self._document is not None:
            self._begin(self._painting())

    def show_span(self, span: Span, *, entry: bool = False) -> None:
        """Scroll to `span` and set it off from everything else; `entry`: as an entry, not as a finding."""
        if self._work is not None:
            self._reveal = span
            return
        cursor = self._cursor(span)
        extra = QTextEdit.ExtraSelection()
        extra.cursor = cursor
        extra.format.setBackground(QColor(self._theme.entry_back if entry else self._theme.selected_back))
        self._view.setExtraSelections([extra])
        place = QTextCursor(cursor)
        place.setPosition(cursor.selectionStart())
        self._view.setTextCursor(place)
        top = self._view.cursorRect(place).top()
        bar = self._view.verticalScrollBar()
        third = self._view.viewport().height() // 3
        if not third // 4 < top < 2 * third:
            bar.setValue(bar.value() + top - third)

    def marks_at(self, place: int) -> tuple[str, ...]:
        """Return the keys of the findings at a code point place, the shortest stretch first."""
        here = [mark for mark in self._marks if mark.span.start <= place < max(mark.span.end, mark.span.start + 1)]
        return tuple(mark.key for mark in sorted(here, key=lambda mark: mark.span.end - mark.span.start))

    def place_of(self, position: int) -> int:
        """Return the code point place of a Qt text position."""
        return self._offsets.from_qt(position)

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(self._offsets.to_qt(span.start))
        cursor.setPosition(self._offsets.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _begin(self, work: Iterator[None]) -> None:
        """Do the first turn now, so that a short text is there at once; the rest when the event loop is idle."""
        self._work = work
        self._turn.start()
        self._go_on()

    def _go_on(self) -> None:
        if self._work is None or next(self._work, DONE) is not DONE:
            return
        self._work = None
        self._turn.stop()
        if self._reveal:
            self.show_span(self._reveal)
            self._reveal = None
        self.ready.emit()

    def _laying_out(self, document: Document) -> Iterator[None]:
        for start in range(0, len(document.text), SLICE):
            cursor = QTextCursor(self._view.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(document.text[start : start + SLICE])
            yield
        size = self._view.font().pointSizeF()
        for start in range(0, len(document.blocks), BLOCKS):
            edit = QTextCursor(self._view.document())
            edit.beginEditBlock()
            for block in document.blocks[start : start + BLOCKS]:
                cursor = self._cursor(block.span)
                words, lines = _formats(block, size, self._theme)
                cursor.mergeCharFormat(words)
                cursor.mergeBlockFormat(lines)
            edit.endEditBlock()
            yield
        self._view.moveCursor(QTextCursor.MoveOperation.Start)
        yield from self._painting()

    def _painting(self) -> Iterator[None]:
        """Colour the words through the layout of each line block: no undo history, no relayout of the whole."""
        document = self._view.document()
        marks = deque(sorted(self._marks, key=lambda mark: mark.span.start))
        current: list[Mark] = []
        at, count = document.begin(), 0
        edit = QTextCursor(document)
        # One change for many blocks: Qt moves everything below after each change.
        edit.beginEditBlock()
        while at.isValid():
            first, last = at.position(), at.position() + at.length() - 1
            while marks and self._offsets.to_qt(marks[0].span.start) <= last:
                current.append(marks.popleft())
            current = [mark for mark in current if self._offsets.to_qt(mark.span.end) > first]
            layout = at.layout()
            if layout and (current or layout.formats()):
                layout.setFormats([self._range(mark, first, last) for mark in sorted(current, key=_gravest_last)])
            at, count = at.next(), count + 1
            if count % BLOCKS == 0:
                edit.endEditBlock()
                yield
                edit.beginEditBlock()
        edit.endEditBlock()
        self._ruler.show_marks(self._marks, len(self._document.text) if self._document else 0)
        yield

    def _range(self, mark: Mark, first: int, last: int) -> QTextLayout.FormatRange:
        """Return what `mark` does to the line block that begins at the Qt place `first` and ends at `last`."""
        start = max(self._offsets.to_qt(mark.span.start) - first, 0)
        length = min(self._offsets.to_qt(mark.span.end), last) - first - start
        severity = mark.severity
        words = QTextCharFormat()
        if severity is not Severity.NOTE:
            words.setBackground(self._theme.back(severity))
        words.setUnderlineColor(self._theme.severity(severity))
        style = QTextCharFormat.UnderlineStyle
        words.setUnderlineStyle(style.DotLine if severity is Severity.NOTE else style.SingleUnderline)
        piece = QTextLayout.FormatRange()
        piece.start, piece.length, piece.format = start, length, words
        return piece


def _gravest_last(mark: Mark) -> int:
    return mark.severity


def _formats(block: Block, size: float, theme: Theme) -> tuple[QTextCharFormat, QTextBlockFormat]:
    words, lines = QTextCharFormat(), QTextBlockFormat()
    lines.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        level = 1 if block.kind is BlockKind.TITLE else min(block.level or 2, 3)
        words.setFontPointSize(size * HEADINGS[level])
        words.setFontWeight(QFont.Weight.Bold)
        lines.setTopMargin(10)
    elif block.kind is BlockKind.NOTE:
        words.setFontPointSize(size * 0.92)
        words.setForeground(QColor(theme.muted))
    elif block.kind in (BlockKind.ENTRY, BlockKind.LIST_ITEM):
        lines.setLeftMargin(28)
        lines.setTextIndent(-16 if block.kind is BlockKind.ENTRY else 0)
    elif block.kind is BlockKind.QUOTATION:
        lines.setLeftMargin(32)
    elif block.kind in (BlockKind.CAPTION, BlockKind.BYLINE):
        words.setForeground(QColor(theme.muted))
    return words, lines


class _View(QTextEdit):
    def __init__(self, panel: DocumentPanel) -> None:
        super().__init__()
        self._panel = panel
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(tr("Manuscript"))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(60)
        self._settle.timeout.connect(self.fit)

    def fit(self) -> None:
        """Make the column as wide as the view, up to COLUMN."""
        width = min(COLUMN, max(self.viewport().width(), 200))
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Fit the column once the reviewer stops dragging: a long text takes a while to lay out."""
        super().resizeEvent(event)
        self._settle.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Ask what stands where the reviewer clicked, unless words were selected."""
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            position = self.cursorForPosition(event.position().toPoint()).position()
            self._panel.clicked.emit(self._panel.place_of(position))


class _Ruler(QWidget):
    """Ticks beside the scroll bar: where in the whole document the findings stand."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: Sequence[Mark] = ()
        self._length = 0
        self.setFixedWidth(10)
        self.setToolTip(tr("Where the findings stand in the document"))

    def show_marks(self, marks: Sequence[Mark], length: int) -> None:
        """Draw ticks for `marks` in a text of `length` code points."""
        self._marks, self._length = [mark for mark in marks if mark.severity is not Severity.NOTE], length
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Draw."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.window))
        for mark in self._marks:
            top = round(mark.span.start / max(1, self._length) * (self.height() - 3))
            painter.fillRect(2, top, 6, 3, self._theme.severity(mark.severity))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Go to where the tick points."""
        self.chosen.emit(round(event.position().y() / max(1, self.height()) * self._length))
