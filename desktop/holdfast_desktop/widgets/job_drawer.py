"""The job drawer at the bottom: a strip that says what runs, and when opened every job of this session."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from holdfast_desktop.theme.controls import IconLabel, column, icon_button, label, line, row, set_icon
from holdfast_desktop.widgets.bar import Bar
from holdfast_desktop.widgets.job_row import EndedLine, EndedRow, JobLine, JobRow
from holdfast_desktop.wording.tr import tr, tr_n

STRIP = 40
SHOWN = 12
"""Rows; how many more wait is said in words."""
ENDED_SHOWN = 20


class JobDrawer(QFrame):
    """Told lines, at most four times a second; reports `cancelled(id)` and `acted(action, id)`."""

    cancelled = Signal(str)
    acted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("jobDrawer")
        self._glyph = IconLabel("activity")
        self._summary = label(name="jobSummary")
        self._bar = Bar("jobSummaryBar")
        self._bar.setFixedWidth(180)
        self._toggle = icon_button("jobDrawerToggle", "chevron-up", tr("Show jobs"), self.toggle)
        self._strip = QWidget()
        self._strip.setObjectName("jobStrip")
        self._strip.setLayout(row(self._glyph, self._summary, None, self._bar, self._toggle, gap=10, margins=(16, 0, 8, 0)))
        self._strip.setFixedHeight(STRIP)
        self._strip.installEventFilter(self)
        self._rows: dict[str, JobRow] = {}
        self._ended: list[EndedLine] = []
        self._body = self._make_body()
        self.setLayout(column(self._strip, self._body, gap=0))
        self._opened = False
        self._body.hide()
        self.show_lines([], [], "")

    def _make_body(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("scrollBody")
        self._running_box = QVBoxLayout()
        self._running_box.setSpacing(0)
        self._more = label(tone="secondary", name="jobsMore")
        self._more.setContentsMargins(48, 4, 0, 4)
        self._ended_title = label(role="caption", name="jobsEndedTitle")
        self._ended_title.setContentsMargins(18, 10, 0, 4)
        self._ended_box = QVBoxLayout()
        self._ended_box.setSpacing(0)
        self._none = label(tr("Nothing has run in this session."), tone="secondary", name="jobsNone")
        self._none.setContentsMargins(18, 12, 0, 12)
        box = column(line(), self._running_box, self._more, self._ended_title, self._ended_box, self._none, None, gap=0)
        box.setContentsMargins(0, 0, 0, 8)
        inner.setLayout(box)
        area = QScrollArea()
        area.setObjectName("jobRows")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._strip and event.type() == QEvent.Type.MouseButtonRelease:
            self.toggle()
        return False

    def is_open(self) -> bool:
        return self._opened

    def toggle(self) -> None:
        self.open(not self._opened)

    def open(self, opened: bool) -> None:
        self._opened = opened
        set_icon(self._toggle, "chevron-down" if opened else "chevron-up")
        meaning = tr("Hide jobs") if opened else tr("Show jobs")
        self._toggle.setAccessibleName(meaning)
        self._toggle.setToolTip(meaning)
        self._body.setVisible(opened)
        self.fit()

    def fit(self) -> None:
        """As tall as the jobs need, at most 40 % of the window."""
        if not self._opened:
            self.setFixedHeight(STRIP)
            return
        inner = self._body.widget()
        window = self.window()
        most = max(160, round((window.height() if window is not self else 700) * 0.4))
        self.setFixedHeight(min(most, STRIP + max(inner.sizeHint().height() if inner else 0, 80)))

    def show_lines(self, running: Sequence[JobLine], ended: Sequence[EndedLine], idle: str) -> None:
        """`idle`: what the strip says when nothing runs."""
        self._show_summary(running, idle)
        changed = self._show_running(running[:SHOWN])
        hidden = len(running) - SHOWN
        self._more.setText(tr_n("and {n} more waiting", "and {n} more waiting", hidden) if hidden > 0 else "")
        self._more.setVisible(hidden > 0)
        changed |= self._show_ended(ended)
        self._none.setVisible(not running and not ended)
        if changed:
            self.fit()

    def _show_summary(self, running: Sequence[JobLine], idle: str) -> None:
        known = [job.percent for job in running if job.percent is not None]
        self._bar.setVisible(bool(running))
        self._glyph.set("refresh-cw" if running else "circle-check", "running" if running else "")
        if not running:
            self._summary.setText(idle or tr("Nothing running"))
            return
        percent = sum(known) / len(known) if known else None
        self._bar.set_percent(percent)
        words = running[0].title if len(running) == 1 else tr_n("{n} job running", "{n} jobs running", len(running))
        parts = [words, "" if percent is None else f"{percent:.0f} %", running[0].numbers if len(running) == 1 else ""]
        self._summary.setText(" · ".join(part for part in parts if part))

    def _show_running(self, lines: Sequence[JobLine]) -> bool:
        wanted = [job.id for job in lines]
        changed = wanted != list(self._rows)
        for gone in [job for job in self._rows if job not in wanted]:
            old = self._rows.pop(gone)
            self._running_box.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        for job in lines:
            if job.id not in self._rows:
                made = JobRow(job.id)
                made.cancelled.connect(self.cancelled)
                self._rows[job.id] = made
                self._running_box.addWidget(made)
            self._rows[job.id].show_line(job)
        return changed

    def _show_ended(self, lines: Sequence[EndedLine]) -> bool:
        if list(lines) == self._ended:
            return False
        self._ended = list(lines)
        while (item := self._ended_box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for ended in self._ended[:ENDED_SHOWN]:
            made = EndedRow(ended)
            made.acted.connect(self.acted)
            self._ended_box.addWidget(made)
        self._ended_title.setText(tr_n("Finished in this session ({n})", "Finished in this session ({n})", len(lines)))
        self._ended_title.setVisible(bool(lines))
        return True
