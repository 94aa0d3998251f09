"""What the door hands out: frozen records, ready for `msgspec.to_builtins` (the terminal's ``--json``) and for Qt models.

Times are aware UTC datetimes, sizes bytes, ``None`` = not known. No record here holds a secret, except `StorageAdded.password`, which
exists once, at the moment a password was made.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Generic, TypeVar

import msgspec

from holdfast.records import Backup, System
from holdfast.secret import Secret
from holdfast.verdict import Reason, Status

T = TypeVar("T")


class Page(msgspec.Struct, Generic[T], frozen=True):
    """One page of a list. `total` counts all pages, after the filters."""

    items: tuple[T, ...]
    total: int | None = None
    note: str = ""
    """For people: why it may not be all."""


class SiteView(msgspec.Struct, frozen=True):
    """A site with what is known about its state. The first names are the terminal's contract (Site)."""

    name: str
    system: System
    url: str = ""
    account: str = ""
    client: str = ""
    tags: tuple[str, ...] = ()
    status: Status = "never"
    reasons: tuple[Reason, ...] = ()
    last_backup_at: datetime | None = None
    last_outcome: str = ""
    next_run_at: datetime | None = None
    proven_at: datetime | None = None
    """When a drill last proved a backup of it; None = never proven."""
    proof: dict[str, Any] = {}
    """What its last drill showed: verdict, level, at, backup, numbers, not_good, proven_at; empty = never drilled."""
    storage: str = ""
    retention: str = ""
    capabilities: tuple[str, ...] = ()
    id: str = ""
    path: str = ""
    database: str = "auto"
    excludes: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()
    created_at: datetime | None = None
    last_backup: Backup | None = None
    running_job: str = ""
    """The id of a job that works on this site now, else empty."""
    recent: tuple[DayMark, ...] = ()
    """The last 30 days, oldest first, for the day strip."""
    options: dict[str, Any] = {}
    """What the site's service needs to know: install, notification_emails."""
    offers: dict[str, Any] = {}
    """What the site's service can do, as it was seen last: the names of `holdfast.providers.base.Capabilities`."""
    identity: dict[str, Any] = {}
    """Who its credential is there, as it was seen last: user, roles, may, hint (ADMIN-NOT-NEEDED …)."""


class DayMark(msgspec.Struct, frozen=True):
    """The worst outcome of a site's backups on one local day; empty = nothing ran."""

    day: str
    outcome: str = ""


class StorageView(msgspec.Struct, frozen=True):
    """A storage with what is known about it without opening it."""

    name: str
    location: str
    id: str = ""
    repository_id: str = ""
    options: dict[str, Any] = {}
    retention: str = ""
    created_at: datetime | None = None
    sites: tuple[str, ...] = ()
    backups: int | None = None
    last_check_at: datetime | None = None
    last_check_outcome: str = ""
    stats: dict[str, Any] = {}
    """The answer of the last `storages.stats`, with ``at``; empty when never asked."""
    synced_at: datetime | None = None
    """How fresh the catalogue is."""
    rights: dict[str, Any] = {}
    """The answer of the last `storages.test` (ok, checks, latency, upload, download, free), with ``at``; empty when never tried."""
    lock: dict[str, Any] = {}
    """Who uses it, when that kept somebody here from working last: code, host, own (it is this computer), user, pid, since, ``at`` (when
    that was seen); empty when nothing was in the way."""
    trouble: dict[str, Any] = {}
    """Why nobody here could work in it last (its place was not there, refused us, or did not answer): code, message, ``at``; empty when the
    last work or test went well."""


class SizePoint(msgspec.Struct, frozen=True):
    """How large a storage was at the end of a day, by the backups that are still in it."""

    day: str
    backups: int
    stored: int
    """What they took in the storage."""
    original: int
    """What they would take side by side."""


