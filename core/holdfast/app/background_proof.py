"""Proof comes by itself: after scheduled runs the site that is least proven is drilled, and a share of a storage is read back.

At most one of each at a time: a month has enough days. Never on battery, over a metered line or in quiet hours. What fails is a finding
like any other and stays until a later one goes well.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from holdfast.app.background_prune import against
from holdfast.app.backups import Backups
from holdfast.app.handles import JobHandle
from holdfast.app.home import Home
from holdfast.app.storages import Storages
from holdfast.errors import HoldfastError
from holdfast.records import Site, StorageEntry


class BackgroundProof:
    """`Holdfast.background_proof`."""

    def __init__(self, home: Home, backups: Backups, storages: Storages) -> None:
        self._home = home
        self._backups = backups
        self._storages = storages

    async def after_runs(self, now: datetime | None = None) -> Sequence[JobHandle]:
        """Jobs with the trigger "schedule": a drill, a check, both or none."""
        moment = now or datetime.now(UTC)
        drills = await self._backups.drills_due(moment)
        shares = await self._storages.read_backs_due(moment)
        if not (drills or shares):
            return ()
        facts = await self._home.ask(self._home.surroundings.look)
        begun: list[JobHandle] = []
        for site in drills:
            storage = await self._home.ask(partial(self._storage_of, site))
            if storage is not None and not against(self._home, storage, facts, moment):
                begun.append(await self._backups.drill(site.name, "latest", trigger="schedule"))
                break
        for storage in shares:
            if not against(self._home, storage, facts, moment):
                begun.append(await self._storages.read_back(storage.name, moment, trigger="schedule"))
                break
        return begun

    def _storage_of(self, site: Site) -> StorageEntry | None:
        try:
            return self._home.storage_of(site)
        except HoldfastError:
            return None  # its backups are kept nowhere: nothing can be drilled
