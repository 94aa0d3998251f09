"""Sets of archives that another program drops at a place: listed, and brought here where they are far away."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.engine.fetching_objects import fetch_object
from holdfast.errors import NotFound
from holdfast.jobs.messages import FetchArchives, ListArchives
from holdfast.progress import Progress
from holdfast.sources.archive_folder import list_archives
from holdfast.sources.archive_sets import ArchiveSet, Found, recognise
from holdfast.storage.opening import LocalPlace, parse_location
from holdfast.storage.s3_objects import ForeignObjects
from holdfast.worker.opening import address_of


def run(request: ListArchives | FetchArchives, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Results: of a list {"sets": [{id, system, site, time, size, complete, missing, readable, leave_out_links, parts: [{name, key, size,
    expects}…]}…]}, oldest first; of fetching {"paths": [as `names`]}."""
    if isinstance(request, FetchArchives):
        return {"paths": _fetch(request, progress, cancelled)}
    if request.files:
        sets = recognise(map(_given, request.files), datetime.now(UTC), settled=timedelta(days=-36_500))
    else:
        sets = recognise(_found(request, cancelled), datetime.now(UTC))
    return {"sets": [_told(one) for one in sets]}


def _found(request: ListArchives, cancelled: Cancellation) -> list[Found]:
    place = parse_location(request.access.location)
    if isinstance(place, LocalPlace):
        return list_archives(Path(place.path))
    with ForeignObjects(address_of(request.access)) as objects:
        found = []
        for one in objects.list():
            cancelled.check()
            found.append(Found(one.name, one.size, one.modified))
        return sorted(found, key=lambda one: one.name)


def _given(path: str) -> Found:
    try:
        status = os.stat(path)
    except OSError as error:
        raise NotFound(f"There is no archive {path}: {error.strerror}.", hint="Check the path.") from None
    return Found(path, status.st_size, datetime.fromtimestamp(status.st_mtime, UTC))


def _told(one: ArchiveSet) -> dict[str, Any]:
    parts = [{"name": part.file.name, "key": part.key, "size": part.file.size, "expects": sorted(one.expects(part))} for part in one.parts]
    return {
        **{name: getattr(one, name) for name in ("id", "system", "site", "size", "complete", "missing", "readable")},
        "time": one.time.replace(tzinfo=UTC),
        "leave_out_links": one.rules().leave_out_links,
        "parts": parts,
    }


def _fetch(request: FetchArchives, progress: Progress, cancelled: Cancellation) -> list[str]:
    place = parse_location(request.access.location)
    if isinstance(place, LocalPlace):
        return [_inside(Path(place.path), name) for name in request.names]
    folder = Path(request.to)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with ForeignObjects(address_of(request.access)) as objects:
        return [os.fspath(fetch_object(objects, name, folder, ours=True, progress=progress, cancelled=cancelled)) for name in request.names]


def _inside(root: Path, name: str) -> str:
    """A file of the folder; what has become a link or lies outside is none."""
    path = root / name
    if path.is_symlink() or not path.is_file() or not path.resolve().is_relative_to(root.resolve()):
        raise NotFound(f"{name} is no longer in {root}.", hint="List again: holdfast backup list SITE")
    return os.fspath(path)
