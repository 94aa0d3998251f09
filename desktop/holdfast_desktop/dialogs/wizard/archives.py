"""The step for archives that another program makes: the folder or bucket where they arrive."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from holdfast_desktop.dialogs.place_fields import PlaceFields
from holdfast_desktop.dialogs.wizard.choices import Place
from holdfast_desktop.dialogs.wizard.step import Missing, Step
from holdfast_desktop.theme.controls import column, label
from holdfast_desktop.wording.tr import tr


class ArchivesStep(Step):
    def __init__(self) -> None:
        super().__init__()
        self.fields = PlaceFields("wizardArchive", tr("Folder with the archives"))
        self.fields.changed.connect(self.changed)
        note = label(
            tr(
                "Zip and tar files of UpdraftPlus, Duplicator and others. What is new there is taken into your storage; the files "
                "themselves stay as they are. Also good for a folder of old archives."
            ),
            "caption",
            wrap=True,
        )
        self.setLayout(column(self.fields, note, None, gap=12))

    def intro(self) -> str:
        return tr("Where does the other program drop its archives?")

    def first(self) -> QWidget:
        return self.fields.first()

    def missing(self) -> Missing | None:
        return self.fields.missing()

    def place(self) -> Place:
        return self.fields.place()

    def suggested_name(self) -> str:
        parts = [part for part in self.place().location.replace("\\", "/").split("/") if part]
        return parts[-1] if parts else ""
