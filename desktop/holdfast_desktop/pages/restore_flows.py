"""Restoring: the steps of the dialog are asked for at the door, the job is begun, and its end offers the way back."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from holdfast.app import FoundFile, SiteView
from holdfast.errors import HoldfastError, as_failure
from holdfast.jobs.messages import Finished
from holdfast.records import Backup, Job
from holdfast.secret import Secret
from holdfast_desktop.dialogs.restore import Restore
from holdfast_desktop.dialogs.restore_choice import RestoreChoice, RestoreFacts
from holdfast_desktop.dialogs.restore_rules import is_ours
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.file_source import FileSource
from holdfast_desktop.pages.point_picker import PointPicker, VersionPicker
from holdfast_desktop.widgets.file_tree import FileTree
from holdfast_desktop.wording.errors import ErrorWords, fix
from holdfast_desktop.wording.restores import unconfirmed_words
from holdfast_desktop.wording.services import why_not_words
from holdfast_desktop.wording.tr import tr

_BRINGS_ITS_OWN = "create_checkpoint"
"""The option of services that make a backup before by themselves."""


class RestoreFlows:
    def __init__(self, desk: Desk, window: QWidget, job_started: Callable[[], object]) -> None:
        self._desk = desk
        self._window = window
        self._job_started = job_started

    def restore(self, site: str, backup: str, paths: Sequence[str] = (), found: FoundFile | None = None) -> None:
        """Open the steps with `backup` chosen; with `paths` for these files only. `found`: one of its versions is chosen first."""

        def known(answer: tuple[Sequence[Backup], datetime | None]) -> None:
            if answer[0]:
                self._open(site, *answer, backup, paths, found)
            else:
                self._desk.say(tr("There is nothing to restore yet"), tr("{site} has no completed backup.", site=site), "warning")

        self._desk.do(self._ask(site), known, site)

    async def _ask(self, site: str) -> tuple[Sequence[Backup], datetime | None]:
        """What can be restored, and since when the password exists that signs in to a service."""
        if not self._desk.is_service(site):
            return (await self._desk.app.backups.list(site, refresh=False)).items, None
        try:
            page = self._desk.seen(site) or await self._desk.ask_site(site)
        except HoldfastError:
            page = await self._desk.app.backups.list(site, refresh=False)
        whole = [one for one in page.items if one.status in {"completed", "unknown"}]
        return whole, await self._password_made(site)

    async def _password_made(self, site: str) -> datetime | None:
        """None when the site does not tell."""
        try:
            password = await self._desk.app.services.own_password(site)
            return datetime.fromisoformat(str(password["created_at"])) if password and password.get("created_at") else None
        except (HoldfastError, ValueError):
            return None

    # the dialog

    def _open(
        self, site: str, backups: Sequence[Backup], password_made: datetime | None, chosen: str, paths: Sequence[str],
        found: FoundFile | None = None, start: RestoreChoice | None = None,
    ) -> None:  # fmt: skip
        facts = self._facts(site, password_made)
        tree = FileTree(checkable=True, dated=True)
        source = FileSource(self._desk, tree)
        now = self._desk.now()
        picker = PointPicker(backups, chosen, now) if found is None else VersionPicker(found, chosen, now)
        offers = self._desk.offers(site)
        verbs = {verb: why_not_words(offers, verb) for verb in ("download", "restore")} if facts.has_service else {}
        dialog = Restore(facts, picker, tree, tree.model, now, paths=paths, verbs=verbs, start=start, parent=self._window)

        def choose(which: object) -> None:
            if isinstance(which, str):
                which = next((one for one in backups if one.id == which), None)
            dialog.choose(which if isinstance(which, Backup) else None)

        def plan(choice: RestoreChoice) -> None:
            work = self._desk.app.backups.restore_plan(site, choice.backup, **_words(choice))
            self._desk.tasks.start(work, lambda answer: dialog.show_plan(answer) if dialog.choice() == choice else None, refused, dialog)

        def refused(error: Exception) -> None:
            words = self._desk.words_of(as_failure(error), site)
            dialog.plan_failed(words.title, words.body)

        picker.chosen.connect(choose)
        dialog.files_wanted.connect(lambda backup: source.show_backup(site, backup.id))
        dialog.plan_wanted.connect(plan)
        dialog.submitted.connect(lambda choice: self._begin(facts, dialog.backup(), choice))
        choose(picker.backup())
        if start is not None:
            dialog.preview_at_once()
        dialog.open()

    def _facts(self, site: str, password_made: datetime | None) -> RestoreFacts:
        known = self._desk.site(site)
        if known is None or not self._desk.is_service(site):
            return RestoreFacts(site, site, known.path if known is not None else "")
        offers = self._desk.offers(site)
        fields = offers.get("restore") or ()
        brings_own = any(one.get("name") == _BRINGS_ITS_OWN for one in fields)
        return RestoreFacts(
            site=site,
            host=_host_of(known),
            has_service=True,
            parts=tuple(str(part) for part in offers.get("parts") or ()),
            fields=fields,
            confirms=bool(offers.get("confirms_restore")),
            can_save_before=not why_not_words(offers, "create") and not brings_own,
            password_made=password_made,
        )

    # beginning

    def _begin(self, facts: RestoreFacts, backup: Backup | None, choice: RestoreChoice) -> None:
        site, nouns = facts.site, self._desk.app.backups
        if facts.has_service and choice.to is None:
            self._begin_on_site(facts, choice)
        elif choice.to is not None and not is_ours(facts, backup):
            self._desk.do_job(nouns.download(site, choice.backup, to=choice.to.rstrip(os.sep) + os.sep), subject=site)
        else:
            words = _words(choice)
            if choice.to is None:
                words["safety_backup"] = choice.safety_backup
            if choice.target == "copy":
                words["test_copy"] = True
            if choice.database:
                words["database"] = choice.database
                words["database_password"] = Secret(choice.database_secret) if choice.database_secret else None
            self._desk.do_job(nouns.restore(site, choice.backup, **words), lambda ended: self._restored(site, choice, ended), subject=site)
        self._job_started()

    def _begin_on_site(self, facts: RestoreFacts, choice: RestoreChoice) -> None:
        site = facts.site

        def begin() -> None:
            work = self._desk.app.backups.restore(site, choice.backup, only=choice.only, options=choice.options)
            self._desk.do_job(work, lambda ended: self._restored_on_site(site, ended), subject=site)

        def saved(finished: Finished) -> None:
            if finished.outcome in {"success", "warning"}:
                begin()
            else:
                self._desk.say(
                    tr("{site} was not restored", site=site), tr("The safety backup did not succeed, so nothing was changed."), "error"
                )

        if choice.safety_backup:
            self._desk.do_job(self._desk.app.backups.create([site], label=tr("before a restore")), saved, subject=site)
        else:
            begin()

    # the end

    def _restored(self, site: str, choice: RestoreChoice, ended: Finished) -> None:
        if ended.outcome not in {"success", "warning"}:
            if choice.to is None:
                self._stopped_halfway(site)
            return
        lost = len(ended.result.get("not_restored") or ())
        if choice.to is not None:
            return  # its line in the drawer shows the folder
        fixes = [fix("open_live")]
        if ended.result.get("safety_backup"):
            fixes = [fix("undo_restore"), fix("compare_restored"), *fixes]
            text = tr("Look at it. The safety backup holds what was there before.")
        else:
            text = tr("Look at it. No safety backup was made before.")
        if lost:
            text = tr("{n} things could not be brought back: see the details of the job.", n=lost)
        words = ErrorWords(tr("{site} is restored", site=site), text, "warning" if lost else "ok", tuple(fixes), "RESTORED")
        self._desk.said.emit(words, site, "")

    def _restored_on_site(self, site: str, finished: Finished) -> None:
        if finished.outcome == "success" and finished.result.get("confirmed"):
            words = tr("The site itself says that the restore is done.")
            self._desk.said.emit(ErrorWords(tr("{site} is restored", site=site), words, "ok", (fix("open_live"),), "RESTORED"), site, "")
        elif finished.outcome in {"success", "warning"}:
            self._desk.said.emit(unconfirmed_words(site, finished.result), site, "")

    def _stopped_halfway(self, site: str) -> None:
        """A restore of the live site failed or was stopped: where its safety backup was made already, that is the way back."""

        def known(last: tuple[Job, Backup] | None) -> None:
            if last is not None and last[0].outcome not in {"success", "warning"}:
                title = tr("{site} is restored only in part", site=site)
                text = tr("The restore did not come to its end. The safety backup holds what was there before.")
                self._desk.said.emit(ErrorWords(title, text, "warning", (fix("undo_restore"), fix("open_live")), "RESTORED"), site, "")

        self._desk.do(self._last(site), known, site)

    # afterwards

    def open_live(self, site: str) -> None:
        """The site in the browser, or its folder."""
        known = self._desk.site(site)
        if known is None or not (known.url or known.path):
            return
        url = QUrl(known.url) if known.url and not known.options.get("install") else QUrl.fromLocalFile(known.path)
        if not QDesktopServices.openUrl(url):
            self._desk.say(tr("It is here"), known.url or known.path, "running")

    def undo(self, site: str) -> None:
        """Back to the safety backup of the last restore, after a preview."""

        async def ask() -> tuple[tuple[Job, Backup] | None, Sequence[Backup]]:
            return await self._last(site), (await self._desk.app.backups.list(site, refresh=False)).items

        def known(answer: tuple[tuple[Job, Backup] | None, Sequence[Backup]]) -> None:
            last, backups = answer
            if last is None:
                return self._desk.say(
                    tr("There is nothing to undo"), tr("No restore of {site} made a safety backup.", site=site), "warning"
                )
            job, safety = last
            only, paths = tuple(job.result.get("only") or ()), tuple(job.result.get("paths") or ())
            self._open(site, backups, None, safety.id, (), start=RestoreChoice(safety.id, None, only, paths, delete=True))

        self._desk.do(ask(), known, site)

    def compare(self, site: str, compare: Callable[[str, Backup, Backup], object]) -> None:
        """What the last restore changed: the safety backup beside the one that was restored."""

        async def ask() -> list[Backup]:
            last = await self._last(site)
            ids = {last[1].id, str(last[0].result.get("backup_id") or last[0].backup_id)} if last is not None else set()
            return [one for one in (await self._desk.app.backups.list(site, refresh=False)).items if one.id in ids]

        self._desk.do(ask(), lambda two: compare(site, *two) if len(two) == 2 else None, site)

    async def _last(self, site: str) -> tuple[Job, Backup] | None:
        """The last restore of the site itself that made a safety backup, also one that did not come to its end; and that backup."""
        jobs = (await self._desk.app.jobs.history(site=site, limit=50)).items
        backups = (await self._desk.app.backups.list(site, refresh=False)).items
        for job in jobs:
            safety = next((one for one in backups if _is_safety_of(one, job)), None) if job.verb == "restore" else None
            if safety is not None:
                return job, safety
        return None


def _is_safety_of(backup: Backup, job: Job) -> bool:
    """What a job that was stopped has made is known by the backup alone."""
    made = job.result.get("safety_backup")
    if isinstance(made, dict):
        return backup.id == str(made.get("id") or "")
    return backup.metadata.get("safety") == "1" and backup.metadata.get("job") == job.id


def _host_of(site: SiteView) -> str:
    """What has to be typed: the host; where one address serves all sites of an account, the site's name."""
    return site.name if site.options.get("install") else (urlsplit(site.url).hostname or site.name)


def _words(choice: RestoreChoice) -> dict[str, Any]:
    return {"to": choice.to, "only": choice.only, "paths": choice.paths, "overwrite": choice.overwrite, "delete": choice.delete}
