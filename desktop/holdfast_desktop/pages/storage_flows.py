"""Flows about storages: adding one, and its recovery kit; what else is done with one is in modules of their own."""

from __future__ import annotations

import atexit
import contextlib
import os
import tempfile
from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from holdfast.app import StorageAdded, StorageReport
from holdfast.errors import Unsupported
from holdfast.secret import Secret
from holdfast_desktop.dialogs.add_storage import AddStorage, NewStorage
from holdfast_desktop.dialogs.storage_care import KitChoice
from holdfast_desktop.event_loop import in_thread, is_there
from holdfast_desktop.pages.adopt_flows import AdoptFlows
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.keeping_flow import KeepingFlow
from holdfast_desktop.pages.kit_saving import save_kit, show_kit
from holdfast_desktop.pages.storage_care import StorageCare
from holdfast_desktop.pages.storage_entries import StorageEntries
from holdfast_desktop.pages.told import told
from holdfast_desktop.wording.tr import tr, tr_n


class StorageFlows:
    def __init__(self, desk: Desk, window: QWidget, job_started: Callable[[], object]) -> None:
        self._desk = desk
        self._window = window
        care = StorageCare(desk, window, job_started)
        entries = StorageEntries(desk, window, lambda answer: show_kit(desk, window, answer))
        rules = KeepingFlow(desk, window, job_started)
        self.retention, self.retention_of_site = rules.open, rules.open_site
        self.test, self.check, self.check_deeper, self.drill = care.test, care.check, care.check_deeper, care.drill
        self.measure, self.free_space = care.measure, care.free_space
        self.repair, self.remove_lock = care.repair, care.remove_lock
        self.rename, self.edit, self.remove, self.adopt = entries.rename, entries.edit, entries.remove, entries.adopt
        self.keys, self.enter_passphrase = entries.keys, entries.enter_passphrase

    # adding

    def add(self, then: Callable[[], object] | None = None, parent: QWidget | None = None) -> None:
        dialog = AddStorage([s.name for s in self._desk.storages()], parent=parent or self._window)

        def refused(error: Exception) -> None:
            if is_there(dialog):
                dialog.refused(_with_hint(error))
            else:
                self._desk.failed(error)

        def submitted(chosen: NewStorage) -> None:
            work = self._desk.app.storages.add(
                chosen.name,
                chosen.location,
                Secret(chosen.password) if chosen.password else None,
                options=chosen.options or None,
                secrets=_secrets(chosen),
            )
            self._desk.tasks.start(work, added, refused)

        def added(answer: StorageAdded) -> None:
            if is_there(dialog):  # closed meanwhile: the storage was made all the same, and its passphrase must be seen
                dialog.accept()
            self._desk.tasks.start(self._after_adding(), lambda _: self._show_kit(answer, then))

        def tested(report: StorageReport) -> None:
            dialog.show_checks(report.ok, report.checks)

        def test(chosen: NewStorage) -> None:
            work = self._desk.app.storages.test_location(chosen.location, options=chosen.options or None, secrets=_secrets(chosen))
            self._desk.tasks.start(work, tested, refused, dialog)

        dialog.submitted.connect(submitted)
        dialog.test_wanted.connect(test)
        dialog.adopt_wanted.connect(lambda: AdoptFlows(self._desk, self._window).open())
        dialog.open()

    async def _after_adding(self) -> None:
        self._desk.status = await self._desk.app.status()
        self._desk.refreshed.emit()

    def _show_kit(self, answer: StorageAdded, then: Callable[[], object] | None) -> None:
        if not answer.created:
            found = len(answer.found_sites)
            words = tr_n("{n} site has backups there.", "{n} sites have backups there.", found) if found else ""
            self._desk.say(tr("{name} was adopted", name=answer.storage.name), words)
            self._desk.changed("")
            if then is not None:
                then()
            return
        show_kit(self._desk, self._window, answer, then)

    def recovery_kit(self, name: str) -> None:
        """The printable page of a storage, to be saved or printed."""
        dialog = KitChoice(name, self._window)

        def save(with_password: bool) -> None:
            work = self._desk.app.storages.recovery_kit(name, with_password=with_password)
            self._desk.tasks.start(work, lambda page: save_kit(self._desk, self._window, name, page, saved, with_password), failed, dialog)

        def show(with_password: bool) -> None:
            self._desk.tasks.start(self._print(name, with_password), shown, failed, dialog)

        def saved(path: str) -> None:
            self._desk.say(tr("Recovery kit saved"), path)
            if is_there(dialog):
                dialog.accept()

        def shown(_: object) -> None:
            dialog.complain(tr("It opens in your browser: print it there. The file is removed when Holdfast ends."), tone="ok")

        def failed(error: Exception) -> None:
            dialog.complain(told(self._desk, error, name))

        dialog.save_wanted.connect(save)
        dialog.print_wanted.connect(show)
        dialog.open()

    async def _print(self, name: str, with_password: bool) -> None:
        """The page as a private file of this session, opened by whatever shows pages."""
        page = await self._desk.app.storages.recovery_kit(name, with_password=with_password)
        path = await in_thread(_write_passing, page)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            await in_thread(os.unlink, path)
            raise Unsupported("Nothing on this desktop shows web pages.", hint=tr("Save the page and print it elsewhere."))


def _secrets(chosen: NewStorage) -> dict[str, Secret] | None:
    return {"access_secret": Secret(chosen.access_secret)} if chosen.access_secret else None


def _with_hint(error: Exception) -> str:
    hint = getattr(error, "hint", "")
    return f"{error}\n{hint}" if hint else str(error)


def _write_passing(text: str) -> str:
    """A file that only this user reads and that goes with the program."""
    folder = os.environ.get("XDG_RUNTIME_DIR") or None  # in memory, and gone with the session
    descriptor, path = tempfile.mkstemp(prefix="holdfast-recovery-", suffix=".html", dir=folder)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    atexit.register(_unlink, path)
    return path


def _unlink(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)
