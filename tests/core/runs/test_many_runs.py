"""Runs of many sites at once: one that hangs holds nobody up; archives are fetched."""

from __future__ import annotations

import asyncio
import os
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

import msgspec

from holdfast.app import Holdfast
from holdfast.records import Schedule
from holdfast.scheduling import Slot
from holdfast.secret import Secret
from tests.core.app.conftest import PASSPHRASE, Scene
from tests.core.runs.test_scheduled_runs import restic, run
from tests.support.archive_samples import make_zip
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock

SITES = 6


def test_a7_one_site_hangs_and_the_runs_of_the_others_end(scene: Scene) -> None:
    """A7: real worker processes, two jobs at once; the run that hangs neither takes a turn nor a process, and ends when it is told to."""
    scene.paths.settings.write_bytes(msgspec.json.encode({"poll_seconds": 0.3}))

    async def story(sites: list[FakeBackupCopilot]) -> None:
        async with Holdfast(scene.home, ask_passphrase=lambda _: PASSPHRASE) as app:
            await app.storages.add("disk", str(scene.repository), Secret("repository password"))
            for number, site in enumerate(sites):
                words: dict[str, Any] = {"url": site.home, "user": "ada", "secret": Secret("abcd efgh ijkl mnop qrst uvwx")}
                await app.sites.add(f"shop-{number}", system="backup-copilot", **words)
            sites[2].switch_on("hang", times=999, on="* *")
            handles = []
            for record in app._home.sites.all():
                schedule = Schedule(id="daily", name="each day", tag="all", every="daily", keep_in="disk")
                handles.append(
                    await app.backups.run_scheduled(schedule, record, Slot("daily", record.id, "2026-11-21T10:00", datetime.now(UTC)))
                )
            others = [one for one in handles if one.site != "shop-2"]
            async with asyncio.timeout(120):
                ends = [await one.result() for one in others]
            assert [one.outcome for one in ends] == ["success"] * (SITES - 1), [one.failure for one in ends]
            (hanging,) = [one for one in handles if one.site == "shop-2"]
            assert hanging.finished is None
            hanging.cancel()
            end = await hanging.result()
            assert end.outcome == "cancelled", end.failure

    with ExitStack() as stack:
        sites = [stack.enter_context(FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC)))) for _ in range(SITES)]
        for site in sites:
            site.takes = 0
        asyncio.run(story(sites))
    assert len(restic(scene).snapshots()) == SITES - 1


def test_a_place_of_archives_is_fetched_and_thinned_out(scene: Scene) -> None:
    place = scene.folder / "drops"
    place.mkdir()
    for day in (18, 19, 20):
        made = make_zip(scene.folder / f"shop-2026-11-{day}.zip")
        made.rename(place / made.name)
        os.utime(place / made.name, (1_790_000_000, 1_790_000_000))  # not still being written

    async def story(app: Holdfast) -> Any:
        await app.storages.add("disk", str(scene.repository), Secret("repository password"))
        await app.sites.add("shop", system="archives", archives=str(place), storage="disk", retention="last=2")
        return await run(app, download=str(scene.folder / "files")), await run(app, key="2026-11-22T10:00")

    first, second = scene.run(story)
    assert first.outcome in {"success", "warning"}, first.failure
    assert len(first.result["fetched"]) == 3
    assert second.result["fetched"] == []
    assert len(restic(scene).snapshots()) == 2
    assert len(list(place.iterdir())) == 3, "what others dropped stays theirs"
    assert len(list((scene.folder / "files").iterdir())) == 2
