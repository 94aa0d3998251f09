"""The tray: one icon that answers "are all my sites safe?", a tooltip, and a menu.

Shapes tell the state, colour only adds: shield (idle), arrows (running, filled in steps of ten percent), bars (paused), hourglass
(waiting); a badge for the worst open status. Drawn anew at most once a second and only when something changed.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from holdfast_desktop.models.live_jobs import LiveJob
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.pausing import add_pausing
from holdfast_desktop.pages.retrying import retrying_of
from holdfast_desktop.theme.icons import draw_icon
from holdfast_desktop.wording.jobs import verb_words
from holdfast_desktop.wording.services import can
from holdfast_desktop.wording.states import TrayWords, tray_words, verdict_words
from holdfast_desktop.wording.times import coming
from holdfast_desktop.wording.tr import tr
from holdfast_desktop.wording.waiting import pause_words

if TYPE_CHECKING:
    from holdfast.app import SiteView

BLUE, GREEN, RED, AMBER, WHITE = "#3B73D9", "#2F9E63", "#D6352B", "#E39A12", "#FFFFFF"
"""The same on light and dark panels: each is legible on both."""
GLYPHS = {"shield": "shield-check", "arrows": "refresh-cw", "bars": "pause", "hourglass": "hourglass"}
REDRAW_MS = 1000
JOBS_SHOWN, RECENT_SHOWN = 3, 5
OPEN_AT_MOST = 60.0
"""Seconds after which a menu counts as closed although nobody said so."""


class Tray(QObject):
    toggled = Signal()
    opened = Signal()
    page_wanted = Signal(str)
    jobs_wanted = Signal()
    """The window with its jobs."""
    balloon_clicked = Signal()
    leaving = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[TrayWords, int] | None = None
        self._built: tuple[object, ...] | None = None
        self._opened_at: float | None = None
        self._waiting = False
        """There is news for the menu, which is open."""
        self._menu = QMenu()
        self._menu.setObjectName("trayMenu")
        self._menu.aboutToShow.connect(self._menu_opened)
        self._menu.aboutToHide.connect(self._menu_closed)
        self._icon = self._make_icon()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REDRAW_MS)
        self._timer.timeout.connect(self.refresh)
        desk.refreshed.connect(self._soon)
        desk.jobs_moved.connect(self._soon)
        self.refresh()

    def _make_icon(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self)
        icon.setObjectName("tray")
        icon.setContextMenu(self._menu)  # always set: some desktops show no icon without one
        icon.activated.connect(self._activated)
        icon.messageClicked.connect(self.balloon_clicked)
        return icon

    def show(self) -> None:
        self._icon.show()

    def show_anew(self) -> None:
        """The desktop has a place for icons that it had not when this one was made."""
        old, self._icon = self._icon, self._make_icon()
        self._icon.setIcon(old.icon())
        self._icon.setToolTip(old.toolTip())
        old.hide()
        old.deleteLater()
        self._icon.show()

    def tell(self, title: str, text: str) -> None:
        """A balloon, where the system shows notices no other way."""
        self._icon.showMessage(title, text, self._icon.icon())

    def close(self) -> None:
        self._icon.hide()

    def is_there(self) -> bool:
        """Is there a place where the icon is seen?"""
        return QSystemTrayIcon.isSystemTrayAvailable() and self._icon.isVisible()

    def menu(self) -> QMenu:
        return self._menu

    def tooltip(self) -> str:
        return self._icon.toolTip()

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        running = self._desk.live.running()
        percent = self._desk.live.percent()
        counts = Counter(str(s.status) for s in self._desk.sites())
        batch = self._desk.live.batch()
        words = tray_words(counts, len(running), percent, self._cause(), self._coming(), self._paused(), self._waits(), batch)
        words = replace(words, tooltip=self._with_retry(words.tooltip, running))
        step = round((percent or 0) / 10) * 10
        if self._shown != (words, step):
            self._shown = (words, step)
            self._icon.setIcon(tray_icon(words.glyph, words.badge, step))
            self._icon.setToolTip(words.tooltip)
        self._refresh_menu(running)

    def _with_retry(self, tooltip: str, running: list[LiveJob]) -> str:
        """While all that runs waits for another try, also when the first of them comes."""
        retries = [retrying_of(self._desk, job) for job in sorted(running, key=lambda job: job.again_at)]
        return " · ".join([tooltip, retries[0]]) if retries and all(retries) else tooltip

    def _cause(self) -> str:
        attention = self._desk.status.attention if self._desk.status else ()
        if not attention:
            return ""
        subject, reason = attention[0]
        return self._desk.reason_of(reason, subject).title

    def _coming(self) -> str:
        soonest = min((s.next_run_at for s in self._desk.sites() if s.next_run_at is not None), default=None)
        return "" if soonest is None else tr("next {when}", when=coming(soonest, self._desk.now()))

    def _paused(self) -> str:
        """The pause of all sites, in words."""
        until, now = self._desk.pauses.get(""), self._desk.now()
        return pause_words(until, now) if until is not None and until > now else ""

    def _waits(self) -> bool:
        return bool(self._desk.status and self._desk.status.waiting)

    # the menu

    def _refresh_menu(self, running: list[LiveJob]) -> None:
        """Texts are exchanged in place; built anew only when there are other entries, and never under the user's hand."""
        if self._is_open():
            self._waiting = True
            return
        shape = self._shape(running)
        if shape != self._built:
            self._built = shape
            self._build(running)
        self._set(self._status_line, self._verdict(len(running)))
        for entry, job in zip(self._job_lines, running[:JOBS_SHOWN], strict=False):
            self._set(entry, job_words(job, retrying_of(self._desk, job)))

    def _is_open(self) -> bool:
        """Hosts on the message bus show the menu themselves, and some never say that it was closed."""
        return self._menu.isVisible() or (self._opened_at is not None and time.monotonic() - self._opened_at < OPEN_AT_MOST)

    def _menu_opened(self) -> None:
        self._opened_at = time.monotonic()

    def _menu_closed(self) -> None:
        self._opened_at = None
        if self._waiting:
            self._waiting = False
            self._soon()

    def _shape(self, running: list[LiveJob]) -> tuple[object, ...]:
        """What the entries are, but for the texts that are exchanged in place."""
        sites = self._desk.sites()
        pauses = tuple(sorted(self._desk.pauses.items()))
        return (
            tuple(job.id for job in running[:JOBS_SHOWN]), tuple(s.name for s in self._recent()), len(sites), bool(self._needing()),
            tuple(s.name for s in self._downloadable()[:RECENT_SHOWN]), pauses, self._desk.now().date(),
        )  # fmt: skip

    @staticmethod
    def _set(entry: QAction, text: str) -> None:
        if entry.text() != text:
            entry.setText(text)

    def _verdict(self, running: int) -> str:
        counts = Counter(str(s.status) for s in self._desk.sites())
        status = self._desk.status.status if self._desk.status else "never"
        affected = {subject for subject, _ in self._desk.status.attention} if self._desk.status else set()
        return self._cause() if len(affected) == 1 else verdict_words(status, counts, running).title

    def _build(self, running: list[LiveJob]) -> None:
        menu = self._menu
        menu.clear()
        self._status_line = self._add(menu, "trayStatus", "", self._open_cause)
        self._job_lines = [self._add(menu, "trayJob", "", self.jobs_wanted.emit) for _ in running[:JOBS_SHOWN]]
        menu.addSeparator()
        self._add(menu, "trayOpen", tr("Open Holdfast"), self.opened.emit)
        self._fill_back_up(menu.addMenu(tr("Back up now")))
        self._fill_download(menu.addMenu(tr("Download newest")))
        if self._desk.sites():
            add_pausing(menu, self._desk)
        menu.addSeparator()
        self._add(menu, "traySettings", tr("Settings"), partial(self.page_wanted.emit, "settings"))
        self._add(menu, "trayQuit", tr("Quit"), self.leaving.emit)

    @staticmethod
    def _add(menu: QMenu, name: str, text: str, does: Callable[[], object]) -> QAction:
        entry = menu.addAction(text)
        entry.setObjectName(name)
        entry.triggered.connect(lambda _checked=False: does())
        return entry

    def _open_cause(self) -> None:
        """What the status line tells, on the page where it is."""
        attention = self._desk.status.attention if self._desk.status else ()
        subject = attention[0][0] if attention else ""
        if subject and not subject.startswith("@"):
            self.opened.emit()
            self._desk.site_wanted.emit(subject)
        elif subject:
            self.opened.emit()
            self._desk.action_wanted.emit("edit_storage", subject)
        else:
            self.page_wanted.emit("overview")

    def _needing(self) -> list[str]:
        return [s.name for s in self._desk.sites() if s.status in {"failed", "overdue", "never", "warning"}]

    def _recent(self) -> list[SiteView]:
        """The sites that were backed up last."""
        ordered = sorted(self._desk.sites(), key=lambda s: s.last_backup_at.timestamp() if s.last_backup_at else 0, reverse=True)
        return ordered[:RECENT_SHOWN]

    def _downloadable(self) -> list[SiteView]:
        return [
            s for s in self._desk.sites()
            if s.last_backup is not None and (not self._desk.is_service(s.name) or can(s.offers, "download"))
        ]  # fmt: skip

    def _fill_back_up(self, menu: QMenu) -> None:
        menu.setObjectName("trayBackUp")
        menu.setEnabled(bool(self._desk.sites()))
        self._add(menu, "trayBackUpAll", tr("All sites"), partial(self._desk.action_wanted.emit, "back_up_all", ""))
        needing = self._needing()
        some = self._add(menu, "trayBackUpNeeding", tr("Only sites needing attention"), lambda: self._desk.back_up(self._needing()))
        some.setEnabled(bool(needing))
        menu.addSeparator()
        for site in self._recent():
            self._add(menu, "trayBackUpOne", site.name, partial(self._desk.action_wanted.emit, "back_up", site.name))
        self._add(menu, "trayBackUpMore", tr("More…"), partial(self.page_wanted.emit, "sites"))

    def _fill_download(self, menu: QMenu) -> None:
        menu.setObjectName("trayDownload")
        able = self._downloadable()
        menu.setEnabled(bool(able))
        self._add(menu, "trayDownloadAll", tr("All sites"), partial(self._desk.action_wanted.emit, "download_all", ""))
        menu.addSeparator()
        for site in able[:RECENT_SHOWN]:
            self._add(menu, "trayDownloadOne", site.name, partial(self._desk.action_wanted.emit, "download_newest", site.name))
        self._add(menu, "trayDownloadMore", tr("More…"), partial(self.page_wanted.emit, "backups"))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.toggled.emit()


