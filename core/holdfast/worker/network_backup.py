"""A backup that the site makes by itself: ask once, find it again when the answer is lost, wait for its end."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import HoldfastError, NotFound, RemoteError, Unsupported
from holdfast.jobs.messages import BackUpOnSite, RestoreOnSite, WatchSite
from holdfast.progress import Progress, Totals
from holdfast.providers.base import Accepted, Capabilities, Provider, RemoteBackup, RestoreWanted, Wanted
from holdfast.worker.network import Voice, is_lost, must, must_know, opened, perform, record_of
from holdfast.worker.network_following import ActiveJob, adopt, follow_backup, follow_chain, follow_job, follow_restore
from holdfast.worker.network_health import until_well

_EVERYTHING = "Everything is restored or nothing."


def run(request: BackUpOnSite | WatchSite | RestoreOnSite, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Results: {"backup": Backup}, with "chain" (the last state of a job that the backup set off on the site) where there is one; of a
    staging copy or migration {"job": its last state}; of a restore {"backup_id", "confirmed", "healthy", "said", "files", "bytes",
    "tables"}."""
    voice = Voice(request, progress)
    match request:
        case BackUpOnSite():
            return perform(lambda: back_up(request, voice), cancelled)
        case WatchSite():
            return perform(lambda: watch(request, voice), cancelled)
        case RestoreOnSite():
            return perform(lambda: restore(request, voice), cancelled)


async def back_up(request: BackUpOnSite, voice: Voice) -> dict[str, Any]:
    async with opened(request.access, voice) as provider:
        capabilities = await provider.capabilities()
        wanted = _wanted(request, capabilities)
        voice.totals(Totals("ask"))
        made = await _created(provider, wanted, voice)
        voice.taken_on(made.id)
        if made.status == "failed":
            raise RemoteError(f"The backup failed on the site: {made.error or 'no reason given'}.", code="BACKUP-FAILED")
        if not request.wait:
            return {"backup": record_of(made, request)}
        return await _followed(provider, made.id, request, voice)


async def _followed(provider: Provider, backup: str, request: BackUpOnSite | WatchSite, voice: Voice) -> dict[str, Any]:
    """To the backup's end, and to that of what it sets off on the site."""
    made = await follow_backup(provider, backup, voice, wait=request.wait)
    job = await follow_chain(provider, made, voice)
    if job is not None and job.get("status") == "failed":
        voice.remark("CHAIN-FAILED", f"The backup is there, but what it set off failed: {job.get('action') or job.get('id')}.")
    chain = {"chain": dict(job)} if job is not None else {}
    return {"backup": record_of(made, request), **chain}


def _wanted(request: BackUpOnSite, capabilities: Capabilities) -> Wanted:
    must(capabilities, "create", "backups")
    kind = request.kind or capabilities.types[0]
    if kind not in capabilities.types:
        raise Unsupported(
            f"This site makes no backups of type {kind}.", hint=f"Types: {', '.join(capabilities.types)}.", types=list(capabilities.types)
        )
    must_know(capabilities, capabilities.create, request.options)
    return Wanted(type=kind, label=request.label, marker=request.job, options=request.options)


async def _created(provider: Provider, wanted: Wanted, voice: Voice) -> RemoteBackup:
    """Sent once. After a lost answer the site is asked whether it did begin; it is never told again."""
    since = datetime.fromtimestamp(voice.clock.now(), UTC)
    try:
        return await provider.create(wanted)
    except HoldfastError as error:
        if not is_lost(error):
            raise
        lost = error
    voice.totals(Totals("adopt"))
    try:
        found = await adopt(provider, wanted, since, voice)
    except HoldfastError as error:
        raise RemoteError(
            "The site's answer was lost, and it cannot be asked whether the backup has begun.",
            code="UNCLEAR",
            hint="Look before you start another: holdfast backup watch SITE finds it if it is there.",
            cause=error.code,
        ) from None
    if found is None:
        raise lost
    return found


