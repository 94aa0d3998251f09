"""The system's own dialog for a folder."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_folder(parent: QWidget, title: str, start: str, chosen: Callable[[str], object]) -> None:
    chooser = QFileDialog(parent, title, start)
    chooser.setFileMode(QFileDialog.FileMode.Directory)
    chooser.setOption(QFileDialog.Option.ShowDirsOnly)
    chooser.fileSelected.connect(chosen)
    chooser.open()
