"""What is of no use any more is forgotten, beside the runs of schedules. Blocks: within `Home.ask`."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from holdfast.app.bringing_back import removed
from holdfast.app.home import Home
from holdfast.app.watching import SEEN
from holdfast.state.catalogue import catalogue_path, open_if_there
from holdfast.state.trimming import trim_facts, trim_slots

log = logging.getLogger(__name__)

_OF_BACKUPS = (SEEN, "proven", "verified")


def trim(home: Home, now: datetime | None = None) -> None:
    """Old slots, old facts about backups that are in no storage any more, and removed sites that may not come back any more."""
    moment = now or datetime.now(UTC)
    removed(home, moment)
    slots = trim_slots(home.database, moment)
    facts = sum(trim_facts(home.database, name, moment, lambda: _backups(home)) for name in _OF_BACKUPS)
    if slots or facts:
        log.info("%d old slots and %d facts about backups that are gone were forgotten", slots, facts)


def _backups(home: Home) -> set[str] | None:
    """Of all storages; None when what is in one of them is not known now: its catalogue can be lost, and is made anew."""
    found: set[str] = set()
    for storage in home.storages.all():
        catalogue = open_if_there(catalogue_path(home.paths.cache, storage.repository_id)) if storage.repository_id else None
        if catalogue is None:
            return None
        try:
            if not catalogue.fact("synced_at"):
                return None
            found |= catalogue.snapshot_ids()
        finally:
            catalogue.close()
    return found
