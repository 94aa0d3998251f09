"""Which store a home uses: decided once, when its first secret is asked for, and kept in ``home.json``."""

from __future__ import annotations

import msgspec

from holdfast.errors import Busy
from holdfast.state.credentials.base import Ask, Credentials, locked
from holdfast.state.paths import Paths, home_facts, save_facts


def open_credentials(paths: Paths, ask: Ask | None = None) -> Credentials:
    """The store of this home. The first time: the keyring where there is a safe one, else a sealed file. Later always the same; a
    keyring that has gone since is Busy KEY-LOCKED, never a silent change to another store."""
    facts = home_facts(paths)
    store = None if facts.secrets == "vault" else _keyring(facts.id, explicit=paths.explicit)
    if store is None and facts.secrets == "keyring":
        raise _gone()
    if not facts.secrets:
        save_facts(paths, msgspec.structs.replace(facts, secrets="keyring" if store is not None else "vault"))
    if store is not None:
        return store
    from holdfast.state.credentials.vault import Vault

    return Vault(paths.vault, ask)


def _keyring(home_id: str, *, explicit: bool) -> Credentials | None:
    from holdfast.state.credentials import keyring_store

    backend = keyring_store.usable_backend()
    return None if backend is None else keyring_store.KeyringStore(backend, keyring_store.service_name(home_id, explicit=explicit))


def _gone() -> Busy:
    return locked(
        "The secrets of this home are in your desktop's password store, which cannot be reached from here.",
        "Log in to the desktop, or run this inside its session.",
    )
