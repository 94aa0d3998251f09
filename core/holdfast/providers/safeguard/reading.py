"""From answers of ``safeguard/v1`` to our records. Pure; takes any JSON.

A status comes from the server's status word and from nothing else: neither a completion time nor a size makes a backup completed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from holdfast.errors import RemoteError
from holdfast.providers import marking, values
from holdfast.providers.base import RemoteBackup, RemoteProgress, RemoteSchedule, RemoteStorage

CHAIN_ACTION, CHAIN_JOB = "chain_action", "chain_job"
"""Keys in a backup's metadata: the follow-up job that it says it started."""

_T = TypeVar("_T")
_TEST_SLACK = timedelta(seconds=60)
_SCHEDULE = frozenset("id type frequency storage time retention next_run last_run enabled name".split())
_STORAGE = frozenset("slug provider is_primary test_status".split())


def items_of(body: object, *names: str) -> list[Any]:
    """The entries of a list, bare as the page shows it or in an object. RemoteError when there is none: that is not an empty one."""
    if isinstance(body, list):
        return body
    found = next((body[name] for name in (*names, "items", "data") if isinstance(body, dict) and name in body), body)
    listed = values.sequence(found)
    if not listed and not isinstance(found, list):
        raise not_understood("The site's list has an unknown form.")
    return listed


def known(read: Callable[[object], _T | None], items: list[Any]) -> tuple[_T, ...]:
    return tuple(one for one in map(read, items) if one is not None)


def backup_of(data: object, asked: str = "") -> RemoteBackup | None:
    """One backup, None without an id. RemoteError when it is another one than was asked for."""
    told = values.mapping(data)
    name = values.identifier(values.first(told, "id", "backup_id")) or asked
    if not name:
        return None
    if asked and name != asked:
        raise not_understood("The site answered with another backup than the one asked for.")
    word = told.get("status")
    status = values.status(word)
    label, marker = marking.unsigned(values.text(told.get("label"), marking.LONGEST + 20))
    created = values.moment(told.get("created_at"))
    ended = values.moment(values.first(told, "completed_at", "failed_at"))
    return RemoteBackup(
        id=name,
        status=status,
        type=values.text(told.get("type"), 60).lower() or "full",
        status_word=values.text(word, 60),
        created_at=created,
        completed_at=ended,
        duration=_duration(told.get("duration"), created, ended),
        size=values.size(told.get("size")),
        label=label,
        components=values.words(told.get("components")),
        parent_id=values.identifier(told.get("parent_id")) or None,
        site_storage=values.text(told.get("storage"), 60),
        error=values.reason(told) if status == "failed" else "",
        metadata=_metadata(told, marker),
    )


def progress_of(data: object) -> RemoteProgress:
    """How a backup stands by its details. The page knows no percentage; where a site tells one it is taken."""
    told = values.mapping(data)
    inner = told.get("progress")
    percent = values.first(inner, "percentage", "percent") if isinstance(inner, dict) else inner
    word = told.get("status")
    status = values.status(word)
    return RemoteProgress(
        status=status,
        status_word=values.text(word, 60),
        percent=values.percent(percent),
        error=values.reason(told) if status == "failed" else "",
    )


def storage_of(data: object) -> RemoteStorage | None:
    """A storage provider; keys differ by its kind (bucket, region, path …) and are kept."""
    told = values.mapping(data)
    slug = values.identifier(values.first(told, "slug", "id"))
    if not slug:
        return None
    return RemoteStorage(
        slug=slug,
        name=values.text(told.get("provider"), 80) or slug,
        kind=values.text(told.get("provider"), 80).lower() or slug.lower(),
        is_primary=values.flag(told.get("is_primary")) is True,
        is_enabled=values.flag(values.first(told, "enabled", "is_enabled")) is not False,
        test_status=values.text(told.get("test_status"), 60),
        details=values.flat({name: value for name, value in told.items() if name not in _STORAGE}),
    )


def schedule_of(data: object) -> RemoteSchedule | None:
    told = values.mapping(data)
    name = values.identifier(told.get("id"))
    if not name:
        return None
    return RemoteSchedule(
        id=name,
        name=values.text(told.get("name")),
        frequency=values.text(told.get("frequency"), 60),
        time=values.text(told.get("time"), 20),
        type=values.text(told.get("type"), 60).lower() or "full",
        enabled=values.flag(told.get("enabled")) is not False,
        keep=values.whole(told.get("retention")),
        site_storage=values.text(told.get("storage"), 60),
        next_run_at=values.moment(told.get("next_run")),
        last_run_at=values.moment(told.get("last_run")),
        extra=values.flat({key: value for key, value in told.items() if key not in _SCHEDULE}),
    )


def job_of(data: object) -> dict[str, Any] | None:
    """A staging or migration job, None where none is active: ``{"active": false}``, or nothing that has an id."""
    if data is not None and not isinstance(data, dict | list):
        raise not_understood("The site's answer about its active job has an unknown form.")
    told = values.mapping(data)
    name = values.identifier(told.get("id"))
    if not name:
        return None
    word = told.get("status")
    roles = {values.text(user, 20): values.text(role, 40) for user, role in list(values.mapping(told.get("staging_roles")).items())[:200]}
    found: dict[str, Any] = {
        "id": name,
        "status": values.status(word),
        "status_word": values.text(word, 60),
        "percent": values.percent(told.get("progress")),
        "mode": values.text(told.get("mode"), 40),
        "source_url": values.text(told.get("source_url"), 500),
        "staging_roles": roles,
        "created_at": values.moment(told.get("created_at")),
        "updated_at": values.moment(told.get("updated_at")),
    }
    return {key: value for key, value in found.items() if value not in ("", None, {}) or key == "status"}


def outcome_of(told: Mapping[str, Any]) -> str:
    """How a test of a storage ended by its own answer, "" when that does not say."""
    success = values.flag(told.get("success"))
    word = values.text(values.first(told, "test_status", "status", "result"), 60)
    return word or ("" if success is None else "passed" if success else "failed")


def outcome_in(storage: RemoteStorage, now: datetime | None) -> str:
    """How it ended by the list; `unknown` where the list tells of an earlier test. `now`: the server's clock at the test."""
    tested = values.moment(storage.details.get("last_tested"))
    return "unknown" if tested and now and tested < now - _TEST_SLACK else storage.test_status or "unknown"


def deleted(body: object) -> bool:
    """Whether it was deleted, by the answer; an answer without a word about it came with a good status."""
    return values.flag(values.find(body, "deleted")) is not False


def not_understood(message: str, **details: Any) -> RemoteError:
    return RemoteError(message, code="NOT-UNDERSTOOD", hint="Look at SafeGuard in wp-admin; an update of it may help.", **details)


def _metadata(told: Mapping[str, Any], marker: str) -> dict[str, Any]:
    found: dict[str, Any] = {name: values.whole(told.get(name)) for name in ("file_count", "table_count")}
    found[CHAIN_ACTION] = values.text(values.find(told, "chain_next", "action"), 60)
    found[CHAIN_JOB] = values.identifier(values.find(told, "chain_next", "job_id"))
    found[marking.MARKER] = marker
    return {name: value for name, value in found.items() if value not in ("", None)}


def _duration(told: object, start: datetime | None, end: datetime | None) -> float | None:
    seconds = values.number(told)
    if seconds is not None and seconds >= 0:
        return seconds
    return (end - start).total_seconds() if start and end and end >= start else None
