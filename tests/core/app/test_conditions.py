"""Conditions in a whole home: what a run needs, what is known of the computer, servers that are looked at, bytes that are counted, a plan's
cost."""

from __future__ import annotations

import asyncio
import socket
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.app.condition_rules import MB
from holdfast.app.conditions import FAILED_SECONDS, GIVE_IT_A_TRY, REACHED_SECONDS, Conditions
from holdfast.app.costs import Cheaper
from holdfast.errors import Busy, NotFound, UsageError
from holdfast.jobs.messages import Finished
from holdfast.jobs.waiting import drive
from holdfast.records import Job, Schedule, Site, StorageEntry
from holdfast.secret import Secret
from holdfast.state import traffic
from holdfast.state.remembered import remember
from holdfast.state.traffic import Moved
from holdfast.surroundings.base import Change, Facts, Network, Power
from tests.core.app.conftest import Scene
from tests.support.fakes.surroundings import FakeSurroundings
from tests.support.system_bus import FakeLogind, SystemBus

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAILY = Schedule(id="s1", name="daily", site="1", every="daily")
HOME = Facts(Network("full", False, "Home"))


class Door:
    """An open home in a computer that the test decides about, with a clock for what is waited for."""

    def __init__(self, app: Holdfast) -> None:
        self.app = app
        self.home = app._home
        self.around = FakeSurroundings(HOME)
        self.home.surroundings = self.around
        self.seconds = 1000.0
        self.conditions = app.conditions = Conditions(self.home, clock=lambda: self.seconds)
        self.asked: list[str] = []

    def site(self, name: str = "shop", **words: Any) -> Site:
        """One with a service of its own, as if it had been added."""
        words = {"system": "backup-copilot", "url": "https://shop.example", "database": "none", **words}
        return self.home.sites.put(Site(id=name, name=name, **words))

    def answers(self, monkeypatch: pytest.MonkeyPatch, **words: str) -> None:
        """What a look at each host gives; unnamed ones are reached."""

        async def query(request: Any) -> dict[str, Any]:
            self.asked += [one.url for one in request.targets]
            return {"reached": {one.url: words.get(one.url.split("//")[1].partition(".")[0], "yes") for one in request.targets}}

        monkeypatch.setattr(self.home, "query", query)

    def unmet(self, site: Site, schedule: Schedule = DAILY, now: datetime = NOON) -> list[str]:
        return [reason.code for reason in drive(self.conditions.unmet(site, schedule, now=now))]

    def ran(self, site: Site, number: int, size: int, *, kind: str = "full", seconds: float = 10.0, outcome: str = "success") -> None:
        """A run of the past that moved so much."""
        job = f"{site.id}-{number}"
        self.home.history.begin(Job(id=job, verb="backup", site=site.name), site_id=site.id)
        traffic.count(self.home.database, job, NOON.date().isoformat(), "uuid-home", Moved(received=size, seconds=seconds))
        self.home.history.end(Finished(job=job, outcome=outcome, result={"backup": {"id": job, "type": kind}}))


@pytest.fixture
def door(ready: Scene) -> Iterator[Door]:
    app = ready.app()
    drive(app.__aenter__())
    yield Door(app)
    drive(app.__aexit__())


def local_site(door: Door) -> Site:
    return door.home.sites.get("shop")


# ---- what a run needs


