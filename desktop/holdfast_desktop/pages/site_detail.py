"""One site: its backups, what is in them, what ran."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QTabWidget, QVBoxLayout, QWidget

from holdfast.app import Page, SiteView
from holdfast.errors import as_failure
from holdfast.records import Backup, Job
from holdfast_desktop.pages.access_tab import AccessTab
from holdfast_desktop.pages.backup_list import BackupList
from holdfast_desktop.pages.contents_tab import ContentsTab
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.pausing import add_pausing
from holdfast_desktop.pages.remote_panel import BackupPanel
from holdfast_desktop.pages.run_list import RunList
from holdfast_desktop.pages.run_rows import runs_of
from holdfast_desktop.pages.schedule_tab import ScheduleTab
from holdfast_desktop.pages.service_tab import ServiceTab
from holdfast_desktop.pages.site_findings import SiteFindings
from holdfast_desktop.pages.site_menu import add_commands, commands
from holdfast_desktop.pages.site_outlook import SiteOutlook
from holdfast_desktop.theme.controls import IconLabel, button, column, icon_button, row, set_tone
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.widgets.elided import ElidedLabel
from holdfast_desktop.widgets.late import Late
from holdfast_desktop.widgets.split_button import SplitButton
from holdfast_desktop.wording.errors import own_words
from holdfast_desktop.wording.services import can, choice_words, is_service, system_label, why_not_words
from holdfast_desktop.wording.states import status_look
from holdfast_desktop.wording.times import relative
from holdfast_desktop.wording.tr import tr

FRESH_SECONDS = 60.0
"""So long the backups that a site told are taken as they were."""


class SiteDetail(QWidget):
    left = Signal()

    def __init__(self, desk: Desk, flows: Flows) -> None:
        super().__init__()
        self._desk, self._flows = desk, flows
        self._name = ""
        self._asked = 0
        self._list = BackupList(desk, flows, with_site=False, primary_restore=False)
        self._panel = BackupPanel(desk, flows)
        self._list.current_changed.connect(lambda backup: self._panel.show_backup(backup, desk.is_service(self._name)))
        self._contents = Late(lambda: ContentsTab(desk), self._fill_contents)
        self._service = Late(lambda: ServiceTab(desk), lambda tab: tab.show_site(self._service_site()))
        self._access = Late(lambda: AccessTab(desk, flows), lambda tab: tab.show_site(self._service_site()))
        self._schedule = Late(lambda: ScheduleTab(desk), lambda tab: tab.show_site(self._name))
        self._runs = Late(self._make_runs)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("siteTabs")
        self._tabs.setDocumentMode(True)
        backups = Late(self._backups_tab)
        self._tabs.addTab(backups, tr("Backups"))
        self._tabs.addTab(self._service, tr("Service"))
        self._tabs.addTab(self._access, tr("Access"))
        self._tabs.addTab(self._schedule, tr("Schedule"))
        self._tabs.addTab(self._contents, tr("Contents"))
        self._tabs.addTab(self._runs, tr("Activity"))
        self._tabs.currentChanged.connect(lambda _: self._tab_changed())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._header())
        self._outlook = SiteOutlook(desk)
        box.addWidget(self._outlook)
        self._findings = SiteFindings(desk)
        box.addWidget(self._findings)
        tabs = QWidget()
        tabs.setLayout(column(self._tabs, margins=(24, 8, 0, 0)))
        box.addWidget(tabs, 1)
        backups.now()  # last: each parent that is given to all this styles it anew
        desk.refreshed.connect(self._show)
        desk.backups_changed.connect(lambda of: self.load() if of in {"", self._name} else None)

    def site(self) -> str:
        return self._name

    # parts

    def _header(self) -> QFrame:
        head = QFrame()
        head.setObjectName("pageHeader")
        head.setFixedHeight(84)
        back = icon_button("siteBack", "arrow-left", tr("Back to all sites"), self.left.emit)
        self._title = ElidedLabel(role="title", name="siteTitle", least=120)
        self._glyph = IconLabel("circle-check")
        self._status = ElidedLabel(name="siteStatus", least=100)
        more = button("siteMore", tr("More"), "plain")
        more.setProperty("menu", "true")
        self._more = QMenu(self)
        self._more.setObjectName("siteMoreMenu")
        self._more.aboutToShow.connect(self._fill_more)
        more.setMenu(self._more)
        others = tr("Other ways to back it up")
        now = SplitButton("siteBackUpNow", tr("Back up now"), "database-backup", self.back_up, "siteBackUpHow", others, self._fill_kinds)
        texts = column(self._title, row(self._glyph, self._status, None, gap=6), gap=2)
        box = row(back, 4, texts, more, now, gap=8, margins=(16, 8, 24, 8))
        box.setStretch(2, 1)
        head.setLayout(box)
        return head

    def back_up(self) -> None:
        self._flows.back_up(self._name)

    def _fill_kinds(self, menu: QMenu) -> None:
        """The kinds of backup that this site knows."""
        offers = self._desk.offers(self._name)
        kinds = [(str(word), choice_words(str(word))) for word in offers.get("types") or ()]
        if not self._desk.is_service(self._name):
            kinds = [
                ("incremental", tr("Everything, only changes read")), ("full", tr("Everything, every file read anew")),
                ("database", tr("Only the database")), ("files", tr("Only the files")),
            ]  # fmt: skip
        for kind, text in kinds:
            entry = menu.addAction(text)
            entry.setObjectName(f"backUp{kind.capitalize()}")
            entry.triggered.connect(lambda _checked=False, chosen=kind: self._flows.back_up(self._name, chosen))
        menu.addSeparator()
        if offers:
            entry = menu.addAction(tr("With options…"))
            entry.triggered.connect(lambda: self._flows.back_up_with_options(self._name))
        else:
            entry = menu.addAction(tr("With a label…"))
            entry.triggered.connect(lambda: self._flows.back_up_with_label(self._name))
        entry.setObjectName("backUpWith")

    def _fill_more(self) -> None:
        menu, service, offers = self._more, self._desk.is_service(self._name), self._desk.offers(self._name)
        fetchable = not service or can(offers, "download")
        why = why_not_words(offers, "download") if service else ""
        held = self._desk.site(self._name)
        takes_archives = held is not None and bool(held.storage)
        items: list[tuple[str, str, str, bool, str, Callable[[], object]]] = [
            (
                "siteDownload",
                "download",
                tr("Download the newest backup"),
                fetchable,
                why,
                lambda: self._flows.download_newest([self._name]),
            ),
        ]
        if service:
            fetch = tr("Fetch what the site made since last time")
            items += [
                ("siteFetch", "hard-drive", fetch, fetchable, why, lambda: self._flows.fetch([self._name])),
                ("siteTest", "key-round", tr("Test the sign-in"), True, "", self.test_access),
            ]
        else:
            drill = tr("Drill: restore the newest to a scratch place")
            items += [
                ("siteDrill", "flask-conical", drill, True, "", lambda: self._flows.drill(self._name)),
                ("siteRule", "calendar-clock", tr("How long backups stay…"), True, "", lambda: self._flows.retention(self._name)),
            ]
        where = "" if takes_archives else tr("Its backups are not kept in a storage of Holdfast.")
        items += [
            ("siteImport", "archive", tr("Import archives…"), takes_archives, where, lambda: self._flows.import_archives(self._name)),
            ("siteDuplicate", "copy", tr("Duplicate…"), True, "", lambda: self._flows.duplicate_site(self._name)),
            ("siteRename", "pencil", tr("Rename…"), True, "", lambda: self._flows.rename_site(self._name)),
            ("siteRemove", "trash-2", tr("Remove…"), True, "", lambda: self._flows.remove_site(self._name)),
        ]
        menu.clear()
        menu.setToolTipsVisible(True)
        add_pausing(menu, self._desk, self._name)
        menu.addSeparator()
        for name, icon, text, enabled, tip, action in items:
            item = menu.addAction(theme().icon(icon), text)
            item.setObjectName(name)
            item.setEnabled(enabled)
            item.setToolTip(tip)
            item.triggered.connect(lambda _checked=False, do=action: do())
        menu.addSeparator()
        add_commands(menu, self._desk, commands(self._name))

    def test_access(self) -> None:
        """Try the stored sign-in, where its answer is shown."""
        self._tabs.setCurrentWidget(self._access)
        self._access.now().test()

    def show_schedule(self) -> None:
        self._tabs.setCurrentWidget(self._schedule)

    def show_access(self) -> None:
        self._tabs.setCurrentWidget(self._access)

    def _backups_tab(self) -> QWidget:
        left = QWidget()
        left.setLayout(column(self._list, gap=8, margins=(0, 12, 16, 16)))
        self._list.tool_row.lead(self._list.restore_button)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(left)
        split.addWidget(self._panel)
        split.setStretchFactor(0, 1)
        split.setSizes([620, 340])
        return split

    def _make_runs(self) -> RunList:
        runs = RunList(self._desk)
        runs.layout().setContentsMargins(0, 12, 24, 16)  # type: ignore[union-attr]  # a list makes its layout itself
        runs.acted.connect(lambda action: self.show_schedule() if action == "schedules" else self.load())
        return runs

    def _service_site(self) -> SiteView | None:
        """The site, when it has a service of its own."""
        return self._desk.site(self._name) if self._desk.is_service(self._name) else None

    def _fill_contents(self, tab: ContentsTab) -> None:
        site = self._desk.site(self._name)
        if site is not None and _holds_files(site):
            tab.show_site(site)

    # what is shown

    def show_site(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self._tabs.setCurrentIndex(0)
            self._list.show_rows(name, [])
            self._list.states.loading()
        self._show()
        self.load()
        if not self._desk.is_service(name):
            self.load(fresh=None)

    def _show(self) -> None:
        site = self._desk.site(self._name)
        if site is None:
            if self._name and self._desk.status is not None:
                self._name = ""
                self.left.emit()
            return
        look = status_look(site.status)
        self._title.set_text(site.name)
        self._glyph.set(look.icon, look.severity)
        age = relative(site.last_backup_at, self._desk.now())
        words = look.word if site.last_backup_at is None else f"{look.word} · " + tr("last backup {when}", when=age)
        if site.reasons and site.status in {"failed", "warning", "locked", "overdue"}:
            words = own_words(site.reasons[0], site.name, site.storage)
        self._status.set_text(f"{words} · {system_label(site.system)}" if is_service(site.system) else words)
        set_tone(self._status, look.severity)
        service = is_service(site.system)
        for tab, wanted in ((self._contents, _holds_files(site)), (self._service, service), (self._access, service)):
            self._tabs.setTabVisible(self._tabs.indexOf(tab), wanted)
        self._outlook.show_site(site)
        self._findings.show_site(site)
        for late in (self._schedule, self._service, self._access, self._contents):
            late.fill()

    def _tab_changed(self) -> None:
        current = self._tabs.currentWidget()
        if isinstance(current, Late):
            current.now()
        if current is self._service:
            self._service.now().shown()
        elif current is self._schedule:
            self._schedule.now().load()
        elif current is self._contents:
            self._contents.now().load()
        else:
            self.load()

    def load(self, fresh: bool | None = False) -> None:
        """Ask for the backups and runs of this site. `fresh`: see `refresh` of the door; what is remembered is always shown first."""
        if not self._name or not self.isVisible():
            return
        service = self._desk.is_service(self._name)
        if self._tabs.currentWidget() is self._contents:
            self._contents.now().load()
        self._asked += fresh is not None or service
        asked, name = self._asked, self._name

        def got(page: Page[Backup]) -> None:
            if asked == self._asked:
                self._list.show_rows(name, page.items, page.note)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                words = self._desk.words_of(as_failure(error), name)
                fix = words.fixes[0] if words.fixes else None
                self._list.states.say("circle-alert", words.title, words.body, fix.action if fix else "", fix.label if fix else "", "error")

        def ran(rows: Sequence[Job]) -> None:
            if asked == self._asked:
                self._runs.now().show_rows(rows)

        if service:
            self._load_service(name, bool(fresh), got, failed)
        else:
            self._desk.tasks.start(self._desk.app.backups.list(name, refresh=fresh), got, failed)
        if self._runs.made() is not None:
            self._desk.tasks.start(runs_of(self._desk, name), ran)

    def _load_service(self, name: str, anew: bool, got: Callable[[Page[Backup]], None], failed: Callable[[Exception], None]) -> None:
        """What the site told last is shown at once; it is asked again when that is old, or the user wants it."""
        seen = self._desk.seen(name)
        if seen is not None:
            got(seen)
        if anew or self._desk.seen(name, FRESH_SECONDS) is None:
            if seen is None:
                self._list.states.loading()
            self._desk.tasks.start(self._desk.ask_site(name), got, failed if seen is None else self._desk.failed)


def _holds_files(site: SiteView) -> bool:
    """Whether backups of this site are in a storage of ours, or come there."""
    return not is_service(site.system) or bool(site.storage)
