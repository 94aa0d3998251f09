"""Retention in scheduled runs: B3's stop and how it is confirmed, the preview of a policy, space given back in the background."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.app.background_prune import EVERY, is_worth_it
from holdfast.errors import UsageError
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.storage.local import LocalStorage
from holdfast.surroundings.base import Facts, Power
from holdfast.surroundings.nothing import Nothing
from tests.core.app.conftest import Scene
from tests.core.runs.test_scheduled_runs import restic, run


def many_files(scene: Scene, count: int) -> None:
    for number in range(count):
        (scene.site / f"page-{number}.html").write_text(f"<h1>{number}</h1>")


def test_b3_a_site_that_lost_half_of_its_files_keeps_its_old_backups(ready: Scene) -> None:
    """B3: saved with a warning, nothing is forgotten until a person confirms; then the site is believed to be smaller."""
    many_files(ready, 40)

    async def story(app: Holdfast) -> Any:
        await app.sites.edit("shop", retention="last=1")
        first = await run(app)
        for page in ready.site.glob("page-*"):
            page.unlink()
        (ready.site / "index.html").write_text("empty now")
        second = await run(app, key="2026-11-22T10:00")
        preview = await app.backups.retention_preview("shop")
        kept = len(restic(ready).snapshots())
        done = await (await app.backups.forget("shop", confirmed=True)).result()
        (ready.site / "index.html").write_text("still small")
        third = await run(app, key="2026-11-23T10:00")
        return first, second, preview, kept, done, third

    first, second, preview, kept, done, third = ready.run(story)
    assert first.outcome == "success"
    assert second.outcome == "warning"
    assert "holdfast backup forget shop --yes --confirmed" in " ".join(second.warnings)
    assert second.result["retention"]["stopped"] == ["SHRUNK"]
    assert [group["stop"] for group in preview["plan"]["groups"]] == ["SHRUNK"]
    assert kept == 2
    assert len(done.result["removed"]) == 1
    assert third.outcome == "success", third.warnings
    assert len(third.result["retention"]["removed"]) == 1
    assert len(restic(ready).snapshots()) == 1


def test_b3_who_confirms_what_was_seen_confirms_it_for_retention_too(ready: Scene) -> None:
    """B3: the same by hand, for one site and for a whole storage."""
    many_files(ready, 40)

    async def story(app: Holdfast) -> Any:
        await app.sites.edit("shop", retention="last=1")
        await run(app)
        for page in ready.site.glob("page-*"):
            page.unlink()
        (ready.site / "index.html").write_text("empty now")
        await run(app, key="2026-11-22T10:00")
        before = [(await (await app.backups.forget(whose, policy="last=1")).value())["stopped"] for whose in ("shop", "@disk")]
        await app.sites.confirm("shop")
        preview = await app.backups.retention_preview("shop")
        return before, preview, await (await app.backups.forget("@disk", policy="last=1")).value()

    before, preview, done = ready.run(story)
    assert before == [["shop"], ["shop"]]
    assert [group["stop"] for group in preview["plan"]["groups"]] == [""]
    assert (done["stopped"], len(done["removed"])) == ([], 1)


def test_a_preview_says_what_a_policy_would_remove_and_changes_nothing(ready: Scene, tmp_path: Path) -> None:
    async def story(app: Holdfast) -> Any:
        await app.sites.edit("shop", retention="last=10")
        for day in range(3):
            (ready.site / "index.html").write_text(f"day {day}")
            await run(app, key=f"2026-11-2{day}T10:00", download=str(tmp_path / "files"))
        jobs = (await app.jobs.history()).total
        preview = await app.backups.retention_preview("shop", "last=1")
        assert (await app.jobs.history()).total == jobs
        with pytest.raises(UsageError):
            await app.backups.retention_preview("shop", "never=1")
        return preview

    preview = ready.run(story)
    (group,) = preview["plan"]["groups"]
    (files,) = preview["files"]
    assert (len(group["keep"]), len(group["remove"])) == (1, 2)
    assert (len(files["keep"]), len(files["remove"])) == (1, 2)
    assert len(restic(ready).snapshots()) == len(list((tmp_path / "files").iterdir())) == 3


def test_forget_thins_out_the_files_as_well(ready: Scene, tmp_path: Path) -> None:
    async def story(app: Holdfast) -> Any:
        await app.sites.edit("shop", retention="last=10")
        for day in range(3):
            (ready.site / "index.html").write_text(f"day {day}")
            await run(app, key=f"2026-11-2{day}T10:00", download=str(tmp_path / "files"))
        shown = await (await app.backups.forget("shop", policy="last=2", dry_run=True)).result()
        assert len(list((tmp_path / "files").iterdir())) == 3
        return shown, await (await app.backups.forget("shop", policy="last=2")).result()

    shown, done = ready.run(story)
    assert len(shown.result["files"][0]["remove"]) == 1
    assert len(done.result["removed"]) == len(done.result["removed_files"]) == 1
    assert len(list((tmp_path / "files").iterdir())) == 2


class Around(Nothing):
    """Surroundings that say what a test wants."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def look(self) -> Facts:
        return self.facts


