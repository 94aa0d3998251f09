"""By file: the files that a search over all backups found, and the versions of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHeaderView, QSplitter, QTableView, QVBoxLayout, QWidget

from holdfast.app import FileVersion, FoundFile
from holdfast_desktop.models.rows import Column, RowsModel, SortedRows
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.theme.controls import button, column, dress_table, label
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.widgets.fitting import FittingColumns
from holdfast_desktop.widgets.states import Stateful
from holdfast_desktop.widgets.tool_row import ToolRow
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import kind_icon
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tips import breakable, plain_name, plain_tip
from holdfast_desktop.wording.tr import tr, tr_n

LONG = 140
"""A path with more letters is shown without its middle."""


class FindView(QWidget):
    cleared = Signal()
    again_wanted = Signal()

    def __init__(self, desk: Desk, flows: Flows) -> None:
        super().__init__()
        self._desk, self._flows = desk, flows
        self._model = RowsModel[FoundFile](self._file_columns(), key=lambda f: (f.site, f.path))
        self._sorted = SortedRows(self._model, self)
        self.view = self._table("foundFiles", self._sorted, tr("Files found"), [(1, 190), (2, 90), (3, 90)])
        FittingColumns(self.view, 0, expendable=(3, 2), least=170)
        self._version_model = RowsModel[FileVersion](self._version_columns(), key=lambda v: v.backups[:1])
        self._versions = self._table("fileVersions", self._version_model, tr("Versions of the file"), [(1, 96), (2, 72)])
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_versions())
        self._versions.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self._title = label(role="strong", name="versionsTitle", wrap=True)
        self._get = button("versionGet", tr("Save a copy…"), "plain", "download", self._do_get, "Ctrl+S")
        self._restore = button("versionRestore", tr("Restore…"), "ghost", "rotate-ccw", self._do_restore, "Ctrl+R")
        for key, action in (("Ctrl+S", self._do_get), ("Ctrl+R", self._do_restore)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        self._states = Stateful(self.view, "findEmpty", primary=False)
        self._states.acted.connect(self._act)
        panel = QFrame()
        panel.setObjectName("detailPanel")
        panel.setMinimumWidth(320)
        tools = ToolRow(self._get, self._restore, None, folding=(self._get, self._restore))
        panel.setLayout(column(self._title, self._versions, tools, gap=12, margins=(16, 16, 16, 16)))
        self.filters = ToolRow(None)
        left = QWidget()
        left.setLayout(column(self.filters, self._states, gap=12, margins=(24, 16, 16, 16)))
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(left)
        split.addWidget(panel)
        split.setStretchFactor(0, 1)
        split.setSizes([650, 320])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(split)
        self.show_nothing_asked()

    def _table(self, name: str, model: RowsModel[FileVersion] | SortedRows, meaning: str, widths: list[tuple[int, int]]) -> QTableView:
        view = QTableView()
        view.setModel(model)
        dress_table(view, name)
        view.setAccessibleName(meaning)
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setItemDelegate(RowDelegate(view))
        for place, width in widths:
            view.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            view.setColumnWidth(place, width)
        if isinstance(model, SortedRows):
            view.setSortingEnabled(True)
            view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        return view

    def _file_columns(self) -> list[Column[FoundFile]]:
        return [
            Column(tr("File"), lambda f: f.path.rsplit("/", 1)[-1], tip=lambda f: f.path, icon=lambda f: kind_icon(f.kind)),
            Column(tr("Site"), lambda f: f.site, tone=lambda _: "secondary"),
            Column(tr("Versions"), lambda f: str(len(f.versions)), sort=lambda f: len(f.versions), number=True),
            Column(tr("Size"), lambda f: size(f.versions[0].size if f.versions else None), number=True),
        ]

    def _version_columns(self) -> list[Column[FileVersion]]:
        return [
            Column(
                tr("Changed"),
                lambda v: relative(v.modified_at, self._desk.now()),
                tip=lambda v: exact(v.modified_at),
            ),
            Column(tr("Kept in"), lambda v: tr_n("{n} backup", "{n} backups", len(v.backups)), tip=_span_words, tone=lambda _: "secondary"),
            Column(tr("Size"), lambda v: size(v.size), number=True),
        ]

    # what is shown

    def loading(self) -> None:
        if not self._model.rows():
            self._states.loading()

    def show_nothing_asked(self) -> None:
        self._model.set_rows([])
        self._states.say("search", tr("Find a file in all backups"), tr("Type a part of its name, or a pattern such as *.php or logo-*."))
        self._show_versions()

    def fail(self, title: str, text: str, action: str = "", label: str = "") -> None:
        """The search could not be done."""
        self._model.set_rows([])
        self._states.say("circle-alert", title, text, action, label, "error")
        self._show_versions()

    def show_rows(self, pattern: str, rows: Sequence[FoundFile]) -> None:
        self._model.set_rows(rows)
        if rows:
            self._states.show_content()
            self.view.selectRow(0)
        else:
            total = sum(s.backups or 0 for s in self._desk.storages())
            words = tr_n("No file with that name in {n} backup", "No file with that name in {n} backups", total)
            self._states.say("search", words, tr("Try a part of the name."), "clear", tr("Clear search"))
        self._show_versions()

    def _file(self) -> FoundFile | None:
        chosen = self.view.selectionModel().selectedRows()
        found = self._sorted.row_at(chosen[0]) if chosen else None
        return found if isinstance(found, FoundFile) else None

    def _show_versions(self) -> None:
        found = self._file()
        path = found.path if found else ""
        shown = plain_name(path if len(path) < LONG else f"{path[:40]}…{path[-80:]}")
        self._title.setText(breakable(shown) if path else tr("Versions"))
        self._title.setToolTip(plain_tip(path))
        self._version_model.set_rows(found.versions if found else ())
        if found and found.versions:
            self._versions.selectRow(0)
        self._enable()

    def _version(self) -> FileVersion | None:
        chosen = self._versions.selectionModel().selectedRows()
        return self._version_model.row_at(chosen[0]) if chosen else None

    def _enable(self) -> None:
        for one in (self._get, self._restore):
            one.setEnabled(self._version() is not None)

    def _act(self, action: str) -> None:
        if action == "clear":
            self.cleared.emit()
        elif action == "retry":
            self.again_wanted.emit()
        else:
            self._desk.action_wanted.emit(action, "")

    def _do_get(self) -> None:
        found, version = self._file(), self._version()
        if found and version:
            self._flows.get_file(found.site, version.backups[0], found.path)

    def _do_restore(self) -> None:
        found, version = self._file(), self._version()
        if found and version:
            self._flows.restore(found.site, version.backups[0], [found.path], found)


def _span_words(version: FileVersion) -> str:
    """From when to when this version is in the backups."""
    if version.first_seen is None or version.last_seen is None:
        return ""
    return tr("{first} to {last}", first=exact(version.first_seen), last=exact(version.last_seen))
