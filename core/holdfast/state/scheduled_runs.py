"""How far the run of a schedule for a site has come: facts in ``state.db``, so that the next try goes on where the last one was ended.

There is one row for each schedule and site, that of its newest run. It is written before each step (what is about to be done) and after it
(what came of it); it stays when all is done, so that a program that is killed before the slot is decided does nothing twice.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from holdfast.state.database import Database
from holdfast.state.remembered import forget_facts, recall, remember

RUN = "scheduled run"
JOBS = 20
"""So many of a run's tries are remembered by their jobs."""


class Run(msgspec.Struct, frozen=True, omit_defaults=True):
    """One run, over all its tries."""

    schedule: str
    site: str
    """Ids."""
    slot: str
    """The key of its slot."""
    jobs: tuple[str, ...] = ()
    """The tries, oldest first."""
    how: str = ""
    """own, create or fetch; empty until it is decided."""
    asked: str = ""
    """The job under whose mark the site was asked for a backup; set before the call."""
    asked_at: datetime | None = None
    backup: dict[str, Any] = {}
    """The backup, once it is whole where it was made."""
    done: bool = False
    """Nothing of it is left to do."""


def save(database: Database, run: Run) -> None:
    remember(database, _subject(run.schedule, run.site), RUN, msgspec.to_builtins(run))


def forget(database: Database, run: Run) -> None:
    """It failed in a way that nothing goes on from."""
    forget_facts(database, _subject(run.schedule, run.site))


def find(database: Database, schedule: str, site: str) -> Run | None:
    fact = recall(database, RUN).get(_subject(schedule, site))
    return None if fact is None else _run(fact)


def open_runs(database: Database) -> list[Run]:
    """Those that are not done."""
    return [run for run in map(_run, recall(database, RUN).values()) if not run.done]


def _run(fact: dict[str, Any]) -> Run:
    return msgspec.convert({name: value for name, value in fact.items() if name != "at"}, Run)


def _subject(schedule: str, site: str) -> str:
    return f"run {schedule} {site}"
