"""How well each site is proven: what the last drill of it showed, since when it counts as proven, and which drills are due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from holdfast.app.home import Home
from holdfast.jobs.messages import Finished
from holdfast.records import Backup, Job, Site
from holdfast.state.database import to_text
from holdfast.state.remembered import recall, remember

LAST, PROOF = "last drill", "proof"
"""Facts about a site: its last drill that came to a verdict, and the last one that proved a backup."""
PAUSE = timedelta(hours=6)
"""So long no drill follows another one of the same site by itself: one that could not be done is tried again later."""


def evidence_of(finished: Finished) -> dict[str, Any]:
    """What is kept of a drill: backup, job, verdict, level and the numbers of each check; {} when it came to no verdict."""
    result = finished.result
    if "verdict" not in result:
        return {}
    numbers = {check["name"]: check["numbers"] for check in result.get("checks", ()) if check.get("numbers")}
    failed = [check["name"] for check in result.get("checks", ()) if check.get("outcome") in {"failed", "warning"}]
    return {
        "backup": result.get("backup_id", ""),
        "job": finished.job,
        "verdict": result["verdict"],
        "level": result.get("level", ""),
        "numbers": numbers,
        "not_good": failed,
    }


def remember_drill(home: Home, site_id: str, backup_id: str, finished: Finished) -> None:
    """Blocks: within `Home.ask`."""
    evidence = evidence_of(finished)
    if not evidence:
        return
    remember(home.database, backup_id, "drill", evidence)
    if evidence["verdict"] == "proven":
        remember(home.database, backup_id, "proven", evidence)
    if site_id:
        remember(home.database, site_id, LAST, evidence)
        if evidence["verdict"] == "proven":
            remember(home.database, site_id, PROOF, evidence)


def proofs(home: Home) -> dict[str, dict[str, Any]]:
    """By site id: {"verdict", "level", "at", "backup", "numbers", "not_good", "proven_at"}; a site that was never drilled is not there.
    ``proven_at`` is None when no drill ever proved it."""
    proven = recall(home.database, PROOF)
    return {site: {**last, "proven_at": proven.get(site, {}).get("at")} for site, last in recall(home.database, LAST).items()}


def due_drills(home: Home, now: datetime) -> list[Site]:
    """Sites whose newest backup in a storage of ours should be drilled now: never proven first, then by age. Blocks: within `Home.ask`.

    A drill is due when the last one is older than the setting `drill_days` (0 = never by itself), or when it failed and there is a newer
    backup."""
    from holdfast.app.judging import newest_backups

    if not home.settings.drill_days:
        return []
    last = proofs(home)
    newest = newest_backups(home, home.storages.all())
    jobs = home.history.of_sites(to_text((now - PAUSE).timestamp()))
    found: list[tuple[datetime, Site]] = []
    for site in home.sites.all():
        backup = newest.get(site.id)
        if backup is None or backup.status != "completed" or _drilled_lately(jobs.get(site.id, ()), now):
            continue
        since = _last(last.get(site.id))
        if since is None or _is_due(last[site.id], since, backup, now, home.settings.drill_days):
            found.append((since or datetime.min.replace(tzinfo=UTC), site))
    return [site for _, site in sorted(found, key=lambda pair: (pair[0], pair[1].name.lower()))]


def _is_due(last: dict[str, Any], since: datetime, backup: Backup, now: datetime, days: int) -> bool:
    if now - since >= timedelta(days=days):
        return True
    newer = backup.id != last["backup"] and backup.created_at is not None and backup.created_at > since
    return last["verdict"] == "failed" and newer


def _last(fact: dict[str, Any] | None) -> datetime | None:
    return datetime.fromisoformat(str(fact["at"])) if fact else None


def _drilled_lately(jobs: list[Job] | tuple[Job, ...], now: datetime) -> bool:
    return any(job.verb == "drill" and (not job.outcome or (job.started_at is not None and job.started_at > now - PAUSE)) for job in jobs)
