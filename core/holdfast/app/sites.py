"""The noun *site*: what the user wants safe."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from holdfast.app.views import FolderFacts, SiteView
from holdfast.secret import Secret

if TYPE_CHECKING:
    from holdfast.app.door import Home


class Sites:
    """`Holdfast.sites`. Sites are named; a name is unique without regard to case. Errors: `NotFound` for an unknown name."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def list(self, *, tag: str | None = None, client: str | None = None) -> Sequence[SiteView]:
        """All sites by name, with their verdict. Reads this computer only: fast, also offline."""
        raise NotImplementedError

    async def show(self, name: str) -> SiteView:
        raise NotImplementedError

    async def add(
        self,
        name: str,
        *,
        path: str | Path,
        storage: str = "",
        database: str = "auto",
        database_password: Secret | None = None,
        excludes: Sequence[str] = (),
        presets: Sequence[str] = (),
        tags: Sequence[str] = (),
        client: str = "",
        retention: str = "",
        system: str = "folder",
    ) -> SiteView:
        """Remember a site of this machine. `storage` may be empty when there is exactly one. `database`: auto, none, sqlite:PATH,
        mysql://USER@HOST[:PORT]/DB (a password in it is refused: UsageError). Nothing is read but that the folder is there."""
        raise NotImplementedError

    async def edit(
        self,
        name: str,
        *,
        new_name: str | None = None,
        path: str | Path | None = None,
        storage: str | None = None,
        database: str | None = None,
        database_password: Secret | None = None,
        excludes: Sequence[str] | None = None,
        presets: Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
        client: str | None = None,
        retention: str | None = None,
    ) -> SiteView:
        """Change what is given, leave the rest. Backups follow the site, not its name."""
        raise NotImplementedError

    async def remove(self, name: str, *, with_backups: bool = False) -> int:
        """Forget the site, its history stays. `with_backups`: also its backups in the storage (their space comes back with the
        next prune). Returns how many backups were removed."""
        raise NotImplementedError

    async def test(self, name: str) -> FolderFacts:
        """Look at the site as a backup would: folder readable, database reachable, size."""
        raise NotImplementedError

    async def inspect_folder(self, path: str | Path, *, database: str = "auto", database_password: Secret | None = None) -> FolderFacts:
        """What is in a folder: a WordPress or not, its database, its size (the wizard's second look). NotFound when there is none."""
        raise NotImplementedError

    async def find_local(self) -> Sequence[FolderFacts]:
        """Web sites in the usual places of this machine, without sizes; those already added are left out."""
        raise NotImplementedError
