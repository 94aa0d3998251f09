"""Lists a folder where another program drops its archives, for `holdfast.sources.archive_sets`."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from holdfast.errors import Forbidden, NotFound, StorageError
from holdfast.sources.archive_sets import Found

_DEEPEST = 3
_MOST = 100_000


def list_archives(folder: Path) -> list[Found]:
    """The files in `folder` and up to three folders below it; links are not followed. Names are relative, with ``/``.

    Raises `NotFound`, `Forbidden`, `StorageError` (too many files: that is no folder of archives).
    """
    found: list[Found] = []
    waiting = [(folder, "", 0)]
    while waiting:
        place, prefix, depth = waiting.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        if depth < _DEEPEST:
                            waiting.append((place / entry.name, f"{prefix}{entry.name}/", depth + 1))
                    elif entry.is_file(follow_symlinks=False):
                        try:
                            status = entry.stat(follow_symlinks=False)
                        except FileNotFoundError:
                            continue
                        found.append(Found(prefix + entry.name, status.st_size, datetime.fromtimestamp(status.st_mtime, UTC)))
        except OSError as error:
            if depth:
                continue  # a folder that is not for us, or has just gone
            raise _refused(error, folder) from None
        if len(found) > _MOST:
            raise StorageError(f"{folder} holds more than {_MOST:,} files.", hint="Name the folder in which the archives lie.")
    return sorted(found, key=lambda one: one.name)


def _refused(error: OSError, folder: Path) -> NotFound | Forbidden | StorageError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return NotFound(f"There is no folder {folder}.", hint="Check the path.")
    if isinstance(error, PermissionError):
        return Forbidden(f"The folder {folder} may not be read.", code="FILE-RIGHTS", hint="Change its permissions.")
    return StorageError(f"The folder {folder} cannot be read: {error.strerror}.")
