"""Fetch one file (or one folder) out of a backup."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holdfast.cancellation import Cancellation
from holdfast.engine.browse import list_folder, read_file
from holdfast.engine.restorer import RestoreOptions, Selection, plan_restore, restore
from holdfast.errors import NoSpace, NotFound, UsageError
from holdfast.jobs.messages import Get
from holdfast.progress import Progress, Totals
from holdfast.worker.contents import strip_of
from holdfast.worker.opening import open_repository
from holdfast.worker.texts import meant, shown

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot


def run(request: Get, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"path", "size", "sha256"} (the hash of a single file; empty for a folder). A file that is there is replaced, whole or
    not at all."""
    repository = open_repository(request, cancelled, progress)
    snapshot = repository.snapshot(request.backup)
    path = _inside(request.path, snapshot)
    try:
        found = list_folder(repository, snapshot, path)
    except NotFound as error:
        raise NotFound(
            f"The backup {snapshot.id[:8]} has nothing at {shown(path)}.",
            code="PATH-NOT-FOUND",
            hint="`holdfast backup files` lists what it has.",
        ) from error
    if len(found) == 1 and found[0].path.rstrip("/") == path.rstrip("/") and found[0].kind == "file":
        return _file(repository, snapshot, path, found[0].size, _place(request.to, path), progress, cancelled)
    return _folder(repository, snapshot, path, _place(request.to, path), progress, cancelled)


def _inside(path: str, snapshot: Snapshot) -> str:
    given = meant(path)
    return given if given.startswith("/") else f"{strip_of(snapshot).rstrip('/')}/{given}"


def _place(to: str, path: str) -> Path:
    """`to` itself; when it is a folder (there, or written with a slash at its end), the same name inside it."""
    place = Path(to)
    return place / Path(path).name if to.endswith(("/", os.sep)) or place.is_dir() else place


def _file(
    repository: Repository, snapshot: Snapshot, path: str, size: int, to: Path, progress: Progress, cancelled: Cancellation
) -> dict[str, Any]:
    to.parent.mkdir(parents=True, exist_ok=True)
    temporary = to.with_name(f".{to.name}.{os.urandom(4).hex()}.part")
    digest, done = hashlib.sha256(), 0
    try:
        with temporary.open("xb") as file:
            for piece in read_file(repository, snapshot, path, cancelled):
                cancelled.check()
                file.write(piece)
                digest.update(piece)
                done += len(piece)
                progress.totals(Totals("read", files_total=1, bytes_done=done, bytes_total=size, current=shown(path)))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(to)
    except PermissionError as error:
        raise UsageError(f"{to} cannot be written to.", hint="Choose a folder that this user may write to.") from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise NoSpace(
                f"The disk of {to} is full; this needs {size:,} bytes.", code="SPACE-LOCAL", hint="Make room there, or choose another disk."
            ) from error
        raise
    finally:
        temporary.unlink(missing_ok=True)
    return {"path": str(to), "size": done, "sha256": digest.hexdigest()}


def _folder(repository: Repository, snapshot: Snapshot, path: str, to: Path, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    plan = plan_restore(repository, snapshot, to, Selection(), RestoreOptions(overwrite="changed"), strip=path, dumps=False)
    done = restore(repository, plan, progress, cancelled)
    for one in done.not_restored[:200]:
        progress.remark("NOT-RESTORED", f"{shown(one.path)}: {one.message or one.reason}")
    return {"path": str(to), "size": done.bytes, "sha256": "", "files": done.files}
