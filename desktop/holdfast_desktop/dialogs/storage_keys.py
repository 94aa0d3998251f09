"""The passphrases that open a storage: which there are, who made them; one more, another in place of the one in use, one taken away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from holdfast_desktop.dialogs.sheet import Sheet, field
from holdfast_desktop.theme.controls import IconLabel, button, column, icon_button, label, line, row
from holdfast_desktop.wording.storages import moment
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr, tr_n

SHORTEST = 12


class Key(Protocol):
    """The door's KeyView is one."""

    @property
    def id(self) -> str: ...
    @property
    def current(self) -> bool: ...
    @property
    def username(self) -> str: ...
    @property
    def hostname(self) -> str: ...
    @property
    def created_at(self) -> str: ...


class Keys(Sheet):
    """`add_wanted`, `change_wanted`, `remove_wanted(Key)`, `unlock_wanted`; answer with `show_keys` or `failed`."""

    add_wanted = Signal()
    change_wanted = Signal()
    remove_wanted = Signal(object)
    unlock_wanted = Signal()

    def __init__(self, storage: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "keysDialog",
            tr("Passphrases of {name}", name=storage),
            tr("Each of them opens all backups there: one for this computer, perhaps one for a colleague and one for the safe."),
            parent,
            width=600,
        )
        self._state = label(tr("Reading…"), tone="secondary", name="keysState", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addWidget(self._state)
        self.body.addLayout(self._rows)
        self._unlock = button("keysUnlock", tr("Unlock"), icon="lock-open", clicked=self.unlock_wanted.emit)
        self._unlock.hide()
        self.body.addLayout(row(self._unlock, None))
        self._add = button("keyAdd", tr("Add passphrase…"), icon="plus", clicked=self.add_wanted.emit)
        self._change = button("keyChange", tr("Change the one in use…"), icon="key-round", clicked=self.change_wanted.emit)
        self.footer_left(self._change)
        self.footer_left(self._add)
        self.buttons(cancel=tr("Close"))
        self._allow(False)

    def _allow(self, known: bool) -> None:
        self._add.setEnabled(known)
        self._change.setEnabled(known)

    def show_keys(self, keys: Sequence[Key]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._unlock.hide()
        self._state.setText(tr_n("{n} passphrase opens it", "{n} passphrases open it", len(keys)))
        for place, key in enumerate(sorted(keys, key=lambda one: (not one.current, one.created_at))):
            if place:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(place, key))
        self._allow(True)
        self.complain("")
        self.refit()

    def _row(self, place: int, key: Key) -> QWidget:
        made = QWidget()
        made.setObjectName(f"key{place}")
        who = "@".join(one for one in (key.username, key.hostname) if one) or tr("unknown")
        when = exact(moment(key.created_at)) or tr("at an unknown time")
        title = tr("In use by Holdfast here") if key.current else tr("Another passphrase")
        texts = column(
            label(title, "strong", name="keyTitle"),
            label(tr("made by {who}, {when} · {id}", who=who, when=when, id=key.id[:8]), "caption", wrap=True),
            gap=2,
        )
        remove = icon_button("keyRemove", "trash-2", tr("Take this passphrase away"), lambda: self.remove_wanted.emit(key))
        remove.setVisible(not key.current)
        box = row(IconLabel("key-round", "ok" if key.current else ""), texts, remove, gap=12, margins=(0, 10, 0, 10))
        box.setStretch(1, 1)
        made.setLayout(box)
        return made

    def failed(self, text: str, locked: bool = False) -> None:
        """`locked`: the password store is, and can be unlocked."""
        self._state.setText("")
        self._unlock.setVisible(locked)
        self.complain(text)
        self.refit()


class NewPassphrase(Sheet):
    """A passphrase entered twice; `made` True: one is to be made instead (only where `may_make`)."""

    submitted = Signal(str, bool)
    """(the passphrase, whether one is to be made): answer with `accept` or `refused`."""

    def __init__(self, title: str, intro: str, action: str, *, may_make: bool, parent: QWidget | None = None) -> None:
        super().__init__("newPassphraseDialog", title, intro, parent, width=500)
        first, self._first = field("newPassphrase", tr("New passphrase"), secret=True)
        second, self._second = field("newPassphraseAgain", tr("Once more"), secret=True)
        self.body.addWidget(first)
        self.body.addWidget(second)
        if may_make:
            self._make = button("newPassphraseMake", tr("Make one for me"), icon="refresh-cw", clicked=lambda: self._send("", True))
            self.footer_left(self._make)
        self._accept = button("newPassphraseAccept", action, "primary", clicked=self._check)
        self.buttons(self._accept)

    def _check(self) -> None:
        text = self._first.text()
        if len(text) < SHORTEST:
            return self.complain(tr("Take at least {n} characters: several words are easy to type.", n=SHORTEST), self._first)
        if text != self._second.text():
            return self.complain(tr("The two are not the same."), self._second)
        return self._send(text, False)

    def _send(self, text: str, make: bool) -> None:
        self.complain("")
        self._busy(True)
        self.submitted.emit(text, make)

    def _busy(self, busy: bool) -> None:
        for one in self.findChildren(QLineEdit):
            one.setEnabled(not busy)
        self._accept.setEnabled(not busy)

    def refused(self, text: str) -> None:
        self._busy(False)
        self.complain(text)
