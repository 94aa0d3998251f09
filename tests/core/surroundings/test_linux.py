"""Linux: what NetworkManager, UPower and logind say, on a real bus with services of the test; and what happens when they are not there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from holdfast.surroundings import bus as bus_module
from holdfast.surroundings import linux
from holdfast.surroundings.base import Change, Facts, Network, Power
from holdfast.surroundings.linux import Linux, has_way_out
from tests.support.system_bus import FakeLogind, FakeNetworkManager, FakeService, FakeUPower, SystemBus

ROUTES = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n"
DEFAULT = "wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
LOCAL = "wlan0\t0001A8C0\t00000000\t0001\t0\t0\t600\t00FFFFFF\t0\t0\t0\n"


class Scene:
    """A bus, the services that a test starts on it, and the routes of the kernel."""

    def __init__(self, folder: Path) -> None:
        self.bus = SystemBus(folder)
        self.routes = folder / "net"
        self.routes.mkdir()
        self.set_routes(ROUTES + LOCAL + DEFAULT)
        self.end = ExitStack()
        self.end.callback(self.bus.close)

    def set_routes(self, text: str) -> None:
        (self.routes / "route").write_text(text)

    def start(self, service: FakeService) -> None:
        self.end.callback(service.vanish)

    def network_manager(self, **how: object) -> FakeNetworkManager:
        made = FakeNetworkManager(self.bus, **how)
        self.start(made)
        return made

    def upower(self, *, on_battery: bool, percent: float) -> FakeUPower:
        made = FakeUPower(self.bus, on_battery=on_battery, percent=percent)
        self.start(made)
        return made

    def logind(self, **how: bool) -> FakeLogind:
        made = FakeLogind(self.bus, **how)
        self.start(made)
        return made

    def linux(self) -> Linux:
        return Linux(self.bus.address, routes=self.routes)

    def look(self) -> Facts:
        """Fresh."""
        return self.linux().look()


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    made = Scene(tmp_path)
    with made.end:
        yield made


def eventually(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 90
    while not true():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.01)


NETWORKS = [
    ({}, Network("full", False, "Home", "uuid-home")),
    ({"metered": 1, "name": "Phone", "uuid": "uuid-phone"}, Network("full", True, "Phone", "uuid-phone")),
    ({"metered": 3}, Network("full", True, "Home", "uuid-home")),  # it guesses so
    ({"metered": 0}, Network("full", None, "Home", "uuid-home")),
    ({"connectivity": 2, "name": "Hotel"}, Network("portal", False, "Hotel", "uuid-home")),
    ({"connectivity": 3}, Network("limited", False, "Home", "uuid-home")),
    ({"connectivity": 1}, Network("limited", False, "Home", "uuid-home")),  # connected: a site of the company may be reached
    ({"connectivity": 0}, Network("unknown", False, "Home", "uuid-home")),
    ({"state": 20, "connectivity": 1, "name": ""}, Network("unknown", False)),  # it does not manage the line that carries it
]


@pytest.mark.parametrize(("how", "expected"), NETWORKS)
def test_what_network_manager_says(scene: Scene, how: dict[str, object], expected: Network) -> None:
    scene.network_manager(**how)
    assert scene.look().network == expected


def test_offline_is_when_neither_network_manager_nor_the_kernel_knows_a_way_out(scene: Scene) -> None:
    scene.network_manager(state=20, connectivity=1, name="")
    scene.set_routes(ROUTES + LOCAL)
    assert scene.look().network.reach == "none"


def test_without_network_manager_the_kernel_decides(scene: Scene) -> None:
    assert scene.look().network == Network("unknown")
    scene.set_routes(ROUTES)
    assert scene.look().network == Network("none")
    (scene.routes / "ipv6_route").write_text("0" * 32 + " 00 " + "0" * 32 + " 00 fe80 00000400 1 0 00000003 wlan0\n")
    assert scene.look().network == Network("unknown")


def test_routes_that_cannot_be_read_say_nothing(tmp_path: Path) -> None:
    assert has_way_out(tmp_path) is None
    assert Linux(f"unix:path={tmp_path}/none", routes=tmp_path).look() == Facts()


def test_battery_and_session(scene: Scene) -> None:
    scene.upower(on_battery=True, percent=41.5)
    scene.logind()
    facts = scene.look()
    assert facts.power == Power(True, 41.5)
    assert facts.session_began == datetime.fromtimestamp(1_790_000_000, UTC)


def test_each_service_may_be_absent(scene: Scene) -> None:
    scene.upower(on_battery=False, percent=100)
    assert scene.look() == Facts(Network("unknown"), Power(False, 100))


def test_one_look_serves_a_whole_pass(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    manager, surroundings = scene.network_manager(), scene.linux()
    assert surroundings.look().network.name == "Home"
    manager.be(name="Office")
    assert surroundings.look().network.name == "Home"
    monkeypatch.setattr(linux, "FRESH_SECONDS", 0.0)
    assert surroundings.look().network.name == "Office"


def test_a_service_that_hangs_or_goes_away_leaves_the_rest(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """NetworkManager takes the call and never answers, then it is gone: the battery is known all the same."""
    monkeypatch.setattr(bus_module, "CALL_SECONDS", 0.3)
    manager = scene.network_manager()
    scene.upower(on_battery=True, percent=10)
    manager.hangs = True
    assert scene.look() == Facts(Network("unknown"), Power(True, 10))
    manager.vanish()
    assert scene.look() == Facts(Network("unknown"), Power(True, 10))


def test_a_bus_that_is_killed_between_two_looks(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux, "FRESH_SECONDS", 0.0)
    scene.network_manager(connectivity=2)
    surroundings = scene.linux()
    assert surroundings.look().network.reach == "portal"
    scene.bus.kill()
    assert surroundings.look() == Facts(Network("unknown"))


# ---- kept awake


def test_the_lock_is_taken_and_let_go(scene: Scene) -> None:
    logind = scene.logind()
    with scene.linux().awake("backup shop") as held:
        assert held
        assert logind.locks == [("sleep:idle", "Holdfast", "backup shop", "block")]
        assert logind.held == 1
    eventually(lambda: logind.held == 0)


def test_a_lock_does_not_outlive_a_program_that_is_killed(scene: Scene) -> None:
    """Nothing keeps the laptop awake after a crash."""
    logind = scene.logind()
    script = (
        "import sys, time\nfrom holdfast.surroundings.linux import Linux\n"
        "with Linux(sys.argv[1]).awake('x') as held:\n    print(held, flush=True)\n    time.sleep(60)\n"
    )
    program = subprocess.Popen([sys.executable, "-c", script, scene.bus.address], stdout=subprocess.PIPE, text=True)
    with program:
        assert program.stdout is not None
        assert program.stdout.readline() == "True\n"
        assert logind.held == 1
        program.send_signal(signal.SIGKILL)
    eventually(lambda: logind.held == 0)


def test_a_lock_that_is_refused_or_nobody_gives_stops_nothing(scene: Scene) -> None:
    with scene.linux().awake("x") as held:
        assert not held
    scene.logind(refuses=True)
    with scene.linux().awake("x") as held:
        assert not held


def test_logind_that_goes_away_while_the_lock_is_held(scene: Scene) -> None:
    logind = scene.logind()
    with scene.linux().awake("x") as held:
        assert held
        logind.vanish()


# ---- signals


class Heard:
    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.threads: set[str] = set()

    def __call__(self, change: Change) -> None:
        self.changes.append(change)
        self.threads.add(threading.current_thread().name)


@pytest.fixture
def heard(scene: Scene) -> Heard:
    return Heard()


def is_listening(service: FakeLogind, heard: Heard) -> None:
    """The listener has subscribed when it hears a sleep that is told again and again."""
    end = time.monotonic() + 90
    while not heard.changes:
        assert time.monotonic() < end
        service.tell_sleep(begins=True)
        time.sleep(0.02)
    service.tell_sleep(begins=False)  # signals come in order: after this one none of the others is on its way
    eventually(lambda: heard.changes[-1] == "wake")
    heard.changes.clear()


def test_t3_sleep_and_wake_are_heard(scene: Scene, heard: Heard) -> None:
    """T3: the clock need not wait for its tick after a night."""
    logind = scene.logind()
    listener = scene.linux().listen(heard)
    scene.end.callback(listener.close)
    is_listening(logind, heard)
    logind.tell_sleep(begins=True)
    logind.tell_sleep(begins=False)
    eventually(lambda: heard.changes == ["sleep", "wake"])
    assert heard.threads == {"surroundings"}


def test_changes_of_network_and_power_are_heard_and_asked_anew(scene: Scene, heard: Heard) -> None:
    logind, manager, upower = scene.logind(), scene.network_manager(), scene.upower(on_battery=False, percent=90)
    surroundings = scene.linux()
    listener = surroundings.listen(heard)
    scene.end.callback(listener.close)
    is_listening(logind, heard)
    assert surroundings.look().network.name == "Home"
    manager.be(name="Train", connectivity=2)
    eventually(lambda: heard.changes == ["network"])
    assert surroundings.look().network == Network("portal", False, "Train", "uuid-home")
    upower.be(on_battery=True, percent=89)
    eventually(lambda: heard.changes == ["network", "power"])


def test_what_changes_no_answer_is_not_told(scene: Scene, heard: Heard) -> None:
    """NetworkManager tells of every scan, UPower of every battery's percent: neither wakes anybody."""
    logind, manager = scene.logind(), scene.network_manager()
    listener = scene.linux().listen(heard)
    scene.end.callback(listener.close)
    is_listening(logind, heard)
    manager.change("/org/freedesktop/NetworkManager", "org.freedesktop.NetworkManager", ActiveConnections=("ao", []))
    manager.change("/org/freedesktop/UPower", "org.freedesktop.UPower", LidIsClosed=("b", True))
    logind.tell_sleep(begins=False)
    eventually(lambda: heard.changes == ["wake"])


