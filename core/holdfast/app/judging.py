"""Site views: what this computer knows of each site, put together and judged. Blocks: called within `Home.ask`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from holdfast.app.home import Home
from holdfast.app.proving import proofs
from holdfast.app.schedule_views import Expected, expectations
from holdfast.app.views import DayMark, SiteView
from holdfast.app.watching import standings
from holdfast.records import HALVES, NETWORK_SYSTEMS, Backup, Job, Site, StorageEntry
from holdfast.state.catalogue import catalogue_path, open_if_there
from holdfast.state.database import to_text
from holdfast.state.remembered import recall
from holdfast.verdict import Knowledge, judge
from holdfast.watchfulness import Standing

STRIP_DAYS = 30
_CAPABILITIES = (
    "backup", "label", "metadata", "incremental", "differential", "database", "files", "list", "browse", "find", "diff", "get", "download",
    "verify", "drill", "restore", "keep", "delete", "forget",
)  # fmt: skip
_NOT_OF_ARCHIVES = ("backup", "label", "metadata", "incremental", "differential", "database", "files")
"""What only whoever makes the backups can do."""
NEWEST, OFFERS = "newest on site", "capabilities of site"
"""Facts about a site: its newest backup, and what its service offers, as they were seen last."""
IDENTITY = "identity at site"
"""Who its credential is there (`holdfast.providers.base.Identity`)."""
_BADNESS = ("", "success", "cancelled", "warning", "abandoned", "failed")


def judge_all(home: Home, now: datetime | None = None) -> list[SiteView]:
    """Every site, by name, as it stands now (or at another time)."""
    sites = home.sites.all()
    if not sites:
        return []
    now = now or datetime.now(UTC)
    expected = expectations(home, sites, now)
    jobs = home.history.of_sites(to_text(now.timestamp() - STRIP_DAYS * 86_400))
    storages = home.storages.all()
    newest = {**newest_backups(home, storages), **newest_on_sites(home, sites)}
    whole = newest_whole(home, storages, newest)
    types = {schedule.id: schedule.type for schedule in home.schedules.all()}
    proven, drilled = recall(home.database, "proven"), proofs(home)
    watched = standings(home)
    offers = recall(home.database, OFFERS)
    identities = recall(home.database, IDENTITY)
    accounts = {account.id: account.name for account in home.accounts.all()}
    checks = home.history.last_of_storage("check", decided=True)
    return [
        _with_service(
            _view(
                home,
                site,
                jobs.get(site.id, []),
                newest.get(site.id),
                proven,
                drilled.get(site.id, {}),
                checks.get(home.storage_name(site)),
                expected[site.id],
                watched.get(site.id),
                whole.get(site.id),
                types,
                now,
            ),
            site,
            accounts.get(site.account, ""),
            offers.get(site.id, {}),
            identities.get(site.id, {}),
        )
        for site in sites
    ]


def _with_service(view: SiteView, site: Site, account: str, offers: dict[str, Any], identity: dict[str, Any]) -> SiteView:
    """What differs for a site with a service of its own."""
    if site.system == "archives":
        offered = tuple(one for one in _CAPABILITIES if one not in _NOT_OF_ARCHIVES)
        return msgspec.structs.replace(view, options=site.options, capabilities=("fetch", *offered), database="", path="")
    if site.system not in NETWORK_SYSTEMS:
        return view
    return msgspec.structs.replace(
        view,
        account=account,
        options=site.options,
        capabilities=tuple(offers.get("verbs", ())),
        offers=offers,
        identity=identity,
        database="",
        path="",
    )


def newest_whole(home: Home, storages: Iterable[StorageEntry], newest: Mapping[str, Backup]) -> dict[str, Backup]:
    """The same of each site, where the newest holds one half of it: the newest that holds the whole."""
    if all(backup.type not in HALVES for backup in newest.values()):
        return dict(newest)
    found = newest_backups(home, storages, whole=True)
    return {**found, **{site: backup for site, backup in newest.items() if backup.type not in HALVES}}


def newest_backups(home: Home, storages: Iterable[StorageEntry], *, whole: bool = False) -> dict[str, Backup]:
    """The newest backup of each site id over all storages, as far as the catalogues know. `whole`: not of one half."""
    found: dict[str, Backup] = {}
    for storage in storages:
        catalogue = open_if_there(catalogue_path(home.paths.cache, storage.repository_id)) if storage.repository_id else None
        if catalogue is None:
            continue
        for site_id, (backup, _) in catalogue.newest(whole=whole).items():
            known = found.get(site_id)
            if known is None or (backup.created_at or _NEVER) > (known.created_at or _NEVER):
                found[site_id] = backup
        catalogue.close()
    return found


def newest_on_sites(home: Home, sites: Iterable[Site]) -> dict[str, Backup]:
    """The newest backup of each site with a service of its own, as it was last seen there."""
    seen = recall(home.database, NEWEST)
    wanted = {site.id for site in sites if site.system in NETWORK_SYSTEMS}
    return {site_id: msgspec.convert(fact["backup"], Backup) for site_id, fact in seen.items() if site_id in wanted}


_NEVER = datetime.min.replace(tzinfo=UTC)


def _view(
    home: Home,
    site: Site,
    jobs: Sequence[Job],
    last: Backup | None,
    proven: dict[str, dict[str, object]],
    proof: dict[str, Any],
    check: Job | None,
    expected: Expected,
    standing: Standing | None,
    whole: Backup | None,
    types: Mapping[str, str],
    now: datetime,
) -> SiteView:
    known = [*jobs, *_drill_before(jobs, proof)]
    known += [check] if check is not None else []
    verdict = judge(
        Knowledge(
            site=site,
            jobs=known,
            last_backup=last if last is not None and last.status == "completed" else None,
            locked=home.secrets_locked is not None,
            findings=standing.in_order() if standing is not None else (),
            paused_until=expected.paused_until,
            overdue_after=expected.overdue_after or timedelta(days=home.settings.overdue_days),
            last_whole=whole if whole is not None and whole.status == "completed" else _whole_run(jobs),
            whole_overdue_after=expected.whole_overdue_after,
            whole_since=None if site.system in NETWORK_SYSTEMS else expected.whole_since,  # nobody knows all that such a site holds
            types=types,
        ),
        now,
    )
    running = next((job for job in jobs if not job.outcome), None)
    return SiteView(
        name=site.name,
        system=site.system,
        url=site.url,
        account=site.account,
        client=site.client,
        tags=site.tags,
        status=verdict.status,
        reasons=verdict.reasons,
        last_backup_at=last.created_at if last is not None else None,
        last_outcome=next((job.outcome for job in jobs if job.verb == "backup" and job.outcome), ""),
        next_run_at=expected.next_run_at,
        proven_at=_last_proof(jobs, proven, proof),
        proof=proof,
        storage=home.storage_name(site),
        retention=site.retention,
        capabilities=_CAPABILITIES,
        id=site.id,
        path=site.path,
        database=site.database,
        excludes=site.excludes,
        presets=site.presets,
        created_at=site.created_at,
        last_backup=msgspec.structs.replace(last, site=site.name) if last is not None else None,
        running_job=running.id if running is not None else "",
        recent=_strip(jobs, now),
    )


def _whole_run(jobs: Sequence[Job]) -> Backup | None:
    """What the newest run made that took the whole site; newest first."""
    made = (job.result.get("backup") for job in jobs if job.verb == "backup" and job.outcome in {"success", "warning"})
    return next(
        (
            msgspec.convert(one, Backup)
            for one in made
            if isinstance(one, dict) and one.get("type", "full") not in HALVES and "id" in one and "site" in one
        ),
        None,
    )


def _drill_before(jobs: Sequence[Job], proof: dict[str, Any]) -> list[Job]:
    """A drill that failed, or proved less than it could, longer ago than the history of the strip goes: it stays a reason until a later one
    goes well."""
    if proof.get("verdict") not in {"failed", "warning"} or any(
        job.verb == "drill" and job.outcome not in {"", "cancelled"} for job in jobs
    ):
        return []
    checks = [{"outcome": "warning", "detail": detail} for detail in proof.get("half", ())]
    return [Job(str(proof["job"]), "drill", outcome=str(proof["verdict"]), backup_id=str(proof["backup"]), result={"checks": checks})]


def _last_proof(jobs: Sequence[Job], proven: dict[str, dict[str, object]], proof: dict[str, Any]) -> datetime | None:
    """When a backup of this site was last really restored: by a drill that is still in the history, or remembered longer."""
    times = [job.ended_at for job in jobs if job.verb == "drill" and job.outcome == "success" and job.ended_at is not None]
    times += [datetime.fromisoformat(str(proof["proven_at"]))] if proof.get("proven_at") else []
    times += [datetime.fromisoformat(str(proven[job.backup_id]["at"])) for job in jobs if job.backup_id in proven]
    return max(times, default=None)


def _strip(jobs: Sequence[Job], now: datetime) -> tuple[DayMark, ...]:
    worst: dict[str, str] = {}
    for job in jobs:
        if job.verb != "backup" or job.started_at is None or not job.outcome:
            continue
        day = job.started_at.astimezone().date().isoformat()
        worst[day] = max(worst.get(day, ""), job.outcome, key=lambda word: _BADNESS.index(word) if word in _BADNESS else 0)
    today = now.astimezone().date()
    days = [(today - timedelta(days=back)).isoformat() for back in range(STRIP_DAYS - 1, -1, -1)]
    return tuple(DayMark(day, worst.get(day, "")) for day in days)
