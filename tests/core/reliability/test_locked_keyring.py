"""X1 for the whole program: a real gnome-keyring that is locked, killed or hangs, at the terminal and behind the window's door."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.errors import Busy
from holdfast.jobs.runner import InProcessRunner
from holdfast.worker import perform
from tests.support.keyring_service import KeyringService

ROOT = Path(__file__).parents[3]
# `keyring` leaves the connection of a call that failed to the garbage collector.
pytestmark = [
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


class Desk:
    """A home whose secrets are in the keyring, with a storage and a site."""

    def __init__(self, folder: Path, keyring: KeyringService) -> None:
        self.home, self.keyring = folder / "home", keyring
        (folder / "site").mkdir()
        (folder / "site" / "index.html").write_text("hello")
        (folder / "password").write_text("a password")
        (folder / "password").chmod(0o600)
        self.run("storage", "add", "disk", str(folder / "repository"), "--secret-file", str(folder / "password"))
        self.run("site", "add", "shop", "--path", str(folder / "site"), "--database", "none")

    def run(self, *words: str, expect: int = 0) -> dict[str, Any]:
        """The last line that a command prints."""
        kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG"}}
        environment = {**kept, **self.keyring.environment, "PYTHONPATH": str(ROOT / "core")}
        command = [sys.executable, "-m", "holdfast", "--home", str(self.home), "--json", *words]
        done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        assert done.returncode == expect, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    keyring = KeyringService(tmp_path / "keyring")
    yield Desk(tmp_path, keyring)
    keyring.close()


@pytest.mark.parametrize("trouble", ["locked", "killed"])
def test_x1_a_keyring_that_is_locked_or_dies_is_told_and_works_again(desk: Desk, trouble: str) -> None:
    """Exit 6 and KEY-LOCKED, nothing asked of anybody, nothing stored elsewhere; after the next log-in the same command works."""
    desk.run("backup", "create", "shop")
    desk.keyring.lock() if trouble == "locked" else desk.keyring.kill()
    failed = desk.run("backup", "create", "shop", expect=6)
    assert failed["failure"]["code"] == "KEY-LOCKED"
    assert desk.run("status", expect=1)["sites"][0]["status"] == "locked"
    assert desk.run("backup", "list", "shop")["total"] == 1
    assert not (desk.home / "vault.json").exists()
    desk.keyring.log_in_again()
    assert desk.run("backup", "create", "shop")["outcome"] == "success"
    assert desk.run("status")["sites"][0]["status"] == "ok"


def test_x1_a_prompt_that_hangs_stops_nobody_else(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the keyring does not answer the loop goes on, and what needs no secret is answered at once."""
    for name, value in desk.keyring.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("DISPLAY", raising=False)
    longest = 0.0

    async def beat() -> None:
        nonlocal longest
        while True:
            before = time.monotonic()
            await asyncio.sleep(0.01)
            longest = max(longest, time.monotonic() - before)

    async def story() -> None:
        async with Holdfast(desk.home, runner=InProcessRunner(perform)) as app:
            heart = asyncio.create_task(beat())
            with desk.keyring.hanging():
                asking = asyncio.create_task(app._home.secret_call(lambda store: store.get(_name()), seconds=2.0))
                await asyncio.sleep(0.2)
                assert len((await app.status()).sites) == 1
                with pytest.raises(Busy) as caught:
                    await asking
                assert caught.value.code == "KEY-LOCKED"
                assert (await app.status()).status == "locked"
            assert await app._home.secret_call(lambda store: store.get(_name())) is None
            heart.cancel()

    asyncio.run(story())
    assert longest < 1.0  # the promise is 100 ms on a quiet machine; a blocked loop would have waited for two seconds


def _name() -> Any:
    from holdfast.state.credentials.base import SecretName

    return SecretName("probe", "password", "probe")
