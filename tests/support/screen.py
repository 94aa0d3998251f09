"""A screen for tests: Xvfb with a window manager, and pictures of it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Screen:
    """A running virtual screen; `environment` is what programs on it need."""

    display: str
    environment: dict[str, str]

    def picture(self, path: Path, window: str = "root") -> None:
        """Save what is on the screen."""
        subprocess.run(["import", "-window", window, str(path)], env={**os.environ, "DISPLAY": self.display}, check=True, timeout=30)

    def run(self, *command: str) -> str:
        """A tool such as xdotool on this screen; what it printed."""
        done = subprocess.run(command, env={**os.environ, "DISPLAY": self.display}, check=True, timeout=30, capture_output=True, text=True)
        return done.stdout

    def click(self, x: int, y: int) -> None:
        self.run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def keys(self, *names: str) -> None:
        self.run("xdotool", "key", *names)

    def window(self, title: str, seconds: float = 90.0) -> str:
        """The X number of the visible window with this title."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", title],
                env={**os.environ, "DISPLAY": self.display},
                capture_output=True,
                text=True,
                timeout=30,
                check=False,
            )
            if found.stdout.strip():
                return found.stdout.split()[0]
            time.sleep(0.1)
        raise TimeoutError(f"no window {title!r} within {seconds} s")


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End a process that was started with ``start_new_session``, and all it started, in every case; it is waited for."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


@contextmanager
def screen(folder: Path, size: str = "1280x860", manager: bool = True) -> Iterator[Screen]:
    """A screen of its own, ended with the block. `folder` holds its runtime files (0700)."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    os.close(write)
    started = [server]
    try:
        with os.fdopen(read) as answer:
            display = f":{answer.readline().strip()}"
        environment = {"DISPLAY": display, "XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": "xcb"}
        if manager:
            quiet = subprocess.DEVNULL
            helper = subprocess.Popen(["openbox"], env={**os.environ, **environment}, stdout=quiet, stderr=quiet, start_new_session=True)
            started.append(helper)
        yield Screen(display, environment)
    finally:
        for process in reversed(started):
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(5)
            end_group(process)
