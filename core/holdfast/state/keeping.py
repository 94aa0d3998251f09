"""What is still to be done with backups that were made elsewhere, and which of them were taken in: facts in ``state.db``.

A plan is written before the first step and goes with the last, so that a program that is killed in between knows how to go on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from holdfast.state.database import Database
from holdfast.state.remembered import forget_facts, recall, remember

PLAN, SEEN = "to be kept", "taken in"
TRIES = 3
"""So often is a backup that cannot be taken in tried again by `fetch`."""


class Plan(msgspec.Struct, frozen=True, omit_defaults=True):
    """`job` is also the id of the row of what runs on the site. `storage`: an id; `to`: where a file is wanted, too."""

    job: str
    site_id: str
    storage: str = ""
    to: str = ""
    backup: str = ""
    """Its id on the site, once that is known."""


def intend(database: Database, plan: Plan) -> None:
    remember(database, plan.job, PLAN, msgspec.to_builtins(plan))


def done(database: Database, job: str) -> None:
    forget_facts(database, job)


def plans(database: Database) -> list[Plan]:
    return [msgspec.convert({k: v for k, v in fact.items() if k != "at"}, Plan) for fact in recall(database, PLAN).values()]


class Seen(msgspec.Struct, frozen=True):
    """Of one site's backups: those that were taken in (or are not to be), and how often others failed."""

    taken: frozenset[str] = frozenset()
    failed: dict[str, int] = {}

    def wants(self, backup: str) -> bool:
        return backup not in self.taken and self.failed.get(backup, 0) < TRIES


def seen(database: Database, site_id: str) -> Seen:
    fact: dict[str, Any] | None = recall(database, SEEN).get(site_id)
    return Seen() if fact is None else Seen(frozenset(fact["taken"]), dict(fact["failed"]))


def note_taken(database: Database, site_id: str, backups: Iterable[str]) -> None:
    known = seen(database, site_id)
    taken = known.taken | set(backups)
    failed = {one: times for one, times in known.failed.items() if one not in taken}
    remember(database, site_id, SEEN, {"taken": sorted(taken), "failed": failed})


def note_failed(database: Database, site_id: str, backup: str) -> None:
    known = seen(database, site_id)
    failed = known.failed | {backup: known.failed.get(backup, 0) + 1}
    remember(database, site_id, SEEN, {"taken": sorted(known.taken), "failed": failed})
