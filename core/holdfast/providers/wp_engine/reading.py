"""From answers of WP Engine to our records. Pure; takes any JSON.

A status comes from the server's status word and from nothing else: the vendor's example shows ``requested`` beside a complete_time.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import msgspec

from holdfast.errors import RemoteError
from holdfast.providers import marking, values
from holdfast.providers.base import RemoteBackup, RemoteInstall
from holdfast.providers.http import Answer


class Archive(msgspec.Struct, frozen=True):
    """A zip of a backup, made on demand. `link`: the address to download it from, "" until it is made; a secret."""

    id: str
    backup: str
    status: values.Status
    status_word: str = ""
    made_at: datetime | None = None
    link: str = ""


class Listed(msgspec.Struct, frozen=True):
    """A page of a list: `offset` of the next one, None when this was the last."""

    items: list[Any]
    total: int | None
    next_offset: int | None


def listed(answer: Answer, offset: int, limit: int, base: str) -> Listed:
    """A page. RemoteError when there is no list in it: that is not an empty one.

    The next page is where this one ended, not where `limit` says: the server may give fewer. `next` only tells that there is one, and
    only when it is on the API's own host; `previous` is not needed.
    """
    body = answer.body
    found = body if isinstance(body, list) else values.find(body, "results")
    items = values.sequence(found)
    if not items and not isinstance(found, list):
        raise not_understood("WP Engine's list has an unknown form.")
    total = values.whole(values.find(body, "count"))
    end = offset + len(items)
    if not items:
        return Listed([], total, None)
    if total is not None:
        more = end < total
    elif isinstance(body, dict) and "next" in body:
        more = _is_on(body["next"], base)
    else:
        more = len(items) >= limit
    return Listed(items, total, end if more else None)


def backup_of(data: object, asked: str = "") -> RemoteBackup | None:
    """One backup, None without an id. RemoteError when it is another one than was asked for."""
    told = values.mapping(data)
    name = values.identifier(told.get("id")) or asked
    if not name:
        return None
    if asked and name != asked:
        raise not_understood("WP Engine answered with another backup than the one asked for.")
    word = told.get("status")
    status = values.status(word)
    label, marker = marking.unsigned(values.text(told.get("description"), marking.LONGEST + 20))
    created, completed = values.moment(told.get("create_time")), values.moment(told.get("complete_time"))
    ended = completed if status in {"completed", "failed"} else None
    version = values.text(told.get("wordpress_version"), 40)
    metadata = {marking.MARKER: marker, "wordpress_version": version}
    return RemoteBackup(
        id=name,
        status=status,
        status_word=values.text(word, 60),
        created_at=created,
        completed_at=ended,
        duration=(ended - created).total_seconds() if created and ended and ended >= created else None,
        label=label,
        components=("files", "database"),
        downloadable=status == "completed",
        error=values.reason(told) if status == "failed" else "",
        metadata={key: value for key, value in metadata.items() if value},
    )


def install_of(data: object) -> RemoteInstall | None:
    told = values.mapping(data)
    name = values.identifier(told.get("id"))
    if not name:
        return None
    known = ("php_version", "wp_version", "is_multisite", "cname", "created_at")
    return RemoteInstall(
        id=name,
        name=values.text(told.get("name"), 60),
        environment=values.text(told.get("environment"), 40),
        domain=values.text(values.first(told, "primary_domain", "cname"), 255),
        status_word=values.text(told.get("status"), 40),
        account=values.identifier(values.find(told, "account", "id")),
        site=values.identifier(values.find(told, "site", "id")),
        details=values.flat({key: told.get(key) for key in known}),
    )


def archive_of(data: object) -> Archive | None:
    told = values.mapping(data)
    name, backup = values.identifier(told.get("id")), values.identifier(values.find(told, "backup", "id"))
    if not name or not backup:
        return None
    word = values.first(told, "state", "status")
    link = told.get("download_uri")
    return Archive(
        id=name,
        backup=backup,
        status=values.status(word),
        status_word=values.text(word, 60),
        made_at=values.moment(values.first(told, "create_time", "start_time")),
        link=link if isinstance(link, str) else "",
    )


def expiry_of(link: str) -> datetime | None:
    """When a signed address of S3 or CloudFront ends to be valid; None when it does not say."""
    try:
        query = {name.lower(): value for name, value in parse_qsl(urlsplit(link).query)}
        lasts = values.whole(query.get("x-amz-expires"))
        if lasts is not None and lasts < 10**8 and (start := query.get("x-amz-date")):
            return datetime.strptime(start, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) + timedelta(seconds=lasts)
    except (ValueError, OverflowError):
        return None
    return values.moment(values.whole(query.get("expires"), 10**9))


def user_of(data: object) -> str:
    """Whom the credential belongs to."""
    told = values.mapping(data)
    names = " ".join(filter(None, (values.text(told.get("first_name"), 60), values.text(told.get("last_name"), 60))))
    return values.text(told.get("email"), 200) or names


def not_understood(message: str, **details: Any) -> RemoteError:
    return RemoteError(message, code="NOT-UNDERSTOOD", hint="WP Engine's API differs from its documentation; see its portal.", **details)


def _is_on(address: object, base: str) -> bool:
    """Whether there is a next page, on the API's own host."""
    try:
        return isinstance(address, str) and urlsplit(address).hostname == urlsplit(base).hostname
    except ValueError:
        return False
