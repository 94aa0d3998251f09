"""The table of sites that are added together: one row each, with its own state. One bad row stops no other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from holdfast_desktop.models.site_lists import ListedSite
from holdfast_desktop.theme.icons import icon
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.wording.tips import plain_tip
from holdfast_desktop.wording.tr import tr

State = Literal["new", "looking", "found", "unknown", "approval", "adding", "added", "failed", "skipped"]
OPEN: tuple[State, ...] = ("found", "approval", "failed", "adding")
"""States of rows that are to be added."""
_PICTURES = {
    "new": ("circle-dashed", ""), "looking": ("hourglass", "running"), "found": ("check", "ok"), "unknown": ("circle-x", "error"),
    "approval": ("external-link", "running"), "adding": ("hourglass", "running"), "added": ("circle-check", "ok"),
    "failed": ("circle-x", "error"), "skipped": ("circle-minus", ""),
}  # fmt: skip
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class NewRow:
    """`found`: what is there (of a service: what detection told). `words`: its state in words, for people."""

    site: ListedSite
    name: str
    state: State = "new"
    what: str = ""
    system: str = ""
    words: str = ""
    found: Mapping[str, Any] = field(default_factory=dict, repr=False)
    way: str = ""
    """How it is signed in: browser, a word of --auth with the secret of the list, or empty: somebody has to say."""

    def is_folder(self) -> bool:
        return bool(self.site.path)

    def where(self) -> str:
        return self.site.path or self.site.url


class NewSitesModel(QAbstractTableModel):
    """Columns: name (may be edited), address, what was found, state."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[NewRow] = []

    def show_rows(self, rows: Sequence[NewRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def change(self, key: str, **changes: Any) -> NewRow | None:
        """Change the row of that site; None when it is not there any more."""
        for number, row in enumerate(self.rows):
            if row.site.key() == key:
                self.rows[number] = replace(row, **changes)
                self.dataChanged.emit(self.index(number, 0), self.index(number, self.columnCount() - 1))
                return self.rows[number]
        return None

    def remove(self, numbers: Sequence[int]) -> None:
        gone = set(numbers)
        self.show_rows([row for number, row in enumerate(self.rows) if number not in gone])

    def having(self, *states: State) -> list[NewRow]:
        return [row for row in self.rows if row.state in states]

    # Qt's side

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Name"), tr("Address"), tr("Found"), tr("State"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = index.column() == 0 and self.rows[index.row()].state not in {"added", "adding"}
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not name:
            return False
        self.rows[index.row()] = replace(self.rows[index.row()], name=name)
        self.dataChanged.emit(index, index)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return (row.name, row.where(), row.what, row.words)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.words if index.column() == 3 else row.where())
        if index.column() == 3:
            picture, tone = _PICTURES[row.state]
            t = theme().tokens
            colour = t.tone(tone).text if tone else t.secondary
            if role == Qt.ItemDataRole.DecorationRole:
                return icon(picture, colour, t.disabled, 0, 16)
            if role == Qt.ItemDataRole.ForegroundRole and tone in {"error", "running"}:
                return QColor(colour)
        return None
