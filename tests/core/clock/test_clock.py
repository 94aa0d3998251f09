"""What the clock does with slots that are due: order, waiting, trying again, holding, and once each."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest

from holdfast.app.clock import Clock, SlotTold
from holdfast.errors import Busy
from holdfast.jobs.messages import Finished
from holdfast.records import Job
from holdfast.state.database import Database
from holdfast.state.schedules import schedules_of
from holdfast.state.schema import MIGRATIONS
from holdfast.verdict import Reason
from tests.core.clock.conftest import BEGIN
from tests.core.clock.world import GOOD, World, failing


def at(hours: float) -> datetime:
    """So many hours after the world began (08:00 in Berlin)."""
    return BEGIN + timedelta(hours=hours)


def daily(world: World, name: str = "shop", **words: Any) -> None:
    world.schedule(name, site=world.site(name).id, **{"every": "daily", "at": "10:00"} | words)


def test_it_runs_once_when_it_is_due(live: Any) -> None:
    async def story(world: World) -> None:
        daily(world)
        for minute in (0, 60, 119, 120, 121, 180, 600):
            await world.tick(at(minute / 60))
        assert world.rows() == {"2026-09-07T10:00": ("run", "")}
        assert [key for _, _, key, _ in world.log] == ["2026-09-07T10:00"]
        jobs, _ = world.home.history.page(site_id="id-shop", site=None, outcome=None, limit=9, offset=0)
        assert [(job.trigger, job.outcome) for job in jobs] == [("schedule", "success")]

    live(story)


def test_after_days_off_it_is_caught_up_once_and_called_late(live: Any) -> None:
    async def story(world: World) -> None:
        daily(world)
        await world.tick(at(2))
        await world.tick(at(3 * 24 + 5))
        assert world.rows() == {
            "2026-09-07T10:00": ("run", ""),
            "2026-09-08T10:00": ("skipped", "COALESCED"),
            "2026-09-09T10:00": ("skipped", "COALESCED"),
            "2026-09-10T10:00": ("late", ""),
        }
        assert len(world.log) == 2

    live(story)


def test_it_waits_with_its_reasons_and_the_day_that_passes_is_skipped_with_them(live: Any) -> None:
    async def story(world: World) -> None:
        daily(world)
        world.against = lambda site: [Reason("OFFLINE"), Reason("BATTERY", details={"percent": 9})]
        await world.tick(at(2))
        assert world.rows() == {"2026-09-07T10:00": ("waiting", "OFFLINE")}
        (row,) = world.home.slots.open()
        assert row.details["reasons"] == [{"code": "OFFLINE"}, {"code": "BATTERY", "details": {"percent": 9}}]
        await world.tick(at(26.5))
        assert world.rows() == {"2026-09-07T10:00": ("skipped", "OFFLINE"), "2026-09-08T10:00": ("waiting", "OFFLINE")}
        world.against = lambda site: ()
        await world.tick(at(27))
        assert world.rows()["2026-09-08T10:00"] == ("late", "")

    live(story)


def test_a_locked_store_of_secrets_is_missed_and_not_failed(live: Any) -> None:
    async def story(world: World) -> None:
        daily(world)
        world.outcome = lambda site, slot: failing("busy", "KEY-LOCKED")
        await world.tick(at(2))
        assert world.rows() == {"2026-09-07T10:00": ("waiting", "KEY-LOCKED")}
        for minutes in (1, 2, 3, 4):
            await world.tick(at(2 + minutes / 60))
        assert len(world.log) == 1, "it is not asked for at every tick"
        world.against = lambda site: [Reason("KEY-LOCKED")]
        await world.tick(at(26.1))
        assert world.rows() == {"2026-09-07T10:00": ("missed", "KEY-LOCKED"), "2026-09-08T10:00": ("waiting", "KEY-LOCKED")}
        world.against, world.outcome = lambda site: (), lambda site, slot: GOOD
        await world.tick(at(26.2))
        assert world.rows()["2026-09-08T10:00"] == ("late", "")

    live(story)


def test_a_failed_run_is_tried_again_after_a_while_four_times_in_all(live: Any) -> None:
    async def story(world: World) -> None:
        daily(world)
        world.outcome = lambda site, slot: failing("network", "UNREACHABLE")
        tried: list[float] = []
        for minute in range(120, 120 + 9 * 60, 5):
            before = len(world.log)
            await world.tick(at(minute / 60))
            tried += [minute - 120] * (len(world.log) - before)
        assert tried == [0, 10, 70, 250]
        assert world.rows() == {"2026-09-07T10:00": ("late", "UNREACHABLE")}
        world.outcome = lambda site, slot: GOOD
        await world.tick(at(26))
        assert world.rows()["2026-09-08T10:00"] == ("run", "")

    live(story)


def test_what_waits_for_other_work_on_its_site_is_not_taken_for_a_run_that_died(live: Any) -> None:
    """However often it is looked at meanwhile."""

    async def story(world: World) -> None:
        daily(world)
        (site,) = world.home.sites.all()
        long_one = Job(id="long", verb="backup", site=site.name)
        world.home.history.begin(long_one, site_id=site.id)
        for minute in range(120, 240):
            await world.tick(at(minute / 60))
            assert world.rows() == {"2026-09-07T10:00": ("waiting", "RUNNING")}
        world.home.history.end(Finished(job="long", site=site.name, outcome="success"))
        await world.tick(at(4))
        assert world.rows() == {"2026-09-07T10:00": ("late", "")}
        assert len(world.log) == 1

    live(story)


def test_a_disk_that_is_plugged_in_later_gets_the_backup_of_the_day(live: Any) -> None:
    """Not there now is not gone: unlike all else that is not found, it is looked for until the evening."""

    async def story(world: World) -> None:
        daily(world)
        world.outcome = lambda site, slot: failing("not_found", "STORAGE-MISSING")
        for minute in range(120, 10 * 60, 5):
            await world.tick(at(minute / 60))
        assert world.rows() == {"2026-09-07T10:00": ("waiting", "RETRY")}
        world.outcome = lambda site, slot: GOOD
        await world.tick(at(14))
        assert world.rows() == {"2026-09-07T10:00": ("late", "")}
        world.outcome = lambda site, slot: failing("not_found", "NO-INSTALL")
        await world.tick(at(26))
        assert world.rows()["2026-09-08T10:00"] == ("run", "NO-INSTALL")

    live(story)


def test_a_site_that_stopped_is_not_asked_for_a_second_backup_by_the_same_slot(live: Any) -> None:
    """A4: it works on the first one still; the next slot asks anew."""

    async def story(world: World) -> None:
        daily(world)
        world.outcome = lambda site, slot: failing("remote", "SITE-STOPPED")
        for hour in (2, 3, 5, 9, 20):
            await world.tick(at(hour))
        assert [(key, outcome) for _, _, key, outcome in world.log] == [("2026-09-07T10:00", "failed")]
        assert world.rows("shop")["2026-09-07T10:00"] == ("run", "SITE-STOPPED")
        await world.tick(at(26))
        assert len(world.log) == 2

    live(story)


def test_a_retry_that_works_counts_as_run(live: Any) -> None:
    async def story(world: World) -> None:
        daily(world)
        outcomes = [failing("remote", "SITE-DOWN"), GOOD]
        world.outcome = lambda site, slot: outcomes.pop(0)
        await world.tick(at(2))
        assert world.rows() == {"2026-09-07T10:00": ("waiting", "RETRY")}
        await world.tick(at(2.2))
        assert world.rows() == {"2026-09-07T10:00": ("late", "")}

    live(story)


def test_s3_refused_keys_are_not_tried_again_and_hold_the_schedule_after_three_days(live: Any) -> None:
    """S3: one try a day, and none after the third; a backup by hand that goes well, or the user's word, lets it go on."""

    async def story(world: World) -> None:
        daily(world)
        daily(world, "other")
        world.outcome = lambda site, slot: failing("auth", "AUTH-REJECTED") if site.name == "shop" else GOOD
        for day in range(6):
            for hour in (2, 3, 5, 9):
                await world.tick(at(24 * day + hour))
        refused = [key for _, name, key, _ in world.log if name == "shop"]
        assert refused == ["2026-09-07T10:00", "2026-09-08T10:00", "2026-09-09T10:00"]
        rows = world.rows("shop")
        assert rows["2026-09-09T10:00"] == ("run", "AUTH-REJECTED")
        assert rows["2026-09-10T10:00"] == ("skipped", "REFUSED")
        assert rows["2026-09-12T10:00"] == ("waiting", "REFUSED")
        assert {state for state, _ in world.rows("other").values()} == {"run"}, "no other site is held"

        from holdfast.app.clock_standing import let_go

        world.outcome = lambda site, slot: GOOD
        let_go(world.home, site="id-shop")
        await world.tick(at(24 * 5 + 10))
        assert world.rows("shop")["2026-09-12T10:00"] == ("late", "")

    live(story)


