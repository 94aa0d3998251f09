"""Backups that a site makes by itself, through its service: made, listed, followed, brought back, fetched, deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, cast

import msgspec

from holdfast.app import accounts
from holdfast.app.handles import JobHandle
from holdfast.app.home import Home
from holdfast.app.judging import NEWEST
from holdfast.app.results import as_record
from holdfast.app.stories import After, Prepare, start
from holdfast.app.views import Page
from holdfast.errors import NotFound
from holdfast.jobs.messages import (
    AnyRequest,
    BackUpOnSite,
    ChangeSite,
    DownloadFromSite,
    Finished,
    LookAtSite,
    NetworkRequest,
    RestoreOnSite,
    WatchSite,
)  # fmt: skip
from holdfast.records import Backup, Site
from holdfast.state import remote_jobs
from holdfast.state.entries import new_id
from holdfast.state.remembered import note, remember

_SERVER_FILTERS = ("type", "status")
_GOES_ON = frozenset({"network", "rate_limited", "cancelled", "auth", "busy", "internal"})
"""Failures of following a job: what was begun may still run on the site."""


class NetworkBackups:
    """Used by `Backups`, which chooses by the system of a site."""

    def __init__(self, home: Home) -> None:
        self._home = home

    # ---- making

    def creating(self, site: Site, *, type: str, label: str, options: Mapping[str, Any], wait: bool) -> tuple[Prepare, After]:
        """For `start`: the request, and what is remembered at its end."""

        async def prepare(job: str) -> AnyRequest:
            access = await accounts.access_to(self._home, site)
            state = {"kind": type}
            await self._home.ask(lambda: remote_jobs.intend(self._home.database, job, site.id, "backup", state=state))
            return BackUpOnSite(
                **self._home.common(job, site.name), access=access, kind=type, label=label, options=dict(options), wait=wait
            )

        return prepare, self._ending(site, wait=wait)

    def _ending(self, site: Site, *, job: str = "", wait: bool = True) -> After:
        """The row of what runs on the site goes when its end is known there; what was begun and not seen to its end keeps it."""

        async def after(finished: Finished) -> Finished:
            row = job or finished.job
            await self._home.ask(lambda: self._settle(site, row, finished, wait=wait))
            return finished

        return after

    def _settle(self, site: Site, row: str, finished: Finished, *, wait: bool) -> None:
        open_row = next((one for one in remote_jobs.open_jobs(self._home.database, site.id) if one.job == row), None)
        if finished.failure is None:
            if wait:
                remote_jobs.done(self._home.database, row)
            self._keep_newest(site, finished.result.get("backup"))
            return
        begun = open_row is not None and open_row.backup
        unclear = (
            finished.failure.code == "UNCLEAR"
            or bool(finished.failure.details.get("unclear"))
            or (finished.failure.kind == "cancelled" and open_row is not None)
        )
        if not (unclear or (begun and (finished.failure.kind in _GOES_ON or finished.failure.code == "NO-END"))):
            remote_jobs.done(self._home.database, row)

    def _keep_newest(self, site: Site, backup: object) -> None:
        """For the verdict: the newest completed backup that was seen."""
        if isinstance(backup, dict) and backup.get("status") == "completed":
            remember(self._home.database, site.id, NEWEST, {"backup": backup})

    # ---- looking

    async def list(
        self,
        site: Site,
        *,
        type: str | None,
        status: str | None,
        location: str | None,
        site_storage: str | None,
        order_by: str,
        order: str,
        limit: int | None,
        page: int,
    ) -> Page[Backup]:
        """Over all pages of the site. What the server cannot filter is filtered here."""
        filters = {name: value for name, value in {"type": type, "storage": site_storage}.items() if value}
        found = await self._all(site, filters)
        if not filters:
            newest = max((b for b in found if b.status == "completed" and b.created_at), key=_made, default=None)
            if newest is not None:
                await self._home.ask(lambda: self._keep_newest(site, msgspec.to_builtins(newest)))
        found = [
            b
            for b in found
            if (type is None or b.type == type)
            and (status is None or b.status == status)
            and (location is None or location in b.locations)
            and (site_storage is None or b.metadata.get("site_storage") == site_storage)
        ]
        found.sort(key=_made if order_by == "created_at" else lambda b: float(b.size or 0), reverse=order == "desc")
        begin = (page - 1) * limit if limit else 0
        return Page(tuple(found[begin : begin + limit] if limit else found), len(found))

    async def all(self, site: Site) -> Sequence[Backup]:
        """Everything that the site lists, as it lists it."""
        return await self._all(site, {})

    async def _all(self, site: Site, filters: dict[str, str]) -> Sequence[Backup]:
        access = await accounts.access_to(self._home, site)
        told = await self._home.query(LookAtSite(**self._home.common(site=site.name), access=access, question="list", filters=filters))
        return [as_record(Backup, one) for one in told["items"]]

    async def show(self, site: Site, backup: str) -> Backup:
        """By id, an unambiguous beginning of one, or ``latest`` (the newest that is completed)."""
        if backup != "latest":
            try:
                return as_record(Backup, (await self._ask(site, "details", backup))["backup"])
            except NotFound:
                pass
        found = await self._all(site, {})
        if backup == "latest":
            fitting = sorted((b for b in found if b.status == "completed"), key=_made)[-1:]
        else:
            fitting = [b for b in found if b.id.startswith(backup)] if len(backup) >= 4 else []
        if len(fitting) != 1:
            raise NotFound(
                f"The site {site.name!r} has no completed backup yet."
                if backup == "latest"
                else f"There is no backup {backup!r} of {site.name!r}.",
                code="NO-BACKUP",
                hint=f"holdfast backup list {site.name}",
            )
        return as_record(Backup, (await self._ask(site, "details", fitting[0].id))["backup"])

    async def dependants(self, site: Site, backup: str) -> Sequence[Backup]:
        """Backups that are of no use once this one is deleted."""
        return [as_record(Backup, one) for one in (await self._ask(site, "dependants", backup))["items"]]

    async def _ask(self, site: Site, question: str, subject: str) -> dict[str, Any]:
        access = await accounts.access_to(self._home, site)
        request = LookAtSite(**self._home.common(site=site.name), access=access, question=cast("Any", question), subject=subject)
        return await self._home.query(request)

    # ---- jobs

    async def delete(self, site: Site, backups: Sequence[str], options: Mapping[str, Any]) -> JobHandle:
        ids = tuple(backups)

        async def after(finished: Finished) -> Finished:
            await self._home.ask(lambda: note(self._home.database, "backups deleted", site.name, finished.outcome, removed=list(ids)))
            return finished

        return await self._begin("delete", site, ChangeSite, after, change="delete", subjects=ids, options=dict(options))

    async def restore(self, site: Site, backup: str, *, parts: Sequence[str], options: Mapping[str, Any]) -> JobHandle:
        """Job. Result {"backup_id", "confirmed", "files", "bytes", "tables"}; "warning" when the site only accepted it."""
        words = {"backup": backup, "parts": tuple(parts), "options": dict(options)}

        async def prepare(job: str) -> AnyRequest:
            access = await accounts.access_to(self._home, site)
            await self._home.ask(lambda: remote_jobs.intend(self._home.database, job, site.id, "restore", state={"wanted": backup}))
            return RestoreOnSite(**self._home.common(job, site.name), access=access, **cast("Any", words))

        settle = self._ending(site)

        async def after(finished: Finished) -> Finished:
            confirmed = finished.result.get("confirmed")
            await self._home.ask(
                lambda: note(self._home.database, "restored on site", site.name, finished.outcome, backup=backup, confirmed=confirmed)
            )
            return await settle(finished)

        return await start(self._home, "restore", prepare, site=site.name, site_id=site.id, after=after)

    async def download(self, site: Site, backup: str, to: str) -> JobHandle:
        """Job. Result {"path", "size", "sha256"}."""
        return await self._begin("download", site, DownloadFromSite, None, backup=backup, to=to, limit=self._home.settings.download_limit)

    async def watch(self, site: Site, backup: str = "") -> JobHandle:
        """Job. Follow a backup that runs on the site; without an id what Holdfast itself began there and did not see to its end, and else
        the newest that runs. NotFound when nothing does."""
        rows = await self._home.ask(lambda: remote_jobs.open_jobs(self._home.database, site.id))
        row = next((one for one in rows if one.what in {"backup", "restore"} and (not backup or one.backup == backup)), None)
        if row is None:
            backup = (await self.show(site, backup)).id if backup else await self._newest_running(site)
            return await self._begin("backup", site, WatchSite, self._ending(site), backup=backup)
        return await self.resume(site, row)

    async def watch_job(self, site: Site, what: Literal["staging", "migration"], name: str = "") -> JobHandle:
        """Job. Follow a staging copy or a migration that is active on the site, whoever began it. Result {"job": its last state}; its
        `status` is ``unknown`` where the site says no more than that it is over."""
        rows = [one for one in await self._home.ask(lambda: remote_jobs.open_jobs(self._home.database, site.id)) if one.what == what]
        return await self._begin(what, site, WatchSite, self._ending(site, job=rows[0].job if rows else ""), what=what, backup=name)

    async def began_job(self, site: Site, what: Literal["staging", "migration"], name: str) -> None:
        """The site has begun one for us: it is followed on by `resume` after a restart."""

        def remember_it() -> None:
            for old in remote_jobs.open_jobs(self._home.database, site.id):
                if old.what == what:
                    remote_jobs.done(self._home.database, old.job)
            row = new_id()
            remote_jobs.intend(self._home.database, row, site.id, what, backup=name)

        await self._home.ask(remember_it)

    async def resume(self, site: Site, row: remote_jobs.RemoteJob) -> JobHandle:
        """Follow on what was begun by an earlier run of the program."""
        prepare, after = self.resuming(site, row)
        return await start(self._home, row.what, prepare, site=site.name, site_id=site.id, after=after)

    def resuming(self, site: Site, row: remote_jobs.RemoteJob) -> tuple[Prepare, After]:
        """As `creating`, for what was begun by an earlier run."""
        words: dict[str, Any] = {
            "what": row.what, "backup": row.backup or row.state.get("wanted", ""), "marker": row.job, "kind": row.state.get("kind", ""),
            "since": row.started_at, "accepted": row.state.get("accepted", {}),
        }  # fmt: skip

        async def prepare(job: str) -> AnyRequest:
            return WatchSite(**self._home.common(job, site.name), access=await accounts.access_to(self._home, site), **words)

        return prepare, self._ending(site, job=row.job)

    async def _newest_running(self, site: Site) -> str:
        running = [b for b in await self._all(site, {}) if b.status in {"queued", "running"}]
        if not running:
            raise NotFound(f"Nothing runs on {site.name!r} now.", code="NOTHING-RUNS", hint=f"holdfast backup list {site.name}")
        return max(running, key=_made).id

    async def _begin(self, verb: str, site: Site, request: type[NetworkRequest], after: After | None, **words: Any) -> JobHandle:
        async def prepare(job: str) -> AnyRequest:
            access = await accounts.access_to(self._home, site)
            return cast("AnyRequest", request(**self._home.common(job, site.name), access=access, **words))

        return await start(self._home, verb, prepare, site=site.name, site_id=site.id, after=after)


def _made(backup: Backup) -> float:
    return backup.created_at.timestamp() if backup.created_at else 0.0
