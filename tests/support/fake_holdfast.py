"""`FakeHoldfast`: the door of `holdfast.app` with made-up sites in memory, for tests and screenshots of the window.

It keeps the door's contract where the window leans on it: the same records, the same errors (NotFound, Busy KEY-LOCKED), handles whose
events begin with Started and end with Finished. Jobs move by `step` seconds of sleep per event, 0 in most tests.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from holdfast.app.browser_sign_in import BrowserSignIn
from holdfast.app.past_slots import NoRun
from holdfast.app.trying import SignInTried
from holdfast.app.views import (
    AccountView,
    FileVersion,
    FileView,
    FolderFacts,
    FoundFile,
    Page,
    ReportLine,
    SiteView,
    StatusView,
    StorageAdded,
    StorageReport,
    StorageView,
)
from holdfast.errors import AuthRejected, Busy, Failure, HoldfastError, NotFound
from holdfast.jobs.messages import AnyEvent, Finished, Listening, Progressed, SignIn, Started
from holdfast.records import Backup, Job
from holdfast.secret import Secret
from holdfast.state.settings import Settings, change_setting
from holdfast.telling.notices import Notice
from holdfast.verdict import Reason, worst
from holdfast.watchfulness import Finding
from tests.support.day_marks import day_marks
from tests.support.fake_care import CareData, Caring, CaringBackups, CaringStorages, FakeAdopting, FakeKeys, FakeTelling
from tests.support.fake_contents import FakeContents
from tests.support.fake_services import (
    OFFERS,
    FakeAccounts,
    FakeConditions,
    FakeNetwork,
    FakeSchedules,
    FakeServices,
    add_service_site,
)

NOW = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)


class FakeHandle:
    """A job whose events are put in by `FakeHoldfast._run`."""

    def __init__(self, job: str, verb: str, site: str) -> None:
        self.id, self.verb, self.site = job, verb, site
        self.events: list[AnyEvent] = []
        self.cancelled = False
        self._more = asyncio.Event()

    def put(self, event: AnyEvent) -> None:
        self.events.append(event)
        self._more.set()
        self._more = asyncio.Event()

    async def __aiter__(self) -> AsyncIterator[AnyEvent]:
        seen = 0
        while True:
            while seen < len(self.events):
                seen += 1
                yield self.events[seen - 1]
                if isinstance(self.events[seen - 1], Finished):
                    return
            await self._more.wait()

    async def result(self) -> Finished:
        last: AnyEvent | None = None
        async for event in self:
            last = event
        assert isinstance(last, Finished)
        return last

    async def value(self) -> dict[str, object]:
        from holdfast.errors import from_failure

        finished = await self.result()
        if finished.failure is not None:
            raise from_failure(finished.failure)
        return dict(finished.result)

    def cancel(self) -> None:
        self.cancelled = True


class FakeNotices:
    """`Holdfast.notices`: hands out what a test puts into `due`, one at a time; `shown` is what reached the desktop."""

    def __init__(self, app: FakeHoldfast) -> None:
        self._app = app
        self.due: list[Notice] = []
        self.shown: list[tuple[str, str]] = []
        self.actions: list[list[str]] = []
        self.chosen: Callable[[str], None] = lambda _action: None

    async def look(self) -> Notice | None:
        self._app.asked("notices.look")
        return self.due.pop(0) if self.due else None

    async def show(self, notice: Notice, title: str, text: str, actions: Sequence[tuple[str, str]] = ()) -> bool:
        self.actions.append([word for word, _ in actions])
        self.shown.append((title, text))
        return True

    async def test(self, title: str, text: str) -> None:
        self._app.asked("notices.test")
        self.shown.append((title, text))


class FakeHoldfast(Caring):
    """See the module. `calls` lists what was asked, as (name, arguments)."""

    def __init__(self, step: float = 0.0) -> None:
        self.step = step
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.locked = False
        self.fail_with: dict[str, HoldfastError] = {}
        """Errors that the named calls raise ("storages.list")."""
        self.site_views: list[SiteView] = []
        self.storage_views: list[StorageView] = []
        self.removed: dict[str, SiteView] = {}
        """What `sites.bring_back` brings back."""
        self.account_views: list[AccountView] = []
        self.backup_rows: dict[str, list[Backup]] = {}
        self.job_rows: list[Job] = []
        self.tree: dict[str, list[FileView]] = {}
        self.value = Settings()
        self.attention: tuple[tuple[str, Reason], ...] = ()
        self.waiting: tuple[tuple[str, Reason], ...] = ()
        self.not_run: list[NoRun] = []
        """Scheduled runs that did not take place."""
        self.kits: dict[str, datetime] = {}
        self.unplugged: set[str] = set()
        """When the recovery keys of storages were saved."""
        self.usual: dict[tuple[str, str], dict[str, float]] = {}
        """Seconds of the phases of earlier runs, by (site, verb)."""
        self.handles: dict[str, FakeHandle] = {}
        self.listeners: list[Callable[[AnyEvent], None]] = []
        self.outcomes: dict[str, Failure] = {}
        """Sites whose backup fails, with the failure."""
        self.left_running: list[str] = []
        """Sites on which an earlier run of the program left something running."""
        self.password_made = NOW
        """When the application passwords of the sites were made."""
        self._count = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self.sites = _Sites(self)
        self.storages = _Storages(self)
        self.backups = _Backups(self)
        self.jobs = _Jobs(self)
        self.settings = _Settings(self)
        self.accounts = FakeAccounts(self)
        self.services = FakeServices(self)
        self.notices = FakeNotices(self)
        self.care = CareData()
        self.telling = FakeTelling(self)
        self.adopting = FakeAdopting(self)
        self.schedules = FakeSchedules(self, lambda: NOW)
        self.conditions = FakeConditions(self)
        self.contents = FakeContents(self)
        self.newest_size: int | None = 31_000_000_000
        """Of the newest whole backup that a site tells of when its sign-in is tried."""
        self.approvals: asyncio.Event | None = None
        """Until it is set nobody approves anything in the browser."""

    async def __aenter__(self) -> FakeHoldfast:
        return self

    async def __aexit__(self, *exc: object) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def status(self) -> StatusView:
        self.asked("status")
        return StatusView(
            worst(s.status for s in self.site_views),
            tuple(self.site_views),
            tuple(self.storage_views),
            self.attention,
            tuple(j.id for j in self.job_rows if not j.outcome),
            self.waiting,
        )

    async def report(self, *, client: str = "", site: str = "", month: str, to: str | Path) -> None:
        self.asked("report", client=client, site=site, month=month, to=str(to))

    async def secrets_in(self) -> str:
        return "keyring (Secret Service)"

    async def unlock_secrets(self, passphrase: Secret | None = None) -> None:
        self.asked("unlock_secrets")
        self.locked = False
        self.attention = tuple(a for a in self.attention if a[1].code != "KEY-LOCKED")

    def asked(self, call: str, /, **arguments: Any) -> None:
        self.calls.append((call, arguments))
        if call in self.fail_with:
            raise self.fail_with[call]

    def names(self) -> list[str]:
        return [name for name, _ in self.calls]

    # jobs

    def tell(self, event: AnyEvent) -> None:
        for listener in list(self.listeners):
            listener(event)

    def start(self, verb: str, site: str, result: dict[str, Any], after: Callable[[], None] | None = None) -> FakeHandle:
        self._count += 1
        handle = FakeHandle(f"job{self._count}", verb, site)
        self.handles[handle.id] = handle
        self.job_rows.insert(0, Job(handle.id, verb, site, started_at=NOW))
        task = asyncio.get_running_loop().create_task(self._run(handle, result, after))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return handle

    def group(self, verb: str, handles: Sequence[FakeHandle]) -> FakeHandle:
        """Several as one, whose end sums up; it tells nobody else."""
        self._count += 1
        whole = FakeHandle(f"job{self._count}", verb, "")

        async def follow() -> None:
            ends = [await one.result() for one in handles]
            rows = [
                {"site": end.site, "outcome": end.outcome} | ({"failure": msgspec.to_builtins(end.failure)} if end.failure else {})
                for end in ends
            ]
            whole.put(Finished(job=whole.id, outcome="warning", result={"sites": rows}))

        task = asyncio.get_running_loop().create_task(follow())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return whole

    def listen(self, port: int) -> FakeHandle:
        """A receiver that hears until it is cancelled."""
        self._count += 1
        handle = FakeHandle(f"job{self._count}", "listen", "")
        self.handles[handle.id] = handle
        for event in (Started(job=handle.id, verb="listen"), Listening(job=handle.id, address=f"http://127.0.0.1:{port or 8791}")):
            handle.put(event)
            self.tell(event)
        return handle

    async def _run(self, handle: FakeHandle, result: dict[str, Any], after: Callable[[], None] | None) -> None:
        def say(event: AnyEvent) -> None:
            handle.put(event)
            self.tell(event)

        say(Started(job=handle.id, site=handle.site, verb=handle.verb))
        for n in range(1, 11):
            await asyncio.sleep(self.step)
            if handle.cancelled:
                say(
                    Finished(
                        job=handle.id,
                        site=handle.site,
                        outcome="cancelled",
                        failure=Failure("cancelled", "CANCELLED", "Stopped on request."),
                    )
                )
                return self._ended(handle, "cancelled")
            say(
                Progressed(
                    job=handle.id,
                    site=handle.site,
                    phase="transfer",
                    percent=n * 10.0,
                    files_done=n * 120,
                    files_total=1200,
                    bytes_done=n * 98_000_000,
                    bytes_total=980_000_000,
                    rate=6_100_000.0,
                    eta_seconds=(10 - n) * 16.0,
                )
            )
        failure = self.outcomes.get(handle.site)
        if failure is None and after is not None:
            after()
        outcome = "failed" if failure else "success"
        self._ended(handle, outcome)
        say(Finished(job=handle.id, site=handle.site, outcome=outcome, result={} if failure else result, failure=failure))

    def _ended(self, handle: FakeHandle, outcome: str) -> None:
        self.job_rows = [
            msgspec.structs.replace(job, outcome=outcome, ended_at=NOW + timedelta(seconds=42)) if job.id == handle.id else job
            for job in self.job_rows
        ]

    def site(self, name: str) -> SiteView:
        for view in self.site_views:
            if view.name.casefold() == name.casefold():
                return view
        raise NotFound(f"There is no site {name!r}.")

    def replace_site(self, name: str, **changes: Any) -> SiteView:
        changed = msgspec.structs.replace(self.site(name), **changes)
        self.site_views = [changed if v.name == name else v for v in self.site_views]
        return changed


class _Noun:
    def __init__(self, fake: FakeHoldfast) -> None:
        self.fake = fake


class _Sites(_Noun):
    def __init__(self, fake: FakeHoldfast) -> None:
        super().__init__(fake)
        self.network = FakeNetwork(fake)

    async def test_service(self, name: str) -> dict[str, Any]:
        self.fake.asked("sites.test_service", name=name)
        site = self.fake.site(name)
        identity = {"user": "ada", "roles": ["backup_operator"], "may": True, "hint": ""}
        return {"url": site.url, "identity": identity, "capabilities": site.offers}

    async def list(self, *, tag: str | None = None, client: str | None = None) -> Sequence[SiteView]:
        self.fake.asked("sites.list")
        return list(self.fake.site_views)

    async def confirm(self, name: str) -> Sequence[Finding]:
        self.fake.asked("sites.confirm", name=name)
        self.fake.replace_site(name, status="ok", reasons=())
        return ()

    async def show(self, name: str) -> SiteView:
        self.fake.asked("sites.show", name=name)
        return self.fake.site(name)

    async def add(self, name: str, **given: Any) -> SiteView:
        self.fake.asked("sites.add", name=name, **given)
        if given.get("system", "folder") in OFFERS:
            return add_service_site(self.fake, name, **given)
        archives = given.get("system") == "archives"
        made = SiteView(
            name,
            "archives" if archives else "folder",
            path="" if archives else str(given["path"]),
            retention=str(given.get("retention", "")),
            presets=tuple(given.get("presets", ())),
            storage=given.get("storage") or self.fake.storage_views[0].name,
            database=given.get("database", "auto"),
            excludes=tuple(given.get("excludes", ())),
            status="never",
            reasons=(Reason("NEVER"),),
            id=f"s{len(self.fake.site_views)}",
            recent=day_marks([""] * 30, NOW),
        )
        self.fake.site_views.append(made)
        return made

    async def edit(self, name: str, *, new_name: str | None = None, **changes: Any) -> SiteView:
        self.fake.asked("sites.edit", name=name, new_name=new_name, **changes)
        given = {k: v for k, v in changes.items() if v is not None and k in SiteView.__struct_fields__}
        if new_name:
            given["name"] = new_name
        return self.fake.replace_site(name, **given)

    async def bring_back(self, name: str) -> SiteView:
        self.fake.asked("sites.bring_back", name=name)
        self.fake.site_views.append(self.fake.removed[name])
        return self.fake.removed.pop(name)

    async def remove(self, name: str, *, with_backups: bool = False, revoke: bool = False) -> int:
        self.fake.asked("sites.remove", name=name, with_backups=with_backups, **({"revoke": True} if revoke else {}))
        self.fake.site_views.remove(gone := self.fake.site(name))
        if not with_backups:
            self.fake.removed[name] = gone
            return 0
        return len(self.fake.backup_rows.pop(name, []))

    async def test(self, name: str) -> FolderFacts:
        return await self.inspect_folder(self.fake.site(name).path)

    async def inspect_folder(self, path: str | Path, *, database: str = "auto", database_password: Secret | None = None) -> FolderFacts:
        self.fake.asked("sites.inspect_folder", path=str(path), database=database)
        if "missing" in str(path):
            raise NotFound(f"There is no folder {path}.", code="NO-FOLDER", hint="Choose a folder that exists.")
        return FolderFacts(
            str(path),
            "wordpress",
            Path(path).name,
            "6.8.3",
            "https://yoga-mitte.example",
            "mysql://wp@localhost/yoga_mitte",
            True,
            12_847,
            1_250_000_000,
            {"core": 71_000_000, "plugins": 214_000_000, "themes": 38_000_000, "uploads": 902_000_000, "other": 25_000_000},
            ("wp-content/cache/",),
            (),
            {"caches": 84_000_000, "backups": 190_000_000, "logs": 12_000_000},
        )

    async def browser_sign_in(self, system: str, url: str, *, open_page: Callable[[str], None], **given: Any) -> BrowserSignIn:
        """Approved at once, unless `patience` of detection is awaited."""
        self.fake.asked("sites.browser_sign_in", system=system, url=url)
        if self.fake.approvals is not None:
            await self.fake.approvals.wait()
        return BrowserSignIn(system, url, "ada", SignIn(user="ada"))

    async def approval_page(self, system: str, url: str, **given: Any) -> str:
        self.fake.asked("sites.approval_page", system=system, url=url)
        return "about:blank"

    async def try_sign_in(self, system: str, **given: Any) -> SignInTried:
        self.fake.asked("sites.try_sign_in", system=system, **given)
        secret = given.get("secret")
        if secret is not None and secret.reveal().replace(" ", "") == "wrong":
            raise AuthRejected("The site refused the sign-in.", hint="Check user and password.", host=str(given.get("url")))
        user = str(given.get("user") or "ada")
        brought = given.get("sign_in") or BrowserSignIn(system, str(given.get("url", "")), user, SignIn(user=user))
        identity = {"user": user, "roles": ["backup_operator"], "may": True, "hint": ""}
        return SignInTried(brought, identity, OFFERS[system], self.fake.newest_size)

    async def find_local(self) -> Sequence[FolderFacts]:
        self.fake.asked("sites.find_local")
        known = {s.path for s in self.fake.site_views}
        found = [
            FolderFacts(
                "/home/mira/Local Sites/yoga-mitte/app/public",
                "wordpress",
                "yoga-mitte",
                "6.8.3",
                "https://yoga-mitte.local",
                program="Local",
            ),
            FolderFacts("/home/mira/Sites/atelier-nord", "wordpress", "atelier-nord", "6.7.1", "https://atelier-nord.local"),
        ]
        return [f for f in found if f.path not in known]


class _Storages(CaringStorages, _Noun):
    def __init__(self, fake: FakeHoldfast) -> None:
        super().__init__(fake)
        self.keys = FakeKeys(fake)
        self.damage: dict[str, Any] = {"index_corrected": ["a"], "vanished": ["b"], "snapshots_damaged": ["c", "d"]}

    async def list(self) -> Sequence[StorageView]:
        self.fake.asked("storages.list")
        return list(self.fake.storage_views)

    async def show(self, name: str) -> StorageView:
        self.fake.asked("storages.show", name=name)
        for view in self.fake.storage_views:
            if view.name == name:
                return view
        raise NotFound(f"There is no storage {name!r}.")

    async def missing(self) -> frozenset[str]:
        return frozenset(self.fake.unplugged)

    async def add(self, name: str, location: str, password: Secret | None = None, **given: Any) -> StorageAdded:
        self.fake.asked("storages.add", name=name, location=location, password=password, **given)
        if given.get("must_exist") and "missing" in location:
            raise NotFound(f"There is no repository in {location}.", code="REPO-NOT-FOUND")
        if given.get("must_exist") and password is not None and password.reveal() == "wrong":
            raise AuthRejected("The password does not open the repository.", code="REPO-PASSWORD")
        view = StorageView(name, location, f"st{len(self.fake.storage_views)}", "6f2ab1", created_at=NOW)
        self.fake.storage_views.append(view)
        made = None if password else Secret("copper-violin-harbour-nine-maple-dusk")
        if given.get("must_exist"):
            return StorageAdded(view, False, None, "", ("yoga-mitte.example", "weingut-lehmann.example"))
        return StorageAdded(view, True, made, "<html><body><h1>Recovery kit</h1></body></html>")

    async def edit(self, name: str, **changes: Any) -> StorageView:
        self.fake.asked("storages.edit", name=name, **changes)
        old = await self.show(name)
        given = {k: v for k, v in changes.items() if v is not None and k in StorageView.__struct_fields__}
        if changes.get("new_name"):
            given["name"] = changes["new_name"]
        new = msgspec.structs.replace(old, **given)
        self.fake.storage_views = [new if v.name == name else v for v in self.fake.storage_views]
        return new

    async def remove(self, name: str) -> None:
        self.fake.asked("storages.remove", name=name)
        self.fake.storage_views.remove(await self.show(name))

    async def test(self, name: str) -> StorageReport:
        self.fake.asked("storages.test", name=name)
        return _REPORT

    async def test_location(self, location: str, **given: Any) -> StorageReport:
        self.fake.asked("storages.test_location", location=location, **given)
        return _REPORT

    async def stats(self, name: str) -> dict[str, Any]:
        self.fake.asked("storages.stats", name=name)
        return {"stored": 4_100_000_000, "restored_size": 61_000_000_000, "free_space": 91_000_000_000, "at": NOW.isoformat()}

    async def recovery_kit(self, name: str, *, with_password: bool = True) -> str:
        self.fake.asked("storages.recovery_kit", name=name, with_password=with_password)
        return "<html><body><h1>Recovery kit</h1></body></html>"

    async def note_kit_saved(self, name: str) -> None:
        self.fake.kits[name] = NOW

    async def kits_saved(self) -> dict[str, datetime]:
        return dict(self.fake.kits)

    async def unlock(self, name: str, *, force: bool = False) -> dict[str, Any]:
        self.fake.asked("storages.unlock", name=name, force=force)
        self.free(name)
        return {"removed": [{"id": "ab"}], "left": []}

    async def sync(self, name: str) -> bool:
        self.fake.asked("storages.sync", name=name)
        return False

    async def check(self, name: str, *, read_data: bool = False, sample: str = "") -> FakeHandle:
        self.fake.asked("storages.check", name=name, read_data=read_data, sample=sample)
        return self.fake.start("check", "", {"ok": True})

    async def prune(self, name: str, *, dry_run: bool = False, confirmed: bool = False) -> FakeHandle:
        self.fake.asked("storages.prune", name=name, dry_run=dry_run)
        return self.fake.start("prune", "", {"plan": {"bytes_freed": 612_000_000, "remove": 31, "repack": 12, "alarm": ""}})

    async def repair(self, name: str, *, dry_run: bool = False, drop_snapshots: bool = False) -> FakeHandle:
        self.fake.asked("storages.repair", name=name, dry_run=dry_run, drop_snapshots=drop_snapshots)
        return self.fake.start("repair", "", {"plan": self.damage})


_REPORT = StorageReport(
    True,
    (
        ReportLine("reach", True, "answered in 12 ms"),
        ReportLine("create", True),
        ReportLine("read", True),
        ReportLine("list", True),
        ReportLine("delete", True),
        ReportLine("versioning", None),
    ),
)


class _Backups(CaringBackups, _Noun):
    async def create(self, sites: Sequence[str] = (), *, all_sites: bool = False, **given: Any) -> FakeHandle:
        self.fake.asked("backups.create", sites=tuple(sites), all_sites=all_sites, **given)
        names = [v.name for v in self.fake.site_views] if all_sites else list(sites)
        handles = [self._one(name, given) for name in names]
        return handles[0] if len(names) == 1 and not all_sites else self.fake.group("backup", handles)

    def _one(self, name: str, given: dict[str, Any]) -> FakeHandle:
        number = len(self.fake.backup_rows.get(name, []))
        backup = Backup(
            f"{number:02d}c4f1e9{name[:4]}",
            name,
            type=str(given.get("type", "incremental")),
            created_at=NOW,
            completed_at=NOW,
            duration=42.0,
            size=980_000_000,
            label=str(given.get("label", "")),
        )

        def after() -> None:
            self.fake.backup_rows.setdefault(name, []).insert(0, backup)
            self.fake.replace_site(name, status="ok", reasons=(), last_backup_at=NOW, last_outcome="success", last_backup=backup)
            self.fake.attention = tuple(a for a in self.fake.attention if a[0] != name)

        return self.fake.start("backup", name, {"backup": msgspec.to_builtins(backup)}, after)

    async def list(self, site: str, **given: Any) -> Page[Backup]:
        self.fake.asked("backups.list", site=site, **given)
        if self.fake.locked and given.get("refresh"):
            raise Busy("The keyring is locked.", code="KEY-LOCKED")
        if site.startswith("@"):
            here = [v.name for v in self.fake.site_views if v.storage == site[1:]]
            rows = [b for name in here for b in self.fake.backup_rows.get(name, [])]
        else:
            rows = list(self.fake.backup_rows.get(self.fake.site(site).name, []))
        rows.sort(key=lambda b: b.created_at or NOW, reverse=True)
        return Page(tuple(rows), len(rows))

    async def show(self, site: str, backup: str) -> Backup:
        return next(b for b in self.fake.backup_rows[site] if b.id.startswith(backup))

    async def files(self, site: str, backup: str, path: str = "/", *, offset: int = 0, limit: int | None = None) -> Sequence[FileView]:
        self.fake.asked("backups.files", site=site, backup=backup, path=path)
        rows = sorted(self.fake.tree.get(path, []), key=lambda one: (one.kind != "dir", one.name.lower()))
        return rows[offset:] if limit is None else rows[offset : offset + limit]

    async def find(
        self, pattern: str, *, site: str | None = None, limit: int = 200, kinds: Sequence[str] = ("file",)
    ) -> Sequence[FoundFile]:
        self.fake.asked("backups.find", pattern=pattern, site=site)
        found = []
        for name, rows in self.fake.backup_rows.items():
            if site not in {None, name} or not rows:
                continue
            ids = tuple(b.id for b in rows)
            for entries in self.fake.tree.values():
                for entry in entries:
                    if entry.kind == "file" and pattern.strip("*").casefold() in entry.name.casefold():
                        half = max(1, len(ids) // 2)
                        versions = [FileVersion(entry.size, entry.modified_at, ids[:half], rows[half - 1].created_at, rows[0].created_at)]
                        if ids[half:]:
                            versions.append(FileVersion((entry.size or 0) - 812, NOW - timedelta(days=40), ids[half:], rows[-1].created_at))
                        found.append(FoundFile(name, entry.path, entry.kind, tuple(versions)))
        return found[:limit]

    async def diff(self, site: str, old: str, new: str) -> dict[str, Any]:
        self.fake.asked("backups.diff", site=site, old=old, new=new)
        root = "/home/mira/Sites/yoga-mitte"
        return {
            "added": [
                {"path": f"{root}/wp-content/uploads/2026/11/retreat-{n}.jpg", "kind": "file", "size_after": 1_840_000 + n * 991}
                for n in range(14)
            ],
            "removed": [{"path": f"{root}/wp-content/cache/page-1.html", "kind": "file", "size_before": 18_200}],
            "changed": [
                {
                    "path": f"{root}/wp-content/plugins/forms/forms.php",
                    "kind": "file",
                    "size_before": 20_100,
                    "size_after": 20_412,
                    "what": "content",
                },
                {"path": f"{root}/wp-config.php", "kind": "file", "size_before": 3_100, "size_after": 3_100, "what": "metadata"},
            ],
            "totals": {"added": 14, "removed": 1, "changed": 2},
        }

    async def get(self, site: str, backup: str, path: str, *, to: str | Path) -> FakeHandle:
        self.fake.asked("backups.get", site=site, backup=backup, path=path, to=str(to))
        return self.fake.start("get", site, {"path": str(to), "size": 20_412, "sha256": "ab" * 32})

    async def download(self, site: str, backup: str, *, to: str | Path, **given: Any) -> FakeHandle:
        self.fake.asked("backups.download", site=site, backup=backup, to=str(to), **given)
        return self.fake.start("download", site, {"path": str(to), "size": 612_000_000, "sha256": "ab" * 32})

    async def verify(self, site: str, backup: str) -> FakeHandle:
        self.fake.asked("backups.verify", site=site, backup=backup)
        return self.fake.start("verify", site, {})

    async def drill(self, site: str, backup: str = "latest") -> FakeHandle:
        self.fake.asked("backups.drill", site=site, backup=backup)
        return self.fake.start("drill", site, {"verdict": "proven", "level": "read", "checks": []})

    async def restore_plan(self, site: str, backup: str, **given: Any) -> dict[str, Any]:
        self.fake.asked("backups.restore_plan", site=site, backup=backup, **given)
        return {
            "target": str(given.get("to") or "/home/mira/Sites/yoga-mitte"),
            "added": 1_204,
            "overwritten": 31,
            "unchanged": 11_612,
            "left": 0,
            "removed": 12 if given.get("delete") else 0,
            "bytes": 980_000_000,
            "space_needed": 980_000_000,
            "space_free": 91_000_000_000,
            "tables": ["wp_posts", "wp_options"],
            "backup_age_seconds": 10_800,
            "samples": {"overwritten": ["wp-content/plugins/forms/forms.php", "wp-config.php"]},
            "newer_on_site": [] if given.get("to") else [{"kind": "plugin", "name": "Forms", "now": "2.10", "backup": "2.9"}],
        }

    async def restore(self, site: str, backup: str, **given: Any) -> FakeHandle:
        self.fake.asked("backups.restore", site=site, backup=backup, **given)
        return self.fake.start(
            "restore",
            site,
            {"backup_id": backup, "confirmed": True, "files": 1_235, "bytes": 980_000_000, "target": str(given.get("to") or "")},
        )

    async def keep(self, site: str, backup: str) -> Backup:
        self.fake.asked("backups.keep", site=site, backup=backup)
        return self._mark(site, backup, True)

    async def unkeep(self, site: str, backup: str) -> Backup:
        self.fake.asked("backups.unkeep", site=site, backup=backup)
        return self._mark(site, backup, False)

    def _mark(self, site: str, backup: str, keep: bool) -> Backup:
        rows = self.fake.backup_rows[site]
        place = next(i for i, b in enumerate(rows) if b.id == backup)
        rows[place] = msgspec.structs.replace(rows[place], metadata={**rows[place].metadata, "keep": keep})
        return rows[place]

    async def dependants(self, site: str, backup: str) -> Sequence[Backup]:
        return [b for b in self.fake.backup_rows[site] if b.parent_id == backup]

    async def resume(self) -> Sequence[FakeHandle]:
        self.fake.asked("backups.resume")
        return [self.fake.start("backup", site, {}) for site in self.fake.left_running]

    async def fetch(self, sites: Sequence[str]) -> FakeHandle:
        self.fake.asked("backups.fetch", sites=tuple(sites))
        return self.fake.start("fetch", sites[0], {})

    async def delete(self, site: str, backups: Sequence[str], *, delete_cloud: bool = False) -> FakeHandle:
        self.fake.asked("backups.delete", site=site, backups=tuple(backups), **({"delete_cloud": True} if delete_cloud else {}))

        def after() -> None:
            self.fake.backup_rows[site] = [b for b in self.fake.backup_rows[site] if b.id not in backups]

        return self.fake.start("delete", site, {"removed": list(backups)}, after)

    async def forget(
        self, site: str, *, policy: Any = None, dry_run: bool = False, prune: bool = False, confirmed: bool = False
    ) -> FakeHandle:
        self.fake.asked("backups.forget", site=site, policy=policy, dry_run=dry_run, prune=prune)
        rows = self.fake.backup_rows.get(site, [])
        items = [{"id": b.id, "time": (b.created_at or NOW).isoformat(), "type": b.type, "label": b.label, "reasons": []} for b in rows]
        half = len(rows) // 2
        groups = [{"site": site, "name": site, "keep": items[:half], "remove": items[half:], "stop": ""}]
        return self.fake.start("forget", site, {"plan": {"policy": str(policy), "groups": groups}, "removed": []})


class _Jobs(_Noun):
    async def running(self) -> Sequence[Job]:
        return [j for j in self.fake.job_rows if not j.outcome]

    async def no_runs(self, since: datetime, *, site: str | None = None) -> Sequence[NoRun]:
        self.fake.asked("jobs.no_runs", site=site)
        return [one for one in self.fake.not_run if site in {None, one.site} and one.due_at > since]

    async def history(
        self, *, site: str | None = None, outcome: str | None = None, limit: int = 50, page: int = 1, since: datetime | None = None
    ) -> Page[Job]:
        self.fake.asked("jobs.history", site=site, outcome=outcome)
        rows = [j for j in self.fake.job_rows if site in {None, j.site} and outcome in {None, j.outcome}]
        rows = [j for j in rows if since is None or (j.started_at is not None and j.started_at >= since)]
        return Page(tuple(rows[(page - 1) * limit : page * limit]), len(rows))

    async def usual(self, site: str, verb: str) -> dict[str, float]:
        self.fake.asked("jobs.usual", site=site, verb=verb)
        return self.fake.usual.get((site, verb), {})

    async def show(self, job: str) -> Job:
        return next(j for j in self.fake.job_rows if j.id == job)

    async def log(self, job: str) -> str:
        return "14:05:01  opened storage\n14:05:02  scan: 12,847 files\n14:05:31  stored 12 MB new\n14:05:32  done"

    async def cancel(self, job: str) -> None:
        self.fake.asked("jobs.cancel", job=job)
        if job in self.fake.handles:
            self.fake.handles[job].cancel()

    def handle(self, job: str) -> FakeHandle | None:
        return self.fake.handles.get(job)

    def subscribe(self, listener: Callable[[AnyEvent], None]) -> Callable[[], None]:
        self.fake.listeners.append(listener)
        return lambda: self.fake.listeners.remove(listener)


class _Settings(_Noun):
    async def get(self) -> Settings:
        return self.fake.value

    async def set(self, name: str, value: Any) -> Settings:
        self.fake.asked("settings.set", name=name, value=value)
        self.fake.value = change_setting(self.fake.value, name, value)
        return self.fake.value
