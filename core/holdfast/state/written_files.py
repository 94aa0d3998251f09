"""Files that Holdfast wrote into folders of the user's: facts in ``state.db``. Only what stands here is ever removed from such a folder.

A row is written before the file gets its name, so that a program that is killed in between neither loses the file nor writes it twice.
Whether a file is still the one that was written is told by its length and either where it lies on the disk and when it was written, or
(not every file system keeps these) by its content.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import msgspec

from holdfast.state.database import Database
from holdfast.state.remembered import forget_facts, recall, remember

WRITTEN = "written file"
_COARSE_NS = 2_000_000_000
"""FAT tells times to two seconds."""


class WrittenFile(msgspec.Struct, frozen=True, omit_defaults=True):
    path: str
    """Absolute."""
    site: str
    """Id of the site whose backup it is."""
    backup: str
    """Id of the backup; several files may be one."""
    made_at: datetime
    size: int
    sha256: str
    covers: str = "everything"
    """database, files or everything."""
    inode: int = 0
    modified_ns: int = 0

    @property
    def folder(self) -> str:
        return os.path.dirname(self.path)


def save(database: Database, file: WrittenFile) -> None:
    remember(database, _subject(file.path), WRITTEN, msgspec.to_builtins(file))


def forget(database: Database, paths: Iterable[str]) -> None:
    for path in paths:
        forget_facts(database, _subject(path))


def written(database: Database, site: str | None = None) -> list[WrittenFile]:
    """Of one site (id), or all."""
    facts = recall(database, WRITTEN).values()
    found = [msgspec.convert({name: value for name, value in fact.items() if name != "at"}, WrittenFile) for fact in facts]
    return [one for one in found if site is None or one.site == site]


def stands(file: WrittenFile) -> bool:
    """Whether a file of this length and time is there. Cheap, and enough for a plan."""
    try:
        facts = os.lstat(file.path)
    except OSError:
        return False
    return stat.S_ISREG(facts.st_mode) and facts.st_size == file.size and abs(facts.st_mtime_ns - file.modified_ns) <= _COARSE_NS


def is_ours(file: WrittenFile) -> bool:
    """Whether the file there is the one that was written. May read all of it."""
    try:
        facts = os.lstat(file.path)
        if not stat.S_ISREG(facts.st_mode) or facts.st_size != file.size:
            return False
        if (facts.st_ino, facts.st_mtime_ns) == (file.inode, file.modified_ns):
            return True
        return digest(Path(file.path)) == file.sha256
    except OSError:
        return False


def digest(path: Path) -> str:
    """OSError."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _subject(path: str) -> str:
    return f"file {path}"
