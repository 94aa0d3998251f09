"""The tree of files inside a backup. Folders are filled when they are opened, and big ones piece by piece: the model says which it
wants and is handed rows.

A folder that holds nothing but one folder is shown together with it in one row (``2026/11``). Ticks are tri-state: ticking a folder
ticks what is below it, and a folder of which only some is ticked shows so. `selection` gives the fewest paths that name what is ticked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from holdfast_desktop.models.file_nodes import FileRow, Node, collect, is_unread, sum_of, tick_below
from holdfast_desktop.models.rows import ICON_ROLE, ROW_ROLE, TONE_ROLE
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import kind_icon
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tips import plain_name, plain_tip
from holdfast_desktop.wording.tr import tr

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
NAME, SIZE, MODIFIED = range(3)


class FileTreeModel(QAbstractItemModel):
    """`wanted(path, offset)` asks for the entries of a folder (empty: the top) from the `offset`-th on; answer with `set_children`."""

    wanted = Signal(str, int)
    ticked = Signal()
    """Something is ticked otherwise: a view paints itself anew."""

    def __init__(self, checkable: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checkable = checkable
        self._forget()

    def _forget(self) -> None:
        self._top = Node(None, None)
        self._by_path: dict[str, Node] = {"": self._top}
        self._given: dict[str, Qt.CheckState] = {}

    def is_checkable(self) -> bool:
        return self._checkable

    def restart(self) -> None:
        """Forget everything and ask for the top again."""
        self.beginResetModel()
        self._forget()
        self._top.asked = True
        self.endResetModel()
        self.wanted.emit("", 0)

    def clear(self) -> None:
        self.beginResetModel()
        self._forget()
        self._top.asked, self._top.children = True, []
        self.endResetModel()

    def set_children(self, path: str, rows: Sequence[FileRow], more: bool = False) -> None:
        """The next entries of the folder `path`, and whether there are more. Those of a whole folder are sorted here, folders first; who
        hands them over in parts sorts. Ignored for a folder that is no longer shown or has them already."""
        parent = self._by_path.get(path)
        if parent is None or (parent.children is not None and not parent.more):
            return
        first = parent.children is None
        parent.asked = False
        if first and self._stands_for(parent, rows, more):
            return
        ordered = sorted(rows, key=lambda r: (r.kind != "dir", r.name.casefold())) if first and not more else list(rows)
        start = len(parent.children or ())
        nodes = [self._made(row, parent, start + place) for place, row in enumerate(ordered)]
        if nodes:
            self.beginInsertRows(self._index_of(parent), start, start + len(nodes) - 1)
        parent.children = [*(parent.children or ()), *nodes]
        parent.more = more
        for node in nodes:
            if node.is_folder():
                self._by_path[node.path()] = node
        if nodes:
            self.endInsertRows()
        for node in nodes if self._given else ():
            self._read_on(node)

    def _made(self, row: FileRow, parent: Node, place: int) -> Node:
        """A node ticked as it was said by its path, or as what is above it."""
        tick = self._given.pop(row.path, parent.rest) if self._given else parent.rest
        return Node(row, parent, place, tick=tick, rest=tick)

    def _read_on(self, node: Node) -> None:
        """Something below this new row was ticked by its path: the row shows it, and what else is ticked there has to be named."""
        if node.is_folder() and any(path.startswith(node.path() + "/") and tick != node.tick for path, tick in self._given.items()):
            node.tick = Qt.CheckState.PartiallyChecked
            if node.rest == Qt.CheckState.Checked:
                self.read_on(self._index_of(node))

    def _stands_for(self, parent: Node, rows: Sequence[FileRow], more: bool) -> bool:
        """A folder with nothing but one folder in it: they share a row, and the entries of the inner one are asked for."""
        if parent.row is None or more or len(rows) != 1 or rows[0].kind != "dir" or rows[0].path in self._given:
            return False
        parent.deepest = rows[0]
        parent.asked = True
        self._by_path[rows[0].path] = parent
        index = self._index_of(parent)
        self.dataChanged.emit(index, index)
        self.wanted.emit(rows[0].path, 0)
        return True

    def is_loaded(self, path: str = "") -> bool:
        """Whether the folder's first entries are there."""
        node = self._by_path.get(path)
        return node is not None and node.children is not None

    def has_more(self, index: Index) -> bool:
        """Whether a folder that is open has entries that were not asked for yet."""
        return self._node(index).more and not self._node(index).asked

    def row_at(self, index: Index) -> FileRow | None:
        return self._node(index).row

    def selection(self) -> list[str]:
        """The fewest paths that name everything ticked."""
        found: list[str] = []
        collect(self._top, found)
        covered = {*found}
        for path, tick in self._given.items():
            if tick == Qt.CheckState.Checked and not any(path == one or path.startswith(f"{one}/") for one in covered):
                found.append(path)
        return found

    def is_settled(self) -> bool:
        """False while something that was ticked as a part of a folder is still being read: then `selection` does not name all of it."""
        return not is_unread(self._top)

    def tick_of(self, path: str) -> Qt.CheckState:
        """How the thing at `path` is ticked, read or not."""
        node = self._find(path)
        if node is not None:
            return node.tick
        if path in self._given:
            return self._given[path]
        above = self._nearest(path)
        return Qt.CheckState.Checked if above.tick == Qt.CheckState.Checked else Qt.CheckState.Unchecked

    def tick_path(self, path: str, tick: Qt.CheckState) -> None:
        """Tick the thing at `path`, which need not have been read yet."""
        node = self._find(path)
        if node is not None:
            self.setData(self._index_of(node), tick, Qt.ItemDataRole.CheckStateRole)
            return
        self._given[path] = tick
        nearest = self._nearest(path)
        above: Node | None = nearest
        while above is not None:
            above.tick = Qt.CheckState.PartiallyChecked
            above = above.parent
        if nearest.rest == Qt.CheckState.Checked:
            self.read_on(self._index_of(nearest))
        self._tell_ticks(nearest)

    def _nearest(self, path: str) -> Node:
        """The deepest folder above `path` that was read."""
        folder = path
        while folder:
            folder = folder.rpartition("/")[0]
            if folder in self._by_path:
                return self._by_path[folder]
        return self._top

    def _find(self, path: str) -> Node | None:
        if path in self._by_path:
            return self._by_path[path]
        above = self._nearest(path)
        if path.rpartition("/")[0] not in {above.inner_path(), above.path()} and above is not self._top:
            return None
        return next((node for node in above.children or () if node.path() == path), None)

    def _tell_ticks(self, node: Node | None) -> None:
        """`node` and what is above it are ticked otherwise; what is below is painted anew by whoever hears `ticked`."""
        while node is not None and node.parent is not None:
            index = self._index_of(node)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
            node = node.parent
        self.ticked.emit()

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
        """A folder that was never opened. Further pieces are asked for by `read_on` alone: Qt's views would ask for one after the other,
        seen or not."""
        node = self._node(parent)
        return node.is_folder() and not node.asked and node.children is None

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self.read_on(parent)

    def read_on(self, parent: Index) -> None:
        """Ask for the next entries of a folder, when there are any and they were not asked for."""
        node = self._node(parent)
        if node.is_folder() and not node.asked and (node.children is None or node.more):
            node.asked = True
            self.wanted.emit(node.inner_path(), len(node.children or ()))

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
            return self._text(node, node.row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(node.inner_path())
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
        tick_below(node, Qt.CheckState.Checked if Qt.CheckState(value) == Qt.CheckState.Checked else Qt.CheckState.Unchecked)
        self._given = {path: tick for path, tick in self._given.items() if not path.startswith(node.path() + "/")}
        above = node.parent
        while above is not None:
            above.tick = sum_of(above)
            if above.more and above.tick == Qt.CheckState.PartiallyChecked and above.rest == Qt.CheckState.Checked:
                self.read_on(self._index_of(above))  # what is ticked has to be named, so it has to be read
            above = above.parent
        self._tell_ticks(node)
        return True

    def _text(self, node: Node, row: FileRow, column: int) -> str:
        if column == NAME:
            return plain_name(node.name())
        if column == SIZE:
            return "" if row.kind == "dir" else size(row.size)
        return exact(row.modified_at)

    def _node(self, index: Index) -> Node:
        node = index.internalPointer() if index.isValid() else self._top
        return node if isinstance(node, Node) else self._top

    def _index_of(self, node: Node) -> QModelIndex:
        return QModelIndex() if node.parent is None else self.createIndex(node.place, NAME, node)
