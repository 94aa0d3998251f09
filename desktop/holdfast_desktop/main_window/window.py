"""The main window: puts pages, sidebar, notice and drawer together, and knows where the user is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from holdfast_desktop.dialogs.go_to import GoTo
from holdfast_desktop.main_window.at_hand import sites_at_hand
from holdfast_desktop.main_window.deeds import Deeds
from holdfast_desktop.main_window.go_entries import goals_of, search_settings
from holdfast_desktop.main_window.job_feed import JobFeed
from holdfast_desktop.main_window.lazy_pages import LazyPages, makers, settings_page, sites_page
from holdfast_desktop.main_window.leaving import ask_about_jobs
from holdfast_desktop.main_window.places import Place, Trail
from holdfast_desktop.main_window.remembered import WindowMemory
from holdfast_desktop.main_window.sidebar import Sidebar
from holdfast_desktop.models.live_jobs import LiveJob
from holdfast_desktop.pages.bulk import SUBJECT as BULK
from holdfast_desktop.pages.bulk import Bulk
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.page import Page
from holdfast_desktop.pages.pausing import add_pausing
from holdfast_desktop.widgets.announcing import announce_end, announce_trouble
from holdfast_desktop.widgets.job_drawer import JobDrawer
from holdfast_desktop.widgets.notice import NoticeBar
from holdfast_desktop.wording.errors import ErrorWords
from holdfast_desktop.wording.tr import tr

SIZE = QSize(1180, 760)
SMALLEST = QSize(900, 600)
COLLAPSE_BELOW = 1040
"""Narrower windows show the sidebar as icons only."""


class MainWindow(QMainWindow):
    """`leaving` when the user wants to quit; `closed` when the window was closed (it hides or minimises, the program goes on)."""

    leaving = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, memory: WindowMemory | None = None) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Holdfast")
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        self.desk = desk
        self.flows = Flows(desk, self)
        self.bulk = Bulk(desk, self, self._open_drawer)
        self._stack = QStackedWidget()
        self.pages = LazyPages(makers(desk, self.flows), self._stack, self._page_made)
        self._autostart: tuple[Callable[[], bool], Callable[[bool], None]] | None = None
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
        self._jobs = JobFeed(self)
        self.notice = NoticeBar()
        self._notice_details = self._notice_subject = ""
        self._trail = Trail()
        self._known_place = Place("overview")
        self._memory = memory or WindowMemory(None)
        self._folded = self._memory.folded()
        self._lay_out()
        self._connect()
        self._shortcuts()
        self.deeds = Deeds(self)
        self._memory.restore(self)
        first = self._memory.page()
        self._show_place(Place(first if first in self.pages else "overview"))

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
        self.drawer.acted.connect(self._jobs.act)
        self.notice.acted.connect(self.act)
        self.notice.details_wanted.connect(self._show_notice_details)
        desk.jobs_moved.connect(self._jobs.show)
        desk.refreshed.connect(self._show_status)
        desk.said.connect(self._say)
        desk.site_wanted.connect(self.open_site)
        desk.page_wanted.connect(self.go)
        desk.action_wanted.connect(self.act)
        desk.job_ended.connect(self._announce_end)
        self.sidebar.fold_wanted.connect(self.fold_sidebar)
        self.flows.job_started.connect(self._open_drawer)

    def _shortcuts(self) -> None:
        keys: dict[str, Callable[[], object]] = {f"Ctrl+{n}": partial(self.go, name) for n, (name, _, _) in enumerate(self._titles, 1)}
        keys |= {
            "Ctrl+N": self.flows.add_site,
            "Ctrl+F": self._search,
            "F5": lambda: self.page().refresh(),
            "Ctrl+J": self.drawer.toggle,
            "Ctrl+B": lambda: self.desk.back_up(sites_at_hand(self.page(), to_back_up=True)),
            "Ctrl+Shift+B": self.bulk.back_up,
            "Ctrl+,": lambda: self.go("settings"),
            "Ctrl+K": self.go_to_anything,
            "Ctrl+P": self.pause_or_resume,
            "Alt+Left": self.back,
            "Alt+Right": self.forward,
            "Ctrl+W": self.close,
            "Ctrl+Q": self.leaving.emit,
            "Ctrl+.": self._jobs.cancel_focused,
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

    def place(self) -> Place:
        """Where the user is."""
        sites = sites_page(self.pages.made("sites"))
        open_site = sites.open_name() if sites is not None and self.page() is sites else ""
        return Place(self.page_name(), open_site)

    def go(self, name: str) -> None:
        """To a page as it was left; to the table of sites when a site is open already."""
        if name not in self.pages:
            return
        sites = sites_page(self.pages.made("sites"))
        left = sites.open_name() if name == "sites" and sites is not None and self.page() is not sites else ""
        self._move(Place(name, left))

    def open_site(self, name: str) -> None:
        self._move(Place("sites", name))

    def back(self) -> None:
        self._told_place()
        self._show_place(self._trail.back(self.place()))

    def forward(self) -> None:
        self._told_place()
        self._show_place(self._trail.forward(self.place()))

    def _move(self, there: Place) -> None:
        self._told_place()
        self._trail.leave(self.place(), there)
        self._show_place(there)

    def _told_place(self) -> None:
        """Pages open sites by themselves: that was a step, too."""
        here = self.place()
        if here != self._known_place:
            self._trail.leave(self._known_place, here)
            self._known_place = here

    def _show_place(self, there: Place | None) -> None:
        if there is None:
            return
        self._stack.setCurrentWidget(self.pages[there.page])
        self.sidebar.show_page(there.page)
        sites = sites_page(self.pages.made("sites"))
        if there.page == "sites" and sites is not None:
            sites.open_site(there.site) if there.site else sites.close_site()
        self.pages[there.page].shown()
        self._known_place = self.place()

    def go_to_anything(self) -> None:
        GoTo(goals_of(self, self._titles), self, partial(search_settings, self)).open()

    def _search(self) -> None:
        if self.page().search is not None:
            self.page().search.setFocus(Qt.FocusReason.ShortcutFocusReason)  # type: ignore[union-attr]  # asked one line above

    def pause_or_resume(self) -> None:
        """The choices of a pause; while one holds, its end."""
        menu = QMenu(self)
        menu.setObjectName("pauseKeys")
        add_pausing(menu, self.desk)
        choices = menu.findChild(QMenu, "pauseMenu")
        if not isinstance(choices, QMenu):
            menu.actions()[0].trigger()
            menu.deleteLater()
            return
        choices.aboutToHide.connect(menu.deleteLater)
        choices.popup(self.mapToGlobal(self.rect().center()))
        choices.setActiveAction(choices.actions()[0])

    def fold_sidebar(self) -> None:
        """Icons only, or icons with words, as the user wants it."""
        self._folded = not self._folded
        self._fit_sidebar()

    def _fit_sidebar(self) -> None:
        self.sidebar.collapse(self._folded or self.width() < COLLAPSE_BELOW)

    def selected_site(self) -> str:
        """The site that the user is at, on whichever page."""
        return next(iter(sites_at_hand(self.page())), "")

    # what is asked for

    def act(self, action: str, subject: str) -> None:
        """Do what a fix button says for `subject` (a site, or @storage)."""
        self.deeds.act(action, subject)

    # what is shown

    def _announce_end(self, job: LiveJob) -> None:
        announce_end(self, job)

    def _show_status(self) -> None:
        status = self.desk.status
        if status is not None:
            self.sidebar.show_attention(len({subject for subject, _ in status.attention if not subject.startswith("@")}))
        self._jobs.show()

    def _say(self, words: ErrorWords, subject: str, details: str) -> None:
        self._notice_details, self._notice_subject = details, subject
        self.notice.say(words, subject, bool(details))
        announce_trouble(self, words)

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
        """The home is open: pages may ask the door. What the desk knows by now is shown."""
        self.desk.remember_today()
        self._show_status()
        self.page().shown()

    def offer_autostart(self, is_on: Callable[[], bool], turn: Callable[[bool], None]) -> None:
        self._autostart = (is_on, turn)
        page = self.pages.made("settings")
        if page is not None:
            self._page_made("settings", page)

    def _page_made(self, name: str, page: Page) -> None:
        settings = settings_page(page)
        if self._autostart is not None and settings is not None:
            settings.offer_autostart(*self._autostart)

    # closing

    def explain_minimising(self) -> None:
        """Said once, where there is no tray: closing cannot hide."""
        self.desk.say(
            tr("Holdfast keeps running"), tr("There is no tray here, so the window is only minimised. Quit with Ctrl+Q."), "running"
        )

    def ask_about_jobs(self, stop: Callable[[], object], finish: Callable[[], object], stay: Callable[[], object] = lambda: None) -> None:
        """Quit was asked for while jobs run."""
        ask_about_jobs(self, self.running(), stop, finish, stay)

    # Qt's side

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no control wanted. Lists have Ctrl+R, Ctrl+D and Del of their own."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self._close_panel()
        elif ctrl and event.key() == Qt.Key.Key_R:
            self.deeds.restore(self.selected_site())
        elif ctrl and event.key() == Qt.Key.Key_D:
            self.go("backups")
        else:
            super().keyPressEvent(event)

    def _close_panel(self) -> None:
        """The notice, then the drawer, then the open site; never a job."""
        if self.notice.isVisible():
            self.notice.hide()
        elif self.drawer.is_open():
            self.drawer.open(False)
        elif self.place().site:
            self.go("sites")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._memory.keep(self, self.page_name(), self._folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sidebar()
        self.drawer.fit()
