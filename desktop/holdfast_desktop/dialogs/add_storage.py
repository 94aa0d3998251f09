"""Add a storage: a folder on a disk, or an S3 bucket; test it; and save the recovery kit of a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as data_field
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from holdfast_desktop.dialogs.kit_card import KitCard
from holdfast_desktop.dialogs.place_fields import PlaceFields
from holdfast_desktop.dialogs.sheet import Sheet, field
from holdfast_desktop.theme.controls import IconLabel, button, column, label, row
from holdfast_desktop.wording.core_sentences import sentence
from holdfast_desktop.wording.tr import tr


class Check(Protocol):
    """One line of a test; the door's ReportLine is one."""

    @property
    def name(self) -> str: ...
    @property
    def ok(self) -> bool | None: ...
    @property
    def detail(self) -> str: ...


@dataclass(frozen=True)
class NewStorage:
    name: str
    location: str
    password: str = data_field(repr=False)
    options: dict[str, Any] = data_field(default_factory=dict)
    access_secret: str = data_field(default="", repr=False)


class AddStorage(Sheet):
    """`submitted(NewStorage)`: answer with `added` or `refused`; `test_wanted(NewStorage)`: with `show_checks` or `refused`."""

    submitted = Signal(object)
    test_wanted = Signal(object)
    adopt_wanted = Signal()
    """The person has backups from another computer: sites and schedules may come back with them."""

    def __init__(self, taken: Sequence[str] = (), suggested: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            "addStorageDialog", tr("Add a storage"), tr("Where backups live: encrypted before they leave this computer."), parent, width=600
        )
        self._taken = {name.casefold() for name in taken}
        holder, self._name = field("storageName", tr("Name"), hint=tr("For example: Studio disk"))
        self.body.addWidget(holder)
        help_text = tr("An empty folder becomes a new storage; one that restic or Holdfast made is adopted.")
        self._place = PlaceFields("storage", tr("Folder"), help_text)
        self._place.path.setText(suggested)
        self._place.path.setPlaceholderText(tr("A folder, best on another disk"))
        self._place.kind_changed.connect(self._kind_changed)
        self.body.addWidget(self._place)
        self.body.addWidget(self._passphrase_fields())
        self._adopt = button("storageAdopt", tr("I have backups already: a new computer"), "link", clicked=self._go_to_adopting)
        self.body.addLayout(row(self._adopt, None))
        self._checks = QWidget()
        self._checks.setObjectName("storageChecks")
        self._checks_box = QVBoxLayout(self._checks)
        self._checks_box.setContentsMargins(0, 0, 0, 0)
        self._checks_box.setSpacing(4)
        self._checks.hide()
        self.body.addWidget(self._checks)
        self._test = button("storageTest", tr("Test"), icon="list-checks", clicked=lambda: self._send(self.test_wanted))
        self._add = button("storageAdd", tr("Add storage"), "primary", clicked=lambda: self._send(self.submitted))
        self.footer_left(self._test)
        self.buttons(self._add)

    def _passphrase_fields(self) -> QWidget:
        self._make = QRadioButton(tr("Make a strong passphrase for me"))
        self._make.setObjectName("passphraseMake")
        self._own = QRadioButton(tr("I have one (also for a storage that exists)"))
        self._own.setObjectName("passphraseOwn")
        self._password = QLineEdit()
        self._password.setObjectName("storagePassphrase")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.setAccessibleName(tr("Passphrase"))
        self._password.setPlaceholderText(tr("Passphrase"))
        group = QButtonGroup(self)
        for choice in (self._make, self._own):
            group.addButton(choice)
        self._own.toggled.connect(self._password.setVisible)
        self._own.toggled.connect(lambda _: self.refit())
        self._make.setChecked(True)
        self._password.hide()
        holder = QWidget()
        holder.setLayout(column(label(tr("Passphrase"), "strong"), self._make, self._own, self._password, gap=4))
        return holder

    def _go_to_adopting(self) -> None:
        self.reject()
        self.adopt_wanted.emit()

    def _kind_changed(self) -> None:
        self._checks.hide()
        self.complain("")
        self.refit()

    def _send(self, signal: Any) -> None:
        chosen = self._choice()
        if chosen is not None:
            self._busy(True)
            self.complain("")
            signal.emit(chosen)

    def _choice(self) -> NewStorage | None:
        name = self._name.text().strip()
        wrong = self._place.missing()
        if not name:
            self.complain(tr("Give the storage a name."), self._name)
        elif name.casefold() in self._taken:
            self.complain(tr("There is a storage with this name already."), self._name)
        elif wrong is not None:
            self.complain(*wrong)
        elif self._own.isChecked() and not self._password.text():
            self.complain(tr("Enter the passphrase, or let one be made."), self._password)
        else:
            place = self._place.place()
            return NewStorage(name, place.location, self._given_password(), place.options, place.access_secret)
        return None

    def _given_password(self) -> str:
        return self._password.text() if self._own.isChecked() else ""

    def _busy(self, busy: bool) -> None:
        self._add.setEnabled(not busy)
        self._test.setEnabled(not busy)

    def show_checks(self, ok: bool, checks: Sequence[Check]) -> None:
        """The answer to a test."""
        self._busy(False)
        while (item := self._checks_box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for check in checks:
            self._checks_box.addWidget(check_line(check))
        self._checks.show()
        self.refit()
        self.complain("" if ok else tr("This place cannot hold backups yet."))

    def refused(self, text: str) -> None:
        self._busy(False)
        self.complain(text)


def check_line(check: Check) -> QWidget:
    """One line of a storage test: glyph, words, detail."""
    icon, tone = (
        {True: ("check", "ok"), False: ("x", "error"), None: ("minus", "")}[check.ok] if check.ok is not None else ("circle-dashed", "")
    )
    made = QWidget()
    words = check_words(check.name) + {True: "", False: " – " + tr("no"), None: " – " + tr("cannot be told here")}[check.ok]
    made.setLayout(row(IconLabel(icon, tone), label(words), label(sentence(check.detail), tone="secondary"), None, gap=8))
    return made


def check_words(name: str) -> str:
    words = {
        "reach": tr("Can be reached"),
        "create": tr("May write"),
        "read": tr("May read"),
        "list": tr("May list"),
        "range": tr("May read parts of files"),
        "delete": tr("May delete"),
        "versioning": tr("Keeps old versions"),
        "object_lock": tr("Protects against deletion"),
        "repository": tr("The passphrase opens it"),
    }
    return words.get(name, name)


class RecoveryKit(Sheet):
    """The passphrase that was made, shown once, and its printable page. Closing it without saving needs a tick."""

    save_wanted = Signal()

    def __init__(self, storage: str, passphrase: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "recoveryKit",
            tr("Save the recovery kit of {name}", name=storage),
            tr("Without this passphrase nobody can open the backups, not even you on a new computer. It is also in your password store."),
            parent,
        )
        self._kit = KitCard(passphrase, "primary")
        self._kit.save_wanted.connect(self.save_wanted)
        self._kit.kept_changed.connect(self._may_close)
        self.body.addWidget(self._kit)
        self._done = button("recoveryDone", tr("Done"), clicked=self.accept)
        self._done.setEnabled(False)
        self._footer.addWidget(self._done)

    def saved(self, path: str) -> None:
        self._kit.kept.setChecked(True)
        self.complain(tr("Saved as {path}. Print it, or keep it away from this computer.", path=path), tone="ok")

    def is_kept(self) -> bool:
        return self._kit.is_kept()

    def reject(self) -> None:
        """Escape does not skip this silently."""
        if self._kit.is_kept():
            super().reject()
        else:
            self.complain(tr("Save the kit or tick the line below the button first."))

    def _may_close(self) -> None:
        self._done.setEnabled(self._kit.is_kept())
