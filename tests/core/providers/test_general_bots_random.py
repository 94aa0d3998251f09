"""Random JSON in place of every field of every answer of General Bots' page: nothing but typed errors and tolerant values."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, ClassVar

from holdfast.providers.base import Accepted, RemoteSchedule, RestoreWanted, Wanted
from holdfast.providers.general_bots import GeneralBots, NeedsCode, log_in, renew, verify_code
from holdfast.providers.http import Client, Credential
from holdfast.secret import Secret
from tests.support.fakes.clocks import SimulatedClock
from tests.support.random_answers import Calls, Canned, RandomAnswers

BACKUP: dict[str, Any] = {
    "id": "backup-123", "backup_id": "backup-123", "type": "full", "status": "in_progress", "created_at": "2025-01-24T09:30:45Z",
    "completed_at": "2025-01-24T09:35:12Z", "size": "50.0 MB", "duration_seconds": 5, "parent_backup_id": "backup-1", "checksum": "x",
}  # fmt: skip
EVERY: dict[str, Any] = {
    "backup": BACKUP,
    "enveloped backup": {"success": True, "data": BACKUP, "error": None},
    "list": [BACKUP],
    "enveloped list": {"success": True, "data": {"backups": [BACKUP]}},
    "items": {"items": [BACKUP]},
    "restore": {"job_id": "job-1", "status": "in_progress", "started_at": "2025-01-24T09:30:45Z"},
    "status": {
        "job_id": "job-1",
        "status": "in_progress",
        "progress": {"percentage": 100},
        "percentage": 100,
        "error": "e",
        "message": "m",
    },
    "schedules": [{"id": "s-1", "cron": "0 2 * * *", "type": "incremental", "retention_days": 30, "enabled": True, "next_run": "2025"}],
    "schedule": {"schedule_id": "s-1"},
    "me": {"id": "u-1", "username": "ada", "email": "ada@example.org", "roles": ["admin"]},
    "login": {"success": True, "session_token": "s", "access_token": "a", "refresh_token": "r", "expires_in": 3600},
    "error": {"error": "insufficient_permissions", "message": "m", "details": "d"},
}


_READ, _START = ("details", "create", "delete"), ("page", "adopt", "dependants")
OWN = {
    "backup": _READ,
    "enveloped backup": _READ,
    "list": _START,
    "enveloped list": _START,
    "items": _START,
    "restore": ("restore",),
    "status": ("restore_progress", "progress"),
    "schedules": ("schedules",),
    "schedule": ("create_schedule", "update_schedule", "delete_schedule"),
    "me": ("capabilities", "test"),
    "login": ("log_in", "verify_code", "renew"),
    "error": ("create",),
}
"""The calls whose answers these are."""


class TestGeneralBots(RandomAnswers):
    every: ClassVar[Mapping[str, Any]] = EVERY
    own: ClassVar[Mapping[str, Sequence[str]]] = OWN

    @asynccontextmanager
    async def calls(self, canned: Canned) -> AsyncIterator[Calls]:
        """Every call of a provider whose every answer is `canned`."""
        credential = Credential("bearer", "ada", Secret("token"), Secret("again"))
        schedule = RemoteSchedule("s-1", cron="0 2 * * *", type="incremental")
        async with Client("http://localhost:9000", credential, transport=canned.transport(), clock=SimulatedClock()) as client:
            provider = GeneralBots(client)
            yield {
                "details": lambda: provider.details("backup-123"),
                "page": provider.page,
                "progress": lambda: provider.progress("backup-123"),
                "create": lambda: provider.create(Wanted()),
                "adopt": lambda: provider.adopt(Wanted(), datetime(2025, 1, 24, 9, 30, 40, tzinfo=UTC)),
                "dependants": lambda: provider.dependants("backup-1"),
                "restore": lambda: provider.restore("backup-123", RestoreWanted()),
                "restore_progress": lambda: provider.restore_progress("backup-123", Accepted("job-1")),
                "delete": lambda: provider.delete("backup-123"),
                "schedules": provider.schedules,
                "create_schedule": lambda: provider.create_schedule(schedule),
                "update_schedule": lambda: provider.update_schedule(schedule),
                "delete_schedule": lambda: provider.delete_schedule("s-1"),
                "capabilities": provider.capabilities,
                "test": provider.test,
                "log_in": lambda: log_in(client, "ada", Secret("pw")),
                "verify_code": lambda: verify_code(client, "ada", NeedsCode(Secret("s")), "1"),
                "renew": lambda: renew(client, credential),
            }
