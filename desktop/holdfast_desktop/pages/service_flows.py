"""Flows about sites with a backup service of their own: back up with options, restore, download, fetch, delete."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from holdfast.records import Backup
from holdfast_desktop.dialogs.remote_backup import BackUpChoice, BackUpOptions, DeleteRemote, DownloadRemote
from holdfast_desktop.dialogs.sheet import Question
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.services import remote_type_word
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr


class ServiceFlows:
    def __init__(self, desk: Desk, window: QWidget, job_started: Callable[[], object]) -> None:
        self._desk = desk
        self._window = window
        self._job_started = job_started

    # making

    def back_up_with_options(self, site: str) -> None:
        known = self._desk.site(site)
        own = known.storage if known is not None else ""
        dialog = BackUpOptions(site, self._desk.offers(site), [s.name for s in self._desk.storages()], own, self._window)

        def chosen(choice: BackUpChoice) -> None:
            more: dict[str, Any] = {"keep_in": choice.keep_in} if choice.keep_in else {}
            self._desk.back_up([site], type=choice.type, label=choice.label, options=choice.options, **more)
            self._job_started()

        dialog.submitted.connect(chosen)
        dialog.open()

    # fetching

    def download_newest(self, sites: Sequence[str]) -> None:
        """One click: the newest completed backup of each, into the folder for downloads."""
        if len(sites) > 1:
            return self._desk.bulk_wanted.emit("download", list(sites))
        for site in sites:
            self._download_to(site, "latest", str(downloads_of(site)) + os.sep)

    def download(self, site: str, backup: Backup) -> None:
        """One backup, where the user says: a folder, or a storage of ours."""
        when = exact(backup.created_at)
        dialog = DownloadRemote(
            tr("Download the backup of {when}", when=when), str(downloads_of(site)), [s.name for s in self._desk.storages()], self._window
        )

        def chosen(folder: str, storage: str) -> None:
            if storage:
                self._start(site, self._desk.app.backups.download(site, backup.id, to=None, keep_in=storage))
            else:
                self._download_to(site, backup.id, folder + os.sep)

        dialog.submitted.connect(chosen)
        dialog.open()

    def _download_to(self, site: str, backup: str, folder: str) -> None:
        self._start(site, self._desk.app.backups.download(site, backup, to=folder))

    def fetch(self, sites: Sequence[str]) -> None:
        """Take in what the sites made by themselves since last time, into the only storage or the one that is chosen."""
        storages = [s.name for s in self._desk.storages()]
        if not storages:
            return self._desk.say(tr("There is no storage yet"), tr("Add one first: what sites made is taken in there."), "warning")

        def into(storage: str) -> None:
            self._start(sites[0] if len(sites) == 1 else "", self._desk.app.backups.fetch(sites, keep_in=storage))

        if len(storages) == 1:
            return into(storages[0])
        dialog = Question(
            tr("Where to?"),
            tr("What the sites made since last time is downloaded, checked and kept there."),
            [(str(number), name, "plain") for number, name in enumerate(storages[:6])],
            self._window,
            name="fetchIntoDialog",
        )
        dialog.accepted.connect(lambda: into(storages[int(dialog.chosen)]))
        dialog.open()

    def _start(self, site: str, work: Any) -> None:
        self._desk.do_job(work, lambda _: self._desk.changed(site), subject=site)
        self._job_started()

    # leaving

    def remove_site(self, site: str) -> None:
        dialog = Question(
            tr("Remove {site} from Holdfast?", site=site),
            tr("The site and its backups there stay as they are. Its password can be revoked there as well, so that nobody can use it."),
            [("revoke", tr("Remove and revoke"), "plain"), ("only", tr("Remove"), "primary")],
            self._window,
            name="removeSiteDialog",
        )

        def removed(_: object) -> None:
            self._desk.changed("")
            self._desk.say(tr("{site} was removed", site=site), tr("Its password is revoked.") if dialog_chosen == "revoke" else "")

        dialog_chosen = ""

        def chosen() -> None:
            nonlocal dialog_chosen
            dialog_chosen = dialog.chosen
            self._desk.do(self._desk.app.sites.remove(site, revoke=dialog.chosen == "revoke"), removed, site)

        dialog.accepted.connect(chosen)
        dialog.open()

    # deleting

    def delete(self, site: str, backups: Sequence[Backup]) -> None:
        ids = [one.id for one in backups]

        async def ask() -> list[Backup]:
            found: dict[str, Backup] = {}
            for one in ids:
                found |= {other.id: other for other in await self._desk.app.backups.dependants(site, one)}
            return [other for other in found.values() if other.id not in ids]

        def known(dependants: Sequence[Backup]) -> None:
            fields: Sequence[Mapping[str, Any]] = self._desk.offers(site).get("delete") or ()
            dialog = DeleteRemote(site, [_line(one) for one in backups], [_line(one) for one in dependants], fields, self._window)
            dialog.submitted.connect(confirmed)
            dialog.open()

        def confirmed(options: Mapping[str, Any]) -> None:
            self._start(site, self._desk.app.backups.delete(site, ids, **options))

        self._desk.do(ask(), known, site)


def downloads_of(site: str) -> Path:
    """A folder for each site among the user's downloads."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation) or str(Path.home())
    return Path(place) / "Holdfast" / ("".join(c if c.isalnum() or c in "-._ " else "-" for c in site).strip(". ") or "site")


def _line(backup: Backup) -> str:
    parts = [exact(backup.created_at), remote_type_word(backup.type), size(backup.size) if backup.size else "", backup.label]
    return " · ".join(part for part in parts if part)
