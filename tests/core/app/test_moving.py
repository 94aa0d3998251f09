"""What a job moves over the internet is counted, by what its events tell."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.app.moving import Meter, moving
from holdfast.jobs.messages import (
    AnyEvent,
    AnyRequest,
    BackUp,
    Check,
    DownloadFromSite,
    FetchArchives,
    Finished,
    LookAtSite,
    Progressed,
    RepositoryAccess,
    Restore,
    SignIn,
    SiteAccess,
    SourceAccess,
)
from holdfast.jobs.waiting import drive
from holdfast.records import Job
from holdfast.secret import Secret
from holdfast.state import traffic
from holdfast.state.traffic import Moved
from holdfast.surroundings.base import Facts, Network
from tests.core.app.conftest import Scene
from tests.support.fakes.surroundings import FakeSurroundings

BUCKET = RepositoryAccess("s3:https://s3.example/bucket", Secret("x"))
DISK = RepositoryAccess("/media/disk", Secret("x"))
NAS = RepositoryAccess("s3:https://192.168.1.2:9000/bucket", Secret("x"))
SITE = SiteAccess("backup-copilot", "https://shop.example", SignIn())
SOURCE = SourceAccess("id", "shop", "/srv/shop")


def progressed(done: int, phase: str = "transfer") -> Progressed:
    return Progressed(job="1", phase=phase, bytes_done=done)


def finished(outcome: str = "success", **result: Any) -> Finished:
    return Finished(job="1", outcome=outcome, result=result)


def stored(added: int) -> Finished:
    return finished(backup={"id": "b", "metadata": {"added": added}})


def backup(access: RepositoryAccess) -> BackUp:
    return BackUp(job="1", access=access, source=SOURCE)


def download(url: str = SITE.url) -> DownloadFromSite:
    return DownloadFromSite(job="1", access=SiteAccess("backup-copilot", url, SignIn()), backup="b", to="/x")


CASES: list[tuple[AnyRequest, list[AnyEvent], tuple[int, int] | None]] = [
    (backup(BUCKET), [progressed(900, "read"), stored(70)], (0, 70)),  # what is stored, not what was read
    (backup(BUCKET), [progressed(900, "read"), finished("failed")], (0, 0)),
    (backup(DISK), [stored(70)], None),
    (backup(NAS), [stored(70)], None),
    (download(), [progressed(10), progressed(500), finished(size=500, resumed_from=0)], (500, 0)),
    (download(), [progressed(300), progressed(500), finished(size=500, resumed_from=300)], (200, 0)),
    (download(), [progressed(300), progressed(420), finished("failed")], (120, 0)),  # it goes on from there the next time
    (download(), [progressed(100), progressed(500), progressed(900, "check"), finished("failed")], (400, 0)),
    (download("http://127.0.0.1:1"), [progressed(500)], None),
    (FetchArchives(job="1", access=BUCKET, names=("a",), to="/x"), [progressed(40), progressed(90), finished()], (90, 0)),
    (FetchArchives(job="1", access=DISK, names=("a",), to="/x"), [progressed(40)], None),
    (Restore(job="1", access=BUCKET, backup="b"), [progressed(50, "write"), finished()], (50, 0)),
    (Check(job="1", access=DISK), [progressed(50, "read")], None),
]


@pytest.mark.parametrize(("request_", "events", "expected"), CASES)
def test_what_is_counted(request_: AnyRequest, events: list[AnyEvent], expected: tuple[int, int] | None) -> None:
    meter = Meter(request_)
    for event in events:
        meter.see(event)
    moved = meter.moved()
    assert (None if moved is None else (moved.received, moved.sent)) == expected


async def _told(events: list[AnyEvent], end: Exception | None) -> AsyncIterator[AnyEvent]:
    for event in events:
        yield event
    if end is not None:
        raise end


def follow(scene: Scene, request: AnyRequest, events: list[AnyEvent], end: Exception | None = None) -> tuple[dict[str, Moved], list[str]]:
    """Today's traffic by network after it, and why the computer was kept awake."""

    async def story(app: Holdfast) -> tuple[dict[str, Moved], list[str]]:
        home, around = app._home, FakeSurroundings(Facts(Network("full", False, "Home", "uuid-1")))
        home.surroundings = around
        home.history.begin(Job(id="1", verb="backup", site="shop"), site_id="site id")
        try:
            heard = [event async for event in moving(home, request, _told(events, end))]
            assert heard == events
        except OSError:
            assert end is not None
        assert around.held == 0
        return await app.conditions.moved_today(), around.awake_for

    result: tuple[dict[str, Moved], list[str]] = scene.run(story)
    return result


def test_it_is_kept_by_network_day_and_job(scene: Scene) -> None:
    today, why = follow(scene, backup(BUCKET), [stored(70)])
    assert {network: (moved.received, moved.sent) for network, moved in today.items()} == {"uuid-1": (0, 70)}
    assert why == ["backup"]

    async def read(app: Holdfast) -> dict[str, Moved]:
        return traffic.of_jobs(app._home.database, "site id")

    assert [(job, one.sent) for job, one in scene.run(read).items()] == [("1", 70)]


def test_what_breaks_off_is_counted_too(scene: Scene) -> None:
    today, _ = follow(scene, download(), [progressed(0), progressed(300)], OSError("the pipe broke"))
    assert today["uuid-1"].received == 300


def test_asking_a_site_moves_nothing_and_keeps_nobody_awake(scene: Scene) -> None:
    """Waiting for hours until a site has made its backup must not drain the battery."""
    assert follow(scene, LookAtSite(job="1", access=SITE, question="list"), [finished()]) == ({}, [])


def test_two_parts_of_one_job_add_up(scene: Scene) -> None:
    async def story(app: Holdfast) -> dict[str, Moved]:
        database = app._home.database
        traffic.count(database, "1", "2026-11-21", "home", Moved(10, 1, 2.0))
        traffic.count(database, "1", "2026-11-21", "home", Moved(5, 0, 1.0))
        traffic.count(database, "1", "2026-11-21", "phone", Moved(1, 0, 1.0))
        traffic.count(database, "1", "2026-11-22", "home", Moved(7, 0, 1.0))
        return traffic.on_day(database, "2026-11-21")

    assert scene.run(story) == {"home": Moved(15, 1, 3.0), "phone": Moved(1, 0, 1.0)}


def test_the_rate_of_a_line_is_that_of_its_larger_transfers(scene: Scene) -> None:
    async def story(app: Holdfast) -> tuple[float | None, float | None, float | None]:
        database = app._home.database
        nothing = traffic.rate(database, "received")
        for number, (size, seconds) in enumerate([(9_000_000, 9.0), (30_000_000, 10.0), (20_000_000, 10.0), (500, 0.001), (0, 0.0)]):
            traffic.count(database, str(number), "2026-11-21", "home", Moved(received=size, seconds=seconds))
        return nothing, traffic.rate(database, "received"), traffic.rate(database, "sent")

    assert scene.run(story) == (None, 2_000_000, None)


def test_outside_of_a_loop_and_on_one(scene: Scene) -> None:
    """The terminal needs none."""

    async def empty(app: Holdfast) -> list[AnyEvent]:
        return [event async for event in moving(app._home, backup(DISK), _told([finished()], None))]

    assert len(scene.run(empty)) == 1

    async def opened() -> int:
        async with scene.app() as app:
            return len(await empty(app))

    import asyncio

    assert asyncio.run(opened()) == 1
    assert drive(opened()) == 1
