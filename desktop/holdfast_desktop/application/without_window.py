"""What stands in for the window until somebody needs it: a program that only sits in the tray goes without one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from holdfast_desktop.models.live_jobs import LiveJob
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.widgets.announcing import announce_end, announce_trouble
from holdfast_desktop.wording.errors import ErrorWords

if TYPE_CHECKING:
    from holdfast_desktop.main_window import MainWindow


class WithoutWindow(QObject):
    """Hears what the desk asks of the window. What can only be done there makes it by `window`; what is told is said aloud by `speaker`,
    and the last of it is kept for the window."""

    def __init__(self, desk: Desk, speaker: QObject, window: Callable[[], MainWindow]) -> None:
        super().__init__(desk)
        self._desk, self._speaker, self._window = desk, speaker, window
        self._told: tuple[ErrorWords, str, str] | None = None
        self._over = False
        desk.action_wanted.connect(self._act)
        desk.bulk_wanted.connect(self._act_on_many)
        desk.site_wanted.connect(self._open_site)
        desk.page_wanted.connect(self._go)
        desk.said.connect(self._hear)
        desk.job_ended.connect(self._announce)

    def give_way(self) -> None:
        """The window is made and hears for itself from now on."""
        self._over = True
        if self._told is not None:
            self._desk.said.emit(*self._told)

    # A connection that is made while a signal is on its way does not get it: the new window is told by a call.

    def _act(self, action: str, subject: str) -> None:
        if not self._over:
            self._window().act(action, subject)

    def _act_on_many(self, what: str, sites: Sequence[str] | None) -> None:
        if not self._over:
            self._window().bulk.begin(what, sites)

    def _open_site(self, site: str) -> None:
        if not self._over:
            self._window().open_site(site)

    def _go(self, page: str) -> None:
        if not self._over:
            self._window().go(page)

    def _hear(self, words: ErrorWords, subject: str, details: str) -> None:
        if not self._over:
            self._told = (words, subject, details)
            announce_trouble(self._speaker, words)

    def _announce(self, job: LiveJob) -> None:
        if not self._over:
            announce_end(self._speaker, job)
