"""General Bots: one bot server through ``/api/v1/backup`` (the vendor's page; its open points are settled in apis.md 4).

A 404 means two things: this backup is not there, or nothing of the API is. The list tells them apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from holdfast.errors import AuthRejected, Forbidden, HoldfastError, NotFound, RemoteError, Unsupported, UsageError
from holdfast.providers import values
from holdfast.providers.base import (
    Accepted,
    Capabilities,
    Identity,
    Provider,
    RemoteBackup,
    RemotePage,
    RemoteProgress,
    RemoteSchedule,
    RestoreWanted,
    Wanted,
)
from holdfast.providers.general_bots import offers, reading
from holdfast.providers.http import Answer, Client, part
from holdfast.providers.marking import started_by

_PATH = "api/v1/backup"
_NEEDED = {
    "create": "admin or backup_operator", "list": "admin or backup_operator", "restore": "admin", "delete": "admin", "schedules": "admin",
}  # fmt: skip


class GeneralBots(Provider):
    """`client` has the server's base address, with or without ``/api/v1/backup`` (as the page prints it). There are no options."""

    system = "general-bots"

    def __init__(self, client: Client, *, options: Mapping[str, Any] | None = None) -> None:
        self._client = client
        self._whole = client.base.rstrip("/").endswith(f"/{_PATH}")
        self._has_api: bool | None = None
        self._roles: tuple[str, ...] | None = None

    # -- capabilities and sign-in ------------------------------------------------------------------------------------------------

    async def capabilities(self) -> Capabilities:
        if not await self._is_there():
            return offers.capabilities_of(has_api=False)
        if self._roles is None:
            self._roles = values.words(values.first(await self._me(), "roles", "role"))
        return offers.capabilities_of(has_api=True, roles=self._roles)

    async def test(self) -> Identity:
        """Unsupported (code ``NO-BACKUP-API``) when the sign-in is fine and yet there is nothing to use it for."""
        me = await self._me()
        await self._list()
        self._roles = values.words(values.first(me, "roles", "role"))
        name = values.text(values.first(me, "email", "username", "name", "id")) or self._client.credential.user
        return Identity(user=name, roles=self._roles, hint="ADMIN-NEEDED-TO-RESTORE" if offers.is_lesser(self._roles) else "")

    async def _me(self) -> dict[str, Any]:
        """Who we are, as far as the server tells; an API key or an older server may have no word for it."""
        if self._whole:
            return {}
        try:
            answer = await self._client.get("api/auth/me")
        except (AuthRejected, Forbidden, NotFound, Unsupported):
            return {}
        body = answer.mapping()
        return values.mapping(body.get("data")) or values.mapping(body.get("user")) or body

    # -- backups -----------------------------------------------------------------------------------------------------------------

    async def create(self, wanted: Wanted) -> RemoteBackup:
        body = offers.create_body(wanted)
        data = reading.data_of(await self._send("POST", "create", "create", json=body))
        made = reading.backup_of(data)
        if made is None:
            raise reading.not_understood("The server took the request for a backup, but did not name the backup.", lost=True)
        components = tuple(part for part in ("files", "database") if body[f"include_{part}"])
        status = made.status if values.find(data, "status") else "queued"  # taken on, and no word about it
        return msgspec.structs.replace(made, status=status, type=wanted.type, components=components)

    async def page(self, number: int = 1, size: int = 100, filters: Mapping[str, str] | None = None) -> RemotePage:
        """The server has no pages and no filters: the first page is everything."""
        if number > 1:
            return RemotePage(())
        items = self._read(await self._list())
        return RemotePage(items, total=len(items))

    async def details(self, backup: str) -> RemoteBackup:
        found = reading.backup_of(reading.data_of(await self._one("GET", part(backup), "list", "backup")), backup)
        assert found is not None  # noqa: S101 - an id was given
        return found

    async def adopt(self, wanted: Wanted, since: datetime) -> RemoteBackup | None:
        """By type and time: the server keeps nothing of ours."""
        answer = await self._get("list", "list")
        return started_by(self._read(reading.items_of(answer)), wanted, answer.theirs(since))

    async def dependants(self, backup: str) -> Sequence[RemoteBackup]:
        """As far as the server names parents."""
        every, waiting = self._read(await self._list()), {backup}
        found: dict[str, RemoteBackup] = {}
        while waiting:
            waiting = {one.id for one in every if one.parent_id in waiting and one.id not in found}
            found |= {one.id: one for one in every if one.id in waiting}
        found.pop(backup, None)
        return tuple(found.values())

    async def delete(self, backup: str, options: Mapping[str, Any] | None = None) -> None:
        try:
            reading.data_of(await self._one("DELETE", part(backup), "delete", "backup"))
        except NotFound:
            return
        except HoldfastError as error:
            if not error.details.get("lost") or await self._is_listed(backup):
                raise

    async def _is_listed(self, backup: str) -> bool:
        return any(one.id == backup for one in self._read(await self._list()))

    @staticmethod
    def _read(items: list[Any]) -> tuple[RemoteBackup, ...]:
        return tuple(one for one in map(reading.backup_of, items) if one is not None)

    # -- restore -----------------------------------------------------------------------------------------------------------------

    async def restore(self, backup: str, wanted: RestoreWanted) -> Accepted:
        """Busy when another restore runs."""
        if wanted.parts:
            raise UsageError("General Bots restores everything or nothing.", hint="Leave out the parts.")
        target = values.text(wanted.options.get("target"), 60)
        answer = await self._one("POST", f"restore/{part(backup)}", "restore", "backup", json={"target": target} if target else {})
        told = values.mapping(reading.data_of(answer))
        status = values.status(told.get("status"))
        if status == "failed":
            raise RemoteError("The server refused the restore: " + (reading.reason(told) or "no reason given") + ".", code="RESTORE-FAILED")
        job = values.identifier(values.first(told, "job_id", "restore_id", "id"))
        return Accepted(job=job, status=status if told.get("status") else "queued", started_at=values.moment(told.get("started_at")))

    async def restore_progress(self, backup: str, accepted: Accepted) -> RemoteProgress:
        """`unknown` where the server has no word about it (any more)."""
        if not accepted.job:
            return RemoteProgress(status="unknown")
        try:
            data = reading.data_of(await self._get(f"restore/{part(accepted.job)}/status", "restore", force=True))
        except (NotFound, Unsupported):
            return RemoteProgress(status="unknown")
        told = values.identifier(values.first(data, "job_id"))
        if told and told != accepted.job:
            raise reading.not_understood("The server answered with another restore than the one asked for.")
        return reading.progress_of(data)

    # -- schedules on the server -------------------------------------------------------------------------------------------------

    async def schedules(self) -> Sequence[RemoteSchedule]:
        items = reading.items_of(await self._get("schedule", "schedules"))
        return tuple(one for one in map(reading.schedule_of, items) if one is not None)

    async def create_schedule(self, schedule: RemoteSchedule) -> RemoteSchedule:
        """The page does not say that the answer names the schedule: without an id it is looked for in the list."""
        body = offers.schedule_body(schedule)
        told = reading.schedule_of(reading.data_of(await self._send("POST", "schedule", "schedules", json=body)))
        if told is None:
            found = [one for one in await self.schedules() if one.cron == body["cron"] and one.type == schedule.type]
            told = found[-1] if found else None
        if told is None:
            raise reading.not_understood("The server took the schedule, but did not name it.", lost=True)
        return self._merged(schedule, told if told.next_run_at is not None else await self._as_listed(told))

    async def _as_listed(self, told: RemoteSchedule) -> RemoteSchedule:
        """With its next run, which alone shows in what zone the server reads a cron line (apis.md 0.18)."""
        try:
            return next((one for one in await self.schedules() if one.id == told.id), told)
        except HoldfastError:  # it is made; that it cannot be looked at now is no failure of that
            return told

    async def update_schedule(self, schedule: RemoteSchedule) -> RemoteSchedule:
        body = {**offers.schedule_body(schedule), "enabled": schedule.enabled}
        answer = await self._one("PUT", f"schedule/{part(schedule.id)}", "schedules", "schedule", json=body)
        return self._merged(schedule, reading.schedule_of(reading.data_of(answer), schedule.id) or schedule)

    async def delete_schedule(self, schedule: str) -> None:
        try:
            reading.data_of(await self._one("DELETE", f"schedule/{part(schedule)}", "schedules", "schedule"))
        except NotFound:
            return

    @staticmethod
    def _merged(asked: RemoteSchedule, told: RemoteSchedule) -> RemoteSchedule:
        return msgspec.structs.replace(asked, id=told.id, keep=None, next_run_at=told.next_run_at, last_run_at=told.last_run_at)

    # -- extras ------------------------------------------------------------------------------------------------------------------

    async def close(self) -> None:
        await self._client.close()

    async def _list(self) -> list[Any]:
        return reading.items_of(await self._get("list", "list"))

    async def _is_there(self) -> bool:
        """Whether the server has the API: known for good once it was seen, asked again while it was not."""
        if not self._has_api:
            try:
                await self._list()
            except (AuthRejected, Forbidden):
                return True
            except Unsupported as error:
                if error.code != "NO-BACKUP-API":
                    raise
                return False
        return True

    async def _get(self, route: str, doing: str, *, force: bool = False) -> Answer:
        """A read; where `route` is a list, 404 means that there is no API."""
        try:
            answer = await self._client.get(self._address(route), force=force)
        except HoldfastError as error:
            raise self._worded(error, doing) from None
        self._has_api = self._has_api or route == "list"
        return answer

    async def _send(self, method: str, route: str, doing: str, json: object = None) -> Answer:
        try:
            return await self._client.send(method, self._address(route), json=json)
        except HoldfastError as error:
            raise self._worded(error, doing) from None

    async def _one(self, method: str, route: str, doing: str, what: str, json: object = None) -> Answer:
        """A call about one backup or schedule. NotFound when it is not there, Unsupported when the whole API is not."""
        try:
            if method == "GET":
                return await self._client.get(self._address(route))
            return await self._client.send(method, self._address(route), json=json)
        except HoldfastError as error:
            if error.details.get("http") in {404, 410} and await self._is_there():
                raise NotFound(
                    f"{self._client.host} has no such {what}.", hint="It may have been deleted there.", **error.details
                ) from None
            raise self._worded(error, doing) from None

    def _worded(self, error: HoldfastError, doing: str) -> HoldfastError:
        if isinstance(error, NotFound | Unsupported) and error.details.get("http") == 404:
            hint = "Its makers have announced it. Holdfast will use it as soon as the server offers it."
            return Unsupported(offers.NO_API, code="NO-BACKUP-API", hint=hint, **error.details)
        if isinstance(error, Forbidden):
            error.hint = f"This needs the role {_NEEDED[doing]} on the server."
        return error

    def _address(self, route: str) -> str:
        return route if self._whole else f"{_PATH}/{route}"
