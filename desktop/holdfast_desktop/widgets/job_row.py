"""One job in the drawer: icon, site and operation, step, bar, numbers, details, cancel; and one that ended."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from holdfast_desktop.theme.controls import IconLabel, button, column, icon_button, label, row, set_tone
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.widgets.bar import Bar
from holdfast_desktop.widgets.elided import ElidedLabel
from holdfast_desktop.wording.tr import tr


@dataclass(frozen=True)
class JobLine:
    """A job that runs or waits, worded."""

    id: str
    icon: str
    title: str
    step: str
    percent: float | None
    numbers: str
    stopping: bool = False
    tone: str = "running"
    remains: str = ""
    """What stays when it is cancelled."""
    waits: bool = False
    """A run that is due and has not begun: it has no bar, and is begun now rather than cancelled."""


@dataclass(frozen=True)
class EndedLine:
    """A job that ended, worded. `action` and `action_label`: what its button does (show in folder, details)."""

    id: str
    icon: str
    severity: str
    title: str
    text: str
    action: str = ""
    action_label: str = ""
    fresh: bool = True
    """It ended a moment ago; later it folds away with the others of today."""


class _Focusable(QWidget):
    """A row that the keyboard can go to, with a ring when it is there."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme().tokens.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 3, -5, -3), 6, 6)


class JobRow(_Focusable):
    """`cancelled(id)` once the user asked; `acted(action, id)`: details or begin."""

    cancelled = Signal(str)
    acted = Signal(str, str)

    def __init__(self, job: str) -> None:
        super().__init__()
        self.setObjectName("jobRow")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.job = job
        self._glyph = IconLabel("activity", "running", 20)
        self._title = ElidedLabel(role="strong", name="jobTitle", least=220)
        self._step = ElidedLabel(tone="secondary", name="jobStep")
        self._percent = label(role="strong", name="jobPercent")
        self._numbers = ElidedLabel(tone="secondary", name="jobNumbers", least=120, end=False)  # the time left stands last
        self._bar = Bar("jobBar")
        self._begin = button("jobBegin", tr("Run now"), "link", clicked=lambda: self.acted.emit("begin", self.job))
        self._details = icon_button("jobDetails", "file-text", tr("Log of this job"), lambda: self.acted.emit("log", self.job))
        self._cancel = icon_button("jobCancel", "x", tr("Cancel this job"), lambda: self.cancelled.emit(self.job))
        self._begin.hide()
        top = row(self._title, self._step, self._numbers, self._percent, gap=10)
        top.setStretch(1, 1)
        texts = column(top, self._bar, gap=6)
        box = row(self._glyph, texts, self._begin, self._details, self._cancel, gap=8, margins=(16, 8, 10, 8))
        box.insertSpacing(1, 4)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.setFixedHeight(56)

    def show_line(self, line: JobLine) -> None:
        self._glyph.set(line.icon, line.tone)
        self._title.set_text(line.title)
        self._step.set_text(line.step)
        set_tone(self._step, line.tone if line.tone != "running" else "secondary")
        self._percent.setText("" if not line.percent else f"{line.percent:.0f} %")
        self._numbers.set_text(line.numbers)
        self._bar.set_percent(0.0 if line.waits else line.percent, line.tone)
        self._bar.setVisible(not line.waits)
        self._begin.setVisible(line.waits)
        self._details.setVisible(not line.waits)
        self._cancel.setVisible(not line.waits)
        self._cancel.setEnabled(not line.stopping)
        self._cancel.setToolTip("\n".join(part for part in (tr("Cancel this job"), line.remains) if part))
        self.setAccessibleName(line.title)
        self.setAccessibleDescription(" · ".join(part for part in (line.step, self._percent.text(), line.numbers) if part))


class EndedRow(_Focusable):
    """`acted(action, id)`"""

    acted = Signal(str, str)

    def __init__(self, line: EndedLine) -> None:
        super().__init__()
        self.setObjectName("jobEnded")
        result = ElidedLabel(tone=line.severity if line.severity in {"error", "warning"} else "secondary", name="jobResult")
        title = ElidedLabel(name="jobTitle")
        title.set_text(line.title)
        result.set_text(line.text)
        result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        box = row(IconLabel(line.icon, line.severity), title, result, gap=12, margins=(18, 2, 10, 2))
        box.setStretch(2, 1)
        if line.action:
            box.addWidget(button("jobAction", line.action_label, "link", clicked=lambda: self.acted.emit(line.action, line.id)))
        box.addWidget(icon_button("jobDetails", "file-text", tr("Log of this job"), lambda: self.acted.emit("log", line.id)))
        self.setLayout(box)
        self.setFixedHeight(34)
