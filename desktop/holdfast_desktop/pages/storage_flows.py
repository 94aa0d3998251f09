"""Flows about storages: add, recovery kit, test, check, free space, passphrase, locks, repair."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from holdfast.app import StorageAdded, StorageReport
from holdfast.jobs.messages import Finished
from holdfast.secret import Secret
from holdfast_desktop.dialogs.add_storage import AddStorage, NewStorage, RecoveryKit, check_words
from holdfast_desktop.dialogs.sheet import Prompt, Question
from holdfast_desktop.event_loop import in_thread, is_there
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.tr import tr, tr_n


class StorageFlows:
    def __init__(self, desk: Desk, window: QWidget, job_started: Callable[[], object]) -> None:
        self._desk = desk
        self._window = window
        self._job_started = job_started

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
        dialog = RecoveryKit(answer.storage.name, answer.password.reveal() if answer.password else "", self._window)

        def saved(path: str) -> None:
            if is_there(dialog):
                dialog.saved(path)

        dialog.save_wanted.connect(lambda: self._save(answer.storage.name, answer.recovery_kit, saved))
        if then is not None:
            dialog.finished.connect(lambda _: then())
        dialog.open()

    def recovery_kit(self, name: str) -> None:
        """Save the printable page of a storage."""
        done = self._desk.say
        self._desk.do(
            self._desk.app.storages.recovery_kit(name),
            lambda page: self._save(name, page, lambda path: done(tr("Recovery kit saved"), path)),
            name,
        )

    def _save(self, storage: str, page: str, saved: Callable[[str], object]) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chooser = QFileDialog(self._window, tr("Save recovery kit"), folder, tr("Web page (*.html)"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(f"Holdfast recovery kit {storage}.html")
        chooser.fileSelected.connect(lambda path: self._desk.do(self._write_kit(storage, path, page), lambda _: saved(path)))
        chooser.open()

    async def _write_kit(self, storage: str, path: str, page: str) -> None:
        await _write(path, page)
        await self._desk.app.storages.note_kit_saved(storage)
        self._desk.refresh()

    # looking after

    def test(self, name: str) -> None:
        def tested(report: StorageReport) -> None:
            wrong = [check_words(line.name) for line in report.checks if line.ok is False]
            if report.ok:
                self._desk.say(tr("{name} works", name=name), ", ".join(check_words(c.name) for c in report.checks if c.ok))
            else:
                self._desk.say(tr("{name} does not work as it should", name=name), tr("Not: {what}", what=", ".join(wrong)), "error")

        self._desk.do(self._desk.app.storages.test(name), tested, name)

    def check(self, name: str, read_data: bool = False) -> None:
        def ended(finished: Finished) -> None:
            if finished.outcome == "success":
                self._desk.say(tr("{name} is intact", name=name), tr("Everything that backups need is there."))
            self._desk.changed()

        self._desk.do_job(self._desk.app.storages.check(name, read_data=read_data), ended, name)
        self._job_started()

    def measure(self, name: str) -> None:
        self._desk.do(self._desk.app.storages.stats(name), lambda _: self._desk.changed(), name)

    def free_space(self, name: str) -> None:
        """First the plan, then, when the user agrees, the work."""

        def planned(finished: Finished) -> None:
            if finished.outcome == "success":
                self._ask_prune(name, finished.result.get("plan") or {})

        self._desk.do_job(self._desk.app.storages.prune(name, dry_run=True), planned, name)

    def _ask_prune(self, name: str, plan: dict[str, Any]) -> None:
        freed = int(plan.get("bytes_freed") or 0)
        if not freed:
            self._desk.say(tr("Nothing to free in {name}", name=name), tr("Every byte there belongs to a backup."))
            return
        alarm = bool(plan.get("alarm"))  # its only reason: data is there, but no backup
        dialog = Question(
            tr("Free {size} in {name}?", size=size(freed), name=name),
            tr("No backup is left there, so everything would go. This looks like a mistake, unless all of them were deleted on purpose.")
            if alarm
            else tr("Only data that no backup needs any more is removed. No backup gets smaller."),
            [("prune", tr("Remove everything"), "danger") if alarm else ("prune", tr("Free space"), "primary")],
            self._window,
            name="pruneDialog",
        )

        def confirmed() -> None:
            self._desk.do_job(self._desk.app.storages.prune(name, confirmed=alarm), lambda _: self._desk.changed(), name)
            self._job_started()

        dialog.accepted.connect(confirmed)
        dialog.open()

    def enter_passphrase(self, name: str) -> None:
        dialog = Prompt(
            "passphraseDialog",
            tr("Passphrase of {name}", name=name),
            tr("It is tried first and then kept in your password store."),
            tr("Passphrase"),
            tr("Save"),
            secret=True,
            valid=lambda text: "" if text else tr("Enter the passphrase."),
            parent=self._window,
        )
        dialog.accepted.connect(
            lambda: self._desk.do(
                self._desk.app.storages.edit(name, password=Secret(dialog.value())), lambda _: self._desk.changed(""), name
            )
        )
        dialog.open()

    def remove_lock(self, name: str) -> None:
        dialog = Question(
            tr("Remove the lock of {name}?", name=name),
            tr("Do this only when no other computer works on it now. Locks of this computer's dead programs go without asking."),
            [("force", tr("Remove lock"), "danger")],
            self._window,
            name="lockDialog",
        )

        def removed(answer: dict[str, Any]) -> None:
            self._desk.say(tr_n("{n} lock was removed", "{n} locks were removed", len(answer.get("removed") or ())))
            self._desk.changed()

        dialog.accepted.connect(lambda: self._desk.do(self._desk.app.storages.unlock(name, force=True), removed, name))
        dialog.open()

    def repair(self, name: str) -> None:
        dialog = Question(
            tr("Repair {name}?", name=name),
            tr("The list of what is stored is made anew, and what can still be read of damaged parts is saved. Nothing good is dropped."),
            [("repair", tr("Repair"), "primary")],
            self._window,
            name="repairDialog",
        )

        def confirmed() -> None:
            self._desk.do_job(self._desk.app.storages.repair(name), lambda _: self._desk.changed(), name)
            self._job_started()

        dialog.accepted.connect(confirmed)
        dialog.open()

    def rename(self, name: str) -> None:
        dialog = Prompt(
            "renameDialog",
            tr("Rename {site}", site=name),
            "",
            tr("Name"),
            tr("Rename"),
            text=name,
            valid=lambda text: "" if text else tr("Give the storage a name."),
            parent=self._window,
        )
        dialog.accepted.connect(
            lambda: self._desk.do(self._desk.app.storages.edit(name, new_name=dialog.value()), lambda _: self._desk.changed(), name)
        )
        dialog.open()

    def remove(self, name: str) -> None:
        dialog = Question(
            tr("Remove {name} from Holdfast?", name=name),
            tr("The backups there stay as they are; you can add it again with its passphrase."),
            [("remove", tr("Remove"), "danger")],
            self._window,
            name="removeStorageDialog",
        )
        dialog.accepted.connect(lambda: self._desk.do(self._desk.app.storages.remove(name), lambda _: self._desk.changed(""), name))
        dialog.open()


def _secrets(chosen: NewStorage) -> dict[str, Secret] | None:
    return {"access_secret": Secret(chosen.access_secret)} if chosen.access_secret else None


def _with_hint(error: Exception) -> str:
    hint = getattr(error, "hint", "")
    return f"{error}\n{hint}" if hint else str(error)


async def _write(path: str, text: str) -> None:
    """Write in a thread: a network folder may take its time. 0600, since the page holds a passphrase."""
    await in_thread(_write_private, path, text)


def _write_private(path: str, text: str) -> None:
    import os

    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
