"""Files of backups in folders of the user's: written under a name of their own, thinned out by the site's policy.

A file is handed over once: what is there already from an earlier try is found again. Nothing is removed that Holdfast did not write, or
that was changed since (`holdfast.state.written_files`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from holdfast.errors import NoSpace, StorageError
from holdfast.records import Backup, RetentionPolicy, Site
from holdfast.retention import apply_policy
from holdfast.state import written_files as memory
from holdfast.state.database import Database
from holdfast.state.written_files import WrittenFile

MANY = 10
"""From so many removals in one folder on, more than half of it is implausible (as in a storage)."""
_NAMES = 1000


class PlannedFiles(msgspec.Struct, frozen=True):
    """The files of one backup in a plan. `reasons` say why they stay."""

    id: str
    time: datetime
    paths: tuple[str, ...]
    size: int
    reasons: tuple[str, ...] = ()


class FolderPlan(msgspec.Struct, frozen=True):
    """What a policy says about the files of one site in one folder, newest first."""

    folder: str
    covers: str
    keep: tuple[PlannedFiles, ...]
    remove: tuple[PlannedFiles, ...]
    stop: str = ""
    """Why a person must confirm it first: ``SHRUNK``, ``MANY``, or empty."""


class FilesRemoved(msgspec.Struct, frozen=True):
    removed: tuple[str, ...] = ()
    """Paths."""
    left: tuple[str, ...] = ()
    """Paths of files that are not the ones that were written any more; they are the user's."""
    stopped: tuple[str, ...] = ()
    """Folders that wait for a person."""


def give(database: Database, files: Sequence[Path], folder: str, site: Site, backup: Backup) -> tuple[Path, ...]:
    """Move the files of a backup into `folder`, as SITE-DATE-TIME. Blocks. NoSpace, StorageError: the files stay where they are."""
    made = backup.created_at or backup.completed_at or datetime.now().astimezone()
    stem = f"{_harmless(site.name)}-{made.astimezone():%Y-%m-%d-%H%M}"
    given = []
    for number, file in enumerate(files, 1):
        name = stem + (f"-{number}" if len(files) > 1 else "") + _ending(file.name)
        about = WrittenFile("", site.id, backup.id, made, 0, "", covers_of(backup.type))
        try:
            given.append(_give(database, file, Path(folder) / name, about))
        except OSError as error:
            hint = "The backup is kept; it is tried again."
            if error.errno == 28:
                raise NoSpace(f"The disk of {folder} is full.", code="SPACE-LOCAL", hint=hint) from None
            raise StorageError(f"{folder} cannot be written: {error.strerror}.", code="FOLDER-REFUSED", hint=hint) from None
    return tuple(given)


def given(database: Database, folder: str, site: Site, backup: str) -> tuple[Path, ...]:
    """The files of a backup that are in `folder` already. Blocks."""
    place = os.path.abspath(folder)
    return tuple(
        Path(one.path) for one in memory.written(database, site.id) if (one.backup, one.folder) == (backup, place) and memory.is_ours(one)
    )


def _give(database: Database, file: Path, wanted: Path, about: WrittenFile) -> Path:
    wanted = Path(os.path.abspath(wanted))
    wanted.parent.mkdir(parents=True, exist_ok=True)
    facts = file.stat()
    about = msgspec.structs.replace(
        about, size=facts.st_size, sha256=memory.digest(file), inode=facts.st_ino, modified_ns=facts.st_mtime_ns
    )
    for number in range(1, _NAMES):
        target = wanted if number == 1 else wanted.with_stem(f"{wanted.stem} ({number})")
        about = msgspec.structs.replace(about, path=os.fspath(target))
        if os.path.lexists(target):
            if _is_the_same(database, about):
                file.unlink()
                return target
            continue
        memory.save(database, about)
        try:
            _place(file, target)
        except FileExistsError:
            memory.forget(database, [about.path])
            continue
        facts = target.stat()
        memory.save(database, msgspec.structs.replace(about, inode=facts.st_ino, modified_ns=facts.st_mtime_ns))
        file.unlink()
        return target
    raise StorageError(f"There are too many files named {wanted.name}.", code="NAME-TAKEN", hint="Tidy that folder up.")


def _is_the_same(database: Database, about: WrittenFile) -> bool:
    """Whether an earlier try has written just this file."""
    known = next((one for one in memory.written(database, about.site) if one.path == about.path), None)
    return known is not None and (known.backup, known.sha256) == (about.backup, about.sha256) and memory.is_ours(known)


