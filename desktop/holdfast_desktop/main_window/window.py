"""The main window: puts the pages together, words the jobs for the drawer, and does what fixes ask for."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from holdfast_desktop.dialogs.sheet import Question
from holdfast_desktop.main_window.job_words import WAITS, ended_line, idle_words, running_line, title_of, waiting_line
from holdfast_desktop.main_window.sidebar import Sidebar
from holdfast_desktop.models.live_jobs import LiveJob
from holdfast_desktop.pages.activity import ActivityPage
from holdfast_desktop.pages.backups import BackupsPage
from holdfast_desktop.pages.bulk import SUBJECT as BULK
from holdfast_desktop.pages.bulk import Bulk
from holdfast_desktop.pages.confirming import confirm_findings
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.overview import OverviewPage
from holdfast_desktop.pages.page import Page
from holdfast_desktop.pages.settings import SettingsPage
from holdfast_desktop.pages.sites import SitesPage
from holdfast_desktop.pages.storage import StoragePage
from holdfast_desktop.widgets.job_drawer import JobDrawer
from holdfast_desktop.widgets.notice import NoticeBar
from holdfast_desktop.wording.errors import ErrorWords
from holdfast_desktop.wording.tr import tr, tr_n

SIZE = QSize(1180, 760)
SMALLEST = QSize(900, 600)
COLLAPSE_BELOW = 1040
"""Narrower windows show the sidebar as icons only."""


class MainWindow(QMainWindow):
    """`leaving` when the user wants to quit; `closed` when the window was closed (it hides or minimises, the program goes on)."""

    leaving = Signal()
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Holdfast")
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        self.desk = desk
        self.flows = Flows(desk, self)
        self.bulk = Bulk(desk, self, self._open_drawer)
        self.pages: dict[str, Page] = {
            "overview": OverviewPage(desk),
            "sites": SitesPage(desk, self.flows),
            "backups": BackupsPage(desk, self.flows),
            "activity": ActivityPage(desk),
            "storage": StoragePage(desk, self.flows),
            "settings": SettingsPage(desk),
        }
        self._titles = [
            ("overview", "layout-dashboard", tr("Overview")),
            ("sites", "globe", tr("Sites")),
            ("backups", "archive", tr("Backups")),
            ("activity", "activity", tr("Activity")),
            ("storage", "hard-drive", tr("Storage")),
            ("settings", "settings", tr("Settings")),
        ]
        self.sidebar = Sidebar(self._titles)
        self.drawer = JobDrawer()
        self.notice = NoticeBar()
        self._notice_details = self._notice_subject = ""
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
        self._history: list[str] = []
        self._lay_out()
        self._connect()
        self._shortcuts()
        self.go("overview")

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self.notice)
        right.addWidget(self.drawer)
        whole = QWidget()
        box = QHBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.sidebar)
        box.addLayout(right, 1)
        whole.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCentralWidget(whole)
        whole.setFocus()

    def _connect(self) -> None:
        desk = self.desk
        self.sidebar.chosen.connect(self.go)
        self.drawer.cancelled.connect(desk.cancel)
        self.drawer.acted.connect(self._job_action)
        self.notice.acted.connect(self.act)
        self.notice.details_wanted.connect(self._show_notice_details)
        desk.jobs_moved.connect(self._show_jobs)
        desk.refreshed.connect(self._show_status)
        desk.said.connect(self._say)
        desk.site_wanted.connect(self.open_site)
        desk.page_wanted.connect(self.go)
        desk.action_wanted.connect(self.act)
        self.flows.job_started.connect(self._open_drawer)

    def _shortcuts(self) -> None:
        keys: dict[str, Callable[[], object]] = {f"Ctrl+{n}": partial(self.go, name) for n, (name, _, _) in enumerate(self._titles, 1)}
        keys |= {
            "Ctrl+N": self.flows.add_site,
            "Ctrl+F": self._search,
            "F5": lambda: self.page().refresh(),
            "Ctrl+J": self.drawer.toggle,
            "Ctrl+B": self._back_up_selected,
            "Ctrl+Shift+B": self.bulk.back_up,
            "Ctrl+,": lambda: self.go("settings"),
            "Alt+Left": self.back,
            "Ctrl+W": self.close,
            "Ctrl+Q": self.leaving.emit,
            "Ctrl+.": self._cancel_first,
            "Ctrl+/": self.flows.show_shortcuts,
            "F1": self.flows.show_shortcuts,
        }
        for key, action in keys.items():
            QShortcut(QKeySequence(key), self, activated=action)  # type: ignore[call-overload]  # the stubs leave out keyword signals

    # going places

    def page(self) -> Page:
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else self.pages["overview"]

    def page_name(self) -> str:
        return str(self.page().property("pageName"))

    def go(self, name: str) -> None:
        if name not in self.pages:
            return
        if name != self.page_name() or not self._history:
            self._history.append(name)
        self._stack.setCurrentWidget(self.pages[name])
        self.sidebar.show_page(name)
        self.pages[name].shown()

    def back(self) -> None:
        sites = self.pages["sites"]
        if self.page() is sites and isinstance(sites, SitesPage) and sites.close_site():
            return
        if len(self._history) > 1:
            self._history.pop()
            self.go(self._history.pop())

    def open_site(self, name: str) -> None:
        self.go("sites")
        sites = self.pages["sites"]
        if isinstance(sites, SitesPage):
            sites.open_site(name)

    def _search(self) -> None:
        if self.page().search is not None:
            self.page().search.setFocus(Qt.FocusReason.ShortcutFocusReason)  # type: ignore[union-attr]  # asked one line above

    def _back_up_selected(self) -> None:
        sites = self.pages["sites"]
        backups = self.pages["backups"]
        if self.page() is sites and isinstance(sites, SitesPage):
            self.desk.back_up(sites.selected())
        elif self.page() is backups and isinstance(backups, BackupsPage) and backups.site():
            self.desk.back_up([backups.site()])

    def _cancel_first(self) -> None:
        running = self.desk.live.running()
        if running:
            self.desk.cancel(running[0].id)

    # what fixes ask for

    def act(self, action: str, subject: str) -> None:
        """Do what a fix button says for `subject` (a site, or @storage)."""
        site, storage = ("", subject[1:]) if subject.startswith("@") else (subject, "")
        held = self.desk.site(site)
        place = storage or (held.storage if held else "") or (site if self.desk.storage(site) else "")
        doing: dict[str, Callable[[], object]] = {
            "add_site": self.flows.add_site,
            "add_storage": self.flows.add_storage,
            "back_up": lambda: self.desk.back_up([site]),
            "back_up_all": self.bulk.back_up,
            "download_all": self.bulk.download,
            "download_newest": lambda: self.flows.download_newest([site]),
            "retry_failed": self.bulk.retry,
            "restore": lambda: self._restore(site),
            "recovery_kit": lambda: self.flows.recovery_kit(place),
            "resume": lambda: self.desk.back_up([site]),
            "retry": lambda: self.desk.back_up([site]) if held else self.page().refresh(),
            "unlock": self.desk.unlock,
            "show_activity": lambda: self._show_activity(site),
            "show_files": lambda: self._show_activity(site),
            "edit_site": lambda: self.open_site(site),
            "edit_storage": lambda: self._show_storage(place),
            "free_space": lambda: self.flows.free_space(place),
            "passphrase": lambda: self.flows.enter_passphrase(place),
            "remove_lock": lambda: self.flows.remove_lock(place),
            "check": lambda: self.flows.check(place),
            "repair": lambda: self.flows.repair(place),
            "drill": lambda: self.flows.drill(site),
            "choose_folder": lambda: self.go("backups"),
            "sign_in": lambda: self._show_access(site),
            "confirm": lambda: confirm_findings(self.desk, self, site),
            "test_site": lambda: self._show_access(site, test=True),
            "watch": lambda: self.desk.do_job(self.desk.app.backups.watch(site), subject=site),
        }
        if action in doing:
            doing[action]()

    def _restore(self, site: str) -> None:
        """Its newest backup."""
        known = self.desk.site(site)
        if known is not None and known.last_backup is not None:
            self.flows.restore(site, known.last_backup.id)
        else:
            self.desk.say(tr("There is nothing to restore yet"), tr("{site} has no completed backup.", site=site), "warning")

    def _show_activity(self, site: str) -> None:
        page = self.pages["activity"]
        self.go("activity")
        if isinstance(page, ActivityPage):
            page.show_site(site)

    def _show_access(self, site: str, test: bool = False) -> None:
        """How Holdfast signs in to a site; with `test` it is tried at once."""
        sites = self.pages["sites"]
        self.open_site(site)
        if isinstance(sites, SitesPage):
            sites.detail.test_access() if test else sites.detail.show_access()

    def _show_storage(self, name: str) -> None:
        page = self.pages["storage"]
        self.go("storage")
        if isinstance(page, StoragePage):
            page.choose(name)

    def _job_action(self, action: str, job_id: str) -> None:
        job = self.desk.live.get(job_id)
        if action == "begin":
            return self.desk.back_up([job_id.removeprefix(WAITS)])
        if action == "back_up_all":
            return self.act(action, "")
        if job is None:
            return
        if action == "log":
            return self.desk.do(self.desk.app.jobs.log(job.id), partial(self._show_log, title_of(job)), job.site)
        if action == "resume":
            return self.desk.back_up([job.site])
        if action == "show_in_folder":
            self.flows.show_in_folder(str(job.result.get("path") or job.result.get("target") or ""))
        elif action == "show_backups":
            self.open_site(job.site)
        else:
            self._show_activity(job.site)

    def _show_log(self, title: str, text: str) -> None:
        self.flows.show_details(text or tr("This job has written no log."), title)

    # what is shown

    def _show_status(self) -> None:
        status = self.desk.status
        if status is not None:
            self.sidebar.show_attention(len({subject for subject, _ in status.attention if not subject.startswith("@")}))
        self._show_jobs()

    def _show_jobs(self) -> None:
        now = time.monotonic()
        running = [running_line(job, now) for job in self.desk.live.running()]
        waiting = self.desk.status.waiting if self.desk.status else ()
        running += [waiting_line(site, reason, self.desk.now()) for site, reason in waiting]
        ended = [ended_line(job, self.desk.is_service(job.site), now) for job in self.desk.live.finished(earlier=True)]
        self.drawer.show_lines(running, ended, idle_words(self.desk.sites(), self.desk.now()))

    def _say(self, words: ErrorWords, subject: str, details: str) -> None:
        self._notice_details, self._notice_subject = details, subject
        self.notice.say(words, subject, bool(details))

    def _show_notice_details(self) -> None:
        if self._notice_subject == BULK:
            self.bulk.show_result()
        else:
            self.flows.show_details(self._notice_details)

    def _open_drawer(self) -> None:
        self.drawer.open(True)

    def running(self) -> list[LiveJob]:
        return self.desk.live.running()

    def begin(self) -> None:
        """The home is open: pages may ask the door."""
        self.desk.remember_today()
        self.page().shown()

    def offer_autostart(self, is_on: Callable[[], bool], turn: Callable[[bool], None]) -> None:
        page = self.pages["settings"]
        if isinstance(page, SettingsPage):
            page.offer_autostart(is_on, turn)

    # closing

    def explain_minimising(self) -> None:
        """Said once, where there is no tray: closing cannot hide."""
        self.desk.say(
            tr("Holdfast keeps running"), tr("There is no tray here, so the window is only minimised. Quit with Ctrl+Q."), "running"
        )

    def ask_about_jobs(self, stop: Callable[[], object], finish: Callable[[], object]) -> None:
        """Quit was asked for while jobs run."""
        running = len(self.running())
        dialog = Question(
            tr_n("{n} job is still running", "{n} jobs are still running", running),
            tr("What is stored already is kept and used by the next run."),
            [("stop", tr("Stop safely and quit"), "plain"), ("finish", tr("Finish first, then quit"), "primary")],
            self,
            cancel=tr("Stay"),
            name="quitDialog",
        )
        dialog.accepted.connect(lambda: (stop if dialog.chosen == "stop" else finish)())
        dialog.open()

    # Qt's side

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.collapse(self.width() < COLLAPSE_BELOW)
        self.drawer.fit()
