"""The job drawer at the bottom: a strip that says what runs, and when opened every job of this session."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from holdfast_desktop.theme.controls import IconLabel, button, column, icon_button, label, line, row, set_icon
from holdfast_desktop.widgets.bar import Bar
from holdfast_desktop.widgets.elided import ElidedLabel
from holdfast_desktop.widgets.job_row import EndedLine, EndedRow, JobLine, JobRow
from holdfast_desktop.wording.tr import tr, tr_n

STRIP = 40
SHOWN = 12
"""Rows; how many more wait is said in words."""
ENDED_SHOWN = 20


class JobDrawer(QFrame):
    """Told lines, at most four times a second; reports `cancelled(id)` and `acted(action, id)`. What ended a while ago today is folded
    behind one line."""

    cancelled = Signal(str)
    acted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("jobDrawer")
        self._glyph = IconLabel("activity")
        self._summary = ElidedLabel(name="jobSummary")
        self._bar = Bar("jobSummaryBar")
        self._bar.setFixedWidth(180)
        self._toggle = icon_button("jobDrawerToggle", "chevron-up", tr("Show jobs"), self.toggle)
        self._strip = QWidget()
        self._strip.setObjectName("jobStrip")
        strip = row(self._glyph, self._summary, self._bar, self._toggle, gap=10, margins=(16, 0, 8, 0))
        strip.setStretch(1, 1)
        self._strip.setLayout(strip)
        self._strip.setFixedHeight(STRIP)
        self._strip.installEventFilter(self)
        self._rows: dict[str, JobRow] = {}
        self._ended: list[EndedLine] = []
        self._unfolded = False
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
        self._fresh_box = QVBoxLayout()
        self._fresh_box.setSpacing(0)
        self._fold = button("jobsEndedTitle", tr("Finished today"), "ghost", "chevron-right", self._toggle_fold)
        self._fold_row = QWidget()
        self._fold_row.setLayout(row(self._fold, None, margins=(10, 4, 0, 0)))
        self._ended_box = QVBoxLayout()
        self._ended_box.setSpacing(0)
        self._none = label(tr("Nothing has run today."), tone="secondary", name="jobsNone")
        self._none_fix = button("jobsNoneFix", tr("Back up all"), "link", clicked=lambda: self.acted.emit("back_up_all", ""))
        self._none_row = QWidget()
        self._none_row.setLayout(row(self._none, self._none_fix, None, margins=(18, 12, 0, 12)))
        box = column(line(), self._running_box, self._more, self._fresh_box, self._fold_row, self._ended_box, self._none_row, None, gap=0)
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

    def _toggle_fold(self) -> None:
        self._unfolded = not self._unfolded
        lines, self._ended = self._ended, []
        self._show_ended(lines)
        self.fit()

    def focused_job(self) -> str:
        """The running job whose row has the focus; else the only one that runs; else empty."""
        for job, row_of in self._rows.items():
            if row_of.hasFocus() or row_of.isAncestorOf(QApplication.focusWidget() or self.window()):
                return job
        return next(iter(self._rows)) if len(self._rows) == 1 else ""

    def go_to_jobs(self) -> None:
        """The keyboard to the first job."""
        self.open(True)
        for made in self._rows.values():
            made.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return

    def show_lines(self, running: Sequence[JobLine], ended: Sequence[EndedLine], idle: str) -> None:
        """`idle`: what the strip says when nothing runs."""
        self._show_summary([line for line in running if not line.waits], idle)
        changed = self._show_running(running[:SHOWN])
        hidden = len(running) - SHOWN
        self._more.setText(tr_n("and {n} more waiting", "and {n} more waiting", hidden) if hidden > 0 else "")
        self._more.setVisible(hidden > 0)
        changed |= self._show_ended(ended)
        self._none_row.setVisible(not running and not ended)
        if changed:
            self.fit()

    def _show_summary(self, running: Sequence[JobLine], idle: str) -> None:
        known = [job.percent for job in running if job.percent is not None]
        self._bar.setVisible(bool(running))
        self._glyph.set("refresh-cw" if running else "circle-check", "running" if running else "")
        if not running:
            self._summary.set_text(idle or tr("Nothing running"))
            return
        percent = sum(known) / len(known) if known else None
        self._bar.set_percent(percent)
        words = running[0].title if len(running) == 1 else tr_n("{n} job running", "{n} jobs running", len(running))
        parts = [words, "" if percent is None else f"{percent:.0f} %", running[0].numbers if len(running) == 1 else ""]
        self._summary.set_text(" · ".join(part for part in parts if part))

    def _show_running(self, lines: Sequence[JobLine]) -> bool:
        wanted = [job.id for job in lines]
        changed = wanted != list(self._rows)
        for gone in [job for job in self._rows if job not in wanted]:
            old = self._rows.pop(gone)
            self._running_box.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        for job in lines:  # one that waited and now runs has another id, and so another row
            if job.id not in self._rows:
                made = JobRow(job.id)
                made.cancelled.connect(self.cancelled)
                made.acted.connect(self.acted)
                self._rows[job.id] = made
                self._running_box.addWidget(made)
            self._rows[job.id].show_line(job)
        if changed:  # what runs stands above what waits, however they came
            self._rows = {job: self._rows[job] for job in wanted}
            for place, made in enumerate(self._rows.values()):
                if self._running_box.indexOf(made) != place:
                    self._running_box.insertWidget(place, made)
        return changed

    def _show_ended(self, lines: Sequence[EndedLine]) -> bool:
        if list(lines) == self._ended:
            return False
        self._ended = list(lines)
        fresh, old = [one for one in lines if one.fresh], [one for one in lines if not one.fresh]
        self._fill(self._fresh_box, fresh[:ENDED_SHOWN])
        self._fill(self._ended_box, old[:ENDED_SHOWN] if self._unfolded else [])
        self._fold.setText(tr_n("Finished today ({n})", "Finished today ({n})", len(lines)))
        set_icon(self._fold, "chevron-down" if self._unfolded else "chevron-right")
        self._fold_row.setVisible(bool(old))
        return True

    def _fill(self, box: QVBoxLayout, lines: Sequence[EndedLine]) -> None:
        while (item := box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for ended in lines:
            made = EndedRow(ended)
            made.acted.connect(self.acted)
            box.addWidget(made)
