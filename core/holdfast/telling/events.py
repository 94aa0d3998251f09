"""What the end of a job is worth telling: which event, and its facts. Pure."""

from __future__ import annotations

from typing import Any

from holdfast.errors import Failure
from holdfast.telling.endpoints import EventWord

BACKUPS = frozenset({"backup", "fetch"})
"""Verbs whose jobs make or bring backups."""
_WELL = frozenset({"success", "warning"})
_BADLY = frozenset({"failed", "abandoned", "missed"})
_MOST_WARNINGS = 20
_OF_A_BACKUP = ("id", "type", "status", "created_at", "completed_at", "duration", "size", "label", "locations")


def event_of(verb: str, outcome: str, result: dict[str, Any]) -> EventWord | None:
    """The event that a job of `verb` is at its end; None for what nobody asked to hear (a drill that went well, a fetch that found nothing,
    a backup that the site still works on, anything cancelled)."""
    if verb in BACKUPS:
        if outcome in _BADLY:
            return "backup.failed"
        return "backup.completed" if outcome in _WELL and has_backup(result) else None
    if verb == "restore" and outcome in _WELL | _BADLY:
        return "restore.failed" if outcome in _BADLY else "restore.completed"
    return "drill.failed" if verb == "drill" and outcome in _BADLY else None


def has_backup(result: dict[str, Any]) -> bool:
    """Is there a whole backup now that was not there before?"""
    backup = result.get("backup")
    if isinstance(backup, dict):
        return bool(backup.get("status", "completed") == "completed")
    return bool(result.get("fetched"))


def data_of(
    *, job: str, verb: str, site: str, storage: str, trigger: str, outcome: str, result: dict[str, Any], warnings: tuple[str, ...],
    failure: Failure | None,
) -> dict[str, Any]:  # fmt: skip
    """The facts of the event. Texts are as they were told: whoever sends them takes secrets out first."""
    data: dict[str, Any] = {"job": job, "verb": verb, "site": site, "storage": storage, "trigger": trigger, "outcome": outcome}
    backup = result.get("backup")
    if isinstance(backup, dict):
        data["backup"] = {name: backup[name] for name in _OF_A_BACKUP if name in backup}
    if result.get("fetched"):
        data["backups"] = [{name: one[name] for name in _OF_A_BACKUP if name in one} for one in result["fetched"]]
    if verb == "restore":
        data |= {name: result[name] for name in ("backup_id", "confirmed", "files", "bytes", "tables") if name in result}
    if verb == "drill":
        data |= {name: result[name] for name in ("backup_id", "verdict", "level") if name in result}
    if warnings:
        data |= {"warnings": list(warnings[:_MOST_WARNINGS]), "warnings_total": len(warnings)}
    if failure is not None:
        data["failure"] = {"kind": failure.kind, "code": failure.code, "message": failure.message, "hint": failure.hint}
    return data
