"""Settings: what the user may turn. Each change is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QSpinBox, QWidget

import holdfast
from holdfast_desktop.dialogs.backups import POLICIES, policy_words
from holdfast_desktop.event_loop import in_thread
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.page import Page, scrolled
from holdfast_desktop.theme.controls import button, card, column, label, row
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.wording.sizes import use_binary_units
from holdfast_desktop.wording.tr import tr

if TYPE_CHECKING:
    from holdfast.state.settings import Settings


class SettingsPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "settings")
        self._filling = False
        inner = QWidget()
        inner.setLayout(
            column(
                self._appearance(), self._work(), self._background(), self._webhooks(), self._secrets(), self._about(), None,
                gap=16, margins=(24, 20, 24, 24)
            )
        )  # fmt: skip
        self.build(tr("Settings"), scrolled(inner, "settingsScroll"))

    # sections

    def _section(self, title: str, *rows_: tuple[str, str, QWidget]) -> QFrame:
        """`rows_`: (title, help, control)."""
        frame = card()
        box = column(label(title, "section"), gap=14, margins=(20, 16, 20, 18))
        for heading, help_text, control in rows_:
            texts = column(label(heading), gap=2)
            if help_text:
                texts.addWidget(label(help_text, "caption", wrap=True))
            if not control.accessibleName() and not isinstance(control, QLabel):
                control.setAccessibleName(heading)
            line = row(texts, control, gap=16)
            line.setStretch(0, 1)
            box.addLayout(line)
        frame.setLayout(box)
        return frame

    def _combo(self, name: str, setting: str, choices: list[tuple[str, str]]) -> QComboBox:
        made = QComboBox()
        made.setObjectName(name)
        made.setMinimumWidth(240)
        for word, text in choices:
            made.addItem(text, word)
        made.currentIndexChanged.connect(lambda _: self._set(setting, made.currentData()))
        return made

    def _check(self, name: str, setting: str) -> QCheckBox:
        made = QCheckBox()
        made.setObjectName(name)
        made.toggled.connect(lambda on: self._set(setting, on))
        return made

    def _number(self, name: str, setting: str, low: int, high: int, suffix: str = "") -> QSpinBox:
        made = QSpinBox()
        made.setObjectName(name)
        made.setRange(low, high)
        made.setSuffix(suffix)
        made.setMinimumWidth(120)
        made.lineEdit().setTextMargins(8, 0, 0, 0)
        made.valueChanged.connect(lambda value: self._set(setting, value))
        return made

    def _appearance(self) -> QFrame:
        self._theme = self._combo(
            "settingsTheme", "theme", [("system", tr("Like the system")), ("light", tr("Light")), ("dark", tr("Dark"))]
        )
        self._units = self._combo("settingsUnits", "units", [("kB", tr("kB, MB, GB (1000)")), ("KiB", tr("KiB, MiB, GiB (1024)"))])
        return self._section(tr("Appearance"), (tr("Colours"), "", self._theme), (tr("Sizes in"), "", self._units))

    def _work(self) -> QFrame:
        self._jobs = self._number("settingsJobs", "concurrent_jobs", 1, 16)
        self._overdue = self._number("settingsOverdue", "overdue_days", 1, 365, tr(" days"))
        self._rule = self._combo("settingsRetention", "retention", [(word, policy_words(word)) for word in POLICIES])
        self._safety = self._check("settingsSafety", "safety_backup")
        self._gentle = self._check("settingsLowPriority", "low_priority")
        return self._section(
            tr("Backups"),
            (tr("Jobs at the same time"), "", self._jobs),
            (tr("Give way to other programs"), tr("Backups run at low priority."), self._gentle),
            (tr("Call a site overdue after"), tr("When it has had no good backup for so long."), self._overdue),
            (
                tr("How long backups stay"),
                tr("For sites and storages without a rule of their own. Nothing is removed by itself."),
                self._rule,
            ),
            (tr("Safety backup before a live site is restored"), "", self._safety),
        )

    def _background(self) -> QFrame:
        self._tray = self._check("settingsTray", "show_tray")
        self._close = self._check("settingsCloseToTray", "close_to_tray")
        self._notify = self._check("settingsNotify", "notify")
        self._autostart = QCheckBox()
        self._autostart.setObjectName("settingsAutostart")
        self._autostart.setEnabled(False)
        return self._section(
            tr("Background"),
            (tr("Show the shield in the tray"), tr("From the next start on."), self._tray),
            (tr("Closing the window keeps Holdfast running"), "", self._close),
            (tr("Start with the session, in the tray"), "", self._autostart),
            (tr("Tell me when a backup fails"), tr("As a notice of the desktop, while the window is not in front."), self._notify),
        )

    def _webhooks(self) -> QFrame:
        self._hear = QCheckBox()
        self._hear.setObjectName("settingsWebhooks")
        self._hear.toggled.connect(self._turn_hearing)
        self._heard_at = label(tone="secondary", name="settingsWebhooksAddress")
        self._heard_at.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.desk.hearing.changed.connect(self._show_hearing)
        return self._section(
            tr("Webhooks"),
            (
                tr("Hear what sites tell of their backups"),
                tr("While Holdfast runs, on this computer alone. A site reaches it through a tunnel or relay of yours."),
                self._hear,
            ),
            (tr("Address"), tr("Each event is checked for its signature, then the site is asked again."), self._heard_at),
        )

    def _turn_hearing(self, on: bool) -> None:
        if not self._filling:
            self.desk.hearing.turn(on)

    def _show_hearing(self) -> None:
        self._filling = True
        self._hear.setChecked(self.desk.hearing.is_on())
        self._heard_at.setText(self.desk.hearing.words())
        self._filling = False

    def _secrets(self) -> QFrame:
        self._store = label(name="settingsSecrets", tone="secondary")
        unlock = button("settingsUnlock", tr("Unlock"), "plain", "lock-open", self.desk.unlock)
        return self._section(
            tr("Security"), (tr("Passphrases and keys are kept in"), "", self._store), (tr("Password store is locked?"), "", unlock)
        )

    def _about(self) -> QFrame:
        version = label(f"Holdfast {holdfast.__version__}", tone="secondary", name="settingsVersion")
        text = tr("Apache 2.0 licence. Icons: Lucide (ISC). Backups are in the restic format, version 2: any restic opens them.")
        return self._section(tr("About"), (tr("Version"), text, version))

    def offer_autostart(self, is_on: Callable[[], bool], turn: Callable[[bool], None]) -> None:
        """Starting with the session, as whoever builds the window can do it on this system. Both are called in a thread."""

        def show(on: bool) -> None:
            self._autostart.setChecked(on)
            self._autostart.setEnabled(True)
            self._autostart.toggled.connect(lambda wanted: self.desk.do(in_thread(turn, wanted)))

        self.desk.do(in_thread(is_on), show)

    # reading and saving

    def shown(self) -> None:
        self.desk.do(self.desk.app.settings.get(), self._fill)
        self.desk.tasks.start(self.desk.app.secrets_in(), self._store.setText, lambda _: self._store.setText(tr("locked")))

    def _fill(self, settings: Settings) -> None:
        self._filling = True
        self._theme.setCurrentIndex(self._theme.findData(settings.theme))
        self._units.setCurrentIndex(self._units.findData(settings.units))
        self._jobs.setValue(settings.concurrent_jobs)
        self._overdue.setValue(settings.overdue_days)
        if self._rule.findData(settings.retention) < 0:
            self._rule.addItem(settings.retention, settings.retention)
        self._rule.setCurrentIndex(self._rule.findData(settings.retention))
        self._safety.setChecked(settings.safety_backup)
        self._gentle.setChecked(settings.low_priority)
        self._tray.setChecked(settings.show_tray)
        self._close.setChecked(settings.close_to_tray)
        self._notify.setChecked(settings.notify)
        self._filling = False
        self._show_hearing()

    def _set(self, name: str, value: Any) -> None:
        if not self._filling:
            self.desk.do(self.desk.app.settings.set(name, value), self._apply)

    def _apply(self, settings: Settings) -> None:
        theme().choose(settings.theme)
        use_binary_units(settings.units == "KiB")
        self.desk.refresh()
