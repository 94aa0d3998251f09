"""The program from start to end: one instance, the window first, then the home, the tray, and an orderly way out.

A program that is started into the tray makes no window before somebody needs it: that is a good part of its weight.

Leaving: the menu, the keyboard, a signal or the end of the session set one event; `main` then ends its tasks and returns. Nothing
calls ``QApplication.quit``.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from holdfast_desktop.application.arguments import Arguments
from holdfast_desktop.application.instance import Instance, place_of
from holdfast_desktop.event_loop import run as run_loop
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.wording.sizes import use_binary_units
from holdfast_resources import app_icon

if TYPE_CHECKING:
    from holdfast.app import Holdfast
    from holdfast.state.settings import Settings
    from holdfast_desktop.application.passphrase import AskPassphrase
    from holdfast_desktop.application.schedules import HostedClock
    from holdfast_desktop.application.without_window import WithoutWindow
    from holdfast_desktop.main_window import MainWindow
    from holdfast_desktop.pages.desk import Desk
    from holdfast_desktop.tray import Tray


def run(arguments: Arguments) -> int:
    """The exit code of the program."""
    app = make_application(sys.argv[:1])
    instance = Instance(place_of(arguments.home))
    claim = instance.claim()
    if claim == "told":
        return 0
    theme().start(app, sheet=claim == "silent")
    if claim == "silent":
        if arguments.hidden:
            return 1
        from holdfast_desktop.application.refusal import say_it_runs

        return run_loop(app, say_it_runs())
    return run_loop(app, Program(app, arguments, instance).main())


def make_application(argv: list[str]) -> QApplication:
    """The QApplication with its names; numbers and dates by the system's locale (English where it has none)."""
    QApplication.setApplicationName("holdfast")
    QApplication.setApplicationDisplayName("Holdfast")
    QApplication.setDesktopFileName("holdfast-desktop")
    app = QApplication(argv)
    app.setWindowIcon(QIcon(app_icon()))  # where the desktop knows no icon by the name of the desktop file
    if QLocale().language() == QLocale.Language.C:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return app


FINISHED_FOR_MS = 1000
"""Nothing has run for this long: the jobs are done."""


