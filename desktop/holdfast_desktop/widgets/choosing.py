"""One of several checkable buttons: chosen by mouse, by keys, or by an assistive program.

Assistive programs do not click a checkable button, they toggle it (QAccessibleButton knows no other action for it).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton


def when_chosen(made: QAbstractButton, do: Callable[[], object]) -> None:
    """Call `do` when `made` becomes the checked one, and when it is clicked again."""
    made.toggled.connect(lambda checked: do() if checked else None)
    made.pressed.connect(lambda: made.setProperty("again", made.isChecked()))
    made.clicked.connect(lambda _checked=False: do() if made.property("again") else None)


def show_chosen(made: QAbstractButton, checked: bool = True) -> None:
    """Check it without choosing it."""
    with QSignalBlocker(made):
        made.setChecked(checked)
