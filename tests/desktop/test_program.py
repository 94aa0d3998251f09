"""The program as a whole: one instance, tray, blocking calls, start-up, and the real thing on a real (virtual) screen."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from _thread import get_ident
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMenu

from holdfast.jobs.messages import Finished
from holdfast_desktop import autostart
from holdfast_desktop.application.instance import Instance, socket_path, tell_first
from holdfast_desktop.models.live_jobs import LiveJob, LiveJobs
from holdfast_desktop.notifications import Notifications
from holdfast_desktop.tray import Tray, draw_tray
from tests.desktop.conftest import Play
from tests.desktop.scenes import Stage
from tests.support.fake_holdfast import FakeHoldfast
from tests.support.screen import Screen, screen

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(str(ROOT / p) for p in ("core", "desktop", "resources"))}


def test_a_second_start_shows_the_first(run: Callable[[Coroutine[Any, Any, None]], None], tmp_path: Path) -> None:
    import asyncio

    async def scene() -> None:
        path = str(tmp_path / "one.sock")
        heard: list[str] = []
        first = Instance(path)
        first.called.connect(heard.append)
        assert first.listen()
        assert not stat.S_IMODE(os.stat(path).st_mode) & 0o077, "only its user may open it"
        assert await asyncio.get_running_loop().run_in_executor(None, _say_show, path)
        await asyncio.sleep(0.2)
        assert heard == ["show"]
        first.close()

    run(scene())


def _say_show(path: str) -> bool:
    """As a second program would."""
    import socket

    with socket.socket(socket.AF_UNIX) as client:
        client.connect(path)
        client.sendall(b"show\n")
    return True


@pytest.mark.usefixtures("dressed")
def test_a_socket_left_by_a_crash_does_not_keep_the_program_out(tmp_path: Path) -> None:
    import socket

    path = str(tmp_path / "one.sock")
    with socket.socket(socket.AF_UNIX) as crashed:
        crashed.bind(path)
    assert not tell_first(path)
    instance = Instance(path)
    assert instance.listen()
    instance.close()


@pytest.mark.usefixtures("dressed")
def test_the_socket_is_absolute_and_one_per_home(tmp_path: Path) -> None:
    one, other = socket_path(tmp_path / "a"), socket_path(tmp_path / "b")
    assert os.path.isabs(one)
    assert one != other
    assert len(one) < 100


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_tray_has_always_a_menu_and_says_what_the_window_says(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        tray = Tray(stage.desk)
        assert texts(tray.menu()) == ["4 sites need attention", "Open Holdfast", "Back up now", "Settings", "Quit"]
        assert tray.tooltip() == "4 sites need attention"
        tray.close()

    play(scene)


def test_the_tray_backs_up_what_needs_it(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        tray = Tray(stage.desk)
        menu = tray.menu().findChild(QMenu, "trayBackUp")
        assert isinstance(menu, QMenu)
        next(a for a in menu.actions() if a.text() == "Only sites needing attention").trigger()
        await stage.settle(0.2)
        call = next(given for name, given in fake.calls if name == "backups.create")
        assert len(call["sites"]) == 4
        tray.close()

    play(scene)


@pytest.mark.usefixtures("dressed")
def test_tray_states_differ_by_shape() -> None:
    pictures = {
        bytes(draw_tray(glyph, badge, 0, 22).toImage().constBits())
        for glyph in ("shield", "arrows", "bars", "hourglass")
        for badge in ("", "error")
    }
    assert len(pictures) == 8


def test_notices_tell_failures_once_and_the_recovery(play: Play) -> None:
    from holdfast.errors import Failure

    def ended(site: str, outcome: str) -> LiveJob:
        live = LiveJobs()
        failure = Failure("network", "NET", "gone") if outcome == "failed" else None
        live.begin("j", "backup", site, 0)
        return live.apply(Finished(job="j", site=site, outcome=outcome, failure=failure), 1)

    async def scene(stage: Stage) -> None:
        sent: list[tuple[str, str]] = []
        notices = Notifications(stage.desk, lambda: True, lambda: 0.0, lambda title, text: sent.append((title, text)))
        stage.desk.job_ended.emit(ended("a", "failed"))
        stage.desk.job_ended.emit(ended("b", "failed"))
        stage.desk.job_ended.emit(ended("a", "success"))
        stage.desk.job_ended.emit(ended("c", "success"))
        assert sent == [
            ("a: Backup", "a could not be reached"),
            ("2 jobs failed", "a, b"),
            ("a is safe again", "The backup went well this time."),
        ]
        notices.deleteLater()

    play(scene)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this folder")
def test_starting_with_the_session_is_an_entry_that_goes_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    autostart.turn(True, ["/opt/hold fast/bin", "--hidden"])
    assert "Exec='/opt/hold fast/bin' --hidden\n" in autostart.entry_path().read_text()
    assert autostart.is_on()
    autostart.turn(False)
    assert not autostart.is_on()


# nothing blocks

_watched: list[str] | None = None
MAIN = get_ident()
BLOCKING = {"open", "sqlite3.connect", "socket.connect", "subprocess.Popen", "os.system", "socket.getaddrinfo"}


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    """Must do almost nothing: it is called from everywhere, and an import in here crashes PySide."""
    if _watched is None or event not in BLOCKING or get_ident() != MAIN:
        return
    if event != "open" or not str(arguments[0]).endswith((".py", ".pyc", ".so")):
        _watched.append(f"{event} {arguments[0]!r}")


@contextmanager
def watched() -> Iterator[list[str]]:
    """What the window's thread opens meanwhile. Modules that are imported late do not count: they are opened once."""
    global _watched
    _watched = []
    try:
        yield _watched
    finally:
        _watched = None


