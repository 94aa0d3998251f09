"""FakeSafeGuard: a WordPress site with SafeGuard, written from the vendor's page alone.

What the page leaves open is a switch (`SafeGuardWays`). Time is virtual: backups, restores and staging jobs move only with `advance`.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from tests.support.fakes.backup_copilot_site import BackupCopilotSite, User, stamp, wordpress_error
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.server import Reply, Request, json_reply, route

TYPES = ("full", "files", "database", "incremental")
FREQUENCIES = ("1hour", "2hours", "4hours", "8hours", "12hours", "daily", "weekly", "monthly")
STORAGES: tuple[dict[str, Any], ...] = (
    {
        "slug": "s3", "provider": "Amazon S3", "bucket": "my-backups", "region": "us-east-1", "path": "safeguard/", "is_primary": True,
        "last_tested": "2026-03-01T12:00:00Z", "test_status": "passed",
    },
    {
        "slug": "dropbox", "provider": "Dropbox", "path": "/Apps/SafeGuard", "is_primary": False, "last_tested": "2026-02-28T09:15:00Z",
        "test_status": "passed",
    },
)  # fmt: skip


@dataclass
class SafeGuardWays:
    """Readings of what the page leaves open, and what hosts do."""

    eats_headers: bool = False
    """A proxy lets no X-WP header through."""
    envelopes: bool = True
    """Whether `_envelope` is known; WordPress itself always knows it."""
    most_per_page: int = 100
    newest_first: bool = True
    keeps_labels: bool = True
    shows_restoring: bool = True
    """Whether a backup's record says `restoring` while it is restored."""
    test_answer: Literal["object", "refusal", "empty", "204"] = "object"
    tests_storages: bool = True
    """Whether a test shows in the list of storage providers."""
    forbids_delete: bool = False
    licensed: bool = True


@dataclass
class SafeGuardBackup:
    id: str
    type: str
    created: datetime
    takes: float
    storage: str = "s3"
    label: str | None = None
    fails: str = ""
    size: int = 245_000_000
    parent: str | None = None
    chain: dict[str, str] | None = None


@dataclass
class SafeGuardRestore:
    backup: str
    components: list[str]
    started: datetime


@dataclass
class Job:
    id: str
    created: datetime
    takes: float
    told: dict[str, Any] = field(default_factory=dict)


