"""Random JSON in place of every field of every answer of WP Engine's pages: nothing but typed errors and tolerant values."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, ClassVar

from holdfast.providers.base import Accepted, RestoreWanted, Wanted
from holdfast.providers.http import Client, Credential
from holdfast.providers.wp_engine import WPEngine
from holdfast.secret import Secret
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.wp_engine import INSTALL, install
from tests.support.random_answers import Calls, Canned, RandomAnswers

ID = "e41fa98f-ea80-4654-b229-a9b765d0863a"
BACKUP = {
    "id": ID, "status": "requested", "description": "Pre-deploy snapshot [hf:job-7]", "create_time": "2024-01-15T10:00:00Z",
    "complete_time": "2024-01-15T10:30:00Z", "wordpress_version": "6.4.2",
}  # fmt: skip
ARCHIVE = {
    "id": "6a1b", "backup": {"id": ID}, "notification_emails": ["ada@example.org"], "state": "in_progress",
    "create_time": "2024-01-15T10:00:00Z", "start_time": "2024-01-15T10:00:00Z", "complete_time": None, "abort_time": None,
    "download_uri": "https://files.example.org/6a1b.zip?X-Amz-Date=20240115T100000Z&X-Amz-Expires=3600",
}  # fmt: skip


def page(*items: Any) -> dict[str, Any]:
    return {"previous": None, "next": "https://api.example.org/v1/x?limit=100&offset=100", "count": 225, "results": list(items)}


EVERY: dict[str, Any] = {
    "backup": BACKUP,
    "backups": page(BACKUP, {**BACKUP, "id": "2", "status": "aborted"}),
    "installs": page(install(INSTALL, "torquemag")),
    "install": install(INSTALL, "torquemag"),
    "archives": page(ARCHIVE),
    "nothing": {},
    "status": {"success": True, "created_on": "2024-01-15T10:00:00Z"},
    "user": {"id": "1", "first_name": "Ada", "last_name": "L", "email": "ada@example.org"},
    "definition": {"paths": {"/installs": {"get": {}}, "/installs/{install_id}/backups": {"get": {}, "post": {}}}},
    "error": {
        "message": "Invalid Site: Name cannot be empty.",
        "documentation_url": "https://developers.wpengine.com/docs",
        "errors": [{"resource": "Site", "field": "name", "type": "invalid_value", "code": "too_long", "message": "Name is too long"}],
    },
}


OWN = {
    "backup": ("details", "progress", "create"),
    "backups": ("page", "running", "adopt", "restore_progress"),
    "installs": ("installs",),
    "install": ("install", "test"),
    "archives": ("archives", "link"),
    "nothing": ("restore",),
    "status": ("status",),
    "user": ("test",),
    "definition": ("capabilities",),
    "error": ("create", "restore", "link"),
}
"""The calls whose answers these are."""


class TestWPEngine(RandomAnswers):
    every: ClassVar[Mapping[str, Any]] = EVERY
    own: ClassVar[Mapping[str, Sequence[str]]] = OWN

    @asynccontextmanager
    async def calls(self, canned: Canned) -> AsyncIterator[Calls]:
        """Every call of a provider whose every answer is `canned`."""
        credential, since = Credential("basic", "user", Secret("pw")), datetime(2024, 1, 15, 9, 59, 50, tzinfo=UTC)
        async with Client("https://api.example.org/v1", credential, transport=canned.transport(), clock=SimulatedClock()) as client:
            provider = WPEngine(client, options={"install": INSTALL, "notification_emails": ["ada@example.org"]})
            yield {
                "details": lambda: provider.details(ID),
                "page": provider.page,
                "running": provider.running,
                "progress": lambda: provider.progress(ID),
                "create": lambda: provider.create(Wanted(marker="job-7")),
                "adopt": lambda: provider.adopt(Wanted(marker="job-7"), since),
                "link": lambda: provider.link(ID),
                "archives": provider.archives,
                "restore": lambda: provider.restore(ID, RestoreWanted()),
                "restore_progress": lambda: provider.restore_progress(ID, Accepted(started_at=since)),
                "installs": provider.installs,
                "install": provider.install,
                "capabilities": provider.capabilities,
                "status": provider.status,
                "test": provider.test,
            }
