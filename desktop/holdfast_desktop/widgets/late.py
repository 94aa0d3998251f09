"""A place whose content is made when it is first needed: tabs that nobody opened cost nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

W = TypeVar("W", bound=QWidget)


class Late(QWidget, Generic[W]):
    """`make` makes the content, `fill` lets it show what is known; it is called again by whoever knows more."""

    def __init__(self, make: Callable[[], W], fill: Callable[[W], object] = lambda _: None) -> None:
        super().__init__()
        self._make, self._fill = make, fill
        self._content: W | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def made(self) -> W | None:
        """The content, if it was made already."""
        return self._content

    def now(self) -> W:
        """The content, made if it was not yet."""
        if self._content is None:
            self._content = self._make()
            self._box.addWidget(self._content)
            self.fill()
        return self._content

    def fill(self) -> None:
        """Show what is known, where there is somebody to show it."""
        if self._content is not None:
            self._fill(self._content)
