"""What is given about a storage: its name, where it is now, and how a bucket is signed in to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as data_field
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from holdfast_desktop.dialogs.sheet import Sheet, field, labelled
from holdfast_desktop.theme.controls import button, row
from holdfast_desktop.wording.tr import tr


@dataclass(frozen=True)
class StorageChange:
    """Only what is different; None: as it was."""

    new_name: str | None = None
    location: str | None = None
    options: dict[str, Any] | None = None
    access_secret: str = data_field(default="", repr=False)

    def is_any(self) -> bool:
        return self != StorageChange()


class EditStorage(Sheet):
    """`submitted(StorageChange)`: answer with `accept` or `refused`."""

    submitted = Signal(object)

    def __init__(self, name: str, location: str, options: Mapping[str, Any], taken: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(
            "editStorageDialog",
            tr("Edit {name}", name=name),
            tr("The backups stay as they are. Another place is tried first: it must hold the same storage."),
            parent,
            width=600,
        )
        self._old_name, self._old_location, self._options = name, location, dict(options)
        self._taken = {one.casefold() for one in taken} - {name.casefold()}
        holder, self._name = field("editStorageName", tr("Name"), name)
        self.body.addWidget(holder)
        self._place = QLineEdit(location)
        self._place.setObjectName("editStorageLocation")
        browse = button("editStorageBrowse", tr("Choose…"), icon="folder-open", clicked=self._browse)
        browse.setVisible(not location.startswith("s3:"))
        self.body.addWidget(
            labelled(tr("Place"), self._place, browse, help_text=tr("Where it is now, when it was moved or is mounted elsewhere."))
        )
        self._secret = QLineEdit()
        self._bucket: dict[str, QLineEdit] = {}
        if location.startswith("s3:"):
            self._bucket_fields()
        self._save = button("editStorageSave", tr("Save"), "primary", clicked=self._send)
        self.buttons(self._save)

    def _bucket_fields(self) -> None:
        key, self._bucket["access_key"] = field("editStorageKey", tr("Access key"), str(self._options.get("access_key", "")))
        secret, self._secret = field("editStorageSecret", tr("Secret key"), hint=tr("as it is"), secret=True)
        region, self._bucket["region"] = field(
            "editStorageRegion", tr("Region"), str(self._options.get("region", "")), hint=tr("often empty")
        )
        kind, self._bucket["storage_class"] = field(
            "editStorageClass", tr("Storage class"), str(self._options.get("storage_class", "")), hint=tr("as the bucket has it")
        )
        authority, self._bucket["ca_file"] = field(
            "editStorageAuthority", tr("Certificate authority of your own"), str(self._options.get("ca_file", "")), hint=tr("Usually empty")
        )
        self._path_style = QCheckBox(tr("Bucket name in the path"))
        self._path_style.setToolTip(tr("As MinIO, Ceph and other servers of your own want it"))
        self._path_style.setObjectName("editStoragePathStyle")
        self._path_style.setChecked(bool(self._options.get("path_style")))
        self.body.addLayout(row(key, secret, gap=12))
        self.body.addLayout(row(region, kind, gap=12))
        self.body.addWidget(authority)
        self.body.addWidget(self._path_style)

    def _browse(self) -> None:
        chooser = QFileDialog(self, tr("Folder of the backups"), self._place.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self._place.setText)
        chooser.open()

    def _send(self) -> None:
        name, place = self._name.text().strip(), self._place.text().strip()
        if not name:
            return self.complain(tr("Give the storage a name."), self._name)
        if name.casefold() in self._taken:
            return self.complain(tr("There is a storage with this name already."), self._name)
        if not place:
            return self.complain(tr("Say where it is."), self._place)
        if place.startswith("s3:") != self._old_location.startswith("s3:"):
            return self.complain(tr("A folder stays a folder and a bucket a bucket: add the other as a new storage."), self._place)
        change = StorageChange(
            name if name != self._old_name else None,
            place if place != self._old_location else None,
            self._changed_options(),
            self._secret.text(),
        )
        if not change.is_any():
            return self.reject()
        self.complain("")
        self._save.setEnabled(False)
        self.submitted.emit(change)
        return None

    def _changed_options(self) -> dict[str, Any] | None:
        if not self._bucket:
            return None
        new = {name: value for name, value in self._options.items() if name not in {*self._bucket, "path_style"}}
        new |= {name: edit.text().strip() for name, edit in self._bucket.items() if edit.text().strip()}
        if "path_style" in self._options or self._path_style.isChecked():
            new["path_style"] = self._path_style.isChecked()
        return new if new != self._options else None

    def refused(self, text: str) -> None:
        self._save.setEnabled(True)
        self.complain(text)
