"""Back up with options, and delete, for sites with a service of their own: the forms are what the service's capabilities name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QSizePolicy, QWidget

from holdfast_desktop.dialogs.options_form import OptionsForm
from holdfast_desktop.dialogs.sheet import Sheet, field, labelled
from holdfast_desktop.theme.controls import IconLabel, button, card, column, label, row
from holdfast_desktop.wording.services import choice_words
from holdfast_desktop.wording.tr import tr, tr_n


@dataclass(frozen=True)
class BackUpChoice:
    """What the user chose. `keep_in`: a storage of ours that takes it in as well; empty = none."""

    type: str
    label: str
    options: Mapping[str, Any]
    keep_in: str = ""


class BackUpOptions(Sheet):
    submitted = Signal(object)

    def __init__(
        self, site: str, offers: Mapping[str, Any], storages: Sequence[str] = (), own: str = "", parent: QWidget | None = None
    ) -> None:
        """`storages`: where the backup can be kept besides; offered when the service lets it be fetched. `own`: where it is kept anyhow."""
        super().__init__("backUpDialog", tr("Back up {site}", site=site), tr("The site makes the backup itself."), parent)
        self._type = QComboBox()
        self._type.setObjectName("backUpType")
        self._type.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for word in offers.get("types") or ("full",):
            self._type.addItem(choice_words(str(word)), str(word))
        self._type.setEnabled(self._type.count() > 1)
        holder, self._label = field("backUpLabel", tr("Label (optional)"), hint=tr("before the update of the shop"))
        self._form = OptionsForm(offers.get("create") or ())
        self._keep = QComboBox()
        self._keep.setObjectName("backUpKeepIn")
        self._keep.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if not own:
            self._keep.addItem(tr("Only on the site"), "")
        for name in sorted(storages, key=lambda one: one != own):
            self._keep.addItem(tr("On the site, and in {storage}", storage=name), name)
        self.body.addWidget(labelled(tr("What"), self._type))
        self.body.addWidget(holder)
        self.body.addWidget(self._form)
        keep = labelled(
            tr("Keep it"), self._keep, help_text=tr("In a storage of yours it is unpacked: daily archives share what did not change.")
        )
        keep.setVisible(bool(storages) and "download" in (offers.get("verbs") or ()))
        self.body.addWidget(keep)
        self.buttons(button("backUpStart", tr("Back up now"), "primary", "database-backup", self._submit))

    def _submit(self) -> None:
        wrong, control = self._form.wrong()
        if wrong:
            return self.complain(wrong, control)
        keep = "" if self._keep.isHidden() else str(self._keep.currentData())
        self.submitted.emit(BackUpChoice(str(self._type.currentData()), self._label.text().strip(), self._form.values(), keep))
        self.accept()


class DeleteRemote(Sheet):
    """Shows what goes, and what is of no use afterwards; `submitted(options)`."""

    submitted = Signal(object)

    def __init__(
        self,
        site: str,
        lines: Sequence[str],
        dependants: Sequence[str],
        fields: Sequence[Mapping[str, Any]],
        parent: QWidget | None = None,
    ) -> None:
        """`dependants`: a line for each backup that builds on these."""
        title = tr_n("Delete {n} backup on {site}?", "Delete {n} backups on {site}?", len(lines), site=site)
        super().__init__("deleteDialog", title, parent=parent)
        self.body.addWidget(label("\n".join(lines[:10]), name="deleteList", wrap=True))
        if len(lines) > 10:
            self.body.addWidget(label(tr_n("and {n} more", "and {n} more", len(lines) - 10), tone="secondary"))
        if dependants:
            self.body.addWidget(_warning(dependants))
        self._form = OptionsForm(fields)
        self.body.addWidget(self._form)
        self._form.setVisible(not self._form.is_empty())
        self.body.addWidget(
            label(tr("The site deletes them; this cannot be undone. Copies in your storages stay."), tone="secondary", wrap=True)
        )
        self.body.addStretch(1)
        self.buttons(button("deleteConfirm", tr("Delete"), "danger", "trash-2", self._submit), cancel=tr("Keep"))

    def _submit(self) -> None:
        self.submitted.emit(self._form.values())
        self.accept()


def _warning(dependants: Sequence[str]) -> QWidget:
    frame = card("deleteDependants", "warning")
    title = tr_n(
        "{n} backup builds on them and cannot be restored any more:",
        "{n} backups build on them and cannot be restored any more:",
        len(dependants),
    )
    shown = "\n".join(dependants[:8]) + ("\n…" if len(dependants) > 8 else "")
    texts = column(label(title, "strong", wrap=True), label(shown, name="deleteDependantsList", wrap=True), gap=4)
    box = row(column(IconLabel("triangle-alert", "warning", 20), None), texts, gap=12, margins=(14, 12, 14, 12))
    box.setStretch(1, 1)
    frame.setLayout(box)
    return frame


class DownloadRemote(Sheet):
    """Where a backup is fetched to: a folder, a storage of ours, or both. `submitted(folder or "", storage or "")`."""

    submitted = Signal(str, str)

    def __init__(self, title: str, folder: str, storages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(
            "fetchDialog", title, tr("It is checked on the way: length, every byte of the archive, database and settings."), parent
        )
        self._to_folder = QRadioButton(tr("To a folder, as the archive that the site made"))
        self._to_folder.setObjectName("fetchToFolder")
        self._to_storage = QRadioButton(tr("Into a storage of yours, unpacked"))
        self._to_storage.setObjectName("fetchToStorage")
        group = QButtonGroup(self)
        for one in (self._to_folder, self._to_storage):
            group.addButton(one)
            one.toggled.connect(self._enable)
        holder, self._folder = field("fetchFolder", tr("Folder"), folder)
        self._storage = QComboBox()
        self._storage.setObjectName("fetchStorage")
        self._storage.addItems(list(storages))
        self._storage.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._place = labelled(tr("Storage"), self._storage)
        self._folder_holder = holder
        browse = button("fetchBrowse", tr("Choose…"), icon="folder-open", clicked=self._browse)
        self._folder_row = QWidget()
        line = row(holder, browse, gap=8)
        line.setAlignment(browse, _bottom())
        self._folder_row.setLayout(line)
        for widget in (self._to_folder, self._folder_row, self._to_storage, self._place):
            self.body.addWidget(widget)
        self.body.addWidget(label(tr("There daily archives share the room of what did not change."), "caption", wrap=True))
        self.body.addStretch(1)
        self.buttons(button("fetchStart", tr("Download"), "primary", "download", self._submit))
        self._to_storage.setEnabled(bool(storages))
        self._to_folder.setChecked(True)
        self._enable()

    def _enable(self) -> None:
        self._folder_row.setEnabled(self._to_folder.isChecked())
        self._place.setEnabled(self._to_storage.isChecked())

    def _browse(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chooser = QFileDialog(self, tr("Folder"), self._folder.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self._folder.setText)
        chooser.open()

    def _submit(self) -> None:
        to_folder = self._to_folder.isChecked()
        folder = self._folder.text().strip()
        if to_folder and not folder:
            return self.complain(tr("Choose a folder."), self._folder)
        self.submitted.emit(folder if to_folder else "", "" if to_folder else self._storage.currentText())
        self.accept()


def _bottom() -> Any:
    from PySide6.QtCore import Qt

    return Qt.AlignmentFlag.AlignBottom
