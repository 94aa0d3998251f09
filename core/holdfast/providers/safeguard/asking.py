"""From our records to requests of ``safeguard/v1``. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from holdfast.errors import UsageError
from holdfast.providers import marking, values
from holdfast.providers.base import RemoteSchedule, Wanted
from holdfast.providers.safeguard import offers

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)


def create_body(wanted: Wanted) -> dict[str, Any]:
    body: dict[str, Any] = {"type": _type(wanted.type)}
    if storage := values.text(wanted.options.get("storage"), 60):
        body["storage"] = storage
    label = marking.signed(wanted, "Holdfast" if wanted.marker else "")
    return body | ({"label": label} if label else {})


def list_params(filters: Mapping[str, str]) -> dict[str, object]:
    """Only filters that the site understands; the others are for whoever asked."""
    return {name: filters[name] for name in offers.FILTERS if filters.get(name)}


def restore_body(backup: str, parts: Sequence[str]) -> dict[str, Any]:
    if unknown := [one for one in parts if one not in offers.PARTS]:
        raise UsageError(f"SafeGuard cannot restore {unknown[0]} by itself.", hint=f"Parts: {', '.join(offers.PARTS)}.")
    return {"backup_id": backup, "components": [one for one in offers.PARTS if one in (parts or offers.PARTS)]}


def schedule_body(schedule: RemoteSchedule) -> dict[str, Any]:
    """Without a storage: the caller knows the primary one. A schedule that is switched off cannot be made."""
    frequency = "1hour" if schedule.frequency == "hourly" else schedule.frequency
    if schedule.cron or frequency not in offers.FREQUENCIES:
        raise UsageError(
            f"SafeGuard has no schedule {schedule.cron or frequency or 'without a frequency'}.",
            hint=f"Frequencies: {', '.join(offers.FREQUENCIES)}. Holdfast's own schedules know more.",
        )
    if not schedule.enabled:
        raise UsageError("SafeGuard's interface cannot make a schedule that is switched off.", hint="Switch it off in wp-admin.")
    body: dict[str, Any] = {"type": _type(schedule.type), "frequency": frequency}
    if schedule.site_storage:
        body["storage"] = schedule.site_storage
    if schedule.time:
        time = schedule.time[:5] if re.fullmatch(r"[0-9:]{8}", schedule.time, re.ASCII) else schedule.time
        if not _TIME.fullmatch(time):
            raise UsageError(f"{values.text(schedule.time, 20)} is no time of day.", hint="Give it as HH:MM, for example 02:00.")
        body["time"] = time
    keep = schedule.keep
    if keep is None and schedule.keep_days is not None:  # the site counts backups
        keep = max(1, round(schedule.keep_days * 24 / offers.FREQUENCIES[frequency]))
    return body | ({"retention": keep} if keep is not None else {})


def staging_body(options: Mapping[str, Any]) -> dict[str, Any]:
    mode = values.text(options.get("mode"), 20) or "quick"
    if mode not in offers.MODES:
        raise UsageError(f"SafeGuard has no staging mode {mode}.", hint=f"Modes: {', '.join(offers.MODES)}.")
    roles = roles_body(options)["staging_roles"]
    return {"mode": mode} | ({"staging_roles": roles} if roles else {})


def roles_body(options: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Keys are ids of users as text, as JSON has no others."""
    roles = {f"{user}": values.text(role, 40) for user, role in values.mapping(options.get("staging_roles")).items()}
    for user, role in roles.items():
        if not (user.isascii() and user.isdigit()) or role not in offers.ROLES:
            raise UsageError(
                f"{values.text(user, 40)} = {role or 'nothing'} is no staging role.",
                hint="Give ids of users with full or developer, for example 3=full.",
            )
    return {"staging_roles": roles}


def _type(kind: str) -> str:
    if kind not in offers.TYPES:
        raise UsageError(f"SafeGuard makes no backups of type {kind}.", hint=f"Types: {', '.join(offers.TYPES)}.")
    return kind
