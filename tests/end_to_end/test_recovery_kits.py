"""The terminal remembers that a recovery key was saved, so that the window does not ask for it again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from holdfast.app import Holdfast
from holdfast.jobs.waiting import drive
from tests.support.terminal import HoldfastCommand


def saved(home: Path) -> Iterable[str]:
    """The storages whose key was saved, as the window learns it."""

    async def ask() -> Iterable[str]:
        async with Holdfast(home) as app:
            return set(await app.storages.kits_saved())

    found: Iterable[str] = drive(ask())
    return found


def test_a_kit_that_the_terminal_saved_counts(tmp_path: Path) -> None:
    home = tmp_path / "home"
    holdfast = HoldfastCommand(home)
    holdfast("storage", "add", "with", str(tmp_path / "with"), "--recovery-kit", str(tmp_path / "with.html"))
    holdfast("storage", "add", "later", str(tmp_path / "later"))
    assert saved(home) == {"with"}
    holdfast("storage", "recovery-kit", "later", "--to", str(tmp_path / "bare.html"), "--without-password")
    assert saved(home) == {"with"}, "a page without the password opens nothing"
    holdfast("storage", "recovery-kit", "later", "--to", str(tmp_path / "later.html"))
    assert saved(home) == {"with", "later"}
