"""What every page is: a header over a body."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.widgets.header import PageHeader


class Page(QWidget):
    """`search` is the field that Ctrl+F goes to, where there is one."""

    search: QLineEdit | None = None

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setProperty("pageName", name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = desk
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    def build(self, title: str, body: QWidget, tools: Sequence[QWidget] = (), primary: QPushButton | None = None) -> PageHeader:
        header = PageHeader(title, tools, primary)
        self._box.addWidget(header)
        self._box.addWidget(body, 1)
        return header

    def shown(self) -> None:
        """The user came here."""

    def catch_up(self) -> None:
        """This page was made after the desk had its first answers: show them."""

    def refresh(self) -> None:
        """F5."""
        self.desk.refresh()


def scrolled(inner: QWidget, name: str = "scroll") -> QScrollArea:
    """`inner` in an area that scrolls up and down only."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner.setObjectName("scrollBody")
    inner.resize(1, 1)  # else Qt asks it for its size at once, which styles all that is in it, and once more for each parent it gets
    area.setWidget(inner)
    return area
