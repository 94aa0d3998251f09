"""From our records to requests of ``bkpc/v1``, and to links. Pure.

No mail is caused unless asked for: the page's default for `send_notification` is true, so false is always said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec

from holdfast.errors import RemoteError, UsageError
from holdfast.providers import values
from holdfast.providers.backup_copilot import offers
from holdfast.providers.backup_copilot.reading import CLIENT, LABEL, not_understood
from holdfast.providers.base import Link, RemoteSchedule, Wanted
from holdfast.providers.http import Answer, join
from holdfast.providers.marking import MARKER
from holdfast.providers.wordpress import path_below

_STATUS = {"completed": "completed", "failed": "failed", "running": "in_progress"}
_DAYS = {"hourly": 1 / 24, "daily": 1, "weekly": 7, "monthly": 31}
_ARCHIVES = {"application/zip", "application/x-zip-compressed", "application/octet-stream", "application/gzip", "application/x-tar"}


def create_body(wanted: Wanted) -> dict[str, Any]:
    if wanted.type not in offers.TYPES:
        raise UsageError(f"Backup Copilot makes no backups of type {wanted.type}.", hint=f"Types: {', '.join(offers.TYPES)}.")
    options = wanted.options
    body: dict[str, Any] = {"type": wanted.type, "send_notification": values.flag(options.get("send_notification")) is True}
    body |= _cloud(options, "provider", options.get("provider"))
    metadata = {str(name): value for name, value in values.mapping(options.get("metadata")).items()}
    metadata.setdefault(CLIENT, "Holdfast")
    if wanted.label:
        metadata[LABEL] = wanted.label
    if wanted.marker:
        metadata[MARKER] = wanted.marker
    return body | {"metadata": metadata}


def list_params(number: int, size: int, filters: Mapping[str, str]) -> dict[str, object]:
    """Only filters that the site understands; the others are for whoever asked."""
    params: dict[str, object] = {"page": max(1, number), "per_page": size}
    if kind := filters.get("type"):
        params["type"] = kind
    if word := _STATUS.get(filters.get("status", "")):
        params["status"] = word
    if (order := filters.get("order", "")) in {"asc", "desc"}:
        params["order"] = order
    if (by := filters.get("orderby", "")) in {"created_at", "size"}:
        params["orderby"] = by
    return params


def restore_body(parts: Sequence[str]) -> dict[str, bool]:
    """All five, never at odds: how `restore_files` relates to the three is not said, so it is false only with them."""
    if unknown := [one for one in parts if one not in offers.PARTS]:
        raise UsageError(f"Backup Copilot cannot restore {unknown[0]} by itself.", hint=f"Parts: {', '.join(offers.PARTS)}.")
    chosen = set(parts or offers.PARTS)
    inside = ("plugins", "themes", "uploads")
    if "files" in chosen:
        chosen |= set(inside)
    if chosen & set(inside):
        chosen.add("files")
    return {f"restore_{name}": name in chosen for name in offers.PARTS}


def schedule_body(schedule: RemoteSchedule) -> dict[str, Any]:
    frequency = "hourly" if schedule.frequency == "1hour" else schedule.frequency
    if schedule.cron or frequency not in offers.FREQUENCIES:
        raise UsageError(
            f"Backup Copilot has no schedule {schedule.cron or frequency or 'without a frequency'}.",
            hint=f"Frequencies: {', '.join(offers.FREQUENCIES)}. Holdfast's own schedules know more.",
        )
    if schedule.type not in offers.TYPES:
        raise UsageError(f"Backup Copilot makes no backups of type {schedule.type}.", hint=f"Types: {', '.join(offers.TYPES)}.")
    body: dict[str, Any] = {
        "name": schedule.name or f"{frequency.capitalize()} {schedule.type} backup",
        "enabled": schedule.enabled,
        "frequency": frequency,
        "backup_type": schedule.type,
        "send_notification": values.flag(schedule.extra.get("send_notification")) is True,
    }
    body |= _cloud(schedule.extra, "cloud_provider", schedule.site_storage or schedule.extra.get("provider"))
    if schedule.time:
        body["time"] = schedule.time if schedule.time.count(":") == 2 else f"{schedule.time}:00"
    days = schedule.keep_days
    if days is None and schedule.keep is not None:  # the site counts days
        days = max(1, round(schedule.keep * _DAYS[frequency]))
    return body | ({"retention_days": days} if days is not None else {})


def merged(asked: RemoteSchedule, told: RemoteSchedule, body: Mapping[str, Any]) -> RemoteSchedule:
    """A schedule after creating or changing it: what was sent, with the id and times that the site told."""
    return msgspec.structs.replace(
        asked,
        id=told.id,
        name=told.name or body["name"],
        frequency=body["frequency"],
        keep=None,
        keep_days=body.get("retention_days"),
        site_storage=body.get("cloud_provider", ""),
        next_run_at=told.next_run_at,
        last_run_at=told.last_run_at or asked.last_run_at,
    )


def link_of(data: object, root: str, backup: str) -> Link:
    """The link in an answer. Absolute ones are taken as they are (no credential goes there), relative ones belong to the site."""
    address = values.first(data, "download_url", "url", "link")
    if not isinstance(address, str) or len(address) > 8000 or any(ord(c) <= 32 or ord(c) == 127 for c in address):
        raise not_understood("The site gave no address to download from.")
    site = urlsplit(root)
    try:
        ours = "" if urlsplit(address).netloc else path_below(address, offers.NAMESPACE)
        target = urlsplit(join(root, ours) if ours else urljoin(f"{site.scheme}://{site.netloc}/", address))
        # reading the port judges it; never down from https to http
        safe = target.scheme in {"https", site.scheme} and target.hostname and not target.username and target.port != 0
    except ValueError:
        safe = False
    if not safe:
        raise RemoteError("The site gave an address to download from that is not safe to use.", code="BAD-LINK", backup=backup)
    expires, size = values.moment(values.find(data, "expires_at")), values.size(values.find(data, "size"))
    return Link(target.geturl(), expires, size, name=_name(target.path, backup), signed_in=bool(ours))


def link_to_route(root: str, route: str, backup: str, answer: Answer) -> Link:
    """The route itself is the file: it is fetched again, signed in, by the method that gave it."""
    size = values.whole(answer.headers.get("content-length"))
    return Link(join(root, route), size=size, name=_name("", backup), signed_in=True, method=answer.method)


def is_archive(kind: str) -> bool:
    return kind in _ARCHIVES


def _name(path: str, backup: str) -> str:
    """A proposal only: whoever writes a file makes it harmless."""
    last = values.text(path.rpartition("/")[2], 120)
    return last if last.lower().endswith((".zip", ".tar", ".gz", ".zst")) else f"{values.text(backup, 100)}.zip"


def _cloud(options: Mapping[str, Any], name: str, provider: object) -> dict[str, Any]:
    """A provider without a word about uploading means uploading; without a provider the site takes its default."""
    upload, named = values.flag(options.get("cloud_upload")), values.text(provider, 60)
    if upload is False or (upload is None and not named):
        return {"cloud_upload": False}
    return {"cloud_upload": True} | ({name: named} if named else {})
