"""Schedules, what became of each slot of theirs, and pauses: three tables of ``state.db``.

A slot is decided once: the row that `Slots.claim` writes is the decision, also between processes. ``waiting`` decides nothing yet.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal

import msgspec

from holdfast.records import Schedule
from holdfast.scheduling import Slot
from holdfast.scheduling.slots import ZONES_APART
from holdfast.state.database import Database, Row, to_text, utc_now
from holdfast.state.entries import Entries

SlotState = Literal["run", "late", "skipped", "missed", "waiting"]
RUNNING = "RUNNING"
"""The reason of a slot that was claimed and has not told its end."""
ALL_SITES = ""
"""In place of a site's id: a pause for all."""
_COLUMNS = "schedule, site, key, due_at, decided_at, state, reason, details, job"


class Decision(msgspec.Struct, frozen=True):
    """What became of a slot. `reason` is a code; for ``waiting`` why it does not run yet."""

    slot: Slot
    decided_at: datetime
    state: SlotState
    reason: str = ""
    details: dict[str, Any] = {}
    job: str = ""


def forget_schedules(database: Database, site_id: str) -> None:
    """The site is gone: its schedules go, and what became of its slots, and its pause."""
    with database.write() as connection:
        connection.execute("DELETE FROM schedules WHERE json_extract(record, '$.site') = ?", (site_id,))
        connection.execute("DELETE FROM slots WHERE site = ?", (site_id,))
        connection.execute("DELETE FROM pauses WHERE site = ?", (site_id,))


def schedules_of(database: Database) -> Entries[Schedule]:
    return Entries(database, "schedules", Schedule, "schedule")


class Slots:
    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self, slot: Slot, job: str = "", *, late: bool = False, details: dict[str, Any] | None = None) -> bool:
        """Take the slot for a run (state ``run``, or ``late``): True for exactly one caller, in whatever process, ever. Its reason is
        `RUNNING` until `decide` tells the end."""
        told = msgspec.json.encode(details or {}).decode()
        with self._database.write() as connection:
            cursor = connection.execute(
                "INSERT INTO slots (schedule, site, key, due_at, decided_at, state, reason, details, job) VALUES (?,?,?,?,?,?,?,?,?) "
                "ON CONFLICT (schedule, site, key) DO UPDATE SET due_at = excluded.due_at, decided_at = excluded.decided_at, "
                "state = excluded.state, reason = excluded.reason, details = excluded.details, job = excluded.job "
                "WHERE slots.state = 'waiting'",
                (slot.schedule, slot.site, slot.key, _text(slot.due_at), utc_now(), "late" if late else "run", RUNNING, told, job),
            )
            return cursor.rowcount == 1

    def attach(self, slot: Slot, job: str) -> None:
        """The job that runs a claimed slot has begun."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE slots SET job = ? WHERE schedule = ? AND site = ? AND key = ?", (job, slot.schedule, slot.site, slot.key)
            )

    def again(self, slot: Slot, reason: str, details: dict[str, Any] | None = None) -> None:
        """The run that a slot was claimed for came to nothing: it waits for another one. For whoever claimed it, or after their death."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE slots SET state = 'waiting', reason = ?, details = ?, decided_at = ? WHERE schedule = ? AND site = ? AND key = ?",
                (reason, msgspec.json.encode(details or {}).decode(), utc_now(), slot.schedule, slot.site, slot.key),
            )

    def open(self) -> list[Decision]:
        """The slots that wait, and those that are claimed and have not told their end; oldest first."""
        rows = self._database.read(
            f"SELECT {_COLUMNS} FROM slots WHERE state = 'waiting' OR reason = '{RUNNING}' ORDER BY due_at, key"  # noqa: S608 - our own words
        )
        return [_decision(row) for row in rows]

    def newest(self, schedule_id: str, site_id: str, now: datetime) -> datetime | None:
        """When the newest decided slot up to `now` was due."""
        row = self._database.read_one(
            "SELECT due_at FROM slots WHERE schedule = ? AND site = ? AND due_at <= ? AND state <> 'waiting' ORDER BY due_at DESC LIMIT 1",
            (schedule_id, site_id, _text(now)),
        )
        return None if row is None else datetime.fromisoformat(row[0])

    def decide(self, slot: Slot, state: SlotState, reason: str = "", details: dict[str, Any] | None = None) -> None:
        """Write what became of a slot. ``waiting`` never takes back a decision; else the last word counts, and the job stays named."""
        self.decide_all([slot], state, reason, details)

    def decide_all(self, slots: list[Slot], state: SlotState, reason: str = "", details: dict[str, Any] | None = None) -> None:
        """The same for many, in one transaction."""
        now, told = utc_now(), msgspec.json.encode(details or {}).decode()
        only = " WHERE slots.state = 'waiting'" if state == "waiting" else ""
        with self._database.write() as connection:
            connection.executemany(
                "INSERT INTO slots (schedule, site, key, due_at, decided_at, state, reason, details) VALUES (?,?,?,?,?,?,?,?) "  # noqa: S608 - our own words
                "ON CONFLICT (schedule, site, key) DO UPDATE SET decided_at = excluded.decided_at, state = excluded.state, "
                f"reason = excluded.reason, details = excluded.details{only}",
                [(one.schedule, one.site, one.key, _text(one.due_at), now, state, reason, told) for one in slots],
            )

    def take_back(self, now: datetime) -> None:
        """After the clock was set back: a slot that did not run because a newer one stood for it (``into`` in its details: that one's key)
        is open again when either is still to come. What ran stays decided."""
        if self._database.read_one("SELECT 1 FROM slots WHERE due_at > ? LIMIT 1", (_text(now),)) is None:
            return
        with self._database.write() as connection:
            connection.execute(
                "DELETE FROM slots WHERE state IN ('missed', 'skipped') AND json_extract(details, '$.into') <> '' AND (due_at > :now "
                "OR EXISTS (SELECT 1 FROM slots AS later WHERE later.schedule = slots.schedule AND later.site = slots.site "
                "AND later.due_at > :now AND later.key = json_extract(slots.details, '$.into')))",
                {"now": _text(now)},
            )

    def release(self, slot: Slot) -> None:
        """Take back a claim: the run it was for never began. The slot is open again."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM slots WHERE schedule = ? AND site = ? AND key = ?", (slot.schedule, slot.site, slot.key))

    def of(self, site_id: str, since: datetime) -> list[Decision]:
        """What became of the slots of a site that were due after `since`, newest first."""
        rows = self._database.read(
            f"SELECT {_COLUMNS} FROM slots WHERE site = ? AND due_at > ? ORDER BY due_at DESC, key DESC",  # noqa: S608 - our own words
            (site_id, _text(since)),
        )
        return [_decision(row) for row in rows]

    def decided(self, schedule_id: str, since: datetime, site_id: str | None = None) -> set[str]:
        """The keys of decided slots (of all sites of the schedule, or of one), as `holdfast.scheduling.due` wants them.

        Due times move with the zone, keys do not: two days more are looked at.
        """
        rows = self._database.read(
            "SELECT key FROM slots WHERE schedule = ? AND (? IS NULL OR site = ?) AND state <> 'waiting' AND due_at > ?",
            (schedule_id, site_id, site_id, to_text(since.timestamp() - 2 * 86_400)),
        )
        return {row[0] for row in rows}

    def last(self) -> dict[tuple[str, str], Decision]:
        """The last slot that ran, by (schedule id, site id)."""
        rows = self._database.read(
            f"SELECT {_COLUMNS}, max(decided_at) FROM slots WHERE state IN ('run', 'late') GROUP BY schedule, site"  # noqa: S608 - our own words
        )
        return {(row[0], row[1]): _decision(row) for row in rows}

    def newest_of_all(self, now: datetime) -> list[Decision]:
        """Of each schedule and site what was decided lately, and is over: enough for another home to know which slots are not its own. It
        reaches back from the newest as far as a slot of today may have been due in another zone."""
        ended = f"state <> 'waiting' AND reason <> '{RUNNING}'"
        newest = self._database.read(
            f"SELECT schedule, site, max(due_at) FROM slots WHERE {ended} AND due_at <= ? GROUP BY schedule, site",  # noqa: S608 - our own words
            (_text(now),),
        )
        found: list[Decision] = []
        for schedule, site, due_at in newest:
            since = _text(datetime.fromisoformat(due_at) - 2 * ZONES_APART)
            rows = self._database.read(
                f"SELECT {_COLUMNS} FROM slots WHERE schedule = ? AND site = ? AND due_at BETWEEN ? AND ? AND {ended} ORDER BY due_at",  # noqa: S608 - our own words
                (schedule, site, since, due_at),
            )
            found += [_decision(row) for row in rows]
        return found

    def forget(self, schedule_id: str) -> None:
        """The schedule is gone; what became of its slots is history that nobody asks for."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM slots WHERE schedule = ?", (schedule_id,))


