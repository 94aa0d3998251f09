"""The values of a restore: what is wanted, what would happen, what happened. No I/O."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

from holdfast.entries import Entry
from holdfast.targets.folder import Rights

Overwrite = Literal["always", "changed", "newer", "never"]
Reason = Literal["damaged", "unsafe-name", "in-the-way", "unsupported", "failed", "metadata", "name"]
PartOf = Callable[[str], str]
"""The part (core, plugins, themes, uploads, other) that a path below the site's root belongs to; `holdfast.sources.wordpress` has one."""
DUMPS = b"holdfast-database"
"""The folder at the root of a backup that holds database dumps."""
DATABASE_PART = "database"
SAMPLES = 20
"""How many paths a plan names of each kind."""


class Selection(msgspec.Struct, frozen=True):
    """What of a backup is wanted. Nothing named = everything. Both kinds add up."""

    paths: tuple[str, ...] = ()
    """Files, folders or globs (``*`` and ``?`` within a name, ``**`` over folders), below the site's root; a leading ``/`` makes it a
    path of the whole backup. A glob without ``/`` matches names anywhere."""
    parts: tuple[str, ...] = ()
    """core, plugins, themes, uploads, database, other."""

    def is_everything(self) -> bool:
        return not self.paths and not self.parts


class RestoreOptions(msgspec.Struct, frozen=True):
    overwrite: Overwrite = "changed"
    """What happens to files that exist: always written · written unless size and time are the same · written when the backup's is
    newer · left alone."""
    delete: bool = False
    """Remove what the backup does not have, in the folders that are restored and as far as the selection reaches."""
    owner: bool | None = None
    """Set user and group; None: when running as root."""
    xattrs: bool = False
    setid: bool = False
    """Setuid and setgid bits of files, and device nodes."""
    settle: bool = True
    """Return only when everything is on the disk, so that a power cut cannot take it back."""
    helpers: int | None = None
    """Processes that work at the same time; None: as many as this computer has processors, 0: this one only."""

    def rights(self) -> Rights:
        import os

        owner = self.owner if self.owner is not None else getattr(os, "geteuid", lambda: 1)() == 0
        return Rights(owner=owner, xattrs=self.xattrs, setid=self.setid)


class NotRestored(msgspec.Struct, frozen=True):
    """Something of the backup that is not (or not wholly) in the target."""

    path: str
    reason: Reason
    """damaged: its content cannot be read from the storage · unsafe-name: refused, it could lead outside · in-the-way: something that
    stays stands there · unsupported: a kind of file that this system or these options do not make · failed: the system refused ·
    metadata: content is right, owner or attributes are not · name: this file system cannot tell it from another."""
    message: str = ""


class Item(msgspec.Struct, frozen=True, gc=False):
    """One thing of the backup and where it goes, relative to the target."""

    path: bytes
    entry: Entry
    content: tuple[bytes, ...] = ()
    """Blob ids of a file."""


class Work(msgspec.Struct, frozen=True):
    """What a restore does, in this order."""

    removals: tuple[bytes, ...] = ()
    folders: tuple[Item, ...] = ()
    """Parents before children; `passing` are only made when missing."""
    passing: frozenset[bytes] = frozenset()
    files: tuple[Item, ...] = ()
    hard_links: tuple[tuple[Item, bytes], ...] = ()
    """Further names of files, with the first name."""
    refreshed: tuple[Item, ...] = ()
    """Files whose content is right already."""
    special: tuple[Item, ...] = ()
    """Links and special files."""


class RestorePlan(msgspec.Struct, frozen=True):
    """What a restore would do; `restore` does it. Counts are of files, links and special files; sizes in bytes."""

    snapshot: str
    target: Path
    options: RestoreOptions
    added: int = 0
    overwritten: int = 0
    unchanged: int = 0
    left: int = 0
    """Exist and stay as they are because of the overwrite rule."""
    removed: int = 0
    """Files (those in removed folders included) that the backup does not have."""
    folders: int = 0
    bytes: int = 0
    """To be written."""
    space_needed: int = 0
    space_free: int | None = None
    samples: dict[str, tuple[str, ...]] = {}
    """Some paths each of added, overwritten, removed, left."""
    tables: tuple[str, ...] = ()
    """Names of the dump files that are part of it, without folder and ending."""
    not_restored: tuple[NotRestored, ...] = ()
    """What is known already not to come back."""
    work: Work = Work()


class RestoreResult(msgspec.Struct, frozen=True):
    """What a restore did."""

    files: int
    """Files, links and special files that were written."""
    bytes: int
    unchanged: int = 0
    left: int = 0
    removed: int = 0
    folders: int = 0
    not_restored: tuple[NotRestored, ...] = ()
    tables: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Everything that was wanted is there; only metadata may be missing."""
        return all(item.reason == "metadata" for item in self.not_restored)


def text(path: bytes) -> str:
    """A path for people and JSON; bytes that are not UTF-8 are shown as ``\\xNN``."""
    return path.decode(errors="backslashreplace")
