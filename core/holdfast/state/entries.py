"""The user's sites, storages, accounts and schedules in ``state.db``: whole records under an id, found by name without regard to case."""

from __future__ import annotations

import re
import secrets
import sqlite3
import uuid
from typing import Generic, TypeVar

import msgspec

from holdfast.errors import NotFound, UsageError
from holdfast.records import Account, Schedule, Site, StorageEntry
from holdfast.state.database import Database

R = TypeVar("R", Site, StorageEntry, Account, Schedule)

_NAME = re.compile(r"[^\x00-\x1f\x7f/\\]{1,100}")


def new_id() -> str:
    return str(uuid.UUID(bytes=secrets.token_bytes(16), version=4))


class Entries(Generic[R]):
    """One of their tables. Errors: NotFound for an unknown name, UsageError for a name that is taken or cannot be."""

    def __init__(self, database: Database, table: str, kind: type[R], noun: str) -> None:
        self._database = database
        self._table = table
        self._kind: type[R] = kind
        self._noun = noun

    def all(self) -> list[R]:
        rows = self._database.read(f"SELECT record FROM {self._table} ORDER BY name COLLATE NOCASE")  # noqa: S608 - our own word
        return [self._decode(row[0]) for row in rows]

    def get(self, name: str) -> R:
        row = self._database.read_one(f"SELECT record FROM {self._table} WHERE name = ?", (name,))  # noqa: S608 - our own word
        if row is None:
            raise NotFound(f"There is no {self._noun} {name!r}.", code=f"NO-{self._noun.upper()}", hint=self._known())
        return self._decode(row[0])

    def find(self, name: str) -> R | None:
        row = self._database.read_one(f"SELECT record FROM {self._table} WHERE name = ?", (name,))  # noqa: S608 - our own word
        return None if row is None else self._decode(row[0])

    def must_be_free(self, name: str, *, but: str = "") -> None:
        """UsageError when another record than `but` (an id) has the name."""
        found = self.find(name)
        if found is not None and found.id != but:
            raise self._taken(name)

    def put(self, record: R) -> R:
        """Add, or replace the record with the same id."""
        check_name(record.name, self._noun)
        text = msgspec.json.encode(record).decode()
        try:
            with self._database.write() as connection:
                connection.execute(
                    f"INSERT INTO {self._table} (id, name, record) VALUES (?, ?, ?) "  # noqa: S608 - our own word
                    "ON CONFLICT (id) DO UPDATE SET name = excluded.name, record = excluded.record",
                    (record.id, record.name, text),
                )
        except sqlite3.IntegrityError as error:
            raise self._taken(record.name) from error
        return record

    def remove(self, record: R) -> None:
        with self._database.write() as connection:
            connection.execute(f"DELETE FROM {self._table} WHERE id = ?", (record.id,))  # noqa: S608 - our own word

    def _decode(self, text: str) -> R:
        record: R = msgspec.json.decode(text, type=self._kind)
        return record

    def _taken(self, name: str) -> UsageError:
        return UsageError(
            f"There is {'an' if self._noun[0] in 'aeiou' else 'a'} {self._noun} {name!r} already.", hint="Choose another name."
        )

    def _known(self) -> str:
        names = [record.name for record in self.all()]
        return f"Known: {', '.join(names[:20])}." if names else f"Add one first: holdfast {self._noun} add …"


def sites_of(database: Database) -> Entries[Site]:
    return Entries(database, "sites", Site, "site")


def storages_of(database: Database) -> Entries[StorageEntry]:
    return Entries(database, "storages", StorageEntry, "storage")


def accounts_of(database: Database) -> Entries[Account]:
    return Entries(database, "accounts", Account, "account")


def check_name(name: str, noun: str) -> None:
    """UsageError when `name` would be read as something else on the command line, or cannot be shown."""
    if not _NAME.fullmatch(name) or name != name.strip() or name.startswith(("@", "-")):
        raise UsageError(
            f"{name!r} cannot be the name of a {noun}.",
            hint="Up to 100 characters; no slash, no line break, no @ or - at its beginning.",
        )
