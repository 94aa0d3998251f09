"""The scratch folder of a drill: made, locked for as long as its process lives, always removed; what a killed drill left is swept.

::

    <scratch>/holdfast-drill-<random>/owner     held locked by the drill's process; the system lets go when it dies
                                      site/     what was restored
                                      server/   PHP's files
    <temporary>/holdfast-drill-<random>-db/     the private database server: a socket's path may have about a hundred characters only

Servers end with the drill's process (`targets.companions`); where the system cannot do that, the sweep at the next drill ends them by the
process ids they left in their folders.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from holdfast.errors import UsageError
from holdfast.targets.companions import end_leftover

_NAME = "holdfast-drill-"
_NEW_SECONDS = 60
"""A folder this young may not be locked yet."""


class Scratch:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "site"
        self.server = folder / "server"
        self.database = _database_of(folder)


@contextmanager
def scratch_folder(within: Path, *, keep: bool = False) -> Iterator[Scratch]:
    """A new folder below `within`, removed at the end (unless `keep`). Sweeps what earlier, killed drills left. `UsageError` when nothing
    can be written there."""
    sweep(within)
    scratch = Scratch(within / f"{_NAME}{os.urandom(4).hex()}")
    try:
        scratch.folder.mkdir(mode=0o700, parents=True)
        owner = os.open(scratch.folder / "owner", os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    except OSError as error:
        raise UsageError(
            f"{within} cannot be used for a drill: {error.strerror}.", hint="Choose a folder that can be written to."
        ) from error
    try:
        _locked(owner)
        yield scratch
    finally:
        os.close(owner)
        if not keep:
            _remove(scratch)


def sweep(within: Path) -> int:
    """Remove what drills left whose process is gone, and end their servers. How many there were."""
    swept = 0
    for folder in sorted(within.glob(f"{_NAME}*")) if within.is_dir() else ():
        if _is_abandoned(folder):
            scratch = Scratch(folder)
            for pid in (*folder.glob("*/pid"), *scratch.database.glob("pid")):
                end_leftover(pid)
            _remove(scratch)
            swept += 1
    return swept


def _database_of(folder: Path) -> Path:
    return Path(tempfile.gettempdir()) / f"{folder.name}-db"


def _is_abandoned(folder: Path) -> bool:
    try:
        owner = os.open(folder / "owner", os.O_RDWR)
    except FileNotFoundError:
        return _age(folder) > _NEW_SECONDS
    except OSError:
        return False
    try:
        return _locked(owner)
    finally:
        os.close(owner)


def _age(folder: Path) -> float:
    try:
        return time.time() - folder.stat().st_mtime
    except OSError:
        return 0.0


def _locked(descriptor: int) -> bool:
    """Lock the file for this process; False when another one holds it."""
    try:
        if os.name == "nt":
            import msvcrt

            getattr(msvcrt, "locking")(descriptor, getattr(msvcrt, "LK_NBLCK"), 1)  # noqa: B009 - exist on Windows only
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _remove(scratch: Scratch) -> None:
    for place in (scratch.database, scratch.folder):
        for folder, _, _ in os.walk(place):  # folders that were restored read-only too
            try:
                os.chmod(folder, 0o700)
            except OSError:
                continue
        shutil.rmtree(place, ignore_errors=True)
