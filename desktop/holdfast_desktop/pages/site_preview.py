"""What is known of one site at a glance, beside the table: Space opens and closes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from holdfast.app import SiteView
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.site_columns import source_words
from holdfast_desktop.theme.controls import IconLabel, button, column, icon_button, label, row, set_tone
from holdfast_desktop.widgets.cards import Facts
from holdfast_desktop.wording.errors import own_words
from holdfast_desktop.wording.proof import proof_look
from holdfast_desktop.wording.services import where_words
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import status_look
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tips import breakable
from holdfast_desktop.wording.tr import tr
from holdfast_desktop.wording.waiting import next_words, paused_until

WIDTH = 320


class SitePreview(QFrame):
    opened = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("sitePreview")
        self.setProperty("card", "true")
        self.setFixedWidth(WIDTH)
        self._desk = desk
        self._name = ""
        self._title = label(role="section", name="sitePreviewTitle", wrap=True)
        self._glyph = IconLabel("circle-check")
        self._status = label(name="sitePreviewStatus", wrap=True)
        self._reasons = label(tone="secondary", name="sitePreviewReasons", wrap=True)
        self._facts = Facts()
        close = icon_button("sitePreviewClose", "x", tr("Close"), self.closed.emit)
        head = row(self._title, column(close, None), gap=8)
        head.setStretch(0, 1)
        state = row(column(self._glyph, None), self._status, gap=8)
        state.setStretch(1, 1)
        go = button("sitePreviewOpen", tr("Open"), "plain", "arrow-right", lambda: self.opened.emit(self._name))
        self.setLayout(column(head, state, self._reasons, self._facts, None, row(None, go), gap=10, margins=(16, 12, 12, 14)))
        self.hide()

    def show_site(self, site: SiteView | None) -> None:
        """None: nothing is chosen."""
        self._name = site.name if site is not None else ""
        if site is None:
            return self.hide()
        now, look = self._desk.now(), status_look(site.status)
        self._title.setText(site.name)
        self._glyph.set(look.icon, look.severity)
        self._status.setText(look.word)
        set_tone(self._status, look.severity)
        reasons = "\n".join(own_words(one, site.name, site.storage) for one in site.reasons)
        self._reasons.setText(reasons)
        self._reasons.setVisible(bool(reasons))
        last = site.last_backup
        facts = [
            ("previewLast", tr("Last good"), exact(site.last_backup_at) or tr("none yet")),
            ("previewNext", tr("Next run"), next_words(site.next_run_at, now, self._desk.waiting(site.name), paused_until(site.reasons))),
            ("previewSize", tr("Size"), size(last.size) if last is not None else ""),
            ("previewSource", tr("Source"), breakable(source_words(site))),
            ("previewStorage", tr("Backups in"), where_words(site.system, site.storage)),
            ("previewProof", tr("Proof"), proof_look(site.proof, site.proven_at, now)[1]),
            ("previewClient", tr("Client"), site.client),
            ("previewTags", tr("Tags"), ", ".join(site.tags)),
        ]
        self._facts.show_facts([fact for fact in facts if fact[2]])
        self.show()
