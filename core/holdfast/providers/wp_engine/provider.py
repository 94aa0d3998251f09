"""WP Engine: one install (or, without one chosen, the account) through the Hosting Platform API (the vendor's pages; apis.md 1)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from holdfast.errors import AuthRejected, Busy, Forbidden, HoldfastError, NotFound, RemoteError, Unsupported, UsageError
from holdfast.providers import marking, values
from holdfast.providers.base import (
    Accepted,
    Capabilities,
    Identity,
    Link,
    Provider,
    RemoteBackup,
    RemoteInstall,
    RemotePage,
    RemoteProgress,
    RestoreWanted,
    Wanted,
)  # fmt: skip
from holdfast.providers.http import Answer, Client, check_link, part
from holdfast.providers.wp_engine import asking, offers, reading
from holdfast.providers.wp_engine.reading import Archive

_MOST = 100_000
_LINK_SLACK = timedelta(minutes=1)
_ARCHIVE_SECONDS = 900.0
"""So long an archive that was asked for is waited for before another one would be."""
_ARCHIVE_POLL = 30


class _Asked(msgspec.Struct, frozen=True):
    """An archive that this run asked for: when, and which there were before."""

    at: float
    before: frozenset[str]


class WPEngine(Provider):
    """`client` has the API's base. Options: ``install`` (its id; without, only `test` and `installs` work), ``notification_emails``
    (proposed for every call that starts something) and ``account`` (limits `installs` to one account)."""

    system = "wp-engine"

    def __init__(self, client: Client, *, options: Mapping[str, Any] | None = None) -> None:
        self._client = client
        self._install = values.text((options or {}).get("install"))
        self._account = values.text((options or {}).get("account"))
        named = (options or {}).get("notification_emails") or ()
        self._emails = values.words(named if isinstance(named, str) else list(named))
        self._operations: offers.Operations | None = None
        self._asked_archives: dict[str, _Asked] = {}

    # -- capabilities and sign-in ------------------------------------------------------------------------------------------------

    async def capabilities(self) -> Capabilities:
        if self._operations is None:
            try:
                self._operations = offers.operations_of((await self._client.get("swagger", tries=1)).body)
            except HoldfastError:  # the definition is a help, no condition; what is missing answers as missing
                pass
        return offers.capabilities_of(self._operations, install=bool(self._install), emails=self._emails)

    async def test(self) -> Identity:
        """Asks who the user is and, where one is chosen, for the install."""
        try:
            user = reading.user_of((await self._client.get("user", force=True)).body) or self._client.credential.user
            install = await self.install() if self._install else None
        except HoldfastError as error:
            raise await self._explained(_worded(error)) from None
        return Identity(user=user, details={"install": install.name} if install else {})

    async def status(self) -> bool:
        """Whether WP Engine says that its API is well; needs no sign-in."""
        try:
            return values.flag(values.find((await self._client.get("status", tries=1)).body, "success")) is True
        except HoldfastError:
            return False

    async def _explained(self, error: HoldfastError) -> HoldfastError:
        """A failure of theirs says whether the whole API is down."""
        if (
            isinstance(error, RemoteError)
            and isinstance(http := error.details.get("http"), int)
            and http >= 500
            and not await self.status()
        ):
            error.hint = "WP Engine's API as a whole does not work now. Try again later; wpenginestatus.com tells more."
        return error

    # -- backups -----------------------------------------------------------------------------------------------------------------

    async def create(self, wanted: Wanted) -> RemoteBackup:
        """WP Engine mails the addresses to notify when it is done."""
        answer = await self._send(self._route("backups"), asking.create_body(wanted, self._emails))
        made = reading.backup_of(answer.body)
        if made is None:
            raise reading.not_understood("WP Engine took the request for a backup, but did not name the backup.", lost=True)
        status = made.status if values.find(answer.body, "status") else "queued"  # taken on, and no word about it
        return msgspec.structs.replace(made, status=status, label=made.label or wanted.label)

    async def page(self, number: int = 1, size: int = 100, filters: Mapping[str, str] | None = None) -> RemotePage:
        size = max(1, min(size, offers.PER_PAGE))
        offset: int | None = (max(number, 1) - 1) * size
        found: dict[str, RemoteBackup] = {}
        total = None
        while offset is not None and len(found) < size:  # the server may give fewer than it was asked for
            told, _ = await self._page(self._route("backups"), offset, size - len(found))
            fresh = {one.id: one for one in map(reading.backup_of, told.items) if one is not None and one.id not in found}
            found |= fresh
            total, offset = told.total, told.next_offset if fresh else None
        return RemotePage(tuple(found.values()), total, offset is not None)

    async def list(self, filters: Mapping[str, str] | None = None, *, limit: int | None = None) -> AsyncIterator[RemoteBackup]:
        """By offsets instead of pages, as the server may give fewer than it was asked for."""
        count = 0
        async for item in self._all(self._route("backups")):
            if limit is not None and count >= limit:
                return
            if (one := reading.backup_of(item)) is not None:
                count += 1
                yield one

    async def running(self) -> Sequence[RemoteBackup]:
        """Over all pages: in which order the API lists is not documented."""
        return [one async for one in self.list() if one.status in {"queued", "running"}]

    async def details(self, backup: str) -> RemoteBackup:
        """Where the API has no route for one backup it is looked for in the list."""
        try:
            answer = await self._get(self._route("backups", backup))
        except Unsupported:
            async for one in self.list():
                if one.id == backup:
                    return one
            raise NotFound("WP Engine does not have this backup any more.") from None
        if not isinstance(answer.body, dict):
            raise reading.not_understood("WP Engine's answer has an unknown form.")
        found = reading.backup_of(answer.body, backup)
        assert found is not None  # noqa: S101 - an id was given
        return found

    async def adopt(self, wanted: Wanted, since: datetime) -> RemoteBackup | None:
        """By the mark in the description."""
        theirs = (await self._page(self._route("backups"), 0, 1))[1].theirs(since)
        return marking.started_by([one async for one in self.list()], wanted, theirs)

    async def link(self, backup: str) -> Link:
        """The address of the backup's newest archive. Where there is none that can be used, one is asked for (and mailed about).

        Busy (ARCHIVE-PENDING, ``details["retry_after"]``) until it is made: ask again then; nothing is asked for twice. RemoteError
        (ARCHIVE-FAILED) when the one that was asked for was aborted; the next call asks for another.
        """
        part(backup)
        archives = [one for one in await self.archives() if one.backup == backup]
        for one in archives:
            if one.status == "completed" and one.link and not self._is_over(one.link):
                return Link(check_link(one.link, self._client.base), reading.expiry_of(one.link), name=f"{backup}.zip")
        asked, now = self._asked_archives.get(backup), self._client.clock.monotonic()
        ours = [one for one in archives if asked is not None and one.id not in asked.before]
        if ours and ours[0].status == "failed":
            del self._asked_archives[backup]
            raise RemoteError("WP Engine could not make the archive of this backup.", code="ARCHIVE-FAILED", hint="Try again later.")
        pending = next((one for one in archives if one.status in {"queued", "running"} or (one in ours and one.status == "unknown")), None)
        if pending is None and (asked is None or now - asked.at > _ARCHIVE_SECONDS):
            await self._ask_for_archive(backup, _Asked(now, frozenset(one.id for one in archives)))
        raise Busy(
            "WP Engine is making the archive of this backup.",
            code="ARCHIVE-PENDING",
            hint="It takes some minutes; the download starts by itself then.",
            retry_after=_ARCHIVE_POLL,
            state=pending.status_word if pending else "requested",
        )

    async def _ask_for_archive(self, backup: str, asked: _Asked) -> None:
        """Remembered unless the API surely did nothing."""
        body = asking.archive_body(backup, self._emails)
        self._asked_archives[backup] = asked
        try:
            await self._send(self._route("archives"), body)
        except HoldfastError as error:
            if not error.details.get("lost"):
                del self._asked_archives[backup]
            raise

    async def archives(self) -> Sequence[Archive]:
        """All archives of the install, newest first."""
        found = [one async for item in self._all(self._route("archives")) if (one := reading.archive_of(item)) is not None]
        return sorted(found, key=lambda one: one.made_at.timestamp() if one.made_at else 0.0, reverse=True)

    def _is_over(self, link: str) -> bool:
        end = reading.expiry_of(link)
        return end is not None and end.timestamp() <= self._client.clock.now() + _LINK_SLACK.total_seconds()

    # -- restore -----------------------------------------------------------------------------------------------------------------

    async def restore(self, backup: str, wanted: RestoreWanted) -> Accepted:
        """The API names no job, and has no word on how it goes."""
        answer = await self._send(f"{self._route('backups', backup)}/restore", asking.restore_body(wanted, self._emails))
        return Accepted(status="queued", started_at=answer.date)

    async def restore_progress(self, backup: str, accepted: Accepted) -> RemoteProgress:
        """`running` while a backup that began after the restore (its checkpoint) is made, else `unknown`; never completed.

        Whether the site came back well is shown by the site itself, and by WP Engine's mail.
        """
        since = accepted.started_at
        if since is None:
            return RemoteProgress(status="unknown", step="accepted, not confirmed")
        later = [one async for one in self.list() if one.created_at and one.created_at >= since - marking.SLACK]
        checkpoint = min(later, key=lambda one: one.created_at or since, default=None)
        if checkpoint is not None and checkpoint.status in {"queued", "running"}:
            return RemoteProgress(status="running", status_word=checkpoint.status_word, step="checkpoint")
        word = checkpoint.status_word if checkpoint else ""
        return RemoteProgress(status="unknown", status_word=word, step="accepted, not confirmed")

    # -- extras ------------------------------------------------------------------------------------------------------------------

    async def installs(self) -> Sequence[RemoteInstall]:
        params = {"account_id": self._account} if self._account else {}
        return [one async for item in self._all("installs", params) if (one := reading.install_of(item)) is not None]

    async def install(self) -> RemoteInstall:
        """The chosen install."""
        found = reading.install_of((await self._get(self._route())).body)
        if found is None or found.id != self._install:
            raise reading.not_understood("WP Engine answered with another install than the one asked for.")
        return found

    async def close(self) -> None:
        await self._client.close()

    def _route(self, *pieces: str) -> str:
        """A route below ``installs/{install_id}``."""
        if not self._install:
            raise UsageError("WP Engine needs to know which install.", code="INSTALL-NEEDED", hint="Choose one of the account's installs.")
        return "/".join(("installs", part(self._install), *map(part, pieces)))

    async def _all(self, path: str, params: Mapping[str, object] | None = None) -> AsyncIterator[Any]:
        """The entries of all pages, every id once: a list that moves meanwhile shows some twice. A page with nothing new is the last."""
        seen: set[str] = set()
        offset: int | None = 0
        while offset is not None:
            told, _ = await self._page(path, offset, offers.PER_PAGE, params)
            fresh = {name: item for item in told.items if (name := values.identifier(values.find(item, "id"))) and name not in seen}
            for item in fresh.values():
                yield item
            seen |= fresh.keys()
            offset = told.next_offset if fresh and len(seen) < _MOST else None

    async def _page(self, path: str, offset: int, limit: int, params: Mapping[str, object] | None = None) -> tuple[reading.Listed, Answer]:
        answer = await self._get(path, {**(params or {}), "limit": limit, "offset": offset})
        return reading.listed(answer, offset, limit, self._client.base), answer

    async def _get(self, path: str, params: Mapping[str, object] | None = None) -> Answer:
        try:
            return await self._client.get(path, params)
        except HoldfastError as error:
            raise _worded(error) from None

    async def _send(self, path: str, body: Mapping[str, Any]) -> Answer:
        try:
            return await self._client.send("POST", path, json=body)
        except HoldfastError as error:
            raise _worded(error) from None


def _worded(error: HoldfastError) -> HoldfastError:
    """The remedy in WP Engine's terms; what the server calls wrong, field by field, where it does."""
    if errors := error.details.get("server_errors"):
        error.hint = "; ".join(errors)
    elif isinstance(error, AuthRejected):
        error.hint = "Check API user and password (my.wpengine.com/api_access); an Owner must switch on API access for the account."
    elif isinstance(error, Forbidden):
        error.hint = "The person whom these credentials belong to needs the right to manage this install."
    elif error.code in {"SITE-BLOCKED", "SITE-MAINTENANCE", "SITE-5XX"}:
        error.hint = "WP Engine's API is in trouble. Try again later; wpenginestatus.com tells more."
    return error
