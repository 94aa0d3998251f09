"""The noun *key*: the passwords that open a repository."""

from __future__ import annotations

import secrets as random
from collections.abc import Sequence

from holdfast.app.home import Home, password_of
from holdfast.app.results import as_record
from holdfast.app.storage_views import storage_views
from holdfast.app.views import KeyView, StorageAdded
from holdfast.jobs.messages import AddKey, ListKeys, RecoveryKit, RemoveKey, RepositoryAccess
from holdfast.records import StorageEntry
from holdfast.secret import Secret
from holdfast.state.remembered import note, remember

KIT_SAVED = "kit saved"
"""Fact about a storage: the user has its recovery key. `outdated`: the password is another since."""
_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
"""Without what is mistaken on paper: l, o, 0, 1."""


def make_password() -> Secret:
    """Six groups of five: 150 random bits, typed from paper without mistakes."""
    return Secret("-".join("".join(random.choice(_ALPHABET) for _ in range(5)) for _ in range(6)))


class Keys:
    """`Holdfast.storages.keys`: the passwords that open a repository."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def list(self, storage: str) -> Sequence[KeyView]:
        _, access = await self._opened(storage)
        result = await self._home.query(ListKeys(**self._home.common(), access=access))
        return [as_record(KeyView, key) for key in result["keys"]]

    async def add(self, storage: str, new_password: Secret) -> KeyView:
        """One more password for the same repository (for a colleague, for a safe)."""
        entry, access = await self._opened(storage)
        result = await self._home.query(AddKey(**self._home.common(), access=access, new_password=new_password))
        await self._home.ask(lambda: note(self._home.database, "key added", entry.name, key=result["key"]["id"]))
        return as_record(KeyView, result["key"])

    async def remove(self, storage: str, key_id: str) -> None:
        """`key_id` may be a prefix. The key in use is refused (UsageError)."""
        entry, access = await self._opened(storage)
        await self._home.query(RemoveKey(**self._home.common(), access=access, key_id=key_id))
        await self._home.ask(lambda: note(self._home.database, "key removed", entry.name, key=key_id))

    async def change(self, storage: str, new_password: Secret | None = None) -> StorageAdded:
        """A new password in place of the one Holdfast uses. Without one given, one is made and returned once, with a new recovery
        kit (`created` is False then).

        The new key is added and its password stored before the old key goes: whatever is interrupted, the stored one opens. A recovery
        kit that was saved counts no more from before the old key goes.
        """
        entry, access = await self._opened(storage)
        made = make_password() if not new_password else None
        new = made or new_password or Secret("")
        await self._home.query(AddKey(**self._home.common(), access=access, new_password=new))
        old_id = next(key.id for key in await self.list(storage) if key.current)
        await self._home.put_secret(password_of(entry), new)
        await self._home.ask(lambda: remember(self._home.database, entry.id, KIT_SAVED, {"outdated": True}))
        with_new = self._home.access_with(entry, new, access.secrets)
        await self._home.query(RemoveKey(**self._home.common(), access=with_new, key_id=old_id))
        kit = await self._home.query(RecoveryKit(**self._home.common(), access=with_new, with_password=made is not None))
        await self._home.ask(lambda: note(self._home.database, "password changed", entry.name))
        views = await self._home.ask(lambda: storage_views(self._home))
        return StorageAdded(
            storage=next(view for view in views if view.id == entry.id), created=False, password=made, recovery_kit=kit["html"]
        )

    async def _opened(self, name: str) -> tuple[StorageEntry, RepositoryAccess]:
        entry = await self._home.ask(lambda: self._home.storages.get(name))
        return entry, await self._home.access(entry)
