"""What General Bots' Backup API offers, as data, and who may do it (the page's table of roles)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from holdfast.errors import UsageError
from holdfast.providers import values
from holdfast.providers.base import Capabilities, Field, RemoteSchedule, Verb, Wanted

TYPES = ("full", "incremental", "differential")
NO_API = "This server has no Backup API yet."

CREATE = (
    Field("include_files", "flag", "Files", default=True),
    Field("include_database", "flag", "Database", default=True),
)
RESTORE = (Field("target", "text", "Target", help="A word that the server knows, for example staging. Empty: where the backup came from."),)
SCHEDULE = (
    Field("cron", "cron", "When", required=True, help="Five fields as in cron; the server does not say in which time zone."),
    Field("type", "choice", "What", choices=TYPES, default="full"),
    Field("keep_days", "number", "Keep for days"),
)

_OPERATOR: tuple[Verb, ...] = ("create", "list", "details", "progress")
_ADMIN: tuple[Verb, ...] = ("restore", "delete", "schedules.list", "schedules.create", "schedules.update", "schedules.delete")
_LESSER = {"backup_operator", "bot_operator", "bot_viewer", "operator", "viewer", "user", "member", "guest"}
"""Roles that surely are no administrator; any other word may be one, and the server decides."""
_CRON_FIELD = re.compile(r"[0-9A-Za-z*/,?#-]{1,100}", re.ASCII)


def capabilities_of(*, has_api: bool, roles: Iterable[str] = ()) -> Capabilities:
    """`roles`: empty when the server does not tell them."""
    if not has_api:
        return Capabilities(frozenset(), (), why_not=dict.fromkeys((*_OPERATOR, *_ADMIN, "download"), NO_API), experimental=True)
    why_not = {"download": "General Bots' Backup API has no download."}
    verbs = {*_OPERATOR, *_ADMIN}
    if is_lesser(roles):
        verbs -= {*_ADMIN}
        why_not |= dict.fromkeys(_ADMIN, "Needs the role admin on the server.")
    return Capabilities(
        verbs=frozenset(verbs),
        types=TYPES,
        create=CREATE,
        restore=RESTORE,
        schedule=SCHEDULE,
        confirms_restore=True,
        why_not=why_not,
        experimental=True,
    )


def is_lesser(roles: Iterable[str]) -> bool:
    words = {role.lower() for role in roles}
    return bool(words) and words <= _LESSER


def create_body(wanted: Wanted) -> dict[str, Any]:
    if wanted.type not in TYPES:
        raise UsageError(f"General Bots makes no backups of type {wanted.type}.", hint=f"Types: {', '.join(TYPES)}.")
    include = {name: values.flag(wanted.options.get(name)) is not False for name in ("include_files", "include_database")}
    if not any(include.values()):
        raise UsageError("A backup needs files, database or both.")
    return {"type": wanted.type, **include}


def schedule_body(schedule: RemoteSchedule) -> dict[str, Any]:
    parts = schedule.cron.split()
    if len(parts) != 5 or not all(_CRON_FIELD.fullmatch(one) for one in parts):
        raise UsageError("General Bots needs a schedule in cron's five fields.", hint='For example --cron "0 2 * * *".')
    if schedule.type not in TYPES:
        raise UsageError(f"General Bots makes no backups of type {schedule.type}.", hint=f"Types: {', '.join(TYPES)}.")
    if schedule.keep is not None and schedule.keep_days is None:
        raise UsageError("General Bots counts days, not backups.", hint="Say for how many days backups are kept (--keep-days).")
    body: dict[str, Any] = {"cron": " ".join(parts), "type": schedule.type}
    if schedule.keep_days is not None:
        body["retention_days"] = schedule.keep_days
    if not schedule.enabled:
        body["enabled"] = False
    return body
