"""The scene that most of these tests play in."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.core.maintenance.scene import Scene


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
