"""A state from elsewhere comes into this home: from a file of the user's, or as it was sealed into a storage. A plan first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from holdfast.app.home import Home
from holdfast.app.missing_secrets import Need, needs_of
from holdfast.errors import HoldfastError, NotFound, StorageError, UsageError
from holdfast.jobs.messages import ReadSealed
from holdfast.state.exported import Exported, as_file, from_file, gather
from holdfast.state.files import save_atomically
from holdfast.state.merging import Change, Merge, apply, merge, new_runs
from holdfast.state.paths import home_facts
from holdfast.state.remembered import note
from holdfast.state.settings import save_settings

_LARGEST = 64 << 20


class Taken(msgspec.Struct, frozen=True):
    """What came, or (`done` False) what would. `runs`: of the history, that were not here. `needs`: what a person has to do now."""

    changes: tuple[Change, ...]
    needs: tuple[Need, ...] = ()
    runs: int = 0
    done: bool = False
    computer: str = ""
    made_at: datetime | None = None


class Adopting:
    """`Holdfast.adopting`."""

    def __init__(self, home: Home, changed: Callable[[], None] = lambda: None) -> None:
        """`changed` is told when schedules may have come."""
        self._home = home
        self._changed = changed

    async def export(self, file: str | Path) -> int:
        """Sites, storages, accounts, schedules, pauses, receivers and settings into `file`, which is replaced whole; no secrets. How many
        records."""

        def write() -> int:
            path = Path(file).expanduser()
            state = self._gathered()
            try:
                save_atomically(path, as_file(state))
            except OSError as error:
                raise StorageError(f"{path} cannot be written: {error.strerror}.") from error
            return sum(map(len, (state.accounts, state.storages, state.sites, state.schedules, state.receivers, state.pauses)))

        return await self._home.ask(write)

    async def bring(self, file: str | Path, *, dry_run: bool = False) -> Taken:
        """What `export` wrote, here or on another computer. Records of the same id or name are changed, nothing is removed."""

        def read() -> Exported:
            path = Path(file).expanduser()
            try:
                if path.stat().st_size > _LARGEST:
                    raise UsageError(f"{path} is too large to be an export of Holdfast's settings.")
                return from_file(path.read_bytes(), what=path.name)
            except FileNotFoundError:
                raise NotFound(f"There is no file {path}.") from None
            except OSError as error:
                raise StorageError(f"{path} cannot be read: {error.strerror}.") from error

        return await self._take(await self._home.ask(read), "settings imported", Path(file).name, only_add=False, dry_run=dry_run)

    async def adopt(self, storage: str, *, home: str = "", dry_run: bool = False) -> Taken:
        """Sites, schedules and history as another home sealed them into this storage: the newest, or that of `home` (the beginning of its
        id). What is here already stays as it is. NotFound NOTHING-SEALED."""
        entry = await self._home.ask(lambda: self._home.storages.get(storage))
        found = await self._home.query(ReadSealed(**self._home.common(), access=await self._home.access(entry)))
        # A home without sites may have lost its database: then its own is the one to come back.
        own = await self._home.ask(lambda: home_facts(self._home.paths).id if self._home.sites.all() else "")
        there = [one for one in found["states"] if one["home"].startswith(home) and (home or one["home"] != own)]
        states, failure = _readable(there, entry.name)
        if not states:
            raise failure or NotFound(
                f"No other computer has sealed its settings into the storage {entry.name!r}" + (f" as {home}." if home else "."),
                code="NOTHING-SEALED",
                hint="Holdfast does so by itself once a site is added. The sites of the backups there can be added by hand.",
            )
        newest = max(states, key=lambda state: state.made_at)
        return await self._take(newest, "settings adopted", entry.name, only_add=True, dry_run=dry_run)

    def _gathered(self) -> Exported:
        return gather(self._home.database, self._home.settings, home=home_facts(self._home.paths).id)

    async def _take(self, state: Exported, action: str, subject: str, *, only_add: bool, dry_run: bool) -> Taken:
        plan = await self._home.ask(lambda: merge(self._gathered(), self._home.settings, state, only_add=only_add))
        if dry_run:
            runs = await self._home.ask(lambda: new_runs(self._home.database, plan))
        else:
            runs = await self._home.ask(lambda: self._write(plan, action, subject))
            self._home.settings = plan.settings
            self._home.turns = None
            self._changed()
        needs = await needs_of(self._home, plan.accounts, plan.storages, plan.sites, plan.receivers)
        return Taken(plan.changes, needs, runs, not dry_run, state.computer, state.made_at)

    def _write(self, plan: Merge, action: str, subject: str) -> int:
        runs = apply(self._home.database, plan)
        if plan.settings != self._home.settings:
            save_settings(self._home.paths.settings, plan.settings)
        added, changed = (sum(change.action == word for change in plan.changes) for word in ("added", "changed"))
        note(self._home.database, action, subject, added=added, changed=changed, runs=runs)
        return runs


def _readable(found: Sequence[dict[str, object]], storage: str) -> tuple[list[Exported], HoldfastError | None]:
    states, failure = [], None
    for one in found:
        try:
            content = one["state"]
            if isinstance(content, dict):
                states.append(from_file(content, what=f"What is sealed in the storage {storage!r}"))
        except HoldfastError as error:
            failure = error
    return states, failure