def test_k6_a_run_that_a_crash_ended_is_told_as_interrupted_and_tried_again(live: Any) -> None:
    """K6: the slot is neither lost nor run twice to the end."""

    async def story(world: World) -> None:
        daily(world)
        await world.tick(at(2))
        assert world.rows() == {"2026-09-07T10:00": ("run", "RUNNING")}
        await world.crash()
        await world.tick(at(2.05))
        jobs, _ = world.home.history.page(site_id="id-shop", site=None, outcome=None, limit=9, offset=0)
        assert [job.outcome for job in jobs] == ["", "abandoned"]
        assert jobs[1].failure is not None and jobs[1].failure["code"] == "INTERRUPTED"
        world.running[0].end()
        await world.settle()
        await world.tick(at(4))
        assert world.rows() == {"2026-09-07T10:00": ("run", "")}
        assert [outcome for *_, outcome in world.log] == ["success"]

    live(story, at_once=False)


def test_a_job_that_brings_the_program_down_each_time_is_given_up(live: Any) -> None:
    async def story(world: World) -> None:
        daily(world)
        for _ in range(8):
            await world.tick(at(2))
            if world.running:
                await world.crash()
        await world.tick(at(2.1))
        assert not world.running
        assert world.rows() == {"2026-09-07T10:00": ("run", "INTERRUPTED")}

    live(story, at_once=False)