def test_a_listener_survives_its_bus(scene: Scene, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bus_module, "AGAIN_AFTER", 0.05)
    first = scene.logind()
    listener = scene.linux().listen(heard)
    scene.end.callback(listener.close)
    is_listening(first, heard)
    scene.bus.kill()
    scene.bus.start()
    second = scene.logind()
    is_listening(second, heard)


def test_a_listener_that_fails_is_called_again(scene: Scene, heard: Heard) -> None:
    def fails(change: Change) -> None:
        heard(change)
        raise RuntimeError("a mistake of ours")

    logind = scene.logind()
    listener = scene.linux().listen(fails)
    scene.end.callback(listener.close)
    is_listening(logind, heard)
    logind.tell_sleep(begins=False)
    eventually(lambda: "wake" in heard.changes)


def test_listening_costs_nothing_while_nothing_happens(scene: Scene, heard: Heard) -> None:
    """The thread does not wake up once."""
    logind = scene.logind()
    listener = scene.linux().listen(heard)
    scene.end.callback(listener.close)
    is_listening(logind, heard)
    thread = next(one for one in threading.enumerate() if one.name == "surroundings")
    status = Path(f"/proc/self/task/{thread.native_id}/status")
    before = _wake_ups(status)
    time.sleep(1.5)
    assert _wake_ups(status) == before


def test_a_listener_is_closed_at_once_also_without_a_bus(tmp_path: Path, heard: Heard) -> None:
    listener = Linux(f"unix:path={tmp_path}/none").listen(heard)
    began = time.monotonic()
    listener.close()
    assert time.monotonic() - began < 5
    assert not any(one.name == "surroundings" for one in threading.enumerate())


def _wake_ups(status: Path) -> str:
    return next(line for line in status.read_text().splitlines() if line.startswith("voluntary_ctxt_switches"))


def test_no_descriptor_is_left(scene: Scene) -> None:
    scene.network_manager()
    scene.logind()
    with scene.linux().awake("x"):
        scene.look()
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(5):
        with scene.linux().awake("x"):
            scene.look()
    # the other ends of the pipes are the test's own
    assert len(os.listdir("/proc/self/fd")) == before + 5
