"""Where chosen files of a backup are saved to: as they are into a folder, or packed into one archive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QRadioButton, QWidget

from holdfast_desktop.dialogs.sheet import Sheet
from holdfast_desktop.theme.controls import button, label, row
from holdfast_desktop.wording.tips import plain_name
from holdfast_desktop.wording.tr import tr, tr_n

_ENDINGS = {"folder": "", "zip": ".zip", "tar": ".tar.zst"}
SHOWN = 4


class SaveFiles(Sheet):
    """`submitted(how, path)`: how is folder or archive."""

    submitted = Signal(str, str)

    def __init__(self, names: Sequence[str], folder: str, stem: str, parent: QWidget | None = None) -> None:
        """`names`: of what is saved. `folder`: where to, to begin with. `stem`: the name of the folder or archive, without ending."""
        super().__init__(
            "saveFilesDialog", tr_n("Save {n} chosen item", "Save {n} chosen items", len(names)), _listed(names), parent, width=560
        )
        self._folder, self._stem = folder, stem
        self._kinds: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        for word, words in (
            ("folder", tr("As they are, into a folder")),
            ("zip", tr("Packed into one .zip")),
            ("tar", tr("Packed into one .tar.zst (smaller)")),
        ):
            choice = QRadioButton(words)
            choice.setObjectName(f"saveAs{word.capitalize()}")
            choice.toggled.connect(lambda on: self._kind_chosen() if on else None)
            group.addButton(choice)
            self._kinds[word] = choice
            self.body.addWidget(choice)
        self._path = QLineEdit()
        self._path.setObjectName("savePath")
        self._path.setAccessibleName(tr("Save to"))
        self._save = button("saveAccept", tr("Save"), "primary", "download", self._submit)
        self._path.textChanged.connect(lambda text: self._save.setEnabled(bool(text.strip())))
        self.body.addLayout(row(self._path, button("saveBrowse", tr("Choose…"), icon="folder-open", clicked=self._choose), gap=8))
        self.body.addWidget(label(tr("Folders above the chosen items come with them, so that nothing is mixed up."), "caption", wrap=True))
        self.buttons(self._save)
        self._kinds["folder"].setChecked(True)

    def kind(self) -> str:
        return next(word for word, choice in self._kinds.items() if choice.isChecked())

    def _kind_chosen(self) -> None:
        self._path.setText(str(Path(self._folder) / f"{self._stem}{_ENDINGS[self.kind()]}"))

    def _choose(self) -> None:
        chooser = QFileDialog(self, tr("Save to"), self._folder)
        chooser.setObjectName("savePlaceDialog")
        if self.kind() == "folder":
            chooser.setFileMode(QFileDialog.FileMode.Directory)
            chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            chooser.selectFile(Path(self._path.text()).name)
        chooser.fileSelected.connect(self._path.setText)
        chooser.open()

    def _submit(self) -> None:
        how, path = self.kind(), self._path.text().strip()
        if how != "folder" and not path.endswith((".zip", ".tar.zst")):
            path += _ENDINGS[how]
        self.submitted.emit("folder" if how == "folder" else "archive", path)
        self.accept()


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(plain_name(name) for name in names[:SHOWN])
    more = len(names) - SHOWN
    return tr_n("{names} and {n} more", "{names} and {n} more", more, names=shown) if more > 0 else shown
