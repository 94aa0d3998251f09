"""The nouns that every floor shares: frozen records without I/O. JSON names and meanings follow the terminal's contract.

Times are ISO 8601 UTC with ``Z`` in JSON and aware `datetime` here; sizes are bytes. ``None`` is "not known".
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

import msgspec

OutcomeWord = Literal["success", "warning", "failed", "cancelled", "missed", "abandoned"]
BackupStatus = Literal["queued", "running", "completed", "failed", "deleted", "unknown"]
BackupType = Literal["full", "incremental", "differential", "database", "files"]
System = Literal["folder", "backup-copilot", "safeguard", "wp-engine", "general-bots", "archives", "ssh"]
NETWORK_SYSTEMS = ("backup-copilot", "safeguard", "wp-engine", "general-bots")
"""Systems that are reached through an API of their own."""
PARTS = ("core", "plugins", "themes", "uploads", "database")
"""The parts of a WordPress that can be restored by themselves; what belongs to none of them ("other") comes with the whole only."""


class RetentionPolicy(msgspec.Struct, frozen=True, omit_defaults=True):
    """How many backups of which age stay; restic's words. -1 = all. All zero and empty = keep everything."""

    last: int = 0
    hourly: int = 0
    daily: int = 0
    weekly: int = 0
    monthly: int = 0
    yearly: int = 0
    within: str = ""
    within_hourly: str = ""
    within_daily: str = ""
    within_weekly: str = ""
    within_monthly: str = ""
    within_yearly: str = ""
    tags: tuple[str, ...] = ()

    def is_empty(self) -> bool:
        return self == RetentionPolicy()


class StorageEntry(msgspec.Struct, frozen=True):
    """The user's entry for a place that holds a repository. Secrets are in the keyring under `id`."""

    id: str
    name: str
    location: str
    """As restic writes it: /path, s3:https://host/bucket/prefix."""
    repository_id: str = ""
    options: dict[str, Any] = {}
    """What opening needs besides the location: access_key, region, path_style, storage_class, ca_file, aws_chain."""
    retention: str = ""
    created_at: datetime | None = None


class Account(msgspec.Struct, frozen=True):
    """One credential at a service, for any number of sites. What signs (password, tokens) is in the keyring under `id`."""

    id: str
    name: str
    system: System
    auth: str = "basic"
    """basic, bearer or api-key: how requests are signed."""
    user: str = ""
    url: str = ""
    """The base address, for systems where all sites of an account share one."""
    options: dict[str, Any] = {}
    """ca_file, allow_http, token_url, client_id."""
    own: bool = False
    """Made with a site and for it alone: it goes when its last site goes."""
    created_at: datetime | None = None


class Site(msgspec.Struct, frozen=True):
    """A site as the user entered it. What Holdfast knows about its state is computed, never stored here."""

    id: str
    name: str
    system: System
    path: str = ""
    url: str = ""
    database: str = "auto"
    """auto, none, sqlite:PATH, mysql://USER@HOST[:PORT]/DB, mysql+socket:… never a password."""
    excludes: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()
    storage: str = ""
    """The name of its StorageEntry."""
    account: str = ""
    """The id of its Account; empty for sites of this machine."""
    options: dict[str, Any] = {}
    """What its service needs to know besides the address: install, notification_emails."""
    client: str = ""
    tags: tuple[str, ...] = ()
    retention: str = ""
    created_at: datetime | None = None


class Schedule(msgspec.Struct, frozen=True):
    """When backups of a site, or of every site with a tag, are made by this computer. Field names are the terminal's contract."""

    id: str
    name: str
    site: str = ""
    """The id of the site; exactly one of `site` and `tag` is given."""
    tag: str = ""
    every: str = ""
    """1hour, 2hours, 4hours, 6hours, 8hours, 12hours, daily, weekly, monthly, login; exactly one of `every` and `cron` is given."""
    cron: str = ""
    at: str = ""
    """HH:MM on clocks of the zone; empty: from 10:00, spread over the sites. By the hour only the minutes count."""
    on: str = ""
    """mon … sun of a weekly one (empty: Monday), 1 … 28 or last of a monthly one (empty: the first)."""
    timezone: str = ""
    """Empty: the zone in which the machine is."""
    type: str = ""
    keep: int | None = None
    keep_days: int | None = None
    site_storage: str = ""
    cloud_upload: bool | None = None
    cloud_provider: str = ""
    notify: bool | None = None
    keep_in: str = ""
    """The name of the storage that takes in what a site with a service of its own made."""
    download: str = ""
    """A folder for the files."""
    how: Literal["auto", "create", "fetch"] = "auto"
    enabled: bool = True
    created_at: datetime | None = None
    counts_from: datetime | None = None
    """Since when it is as it is (made, changed, switched on): earlier slots are not its own."""


HALVES = ("database", "files")
"""Types of backups that hold one half of a site; all others hold the whole of it."""


class Backup(msgspec.Struct, frozen=True):
    """One backup of one site, wherever it is. Field names are the terminal's contract."""

    id: str
    site: str
    system: str = "folder"
    type: str = "full"
    status: BackupStatus = "completed"
    created_at: datetime | None = None
    completed_at: datetime | None = None
    duration: float | None = None
    size: int | None = None
    label: str = ""
    locations: tuple[str, ...] = ("storage",)
    components: tuple[str, ...] = ()
    downloadable: bool = True
    parent_id: str | None = None
    metadata: dict[str, Any] = {}
    verified_at: datetime | None = None
    proven_at: datetime | None = None
    error: str | None = None


class Job(msgspec.Struct, frozen=True):
    """One run of a request. `outcome` is empty while it runs."""

    id: str
    verb: str
    site: str = ""
    storage: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: str = ""
    step: str = ""
    backup_id: str = ""
    warnings: tuple[str, ...] = ()
    failure: dict[str, Any] | None = None
    result: dict[str, Any] = {}
    trigger: str = "user"
    pid: int = 0
    phases: dict[str, float] = {}
    """Seconds that its steps took, in their order; empty where that was not told."""
