"""Writing small private files whole or not at all (reliability.md section 3)."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def private_umask() -> None:
    """First thing of every program: nothing we make is for others, whatever umask we were started with."""
    os.umask(0o077)


def make_private_folder(path: Path) -> None:
    """Make `path` and its missing parents with mode 0700, and make it private when it is already ours but open to others."""
    missing = []
    folder = path
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir(FOLDER_MODE, exist_ok=True)
        one.chmod(FOLDER_MODE)  # mkdir's mode is subject to the umask, and exactness is the promise
    if not missing and path.stat().st_mode & 0o077 and os.name == "posix" and path.stat().st_uid == os.getuid():
        path.chmod(FOLDER_MODE)


def make_private_file(path: Path) -> None:
    """An empty file with mode 0600, before a library that minds only the umask opens it. An existing one is made private."""
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | getattr(os, "O_CLOEXEC", 0), FILE_MODE)
    try:
        if os.name == "posix":
            os.fchmod(descriptor, FILE_MODE)
    finally:
        os.close(descriptor)


def save_atomically(path: Path, content: bytes, *, keep_backup: bool = False) -> None:
    """Replace `path` by `content`, mode 0600: after a crash the old or the new file is there, never half of one.

    `keep_backup`: what stood there before stays as ``<name>.bak``.
    """
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if keep_backup and path.exists():
            _copy_private(path, path.with_name(path.name + ".bak"))
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename durable. Where folders cannot be synced (Windows) this does nothing."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _copy_private(source: Path, to: Path) -> None:
    make_private_file(to)
    shutil.copyfile(source, to)
