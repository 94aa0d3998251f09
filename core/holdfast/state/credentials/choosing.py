"""Which store a home uses: decided once, when its first secret is asked for, and kept in ``home.json``."""

from __future__ import annotations

import msgspec

from holdfast.errors import Busy
from holdfast.state.credentials.base import Credentials, locked
from holdfast.state.credentials.keyring_store import KeyringStore, service_name, usable_backend
from holdfast.state.credentials.vault import Ask, Vault
from holdfast.state.paths import Paths, home_facts, save_facts


def open_credentials(paths: Paths, ask: Ask | None = None) -> Credentials:
    """The store of this home. The first time: the keyring where there is a safe one, else a sealed file. Later always the same; a
    keyring that has gone since is Busy KEY-LOCKED, never a silent change to another store."""
    facts = home_facts(paths)
    if facts.secrets == "vault":
        return Vault(paths.vault, ask)
    backend = usable_backend()
    if backend is None:
        if facts.secrets == "keyring":
            raise _gone()
        save_facts(paths, msgspec.structs.replace(facts, secrets="vault"))
        return Vault(paths.vault, ask)
    if facts.secrets != "keyring":
        save_facts(paths, msgspec.structs.replace(facts, secrets="keyring"))
    return KeyringStore(backend, service_name(facts.id, explicit=paths.explicit))


def _gone() -> Busy:
    return locked(
        "The secrets of this home are in your desktop's password store, which cannot be reached from here.",
        "Log in to the desktop, or run this inside its session.",
    )
