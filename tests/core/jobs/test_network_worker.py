"""One worker process asks all sites: many jobs at once, each cancelled by itself; its death is survived; nothing heavy is in it."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from holdfast.jobs import network
from holdfast.jobs.messages import (
    AnyEvent,
    BackUpOnSite,
    ChangeSite,
    DownloadFromSite,
    Finished,
    LookAtSite,
    OnNetwork,
    Progressed,
    SignIn,
    SiteAccess,
    Started,
    TakenOn,
)  # fmt: skip
from holdfast.jobs.processes import ProcessRunner
from holdfast.jobs.runner import Run
from holdfast.secret import Secret
from holdfast.state.processes import is_alive
from tests.support.fakes.backup_copilot import FakeBackupCopilot

REPOSITORY = Path(__file__).parents[3]
PASSWORD = Secret("abcdefghijklmnopqrstuvwx")


@pytest.fixture(autouse=True)
def _from_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", f"{REPOSITORY / 'core'}{os.pathsep}{REPOSITORY}")


def access(site: FakeBackupCopilot) -> SiteAccess:
    return SiteAccess(system="backup-copilot", url=site.root, sign_in=SignIn(user="ada", secret=PASSWORD), poll_seconds=0.3)


def look(site: FakeBackupCopilot, job: str) -> LookAtSite:
    return LookAtSite(job=job, site=job, access=access(site), question="list")


@asynccontextmanager
async def runner() -> AsyncIterator[ProcessRunner]:
    made = ProcessRunner()
    try:
        yield made
    finally:
        await made.close()


def on_a_loop(story: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(60):
            await story()

    asyncio.run(bounded())


async def all_of(run: Run) -> list[AnyEvent]:
    return [event async for event in run.events()]


async def end_of(run: Run) -> Finished:
    last = (await all_of(run))[-1]
    assert isinstance(last, Finished)
    return last


async def until(true: Callable[[], Any]) -> None:
    while not true():
        await asyncio.sleep(0.02)


def children() -> list[int]:
    return [int(one) for one in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()]


def cpu_ticks(pid: int) -> int:
    told = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return int(told[11]) + int(told[12])


def mapped(pid: int) -> str:
    return Path(f"/proc/{pid}/maps").read_text()


def test_many_requests_share_one_process_that_rests_when_idle() -> None:
    """A7: one site hangs and is cancelled by itself; the others have answered meanwhile. No CPU is used when nothing is asked."""

    async def story() -> None:
        before = children()
        with FakeBackupCopilot() as good, FakeBackupCopilot() as bad:
            good.add_backup()
            bad.switch_on("hang", times=9)
            async with runner() as one:
                stuck = one.start(look(bad, "stuck"))
                waiting = asyncio.create_task(end_of(stuck))
                ends = await asyncio.gather(*(end_of(one.start(look(good, f"job-{number}"))) for number in range(6)))
                assert [end.outcome for end in ends] == ["success"] * 6
                assert {end.job for end in ends} == {f"job-{number}" for number in range(6)}
                assert not waiting.done()
                (worker,) = set(children()) - set(before)
                asked = time.monotonic()
                stuck.cancel()
                assert (await waiting).outcome == "cancelled"
                assert time.monotonic() - asked < 2
                assert (await end_of(one.start(look(good, "later")))).outcome == "success"
                ticks = cpu_ticks(worker)
                await asyncio.sleep(1.0)
                assert cpu_ticks(worker) - ticks <= 1
            assert not is_alive(worker)

    on_a_loop(story)


def test_the_network_worker_has_nothing_heavy_in_it() -> None:
    """At most small memory: neither engine nor libraries for bytes are ever loaded, and it stays below 80 MB."""

    async def story() -> None:
        before = children()
        with FakeBackupCopilot() as site:
            site.takes = 0
            async with runner() as one:
                assert (await end_of(one.start(BackUpOnSite(job="a", access=access(site))))).outcome == "success"
                assert (await end_of(one.start(look(site, "b")))).outcome == "success"
                (worker,) = set(children()) - set(before)
                loaded = mapped(worker)
                for library in ("numpy", "wasmtime", "PySide6"):
                    assert library not in loaded
                status = Path(f"/proc/{worker}/status").read_text()
                assert int(status.partition("VmRSS:")[2].split()[0]) < 80_000

    on_a_loop(story)


def test_the_modules_of_the_network_worker_reach_no_bytes() -> None:
    """In a fresh interpreter: serving every verb of the network imports neither engine nor storage nor boto3."""
    import subprocess
    import sys

    code = (
        "import sys, typing, holdfast.worker as w, holdfast.worker.main, holdfast.worker.serving\n"
        "from holdfast.jobs.messages import OnNetwork\n"
        "[w.warm(k.__struct_config__.tag) for k in typing.get_args(OnNetwork)]\n"
        "import holdfast.providers.backup_copilot, holdfast.providers.safeguard, holdfast.providers.wp_engine\n"
        "import holdfast.providers.general_bots, holdfast.providers.discovery\n"
        "bad = ['holdfast.' + n for n in ('engine', 'repository', 'storage', 'sources', 'targets')] + ['boto3', 'botocore', 'numpy']\n"
        "print([m for m in sys.modules if m.startswith(tuple(bad))])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=REPOSITORY)
    assert done.stdout.strip() == "[]"


async def killed_while(site: FakeBackupCopilot, request: OnNetwork, when: Callable[[], Any]) -> tuple[list[AnyEvent], list[int]]:
    """The events of `request`, whose worker is killed as soon as `when`; and the workers that there were."""
    before = set(children())
    workers: list[int] = []

    async def kill() -> None:
        await until(when)
        workers.extend(set(children()) - before)
        os.kill(workers[0], signal.SIGKILL)

    async with runner() as one:
        killing = asyncio.create_task(kill())
        events = await all_of(one.start(request))
        await killing
    return events, workers


def test_a_question_is_asked_again_when_the_worker_dies() -> None:
    """K: nothing was changed, so the same question is sent to a new worker; who asked sees one beginning and one end."""

    async def story() -> None:
        with FakeBackupCopilot() as site:
            site.add_backup()
            site.switch_on("hang", times=1, on="GET */backup/list*")
            events, _ = await killed_while(site, look(site, "j"), lambda: site.asked("GET */backup/list*"))
            assert sum(isinstance(event, Started) for event in events) == 1
            end = events[-1]
            assert isinstance(end, Finished)
            assert (end.outcome, len(end.result["items"])) == ("success", 1)

    on_a_loop(story)


def test_a_backup_is_followed_on_when_the_worker_dies() -> None:
    """K: it was begun on the site, so it is not begun again but followed; percent never goes back."""

    async def story() -> None:
        with FakeBackupCopilot() as site:
            site.takes = 30

            def begun() -> bool:
                if site.asked("GET */status*"):
                    site.advance(100)
                    return True
                return False

            events, _ = await killed_while(site, BackUpOnSite(job="job-1", site="shop", access=access(site)), begun)
            end = events[-1]
            assert isinstance(end, Finished)
            assert (end.outcome, end.result["backup"]["status"]) == ("success", "completed")
            assert len(site.asked("POST */backup/create")) == 1
            percents = [event.percent for event in events if isinstance(event, Progressed) and event.percent is not None]
            assert percents == sorted(percents)
            assert any(isinstance(event, TakenOn) for event in events)

    on_a_loop(story)


def test_a_backup_whose_answer_died_with_the_worker_is_found_by_its_mark() -> None:
    """K, A4: the call had left, its answer was never read: the backup is found on the site and followed, none is begun twice."""

    async def story() -> None:
        with FakeBackupCopilot() as site:
            site.takes = 0
            site.switch_on("late", times=1, on="POST */backup/create", seconds=30)
            events, _ = await killed_while(site, BackUpOnSite(job="job-1", site="shop", access=access(site)), lambda: site.backups)
            end = events[-1]
            assert isinstance(end, Finished)
            assert end.outcome == "success", end.failure
            assert end.result["backup"]["id"] in site.backups
            assert len(site.backups) == 1

    on_a_loop(story)


def test_a_change_that_broke_off_is_not_repeated() -> None:
    """K: nobody knows whether it was done, so it is told as failed and never sent twice."""

    async def story() -> None:
        with FakeBackupCopilot() as site:
            one = site.add_backup()
            site.switch_on("hang", times=1, on="DELETE *")
            request = ChangeSite(job="j", access=access(site), change="delete", subjects=(one.uuid,))
            events, _ = await killed_while(site, request, lambda: site.asked("DELETE *"))
            end = events[-1]
            assert isinstance(end, Finished)
            assert end.failure is not None
            assert (end.failure.code, end.failure.retryable) == ("WORKER-DIED", False)
            assert "not known" in end.failure.hint
            assert len(site.asked("DELETE *")) == 1

    on_a_loop(story)


def test_a_worker_that_is_deaf_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cancel that is not heard ends the job all the same, and what else ran there goes on in a new worker."""
    monkeypatch.setattr(network, "DEAF_AFTER", 0.5)

    async def story() -> None:
        before = children()
        with FakeBackupCopilot() as site:
            site.add_backup()
            site.switch_on("hang", times=2)
            async with runner() as one:
                first, second = one.start(look(site, "a")), one.start(look(site, "b"))
                ends = [asyncio.create_task(end_of(first)), asyncio.create_task(end_of(second))]
                await until(lambda: len(site.log) >= 2)
                (worker,) = set(children()) - set(before)
                os.kill(worker, signal.SIGSTOP)
                first.cancel()
                assert (await ends[0]).outcome == "cancelled"
                assert (await ends[1]).outcome == "success"

    on_a_loop(story)


