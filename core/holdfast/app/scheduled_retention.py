"""The end of a scheduled run: old backups go by the site's policy, in the storage, in the download folder, and on the site itself.

None of this can make a backup that was made a failed one. What looks like a mistake (most of the backups would go, or the newest is less
than half of an earlier one) is left alone until a person has looked at it; the run says so, and how to confirm it.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

import msgspec

from holdfast.app import accounts, written_files
from holdfast.app.home import Home
from holdfast.app.network_backups import NetworkBackups
from holdfast.app.steps import Steps
from holdfast.app.watching import standings
from holdfast.errors import HoldfastError
from holdfast.jobs.messages import AnyEvent, ChangeSite, Forget, Noted
from holdfast.records import NETWORK_SYSTEMS, Backup, RetentionPolicy, Schedule, Site, StorageEntry
from holdfast.retention import apply_policy, parse_policy
from holdfast.state.remembered import note, recall, remember

STOPPED = "retention stopped"
"""Fact about a site: its old backups wait for a person; empty when they do not."""
SMALLER = "smaller is right"
"""Fact about a site: a person confirmed that it has become smaller."""
FORGOTTEN = "forgotten since the last prune"
"""Fact about a storage: there is space to be freed."""
MADE = "made on site"
"""Fact about a schedule and a site: the backups that it made there, with their times."""
_WHY = {
    "SHRUNK": "the newest backup is less than half of an earlier one",
    "MANY": "most of the backups would go at once",
}


def policy_of(home: Home, site: Site | None, storage: StorageEntry | None) -> str:
    """The site's, else its storage's, else the setting."""
    return (site.retention if site is not None else "") or (storage.retention if storage is not None else "") or home.settings.retention


def trusted_before(home: Home, site: str) -> datetime | None:
    """When a person confirmed last that this site (id) is as it should be: of what its retention would remove, or of what was seen in its
    backups (`holdfast.app.watching`). Blocks."""
    return all_trusted(home).get(site)


def all_trusted(home: Home) -> dict[str, datetime]:
    """The same by site id. Blocks."""
    trusted = {site: datetime.fromisoformat(str(fact["at"])) for site, fact in recall(home.database, SMALLER).items()}
    for site, standing in standings(home).items():
        if standing.confirmed_at is not None:
            trusted[site] = max(standing.confirmed_at, trusted.get(site, standing.confirmed_at))
    return trusted


class ScheduledRetention:
    def __init__(self, home: Home, network: NetworkBackups, steps: Steps, schedule: Schedule, site: Site) -> None:
        self._home, self._network, self._steps, self._schedule, self._site = home, network, steps, schedule, site
        self._stops: list[str] = []

    async def thin_out(self, storage: StorageEntry | None, made: Backup | None) -> AsyncGenerator[AnyEvent, None]:
        """Result {"retention": {"removed": [ids], "files": [paths], "on_site": [ids], "stopped": [codes]}}. `made`: what the run made
        on the site itself, if it did."""
        told: dict[str, Any] = {"removed": [], "files": [], "on_site": [], "stopped": self._stops}
        self._steps.result["retention"] = told
        parts = [self._in_storage(storage, told), self._files(storage, told)]
        if made is not None and self._site.system in NETWORK_SYSTEMS:
            parts.append(self._on_site(made, told))
        for part in parts:
            try:
                async for event in part:
                    yield event
            except HoldfastError as error:
                if error.kind == "cancelled":
                    raise
                yield self._late(error)
        await self._home.ask(partial(remember, self._home.database, self._site.id, STOPPED, {"codes": self._stops}))

    def _late(self, error: HoldfastError) -> Noted:
        if error.kind in {"busy", "network", "rate_limited"}:  # the next run does it
            return Noted(job=self._steps.job, site=self._site.name, code="RETENTION-LATER", message=error.message)
        return self._steps.warn("RETENTION-FAILED", f"The backup was made; old ones could not be thinned out: {error.message}")

    async def _in_storage(self, storage: StorageEntry | None, told: dict[str, Any]) -> AsyncGenerator[AnyEvent, None]:
        steps, site = self._steps, self._site
        policy = policy_of(self._home, site, storage)
        if storage is None or parse_policy(policy).is_empty():
            return
        trusted = await self._home.ask(partial(trusted_before, self._home, site.id))
        access = await self._home.access(storage)
        async for event in steps.perform(Forget(**steps.common(), access=access, policy=policy, site_id=site.id, trusted_before=trusted)):
            if isinstance(event, Noted) and event.code == "FORGET-STOPPED":
                steps.warnings.remove(event.message)  # told below, with the way to confirm it
                continue
            yield event
        done = steps.value()
        told["removed"] = done["removed"]
        if done["removed"]:
            await self._home.ask(
                partial(note, self._home.database, "backups forgotten", site.name, "success", removed=done["removed"], by="schedule")
            )
            await self._home.ask(partial(remember, self._home.database, storage.id, FORGOTTEN, {}))
        stops = sorted({group["stop"] for group in done["plan"]["groups"] if group.get("stop")})
        for stop in stops if done["stopped"] else ():
            yield self._stop(stop, f"in {storage.name}")

    async def _files(self, storage: StorageEntry | None, told: dict[str, Any]) -> AsyncGenerator[AnyEvent, None]:
        policy = parse_policy(policy_of(self._home, self._site, storage))
        if policy.is_empty():
            return
        plans, done = await self._home.ask(partial(thin_files, self._home, self._site, policy), seconds=3600.0)
        told["files"] = list(done.removed)
        for stop in sorted({plan.stop for plan in plans if plan.folder in done.stopped and plan.stop}):
            yield self._stop(stop, "in the download folder")

    async def _on_site(self, made: Backup, told: dict[str, Any]) -> AsyncGenerator[AnyEvent, None]:
        """Of the backups that this schedule made on the site, those beyond --keep and --keep-days. No others are touched."""
        schedule, site = self._schedule, self._site
        subject = f"made {schedule.id} {site.id}"
        known = await self._home.ask(partial(_made_before, self._home, subject))
        known[made.id] = made.created_at or datetime.now(UTC)
        await self._home.ask(partial(_remember_made, self._home, subject, known))
        policy = RetentionPolicy(last=schedule.keep or 0, within=f"{schedule.keep_days}d" if schedule.keep_days else "")
        if policy.is_empty() or len(known) < 2:
            return
        decision = apply_policy([_Made(name, when) for name, when in known.items()], policy)
        there = {one.id for one in await self._network.all(site)}
        gone = [one.id for one in decision.remove if one.id not in there]
        doomed = [one.id for one in decision.remove if one.id in there]
        if len(doomed) >= written_files.MANY and len(doomed) * 2 > len(known):
            yield self._stop("MANY", "on the site")
            return
        doomed = [one for one in doomed if not await self._needed(one, doomed)]
        if doomed:
            access = await accounts.access_to(self._home, site)
            request = ChangeSite(**self._steps.common(), access=access, change="delete", subjects=tuple(doomed))
            async for event in self._steps.perform(request):
                yield event
            self._steps.value()
            await self._home.ask(partial(note, self._home.database, "backups deleted", site.name, removed=doomed, by="schedule"))
            told["on_site"] = doomed
        left = {name: when for name, when in known.items() if name not in {*gone, *doomed}}
        await self._home.ask(partial(_remember_made, self._home, subject, left))

    async def _needed(self, backup: str, doomed: Sequence[str]) -> bool:
        """Whether a backup that stays builds on it."""
        return any(one.id not in doomed for one in await self._network.dependants(self._site, backup))

    def _stop(self, code: str, where: str) -> Noted:
        self._stops.append(code)
        name = self._site.name
        return self._steps.warn(
            "FORGET-STOPPED",
            f"Old backups of {name} {where} were left alone: {_WHY.get(code, code)}. "
            f"Look at the plan (holdfast backup forget {name} --dry-run); if it is right, confirm it: "
            f"holdfast backup forget {name} --yes --confirmed",
            stop=code,
        )


class _Made(msgspec.Struct, frozen=True):
    id: str
    when: datetime
    tags: tuple[str, ...] = ()


def plan_for(home: Home, site: Site, policy: RetentionPolicy) -> tuple[written_files.FolderPlan, ...]:
    """What the policy says about the files of a site. Blocks."""
    trusted = trusted_before(home, site.id)
    return written_files.plan_files(written_files.standing(home.database, site.id), policy, trusted_before=trusted)


def thin_files(
    home: Home, site: Site, policy: RetentionPolicy, *, confirmed: bool = False
) -> tuple[tuple[written_files.FolderPlan, ...], written_files.FilesRemoved]:
    """The plan, and what was done of it. Blocks; may read files."""
    plans = plan_for(home, site, policy)
    done = written_files.thin_out(home.database, site.id, plans, confirmed=confirmed)
    if done.removed:
        note(home.database, "files removed", site.name, paths=list(done.removed[:100]), count=len(done.removed))
    return plans, done


def _made_before(home: Home, subject: str) -> dict[str, datetime]:
    fact = recall(home.database, MADE).get(subject, {})
    return {name: datetime.fromisoformat(when) for name, when in fact.get("backups", {}).items()}


def _remember_made(home: Home, subject: str, known: dict[str, datetime]) -> None:
    remember(home.database, subject, MADE, {"backups": {name: when.isoformat() for name, when in known.items()}})
