"""`Holdfast` itself: a home, a runner, and one attribute per noun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from holdfast.app import auditing
from holdfast.app.accounts import Accounts
from holdfast.app.adopting import Adopting
from holdfast.app.background_proof import BackgroundProof
from holdfast.app.background_prune import BackgroundPrune
from holdfast.app.backups import Backups
from holdfast.app.clock import Clock
from holdfast.app.clock_elsewhere import OtherComputers
from holdfast.app.conditions import Conditions
from holdfast.app.contents import ContentsDoor
from holdfast.app.handles import JobHandle
from holdfast.app.home import Home
from holdfast.app.jobs import Jobs
from holdfast.app.judging import judge_all
from holdfast.app.notices import Notices
from holdfast.app.schedule_views import waiting_reasons
from holdfast.app.schedules import Schedules
from holdfast.app.schedules_on_site import SchedulesOnSite
from holdfast.app.sealing import Sealing
from holdfast.app.services import Services
from holdfast.app.settings import SettingsDoor
from holdfast.app.sites import Sites
from holdfast.app.space import nearly_full
from holdfast.app.storage_views import storage_views
from holdfast.app.storages import Storages
from holdfast.app.telling import Telling
from holdfast.app.trimming import trim
from holdfast.app.views import AuditEntry, Page, StatusView
from holdfast.errors import HoldfastError, UsageError
from holdfast.jobs.runner import Runner
from holdfast.scheduling import machine_zone
from holdfast.secret import Secret
from holdfast.state.credentials.base import Ask, Credentials
from holdfast.state.remembered import audit_page
from holdfast.verdict import ORDER, Reason, worst

if TYPE_CHECKING:
    from holdfast.app.diagnosing import Diagnosis
    from holdfast.app.reporting import MonthReport


class Holdfast:
    """See the package. `home`: one folder for everything, None = the platform's folders. `runner`: None = worker processes.
    `ask_passphrase`: asks a person for the passphrase of the sealed file (called in a thread; None = nobody can be asked)."""

    def __init__(self, home: Path | None = None, *, runner: Runner | None = None, ask_passphrase: Ask | None = None) -> None:
        self._home = Home(home, runner, ask_passphrase)
        self.sites = Sites(self._home)
        self.storages = Storages(self._home)
        self.backups = Backups(self._home)
        self.contents = ContentsDoor(self._home)
        self.accounts = Accounts(self._home)
        self.schedules = Schedules(self._home, SchedulesOnSite(self.sites.network))
        self.services = Services(self._home, self.sites.network)
        self.conditions = Conditions(self._home)
        self.clock = Clock(
            self._home,
            run=self.backups.run_scheduled,
            against=self.conditions.unmet,
            elsewhere=OtherComputers(self._home),
            logged_in=self.conditions.logged_in_at,
            zone=machine_zone,
        )
        self.clock.listen = self.conditions.listen
        self.background_prune = BackgroundPrune(self._home)
        self.background_proof = BackgroundProof(self._home, self.backups, self.storages)
        self.clock.tidy = self._after_runs
        self.schedules.changed, self.schedules.holder = self.clock.wake, self.clock.holder
        self.schedules.against = lambda site, schedule: self.conditions.unmet(site, schedule, now=datetime.now(UTC), may_prompt=False)
        self.jobs = Jobs(self._home)
        self.settings = SettingsDoor(self._home)
        self.telling = Telling(self._home)
        self.notices = Notices(self._home, self.status)
        self.sealing = Sealing(self._home)
        self.adopting = Adopting(self._home, self.clock.wake)

    async def __aenter__(self) -> Holdfast:
        """Open the home: folders, settings, database (Unsupported when a newer Holdfast made it); closes what a crash left open."""
        await self._home.open()
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Running jobs are cancelled and waited for."""
        self.notices.close()
        await self._home.close()

    @property
    def folder(self) -> Path:
        """Where this home keeps its data, for people."""
        return self._home.paths.data

    @property
    def logs_folder(self) -> Path:
        """Where logs are, for people."""
        return self._home.paths.logs

    async def _after_runs(self) -> Sequence[JobHandle]:
        """Once nothing scheduled runs any more: what is of no use is forgotten, what is known is sealed where it changed, then space comes
        back, or something is proven."""
        await self._home.ask(lambda: trim(self._home))
        await self.sealing.seal_if_changed()
        return await self.background_prune.after_runs() or await self.background_proof.after_runs()

    async def status(self) -> StatusView:
        """The verdict over everything, worst first. Reads this computer only."""

        def read() -> StatusView:
            sites = sorted(judge_all(self._home), key=lambda site: (ORDER.index(site.status), site.name.lower()))
            storages = storage_views(self._home)
            attention = [(site.name, reason) for site in sites if site.status not in {"ok", "running", "paused"} for reason in site.reasons]
            damaged = [s for s in storages if s.last_check_outcome == "failed"]
            attention += [(f"@{s.name}", Reason("REPO-DAMAGED", "The last check of this storage failed.")) for s in damaged]
            attention += nearly_full(self._home)
            return StatusView(
                status="failed" if damaged else worst([site.status for site in sites]),
                sites=tuple(sites),
                storages=tuple(storages),
                attention=tuple(attention),
                running=tuple(job.id for job in self._home.history.running()),
                waiting=waiting_reasons(self._home, datetime.now(UTC)),
            )

        return await self._home.ask(read)

    async def secrets_in(self) -> str:
        """Where secrets are kept, for people: ``keyring (…)`` or ``sealed file``. Decided once per home. Busy KEY-LOCKED."""
        return await self._home.secret_call(lambda store: store.description)

    async def unlock_secrets(self, passphrase: Secret | None = None) -> None:
        """Try the store of secrets again: a locked keyring (the system may prompt), or the sealed file with `passphrase`. Busy
        KEY-LOCKED while it stays locked, AuthRejected for a wrong passphrase."""
        self._home.forget_store()

        def unlock(store: Credentials) -> None:
            from holdfast.state.credentials.base import SecretName
            from holdfast.state.credentials.vault import Vault

            if isinstance(store, Vault) and passphrase is not None:
                store.unlock(passphrase)
            store.get(SecretName("probe", "password", "probe"))

        await self._home.secret_call(unlock, seconds=120.0)

    async def audit(self, *, limit: int = 100, page: int = 1) -> Page[AuditEntry]:
        """What was changed and what was asked of sites, newest first."""
        if limit < 1 or page < 1:
            raise UsageError("Limit and page are at least 1.")
        rows, total = await self._home.ask(lambda: audit_page(self._home.database, limit, (page - 1) * limit))
        return Page(tuple(auditing.entry_of(row) for row in rows), total)

    async def doctor(self, *, bundle: str | Path | None = None, failure: HoldfastError | None = None) -> Diagnosis:
        """What is wrong with this computer, the stores and the storages, and what to do; tries every storage and asks servers for their
        clocks. `bundle`: also a zip for whoever helps, without secrets. `failure`: this home could not be opened because of it."""
        from holdfast.app.bundle import write_bundle
        from holdfast.app.diagnosing import diagnose

        home = self._home if failure is None else None
        diagnosis = await diagnose(self._home.paths, home, failure)
        if bundle:
            await write_bundle(self._home.paths, home, diagnosis, bundle)
        return diagnosis

    async def diagnostics(self, diagnosis: Diagnosis) -> Mapping[str, str]:
        """What the doctor's bundle would hold, by the names of its files, cleaned: to be read before it is saved."""
        from holdfast.app.bundle import gather_texts

        return await gather_texts(self._home.paths, self._home, diagnosis)

    async def save_diagnostics(self, texts: Mapping[str, str], file: str | Path) -> Path:
        """These texts as a zip (0600, replaced whole); where it is. StorageError."""
        from holdfast.app.bundle import save_texts

        return await self._home.ask(lambda: save_texts(texts, file), seconds=120.0)

    async def report(self, *, client: str = "", site: str = "", month: str, to: str | Path) -> MonthReport:
        """A page of HTML about a client's sites (or one site) in a month (YYYY-MM), into `to`, which is replaced whole. UsageError,
        NotFound NO-CLIENT, StorageError."""
        from holdfast.app.reporting import write_report

        return await self._home.ask(lambda: write_report(self._home, Path(to).expanduser(), client=client, site=site, month=month))

    async def export_audit(self, file: str | Path) -> int:
        """All of it into a ``.csv`` or ``.jsonl`` file, oldest first, which is replaced whole or not at all. How many rows there were."""
        return await self._home.ask(lambda: auditing.export(self._home.database, Path(file).expanduser()), seconds=600.0)
