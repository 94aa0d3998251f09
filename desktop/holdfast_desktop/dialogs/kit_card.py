"""The passphrase that was made, shown once, with the ways to keep it: copy, a printable page, and a tick that it is in a safe place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from holdfast_desktop.dialogs.clipboard import copy_secret
from holdfast_desktop.theme.controls import ButtonKind, button, card, column, label, row, set_icon
from holdfast_desktop.wording.tr import tr


class KitCard(QWidget):
    save_wanted = Signal()
    kept_changed = Signal()

    def __init__(self, passphrase: str, save_kind: str = "plain") -> None:
        super().__init__()
        self._passphrase = passphrase
        self.shown = label(passphrase, "section", name="recoveryPassphrase", wrap=True)
        self.shown.setTextInteractionFlags(self.shown.textInteractionFlags().TextSelectableByMouse)
        self._copy = button("recoveryCopy", tr("Copy"), "ghost", "copy", self._copied)
        frame = card(kind="neutral")
        box = row(self.shown, self._copy, gap=12, margins=(16, 10, 8, 10))
        box.setStretch(0, 1)
        frame.setLayout(box)
        frame.setVisible(bool(passphrase))
        kind: ButtonKind = "primary" if save_kind == "primary" else "plain"
        save = button("recoverySave", tr("Save recovery kit…"), kind, "save", self.save_wanted.emit)
        self.kept = QCheckBox(tr("I have put the passphrase in a safe place"))
        self.kept.setObjectName("recoveryKept")
        self.kept.toggled.connect(lambda _: self.kept_changed.emit())
        self.setLayout(column(frame, row(save, None), self.kept, gap=10))

    def is_kept(self) -> bool:
        return self.kept.isChecked()

    def _copied(self) -> None:
        copy_secret(self._passphrase)
        set_icon(self._copy, "check", "ok")
