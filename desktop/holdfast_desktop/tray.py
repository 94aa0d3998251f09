"""The tray: one icon that answers "are all my sites safe?", a tooltip, and a menu.

Shapes tell the state, colour only adds: shield (idle), arrows (running, filled in steps of ten percent), bars (paused), hourglass
(waiting); a badge for the worst open status. Drawn anew at most once a second and only when something changed.
"""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from holdfast_desktop.models.live_jobs import LiveJob
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.pausing import add_pausing
from holdfast_desktop.theme.icons import draw_icon
from holdfast_desktop.wording.errors import reason_words
from holdfast_desktop.wording.jobs import verb_words
from holdfast_desktop.wording.states import TrayWords, tray_words, verdict_words
from holdfast_desktop.wording.times import coming
from holdfast_desktop.wording.tr import tr
from holdfast_desktop.wording.waiting import pause_words

BLUE, GREEN, RED, AMBER, WHITE = "#3B73D9", "#2F9E63", "#D6352B", "#E39A12", "#FFFFFF"
"""The same on light and dark panels: each is legible on both."""
GLYPHS = {"shield": "shield-check", "arrows": "refresh-cw", "bars": "pause", "hourglass": "hourglass"}
REDRAW_MS = 1000
JOBS_SHOWN, RECENT_SHOWN = 3, 5


class Tray(QObject):
    toggled = Signal()
    opened = Signal()
    page_wanted = Signal(str)
    leaving = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[TrayWords, int] | None = None
        self._menu = QMenu()
        self._menu.setObjectName("trayMenu")
        self._icon = QSystemTrayIcon()
        self._icon.setObjectName("tray")
        self._icon.setContextMenu(self._menu)  # always set: some desktops show no icon without one
        self._icon.activated.connect(self._activated)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REDRAW_MS)
        self._timer.timeout.connect(self.refresh)
        desk.refreshed.connect(self._soon)
        desk.jobs_moved.connect(self._soon)
        self.refresh()

    def show(self) -> None:
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
        words = tray_words(counts, len(running), percent, self._cause(), self._coming(), self._paused(), self._waits())
        step = round((percent or 0) / 10) * 10
        if self._shown != (words, step):
            self._shown = (words, step)
            self._icon.setIcon(tray_icon(words.glyph, words.badge, step))
            self._icon.setToolTip(words.tooltip)
        self._fill_menu(running)

    def _cause(self) -> str:
        attention = self._desk.status.attention if self._desk.status else ()
        if not attention:
            return ""
        subject, reason = attention[0]
        return reason_words(reason, subject.lstrip("@")).title

    def _coming(self) -> str:
        soonest = min((s.next_run_at for s in self._desk.sites() if s.next_run_at is not None), default=None)
        return "" if soonest is None else tr("next {when}", when=coming(soonest, self._desk.now()))

    def _paused(self) -> str:
        """The pause of all sites, in words."""
        until, now = self._desk.pauses.get(""), self._desk.now()
        return pause_words(until, now) if until is not None and until > now else ""

    def _waits(self) -> bool:
        return bool(self._desk.status and self._desk.status.waiting)

    def _fill_menu(self, running: list[LiveJob]) -> None:
        menu = self._menu
        if menu.isVisible():
            return
        menu.clear()
        sites = self._desk.sites()
        counts = Counter(str(s.status) for s in sites)
        status = self._desk.status.status if self._desk.status else "never"
        menu.addAction(verdict_words(status, counts, len(running)).title).triggered.connect(partial(self.page_wanted.emit, "overview"))
        for job in running[:JOBS_SHOWN]:
            percent = "" if job.percent is None else f" · {job.percent:.0f} %"
            text = f"{job.site} · {verb_words(job.verb)}{percent}" if job.site else f"{verb_words(job.verb)}{percent}"
            menu.addAction(text).triggered.connect(self.opened)
        menu.addSeparator()
        menu.addAction(tr("Open Holdfast")).triggered.connect(self.opened)
        self._fill_back_up(menu.addMenu(tr("Back up now")))
        if sites:
            add_pausing(menu, self._desk)
        menu.addSeparator()
        menu.addAction(tr("Settings")).triggered.connect(partial(self.page_wanted.emit, "settings"))
        menu.addAction(tr("Quit")).triggered.connect(self.leaving)

    def _fill_back_up(self, menu: QMenu) -> None:
        menu.setObjectName("trayBackUp")
        sites = self._desk.sites()
        menu.setEnabled(bool(sites))
        everything = menu.addAction(tr("All sites"))
        everything.triggered.connect(partial(self._desk.action_wanted.emit, "back_up_all", ""))
        needing = [s.name for s in sites if s.status in {"failed", "overdue", "never", "warning"}]
        some = menu.addAction(tr("Only sites needing attention"))
        some.setEnabled(bool(needing))
        some.triggered.connect(lambda: self._desk.back_up(needing))
        menu.addSeparator()
        recent = sorted(sites, key=lambda s: s.last_backup_at.timestamp() if s.last_backup_at else 0, reverse=True)
        for site in recent[:RECENT_SHOWN]:
            menu.addAction(site.name).triggered.connect(partial(self._back_up_one, site.name))
        menu.addAction(tr("More…")).triggered.connect(partial(self.page_wanted.emit, "sites"))

    def _back_up_one(self, site: str) -> None:
        self._desk.back_up([site])

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.toggled.emit()


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