class Pauses:
    """No schedule runs before a moment of the wall clock: for one site, or for `ALL_SITES`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pause(self, site_id: str, until: datetime) -> None:
        with self._database.write() as connection:
            connection.execute("INSERT OR REPLACE INTO pauses (site, until, since) VALUES (?,?,?)", (site_id, _text(until), utc_now()))

    def resume(self, site_id: str) -> None:
        """End the pause of a site; of `ALL_SITES`: every pause."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM pauses WHERE ? = '' OR site = ?", (site_id, site_id))

    def paused_until(self, site_id: str, now: datetime | None = None) -> datetime | None:
        """When the longest pause that holds for this site ends; None when none does."""
        held = self.all(now)
        return max((held[one] for one in (site_id, ALL_SITES) if one in held), default=None)

    def all(self, now: datetime | None = None) -> dict[str, datetime]:
        """All that hold, by site id (`ALL_SITES` for all)."""
        moment = utc_now() if now is None else _text(now)
        rows = self._database.read("SELECT site, until FROM pauses WHERE until > ?", (moment,))
        return {row[0]: datetime.fromisoformat(row[1]) for row in rows}


def slot_row(one: Decision) -> tuple[Any, ...]:
    """As the table of slots has it."""
    details = msgspec.json.encode(one.details).decode()
    slot = one.slot
    return slot.schedule, slot.site, slot.key, _text(slot.due_at), _text(one.decided_at), one.state, one.reason, details, one.job


def _decision(row: Row) -> Decision:
    slot = Slot(row[0], row[1], row[2], datetime.fromisoformat(row[3]))
    return Decision(slot, datetime.fromisoformat(row[4]), row[5], row[6], msgspec.json.decode(row[7], type=dict[str, Any]), row[8])


def _text(moment: datetime) -> str:
    return to_text(moment.astimezone(UTC).timestamp())
