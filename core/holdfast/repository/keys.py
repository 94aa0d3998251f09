"""The keys of an open repository: list, add, remove, change the passphrase.

A leaked master key cannot be cured by any of these: only a new repository can.
"""

from __future__ import annotations

import msgspec

from holdfast.errors import Damaged, InternalError, NotFound, UsageError
from holdfast.repository.key_files import DEFAULT_KDF, Kdf, encode_key, key_ids, load_key, save_key, unlock_key
from holdfast.repository.repository import Repository
from holdfast.secret import Secret


class KeyInfo(msgspec.Struct, frozen=True):
    """What a key file says openly. `created` is RFC 3339 text."""

    id: str
    created: str = ""
    username: str = ""
    hostname: str = ""
    in_use: bool = False
    readable: bool = True


def list_keys(repository: Repository) -> list[KeyInfo]:
    """All key files, oldest first; an unreadable one has `readable` False."""
    result = []
    for key_id in key_ids(repository.storage):
        in_use = key_id == repository.key_id
        try:
            file = load_key(repository.storage, key_id)
        except Damaged:
            result.append(KeyInfo(key_id, in_use=in_use, readable=False))
        except NotFound:
            continue
        else:
            result.append(KeyInfo(key_id, file.created, file.username, file.hostname, in_use))
    return sorted(result, key=lambda key: (key.created, key.id))


def add_key(repository: Repository, new_password: Secret, kdf: Kdf = DEFAULT_KDF) -> str:
    """Another passphrase for the same repository; returns the key's id once the stored file was read back and opened."""
    key_id = save_key(repository.storage, encode_key(repository.key, new_password, kdf))
    if unlock_key(load_key(repository.storage, key_id), new_password) != repository.key:
        repository.storage.delete(f"keys/{key_id}")
        raise InternalError("The new key could not be read back, so nothing was changed.", code="VERIFY")
    return key_id


def remove_key(repository: Repository, key_id: str) -> None:
    """Remove a key by its id or the unambiguous beginning of one. The one that is in use stays: `UsageError`."""
    matches = [known for known in key_ids(repository.storage) if known.startswith(key_id)]
    if len(matches) != 1 or not key_id:
        raise NotFound(f"There is no single key that starts with {key_id!r}.", hint="`holdfast storage keys` lists them.")
    if matches[0] == repository.key_id:
        raise UsageError(
            "The key in use cannot be removed.",
            code="KEY-IN-USE",
            hint="Open the storage with another passphrase first, or change this one.",
        )
    with repository.lock(exclusive=True):
        repository.storage.delete(f"keys/{matches[0]}")


def change_password(repository: Repository, new_password: Secret, kdf: Kdf = DEFAULT_KDF) -> str:
    """Replace the passphrase in use; returns the new key's id, which is then the one in use.

    The old key is deleted only after the new one was read back and opened (K5): killed at any moment, one of the two opens.
    """
    with repository.lock(exclusive=True):
        key_id = add_key(repository, new_password, kdf)
        old, repository.key_id = repository.key_id, key_id
        if old:
            repository.storage.delete(f"keys/{old}")
    return key_id
