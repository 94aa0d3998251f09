"""Bringing a carried state (`holdfast.state.exported`) into a home: first as a plan that can be seen, then in one transaction.

Nothing that is here is removed. What is the same thing is found by its id, else by its name (storages: by their repository), and keeps
the id and the name it has here; whatever refers to it follows. A name that is taken by something else gets a number.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, TypeVar

import msgspec

from holdfast.errors import UsageError
from holdfast.records import Account, Schedule, Site, StorageEntry
from holdfast.state.database import Database, to_text, utc_now
from holdfast.state.exported import OF_THIS_COMPUTER, Exported, Fact, Past
from holdfast.state.schedules import ALL_SITES, Decision, slot_row
from holdfast.state.settings import Settings, change_setting
from holdfast.telling.endpoints import Endpoint

R = TypeVar("R", Account, StorageEntry, Site, Schedule, Endpoint)
Action = Literal["added", "changed", "same", "kept"]


class Change(msgspec.Struct, frozen=True):
    """What becomes of one thing. `kept`: it is here and differs, and stays as it is here. `fields`: name -> [old, new]."""

    noun: str
    name: str
    action: Action
    fields: dict[str, tuple[Any, Any]] = {}
    note: str = ""


class Merge(msgspec.Struct, frozen=True):
    """The plan: `changes` for people, the rest for `apply`."""

    changes: tuple[Change, ...]
    accounts: tuple[Account, ...]
    storages: tuple[StorageEntry, ...]
    sites: tuple[Site, ...]
    schedules: tuple[Schedule, ...]
    settings: Settings
    history: tuple[Past, ...] = ()
    facts: tuple[Fact, ...] = ()
    receivers: tuple[Endpoint, ...] = ()
    """Those that are new here, or changed."""
    pauses: dict[str, datetime] = {}
    slots: tuple[Decision, ...] = ()


class _Names:
    """Which names are taken, without regard to case."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {name.lower() for name in taken}

    def free(self, name: str) -> str:
        number, found = 1, name
        while found.lower() in self._taken:
            number += 1
            found = f"{name[:90]} ({number})"
        self._taken.add(found.lower())
        return found


def merge(here: Exported, settings: Settings, given: Exported, *, only_add: bool = False) -> Merge:
    """How `given` comes into a home that holds `here` with `settings`. `only_add`: what is here stays as it is.

    The slots of a schedule that is new here count from when the state was sealed (before, another computer decided them), and for a file
    from now on.
    """
    counts_from = given.made_at if only_add else datetime.now(UTC)
    changes: list[Change] = []

    def bring(
        noun: str, mine: Sequence[R], theirs: Sequence[R], same: Callable[[R, R], bool], keep: tuple[str, ...] = ()
    ) -> list[tuple[R, R]]:
        """(as given, as it will be here) of each."""
        names = _Names(one.name for one in mine)
        pairs = []
        for record in theirs:
            old = next((one for one in mine if one.id == record.id), None) or next((one for one in mine if same(one, record)), None)
            if old is None:
                new = msgspec.structs.replace(record, name=names.free(record.name)) if record.name else record
                note = "" if new.name == record.name else f"the name {record.name!r} is taken"
                changes.append(Change(noun, new.name or record.id, "added", note=note))
            else:
                stays = {name: getattr(old, name) for name in ("id", "name", "created_at", *keep)}
                new = msgspec.structs.replace(record, **stays)
                fields = _differences(old, new)
                action: Action = "same" if not fields else "kept" if only_add else "changed"
                changes.append(Change(noun, old.name or old.id, action, fields))
                new = old if only_add else new
            pairs.append((record, new))
        return pairs

    accounts = bring("account", here.accounts, given.accounts, lambda a, b: a.name.lower() == b.name.lower() and a.system == b.system)
    # The place of a repository may differ from computer to computer (another mount point): it is the entry here that knows it.
    storages = bring("storage", here.storages, given.storages, _same_repository, ("location", "options", "repository_id"))
    account_ids = {old.id: new.id for old, new in accounts}
    storage_names = {old.name.lower(): new.name for old, new in storages}
    sites = bring(
        "site",
        here.sites,
        [
            msgspec.structs.replace(
                site, account=account_ids.get(site.account, site.account), storage=storage_names.get(site.storage.lower(), site.storage)
            )
            for site in given.sites
        ],
        lambda a, b: a.name.lower() == b.name.lower() and a.system == b.system,
    )
    site_ids = {old.id: new.id for old, new in sites}
    schedules = bring(
        "schedule",
        here.schedules,
        [
            msgspec.structs.replace(
                one,
                site=site_ids.get(one.site, one.site),
                keep_in=storage_names.get(one.keep_in.lower(), one.keep_in),
                counts_from=max(counts_from, one.counts_from or counts_from),
            )
            for one in given.schedules
        ],
        lambda a, b: a.name.lower() == b.name.lower() and a.site == b.site and a.tag == b.tag,
        ("counts_from",),
    )
    receivers = bring(
        "receiver",
        here.receivers,
        [msgspec.structs.replace(one, sites=tuple(site_ids.get(site, site) for site in one.sites)) for one in given.receivers],
        lambda a, b: a.name.lower() == b.name.lower() and a.kind == b.kind,
        # Where it is told is a secret of this computer, and how that went is its own matter.
        ("host", "disabled", "last_at", "trouble"),
    )
    site_names = {site.id: site.name for site in (*here.sites, *(new for _, new in sites))} | {ALL_SITES: "all sites"}
    given_pauses = {site_ids.get(site, site): until for site, until in given.pauses.items()}
    pauses = _pauses(here.pauses, given_pauses, site_names, changes, only_add=only_add)
    new_schedules = {new.id for _, new in schedules} - {one.id for one in here.schedules}
    changed = _settings(settings, given, changes, only_add=only_add)
    return Merge(
        tuple(changes),
        tuple(new for _, new in accounts),
        tuple(new for _, new in storages),
        tuple(new for _, new in sites),
        tuple(new for _, new in schedules),
        changed,
        tuple(msgspec.structs.replace(past, site_id=site_ids.get(past.site_id, past.site_id)) for past in given.history),
        given.facts,
        tuple(new for _, new in receivers if new not in here.receivers),
        pauses,
        # A schedule that is here already has its own table of slots.
        tuple(
            msgspec.structs.replace(one, slot=msgspec.structs.replace(one.slot, site=site_ids.get(one.slot.site, one.slot.site)))
            for one in given.slots
            if one.slot.schedule in new_schedules
        ),
    )


