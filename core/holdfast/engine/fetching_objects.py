"""One object of a bucket into a folder: goes on where it stopped, whole and of the right length before it gets its name."""

from __future__ import annotations

import time
from pathlib import Path

from holdfast.cancellation import Cancellation
from holdfast.engine.fetching_names import safe_name
from holdfast.engine.fetching_partial import Partial, free_space
from holdfast.errors import HoldfastError, NetworkError, NoSpace
from holdfast.progress import SILENT, Progress, Retry, Totals
from holdfast.storage.s3_objects import PIECE, ForeignObjects

_SPARE = 16 << 20
_MOST_TRIES = 6


def fetch_object(
    objects: ForeignObjects,
    name: str,
    folder: Path,
    *,
    ours: bool = False,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> Path:
    """The file. `ours`: nobody else writes into `folder`, so a whole file there is the one that an earlier run fetched.

    Raises `Cancelled` (what came stays for the next time), `NoSpace`, `Busy` (it runs elsewhere), storage errors.
    """
    cancelled = cancelled or Cancellation()
    told = objects.head(name)
    place = folder / safe_name(name.replace("/", "-"))
    if ours and place.is_file() and place.stat().st_size == told.size:
        return place
    partial = Partial(folder, place.name, f"{name} {told.size}")
    try:
        if partial.etag != (told.etag or "none") or partial.total != told.size:
            partial.restart()
            partial.begin(told.etag or "none", told.size)
        _require_room(partial, told.size)
        while partial.size < told.size:
            cancelled.check()
            partial.append([_piece(objects, name, partial.size, min(PIECE, told.size - partial.size), told.etag, progress, cancelled)])
            progress.totals(Totals("transfer", bytes_done=partial.size, bytes_total=told.size, current=partial.name))
        return partial.finish()
    finally:
        partial.close()


def _piece(objects: ForeignObjects, name: str, offset: int, length: int, etag: str, progress: Progress, cancelled: Cancellation) -> bytes:
    for attempt in range(_MOST_TRIES):
        try:
            data = objects.read(name, offset, length, etag)
            if len(data) == length:
                progress.retrying(None)
                return data
            trouble: HoldfastError = NetworkError(f"The download of {name} was cut short.")
        except HoldfastError as error:
            if not error.retryable:
                raise
            trouble = error
        if attempt + 1 == _MOST_TRIES:
            break
        wait = 0.5 * 2**attempt
        progress.retrying(Retry(wait, attempt + 2, _MOST_TRIES, trouble.code, trouble.message))
        deadline = time.monotonic() + wait
        while time.monotonic() < deadline:
            cancelled.check()
            time.sleep(0.1)
    raise trouble


def _require_room(partial: Partial, size: int) -> None:
    need, free = size - partial.size, free_space(partial.folder)
    if free is not None and free < need + _SPARE:
        raise NoSpace(
            f"{partial.name} needs {need >> 20} MiB more in {partial.folder}, {free >> 20} MiB are free.",
            code="SPACE-LOCAL",
            hint="Make room, or choose another folder.",
            needed=need,
            free=free,
        )
