"""Sites of the system *archives*: a place where another program drops its sets of files, a folder or a prefix of an S3 bucket."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec

from holdfast.app.home import Home
from holdfast.errors import UsageError
from holdfast.jobs.messages import ListArchives, RepositoryAccess
from holdfast.records import Backup, Site
from holdfast.secret import Secret
from holdfast.state.credentials.base import SecretName, need
from holdfast.state.entries import check_name, new_id

ARCHIVES = "archives"
_S3_OPTIONS = ("access_key", "region", "path_style", "ca_file", "aws_chain")


class ArchiveSet(msgspec.Struct, frozen=True):
    """As the worker tells it: see `holdfast.worker.fetch_archives`."""

    id: str
    system: str
    site: str
    time: datetime
    size: int
    complete: bool
    readable: bool
    leave_out_links: bool
    missing: tuple[str, ...]
    parts: tuple[ArchivePart, ...]


class ArchivePart(msgspec.Struct, frozen=True):
    name: str
    key: str
    size: int
    expects: tuple[str, ...]


class ArchivePlaces:
    def __init__(self, home: Home) -> None:
        self._home = home

    async def add(
        self, name: str, location: str, *, options: dict[str, Any] | None = None, access_secret: Secret | None = None, **site: Any
    ) -> Site:
        """A new site, its place looked into first (NotFound, AuthRejected, …) and then stored. `options`: for S3, the names of
        `StorageEntry.options`."""
        check_name(name, "site")
        given = options or {}
        if unknown := [word for word in given if word not in _S3_OPTIONS]:
            raise UsageError(f"A place of archives knows no {unknown[0]}.")
        record = Site(
            id=new_id(),
            name=name,
            system="archives",
            database="none",
            options={ARCHIVES: location, **given},
            created_at=datetime.now(UTC),
            **site,
        )
        await self._ask(record, access_secret, ())
        if access_secret is not None:
            await self._home.put_secret(secret_of(record), access_secret)
        return await self._home.ask(lambda: self._home.sites.put(record))

    async def sets(self, site: Site) -> list[ArchiveSet]:
        """Oldest first."""
        secret = None
        if "access_key" in site.options:
            secret = await self._home.secret_call(lambda store: need(store, secret_of(site), whose=f"the archives of {site.name!r}"))
        return await self._ask(site, secret, ())

    async def access(self, site: Site) -> RepositoryAccess:
        secret = None
        if "access_key" in site.options:
            secret = await self._home.secret_call(lambda store: need(store, secret_of(site), whose=f"the archives of {site.name!r}"))
        return self._access(site, secret)

    async def among(self, files: tuple[str, ...], site: str) -> list[ArchiveSet]:
        """The sets among files of this machine."""
        request = ListArchives(**self._home.common(site=site), access=RepositoryAccess("", Secret("")), files=files)
        return msgspec.convert((await self._home.query(request))["sets"], list[ArchiveSet])

    async def backups(self, site: Site) -> list[Backup]:
        return [record_of(site, one) for one in await self.sets(site)]

    async def _ask(self, site: Site, secret: Secret | None, files: tuple[str, ...]) -> list[ArchiveSet]:
        request = ListArchives(**self._home.common(site=site.name), access=self._access(site, secret), files=files)
        return msgspec.convert((await self._home.query(request))["sets"], list[ArchiveSet])

    def _access(self, site: Site, secret: Secret | None) -> RepositoryAccess:
        return RepositoryAccess(
            location=str(site.options.get(ARCHIVES, "")),
            password=Secret(""),
            name=site.name,
            options={name: site.options[name] for name in _S3_OPTIONS if name in site.options},
            secrets={} if secret is None else {"access_secret": secret},
            download_limit=self._home.settings.download_limit,
        )


def secret_of(site: Site) -> SecretName:
    return SecretName(site.id, "access secret", site.name)


def record_of(site: Site, one: ArchiveSet) -> Backup:
    """A set as a backup. One that is still written is running; one that lacks files is what nobody can tell."""
    growing = bool({"growing", "empty"} & set(one.missing))
    why = "" if one.complete else "It is still being written." if growing else f"Not there: {', '.join(one.missing)}."
    if not one.readable:
        why = "Holdfast cannot look into archives of this form."
    return Backup(
        id=one.id,
        site=site.name,
        system="archives",
        type="full",
        status="completed" if one.complete else "running" if growing else "unknown",
        created_at=one.time,
        size=one.size,
        locations=("file",),
        components=tuple(part.key for part in one.parts),
        downloadable=one.complete and one.readable,
        metadata={"made_by": one.system, "made_of": one.site, "files": len(one.parts)},
        error=why or None,
    )
