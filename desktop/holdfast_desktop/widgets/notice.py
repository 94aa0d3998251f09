"""A line above the drawer that tells what just went wrong or right, with its fix; closed by the user or by the next one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from holdfast_desktop.theme.controls import IconLabel, button, card, column, icon_button, label, row, set_card
from holdfast_desktop.wording.errors import ErrorWords
from holdfast_desktop.wording.tr import tr

DONE = "RESTORED"
"""The code of the words about something that is done."""
ICONS = {"error": "circle-x", "warning": "triangle-alert", "ok": "circle-check"}


class NoticeBar(QWidget):
    """`acted(action, subject)` when its button is clicked; `details` is what "Details" shows, with copy."""

    acted = Signal(str, str)
    details_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("noticeBar")
        self._card = card(kind="neutral")
        self._glyph = IconLabel("info", size=20)
        self._title = label(role="strong", name="noticeTitle", wrap=True)
        self._text = label(name="noticeText", wrap=True)
        self._fix = button("noticeFix", "", clicked=self._act)
        self._more = button("noticeDetails", tr("Details"), "ghost", clicked=self.details_wanted.emit)
        close = icon_button("noticeClose", "x", tr("Close"), self.hide)
        self._fix.hide()
        self._others = [button(f"noticeFix{place + 1}", "", "ghost", clicked=partial(self._act, place)) for place in (1, 2)]
        for one in self._others:
            one.hide()
        self._action = self._subject = ""
        ways = row(self._fix, *self._others, self._more, close, gap=10)
        box = row(self._glyph, column(self._title, self._text, gap=2), ways, gap=10, margins=(14, 8, 8, 8))
        box.setStretch(1, 1)
        self._card.setLayout(box)
        self.setLayout(column(self._card, margins=(24, 0, 24, 8)))
        self.hide()

    def say(self, words: ErrorWords, subject: str = "", details: bool = False) -> None:
        set_card(self._card, words.severity)
        self._glyph.set(ICONS.get(words.severity, "info"), words.severity)
        self._title.setText(words.title)
        self._text.setText(words.body)
        self._text.setVisible(bool(words.body))
        self._subject = subject
        fix = words.fixes[0] if words.fixes else None
        self._action = fix.action if fix else ""
        self._fix.setText(fix.label if fix else "")
        self._fix.setVisible(fix is not None and fix.action != "show_activity")
        # What went wrong has one likely fix; what is done has several ways on.
        ways = words.fixes[1:] if words.code == DONE else ()
        self._ways = [one.action for one in ways]
        for place, other in enumerate(self._others):
            other.setText(ways[place].label if place < len(ways) else "")
            other.setVisible(place < len(ways))
        self._more.setVisible(details)
        self.show()

    def _act(self, place: int = 0) -> None:
        self.hide()
        self.acted.emit(self._action if place == 0 else self._ways[place - 1], self._subject)
