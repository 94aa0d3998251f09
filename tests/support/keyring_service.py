"""A real password store: gnome-keyring on a message bus of its own, without a display.

It can be unlocked (as after a log-in), locked, killed, or stopped so that every call to it hangs (as while a prompt is open).
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class KeyringService:
    """Runs until `close`. `environment` is what a program needs to find it."""

    def __init__(self, home: Path, *, with_keyring: bool = True) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True, env=_base(home)
        )
        assert self._bus.stdout is not None
        self.environment = {"DBUS_SESSION_BUS_ADDRESS": self._bus.stdout.readline().strip(), "HOME": str(home), "XDG_DATA_HOME": str(home)}
        self._daemon: subprocess.Popen[bytes] | None = None
        self._full = {**_base(home), **self.environment}
        if with_keyring:
            self.start()

    def start(self, password: str = "log-in password") -> None:
        """Start the service, unlocked, with a default keyring."""
        self._daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self._full,
        )
        assert self._daemon.stdin is not None
        self._daemon.stdin.write(password.encode())
        self._daemon.stdin.close()
        self._wait_for("org.freedesktop.secrets")

    def lock(self) -> None:
        """Lock the default keyring, as a screen lock or a log-out may do."""
        self._call("org.freedesktop.Secret.Service.Lock", "array:objpath:/org/freedesktop/secrets/collection/login")

    def kill(self) -> None:
        """kill -9. The bus may start it again, locked, when somebody asks for it."""
        if self._daemon is not None:
            self._daemon.kill()
            self._daemon.wait()

    def log_in_again(self) -> None:
        """End whichever daemon answers on this bus (also one that the bus has started, locked), and start one that is unlocked."""
        self.kill()
        name, question = "org.freedesktop.secrets", "org.freedesktop.DBus.GetConnectionUnixProcessID"
        command = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/", question, f"string:{name}"]
        answer = subprocess.run(command, capture_output=True, text=True, env=self._full, check=False)
        if answer.returncode == 0:
            os.kill(int(answer.stdout.split()[-1]), signal.SIGKILL)
            while subprocess.run(command, capture_output=True, env=self._full, check=False).returncode == 0:
                time.sleep(0.05)
        self.start()

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """Calls to it are not answered meanwhile."""
        assert self._daemon is not None
        self._daemon.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._daemon.send_signal(signal.SIGCONT)

    def close(self) -> None:
        for process in (self._daemon, self._bus):
            if process is not None:
                process.kill()
                process.wait()
        assert self._bus.stdout is not None
        self._bus.stdout.close()

    def _call(self, method: str, *arguments: str) -> None:
        subprocess.run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets", method, *arguments],
            check=True,
            capture_output=True,
            env=self._full,
        )

    def _wait_for(self, name: str) -> None:
        for _ in range(100):
            answer = subprocess.run(
                [
                    "dbus-send",
                    "--session",
                    "--print-reply",
                    "--dest=org.freedesktop.DBus",
                    "/",
                    "org.freedesktop.DBus.NameHasOwner",
                    f"string:{name}",
                ],
                capture_output=True,
                text=True,
                env=self._full,
                check=False,
            )
            if "boolean true" in answer.stdout:
                return
            time.sleep(0.05)
        raise RuntimeError(f"{name} did not appear on the bus")


def _base(home: Path) -> dict[str, str]:
    """The environment of a log-in without a display."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "LC_ALL", "PYTHONPATH"}}
    return {**kept, "HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
