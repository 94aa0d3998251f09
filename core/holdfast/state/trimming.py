"""What grows with every run and is of no use after a year goes: rows of slots, and what was seen in backups that are gone.

No slot may run twice because of it, also when the clock was wrong for a while. So of each schedule and site the newest rows before the
limit stay, with those of the days before them: whatever date the clock comes back to, the newest decided slot up to then is still there,
with all that may stand for it in another zone (`holdfast.scheduling.since_of` looks back 29 hours from it, `Slots.decided` two days more).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from holdfast.state.database import Database, to_text
from holdfast.state.schedules import RUNNING

KEPT = timedelta(days=400)
_BEFORE_THE_NEWEST = timedelta(days=5)


def trim_slots(database: Database, now: datetime) -> int:
    """Forget slots that were due more than `KEPT` ago; how many. What waits, or runs, stays. Cheap when there is nothing."""
    limit = to_text((now - KEPT).timestamp())
    newest = database.read(
        "SELECT schedule, site, max(due_at) FROM slots WHERE due_at < ? AND state <> 'waiting' GROUP BY schedule, site", (limit,)
    )
    before = [(*row[:2], to_text((datetime.fromisoformat(row[2]) - _BEFORE_THE_NEWEST).timestamp())) for row in newest]
    old = "FROM slots WHERE schedule = ? AND site = ? AND due_at < ? AND state <> 'waiting' AND reason <> ?"
    full = [(*one, RUNNING) for one in before if database.read_one(f"SELECT 1 {old} LIMIT 1", (*one, RUNNING)) is not None]
    if not full:
        return 0
    with database.write() as connection:
        return sum(connection.execute(f"DELETE {old}", one).rowcount for one in full)


def trim_facts(database: Database, name: str, now: datetime, there: Callable[[], Collection[str] | None]) -> int:
    """Forget facts about backups that were written more than `KEPT` ago, unless the backup is still among `there` (asked only if need be;
    None: not known now, so that all stay); how many."""
    rows = database.read("SELECT subject FROM facts WHERE name = ? AND at < ?", (name, to_text((now - KEPT).timestamp())))
    if not rows:
        return 0
    kept = there()
    gone = [row[0] for row in rows if kept is not None and row[0] not in kept]
    if gone:
        with database.write() as connection:
            connection.executemany("DELETE FROM facts WHERE subject = ? AND name = ?", [(subject, name) for subject in gone])
    return len(gone)
