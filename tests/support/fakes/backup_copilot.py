"""FakeBackupCopilot: a WordPress site with Backup Copilot Pro, written from the vendor's page alone.

What the page leaves open is a switch (`Ways`), so that a client can be tried against every reading of it. Time is virtual: backups,
restores, links and the rate limit move only with `advance`.
"""

from __future__ import annotations

import re
import secrets
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from tests.support.fakes import pages
from tests.support.fakes.backup_copilot_site import BackupCopilotSite, archive_of, failed, not_found, stamp, wordpress_error
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.server import Reply, Request, html, json_reply, route, serve_file

STEPS = ("Preparing", "Dumping database", "Copying files", "Packing archive", "Uploading to cloud", "Cleaning up")
TYPES = ("full", "database", "files")
_EVENTS = ("backup.completed", "backup.failed", "restore.completed")


@dataclass
class Ways:
    """Readings of what the page leaves open, and what hosts do."""

    download: Literal["post", "get", "binary"] = "post"
    enveloped: bool = True
    keeps_metadata: bool = True
    create_status: int = 201
    schedule_changes: tuple[Literal["update", "delete"], ...] = ()
    webhooks: bool = True
    restore_status: Literal["form", "bare", "absent"] = "form"
    forbids_delete: bool = False
    maintenance: bool = False
    """Whether a restore puts the site into maintenance mode while it runs."""
    site_zone: str = "Europe/Berlin"


@dataclass
class Backup:
    uuid: str
    type: str
    created: datetime
    takes: float
    fails: str = ""
    cloud: str = ""
    metadata: dict[str, Any] = field(default_factory=dict)
    archive: Path = Path()
    notify: bool = True


@dataclass
class Restore:
    id: str
    backup: str
    started: datetime
    takes: float
    parts: dict[str, bool]
    fails: str = ""


