"""One job in the drawer: icon, site and operation, step, bar, numbers, cancel; and one that ended."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from holdfast_desktop.theme.controls import IconLabel, button, column, icon_button, label, row, set_tone
from holdfast_desktop.widgets.bar import Bar
from holdfast_desktop.wording.tr import tr


@dataclass(frozen=True)
class JobLine:
    """A running job, worded."""

    id: str
    icon: str
    title: str
    step: str
    percent: float | None
    numbers: str
    stopping: bool = False
    tone: str = "running"


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


class JobRow(QWidget):
    """`cancelled(id)` once the user asked."""

    cancelled = Signal(str)

    def __init__(self, job: str) -> None:
        super().__init__()
        self.setObjectName("jobRow")
        self._job = job
        self._glyph = IconLabel("activity", "running", 20)
        self._title = label(role="strong", name="jobTitle")
        self._step = label(tone="secondary", name="jobStep")
        self._percent = label(role="strong", name="jobPercent")
        self._numbers = label(tone="secondary", name="jobNumbers")
        self._bar = Bar("jobBar")
        self._cancel = icon_button("jobCancel", "x", tr("Cancel this job"), lambda: self.cancelled.emit(self._job))
        texts = column(
            row(self._title, self._step, None, self._numbers, self._percent, gap=10),
            self._bar,
            gap=6,
        )
        box = row(self._glyph, texts, self._cancel, gap=12, margins=(16, 8, 10, 8))
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setFixedHeight(56)

    def show_line(self, line: JobLine) -> None:
        self._glyph.set(line.icon, line.tone)
        self._title.setText(line.title)
        self._step.setText(line.step)
        set_tone(self._step, line.tone if line.tone != "running" else "secondary")
        self._percent.setText("" if line.percent is None else f"{line.percent:.0f} %")
        self._numbers.setText(line.numbers)
        self._bar.set_percent(line.percent, line.tone)
        self._cancel.setEnabled(not line.stopping)


class EndedRow(QWidget):
    """`acted(action, id)`"""

    acted = Signal(str, str)

    def __init__(self, line: EndedLine) -> None:
        super().__init__()
        self.setObjectName("jobEnded")
        box = row(
            IconLabel(line.icon, line.severity),
            label(line.title, name="jobTitle"),
            label(line.text, tone=line.severity if line.severity in {"error", "warning"} else "secondary", name="jobResult"),
            None,
            gap=12,
            margins=(18, 2, 10, 2),
        )
        if line.action:
            box.addWidget(button("jobAction", line.action_label, "link", clicked=lambda: self.acted.emit(line.action, line.id)))
        self.setLayout(box)
        self.setFixedHeight(34)
