"""Somebody who is told, added or changed: a webhook that gets signed events, or a check that expects pings.

A secret that was made here is shown once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as data_field
from typing import Literal, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QWidget

from holdfast_desktop.dialogs.clipboard import copy_secret
from holdfast_desktop.dialogs.sheet import Sheet, field, labelled
from holdfast_desktop.theme.controls import button, card, column, label, row, set_icon
from holdfast_desktop.wording.tr import tr

Kind = Literal["webhook", "ping"]


@dataclass(frozen=True)
class NewReceiver:
    """What was entered. `secret` empty: one is made. `events` and `sites` empty: all. Where one is changed, an empty address, secret or
    authority is left as it is."""

    kind: Kind
    name: str
    address: str = data_field(repr=False)
    secret: str = data_field(default="", repr=False)
    events: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    ca_file: str = ""


def event_words(event: str) -> str:
    words = {
        "backup.completed": tr("A backup was made"),
        "backup.failed": tr("A backup failed"),
        "restore.completed": tr("A restore is done"),
        "restore.failed": tr("A restore failed"),
        "drill.failed": tr("A drill failed"),
    }
    return words.get(event, event)


class KnownReceiver(Protocol):
    """One that is there already; the door's EndpointView is one."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def host(self) -> str: ...
    @property
    def events(self) -> tuple[str, ...]: ...
    @property
    def sites(self) -> tuple[str, ...]: ...


class ReceiverSheet(Sheet):
    """`submitted(NewReceiver)`: answer with `accept` or `refused`."""

    submitted = Signal(object)

    def __init__(
        self,
        kind: Kind,
        sites: Sequence[str],
        events: Sequence[str],
        taken: Sequence[str],
        parent: QWidget | None = None,
        known: KnownReceiver | None = None,
    ) -> None:
        """`known`: the one that is changed; its name stays."""
        titles = {"webhook": tr("Add a webhook"), "ping": tr("Add a ping")}
        intros = {
            "webhook": tr("Holdfast sends signed events to this address (Standard Webhooks), and tries again when it does not answer."),
            "ping": tr(
                "A check that expects backups (Healthchecks and its kin) hears of start, success and failure. It warns when nothing comes."
            ),
        }
        title = titles[kind] if known is None else tr("Change {name}", name=known.name)
        super().__init__("receiverDialog", title, intros[kind], parent)
        self._kind: Kind = kind
        self._known = known
        self._taken = {one.casefold() for one in taken} - ({known.name.casefold()} if known is not None else set())
        self._secret = QLineEdit()
        self._events: list[QCheckBox] = []
        self._site = QComboBox()
        self._authority = QLineEdit()
        self._who(kind, known)
        if kind == "webhook":
            words = tr("Secret (empty: one is made and shown once)") if known is None else tr("New secret (empty: it stays)")
            holder, self._secret = field("receiverSecret", words, hint="whsec_…", secret=True)
            self.body.addWidget(holder)
            self.body.addWidget(self._event_boxes(events, known.events if known is not None else ()))
        self._whose(sites, known.sites if known is not None else ())
        self._add = button("receiverAdd", tr("Add") if known is None else tr("Save"), "primary", clicked=self._send)
        self.buttons(self._add)

    def _who(self, kind: Kind, known: KnownReceiver | None) -> None:
        """Name and address."""
        name, self._name = field("receiverName", tr("Name"), hint=tr("For example: Office"))
        words = tr("Address") if known is None else tr("New address (empty: it stays at {host})", host=known.host)
        address, self._address = field("receiverAddress", words, hint="https://", secret=kind == "ping")  # that of a check is its key
        if known is not None:
            self._name.setText(known.name)
            name.hide()
        self.body.addLayout(row(name, gap=12))
        self.body.addWidget(address)

    def _whose(self, sites: Sequence[str], chosen: tuple[str, ...]) -> None:
        """Of which site, and an authority of one's own."""
        self._site.setObjectName("receiverSite")
        self._offered: list[tuple[str, ...]] = [(), *((one,) for one in sites)]
        if chosen not in self._offered:  # several, chosen in the terminal
            self._offered.append(chosen)
        for one in self._offered:
            self._site.addItem(", ".join(one) or tr("All sites"))
        self._site.setCurrentIndex(self._offered.index(chosen))
        self.body.addWidget(labelled(tr("Of which site"), self._site))
        self._authority.setObjectName("receiverAuthority")
        self._authority.setPlaceholderText(tr("Usually empty") if self._known is None else tr("Empty: it stays"))
        choose = button("receiverAuthorityChoose", tr("Choose…"), icon="folder-open", clicked=self._browse)
        self.body.addWidget(labelled(tr("Certificate authority of your own"), self._authority, choose))

    def _event_boxes(self, events: Sequence[str], chosen: Sequence[str]) -> QWidget:
        """`chosen` empty: all."""
        holder = QWidget()
        box = column(label(tr("Tell of"), "strong"), gap=4)
        for event in events:
            one = QCheckBox(event_words(event))
            one.setObjectName("receiverEvent" + "".join(word.capitalize() for word in event.split(".")))
            one.setProperty("event", event)
            one.setChecked(not chosen or event in chosen)
            self._events.append(one)
            box.addWidget(one)
        holder.setLayout(box)
        return holder

    def _browse(self) -> None:
        chooser = QFileDialog(self, tr("Certificate authority"), self._authority.text(), tr("Certificates (*.pem *.crt *.cer)"))
        chooser.fileSelected.connect(self._authority.setText)
        chooser.open()

    def _send(self) -> None:
        name, address = self._name.text().strip(), self._address.text().strip()
        events = tuple(str(one.property("event")) for one in self._events if one.isChecked())
        if not name:
            return self.complain(tr("Give it a name."), self._name)
        if name.casefold() in self._taken:
            return self.complain(tr("There is one with this name already."), self._name)
        if not address and self._known is None:
            return self.complain(tr("Enter the address."), self._address)
        if self._events and not events:
            return self.complain(tr("Choose at least one event."))
        self.complain("")
        self._add.setEnabled(False)
        sites = self._offered[self._site.currentIndex()]
        every = () if len(events) == len(self._events) else events
        self.submitted.emit(NewReceiver(self._kind, name, address, self._secret.text(), every, sites, self._authority.text().strip()))
        return None

    def refused(self, text: str) -> None:
        self._add.setEnabled(True)
        self.complain(text, self._address)


class SecretOnce(Sheet):
    """A secret that was made here: to be copied to the receiver now, since it is not shown again."""

    def __init__(self, name: str, secret: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "receiverSecretShown",
            tr("{name} signs with this secret", name=name),
            tr("Copy it to the receiver now: it is not shown again. Holdfast keeps it in your password store."),
            parent,
        )
        self._secret = secret
        shown = label(secret, "strong", name="receiverSecretText", wrap=True)
        shown.setTextInteractionFlags(shown.textInteractionFlags().TextSelectableByMouse)
        self._copy = button("receiverSecretCopy", tr("Copy"), "ghost", "copy", self._copied)
        frame = card(kind="neutral")
        box = row(shown, self._copy, gap=12, margins=(16, 12, 8, 12))
        box.setStretch(0, 1)
        frame.setLayout(box)
        self.body.addWidget(frame)
        self.buttons(cancel=tr("Close"))

    def _copied(self) -> None:
        copy_secret(self._secret)
        set_icon(self._copy, "check", "ok")
