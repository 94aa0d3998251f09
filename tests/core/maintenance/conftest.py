"""The scene that most of these tests play in."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from holdfast.repository import locks
from tests.core.maintenance.scene import Scene


@pytest.fixture(autouse=True)
def _no_waiting_for_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pause between two looks at the locks matters with several programs only; their tests bring them."""
    monkeypatch.setattr(locks, "WAIT_BEFORE_SECOND_LOOK", 0.0)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    """An empty repository on disk."""
    return Scene(tmp_path)


@pytest.fixture
def three(scene: Scene) -> Scene:
    """Three backups of a small site: files change, come and go, folders repeat."""
    dice = random.Random(1)
    files = {f"wp/wp-content/{n % 7}/{n}.php": dice.randbytes(dice.randrange(1, 30_000)) for n in range(60)} | {"wp/index.php": b"<?php"}
    for day in range(3):
        for n in range(10):
            files[f"wp/wp-content/{n % 7}/{n}.php"] = dice.randbytes(8_000)
        files[f"wp/day-{day}.txt"] = b"x" * day
        files.pop(f"wp/wp-content/{(day + 30) % 7}/{day + 30}.php")
        scene.backup(dict(files))
    return scene
