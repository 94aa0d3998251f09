"""Backup Copilot Pro: one WordPress site through ``bkpc/v1`` (the vendor's page; its open points are settled in apis.md 3.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from holdfast.errors import AuthRejected, Forbidden, HoldfastError, NotFound, RemoteError, Unsupported, UsageError
from holdfast.providers import values, wordpress
from holdfast.providers.backup_copilot import asking, offers, reading
from holdfast.providers.base import (
    Accepted,
    Capabilities,
    Identity,
    Link,
    Provider,
    RemoteBackup,
    RemotePage,
    RemoteProgress,
    RemoteSchedule,
    RestoreWanted,
    Wanted,
)
from holdfast.providers.http import Answer, Client, error_of, part
from holdfast.providers.marking import MARKER, SLACK, ZONES, started_by
from holdfast.providers.wordpress import path_below

_NS = offers.NAMESPACE
_CANDIDATES = 20
"""Backups that are looked at one by one after a lost answer."""


class BackupCopilot(Provider):
    """`client` has the discovered REST root as its base. There are no options."""

    system = "backup-copilot"

    def __init__(self, client: Client, *, options: Mapping[str, Any] | None = None) -> None:
        self._client = client
        self._routes: wordpress.Routes | None = None
        self._told: dict[str, str] = {}
        """Status routes that the site named for backups of this run; the page's own form serves for all others."""

    # -- capabilities and sign-in ------------------------------------------------------------------------------------------------

    async def capabilities(self) -> Capabilities:
        return offers.capabilities_of(await self._known_routes())

    async def test(self) -> Identity:
        """Asks who the user is, then for one backup: a token of OAuth may see backups and yet no users."""
        me = await self._me()
        try:
            reading.page_of(_data(await self._client.get(f"{_NS}/backup/list", {"per_page": 1})), {}, 1, 1)
        except Forbidden as error:
            error.hint = "Backups need the role backup operator (or administrator)."
            raise
        hint = "ADMIN-NOT-NEEDED" if "administrator" in me.roles else ""
        return Identity(user=me.user or self._client.credential.user, roles=me.roles, hint=hint)

    async def _me(self) -> wordpress.Me:
        """Who we are; a site that hides its users, or a token that may not see them, is no reason to stop."""
        try:
            return await wordpress.me(self._client)
        except AuthRejected:
            if self._client.credential.kind == "basic":
                raise
        except (Forbidden, NotFound, Unsupported):
            pass
        except RemoteError as error:
            if error.code != "SITE-BLOCKED":  # firewalls like to hide users, and nothing else
                raise
        return wordpress.Me(self._client.credential.user, (), frozenset())

    # -- backups -----------------------------------------------------------------------------------------------------------------

    async def create(self, wanted: Wanted) -> RemoteBackup:
        answer = await self._client.send("POST", f"{_NS}/backup/create", json=asking.create_body(wanted))
        data = _data(answer)
        made = reading.backup_of(data)
        if made is None:
            raise reading.not_understood("The site took the request for a backup, but did not name the backup.", lost=True)
        route = path_below(values.find(data, "progress_url"), _NS)
        if made.id in route.split("/"):  # the address of another backup would tell when that one is done
            self._told[made.id] = route
        status = made.status if values.find(data, "status") else "queued"  # taken on, and no word about it
        kind = made.type if values.find(data, "type") else wanted.type
        return msgspec.structs.replace(made, status=status, type=kind, size=None, label=made.label or wanted.label)

    async def page(self, number: int = 1, size: int = 100, filters: Mapping[str, str] | None = None) -> RemotePage:
        size = max(1, min(size, offers.PER_PAGE))
        answer = await self._client.get(f"{_NS}/backup/list", asking.list_params(number, size, filters or {}))
        return reading.page_of(_data(answer), answer.headers, number, size)

    async def details(self, backup: str) -> RemoteBackup:
        found = reading.backup_of(_object(await self._client.get(_route(backup))), backup)
        assert found is not None  # noqa: S101 - an id was given
        return found

    async def progress(self, backup: str) -> RemoteProgress:
        route = self._told.get(backup) or _route(backup, "status")
        try:
            data = _data(await self._client.get(route))
        except (NotFound, Unsupported):
            self._told.pop(backup, None)
            return await super().progress(backup)
        if (told := values.identifier(values.first(data, "uuid"))) and told != backup:
            raise reading.not_understood("The site answered with another backup than the one asked for.")
        return reading.progress_of(data)

    async def adopt(self, wanted: Wanted, since: datetime) -> RemoteBackup | None:
        """The marker stands in the metadata, which only the details show: asked for the likeliest first, 20 at most."""
        params = asking.list_params(1, 50, {"order": "desc", "orderby": "created_at"})
        answer = await self._client.get(f"{_NS}/backup/list", params)
        theirs, whole = answer.theirs(since), list[RemoteBackup]()
        for one in _likeliest(reading.page_of(_data(answer), answer.headers, 1, 50).items, theirs)[:_CANDIDATES]:
            try:
                whole.append(await self.details(one.id))
            except NotFound:
                continue
            if wanted.marker and whole[-1].metadata.get(MARKER) == wanted.marker:
                break
        return started_by(whole, wanted, theirs)

    async def link(self, backup: str) -> Link:
        """Asks by POST as the page says, by GET where the site knows that only. Nothing on the site changes, so it may be repeated."""
        route = _route(backup, "download")
        try:
            answer = await self._client.send("POST", route, once=False, binary=True)
        except Unsupported:
            answer = await self._client.get(route, binary=True, noted=True)
        if not answer.parsed and asking.is_archive(answer.kind):
            return asking.link_to_route(self._client.base, route, backup, answer)
        if not answer.parsed:
            raise error_of(answer)
        return asking.link_of(_data(answer), self._client.base, backup)

    async def delete(self, backup: str, options: Mapping[str, Any] | None = None) -> None:
        params = {"delete_cloud": True} if values.flag((options or {}).get("delete_cloud")) else {}
        try:
            _data(await wordpress.delete(self._client, _route(backup), params))
        except NotFound:
            return
        except HoldfastError as error:
            if not error.details.get("lost") or await self._is_there(backup):
                raise

    async def _is_there(self, backup: str) -> bool:
        try:
            await self.details(backup)
        except NotFound:
            return False
        return True

    # -- restore -----------------------------------------------------------------------------------------------------------------

    async def restore(self, backup: str, wanted: RestoreWanted) -> Accepted:
        answer = await self._client.send("POST", _route(backup, "restore"), json=asking.restore_body(wanted.parts))
        data = _data(answer)
        told = values.mapping(data)
        status = values.status(told.get("status"))
        if status == "failed":
            raise RemoteError("The site refused the restore: " + (reading.reason(told) or "no reason given") + ".", code="RESTORE-FAILED")
        name, route = values.identifier(values.first(told, "restore_id", "id")), path_below(told.get("progress_url"), _NS)
        unusual = route and name in (*route.split("/"), "") and route != f"{_NS}/restore/{name}/status"
        job = route if unusual else name
        return Accepted(job=job, status=status if told.get("status") else "queued", started_at=values.moment(told.get("started_at")))

    async def restore_progress(self, backup: str, accepted: Accepted) -> RemoteProgress:
        """`unknown` where the site has no word about it (any more): then only the health of the site shows how it went."""
        if not accepted.job:
            return RemoteProgress(status="unknown")
        route = accepted.job if accepted.job.startswith(f"{_NS}/") else f"{_NS}/restore/{part(accepted.job)}/status"
        try:
            data = _data(await self._client.get(route, force=True))
        except (NotFound, Unsupported):
            return RemoteProgress(status="unknown")
        told = values.identifier(values.first(data, "restore_id"))
        if told and not accepted.job.startswith(f"{_NS}/") and told != accepted.job:
            raise reading.not_understood("The site answered with another restore than the one asked for.")
        return reading.progress_of(data)

    # -- schedules on the site ---------------------------------------------------------------------------------------------------

    async def schedules(self) -> Sequence[RemoteSchedule]:
        return reading.schedules_of(_data(await self._client.get(f"{_NS}/schedule/list")))

    async def create_schedule(self, schedule: RemoteSchedule) -> RemoteSchedule:
        body = asking.schedule_body(schedule)
        told = reading.schedule_of(_data(await self._client.send("POST", f"{_NS}/schedule/create", json=body)))
        if told is None:
            raise reading.not_understood("The site took the schedule, but did not name it.", lost=True)
        return asking.merged(schedule, told, body)

    async def update_schedule(self, schedule: RemoteSchedule) -> RemoteSchedule:
        way = offers.update_way(await self._known_routes())
        if way is None:
            raise self._lacks("change of schedules")
        body = asking.schedule_body(schedule)
        answer = await self._client.send(way[0], _schedule_route(way[1], schedule.id), json=body, once=False)
        data = values.mapping(_data(answer))
        told = reading.schedule_of({**data, "id": schedule.id})
        return asking.merged(schedule, told or schedule, body)

    async def delete_schedule(self, schedule: str) -> None:
        way = offers.delete_way(await self._known_routes())
        if way is None:
            raise self._lacks("deletion of schedules")
        try:
            route = _schedule_route(way[1], schedule)
            _data(await (wordpress.delete(self._client, route) if way[0] == "DELETE" else self._client.send(way[0], route, once=False)))
        except NotFound:
            return

    # -- extras ------------------------------------------------------------------------------------------------------------------

    async def create_webhook(self, url: str, events: Sequence[str], secret: str) -> Mapping[str, Any]:
        """The answer is not described; what is returned is what we asked for, and the site's id for it where it told one."""
        if not url.startswith("https://") and not url.startswith("http://"):
            raise UsageError("A webhook needs a web address.", code="ADDRESS")
        if not events or not secret:
            raise UsageError("A webhook needs at least one event, and a secret to sign with.")
        body = {"url": url, "events": list(events), "secret": secret}
        try:
            told = values.mapping(_data(await self._client.send("POST", f"{_NS}/webhooks/create", json=body)))
        except HoldfastError as error:
            if secret not in str(error.failure()):
                raise
            told_http, lost = error.details.get("http"), error.details.get("lost", False)
            raise RemoteError("The site refused the webhook.", code=error.code, http=told_http, lost=lost) from None
        return {"id": values.identifier(values.first(told, "id", "webhook_id", "uuid")), "url": url, "events": tuple(events)}

    async def close(self) -> None:
        await self._client.close()

    async def _known_routes(self) -> wordpress.Routes | None:
        """The namespace's index needs no sign-in. None: the site does not show it and is taken at the page's word."""
        if self._routes is None:
            try:
                found = await wordpress.routes(self._client, _NS)
            except (AuthRejected, Forbidden):
                return None
            self._routes = found if found.methods else None
        return self._routes


def _route(backup: str, what: str = "") -> str:
    return f"{_NS}/backup/{part(backup)}" + (f"/{what}" if what else "")


def _likeliest(backups: Sequence[RemoteBackup], since: datetime) -> list[RemoteBackup]:
    """Those that can have begun after `since`: first those that say so, then those whose time may be of another zone."""
    found = [one for one in backups if one.created_at is None or one.created_at >= since - ZONES]
    return sorted(found, key=lambda one: one.created_at is not None and one.created_at < since - SLACK)


def _schedule_route(route: str, schedule: str) -> str:
    return f"{_NS}/{route.format(part(schedule))}"


def _data(answer: Answer) -> Any:
    """The data of an answer with or without its envelope. An envelope that says no is an error, also with status 200."""
    body = answer.body
    if not isinstance(body, dict) or "success" not in body:
        return body
    if values.flag(body["success"]) is False:
        raise error_of(answer)
    return body.get("data", body)


def _object(answer: Answer) -> dict[str, Any]:
    data = _data(answer)
    if not isinstance(data, dict):
        raise reading.not_understood("The site's answer has an unknown form.")
    return data
