"""Read-back: the bytes in the storages are read again and proven, bit by bit in turn, so that rot is found before a restore needs them.

Pack names are hashes, evenly spread over a circle. What is remembered of a storage is the point up to which it was read (`cursor`, 0 to
2^32) and when. On a disk of this computer each run reads as much of the circle as time has passed: all of it within 30 days, whenever packs
were added. On a remote storage a monthly budget of bytes is spent in the same way; classes for archives, which charge for each reading,
are never read. A run that finds damage does not move the cursor: the next one finds it again.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from holdfast.app.home import Home
from holdfast.jobs.messages import Finished
from holdfast.records import StorageEntry
from holdfast.state.remembered import recall, remember

FACT = "read back"
ROUND = timedelta(days=30)
CIRCLE = 1 << 32
_EVERY_LOCAL, _EVERY_REMOTE = timedelta(days=1), timedelta(days=7)
_PAUSE = timedelta(hours=6)
_IS_REMOTE = re.compile(r"^(?!file:)[a-z][a-z0-9]+:", re.IGNORECASE)
_MB = 1_000_000


def due_read_backs(home: Home, now: datetime) -> list[StorageEntry]:
    """Storages of which a share should be read now, the one that waited longest first. Blocks: within `Home.ask`."""
    facts, found = recall(home.database, FACT), []
    checks = home.history.last_of_storage("check")
    for entry in home.storages.all():
        check = checks.get(entry.name)
        lately = check is not None and check.started_at is not None and check.started_at > now - _PAUSE
        if lately or not turn_of(home, entry, facts.get(entry.id), now):
            continue
        found.append((str(facts.get(entry.id, {}).get("at", "")), entry))
    return [entry for _, entry in sorted(found, key=lambda pair: (pair[0], pair[1].name))]


def turn_of(home: Home, entry: StorageEntry, fact: dict[str, Any] | None, now: datetime) -> str:
    """What is to be read now, as the sample of a check (``turn:CURSOR:SHARE:BYTES``); "" = nothing yet, or never."""
    if _is_archive(entry):
        return ""
    remote = _is_remote(entry)
    every = _EVERY_REMOTE if remote else _EVERY_LOCAL
    since = datetime.fromisoformat(str(fact["at"])) if fact else None
    passed = min(every if since is None else now - since, ROUND)
    if passed < every:
        return ""
    cursor = int(fact["cursor"]) if fact else 0
    if not remote:
        return f"turn:{cursor:08x}:{max(1, round(CIRCLE * (passed / ROUND)))}:0"
    budget = int(home.settings.read_back_mb * _MB * (passed / ROUND))
    return f"turn:{cursor:08x}:{CIRCLE}:{budget}" if budget > 0 else ""


def remember_turn(home: Home, entry: StorageEntry, finished: Finished, now: datetime) -> None:
    """After a run that found nothing bad. Blocks: within `Home.ask`."""
    if finished.outcome not in {"success", "warning"} or "read_to" not in finished.result:
        return
    if _is_remote(entry) and not finished.result.get("packs_read"):
        return  # the budget was too small for the next pack: it is saved up
    remember(home.database, entry.id, FACT, {"cursor": int(finished.result["read_to"]), "bytes": finished.result.get("bytes_read", 0)})


def _is_remote(entry: StorageEntry) -> bool:
    return bool(_IS_REMOTE.match(entry.location))


def _is_archive(entry: StorageEntry) -> bool:
    word = str(entry.options.get("storage_class", "")).upper()
    return "GLACIER" in word or "ARCHIVE" in word
