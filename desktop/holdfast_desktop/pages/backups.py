"""Backups: every restore point, by backup or by file; search over all backups of all sites."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QWidget

from holdfast.app import FoundFile
from holdfast.app import Page as RowsPage
from holdfast.errors import as_failure
from holdfast.records import Backup
from holdfast_desktop.pages.backup_list import BackupList
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.find_view import FindView
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.page import Page
from holdfast_desktop.pages.remote_panel import BackupPanel
from holdfast_desktop.theme.controls import column, row
from holdfast_desktop.widgets.header import Chips, search_field
from holdfast_desktop.wording.errors import failure_words
from holdfast_desktop.wording.tr import tr

SEARCH_AFTER_MS = 250


class BackupsPage(Page):
    def __init__(self, desk: Desk, flows: Flows) -> None:
        super().__init__(desk, "backups")
        self._asked = 0
        self._sites = QComboBox()
        self._sites.setObjectName("backupsSite")
        self._sites.setAccessibleName(tr("Site"))
        self._sites.setFixedWidth(240)
        self._sites.currentIndexChanged.connect(lambda _: self._load())
        self._how = Chips("backupsHow", [("backup", tr("By backup")), ("file", tr("By file"))])
        self._how.chosen.connect(self._switch)
        self._field = search_field("fileSearch", tr("Filter backups"))
        self._field.setFixedWidth(240)
        self._field.textChanged.connect(self._typed)
        self.search = self._field
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._find)
        self.list = BackupList(desk, flows, with_site=True)
        self._panel = BackupPanel(desk, flows)
        self.list.current_changed.connect(lambda backup: self._panel.show_backup(backup, desk.is_service(self.site())))
        self.found = FindView(desk, flows)
        self.found.cleared.connect(self._field.clear)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._by_backup())
        self._stack.addWidget(self.found)
        self.build(tr("Backups"), self._stack, [self._field], self.list.restore_button)
        desk.refreshed.connect(self._sites_known)
        desk.backups_changed.connect(lambda _: self._load())

    def _by_backup(self) -> QWidget:
        self._filters = row(self._sites, 4, self._how, None, gap=8)
        left = QWidget()
        left.setLayout(column(self._filters, self.list, gap=8, margins=(24, 16, 16, 16)))
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self._panel)
        split.setStretchFactor(0, 1)
        split.setSizes([620, 340])
        split.setHandleWidth(1)
        return split

    def site(self) -> str:
        """The chosen site; empty = all."""
        return str(self._sites.currentData() or "")

    def choose_site(self, name: str) -> None:
        self._sites.setCurrentIndex(max(0, self._sites.findData(name)))

    def shown(self) -> None:
        self._load()
        self._load(fresh=None)

    def refresh(self) -> None:
        super().refresh()
        self._load(fresh=True)

    def _sites_known(self) -> None:
        names = sorted((s.name for s in self.desk.sites()), key=str.casefold)
        known = [self._sites.itemData(n) for n in range(1, self._sites.count())]
        if names == known and self._sites.count():
            return
        before = self.site()
        self._sites.blockSignals(True)
        self._sites.clear()
        self._sites.addItem(tr("All sites"), "")
        for name in names:
            self._sites.addItem(name, name)
        self._sites.setCurrentIndex(max(0, self._sites.findData(before)))
        self._sites.blockSignals(False)
        if self.isVisible():
            self._load()

    def _load(self, fresh: bool | None = False) -> None:
        """The backups of the chosen site, or of all. `fresh`: see `refresh` of the door; what is remembered is always shown first."""
        if not self.isVisible():
            return
        self._asked += fresh is not None
        asked, site = self._asked, self.site()

        async def ask() -> Sequence[Backup]:
            places = [site] if site else [f"@{s.name}" for s in self.desk.storages()]
            rows: list[Backup] = []
            for place in places:
                page: RowsPage[Backup] = await self.desk.app.backups.list(place, refresh=fresh)
                rows += page.items
            return rows

        def got(rows: Sequence[Backup]) -> None:
            if asked == self._asked:
                self.list.show_rows(site, rows)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                words = failure_words(as_failure(error), site)
                fix = words.fixes[0] if words.fixes else None
                self.list.states.say("circle-alert", words.title, words.body, fix.action if fix else "", fix.label if fix else "", "error")

        self.list.states.loading() if not self.list.selected() else None
        self.desk.tasks.start(ask(), got, failed)

    # by file

    def _switch(self, how: str) -> None:
        by_file = how == "file"
        self._field.setPlaceholderText(tr("Search a file in all backups") if by_file else tr("Filter backups"))
        self._field.setAccessibleName(self._field.placeholderText())
        target = self.found.filters if by_file else self._filters
        target.insertWidget(0, self._sites)
        target.insertWidget(2, self._how)
        self._stack.setCurrentIndex(1 if by_file else 0)
        self.list.restore_button.setVisible(not by_file)
        self._field.setFixedWidth(360 if by_file else 240)
        self._typed()
        if by_file:
            self._field.setFocus()

    def _typed(self) -> None:
        if self._stack.currentIndex() == 0:
            self.list.filter(self._field.text())
        else:
            self._timer.start()

    def _find(self) -> None:
        pattern, site = self._field.text().strip(), self.site()
        if len(pattern) < 2:
            self.found.show_nothing_asked()
            return
        self._asked += 1
        asked = self._asked

        def got(rows: Sequence[FoundFile]) -> None:
            if asked == self._asked:
                self.found.show_rows(pattern, rows)

        self.found.loading()
        self.desk.tasks.start(self.desk.app.backups.find(pattern, site=site or None), got)
