"""Fields that say a place: a folder of this computer, or a bucket. For backups, for archives, for what another computer left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QRadioButton, QStackedWidget, QWidget

from holdfast_desktop.dialogs.folder_chooser import choose_folder
from holdfast_desktop.dialogs.sheet import field, labelled
from holdfast_desktop.dialogs.wizard.choices import Place
from holdfast_desktop.theme.controls import button, column, row
from holdfast_desktop.wording.tr import tr


class PlaceFields(QWidget):
    """`prefix` begins the object names: ``<prefix>Path``, ``<prefix>Bucket`` …"""

    changed = Signal()
    kind_changed = Signal()
    """Another kind of place, with other fields."""

    def __init__(self, prefix: str, folder_title: str, help_text: str = "") -> None:
        super().__init__()
        kinds = QButtonGroup(self)
        self._disk = QRadioButton(tr("A disk or folder"))
        self._disk.setObjectName(f"{prefix}KindDisk")
        self._bucket = QRadioButton(tr("An S3 bucket"))
        self._bucket.setObjectName(f"{prefix}KindS3")
        self.path = QLineEdit()
        self.path.setObjectName(f"{prefix}Path")
        choose = button(f"{prefix}Browse", tr("Choose…"), icon="folder-open", clicked=self._browse)
        self._title = folder_title
        folder = QWidget()
        folder.setLayout(column(labelled(folder_title, self.path, choose, help_text=help_text), None))
        endpoint, self._endpoint = field(f"{prefix}Endpoint", tr("Server"), "https://s3.amazonaws.com")
        bucket, self.bucket = field(f"{prefix}Bucket", tr("Bucket and folder"), hint="my-bucket/holdfast")
        region, self._region = field(f"{prefix}Region", tr("Region"), hint=tr("often empty"))
        key, self._key = field(f"{prefix}AccessKey", tr("Access key"))
        secret, self._secret = field(f"{prefix}AccessSecret", tr("Secret key"), secret=True)
        self._path_style = QCheckBox(tr("Bucket name in the path (MinIO, Ceph)"))
        self._path_style.setObjectName(f"{prefix}PathStyle")
        far = QWidget()
        far.setLayout(column(row(endpoint, region, gap=12), bucket, row(key, secret, gap=12), self._path_style, gap=12))
        self._pages = QStackedWidget()
        self._pages.addWidget(folder)
        self._pages.addWidget(far)
        self.setLayout(column(row(self._disk, 16, self._bucket, None), self._pages, gap=12))
        for kind in (self._disk, self._bucket):
            kinds.addButton(kind)
            kind.toggled.connect(self._kind_changed)
        for edit in (self.path, self.bucket, self._endpoint, self._region, self._key, self._secret):
            edit.textChanged.connect(self.changed)
        self._disk.setChecked(True)

    def missing(self) -> tuple[str, QLineEdit] | None:
        if self._disk.isChecked() and not self.path.text().strip():
            return tr("Choose a folder."), self.path
        if self._bucket.isChecked() and not self.bucket.text().strip().strip("/"):
            return tr("Say which bucket."), self.bucket
        return None

    def place(self) -> Place:
        if self._disk.isChecked():
            return Place(self.path.text().strip())
        options: dict[str, Any] = {"access_key": self._key.text().strip(), "path_style": self._path_style.isChecked()}
        if self._region.text().strip():
            options["region"] = self._region.text().strip()
        bucket = self.bucket.text().strip().strip("/")
        return Place(f"s3:{self._endpoint.text().strip().rstrip('/')}/{bucket}", options, self._secret.text())

    def first(self) -> QLineEdit:
        return self.path if self._disk.isChecked() else self.bucket

    def _browse(self) -> None:
        choose_folder(self, self._title, self.path.text(), self.path.setText)

    def _kind_changed(self) -> None:
        self._pages.setCurrentIndex(1 if self._bucket.isChecked() else 0)
        shown = self._pages.currentWidget()
        self._pages.setFixedHeight(shown.sizeHint().height() if shown else 0)
        self.kind_changed.emit()
        self.changed.emit()