def test_the_windows_thread_does_no_blocking_io(run: Callable[[Coroutine[Any, Any, None]], None], tmp_path: Path) -> None:
    """The real door on a real home: every page is visited while an audit hook listens on this thread."""
    import asyncio

    from holdfast.app import Holdfast
    from holdfast_desktop.main_window import MainWindow
    from holdfast_desktop.pages.desk import Desk

    sys.addaudithook(_audit)

    async def scene() -> None:
        door = Holdfast(tmp_path / "home")
        desk = Desk(door)
        window = MainWindow(desk)
        with watched() as opened:
            window.show()
            await door.__aenter__()
            window.begin()
            desk.refresh()
            for page in window.pages:
                window.go(page)
                await asyncio.sleep(0.15)
            window.grab()
        window.hide()
        await desk.close()
        await door.__aexit__(None, None, None)
        window.deleteLater()
        await asyncio.sleep(0)
        assert opened == []

    run(scene())


# start-up

HEAVY = ("boto3", "botocore", "keyring", "httpx", "numpy", "wasmtime", "apscheduler", "sqlalchemy", "cryptography", "jinja2")


def test_no_heavy_module_is_imported_before_the_window_is_shown(tmp_path: Path) -> None:
    code = """
import sys
from holdfast_desktop.application import run as program
from holdfast_desktop.application.arguments import Arguments
from holdfast_desktop.main_window import MainWindow
def shown(self):
    print(" ".join(sorted(m for m in sys.modules if "." not in m)))
    sys.stdout.flush()
    import os; os._exit(0)
MainWindow.show = shown
from pathlib import Path
program.run(Arguments(home=Path(sys.argv[1])))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        env={**ENVIRONMENT, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    loaded = set(done.stdout.split())
    assert "PySide6" in loaded, done.stderr
    assert not loaded & set(HEAVY)


# the real program on a screen


def start(on: Screen, home: Path, *arguments: str) -> subprocess.Popen[bytes]:
    passphrase = home.parent / "passphrase"
    passphrase.write_text("only for this test")
    passphrase.chmod(0o600)
    environment = {
        **ENVIRONMENT,
        **on.environment,
        "HOLDFAST_VAULT_PASSPHRASE_FILE": str(passphrase),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    return subprocess.Popen([sys.executable, "-m", "holdfast_desktop", "--home", str(home), *arguments], env=environment)


def holdfast(home: Path, *arguments: str) -> str:
    """The terminal on the same home."""
    environment = {
        **ENVIRONMENT,
        "HOLDFAST_VAULT_PASSPHRASE_FILE": str(home.parent / "passphrase"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    done = subprocess.run(
        [sys.executable, "-m", "holdfast", "--home", str(home), "--json", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stdout


def until(true: Callable[[], bool], seconds: float = 40.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.3)


def test_the_real_program_backs_a_site_up(tmp_path: Path) -> None:
    """Start with the demo, press Ctrl+Shift+B, see the backup listed by the terminal on the same home, start a second time, quit."""
    home = tmp_path / "home"
    with screen(tmp_path / "screen") as on:
        program = start(on, home, "--demo", "--show")
        try:
            on.window("Holdfast", 40)
            until(lambda: '"name":"Caf' in holdfast(home, "site", "list").replace(" ", ""))
            time.sleep(1)
            on.keys("ctrl+shift+b")
            until(lambda: '"status":"completed"' in holdfast(home, "backup", "list", "Café Morgenrot").replace(" ", ""))
            on.keys("ctrl+3")
            time.sleep(0.5)
            on.picture(tmp_path / "backups.png")
            second = start(on, home, "--show")
            assert second.wait(30) == 0
            assert program.poll() is None
            program.send_signal(signal.SIGTERM)
            assert program.wait(30) == 0
        finally:
            if program.poll() is None:
                program.kill()
                program.wait()


def test_quit_ends_the_program_cleanly(tmp_path: Path) -> None:
    with screen(tmp_path / "screen") as on:
        program = start(on, tmp_path / "home")
        try:
            on.window("Holdfast", 40)
            time.sleep(1)
            on.keys("ctrl+q")
            assert program.wait(30) == 0
        finally:
            if program.poll() is None:
                program.kill()
                program.wait()
