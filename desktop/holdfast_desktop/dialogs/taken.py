"""What would come from elsewhere, before it comes: a file of settings, or what another computer sealed into a storage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from holdfast_desktop.dialogs.sheet import Sheet
from holdfast_desktop.theme.controls import IconLabel, button, card, column, label, row
from holdfast_desktop.wording.named import field_word, plan_name
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr, tr_n

SHOWN = 12


class Change(Protocol):
    """What becomes of one record; the door's Change is one."""

    @property
    def noun(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def action(self) -> str: ...
    @property
    def fields(self) -> Mapping[str, Any]: ...


class Need(Protocol):
    """What a person has to do then; the door's Need is one."""

    @property
    def noun(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def what(self) -> str: ...


class Plan(Protocol):
    """The door's Taken is one."""

    @property
    def changes(self) -> Sequence[Change]: ...
    @property
    def needs(self) -> Sequence[Need]: ...
    @property
    def runs(self) -> int: ...
    @property
    def computer(self) -> str: ...
    @property
    def made_at(self) -> datetime | None: ...


class TakePlan(Sheet):
    """Accepted when the person wants it. Nothing is removed by it."""

    def __init__(self, title: str, plan: Plan, parent: QWidget | None = None) -> None:
        source = tr("From {computer}, {when}.", computer=plan.computer, when=exact(plan.made_at)) if plan.computer else ""
        intro = f"{source} {tr('Nothing that is here is removed.')}".strip()
        super().__init__("takeDialog", title, intro, parent, width=600)
        coming = [one for one in plan.changes if one.action in {"added", "changed"}]
        self._lines(coming, [one for one in plan.changes if one.action in {"kept", "same"}], plan.runs)
        if plan.needs:
            self.body.addWidget(_needs(plan.needs))
        self.body.addStretch(1)
        if not coming and not plan.runs:
            self.buttons(cancel=tr("Close"))
            return
        count = len(coming) or plan.runs
        take = button("takeConfirm", tr_n("Bring in {n} thing", "Bring in {n} things", count), "primary", clicked=self.accept)
        self.buttons(take)

    def _lines(self, coming: Sequence[Change], staying: Sequence[Change], runs: int) -> None:
        box = QVBoxLayout()
        box.setSpacing(6)
        sites = {one.name for one in (*coming, *staying) if one.noun == "site"}
        for one in coming[:SHOWN]:
            box.addLayout(_line(one, plan_name(one.name, sites) if one.noun == "schedule" else one.name))
        if len(coming) > SHOWN:
            box.addWidget(label(tr_n("and {n} more", "and {n} more", len(coming) - SHOWN), tone="secondary"))
        if not coming:
            box.addWidget(label(tr("Nothing new: all of it is here already."), name="takeNothing", wrap=True))
        if runs:
            box.addWidget(label(tr_n("{n} run of the history", "{n} runs of the history", runs), tone="secondary"))
        if staying:
            box.addWidget(label(tr_n("{n} thing stays as it is here", "{n} things stay as they are here", len(staying)), tone="secondary"))
        self.body.addLayout(box)


def _line(change: Change, name: str) -> QVBoxLayout:
    icon, tone = ("plus", "ok") if change.action == "added" else ("pencil", "warning")
    heading = label(f"{noun_word(change.noun)} {name}", wrap=True)
    texts = column(heading, gap=0)
    if change.action == "changed" and change.fields:
        fields = ", ".join(dict.fromkeys(field_word(one) for one in change.fields))
        texts.addWidget(label(tr("changes: {fields}", fields=fields), "caption", wrap=True))
    line = row(IconLabel(icon, tone), texts, gap=8)
    line.setStretch(1, 1)
    return column(line)


def _needs(needs: Sequence[Need]) -> QFrame:
    frame = card(kind="warning")
    box = column(label(tr("To be done by you, since secrets do not travel:"), "strong", wrap=True), gap=4, margins=(16, 12, 16, 12))
    for one in needs[:SHOWN]:
        box.addWidget(label(f"{noun_word(one.noun)} {one.name}: {need_words(one.what)}", wrap=True))
    if len(needs) > SHOWN:
        box.addWidget(label(tr_n("and {n} more", "and {n} more", len(needs) - SHOWN), tone="secondary"))
    frame.setLayout(box)
    frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return frame


def noun_word(noun: str) -> str:
    words = {
        "site": tr("Site"),
        "storage": tr("Storage"),
        "account": tr("Account"),
        "schedule": tr("Schedule"),
        "setting": tr("Setting"),
        "settings": tr("Settings"),
        "receiver": tr("Receiver"),
        "pause": tr("Pause of"),
    }
    return words.get(noun, noun)


def need_words(what: str) -> str:
    words = {
        "sign-in": tr("sign in again"),
        "password": tr("enter its passphrase"),
        "access secret": tr("enter the secret of its access key"),
        "database": tr("enter the password of its database, if it has one"),
        "address": tr("enter its address again, and a webhook's secret (Settings, Notifications)"),
        "folder": tr("say where its folder is on this computer"),
    }
    return words.get(what, what)
