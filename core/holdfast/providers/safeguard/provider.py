"""SafeGuard: one WordPress site through ``safeguard/v1`` (the vendor's page; its open points are settled in apis.md 3.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from holdfast.errors import AuthRejected, Busy, Forbidden, HoldfastError, NotFound, RemoteError, Unsupported, UsageError
from holdfast.providers import marking, values, wordpress
from holdfast.providers.base import (
    Accepted,
    Bucket,
    Capabilities,
    Identity,
    Provider,
    RemoteBackup,
    RemotePage,
    RemoteProgress,
    RemoteSchedule,
    RemoteStorage,
    RestoreWanted,
    Wanted,
)  # fmt: skip
from holdfast.providers.http import Answer, Client, part
from holdfast.providers.safeguard import asking, buckets, offers, reading
from holdfast.providers.safeguard.paging import Pages

_NS = offers.NAMESPACE
_MOST_DEPENDANTS = 50


class SafeGuard(Provider):
    """`client` has the discovered REST root as its base. There are no options."""

    system = "safeguard"

    def __init__(self, client: Client, *, options: Mapping[str, Any] | None = None) -> None:
        self._client = client
        self._routes: wordpress.Routes | None = None
        self._pages = Pages(client)
        self._storages: tuple[RemoteStorage, ...] = ()
        self._durations: dict[str, float | None] = {}
        self._zone: str | None = None
        self._seen_restoring: set[str] = set()

    # -- capabilities and sign-in ------------------------------------------------------------------------------------------------

    async def capabilities(self) -> Capabilities:
        """Asks for the storage providers too: whether there is anything to download depends on them."""
        routes = await self._known_routes()
        try:
            await self.storages()
        except HoldfastError:  # no reason not to offer the rest
            pass
        return offers.capabilities_of(routes, self._bucket_slugs())

    async def test(self) -> Identity:
        """Asks who the user is, then for one backup: only that shows that SafeGuard lets them in."""
        me = await self._me()
        try:
            reading.items_of((await self._client.get(f"{_NS}/backups", {"per_page": 1})).body, "backups")
        except HoldfastError as error:
            raise _worded(error) from None
        may = not me.capabilities or "manage_options" in me.capabilities
        return Identity(user=me.user or self._client.credential.user, roles=me.roles, may=may, hint="" if may else "ADMIN-NEEDED")

    async def _me(self) -> wordpress.Me:
        """Who we are; a site that hides its users is no reason to stop."""
        try:
            return await wordpress.me(self._client)
        except (Forbidden, NotFound, Unsupported):
            return wordpress.Me(self._client.credential.user, (), frozenset())

    # -- backups -----------------------------------------------------------------------------------------------------------------

    async def create(self, wanted: Wanted) -> RemoteBackup:
        answer = await self._start("backups", asking.create_body(wanted))
        made = reading.backup_of(answer.body)
        if made is None:
            raise reading.not_understood("The site took the request for a backup, but did not name the backup.", lost=True)
        status = made.status if values.find(answer.body, "status") else "queued"  # taken on, and no word about it
        kind = made.type if values.find(answer.body, "type") else wanted.type
        return msgspec.structs.replace(made, status=status, type=kind, label=made.label or wanted.label)

    async def page(self, number: int = 1, size: int = 100, filters: Mapping[str, str] | None = None) -> RemotePage:
        told = await self._pages.page(f"{_NS}/backups", number, max(1, min(size, offers.PER_PAGE)), asking.list_params(filters or {}))
        listed = reading.items_of(told.answer.body, "backups")
        items = tuple(map(self._with_download, reading.known(reading.backup_of, listed)))
        for one in reversed(items):
            if one.status == "completed" and one.duration:
                self._durations[one.type] = one.duration
        return RemotePage(items, told.total, told.more and bool(listed))

    async def details(self, backup: str) -> RemoteBackup:
        found = reading.backup_of(_object(await self._client.get(_route(backup))), backup)
        assert found is not None  # noqa: S101 - an id was given
        return self._with_download(found)

    async def progress(self, backup: str) -> RemoteProgress:
        """By the details, as there is no route for it. The time left is reckoned from the last backup of that type."""
        answer = await self._client.get(_route(backup))
        data = _object(answer)
        found, now = reading.backup_of(data, backup), reading.progress_of(data)
        if found is None or now.status != "running" or found.created_at is None or answer.date is None:
            return now
        usual = await self._usual_duration(found.type)
        left = usual - (answer.date - found.created_at).total_seconds() if usual else 0.0
        return msgspec.structs.replace(now, seconds_left=left) if left > 0 else now

    async def adopt(self, wanted: Wanted, since: datetime) -> RemoteBackup | None:
        """By the mark in the label, on the newest page; over all pages where the site does not list the newest first."""
        answer = (await self._pages.page(f"{_NS}/backups", 1, offers.PER_PAGE, {})).answer
        recent = reading.known(reading.backup_of, reading.items_of(answer.body, "backups"))
        found = marking.started_by(recent, wanted, answer.theirs(since))
        if found is not None or _newest_first(recent):
            return found
        return marking.started_by([one async for one in self.list()], wanted, answer.theirs(since))

    async def next_job(self, backup: RemoteBackup) -> Mapping[str, Any] | None:
        """The job of `chain_next`: as its active-job route tells it while it runs there, else `unknown`; its end is told nowhere."""
        action, job = backup.metadata.get(reading.CHAIN_ACTION, ""), backup.metadata.get(reading.CHAIN_JOB, "")
        if not action and not job:
            return None
        active: Mapping[str, Any] | None = None
        try:
            if action.startswith("staging"):
                active = await self.staging_job()
            elif action.startswith("migrat"):
                active = await self.migration_job()
        except (NotFound, Unsupported):
            pass
        if active is None or active["id"] != job:
            active = {"id": job, "status": "unknown"}
        return {**active, "action": action}

    async def bucket(self, backup: str) -> Bucket:
        found = await self.details(backup)
        storages = {one.slug: one for one in await self.storages()}
        storage = storages.get(found.site_storage)
        if storage is None or not buckets.is_s3(storage):
            name = storage.name if storage else found.site_storage or "a storage that is not named"
            raise Unsupported(f"This backup lies on {name}, not in an S3 bucket.", code="NO-BUCKET", hint="Fetch it there by hand.")
        return buckets.bucket_of(found, storage)

    async def dependants(self, backup: str) -> Sequence[RemoteBackup]:
        """Only details tell a parent, so every incremental backup that is younger is asked, the 50 oldest of them at most."""
        first = await self.details(backup)
        every = [one async for one in self.list({"type": "incremental"})]
        after = [one for one in every if one.id != backup and _is_younger(one, first)]
        after.sort(key=lambda one: one.created_at.timestamp() if one.created_at else 0.0)
        found: dict[str, RemoteBackup] = {}
        for one in after[:_MOST_DEPENDANTS]:
            try:
                whole = one if one.parent_id else await self.details(one.id)
            except NotFound:
                continue
            if whole.parent_id == backup or whole.parent_id in found:
                found[whole.id] = whole
        return tuple(found.values())

    async def delete(self, backup: str, options: Mapping[str, Any] | None = None) -> None:
        """The site removes the files in its storage as well. Whether others build on it is told by `dependants`."""
        try:
            answer = await wordpress.delete(self._client, _route(backup))
        except NotFound:
            return
        except HoldfastError as error:
            if not error.details.get("lost") or await self._is_there(backup):
                raise _worded(error) from None
            return
        if not reading.deleted(answer.body):
            raise RemoteError("The site did not delete the backup.", code="NOT-DELETED", hint="Look at SafeGuard's log in wp-admin.")

    async def _is_there(self, backup: str) -> bool:
        try:
            await self.details(backup)
        except NotFound:
            return False
        return True

    # -- restore -----------------------------------------------------------------------------------------------------------------

    async def restore(self, backup: str, wanted: RestoreWanted) -> Accepted:
        """The site names no job: what it answers with is the backup's own id."""
        part(backup)
        told = values.mapping((await self._start("restore", asking.restore_body(backup, wanted.parts))).body)
        status = values.status(told.get("status"))
        if status == "failed":
            raise RemoteError("The site refused the restore: " + (values.reason(told) or "no reason given") + ".", code="RESTORE-FAILED")
        if status == "running":
            self._seen_restoring.add(backup)
        return Accepted(status=status if status in {"queued", "running"} else "unknown", started_at=values.moment(told.get("started_at")))

    async def restore_progress(self, backup: str, accepted: Accepted) -> RemoteProgress:
        """`running` while the backup's record says so. When it stops saying so the record only tells that the backup is whole, as before:
        `unknown`, never completed. Whether the site came back well is shown by the site itself, or by SafeGuard's webhook."""
        now = reading.progress_of(_object(await self._client.get(_route(backup), force=True)))
        if now.status in {"queued", "running"}:
            self._seen_restoring.add(backup)
        if now.status != "completed":
            return now
        step = "ended, not confirmed" if backup in self._seen_restoring else "accepted, not confirmed"
        return RemoteProgress(status="unknown", status_word=now.status_word, step=step)

    # -- schedules on the site ---------------------------------------------------------------------------------------------------

    async def schedules(self) -> Sequence[RemoteSchedule]:
        """`extra` holds the zone in which the site means its times, where it tells one."""
        items = reading.items_of((await self._client.get(f"{_NS}/schedules")).body, "schedules")
        zone = await self._known_zone() if items else ""
        read = reading.known(reading.schedule_of, items)
        return tuple(msgspec.structs.replace(one, extra={**one.extra, "zone": zone}) if zone else one for one in read)

    async def create_schedule(self, schedule: RemoteSchedule) -> RemoteSchedule:
        body = asking.schedule_body(schedule)
        if "storage" not in body:
            body["storage"] = await self._primary()
        told = reading.schedule_of((await self._start("schedules", body)).body)
        if told is None:
            raise reading.not_understood("The site took the schedule, but did not name it.", lost=True)
        return msgspec.structs.replace(
            schedule,
            id=told.id,
            frequency=body["frequency"],
            time=told.time or schedule.time,
            keep=told.keep if told.keep is not None else body.get("retention"),
            keep_days=None,
            site_storage=body["storage"],
            next_run_at=told.next_run_at,
            last_run_at=told.last_run_at,
        )

    async def update_schedule(self, schedule: RemoteSchedule) -> RemoteSchedule:
        """Makes a new one and then deletes the old one, as the site cannot change any; the result has another id.

        RemoteError (SCHEDULE-DOUBLE) when the old one stayed; then both run.
        """
        made = await self.create_schedule(schedule)
        try:
            await self.delete_schedule(schedule.id)
        except HoldfastError as error:
            raise RemoteError(
                "The changed schedule was made, but the old one could not be deleted: both run now.",
                code="SCHEDULE-DOUBLE",
                hint=f"Delete schedule {values.text(schedule.id, 40)} on the site.",
                old=schedule.id,
                new=made.id,
                cause=error.code,
            ) from None
        return made

    async def delete_schedule(self, schedule: str) -> None:
        try:
            answer = await wordpress.delete(self._client, f"{_NS}/schedules/{part(schedule)}")
        except NotFound:
            return
        if not reading.deleted(answer.body):
            raise RemoteError("The site did not delete the schedule.", code="NOT-DELETED", hint="Look at SafeGuard in wp-admin.")

    # -- extras ------------------------------------------------------------------------------------------------------------------

    async def storages(self) -> Sequence[RemoteStorage]:
        items = reading.items_of((await self._client.get(f"{_NS}/storage-providers")).body, "providers", "storage_providers")
        self._storages = reading.known(reading.storage_of, items)
        return self._storages

    async def test_storage(self, slug: str) -> RemoteStorage:
        """The answer is not described (an object, nothing, 204), so the list is read again for the outcome; `unknown` when it is old."""
        told: Mapping[str, Any] = {}
        try:
            answer = await self._client.send("POST", f"{_NS}/storage-providers/{part(slug)}/test", once=False)
            told = answer.mapping()
        except RemoteError as error:
            if error.details.get("http") != 200 or error.code != "REMOTE":  # 200 with success: false is an outcome
                raise _worded(error) from None
            told = {"test_status": "failed", "message": error.details.get("server_message", "")}
            answer = Answer(200, {}, b"")
        now = next((one for one in await self.storages() if one.slug == slug), RemoteStorage(slug))
        word = reading.outcome_of(told) or reading.outcome_in(now, answer.date)
        why = values.reason(told)
        return msgspec.structs.replace(now, test_status=word, details={**now.details, **({"test_message": why} if why else {})})

    async def create_staging(self, options: Mapping[str, Any]) -> Mapping[str, Any]:
        job = reading.job_of((await self._start("staging/create", asking.staging_body(options))).body)
        if job is None:
            raise reading.not_understood("The site took the request for a staging site, but did not name the job.", lost=True)
        return job

    async def set_staging(self, staging: str, options: Mapping[str, Any]) -> Mapping[str, Any]:
        body = asking.roles_body(options)
        answer = await self._client.send("POST", f"{_NS}/staging/{part(staging)}/settings", json=body, once=False)
        return {"staging_roles": body["staging_roles"], **(reading.job_of(answer.body) or {}), "id": staging}

    async def staging_job(self) -> Mapping[str, Any] | None:
        return reading.job_of((await self._client.get(f"{_NS}/staging/active-job")).body)

    async def migration_job(self) -> Mapping[str, Any] | None:
        return reading.job_of((await self._client.get(f"{_NS}/migrate/active-job")).body)

    async def close(self) -> None:
        await self._client.close()

    async def _start(self, route: str, body: Mapping[str, Any]) -> Answer:
        """A call that starts something. A site that is busy is asked with what, so that it can be shown."""
        try:
            return await self._client.send("POST", f"{_NS}/{route}", json=body)
        except Busy as error:
            try:
                error.details["running"] = [one.id for one in await self.running()]
            except HoldfastError:
                pass
            raise
        except HoldfastError as error:
            raise _worded(error) from None

    async def _known_routes(self) -> wordpress.Routes | None:
        """The namespace's index needs no sign-in. None: the site does not show it and is taken at the page's word."""
        if self._routes is None:
            try:
                found = await wordpress.routes(self._client, _NS)
            except (AuthRejected, Forbidden):
                return None
            self._routes = found if found.methods else None
        return self._routes

    async def _known_zone(self) -> str:
        """The site's time zone, as a name or an offset; "" when it does not tell."""
        if self._zone is None:
            try:
                index = await wordpress.site_index(self._client)
            except HoldfastError:
                return ""
            offset = index.gmt_offset
            self._zone = index.timezone or ("" if offset is None else f"UTC{offset:+g}")
        return self._zone

    async def _usual_duration(self, kind: str) -> float | None:
        """How long the last backup of this type took, None when there is none. Asked for once."""
        if kind not in self._durations:
            self._durations[kind] = None
            try:
                await self.page(1, 20, {"type": kind})
            except HoldfastError:
                return None
        return self._durations[kind]

    async def _primary(self) -> str:
        found = next((one.slug for one in await self.storages() if one.is_primary), "")
        if not found:
            raise UsageError("A schedule of SafeGuard needs a storage provider.", hint="Name one of those that the site lists.")
        return found

    def _bucket_slugs(self) -> set[str]:
        return {one.slug for one in self._storages if buckets.is_s3(one)}

    def _with_download(self, one: RemoteBackup) -> RemoteBackup:
        can = one.status == "completed" and one.site_storage in self._bucket_slugs()
        return msgspec.structs.replace(one, downloadable=True) if can else one


def _route(backup: str) -> str:
    return f"{_NS}/backups/{part(backup)}"


def _object(answer: Answer) -> dict[str, Any]:
    if not isinstance(answer.body, dict):
        raise reading.not_understood("The site's answer has an unknown form.")
    return answer.body


def _newest_first(backups: Sequence[RemoteBackup]) -> bool:
    made = [one.created_at for one in backups if one.created_at]
    return len(made) < 2 or made[0] >= made[-1]


def _is_younger(one: RemoteBackup, than: RemoteBackup) -> bool:
    return one.created_at is None or than.created_at is None or one.created_at >= than.created_at


def _worded(error: HoldfastError) -> HoldfastError:
    """The remedy in SafeGuard's terms."""
    if isinstance(error, Forbidden) and error.code != "LICENCE":
        error.hint = "SafeGuard needs an administrator (the right manage_options)."
    elif error.details.get("server_code") == "storage_not_configured":
        error.code, error.hint = (
            "STORAGE-NOT-CONFIGURED",
            "Set it up in SafeGuard's settings on the site, or choose another.",
        )
    return error
