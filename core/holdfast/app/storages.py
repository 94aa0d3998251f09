"""The noun *storage*: the places where repositories live."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from holdfast.app.handles import JobHandle
from holdfast.app.home import Home, access_secret_of, password_of
from holdfast.app.reading_back import FACT, due_read_backs, remember_turn, turn_of
from holdfast.app.results import as_record
from holdfast.app.storage_keys import KIT_SAVED, Keys, make_password
from holdfast.app.storage_places import is_missing
from holdfast.app.storage_views import RIGHTS, remember_locks, sizes_of, storage_views
from holdfast.app.stories import After, start
from holdfast.app.views import SizePoint, StorageAdded, StorageReport, StorageView
from holdfast.errors import HoldfastError, UsageError
from holdfast.jobs.messages import (
    AddStorage,
    AnyRequest,
    Check,
    Finished,
    ListKeys,
    Prune,
    RecoveryKit,
    Repair,
    RepositoryAccess,
    Stats,
    Sync,
    TryStorage,
    Unlock,
)
from holdfast.records import StorageEntry
from holdfast.retention import parse_policy
from holdfast.secret import Secret
from holdfast.state.catalogue import catalogue_path
from holdfast.state.credentials.base import Credentials, SecretName, need
from holdfast.state.entries import check_name, new_id
from holdfast.state.remembered import forget_facts, note, recall, remember


class Storages:
    """`Holdfast.storages`. Errors of all: NotFound for an unknown name; AuthRejected for a wrong password; Busy KEY-LOCKED."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self.keys = Keys(home)

    async def list(self) -> Sequence[StorageView]:
        """All storages by name. Opens none of them."""
        return await self._home.ask(lambda: storage_views(self._home))

    async def show(self, name: str) -> StorageView:
        entry = await self._entry(name)
        return next(view for view in await self.list() if view.id == entry.id)

    async def missing(self) -> frozenset[str]:
        """Names of storages in folders of this computer whose place is not there now, as of a disk that is not connected. One that does
        not answer within seconds is as good as gone."""
        return frozenset([entry.name for entry in await self._home.ask(self._home.storages.all) if await is_missing(entry.location)])

    async def add(
        self,
        name: str,
        location: str,
        password: Secret | None = None,
        *,
        options: dict[str, Any] | None = None,
        secrets: dict[str, Secret] | None = None,
        retention: str = "",
        must_exist: bool = False,
    ) -> StorageAdded:
        """Create a repository at `location` (/path, s3:https://host/bucket/prefix) or adopt the one that is there (`must_exist`: only
        that; NotFound REPO-NOT-FOUND where none is).

        Without `password` one is made for a new repository; adopting needs it (AuthRejected without). The password is stored before
        the repository is made, so that there is never a repository that nobody can open. `options`: access_key, region, path_style,
        storage_class, ca_file, aws_chain; `secrets`: access_secret. A password inside `location` is refused (UsageError).
        """
        check_name(name, "storage")
        entry = StorageEntry(
            id=new_id(), name=name, location=location, options=options or {}, retention=retention, created_at=datetime.now(UTC)
        )
        await self._home.ask(lambda: self._home.storages.must_be_free(name))
        made = make_password() if not password else None
        key = made or password or Secret("")
        request = AddStorage(
            **self._home.common(), access=self._home.access_with(entry, key, secrets or {}), password_made=made is not None,
            must_exist=must_exist,
        )  # fmt: skip
        await _put_secrets(self._home, entry, key, secrets or {})
        try:
            result = await self._home.query(request)
        except HoldfastError as error:
            # Where nobody knows how far it came, the password stays: it may be the only key of a repository that was just made.
            if error.code not in {"WORKER-DIED", "CANCELLED"}:
                await self._home.remove_secrets(password_of(entry), access_secret_of(entry))
            raise
        entry = msgspec.structs.replace(entry, location=result["location"], repository_id=result["repository_id"])

        def save() -> None:
            self._home.storages.put(entry)
            note(self._home.database, "storage created" if result["created"] else "storage adopted", name, location=entry.location)

        await self._home.ask(save)
        return StorageAdded(
            storage=await self.show(name),
            created=result["created"],
            password=made,
            recovery_kit=result["recovery_kit"],
            found_sites=tuple(result["sites"]),
        )

    async def edit(
        self,
        name: str,
        *,
        new_name: str | None = None,
        location: str | None = None,
        options: dict[str, Any] | None = None,
        secrets: dict[str, Secret] | None = None,
        password: Secret | None = None,
        retention: str | None = None,
    ) -> StorageView:
        """Change the entry (not the repository). `password` replaces a lost one in the keyring, after it was tried. `location`: where the
        same repository is now; UsageError REPO-CHANGED when another one is there, NotFound when none."""
        old = await self._entry(name)
        if new_name is not None:
            check_name(new_name, "storage")
            await self._home.ask(lambda: self._home.storages.must_be_free(new_name, but=old.id))
        changed = msgspec.structs.replace(
            old,
            name=new_name or old.name,
            location=location or old.location,
            options=old.options if options is None else options,
            retention=old.retention if retention is None else retention,
        )
        if retention:
            parse_policy(retention)
        if password or changed.location != old.location:
            key = password or (await self._home.access(old)).password
            trial = self._home.access_with(changed, key, secrets or await self._more_secrets(changed))
            found = await self._home.query(ListKeys(**self._home.common(), access=trial))
            changed = msgspec.structs.replace(changed, location=found["location"])
        await self._move_secrets(old, changed)
        await _put_secrets(self._home, changed, password, secrets or {})
        await self._home.ask(lambda: self._save_change(old, changed))
        return await self.show(changed.name)

    async def remove(self, name: str) -> None:
        """Forget the entry and its secrets. The repository and its backups stay where they are. UsageError while sites use it."""
        entry = await self._entry(name)
        users = [s.name for s in await self._home.ask(self._home.sites.all) if s.storage.lower() == entry.name.lower()]
        if users:
            raise UsageError(f"The storage {entry.name!r} is used by {', '.join(users)}.", hint="Give these sites another storage first.")
        await self._home.remove_secrets(password_of(entry), access_secret_of(entry))

        def forget() -> None:
            from holdfast.state.catalogue import reset

            self._home.storages.remove(entry)
            forget_facts(self._home.database, entry.id)
            if entry.repository_id:
                reset(catalogue_path(self._home.paths.cache, entry.repository_id))
            note(self._home.database, "storage removed", entry.name, location=entry.location)

        await self._home.ask(forget)

    async def test(self, name: str) -> StorageReport:
        """What works, which rights the key has (may it delete? versioning? object lock?), and that the password opens the repository."""
        entry = await self._entry(name)
        result = await self._ask_worker(TryStorage, name)
        await self._home.ask(lambda: remember(self._home.database, entry.id, RIGHTS, result))
        return as_record(StorageReport, result)

    async def test_location(
        self, location: str, *, options: dict[str, Any] | None = None, secrets: dict[str, Secret] | None = None
    ) -> StorageReport:
        """The same for a place that was not added yet (the wizard)."""
        access = RepositoryAccess(location=location, password=Secret(""), options=options or {}, secrets=secrets or {})
        return as_record(StorageReport, await self._home.query(TryStorage(**self._home.common(), access=access)))

    async def stats(self, name: str) -> dict[str, Any]:
        """Sizes, ratio of deduplication and compression, counts, per site; remembered for `StorageView.stats`."""
        entry = await self._entry(name)
        result = await self._ask_worker(Stats, name)
        await self._home.ask(lambda: remember(self._home.database, entry.id, "stats", result))
        return result

    async def recovery_kit(self, name: str, *, with_password: bool = True) -> str:
        """The printable page (HTML): where, which key, how to restore with restic alone."""
        result = await self._ask_worker(RecoveryKit, name, with_password=with_password)
        return str(result["html"])

    async def note_kit_saved(self, name: str) -> None:
        """The user has the recovery key of this storage: its page was saved or printed."""
        entry = await self._entry(name)
        await self._home.ask(lambda: remember(self._home.database, entry.id, KIT_SAVED, {}))

    async def kits_saved(self) -> Mapping[str, datetime]:
        """By name of the storage, when its recovery key was saved last; those where it never was, or whose password is another since, are
        not in it."""

        def read() -> Mapping[str, datetime]:
            known = {key: value for key, value in recall(self._home.database, KIT_SAVED).items() if not value.get("outdated")}
            entries = self._home.storages.all()
            return {one.name: datetime.fromisoformat(str(known[one.id]["at"])) for one in entries if one.id in known}

        return await self._home.ask(read)

    async def unlock(self, name: str, *, force: bool = False) -> dict[str, Any]:
        """Remove locks that were left over; `force` removes every lock (the user said that no other computer works there).
        Returns {"removed": […], "left": […]} of locks {id, state, host, user, pid, exclusive, since, age in seconds}."""
        entry = await self._entry(name)
        result = await self._ask_worker(Unlock, name, force=force)
        await self._home.ask(lambda: remember_locks(self._home, entry.id, result["left"]))
        if result["removed"]:
            await self._home.ask(lambda: note(self._home.database, "locks removed", name, count=len(result["removed"]), force=force))
        return result

    async def locks(self, name: str) -> Sequence[dict[str, Any]]:
        """Who is at work there, and which locks were left over; as in `unlock`. Removes none. `state`: in use, stale, dead, unreadable."""
        entry = await self._entry(name)
        found: list[dict[str, Any]] = (await self._ask_worker(Unlock, name, look=True))["left"]
        await self._home.ask(lambda: remember_locks(self._home, entry.id, found))
        return found

    async def sizes(self, name: str) -> Sequence[SizePoint]:
        """How the storage grew to what it is now, by the backups in it. Opens nothing; exact as of the last `stats`."""
        entry = await self._entry(name)
        return await self._home.ask(lambda: sizes_of(self._home, entry))

    async def sync(self, name: str) -> bool:
        """Bring the catalogue of files up to date; True when something was new."""
        return bool((await self._ask_worker(Sync, name))["changed"])

    async def check(self, name: str, *, read_data: bool = False, sample: str = "") -> JobHandle:
        """Job. `sample`: ``5%`` or a size (``2G``) of packs to read, chosen so that all are read in turn."""
        return await self._start(Check, "check", name, read_data=read_data, sample=sample)

    async def read_backs_due(self, now: datetime | None = None) -> Sequence[StorageEntry]:
        """Storages of which a share should be read again now; see `holdfast.app.reading_back`."""
        return await self._home.ask(lambda: due_read_backs(self._home, now or datetime.now(UTC)))

    async def read_back(self, name: str, now: datetime | None = None, *, trigger: str = "user") -> JobHandle:
        """Job (a check). Read the share whose turn it is, and remember up to where. UsageError when nothing is to be read."""
        entry, moment = await self._entry(name), now or datetime.now(UTC)
        turn = await self._home.ask(lambda: turn_of(self._home, entry, recall(self._home.database, FACT).get(entry.id), moment))
        if not turn:
            raise UsageError(
                f"Nothing of the storage {name!r} is to be read again now.", hint="All of it: holdfast storage check NAME --read-data"
            )

        async def after(finished: Finished) -> Finished:
            await self._home.ask(lambda: remember_turn(self._home, entry, finished, moment))
            return finished

        return await self._start(Check, "check", name, after=after, trigger=trigger, sample=turn)

    async def prune(self, name: str, *, dry_run: bool = False, confirmed: bool = False) -> JobHandle:
        """Job. Give back the space of forgotten backups. `dry_run`: result {"plan": …} only. `confirmed`: also when no backup is left."""
        return await self._start(Prune, "prune", name, dry_run=dry_run, confirmed=confirmed)

    async def repair(self, name: str, *, dry_run: bool = False, drop_snapshots: bool = False) -> JobHandle:
        """Job. Repair index and packs, copy on write; nothing is dropped that is not proven bad. `drop_snapshots`: also the files of
        backups that cannot be read any more."""
        return await self._start(Repair, "repair", name, dry_run=dry_run, drop_snapshots=drop_snapshots)

    # ---- inside

    async def _entry(self, name: str) -> StorageEntry:
        return await self._home.ask(lambda: self._home.storages.get(name))

    async def _ask_worker(self, kind: Callable[..., AnyRequest], name: str, **words: Any) -> dict[str, Any]:
        entry = await self._entry(name)
        return await self._home.query(kind(**self._home.common(), access=await self._home.access(entry), **words))

    async def _start(
        self, kind: Callable[..., AnyRequest], verb: str, name: str, *, after: After | None = None, trigger: str = "user", **words: Any
    ) -> JobHandle:
        entry = await self._entry(name)

        async def prepare(job: str) -> AnyRequest:
            return kind(**self._home.common(job), access=await self._home.access(entry), **words)

        async def noted(finished: Finished) -> Finished:
            if not words.get("dry_run"):
                await self._home.ask(lambda: note(self._home.database, verb, entry.name, finished.outcome))
            return finished

        return await start(self._home, verb, prepare, storage=entry.name, after=after if verb == "check" else noted, trigger=trigger)

    async def _more_secrets(self, entry: StorageEntry) -> dict[str, Secret]:
        if "access_key" not in entry.options:
            return {}
        secret = await self._home.secret_call(lambda store: store.get(access_secret_of(entry)))
        return {"access_secret": secret} if secret else {}

    async def _move_secrets(self, old: StorageEntry, new: StorageEntry) -> None:
        if old.name == new.name:
            return

        def move(store: Credentials) -> None:
            store.rename(password_of(old), password_of(new))
            store.rename(access_secret_of(old), access_secret_of(new))

        await self._home.secret_call(move)

    def _save_change(self, old: StorageEntry, new: StorageEntry) -> None:
        self._home.storages.put(new)
        if old.name != new.name:
            for site in self._home.sites.all():
                if site.storage.lower() == old.name.lower():
                    self._home.sites.put(msgspec.structs.replace(site, storage=new.name))
            for schedule in self._home.schedules.all():
                if schedule.keep_in.lower() == old.name.lower():
                    self._home.schedules.put(msgspec.structs.replace(schedule, keep_in=new.name))
            self._home.history.rename_storage(old.name, new.name)
        note(self._home.database, "storage changed", new.name)


async def _put_secrets(home: Home, entry: StorageEntry, password: Secret | None, secrets: dict[str, Secret]) -> None:
    unknown = set(secrets) - {"access_secret"}
    if unknown:
        raise UsageError(f"Unknown secrets: {', '.join(sorted(unknown))}.")
    wanted: list[tuple[SecretName, Secret]] = [(password_of(entry), password)] if password else []
    if "access_secret" in secrets:
        wanted.append((access_secret_of(entry), secrets["access_secret"]))

    def put(store: Credentials) -> None:
        for name, secret in wanted:
            store.put(name, secret)
            need(store, name, whose=f"the storage {entry.name!r}")  # a store that swallows secrets must not be trusted with the only key

    if wanted:
        await home.secret_call(put)
