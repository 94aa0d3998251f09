"""Flows about backups: download, compare, keep, delete, verify, drill."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from holdfast.errors import as_failure
from holdfast.jobs.messages import Finished
from holdfast.records import Backup
from holdfast_desktop.dialogs.backups import Delete
from holdfast_desktop.dialogs.compare import Compare
from holdfast_desktop.dialogs.save_files import SaveFiles
from holdfast_desktop.pages.backup_columns import is_kept
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.widgets.header import search_field
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import type_word
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr


class BackupFlows:
    def __init__(self, desk: Desk, window: QWidget, job_started: Callable[[], object]) -> None:
        self._desk = desk
        self._window = window
        self._job_started = job_started

    # download

    def download(self, site: str, backup: Backup) -> None:
        """One archive, where the user says."""
        name = f"{_stem(site, backup)}.zip"
        self._save_as(
            tr("Download backup"),
            name,
            tr("Archives (*.zip *.tar.zst)"),
            lambda to: self._desk.do_job(self._desk.app.backups.download(site, backup.id, to=to), subject=site),
        )

    def get_file(self, site: str, backup: str, path: str) -> None:
        """One file or folder of a backup, where the user says."""
        self._save_as(
            tr("Save a copy"),
            Path(path).name or site,
            "",
            lambda to: self._desk.do_job(self._desk.app.backups.get(site, backup, path, to=to), subject=site),
        )

    def save_files(self, site: str, backup: Backup, paths: Sequence[str]) -> None:
        """Chosen files and folders of a backup: into a folder, or as one archive."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation) or str(Path.home())
        dialog = SaveFiles([Path(path).name for path in paths], folder, _stem(site, backup), self._window)

        def chosen(how: str, to: str) -> None:
            nouns = self._desk.app.backups
            if how == "folder":
                self._desk.do_job(nouns.restore(site, backup.id, to=to, paths=tuple(paths)), subject=site)
            else:
                self._desk.do_job(nouns.download(site, backup.id, to=to, paths=tuple(paths)), subject=site)
            self._job_started()

        dialog.submitted.connect(chosen)
        dialog.open()

    def _save_as(self, title: str, name: str, filters: str, then: Callable[[str], object]) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        chooser = QFileDialog(self._window, title, folder, filters)
        chooser.setObjectName("saveDialog")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(name)

        def chosen(path: str) -> None:
            then(path)
            self._job_started()

        chooser.fileSelected.connect(chosen)
        chooser.open()

    # compare, keep, delete

    def compare(self, site: str, one: Backup, other: Backup) -> None:
        older, newer = sorted((one, other), key=lambda b: b.created_at.timestamp() if b.created_at else 0)

        intro = tr("From {old} to {new}", old=exact(older.created_at), new=exact(newer.created_at))
        search = search_field("compareSearch", tr("Filter by name"))
        dialog = Compare(tr("What changed in {site}", site=site), intro, search, RowDelegate, self._window)
        search.textChanged.connect(dialog.filter)

        def failed(error: Exception) -> None:
            words = self._desk.words_of(as_failure(error), site)
            dialog.fail(words.title, words.body)

        self._desk.tasks.start(self._desk.app.backups.diff(site, older.id, newer.id), dialog.show_difference, failed, dialog)
        dialog.open()

    def toggle_keep(self, site: str, backup: Backup) -> None:
        nouns = self._desk.app.backups
        work = nouns.unkeep(site, backup.id) if is_kept(backup) else nouns.keep(site, backup.id)
        self._desk.do(work, lambda _: self._desk.changed(site), site)

    def delete(self, site: str, backups: Sequence[Backup]) -> None:
        lines = [_backup_line(b) for b in backups]
        dialog = Delete(site, lines, sum(is_kept(b) for b in backups), self._window)

        def confirmed() -> None:
            self._desk.do_job(self._desk.app.backups.delete(site, [b.id for b in backups]), lambda _: self._desk.changed(site), site)

        dialog.accepted.connect(confirmed)
        dialog.open()

    # proof

    def verify(self, site: str, backup: str) -> None:
        self._desk.do_job(self._desk.app.backups.verify(site, backup), subject=site)
        self._job_started()

    def drill(self, site: str, backup: str = "latest") -> None:
        def ended(finished: Finished) -> None:
            if finished.outcome == "success":
                self._desk.say(tr("{site} is proven", site=site), tr("Its backup was really restored to a scratch place and looked at."))

        self._desk.do_job(self._desk.app.backups.drill(site, backup), ended, site)
        self._job_started()


def _stem(site: str, backup: Backup) -> str:
    """The name of what is saved of a backup: ``yoga-mitte.example-2026-11-20-1405``."""
    when = backup.created_at.astimezone().strftime("%Y-%m-%d-%H%M") if backup.created_at else backup.id[:8]
    return f"{''.join(c if c.isalnum() or c in '-._' else '-' for c in backup.site or site)}-{when}"


def _backup_line(backup: Backup) -> str:
    parts = [exact(backup.created_at), type_word(backup.type), size(backup.size), backup.label]
    return " · ".join(part for part in parts if part)
