"""Backups are made: of sites of this computer by Holdfast, of others by their own services."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Literal, cast

import msgspec

from holdfast.app.backups_base import BackupsBase, absolute
from holdfast.app.handles import JobHandle
from holdfast.app.kept import one_record
from holdfast.app.looking import Scope
from holdfast.app.results import as_record
from holdfast.app.steps import Program, Steps, start_steps
from holdfast.app.stories import After, Prepare, group, start
from holdfast.errors import HoldfastError, NotFound, Unsupported, UsageError
from holdfast.jobs.messages import AnyEvent, AnyRequest, BackUp, Export
from holdfast.records import NETWORK_SYSTEMS, Backup, BackupType, Site, StorageEntry
from holdfast.state import keeping, remote_jobs, scheduled_runs


class Wanted(msgspec.Struct, frozen=True):
    """What is asked for when a backup is made: the words of `Making.create`."""

    type: str = ""
    label: str = ""
    metadata: dict[str, str] = {}
    include: tuple[str, ...] = ()
    options: dict[str, Any] = {}
    wait: bool = True
    keep_in: str | None = None
    to: str = ""


class Making(BackupsBase):
    """Used by `Backups`."""

    async def create(
        self,
        sites: Sequence[str] = (),
        *,
        all_sites: bool = False,
        tag: str = "",
        type: BackupType | str = "",
        label: str = "",
        metadata: Mapping[str, str] | None = None,
        include: Sequence[Literal["files", "database"]] = (),
        trigger: str = "user",
        options: Mapping[str, Any] | None = None,
        wait: bool = True,
        keep_in: str | None = None,
        download_to: str | Path | None = None,
    ) -> JobHandle:
        """Job(s). `type` empty: incremental for sites of this machine, else the first that the site's service names. `options` (names of
        its `Capabilities.create`) and `wait` (False: end when the site has taken it on) are for sites with a service of their own.
        `keep_in`: the storage that it is taken into (None: the site's own, when it has one); `download_to`: a folder for a file of it.

        One site: its own job, result {"backup": Backup}. Several (names, all, or by tag): one handle whose events are those of
        all jobs, and whose Finished sums up: {"sites": [{site, outcome, backup|failure}]}; one bad site stops no other."""
        chosen = await self._home.ask(lambda: [(site, self._home.storage_name(site)) for site in self._choose(sites, all_sites, tag)])
        one = len(chosen) == 1 and not all_sites and not tag
        to = "" if download_to is None else absolute(download_to)
        wanted = Wanted(type, label, dict(metadata or {}), tuple(include), dict(options or {}), wait, keep_in, to)
        if not one:  # what another program makes is fetched
            chosen = [(site, storage) for site, storage in chosen if site.system != "archives"]
        if one:
            await self._must_make_sense(chosen[0][0], wanted)
        handles = [await self._create(site, storage, wanted, trigger) for site, storage in chosen]
        return handles[0] if one else group("backup", handles)

    async def _must_make_sense(self, site: Site, wanted: Wanted) -> None:
        if site.system in NETWORK_SYSTEMS:
            if wanted.keep_in or wanted.to:
                await self._keeping.must_download(site)
            return
        if wanted.options or not wanted.wait:
            raise UsageError(
                f"{site.name!r} is a site of this computer: it has no options of a service.", hint="holdfast backup create --help"
            )
        _kind_of(wanted)

    async def _create(self, site: Site, storage: str, wanted: Wanted, trigger: str) -> JobHandle:
        about: dict[str, Any] = {"site": site.name, "site_id": site.id, "storage": wanted.keep_in or storage, "trigger": trigger}
        if site.system not in NETWORK_SYSTEMS:
            if not wanted.to:
                return await start(self._home, "backup", lambda job: self.own_backup(site, wanted, job), **about)
            return await start_steps(self._home, "backup", self._local_with_file(site, wanted), **about)
        if not wanted.wait or not (wanted.keep_in or wanted.to or site.storage):
            prepare, after = self.site_backup(site, wanted)
            return await start(self._home, "backup", prepare, after=after, **about)
        return await start_steps(self._home, "backup", self._on_site_and_kept(site, wanted), **about)

    async def own_backup(self, site: Site, wanted: Wanted, job: str) -> AnyRequest:
        """The request for a backup that Holdfast makes by itself."""
        if site.system == "archives":
            raise Unsupported(
                f"The archives of {site.name!r} are made by another program.",
                hint=f"Take in what it made: holdfast backup fetch {site.name}",
            )
        storage = await self._home.ask(lambda: self._home.storages.get(wanted.keep_in) if wanted.keep_in else self._home.storage_of(site))
        return BackUp(
            **self._home.common(job, site.name),
            access=await self._home.access(storage),
            source=await self._home.source(site),
            kind=_kind_of(wanted),
            label=wanted.label,
            metadata=wanted.metadata,
        )

    def _local_with_file(self, site: Site, wanted: Wanted) -> Program:
        async def program(steps: Steps) -> AsyncGenerator[AnyEvent, None]:
            steps.share(0, 70)
            request = await self.own_backup(site, wanted, steps.job)
            async for event in steps.perform(request):
                yield event
            steps.result |= steps.value()
            steps.share(70, 100)
            access = cast("BackUp", request).access
            folder = wanted.to.rstrip(os.sep) + os.sep
            backup = steps.result["backup"]["id"]
            async for event in steps.perform(Export(**steps.common(), access=access, backup=backup, to=folder)):
                yield event
            steps.result |= {name: steps.value()[name] for name in ("path", "sha256")}

        return program

    def site_backup(self, site: Site, wanted: Wanted) -> tuple[Prepare, After]:
        """The request for a backup that the site's service makes, and what is remembered at its end."""
        own = wanted.options | ({"metadata": wanted.metadata} if wanted.metadata else {})
        if wanted.include:
            own |= {f"include_{part}": part in wanted.include for part in ("files", "database")}
        return self.network.creating(site, type=wanted.type, label=wanted.label, options=own, wait=wanted.wait)

    def _on_site_and_kept(self, site: Site, wanted: Wanted) -> Program:
        """Made on the site, waited for, brought here, taken in. The plan stands in the state until all of it is done."""

        async def program(steps: Steps) -> AsyncGenerator[AnyEvent, None]:
            storage = await self._keeping.storage_for(site, wanted.keep_in)
            plan = keeping.Plan(steps.job, site.id, "" if storage is None else storage.id, wanted.to)
            await self._home.ask(lambda: keeping.intend(self._home.database, plan))
            async for event in self._made_and_kept(
                steps, site, plan, self.site_backup(site, wanted), explicit=bool(wanted.keep_in or wanted.to)
            ):
                yield event

        return program

    async def _made_and_kept(
        self, steps: Steps, site: Site, plan: keeping.Plan, making: tuple[Prepare, After] | None, *, explicit: bool
    ) -> AsyncGenerator[AnyEvent, None]:
        """`making`: None when the backup is known to be whole on the site."""
        if making is not None:
            prepare, after = making
            steps.share(0, 50)
            async for event in steps.perform(await prepare(steps.job)):
                yield event
            made = steps.finished
            if made is not None and made.failure is None:  # before the row of what runs on the site goes
                plan = msgspec.structs.replace(plan, backup=made.result["backup"]["id"])
                await self._home.ask(lambda: keeping.intend(self._home.database, plan))
            steps.finished = await after(made) if made is not None else None
            try:
                steps.result |= steps.value()
            except HoldfastError:
                await self._home.ask(lambda: self._drop_plan_if_over(site, plan.job))
                raise
        backup = as_record(Backup, steps.result["backup"]) if "backup" in steps.result else await self.network.show(site, plan.backup)
        storage = next((one for one in await self._home.ask(self._home.storages.all) if one.id == plan.storage), None)
        to = plan.to.rstrip(os.sep) + os.sep if plan.to else ""
        try:
            if storage is None and plan.storage:
                raise NotFound("The storage that this backup was to be kept in is gone.", code="NO-STORAGE", hint="holdfast storage list")
            async for event in self._keeping.bring(steps, site, backup, storage, to=to, begin=50):
                yield event
        except Unsupported as error:
            if explicit:
                await self._home.ask(lambda: keeping.done(self._home.database, plan.job))
                raise
            yield steps.warn("NOT-KEPT", f"The backup is on the site only: {error.message}")
        except HoldfastError as error:
            if error.kind not in _LATER:
                await self._home.ask(lambda: keeping.done(self._home.database, plan.job))
            raise
        await self._home.ask(lambda: keeping.done(self._home.database, plan.job))

    async def stored_by(self, storage: StorageEntry, site: Site, jobs: Sequence[str]) -> Backup | None:
        """The whole backup of a site of this computer that one of these jobs stored."""
        await self._looking.sync(storage)
        found = await self._looking.backups(Scope(site.name, storage, site))
        return next((one for one in found if one.status == "completed" and one.metadata.get("job") in jobs), None)

    async def kept_copies(self, site: Site) -> Sequence[Backup]:
        """Of a site whose backups others make: the copies of them, under their ids on the site."""
        return [one_record(site, one) for one in await self._kept.of(site)]

    def _drop_plan_if_over(self, site: Site, job: str) -> None:
        if not any(row.job == job for row in remote_jobs.open_jobs(self._home.database, site.id)):
            keeping.done(self._home.database, job)

    async def watch(self, site: str, backup: str = "") -> JobHandle:
        """Job. Follow a backup or restore that runs on a site with a service of its own: see `NetworkBackups.watch`."""
        own = await self.on_network(site)
        if own is None:
            raise Unsupported(f"{site!r} is backed up by Holdfast itself.", hint="What runs now: holdfast activity list")
        word = "" if backup == "latest" else backup
        plans = {one.job: one for one in await self._home.ask(lambda: keeping.plans(self._home.database)) if one.site_id == own.id}
        rows = await self._home.ask(lambda: remote_jobs.open_jobs(self._home.database, own.id))
        for plan in plans.values():
            row = next((one for one in rows if one.job == plan.job), None)
            named = plan.backup or (row.backup if row is not None else "")
            if (row is not None or plan.backup) and (not word or named == word):
                return await self._resume_plan(own, plan, row)
        return await self.network.watch(own, word)

    async def resume(self) -> Sequence[JobHandle]:
        """Jobs, one for each that an earlier run of the program began on a site and did not see to its end. What schedules began is left to
        the clock, which starts the runs of their slots again; what another program of this home follows already, to that one."""
        scheduled = {run.asked for run in await self._home.ask(lambda: scheduled_runs.open_runs(self._home.database))}
        open_rows = [row for row in await self._home.ask(lambda: remote_jobs.open_jobs(self._home.database)) if row.job not in scheduled]
        mine = {job.id for job in await self._home.ask(self._home.history.running)}
        sites = {one.id: one for one in await self._home.ask(self._home.sites.all)}
        plans = {one.job: one for one in await self._home.ask(lambda: keeping.plans(self._home.database))}
        not_running = {row.job for row in open_rows} | set(plans)
        mine |= not_running - await self._home.ask(lambda: remote_jobs.claim(self._home.database, not_running - mine))
        rows = {row.job: row for row in open_rows if row.job not in mine and row.site_id in sites}
        plain = [await self.network.resume(sites[row.site_id], row) for row in rows.values() if row.job not in plans]
        left = [plan for plan in plans.values() if plan.job not in mine and plan.site_id in sites and (plan.backup or plan.job in rows)]
        for plan in plans.values():
            if plan.job not in mine and plan not in left:  # its site is gone, or nothing was ever begun there
                await self._home.ask(partial(keeping.done, self._home.database, plan.job))
        return plain + [await self._resume_plan(sites[plan.site_id], plan, rows.get(plan.job)) for plan in left]

    async def _resume_plan(self, site: Site, plan: keeping.Plan, row: remote_jobs.RemoteJob | None) -> JobHandle:
        making = self.network.resuming(site, row) if row is not None else None

        def program(steps: Steps) -> AsyncGenerator[AnyEvent, None]:
            return self._made_and_kept(steps, site, plan, making, explicit=True)

        return await start_steps(self._home, "backup", program, site=site.name, site_id=site.id)


def _kind_of(wanted: Wanted) -> BackupType:
    """The type of a backup of ours. What includes one half of a site only is of that half's type, too: a retention policy must never keep
    it in place of a whole one."""
    kind = cast("BackupType", wanted.type or "incremental")
    if len(set(wanted.include)) != 1:
        return kind
    half = cast("BackupType", wanted.include[0])
    if wanted.type in {"", "incremental", half}:
        return half
    raise UsageError(f"A backup of the type {kind} is not one of the {half} alone.", hint=f"Leave out --type, or write --type {half}.")


_LATER = frozenset({"network", "rate_limited", "remote", "cancelled", "auth", "busy", "space", "storage", "internal"})
"""Kinds of failures after which the next start of the program goes on."""
