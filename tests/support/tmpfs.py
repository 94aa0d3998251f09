"""A small disk of its own for tests about full and read-only disks. Needs root, or sudo without a password."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def _as_root(*command: str) -> None:
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    subprocess.run([*prefix, *command], check=True, capture_output=True)


@contextmanager
def small_disk(folder: Path, size: str = "6m") -> Iterator[Path]:
    """A tmpfs of `size` mounted at `folder`, which is made."""
    folder.mkdir(parents=True)
    _as_root("mount", "-t", "tmpfs", "-o", f"size={size},mode=0700,uid={os.geteuid()}", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        _as_root("umount", "--lazy", str(folder))


def make_read_only(folder: Path) -> None:
    """Remount it so that nothing can be written."""
    _as_root("mount", "-o", "remount,ro", str(folder))


def fill(folder: Path, leave: int) -> Path:
    """A file that takes all but `leave` bytes of the disk."""
    found = os.statvfs(folder)
    file = folder / "filler"
    file.write_bytes(bytes(max(0, found.f_bavail * found.f_frsize - leave)))
    return file
