"""Why no scheduled backup of a site runs now, and what did not run lately: a row for each reason. A pause begins and ends here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from holdfast.verdict import Reason
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.pausing import add_pausing
from holdfast_desktop.theme.controls import IconLabel, button, column, label, row
from holdfast_desktop.wording.tr import tr, tr_n
from holdfast_desktop.wording.waiting import why_words

LATELY = 6
"""So many runs that did not take place are listed; the rest is counted."""
ICONS = {
    "PAUSED": "pause", "NOT-DUE": "circle-check", "SCHEDULE-OFF": "pause", "NO-SCHEDULE": "calendar-clock", "KEY-LOCKED": "lock",
    "RUNNING": "refresh-cw", "DUE": "clock", "TURN": "hourglass", "RETRY": "rotate-ccw", "QUIET-HOURS": "moon", "OFFLINE": "globe",
}  # fmt: skip


class WhyCard(QFrame):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("whyCard")
        self.setProperty("card", "true")
        self._desk = desk
        self._name = ""
        self._pause = button("whyPause", tr("Pause"), "plain", "pause")
        self._pause.setProperty("menu", "true")
        self._menu = QMenu(self)
        self._menu.setObjectName("whyPauseMenu")
        self._menu.aboutToShow.connect(self._fill)
        self._pause.setMenu(self._menu)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        box = column(row(label(tr("Why not now?"), "section"), None, self._pause), gap=10, margins=(20, 14, 20, 16))
        box.addLayout(self._rows)
        self.setLayout(box)

    def load(self, site: str) -> None:
        """Ask: it costs a look at the network."""
        if site != self._name:
            self._name = site
            self._show([_line("hourglass", tr("Looking…"), "whySaid")])

        def got(reasons: Sequence[Reason]) -> None:
            if site == self._name:
                self.show_reasons(reasons)

        self._desk.do(self._desk.app.schedules.why(site), got, site, self)

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        now = self._desk.now()
        passed = [one for one in reasons if one.details.get("state") in {"missed", "skipped"}]
        words = {why_words(one, now): one for one in reasons if one not in passed}
        rows = [_line(ICONS.get(one.code, "hourglass"), text, f"whyReason{n}") for n, (text, one) in enumerate(words.items())]
        if not rows:
            rows.append(_line("circle-check", tr("Nothing speaks against it."), "whySaid"))
        lately = list(dict.fromkeys(why_words(one, now) for one in passed))
        if lately:
            rows.append(label(tr("What did not run lately"), "strong"))
            rows += [_line("circle-slash", text, f"whyPassed{n}") for n, text in enumerate(lately[:LATELY])]
        if len(lately) > LATELY:
            rows.append(label(tr_n("and {n} more, see Activity", "and {n} more, see Activity", len(lately) - LATELY), tone="secondary"))
        self._show(rows)

    def _show(self, rows: Sequence[QWidget]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for one in rows:
            self._rows.addWidget(one)

    def _fill(self) -> None:
        self._menu.clear()
        add_pausing(self._menu, self._desk, self._name)


def _line(icon: str, text: str, name: str) -> QWidget:
    made = QWidget()
    box = row(column(IconLabel(icon), None), label(text, tone="secondary", name=name, wrap=True), gap=10)
    box.setStretch(1, 1)
    made.setLayout(box)
    return made