def _pauses(
    here: Mapping[str, datetime], given: Mapping[str, datetime], names: Mapping[str, str], changes: list[Change], *, only_add: bool
) -> dict[str, datetime]:
    """Those to be written: of sites that are known, and not over."""
    wanted: dict[str, datetime] = {}
    for site, until in given.items():
        if site not in names or until <= datetime.now(UTC):
            continue
        old = here.get(site)
        action: Action = "added" if old is None else "same" if old == until else "kept" if only_add else "changed"
        fields = {"until": (old.isoformat(), until.isoformat())} if old is not None and old != until else {}
        changes.append(Change("pause", names[site], action, fields))
        if action in {"added", "changed"}:
            wanted[site] = until
    return wanted


def _same_repository(a: StorageEntry, b: StorageEntry) -> bool:
    if a.repository_id and b.repository_id:
        return a.repository_id == b.repository_id
    return a.name.lower() == b.name.lower() and a.location == b.location


def _differences(old: msgspec.Struct, new: msgspec.Struct) -> dict[str, tuple[Any, Any]]:
    before, after = msgspec.to_builtins(old), msgspec.to_builtins(new)
    return {name: (before[name], after[name]) for name in before if before[name] != after[name]}


def _settings(now: Settings, given: Exported, changes: list[Change], *, only_add: bool) -> Settings:
    """`only_add`: a value that was turned here stays."""
    standard = Settings()
    for name, value in given.settings.items():
        if name in OF_THIS_COMPUTER or name not in Settings.__struct_fields__:
            continue
        changed = change_setting(now, name, value)
        if changed == now:
            continue
        old, new = getattr(now, name), getattr(changed, name)
        if only_add and old != getattr(standard, name):
            changes.append(Change("setting", name, "kept", {name: (old, new)}))
            continue
        changes.append(Change("setting", name, "changed", {name: (old, new)}))
        now = changed
    return now


def apply(database: Database, plan: Merge) -> int:
    """Write the plan's records and history, all or nothing; how many runs were new. The settings are the caller's to save."""
    with database.write() as connection:
        try:
            for table, records in (
                ("accounts", plan.accounts),
                ("storages", plan.storages),
                ("sites", plan.sites),
                ("schedules", plan.schedules),
                ("endpoints", plan.receivers),
            ):
                _put(connection, table, records)
        except sqlite3.IntegrityError as error:
            raise UsageError("What is imported does not fit what is here: two things would have one name.") from error
        connection.executemany(
            "INSERT OR REPLACE INTO pauses (site, until, since) VALUES (?,?,?)",
            [(site, _text(until), utc_now()) for site, until in plan.pauses.items()],
        )
        connection.executemany(
            "INSERT OR IGNORE INTO slots (schedule, site, key, due_at, decided_at, state, reason, details, job) VALUES (?,?,?,?,?,?,?,?,?)",
            [slot_row(one) for one in plan.slots],
        )
        before = connection.total_changes
        connection.executemany(
            "INSERT OR IGNORE INTO jobs (id, verb, site_id, site, storage, started_at, ended_at, outcome, step, backup_id, warnings, "
            "failure, result, origin) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            [_job_row(past) for past in plan.history],
        )
        added = connection.total_changes - before
        connection.executemany(
            "INSERT OR IGNORE INTO facts (subject, name, at, value) VALUES (?,?,?,?)",
            [(fact.subject, fact.name, fact.at, msgspec.json.encode(fact.value).decode()) for fact in plan.facts],
        )
    return added


def new_runs(database: Database, plan: Merge) -> int:
    """How many runs of the plan are not in the history here."""
    known = {row[0] for row in database.read("SELECT id FROM jobs")}
    return sum(past.job.id not in known for past in plan.history)


def _put(connection: sqlite3.Connection, table: str, records: Iterable[Account | StorageEntry | Site | Schedule | Endpoint]) -> None:
    connection.executemany(
        f"INSERT INTO {table} (id, name, record) VALUES (?, ?, ?) "  # noqa: S608 - our own word
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, record = excluded.record",
        [(record.id, record.name, msgspec.json.encode(record).decode()) for record in records],
    )


def _job_row(past: Past) -> tuple[Any, ...]:
    """A run that was open when it was sealed ended somewhere else: nobody here knows how."""
    job = past.job
    failure = None if job.failure is None else msgspec.json.encode(job.failure).decode()
    started = job.started_at or job.ended_at
    return (
        job.id, job.verb, past.site_id, job.site, job.storage, _text(started), _text(job.ended_at or started), job.outcome or "abandoned",
        job.step, job.backup_id, msgspec.json.encode(job.warnings).decode(), failure, msgspec.json.encode(job.result).decode(), job.trigger,
    )  # fmt: skip


def _text(when: Any) -> str:
    return to_text(when.timestamp() if when is not None else 0.0)
