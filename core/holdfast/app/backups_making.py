"""Backups are made: of sites of this computer by Holdfast, of others by their own services."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, cast

from holdfast.app.backups_base import BackupsBase
from holdfast.app.handles import JobHandle
from holdfast.app.stories import After, Prepare, group, start
from holdfast.errors import NotFound, Unsupported, UsageError
from holdfast.jobs.messages import AnyRequest, BackUp
from holdfast.records import NETWORK_SYSTEMS, BackupType, Site
from holdfast.state import remote_jobs


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
    ) -> JobHandle:
        """Job(s). `type` empty: incremental for sites of this machine, else the first that the site's service names. `options` (names of
        its `Capabilities.create`) and `wait` (False: end when the site has taken it on) are for sites with a service of their own.

        One site: its own job, result {"backup": Backup}. Several (names, all, or by tag): one handle whose events are those of
        all jobs, and whose Finished sums up: {"sites": [{site, outcome, backup|failure}]}; one bad site stops no other."""
        chosen = await self._home.ask(lambda: [(site, self._home.storage_name(site)) for site in self._choose(sites, all_sites, tag)])

        more = dict(options or {})
        local = [site.name for site, _ in chosen if site.system not in NETWORK_SYSTEMS]
        if local and (more or not wait) and len(chosen) == 1:
            raise UsageError(
                f"{local[0]!r} is a site of this computer: it has no options of a service.", hint="holdfast backup create --help"
            )

        def story_of(site: Site) -> tuple[Prepare, After | None]:
            if site.system not in NETWORK_SYSTEMS:
                return prepare_for(site), None
            own = more | ({"metadata": dict(metadata)} if metadata else {})
            if include:
                own |= {f"include_{part}": part in include for part in ("files", "database")}
            return self.network.creating(site, type=type, label=label, options=own, wait=wait)

        def prepare_for(site: Site) -> Prepare:
            async def prepare(job: str) -> AnyRequest:
                storage = await self._home.ask(lambda: self._home.storage_of(site))
                return BackUp(
                    **self._home.common(job, site.name),
                    access=await self._home.access(storage),
                    source=await self._home.source(site),
                    kind=cast("BackupType", type or "incremental"),
                    label=label,
                    metadata=dict(metadata or {}),
                    include=tuple(include),
                )

            return prepare

        handles = []
        for site, storage in chosen:
            prepare, after = story_of(site)
            handles.append(
                await start(self._home, "backup", prepare, site=site.name, site_id=site.id, storage=storage, after=after, trigger=trigger)
            )
        return handles[0] if len(handles) == 1 and not all_sites and not tag else group("backup", handles)

    def _choose(self, names: Sequence[str], all_sites: bool, tag: str) -> list[Site]:
        everything = self._home.sites.all()
        if all_sites:
            chosen = everything
        elif tag:
            chosen = [site for site in everything if tag in site.tags]
        else:
            chosen = [self._home.sites.get(name) for name in dict.fromkeys(names)]
        if not chosen:
            raise NotFound(
                f"No site carries the tag {tag!r}." if tag else "There is no site yet.", code="NO-SITE", hint="holdfast site list"
            )
        return chosen

    async def watch(self, site: str, backup: str = "") -> JobHandle:
        """Job. Follow a backup or restore that runs on a site with a service of its own: see `NetworkBackups.watch`."""
        own = await self.on_network(site)
        if own is None:
            raise Unsupported(f"{site!r} is backed up by Holdfast itself.", hint="What runs now: holdfast activity list")
        return await self.network.watch(own, "" if backup == "latest" else backup)

    async def resume(self) -> Sequence[JobHandle]:
        """Jobs, one for each that an earlier run of the program began on a site and did not see to its end."""
        open_rows = await self._home.ask(lambda: remote_jobs.open_jobs(self._home.database))
        mine = {job.id for job in await self._home.ask(self._home.history.running)}
        sites = {one.id: one for one in await self._home.ask(self._home.sites.all)}
        rows = [row for row in open_rows if row.job not in mine and row.site_id in sites]
        return [await self.network.resume(sites[row.site_id], row) for row in rows]
