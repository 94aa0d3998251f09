"""Sites: the table of all, and the page of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QMenu, QStackedWidget, QTableView, QVBoxLayout, QWidget

from holdfast.app import SiteView
from holdfast_desktop.models.rows import RowsModel, SortedRows
from holdfast_desktop.pages.chosen_sites import fill_menu, fill_pauses
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.page import Page
from holdfast_desktop.pages.plan_flows import PlanFlows
from holdfast_desktop.pages.site_columns import EXPENDABLE, site_columns
from holdfast_desktop.pages.site_detail import SiteDetail
from holdfast_desktop.pages.site_preview import SitePreview
from holdfast_desktop.theme.controls import button, column, dress_table, row
from holdfast_desktop.widgets.action_bar import Action, ActionBar
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.widgets.fitting import FittingColumns
from holdfast_desktop.widgets.header import Chips, PageHeader, search_field
from holdfast_desktop.widgets.late import Late
from holdfast_desktop.widgets.states import Stateful
from holdfast_desktop.wording.errors import ErrorWords
from holdfast_desktop.wording.tr import tr, tr_n
from holdfast_desktop.wording.waiting import paused_until

ATTENTION = {"failed", "locked", "overdue", "never", "warning"}


class SitesPage(Page):
    def __init__(self, desk: Desk, flows: Flows) -> None:
        super().__init__(desk, "sites")
        self._flows = flows
        self._plans = PlanFlows(desk, self, desk.refresh)
        self._detail: SiteDetail | None = None
        self._list = Late(self._make_list, lambda _: self._show_rows())
        self._inside = QStackedWidget()
        self._inside.addWidget(self._list)
        self._box.addWidget(self._inside)
        desk.refreshed.connect(self._list.fill)
        desk.refresh_failed.connect(self._failed)

    def _make_list(self) -> QWidget:
        """The table; who comes for one site goes without."""
        whole = QWidget()
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
        FittingColumns(self.view, stretch=0, expendable=EXPENDABLE, least=200)
        self._bar = ActionBar("sitesBar", self._actions())
        self._preview = SitePreview(self.desk)
        self._preview.opened.connect(self.open_site)
        self._preview.closed.connect(self._close_preview)
        self._previewing = False
        self._states = Stateful(self.view, "sitesEmpty")
        self._add = button("addSite", tr("Add site"), "primary", "plus", self._flows.add_site)
        body = QWidget()
        table = row(self._states, self._preview, gap=16)
        table.setStretch(0, 1)
        body.setLayout(column(self._chips, table, self._bar, gap=12, margins=(24, 16, 24, 16)))
        box = QVBoxLayout(whole)
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
        self._keys(whole)
        self._selected()
        self._states.fail(self.desk.trouble) if self.desk.trouble is not None else self._states.loading()
        return whole

    def _keys(self, whole: QWidget) -> None:
        keys: dict[str, Callable[[str], None]] = {
            "F2": self._flows.rename_site,
            "Del": self._flows.remove_site,
            "Return": self.open_site,
            "Enter": self.open_site,
            "Space": lambda _: self._toggle_preview(),
        }
        for key, action in keys.items():
            shortcut = QShortcut(QKeySequence(key), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda do=action: self._with_first(do))

        away = QShortcut(QKeySequence("Esc"), whole)
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self._escaped)

    def _actions(self) -> list[Action]:
        """What can be done to all that are chosen."""
        return [
            Action("sitesBackUp", tr("Back up"), "database-backup", lambda: self.desk.back_up(self.selected())),
            Action("sitesDownload", tr("Download newest"), "download", lambda: self._flows.download_newest(self.selected())),
            Action("sitesPause", tr("Pause"), "pause", menu=self._fill_pauses),
            Action("sitesSchedule", tr("Schedule…"), "calendar-clock", lambda: self._plans.add(self.selected())),
            Action("sitesTag", tr("Tags…"), "pencil", lambda: self._flows.sites.tag(self.selected())),
            Action("sitesExport", tr("Export…"), "save", lambda: self._flows.sites.export(self.selected())),
        ]

    def _fill_pauses(self, menu: QMenu) -> None:
        fill_pauses(menu, self.desk, self.selected())

    # a look at one

    def _toggle_preview(self) -> None:
        self._previewing = not self._previewing
        self._selected()

    def _close_preview(self) -> None:
        self._previewing = False
        self._selected()
        self.view.setFocus()

    def _escaped(self) -> None:
        if self._previewing:
            self._close_preview()
        elif self.search is not None and self.search.text():
            self.search.clear()
        else:
            self.view.clearSelection()

    def _with_first(self, action: Callable[[str], None]) -> None:
        for name in self.selected()[:1]:
            action(name)

    # one site

    @property
    def detail(self) -> SiteDetail:
        """The page of one site, made when the first one is opened."""
        if self._detail is None:
            self._detail = SiteDetail(self.desk, self._flows)
            self._detail.left.connect(self.close_site)
            self._inside.addWidget(self._detail)
        return self._detail

    def _open_one(self) -> SiteDetail | None:
        """The page of one site, while it is shown."""
        return self._detail if self._inside.currentWidget() is self._detail else None

    def open_site(self, name: str) -> None:
        self._inside.setCurrentWidget(self.detail)
        self.detail.show_site(name)

    def open_name(self) -> str:
        """The site whose page is shown; empty while it is the table."""
        one = self._open_one()
        return one.site() if one is not None else ""

    def close_site(self) -> bool:
        """Back to the table; False when it was shown already."""
        self._list.now()
        if self._open_one() is None:
            return False
        self._inside.setCurrentWidget(self._list)
        self.view.setFocus()
        return True

    def shown(self) -> None:
        one = self._open_one()
        if one is not None:
            one.load()

    def refresh(self) -> None:
        super().refresh()
        one = self._open_one()
        if one is not None:
            one.load(fresh=True)

    def selected(self) -> list[str]:
        """The names of the chosen sites."""
        one = self._open_one()
        if one is not None:
            return [one.site()]
        if self._list.made() is None:
            return []
        return [self._sorted.row_at(index).name for index in self.view.selectionModel().selectedRows()]

    # the table

    def _show_rows(self) -> None:
        if self.desk.status is None:
            return
        sites = self.desk.sites()
        chosen = set(self.selected())
        self._model.set_rows(sites)
        self._choose_again(chosen)
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

    def _choose_again(self, names: set[str]) -> None:
        """After the rows came in another order, which takes the selection away."""
        selection = self.view.selectionModel()
        if not names or selection.hasSelection():
            return
        how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place in range(self._sorted.rowCount()):
            index = self._sorted.index(place, 0)
            if self._sorted.row_at(index).name in names:
                selection.select(index, how)

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

    def _failed(self, words: ErrorWords) -> None:
        """Nothing was told yet; what was told before stays, and Overview says how old it is."""
        if self.desk.status is None and self._list.made() is not None:
            self._states.fail(words)

    def _acted(self, action: str) -> None:
        if action == "clear" and self.search is not None:
            self.search.clear()
            self._chips.choose("all")
        elif action == "refresh":
            self.desk.refresh()
        else:
            self.desk.action_wanted.emit(action, "")

    def _selected(self) -> None:
        chosen = self.selected()
        words = tr_n("{n} site chosen", "{n} sites chosen", len(chosen)) if chosen else tr("No site is chosen")
        self._bar.show_state(words, bool(chosen))
        self._bar.set_text("sitesBackUp", tr_n("Back up {n} site", "Back up {n} sites", len(chosen)) if len(chosen) > 1 else tr("Back up"))
        self._bar.setVisible(bool(self._model.rows()))
        self._preview.show_site(self.desk.site(chosen[0]) if self._previewing and chosen else None)

    def _open_index(self, index: QModelIndex) -> None:
        self.open_site(self._sorted.row_at(index).name)

    def _menu(self, place: QPoint) -> None:
        chosen = self.selected()
        if not chosen:
            return
        menu = QMenu(self)
        menu.setObjectName("siteMenu")
        fill_menu(menu, self.desk, self._flows, chosen, lambda: self._plans.add(chosen))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(place))


def _fits(site: SiteView, word: str) -> bool:
    if word == "attention":
        return site.status in ATTENTION
    if word == "paused":
        return paused_until(site.reasons) is not None
    return word == "all" or site.status == word
