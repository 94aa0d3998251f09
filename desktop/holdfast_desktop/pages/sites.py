"""Sites: the table of all, and the page of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QMenu, QStackedWidget, QTableView, QVBoxLayout, QWidget

from holdfast.app import SiteView
from holdfast.verdict import ORDER
from holdfast_desktop.models.rows import Column, RowsModel, SortedRows
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.page import Page
from holdfast_desktop.pages.pausing import add_pausing
from holdfast_desktop.pages.site_detail import SiteDetail
from holdfast_desktop.theme.controls import button, column, dress_table, row
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.widgets.fitting import FittingColumns
from holdfast_desktop.widgets.header import Chips, PageHeader, search_field
from holdfast_desktop.widgets.states import Stateful
from holdfast_desktop.wording.proof import proof_cell, proof_tip
from holdfast_desktop.wording.services import where_words
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import status_look
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr, tr_n
from holdfast_desktop.wording.waiting import next_words, paused_until, why_words

ATTENTION = {"failed", "locked", "overdue", "never", "warning"}


class SitesPage(Page):
    def __init__(self, desk: Desk, flows: Flows) -> None:
        super().__init__(desk, "sites")
        self._flows = flows
        self.detail = SiteDetail(desk, flows)
        self.detail.left.connect(self.close_site)
        self._list = QWidget()
        self._inside = QStackedWidget()
        self._inside.addWidget(self._list)
        self._inside.addWidget(self.detail)
        self._box.addWidget(self._inside)
        self._build_list()
        desk.refreshed.connect(self._show)

    def _build_list(self) -> None:
        self.search = search_field("siteSearch", tr("Filter sites"))
        self.search.setFixedWidth(240)
        self._chips = Chips(
            "siteFilter",
            [
                ("all", tr("All")),
                ("attention", tr("Attention")),
                ("running", tr("Running")),
                ("paused", tr("Paused")),
                ("never", tr("No backup yet")),
            ],
        )
        self._model = RowsModel[SiteView](site_columns(self.desk), key=lambda s: s.id or s.name)
        self._sorted = SortedRows(self._model, self)
        self.view = QTableView()
        self.view.setModel(self._sorted)
        dress_table(self.view, "sitesTable", stretch=0)
        self.view.setAccessibleName(tr("Sites"))
        self.view.setItemDelegate(RowDelegate(self.view))
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        for place, made in enumerate(self._model.columns):
            if made.width:
                self.view.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                self.view.setColumnWidth(place, made.width)
        FittingColumns(self.view, stretch=0, expendable=(4, 6, 5), least=200)
        self._back_up = button("sitesBackUp", tr("Back up"), "plain", "database-backup", lambda: self.desk.back_up(self.selected()))
        self._states = Stateful(self.view, "sitesEmpty")
        self._add = button("addSite", tr("Add site"), "primary", "plus", self._flows.add_site)
        body = QWidget()
        body.setLayout(column(row(self._chips, None, self._back_up), self._states, gap=12, margins=(24, 16, 24, 16)))
        box = QVBoxLayout(self._list)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(PageHeader(tr("Sites"), [self.search], self._add))
        box.addWidget(body, 1)
        self.search.textChanged.connect(lambda _: self._filter())
        self._chips.chosen.connect(lambda _: self._filter())
        self._states.acted.connect(self._acted)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self.view.activated.connect(self._open_index)
        self.view.doubleClicked.connect(self._open_index)
        self.view.customContextMenuRequested.connect(self._menu)
        self._keys()
        self._selected()
        self._states.loading()

    def _keys(self) -> None:
        keys: dict[str, Callable[[str], None]] = {
            "F2": self._flows.rename_site,
            "Del": self._flows.remove_site,
            "Return": self.open_site,
        }
        for key, action in keys.items():
            shortcut = QShortcut(QKeySequence(key), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda do=action: self._with_first(do))

    def _with_first(self, action: Callable[[str], None]) -> None:
        for name in self.selected()[:1]:
            action(name)

    # one site

    def open_site(self, name: str) -> None:
        self._inside.setCurrentWidget(self.detail)
        self.detail.show_site(name)

    def close_site(self) -> bool:
        """Back to the table; False when it was shown already."""
        if self._inside.currentWidget() is not self.detail:
            return False
        self._inside.setCurrentWidget(self._list)
        self.view.setFocus()
        return True

    def shown(self) -> None:
        if self._inside.currentWidget() is self.detail:
            self.detail.load()

    def refresh(self) -> None:
        super().refresh()
        if self._inside.currentWidget() is self.detail:
            self.detail.load(fresh=True)

    def selected(self) -> list[str]:
        """The names of the chosen sites."""
        if self._inside.currentWidget() is self.detail:
            return [self.detail.site()]
        return [self._sorted.row_at(index).name for index in self.view.selectionModel().selectedRows()]

    # the table

    def _show(self) -> None:
        sites = self.desk.sites()
        chosen = set(self.selected())
        self._model.set_rows(sites)
        for place in range(self._sorted.rowCount()):
            if self._sorted.row_at(self._sorted.index(place, 0)).name in chosen and not self.view.selectionModel().hasSelection():
                self.view.selectRow(place)
        counts = Counter(str(s.status) for s in sites)
        self._chips.set_counts(
            {
                "all": len(sites),
                "attention": sum(counts[s] for s in ATTENTION),
                "running": counts["running"],
                "paused": sum(paused_until(s.reasons) is not None for s in sites),
                "never": counts["never"],
            }
        )
        self._filter()
        self._selected()

    def _filter(self) -> None:
        word = self._chips.value()
        self._sorted.filter(self.search.text() if self.search else "", lambda s: _fits(s, word))
        if not self._model.rows():
            self._states.say(
                "globe", tr("No sites yet"), tr("Add one and its first backup can start in about a minute."), "add_site", tr("Add site")
            )
        elif not self._sorted.rowCount():
            self._states.say("funnel-x", tr("No site fits the filter"), "", "clear", tr("Clear filter"))
        else:
            self._states.show_content()
        self._add.setVisible(bool(self._model.rows()))

    def _acted(self, action: str) -> None:
        if action == "clear" and self.search is not None:
            self.search.clear()
            self._chips.choose("all")
        else:
            self.desk.action_wanted.emit(action, "")

    def _selected(self) -> None:
        chosen = self.selected()
        self._back_up.setEnabled(bool(chosen))
        self._back_up.setText(tr_n("Back up {n} site", "Back up {n} sites", len(chosen)) if len(chosen) > 1 else tr("Back up"))

    def _open_index(self, index: QModelIndex) -> None:
        self.open_site(self._sorted.row_at(index).name)

    def _menu(self, place: QPoint) -> None:
        chosen = self.selected()
        if not chosen:
            return
        name, single = chosen[0], len(chosen) == 1
        menu = QMenu(self)
        menu.setObjectName("siteMenu")
        for text, icon, enabled, action in (
            (tr("Open"), "arrow-right", single, lambda: self.open_site(name)),
            (tr("Back up now"), "database-backup", True, lambda: self.desk.back_up(chosen)),
            (tr("Download newest"), "download", True, lambda: self._flows.download_newest(chosen)),
            (tr("Drill"), "flask-conical", single and not self.desk.is_service(name), lambda: self._flows.drill(name)),
            (tr("Rename…"), "pencil", single, lambda: self._flows.rename_site(name)),
            (tr("Remove…"), "trash-2", single, lambda: self._flows.remove_site(name)),
        ):
            item = menu.addAction(theme().icon(icon), text)
            item.setEnabled(enabled)
            item.triggered.connect(lambda _checked=False, do=action: do())
        if single:
            menu.addSeparator()
            add_pausing(menu, self.desk, name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(place))


def _fits(site: SiteView, word: str) -> bool:
    if word == "attention":
        return site.status in ATTENTION
    if word == "paused":
        return paused_until(site.reasons) is not None
    return word == "all" or site.status == word


def site_columns(desk: Desk) -> list[Column[SiteView]]:
    return [
        Column(tr("Name"), lambda s: s.name, tip=lambda s: s.path or s.url),
        Column(
            tr("Status"),
            lambda s: status_look(s.status).word,
            sort=lambda s: (ORDER.index(s.status), s.name.casefold()),
            icon=lambda s: status_look(s.status).icon,
            tone=lambda s: status_look(s.status).severity,
            width=145,
        ),
        Column(
            tr("Last backup"),
            lambda s: relative(s.last_backup_at, desk.now()),
            sort=lambda s: s.last_backup_at.timestamp() if s.last_backup_at else None,
            tip=lambda s: exact(s.last_backup_at),
            width=110,
        ),
        Column(
            tr("Next run"),
            lambda s: next_words(s.next_run_at, desk.now(), desk.waiting(s.name), paused_until(s.reasons)),
            sort=lambda s: s.next_run_at.timestamp() if s.next_run_at else None,
            tip=lambda s: "\n".join([*(why_words(one, desk.now()) for one in desk.waiting(s.name))] or [exact(s.next_run_at)]),
            tone=lambda s: "warning" if desk.waiting(s.name) else "secondary" if s.next_run_at is None else "",
            width=140,
        ),
        Column(tr("Backups in"), lambda s: where_words(s.system, s.storage), tone=lambda _: "secondary", width=125),
        Column(
            tr("Proven"),
            lambda s: proof_cell(s.proof, s.proven_at, desk.now())[0],
            sort=lambda s: s.proven_at.timestamp() if s.proven_at else None,
            tip=lambda s: proof_tip(s.proof, s.proven_at),
            tone=lambda s: proof_cell(s.proof, s.proven_at, desk.now())[1],
            width=110,
        ),
        Column(
            tr("Size"),
            lambda s: size(s.last_backup.size if s.last_backup else None),
            sort=lambda s: s.last_backup.size if s.last_backup else None,
            number=True,
            width=80,
        ),
    ]