def test_a_site_on_this_computer_and_a_disk_need_no_network(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    door.answers(monkeypatch)
    for network in (Network("none"), Network("portal"), Network("full", True)):
        door.around.facts = Facts(network)
        assert door.unmet(local_site(door)) == []
    assert door.asked == []


def test_a_storage_in_a_bucket_needs_one_that_reaches_it(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    door.answers(monkeypatch, bucket="silent")
    door.home.storages.put(StorageEntry(id="b", name="bucket", location="s3:https://bucket.example/b"))
    to_bucket = Schedule(id="s2", name="x", site="1", every="daily", keep_in="bucket")
    assert door.unmet(local_site(door), to_bucket) == ["OFFLINE"]
    assert door.asked == ["https://bucket.example"]
    door.around.facts = Facts(Network("full", True))
    assert door.unmet(local_site(door), to_bucket) == ["METERED"]


def test_site_and_storage_must_both_be_reached(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    door.answers(monkeypatch, bucket="refused")
    door.home.storages.put(StorageEntry(id="b", name="bucket", location="s3:https://bucket.example/b"))
    reasons = drive(door.conditions.unmet(door.site("web", storage="bucket"), DAILY, now=NOON))
    assert [(one.code, one.details) for one in reasons] == [("OFFLINE", {"host": "bucket.example", "why": "refused"})]
    assert door.asked == ["https://shop.example", "https://bucket.example"]


# ---- servers


def test_a_server_that_answered_is_believed_for_a_minute(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty ticks do not ask twenty times."""
    door.answers(monkeypatch)
    site = door.site("web")
    assert door.unmet(site) == door.unmet(site) == []
    assert len(door.asked) == 1
    door.seconds += REACHED_SECONDS + 1
    assert door.unmet(site) == []
    assert len(door.asked) == 2


def test_one_that_does_not_is_asked_more_and_more_seldom_and_anew_when_the_network_changes(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.answers(monkeypatch, shop="no-name")
    door.around.facts = Facts()
    site, heard = door.site("web"), list[Change]()
    listener = door.conditions.listen(heard.append)
    for _ in range(120):  # an hour of ticks
        assert door.unmet(site) == ["OFFLINE"]
        door.seconds += 30
    assert len(door.asked) < 20
    assert door.seconds > FAILED_SECONDS[1]
    before = len(door.asked)
    assert door.unmet(site) == ["OFFLINE"]
    door.around.become(HOME, "network")
    door.answers(monkeypatch)
    assert door.unmet(site) == []
    assert len(door.asked) > before
    assert heard == ["network"]
    listener.close()


def test_a_site_that_is_down_does_not_wait_in_silence_for_ever(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """The internet is there, the site is not: after an hour the run goes, fails, and is told of. Offline it goes on waiting."""
    door.answers(monkeypatch, shop="refused")
    site = door.site("web")
    assert door.unmet(site) == ["OFFLINE"]
    door.seconds += GIVE_IT_A_TRY
    assert door.unmet(site) == []
    door.around.facts = Facts()
    assert door.unmet(site) == ["OFFLINE"]


def test_somebody_else_answers_in_its_place(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """A captive portal that the system knows nothing of. Where the internet is known to be there, the fault is the site's own."""
    door.answers(monkeypatch, shop="stranger")
    door.around.facts = Facts()
    site = door.site("web")
    assert door.unmet(site) == ["CAPTIVE"]
    door.around.facts = HOME
    assert door.unmet(site) == []


def test_a_real_look_at_servers(door: Door) -> None:
    """By the network worker's verb: one that listens, one that refuses, one that takes the connection and is no TLS."""
    with socket.create_server(("127.0.0.1", 0)) as open_one, socket.create_server(("127.0.0.1", 0)) as closed:
        here, gone = open_one.getsockname()[1], closed.getsockname()[1]
        closed.close()
        door.around.facts = Facts(Network("none"))  # this computer is reached all the same
        assert door.unmet(door.site("open", url=f"http://127.0.0.1:{here}")) == []
        reasons = drive(door.conditions.unmet(door.site("closed", url=f"http://127.0.0.1:{gone}"), DAILY, now=NOON))
    assert [(one.code, one.details) for one in reasons] == [("OFFLINE", {"host": "127.0.0.1", "why": "refused"})]


def test_a_look_that_cannot_be_made_holds_nothing_up(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    async def query(request: Any) -> dict[str, Any]:
        raise Busy("The worker died.")

    monkeypatch.setattr(door.home, "query", query)
    assert door.unmet(door.site("web")) == []


# ---- what does not depend on the network


def test_a_pause_is_a_reason_with_its_end(door: Door) -> None:
    site = local_site(door)
    door.home.pauses.pause(site.id, NOON + timedelta(hours=4))
    reasons = drive(door.conditions.unmet(site, DAILY, now=NOON))
    assert [(one.code, one.details) for one in reasons] == [("PAUSED", {"until": "2026-11-21T16:00:00+00:00"})]
    assert door.unmet(site, now=NOON + timedelta(hours=5)) == []


def test_settings_decide(door: Door) -> None:
    site = local_site(door)
    door.around.facts = Facts(power=Power(True, 50), session_began=NOON - timedelta(minutes=1))
    drive(door.app.settings.set("battery_level", "60"))
    drive(door.app.settings.set("quiet_hours", "00:00-23:59"))
    assert set(door.unmet(site)) == {"BATTERY", "JUST-LOGGED-IN", "QUIET-HOURS"}
    drive(door.app.settings.set("battery_level", "0"))
    drive(door.app.settings.set("minutes_after_login", "0"))
    drive(door.app.settings.set("quiet_hours", ""))
    assert door.unmet(site) == []


def test_a_locked_store_of_secrets_is_a_reason_and_is_asked_seldom(ready: Scene) -> None:
    """Each question may put a prompt before the user."""
    app, asked = ready.app(passphrase=None), list[int]()
    drive(app.__aenter__())
    door = Door(app)
    real = door.home.secret_call

    async def counted(function: Callable[..., Any], **words: Any) -> Any:
        asked.append(1)
        return await real(function, **words)

    door.home.secret_call = counted  # type: ignore[method-assign]  # counted
    asking_why = drive(door.conditions.unmet(local_site(door), DAILY, now=NOON, may_prompt=False))
    assert (list(asking_why), asked) == ([], [])
    for _ in range(10):
        assert door.unmet(local_site(door)) == ["KEY-LOCKED"]
        door.seconds += 30
    assert len(asked) == 1
    door.home._ask_passphrase = lambda _: Secret("open sesame")
    door.home.forget_store()
    door.seconds += 600
    assert door.unmet(local_site(door)) == []
    drive(app.__aexit__())


# ---- what is counted and learnt


def test_the_budget_of_a_day_is_spent_by_what_jobs_moved(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    door.answers(monkeypatch)
    site = door.site("web")
    drive(door.app.settings.set("daily_transfer_mb", "1000"))
    door.ran(site, 1, 700 * MB)
    assert door.unmet(site) == ["BUDGET-SPENT"]
    assert door.unmet(site, now=NOON + timedelta(days=1)) == []
    assert door.unmet(local_site(door)) == []


def test_large_and_small_by_what_earlier_runs_moved(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database goes over the phone, everything does not."""
    door.answers(monkeypatch)
    door.around.facts = Facts(Network("full", True, "Phone"))
    drive(door.app.settings.set("metered", "small"))
    site = door.site("web")
    database = Schedule(id="s3", name="db", site="1", every="daily", type="database")
    assert door.unmet(site, database) == ["METERED"]  # nothing was learnt yet
    for number in range(3):
        door.ran(site, number, 1200 * MB)
        door.ran(site, number + 10, 30 * MB, kind="database")
    door.ran(site, 20, 5000 * MB, kind="database", outcome="failed")  # no guide
    assert door.unmet(site, database) == []
    assert door.unmet(site) == ["METERED"]


def test_the_size_on_the_site_serves_until_a_run_was_seen(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    door.answers(monkeypatch)
    door.around.facts = Facts(Network("full", True))
    drive(door.app.settings.set("metered", "small"))
    site = door.site("web")
    remember(door.home.database, site.id, "newest on site", {"backup": {"id": "1", "type": "full", "size": 2 * MB}})
    assert door.unmet(site) == []


# ---- the cost of a plan


def many_sites(door: Door, count: int, size: int, *, types: tuple[str, ...] = ("full", "database")) -> Schedule:
    for number in range(count):
        site = door.site(f"web {number}", tags=("all",))
        remember(door.home.database, site.id, "capabilities of site", {"verbs": ["create"], "types": list(types)})
        door.ran(site, 1, size, seconds=size / (2 * MB))
    return Schedule(id="s9", name="all", tag="all", every="daily")


def test_what_a_plan_costs_and_what_would_be_cheaper(door: Door) -> None:
    """ "needs 31 GB a day on your line; database daily and everything weekly needs 5"."""
    schedule = many_sites(door, 25, 1240 * MB)
    cost = drive(door.conditions.cost(schedule))
    assert (cost.bytes_per_day, cost.sites, cost.unknown, cost.rate) == (31_000 * MB, 25, 0, 2 * MB)
    assert cost.seconds_per_day == 15_500
    assert cost.cheaper is not None
    assert cost.cheaper.estimated
    assert 4_000 * MB < cost.cheaper.bytes_per_day < 8_000 * MB
    for number in range(25):
        door.ran(door.home.sites.get(f"web {number}"), 2, 25 * MB, kind="database", seconds=20)
    learnt = drive(door.conditions.cost(schedule)).cheaper
    assert learnt == Cheaper(round(25 * (1240 + 6 * 25) * MB / 7), learnt.seconds_per_day if learnt else None, estimated=False)


def test_nothing_cheaper_where_there_is_nothing_to_save(door: Door) -> None:
    schedule = many_sites(door, 2, 1000 * MB, types=("full",))
    assert drive(door.conditions.cost(schedule)).cheaper is None
    weekly = Schedule(id="s8", name="w", tag="all", every="weekly")
    cost = drive(door.conditions.cost(weekly))
    assert cost.bytes_per_day == round(2 * 1000 * MB / 7)
    assert cost.cheaper is None


def test_hourly_costs_twenty_four_times_as_much(door: Door) -> None:
    site = door.site("web")
    door.ran(site, 1, 10 * MB)
    hourly = Schedule(id="s7", name="h", site=site.id, every="1hour")
    assert drive(door.conditions.cost(hourly)).bytes_per_day == 240 * MB


def test_what_stays_on_this_computer_costs_nothing_and_what_is_not_known_is_said(door: Door) -> None:
    local = Schedule(id="s6", name="l", site=local_site(door).id, every="daily")
    assert (drive(door.conditions.cost(local)).bytes_per_day, drive(door.conditions.cost(local)).sites) == (0, 0)
    site = door.site("web")
    cost = drive(door.conditions.cost(Schedule(id="s5", name="n", site=site.id, every="daily")))
    assert (cost.bytes_per_day, cost.sites, cost.unknown, cost.seconds_per_day, cost.cheaper) == (0, 1, 1, None, None)


# ---- kept awake


def test_a_job_keeps_the_computer_awake_while_it_works_and_no_longer(door: Door) -> None:
    held = list[int]()
    door.app.jobs.subscribe(lambda event: held.append(door.around.held))
    finished = drive(_backed_up(door.app))
    assert finished.outcome == "success"
    assert door.around.awake_for == ["backup shop"]
    assert 1 in held
    assert door.around.held == 0


def test_a_backup_takes_the_lock_of_a_real_bus_and_lets_it_go(ready: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole way: setting, job, D-Bus, descriptor."""
    with tempfile.TemporaryDirectory() as folder:  # the path of a socket is short
        bus = SystemBus(Path(folder))
        logind = FakeLogind(bus)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
        assert ready.run(_backed_up).outcome == "success"
        assert logind.locks == [("sleep:idle", "Holdfast", "backup shop", "block")]
        assert logind.held == 0
        assert ready.run(lambda app: app.conditions.facts()).session_began is not None
        logind.vanish()
        assert ready.run(_backed_up).outcome == "success"
        bus.close()


def test_not_when_the_user_does_not_want_it(door: Door) -> None:
    drive(door.app.settings.set("keep_awake", "false"))
    assert drive(_backed_up(door.app)).outcome == "success"
    assert door.around.awake_for == []


async def _backed_up(app: Holdfast) -> Finished:
    job = await app.backups.create(["shop"])
    return await job.result()


def test_the_cost_is_known_before_the_schedule_is_saved(door: Door) -> None:
    door.ran(door.site("web"), 1, 10 * MB)
    cost = drive(door.conditions.cost_of_plan("web", every="6hours", type="full", at=""))
    assert cost.bytes_per_day == 40 * MB
    assert list(drive(door.app.schedules.list())) == []
    with pytest.raises(NotFound):
        drive(door.conditions.cost_of_plan("nowhere", every="daily"))
    with pytest.raises(UsageError):
        drive(door.conditions.cost_of_plan("web", every="sometimes"))


def test_the_clock_hears_of_changes_and_says_why_it_waits(ready: Scene) -> None:
    """A run waits for the battery; when the charger is plugged in it goes at once, not at the next tick. Before sleep nothing begins."""
    around, ends = FakeSurroundings(Facts(power=Power(True, 5.0))), list[str]()

    async def story() -> tuple[str, dict[str, Any]]:
        async with ready.app() as app:
            home = app._home
            home.surroundings = around
            await app.schedules.add("shop", every="1hour")
            app.clock._now = lambda: datetime.now(UTC) + timedelta(hours=2)
            app.clock.tidy = None  # what follows the runs is tested elsewhere
            app.jobs.subscribe(lambda event: ends.append(event.outcome) if isinstance(event, Finished) else None)
            ticking = asyncio.create_task(app.clock.run())
            site = home.sites.get("shop")
            try:
                while not (waiting := [one for one in home.slots.of(site.id, NOON - timedelta(days=900)) if one.state == "waiting"]):
                    await asyncio.sleep(0.05)
                looks = around.looks
                await asyncio.sleep(1.0)
                assert around.looks <= looks + 1  # it is not asked faster than the clock ticks
                around.become(Facts(power=Power(False, 6.0)), "sleep")
                await asyncio.sleep(0.2)
                assert ends == []
                around.become(Facts(power=Power(False, 6.0)), "power")
                async with asyncio.timeout(25):  # a tick is 30 s
                    while not home.live and not ends:
                        await asyncio.sleep(0.05)
                while not ends:
                    await asyncio.sleep(0.05)
            finally:
                ticking.cancel()
                await asyncio.wait([ticking])
            return waiting[0].reason, waiting[0].details

    reason, details = asyncio.run(story())
    assert reason == "BATTERY"
    assert details["reasons"] == [{"code": "BATTERY", "details": {"percent": 5.0, "level": 30}}]
    assert ends == ["success"]
