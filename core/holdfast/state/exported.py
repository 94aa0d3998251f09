"""What a home knows, as one value that can be carried elsewhere: into a file of the user's (``settings export``), or sealed into a
repository (`holdfast.worker.sealed_state`). It holds no secret: those are in the keyring and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from holdfast.errors import Unsupported, UsageError
from holdfast.records import Account, Job, Schedule, Site, StorageEntry
from holdfast.state.database import Database
from holdfast.state.entries import accounts_of, check_name, sites_of, storages_of
from holdfast.state.history import History
from holdfast.state.outbox import Endpoints
from holdfast.state.remembered import this_user
from holdfast.state.schedules import Decision, Pauses, Slots, schedules_of
from holdfast.state.settings import Settings, change_setting
from holdfast.telling.endpoints import Endpoint

VERSION = 1
MOST_JOBS = 5_000
"""So many runs, the newest, travel with a sealed state."""
OF_THIS_COMPUTER = ("onboarding_done",)
"""Settings that stay where they are."""
_PASSWORD_IN_URL = re.compile(r"[a-z][a-z0-9+.:-]{0,30}//[^/\s:@]{0,300}:[^@\s/]+@", re.I)


class Past(msgspec.Struct, frozen=True):
    """One run of the history, with the id of its site."""

    job: Job
    site_id: str = ""


class Fact(msgspec.Struct, frozen=True):
    """One remembered fact (see `holdfast.state.remembered`)."""

    subject: str
    name: str
    at: str
    value: dict[str, Any]


class Exported(msgspec.Struct, frozen=True):
    """`home` and `computer`: where it comes from. `history` and `facts` are empty in a file of the user's. `receivers` are who is told,
    without their addresses, which are secrets; `pauses` hold until then, by the id of a site (empty: all); `slots` were decided lately."""

    made_at: datetime
    format: str = "holdfast settings"
    version: int = VERSION
    home: str = ""
    computer: str = ""
    settings: dict[str, Any] = {}
    accounts: tuple[Account, ...] = ()
    storages: tuple[StorageEntry, ...] = ()
    sites: tuple[Site, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    history: tuple[Past, ...] = ()
    facts: tuple[Fact, ...] = ()
    receivers: tuple[Endpoint, ...] = ()
    pauses: dict[str, datetime] = {}
    slots: tuple[Decision, ...] = ()


def gather(database: Database, settings: Settings, *, home: str = "", past: bool = False) -> Exported:
    """What this home knows now. Blocks."""
    values = {name: value for name, value in msgspec.to_builtins(settings).items() if name not in OF_THIS_COMPUTER}
    return Exported(
        made_at=datetime.now(UTC).replace(microsecond=0),
        home=home,
        computer=this_user().rpartition("@")[2],
        settings=values,
        accounts=tuple(accounts_of(database).all()),
        storages=tuple(storages_of(database).all()),
        sites=tuple(sites_of(database).all()),
        schedules=tuple(schedules_of(database).all()),
        history=tuple(Past(job, site) for job, site in History(database).newest(MOST_JOBS)) if past else (),
        facts=tuple(_facts(database, ("proven",))) if past else (),
        receivers=tuple(msgspec.structs.replace(one, last_at=None, trouble="") for one in Endpoints(database).all()),
        pauses=Pauses(database).all(),
        slots=tuple(Slots(database).newest_of_all(datetime.now(UTC))),
    )


def _facts(database: Database, names: Sequence[str]) -> Iterable[Fact]:
    marks = ",".join("?" * len(names))
    rows = database.read(f"SELECT subject, name, at, value FROM facts WHERE name IN ({marks}) ORDER BY subject, name", names)  # noqa: S608 - only marks
    return (Fact(subject, name, at, msgspec.json.decode(value)) for subject, name, at, value in rows)


def digest(state: Exported) -> str:
    """Tells two states apart by what the user entered; time, computer and history do not count."""
    import hashlib

    entered = msgspec.structs.replace(state, made_at=datetime.fromtimestamp(0, UTC), computer="", history=(), facts=(), slots=())
    return hashlib.blake2b(msgspec.json.encode(entered), digest_size=16).hexdigest()


def as_file(state: Exported) -> bytes:
    """For people's eyes, too: indented JSON."""
    return msgspec.json.format(msgspec.json.encode(state)) + b"\n"


def from_file(content: bytes | dict[str, Any], *, what: str) -> Exported:
    """UsageError when `content` is none of ours, Unsupported STATE-NEWER when a newer Holdfast wrote it. `what`: for the message."""
    try:
        raw = msgspec.json.decode(content) if isinstance(content, bytes) else content
        if not isinstance(raw, dict) or raw.get("format") != "holdfast settings":
            raise UsageError(f"{what} is no export of Holdfast's settings.", hint="holdfast settings export FILE makes one.")
        if int(raw.get("version", 0)) > VERSION:
            raise Unsupported(
                f"{what} was written by a newer Holdfast.",
                code="STATE-NEWER",
                hint="Update Holdfast on this computer. Nothing was changed.",
            )
        state = msgspec.convert(raw, Exported)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError, TypeError, ValueError) as error:
        raise UsageError(f"{what} cannot be read: {error}.", hint="holdfast settings export FILE makes one.") from error
    _check(state, what)
    return state


def _check(state: Exported, what: str) -> None:
    """A file may have been edited by hand: names that can be shown, no password, settings that exist."""
    for noun, records in (
        ("account", state.accounts), ("storage", state.storages), ("site", state.sites), ("schedule", state.schedules),
        ("receiver", state.receivers),
    ):  # fmt: skip
        for record in records:
            check_name(record.name, noun)
            if not record.id:
                raise UsageError(f"{what}: the {noun} {record.name!r} has no id.")
            if _PASSWORD_IN_URL.search(" ".join(_texts(msgspec.to_builtins(record)))):
                raise UsageError(
                    f"{what}: the {noun} {record.name!r} has a password in an address.", hint="Take it out; secrets are entered afterwards."
                )
    if any(one.state == "waiting" for one in state.slots) or any(when.tzinfo is None for when in state.pauses.values()):
        raise UsageError(f"{what} says of schedules what cannot be.")
    settings = Settings()
    for name, value in state.settings.items():
        if name in Settings.__struct_fields__:
            settings = change_setting(settings, name, value)


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
