"""A whole desktop session for the real program: screen, window manager, panel with a tray, notices, keyring, accessibility.

The program runs as its user would start it; the tests look at it and steer it from outside only: AT-SPI, the tray's menu, keys.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.assistive import Eyes
from tests.support.keyring_service import KeyringService
from tests.support.screen import Screen, end_group, screen
from tests.support.tray_menu import TrayMenu, wait_for_a_tray

QUIET: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class Session:
    """One log-in of one user. `folder` holds all that it writes. Without `panel` the tray waits for `start_panel`."""

    def __init__(self, folder: Path, on: Screen, keyring: KeyringService, panel: bool = True) -> None:
        self.folder = folder
        self.screen = on
        self.keyring = keyring
        self.address = keyring.environment["DBUS_SESSION_BUS_ADDRESS"]
        self.home = folder / "holdfast"
        self._user = folder / "user"
        (self._user / "Downloads").mkdir(parents=True)
        own = {"HOME": str(self._user), "XDG_DATA_HOME": str(self._user / "data"), "XDG_CONFIG_HOME": str(self._user / "config")}
        told = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        self.environment = {**os.environ, **on.environment, **keyring.environment, **own, **told}
        self._started: list[subprocess.Popen[bytes]] = []
        self._begin("dunst")
        if panel:
            self.start_panel()
        self.eyes = Eyes(self.address)

    def start_panel(self) -> None:
        """The desktop's panel, with a tray in it."""
        self._begin("xfce4-panel", "--disable-wm-check")
        wait_for_a_tray(self.address)

    def start(self, *arguments: str, language: str = "C.UTF-8") -> subprocess.Popen[bytes]:
        """The window's program."""
        environment = {**self.environment, "LANG": language, "LC_ALL": language}
        return self._begin(sys.executable, "-m", "holdfast_desktop", "--home", str(self.home), *arguments, environment=environment)

    def tray(self) -> TrayMenu:
        return TrayMenu(self.address)

    def terminal(self, *arguments: str, expect: int | None = 0) -> list[dict[str, Any]]:
        """The terminal command on the same home: the documents that it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "holdfast", "--home", str(self.home), "--json", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert expect is None or done.returncode == expect, (arguments, done.stdout, done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def close(self) -> None:
        self.eyes.close()
        for process in reversed(self._started):
            end_group(process)

    def _begin(self, *command: str, environment: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(command, env=environment or self.environment, start_new_session=True, **QUIET)
        self._started.append(process)
        return process


@contextmanager
def session(folder: Path, panel: bool = True) -> Iterator[Session]:
    """A session that ends with the block, with all that was started in it."""
    keyring = KeyringService(folder / "keyring")
    try:
        with screen(folder / "screen", "1280x900") as on:
            made = Session(folder, on, keyring, panel)
            try:
                yield made
            finally:
                made.close()
    finally:
        keyring.close()
