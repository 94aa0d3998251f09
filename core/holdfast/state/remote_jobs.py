"""What runs on sites because we asked for it: written before the call that starts it, gone when its end is known.

A row that is still here when Holdfast starts is work that may still run there. A row without a backup: the answer to the call that
started it was never seen; the backup is found again by its mark, which is the job's id.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from datetime import datetime
from typing import Any, Literal

import msgspec

from holdfast.state.database import Database, Row, utc_now
from holdfast.state.processes import is_alive, process_mark
from holdfast.state.remembered import revise


class RemoteJob(msgspec.Struct, frozen=True):
    job: str
    site_id: str
    what: Literal["backup", "restore", "staging", "migration"]
    backup: str
    """The site's name for it; of a staging copy or a migration that job's id."""
    started_at: datetime
    state: dict[str, Any] = {}
    """What the work was started with, and what the site named it."""


def intend(database: Database, job: str, site_id: str, what: str, *, backup: str = "", state: dict[str, Any] | None = None) -> None:
    """Before the call."""
    with database.write() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO remote_jobs (job, site_id, what, backup, started_at, state) VALUES (?,?,?,?,?,?)",
            (job, site_id, what, backup, utc_now(), _text(state or {})),
        )


def known(database: Database, job: str, backup: str, state: dict[str, Any]) -> None:
    """The site has named what it works on."""
    row = database.read_one("SELECT state FROM remote_jobs WHERE job = ?", (job,))
    if row is None:
        return
    merged = msgspec.json.decode(row[0], type=dict[str, Any]) | state
    with database.write() as connection:
        connection.execute("UPDATE remote_jobs SET backup = ?, state = ? WHERE job = ?", (backup, _text(merged), job))


def done(database: Database, job: str) -> None:
    with database.write() as connection:
        connection.execute("DELETE FROM remote_jobs WHERE job = ?", (job,))


def open_jobs(database: Database, site_id: str | None = None) -> list[RemoteJob]:
    """Newest first; of one site, or of all."""
    rows = database.read(
        "SELECT job, site_id, what, backup, started_at, state FROM remote_jobs WHERE ? IS NULL OR site_id = ? ORDER BY started_at DESC",
        (site_id, site_id),
    )
    return [_job(row) for row in rows]


def claim(database: Database, jobs: Collection[str]) -> set[str]:
    """Those of `jobs` (of rows that are open, all of them) that no other living program of this home follows: this one does from now on."""
    me, taken = f"{os.getpid()} {process_mark(os.getpid())}", set[str]()

    def change(value: dict[str, Any]) -> dict[str, Any]:
        kept = {job: who for job, who in value.get("by", {}).items() if job in jobs and (who == me or _lives(who))}
        taken.update(job for job in jobs if kept.get(job, me) == me)
        return {"by": {**kept, **dict.fromkeys(taken, me)}}

    if jobs:
        revise(database, "remote jobs", "followed", change)
    return taken


def _lives(who: str) -> bool:
    pid, _, mark = who.partition(" ")
    return is_alive(int(pid), mark)


def forget_site(database: Database, site_id: str) -> None:
    with database.write() as connection:
        connection.execute("DELETE FROM remote_jobs WHERE site_id = ?", (site_id,))


def _job(row: Row) -> RemoteJob:
    return RemoteJob(row[0], row[1], row[2], row[3], datetime.fromisoformat(row[4]), msgspec.json.decode(row[5], type=dict[str, Any]))


def _text(value: dict[str, Any]) -> str:
    return msgspec.json.encode(value).decode()
