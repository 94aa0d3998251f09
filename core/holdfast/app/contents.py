"""The noun *contents*: what is in a site's newest backup, by parts and folders, and what other patterns would leave out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from holdfast.app.home import Home
from holdfast.app.looking import Looking
from holdfast.app.results import as_record
from holdfast.app.views import FolderFacts
from holdfast.errors import Unsupported
from holdfast.jobs.messages import InspectFolder
from holdfast.state.catalogue import Catalogue
from holdfast.state.catalogue_sizes import FolderSize, FolderSizes

__all__ = ["Contents", "ContentsDoor", "FolderSize"]
LARGEST = 12
_NEARLY_ALL = 0.85
"""A folder of which one folder inside is nearly all tells nothing beside it."""
_PARTS = {"uploads": "wp-content/uploads", "plugins": "wp-content/plugins", "themes": "wp-content/themes"}
_CORE = ("wp-admin", "wp-includes")
_DUMPS = "holdfast-database"
"""Where a backup holds its dumps, at its root."""


class Contents(msgspec.Struct, frozen=True):
    """Of one backup. `parts`: bytes by part (core, plugins, themes, uploads, database, other) of a WordPress, else ``files`` and
    ``database``. `folders`: the largest, largest first, by their path within the site's own folder. Not `known`: the list of its files
    was not read yet, and everything else is empty."""

    backup: str = ""
    created_at: datetime | None = None
    known: bool = False
    bytes: int = 0
    files: int = 0
    parts: dict[str, int] = {}
    folders: tuple[FolderSize, ...] = ()


class ContentsDoor:
    """`Holdfast.contents`."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._looking = Looking(home)

    async def of(self, site: str, backup: str = "latest") -> Contents:
        """From the catalogue: nothing is asked of the storage. NotFound NO-BACKUP."""
        scope = await self._looking.scope(site)
        found = await self._looking.backup(scope, backup)
        read = await self._looking.read(scope.storage, lambda catalogue: _read(catalogue, found.id))
        return msgspec.structs.replace(read, backup=found.id, created_at=found.created_at)

    async def weigh(self, site: str, excludes: Sequence[str], presets: Sequence[str]) -> FolderFacts:
        """Look at the site's folder as a backup with these patterns would: how many files and bytes there are left. Nothing is stored.
        UsageError for a preset that there is not; Unsupported for a site that is no folder of this computer."""
        known = await self._home.ask(lambda: self._home.sites.get(site))
        if known.system != "folder":
            raise Unsupported(f"{site!r} is no folder of this computer.")
        source = await self._home.source(msgspec.structs.replace(known, excludes=tuple(excludes), presets=tuple(presets)))
        return as_record(FolderFacts, await self._home.query(InspectFolder(**self._home.common(site=site), source=source)))


def _read(catalogue: Catalogue, snapshot: str) -> Contents:
    sizes = FolderSizes(catalogue, snapshot)
    if not sizes.known:
        return Contents()
    root = catalogue.site_path(snapshot)
    whole = sizes.whole()
    own = sizes.size_of(root) or whole
    dumps = sizes.size_of(f"/{_DUMPS}")
    folders = [msgspec.structs.replace(one, path=one.path[len(root.rstrip("/")) + 1 :]) for one in sizes.folders(root)]
    parts = _parts(own, {one.path: one.bytes for one in folders})
    if dumps is not None and dumps.bytes:
        parts["database"] = dumps.bytes
        folders = [one for one in folders if one.path.split("/")[0] != _DUMPS]
    return Contents(known=True, bytes=whole.bytes, files=whole.files, parts=parts, folders=tuple(_largest(folders)))


def _parts(own: FolderSize, folders: dict[str, int]) -> dict[str, int]:
    if not any(place in folders for place in (*_PARTS.values(), *_CORE)):
        return {"files": own.bytes}
    parts = {part: folders[place] for part, place in _PARTS.items() if place in folders}
    parts["core"] = sum(folders.get(place, 0) for place in _CORE)
    parts["other"] = max(0, own.bytes - sum(parts.values()))
    return {part: size for part, size in parts.items() if size}


def _largest(folders: Sequence[FolderSize]) -> list[FolderSize]:
    """Without those of which one folder inside is nearly all: that one says more."""
    inside: dict[str, int] = {}
    for one in folders:
        above = one.path.rpartition("/")[0]
        inside[above] = max(inside.get(above, 0), one.bytes)
    telling = [one for one in folders if one.bytes and inside.get(one.path, 0) < one.bytes * _NEARLY_ALL]
    return sorted(telling, key=lambda one: (-one.bytes, one.path))[:LARGEST]