def test_what_a_person_stops_is_not_tried_again_but_what_the_end_of_the_program_stops_is(live: Any) -> None:
    async def story(world: World) -> None:
        daily(world)
        daily(world, "other")
        await world.tick(at(2))
        other, shop = world.running
        shop.end(("cancelled", None))
        await world.settle()
        assert world.rows("shop") == {"2026-09-07T10:00": ("skipped", "STOPPED")}
        await world.clock.leave()
        assert other.outcome == ("cancelled", None)
        assert world.rows("other") == {"2026-09-07T10:00": ("waiting", "INTERRUPTED")}
        await world.stop()
        await world.start()
        await world.tick(at(2.1))
        assert [one.site.name for one in world.running] == ["other"]
        world.running[0].end()
        await world.settle()

    live(story, at_once=False)


def test_another_computer_has_done_it(live: Any) -> None:
    async def story(world: World) -> None:
        daily(world)
        world.elsewhere = lambda site, slot: Reason("BACKED-UP-ELSEWHERE", details={"host": "desk"})
        await world.tick(at(2))
        assert world.rows() == {"2026-09-07T10:00": ("skipped", "BACKED-UP-ELSEWHERE")}
        assert world.log == []

    live(story)


def test_few_at_once_and_one_per_site(live: Any) -> None:
    async def story(world: World) -> None:
        for number in range(5):
            daily(world, f"site{number}")
        world.schedule("second", site="id-site0", every="daily", at="10:00")
        await world.tick(at(2))
        most = world.home.settings.concurrent_jobs
        assert len(world.running) == most == 2
        assert world.rows("site4") == {"2026-09-07T10:00": ("waiting", "TURN")}
        seen = 0
        while world.running:
            assert len({one.site.id for one in world.running}) == len(world.running) <= most
            world.running[0].end()
            await world.settle()
            await world.tick()
            seen += 1
        assert seen == len(world.log) == 6

    live(story, at_once=False)


def test_what_is_told_names_sites_that_came_later_too(live: Any) -> None:
    async def story(world: World) -> None:
        heard: list[SlotTold] = []
        world.clock.subscribe(heard.append)
        daily(world)
        await world.tick(at(2))
        daily(world, "newcomer")
        await world.tick(at(26))
        assert {one.name for one in heard} == {"shop", "newcomer"}

    live(story)


def test_a_pause_holds_and_what_fell_due_meanwhile_is_caught_up_once(live: Any) -> None:
    async def story(world: World) -> None:
        daily(world)
        world.home.pauses.pause("id-shop", at(50))
        await world.tick(at(2))
        await world.tick(at(26))
        assert world.rows() == {"2026-09-07T10:00": ("skipped", "PAUSED"), "2026-09-08T10:00": ("waiting", "PAUSED")}
        await world.tick(at(49))
        await world.tick(at(50.1))
        assert world.rows()["2026-09-09T10:00"] == ("late", "")
        assert len(world.log) == 1

    live(story)


def test_a_schedule_that_changes_takes_its_waiting_slots_along(live: Any) -> None:
    async def story(world: World) -> None:
        daily(world)
        world.against = lambda site: [Reason("OFFLINE")]
        await world.tick(at(2))
        world.schedule("shop", site="id-shop", every="daily", at="20:00", counts_from=at(3))
        world.against = lambda site: ()
        await world.tick(at(3))
        assert world.rows() == {"2026-09-07T10:00": ("skipped", "CHANGED")}
        await world.tick(at(12.5))
        assert world.rows()["2026-09-07T20:00"] == ("late", "")

    live(story)


