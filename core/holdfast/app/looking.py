"""Reading what storages hold: from the catalogue where it can tell, from the storage where it must."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

import msgspec

from holdfast.app.home import Home
from holdfast.app.views import FileVersion, FileView, FoundFile
from holdfast.errors import Damaged, HoldfastError, NotFound
from holdfast.jobs.messages import ListFiles, Sync
from holdfast.records import Backup, Site, StorageEntry
from holdfast.secret import Secret
from holdfast.state.catalogue import Catalogue, StoredNode, catalogue_path, open_if_there, reset
from holdfast.state.remembered import recall

log = logging.getLogger(__name__)
T = TypeVar("T")


class Scope(msgspec.Struct, frozen=True):
    """Whose backups are meant: one site's, or (`site` None) all in a storage."""

    word: str
    storage: StorageEntry
    site: Site | None = None

    @property
    def site_id(self) -> str | None:
        return self.site.id if self.site is not None else None

    @property
    def site_name(self) -> str:
        return self.site.name if self.site is not None else ""


class Looking:
    def __init__(self, home: Home) -> None:
        self._home = home

    async def scope(self, word: str) -> Scope:
        """What ``SITE`` or ``@STORAGE`` means. NotFound."""

        def read() -> Scope:
            if word.startswith("@"):
                return Scope(word, self._home.storages.get(word[1:]))
            site = self._home.sites.get(word)
            return Scope(word, self._home.storage_of(site), site)

        return await self._home.ask(read)

    # ---- keeping the catalogue fresh

    async def refresh(self, scope: Scope, wanted: bool | None) -> None:
        """See `Backups.list`."""
        if wanted is False:
            return
        path = catalogue_path(self._home.paths.cache, scope.storage.repository_id)
        have = await self._home.ask(path.exists)
        if wanted is None and have and not is_disk(scope.storage.location):
            return
        try:
            await self.sync(scope.storage)
        except HoldfastError as error:
            if wanted or not have:
                raise
            log.info("%s cannot be read now (%s); its catalogue answers", scope.storage.name, error.code)

    async def sync(self, storage: StorageEntry, *, rebuild: bool = False) -> None:
        """Let a worker bring the catalogue up to date. Whether it is can be seen on a disk without the key: then no secret is asked for."""
        if not rebuild and is_disk(storage.location):
            keyless = self._home.access_with(storage, Secret(""), {})
            if (await self._home.query(Sync(**self._home.common(), access=keyless)))["fresh"]:
                return
        await self._home.query(Sync(**self._home.common(), access=await self._home.access(storage), rebuild=rebuild))

    async def read(self, storage: StorageEntry, question: Callable[[Catalogue], T]) -> T:
        """Ask the catalogue; one that is missing or damaged is made anew first."""
        path = catalogue_path(self._home.paths.cache, storage.repository_id)

        def ask() -> tuple[bool, T | None]:
            catalogue = open_if_there(path)
            if catalogue is None:
                return False, None
            try:
                return True, question(catalogue)
            except Damaged:
                log.warning("the catalogue of %s is damaged and is made anew", storage.name)
                return False, None
            finally:
                catalogue.close()

        there, answer = await self._home.ask(ask)
        if not there:
            await self._home.ask(lambda: reset(path))
            await self.sync(storage)
            there, answer = await self._home.ask(ask)
            if not there:
                raise Damaged(
                    f"The catalogue of {storage.name} cannot be used.", code="STATE-DAMAGED", hint=f"Is there room in {path.parent}?"
                )
        return answer  # type: ignore[return-value]  # `there` says that it is the question's answer

    # ---- answers

    async def backups(self, scope: Scope) -> list[Backup]:
        """Newest first, each with its site's present name and what was proven of it."""
        found = await self.read(scope.storage, lambda catalogue: catalogue.backups(scope.site_id))
        return await self._home.ask(lambda: self._complete(found))

    async def backup(self, scope: Scope, word: str) -> Backup:
        """The one that `word` means. A word the catalogue does not know is looked up in the storage, and so is ``latest``, where that is a
        disk: another computer or restic may have made or removed one since. NotFound."""
        if word == "latest":
            await self.refresh(scope, None)
        found = await self._find(scope, word)
        if len(found) == 0 and word:
            await self.sync(scope.storage)
            found = await self._find(scope, word)
        if len(found) == 1:
            return (await self._home.ask(lambda: self._complete(found)))[0]
        if found:
            raise NotFound(f"More than one backup begins with {word!r}.", code="NO-BACKUP", hint="Give more of its id.")
        whose = f"the site {scope.site_name!r}" if scope.site else f"the storage {scope.storage.name!r}"
        problem = f"There is no backup of {whose} yet." if word == "latest" else f"There is no backup {word!r} of {whose}."
        raise NotFound(problem, code="NO-BACKUP", hint=f"holdfast backup list {scope.word}")

    async def _find(self, scope: Scope, word: str) -> list[Backup]:
        if word == "latest":
            return await self.read(scope.storage, lambda catalogue: _latest(catalogue.backups(scope.site_id)))
        return await self.read(scope.storage, lambda catalogue: catalogue.find_backups(word.lower(), scope.site_id))

    async def files(self, scope: Scope, backup: Backup, path: str, offset: int = 0, limit: int | None = None) -> list[FileView]:
        def look(catalogue: Catalogue) -> tuple[str, list[StoredNode] | None]:
            full = path if path.startswith("/") else f"{catalogue.site_path(backup.id).rstrip('/')}/{path}"
            return full, catalogue.folder(backup.id, full, offset, limit)

        full, nodes = await self.read(scope.storage, look)
        if nodes is not None:
            return [_file_view(full, node) for node in nodes]
        request = ListFiles(
            **self._home.common(site=scope.site_name), access=await self._home.access(scope.storage), backup=backup.id, path=full
        )
        found = msgspec.convert((await self._home.query(request))["files"], list[FileView])
        if limit is None:
            return found[offset:]
        found.sort(key=lambda one: (one.kind != "dir", one.name.lower(), one.name))
        return found[offset : offset + limit]

    async def find(self, pattern: str, scope: Scope | None, limit: int, kinds: Sequence[str]) -> list[FoundFile]:
        """In one scope, or (None) in all storages."""
        if scope is not None:
            scopes = [scope]
        else:
            scopes = [Scope(f"@{s.name}", s) for s in await self._home.ask(self._home.storages.all)]
        names = {one.id: one.name for one in await self._home.ask(self._home.sites.all)}
        found: list[FoundFile] = []
        for one in scopes:
            question = partial(_search, pattern=pattern, scope=one, limit=limit, kinds=kinds, names=names)
            found += await self.read(one.storage, question)
        return found[:limit]

    def _complete(self, backups: Sequence[Backup]) -> list[Backup]:
        """With what the state database knows and the repository does not."""
        proven, verified = recall(self._home.database, "proven"), recall(self._home.database, "verified")
        names = {site.id: site.name for site in self._home.sites.all()}
        return [
            msgspec.structs.replace(
                one,
                site=names.get(str(one.metadata.get("site_id", "")), one.site),
                proven_at=_at(proven.get(one.id)),
                verified_at=_at(verified.get(one.id)),
            )
            for one in backups
        ]


