"""The last step: one sentence per choice, the first backup, and the recovery kit of a storage that was made on the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from holdfast_desktop.dialogs.kit_card import KitCard
from holdfast_desktop.dialogs.wizard.step import Missing, Step
from holdfast_desktop.dialogs.wizard.ticks import sentences
from holdfast_desktop.theme.controls import card, column, label
from holdfast_desktop.wording.tr import tr


class ReviewStep(Step):
    kit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kit: KitCard | None = None
        frame = card("wizardReview")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._lines.setContentsMargins(16, 14, 16, 14)
        frame.setLayout(self._lines)
        self._now = QCheckBox(tr("Start the first backup now"))
        self._now.setObjectName("wizardBackUpNow")
        self._now.setChecked(True)
        self._kit_place = QWidget()
        self._kit_box = column(gap=6)
        self._kit_place.setLayout(self._kit_box)
        self._kit_place.hide()
        self.setLayout(column(frame, self._now, self._kit_place, None, gap=12))

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """(icon, sentence) each."""
        sentences(lines, self._lines)

    def show_kit(self, storage: str, passphrase: str) -> None:
        """A storage was made: without its passphrase nobody opens it."""
        self._kit = KitCard(passphrase)
        self._kit.save_wanted.connect(self.kit_wanted)
        self._kit.kept_changed.connect(self.changed)
        self._kit_box.addWidget(label(tr("Recovery kit of {name}", name=storage), "strong"))
        words = tr(
            "Without this passphrase nobody can open the backups, not even you on a new computer. It is also in your password store."
        )
        self._kit_box.addWidget(label(words, "caption", wrap=True))
        self._kit_box.addWidget(self._kit)
        self._kit_place.show()

    def kit_saved(self) -> None:
        if self._kit is not None:
            self._kit.kept.setChecked(True)

    def kit_is_open(self) -> bool:
        """Whether a passphrase was made that nobody has put away yet."""
        return self._kit is not None and not self._kit.is_kept()

    def intro(self) -> str:
        return tr("This is what will be done.")

    def first(self) -> QWidget:
        return self._now

    def missing(self) -> Missing | None:
        if self.kit_is_open():
            return tr("Save the recovery kit, or tick the line below it first."), None
        return None

    def back_up_now(self) -> bool:
        return self._now.isChecked()
