"""Random JSON in place of every field of every answer of SafeGuard's page: nothing but typed errors and tolerant values."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, ClassVar

from holdfast.providers.base import Accepted, RemoteBackup, RemoteSchedule, RestoreWanted, Wanted
from holdfast.providers.http import Client, Credential
from holdfast.providers.safeguard import SafeGuard
from holdfast.secret import Secret
from tests.support.fakes.clocks import SimulatedClock
from tests.support.random_answers import Calls, Canned, RandomAnswers

ID = "bkp_a1b2c3d4"
BACKUP: dict[str, Any] = {
    "id": ID, "type": "incremental", "status": "running", "size": 245000000, "storage": "s3", "label": "Pre-deploy backup [hf:job-7]",
    "components": ["files", "database"], "file_count": 12847, "table_count": 42, "created_at": "2026-03-01T02:00:05Z",
    "completed_at": "2026-03-01T02:00:49Z", "duration": 44, "parent_id": None, "progress": 12,
    "chain_next": {"action": "staging_create", "job_id": "stg_x1y2z3w4"},
}  # fmt: skip
STAGING = {
    "id": "stg_x1y2z3w4", "mode": "quick", "status": "creating", "progress": 45, "staging_roles": {"3": "full", "7": "developer"},
    "created_at": "2026-03-20T10:00:00Z", "updated_at": "2026-03-20T11:30:00Z",
}  # fmt: skip
SCHEDULE = {
    "id": 1, "type": "incremental", "frequency": "daily", "storage": "s3", "time": "02:00", "retention": 30,
    "next_run": "2026-03-03T02:00:00Z", "last_run": "2026-03-02T02:00:05Z", "enabled": True,
}  # fmt: skip
STORAGE = {
    "slug": "s3", "provider": "Amazon S3", "bucket": "my-backups", "region": "us-east-1", "path": "safeguard/", "is_primary": True,
    "last_tested": "2026-03-01T12:00:00Z", "test_status": "passed",
}  # fmt: skip
EVERY: dict[str, Any] = {
    "backup": BACKUP,
    "list": [BACKUP, {**BACKUP, "id": "bkp_e5f6g7h8", "parent_id": ID}],
    "enveloped": {"body": [BACKUP], "status": 200, "headers": {"X-WP-Total": 47, "X-WP-TotalPages": 3}},
    "failed": {**BACKUP, "status": "failed", "error": "Storage upload failed.", "failed_at": "2026-03-02T02:01:30Z"},
    "deleted": {"deleted": True, "id": ID},
    "restore": {"id": ID, "status": "restoring", "components": ["files", "database"], "started_at": "2026-03-02T15:00:00Z"},
    "storages": [STORAGE, {"slug": "dropbox", "provider": "Dropbox", "path": "/Apps/SafeGuard"}],
    "tested": {"success": True, "message": "Connection successful"},
    "schedules": [SCHEDULE],
    "schedule": SCHEDULE,
    "staging": STAGING,
    "migration": {"id": "mig_a1b2c3d4", "status": "running", "progress": 62, "source_url": "https://old-site.com"},
    "inactive": {"active": False},
    "error": {"code": "backup_in_progress", "message": "A backup is already running", "data": {"status": 409}},
    "routes": {"routes": {"/safeguard/v1/backups/(?P<id>[\\w]+)": {"methods": ["GET"], "endpoints": [{"methods": ["DELETE"]}]}}},
    "me": {"id": 7, "username": "root", "slug": "root", "roles": ["administrator"], "capabilities": {"manage_options": True}},
}


OWN = {
    "backup": ("details", "progress", "create", "bucket", "restore_progress"),
    "list": ("page", "running", "adopt", "test"),
    "enveloped": ("page",),
    "failed": ("details",),
    "deleted": ("delete", "delete_schedule"),
    "restore": ("restore",),
    "storages": ("storages", "test_storage"),
    "tested": ("test_storage",),
    "schedules": ("schedules",),
    "schedule": ("create_schedule", "update_schedule"),
    "staging": ("create_staging", "set_staging", "staging_job", "next_job"),
    "migration": ("migration_job",),
    "inactive": ("staging_job", "migration_job"),
    "error": ("create", "restore"),
    "routes": ("capabilities",),
    "me": ("test",),
}
"""The calls whose answers these are."""


class TestSafeGuard(RandomAnswers):
    every: ClassVar[Mapping[str, Any]] = EVERY
    own: ClassVar[Mapping[str, Sequence[str]]] = OWN

    @asynccontextmanager
    async def calls(self, canned: Canned) -> AsyncIterator[Calls]:
        """Every call of a provider whose every answer is `canned`."""
        credential = Credential("basic", "root", Secret("pw"))
        schedule = RemoteSchedule("1", frequency="daily", site_storage="s3")
        chained = RemoteBackup(ID, "completed", metadata={"chain_action": "staging_create", "chain_job": "stg_x1y2z3w4"})
        async with Client("https://example.org/wp-json/", credential, transport=canned.transport(), clock=SimulatedClock()) as client:
            provider = SafeGuard(client)
            yield {
                "details": lambda: provider.details(ID),
                "page": provider.page,
                "running": provider.running,
                "progress": lambda: provider.progress(ID),
                "create": lambda: provider.create(Wanted(marker="job-7")),
                "adopt": lambda: provider.adopt(Wanted(marker="job-7"), datetime(2026, 3, 1, 2, tzinfo=UTC)),
                "next_job": lambda: provider.next_job(chained),
                "bucket": lambda: provider.bucket(ID),
                "dependants": lambda: provider.dependants(ID),
                "delete": lambda: provider.delete(ID),
                "restore": lambda: provider.restore(ID, RestoreWanted()),
                "restore_progress": lambda: provider.restore_progress(ID, Accepted()),
                "storages": provider.storages,
                "test_storage": lambda: provider.test_storage("s3"),
                "schedules": provider.schedules,
                "create_schedule": lambda: provider.create_schedule(schedule),
                "update_schedule": lambda: provider.update_schedule(schedule),
                "delete_schedule": lambda: provider.delete_schedule("1"),
                "create_staging": lambda: provider.create_staging({"staging_roles": {"3": "full"}}),
                "set_staging": lambda: provider.set_staging("stg_x1y2z3w4", {}),
                "staging_job": provider.staging_job,
                "migration_job": provider.migration_job,
                "capabilities": provider.capabilities,
                "test": provider.test,
            }
