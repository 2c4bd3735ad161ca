"""The list of findings: filter and order inside the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kjaudit.gui.language import said, sentence, tr
from kjaudit.gui.theme import SEVERITY_GLYPH, STANDING_GLYPH
from kjaudit.model import Finding, Judged, Severity, Standing

ABBREVIATIONS = {"doi": "DOI", "url": "URL", "ibid": "ibid."}
"""Words of rule names that are written otherwise in a sentence."""

Index = QModelIndex | QPersistentModelIndex
FINDING = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A finding with where it stands; `search` is what the filter looks in, lower case."""

    judged: Judged
    search: str

    @property
    def finding(self) -> Finding:
        """The finding itself."""
        return self.judged.finding


def row_of(judged: Judged) -> Row:
    """Make a row; the filter sees name, code, message, quotation, standing and decision, in both languages."""
    finding = judged.finding
    decision = judged.verdict.decision.value if judged.verdict else ""
    parts = (
        finding.code,
        finding.name,
        finding_name(finding.name),
        finding.message,
        said(finding.message),
        finding.quote,
        finding.severity.name,
        judged.standing.value,
        decision,
    )
    return Row(judged=judged, search=" ".join(parts).lower())


class FindingsTable(QAbstractListModel):
    """Findings in text order, those of wording after the others; two lines a row."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Row] = []
        self._shown: list[Row] = []
        self._words: tuple[str, ...] = ()
        self._severities = frozenset(Severity)
        self._open_only = False

    def show(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._all = sorted(rows, key=lambda row: (row.finding.severity is Severity.NOTE, row.finding.span))
        self._refilter()
        self.endResetModel()

    def filter(self, words: str, severities: frozenset[Severity], *, open_only: bool) -> None:
        """Show rows that hold every word, are of one of `severities` and, with `open_only`, not decided."""
        self.beginResetModel()
        self._words = tuple(words.lower().split())
        self._severities = severities
        self._open_only = open_only
        self._refilter()
        self.endResetModel()

    def update(self, row: Row) -> None:
        """Replace the row of the same finding where it stands."""
        for rows in (self._all, self._shown):
            for number, old in enumerate(rows):
                if old.finding.key == row.finding.key:
                    rows[number] = row
                    if rows is self._shown:
                        self.dataChanged.emit(self.index(number), self.index(number))

    def counts(self) -> dict[Severity, int]:
        """Return how many findings there are of each severity, whatever the filter."""
        return {severity: sum(row.finding.severity is severity for row in self._all) for severity in Severity}

    def decided(self) -> tuple[int, int]:
        """Return how many errors and warnings are decided, and how many there are."""
        loud = [row for row in self._all if row.finding.severity is not Severity.NOTE]
        return sum(row.judged.standing is Standing.DECIDED for row in loud), len(loud)

    def row_at(self, number: int) -> Row | None:
        """Return the row shown at `number`."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def number_of(self, key: str) -> int:
        """Return where the finding with `key` is shown, or -1."""
        return next((number for number, row in enumerate(self._shown) if row.finding.key == key), -1)

    def next_open(self, after: int) -> int:
        """Return the next undecided row after `after`, round the end, or -1."""
        count = len(self._shown)
        order = [(after + step) % count for step in range(1, count + 1)] if count else []
        return next((number for number in order if self._shown[number].judged.standing is not Standing.DECIDED), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  Qt's signature
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See QAbstractItemModel; FINDING gives the row itself."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == FINDING:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{title(row)}\n{' '.join(row.finding.quote.split())[:90]}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{title(row)}. {sentence(row.finding.message)}"
        return None

    def _refilter(self) -> None:
        self._shown = [
            row
            for row in self._all
            if row.finding.severity in self._severities
            and not (self._open_only and row.judged.standing is Standing.DECIDED)
            and all(word in row.search for word in self._words)
        ]


def title(row: Row) -> str:
    """Return the first line of a row: glyphs and the name of the finding, in the window's language."""
    standing = STANDING_GLYPH[row.judged.standing]
    return f"{SEVERITY_GLYPH[row.finding.severity]} {finding_name(row.finding.name)} {standing}".rstrip()


def finding_name(name: str) -> str:
    """Return the name of a rule as words of the window's language ("doi-not-registered" -> "DOI not registered")."""
    return tr(english_name(name))


def english_name(name: str) -> str:
    """Return the name of a rule as English words."""
    words = " ".join(ABBREVIATIONS.get(word, word) for word in name.split("-"))
    return words[:1].upper() + words[1:]
