"""Jobs in ``state.db``: at once the history, the status now, and the place where another program asks for a stop.

A row is written before the work begins (intent), follows it, and is closed with its outcome. What a crash left open is closed as
``abandoned`` when the process that owned it is gone.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from holdfast.jobs.messages import Finished
from holdfast.records import Job
from holdfast.state.database import Database, Row, to_text, utc_now
from holdfast.state.processes import is_alive, process_mark

_COLUMNS = "id, verb, site, storage, started_at, ended_at, outcome, step, backup_id, warnings, failure, result, origin, pid, phases"
RESULT_LIMIT = 200_000
"""A longer result (a comparison of everything) is told by its event and not kept."""


class History:
    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, job: Job, *, site_id: str = "") -> None:
        """Intent: written before anything is done."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO jobs (id, verb, site_id, site, storage, started_at, origin, pid, pid_mark) VALUES (?,?,?,?,?,?,?,?,?)",
                (job.id, job.verb, site_id, job.site, job.storage, utc_now(), job.trigger, os.getpid(), process_mark(os.getpid())),
            )

    def step(self, job: str, step: str) -> None:
        with self._database.write() as connection:
            connection.execute("UPDATE jobs SET step = ? WHERE id = ? AND outcome = ''", (step, job))

    def end(self, finished: Finished, phases: Mapping[str, float] | None = None) -> None:
        """Close the row. The first end counts; a second one changes nothing. `phases`: how many seconds each took, in their order."""
        result = msgspec.json.encode(finished.result)
        failure = msgspec.json.encode(finished.failure).decode() if finished.failure is not None else None
        with self._database.write() as connection:
            connection.execute(
                "UPDATE jobs SET ended_at = ?, outcome = ?, warnings = ?, failure = ?, result = ?, backup_id = ?, phases = ? "
                "WHERE id = ? AND outcome = ''",
                (
                    utc_now(),
                    finished.outcome,
                    msgspec.json.encode(finished.warnings).decode(),
                    failure,
                    result.decode() if len(result) <= RESULT_LIMIT else "{}",
                    _backup_id(finished),
                    msgspec.json.encode({name: round(seconds, 3) for name, seconds in (phases or {}).items()}).decode(),
                    finished.job,
                ),
            )

    def close_abandoned(self) -> list[Job]:
        """Close what processes that are gone left open. Those that this call closed: of several programs each job is one's alone. Cheap
        when there is nothing."""
        rows = self._database.read("SELECT id, pid, pid_mark FROM jobs WHERE outcome = ''")
        dead = [row[0] for row in rows if not is_alive(row[1], row[2])]
        closed: list[str] = []
        if dead:
            now = utc_now()
            failure = (
                '{"kind":"internal","code":"INTERRUPTED","message":"Holdfast was ended while this ran.",'
                '"hint":"What was stored is used again by the next run.","retryable":true,"details":{}}'
            )
            with self._database.write() as connection:
                for job in dead:
                    update = "UPDATE jobs SET outcome = 'abandoned', ended_at = ?, failure = ? WHERE id = ? AND outcome = ''"
                    if connection.execute(update, (now, failure, job)).rowcount:
                        closed.append(job)
        return [found for found in map(self.get, closed) if found is not None]

    def running(self) -> list[Job]:
        return [_job(row) for row in self._database.read(f"SELECT {_COLUMNS} FROM jobs WHERE outcome = '' ORDER BY started_at")]  # noqa: S608 - our own words

    def page(
        self,
        *,
        site_id: str | None,
        site: str | None,
        outcome: str | None,
        limit: int,
        offset: int,
        since: datetime | None = None,
    ) -> tuple[list[Job], int]:
        """Jobs newest first, and how many there are in all."""
        where, values = ["1"], dict[str, object]()
        if since is not None:
            where.append("started_at >= :since")
            values["since"] = to_text(since.timestamp())
        if site_id is not None:
            where.append("site_id = :site_id")
            values["site_id"] = site_id
        if site is not None:
            where.append("site = :site")
            values["site"] = site
        if outcome is not None:
            where.append("outcome = :outcome")
            values["outcome"] = outcome
        condition = " AND ".join(where)
        total = self._database.read_one(f"SELECT count(*) FROM jobs WHERE {condition}", values)  # noqa: S608 - built of our own words
        rows = self._database.read(
            f"SELECT {_COLUMNS} FROM jobs WHERE {condition} ORDER BY started_at DESC, rowid DESC LIMIT :limit OFFSET :offset",  # noqa: S608 - the same
            {**values, "limit": limit, "offset": offset},
        )
        return [_job(row) for row in rows], int(total[0]) if total else 0

    def of_sites(self, since: str) -> dict[str, list[Job]]:
        """All jobs that started after `since` (as `utc_now` writes it) and the last 30 of each site before, newest first, by site id."""
        rows = self._database.read(
            f"SELECT {_COLUMNS}, site_id FROM (SELECT *, row_number() OVER (PARTITION BY site_id ORDER BY started_at DESC) AS place "  # noqa: S608 - our own words
            "FROM jobs WHERE site_id <> '') WHERE started_at >= ? OR place <= 30 ORDER BY started_at DESC",
            (since,),
        )
        found: dict[str, list[Job]] = {}
        for row in rows:
            found.setdefault(row[-1], []).append(_job(row[:-1]))
        return found

    def newest(self, limit: int) -> list[tuple[Job, str]]:
        """The newest runs with the ids of their sites, newest first; long results are left out."""
        rows = self._database.read(f"SELECT {_COLUMNS}, site_id FROM jobs ORDER BY started_at DESC, rowid DESC LIMIT ?", (limit,))  # noqa: S608 - our own words
        return [(_job((*row[:11], row[11] if len(row[11]) <= 4_000 else "{}", *row[12:-1])), row[-1]) for row in rows]

    def between(self, since: str, until: str) -> list[tuple[Job, str]]:
        """The runs that started from `since` until before `until` (as `utc_now` writes times) with the ids of their sites, oldest first."""
        rows = self._database.read(
            f"SELECT {_COLUMNS}, site_id FROM jobs WHERE started_at >= ? AND started_at < ? ORDER BY started_at, rowid",  # noqa: S608 - our own words
            (since, until),
        )
        return [(_job(row[:-1]), row[-1]) for row in rows]

    def last_of_storage(self, verb: str, *, decided: bool = False) -> dict[str, Job]:
        """The newest ended job of `verb` for each storage (by name). `decided`: passing over those that failed for another reason than
        damage, and so say nothing about what is stored."""
        rows = self._database.read(
            f"SELECT {_COLUMNS} FROM jobs WHERE verb = ? AND outcome NOT IN ('', 'cancelled') ORDER BY started_at",  # noqa: S608 - our own words
            (verb,),
        )
        jobs = [_job(row) for row in rows]
        return {job.storage: job for job in jobs if not decided or job.outcome != "failed" or (job.failure or {}).get("kind") == "damaged"}

    def phases(self, site_id: str, verb: str, limit: int) -> list[dict[str, float]]:
        """How long each phase of the last runs that went well took, newest run first: phase -> seconds, in the order in which they came."""
        rows = self._database.read(
            "SELECT phases FROM jobs WHERE site_id = ? AND verb = ? AND outcome IN ('success', 'warning') AND phases <> '{}' "
            "ORDER BY started_at DESC LIMIT ?",
            (site_id, verb, limit),
        )
        return [msgspec.json.decode(row[0], type=dict[str, float]) for row in rows]

    def get(self, job: str) -> Job | None:
        """By id or an unambiguous beginning of one."""
        rows = self._database.read(f"SELECT {_COLUMNS} FROM jobs WHERE id LIKE ? || '%' LIMIT 2", (job.replace("%", ""),))  # noqa: S608 - our own words
        return _job(rows[0]) if len(rows) == 1 else None

    def ask_cancel(self, job: str) -> None:
        with self._database.write() as connection:
            connection.execute("UPDATE jobs SET cancel_asked = 1 WHERE id = ? AND outcome = ''", (job,))

    def cancels_asked(self) -> set[str]:
        return {row[0] for row in self._database.read("SELECT id FROM jobs WHERE outcome = '' AND cancel_asked = 1")}

    def rename_site(self, site_id: str, name: str) -> None:
        with self._database.write() as connection:
            connection.execute("UPDATE jobs SET site = ? WHERE site_id = ?", (name, site_id))

    def rename_storage(self, old: str, new: str) -> None:
        with self._database.write() as connection:
            connection.execute("UPDATE jobs SET storage = ? WHERE storage = ?", (new, old))


def _backup_id(finished: Finished) -> str:
    backup = finished.result.get("backup")
    return str(backup.get("id", "")) if isinstance(backup, dict) else ""


def _job(row: Row) -> Job:
    return Job(
        id=row[0],
        verb=row[1],
        site=row[2],
        storage=row[3],
        started_at=_time(row[4]),
        ended_at=_time(row[5]),
        outcome=row[6],
        step=row[7],
        backup_id=row[8],
        warnings=tuple(msgspec.json.decode(row[9], type=list[str])),
        failure=None if row[10] is None else msgspec.json.decode(row[10], type=dict[str, Any]),
        result=msgspec.json.decode(row[11], type=dict[str, Any]),
        trigger=row[12],
        pid=row[13],
        phases=msgspec.json.decode(row[14], type=dict[str, float]),
    )


def _time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