def job_words(job: LiveJob, retrying: str = "") -> str:
    """``yoga-mitte.example · Backup · 42 %``; `retrying`: that something is tried again, and why."""
    percent = "" if job.percent is None else f"{job.percent:.0f} %"
    return " · ".join(part for part in (job.site, verb_words(job.verb), percent, retrying) if part)


def tray_icon(glyph: str, badge: str, percent: int = 0) -> QIcon:
    """The icon for a state, in the sizes that panels ask for."""
    icon = QIcon()
    for size in (16, 22, 24, 32, 44, 48, 64):
        icon.addPixmap(draw_tray(glyph, badge, percent, size))
    return icon


def draw_tray(glyph: str, badge: str, percent: int, size: int) -> QPixmap:
    """One picture of `size` pixels."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(0, 0, size, size)
    colour = {"shield": GREEN if not badge else BLUE, "arrows": BLUE, "bars": "#7B8698", "hourglass": AMBER}[glyph]
    draw_icon(painter, GLYPHS[glyph], colour, whole.adjusted(0, 0, 0, 0))
    if glyph == "arrows" and percent:
        _fill(painter, size, percent)
    if badge:
        _badge(painter, size, badge)
    painter.end()
    return picture


def _fill(painter: QPainter, size: int, percent: int) -> None:
    """A disc inside the arrows that fills from below."""
    inner = QRectF(size * 0.34, size * 0.34, size * 0.32, size * 0.32)
    painter.save()
    painter.setClipRect(QRectF(inner.left(), inner.bottom() - inner.height() * percent / 100, inner.width(), inner.height()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(BLUE))
    painter.drawEllipse(inner)
    painter.restore()


def _badge(painter: QPainter, size: int, badge: str) -> None:
    """A disc at the lower right with a cross (error) or an exclamation mark (warning)."""
    disc = QRectF(size * 0.46, size * 0.46, size * 0.54, size * 0.54)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(RED if badge == "error" else AMBER))
    painter.drawEllipse(disc)
    painter.setPen(QColor(WHITE))
    font = QFont()
    font.setPixelSize(max(6, round(size * 0.42)))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "×" if badge == "error" else "!")
