"""Reads and changes settings through the door: each change is saved at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from holdfast_desktop.pages.desk import Desk

if TYPE_CHECKING:
    from holdfast.state.settings import Settings


@dataclass(frozen=True)
class Change:
    """One setting, as it was before; `title` is what it is called on the page."""

    name: str
    before: Any
    title: str


class Saver(QObject):
    """`filled`: settings came or changed; `moved`: something was saved or taken back, so that `last` is another."""

    filled = Signal(object)
    moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._changes: list[Change] = []
        self.settings: Settings | None = None
        self.filling = False

    def load(self) -> None:
        self._desk.do(self._desk.app.settings.get(), self._got)

    def last(self) -> Change | None:
        """What `undo` would take back."""
        return self._changes[-1] if self._changes else None

    def save(self, name: str, value: Any, title: str, refused: Callable[[Exception], None]) -> None:
        """Change one value; `refused` gets the error when it cannot be that."""
        if self.filling or self.settings is None:
            return
        before = getattr(self.settings, name)

        def saved(settings: Settings) -> None:
            if getattr(settings, name) != before:
                self._changes.append(Change(name, before, title))
            self._got(settings)

        self._desk.tasks.start(self._desk.app.settings.set(name, value), saved, refused)

    def undo(self) -> None:
        """Put the last change back."""
        if not self._changes:
            return
        change = self._changes.pop()
        self._desk.do(self._desk.app.settings.set(change.name, change.before), self._got)

    def _got(self, settings: Settings) -> None:
        changed = self.settings is not None and settings != self.settings
        self.settings = settings
        self.filling = True
        try:
            self.filled.emit(settings)
        finally:
            self.filling = False
        if changed:
            self._desk.settings_changed.emit(settings)
            self._desk.refresh()
        self.moved.emit()
