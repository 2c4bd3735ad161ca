"""The parsed reference list: one row an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from kjaudit.gui.language import tr
from kjaudit.model import Case, Lookup, Outcome, Reference

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
COLUMNS = ("#", "Author", "Year", "Title", "Cited", "Record")

RECORD_WORDS = {
    Outcome.FOUND: "✓",
    Outcome.AMBIGUOUS: "?",
    Outcome.NOT_FOUND: "⌀",
    Outcome.UNAVAILABLE: "…",
    Outcome.SKIPPED: "–",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """An entry, how many citations lead to it, and what registries said of it."""

    reference: Reference
    cited: int
    lookups: tuple[Lookup, ...]
    deliberately: bool

    @property
    def search(self) -> str:
        """What the filter looks in."""
        return self.reference.raw.lower()


def rows_of(case: Case) -> list[EntryRow]:
    """Make the rows of a document, in list order."""
    cited: dict[str, set[str]] = {}
    for link in case.links:
        if link.reference:
            cited.setdefault(link.reference, set()).add(link.citation)
    lookups: dict[str, list[Lookup]] = {}
    for lookup in case.lookups:
        lookups.setdefault(lookup.reference, []).append(lookup)
    return [
        EntryRow(
            reference=reference,
            cited=len(cited.get(reference.key, ())),
            lookups=tuple(lookups.get(reference.key, ())),
            deliberately=reference.key in case.deliberately_uncited,
        )
        for reference in case.references
    ]


class EntriesTable(QAbstractTableModel):
    """Entries in list order; filters inside itself."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[EntryRow] = []
        self._shown: list[EntryRow] = []
        self._words: tuple[str, ...] = ()

    def show(self, rows: Sequence[EntryRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._all = list(rows)
        self._refilter()
        self.endResetModel()

    def filter(self, words: str) -> None:
        """Show the entries that hold every word."""
        self.beginResetModel()
        self._words = tuple(words.lower().split())
        self._refilter()
        self.endResetModel()

    def row_at(self, number: int) -> EntryRow | None:
        """Return the row shown at `number`."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def number_of(self, key: str) -> int:
        """Return where the entry with `key` is shown, or -1."""
        return next((number for number, row in enumerate(self._shown) if row.reference.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  Qt's signature
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  Qt's signature
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802  Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """See QAbstractItemModel."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See QAbstractItemModel; ENTRY gives the row itself."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ENTRY:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.reference.raw
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(row, index.row())[index.column()]
        return None

    def _refilter(self) -> None:
        self._shown = [row for row in self._all if all(word in row.search for word in self._words)]


def _cells(row: EntryRow, number: int) -> Mapping[int, str]:
    reference = row.reference
    names = ", ".join(name.family or str(name) for name in reference.authors[:3])
    more = " +" if len(reference.authors) > 3 else ""
    cited = tr("on purpose") if row.deliberately else (str(row.cited) if row.cited else "⌀")
    return {
        0: reference.label or str(number + 1),
        1: names + more,
        2: str(reference.year or (reference.status.value if reference.status else "")),
        3: reference.title.value if reference.title else reference.raw,
        4: cited,
        5: " ".join(RECORD_WORDS[lookup.outcome] for lookup in row.lookups),
    }
