"""The program as a whole: one instance, tray, blocking calls, start-up, and the real thing on a real (virtual) screen."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from _thread import get_ident
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from holdfast.telling.notices import Notice, Problem
from holdfast.verdict import Reason
from holdfast_desktop import autostart
from holdfast_desktop.application.instance import Instance, Place, place_of, tell_first
from holdfast_desktop.notifications import Notifications
from holdfast_desktop.tray import Tray, draw_tray
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import FakeHoldfast
from tests.support.screen import Screen, end_group, screen

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(str(ROOT / p) for p in ("core", "desktop", "resources"))}

STANDS_STILL_MS = 1500
"""So generous for busy machines; `tests.benchmarks.window_pages` measures."""


def place_in(folder: Path) -> Place:
    return Place(str(folder / "one.sock"), str(folder / "one.lock"))


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A socket's path may have 107 bytes only."""
    with tempfile.TemporaryDirectory(prefix="holdfast-") as folder:
        yield Path(folder)


def test_a_second_start_shows_the_first(run: Callable[[Coroutine[Any, Any, None]], None], short_folder: Path) -> None:
    async def scene() -> None:
        heard: list[str] = []
        first = Instance(place_in(short_folder))
        first.called.connect(heard.append)
        assert first.claim() == "first"
        assert not stat.S_IMODE(os.stat(short_folder / "one.sock").st_mode) & 0o077, "only its user may open it"
        second = Instance(place_in(short_folder))
        assert second.claim() == "told", "although the loop of the first is busy now: with this call"
        await asyncio.sleep(0.2)
        assert heard == ["show"]
        first.close()

    run(scene())


@pytest.mark.parametrize("line", [b"show\n", b'{"say": "format"}\n', b'{"say": "show", "more": 1}\n', b"\xff\n", b" " * 100_000])
def test_what_is_no_call_is_not_heard(line: bytes, run: Callable[[Coroutine[Any, Any, None]], None], short_folder: Path) -> None:
    async def scene() -> None:
        heard: list[str] = []
        first = Instance(place_in(short_folder))
        first.called.connect(heard.append)
        first.claim()
        reader, writer = await asyncio.open_unix_connection(short_folder / "one.sock")
        writer.write(line)
        with suppress(ConnectionResetError):  # what of a long line was not read is thrown away
            assert await asyncio.wait_for(reader.read(), 10) == b"", "it hangs up"
        writer.close()
        assert Instance(place_in(short_folder)).claim() == "told", "and goes on listening"
        await asyncio.sleep(0.1)
        assert heard == ["show"]
        first.close()

    run(scene())


@pytest.mark.usefixtures("dressed")
def test_what_a_crash_left_behind_does_not_keep_the_program_out(short_folder: Path) -> None:
    code = (
        "import os, sys; from PySide6.QtCore import QCoreApplication; from holdfast_desktop.application.instance import Instance, Place\n"
        "app = QCoreApplication([]); one = Instance(Place(sys.argv[1], sys.argv[2])); print(one.claim(), flush=True); os._exit(9)"
    )
    assert in_child("-c", code, *place_in(short_folder)).stdout == "first\n"
    assert {path.name for path in short_folder.iterdir()} == {"one.sock", "one.lock"}
    instance = Instance(place_in(short_folder))
    assert instance.claim() == "first"
    assert tell_first(place_in(short_folder).socket)
    instance.close()


@pytest.mark.usefixtures("dressed")
def test_a_first_program_that_takes_no_call_is_not_replaced_and_one_that_leaves_is(short_folder: Path) -> None:
    first, second = Instance(place_in(short_folder)), Instance(place_in(short_folder))
    assert first.claim() == "first"
    first.stop_listening()
    assert second.claim(patience=0.3) == "silent"
    first.close()
    assert second.claim() == "first"
    second.close()


