"""The nouns of `FakeHoldfast` about sites with a backup service of their own: accounts, detection, on-site schedules, storages.

`OFFERS` are the real capabilities of the four systems, so that the window is shown what it will be shown.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.app import ScheduleView
from holdfast.app.costs import Cheaper, Cost
from holdfast.app.schedule_rules import checked
from holdfast.app.views import AccountView, SiteView
from holdfast.errors import AuthRejected, HoldfastError, NotFound
from holdfast.providers.backup_copilot.offers import capabilities_of as of_copilot
from holdfast.providers.general_bots.offers import capabilities_of as of_bots
from holdfast.providers.safeguard.offers import capabilities_of as of_safeguard
from holdfast.providers.wp_engine.offers import capabilities_of as of_engine
from holdfast.records import Schedule, Site
from holdfast.secret import Secret
from holdfast.verdict import Reason
from holdfast.worker.network_asking import plain_capabilities
from tests.support.day_marks import day_marks
from tests.support.fake_care import CaringConditions

if TYPE_CHECKING:
    from tests.support.fake_holdfast import FakeHandle, FakeHoldfast

OFFERS: dict[str, dict[str, Any]] = {
    "backup-copilot": plain_capabilities(of_copilot(None)),
    "safeguard": plain_capabilities(of_safeguard(None)),
    "wp-engine": plain_capabilities(of_engine(None, install=True, emails=("mira@example.org",))),
    "general-bots": plain_capabilities(of_bots(has_api=True)),
}
PASSWORD = "abcd efgh ijkl mnop qrst uvwx"


class FakeNetwork:
    """`app.sites.network`. `found`: what detection answers by address; an error is raised."""

    def __init__(self, fake: FakeHoldfast) -> None:
        self.fake = fake
        self.found: dict[str, dict[str, Any] | HoldfastError] = {}
        self.patience = asyncio.Event()
        self.slow: dict[str, asyncio.Event] = {}
        """Sites that answer, and tell what they are once their event is set."""

    async def detect(self, url: str, *, ca_file: str = "", reached: Callable[[str], object] = lambda _: None) -> dict[str, Any]:
        self.fake.asked("sites.detect", url=url)
        if url in self.slow:
            reached(f"https://{url}/")
            await self.slow[url].wait()
        answer = self.found.get(url) or found_at(url)
        if isinstance(answer, HoldfastError):
            raise answer
        return answer

    async def network_site(self, name: str) -> Site:
        view = self.fake.site(name)
        return Site(view.id, view.name, view.system, url=view.url)

    async def rotate(self, site: Site) -> dict[str, Any]:
        self.fake.asked("sites.rotate", site=site.name)
        return {"revoked": True, "why": ""}


def found_at(url: str, systems: Sequence[str] = ("backup-copilot",), **more: Any) -> dict[str, Any]:
    """What detection tells of a healthy site."""
    return {
        "root": f"https://{url}/wp-json/",
        "url": f"https://{url}",
        "namespaces": ["bkpc/v1", "wp/v2"],
        "systems": [
            {"system": one, "ready": one in systems, "why": "" if one in systems else "PLUGIN-MISSING"}
            for one in ("backup-copilot", "safeguard")
        ],
        "sign_in": ["application-password", "browser"],
        "warnings": [],
        "name": "Yoga Mitte",
    } | more


def add_service_site(fake: FakeHoldfast, name: str, system: str, **given: Any) -> SiteView:
    """As `sites.add` does for a system with a service; a wrong password is refused."""
    secret = given.get("secret")
    if secret is not None and secret.reveal().replace(" ", "") == "wrong":
        raise AuthRejected(f"{name} refused the sign-in.", hint="Check user and password.", host=name)
    account = str(given.get("account") or name)
    brought = given.get("sign_in")
    if brought is not None:
        given = {**given, "url": brought.url, "user": brought.user}
    if all(one.name != account for one in fake.account_views):
        fake.account_views.append(AccountView(account, system, str(given.get("user", "")), str(given.get("url", "")), sites=(name,)))  # type: ignore[arg-type]  # one of the words
    options = {key: given[key] for key in ("install", "notification_emails") if given.get(key)}
    made = SiteView(
        name,
        system,  # type: ignore[arg-type]  # one of the words
        url=str(given.get("url") or "https://api.wpengineapi.com/v1").removesuffix("wp-json/"),
        account=account,
        status="never",
        reasons=(Reason("NEVER"),),
        id=f"s{len(fake.site_views)}",
        recent=day_marks([""] * 30, datetime.now(UTC)),
        capabilities=tuple(OFFERS[system]["verbs"]),
        offers=OFFERS[system],
        options=options,
        storage=str(given.get("storage", "")),
        retention=str(given.get("retention", "")),
    )
    fake.site_views.append(made)
    fake.backup_rows.setdefault(name, [])
    return made


class FakeAccounts:
    def __init__(self, fake: FakeHoldfast) -> None:
        self.fake = fake
        self.installs: list[dict[str, Any]] = [
            {"id": f"i{number}", "name": name, "environment": environment, "domain": f"{name}.example", "status_word": "active"}
            for number, (name, environment) in enumerate(
                (("torquemag", "production"), ("torquestage", "staging"), ("weingut", "production"), ("hotelseeblick", "production"))
            )
        ]

    async def list(self) -> Sequence[AccountView]:
        self.fake.asked("accounts.list")
        return list(self.fake.account_views)

    async def add(self, name: str, *, system: str, user: str = "", secret: Secret, auth: str = "", url: str = "") -> AccountView:
        self.fake.asked("accounts.add", name=name, system=system, user=user, secret=secret, auth=auth)
        if secret.reveal() == "wrong":
            raise AuthRejected("WP Engine refused the sign-in.", hint="Check user and password.")
        made = AccountView(name, system, user, url)  # type: ignore[arg-type]  # one of the words
        self.fake.account_views.append(made)
        return made

    async def remove(self, name: str) -> None:
        self.fake.asked("accounts.remove", name=name)
        self.fake.account_views = [one for one in self.fake.account_views if one.name != name]

    async def reaches(self, name: str) -> Sequence[dict[str, Any]]:
        self.fake.asked("accounts.reaches", name=name)
        return self.installs


class FakeServices:
    def __init__(self, fake: FakeHoldfast) -> None:
        self.fake = fake
        self.storage_rows: list[dict[str, Any]] = [
            {
                "slug": "s3", "name": "Amazon S3", "kind": "Amazon S3", "is_primary": True, "is_enabled": True, "test_status": "passed",
                "details": {"bucket": "my-backups", "region": "us-east-1", "path": "safeguard/"},
            },
            {"slug": "dropbox", "name": "Dropbox", "kind": "Dropbox", "is_primary": False, "is_enabled": True, "test_status": "failed",
             "details": {"path": "/Apps/SafeGuard"}},
        ]  # fmt: skip
        self.staging: dict[str, Any] | None = None
        self.hooks: list[dict[str, Any]] = []

    async def storages(self, site: str) -> Sequence[dict[str, Any]]:
        self.fake.asked("services.storages", site=site)
        return list(self.storage_rows)

    async def test_storage(self, site: str, slug: str) -> dict[str, Any]:
        self.fake.asked("services.test_storage", site=site, slug=slug)
        return next(one for one in self.storage_rows if one["slug"] == slug)

    async def staging_job(self, site: str) -> dict[str, Any] | None:
        self.fake.asked("services.staging_job", site=site)
        return self.staging

    async def migration_job(self, site: str) -> dict[str, Any] | None:
        return None

    async def create_staging(self, site: str, *, mode: str = "", roles: dict[str, str] | None = None) -> dict[str, Any]:
        self.fake.asked("services.create_staging", site=site, mode=mode, roles=roles)
        self.staging = {"id": "st-1", "status": "running", "progress": 40, "step": "copying files"}
        return self.staging

    async def set_staging(self, site: str, staging: str, *, roles: dict[str, str]) -> dict[str, Any]:
        self.fake.asked("services.set_staging", site=site, staging=staging, roles=roles)
        return {"id": staging}

    async def own_password(self, site: str) -> dict[str, Any] | None:
        self.fake.asked("services.own_password", site=site)
        return {"id": "first", "name": "Holdfast", "created_at": self.fake.password_made.isoformat()}

    async def webhooks(self, site: str) -> Sequence[dict[str, Any]]:
        return list(self.hooks)

    async def listened_sites(self) -> Sequence[str]:
        return ["shop"] if self.hooks else []

    async def listen(self, secrets: object = None, *, port: int = 0, host: str = "127.0.0.1") -> FakeHandle:
        self.fake.asked("services.listen", port=port)
        return self.fake.listen(port)

    async def add_webhook(self, site: str, *, url: str, events: Sequence[str], secret: Secret) -> dict[str, Any]:
        self.fake.asked("services.add_webhook", site=site, url=url, events=tuple(events), secret=secret)
        made = {"id": "w1", "url": url, "events": list(events)}
        self.hooks.append(made)
        return made


class FakeConditions(CaringConditions):
    """`Holdfast.conditions`, as far as the window asks."""

    def __init__(self, fake: FakeHoldfast) -> None:
        self.fake = fake
        self.cost = Cost()

    async def cost_of_plan(self, site: str | None = None, *, tag: str = "", **words: Any) -> Cost:
        self.fake.asked("conditions.cost_of_plan", site=site, tag=tag, **words)
        return self.cost

    async def cost_of_new(self, size: int, *, has_database_type: bool = False, **words: Any) -> Cost:
        self.fake.asked("conditions.cost_of_new", size=size, **words)
        cheaper = Cheaper(size // 6, 900.0, estimated=True) if has_database_type and words.get("every") == "daily" else None
        return Cost(size // (7 if words.get("every") == "weekly" else 1), 5_400.0, 1, cheaper=cheaper)


class FakeSchedules:
    def __init__(self, fake: FakeHoldfast, now: Callable[[], Any]) -> None:
        self.fake = fake
        self.rows: dict[str, list[ScheduleView]] = {}
        self.now = now
        self.held: dict[str, datetime] = {}
        self.reasons: dict[str, list[Reason]] = {}
        """What `why` answers, by site."""

    async def why(self, site: str) -> Sequence[Reason]:
        self.fake.asked("schedules.why", site=site)
        return self.reasons.get(site, [Reason("NO-SCHEDULE")])

    async def pauses(self) -> dict[str, datetime]:
        return dict(self.held)

    async def pause(self, site: str | None = None, *, until: datetime) -> datetime:
        """As the core judges: a site that is well is paused, a worse one stays what it is and carries the reason too."""
        self.fake.asked("schedules.pause", site=site, until=until)
        self.held[site or ""] = until
        self.judge()
        return until

    async def resume(self, site: str | None = None) -> None:
        self.fake.asked("schedules.resume", site=site)
        self.held = {name: until for name, until in self.held.items() if site is not None and name != site}
        self.judge()

    def judge(self) -> None:
        for view in self.fake.site_views:
            until = self.held.get(view.name, self.held.get(""))
            reasons = tuple(one for one in view.reasons if one.code != "PAUSED")
            reasons += (Reason("PAUSED", details={"until": until.isoformat()}),) if until is not None else ()
            status = view.status
            if status in {"ok", "running", "paused"}:
                status = "paused" if until is not None else "ok"
            self.fake.replace_site(view.name, reasons=reasons, status=status)

    async def list(self, site: str | None = None) -> Sequence[ScheduleView]:
        return [one for name, rows in self.rows.items() for one in rows if one.where == "local" and site in {None, name}]

    async def list_all(self, site: str | None = None) -> tuple[Sequence[ScheduleView], Sequence[tuple[str, HoldfastError]]]:
        self.fake.asked("schedules.list_all", site=site)
        return list(self.rows.get(site or "", [])), ()

    async def add(self, site: str | None = None, **given: Any) -> ScheduleView:
        self.fake.asked("schedules.add", site=site, **given)
        if site is None:
            sites = tuple(view.name for view in self.fake.site_views if given["tag"] in view.tags)
            made = await self._put("", given, sites)
            for name in sites:
                self.rows.setdefault(name, []).append(made)
            return made
        made = await self._put(site, given, (site,))
        self.rows.setdefault(site, []).append(made)
        return made

    async def _put(self, site: str, given: dict[str, Any], sites: tuple[str, ...]) -> ScheduleView:
        known = {key: value for key, value in given.items() if key in ScheduleView.__struct_fields__}
        number = len(self.rows.get(site, [])) + 1
        known = {"where": "local", **known}
        return ScheduleView(
            f"{site}/{number}" if known["where"] == "site" else f"plan{site}{number}",
            site=site,
            next_run_at=self.now() + timedelta(hours=12),
            sites=sites,
            **known,
        )

    async def show(self, schedule: str) -> ScheduleView:
        self.fake.asked("schedules.show", schedule=schedule)
        found = next((one for rows in self.rows.values() for one in rows if one.id == schedule), None)
        if found is None:
            raise NotFound(f"No schedule is meant by {schedule!r}.", code="NO-SCHEDULE")
        return msgspec.structs.replace(found, next_runs=self._five() if found.enabled and found.every != "login" else ())

    def _five(self) -> tuple[datetime, ...]:
        return tuple(self.now() + timedelta(hours=19, days=day) for day in range(5))

    async def preview(self, site: str | None = None, *, tag: str = "", count: int = 5, **words: Any) -> Sequence[datetime]:
        """As the core: what does not go together is refused."""
        self.fake.asked("schedules.preview", site=site, tag=tag, **words)
        checked(Schedule("", "", **{name: value for name, value in words.items() if name in Schedule.__struct_fields__}))
        return self._five()[:count] if words.get("every") != "login" else ()

    async def replaces(self, schedule: str) -> bool:
        return "update" not in schedule

    async def edit(self, schedule: str, **given: Any) -> ScheduleView:
        self.fake.asked("schedules.edit", schedule=schedule, **given)
        if "/" not in schedule:
            return self._changed(schedule, given)
        site = schedule.rpartition("/")[0]
        await self.remove(schedule)
        return await self.add(site, where="site", **given)

    def _changed(self, schedule: str, given: dict[str, Any]) -> ScheduleView:
        for rows in self.rows.values():
            for place, one in enumerate(rows):
                if one.id == schedule:
                    rows[place] = msgspec.structs.replace(one, **given)
                    return rows[place]
        raise NotFound(f"No schedule is meant by {schedule!r}.", code="NO-SCHEDULE")

    async def remove(self, schedule: str) -> None:
        self.fake.asked("schedules.remove", schedule=schedule)
        site = next((name for name, rows in self.rows.items() if any(one.id == schedule for one in rows)), "")
        if all(one.id != schedule for one in self.rows.get(site, [])):
            raise NotFound(f"The site has no schedule {schedule!r}.", code="NO-SCHEDULE")
        self.rows[site] = [one for one in self.rows[site] if one.id != schedule]
