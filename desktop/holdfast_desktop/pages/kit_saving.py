"""The window's own small work on disk: a recovery kit is written where the user says, and how much room a folder has."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from holdfast.app import StorageAdded
from holdfast_desktop.dialogs.add_storage import RecoveryKit
from holdfast_desktop.event_loop import in_thread, is_there
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.tr import tr


def save_kit(desk: Desk, parent: QWidget, storage: str, page: str, saved: Callable[[str], object], holds_key: bool = True) -> None:
    """Ask where to, write the page there (0600, it holds a passphrase), and remember that it was saved; a page without the passphrase
    opens nothing and does not count."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chooser = QFileDialog(parent, tr("Save recovery kit"), folder, tr("Web page (*.html)"))
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.selectFile(f"Holdfast recovery kit {storage}.html")

    async def write(path: str) -> None:
        await in_thread(_write_private, path, page)
        if holds_key:
            await desk.app.storages.note_kit_saved(storage)
            desk.refresh()

    chooser.fileSelected.connect(lambda path: desk.do(write(path), lambda _: saved(path)))
    chooser.open()


def note_kept(desk: Desk, storage: str) -> None:
    """The person said that the passphrase is in a safe place: the first steps need not ask for it again."""
    desk.do(desk.app.storages.note_kit_saved(storage), lambda _: desk.refresh(), storage)


def show_kit(desk: Desk, window: QWidget, added: StorageAdded, then: Callable[[], object] | None = None) -> None:
    """The passphrase that was made (or only its page, when it was given), to be saved; it cannot be skipped silently."""
    name = added.storage.name
    dialog = RecoveryKit(name, added.password.reveal() if added.password else "", window)

    def saved(path: str) -> None:
        if is_there(dialog):
            dialog.saved(path)

    def closed(_: int) -> None:
        if dialog.is_kept():
            note_kept(desk, name)
        if then is not None:
            then()

    dialog.save_wanted.connect(lambda: save_kit(desk, dialog, name, added.recovery_kit, saved))
    dialog.finished.connect(closed)
    dialog.open()


def _write_private(path: str, text: str) -> None:
    """In a thread: a network folder may take its time."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


def free_at(location: str) -> int | None:
    """Free bytes where this folder is or would be; None when nobody can tell."""
    path = os.path.abspath(os.path.expanduser(location))
    while not os.path.exists(path) and os.path.dirname(path) != path:
        path = os.path.dirname(path)
    try:
        return shutil.disk_usage(path).free
    except OSError:
        return None