class Program:
    """One run of the program."""

    desk: Desk

    def __init__(self, app: QApplication, arguments: Arguments, instance: Instance) -> None:
        self._app = app
        self._arguments = arguments
        self._instance = instance
        self._window: MainWindow | None = None
        self._stand_in: WithoutWindow | None = None
        """Until the window is made, where the program was started without."""
        self._ask: AskPassphrase | None = None
        self._is_open = False
        """The home is."""
        self._tray: Tray | None = None
        self._clock: HostedClock | None = None
        self._close_hides = True
        self._told_about_closing = False
        self._finishing: QTimer | None = None
        """Runs while the program waits for its jobs before it leaves."""
        self._quiet = False
        self._warm = False

    async def main(self) -> int:
        """Window (unless hidden), then home, then tray; returns when the user, a signal or the session wants to leave."""
        self._leaving = asyncio.Event()
        self._listen_for_the_end()
        door = self._make_desk()
        if self._arguments.hidden:
            from holdfast_desktop.application.without_window import WithoutWindow

            self._stand_in = WithoutWindow(self.desk, self._app, lambda: self.window)
            theme().dress()
        else:
            window = self.window
            theme().dress()
            window.show()
        await asyncio.sleep(0)  # the first paint comes before the disk
        try:
            await door.__aenter__()
        except Exception as error:
            return await self._cannot_open(error)
        try:
            await self._begin(door)
            await self._leaving.wait()
        finally:
            self._instance.stop_listening()
            self._hide_window()
            if self._tray is not None:
                self._tray.close()
            if self._clock is not None:
                await self._clock.close()
            await self.desk.close()
            await door.__aexit__(None, None, None)
            self._instance.close()
        return 0

    def _make_desk(self) -> Holdfast:
        from holdfast.app import Holdfast
        from holdfast_desktop.application.passphrase import AskPassphrase
        from holdfast_desktop.pages.desk import Desk
        from holdfast_desktop.wording.language import speak

        self._ask = AskPassphrase(asyncio.get_running_loop())
        door = Holdfast(self._arguments.home, ask_passphrase=self._ask)
        settings = door.settings.read_early()  # one small file, and nothing is shown yet
        speak(settings.language)
        theme().choose(settings.theme)
        self.desk = Desk(door)
        self._instance.called.connect(lambda _word: self.show_window())
        return door

    @property
    def window(self) -> MainWindow:
        """Made when it is first asked for."""
        if self._window is None:
            self._window = self._make_window()
            if self._is_open:
                self._begin_window(self._window)
            if self._stand_in is not None:
                self._stand_in.give_way()
        return self._window

    def _make_window(self) -> MainWindow:
        from holdfast_desktop.main_window import MainWindow
        from holdfast_desktop.main_window.remembered import WindowMemory

        window = MainWindow(self.desk, WindowMemory.usual(self._arguments.home))
        window.leaving.connect(self.ask_to_leave)
        window.closed.connect(self._closed)
        if self._ask is not None:
            self._ask.window = window
        return window

    def _begin_window(self, window: MainWindow) -> None:
        window.begin()
        if sys.platform == "linux":
            from holdfast_desktop import autostart

            window.offer_autostart(autostart.is_on, autostart.turn)

    def _hide_window(self) -> None:
        if self._window is not None:
            self._window.hide()

    async def _begin(self, door: Holdfast) -> None:
        settings = await door.settings.get()
        self._close_hides = settings.close_to_tray
        self.desk.settings_changed.connect(self._settings_changed)
        use_binary_units(settings.units == "KiB")
        self._is_open = True
        if self._window is not None:
            self._begin_window(self._window)
        if settings.show_tray or self._arguments.hidden:
            self._make_tray()
        self._follow_portal()
        from holdfast_desktop.application.taskbar import Taskbar
        from holdfast_desktop.notifications import Notifications

        self._taskbar = Taskbar(self.desk)
        balloon = self._tray.tell if self._tray is not None else None
        self._notifications = Notifications(self.desk, self._is_out_of_sight, balloon)
        self._notifications.show_wanted.connect(self.show_window)
        self.desk.tasks.start(door.telling.resume())
        self.desk.refresh()
        self.desk.resume()
        if self._arguments.schedules:
            from holdfast_desktop.application.schedules import HostedClock

            self._clock = HostedClock(door)
        if self._arguments.demo:
            self.desk.tasks.start(self._prepare_demo(door), lambda _: self.desk.changed(""))
        if not self._arguments.hidden:
            self._warm_up()

    def _is_out_of_sight(self) -> bool:
        return self._window is None or not self._window.isActiveWindow()

    def _warm_up(self) -> None:
        """Once somebody looks; a program that only sits in the tray stays small."""
        if not self._warm:
            from holdfast_desktop.application.warming import warm_up

            self._warm = True
            self.desk.tasks.start(warm_up())

    def _make_tray(self) -> None:
        from holdfast_desktop.application.tray_host import TrayHost
        from holdfast_desktop.tray import Tray

        self._tray_host = TrayHost()
        self._tray_host.start()
        self._tray = Tray(self.desk)
        self._tray_host.appeared.connect(self._tray.show_anew)
        self._tray.toggled.connect(self._toggle_window)
        self._tray.opened.connect(self.show_window)
        self._tray.page_wanted.connect(self._show_page)
        self._tray.jobs_wanted.connect(self._show_jobs)
        self._tray.balloon_clicked.connect(self.show_window)
        self._tray.leaving.connect(self.ask_to_leave)
        self._tray.show()

    def _follow_portal(self) -> None:
        from holdfast_desktop.application.portal import PortalScheme

        self._portal = PortalScheme(theme().system_is_dark, theme().system_is_strong)
        self._portal.start()

    async def _prepare_demo(self, door: Holdfast) -> None:
        from holdfast.app import demo
        from holdfast_desktop.event_loop import in_thread

        folder = door.folder / "demo"
        site = demo.site_folder(folder)
        if not await in_thread(site.exists):
            from holdfast.app import sample_site

            await in_thread(sample_site.make, site)
        await demo.prepare(door, folder)

    async def _cannot_open(self, error: Exception) -> int:
        """The home cannot be opened: say why, and leave when that was read."""
        from holdfast_desktop.application.refusal import Refusal
        from holdfast_desktop.event_loop import answered

        self._hide_window()
        asked, told = asyncio.ensure_future(answered(Refusal(error))), asyncio.ensure_future(self._leaving.wait())
        await asyncio.wait({asked, told}, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        told.cancel()
        await self.desk.close()
        self._instance.close()
        return 1

    # showing and leaving

    def show_window(self) -> None:
        self._show_it()
        if self._finishing is not None and self._finishing.isActive():
            from holdfast_desktop.wording.tr import tr

            self.desk.say(tr("Holdfast quits when its jobs are done"), tr("To stay, quit once more and choose “Stay”."), "running")

    def _show_it(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self._warm_up()

    def _toggle_window(self) -> None:
        if self.window.isVisible() and not self.window.isMinimized() and self.window.isActiveWindow():
            self.window.hide()
        else:
            self.show_window()

    def _show_page(self, page: str) -> None:
        self.show_window()
        self.window.go(page)

    def _settings_changed(self, settings: Settings) -> None:
        self._close_hides = settings.close_to_tray

    def _show_jobs(self) -> None:
        self.show_window()
        self.window.drawer.go_to_jobs()

    def _closed(self) -> None:
        """Close hides; where there is no tray to come back from it minimises; or it quits when the user set so."""
        if not self._close_hides:
            self.ask_to_leave()
        elif self._tray is not None and self._tray.is_there():
            self.window.hide()
        else:
            self.window.showMinimized()
            if not self._told_about_closing:
                self._told_about_closing = True
                self.window.explain_minimising()

    def ask_to_leave(self) -> None:
        """Quit; asks only when jobs run."""
        if not self.desk.live.running():
            self._leaving.set()
            return
        self._show_it()
        self.window.ask_about_jobs(stop=self._leaving.set, finish=self._leave_when_done, stay=self._stay)

    def _leave_when_done(self) -> None:
        """Out of sight until the last job ended; who asks to quit once more can still stay."""
        if self._finishing is None:
            self._finishing = QTimer(self.window)
            self._finishing.setInterval(FINISHED_FOR_MS)
            self._finishing.timeout.connect(self._leave_if_done)
        self._quiet = not self.desk.live.running()
        self._finishing.start()
        self.window.hide()

    def _leave_if_done(self) -> None:
        """Twice in a row nothing ran: what follows upon a job (a restore upon its safety backup) has begun by then."""
        running = bool(self.desk.live.running())
        if not running and self._quiet:
            self._leaving.set()
        self._quiet = not running

    def _stay(self) -> None:
        if self._finishing is not None:
            self._finishing.stop()

    def _listen_for_the_end(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            try:
                loop.add_signal_handler(number, self._leaving.set)
            except NotImplementedError:  # Windows: Ctrl+C and the session's end come as Qt events
                signal.signal(number, lambda *_: loop.call_soon_threadsafe(self._leaving.set))
        self._app.commitDataRequest.connect(lambda _session: self._leaving.set())
        self._heartbeat = QTimer()  # lets Python see signals while Qt waits
        self._heartbeat.start(500)
        self._heartbeat.timeout.connect(lambda: None)