def test_at_login_once_per_login(live: Any) -> None:
    async def story(world: World) -> None:
        world.schedule("shop", site=world.site("shop").id, every="login")
        await world.tick(at(1))
        assert world.log == []
        world.logged_in = at(2)
        for hours in (2, 2.5, 9):
            await world.tick(at(hours))
        world.clock.wake()
        await world.tick(at(9.1))
        assert len(world.log) == 1
        world.logged_in = at(24)
        await world.tick(at(24.1))
        world.clock.wake()
        await world.tick(at(24.2))
        assert len(world.log) == 2

    live(story)


def test_t1_a_clock_that_jumps_runs_nothing_twice_and_loses_nothing(live: Any) -> None:
    """T1: back an hour, back a day, far into the future and back."""

    async def story(world: World) -> None:
        daily(world)
        await world.tick(at(2))
        for hours in (1, 2, 2.5, -22, -21, 2, 3):
            world.clock.wake()
            await world.tick(at(hours))
        assert len([1 for _, _, key, _ in world.log if key == "2026-09-07T10:00"]) == 1
        await world.tick(datetime(2038, 1, 19, 12, tzinfo=BEGIN.tzinfo))
        await world.tick(at(25))
        await world.tick(at(26.5))
        assert world.rows()["2026-09-08T10:00"] == ("late", ""), "a wrong year must not end all schedules"
        keys = [key for _, _, key, _ in world.log]
        assert len(keys) == len(set(keys))

    live(story)


def test_one_clock_per_home(live: Any) -> None:
    """A second one says who holds it."""

    async def story(world: World) -> None:
        import os

        other = Clock(
            world.home, run=world._run, against=world._against, elsewhere=world._elsewhere, logged_in=lambda: None, zone=lambda: world.zone
        )
        assert await other.holder() == ""
        running = asyncio.create_task(world.clock.run())
        while await other.holder() == "" and not running.done():
            await asyncio.sleep(0.01)
        assert await world.clock.holder() == "this program"
        with pytest.raises(Busy, match=str(os.getpid())) as refused:
            await other.run_due()
        assert refused.value.code == "HOME-LOCKED"
        running.cancel()
        await asyncio.wait([running])
        assert await other.holder() == ""

    live(story)


def test_25_sites_after_a_week_off_are_caught_up_once_in_the_order_explained(live: Any) -> None:
    """Most days overdue first; among equals the smallest, those of unknown size last."""

    async def story(world: World) -> None:
        sizes: dict[str, int | None] = {f"site{n:02}": (n * 7 % 25) * 1000 if n % 6 else None for n in range(25)}
        for name in sizes:
            weekly = name.endswith("3")
            daily(world, name, **({"every": "weekly", "on": "fri"} if weekly else {}))
        world.clock_sizes(sizes)
        world.at_once = True
        for hours in (2, 3, 4):
            await world.tick(at(hours))
        world.order.clear()
        world.log.clear()
        world.at_once = False
        week = 7 * 24 + 4.0
        await world.tick(at(week))
        while world.running:
            world.running[0].end()
            await world.settle()
            await world.tick()
        assert sorted(world.order) == sorted(sizes), "each once"
        assert world.order == sorted(sizes, key=lambda name: (name.endswith("3"), sizes[name] is None, sizes[name] or 0, name))
        world.clock.wake()
        await world.tick(at(week + 1))
        assert len(world.log) == 25

    live(story)


def test_what_changes_while_nothing_is_due_is_seen_at_the_next_tick(live: Any) -> None:
    """A tick that finds nothing changed looks no further; a schedule that is added, also by another program, is seen."""

    async def story(world: World) -> None:
        daily(world)
        await world.tick(at(2))
        await world.tick(at(2.5))
        before = world.home.database.generation()
        for minute in range(40, 60):
            await world.tick(at(2 + minute / 60))
        assert world.home.database.generation() == before, "nothing is written while nothing happens"
        other = Database(world.home.paths.database, MIGRATIONS)
        plan = world.home.schedules.get("shop")
        schedules_of(other).put(msgspec.structs.replace(plan, id="plan-more", name="more", at="10:30"))
        other.close()
        await world.tick(at(3.1))
        assert world.rows("more") == {"2026-09-07T10:30": ("late", "")}

    live(story)