def test_giving_up_reading_stops_the_work() -> None:
    async def story() -> None:
        with FakeBackupCopilot() as site:
            site.takes = 600
            async with runner() as one:
                events = one.start(BackUpOnSite(job="j", access=access(site))).events()
                async for event in events:
                    if isinstance(event, TakenOn):
                        break
                await events.aclose()  # type: ignore[attr-defined]  # it is a generator
                await asyncio.sleep(0.5)
                asked = len(site.log)
                await asyncio.sleep(0.8)
                assert len(site.log) - asked <= 1

    on_a_loop(story)


def test_a_download_moves_in_its_own_process_and_asks_for_links_by_the_network_worker(tmp_path: Path) -> None:
    """The link comes from the network worker, and a new one when the first has died; the bytes from a process of their own. The
    credential never goes to the link."""

    async def story() -> None:
        before = set(children())
        with FakeBackupCopilot() as site:
            one = site.add_backup()
            site.switch_on("status", times=1, on="GET /wp-content/*", status=410)
            request = DownloadFromSite(job="d", site="shop", access=access(site), backup=one.uuid, to=f"{tmp_path}/got.zip")
            seen: set[int] = set()
            async with runner() as made:
                events = []
                async for event in made.start(request).events():
                    seen |= set(children()) - before
                    events.append(event)
            end = events[-1]
            assert isinstance(end, Finished)
            assert end.outcome == "success", end.failure
            assert Path(end.result["path"]).stat().st_size == end.result["size"]
            assert len(seen) == 2
            assert len(site.asked("POST */download")) == 2
            fetched = site.asked("GET /wp-content/*")
            assert len(fetched) == 2
            assert not any(one.headers.get("authorization") for one in fetched)
            assert all(event.job == "d" for event in events)

    on_a_loop(story)
