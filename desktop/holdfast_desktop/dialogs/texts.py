"""Dialogs that only show text: details of an error, a log, the list of shortcuts."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from holdfast_desktop.dialogs.sheet import Sheet
from holdfast_desktop.theme.controls import button, label
from holdfast_desktop.wording.keys import key_words
from holdfast_desktop.wording.tr import tr


class TextSheet(Sheet):
    """Text that can be copied. Only logs and details are set in a monospaced font."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__("textSheet", title, parent=parent, width=640)
        self._view = QPlainTextEdit(text)
        self._view.setObjectName("textSheetText")
        self._view.setAccessibleName(title)
        self._view.setReadOnly(True)
        self._view.setMinimumHeight(220)
        self._view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.body.addWidget(self._view)
        self.buttons(button("textSheetCopy", tr("Copy"), icon="copy", clicked=self._copy), cancel=tr("Close"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._view.toPlainText())


class ShortcutsSheet(Sheet):
    """Every key of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("shortcuts", tr("Keyboard"), parent=parent, width=560)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for place, (keys, meaning) in enumerate(shortcuts()):
            grid.addWidget(label(key_words(keys), "strong"), place, 0)
            grid.addWidget(label(meaning, wrap=True), place, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.buttons(cancel=tr("Close"))


def shortcuts() -> list[tuple[str, str]]:
    return [
        ("Ctrl+K", tr("Go to anything: sites, pages, actions, settings")),
        ("Ctrl+1 … Ctrl+6", tr("Go to a page")),
        ("Alt+← / Alt+→", tr("Back / forward")),
        ("Ctrl+N", tr("Add a site")),
        ("Ctrl+B", tr("Back up the selection")),
        ("Ctrl+Shift+B", tr("Back up all")),
        ("Ctrl+R", tr("Restore…")),
        ("Ctrl+S", tr("Download the selected files")),
        ("Ctrl+D", tr("Compare the two selected backups")),
        ("Space / Enter", tr("Preview / open")),
        ("F2 / Del", tr("Rename / delete, with a preview")),
        ("Ctrl+F", tr("Search in the page")),
        ("Ctrl+P", tr("Pause or resume the schedules")),
        ("Ctrl+J", tr("Open or close the jobs")),
        ("Ctrl+.", tr("Cancel the job that has the keyboard")),
        ("Esc", tr("Close a panel; jobs go on")),
        ("F5", tr("Refresh")),
        ("Shift+F10", tr("Menu of what is selected")),
        ("Ctrl+,", tr("Settings")),
        ("Ctrl+W / Ctrl+Q", tr("Close the window / quit")),
        ("F1, Ctrl+/", tr("This list")),
    ]
