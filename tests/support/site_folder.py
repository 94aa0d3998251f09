"""Folders of made-up files, their change from backup to backup, and their comparison."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path


def make_files(folder: Path, *, files: int = 200, size: int = 20_000, large: int = 4_000_000, seed: int = 0) -> Path:
    """`files` small files in some folders, and two large ones."""
    dice = random.Random(seed)
    for number in range(files):
        path = folder / f"part-{number % 7}" / f"file-{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dice.randbytes(dice.randrange(size)))
    for number in range(2):
        (folder / f"large-{number}.bin").write_bytes(dice.randbytes(large))
    return folder


def change_files(folder: Path, seed: int) -> None:
    """Some files are changed, some removed, some added."""
    dice = random.Random(seed)
    paths = sorted(path for path in folder.rglob("file-*") if path.is_file())
    for path in dice.sample(paths, len(paths) // 10):
        path.write_bytes(dice.randbytes(15_000))
    for path in dice.sample(paths, len(paths) // 20):
        path.unlink(missing_ok=True)
    make_files(folder / f"added-{seed}", files=10, large=500_000, seed=seed)


def content(folder: Path) -> dict[str, str]:
    """Relative path -> hash, of every file."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()
    }
