"""Storage: the places where backups live, how full they are, whether they are intact."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QSplitter, QTableView, QWidget

from holdfast.app import StorageView
from holdfast_desktop.models.rows import Column, RowsModel, SortedRows
from holdfast_desktop.pages import stats
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.page import Page, scrolled
from holdfast_desktop.theme.controls import button, column, dress_table, icon_button, label, line, row
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.widgets.bar import Bar
from holdfast_desktop.widgets.cards import Facts
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.widgets.fitting import FittingColumns
from holdfast_desktop.widgets.states import Stateful
from holdfast_desktop.wording.sizes import count, size
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr, tr_n


class StoragePage(Page):
    def __init__(self, desk: Desk, flows: Flows) -> None:
        super().__init__(desk, "storage")
        self._flows = flows
        self._model = RowsModel[StorageView](storage_columns(desk), key=lambda s: s.id or s.name)
        self._sorted = SortedRows(self._model, self)
        self.view = QTableView()
        self.view.setModel(self._sorted)
        dress_table(self.view, "storageTable", stretch=0)
        self.view.setAccessibleName(tr("Storages"))
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setItemDelegate(RowDelegate(self.view, height=44))
        self.view.verticalHeader().setDefaultSectionSize(44)
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        for place, made in enumerate(self._model.columns):
            if made.width:
                self.view.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                self.view.setColumnWidth(place, made.width)
        FittingColumns(self.view, stretch=0, expendable=(1, 3, 2), least=160)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_panel())
        self.view.customContextMenuRequested.connect(self._menu)
        self._add = button("addStorage", tr("Add storage"), "primary", "plus", flows.add_storage)
        self._states = Stateful(self._split(), "storageEmpty")
        self._states.acted.connect(lambda action: desk.action_wanted.emit(action, ""))
        self.build(tr("Storage"), self._states, primary=self._add)
        self._states.loading()
        desk.refreshed.connect(self._show)

    def _split(self) -> QWidget:
        left = QWidget()
        left.setLayout(column(self.view, margins=(24, 16, 16, 16)))
        self._panel = QFrame()
        self._panel.setObjectName("detailPanel")
        self._panel.setMinimumWidth(360)
        self._panel.setLayout(column(scrolled(self._panel_body(), "storagePanel")))
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(left)
        split.addWidget(self._panel)
        split.setStretchFactor(0, 1)
        split.setSizes([600, 380])
        return split

    def _panel_body(self) -> QWidget:
        flows = self._flows
        self._title = label(role="section", name="storageTitle", wrap=True)
        self._saved = label(tone="secondary", name="storageSaved", wrap=True)
        self._bar = Bar("storageBar")
        self._facts = Facts()

        def act(do: Callable[[str], object]) -> Callable[[], None]:
            def run() -> None:
                if self.chosen():
                    do(self.chosen())

            return run

        body = QWidget()
        proof = row(
            button("storageCheck", tr("Check"), "plain", "list-checks", act(flows.check), tr("Is everything there that the backups need?")),
            button("storageCheckData", tr("Read everything"), "plain", "eye", act(lambda n: flows.check(n, read_data=True))),
            None,
        )
        care = row(
            button("storageMeasure", tr("Measure"), "plain", "activity", act(flows.measure)),
            button("storageFree", tr("Free space…"), "plain", "trash-2", act(flows.free_space)),
            None,
        )
        keys = row(
            button("storageTestNow", tr("Test access"), "plain", "circle-check", act(flows.test_storage)),
            button("storageKit", tr("Recovery kit…"), "plain", "printer", act(flows.recovery_kit)),
            None,
        )
        self._more = icon_button("storageMore", "ellipsis", tr("More about this storage"), self._open_more)
        head = row(self._title, self._more)
        head.setStretch(0, 1)
        body.setLayout(
            column(
                head, self._bar, self._saved, 4, self._facts, 8, line(), 4, label(tr("Proof"), "strong"), proof,
                label(tr("Room"), "strong"), care, label(tr("Access"), "strong"), keys, None, gap=8, margins=(16, 16, 16, 16),
            )
        )  # fmt: skip
        return body

    # what is shown

    def chosen(self) -> str:
        rows = self.view.selectionModel().selectedRows()
        return str(self._sorted.row_at(rows[0]).name) if rows else ""

    def choose(self, name: str) -> None:
        for place in range(self._sorted.rowCount()):
            if self._sorted.row_at(self._sorted.index(place, 0)).name == name:
                self.view.selectRow(place)

    def _show(self) -> None:
        storages = self.desk.storages()
        before = self.chosen()
        self._model.set_rows(storages)
        self._add.setVisible(bool(storages))
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

    def _show_panel(self) -> None:
        view = self.desk.storage(self.chosen())
        self._panel.setEnabled(view is not None)
        if view is None:
            return
        now = self.desk.now()
        self._title.setText(view.name)
        stored, original = stats.stored(view.stats), stats.original(view.stats)
        if stored is not None and original:
            self._bar.show()
            self._bar.set_percent(min(100.0, 100 * stored / original), "ok")
            self._saved.setText(
                tr("{stored} hold {original} of backups: {percent} % of the room", stored=size(stored), original=size(original),
                   percent=round(100 * stored / original))
            )  # fmt: skip
        else:
            self._bar.hide()
            self._saved.setText(size(stored) if stored is not None else tr("“Measure” shows how much room deduplication saves."))
        look = outcome_look(view.last_check_outcome)
        checked = f"{relative(view.last_check_at, now)} · {look.word}" if view.last_check_at else tr("not yet")
        self._facts.show_facts(
            [
                ("storageLocation", tr("Place"), view.location),
                (
                    "storageSites",
                    tr("Sites"),
                    tr_n("{n} site", "{n} sites", len(view.sites)) + (": " + ", ".join(view.sites[:4]) if view.sites else ""),
                ),
                ("storageBackups", tr("Backups"), count(view.backups)),
                ("storageFreeSpace", tr("Free there"), size(stats.free(view.stats))),
                ("storageChecked", tr("Last check"), checked),
                ("storageRule", tr("Rule"), view.retention or tr("as in the settings")),
                ("storageSynced", tr("List is from"), exact(view.synced_at) or "–"),
                ("storageNumber", tr("Number"), view.repository_id[:12] or "–"),
            ]
        )

    def _open_more(self) -> None:
        self._menu_at(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _menu(self, place: QPoint) -> None:
        self._menu_at(self.view.viewport().mapToGlobal(place))

    def _menu_at(self, place: QPoint) -> None:
        name = self.chosen()
        if not name:
            return
        menu = QMenu(self)
        menu.setObjectName("storageMenu")
        for text, icon, action in (
            (tr("Rename…"), "pencil", lambda: self._flows.rename_storage(name)),
            (tr("Enter passphrase…"), "key-round", lambda: self._flows.enter_passphrase(name)),
            (tr("Remove lock…"), "lock-open", lambda: self._flows.remove_lock(name)),
            (tr("Repair…"), "settings", lambda: self._flows.repair(name)),
            (tr("Remove…"), "trash-2", lambda: self._flows.remove_storage(name)),
        ):
            menu.addAction(theme().icon(icon), text).triggered.connect(lambda _checked=False, do=action: do())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)


def storage_columns(desk: Desk) -> list[Column[StorageView]]:
    def checked(view: StorageView) -> str:
        return relative(view.last_check_at, desk.now()) if view.last_check_at else tr("not yet")

    return [
        Column(
            tr("Name"), lambda s: s.name, icon=lambda s: "cloud" if s.location.startswith("s3:") else "hard-drive", tip=lambda s: s.location
        ),
        Column(tr("Backups"), lambda s: count(s.backups), sort=lambda s: s.backups, number=True, width=90),
        Column(tr("Size"), lambda s: size(stats.stored(s.stats)), sort=lambda s: stats.stored(s.stats), number=True, width=90),
        Column(
            tr("Last check"),
            checked,
            sort=lambda s: s.last_check_at.timestamp() if s.last_check_at else None,
            icon=lambda s: outcome_look(s.last_check_outcome).icon if s.last_check_at else "circle-dashed",
            tone=lambda s: outcome_look(s.last_check_outcome).severity if s.last_check_at else "secondary",
            width=150,
        ),
    ]
