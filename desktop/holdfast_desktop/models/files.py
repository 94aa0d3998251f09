"""The tree of files inside a backup. Folders are filled when they are opened: the model says which it wants and is handed rows.

Ticks are tri-state: ticking a folder ticks what is below it, and a folder of which only some is ticked shows so. `selection` gives
the fewest paths that name what is ticked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from holdfast_desktop.models.rows import ICON_ROLE, ROW_ROLE, TONE_ROLE
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import kind_icon
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tips import plain_name, plain_tip
from holdfast_desktop.wording.tr import tr

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
NAME, SIZE, MODIFIED = range(3)


class FileRow(Protocol):
    """What the model needs to know of a file; the door's FileView is one."""

    @property
    def path(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def size(self) -> int | None: ...
    @property
    def modified_at(self) -> datetime | None: ...


@dataclass(eq=False)
class _Node:
    row: FileRow | None
    parent: _Node | None
    place: int = 0
    children: list[_Node] | None = None
    """None: never asked for."""
    asked: bool = False
    tick: Qt.CheckState = Qt.CheckState.Unchecked
    error: str = field(default="")

    def is_folder(self) -> bool:
        return self.row is None or self.row.kind == "dir"

    def path(self) -> str:
        return "" if self.row is None else self.row.path


class FileTreeModel(QAbstractItemModel):
    """`wanted(path)` asks for the entries of a folder (empty: the top); answer with `set_children`."""

    wanted = Signal(str)
    ticked = Signal()

    def __init__(self, checkable: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checkable = checkable
        self._top = _Node(None, None)
        self._by_path: dict[str, _Node] = {"": self._top}

    def restart(self) -> None:
        """Forget everything and ask for the top again."""
        self.beginResetModel()
        self._top = _Node(None, None, asked=True)
        self._by_path = {"": self._top}
        self.endResetModel()
        self.wanted.emit("")

    def clear(self) -> None:
        self.beginResetModel()
        self._top = _Node(None, None, asked=True, children=[])
        self._by_path = {"": self._top}
        self.endResetModel()

    def set_children(self, path: str, rows: Sequence[FileRow]) -> None:
        """The entries of the folder `path`: folders first, then by name. Ignored for a folder that is no longer shown."""
        parent = self._by_path.get(path)
        if parent is None or parent.children is not None:
            return
        ordered = sorted(rows, key=lambda r: (r.kind != "dir", r.name.casefold()))
        inherited = Qt.CheckState.Checked if parent.tick == Qt.CheckState.Checked else Qt.CheckState.Unchecked
        nodes = [_Node(row, parent, place, tick=inherited) for place, row in enumerate(ordered)]
        index = self._index_of(parent)
        if nodes:
            self.beginInsertRows(index, 0, len(nodes) - 1)
        parent.children = nodes
        for node in nodes:
            if node.is_folder():
                self._by_path[node.path()] = node
        if nodes:
            self.endInsertRows()

    def is_loaded(self, path: str = "") -> bool:
        node = self._by_path.get(path)
        return node is not None and node.children is not None

    def row_at(self, index: Index) -> FileRow | None:
        return self._node(index).row

    def selection(self) -> list[str]:
        """The fewest paths that name everything ticked."""
        found: list[str] = []
        _collect(self._top, found)
        return found

    def tick_where(self, accept: Callable[[FileRow], bool]) -> None:
        """Tick exactly the loaded entries of the top level that `accept` wants."""
        for place, node in enumerate(self._top.children or []):
            wanted = node.row is not None and accept(node.row)
            self.setData(
                self.index(place, NAME), Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole
            )

    # Qt's side

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 3

    def rowCount(self, parent: Index = _ROOT) -> int:
        if parent.isValid() and parent.column() != NAME:
            return 0
        return len(self._node(parent).children or ())

    def hasChildren(self, parent: Index = _ROOT) -> bool:
        if parent.isValid() and parent.column() != NAME:
            return False
        node = self._node(parent)
        return node.is_folder() if node.children is None else bool(node.children)

    def canFetchMore(self, parent: Index) -> bool:
        node = self._node(parent)
        return node.is_folder() and node.children is None and not node.asked

    def fetchMore(self, parent: Index) -> None:
        node = self._node(parent)
        if node.children is None and not node.asked:
            node.asked = True
            self.wanted.emit(node.path())

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        children = self._node(parent).children or ()
        if not (0 <= row < len(children) and 0 <= column < 3) or (parent.isValid() and parent.column() != NAME):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]  # Qt overloads this name with QObject.parent()
        node = self._node(index)
        return QModelIndex() if node.parent is None else self._index_of(node.parent)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < 3:
            return (tr("Name"), tr("Size"), tr("Changed"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == SIZE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._checkable and index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self._node(index)
        if node.row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(node.row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(node.row.path)
        if role == ROW_ROLE:
            return node.row
        if role == ICON_ROLE and index.column() == NAME:
            return kind_icon(node.row.kind)
        if role == TONE_ROLE and index.column() != NAME:
            return "secondary"
        if role == Qt.ItemDataRole.CheckStateRole and self._checkable and index.column() == NAME:
            return node.tick
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == SIZE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._checkable or not index.isValid():
            return False
        node = self._node(index)
        _tick_below(node, Qt.CheckState.Checked if Qt.CheckState(value) == Qt.CheckState.Checked else Qt.CheckState.Unchecked)
        above = node.parent
        while above is not None:
            above.tick = _sum(above.children or [])
            above = above.parent
        self.layoutChanged.emit()
        self.ticked.emit()
        return True

    def _text(self, row: FileRow, column: int) -> str:
        if column == NAME:
            return plain_name(row.name)
        if column == SIZE:
            return "" if row.kind == "dir" else size(row.size)
        return exact(row.modified_at)

    def _node(self, index: Index) -> _Node:
        node = index.internalPointer() if index.isValid() else self._top
        return node if isinstance(node, _Node) else self._top

    def _index_of(self, node: _Node) -> QModelIndex:
        return QModelIndex() if node.parent is None else self.createIndex(node.place, NAME, node)


def _tick_below(node: _Node, state: Qt.CheckState) -> None:
    node.tick = state
    for child in node.children or ():
        _tick_below(child, state)


def _sum(children: Sequence[_Node]) -> Qt.CheckState:
    states = {child.tick for child in children}
    return states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked


def _collect(node: _Node, found: list[str]) -> None:
    for child in node.children or ():
        if child.tick == Qt.CheckState.Checked:
            found.append(child.path())
        elif child.tick == Qt.CheckState.PartiallyChecked:
            _collect(child, found)
