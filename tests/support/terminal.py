"""Runs the real `holdfast` command as a child, with a home and a vault of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec

from holdfast.secret import Secret
from holdfast.state.credentials.vault import Cost, Vault
from holdfast.state.paths import HomeFacts, find_paths, make_folders, save_facts


class Ran(msgspec.Struct, frozen=True):
    """How a command ended. `documents`: stdout read as JSON Lines."""

    code: int
    out: str
    err: str

    @property
    def documents(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def last(self) -> dict[str, Any]:
        return self.documents[-1]


class HoldfastCommand:
    """The passphrase of its vault lies beside `home` in a file, as on a server without a keyring.

    The vault is made here with a key derivation that costs little, as every command opens it; `quick=False` leaves all to the program.
    """

    def __init__(
        self, home: Path, *, passphrase: str = "correct horse battery staple", quick: bool = True, poll_seconds: float = 5.0
    ) -> None:
        self.home = home
        self._passphrase = home.with_name(home.name + "-passphrase")
        self._passphrase.write_text(passphrase + "\n")
        self._passphrase.chmod(0o600)
        if poll_seconds != 5.0:  # the setting of that name: how often a site is asked about what runs there
            make_folders(find_paths(home))
            find_paths(home).settings.write_bytes(msgspec.json.encode({"poll_seconds": poll_seconds}))
        if quick:
            paths = find_paths(home)
            make_folders(paths)
            Vault(paths.vault, cost=Cost(n=1 << 10)).unlock(Secret(passphrase))
            save_facts(paths, HomeFacts(id="test", secrets="vault"))

    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"}}
        return {**kept, "HOLDFAST_VAULT_PASSPHRASE_FILE": str(self._passphrase), "PYTHONWARNINGS": "error"}

    def arguments(self, *words: str, as_json: bool = True) -> list[str]:
        return [sys.executable, "-m", "holdfast", "--home", str(self.home), *(["--json"] if as_json else []), *words]

    def __call__(self, *words: str, as_json: bool = True, stdin: str = "", expect: int | None = 0, timeout: float = 120) -> Ran:
        """Run one command. `expect`: the exit code it must end with (None: any)."""
        done = subprocess.run(
            self.arguments(*words, as_json=as_json),
            input=stdin,
            capture_output=True,
            text=True,
            env=self.environment(),
            timeout=timeout,
            check=False,
        )
        ran = Ran(done.returncode, done.stdout, done.stderr)
        assert expect is None or ran.code == expect, f"{' '.join(words)} ended with {ran.code}, not {expect}\n{ran.out}\n{ran.err}"
        return ran