def _latest(backups: Sequence[Backup]) -> list[Backup]:
    """The newest that is complete; when none is, the newest. What a restore set aside before it began is none that anybody means: a
    restore that broke off and is asked for again would bring back what it was to undo."""
    complete = [one for one in backups if one.status == "completed"]
    return [one for one in complete if "safety" not in one.metadata][:1] or complete[:1] or list(backups[:1])


def _at(fact: dict[str, object] | None) -> datetime | None:
    return None if fact is None else datetime.fromisoformat(str(fact["at"]))


def is_disk(location: str) -> bool:
    return location.partition(":")[0] not in {"s3", "sftp", "memory"}


def _file_view(folder: str, node: StoredNode) -> FileView:
    return FileView(
        path=f"{folder.rstrip('/')}/{node.name}",
        name=node.name,
        kind=node.kind,
        size=node.size,
        modified_at=parse_moment(node.mtime),
        mode=node.mode,
        target=node.target,
    )


def parse_moment(text: str) -> datetime | None:
    """RFC 3339 with nanoseconds, as the repository writes it, to the microsecond; None for what no calendar has."""
    if not text:
        return None
    head, dot, rest = text.partition(".")
    try:
        if dot:
            digits = rest.rstrip("Z").partition("+")[0].partition("-")[0]
            moment = datetime.fromisoformat(head + "." + digits[:6].ljust(6, "0") + rest[len(digits) :].replace("Z", "+00:00"))
        else:
            moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _search(catalogue: Catalogue, pattern: str, scope: Scope, limit: int, kinds: Sequence[str], names: dict[str, str]) -> list[FoundFile]:
    from holdfast.state.catalogue_search import search

    return [
        FoundFile(
            site=names.get(one.site_id, one.site),
            path=one.path,
            kind=one.kind,
            versions=tuple(
                FileVersion(v.size, parse_moment(v.mtime), v.backups, parse_moment(v.first_seen), parse_moment(v.last_seen))
                for v in one.versions
            ),
        )
        for one in search(catalogue, pattern, site_id=scope.site_id, limit=limit, kinds=kinds)
    ]
