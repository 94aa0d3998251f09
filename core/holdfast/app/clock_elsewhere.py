"""Has another computer made a slot's backup already? Two laptops that share a repository need not both do it.

The catalogue answers, for sites of this machine. It is brought up to date first only where another computer has been seen to back this
site up within `SEEN_WITHIN`: nobody else pays for the question.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterable
from datetime import timedelta

from holdfast.app.home import Home
from holdfast.app.looking import Looking
from holdfast.errors import HoldfastError
from holdfast.records import HALVES, NETWORK_SYSTEMS, Backup, Schedule, Site, StorageEntry
from holdfast.scheduling import Slot
from holdfast.state.catalogue import catalogue_path, open_if_there
from holdfast.verdict import Reason

log = logging.getLogger(__name__)

SEEN_WITHIN = timedelta(days=45)


class OtherComputers:
    """See `holdfast.app.clock.Elsewhere`."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._looking = Looking(home)

    async def __call__(self, site: Site, schedule: Schedule, slot: Slot) -> Reason | None:
        if site.system in NETWORK_SYSTEMS or site.system == "archives":
            return None
        try:
            storage = await self._home.ask(lambda: self._home.storage_of(site))
            theirs = await self._home.ask(lambda: self._theirs(storage, site))
            if not any(one.created_at is not None and one.created_at > slot.due_at - SEEN_WITHIN for one in theirs):
                return None
            await self._looking.sync(storage)
            return made_of(await self._home.ask(lambda: self._theirs(storage, site)), slot, schedule.type)
        except HoldfastError as error:
            log.info("%s: whether another computer has backed it up cannot be told now (%s)", site.name, error.code)
            return None

    def _theirs(self, storage: StorageEntry, site: Site) -> list[Backup]:
        """Backups of the site by other computers, newest first, as far as the catalogue knows."""
        catalogue = open_if_there(catalogue_path(self._home.paths.cache, storage.repository_id)) if storage.repository_id else None
        if catalogue is None:
            return []
        try:
            return by_others(catalogue.backups(site.id), socket.gethostname())
        finally:
            catalogue.close()


def by_others(backups: Iterable[Backup], host: str) -> list[Backup]:
    return [one for one in backups if one.metadata.get("hostname") not in {None, "", host}]


def made_of(backups: Iterable[Backup], slot: Slot, kind: str) -> Reason | None:
    """The first complete one that ended after the slot was due and holds what a run of `kind` would: a database alone stands for no backup
    of the whole site. What a restore set aside stands for none."""
    for one in backups:
        ended = one.completed_at or one.created_at
        enough = one.type not in HALVES or one.type == kind
        if one.status == "completed" and enough and "safety" not in one.metadata and ended is not None and ended > slot.due_at:
            return Reason(
                "BACKED-UP-ELSEWHERE",
                details={"host": str(one.metadata.get("hostname")), "backup": one.id, "at": ended.isoformat(timespec="seconds")},
            )
    return None
