"""Who is told, and what waits to be told: rows of ``state.db``, so that nothing is forgotten over a restart.

A row is claimed by pushing its time forward: a program that dies in between has sent it perhaps, and another one sends it again under the
same id. What must arrive in order (a ping's start before its end) waits for the older rows of its endpoint.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence

import msgspec

from holdfast.errors import NotFound, UsageError
from holdfast.state.database import Database
from holdfast.state.entries import check_name
from holdfast.telling.endpoints import DESKTOP, Endpoint

LEASE = 90.0
"""Seconds in which whoever claimed a row must have sent it."""
_LONGEST_WAIT = 86_400.0


class Endpoints:
    """The table of whom we tell, by name without regard to case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Endpoint]:
        rows = self._database.read("SELECT record FROM endpoints ORDER BY name COLLATE NOCASE")
        return [msgspec.json.decode(row[0], type=Endpoint) for row in rows]

    def get(self, name: str) -> Endpoint:
        found = next((one for one in self.all() if one.name.lower() == name.lower()), None)
        if found is None:
            known = ", ".join(one.name for one in self.all())
            raise NotFound(
                f"Nobody called {name!r} is told.",
                code="NO-ENDPOINT",
                hint=f"Known: {known}." if known else "holdfast notify add webhook …",
            )
        return found

    def by_id(self, endpoint: str) -> Endpoint | None:
        row = self._database.read_one("SELECT record FROM endpoints WHERE id = ?", (endpoint,))
        return None if row is None else msgspec.json.decode(row[0], type=Endpoint)

    def add(self, endpoint: Endpoint) -> None:
        check_name(endpoint.name, "receiver")
        if endpoint.name.lower() == DESKTOP:
            raise UsageError(f"{DESKTOP!r} stands for the notices of this desktop.", hint="Choose another name.")
        try:
            with self._database.write() as connection:
                connection.execute(
                    "INSERT INTO endpoints (id, name, record) VALUES (?,?,?)",
                    (endpoint.id, endpoint.name, msgspec.json.encode(endpoint).decode()),
                )
        except sqlite3.IntegrityError as error:
            raise UsageError(f"There is a receiver {endpoint.name!r} already.", hint="Choose another name.") from error

    def update(self, endpoint: Endpoint) -> None:
        """Does nothing when it was removed meanwhile."""
        with self._database.write() as connection:
            connection.execute("UPDATE endpoints SET record = ? WHERE id = ?", (msgspec.json.encode(endpoint).decode(), endpoint.id))

    def remove(self, endpoint: Endpoint) -> None:
        """With all that waits for it."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM endpoints WHERE id = ?", (endpoint.id,))
            connection.execute("DELETE FROM outbox WHERE endpoint = ?", (endpoint.id,))


class Waiting(msgspec.Struct, frozen=True):
    """One row. `signal`: what of a ping; empty for a webhook, whose `message` is its id. `attempts`: this one included."""

    number: int
    endpoint: str
    message: str
    signal: str
    job: str
    body: str
    made_at: float
    due_at: float
    attempts: int


_COLUMNS = "number, endpoint, message, signal, job, body, made_at, due_at, attempts"


class Outbox:
    """The table of what waits. Times are seconds since the epoch."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, endpoint: str, *, message: str, signal: str, job: str, body: str, in_order: bool) -> None:
        now = time.time()
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO outbox (endpoint, message, in_order, signal, job, body, made_at, due_at) VALUES (?,?,?,?,?,?,?,?)",
                (endpoint, message, in_order, signal, job, body, now, now),
            )

    def claim(self, most: int = 8) -> list[Waiting]:
        """Rows that are due, oldest first, for this caller alone."""
        now = time.time()
        never = now + _LONGEST_WAIT  # due later than anything can be: the clock was set back since
        if self._database.read_one("SELECT 1 FROM outbox WHERE due_at <= ? OR due_at > ? LIMIT 1", (now, never)) is None:
            return []
        with self._database.write() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM outbox AS o WHERE (due_at <= ? OR due_at > ?) AND NOT (in_order AND EXISTS "  # noqa: S608 - our own words
                "(SELECT 1 FROM outbox AS older WHERE older.endpoint = o.endpoint AND older.number < o.number)) ORDER BY number LIMIT ?",
                (now, never, most),
            ).fetchall()
            claimed = [msgspec.structs.replace(Waiting(*row), due_at=now + LEASE, attempts=row[8] + 1) for row in rows]
            connection.executemany(
                "UPDATE outbox SET due_at = ?, attempts = ? WHERE number = ?", [(one.due_at, one.attempts, one.number) for one in claimed]
            )
        return claimed

    def done(self, number: int) -> None:
        """It was taken, or is given up."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM outbox WHERE number = ?", (number,))

    def later(self, number: int, seconds: float) -> None:
        with self._database.write() as connection:
            connection.execute("UPDATE outbox SET due_at = ? WHERE number = ?", (time.time() + seconds, number))

    def drop_for(self, endpoint: str) -> None:
        with self._database.write() as connection:
            connection.execute("DELETE FROM outbox WHERE endpoint = ?", (endpoint,))

    def next_due(self) -> float | None:
        """When the next row is due; None when nothing waits."""
        row = self._database.read_one("SELECT min(due_at) FROM outbox")
        return None if row is None or row[0] is None else float(row[0])

    def waiting(self) -> dict[str, int]:
        """How many rows wait for each endpoint."""
        return {row[0]: row[1] for row in self._database.read("SELECT endpoint, count(*) FROM outbox GROUP BY endpoint")}

    def all(self) -> Sequence[Waiting]:
        return [Waiting(*row) for row in self._database.read(f"SELECT {_COLUMNS} FROM outbox ORDER BY number")]  # noqa: S608 - our own words
