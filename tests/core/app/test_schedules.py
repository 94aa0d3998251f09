"""The noun schedule: made, listed, edited, paused, explained; what a site's view shows of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.errors import HoldfastError, NotFound, Unsupported, UsageError
from holdfast.scheduling import Slot
from tests.core.app.conftest import Scene


def test_made_shown_edited_and_removed(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        made = await app.schedules.add("shop", every="daily", at="2:30", timezone="Europe/Berlin", type="database")
        assert (made.name, made.site, made.where, made.at, made.enabled) == ("shop daily", "shop", "local", "02:30", True)
        assert len(made.next_runs) == 5
        assert made.next_run_at == made.next_runs[0] > datetime.now(UTC)
        assert (await app.schedules.show(made.id[:6])).id == made.id
        assert (await app.schedules.show("SHOP daily")).id == made.id
        weekly = await app.schedules.edit(made.id, every="weekly", on="Friday", name="end of the week")
        assert (weekly.every, weekly.on, weekly.at, weekly.name) == ("weekly", "fri", "02:30", "end of the week")
        by_cron = await app.schedules.edit(made.id, cron="0  3 * * mon")
        assert (by_cron.every, by_cron.on, by_cron.at, by_cron.cron) == ("", "", "", "0 3 * * mon")
        off = await app.schedules.edit(made.id, enabled=False)
        assert off.next_run_at is None
        assert [one.id for one in (await app.schedules.list_all())[0]] == [made.id]
        await app.schedules.remove(made.id)
        assert await app.schedules.list() == []
        with pytest.raises(NotFound):
            await app.schedules.show(made.id)

    ready.run(story)


def test_times_before_anything_is_saved(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        times = await app.schedules.preview("shop", every="weekly", on="Friday", at="2:30", timezone="UTC")
        assert len(times) == 5
        assert all((one.weekday(), one.hour, one.minute) == (4, 2, 30) for one in times)
        assert times[0] > datetime.now(UTC)
        assert len(await app.schedules.preview("shop", cron="0 3 * * *", count=2)) == 2
        assert await app.schedules.preview("shop", every="login") == []
        with pytest.raises(UsageError):
            await app.schedules.preview("shop", every="fortnightly")
        with pytest.raises(NotFound):
            await app.schedules.preview(tag="nobody", every="daily")
        assert await app.schedules.list() == []

    ready.run(story)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({}, "either --every or --cron"),
        ({"every": "daily", "cron": "* * * * *"}, "either --every or --cron"),
        ({"every": "fortnightly"}, "no schedule every"),
        ({"cron": "61 * * * *"}, "minute"),
        ({"every": "daily", "at": "25:00"}, "no time of day"),
        ({"every": "daily", "on": "mon"}, "Only a weekly or monthly"),
        ({"every": "weekly", "on": "someday"}, "day of the week"),
        ({"every": "monthly", "on": "29"}, "no day that every month has"),
        ({"every": "6hours", "at": "02:30"}, "only the minutes count"),
        ({"every": "login", "at": "02:30"}, "at login"),
        ({"every": "daily", "timezone": "Europe/Nowhere"}, "no time zone"),
        ({"every": "daily", "timezone": "../etc/passwd"}, "no time zone"),
        ({"every": "daily", "type": "differential"}, "no backups of type"),
        ({"every": "daily", "keep": 3}, "of the site, not of a schedule"),
        ({"every": "daily", "cloud_provider": "s3"}, "a backup service of their own"),
        ({"every": "daily", "how": "fetch"}, "no backups by itself"),
        ({"every": "daily", "keep_in": "nowhere"}, "no storage"),
        ({"every": "daily", "name": "a/b"}, "cannot be the name"),
    ],
)
def test_what_does_not_go_together_is_said(ready: Scene, words: dict[str, Any], says: str) -> None:
    async def story(app: Holdfast) -> HoldfastError:
        with pytest.raises((UsageError, Unsupported, NotFound)) as caught:
            await app.schedules.add("shop", **words)
        assert await app.schedules.list() == []
        return caught.value

    assert says in ready.run(story).message


def test_a_tag_means_the_sites_that_have_it_now(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        with pytest.raises(NotFound):
            await app.schedules.add(tag="red", every="daily")
        await app.sites.edit("shop", tags=["red"])
        made = await app.schedules.add(tag="red", every="daily")
        assert (made.tag, made.site, made.sites) == ("red", "", ("shop",))
        await app.sites.add("other", path=ready.site, database="none", storage="disk", tags=["red"])
        assert (await app.schedules.show(made.id)).sites == ("other", "shop")
        runs, _ = await app.schedules.next(4)
        assert {run.site for run in runs} == {"other", "shop"}
        await app.sites.edit("other", tags=[])
        assert [one.sites for one in await app.schedules.list("shop")] == [("shop",)]
        assert await app.schedules.list("other") == []

    ready.run(story)


def test_a_pause_is_a_moment_of_the_wall_clock_for_one_site_or_all(ready: Scene) -> None:
    """The verdict says paused; it is over by itself, and a site is not resumed out of a pause for all."""

    async def story(app: Holdfast) -> None:
        await app.schedules.add("shop", every="1hour")
        until = datetime.now(UTC) + timedelta(hours=4)
        with pytest.raises(UsageError):
            await app.schedules.pause(until=datetime.now(UTC) - timedelta(minutes=1))
        await app.schedules.pause("shop", until=until)
        seen = await app.sites.show("shop")
        assert "PAUSED" in [reason.code for reason in seen.reasons]
        assert seen.next_run_at is not None
        assert seen.next_run_at >= until
        runs, _ = await app.schedules.next(1)
        assert runs[0].paused_until == until
        assert "PAUSED" in [reason.code for reason in await app.schedules.why("shop")]
        await app.schedules.resume("shop")
        assert await app.schedules.pauses() == {}
        await app.schedules.pause(until=until)
        with pytest.raises(UsageError):
            await app.schedules.resume("shop")
        await app.schedules.resume()
        assert "PAUSED" not in [reason.code for reason in (await app.sites.show("shop")).reasons]

    ready.run(story)


def test_why_tells_what_waits_and_what_passed(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        assert [reason.code for reason in await app.schedules.why("shop")] == ["NO-SCHEDULE"]
        made = await app.schedules.add("shop", every="daily", at="10:00")
        app.schedules.against = None
        assert [r.code for r in await app.schedules.why("shop")][-1] == "NOT-DUE"
        site = (await app.sites.show("shop")).id
        now = datetime.now(UTC)
        first, second = (Slot(made.id, site, f"slot {n}", now - timedelta(days=n)) for n in (2, 1))
        slots = app._home.slots
        slots.decide(first, "missed", "COALESCED", {"into": second.key})
        slots.decide(second, "waiting", "OFFLINE", {"reasons": [{"code": "OFFLINE"}, {"code": "BATTERY", "details": {"level": 9}}]})
        told = [(r.code, r.details.get("state")) for r in await app.schedules.why("shop") if r.code != "NO-CLOCK"]
        assert told == [("OFFLINE", "waiting"), ("BATTERY", "waiting"), ("COALESCED", "missed")]
        waits, _ = await app.schedules.next(1)
        assert waits[0].waiting == "OFFLINE"
        await app.schedules.edit(made.id, enabled=False)
        assert [reason.code for reason in await app.schedules.why("shop")] == ["SCHEDULE-OFF"]

    ready.run(story)


def test_a_site_that_goes_takes_its_schedules_along_and_a_renamed_storage_stays_named(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        made = await app.schedules.add("shop", every="daily", keep_in="DISK")
        assert made.keep_in == "disk"
        await app.storages.edit("disk", new_name="drive")
        assert (await app.schedules.show(made.id)).keep_in == "drive"
        await app.sites.remove("shop")
        assert await app.schedules.list() == []

    ready.run(story)


def test_overdue_is_judged_by_the_schedule(ready: Scene) -> None:
    """A backup of four days is old for a daily schedule, and not for a weekly one."""

    async def story(app: Holdfast) -> None:
        finished = await (await app.backups.create(["shop"])).result()
        assert finished.outcome == "success"
        made = await app.schedules.add("shop", every="weekly")
        assert (await app.sites.show("shop")).status == "ok"
        from holdfast.app.judging import judge_all

        later = datetime.now(UTC) + timedelta(days=4)
        assert judge_all(app._home, later)[0].status == "ok"
        await app.schedules.edit(made.id, every="daily")
        old = judge_all(app._home, later)[0]
        assert (old.status, old.reasons[0].code) == ("overdue", "OVERDUE")
        assert old.next_run_at is not None
        assert old.next_run_at > later

    ready.run(story)
