"""What every step of the wizard is. Steps stay as they are when one goes back: nothing that was typed is lost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

Missing = tuple[str, QLineEdit | None]


class Step(QWidget):
    """`changed`: what was chosen here is another now."""

    changed = Signal()

    def intro(self) -> str:
        """The line below the dialog's title."""
        return ""

    def first(self) -> QWidget:
        """The control that has the keyboard when the step is shown."""
        return self

    def missing(self) -> Missing | None:
        """What is wrong here, and the field that it belongs to; None: one can go on."""
        return None
