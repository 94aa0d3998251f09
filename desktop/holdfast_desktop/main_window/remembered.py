"""What the window remembers between two starts: its size and place, the page, whether the sidebar is folded.

Qt's own settings file (`QSettings`, INI, in the user's configuration): it is read before the first paint, when the home is not open yet,
and holds nothing about sites. Its format is Qt's.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget


class WindowMemory:
    """Reads nothing and writes nothing with `path` None (tests, and windows over made-up homes)."""

    def __init__(self, path: str | None) -> None:
        self._store = None if path is None else QSettings(path, QSettings.Format.IniFormat)

    @classmethod
    def usual(cls, home: str | os.PathLike[str] | None = None) -> WindowMemory:
        """In the folder of `home` where one was named, else in the user's configuration."""
        if home is not None:
            return cls(os.path.join(os.fspath(home), "window.ini"))
        base = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "holdfast", "window").fileName()
        return cls(base)

    def restore(self, window: QWidget) -> bool:
        """Size and place as they were; False when nothing is known."""
        found = self._get("geometry")
        return isinstance(found, QByteArray) and window.restoreGeometry(found)

    def page(self) -> str:
        return str(self._get("page") or "")

    def folded(self) -> bool:
        """The sidebar shows icons only, as the user wants it."""
        return str(self._get("folded") or "").casefold() == "true"

    def keep(self, window: QWidget, page: str, folded: bool) -> None:
        if self._store is not None:
            self._store.setValue("geometry", window.saveGeometry())
            self._store.setValue("page", page)
            self._store.setValue("folded", "true" if folded else "false")
            self._store.sync()

    def _get(self, name: str) -> object:
        return None if self._store is None else self._store.value(name)
