"""The files of a backup: a tree that opens at once however many there are, and a search over all of them.

Folders are asked for when they are opened, big ones in pieces as far as they are seen. What a search finds stands as a list in the
place of the tree; a tick there is a tick in the tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeView, QVBoxLayout, QWidget

from holdfast_desktop.models.file_nodes import FileRow
from holdfast_desktop.models.files import FileTreeModel
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.widgets.header import search_field
from holdfast_desktop.widgets.states import Stateful
from holdfast_desktop.wording.tr import tr

SEARCH_AFTER_MS = 250
LEAST_LETTERS = 2
ROW = 28


class FileTree(QWidget):
    """`wanted(path, offset)`: answer with `show_rows`. `searched(text)`: answer with `show_found`. `chosen_changed` after a selection or
    a tick."""

    wanted = Signal(str, int)
    searched = Signal(str)
    chosen_changed = Signal()
    opened = Signal(str)
    """A file was opened with Enter or a double click."""
    acted = Signal(str)
    """The button of the message in the tree's place."""

    def __init__(self, checkable: bool = False, dated: bool = False) -> None:
        """`dated`: with a column for when things changed."""
        super().__init__()
        self.model = FileTreeModel(checkable, self)
        self._found = FileTreeModel(checkable, self)
        self.search = search_field("treeSearch", tr("Find in this backup"))
        self.view = _View()
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowDelegate(self.view, separators=False, height=ROW))
        self._dated = dated
        self.states = Stateful(self.view, "filesEmpty", primary=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.search)
        box.addWidget(self.states, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read_on)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SEARCH_AFTER_MS)
        self._wait.timeout.connect(self._search)
        self.search.textChanged.connect(self._typed)
        self.model.wanted.connect(self.wanted)
        self.model.ticked.connect(self._ticked)
        self._found.ticked.connect(self._ticked_found)
        self.view.verticalScrollBar().valueChanged.connect(lambda _: self._read_on())
        self.view.expanded.connect(lambda _: self._soon.start())
        self.view.activated.connect(self._opened)
        self.states.acted.connect(self._act)
        self._dress()

    def _dress(self) -> None:
        header = self.view.header()
        self.view.setColumnHidden(2, not self._dated)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, width in ((1, 92), (2, 140)):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            self.view.setColumnWidth(place, width)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())

    # what is shown

    def restart(self) -> None:
        """Another backup: forget all and ask for its top."""
        self._show_model(self.model)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.states.show_content()
        self.states.loading()
        self.model.restart()

    def clear(self) -> None:
        self._show_model(self.model)
        self.model.clear()

    def show_rows(self, path: str, rows: Sequence[FileRow], more: bool = False) -> None:
        """The next entries of a folder; `more`: it has others yet."""
        self.model.set_children(path, rows, more)
        if self.view.model() is not self.model:
            return
        if not path and not rows and not self.model.rowCount():
            self.states.say("folder-open", tr("This backup holds no files"), "")
        else:
            self.states.show_content()
        if not path and self.model.rowCount() == 1:
            self.view.expand(self.model.index(0, 0))
        self._soon.start()

    def show_found(self, text: str, rows: Sequence[FileRow], more: bool = False) -> None:
        """What a search found. `more`: it is not all."""
        if text != self.search.text().strip():
            return  # typed on meanwhile
        if not rows:
            self.states.say(
                "search", tr("No file with that name in this backup"), tr("Try a part of the name."), "clear", tr("Clear search")
            )
            return
        self._found.clear()
        self._found.restart()
        self._found.set_children("", rows)
        self._show_model(self._found)
        for row in rows if self.model.is_checkable() else ():
            if self.model.tick_of(row.path) == Qt.CheckState.Checked:
                self._found.blockSignals(True)
                self._found.tick_path(row.path, Qt.CheckState.Checked)
                self._found.blockSignals(False)
        self.states.show_content()

    def say(self, icon: str, title: str, text: str = "", action: str = "", label: str = "", severity: str = "") -> None:
        self.states.say(icon, title, text, action, label, severity)

    def _show_model(self, model: FileTreeModel) -> None:
        if self.view.model() is not model:
            self.view.setModel(model)
            self._dress()
            self.chosen_changed.emit()

    # what was chosen

    def chosen(self) -> list[FileRow]:
        """The selected rows."""
        model = self.view.model()
        if not isinstance(model, FileTreeModel) or not self.states.is_content():
            return []
        rows = [model.row_at(index) for index in self.view.selectionModel().selectedRows()]
        return [row for row in rows if row is not None]

    def ticked(self) -> list[str]:
        """The fewest paths that name all that is ticked."""
        return self.model.selection()

    def _ticked(self) -> None:
        self.view.viewport().update()
        self.chosen_changed.emit()

    def _ticked_found(self) -> None:
        for place in range(self._found.rowCount()):
            row, tick = self._found.row_at(self._found.index(place, 0)), self._found.index(place, 0).data(Qt.ItemDataRole.CheckStateRole)
            if row is not None and (tick == Qt.CheckState.Checked) != (self.model.tick_of(row.path) == Qt.CheckState.Checked):
                self.model.tick_path(row.path, tick)

    # searching, reading on

    def _typed(self) -> None:
        if len(self.search.text().strip()) >= LEAST_LETTERS:
            self._wait.start()
            return
        self._wait.stop()
        self._show_model(self.model)
        if self.model.is_loaded():
            self.states.show_content()

    def _search(self) -> None:
        self.searched.emit(self.search.text().strip())

    def _act(self, action: str) -> None:
        if action == "clear":
            self.search.clear()
        else:
            self.acted.emit(action)

    def _opened(self, index: QModelIndex) -> None:
        model = self.view.model()
        row = model.row_at(index) if isinstance(model, FileTreeModel) else None
        if row is not None and row.kind != "dir":
            self.opened.emit(row.path)

    def _read_on(self) -> None:
        """Ask for more of each folder whose last entry so far can be seen."""
        index = self.view.indexAt(QPoint(4, 1))
        bottom = self.view.viewport().height()
        while index.isValid() and self.view.visualRect(index).top() <= bottom:
            parent = index.parent()
            if index.row() == self.model.rowCount(parent) - 1 and index.model() is self.model and self.model.has_more(parent):
                self.model.read_on(parent)
            index = self.view.indexBelow(index)


class _View(QTreeView):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("fileTree")
        self.setAccessibleName(tr("Files of the backup"))
        self.setProperty("flat", "true")
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(True)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks every selected row, where rows can be ticked."""
        model = self.model()
        if event.key() == Qt.Key.Key_Space and isinstance(model, FileTreeModel) and model.is_checkable() and self.currentIndex().isValid():
            on = self.currentIndex().siblingAtColumn(0).data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Checked
            for index in self.selectionModel().selectedRows() or [self.currentIndex()]:
                model.setData(index, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
            return
        super().keyPressEvent(event)
