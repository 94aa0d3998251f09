"""One scheduled run, from asking for the backup to thinning out: own engine, a site with a service, a place of archives. Real restic judges
the repositories; the sites are named fakes on loopback."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from holdfast.app import Holdfast
from holdfast.records import Schedule
from holdfast.scheduling import Slot
from holdfast.secret import Secret
from holdfast.state import remote_jobs, scheduled_runs
from holdfast.state.database import Database
from holdfast.state.schema import MIGRATIONS
from tests.core.app.conftest import Scene
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock
from tests.support.restic import Restic

PASSWORD = Secret("abcd efgh ijkl mnop qrst uvwx")


async def run(app: Holdfast, name: str = "shop", *, key: str = "2026-11-21T10:00", **words: Any) -> Any:
    """One run of a schedule, to its end."""
    site = next(one for one in app._home.sites.all() if one.name == name)
    schedule = Schedule(id="daily", name="each day", site=site.id, every="daily", **words)
    slot = Slot(schedule.id, site.id, key, datetime(2026, 11, 21, 9, tzinfo=UTC))
    return await (await app.backups.run_scheduled(schedule, site, slot)).result()


def restic(scene: Scene) -> Restic:
    return Restic(scene.repository, "repository password", scene.folder / "restic")


@pytest.fixture
def site() -> Any:
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:
        site.takes = 0
        yield site


@pytest.fixture
def service(scene: Scene, site: FakeBackupCopilot) -> Scene:
    """The site "shop" has a service of its own; there is a storage "disk"."""
    scene.paths.settings.write_bytes(msgspec.json.encode({"poll_seconds": 0.05}))

    async def story(app: Holdfast) -> None:
        await app.storages.add("disk", str(scene.repository), Secret("repository password"))
        await app.sites.add("shop", system="backup-copilot", url=site.home, user="ada", secret=PASSWORD)

    scene.run(story)
    return scene


def test_a_site_of_this_computer_is_backed_up_written_out_and_thinned_out(ready: Scene, tmp_path: Path) -> None:
    folder = tmp_path / "files"

    async def story(app: Holdfast) -> Any:
        await app.sites.edit("shop", retention="last=2")
        return [await run(app, key=f"2026-11-2{n}T10:00", download=str(folder)) for n in range(4)]

    ends = ready.run(story)
    assert [one.outcome for one in ends] == ["success"] * 4, [one.failure or one.warnings for one in ends]
    assert ends[0].result["slot"] == {"schedule": "daily", "key": "2026-11-20T10:00", "due_at": "2026-11-21T09:00:00+00:00"}
    assert len(ends[3].result["retention"]["removed"]) == 1
    assert len(list(folder.iterdir())) == 2
    assert Path(ends[3].result["path"]) in list(folder.iterdir())
    assert len(restic(ready).snapshots()) == 2


def left_open(scene: Scene) -> tuple[list[Any], list[Any]]:
    """Runs that are not done, and what is still waited for on sites."""
    database = Database(scene.paths.database, MIGRATIONS)
    try:
        return scheduled_runs.open_runs(database), remote_jobs.open_jobs(database)
    finally:
        database.close()


def test_a_site_with_a_service_is_asked_waited_for_fetched_taken_in_and_written_out(
    service: Scene, site: FakeBackupCopilot, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    end = service.run(lambda app: run(app, keep_in="disk", download=str(folder)))
    assert end.outcome == "success", end.failure or end.warnings
    (made,) = site.backups.values()
    (file,) = folder.iterdir()
    assert file.read_bytes() == made.archive.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    assert end.result["path"] == str(file)
    assert end.result["backup"]["id"] == made.uuid
    assert end.result["backup"]["metadata"]["kept_in"] == "disk"
    assert len(restic(service).snapshots()) == 1
    assert left_open(service) == ([], [])
    assert not list((service.paths.cache / "incoming").glob("*/*"))

    async def row(app: Holdfast) -> Any:
        return (await app.jobs.history()).items[0]

    job = service.run(row)
    assert (job.verb, job.trigger, job.outcome, job.backup_id) == ("backup", "schedule", "success", made.uuid)


def test_where_the_site_has_a_schedule_of_its_own_its_backups_are_fetched(service: Scene, site: FakeBackupCopilot) -> None:
    for age in (300_000, 200_000, 100_000):
        site.add_backup(age=age)
    site.schedules[42] = {"id": 42, "name": "nightly", "frequency": "daily", "enabled": True}

    async def story(app: Holdfast) -> Any:
        await app.sites.edit("shop", retention="last=2")
        return await run(app, keep_in="disk"), await run(app, keep_in="disk", key="2026-11-22T10:00")

    first, second = service.run(story)
    assert first.outcome == second.outcome == "success", first.failure
    assert len(first.result["fetched"]) == 3
    assert second.result["fetched"] == []
    assert site.asked("POST */backup/create") == []
    assert len(restic(service).snapshots()) == 2, "what went by the policy does not come again"


def test_how_can_be_said(service: Scene, site: FakeBackupCopilot) -> None:
    site.schedules[42] = {"id": 42, "name": "nightly", "frequency": "daily", "enabled": True}
    end = service.run(lambda app: run(app, keep_in="disk", how="create"))
    assert (end.outcome, len(site.asked("POST */backup/create"))) == ("success", 1)
    service.run(lambda app: run(app, keep_in="disk", how="fetch", key="2026-11-22T10:00"))
    assert len(site.asked("POST */backup/create")) == 1


def test_only_what_the_schedule_made_goes_on_the_site(service: Scene, site: FakeBackupCopilot) -> None:
    """The site's own backups stay, whatever --keep says."""
    others = [site.add_backup(age=age).uuid for age in (900_000, 800_000)]

    async def story(app: Holdfast) -> Any:
        ends = []
        for day in range(4):
            site.advance(86_400)
            ends.append(await run(app, keep=2, key=f"2026-11-2{day}T10:00"))
        return ends

    ends = service.run(story)
    assert [one.outcome for one in ends] == ["success"] * 4, [one.failure or one.warnings for one in ends]
    assert set(others) < set(site.backups)
    assert len(site.backups) == 4
    assert [len(one.result["retention"]["on_site"]) for one in ends] == [0, 0, 1, 1]