class FakeSafeGuard(BackupCopilotSite):
    """``with FakeSafeGuard() as site: … site.root`` is the REST root; `root` is its administrator, `ed` an editor."""

    def __init__(
        self, *, folder: str = "", plain: bool = False, ways: SafeGuardWays | None = None, clock: SimulatedClock | None = None
    ) -> None:
        super().__init__(folder=folder, plain=plain, hourly=1_000_000, clock=clock)
        self.ways = ways or SafeGuardWays()
        self.users = {"root": User("abcd efgh ijkl mnop qrst uvwx", "administrator"), "ed": User("ed ed", "editor")}
        self.backups: dict[str, SafeGuardBackup] = {}
        self.restores: list[SafeGuardRestore] = []
        self.schedules: dict[int, dict[str, Any]] = {}
        self.storages = [dict(one) for one in STORAGES]
        self.staging: Job | None = None
        self.migration: Job | None = None
        self.roles: dict[str, dict[str, str]] = {}
        self.takes, self.next_fails, self.next_chain = 120.0, "", ""
        self._numbers = 0

    # -- what a test asks for ----------------------------------------------------------------------------------------------------

    def add_backup(self, kind: str = "full", *, age: float = 3600, takes: float = 44, **told: Any) -> SafeGuardBackup:
        """A backup that the site made by itself, `age` seconds ago."""
        name = f"bkp_{secrets.token_hex(4)}"
        self.backups[name] = SafeGuardBackup(name, kind, self.now - timedelta(seconds=age), takes, **told)
        return self.backups[name]

    def add_migration(self, takes: float = 300) -> Job:
        self.migration = Job("mig_a1b2c3d4", self.now, takes, {"source_url": "https://old-site.com"})
        return self.migration

    # -- the site ----------------------------------------------------------------------------------------------------------------

    def before(self, request: Request) -> Reply | None:
        path = self.inner_path(request) or ""
        if self.ways.forbids_delete and request.method == "DELETE":
            return json_reply(405, "")
        request.method = request.headers.get("x-http-method-override", request.method)
        if not path.startswith("/safeguard/v1/"):
            return None
        who = self.who(request)
        if who is None:
            return wordpress_error(401, "rest_not_logged_in", "You are not currently logged in.")
        if who[1].role != "administrator":
            return wordpress_error(403, "rest_forbidden", "You do not have permission to manage backups.")
        if not self.ways.licensed and request.method != "GET":
            return wordpress_error(403, "license_inactive", "License is not active")
        return None

    def decorate(self, request: Request, reply: Reply) -> None:
        """WordPress' envelope, and the proxy before it."""
        if "_envelope" in request.query and self.ways.envelopes:
            told = {"body": _json(reply), "status": reply.status, "headers": dict(reply.headers)}
            wrapped = json_reply(200, told)
            reply.status, reply.body, reply.headers = 200, wrapped.body, wrapped.headers
        if self.ways.eats_headers:
            reply.headers = {name: value for name, value in reply.headers.items() if not name.startswith("X-WP")}

    @route("GET", "/")
    def index(self, request: Request) -> Reply:
        told = _json(super().index(request))
        return Reply.of(told | {"namespaces": ["safeguard/v1", "wp/v2"]})

    @route("GET", "/safeguard/v1")
    def namespace(self, request: Request) -> Reply:
        found: dict[str, Any] = {}
        every = [one for name in dir(type(self)) for one in getattr(getattr(type(self), name), "routes", ())]
        for method, path in every:
            if path.startswith("/safeguard/v1/"):
                shown = re.sub(r"{(\w+)}", r"(?P<\1>[a-zA-Z0-9_-]+)", path)
                found.setdefault(shown, {"namespace": "safeguard/v1", "methods": []})["methods"].append(method)
        return Reply.of({"namespace": "safeguard/v1", "routes": found})

    @route("GET", "/wp/v2/users/me")
    def me(self, request: Request) -> Reply:
        who = self.who(request)
        if who is None:
            return wordpress_error(401, "rest_not_logged_in", "You are not currently logged in.")
        rights = {"read": True} | ({"manage_options": True} if who[1].role == "administrator" else {})
        return Reply.of({"id": 1, "username": who[0], "slug": who[0], "roles": [who[1].role], "capabilities": rights})

    def _paged(self, request: Request, items: list[Any]) -> Reply:
        size = min(int(request.query.get("per_page", 20)), self.ways.most_per_page)
        page = int(request.query.get("page", 1))
        reply = Reply.of(items[(page - 1) * size : page * size])
        reply.headers |= {"X-WP-Total": f"{len(items)}", "X-WP-TotalPages": f"{-(-len(items) // size)}"}
        return reply

    # -- backups -----------------------------------------------------------------------------------------------------------------

    def _is_running(self, one: SafeGuardBackup) -> bool:
        return self.now < one.created + timedelta(seconds=one.takes)

    def _word(self, one: SafeGuardBackup) -> str:
        if self._is_running(one):
            return "running"
        restored = [r for r in self.restores if r.backup == one.id and self.now < r.started + timedelta(seconds=self.takes)]
        if restored and self.ways.shows_restoring:
            return "restoring"
        return "failed" if one.fails else "completed"

    def _item(self, one: SafeGuardBackup) -> dict[str, Any]:
        word, end = self._word(one), one.created + timedelta(seconds=one.takes)
        kinds = {"files": ["files"], "database": ["database"]}
        item = {
            "id": one.id, "type": one.type, "status": word, "storage": one.storage, "label": one.label if self.ways.keeps_labels else None,
            "components": kinds.get(one.type, ["files", "database"]), "created_at": stamp(one.created),
        }  # fmt: skip
        if word == "running":
            return item
        if word == "failed":
            return item | {"error": one.fails, "failed_at": stamp(end)}
        return item | {"size": one.size, "completed_at": stamp(end), "duration": int(one.takes)}

    @route("GET", "/safeguard/v1/backups")
    def list_backups(self, request: Request) -> Reply:
        query = request.query
        found = sorted(self.backups.values(), key=lambda one: one.created, reverse=self.ways.newest_first)
        found = [one for one in found if query.get("type", one.type) == one.type and query.get("storage", one.storage) == one.storage]
        return self._paged(request, [self._item(one) for one in found])

    @route("POST", "/safeguard/v1/backups")
    def create(self, request: Request) -> Reply:
        body = request.json()
        storage = body.get("storage", "s3")
        if body.get("type", "full") not in TYPES:
            return wordpress_error(400, "rest_invalid_param", "Invalid parameter(s): type")
        if storage not in {one["slug"] for one in self.storages}:
            return wordpress_error(400, "storage_not_configured", "Specified storage provider is not configured")
        if self._busy():
            return wordpress_error(409, "backup_in_progress", "A backup is already running")
        one = self.add_backup(body.get("type", "full"), age=0, takes=self.takes, storage=storage, label=body.get("label"))
        one.fails, self.next_fails = self.next_fails, ""
        if self.next_chain:
            job = "stg_x1y2z3w4" if self.next_chain == "staging_create" else "mig_a1b2c3d4"
            one.chain, self.next_chain = {"action": self.next_chain, "job_id": job}, ""
        told = {name: value for name, value in self._item(one).items() if name != "components"}
        return json_reply(202, told)

    def _busy(self) -> bool:
        return any(self._is_running(one) for one in self.backups.values())

    @route("GET", "/safeguard/v1/backups/{id}")
    def details(self, request: Request) -> Reply:
        one = self.backups.get(request.names["id"])
        if one is None:
            return _not_found()
        told = self._item(one) | {"file_count": 12847, "table_count": 42, "parent_id": one.parent}
        if one.chain and told["status"] == "completed":
            told["chain_next"] = one.chain
            if one.chain["action"] == "staging_create" and self.staging is None:
                self.staging = Job(one.chain["job_id"], one.created + timedelta(seconds=one.takes), self.takes, {"mode": "quick"})
        return Reply.of(told)

    @route("DELETE", "/safeguard/v1/backups/{id}")
    def delete(self, request: Request) -> Reply:
        name = request.names["id"]
        if self.backups.pop(name, None) is None:
            return _not_found()
        return Reply.of({"deleted": True, "id": name})

    @route("POST", "/safeguard/v1/restore")
    def restore(self, request: Request) -> Reply:
        body = request.json()
        name = body.get("backup_id", "")
        if name not in self.backups:
            return _not_found()
        if self._busy():
            return wordpress_error(409, "backup_in_progress", "A backup is already running")
        parts = body.get("components", ["files", "database"])
        self.restores.append(SafeGuardRestore(name, parts, self.now))
        return json_reply(202, {"id": name, "status": "restoring", "components": parts, "started_at": stamp(self.now)})

    # -- storage, schedules ------------------------------------------------------------------------------------------------------

    @route("GET", "/safeguard/v1/storage-providers")
    def list_storages(self, request: Request) -> Reply:
        return Reply.of(self.storages)

    @route("POST", "/safeguard/v1/storage-providers/{slug}/test")
    def test_storage(self, request: Request) -> Reply:
        found = [one for one in self.storages if one["slug"] == request.names["slug"]]
        if not found:
            return wordpress_error(400, "storage_not_configured", "Specified storage provider is not configured")
        refused = self.ways.test_answer == "refusal"
        if self.ways.tests_storages:
            found[0] |= {"last_tested": stamp(self.now), "test_status": "failed" if refused else "passed"}
        if self.ways.test_answer == "object":
            return Reply.of({"success": True, "message": "Connection successful"})
        if refused:
            return Reply.of({"success": False, "message": "Access denied to bucket"})
        return Reply(204 if self.ways.test_answer == "204" else 200)

    @route("GET", "/safeguard/v1/schedules")
    def list_schedules(self, request: Request) -> Reply:
        return Reply.of(list(self.schedules.values()))

    @route("POST", "/safeguard/v1/schedules")
    def create_schedule(self, request: Request) -> Reply:
        body = request.json()
        if missing := [name for name in ("type", "frequency", "storage") if name not in body]:
            return wordpress_error(400, "rest_missing_callback_param", f"Missing parameter(s): {missing[0]}")
        if body["type"] not in TYPES or body["frequency"] not in FREQUENCIES:
            return wordpress_error(400, "rest_invalid_param", "Invalid parameter(s)")
        self._numbers += 1
        told = {
            "id": self._numbers,
            "time": "02:00",
            "retention": 10,
            **body,
            "next_run": stamp(self.now + timedelta(hours=1)),
            "enabled": True,
        }
        self.schedules[self._numbers] = told | {"last_run": None}
        return json_reply(201, told)

    @route("DELETE", "/safeguard/v1/schedules/{id}")
    def delete_schedule(self, request: Request) -> Reply:
        number = int(request.names["id"])
        if self.schedules.pop(number, None) is None:
            return wordpress_error(404, "schedule_not_found", "Schedule does not exist")
        return Reply.of({"deleted": True, "id": number})

    # -- staging, migration ------------------------------------------------------------------------------------------------------

    @route("POST", "/safeguard/v1/staging/create")
    def create_staging(self, request: Request) -> Reply:
        body = request.json()
        roles = body.get("staging_roles", {})
        self.staging = Job("stg_x1y2z3w4", self.now, self.takes, {"mode": body.get("mode", "quick")})
        self.roles[self.staging.id] = roles
        told = {"id": self.staging.id, "mode": body.get("mode", "quick"), "status": "creating", "created_at": stamp(self.now)}
        return json_reply(202, told | {"staging_roles": roles or []})  # PHP's empty array

    @route("POST", "/safeguard/v1/staging/{id}/settings")
    def staging_settings(self, request: Request) -> Reply:
        name = request.names["id"]
        if name not in self.roles:
            return wordpress_error(404, "staging_not_found", "Staging site does not exist")
        self.roles[name] = request.json()["staging_roles"]
        return Reply.of({"id": name, "staging_roles": self.roles[name] or [], "updated_at": stamp(self.now)})

    @route("GET", "/safeguard/v1/staging/active-job")
    def staging_job(self, request: Request) -> Reply:
        return self._job(self.staging, "creating")

    @route("GET", "/safeguard/v1/migrate/active-job")
    def migration_job(self, request: Request) -> Reply:
        return self._job(self.migration, "running")

    def _job(self, job: Job | None, word: str) -> Reply:
        if job is None or self.now >= job.created + timedelta(seconds=job.takes):
            return Reply.of({"active": False})
        done = int((self.now - job.created).total_seconds() / job.takes * 100)
        return Reply.of({"id": job.id, "status": word, "progress": done, "created_at": stamp(job.created), **job.told})


def _not_found() -> Reply:
    return wordpress_error(404, "backup_not_found", "Backup ID does not exist")


def _json(reply: Reply) -> Any:
    return Request("", "", {}, {}, reply.body).json()
