"""Databases that restores set aside: listed, and dropped by name when the restored state is good. Nothing else can be dropped by this."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.errors import NotFound
from holdfast.jobs.messages import KeptDatabases
from holdfast.mysql.access import Access
from holdfast.progress import Progress
from holdfast.sources.databases.opening import locate
from holdfast.sources.wordpress import recognise

_STAMP = r"\d{8}[-_]\d{6}"


def run(request: KeptDatabases, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """{"items": [{"name", "kept_at" (as its name says, UTC), "size" (bytes or null)}], "dropped": the name or ""}, oldest first."""
    source = request.source
    folder = Path(source.path)
    found = locate(source.database, site=recognise(folder), folder=folder, password=source.database_password)
    names = _kept(found)
    if request.drop and request.drop not in names:
        raise NotFound(
            f"{request.drop!r} is no database that a restore of {source.site_name} has set aside.",
            code="NO-DATABASE",
            hint=f"There are: {', '.join(names)}." if names else "There are none.",
        )
    cancelled.check()
    if request.drop:
        _drop(found, request.drop)
        names.remove(request.drop)
    return {"items": [_item(found, name) for name in names], "dropped": request.drop}


def _kept(found: Access | Path | None) -> list[str]:
    if isinstance(found, Path):
        start = f"{found.name}.before-"
        return sorted(
            one.name for one in found.parent.iterdir() if one.name.startswith(start) and re.fullmatch(_STAMP, one.name[len(start) :])
        )
    if found is None:
        return []
    from holdfast.targets.database import kept_databases

    return kept_databases(found)


def _drop(found: Access | Path | None, name: str) -> None:
    if isinstance(found, Path):
        for suffix in ("", "-wal", "-shm", "-journal"):
            found.with_name(name + suffix).unlink(missing_ok=True)
    elif found is not None:
        from holdfast.targets.database import confirm

        confirm(found, name)


def _item(found: Access | Path | None, name: str) -> dict[str, Any]:
    stamp = re.search(_STAMP + "$", name)
    at = ""
    if stamp is not None:
        day, time = re.split("[-_]", stamp[0])
        at = f"{day[:4]}-{day[4:6]}-{day[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}Z"
    size = found.with_name(name).stat().st_size if isinstance(found, Path) else None
    return {"name": name, "kept_at": at, "size": size}
