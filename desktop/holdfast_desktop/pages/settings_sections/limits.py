"""Schedules and limits: how many jobs, which networks, when runs wait, how sites are proven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.settings_sections.rows import Fields, Section, cards, plain
from holdfast_desktop.theme.controls import button, label
from holdfast_desktop.wording.retention import POLICIES, policy_words
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.tr import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holdfast.state.traffic import Moved
    from holdfast.surroundings.base import Facts


class Limits:
    def __init__(self, desk: Desk, fields: Fields) -> None:
        self._desk = desk
        self._here = label(name="settingsNetworkNow", tone="secondary")
        self._moved = label(name="settingsMovedToday", tone="secondary")
        self._add_network = button("settingsNetworkAdd", tr("Add this network"), icon="plus", clicked=self._add)
        self._add_network.setEnabled(False)
        self._name = ""
        self._networks = fields.words(
            "networks",
            "settingsNetworks",
            tr("Networks for large transfers"),
            tr("Names with commas; empty: any network. On others only small transfers run."),
            tr("Home, Studio"),
            listed=True,
        )
        self.sections = (self._work(fields), self._network(fields), self._waiting(fields), self._proof(fields), self._keeping(fields))

    def page(self) -> QWidget:
        return cards(*self.sections)

    def shown(self) -> None:
        """What the computer is connected to, and what was moved today."""
        self._desk.tasks.start(self._desk.app.conditions.facts(), self._show_facts, lambda _: None)
        self._desk.tasks.start(self._desk.app.conditions.moved_today(), self._show_moved, lambda _: None)

    def _work(self, fields: Fields) -> Section:
        when = tr("A schedule without a time starts from 10:00, spread over your sites so that they do not all begin at once.")
        missed = tr("What was missed while the computer slept or was off is made up for, once, as soon as it can.")
        return Section(
            tr("Work"),
            fields.number("concurrent_jobs", "settingsJobs", tr("Jobs at the same time"), "", (1, 16)),
            fields.switch("low_priority", "settingsLowPriority", tr("Give way to other programs"), tr("Backups run at low priority.")),
            fields.switch(
                "keep_awake", "settingsKeepAwake", tr("Keep the computer awake"), tr("Only while bytes move. The screen may go dark.")
            ),
            plain(tr("When schedules start"), when, label(tr("from 10:00"), tone="secondary", name="settingsDefaultTime")),
            plain(tr("Catching up"), missed, label(tr("always"), tone="secondary", name="settingsCatchUp")),
        )

    def _network(self, fields: Fields) -> Section:
        metered = [
            ("never", tr("Wait for another network")),
            ("small", tr("Small transfers only")),
            ("always", tr("Use it like any other")),
        ]
        no_limit = tr("no limit")
        return Section(
            tr("Network"),
            fields.number(
                "upload_limit",
                "settingsUpload",
                tr("Upload at most"),
                tr("To storages elsewhere. Disks are not limited."),
                (0, 10_000_000),
                unit=tr(" KiB/s"),
                zero=no_limit,
                step=256,
            ),
            fields.number(
                "download_limit",
                "settingsDownload",
                tr("Download at most"),
                "",
                (0, 10_000_000),
                unit=tr(" KiB/s"),
                zero=no_limit,
                step=256,
            ),
            fields.number(
                "daily_transfer_mb",
                "settingsDaily",
                tr("Scheduled transfers a day"),
                tr("Then the rest waits for tomorrow. What you start yourself is never held back."),
                (0, 10_000_000),
                unit=tr(" MB"),
                zero=no_limit,
                step=500,
            ),
            plain(tr("Moved today"), tr("Over the internet, by networks."), self._moved),
            fields.choice(
                "metered", "settingsMetered", tr("Where bytes cost money"), tr("Phones and some hotels call themselves so."), metered
            ),
            fields.number(
                "large_mb",
                "settingsLarge",
                tr("A transfer is large from"),
                tr("One of unknown size counts as large."),
                (0, 1_000_000),
                unit=tr(" MB"),
                zero=tr("always"),
                step=50,
            ),
            self._networks,
            plain(tr("Connected now"), tr("As the system calls it."), self._here),
            plain(tr("Allow this network"), tr("Adds its name to the list above."), self._add_network),
        )

    def _waiting(self, fields: Fields) -> Section:
        return Section(
            tr("When scheduled runs wait"),
            fields.number(
                "battery_level",
                "settingsBattery",
                tr("On battery below"),
                tr("100 %: always while on battery."),
                (0, 100),
                unit=" %",
                zero=tr("never"),
                step=5,
            ),
            fields.words(
                "quiet_hours",
                "settingsQuietHours",
                tr("Quiet hours"),
                tr("On the clock of this computer; several with commas."),
                "22:00-07:00",
                wrong=tr("Write quiet hours as 22:00-07:00, several with commas."),
            ),
            fields.number(
                "minutes_after_login",
                "settingsAfterLogin",
                tr("After you log in"),
                tr("So long your computer is left to you."),
                (0, 240),
                unit=tr(" min"),
                zero=tr("not at all"),
            ),
            fields.number(
                "poll_seconds",
                "settingsPoll",
                tr("Ask a site about its work every"),
                tr("In its first minute; later more seldom."),
                (1, 60),
                unit=tr(" s"),
            ),
        )

    def _proof(self, fields: Fields) -> Section:
        return Section(
            tr("Proof"),
            fields.number(
                "overdue_days",
                "settingsOverdue",
                tr("Call a site overdue after"),
                tr("When it has had no good backup for so long."),
                (1, 365),
                unit=tr(" days"),
            ),
            fields.number(
                "drill_days",
                "settingsDrill",
                tr("Drill each site every"),
                tr("A backup is really restored to a scratch place and looked at, after a scheduled run."),
                (0, 365),
                unit=tr(" days"),
                zero=tr("never by itself"),
            ),
            fields.number(
                "read_back_mb",
                "settingsReadBack",
                tr("Read back a month"),
                tr("From each remote storage, to see that it is whole. Disks are read within 30 days."),
                (0, 10_000_000),
                unit=tr(" MB"),
                zero=tr("nothing"),
                step=500,
            ),
        )

    def _keeping(self, fields: Fields) -> Section:
        rules = [(word, policy_words(word)) for word in POLICIES]
        help_text = tr(
            "For sites and storages without a rule of their own. Scheduled runs thin out by it; a storage shows beforehand what goes."
        )
        rule = fields.choice("retention", "settingsRetention", tr("How long backups stay"), help_text, rules)
        rule.control.setMaximumWidth(320)
        return Section(tr("Keeping"), rule)

    def _show_facts(self, facts: Facts) -> None:
        network = facts.network
        self._name = network.name or network.id
        self._here.setText(self._name or tr("no network, or the system does not tell"))
        self._add_network.setEnabled(bool(self._name))

    def _show_moved(self, moved: Mapping[str, Moved]) -> None:
        received, sent = sum(one.received for one in moved.values()), sum(one.sent for one in moved.values())
        self._moved.setText(tr("{received} received, {sent} sent", received=size(received), sent=size(sent)))

    def _add(self) -> None:
        field = self._networks.control
        if isinstance(field, QLineEdit):
            names = [one.strip() for one in field.text().split(",") if one.strip()]
            if self._name not in names:
                field.setText(", ".join([*names, self._name]))
                field.setModified(True)
                field.editingFinished.emit()