async def filled(app: Holdfast, scene: Scene) -> None:
    """Two backups with a large file each, of which the first is forgotten."""
    await app.sites.edit("shop", retention="last=1")
    for day in range(2):
        (scene.site / "large.bin").write_bytes(os.urandom(3_000_000))
        await run(app, key=f"2026-11-2{day}T10:00")


def test_space_comes_back_in_the_background_once_a_week(ready: Scene) -> None:
    async def story(app: Holdfast) -> Any:
        app._home.surroundings = Around(Facts())
        await filled(app, ready)
        now = datetime.now(UTC)
        app._home.surroundings = Around(Facts(power=Power(on_battery=True, percent=90)))
        assert not await app.background_prune.after_runs(now), "not on battery"
        app._home.surroundings = Around(Facts())
        (job,) = await app.background_prune.after_runs(now)
        done = await job.result()
        await filled(app, ready)
        assert not await app.background_prune.after_runs(now + timedelta(days=6)), "at most weekly"
        (again,) = await app.background_prune.after_runs(now + EVERY)
        return done, await again.result()

    done, again = ready.run(story)
    assert done.outcome == again.outcome == "success", done.failure
    assert done.result["worth"] is True and done.result["bytes_freed"] > 2_500_000
    judge = restic(ready)
    assert len(judge.snapshots()) == 1
    judge.check()


def test_a_storage_in_use_is_left_alone_for_a_day(ready: Scene) -> None:
    """Another program holds a lock: the prune is put off, and nothing is called failed."""

    async def story(app: Holdfast) -> Any:
        app._home.surroundings = Around(Facts())
        await filled(app, ready)
        now = datetime.now(UTC)
        repository = Repository.open(LocalStorage(ready.repository), Secret("repository password"))
        with repository.lock(exclusive=False):
            (job,) = await app.background_prune.after_runs(now)
            busy = await job.result()
        assert not await app.background_prune.after_runs(now + timedelta(hours=23))
        (job,) = await app.background_prune.after_runs(now + timedelta(hours=25))
        return busy, await job.result()

    busy, later = ready.run(story)
    assert (busy.outcome, busy.result.get("busy")) == ("success", True), busy.failure
    assert later.result["bytes_freed"] > 0


@pytest.mark.parametrize(
    ("plan", "far", "worth"),
    [
        ({"bytes_freed": 60, "bytes_before": 1000, "bytes_repacked": 0}, True, True),
        ({"bytes_freed": 40, "bytes_before": 1000, "bytes_repacked": 0}, False, False),
        ({"bytes_freed": 3_000_000_000, "bytes_before": 10**12, "bytes_repacked": 0}, False, True),
        ({"bytes_freed": 60, "bytes_before": 1000, "bytes_repacked": 500}, True, False),
        ({"bytes_freed": 60, "bytes_before": 1000, "bytes_repacked": 500}, False, True),
        ({"bytes_freed": 1000, "bytes_before": 1000, "bytes_repacked": 0, "alarm": "NO-BACKUPS"}, False, False),
        ({"bytes_freed": 0, "bytes_before": 0, "bytes_repacked": 0}, False, False),
    ],
)
def test_prune_is_done_where_it_is_worth_it(plan: dict[str, Any], far: bool, worth: bool) -> None:
    assert is_worth_it(plan, far=far) is worth


def test_a_policy_that_is_none_is_not_stored(ready: Scene) -> None:
    async def story(app: Holdfast) -> Any:
        with pytest.raises(UsageError):
            await app.sites.edit("shop", retention="dayly=7")
        with pytest.raises(UsageError):
            await app.sites.add("other", path=ready.site, storage="disk", retention="sometimes")
        return await app.sites.list()

    assert [(one.name, one.retention) for one in ready.run(story)] == [("shop", "")]
