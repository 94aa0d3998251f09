"""What one scheduled run does: the whole story of a backup, from asking for it to thinning the old ones out.

=================  =====================================================================================================
the site           its run
=================  =====================================================================================================
of this computer   backed up → a file of it into the download folder → old ones forgotten
with a service     made there and waited for, or what it made by itself (*fetch*) → downloaded, checked, taken in, or handed
                   over as a file → old ones forgotten, here and (with --keep, --keep-days) there
archives           what is new fetched, checked, taken in → old ones forgotten
=================  =====================================================================================================

How far it has come stands in the state (`holdfast.state.scheduled_runs`). Whoever starts the run of the same slot again, after the laptop
slept, the program was killed or the line was bad, goes on there: a backup that a site was asked for is found again by its mark, a file that
is half there is continued, what was taken in is not taken in twice. Waiting for a site holds no process.
"""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from holdfast.app import accounts, written_files
from holdfast.app.backups_making import Making, Wanted
from holdfast.app.handles import JobHandle
from holdfast.app.keeping import Give
from holdfast.app.results import as_record
from holdfast.app.scheduled_retention import ScheduledRetention
from holdfast.app.steps import Program, Steps, start_steps
from holdfast.errors import HoldfastError, NotFound, RemoteError
from holdfast.jobs.messages import AnyEvent, Export, LookAtSite, WatchSite
from holdfast.records import NETWORK_SYSTEMS, Backup, Schedule, Site, StorageEntry
from holdfast.scheduling import Slot
from holdfast.state import remote_jobs, scheduled_runs
from holdfast.state.entries import new_id
from holdfast.state.scheduled_runs import Run

LONGEST = timedelta(days=1)
"""So long may a site take over a backup, over all tries together."""
_OVER = frozenset({"usage", "unsupported", "forbidden", "not_found", "damaged"})
"""Kinds of failures that the next try would meet again: nothing of the run is left to go on with."""


class ScheduledRuns(Making):
    """Used by `Backups`."""

    async def run_scheduled(self, schedule: Schedule, site: Site, slot: Slot) -> JobHandle:
        """Job. Everything that `schedule` wants done for `site`; begun again for the same slot, it goes on where it was ended. Its row in
        the history has the trigger "schedule". Result {"backup": Backup, "slot": {schedule, key, due_at}, "retention": {…}}, with a
        download folder {"path"}, and where it was fetched {"fetched": […], "failed": […]}."""
        job = new_id()
        storage = schedule.keep_in or await self._home.ask(partial(self._home.storage_name, site))
        run = await self._home.ask(partial(self._begin_run, schedule, site, slot, job))
        return await start_steps(
            self._home,
            "backup",
            self._story(schedule, site, slot, run),
            site=site.name,
            site_id=site.id,
            storage=storage,
            trigger="schedule",
            job=job,
            told={"schedule": schedule.id, "slot": slot.key},
        )

    def _begin_run(self, schedule: Schedule, site: Site, slot: Slot, job: str) -> Run:
        database = self._home.database
        run = scheduled_runs.find(database, schedule.id, site.id)
        if run is not None and run.slot != slot.key:
            rows = {row.job for row in remote_jobs.open_jobs(database, site.id)}
            # What the site still works on is this slot's backup now: it would refuse a second one. All else is made anew.
            run = msgspec.structs.replace(run, slot=slot.key) if run.asked in rows and not run.backup else None
        run = run or Run(schedule.id, site.id, slot.key)
        run = msgspec.structs.replace(run, jobs=(*run.jobs, job)[-scheduled_runs.JOBS :])
        scheduled_runs.save(database, run)
        return run

    def _story(self, schedule: Schedule, site: Site, slot: Slot, run: Run) -> Program:
        async def program(steps: Steps) -> AsyncGenerator[AnyEvent, None]:
            steps.result["slot"] = {"schedule": schedule.id, "key": slot.key, "due_at": slot.due_at.isoformat()}
            one = _Going(self, steps, schedule, site, run)
            try:
                async for event in one.work():
                    yield event
            except HoldfastError as error:
                if error.kind in _OVER or error.code in {"BACKUP-FAILED", "SITE-STOPPED"}:
                    await one.forget()
                raise

        return program


