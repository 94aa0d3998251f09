"""How far the jobs are, as a dock on a real session bus hears it."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jeepney import MatchRule, message_bus
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtDBus import QDBusConnection

from holdfast.jobs.messages import Finished, Progressed, Started
from holdfast_desktop.application.taskbar import INTERFACE, Taskbar
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage
from tests.support.keyring_service import KeyringService

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the signal is of Linux desktops")


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Of a session bus of its own."""
    running = KeyringService(tmp_path / "bus", with_keyring=False)
    yield running.environment["DBUS_SESSION_BUS_ADDRESS"]
    running.close()


def test_a_dock_hears_how_far_the_jobs_are_and_when_they_are_done(play: Play, address: str) -> None:
    """Once for each percent; no bar before, and none after."""
    bus = QDBusConnection.connectToBus(address, "taskbar-test")
    heard: list[dict[str, tuple[str, Any]]] = []
    rule = MatchRule(type="signal", interface=INTERFACE, member="Update")
    with open_dbus_connection(address) as dock, dock.filter(rule) as signals:
        dock.send_and_get_reply(message_bus.AddMatch(rule))

        def told() -> tuple[float, bool]:
            entry, properties = dock.recv_until_filtered(signals, timeout=60).body
            assert entry == "application://holdfast-desktop.desktop"
            heard.append(properties)
            assert (properties["progress"][0], properties["progress-visible"][0]) == ("d", "b")
            return properties["progress"][1], properties["progress-visible"][1]

        async def scene(stage: Stage) -> None:
            taskbar = Taskbar(stage.desk, bus)
            live, now = stage.desk.live, time.monotonic()
            taskbar.refresh()  # nothing runs: nothing to say
            live.apply(Started(job="a", site="shop", verb="backup"), now)
            live.apply(Progressed(job="a", phase="new", percent=41.6), now)
            taskbar.refresh()
            assert told() == (0.42, True)
            live.apply(Progressed(job="a", phase="new", percent=41.9), now)
            taskbar.refresh()  # the same percent
            live.apply(Finished(job="a", outcome="success"), now)
            taskbar.refresh()
            assert told() == (0.0, False)
            live.apply(Started(job="b", site="shop", verb="backup"), now)
            live.apply(Progressed(job="b", phase="new", percent=7.0), now)
            stage.desk.jobs_moved.emit()  # by itself, too
            assert await asyncio.to_thread(told) == (0.07, True)

        play(scene)
    assert len(heard) == 3
    QDBusConnection.disconnectFromBus("taskbar-test")
