"""Two small tables of ``state.db``: the audit trail (what was changed), and facts (the last answer to a costly question)."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec

from holdfast.state.database import Database, Row, utc_now


class AuditRow(msgspec.Struct, frozen=True):
    at: datetime
    action: str
    subject: str
    outcome: str
    details: dict[str, Any]
    """``who``: the user of this computer, as USER@HOST; ``account``: whose credential signed."""
    number: int = 0


def note(database: Database, action: str, subject: str, outcome: str = "done", **details: Any) -> None:
    """Write into the audit trail, with who it was. `details` hold no secret."""
    details = {"who": this_user(), **details}
    with database.write() as connection:
        connection.execute(
            "INSERT INTO audit (at, action, subject, outcome, details) VALUES (?,?,?,?,?)",
            (utc_now(), action, subject, outcome, msgspec.json.encode(details).decode()),
        )


def audit_page(database: Database, limit: int, offset: int) -> tuple[list[AuditRow], int]:
    """Newest first, and how many there are in all."""
    total = database.read_one("SELECT count(*) FROM audit")
    rows = database.read(f"SELECT {_AUDIT} FROM audit ORDER BY number DESC LIMIT ? OFFSET ?", (limit, offset))  # noqa: S608 - our own word
    return [_audit_row(row) for row in rows], int(total[0]) if total else 0


def audit_after(database: Database, number: int, limit: int) -> list[AuditRow]:
    """Rows after the one with this number, oldest first."""
    rows = database.read(f"SELECT {_AUDIT} FROM audit WHERE number > ? ORDER BY number LIMIT ?", (number, limit))  # noqa: S608 - our own word
    return [_audit_row(row) for row in rows]


_AUDIT = "at, action, subject, outcome, details, number"


def _audit_row(row: Row) -> AuditRow:
    at, action, subject, outcome, details, number = row
    return AuditRow(datetime.fromisoformat(at), action, subject, outcome, msgspec.json.decode(details, type=dict[str, Any]), number)


@functools.cache
def this_user() -> str:
    """USER@HOST of this computer, for the trail."""
    try:
        import pwd

        user = pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        user = os.environ.get("USERNAME", "") or (str(os.getuid()) if hasattr(os, "getuid") else "")
    host = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{user}@{host}"


def remember(database: Database, subject: str, name: str, value: dict[str, Any]) -> None:
    """Keep the last answer about `subject` (an id)."""
    with database.write() as connection:
        connection.execute(
            "INSERT INTO facts (subject, name, at, value) VALUES (?,?,?,?) "
            "ON CONFLICT (subject, name) DO UPDATE SET at = excluded.at, value = excluded.value",
            (subject, name, utc_now(), msgspec.json.encode(value).decode()),
        )


def revise(database: Database, subject: str, name: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Replace a fact by what `change` makes of it (empty: there was none), in one transaction: two programs do not overtake each other."""
    with database.write() as connection:
        row = connection.execute("SELECT value FROM facts WHERE subject = ? AND name = ?", (subject, name)).fetchone()
        value = change({} if row is None else msgspec.json.decode(row[0], type=dict[str, Any]))
        connection.execute(
            "INSERT INTO facts (subject, name, at, value) VALUES (?,?,?,?) "
            "ON CONFLICT (subject, name) DO UPDATE SET at = excluded.at, value = excluded.value",
            (subject, name, utc_now(), msgspec.json.encode(value).decode()),
        )


def recall(database: Database, name: str) -> dict[str, dict[str, Any]]:
    """All facts of one name by subject, each with ``at``."""
    rows = database.read("SELECT subject, at, value FROM facts WHERE name = ?", (name,))
    return {subject: {**msgspec.json.decode(value, type=dict[str, Any]), "at": at} for subject, at, value in rows}


def forget_facts(database: Database, subject: str) -> None:
    with database.write() as connection:
        connection.execute("DELETE FROM facts WHERE subject = ?", (subject,))


def move_facts(database: Database, old: str, new: str) -> None:
    """What is known of `old` is known of `new` from now on (a backup that was stored anew under another id)."""
    with database.write() as connection:
        connection.execute("UPDATE OR REPLACE facts SET subject = ? WHERE subject = ?", (new, old))
