"""A whole program with its worker processes and sites with a service of their own: killed with -9, many sites at once."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from holdfast.app import Holdfast
from holdfast.secret import Secret
from holdfast.state.processes import is_alive
from tests.core.app.conftest import PASSPHRASE, Scene
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.safeguard import FakeSafeGuard

PASSWORD = Secret("abcd efgh ijkl mnop qrst uvwx")
PROGRAM = """
import asyncio, sys
from pathlib import Path
from holdfast.app import Holdfast
from holdfast.secret import Secret

async def main():
    async with Holdfast(Path(sys.argv[1]), ask_passphrase=lambda _: Secret(sys.argv[2])) as app:
        handle = await app.backups.{verb}
        await handle.result()

asyncio.run(main())
"""


def quick(scene: Scene) -> None:
    """Sites are asked often, so that nobody waits."""
    scene.paths.settings.write_bytes(msgspec.json.encode({"poll_seconds": 0.3}))


async def add(app: Holdfast, site: FakeBackupCopilot, name: str = "shop") -> None:
    await app.sites.add(name, system="backup-copilot", url=site.home, user="ada", secret=PASSWORD)


def workers_of(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def wait_for(true: Callable[[], Any], seconds: float = 90.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come so far"
        time.sleep(0.05)


def killed_while(scene: Scene, verb: str, when: Callable[[], Any]) -> list[int]:
    """A program of its own is killed with -9 as soon as `when`; the workers that it had."""
    words = [sys.executable, "-c", PROGRAM.format(verb=verb), str(scene.home), PASSPHRASE.reveal()]
    with subprocess.Popen(words) as program:
        try:
            wait_for(when)
            workers = workers_of(program.pid)
        finally:
            os.kill(program.pid, signal.SIGKILL)
    return workers


def test_a_killed_program_finds_its_backup_on_the_site_and_follows_it(scene: Scene) -> None:
    """K6, A4: the program is killed with -9 while the site works; its worker ends by itself; a new program follows the same backup."""
    quick(scene)
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:
        scene.run(lambda app: add(app, site))
        site.takes = 60
        workers = killed_while(scene, "create(['shop'])", lambda: site.asked("GET */status*"))
        assert len(workers) == 1
        wait_for(lambda: not any(is_alive(one) for one in workers), 15)

        async def story() -> None:
            async with Holdfast(scene.home, ask_passphrase=lambda _: PASSPHRASE) as app:
                (handle,) = await app.backups.resume()
                assert (handle.site, handle.verb) == ("shop", "backup")
                site.advance(120)
                end = await handle.result()
                assert end.outcome == "success", end.failure
                assert end.result["backup"]["id"] in site.backups
                assert list(await app.backups.resume()) == []

        asyncio.run(story())
        assert len(site.backups) == 1
        assert len(site.asked("POST */backup/create")) == 1


def test_a_killed_program_follows_its_restore_on(scene: Scene) -> None:
    """K6: a restore that runs on the site is found again by the name that the site gave it, and is not sent twice."""
    quick(scene)
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:
        one = site.add_backup()
        scene.run(lambda app: add(app, site))
        site.takes = 60
        killed_while(scene, f"restore('shop', {one.uuid!r})", lambda: len(site.asked("GET */restore/*/status*")) > 1)

        async def story() -> None:
            async with Holdfast(scene.home, ask_passphrase=lambda _: PASSPHRASE) as app:
                (handle,) = await app.backups.resume()
                site.advance(120)
                end = await handle.result()
                assert end.result["confirmed"] is True
                assert end.result["healthy"] is True

        asyncio.run(story())
        assert len(site.restores) == 1


def test_ten_sites_are_waited_for_at_once_by_one_process(scene: Scene) -> None:
    """Waiting costs no process and takes no turn: ten backups run on ten sites together, though only two jobs may work here at once."""
    quick(scene)
    before = set(workers_of(os.getpid()))
    sites = [FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) for _ in range(10)]
    try:
        for site in sites:
            site.__enter__()
            site.takes = 3600

        async def story() -> None:
            async with Holdfast(scene.home, ask_passphrase=lambda _: PASSPHRASE) as app:
                for number, site in enumerate(sites):
                    await add(app, site, f"shop-{number}")
                group = await app.backups.create([f"shop-{number}" for number in range(10)])
                async with asyncio.timeout(30):
                    while not all(site.asked("GET */status*") for site in sites):
                        await asyncio.sleep(0.05)
                assert len(set(workers_of(os.getpid())) - before) == 1
                for site in sites:
                    site.advance(4000)
                end = await group.result()
                assert [row["outcome"] for row in end.result["sites"]] == ["success"] * 10

        asyncio.run(story())
    finally:
        for site in sites:
            site.__exit__(None, None, None)


def test_a_staging_copy_that_was_begun_is_followed_by_the_next_program(scene: Scene) -> None:
    """The site's active-job route is asked until it tells of that job no more; then nothing is left to resume."""
    quick(scene)
    with FakeSafeGuard(clock=SimulatedClock(datetime.now(UTC))) as site:

        async def begin(app: Holdfast) -> None:
            await app.sites.add("shop", system="safeguard", url=site.home, user="root", secret=PASSWORD)
            site.takes = 300
            await app.services.create_staging("shop", mode="quick")

        scene.run(begin)

        async def story() -> None:
            async with Holdfast(scene.home, ask_passphrase=lambda _: PASSPHRASE) as app:
                (handle,) = await app.backups.resume()
                assert (handle.verb, handle.site) == ("staging", "shop")
                async with asyncio.timeout(30):
                    while len(site.asked("GET */staging/active-job*")) < 2:
                        await asyncio.sleep(0.05)
                site.advance(1000)
                end = await handle.result()
                assert end.outcome == "success", end.failure
                assert end.result["job"]["id"] == "stg_x1y2z3w4"
                assert list(await app.backups.resume()) == []
                site.add_migration()
                watching = await app.services.watch_migration("shop")
                site.advance(1000)
                assert (await watching.result()).result["job"]["status"] in {"completed", "unknown"}

        asyncio.run(story())
