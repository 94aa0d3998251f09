"""What the nouns share: the folders of a home, its settings and database, its secrets, the runner, the jobs under way."""

from __future__ import annotations

import contextlib
import functools
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import msgspec

from holdfast.app.results import value_of
from holdfast.errors import Busy, HoldfastError, NotFound, Unsupported
from holdfast.jobs.messages import AnyEvent, AnyRequest, Finished, ForParent, Progressed, RepositoryAccess, SourceAccess
from holdfast.jobs.runner import Runner
from holdfast.jobs.waiting import aside, running_loop
from holdfast.records import NETWORK_SYSTEMS, Account, Schedule, Site, StorageEntry
from holdfast.secret import Secret
from holdfast.state.credentials.base import Ask, Credentials, SecretName, locked, need
from holdfast.state.database import Database
from holdfast.state.entries import Entries, accounts_of, new_id, sites_of, storages_of
from holdfast.state.files import private_umask
from holdfast.state.history import History
from holdfast.state.paths import Paths, find_paths, make_folders
from holdfast.state.schedules import Pauses, Slots, schedules_of
from holdfast.state.schema import MIGRATIONS
from holdfast.state.settings import Settings, load_settings

if TYPE_CHECKING:
    import asyncio

    from holdfast.app.courier import Courier
    from holdfast.app.handles import JobHandle
    from holdfast.surroundings.base import Surroundings

log = logging.getLogger(__name__)
T = TypeVar("T")

DATABASE_SECONDS = 30.0
SECRET_SECONDS = 25.0
"""How long one call to the store of secrets may take: a prompt of the system blocks it until somebody answers."""


