"""Random JSON in place of every field of every answer of Backup Copilot's page: nothing but typed errors and tolerant values."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, ClassVar

from holdfast.providers.backup_copilot import BackupCopilot
from holdfast.providers.base import Accepted, RemoteSchedule, RestoreWanted, Wanted
from holdfast.providers.http import Client, Credential
from holdfast.secret import Secret
from tests.support.fakes.clocks import SimulatedClock
from tests.support.random_answers import Calls, Canned, RandomAnswers

UUID = "bkpc_20250124_093045_a8f3d2"
BACKUP: dict[str, Any] = {
    "uuid": UUID, "type": "full", "status": "in_progress", "created_at": "2025-01-24T09:30:45Z", "completed_at": "2025-01-24T09:35:12Z",
    "size": 1247652864, "cloud_provider": "dropbox", "cloud_uploaded": True, "cloud_path": f"/backups/{UUID}.zip",
    "download_url": f"/wp-json/bkpc/v1/backup/{UUID}/download", "estimated_size": 1247652864,
    "progress_url": f"/wp-json/bkpc/v1/backup/{UUID}/status",
    "metadata": {"wordpress_version": "6.4.2", "table_count": 47, "holdfast_job": "job-7"},
    "includes": {"database": True, "plugins": True, "wordpress_core": False},
}  # fmt: skip
DOCUMENTS: dict[str, Any] = {
    "backup": BACKUP,
    "list": {"backups": [BACKUP], "pagination": {"current_page": 1, "per_page": 20, "total_items": 87, "total_pages": 5}},
    "status": {
        "status": "in_progress",
        "progress": {
            "percentage": 100, "current_step": "Uploading to cloud", "steps_completed": 4, "steps_total": 6, "files_processed": 8472,
            "files_total": 12847, "bytes_processed": 835891230, "bytes_total": 1247652864,
        },
        "estimated_time_remaining": 135,
        "error": {"code": "x", "message": "y"},
    },
    "link": {
        "download_url": f"https://yoursite.com/wp-content/{UUID}.zip?token=abc", "expires_at": "2025-01-24T10:30:45Z", "size": 1247652864,
    },
    "restore": {
        "restore_id": "restore_20250124_103045", "status": "in_progress", "started_at": "2025-01-24T10:30:45Z",
        "progress_url": "/wp-json/bkpc/v1/restore/restore_20250124_103045/status",
    },
    "schedules": {
        "schedules": [
            {
                "id": 42, "name": "Daily Full Backup", "enabled": True, "frequency": "daily", "time": "02:00:00", "backup_type": "full",
                "cloud_upload": True, "cloud_provider": "dropbox", "retention_days": 30, "next_run": "2025-01-25T02:00:00Z",
                "last_run": "2025-01-24T02:00:00Z", "last_run_status": "completed",
            }
        ]
    },
    "schedule": {"id": 43, "name": "Hourly Database Backup", "next_run": "2025-01-24T11:00:00Z"},
    "webhook": {"id": 7},
}  # fmt: skip
ROUTES = {"routes": {"/bkpc/v1/schedule/(?P<id>[\\d]+)": {"methods": ["PUT", "DELETE"], "endpoints": [{"methods": ["GET"]}]}}}
ME = {"id": 7, "username": "ada", "slug": "ada", "roles": ["administrator"], "capabilities": {"read": True}}
EVERY = {
    name: {"success": True, "data": document, "message": "m", "error": {"code": "c", "message": "m"}}
    for name, document in DOCUMENTS.items()
}
EVERY |= {"routes": ROUTES, "me": ME}


OWN = {
    "backup": ("details", "create", "delete"),
    "list": ("page", "adopt", "test"),
    "status": ("progress", "restore_progress"),
    "link": ("link",),
    "restore": ("restore",),
    "schedules": ("schedules",),
    "schedule": ("create_schedule", "update_schedule"),
    "webhook": ("create_webhook",),
    "routes": ("capabilities", "delete_schedule"),
    "me": ("test",),
}
"""The calls whose answers these are."""


class TestBackupCopilot(RandomAnswers):
    every: ClassVar[Mapping[str, Any]] = EVERY
    own: ClassVar[Mapping[str, Sequence[str]]] = OWN

    @asynccontextmanager
    async def calls(self, canned: Canned) -> AsyncIterator[Calls]:
        """Every call of a provider whose every answer is `canned`."""
        credential = Credential("basic", "ada", Secret("pw"))
        schedule = RemoteSchedule("42", "Nightly", "daily")
        async with Client("https://example.org/wp-json/", credential, transport=canned.transport(), clock=SimulatedClock()) as client:
            provider = BackupCopilot(client)
            yield {
                "details": lambda: provider.details(UUID),
                "page": provider.page,
                "progress": lambda: provider.progress(UUID),
                "create": lambda: provider.create(Wanted(marker="job-7")),
                "adopt": lambda: provider.adopt(Wanted(marker="job-7"), datetime(2025, 1, 24, 9, 30, 40, tzinfo=UTC)),
                "link": lambda: provider.link(UUID),
                "restore": lambda: provider.restore(UUID, RestoreWanted()),
                "restore_progress": lambda: provider.restore_progress(UUID, Accepted("restore_20250124_103045")),
                "delete": lambda: provider.delete(UUID),
                "schedules": provider.schedules,
                "create_schedule": lambda: provider.create_schedule(schedule),
                "update_schedule": lambda: provider.update_schedule(schedule),
                "delete_schedule": lambda: provider.delete_schedule("42"),
                "create_webhook": lambda: provider.create_webhook("https://example.org/hook", ["backup.completed"], "s"),
                "capabilities": provider.capabilities,
                "test": provider.test,
            }
