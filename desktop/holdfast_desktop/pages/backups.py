"""Backups: every restore point, by backup or by file; search over all backups of all sites."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QMenu, QSizePolicy, QSplitter, QStackedWidget, QWidget

from holdfast.app import FoundFile
from holdfast.app import Page as RowsPage
from holdfast.errors import HoldfastError, as_failure
from holdfast.records import Backup
from holdfast_desktop.pages.backup_list import BackupList
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.file_source import likely_fix
from holdfast_desktop.pages.find_view import FindView
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.page import Page
from holdfast_desktop.pages.remote_panel import BackupPanel
from holdfast_desktop.theme.controls import button, column
from holdfast_desktop.widgets.header import Chips, search_field
from holdfast_desktop.widgets.late import Late
from holdfast_desktop.widgets.tool_row import ToolRow
from holdfast_desktop.wording.services import can, is_service
from holdfast_desktop.wording.tr import tr, tr_n

SEARCH_AFTER_MS = 250
OLD_SECONDS = 900.0
"""What was seen longer ago is shown with its age."""
FRESH_SECONDS = 60.0
"""So long the backups that a site told are taken as they were."""


class BackupsPage(Page):
    def __init__(self, desk: Desk, flows: Flows) -> None:
        super().__init__(desk, "backups")
        self._asked = 0
        self._flows = flows
        self._sites = QComboBox()
        self._sites.setObjectName("backupsSite")
        self._sites.setAccessibleName(tr("Site"))
        self._sites.setAccessibleDescription(tr("Site"))  # on Linux the name of a combo box is its choice
        self._sites.setMinimumWidth(152)
        self._sites.setMaximumWidth(240)
        self._sites.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sites.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
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
        self.list.again_wanted.connect(lambda: self._load(fresh=True))
        self._panel = BackupPanel(desk, flows)
        self.list.current_changed.connect(lambda backup: self._panel.show_backup(backup, desk.is_service(self.site())))
        self._found = Late(self._make_found)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._by_backup())
        self._stack.addWidget(self._found)
        self.build(tr("Backups"), self._stack, [self._field], self.list.restore_button)
        desk.refreshed.connect(self._sites_known)
        desk.backups_changed.connect(lambda _: self._load(fresh=None) if any(is_service(s.system) for s in desk.sites()) else self._load())

    def _make_found(self) -> FindView:
        found = FindView(self.desk, self._flows)
        found.cleared.connect(self._field.clear)
        found.again_wanted.connect(self._find)
        return found

    def _by_backup(self) -> QWidget:
        newest = button("backupsNewest", tr("Download newest"), "plain", "download")
        newest.setProperty("menu", "true")
        self._newest = QMenu(self)
        self._newest.setObjectName("backupsNewestMenu")
        self._newest.aboutToShow.connect(self._fill_newest)
        newest.setMenu(self._newest)
        self._filters = ToolRow(self._how, None, newest, folding=(newest,))
        self._filters.insert(0, self._sites, 4)
        left = QWidget()
        left.setLayout(column(self._filters, self.list, gap=8, margins=(24, 16, 16, 16)))
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self._panel)
        split.setStretchFactor(0, 1)
        split.setSizes([650, 300])
        split.setHandleWidth(1)
        return split

    def _fill_newest(self) -> None:
        """One click: of the chosen site, of all, and what the sites made since last time."""
        self._newest.clear()
        site = self.site()
        chosen = self._newest.addAction(tr("Of {site}", site=site) if site else tr("Of one site: choose it first"))
        chosen.setEnabled(bool(site) and (not self.desk.is_service(site) or can(self.desk.offers(site), "download")))
        chosen.triggered.connect(lambda _checked=False: self._flows.download_newest([site]))
        self._newest.addAction(tr("Of all sites")).triggered.connect(lambda _checked=False: self._flows.newest_of_all())
        services = [s.name for s in self.desk.sites() if is_service(s.system) and can(s.offers, "download") and site in {"", s.name}]
        fetch = self._newest.addAction(tr("Fetch into your storage what sites made since last time"))
        fetch.setEnabled(bool(services) and bool(self.desk.storages()))
        fetch.triggered.connect(lambda _checked=False: self._flows.fetch(services))

    def site(self) -> str:
        """The chosen site; empty = all."""
        return str(self._sites.currentData() or "")

    def choose_site(self, name: str) -> None:
        self._sites.setCurrentIndex(max(0, self._sites.findData(name)))

    def catch_up(self) -> None:
        self._sites_known()

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

        def got(answer: tuple[Sequence[Backup], str]) -> None:
            if asked == self._asked:
                self.list.show_rows(site, *answer, as_of=self._as_of(site))

        def failed(error: Exception) -> None:
            if asked == self._asked:
                words = self.desk.words_of(as_failure(error), site)
                way = likely_fix(words)
                self.list.states.say("circle-alert", words.title, words.body, way.action, way.label, "error")

        self.list.states.loading() if not self.list.selected() else None
        self.desk.tasks.start(self._rows_of(site, fresh), got, failed)

    def _as_of(self, site: str) -> datetime | None:
        """When the oldest of the storages that are shown was looked into, where that was a while ago: the catalogue answers offline too."""
        known = self.desk.site(site)
        names = {known.storage} if known is not None else {s.name for s in self.desk.storages()}
        seen = [s.synced_at for s in self.desk.storages() if s.name in names and s.synced_at is not None]
        oldest = min(seen, default=None)
        return oldest if oldest is not None and (self.desk.now() - oldest).total_seconds() > OLD_SECONDS else None

    async def _rows_of(self, site: str, fresh: bool | None) -> tuple[Sequence[Backup], str]:
        """The backups of one site, or of all storages and all sites with a service; with a note on what could not be asked."""
        services = [s.name for s in self.desk.sites() if is_service(s.system) and site in {"", s.name}]
        rows: list[Backup] = []
        if not site:
            places = [f"@{s.name}" for s in self.desk.storages()]
        else:
            places = [] if site in services else [site]
        for place in places:
            page: RowsPage[Backup] = await self.desk.app.backups.list(place, refresh=fresh)
            rows += [one for one in page.items if one.site not in services]  # copies of theirs come with the site
        told = await asyncio.gather(*(self._of_service(name, fresh) for name in services), return_exceptions=True)
        silent: list[str] = []
        notes: list[str] = []
        for name, answer in zip(services, told, strict=True):
            if isinstance(answer, BaseException):
                if site or not isinstance(answer, HoldfastError):
                    raise answer
                silent.append(name)
            elif answer is not None:
                rows += answer.items
                notes += [answer.note] if answer.note else []
        if silent:
            some = ", ".join(silent[:3]) + (" …" if len(silent) > 3 else "")
            notes.append(tr_n("{n} site could not be asked: {names}", "{n} sites could not be asked: {names}", len(silent), names=some))
        return rows, " · ".join(dict.fromkeys(notes))

    async def _of_service(self, name: str, fresh: bool | None) -> RowsPage[Backup] | None:
        """What the site told last, or asked now; None: not known, and not to be asked."""
        seen = self.desk.seen(name, None if fresh is False else FRESH_SECONDS)
        if (seen is not None and not fresh) or fresh is False:
            return seen
        return await self.desk.ask_site(name)

    # by file

    def _switch(self, how: str) -> None:
        by_file = how == "file"
        self._field.setPlaceholderText(tr("Search a file in all backups") if by_file else tr("Filter backups"))
        self._field.setAccessibleName(self._field.placeholderText())
        target = self._found.now().filters if by_file else self._filters
        target.insert(0, self._sites, 4)
        target.insert(1, self._how)
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
            self._found.now().show_nothing_asked()
            return
        self._asked += 1
        asked = self._asked

        def got(rows: Sequence[FoundFile]) -> None:
            if asked == self._asked:
                self._found.now().show_rows(pattern, rows)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                words = self.desk.words_of(as_failure(error), site)
                way = likely_fix(words)
                self._found.now().fail(words.title, words.body, way.action, way.label)

        self._found.now().loading()
        self.desk.tasks.start(self.desk.app.backups.find(pattern, site=site or None), got, failed)
