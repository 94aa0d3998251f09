"""From answers of ``bkpc/v1`` to our records. Pure; takes any JSON.

A status comes from the server's status word and from nothing else: neither 100 % nor a completion time makes a backup completed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from holdfast.errors import RemoteError
from holdfast.providers import values
from holdfast.providers.base import RemoteBackup, RemotePage, RemoteProgress, RemoteSchedule

LABEL, CLIENT = "holdfast_label", "triggered_by"
"""Keys that we put into a backup's metadata, beside the marker; the last one is the page's own."""

_SCHEDULE = frozenset(
    "id name enabled frequency time backup_type type cloud_provider retention_days next_run last_run last_run_status".split(),
)


def backup_of(data: object, asked: str = "") -> RemoteBackup | None:
    """One backup, None without an id. RemoteError when it is another one than was asked for."""
    told = values.mapping(data)
    uuid = values.identifier(values.first(told, "uuid", "id", "backup_id")) or asked
    if not uuid:
        return None
    if asked and uuid != asked:
        raise not_understood("The site answered with another backup than the one asked for.")
    word = told.get("status")
    status = values.status(word)
    metadata = flat(told.get("metadata"))
    created, completed = values.moment(told.get("created_at")), values.moment(told.get("completed_at"))
    for name in ("cloud_uploaded", "cloud_path", "estimated_size"):
        if (value := _scalar(told.get(name))) is not None:
            metadata[name] = value
    return RemoteBackup(
        id=uuid,
        status=status,
        type=values.text(told.get("type"), 60).lower() or "full",
        status_word=values.text(word, 60),
        created_at=created,
        completed_at=completed,
        duration=seconds_between(created, completed),
        size=values.size(told.get("size")),
        label=values.text(metadata.get(LABEL)),
        components=values.words(told.get("includes")),
        site_storage=values.text(told.get("cloud_provider"), 60),
        downloadable=status == "completed",
        error=reason(told) if status == "failed" else "",
        metadata=metadata,
    )


def page_of(data: object, headers: Mapping[str, str], number: int, size: int) -> RemotePage:
    """A page of the list. RemoteError when there is no list in it: that is not the same as no backups."""
    items = data if isinstance(data, list) else values.first(data, "backups", "items", "data")
    if items is None and not values.mapping(data).keys() & {"backups", "items"}:
        raise not_understood("The site's list of backups has an unknown form.")
    if items is not None and not isinstance(items, list | dict):
        raise not_understood("The site's list of backups has an unknown form.")
    listed = values.sequence(items) or list(values.mapping(items).values())
    read = tuple(one for one in map(backup_of, listed) if one is not None)
    told = values.mapping(values.find(data, "pagination"))
    total = values.whole(values.first(told, "total_items", "total"))
    pages = values.whole(told.get("total_pages"))
    if total is None:
        total = values.whole(headers.get("x-wp-total"))
    if pages is None:
        pages = values.whole(headers.get("x-wp-totalpages"))
    number = values.whole(told.get("current_page"), 1) or number
    size = min(size, values.whole(told.get("per_page"), 1) or size)
    # without totals a full page means that there may be another one
    more = bool(listed) and (number < pages if pages is not None else len(listed) >= size)
    return RemotePage(read, total, more)


def progress_of(data: object) -> RemoteProgress:
    """How a backup or restore stands: the page's form, or `progress` or `percentage` bare."""
    told = values.mapping(data)
    inner = told.get("progress")
    steps = inner if isinstance(inner, dict) else told
    percent = inner if isinstance(inner, int | float | str) else values.first(steps, "percentage", "percent")
    word = told.get("status")
    status = values.status(word)
    left = values.number(values.first(told, "estimated_time_remaining"))
    return RemoteProgress(
        status=status,
        status_word=values.text(word, 60),
        percent=values.percent(percent),
        step=values.text(steps.get("current_step")),
        steps_done=values.whole(steps.get("steps_completed")),
        steps_total=values.whole(steps.get("steps_total")),
        files_done=values.whole(steps.get("files_processed")),
        files_total=values.whole(steps.get("files_total")),
        bytes_done=values.size(steps.get("bytes_processed")),
        bytes_total=values.size(steps.get("bytes_total")),
        seconds_left=left if left is not None and left >= 0 else None,
        error=reason(told) if status == "failed" else "",
    )


def schedule_of(data: object) -> RemoteSchedule | None:
    told = values.mapping(data)
    name = values.identifier(told.get("id"))
    if not name:
        return None
    on = values.flag(told.get("enabled"))
    return RemoteSchedule(
        id=name,
        name=values.text(told.get("name")),
        frequency=values.text(told.get("frequency"), 60),
        time=values.text(told.get("time"), 20),
        type=values.text(values.first(told, "backup_type", "type"), 60).lower() or "full",
        enabled=on is not False,
        keep_days=values.whole(told.get("retention_days")),
        site_storage=values.text(told.get("cloud_provider"), 60),
        next_run_at=values.moment(told.get("next_run")),
        last_run_at=values.moment(told.get("last_run")),
        last_status=values.status(told.get("last_run_status")) if told.get("last_run_status") else "",
        extra=flat({key: value for key, value in told.items() if key not in _SCHEDULE}),
    )


def schedules_of(data: object) -> tuple[RemoteSchedule, ...]:
    items = data if isinstance(data, list) else values.first(data, "schedules", "items", "data")
    if items is not None and not isinstance(items, list | dict):
        raise not_understood("The site's list of schedules has an unknown form.")
    if items is None and "schedules" not in values.mapping(data):
        raise not_understood("The site's list of schedules has an unknown form.")
    listed = values.sequence(items) or list(values.mapping(items).values())
    return tuple(one for one in map(schedule_of, listed) if one is not None)


def reason(told: object) -> str:
    """Why something failed; the page names no field for it, so all that were seen are tried."""
    for path in (("error", "message"), ("error",), ("error_message",), ("message",), ("data", "error"), ("progress", "error")):
        if said := values.plain(values.find(told, *path)):
            return said
    return ""


def flat(value: object, limit: int = 60) -> dict[str, Any]:
    """An object of the server with its plain values only."""
    found: dict[str, Any] = {}
    for key, one in list(values.mapping(value).items())[:limit]:
        if (name := values.text(key, 60)) and (scalar := _scalar(one)) is not None:
            found[name] = scalar
    return found


def seconds_between(start: datetime | None, end: datetime | None) -> float | None:
    return (end - start).total_seconds() if start and end and end >= start else None


def not_understood(message: str, **details: Any) -> RemoteError:
    return RemoteError(message, code="NOT-UNDERSTOOD", hint="Look at the backup plugin in wp-admin; an update of it may help.", **details)


def _scalar(value: object) -> str | int | float | bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return values.text(value, 500) or None
    if isinstance(value, int):
        return value if abs(value) < 2**63 else None
    return values.number(value) if isinstance(value, float) else None
