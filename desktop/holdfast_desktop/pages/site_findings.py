"""What deserves a second look in a site's backups, above its tabs, until somebody says that it is meant."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from holdfast.app import SiteView
from holdfast.watchfulness import CODES
from holdfast_desktop.pages.confirming import confirm_findings
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.theme.controls import IconLabel, button, card, column, label, row
from holdfast_desktop.wording.errors import own_words, reason_words
from holdfast_desktop.wording.tr import tr, tr_n


class SiteFindings(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("siteFindings")
        self._desk = desk
        self._name = ""
        self._card: QFrame = card(kind="warning")
        self._title = label(role="strong", name="findingsTitle", wrap=True)
        self._text = label(name="findingsText", wrap=True)
        look = button(
            "findingsConfirm", tr("Look and confirm…"), "plain", clicked=lambda: confirm_findings(desk, self.window(), self._name)
        )
        box = row(
            column(IconLabel("triangle-alert", "warning", 20), None), column(self._title, self._text, gap=2), look,
            gap=12, margins=(14, 10, 14, 10),
        )  # fmt: skip
        box.setStretch(1, 1)
        self._card.setLayout(box)
        self.setLayout(column(self._card, margins=(24, 10, 24, 0)))
        self.hide()

    def _confirm(self) -> None:
        confirm_findings(self._desk, self.window(), self._name)

    def show_site(self, site: SiteView) -> None:
        self._name = site.name
        found = [one for one in site.reasons if one.code in CODES]
        self.setVisible(bool(found))
        if not found:
            return
        words = reason_words(found[0], site.name)
        more = len(found) - 1
        self._title.setText(own_words(found[0], site.name))
        rest = tr_n("And {n} more to look at.", "And {n} more to look at.", more) if more else ""
        self._text.setText(" ".join(part for part in (words.body, rest) if part))
