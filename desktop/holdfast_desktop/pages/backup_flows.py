"""Flows about backups: restore, download, compare, keep, delete, thin out, verify, drill."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from holdfast.app import Page
from holdfast.errors import as_failure
from holdfast.jobs.messages import Finished
from holdfast.records import Backup
from holdfast_desktop.dialogs.backups import Compare, Delete, Retention
from holdfast_desktop.dialogs.restore import Restore, RestoreChoice
from holdfast_desktop.models.files import FileTreeModel
from holdfast_desktop.pages.backup_columns import is_kept
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.wording.errors import failure_words
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import type_word
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr


class BackupFlows:
    def __init__(self, desk: Desk, window: QWidget, job_started: Callable[[], object]) -> None:
        self._desk = desk
        self._window = window
        self._job_started = job_started

    # restore

    def restore(self, site: str, backup: str, paths: Sequence[str] = ()) -> None:
        """Open the restore steps with `backup` chosen; with `paths` at the second step, for these files only."""

        def listed(page: Page[Backup]) -> None:
            if page.items:
                self._open_restore(site, page.items, backup, paths)

        self._desk.do(self._desk.app.backups.list(site, refresh=False), listed, site)

    def _open_restore(self, site: str, backups: Sequence[Backup], chosen: str, paths: Sequence[str]) -> None:
        known = self._desk.site(site)
        tree = FileTreeModel(checkable=True)
        dialog = Restore(site, known.path if known else "", backups, chosen, self._desk.now(), tree, paths, None, self._window)
        tree.setParent(dialog)
        view = dialog.tree_view()
        view.setItemDelegate(RowDelegate(view, separators=False, height=28))

        def fill(path: str) -> None:
            work = self._desk.app.backups.files(site, dialog.backup(), path)
            self._desk.do(work, lambda rows: tree.set_children(path, rows), site, within=dialog)

        def plan(choice: RestoreChoice) -> None:
            work = self._desk.app.backups.restore_plan(site, choice.backup, **_plan_words(choice))
            self._desk.tasks.start(work, dialog.show_plan, refused, dialog)

        def refused(error: Exception) -> None:
            words = failure_words(as_failure(error), site)
            dialog.plan_failed(words.title, words.body)

        tree.wanted.connect(fill)
        dialog.plan_wanted.connect(plan)
        dialog.submitted.connect(lambda choice: self._start_restore(site, choice))
        dialog.open()

    def _start_restore(self, site: str, choice: RestoreChoice) -> None:
        words = _plan_words(choice)
        if choice.to is None:
            words["safety_backup"] = choice.safety_backup
        self._desk.do_job(self._desk.app.backups.restore(site, choice.backup, **words), subject=site)
        self._job_started()

    # download

    def download(self, site: str, backup: Backup) -> None:
        """One archive, where the user says."""
        when = backup.created_at.astimezone().strftime("%Y-%m-%d-%H%M") if backup.created_at else backup.id[:8]
        name = f"{''.join(c if c.isalnum() or c in '-._' else '-' for c in backup.site or site)}-{when}.zip"
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

        def show(difference: dict[str, Any]) -> None:
            intro = tr("From {old} to {new}", old=exact(older.created_at), new=exact(newer.created_at))
            Compare(tr("What changed in {site}", site=site), intro, difference, RowDelegate, self._window).open()

        self._desk.do(self._desk.app.backups.diff(site, older.id, newer.id), show, site)

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

    # retention

    def retention(self, site: str) -> None:
        """The rule of one site, with what it would remove."""
        known = self._desk.site(site)
        storage = self._desk.storage(known.storage) if known else None
        dialog = Retention(site, (known.retention if known else "") or (storage.retention if storage else ""), self._window)

        def preview(policy: str) -> None:
            self._desk.tasks.start(self._planned(site, policy), planned, lambda error: dialog.refused(str(error)), dialog)

        def planned(finished: Finished) -> None:
            if finished.failure is not None:
                dialog.refused(finished.failure.message)
                return
            keep, remove, stop = _planned_removal(finished.result.get("plan") or {})
            dialog.show_plan(keep, remove, stop)

        def applied(policy: str, remove_now: bool, confirmed: bool) -> None:
            def saved(_: object) -> None:
                self._desk.changed()
                if remove_now:
                    work = self._desk.app.backups.forget(site, policy=policy, confirmed=confirmed)
                    self._desk.do_job(work, lambda _: self._desk.changed(site), site)

            self._desk.do(self._desk.app.sites.edit(site, retention=policy), saved, site)

        dialog.preview_wanted.connect(preview)
        dialog.applied.connect(applied)
        dialog.open()
        dialog.ask()

    async def _planned(self, site: str, policy: str) -> Finished:
        handle = await self._desk.app.backups.forget(site, policy=policy, dry_run=True)
        return await handle.result()

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


def _plan_words(choice: RestoreChoice) -> dict[str, Any]:
    return {"to": choice.to, "only": choice.only, "paths": choice.paths, "overwrite": choice.overwrite, "delete": choice.delete}


def _backup_line(backup: Backup) -> str:
    parts = [exact(backup.created_at), type_word(backup.type), size(backup.size), backup.label]
    return " · ".join(part for part in parts if part)


def _planned_removal(plan: Mapping[str, Any]) -> tuple[int, list[str], str]:
    """How many stay, a line for each that would go, and why the plan looks like a mistake (empty: it does not)."""
    keep, remove, stop = 0, [], ""
    for group in plan.get("groups") or ():
        keep += len(group.get("keep") or ())
        remove += [_plan_line(item) for item in group.get("remove") or ()]
        stop = stop or str(group.get("stop") or "")
    return keep, remove, stop


def _plan_line(item: Mapping[str, Any]) -> str:
    """One backup of a retention plan: {id, time, type, label, reasons}."""
    parts = [exact(datetime.fromisoformat(str(item["time"]))), type_word(str(item.get("type", ""))), str(item.get("label") or "")]
    return " · ".join(part for part in parts if part)
