"""The step where the sites of an account are ticked."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from holdfast_desktop.dialogs.install_picker import InstallPicker
from holdfast_desktop.dialogs.wizard.step import Missing, Step
from holdfast_desktop.wording.tr import tr


class InstallsStep(Step):
    """The sites of an account, to be ticked."""

    def __init__(self) -> None:
        super().__init__()
        self.picker = InstallPicker()
        self.picker.changed.connect(self.changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.picker)

    def intro(self) -> str:
        return tr("Tick the sites that Holdfast shall look after.")

    def first(self) -> QWidget:
        return self.picker.list

    def missing(self) -> Missing | None:
        if not self.picker.ticked():
            return tr("Tick at least one site."), None
        emails = self.picker.emails()
        if not emails or any("@" not in one for one in emails):
            return tr("Give at least one e-mail address."), self.picker.emails_edit
        return None
