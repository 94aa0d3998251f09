"""The noun *storage*: the places where repositories live."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from holdfast.app.views import KeyView, StorageAdded, StorageReport, StorageView
from holdfast.secret import Secret

if TYPE_CHECKING:
    from holdfast.app.door import Home
    from holdfast.app.jobs import JobHandle


class Storages:
    """`Holdfast.storages`. Errors of all: NotFound for an unknown name; AuthRejected for a wrong password; Busy KEY-LOCKED."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self.keys = Keys(home)

    async def list(self) -> Sequence[StorageView]:
        """All storages by name. Opens none of them."""
        raise NotImplementedError

    async def show(self, name: str) -> StorageView:
        raise NotImplementedError

    async def add(
        self,
        name: str,
        location: str,
        password: Secret | None = None,
        *,
        options: dict[str, Any] | None = None,
        secrets: dict[str, Secret] | None = None,
        retention: str = "",
    ) -> StorageAdded:
        """Create a repository at `location` (/path, s3:https://host/bucket/prefix) or adopt the one that is there.

        Without `password` one is made for a new repository; adopting needs it (AuthRejected without). The password is stored before
        the repository is made, so that there is never a repository that nobody can open. `options`: access_key, region, path_style,
        storage_class, ca_file, aws_chain; `secrets`: access_secret. A password inside `location` is refused (UsageError).
        """
        raise NotImplementedError

    async def edit(
        self,
        name: str,
        *,
        new_name: str | None = None,
        options: dict[str, Any] | None = None,
        secrets: dict[str, Secret] | None = None,
        password: Secret | None = None,
        retention: str | None = None,
    ) -> StorageView:
        """Change the entry (not the repository). `password` replaces a lost one in the keyring, after it was tried."""
        raise NotImplementedError

    async def remove(self, name: str) -> None:
        """Forget the entry and its secrets. The repository and its backups stay where they are. UsageError while sites use it."""
        raise NotImplementedError

    async def test(self, name: str) -> StorageReport:
        """What works, which rights the key has (may it delete? versioning? object lock?), and that the password opens the repository."""
        raise NotImplementedError

    async def test_location(
        self, location: str, *, options: dict[str, Any] | None = None, secrets: dict[str, Secret] | None = None
    ) -> StorageReport:
        """The same for a place that was not added yet (the wizard)."""
        raise NotImplementedError

    async def stats(self, name: str) -> dict[str, Any]:
        """Sizes, ratio of deduplication and compression, counts, per site; remembered for `StorageView.stats`."""
        raise NotImplementedError

    async def recovery_kit(self, name: str, *, with_password: bool = True) -> str:
        """The printable page (HTML): where, which key, how to restore with restic alone."""
        raise NotImplementedError

    async def unlock(self, name: str, *, force: bool = False) -> dict[str, Any]:
        """Remove stale locks; `force` removes every lock (the user said that no other computer works there).
        Returns {"removed": [lock…], "left": [lock…]}."""
        raise NotImplementedError

    async def sync(self, name: str) -> bool:
        """Bring the catalogue of files up to date; True when something was new."""
        raise NotImplementedError

    async def check(self, name: str, *, read_data: bool = False, sample: str = "") -> JobHandle:
        """Job. `sample`: ``5%`` or a size (``2G``) of packs to read, chosen so that all are read in turn."""
        raise NotImplementedError

    async def prune(self, name: str, *, dry_run: bool = False) -> JobHandle:
        """Job. Give back the space of forgotten backups. `dry_run`: result {"plan": …} only."""
        raise NotImplementedError

    async def repair(self, name: str, *, dry_run: bool = False) -> JobHandle:
        """Job. Repair index and packs, copy on write; nothing is dropped that is not proven bad."""
        raise NotImplementedError


class Keys:
    """`Holdfast.storages.keys`: the passwords that open a repository."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def list(self, storage: str) -> Sequence[KeyView]:
        raise NotImplementedError

    async def add(self, storage: str, new_password: Secret) -> KeyView:
        """One more password for the same repository (for a colleague, for a safe)."""
        raise NotImplementedError

    async def remove(self, storage: str, key_id: str) -> None:
        """`key_id` may be a prefix. The key in use is refused (UsageError)."""
        raise NotImplementedError

    async def change(self, storage: str, new_password: Secret | None = None) -> StorageAdded:
        """A new password in place of the one Holdfast uses, stored before the old one goes. Without one given, one is made and
        returned once, with a new recovery kit (`created` is False then)."""
        raise NotImplementedError
