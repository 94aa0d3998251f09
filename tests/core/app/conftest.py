"""A home with a quick sealed file for secrets, a small site, a repository on disk."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from holdfast.app import Holdfast
from holdfast.jobs.runner import InProcessRunner
from holdfast.jobs.waiting import drive
from holdfast.secret import Secret
from holdfast.state.credentials.vault import Cost, Vault
from holdfast.state.paths import HomeFacts, find_paths, make_folders, save_facts
from holdfast.worker import perform

PASSPHRASE = Secret("open sesame")
REPOSITORY = Path(__file__).parents[3]


class Scene:
    """Folders of one test; `app()` is a door to them, `run` drives a story through one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.site = folder / "site"
        self.repository = folder / "repository"
        self.paths = find_paths(self.home)
        make_folders(self.paths)
        Vault(self.paths.vault, cost=Cost(n=1 << 10)).unlock(PASSPHRASE)
        save_facts(self.paths, HomeFacts(id="test", secrets="vault"))

    def app(self, *, processes: bool = False, passphrase: Secret | None = PASSPHRASE) -> Holdfast:
        runner = None if processes else InProcessRunner(perform)
        return Holdfast(self.home, runner=runner, ask_passphrase=lambda _: passphrase)

    def run(self, story: Callable[[Holdfast], Any], **words: Any) -> Any:
        """Drive ``story(app)`` without an event loop."""

        async def opened() -> Any:
            async with self.app(**words) as app:
                return await story(app)

        return drive(opened())

    def make_site(self) -> None:
        """A few files and an SQLite database."""
        (self.site / "css").mkdir(parents=True)
        (self.site / "index.html").write_text("<h1>Hello</h1>")
        (self.site / "css" / "style.css").write_text("body { color: red }")
        (self.site / "Großes Bild.bin").write_bytes(os.urandom(100_000))
        with sqlite3.connect(self.site / "data.sqlite") as database:
            database.execute("CREATE TABLE posts (title TEXT)")
            database.execute("INSERT INTO posts VALUES ('first')")
        database.close()


async def set_up(app: Holdfast, scene: Scene) -> None:
    """A storage "disk" and a site "shop"."""
    await app.storages.add("disk", str(scene.repository), Secret("repository password"))
    await app.sites.add("shop", path=scene.site, database="sqlite:data.sqlite", storage="disk")


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    monkeypatch.setenv("PYTHONPATH", f"{REPOSITORY / 'core'}{os.pathsep}{REPOSITORY}")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    made = Scene(tmp_path)
    made.make_site()
    return made


@pytest.fixture
def ready(scene: Scene) -> Scene:
    """With storage and site added."""
    scene.run(lambda app: set_up(app, scene))
    return scene


def plain(value: object) -> Any:
    return msgspec.to_builtins(value)