def _place(file: Path, target: Path) -> None:
    """Give `file` the name `target`, too; FileExistsError rather than take another's place."""
    try:
        os.link(file, target)
        return
    except FileExistsError:
        raise
    except OSError:
        pass  # another disk, or a file system without links
    part = target.with_name(f".{target.name}.holdfast-part")
    part.unlink(missing_ok=True)  # of an earlier try
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "wb") as to, open(file, "rb") as source:
            while piece := source.read(1 << 20):
                to.write(piece)
            to.flush()
            os.fsync(to.fileno())
        try:
            os.link(part, target)
        except FileExistsError:
            raise
        except OSError:  # no links at all
            if os.path.lexists(target):
                raise FileExistsError(target) from None
            os.rename(part, target)
    finally:
        part.unlink(missing_ok=True)


# ---- retention


class _Set(msgspec.Struct, frozen=True):
    """The files of one backup, as the rules of retention see them."""

    id: str
    when: datetime
    files: tuple[WrittenFile, ...]
    tags: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        return sum(one.size for one in self.files)


def plan_files(
    files: Sequence[WrittenFile], policy: RetentionPolicy, now: datetime | None = None, *, trusted_before: datetime | None = None
) -> tuple[FolderPlan, ...]:
    """What `policy` says about files that are there (`standing`), folder by folder. They are divided by what the backups cover, as in a
    storage, and counted by the days of this computer's clock. `trusted_before`: as for `engine.forget`. UsageError FORGET-ALL."""
    groups: dict[tuple[str, str], dict[str, list[WrittenFile]]] = {}
    for one in files:
        groups.setdefault((one.folder, one.covers), {}).setdefault(one.backup, []).append(one)
    plans = []
    for (folder, covers), backups in sorted(groups.items()):
        sets = [_Set(name, found[0].made_at.astimezone(), tuple(found)) for name, found in backups.items()]
        decision = apply_policy(sets, policy, now)
        keep = tuple(_planned(one.snapshot, one.reasons) for one in decision.keep)
        remove = tuple(_planned(one, ()) for one in decision.remove)
        plans.append(FolderPlan(folder, covers, keep, remove, _stop(sets, len(remove), trusted_before)))
    return tuple(plans)


def _stop(sets: Sequence[_Set], removals: int, trusted_before: datetime | None) -> str:
    if not removals:
        return ""
    newest = max(sets, key=lambda one: (one.when, one.id))
    seen = max((one for one in sets if trusted_before is not None and one.when <= trusted_before), key=lambda one: one.when, default=None)
    since = seen.when if seen is not None else None  # a person saw that one, and nothing that came after it
    if newest.size * 2 < max(one.size for one in sets if since is None or one.when >= since):
        return "SHRUNK"
    return "MANY" if removals >= MANY and removals * 2 > len(sets) else ""


def _planned(one: _Set, reasons: tuple[str, ...]) -> PlannedFiles:
    return PlannedFiles(one.id, one.when, tuple(sorted(file.path for file in one.files)), one.size, reasons)


def standing(database: Database, site: str) -> list[WrittenFile]:
    """The files of a site (id) that are there. What is not there is remembered on: its disk may be elsewhere today. Blocks."""
    return [one for one in memory.written(database, site) if memory.stands(one)]


def thin_out(database: Database, site: str, plans: Sequence[FolderPlan], *, confirmed: bool = False) -> FilesRemoved:
    """Remove what the plans remove, and nothing that is not ours. Blocks; may read files."""
    known = {one.path: one for one in memory.written(database, site)}
    removed: list[str] = []
    left: list[str] = []
    stopped = tuple(dict.fromkeys(plan.folder for plan in plans if plan.stop and not confirmed))
    for plan in plans:
        if plan.stop and not confirmed:
            continue
        for path in [path for one in plan.remove for path in one.paths if path in known]:
            if not memory.is_ours(known[path]):
                left.append(path)
                memory.forget(database, [path])
                continue
            try:
                os.unlink(path)
            except OSError:
                left.append(path)
                continue
            removed.append(path)
            memory.forget(database, [path])
    return FilesRemoved(tuple(removed), tuple(left), stopped)


def covers_of(kind: str) -> str:
    return kind if kind in {"database", "files"} else "everything"


def _harmless(name: str) -> str:
    return re.sub(r"[^\w.@-]+", "-", name).lstrip(".") or "backup"


def _ending(name: str) -> str:
    """``.zip``, ``.tar.gz``, …"""
    found = re.search(r"((?:\.tar)?\.[A-Za-z0-9]{1,5})$", name)
    return found.group(1) if found else ".zip"
