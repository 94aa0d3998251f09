"""Notices on a real session bus: of an agent, without a window."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from holdfast.app import Holdfast
from holdfast.cli.agent_notices import tell_on_desktop
from holdfast.cli.notice_words import words_of
from holdfast.errors import Unsupported
from holdfast.jobs.runner import InProcessRunner
from holdfast.secret import Secret
from holdfast.telling import session_bus
from holdfast.telling.notices import Notice, Problem
from holdfast.worker import perform
from tests.core.app.conftest import Scene
from tests.support.keyring_service import KeyringService
from tests.support.notification_service import NotificationService
from tests.support.sink import until


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringService]:
    """A session bus of its own; nobody shows notices on it yet."""
    running = KeyringService(tmp_path / "bus", with_keyring=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running.environment["DBUS_SESSION_BUS_ADDRESS"])
    yield running
    running.close()


@pytest.fixture
def service(bus: KeyringService) -> Iterator[NotificationService]:
    made = NotificationService()
    yield made
    made.close()


def home(folder: Path) -> Holdfast:
    scene = Scene(folder)
    scene.make_site()
    return Holdfast(scene.home, runner=InProcessRunner(perform), ask_passphrase=lambda _: Secret("open sesame"))


async def set_up(app: Holdfast, folder: Path) -> None:
    await app.storages.add("disk", str(folder / "repository"), Secret("repository password"))
    await app.sites.add("shop", path=folder / "site", database="none", storage="disk")


def test_an_agent_tells_a_failure_once_and_when_it_is_well_again(service: NotificationService, tmp_path: Path) -> None:
    async def story() -> None:
        async with home(tmp_path) as app:
            await set_up(app, tmp_path)
            telling = asyncio.create_task(tell_on_desktop(app))
            (tmp_path / "site").rename(tmp_path / "away")
            for _ in range(2):
                await (await app.backups.create(["shop"])).result()
                await asyncio.to_thread(until, lambda: bool(service.shown))
            (tmp_path / "away").rename(tmp_path / "site")
            await (await app.backups.create(["shop"])).value()
            await asyncio.to_thread(until, lambda: len(service.shown) > 1)
            telling.cancel()
            with suppress(asyncio.CancelledError):
                await telling

    asyncio.run(story())
    failed, well = service.shown
    assert service.withdrawn == [failed.number]
    assert (failed.title, failed.urgency) == ("shop needs attention", 2)
    assert (well.title, well.text, well.urgency) == ("shop is safe again", "The backup went well this time.", 1)


def test_the_next_of_a_bundle_takes_the_place_of_the_last(service: NotificationService, tmp_path: Path) -> None:
    first = Notice("problems", (Problem("<b>a</b>", "X", "It <i>failed</i> & more."),))
    second = Notice("problems", (*first.problems, Problem("b", "OVERDUE")), replaces=True)

    async def story() -> None:
        async with home(tmp_path) as app:
            for notice in (first, second):
                assert await app.notices.show(notice, *words_of(notice))

    asyncio.run(story())
    assert [(one.number, one.replaces) for one in service.shown] == [(1, 0), (1, 1)]
    assert service.shown[0].text == "It &lt;i&gt;failed&lt;/i&gt; &amp; more."
    assert service.shown[1].title == "2 things need attention"


def test_a_button_of_a_notice_is_heard(service: NotificationService, tmp_path: Path) -> None:
    """Also where the service tells only who showed it; and again after the service was silent for a while."""
    notice, heard = Notice("problems", (Problem("a", "OVERDUE"),)), list[str]()

    def heard_so_often(number: int) -> bool:
        return len(heard) == number

    async def story() -> None:
        async with home(tmp_path) as app:
            app.notices.chosen = heard.append
            for number in (1, 2):
                assert await app.notices.show(notice, "title", "text", [("default", "Show"), ("back_up", "Back up now")])
                service.choose(service.shown[-1].number, "back_up")
                await asyncio.to_thread(until, partial(heard_so_often, number))
            service.choose(77, "back_up")  # another program's
            await asyncio.sleep(0.3)

    asyncio.run(story())
    assert heard == ["back_up", "back_up"]
    assert service.shown[0].actions == ("default", "Show", "back_up", "Back up now")


def test_somebody_who_wants_no_notices_gets_none(service: NotificationService, tmp_path: Path) -> None:
    async def story() -> None:
        async with home(tmp_path) as app:
            await set_up(app, tmp_path)
            await app.settings.set("notify", "false")
            (tmp_path / "site").rename(tmp_path / "away")
            await (await app.backups.create(["shop"])).result()
            assert await app.notices.look() is None
            await app.settings.set("notify", "true")
            assert await app.notices.look() is None  # it counts as told

    asyncio.run(story())
    assert service.shown == []


def test_where_nobody_shows_notices_nothing_happens(bus: KeyringService, tmp_path: Path) -> None:
    """No service on the bus, one that refuses, no bus at all: `show` says no, a test says why."""
    notice = Notice("problems", (Problem("a", "X"),))

    async def story() -> None:
        async with home(tmp_path) as app:
            assert not await app.notices.show(notice, "title", "text")
            with pytest.raises(Unsupported):
                await app.notices.test("title", "text")

    asyncio.run(story())
    refusing = NotificationService(refuses=True)
    with pytest.raises(OSError, match="no notice"):
        session_bus.notify(0, "title", "text")
    refusing.close()


def test_the_command_tries_the_desktop_within_dbus_run_session(tmp_path: Path) -> None:
    """`holdfast notify test desktop` in a session that dbus-run-session made."""
    script = (
        "import os, subprocess, sys\n"
        "from tests.support.notification_service import NotificationService\n"
        "service = NotificationService()\n"
        "command = [sys.executable, '-m', 'holdfast', '--home', sys.argv[1], 'notify', 'test', 'desktop', '--json']\n"
        "code = subprocess.run(command).returncode\n"
        "print(code, [one.title for one in service.shown], file=sys.stderr)\n"
        "service.close()\n"
    )
    root = Path(__file__).parents[3]
    environment = {**os.environ, "PYTHONPATH": f"{root / 'core'}{os.pathsep}{root}", "XDG_RUNTIME_DIR": str(tmp_path)}
    command = ["dbus-run-session", "--", sys.executable, "-c", script, str(tmp_path / "home")]
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert ran.stdout.strip() == '{"name":"desktop","shown":true}'
    assert ran.stderr.strip().endswith("0 ['Holdfast']")


def test_words_of_an_agents_notices() -> None:
    assert words_of(Notice("problems", (Problem("", "KEY-LOCKED"),))) == (
        "Unlock your password store",
        "backups wait until it is unlocked",
    )
    assert words_of(Notice("recovered", (Problem("a", "R"), Problem("b", "R")))) == ("2 sites are safe again", "a, b")