class StorageAdded(msgspec.Struct, frozen=True):
    """The answer of `storages.add`."""

    storage: StorageView
    created: bool
    """False: a repository was there and was adopted."""
    password: Secret | None = None
    """The password that was made, to be shown once; None when the caller gave it."""
    recovery_kit: str = ""
    """The printable page (HTML) with `password` in it when one was made; never stored by Holdfast."""
    found_sites: tuple[str, ...] = ()
    """Names of sites that have backups there (an adopted repository)."""


class StorageReport(msgspec.Struct, frozen=True):
    """What works at a place, and which rights the key has. Names of checks: reach, create, read, list, delete, versioning, object_lock,
    repository."""

    ok: bool
    checks: tuple[ReportLine, ...]
    latency: float | None = None
    """Seconds for a small call."""
    upload: float | None = None
    """Bytes a second, roughly."""
    download: float | None = None
    free: int | None = None


class ReportLine(msgspec.Struct, frozen=True):
    name: str
    ok: bool | None
    """None: cannot be told here."""
    code: str = ""
    """Names the sentence; `detail` is it."""
    detail: str = ""


class KeyView(msgspec.Struct, frozen=True):
    """One key of a repository. `current`: the one Holdfast opens it with."""

    id: str
    current: bool
    username: str = ""
    hostname: str = ""
    created_at: str = ""


class AccountView(msgspec.Struct, frozen=True):
    """A credential at a service, with the names of its sites."""

    name: str
    system: System
    user: str = ""
    url: str = ""
    auth: str = "basic"
    sites: tuple[str, ...] = ()
    id: str = ""
    created_at: datetime | None = None


class FolderFacts(msgspec.Struct, frozen=True):
    """What a worker saw in a folder (sites.inspect_folder, sites.find_local)."""

    path: str
    kind: str
    """wordpress or folder."""
    suggested_name: str = ""
    version: str = ""
    url: str = ""
    database: str = ""
    """What `database: auto` stands for here: mysql://USER@HOST/DB, sqlite:PATH or none. Never a password."""
    database_reachable: bool | None = None
    files: int | None = None
    bytes: int | None = None
    parts: dict[str, int] = {}
    """Bytes per part (core, plugins, themes, uploads, other)."""
    suggested_excludes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    savings: dict[str, int] = {}
    """Bytes that each preset of excludes (caches, backups, logs, development, staging) would leave out; only those that find something."""
    program: str = ""
    """Of `find_local`: the program whose site it is (Local, DDEV, MAMP …)."""


class FileView(msgspec.Struct, frozen=True):
    """One entry of a folder inside a backup. `kind` as in `holdfast.entries.Kind`; `path` is absolute inside the backup."""

    path: str
    name: str
    kind: str
    size: int | None = None
    modified_at: datetime | None = None
    mode: int = 0
    target: str = ""


class FileVersion(msgspec.Struct, frozen=True):
    """One content of a file, and the backups that hold it (newest first)."""

    size: int | None
    modified_at: datetime | None
    backups: tuple[str, ...]
    first_seen: datetime | None = None
    last_seen: datetime | None = None


class FoundFile(msgspec.Struct, frozen=True):
    """One path that matched a search, with its versions, newest first."""

    site: str
    path: str
    kind: str
    versions: tuple[FileVersion, ...]


class AuditEntry(msgspec.Struct, frozen=True):
    """One call that changed something."""

    at: datetime
    action: str
    subject: str
    outcome: str
    details: dict[str, Any] = {}
    who: str = ""
    """The user of the computer, as USER@HOST."""
    account: str = ""
    """Whose credential signed: the account's name and user; empty where nothing was signed."""
    number: int = 0


class StatusView(msgspec.Struct, frozen=True):
    """The one answer: are all my sites safe? Worst first."""

    status: Status
    sites: tuple[SiteView, ...]
    storages: tuple[StorageView, ...]
    attention: tuple[tuple[str, Reason], ...]
    """(site or @storage, reason), worst first."""
    running: tuple[str, ...] = ()
    """Ids of running jobs."""
    waiting: tuple[tuple[str, Reason], ...] = ()
    """(site, why a run that is due waits)."""
    secrets_in: str = ""
    """Where secrets are kept: keyring (with the backend's name) or vault."""
