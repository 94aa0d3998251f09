"""What a site's page asks of the door: its contents, runs that did not take place, a removed site that comes back, another account."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from holdfast.app import Holdfast
from holdfast.errors import NotFound, UsageError
from holdfast.scheduling import Slot
from holdfast.secret import Secret
from holdfast.state.database import Database
from holdfast.state.schedules import Slots, schedules_of
from holdfast.state.schema import MIGRATIONS
from tests.core.app.conftest import Scene
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.passwords import FakeWithPasswords

PASSWORD = "abcd efgh ijkl mnop qrst uvwx"


def wordpress_like(folder: Path) -> None:
    for place, size in (
        ("wp-content/uploads/2025/big.jpg", 60_000), ("wp-content/uploads/2026/small.jpg", 9_000),
        ("wp-content/plugins/shop/shop.php", 5_000),
        ("wp-includes/load.php", 3_000), ("wp-content/cache/page.html", 20_000), ("index.php", 400),
    ):  # fmt: skip
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(b"x" * size)


def test_contents_tell_parts_and_the_largest_folders_of_the_newest_backup(ready: Scene) -> None:
    wordpress_like(ready.site)

    async def story(app: Holdfast) -> None:
        with pytest.raises(NotFound):
            await app.contents.of("shop")
        await (await app.backups.create(["shop"])).value()
        found = await app.contents.of("shop")
        assert found.known
        assert found.parts["uploads"] == 69_000 and found.parts["plugins"] == 5_000 and found.parts["core"] == 3_000
        assert found.parts["database"] > 0
        assert found.bytes == sum(found.parts.values())
        paths = [one.path for one in found.folders]
        assert paths[0] == "wp-content"  # no single folder inside is nearly all of it
        assert "wp-content/uploads/2025" in paths and "wp-content/uploads" not in paths  # that one is nearly all of uploads
        assert "wp-content/plugins" not in paths
        assert next(one for one in found.folders if one.path == "wp-content/cache").files == 1

    ready.run(story)


def test_patterns_are_weighed_before_they_are_stored(ready: Scene) -> None:
    wordpress_like(ready.site)

    async def story(app: Holdfast) -> None:
        all_of_it = await app.contents.weigh("shop", (), ())
        without = await app.contents.weigh("shop", ("*.jpg",), ("caches",))
        assert (all_of_it.bytes or 0) - (without.bytes or 0) == 89_000
        assert (all_of_it.files or 0) - (without.files or 0) == 3
        assert (await app.sites.show("shop")).excludes == ()
        with pytest.raises(UsageError):
            await app.contents.weigh("shop", (), ("no such preset",))

    ready.run(story)


def test_runs_that_did_not_take_place_are_told_with_their_reasons(ready: Scene) -> None:
    now = datetime.now(UTC)

    async def before(app: Holdfast) -> str:
        await app.schedules.add("shop", every="daily", name="nightly")
        return (await app.sites.show("shop")).id

    site = ready.run(before)
    database = Database(ready.home / "state.db", MIGRATIONS)
    plan = schedules_of(database).all()[0].id
    slots = Slots(database)
    slots.decide(Slot(plan, site, "a", now - timedelta(days=2)), "missed", "OFFLINE", {"host": "s3.example"})
    slots.decide(Slot(plan, site, "b", now - timedelta(days=1)), "waiting", "", {"reasons": [{"code": "METERED", "details": {"bytes": 5}}]})
    slots.decide(Slot(plan, site, "c", now - timedelta(hours=2)), "run", "")
    slots.decide(Slot(plan, site, "d", now - timedelta(days=60)), "missed", "OFFLINE")
    database.close()

    async def story(app: Holdfast) -> None:
        found = await app.jobs.no_runs(now - timedelta(days=30))
        assert [(one.site, one.schedule, one.state, one.reason.code) for one in found] == [
            ("shop", "nightly", "waiting", "METERED"),
            ("shop", "nightly", "missed", "OFFLINE"),
        ]
        assert found[0].reason.details["bytes"] == 5 and found[1].reason.details["host"] == "s3.example"
        assert await app.jobs.no_runs(now, site="shop") == []

    ready.run(story)


def test_history_begins_where_it_is_asked_to(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        await (await app.backups.create(["shop"])).value()
        assert (await app.jobs.history(since=datetime.now(UTC) - timedelta(hours=1))).total == 1
        assert (await app.jobs.history(since=datetime.now(UTC) + timedelta(hours=1))).total == 0

    ready.run(story)


def test_a_removed_site_comes_back_with_its_backups_and_schedules(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        made = await (await app.backups.create(["shop"])).value()
        await app.schedules.add("shop", every="weekly", on="fri", name="fridays")
        await app.sites.edit("shop", tags=["mitte"], excludes=["*.log"])
        await app.sites.remove("shop")
        with pytest.raises(NotFound):
            await app.sites.show("shop")
        back = await app.sites.bring_back("Shop")
        assert (back.name, back.tags, back.excludes) == ("shop", ("mitte",), ("*.log",))
        assert [one.name for one in await app.schedules.list("shop")] == ["fridays"]
        assert [one.id for one in (await app.backups.list("shop")).items] == [made["backup"]["id"]]
        with pytest.raises(NotFound):
            await app.sites.bring_back("shop")

    ready.run(story)


def test_a_site_that_went_with_its_backups_does_not_come_back(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        await (await app.backups.create(["shop"])).value()
        await app.sites.remove("shop", with_backups=True)
        with pytest.raises(NotFound):
            await app.sites.bring_back("shop")

    ready.run(story)


def test_no_site_comes_back_under_a_name_that_is_taken(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        await app.sites.remove("shop")
        await app.sites.add("shop", path=ready.site, storage="disk")
        with pytest.raises(UsageError):
            await app.sites.bring_back("shop")

    ready.run(story)


def test_a_site_signs_in_by_another_account_once_that_works(ready: Scene) -> None:
    with FakeWithPasswords(clock=SimulatedClock(datetime.now(UTC))) as one:

        async def story(app: Holdfast) -> None:
            await app.sites.add("far", system="backup-copilot", url=one.home, user="ada", secret=Secret(PASSWORD))
            await app.accounts.add("shared", system="backup-copilot", url=one.home, user="ada", secret=Secret(PASSWORD))
            with pytest.raises(UsageError):
                await app.sites.edit("far", account="shared", new_name="shop")  # that one is taken
            assert len(await app.accounts.list()) == 2, "nothing was changed by half"
            moved = await app.sites.edit("far", account="shared", new_name="far")
            assert moved.account == "shared"
            assert [account.name for account in await app.accounts.list()] == ["shared"]  # its own one is of no more use
            with pytest.raises(NotFound):
                await app.sites.edit("far", account="nobody")
            with pytest.raises(UsageError):
                await app.sites.edit("far", account="shared", user="ada", secret=Secret("y"))

        ready.run(story)
