"""Storage: the places where backups live, how full they are, whether they are intact, and who uses them."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QLabel, QSplitter, QTableView, QWidget

from holdfast.app import StorageView
from holdfast_desktop.models.rows import Column, RowsModel, SortedRows
from holdfast_desktop.pages import stats
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.page import Page
from holdfast_desktop.pages.storage_flows import StorageFlows
from holdfast_desktop.pages.storage_panel import StoragePanel
from holdfast_desktop.theme.controls import button, column, dress_table, label
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.widgets.fitting import FittingColumns
from holdfast_desktop.widgets.header import search_field
from holdfast_desktop.widgets.states import Stateful
from holdfast_desktop.wording.sizes import count, size
from holdfast_desktop.wording.states import Look, outcome_look
from holdfast_desktop.wording.storages import lock_holder, lock_words, place_words, storage_look
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr

SEARCH_FROM = 6
"""With fewer storages there is nothing to search."""
GONE = frozenset({"STORAGE-MISSING", "REPO-NOT-FOUND"})
"""What is over once the folder is there again."""


class StoragePage(Page):
    def __init__(self, desk: Desk, flows: Flows) -> None:
        super().__init__(desk, "storage")
        self._flows = StorageFlows(desk, cast(QWidget, flows.parent()), flows.job_started.emit)
        self._model = RowsModel[StorageView](storage_columns(desk), key=lambda s: s.id or s.name)
        self._sorted = SortedRows(self._model, self)
        self.view = self._table()
        self.panel = StoragePanel(desk, self._flows)
        self.panel.sizes_wanted.connect(self._ask_sizes)
        self._add = button("addStorage", tr("Add storage"), "primary", "plus", flows.add_storage)
        self.search = search_field("storageSearch", tr("Search storages"))
        self.search.setMinimumWidth(160)
        self.search.textChanged.connect(self._filter)
        self._rows = Stateful(self.view, "storageNothing", primary=False)
        self._rows.acted.connect(lambda _: self._clear())
        self._states = Stateful(self._split(), "storageEmpty")
        self._states.acted.connect(self._act)
        self._age: QLabel = label(tone="secondary", name="storageAge")
        self.build(tr("Storage"), self._states, (self._age, self.search), primary=self._add)
        self._show_failed(desk.trouble) if desk.trouble is not None else self._states.loading()
        self._missing: frozenset[str] | None = None
        self._looking = False
        desk.refreshed.connect(self._show)
        desk.refreshed.connect(self._look)
        desk.refresh_failed.connect(self._show_failed)
        self._keys()

    def _table(self) -> QTableView:
        view = QTableView()
        view.setModel(self._sorted)
        dress_table(view, "storageTable", stretch=0)
        view.setAccessibleName(tr("Storages"))
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setItemDelegate(RowDelegate(view, height=44))
        view.verticalHeader().setDefaultSectionSize(44)
        view.setSortingEnabled(True)
        view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        for place, made in enumerate(self._model.columns):
            if made.width:
                view.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                view.setColumnWidth(place, made.width)
        FittingColumns(view, stretch=0, expendable=(7, 1, 6, 4, 5, 3), least=150)
        view.selectionModel().selectionChanged.connect(lambda *_: self._show_panel())
        view.customContextMenuRequested.connect(self._menu)
        return view

    def _split(self) -> QWidget:
        left = QWidget()
        left.setLayout(column(self._rows, margins=(24, 16, 16, 16)))
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(left)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setSizes([600, 380])
        return split

    def _keys(self) -> None:
        keys: dict[str, Callable[[str], object]] = {"F2": self._flows.rename, "Del": self._flows.remove}
        for key, do in keys.items():
            QShortcut(QKeySequence(key), self.view, activated=lambda do=do: self._on_chosen(do), context=Qt.ShortcutContext.WidgetShortcut)  # type: ignore[call-overload]  # the stubs leave out keyword signals

    def _on_chosen(self, do: Callable[[str], object]) -> None:
        if self.chosen():
            do(self.chosen())

    # what is shown

    def chosen(self) -> str:
        rows = self.view.selectionModel().selectedRows()
        return str(self._sorted.row_at(rows[0]).name) if rows else ""

    def choose(self, name: str) -> None:
        for place in range(self._sorted.rowCount()):
            if self._sorted.row_at(self._sorted.index(place, 0)).name == name:
                self.view.selectRow(place)

    def catch_up(self) -> None:
        self._show()

    def shown(self) -> None:
        self._look()

    def _look(self) -> None:
        """Whether disks are there now, while somebody looks."""
        if self._looking or not self.isVisible():
            return
        self._looking = True
        self.desk.tasks.start(self.desk.app.storages.missing(), self._looked, lambda _: self._looked(None), self)

    def _looked(self, missing: frozenset[str] | None) -> None:
        self._looking = False
        before, self._missing = self._missing, missing
        if missing != before and self.desk.status is not None:
            self._show()

    def _as_it_is(self, view: StorageView) -> StorageView:
        """With what was seen just now in place of what was met last."""
        if self._missing is None or view.location.startswith("s3:"):
            return view
        if view.name in self._missing:
            return msgspec.structs.replace(view, trouble={"code": "STORAGE-MISSING"})
        return msgspec.structs.replace(view, trouble={}) if view.trouble.get("code") in GONE else view

    def _show(self) -> None:
        storages = [self._as_it_is(one) for one in self.desk.storages()]
        before = self.chosen()
        self._model.set_rows(storages)
        self._add.setVisible(bool(storages))
        self._show_age()
        if self.search is not None:
            self.search.setVisible(len(storages) >= SEARCH_FROM or bool(self.search.text()))
        if not storages:
            self._states.say(
                "hard-drive",
                tr("No storage yet"),
                tr("Choose where backups live: a disk or an S3 bucket."),
                "add_storage",
                tr("Add storage"),
            )
            return
        self._states.show_content()
        self.choose(before)
        if not self.chosen():
            self.view.selectRow(0)
        self._show_panel()

    def _show_failed(self, words: object) -> None:
        """What is known stands, with its age; nothing known: why, and a way to try again."""
        self._show_age()
        if self.desk.storages():
            return
        title, body = str(getattr(words, "title", "")), str(getattr(words, "body", ""))
        self._states.say("circle-alert", title, body, "retry_storages", tr("Try again"), "error")

    def _show_age(self) -> None:
        asked = self.desk.asked_at if self.desk.stale and self.desk.storages() else None
        self._age.setText(tr("as of {time}", time=exact(asked)) if asked is not None else "")

    def _act(self, action: str) -> None:
        if action == "retry_storages":
            self._states.loading()
            self.refresh()
        else:
            self.desk.action_wanted.emit(action, "")

    def _filter(self, text: str) -> None:
        self._sorted.filter(text)
        if self._sorted.rowCount():
            self._rows.show_content()
            if not self.chosen():
                self.view.selectRow(0)
        else:
            self._rows.say("search", tr("No storage with this name"), "", "clear", tr("Clear the search"))

    def _clear(self) -> None:
        if self.search is not None:
            self.search.clear()

    def _show_panel(self) -> None:
        chosen = self.desk.storage(self.chosen())
        self.panel.show_storage(self._as_it_is(chosen) if chosen is not None else None)

    def _ask_sizes(self, name: str) -> None:
        self.desk.tasks.start(
            self.desk.app.storages.sizes(name),
            lambda points: self.panel.show_sizes(name, points),
            lambda _: self.panel.show_sizes(name, ()),
        )

    def _menu(self, place: QPoint) -> None:
        self.panel.menu_at(self.view.viewport().mapToGlobal(place))


def storage_columns(desk: Desk) -> list[Column[StorageView]]:
    def checked(view: StorageView) -> str:
        return relative(view.last_check_at, desk.now()) if view.last_check_at else tr("not yet")

    def state(view: StorageView) -> Look:
        free, stored = stats.free(view.stats), stats.stored(view.stats)
        return storage_look(view.last_check_outcome, view.last_check_at is not None, view.lock, free, stored, view.trouble)

    return [
        Column(
            tr("Name"), lambda s: s.name, icon=lambda s: "cloud" if s.location.startswith("s3:") else "hard-drive", tip=lambda s: s.location
        ),
        Column(tr("Place"), lambda s: place_words(s.location), tone=lambda _: "secondary", tip=lambda s: s.location, width=190),
        Column(tr("Status"), lambda s: state(s).word, icon=lambda s: state(s).icon, tone=lambda s: state(s).severity, width=150),
        Column(tr("Size"), lambda s: size(stats.stored(s.stats)), sort=lambda s: stats.stored(s.stats), number=True, width=90),
        Column(tr("Free"), lambda s: size(stats.free(s.stats)), sort=lambda s: stats.free(s.stats), number=True, width=90),
        Column(tr("Backups"), lambda s: count(s.backups), sort=lambda s: s.backups, number=True, width=90),
        Column(
            tr("Last check"),
            checked,
            sort=lambda s: s.last_check_at.timestamp() if s.last_check_at else None,
            icon=lambda s: outcome_look(s.last_check_outcome).icon if s.last_check_at else "circle-dashed",
            tone=lambda s: outcome_look(s.last_check_outcome).severity if s.last_check_at else "secondary",
            width=150,
        ),
        Column(
            tr("Locked by"),
            lambda s: lock_holder(s.lock),
            tone=lambda s: "warning" if s.lock else "secondary",
            tip=lambda s: lock_words(s.lock, desk.now()) if s.lock else "",
            width=130,
        ),
    ]
