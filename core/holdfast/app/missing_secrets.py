"""What a person has to do after records came from elsewhere: credentials travel with nobody, and folders may lie in another place."""

from __future__ import annotations

import os
from collections.abc import Sequence

import msgspec

from holdfast.app.accounts import secret_of
from holdfast.app.bucket_keys import KEY, bucket_secret_of
from holdfast.app.home import Home, access_secret_of, database_password_of, password_of
from holdfast.app.telling import address_of
from holdfast.errors import HoldfastError
from holdfast.records import Account, Site, StorageEntry
from holdfast.state.credentials.base import Credentials, SecretName
from holdfast.telling.endpoints import Endpoint

WHAT = {
    "sign-in": "has to be signed in again",
    "password": "needs its password",
    "access secret": "needs the secret of its access key",
    "database": "needs the password of its database, if it has one",
    "address": "needs its address again, and a webhook its secret",
    "folder": "has its folder elsewhere on this computer",
}


class Need(msgspec.Struct, frozen=True):
    """`noun` and `name`: of the record; `what`: one of `WHAT`; `hint`: the command that helps."""

    noun: str
    name: str
    what: str
    hint: str = ""


async def needs_of(
    home: Home,
    accounts: Sequence[Account],
    storages: Sequence[StorageEntry],
    sites: Sequence[Site],
    receivers: Sequence[Endpoint] = (),
    *,
    secrets: bool = True,
) -> tuple[Need, ...]:
    """What is missing here for these records. Without `secrets` (nothing is stored yet) every credential is; so it is said where the
    keyring cannot be asked."""
    wanted = [*_of_accounts(accounts, sites), *_of_storages(storages), *_of_sites(sites), *_of_receivers(receivers)]
    there: set[str] = set()

    def look(store: Credentials) -> set[str]:
        return {name.key for name, _ in wanted if store.get(name) is not None}

    if secrets and wanted:
        try:
            there = await home.secret_call(look)
        except HoldfastError:
            there = set()
    missing = [need for name, need in wanted if name.key not in there]
    return (*missing, *(await home.ask(lambda: _folders(sites))))


def _of_accounts(accounts: Sequence[Account], sites: Sequence[Site]) -> list[tuple[SecretName, Need]]:
    return [(secret_of(account), Need("account", account.name, "sign-in", _sign_in(account, sites))) for account in accounts]


def _sign_in(account: Account, sites: Sequence[Site]) -> str:
    site = next((site.name for site in sites if site.account == account.id), None)
    if site is None:
        return f"holdfast account remove {_word(account.name)}, then add it again"
    browser = account.system in {"backup-copilot", "safeguard"}
    return f"holdfast site edit {_word(site)} --secret-file F" + (" (or --browser)" if browser else "")


def _of_storages(storages: Sequence[StorageEntry]) -> list[tuple[SecretName, Need]]:
    found = []
    for storage in storages:
        name = _word(storage.name)
        found.append((password_of(storage), Need("storage", storage.name, "password", f"holdfast storage edit {name} --secret-file F")))
        if "access_key" in storage.options:
            hint = f"holdfast storage edit {name} --access-secret-file F"
            found.append((access_secret_of(storage), Need("storage", storage.name, "access secret", hint)))
    return found


def _of_sites(sites: Sequence[Site]) -> list[tuple[SecretName, Need]]:
    found = []
    for site in sites:
        name = _word(site.name)
        if "://" in site.database:
            hint = f"holdfast site edit {name} --database-secret-file F"
            found.append((database_password_of(site), Need("site", site.name, "database", hint)))
        if KEY in site.options:
            hint = f"holdfast site edit {name} --bucket-key {site.options[KEY]} --bucket-secret-file F"
            found.append((bucket_secret_of(site), Need("site", site.name, "access secret", hint)))
        elif "access_key" in site.options:
            found.append(
                (bucket_secret_of(site), Need("site", site.name, "access secret", f"holdfast site edit {name} --access-secret-file F"))
            )
    return found


def _of_receivers(receivers: Sequence[Endpoint]) -> list[tuple[SecretName, Need]]:
    return [
        (
            address_of(one),
            Need("receiver", one.name, "address", f"holdfast notify edit {_word(one.name)} --url-file F"),
        )
        for one in receivers
    ]


def _folders(sites: Sequence[Site]) -> list[Need]:
    gone = [site for site in sites if site.path and not os.path.isdir(site.path)]
    return [Need("site", site.name, "folder", f"holdfast site edit {_word(site.name)} --path DIR") for site in gone]


def _word(name: str) -> str:
    import shlex

    return shlex.quote(name)