def test_a_site_that_stopped_ends_the_run_and_leaves_nothing_to_wait_for(
    service: Scene, site: FakeBackupCopilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A4: the site never ends its backup; after the time limit the run has failed, and the next one asks anew."""
    site.takes = 10_000_000
    monkeypatch.setattr("holdfast.worker.network_following.LONGEST", 0.3)
    end = service.run(lambda app: run(app, keep_in="disk"))
    assert (end.outcome, end.failure.code) == ("failed", "SITE-STOPPED")
    assert left_open(service) == ([], [])
    site.takes = 0
    monkeypatch.undo()
    assert service.run(lambda app: run(app, keep_in="disk", key="2026-11-22T10:00")).outcome == "success"
    assert len(site.asked("POST */backup/create")) == 2


def test_the_time_limit_counts_from_when_the_site_was_asked(
    service: Scene, site: FakeBackupCopilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A4: over all tries and restarts of the laptop."""
    site.takes = 10_000_000
    monkeypatch.setattr("holdfast.worker.network_following.FLAKY_SECONDS", -1.0)
    site.switch_on("status", times=99, status=503, on="GET */status*")
    first = service.run(lambda app: run(app, keep_in="disk"))
    assert first.failure.code != "SITE-STOPPED"
    assert left_open(service)[0], "the next try is to go on"
    site.switch_off()
    monkeypatch.setattr("holdfast.app.scheduled_runs.LONGEST", timedelta(0))
    second = service.run(lambda app: run(app, keep_in="disk"))
    assert second.failure.code == "SITE-STOPPED"
    assert len(site.asked("POST */backup/create")) == 1
    assert left_open(service) == ([], [])


def test_what_ended_well_while_the_laptop_slept_is_taken_however_long_ago_it_was_asked_for(
    service: Scene, site: FakeBackupCopilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A4: past the time limit the site is asked once more before it is given up; no second backup is made."""
    site.takes = 10_000_000
    monkeypatch.setattr("holdfast.worker.network_following.FLAKY_SECONDS", -1.0)
    site.switch_on("status", times=99, status=503, on="GET */status*")
    assert service.run(lambda app: run(app, keep_in="disk")).outcome == "failed"
    site.switch_off()
    for made in site.backups.values():
        made.takes = 0
    monkeypatch.setattr("holdfast.app.scheduled_runs.LONGEST", timedelta(0))
    end = service.run(lambda app: run(app, keep_in="disk"))
    assert (end.outcome, end.failure) == ("success", None)
    assert len(site.asked("POST */backup/create")) == 1
    assert left_open(service) == ([], [])


def test_a_failure_on_the_site_is_the_runs(service: Scene, site: FakeBackupCopilot) -> None:
    site.next_fails = "disk full"
    end = service.run(lambda app: run(app, keep_in="disk"))
    assert (end.outcome, end.failure.code) == ("failed", "BACKUP-FAILED")
    assert left_open(service) == ([], [])


def test_the_next_try_of_a_slot_goes_on_where_the_line_broke(service: Scene, site: FakeBackupCopilot, tmp_path: Path) -> None:
    """The backup is asked for once, though its download fails at first."""
    site.switch_on("status", times=99, status=404, on="* */download*")
    words = {"keep_in": "disk", "download": str(tmp_path / "files")}
    first = service.run(lambda app: run(app, **words))
    assert first.outcome == "failed"
    site.switch_off()
    again = service.run(lambda app: run(app, **words))
    assert again.outcome == "success", again.failure
    assert len(site.asked("POST */backup/create")) == (1 if first.failure.kind not in {"not_found"} else 2)


def test_what_a_killed_try_stored_whole_is_not_stored_again(ready: Scene) -> None:
    """K6: the program was killed after the snapshot was written and before it was told of."""

    async def story(app: Holdfast) -> Any:
        first = await run(app)
        (left,) = [scheduled_runs.find(app._home.database, "daily", one.id) for one in app._home.sites.all()]
        assert left is not None
        scheduled_runs.save(app._home.database, msgspec.structs.replace(left, backup={}, done=False))
        return first, await run(app)

    first, second = ready.run(story)
    assert second.outcome == "success", second.failure
    assert second.result["backup"]["id"] == first.result["backup"]["id"]
    assert len(restic(ready).snapshots()) == 1
