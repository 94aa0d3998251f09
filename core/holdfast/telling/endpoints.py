"""Who is told: a record per address. The address itself may be a key (a ping's is), so it is kept with the secrets, not here."""

from __future__ import annotations

import ipaddress
from datetime import datetime
from typing import Literal, get_args
from urllib.parse import urlsplit

import msgspec

from holdfast.errors import UsageError

Kind = Literal["webhook", "ping"]
EventWord = Literal["backup.completed", "backup.failed", "restore.completed", "restore.failed", "drill.failed"]
EVENTS: tuple[EventWord, ...] = get_args(EventWord)
DESKTOP = "desktop"
"""The name under which notices of the desktop are tried; no endpoint may have it."""


class Endpoint(msgspec.Struct, frozen=True):
    """One address that is told. `sites`: ids; empty = all. `events`: of a webhook; empty = all."""

    id: str
    name: str
    kind: Kind
    host: str = ""
    """Scheme, host and port of its address, for people."""
    events: tuple[EventWord, ...] = ()
    sites: tuple[str, ...] = ()
    ca_file: str = ""
    disabled: str = ""
    """Why nothing is sent any more: ``gone`` after the receiver answered 410; empty while it is told."""
    last_at: datetime | None = None
    """When it last took something."""
    trouble: str = ""
    """Why the last try failed; empty after one that went well."""
    created_at: datetime | None = None

    def wants(self, site_id: str) -> bool:
        return not self.disabled and (not self.sites or site_id in self.sites)


def checked_address(address: str) -> str:
    """`address` when something may be sent there: https, or http to this computer; no user or password in it. UsageError otherwise; its
    message names the host at most."""
    try:
        pieces = urlsplit(address.strip())
        host, port = pieces.hostname or "", pieces.port
    except ValueError:
        raise _no_address() from None
    if pieces.scheme not in {"http", "https"} or not host or port == 0 or any(ord(c) <= 32 or ord(c) == 127 for c in address.strip()):
        raise _no_address()
    if pieces.username is not None or pieces.password is not None:
        raise UsageError("The address holds a user or password.", code="SECRET-IN-URL", hint="Give the address without them.")
    if pieces.scheme == "http" and not is_loopback(host):
        raise UsageError(
            f"{host} is addressed by plain http: everybody on the way could read what is told.", code="HTTP-REFUSED", hint="Use https."
        )
    return address.strip().partition("#")[0]


def host_of(address: str) -> str:
    """What of an address may be shown: ``https://hooks.example``."""
    pieces = urlsplit(address)
    host = pieces.hostname or ""
    return f"{pieces.scheme}://{f'[{host}]' if ':' in host else host}" + (f":{pieces.port}" if pieces.port else "")


def is_loopback(host: str) -> bool:
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _no_address() -> UsageError:
    return UsageError("That is not a web address.", code="ADDRESS", hint="Give an address such as https://hooks.example/holdfast.")
