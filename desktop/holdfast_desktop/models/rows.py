"""A table of records: columns are functions of a record, so that one model serves every table of the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from holdfast_desktop.wording.tips import plain_tip

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The record itself."""
TONE_ROLE = Qt.ItemDataRole.UserRole + 2
"""A severity word, for the colour of text and icon."""
ICON_ROLE = Qt.ItemDataRole.UserRole + 3
"""The name of an icon of the set."""

_ROOT = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column. `text` is what is read (also by a screen reader), everything else is optional."""

    title: str
    text: Callable[[T], str]
    sort: Callable[[T], Any] | None = None
    tip: Callable[[T], str] | None = None
    icon: Callable[[T], str] | None = None
    tone: Callable[[T], str] | None = None
    number: bool = False
    """Right-aligned, figures of one width."""
    width: int = 0


class RowsModel(QAbstractTableModel, Generic[T]):
    """The rows as they were handed; `key` recognises a row again, so that a refresh keeps selection and scroll position."""

    def __init__(self, columns: Sequence[Column[T]], key: Callable[[T], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._rows: list[T] = []

    def rows(self) -> Sequence[T]:
        return self._rows

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these. The same keys in the same order are updated in place; else the model is reset."""
        fresh = list(rows)
        if [self._key(r) for r in fresh] == [self._key(r) for r in self._rows]:
            self._rows = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def row_at(self, index: Index) -> T | None:
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def sort_value(self, index: Index) -> Any:
        """What the column of `index` sorts by. Not a role: values stay Python's, of any size and type."""
        column, row = self.columns[index.column()], self._rows[index.row()]
        return column.sort(row) if column.sort is not None else column.text(row).casefold()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section].number)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column.number)
        if role == ROW_ROLE:
            return row
        extra = {Qt.ItemDataRole.ToolTipRole: column.tip, ICON_ROLE: column.icon, TONE_ROLE: column.tone}.get(role)
        told = extra(row) if extra is not None else None
        return plain_tip(told) if role == Qt.ItemDataRole.ToolTipRole and isinstance(told, str) else told


class SortedRows(QSortFilterProxyModel):
    """Sorting by the columns' sort values (None last, in both directions), and filtering by a function and a text over all columns."""

    def __init__(self, source: RowsModel[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._accept: Callable[[Any], bool] | None = None
        self._words: dict[int, str] = {}
        """What a row is searched in, by its place: made once, for a key is pressed more often than rows change."""
        source.modelReset.connect(self._words.clear)
        source.dataChanged.connect(lambda *_: self._words.clear())
        self.setSourceModel(source)

    def filter(self, text: str = "", accept: Callable[[Any], bool] | None = None) -> None:
        self.beginFilterChange() if hasattr(self, "beginFilterChange") else None
        self._text, self._accept = text.casefold(), accept
        self.invalidate()

    def rows(self) -> RowsModel[Any]:
        source = self.sourceModel()
        assert isinstance(source, RowsModel)  # noqa: S101 - set in the constructor and never changed
        return source

    def row_at(self, index: Index) -> Any:
        """The record shown at `index`."""
        return self.rows().row_at(self.mapToSource(index)) if index.isValid() else None

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.rows()
        row = model.rows()[source_row]
        if self._accept is not None and not self._accept(row):
            return False
        if not self._text:
            return True
        words = self._words.get(source_row)
        if words is None:
            words = self._words[source_row] = "\n".join(column.text(row).casefold() for column in model.columns)
        return self._text in words

    def lessThan(self, left: Index, right: Index) -> bool:
        a, b = self.rows().sort_value(left), self.rows().sort_value(right)
        if a is None or b is None:
            unknown_first = self.sortOrder() == Qt.SortOrder.DescendingOrder  # Qt turns the answer round then
            return (a is None and b is not None) if unknown_first else (a is not None and b is None)
        return bool(a < b)


def _alignment(number: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft)