@pytest.mark.usefixtures("dressed")
def test_the_place_is_one_per_home_and_short_in_a_deep_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / ("deep" * 25)
    deep.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    one, other = place_of(tmp_path / "a"), place_of(tmp_path / "b")
    assert len({*one, *other}) == 4
    assert all(os.path.isabs(path) for path in (*one, *other))
    assert len(one.socket) <= 100
    assert not stat.S_IMODE(Path(one.socket).parent.stat().st_mode) & 0o077
    instance = Instance(one)
    assert instance.claim() == "first"
    assert tell_first(one.socket)
    instance.close()


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_tray_has_always_a_menu_and_says_what_the_window_says(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        tray = Tray(stage.desk)
        assert texts(tray.menu()) == [
            "4 sites need attention",
            "Open Holdfast",
            "Back up now",
            "Download newest",
            "Pause schedules",
            "Settings",
            "Quit",
        ]
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


def test_notices_are_shown_while_the_window_is_out_of_sight(play: Play, fake: FakeHoldfast) -> None:
    """Which, and how often, is decided in the core; what somebody looks at needs no notice."""
    failed = Notice("problems", (Problem("a", "NET", "gone"),))
    both = Notice("problems", (Problem("a", "NET", "gone"), Problem("@disk", "REPO-DAMAGED")), replaces=True)
    well = Notice("recovered", (Problem("a", "RECOVERED"),))

    async def scene(stage: Stage) -> None:
        away = True
        notices = Notifications(stage.desk, lambda: away)
        for notice in (failed, both, well):
            fake.notices.due.append(notice)
            stage.desk.refresh()
            await stage.until(lambda: not fake.notices.due)
            await stage.settle()
        away = False
        fake.notices.due.append(failed)
        stage.desk.refresh()
        await stage.until(lambda: not fake.notices.due)
        await stage.settle()
        assert fake.notices.shown == [
            ("a could not be reached", "Nothing was lost: what was already stored is kept and used by the next run."),
            ("2 things need attention", "a could not be reached\nA check found damage in disk"),
            ("a is safe again", "The backup went well this time."),
        ]
        assert fake.notices.actions == [["default", "show", "fix"], ["default", "show"], ["default", "show"]]
        notices.deleteLater()

    play(scene)


def test_what_was_unusual_is_looked_at_and_confirmed(play: Play, fake: FakeHoldfast) -> None:
    """The paths are shown before anybody says that they are meant."""
    site = fake.site_views[0].name
    details = {"count": 12, "examples": ["wp-content/uploads/x.php"], "backup": "b"}
    fake.replace_site(site, status="warning", reasons=(Reason("UPLOADS-PHP", "", details),))

    async def scene(stage: Stage) -> None:
        def status() -> str:
            held = stage.desk.site(site)
            return "" if held is None else held.status

        stage.desk.refresh()
        await stage.until(lambda: status() == "warning")
        stage.window.act("confirm", site)
        await stage.settle()
        dialog = stage.dialog()
        text = " ".join(one.text() for one in dialog.findChildren(QLabel))
        assert "New PHP files among the uploads: 12" in text
        assert "wp-content/uploads/x.php" in text
        assert "and 11 more" in text
        stage.find(QPushButton, "questionMeant", dialog).click()
        await stage.until(lambda: status() == "ok")
        assert ("sites.confirm", {"name": site}) in fake.calls

    play(scene)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this folder")
def test_starting_with_the_session_is_an_entry_that_goes_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    autostart.turn(True, ["/opt/hold fast/bin", "--hidden"])
    assert 'Exec="/opt/hold fast/bin" --hidden\n' in autostart.entry_path().read_text()
    assert autostart.is_on()
    autostart.turn(False)
    assert not autostart.is_on()


# threads


def test_the_windows_thread_does_no_blocking_io_and_does_not_stand_still(tmp_path: Path) -> None:
    """The real door on a real home with backups: every page, tab, section and larger dialog is visited while an audit hook listens on the
    window's thread. Starting a worker is asyncio's and stays on it; that it is short is seen here, too."""
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("only for this test")
    passphrase.chmod(0o600)
    given = {"HOLDFAST_VAULT_PASSPHRASE_FILE": str(passphrase), "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    done = in_child("-m", "tests.desktop.blocking_probe", str(tmp_path / "home"), **given)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["blocking"] == []
    assert {"overview", "settings diagnostics", "site Contents", "restore", "compare", "wizard", "report"} <= set(told["walked"])
    print(
        f"longest: {told['longest_ms']:.0f} ms; {told['workers']} workers started in at most {told['worker_ms']:.0f} ms each", done.stderr
    )
    assert told["longest_ms"] < STANDS_STILL_MS and told["worker_ms"] < STANDS_STILL_MS, done.stderr


def in_child(*arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own, without a screen."""
    environment = {**ENVIRONMENT, "QT_QPA_PLATFORM": "offscreen", **given}
    environment["PYTHONPATH"] += os.pathsep + str(ROOT)
    return subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True, timeout=180, check=False)


def test_garbage_of_the_window_is_never_collected_on_another_thread(run: Callable[[Coroutine[Any, Any, None]], None]) -> None:
    """A dialog and its lambdas are a cycle; a widget destroyed away from its thread ends the program."""
    collected_on: list[int] = []

    class Part:
        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            collected_on.append(get_ident())

    def litter() -> None:
        for _ in range(50_000):
            cycle: list[object] = []
            cycle.append(cycle)

    async def scene() -> None:
        Part()
        await asyncio.get_running_loop().run_in_executor(None, litter)
        end = time.monotonic() + 20
        while not collected_on and time.monotonic() < end:
            await asyncio.sleep(0.05)
        assert collected_on == [get_ident()]

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
    done = in_child("-c", code, str(tmp_path))
    loaded = set(done.stdout.split())
    assert "PySide6" in loaded, done.stderr
    assert not loaded & set(HEAVY)


def test_a_program_in_the_tray_makes_no_window_and_imports_none_of_its_parts(tmp_path: Path) -> None:
    """With the home open and all that works without a window at work."""
    code = """
import sys
from pathlib import Path
from holdfast_desktop.application import run as program
from holdfast_desktop.application.arguments import Arguments
class Hidden(program.Program):
    async def _begin(self, door):
        await super()._begin(door)
        print(" ".join(sorted(sys.modules)))
        self._leaving.set()
program.Program = Hidden
sys.exit(program.run(Arguments(home=Path(sys.argv[1]), hidden=True)))
"""
    done = in_child("-c", code, str(tmp_path))
    loaded = set(done.stdout.split())
    assert done.returncode == 0 and "holdfast_desktop.tray" in loaded, done.stderr
    assert {name for name in loaded if name.startswith(("holdfast_desktop.main_window", "holdfast_desktop.dialogs."))} == set()
    assert not loaded & {"holdfast_desktop.theme.controls", "holdfast_desktop.pages.flows", "holdfast_desktop.pages.page"}


# the real program on a screen


@contextmanager
def started(on: Screen, home: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """The real program; whatever happens, it and its workers end with the block."""
    passphrase = home.parent / "passphrase"
    passphrase.write_text("only for this test")
    passphrase.chmod(0o600)
    environment = {
        **ENVIRONMENT,
        **on.environment,
        "HOLDFAST_VAULT_PASSPHRASE_FILE": str(passphrase),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    command = [sys.executable, "-m", "holdfast_desktop", "--home", str(home), *arguments]
    program = subprocess.Popen(command, env=environment, start_new_session=True)
    try:
        yield program
    finally:
        end_group(program)


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


def until(true: Callable[[], bool], seconds: float = 90.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.3)


def test_the_real_program_backs_a_site_up(tmp_path: Path) -> None:
    """Start with the demo, press Ctrl+Shift+B, see the backup listed by the terminal on the same home, start a second time, quit."""
    home = tmp_path / "home"
    with screen(tmp_path / "screen") as on, started(on, home, "--demo", "--show") as program:
        on.window("Holdfast", 40)
        until(lambda: '"name":"Caf' in holdfast(home, "site", "list").replace(" ", ""))
        time.sleep(1)
        on.keys("ctrl+shift+b")
        until(lambda: '"status":"completed"' in holdfast(home, "backup", "list", "Café Morgenrot").replace(" ", ""))
        on.keys("ctrl+3")
        time.sleep(0.5)
        on.picture(tmp_path / "backups.png")
        with started(on, home, "--show") as second:
            assert second.wait(30) == 0
        assert program.poll() is None
        program.send_signal(signal.SIGTERM)
        assert program.wait(30) == 0


def test_of_two_starts_at_the_same_moment_one_runs(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with screen(tmp_path / "screen") as on, started(on, home) as one, started(on, home) as other:
        until(lambda: (one.poll(), other.poll()) != (None, None))
        second, first = (one, other) if one.poll() is not None else (other, one)
        assert second.returncode == 0
        on.window("Holdfast", 40)
        time.sleep(0.5)
        assert first.poll() is None
        first.send_signal(signal.SIGTERM)
        assert first.wait(30) == 0


def test_quit_ends_the_program_cleanly_and_no_crash_would_write_its_memory(tmp_path: Path) -> None:
    with screen(tmp_path / "screen") as on, started(on, tmp_path / "home") as program:
        on.window("Holdfast", 40)
        time.sleep(1)
        limits = Path(f"/proc/{program.pid}/limits")
        if limits.exists():
            assert next(line.split()[4:6] for line in limits.read_text().splitlines() if "core file" in line) == ["0", "0"]
        on.keys("ctrl+q")
        assert program.wait(30) == 0
