"""A new computer: sites, schedules and history come back from a storage, by its place and its passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from holdfast_desktop.dialogs.add_storage import NewStorage
from holdfast_desktop.dialogs.place_fields import PlaceFields
from holdfast_desktop.dialogs.sheet import Sheet, field
from holdfast_desktop.dialogs.wizard.choices import free_name
from holdfast_desktop.theme.controls import button
from holdfast_desktop.wording.tr import tr


class AdoptBackups(Sheet):
    """`submitted(NewStorage)`: answer by closing, or `refused`."""

    submitted = Signal(object)

    def __init__(self, taken: set[str], parent: QWidget | None = None) -> None:
        super().__init__(
            "adoptDialog",
            tr("I have backups already"),
            tr("Say where they are and the passphrase of the storage. Sites, schedules and history come back; nothing is changed there."),
            parent,
            width=600,
        )
        self._taken = taken
        help_text = tr("The folder on the disk that Holdfast or restic wrote to.")
        self._fields = PlaceFields("adopt", tr("Folder with the backups"), help_text)
        holder, self._passphrase = field("adoptPassphrase", tr("Passphrase, as in the recovery kit"), secret=True)
        self._fields.kind_changed.connect(self.refit)
        self.body.addWidget(self._fields)
        self.body.addWidget(holder)
        self.body.addStretch(1)
        self._look = button("adoptLook", tr("Open them"), "primary", clicked=self._submit)
        self.buttons(self._look)
        self._fields.first().setFocus()

    def _submit(self) -> None:
        wrong = self._fields.missing()
        if wrong is not None:
            return self.complain(*wrong)
        if not self._passphrase.text():
            return self.complain(tr("Enter the passphrase."), self._passphrase)
        place = self._fields.place()
        self._look.setEnabled(False)
        self.complain(tr("Opening the storage…"), tone="running")
        name = free_name(place.location.rstrip("/\\").replace("\\", "/").rpartition("/")[2] or tr("Backups"), self._taken)
        self.submitted.emit(NewStorage(name, place.location, self._passphrase.text(), place.options, place.access_secret))

    def complain(self, text: str, field: QLineEdit | None = None, tone: str = "error") -> None:
        super().complain(text, field, tone)
        self.refit()

    def refused(self, text: str, of_passphrase: bool = False) -> None:
        self._look.setEnabled(True)
        self.complain(text, self._passphrase if of_passphrase else None)
        if of_passphrase:
            self._passphrase.selectAll()
