"""What all providers share: the `Provider` interface, its capabilities as data, and the records that it hands out.

A provider speaks to one site (or install, or bot server) with one credential. Window and terminal never ask which provider it is: they
offer what its `Capabilities` say. Times are aware UTC datetimes, sizes bytes, ``None`` = not told. Whatever a server says is hostile
text: names and words are data, never a path, a format or markup.

Contract of every method:

* It raises only `HoldfastError`s: AuthRejected, Forbidden, NotFound, Busy (409), Unsupported, NetworkError, RateLimited, RemoteError
  (malformed answers too). ``details`` carry ``http``, ``server_code`` and ``server_message`` where there are any; never a secret.
* Reading calls may be repeated and are retried inside by the client's rules. `create`, `restore` and every other call that starts or
  changes something is sent once. When its answer is lost (`RemoteError`/`NetworkError` with ``details["lost"] = True``) the caller
  looks with `adopt` before it does anything else.
* A status word that is not known is ``unknown``, never ``completed``; the server's own word stays in ``status_word``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from holdfast.errors import Unsupported

FieldKind = Literal["text", "choice", "flag", "number", "pairs", "emails", "secret", "time", "cron"]
Verb = Literal[
    "create", "list", "details", "progress", "download", "delete", "restore",
    "schedules.list", "schedules.create", "schedules.update", "schedules.delete",
    "storages.list", "storages.test", "staging.create", "staging.settings", "staging.status", "migration.status",
    "webhooks.create", "installs", "archives",
]  # fmt: skip


class Field(msgspec.Struct, frozen=True):
    """One thing a call can be told; forms, options of the terminal and help are made from it."""

    name: str
    kind: FieldKind
    label: str
    required: bool = False
    choices: tuple[str, ...] = ()
    default: Any = None
    help: str = ""


class Capabilities(msgspec.Struct, frozen=True):
    """What this site can do, as data. A verb that is not in `verbs` is not offered; `why_not` says why where a user would expect it."""

    verbs: frozenset[Verb]
    types: tuple[str, ...] = ("full",)
    create: tuple[Field, ...] = ()
    filters: tuple[str, ...] = ()
    """Filters the server itself understands; the others are applied here over all pages."""
    parts: tuple[str, ...] = ()
    """What a restore can be limited to; empty = all or nothing."""
    restore: tuple[Field, ...] = ()
    delete: tuple[Field, ...] = ()
    schedule: tuple[Field, ...] = ()
    frequencies: tuple[str, ...] = ()
    staging: tuple[Field, ...] = ()
    confirms_restore: bool = False
    """False: the server only accepts a restore; the best that can be said is "accepted, not confirmed"."""
    progress: Literal["steps", "status"] = "status"
    download: Literal["link", "archive", "bucket", "none"] = "none"
    why_not: Mapping[str, str] = {}
    experimental: bool = False

    def can(self, verb: Verb) -> bool:
        return verb in self.verbs


class RemoteBackup(msgspec.Struct, frozen=True):
    """A backup as the server tells it, in our words."""

    id: str
    status: Literal["queued", "running", "completed", "failed", "deleted", "unknown"]
    type: str = "full"
    status_word: str = ""
    created_at: datetime | None = None
    completed_at: datetime | None = None
    duration: float | None = None
    size: int | None = None
    label: str = ""
    components: tuple[str, ...] = ()
    parent_id: str | None = None
    site_storage: str = ""
    downloadable: bool = False
    error: str = ""
    metadata: Mapping[str, Any] = {}


class RemoteProgress(msgspec.Struct, frozen=True):
    """How a backup or restore on the site stands. Everything but `status` may be missing, and may go back."""

    status: Literal["queued", "running", "completed", "failed", "deleted", "unknown"]
    status_word: str = ""
    percent: float | None = None
    step: str = ""
    steps_done: int | None = None
    steps_total: int | None = None
    files_done: int | None = None
    files_total: int | None = None
    bytes_done: int | None = None
    bytes_total: int | None = None
    seconds_left: float | None = None
    error: str = ""


class RemotePage(msgspec.Struct, frozen=True):
    items: tuple[RemoteBackup, ...]
    total: int | None = None
    more: bool = False


class Wanted(msgspec.Struct, frozen=True):
    """What `create` is asked for. `marker` (our job's id) is put where the system has room for it, so that a lost answer is found."""

    type: str = "full"
    label: str = ""
    marker: str = ""
    options: Mapping[str, Any] = {}
    """By the names of `Capabilities.create`."""


class RestoreWanted(msgspec.Struct, frozen=True):
    parts: tuple[str, ...] = ()
    """Empty: everything."""
    options: Mapping[str, Any] = {}


class Accepted(msgspec.Struct, frozen=True):
    """A restore (or another job) that the server took on. `job` is empty where the server names none."""

    job: str = ""
    status: str = "running"
    started_at: datetime | None = None


class Link(msgspec.Struct, frozen=True):
    """Where a backup can be fetched from now. The address is a secret: it carries its own permission and is never logged."""

    url: str
    expires_at: datetime | None = None
    size: int | None = None
    name: str = ""
    signed_in: bool = False
    """True: the address is a route of the site's own interface, which wants the site's credential. False: none may go there."""
    method: str = "GET"


class Bucket(msgspec.Struct, frozen=True):
    """Where the site itself put a backup in the user's own S3 storage, and what to know it by. The key is the user's, not the site's."""

    backup: str
    bucket: str
    region: str = ""
    endpoint: str = ""
    prefix: str = ""
    size: int | None = None
    created_at: datetime | None = None
    completed_at: datetime | None = None


class RemoteInstall(msgspec.Struct, frozen=True):
    """A site of an account that serves many. `id` is what the provider's option ``install`` wants."""

    id: str
    name: str = ""
    environment: str = ""
    domain: str = ""
    status_word: str = ""
    account: str = ""
    site: str = ""
    details: Mapping[str, Any] = {}


class RemoteSchedule(msgspec.Struct, frozen=True):
    """A schedule that lives on the site. `next_run_at` is the truth; `time` is in whatever zone the site means."""

    id: str
    name: str = ""
    frequency: str = ""
    cron: str = ""
    time: str = ""
    type: str = "full"
    enabled: bool = True
    keep: int | None = None
    keep_days: int | None = None
    site_storage: str = ""
    next_run_at: datetime | None = None
    last_run_at: datetime | None = None
    last_status: str = ""
    extra: Mapping[str, Any] = {}


class RemoteStorage(msgspec.Struct, frozen=True):
    """A storage provider that the site itself uploads to."""

    slug: str
    name: str = ""
    kind: str = ""
    is_primary: bool = False
    is_enabled: bool = True
    test_status: str = ""
    details: Mapping[str, Any] = {}


class Identity(msgspec.Struct, frozen=True):
    """Who the credential is, and whether it may do what is wanted. `hint` is a code, e.g. ``ADMIN-NOT-NEEDED``."""

    user: str
    roles: tuple[str, ...] = ()
    may: bool = True
    hint: str = ""
    details: Mapping[str, Any] = {}


class Provider(ABC):
    """See the module. `system` is the word of the terminal's ``--system``. Methods that a system lacks raise `Unsupported`."""

    system: str

    @abstractmethod
    async def capabilities(self) -> Capabilities:
        """What this site can do; asks the site (its route index) where that matters, and remembers the answer."""

    @abstractmethod
    async def test(self) -> Identity:
        """Try the credential; nothing is changed. AuthRejected or Forbidden when it does not do."""

    @abstractmethod
    async def create(self, wanted: Wanted) -> RemoteBackup:
        """Start a backup. Sent once."""

    @abstractmethod
    async def page(self, number: int = 1, size: int = 100, filters: Mapping[str, str] | None = None) -> RemotePage:
        """One page of the backups, newest first where the server sorts. `number` from 1."""

    @abstractmethod
    async def details(self, backup: str) -> RemoteBackup:
        """One backup. NotFound when the server has it no more."""

    async def list(self, filters: Mapping[str, str] | None = None, *, limit: int | None = None) -> AsyncIterator[RemoteBackup]:
        """All backups over all pages: doubles once, stops at an empty page, the last page or 1,000 pages."""
        seen: set[str] = set()
        for number in range(1, 1001):
            page = await self.page(number, 100, filters)
            fresh = [one for one in page.items if one.id not in seen]
            for one in fresh:
                seen.add(one.id)
                yield one
                if limit is not None and len(seen) >= limit:
                    return
            if not fresh or not page.more:
                return

    async def progress(self, backup: str) -> RemoteProgress:
        """How a running backup stands; the default asks for its details."""
        now = await self.details(backup)
        return RemoteProgress(status=now.status, status_word=now.status_word, error=now.error)

    async def adopt(self, wanted: Wanted, since: datetime) -> RemoteBackup | None:
        """After a lost answer to `create`: the backup that the call did start, or None. Matches marker, else label, else type and time."""
        raise self._lacks("adopt")

    async def running(self) -> Sequence[RemoteBackup]:
        """Backups that run on the site now, whoever started them."""
        return [one async for one in self.list(limit=20) if one.status in {"queued", "running"}]

    async def link(self, backup: str) -> Link:
        """An address to download from, valid now. Unsupported where the system has none (see `Capabilities.why_not`)."""
        raise self._lacks("download")

    async def bucket(self, backup: str) -> Bucket:
        """Where to look for a backup in the user's own storage; for ``download == "bucket"``."""
        raise self._lacks("download from a bucket")

    async def dependants(self, backup: str) -> Sequence[RemoteBackup]:
        """Backups that build on this one, directly or not: of no use once it is deleted. To be asked before `delete`, for the warning."""
        return ()

    async def next_job(self, backup: RemoteBackup) -> Mapping[str, Any] | None:
        """The follow-up job that a finished backup says it started, as it stands now; None when it names none."""
        return None

    async def delete(self, backup: str, options: Mapping[str, Any] | None = None) -> None:
        """Remove a backup. One that is not there any more is no error."""
        raise self._lacks("delete")

    async def restore(self, backup: str, wanted: RestoreWanted) -> Accepted:
        """Start a restore on the site. Sent once."""
        raise self._lacks("restore")

    async def restore_progress(self, backup: str, accepted: Accepted) -> RemoteProgress:
        """How a restore stands, as far as the server tells. Never `completed` without the server's word."""
        raise self._lacks("restore")

    async def schedules(self) -> Sequence[RemoteSchedule]:
        raise self._lacks("schedules")

    async def create_schedule(self, schedule: RemoteSchedule) -> RemoteSchedule:
        raise self._lacks("schedules")

    async def update_schedule(self, schedule: RemoteSchedule) -> RemoteSchedule:
        raise self._lacks("schedules")

    async def delete_schedule(self, schedule: str) -> None:
        raise self._lacks("schedules")

    async def storages(self) -> Sequence[RemoteStorage]:
        raise self._lacks("storages")

    async def test_storage(self, slug: str) -> RemoteStorage:
        raise self._lacks("storages")

    async def create_staging(self, options: Mapping[str, Any]) -> Mapping[str, Any]:
        raise self._lacks("staging")

    async def set_staging(self, staging: str, options: Mapping[str, Any]) -> Mapping[str, Any]:
        raise self._lacks("staging")

    async def staging_job(self) -> Mapping[str, Any] | None:
        """The active staging job, or None."""
        raise self._lacks("staging")

    async def migration_job(self) -> Mapping[str, Any] | None:
        raise self._lacks("migration")

    async def installs(self) -> Sequence[RemoteInstall]:
        """The sites that this credential reaches; for accounts that serve many."""
        raise self._lacks("list of sites")

    async def create_webhook(self, url: str, events: Sequence[str], secret: str) -> Mapping[str, Any]:
        raise self._lacks("webhooks")

    async def close(self) -> None:  # noqa: B027 - a provider without connections of its own has nothing to let go of
        """Let go of connections."""

    def _lacks(self, what: str) -> Unsupported:
        return Unsupported(f"{self.system} offers no {what} through its API.", details_of=what)
