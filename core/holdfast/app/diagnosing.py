"""`holdfast doctor`: what is wrong with this computer, the stores and the storages, in plain words with what to do. Changes nothing."""

from __future__ import annotations

import platform
import urllib.parse
from datetime import UTC, datetime
from importlib import metadata
from typing import Any

import msgspec

from holdfast import __version__
from holdfast.app.diagnosing_local import LIBRARIES, Finding, Outcome, look_around, of_error, scheduler
from holdfast.app.home import Home
from holdfast.app.sealing import FAILED, SEALED
from holdfast.errors import HoldfastError
from holdfast.jobs.messages import CompareClocks, TryStorage
from holdfast.records import StorageEntry
from holdfast.state.credentials.base import SecretName
from holdfast.state.paths import Paths
from holdfast.state.remembered import recall
from holdfast.state.schedules import schedules_of

_SLOW_CLOCK, _WRONG_CLOCK = 120, 900
"""Seconds: signed requests become doubtful; S3 refuses them."""


class Diagnosis(msgspec.Struct, frozen=True):
    """`status`: the worst outcome (unknown counts as ok). Findings in the order in which they were looked at."""

    status: Outcome
    findings: tuple[Finding, ...]
    versions: dict[str, str]
    made_at: datetime


def versions() -> dict[str, str]:
    """Of Holdfast, the system and the libraries; empty where a frozen program does not say."""
    found = {"holdfast": __version__, "python": platform.python_version(), "system": platform.platform(), "machine": platform.machine()}
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = ""
    return found


async def diagnose(paths: Paths, home: Home | None, failure: HoldfastError | None = None) -> Diagnosis:
    """`home` None: it could not be opened, because of `failure`; the rest is looked at all the same."""
    if home is None:
        findings = look_around(paths)
        if failure is not None and all(one.outcome != "failed" for one in findings):
            findings.append(of_error("home", failure))
        return _diagnosis(findings)
    findings = await home.ask(lambda: look_around(paths), seconds=120.0)
    schedules = await home.ask(lambda: sum(one.enabled for one in schedules_of(home.database).all()))
    findings.append(await home.ask(lambda: scheduler(paths, schedules)))
    secrets = await _secrets(home)
    findings.append(secrets)
    storages = await home.ask(home.storages.all)
    for storage in storages:
        findings += await _storage(home, storage, secrets_there=secrets.outcome == "ok")
    findings += await _clocks(home, storages)
    return _diagnosis(findings)


def _diagnosis(findings: list[Finding]) -> Diagnosis:
    outcomes = {one.outcome for one in findings}
    status: Outcome = "failed" if "failed" in outcomes else "warning" if "warning" in outcomes else "ok"
    return Diagnosis(status, tuple(findings), versions(), datetime.now(UTC))


async def _secrets(home: Home) -> Finding:
    try:
        where = await home.secret_call(lambda store: (store.get(SecretName("probe", "password", "probe")), store.description)[1])
    except HoldfastError as error:
        return of_error("secrets", error)
    return Finding("secrets", "ok", f"Passwords are kept in the {where}, and it answers.")


async def _storage(home: Home, storage: StorageEntry, *, secrets_there: bool) -> list[Finding]:
    if not secrets_there:
        return [Finding("storage", "unknown", f"{storage.name}: not tried, its password cannot be read now.", subject=storage.name)]
    try:
        report = await home.query(TryStorage(**home.common(), access=await home.access(storage)))
    except HoldfastError as error:
        return [of_error("storage", error, storage.name)]
    bad = [line for line in report["checks"] if line["ok"] is False]
    found = [
        Finding(
            "storage",
            "failed" if not report["ok"] else "warning",
            f"{storage.name}: {line['detail'] or line['name']}",
            subject=storage.name,
        )
        for line in bad
    ]
    if not found:
        found.append(Finding("storage", "ok", f"{storage.name}: reached, and its password opens the repository.", subject=storage.name))
    return [*found, *await _sealed(home, storage)]


async def _sealed(home: Home, storage: StorageEntry) -> list[Finding]:
    """Could a new laptop start from it?"""

    def read() -> tuple[dict[str, Any] | None, dict[str, Any] | None, int]:
        return recall(home.database, SEALED).get(storage.id), recall(home.database, FAILED).get(storage.id), len(home.sites.all())

    sealed, failed, sites = await home.ask(read)
    if failed is not None and (sealed is None or sealed["at"] < failed["at"]):
        text = f"{storage.name}: your sites and schedules could not be kept there: {failed['message']}"
        return [Finding("sealed", "warning", text, "They are tried again with the next backup.", storage.name)]
    if sealed is None and sites:
        text = f"{storage.name}: your sites and schedules are not kept there yet."
        return [Finding("sealed", "unknown", text, "They will be with the next backup.", storage.name)]
    return []


async def _clocks(home: Home, storages: list[StorageEntry]) -> list[Finding]:
    sites, accounts = await home.ask(lambda: (home.sites.all(), home.accounts.all()))
    places = [storage.location[3:] for storage in storages if storage.location.startswith("s3:http")]
    places += [site.url for site in sites if site.account] + [account.url for account in accounts]
    addresses = sorted({_origin(place) for place in places if place.startswith(("https://", "http://"))})
    if not addresses:
        return [Finding("clock", "unknown", "No server is known whose clock could be compared.")]
    try:
        answer = await home.query(CompareClocks(**home.common(), addresses=tuple(addresses)))
    except HoldfastError as error:
        return [of_error("clock", error)]
    return [_clock(server) for server in answer["servers"]]


def _clock(server: dict[str, Any]) -> Finding:
    host = urllib.parse.urlsplit(server["address"]).netloc
    ahead = server["ahead"]
    if ahead is None:
        hint = "Is this computer online, and the address right?"
        return Finding("clock", "unknown" if "does not say" in server["reason"] else "warning", f"{host}: {server['reason']}.", hint, host)
    apart = abs(ahead)
    if apart < _SLOW_CLOCK:
        return Finding("clock", "ok", f"{host}: its clock and ours agree to {apart} s.", subject=host)
    text = f"{host}: its clock is {_span(apart)} {'ahead of' if ahead > 0 else 'behind'} ours."
    hint = "Let this computer set its clock from the network; servers refuse what is signed at a wrong time."
    return Finding("clock", "failed" if apart >= _WRONG_CLOCK else "warning", text, hint, host)


def _span(seconds: int) -> str:
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes < 120 else f"{round(minutes / 60)} hours"


def _origin(place: str) -> str:
    parts = urllib.parse.urlsplit(place)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