class Home:
    """Opened by `Holdfast.__aenter__`. Attributes below `paths` exist from then on."""

    settings: Settings
    database: Database
    sites: Entries[Site]
    storages: Entries[StorageEntry]
    accounts: Entries[Account]
    schedules: Entries[Schedule]
    slots: Slots
    pauses: Pauses
    history: History

    def __init__(self, home: Path | None, runner: Runner | None, ask_passphrase: Ask | None) -> None:
        self.paths: Paths = find_paths(home)
        self._runner = runner
        self._ask_passphrase = ask_passphrase
        self._credentials: Credentials | None = None
        self._crash_file: IO[str] | None = None
        self.secrets_locked: HoldfastError | None = None
        """Why the last call to the store of secrets failed; None when it went well, or none was made yet."""
        self.live: dict[str, JobHandle] = {}
        self.listeners: list[Callable[[AnyEvent], None]] = []
        self.turns: asyncio.Semaphore | None = None
        """Limits how many jobs work at once; made on the loop."""
        self.courier: Courier | None = None
        """Brings what is to be told; there is none until something was."""

    @functools.cached_property
    def surroundings(self) -> Surroundings:
        """What this computer is in. May be set to another, once, before it is asked."""
        from holdfast.surroundings.choosing import open_surroundings

        return open_surroundings()

    # ---- opening

    async def open(self) -> None:
        await self.ask(self._open, seconds=60.0)

    def _open(self) -> None:
        private_umask()
        make_folders(self.paths)
        from holdfast.state.logs import keep_crashes, log_to_file, sweep_logs

        log_to_file(self.paths.logs)
        self._crash_file = keep_crashes(self.paths.logs)
        self.settings = load_settings(self.paths.settings)
        sweep_logs(self.paths.job_logs, self.settings.log_days)
        self.database = Database(self.paths.database, MIGRATIONS)
        self.sites = sites_of(self.database)
        self.storages = storages_of(self.database)
        self.accounts = accounts_of(self.database)
        self.schedules = schedules_of(self.database)
        self.slots, self.pauses = Slots(self.database), Pauses(self.database)
        self.history = History(self.database)
        self.close_abandoned()

    def close_abandoned(self) -> None:
        """Close what programs that are gone left open, and write down that it is to be told. Blocks: within `ask`."""
        for job in self.history.close_abandoned():
            log.warning("job %s was left open by a program that ended; it is closed as abandoned", job.id)
            from holdfast.app.telling_jobs import abandoned

            abandoned(self, job)

    async def close(self) -> None:
        for handle in list(self.live.values()):
            handle.cancel()
        for handle in list(self.live.values()):
            await handle.closed()
        if self._runner is not None:
            await self._runner.close()
        if self.courier is not None:
            await self.ask(self.courier.close, seconds=60.0)
        if hasattr(self, "database"):
            self.database.close()
        if self._crash_file is not None:
            from holdfast.state.logs import stop_keeping_crashes

            stop_keeping_crashes(self._crash_file)
            self._crash_file = None

    # ---- working beside the caller's thread

    async def ask(self, function: Callable[[], T], *, seconds: float = DATABASE_SECONDS) -> T:
        """A short call that touches the disk: in a thread where the caller is on a loop, at once where it is not."""
        if running_loop() is None:
            return function()
        try:
            return await aside(function, seconds=seconds, name="state")
        except TimeoutError as error:
            raise Busy("The disk with Holdfast's database does not answer.", code="STATE-BUSY") from error

    async def secret_call(self, function: Callable[[Credentials], T], *, seconds: float = SECRET_SECONDS) -> T:
        """A call to the store of secrets, always in a thread and with a time limit. Busy KEY-LOCKED when it does not answer."""
        try:
            result = await aside(lambda: function(self._store()), seconds=seconds, name="secrets")
        except TimeoutError as error:
            self.secrets_locked = locked(
                "Your password store does not answer; it may be asking for its password.", "Unlock it, then try again."
            )
            raise self.secrets_locked from error
        except HoldfastError as error:
            self.secrets_locked = error if error.code == "KEY-LOCKED" else None
            raise
        self.secrets_locked = None
        _keep_out_of_texts(result)
        return result

    def _store(self) -> Credentials:
        if self._credentials is None:
            from holdfast.state.credentials.choosing import open_credentials

            self._credentials = open_credentials(self.paths, self._ask_passphrase)
        return self._credentials

    @property
    def secrets_opened(self) -> bool:
        """The store of secrets was used, and answered."""
        return self._credentials is not None and self.secrets_locked is None

    def forget_store(self) -> None:
        """Look for the store of secrets anew with the next call."""
        self._credentials = None

    # ---- secrets of records

    async def put_secret(self, name: SecretName, secret: Secret) -> None:
        await self.secret_call(lambda store: store.put(name, secret))

    async def remove_secrets(self, *names: SecretName) -> None:
        def remove(store: Credentials) -> None:
            for name in names:
                store.remove(name)

        await self.secret_call(remove)

    async def access(self, storage: StorageEntry) -> RepositoryAccess:
        """What a worker needs to open this storage's repository. NotFound KEY-GONE, Busy KEY-LOCKED."""

        def fetch(store: Credentials) -> tuple[Secret, dict[str, Secret]]:
            password = need(store, password_of(storage), whose=f"the storage {storage.name!r}")
            more = (
                {} if "access_key" not in storage.options else {"access_secret": need(store, access_secret_of(storage), whose=storage.name)}
            )
            return password, more

        password, more = await self.secret_call(fetch)
        return self.access_with(storage, password, more)

    def access_with(self, storage: StorageEntry, password: Secret, secrets: dict[str, Secret]) -> RepositoryAccess:
        return RepositoryAccess(
            location=storage.location,
            password=password,
            name=storage.name,
            options=storage.options,
            secrets=secrets,
            repository_id=storage.repository_id,
            upload_limit=self.settings.upload_limit,
            download_limit=self.settings.download_limit,
        )

    async def source(self, site: Site) -> SourceAccess:
        """What a worker needs to read this site."""
        password = None
        if "://" in site.database:
            password = await self.secret_call(lambda store: store.get(database_password_of(site)))
        return SourceAccess(
            site_id=site.id,
            site_name=site.name,
            path=site.path,
            database=site.database,
            database_password=password,
            excludes=site.excludes,
            presets=site.presets,
        )

    # ---- work

    @property
    def runner(self) -> Runner:
        """The one that was handed in; without one, worker processes (which need an event loop)."""
        if self._runner is None:
            from holdfast.jobs.processes import ProcessRunner

            self._runner = ProcessRunner(log=os.fspath(self.paths.logs / "network-worker.log"))
        return self._runner

    def common(self, job: str = "", site: str = "") -> dict[str, Any]:
        """The fields that all requests share."""
        job = job or new_id()
        return {
            "job": job,
            "site": site,
            "cache": os.fspath(self.paths.cache),
            "log": os.fspath(self.paths.job_log(job)),
            "low_priority": self.settings.low_priority,
        }

    async def query(
        self,
        request: AnyRequest,
        hear: Callable[[ForParent], None] | None = None,
        moved: Callable[[Progressed], None] | None = None,
    ) -> dict[str, Any]:
        """Perform a request that is no job of its own: the result, or its failure raised. Giving up waiting stops it. `hear` is told what
        only the parent hears, after that was remembered; `moved` how far it is."""
        run = self.runner.start(request)
        finished: Finished | None = None
        try:
            async with contextlib.aclosing(run.events()) as events:  # type: ignore[type-var]  # it is a generator: see Run.events
                async for event in events:
                    if isinstance(event, Finished):
                        finished = event
                    elif isinstance(event, ForParent):
                        await self.heard(event)
                        if hear is not None:
                            hear(event)
                    elif isinstance(event, Progressed) and moved is not None:
                        moved(event)
        finally:
            if finished is None:
                run.cancel()
            _remove_empty(self.paths.job_log(request.job))
        return value_of(finished)

    async def heard(self, event: ForParent) -> None:
        """Remember what a worker tells its parent alone: calls to sites, renewed credentials, what a site has taken on."""
        from holdfast.app.accounts import remember

        await remember(self, event)

    def tell(self, event: AnyEvent) -> None:
        """An event to everybody who subscribed. One that fails must not take the job with it."""
        for listener in list(self.listeners):
            try:
                listener(event)
            except Exception:
                log.exception("a listener failed")

    def storage_name(self, site: Site) -> str:
        """The name of the site's storage; empty when it has none. Blocks: within `ask`."""
        if site.system in NETWORK_SYSTEMS:
            return site.storage
        try:
            return self.storage_of(site).name
        except NotFound:
            return site.storage

    def storage_of(self, site: Site) -> StorageEntry:
        """Where the site's backups live. Blocks: within `ask`. NotFound when it has none."""
        if site.system in NETWORK_SYSTEMS and not site.storage:
            raise Unsupported(
                f"The backups of {site.name!r} live on the site itself, not in a storage of yours.",
                hint="What its service can do: holdfast site show " + site.name,
            )
        if site.storage:
            return self.storages.get(site.storage)
        known = self.storages.all()
        if len(known) == 1:
            return known[0]
        raise NotFound(
            f"The site {site.name!r} has no storage.",
            code="NO-STORAGE",
            hint=f"holdfast site edit {site.name} --storage NAME" if known else "Add one first: holdfast storage add NAME LOCATION",
        )


def _keep_out_of_texts(value: object) -> None:
    """Secrets that this process has seen are taken out of its log, and of whatever it tells others."""
    from holdfast.state.logs import REDACTOR

    if isinstance(value, Secret):
        REDACTOR.know(value.reveal())
    elif isinstance(value, tuple | list):
        for one in value:
            _keep_out_of_texts(one)
    elif isinstance(value, dict):
        _keep_out_of_texts(list(value.values()))
    elif isinstance(value, msgspec.Struct):
        _keep_out_of_texts([getattr(value, name) for name in value.__struct_fields__])


def password_of(storage: StorageEntry) -> SecretName:
    return SecretName(storage.id, "password", storage.name)


def access_secret_of(storage: StorageEntry) -> SecretName:
    return SecretName(storage.id, "access secret", storage.name)


def database_password_of(site: Site) -> SecretName:
    return SecretName(site.id, "database", site.name)


def _remove_empty(path: Path) -> None:
    try:
        if path.stat().st_size == 0:
            path.unlink()
    except OSError:
        pass