class _Going:
    """A run at work."""

    def __init__(self, door: ScheduledRuns, steps: Steps, schedule: Schedule, site: Site, run: Run) -> None:
        self._door, self._home, self._keeping = door, door._home, door._keeping
        self._steps, self._schedule, self._site, self._run = steps, schedule, site, run
        self._retention = ScheduledRetention(self._home, door.network, steps, schedule, site)

    async def work(self) -> AsyncGenerator[AnyEvent, None]:
        if self._run.done:  # and the program was killed before the slot was decided
            self._steps.result |= {"backup": self._run.backup} if self._run.backup else {}
            return
        if not self._run.how:
            how = await self._decide()
            if not how:  # a step of its own, so that a site that hangs can be given up
                access = await accounts.access_to(self._home, self._site)
                async for event in self._steps.perform(LookAtSite(**self._steps.common(), access=access, question="schedules")):
                    yield event
                how = "fetch" if any(one.get("enabled") for one in self._steps.value()["items"]) else "create"
            await self._note(how=how)
        work = {"own": self._own, "create": self._created, "fetch": self._fetched}[self._run.how]
        async for event in work():
            yield event
        self._steps.share(98, 100)
        async for event in self._retention.thin_out(await self._storage(), self._made() if self._run.how == "create" else None):
            yield event
        await self._note(done=True, backup=self._steps.result.get("backup", {}))

    async def forget(self) -> None:
        await self._home.ask(partial(scheduled_runs.forget, self._home.database, self._run))

    async def _note(self, **changes: Any) -> None:
        self._run = msgspec.structs.replace(self._run, **changes)
        await self._home.ask(partial(scheduled_runs.save, self._home.database, self._run))

    # ---- which way

    async def _decide(self) -> str:
        """Empty where the site must be asked whether it has a schedule of its own."""
        site, schedule = self._site, self._schedule
        if site.system == "archives":
            return "fetch"
        if site.system not in NETWORK_SYSTEMS:
            return "own"
        if schedule.how != "auto":
            return schedule.how
        wants = schedule.type or schedule.site_storage or schedule.cloud_provider or schedule.cloud_upload is not None
        verbs = (await self._keeping.offers(site)).get("verbs", ())
        if wants or "download" not in verbs or not (schedule.keep_in or schedule.download or site.storage):
            return "create"
        if site.system == "wp-engine":
            return "fetch"  # it makes one each night, and nothing tells so (apis.md 1.2)
        return "" if "schedules.list" in verbs else "create"

    async def _storage(self) -> StorageEntry | None:
        return await self._keeping.storage_for(self._site, self._schedule.keep_in or None)

    # ---- a site of this computer

    async def _own(self) -> AsyncGenerator[AnyEvent, None]:
        steps, site, schedule = self._steps, self._site, self._schedule
        storage = await self._storage()
        assert storage is not None  # noqa: S101 - `storage_for` raises for a site of this computer that has none
        if not self._run.backup and len(self._run.jobs) > 1:
            await self._note(backup=await self._stored_before(storage))
        if not self._run.backup:
            steps.share(0, 70 if schedule.download else 98)
            wanted = Wanted(type=schedule.type, label="", metadata={"slot": self._run.slot}, keep_in=storage.name)
            async for event in steps.perform(await self._door.own_backup(site, wanted, steps.job)):
                yield event
            steps.result |= steps.value()
            await self._note(backup=steps.result["backup"])
        steps.result["backup"] = self._run.backup
        if schedule.download:
            steps.share(70, 98)
            async for event in self._write_out(storage, self._made(), str(self._run.backup["id"])):
                yield event

    async def _stored_before(self, storage: StorageEntry) -> dict[str, Any]:
        """What an earlier try stored whole and could not tell of any more; empty when there is nothing."""
        found = await self._door.stored_by(storage, self._site, self._run.jobs)
        return {} if found is None else dict(msgspec.to_builtins(found))

    async def _write_out(self, storage: StorageEntry, backup: Backup, copy: str) -> AsyncGenerator[AnyEvent, None]:
        """A file of what is in the storage, into the download folder."""
        steps, spool = self._steps, self._keeping.spool(self._site, backup.id) / "backup.zip"
        if await self._is_given(backup):
            return
        await self._home.ask(partial(_make_room, spool))
        request = Export(**steps.common(), access=await self._home.access(storage), backup=copy, to=os.fspath(spool))
        async for event in steps.perform(request):
            yield event
        paths = await self._give(backup, [Path(steps.value()["path"])])
        steps.result["path"] = os.fspath(paths[0])
        await self._home.ask(partial(_remove_empty, spool.parent))

    # ---- a site with a service of its own

    async def _created(self) -> AsyncGenerator[AnyEvent, None]:
        steps, site, schedule = self._steps, self._site, self._schedule
        if not self._run.backup:
            async for event in self._made_on_site():
                yield event
        elif self._run.asked:  # the try before this one may have been ended before it came to that
            await self._home.ask(partial(remote_jobs.done, self._home.database, self._run.asked))
        backup = self._made()
        steps.result["backup"] = self._run.backup
        storage = await self._storage()
        if storage is None and not schedule.download:
            return
        given = bool(schedule.download) and await self._is_given(backup)
        give = self._give if schedule.download and not given else None
        if given and (storage is None or await self._is_kept(backup)):  # and the program was killed before its file here went
            await self._home.ask(partial(_drop, self._keeping.spool(site, backup.id) / "backup.zip"))
        if storage is None and give is None:
            return
        try:
            async for event in self._keeping.bring(steps, site, backup, storage, give=give, begin=50, end=98):
                yield event
        except HoldfastError as error:
            if error.kind != "unsupported":
                raise
            yield steps.warn("NOT-KEPT", f"The backup is on the site only: {error.message}")

    async def _made_on_site(self) -> AsyncGenerator[AnyEvent, None]:
        """Ask for it, or find what an earlier try asked for; wait for its end."""
        steps, network = self._steps, self._door.network
        steps.share(0, 50)
        if self._run.asked:
            row = await self._home.ask(self._row)
            async for event in self._wait(*network.resuming(self._site, row), row):
                yield event
            if self._run.backup:
                return
        await self._note(asked=steps.job, asked_at=datetime.now(UTC))
        row = await self._home.ask(self._row)
        async for event in self._wait(*self._door.site_backup(self._site, self._wanted()), row):
            yield event

    async def _wait(self, prepare: Any, after: Any, row: remote_jobs.RemoteJob) -> AsyncGenerator[AnyEvent, None]:
        """To the backup's end on the site. Returns without one when the site was never asked."""
        steps, request = self._steps, await prepare(self._steps.job)
        if isinstance(request, WatchSite) and datetime.now(UTC) - row.started_at > LONGEST:
            # Asked for too long ago to be waited for; but it may have ended well while this computer slept.
            request = msgspec.structs.replace(request, wait=False)
        async for event in steps.perform(request):
            yield event
        ended = steps.finished
        if ended is not None and ended.failure is None:  # before the row of what runs on the site goes
            await self._note(backup=ended.result["backup"])
        elif ended is not None and ended.failure is not None and ended.failure.code == "NO-END":
            await self._home.ask(partial(remote_jobs.done, self._home.database, row.job))
            raise self._stopped(row)
        steps.finished = await after(ended) if ended is not None else None
        try:
            steps.result |= steps.value()
        except NotFound as error:
            if error.code != "NOT-BEGUN":
                raise

    def _row(self) -> remote_jobs.RemoteJob:
        """What is known of what was asked for; the mark alone when an earlier try was ended before it wrote more."""
        run = self._run
        rows = remote_jobs.open_jobs(self._home.database, self._site.id)
        plain = remote_jobs.RemoteJob(
            run.asked, self._site.id, "backup", "", run.asked_at or datetime.now(UTC), {"kind": self._schedule.type}
        )
        return next((row for row in rows if row.job == run.asked), plain)

    def _stopped(self, row: remote_jobs.RemoteJob) -> RemoteError:
        hours = round((datetime.now(UTC) - row.started_at).total_seconds() / 3600)
        return RemoteError(
            f"The site stopped: it began this backup {max(hours, 1)} hours ago and has not finished it.",
            code="SITE-STOPPED",
            hint="Look at the site in its own backup page; the next run asks for a new backup.",
            backup=row.backup,
        )

    def _wanted(self) -> Wanted:
        schedule = self._schedule
        options = {
            "cloud_upload": schedule.cloud_upload,
            "provider": schedule.cloud_provider or None,
            "storage": schedule.site_storage or None,
            "send_notification": schedule.notify or None,
        }
        given = {name: value for name, value in options.items() if value is not None}
        return Wanted(type=schedule.type, label=schedule.name, options=given)

    # ---- what was made by others

    async def _fetched(self) -> AsyncGenerator[AnyEvent, None]:
        steps, site, schedule = self._steps, self._site, self._schedule
        storage = await self._storage()
        direct = bool(schedule.download) and site.system != "archives"
        if direct:
            await self._give_left_over()
        async for event in self._keeping.fetching(site, storage, self._give if direct else None)(steps):
            yield event
        fetched = [as_record(Backup, one) for one in steps.result["fetched"]]
        if schedule.download and not direct and storage is not None:
            for one in fetched:
                async for event in self._write_out(storage, one, str(one.metadata.get("snapshot") or one.id)):
                    yield event
        if fetched:
            steps.result["backup"] = steps.result["fetched"][-1]

    async def _give_left_over(self) -> None:
        """What an earlier try has taken in and did not come to hand over."""
        for copy in await self._door.kept_copies(self._site):
            spool = self._keeping.spool(self._site, copy.id) / "backup.zip"
            if await self._home.ask(spool.exists) and not await self._is_given(copy):
                await self._give(copy, [spool])

    # ---- files

    async def _is_kept(self, backup: Backup) -> bool:
        return any(one.id == backup.id for one in await self._door.kept_copies(self._site))

    @property
    def _give(self) -> Give:
        async def give(backup: Backup, files: Sequence[Path]) -> Sequence[Path]:
            folder = self._schedule.download
            work = partial(written_files.give, self._home.database, files, folder, self._site, backup)
            return await self._home.ask(work, seconds=3600.0)

        return give

    async def _is_given(self, backup: Backup) -> bool:
        work = partial(written_files.given, self._home.database, self._schedule.download, self._site, backup.id)
        return bool(await self._home.ask(work, seconds=3600.0))

    def _made(self) -> Backup:
        return as_record(Backup, self._run.backup) if self._run.backup else Backup("", self._site.name)


def _make_room(spool: Path) -> None:
    spool.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    spool.unlink(missing_ok=True)


def _drop(spool: Path) -> None:
    spool.unlink(missing_ok=True)
    _remove_empty(spool.parent)


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        pass