async def watch(request: WatchSite, voice: Voice) -> dict[str, Any]:
    """Follow what was begun before, by this program or by anybody."""
    async with opened(request.access, voice) as provider:
        if request.what in {"staging", "migration"}:
            return await _job_followed(provider, request, voice)
        if request.what == "restore":
            if not request.accepted:
                voice.remark(
                    "LOST", "Whether the site has begun this restore is not known; it is not asked again. Holdfast watches the site."
                )
            accepted = (
                msgspec.convert(request.accepted, Accepted) if request.accepted else Accepted(status="unknown", started_at=request.since)
            )
            return await _restored(provider, request, accepted, voice)
        backup = request.backup
        if not backup:
            wanted = Wanted(type=request.kind or "full", marker=request.marker)
            found = await adopt(provider, wanted, request.since or datetime.fromtimestamp(voice.clock.now(), UTC), voice)
            if found is None:
                raise NotFound("The site has not begun this backup.", code="NOT-BEGUN", hint="Start it again: holdfast backup create SITE")
            backup = found.id
            voice.taken_on(backup)
        return await _followed(provider, backup, request, voice)


async def _job_followed(provider: Provider, request: WatchSite, voice: Voice) -> dict[str, Any]:
    async def ask() -> ActiveJob | None:
        job = await (provider.staging_job() if request.what == "staging" else provider.migration_job())
        return job if job is None or request.backup in {"", job.get("id")} else None

    job = await follow_job(ask, voice)
    if job is not None and job.get("status") == "failed":
        raise RemoteError(f"The {request.what} failed on the site.", code="SITE-JOB-FAILED", hint="Look at the site in wp-admin.")
    return {"job": {"id": request.backup, "status": "unknown"} if job is None else dict(job)}


async def restore(request: RestoreOnSite, voice: Voice) -> dict[str, Any]:
    async with opened(request.access, voice) as provider:
        capabilities = await provider.capabilities()
        must(capabilities, "restore", "restore")
        if unknown := [part for part in request.parts if part not in capabilities.parts]:
            hint = f"Parts: {', '.join(capabilities.parts)}." if capabilities.parts else _EVERYTHING
            raise Unsupported(f"This site cannot restore {unknown[0]} by itself.", hint=hint)
        must_know(capabilities, capabilities.restore, request.options)
        await _must_be_whole(provider, request.backup)
        voice.totals(Totals("ask"))
        since = datetime.fromtimestamp(voice.clock.now(), UTC)
        try:
            accepted = await provider.restore(request.backup, RestoreWanted(request.parts, request.options))
        except HoldfastError as error:
            if not is_lost(error):
                raise
            voice.remark("LOST", "The site's answer to the restore was lost; it is not sent again. Holdfast watches what the site does.")
            accepted = Accepted(status="unknown", started_at=since)
        voice.taken_on(request.backup, accepted=msgspec.to_builtins(accepted))
        return await _restored(provider, request, accepted, voice)


async def _must_be_whole(provider: Provider, backup: str) -> None:
    found = await provider.details(backup)
    if found.status not in {"completed", "unknown"}:
        raise RemoteError(
            f"This backup cannot be restored: it is {found.status}.", code="NOT-RESTORABLE", hint="Choose one that is completed."
        )


async def _restored(provider: Provider, request: WatchSite | RestoreOnSite, accepted: Accepted, voice: Voice) -> dict[str, Any]:
    """Confirmed only when the service says that it is done and the site itself answers as a site that is well. `healthy`: None where there
    is no site to look at. `said`: see `Said`. RemoteError RESTORE-UNCLEAR when nobody knows whether it was begun."""
    said = await follow_restore(provider, request.backup, accepted, voice)
    illness = await until_well(request.access, voice)
    if illness:
        voice.remark("SITE-ILL", f"The restore seems to be over, but the site is not well: {illness} Look at the site.")
    elif said == "refused":
        voice.remark(
            "PASSWORD-GONE",
            "The site answers again, but refuses the sign-in: the restored database may be older than the password. Sign in again: "
            f"holdfast site edit {request.site} --secret-stdin",
        )
    elif said == "no-sign":
        raise RemoteError(
            "Nobody knows whether the site has begun this restore: its answer was lost, and it has shown no sign of one since.",
            code="RESTORE-UNCLEAR",
            hint="Look at the site. If nothing has changed there, ask for the restore again.",
        )
    elif said == "nothing":
        voice.remark(
            "NOT-CONFIRMED",
            "The site accepted the restore and answers again, but does not say whether it went well. Look at the site.",
        )
    healthy = None if illness is None else not illness
    confirmed = said == "done" and not illness
    result = {"backup_id": request.backup, "confirmed": confirmed, "healthy": healthy, "said": said}
    return {**result, "files": None, "bytes": None, "tables": None}
