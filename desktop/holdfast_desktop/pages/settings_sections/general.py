"""General: how the program behaves on this desktop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QWidget

from holdfast_desktop.event_loop import in_thread
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.settings_sections.rows import Fields, Section, cards, plain
from holdfast_desktop.theme.controls import button
from holdfast_desktop.wording.tr import tr


class General:
    def __init__(self, desk: Desk, fields: Fields) -> None:
        self._desk = desk
        self._autostart = QCheckBox()
        self._autostart.setObjectName("settingsAutostart")
        self._autostart.setEnabled(False)
        self._start = plain(
            tr("Start with the session, in the tray"),
            tr("Schedules need Holdfast to run. No window opens; the shield appears."),
            self._autostart,
        )
        self._demo = button("settingsDemo", tr("Make a sample site"), icon="globe", clicked=self._make_sample)
        self.sections = (
            Section(
                tr("This desktop"),
                self._start,
                fields.switch("show_tray", "settingsTray", tr("Show the shield in the tray"), tr("From the next start on.")),
                fields.switch(
                    "close_to_tray",
                    "settingsCloseToTray",
                    tr("Closing the window keeps Holdfast running"),
                    tr("Ctrl+Q quits. Without a tray the window is only minimised."),
                ),
            ),
            Section(
                tr("Care"),
                fields.switch(
                    "safety_backup",
                    "settingsSafety",
                    tr("Safety backup before a live site is restored"),
                    tr("So that a restore can be undone. It can be left out each time."),
                ),
                fields.switch(
                    "onboarding_done",
                    "settingsFirstSteps",
                    tr("First steps on the overview"),
                    tr("First good backup, recovery kit saved, first drill passed."),
                    inverted=True,
                ),
                plain(tr("Try it out"), tr("A small made-up site with a storage of its own, to back up, break and restore."), self._demo),
            ),
        )

    def page(self) -> QWidget:
        return cards(*self.sections)

    def offer_autostart(self, is_on: Callable[[], bool], turn: Callable[[bool], None]) -> None:
        """Starting with the session, as whoever builds the window can do it on this system. Both are called in a thread."""

        def show(on: bool) -> None:
            self._autostart.setChecked(on)
            self._autostart.setEnabled(True)
            self._autostart.toggled.connect(changed)

        def changed(wanted: bool) -> None:
            self._start.complain("")
            self._desk.tasks.start(in_thread(turn, wanted), None, failed)

        def failed(error: Exception) -> None:
            self._start.complain(tr("That was not possible: {reason}", reason=str(error)))

        self._desk.do(in_thread(is_on), show)

    def _make_sample(self) -> None:
        from holdfast.app import demo

        self._demo.setEnabled(False)

        def made(site: object) -> None:
            self._demo.setEnabled(True)
            self._desk.changed("")
            self._desk.site_wanted.emit(demo.SITE)

        def failed(error: Exception) -> None:
            self._demo.setEnabled(True)
            self._desk.failed(error)

        self._desk.tasks.start(demo.prepare(self._desk.app, self._desk.app.folder / "demo"), made, failed)
