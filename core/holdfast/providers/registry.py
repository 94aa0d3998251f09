"""The only list of providers: what a system is called, where its code is, how one signs in, and how often it may be asked."""

from __future__ import annotations

import hashlib
import importlib
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakKeyDictionary

import msgspec

from holdfast.errors import NotFound, UsageError
from holdfast.providers.base import Provider
from holdfast.providers.http import Budget, Client, Clock, Credential, Observer, ReadCounts, Renewal, SystemClock

if TYPE_CHECKING:
    import httpx


class Pace(msgspec.Struct, frozen=True):
    """How often a credential of a system may ask (apis.md 1.1, 3.2, 4, 6.1): seconds between starts, requests at once, requests an hour."""

    spacing: float = 0.0
    concurrency: int = 2
    per_hour: int | None = None


class System(msgspec.Struct, frozen=True):
    """A service that makes backups. `namespace`: its REST namespace in WordPress, "" where it is not a plugin."""

    name: str
    label: str
    module: str
    provider: str
    sign_in: tuple[str, ...]
    pace: Pace
    namespace: str = ""
    url: str = ""
    """The base address where everybody uses the same one."""
    experimental: bool = False


PROVIDERS: Mapping[str, System] = {
    one.name: one
    for one in (
        System(
            "backup-copilot", "Backup Copilot Pro", "holdfast.providers.backup_copilot", "BackupCopilot",
            ("application-password", "oauth"), Pace(per_hour=100), namespace="bkpc/v1",
        ),
        System(
            "safeguard", "SafeGuard", "holdfast.providers.safeguard", "SafeGuard",
            ("application-password",), Pace(spacing=0.2), namespace="safeguard/v1",
        ),
        System(
            "wp-engine", "WP Engine", "holdfast.providers.wp_engine", "WPEngine",
            ("basic",), Pace(spacing=1.0), url="https://api.wpengineapi.com/v1",
        ),
        System(
            "general-bots", "General Bots", "holdfast.providers.general_bots", "GeneralBots",
            ("bearer", "api-key", "login"), Pace(spacing=0.05), experimental=True,
        ),
    )
}  # fmt: skip


def system_of(name: str) -> System:
    """NotFound for a word that is none of ours."""
    if name not in PROVIDERS:
        raise NotFound(f"There is no system {name!r}.", code="SYSTEM", hint=f"Known: {', '.join(PROVIDERS)}.")
    return PROVIDERS[name]


def budget_for(system: str, clock: Clock | None = None) -> Budget:
    """A new budget at the pace of `system`."""
    pace = system_of(system).pace
    return Budget(spacing=pace.spacing, concurrency=pace.concurrency, per_hour=pace.per_hour, clock=clock)


_Key = tuple[str, str, str, str]
_SYSTEM_CLOCK = SystemClock()
_budgets: WeakKeyDictionary[Clock, dict[_Key, Budget]] = WeakKeyDictionary()
_lock = threading.Lock()


def shared_budget(system: str, credential: Credential, clock: Clock | None = None) -> Budget:
    """The one budget of a credential in this process, whatever site, job or thread uses it."""
    if clock is None or isinstance(clock, SystemClock):
        clock = _SYSTEM_CLOCK  # each of them tells the same time
    with _lock:
        every = _budgets.setdefault(clock, {})
        return every.setdefault(_key(system, credential), budget_for(system, clock))


def _key(system: str, credential: Credential) -> _Key:
    return system, credential.kind, credential.user, hashlib.sha256(credential.secret.reveal().encode("utf-8", "replace")).hexdigest()


def _with_its_budget(system: str, renew: Renewal, budget: Budget) -> Renewal:
    """A renewed token goes on with the budget of the old one."""

    async def again(old: Credential) -> Credential:
        fresh = await renew(old)
        with _lock:
            for every in _budgets.values():
                if every.get(_key(system, old)) is budget:
                    every[_key(system, fresh)] = every.pop(_key(system, old))
        return fresh

    return again


async def open_provider(
    system: str,
    url: str,
    credential: Credential,
    options: Mapping[str, Any] | None = None,
    *,
    ca_file: str = "",
    allow_http: bool = False,
    budget: Budget | None = None,
    observer: Observer | None = None,
    renew: Renewal | None = None,
    reads: ReadCounts | None = None,
    clock: Clock | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
) -> Provider:
    """The provider for one site, to be closed; nothing is asked yet. `url`: REST root or base address, "" where the system has one.

    Without a `budget` it is the credential's own, shared with everything in this process that uses the same credential.
    """
    known = system_of(system)
    if not (url or known.url):
        raise UsageError(f"{known.label} needs an address.", code="ADDRESS", hint="Give the address of the site or server.")
    budget = budget or shared_budget(system, credential, clock)
    client = Client(
        url or known.url,
        credential,
        ca_file=ca_file,
        allow_http=allow_http,
        budget=budget,
        observer=observer,
        renew=renew and _with_its_budget(system, renew, budget),
        clock=clock,
        transport=transport,
    )
    if reads is not None:
        client.reads = reads  # whoever asks counts over several sites
    kind = cast("Any", getattr(importlib.import_module(known.module), known.provider))
    return cast("Provider", kind(client, options=options or {}))