class FakeBackupCopilot(BackupCopilotSite):
    """``with FakeBackupCopilot() as site: … site.root`` is the REST root; `ada` is its user."""

    def __init__(
        self, *, folder: str = "", plain: bool = False, ways: Ways | None = None, hourly: int = 500, clock: SimulatedClock | None = None
    ) -> None:
        super().__init__(folder=folder, plain=plain, hourly=hourly, clock=clock)
        self.ways = ways or Ways()
        self.backups: dict[str, Backup] = {}
        self.restores: dict[str, Restore] = {}
        self.schedules: dict[int, dict[str, Any]] = {}
        self.webhooks: list[dict[str, Any]] = []
        self.links: dict[str, tuple[str, datetime]] = {}
        self.deleted: list[tuple[Backup, bool]] = []
        self.takes, self.next_fails, self.mails = 120.0, "", 0
        self._folder = Path(tempfile.mkdtemp(prefix="fake-backup-copilot-"))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        super().__exit__(kind, error, trace)
        shutil.rmtree(self._folder, ignore_errors=True)

    # -- what a test asks for ----------------------------------------------------------------------------------------------------

    def add_backup(self, kind: str = "full", *, age: float = 3600, takes: float = 60, fails: str = "", **metadata: Any) -> Backup:
        """A backup that the site made by itself, `age` seconds ago."""
        made = self.now - timedelta(seconds=age)
        uuid = f"bkpc_{made:%Y%m%d_%H%M%S}_{secrets.token_hex(3)}"
        archive = archive_of(kind, uuid, self._folder / f"{uuid}.zip")
        self.backups[uuid] = Backup(uuid, kind, made, takes, fails, metadata=dict(metadata), archive=archive)
        return self.backups[uuid]

    # -- the site ----------------------------------------------------------------------------------------------------------------

    def before(self, request: Request) -> Reply | None:
        path = self.inner_path(request) or ""
        if self.ways.maintenance and any(self._restore_word(one) == "in_progress" for one in self.restores.values()):
            return html(503, pages.MAINTENANCE, {"Retry-After": "600"})
        if self.ways.forbids_delete and request.method == "DELETE":
            return html(405, "<h1>Method not allowed</h1>")
        request.method = request.headers.get("x-http-method-override", request.method)
        if self._is_off(request.method, path):
            return self.missing(request)
        if not path.startswith("/bkpc/v1/"):
            return None
        who = self.who(request)
        if who is None:
            return wordpress_error(401, "rest_not_logged_in", "You are not currently logged in.")
        name, user = who
        scope = "backup:read" if request.method == "GET" else "backup:write"
        if user.role not in {"administrator", "backup_operator"} or scope not in user.scopes:
            return failed(403, "forbidden", "Insufficient permissions")
        return self.count(name)

    def _is_off(self, method: str, path: str) -> bool:
        """Routes that this reading of the page does not have."""
        ways = self.ways
        if re.fullmatch("/bkpc/v1/backup/[^/]+/download", path):
            return method != ("GET" if ways.download == "get" else "POST")
        if re.fullmatch("/bkpc/v1/restore/[^/]+/status", path):
            return ways.restore_status == "absent"
        if re.fullmatch("/bkpc/v1/schedule/[0-9]+", path):
            return {"PUT": "update", "DELETE": "delete"}.get(method) not in ways.schedule_changes
        return path == "/bkpc/v1/webhooks/create" and not ways.webhooks

    @route("GET", "/bkpc/v1")
    def namespace(self, request: Request) -> Reply:
        found: dict[str, Any] = {"/bkpc/v1": {"namespace": "bkpc/v1", "methods": ["GET"]}}
        every = [one for name in dir(type(self)) for one in getattr(getattr(type(self), name), "routes", ())]
        for method, path in every:
            if path.startswith("/bkpc/v1/") and not self._is_off(method, re.sub(r"\{\w+\}", "7", path)):
                shown = re.sub(r"\{(\w+)\}", r"(?P<\1>[a-zA-Z0-9_-]+)", path)
                found.setdefault(shown, {"namespace": "bkpc/v1", "methods": []})["methods"].append(method)
        return Reply.of({"namespace": "bkpc/v1", "routes": found})

    # -- backups -----------------------------------------------------------------------------------------------------------------

    def _ok(self, data: Any, status: int = 200) -> Reply:
        return Reply.of({"success": True, "data": data} if self.ways.enveloped else data, status)

    def _word(self, one: Backup) -> str:
        if self.now < one.created + timedelta(seconds=one.takes):
            return "in_progress"
        return "failed" if one.fails else "completed"

    def _address(self, route: str) -> str:
        """As the page prints them: always below /wp-json, wherever the site lies."""
        return f"/wp-json/bkpc/v1/{route}"

    @route("POST", "/bkpc/v1/backup/create")
    def create(self, request: Request) -> Reply:
        body = request.json() if isinstance(request.json(), dict) else {}
        kind = body.get("type", "full")
        if kind not in TYPES:
            told = "Backup type must be 'full', 'database', or 'files'"
            return failed(400, "invalid_backup_type", told, {"provided_value": kind})
        one = self.add_backup(kind, age=0, takes=self.takes, fails=self.next_fails)
        one.cloud = body.get("provider", "dropbox") if body.get("cloud_upload") else ""
        one.metadata = dict(body.get("metadata") or {}) if self.ways.keeps_metadata else {}
        one.notify, self.next_fails = body.get("send_notification", True), ""
        self.mails += one.notify
        data = {
            "uuid": one.uuid, "status": "in_progress", "type": kind, "created_at": stamp(one.created),
            "estimated_size": one.archive.stat().st_size, "progress_url": self._address(f"backup/{one.uuid}/status"),
        }  # fmt: skip
        return self._ok(data, self.ways.create_status)

    def _item(self, one: Backup) -> dict[str, Any]:
        word = self._word(one)
        item: dict[str, Any] = {"uuid": one.uuid, "type": one.type, "status": word, "created_at": stamp(one.created)}
        if word == "in_progress":
            return item | {"completed_at": None, "size": None, "cloud_provider": one.cloud or None, "cloud_uploaded": False}
        item["completed_at"] = stamp(one.created + timedelta(seconds=one.takes))
        item |= {"size": one.archive.stat().st_size, "cloud_provider": one.cloud or None, "cloud_uploaded": bool(one.cloud)}
        if word == "failed":
            return item | {"error": {"code": "backup_failed", "message": one.fails}}
        return item | {"download_url": self._address(f"backup/{one.uuid}/download")}

    @route("GET", "/bkpc/v1/backup/list")
    def list_backups(self, request: Request) -> Reply:
        query = request.query
        page, size = int(query.get("page", 1)), min(100, int(query.get("per_page", 20)))
        by = {"size": lambda one: one.archive.stat().st_size}.get(query.get("orderby", ""), lambda one: one.created)
        found = sorted(self.backups.values(), key=by, reverse=query.get("order", "desc") == "desc")
        found = [one for one in found if query.get("type", one.type) == one.type]
        found = [one for one in found if query.get("status", self._word(one)) == self._word(one)]
        shown = [self._item(one) for one in found[(page - 1) * size : page * size]]
        pages = -(-len(found) // size)
        told = {"current_page": page, "per_page": size, "total_items": len(found), "total_pages": pages}
        return self._ok({"backups": shown, "pagination": told})

    @route("GET", "/bkpc/v1/backup/{uuid}")
    def details(self, request: Request) -> Reply:
        uuid = request.names["uuid"]
        one = self.backups.get(uuid)
        if one is None:
            return not_found()
        core = {"wordpress_version": "6.4.2", "php_version": "8.2.0", "mysql_version": "8.0.35", "table_count": 47, "file_count": 12847}
        files = one.type != "database"
        holds = {"database": one.type != "files", "plugins": files, "themes": files, "uploads": files, "wordpress_core": False}
        more: dict[str, Any] = {"metadata": core | one.metadata, "includes": holds}
        if one.cloud:
            more["cloud_path"] = f"/backups/{uuid}.zip"
        return self._ok(self._item(one) | more)

    @route("GET", "/bkpc/v1/backup/{uuid}/status")
    def status(self, request: Request) -> Reply:
        uuid = request.names["uuid"]
        one = self.backups.get(uuid)
        if one is None:
            return not_found()
        return self._ok(self._progress(self._word(one), one.created, one.takes, one.fails))

    def _progress(self, word: str, started: datetime, takes: float, fails: str) -> dict[str, Any]:
        done = min(1.0, (self.now - started).total_seconds() / takes) if takes else 1.0
        data: dict[str, Any] = {
            "status": word,
            "progress": {
                "percentage": int(done * 100), "current_step": STEPS[min(5, int(done * 6))],
                "steps_completed": int(done * 6), "steps_total": 6,
                "files_processed": int(done * 12847), "files_total": 12847,
                "bytes_processed": int(done * 1247652864), "bytes_total": 1247652864,
            },
            "estimated_time_remaining": int((1 - done) * takes),
        }  # fmt: skip
        return data | ({"error": {"code": "failed", "message": fails}} if word == "failed" else {})

    @route("POST", "/bkpc/v1/backup/{uuid}/download")
    @route("GET", "/bkpc/v1/backup/{uuid}/download")
    def download(self, request: Request) -> Reply:
        uuid = request.names["uuid"]
        one = self.backups.get(uuid)
        if one is None:
            return not_found()
        if self._word(one) != "completed":
            return failed(400, "backup_not_completed", "Backup is not completed")
        if self.ways.download == "binary":
            return serve_file(request, one.archive, "application/zip")
        token, until = secrets.token_hex(16), self.now + timedelta(hours=1)
        self.links[token] = (f"{uuid}.zip", until)
        url = f"{self.home}/wp-content/backup-copilot-pro/downloads/{uuid}.zip?token={token}"
        return self._ok({"download_url": url, "expires_at": stamp(until), "size": one.archive.stat().st_size})

    @route("GET", "/wp-content/backup-copilot-pro/downloads/{name}")
    def file(self, request: Request) -> Reply:
        name = request.names["name"]
        granted, until = self.links.get(request.query.get("token", ""), ("", self.now))
        if "authorization" in request.headers:
            return html(400, "Only one auth mechanism allowed")
        if granted != name or until <= self.now:
            return html(403, "<h1>Link expired</h1>")
        return serve_file(request, self.backups[name.removesuffix(".zip")].archive, "application/zip")

    @route("DELETE", "/bkpc/v1/backup/{uuid}")
    def delete(self, request: Request) -> Reply:
        uuid = request.names["uuid"]
        one = self.backups.pop(uuid, None)
        if one is None:
            return not_found()
        self.deleted.append((one, request.query.get("delete_cloud") == "true"))
        return json_reply(200, {"success": True, "message": "Backup deleted successfully"})

    # -- restores, schedules, webhooks -------------------------------------------------------------------------------------------

    @route("POST", "/bkpc/v1/backup/{uuid}/restore")
    def restore(self, request: Request) -> Reply:
        uuid = request.names["uuid"]
        if uuid not in self.backups:
            return not_found()
        names = ("database", "files", "plugins", "themes", "uploads")
        body = request.json() or {}
        parts = {name: body.get(f"restore_{name}", True) for name in names}
        one = Restore(f"restore_{self.now:%Y%m%d_%H%M%S}_{len(self.restores)}", uuid, self.now, self.takes, parts, self.next_fails)
        self.restores[one.id], self.next_fails = one, ""
        told = self._address(f"restore/{one.id}/status")
        return self._ok({"restore_id": one.id, "status": "in_progress", "started_at": stamp(self.now), "progress_url": told})

    def _restore_word(self, one: Restore) -> str:
        if self.now < one.started + timedelta(seconds=one.takes):
            return "in_progress"
        return "failed" if one.fails else "completed"

    @route("GET", "/bkpc/v1/restore/{id}/status")
    def restore_status(self, request: Request) -> Reply:
        one = self.restores.get(request.names["id"])
        if one is None:
            return not_found()
        told = self._progress(self._restore_word(one), one.started, one.takes, one.fails)
        if self.ways.restore_status == "bare":
            told = {"status": told["status"], "progress": told["progress"]["percentage"]}
        return self._ok(told)

    @route("GET", "/bkpc/v1/schedule/list")
    def list_schedules(self, request: Request) -> Reply:
        return self._ok({"schedules": list(self.schedules.values())})

    @route("POST", "/bkpc/v1/schedule/create")
    def create_schedule(self, request: Request) -> Reply:
        number = 42 + len(self.schedules)
        told = dict(request.json())
        told |= {"id": number, "next_run": stamp(self.now + timedelta(hours=1)), "last_run": None, "last_run_status": None}
        self.schedules[number] = told
        return self._ok({"id": number, "name": told.get("name"), "next_run": told["next_run"]}, 201)

    @route("PUT", "/bkpc/v1/schedule/{id}")
    def update_schedule(self, request: Request) -> Reply:
        number = request.names["id"]
        if int(number) not in self.schedules:
            return not_found()
        self.schedules[int(number)] |= request.json()
        return self._ok(self.schedules[int(number)])

    @route("DELETE", "/bkpc/v1/schedule/{id}")
    def delete_schedule(self, request: Request) -> Reply:
        number = request.names["id"]
        if self.schedules.pop(int(number), None) is None:
            return not_found()
        return json_reply(200, {"success": True, "message": "Schedule deleted"})

    @route("POST", "/bkpc/v1/webhooks/create")
    def webhook(self, request: Request) -> Reply:
        body = request.json()
        if unknown := [name for name in body.get("events", []) if name not in _EVENTS]:
            return failed(400, "invalid_event", f"Unknown event {unknown[0]}")
        self.webhooks.append(body)
        return self._ok({"id": len(self.webhooks), "url": body["url"], "events": body["events"]}, 201)
