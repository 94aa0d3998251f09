"""From answers of General Bots to our records. Pure; takes any JSON, bare or in an envelope.

The page shows no status of a backup although creating takes time: without a status word a backup is `unknown`, never completed.
"""

from __future__ import annotations

from typing import Any

from holdfast.errors import RemoteError
from holdfast.providers import values
from holdfast.providers.base import RemoteBackup, RemoteProgress, RemoteSchedule
from holdfast.providers.http import Answer, error_of

_LISTS = ("backups", "schedules", "items", "data", "results")


def data_of(answer: Answer) -> Any:
    """The data of an answer. An envelope that says no is an error, also with status 200."""
    body = answer.body
    if not isinstance(body, dict):
        return body
    if "success" in body and values.flag(body["success"]) is False:
        raise error_of(answer)
    if isinstance(body.get("data"), dict) or ("success" in body and "data" in body):
        return body["data"]
    return body


def items_of(answer: Answer) -> list[Any]:
    """A list in any of its forms. RemoteError when there is none: that is not the same as an empty one."""
    data = data_of(answer)
    found = data if isinstance(data, list) else next((data[name] for name in _LISTS if isinstance(data, dict) and name in data), None)
    if isinstance(found, list):
        return found
    if isinstance(found, dict):
        return values.sequence(found) or list(found.values())
    if found is None and isinstance(data, dict) and any(name in data for name in _LISTS):
        return []
    raise not_understood("The server's list has an unknown form.")


def backup_of(data: object, asked: str = "") -> RemoteBackup | None:
    """One backup, None without an id. RemoteError when it is another one than was asked for."""
    told = values.mapping(data)
    name = values.identifier(values.first(told, "backup_id", "id")) or asked
    if not name:
        return None
    if asked and name != asked:
        raise not_understood("The server answered with another backup than the one asked for.")
    word = told.get("status")
    status = values.status(word)
    created = values.moment(values.first(told, "created_at", "started_at"))
    completed = values.moment(told.get("completed_at"))
    taken = values.number(told.get("duration_seconds"))
    return RemoteBackup(
        id=name,
        status=status,
        type=values.text(values.first(told, "type", "backup_type"), 60).lower() or "full",
        status_word=values.text(word, 60),
        created_at=created,
        completed_at=completed,
        duration=taken if taken is not None and taken >= 0 else None,
        size=values.size(values.first(told, "size", "size_bytes")),
        components=tuple(part for part in ("files", "database") if values.flag(told.get(f"include_{part}"))),
        parent_id=values.identifier(told.get("parent_backup_id")) or None,
        error=reason(told) if status == "failed" else "",
        metadata={"checksum": sum_} if (sum_ := values.text(told.get("checksum"))) else {},
    )


def progress_of(data: object) -> RemoteProgress:
    told = values.mapping(data)
    inner = told.get("progress")
    percent = values.first(inner, "percentage", "percent") if isinstance(inner, dict) else inner
    if percent is None:
        percent = values.first(told, "percentage", "percent")
    status = values.status(told.get("status"))
    return RemoteProgress(
        status=status,
        status_word=values.text(told.get("status"), 60),
        percent=values.percent(percent),
        step=values.text(values.first(told, "current_step", "step", "message")) if status != "failed" else "",
        error=reason(told) if status == "failed" else "",
    )


def schedule_of(data: object, asked: str = "") -> RemoteSchedule | None:
    told = values.mapping(data)
    name = values.identifier(values.first(told, "schedule_id", "id")) or asked
    if not name:
        return None
    return RemoteSchedule(
        id=name,
        name=values.text(told.get("name")),
        cron=values.text(values.first(told, "cron", "cron_expression"), 100),
        type=values.text(told.get("type"), 60).lower() or "full",
        enabled=values.flag(told.get("enabled")) is not False,
        keep_days=values.whole(told.get("retention_days")),
        next_run_at=values.moment(told.get("next_run")),
        last_run_at=values.moment(told.get("last_run")),
        last_status=values.status(told.get("last_run_status")) if told.get("last_run_status") else "",
    )


def reason(told: object) -> str:
    for path in (("error", "message"), ("error",), ("error_message",), ("message",), ("details",)):
        if said := values.plain(values.find(told, *path)):
            return said
    return ""


def not_understood(message: str, **details: Any) -> RemoteError:
    return RemoteError(message, code="NOT-UNDERSTOOD", hint="The server's Backup API differs from its documentation.", **details)
