"""Notifications and pings: notices of this desktop by kind, who else is told, and what sites tell Holdfast."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.settings_sections.receivers import Receivers
from holdfast_desktop.pages.settings_sections.rows import Fields, Section, SettingRow, cards, plain
from holdfast_desktop.theme.controls import button, label
from holdfast_desktop.wording.tr import tr


class Notifying:
    def __init__(self, desk: Desk, fields: Fields) -> None:
        self._desk = desk
        self.receivers = Receivers(desk)
        self.sections = (self._notices(fields), Told(self.receivers), self._hearing())

    def page(self) -> QWidget:
        return cards(*self.sections)

    def shown(self) -> None:
        self.receivers.shown()
        self._show_hearing()

    def _notices(self, fields: Fields) -> Section:
        kinds = (
            ("failed", "settingsNotifyFailed", tr("A backup failed, after its last try")),
            ("recovered", "settingsNotifyRecovered", tr("A site works again after a failure")),
            ("overdue", "settingsNotifyOverdue", tr("A site has had no good backup for too long")),
            ("drill", "settingsNotifyDrill", tr("A drill or a proof failed")),
            ("storage", "settingsNotifyStorage", tr("A storage is full or damaged")),
            ("locked", "settingsNotifyLocked", tr("The password store is locked")),
        )
        return Section(
            tr("Notices of this desktop"),
            fields.switch(
                "notify",
                "settingsNotify",
                tr("Tell me when something is wrong"),
                tr("Each problem once, several within ten minutes as one; never while the window is in front. Quiet when all is good."),
            ),
            *(fields.member("quiet_about", word, name, words) for word, name, words in kinds),
            plain(tr("See how a notice looks"), "", button("settingsNoticeTest", tr("Show one"), icon="info", clicked=self._test)),
        )

    def _hearing(self) -> Section:
        self._hear = QCheckBox()
        self._hear.setObjectName("settingsWebhooks")
        self._hear.toggled.connect(self._desk.hearing.turn)
        self._heard_at = label(tone="secondary", name="settingsWebhooksAddress")
        self._heard_at.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._desk.hearing.changed.connect(self._show_hearing)
        return Section(
            tr("What sites tell Holdfast"),
            plain(
                tr("Hear what sites tell of their backups"),
                tr("While Holdfast runs, on this computer alone. A site reaches it through a tunnel or relay of yours."),
                self._hear,
            ),
            plain(tr("Address"), tr("Each event is checked for its signature, then the site is asked again."), self._heard_at),
        )

    def _show_hearing(self) -> None:
        with QSignalBlocker(self._hear):
            self._hear.setChecked(self._desk.hearing.is_on())
        self._heard_at.setText(self._desk.hearing.words())

    def _test(self) -> None:
        self._desk.do(self._desk.app.notices.test("Holdfast", tr("This is how Holdfast tells you something.")))


class Told(Section):
    """The receivers are no rows: the card is shown while the search finds its heading or one of them."""

    def __init__(self, receivers: Receivers) -> None:
        super().__init__(tr("Webhooks and pings"))
        text = tr(
            "Others who are told: an office, a chat, a check that warns when no backup comes. Their secrets are in your password store."
        )
        box = self.layout()
        if box is not None:
            box.addWidget(label(text, "caption", wrap=True))
            box.addWidget(receivers)
        self._words = SettingRow(self.heading, text, label())
        self._words.setParent(self)
        self._words.hide()

    def filter(self, needle: str) -> bool:
        found = not needle or self._words.matches(needle)
        self.setVisible(found)
        return found
