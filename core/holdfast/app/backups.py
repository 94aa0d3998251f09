"""The noun *backup*: made, listed, looked into, brought back, thinned out.

Wherever `site` stands, ``@STORAGE`` means everything in that storage, also what other programs put there. Wherever `backup` stands,
an id, an unambiguous prefix of one, or ``latest``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from holdfast.app.views import FileView, FoundFile, Page
from holdfast.records import Backup, BackupType, RetentionPolicy
from holdfast.secret import Secret

if TYPE_CHECKING:
    from holdfast.app.door import Home
    from holdfast.app.jobs import JobHandle

Overwrite = Literal["always", "changed", "newer", "never"]


class Backups:
    """`Holdfast.backups`."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def create(
        self,
        sites: Sequence[str] = (),
        *,
        all_sites: bool = False,
        tag: str = "",
        type: BackupType = "incremental",
        label: str = "",
        metadata: Mapping[str, str] | None = None,
        include: Sequence[Literal["files", "database"]] = (),
        trigger: str = "user",
    ) -> JobHandle:
        """Job(s). One site: its own job, result {"backup": Backup}. Several (names, all, or by tag): one handle whose events are
        those of all jobs, and whose Finished sums up: {"sites": [{site, outcome, backup|failure}]}; one bad site stops no other."""
        raise NotImplementedError

    async def list(
        self,
        site: str,
        *,
        type: str | None = None,
        status: str | None = None,
        location: str | None = None,
        order_by: Literal["created_at", "size"] = "created_at",
        order: Literal["asc", "desc"] = "desc",
        limit: int | None = None,
        page: int = 1,
        refresh: bool | None = None,
    ) -> Page[Backup]:
        """From the catalogue, newest first. `refresh`: None looks into the storage when it is a disk or was never read, and answers
        from the catalogue when it cannot be reached; True always looks (and raises); False never does."""
        raise NotImplementedError

    async def show(self, site: str, backup: str) -> Backup:
        raise NotImplementedError

    async def files(self, site: str, backup: str, path: str = "/") -> Sequence[FileView]:
        """The entries of one folder of a backup, by name. ``/`` is the root of the backup, where the absolute paths begin; an empty
        `path` is the site's own folder."""
        raise NotImplementedError

    async def find(
        self, pattern: str, *, site: str | None = None, limit: int = 200, kinds: Sequence[str] = ("file", "symlink")
    ) -> Sequence[FoundFile]:
        """Search over all backups of one site or of all, from the catalogues. `pattern`: a part of a name, or a glob (``*.php``,
        ``uploads/**/logo.png``); letter case does not matter."""
        raise NotImplementedError

    async def diff(self, site: str, old: str, new: str) -> dict[str, Any]:
        """What changed between two backups: {"added": […], "removed": […], "changed": […], "moved"…, "totals": {…}}, each item
        {path, kind, size_before, size_after, what: content|metadata|kind}."""
        raise NotImplementedError

    async def get(self, site: str, backup: str, path: str, *, to: str | Path) -> JobHandle:
        """Job. One file (or a folder, as a folder). Result {"path", "size", "sha256"}."""
        raise NotImplementedError

    async def download(self, site: str, backup: str, *, to: str | Path, paths: Sequence[str] = (), only: Sequence[str] = ()) -> JobHandle:
        """Job. An archive: `to` ends in .zip or .tar.zst, or is a folder (then a .zip is made in it). Result {"path", "size", "sha256"}."""
        raise NotImplementedError

    async def verify(self, site: str, backup: str) -> JobHandle:
        """Job. Read every byte of this backup and compare it with its hash. Result: what `storages.check` gives, for this backup."""
        raise NotImplementedError

    async def drill(self, site: str, backup: str = "latest") -> JobHandle:
        """Job. Really restore to a scratch folder and look at it. Result {"verdict", "level", "checks"}."""
        raise NotImplementedError

    async def restore_plan(
        self,
        site: str,
        backup: str,
        *,
        to: str | Path | None = None,
        only: Sequence[str] = (),
        paths: Sequence[str] = (),
        overwrite: Overwrite = "changed",
        delete: bool = False,
    ) -> dict[str, Any]:
        """What `restore` with the same words would do: {"target", "added", "overwritten", "unchanged", "deleted", "bytes",
        "space_needed", "space_free", "tables": […], "examples": {…}, "backup_age_seconds"}."""
        raise NotImplementedError

    async def restore(
        self,
        site: str,
        backup: str,
        *,
        to: str | Path | None = None,
        only: Sequence[str] = (),
        paths: Sequence[str] = (),
        overwrite: Overwrite = "changed",
        delete: bool = False,
        database: str | None = None,
        database_password: Secret | None = None,
        safety_backup: bool | None = None,
        dry_run: bool = False,
    ) -> JobHandle:
        """Job. `to`: None = back over the site itself (files and database), else a folder (the database then comes as its dump
        files, unless `database` names one to load into). `safety_backup`: None = yes when the live site is restored. `only`: parts
        (core, plugins, themes, uploads, database). Result {"backup_id", "confirmed", "files", "bytes", "tables"}, with
        "safety_backup" when one was made; with `dry_run` {"plan": …}."""
        raise NotImplementedError

    async def keep(self, site: str, backup: str) -> Backup:
        """Protect from `forget`. The backup's id changes (it is stored anew): the new record is returned."""
        raise NotImplementedError

    async def unkeep(self, site: str, backup: str) -> Backup:
        raise NotImplementedError

    async def delete(self, site: str, backups: Sequence[str]) -> JobHandle:
        """Job. Remove exactly these. Their space comes back with the next prune. Result {"removed": [ids]}."""
        raise NotImplementedError

    async def forget(
        self, site: str, *, policy: RetentionPolicy | str | None = None, dry_run: bool = False, prune: bool = False
    ) -> JobHandle:
        """Job. Apply a retention policy (None: the site's, else its storage's). Result {"plan": {"keep": [{id, created_at,
        reasons}], "remove": […]}, "removed": [ids]}; with `prune` also {"prune": …}."""
        raise NotImplementedError
