"""The toolkit itself: what a new release of it must not break again."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel


@pytest.mark.usefixtures("qapp")
def test_qt_calls_do_not_eat_references_to_none() -> None:
    """PySide6 6.12.0 took one reference from None with each call without a result; after some 8,000 calls Python 3.11 aborts."""
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(200):
        label.setText("a")
    assert sys.getrefcount(None) > before - 50


def test_boolean_signals_do_not_eat_references(qapp: QApplication) -> None:
    """The same fault took one from True and False with each emit of a boolean signal."""

    class Sender(QObject):
        said = Signal(bool)

    sender = Sender(qapp)
    before = sys.getrefcount(True)
    for _ in range(200):
        sender.said.emit(True)
    assert sys.getrefcount(True) > before - 50
