"""FakeWPEngine: the Hosting Platform API with its gateway, written from the vendor's pages and the notes on its definition (apis.md 1).

What differs between versions and ages of answers is a switch (`WPEngineWays`). Time is virtual: backups, archives and links move only
with `advance`.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.support.fakes.backup_copilot_site import archive_of, stamp
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.server import FakeServer, Reply, Request, html, json_reply, route, serve_file

INSTALL = "294deacc-d8b8-4005-82c4-0727ba8ddde0"
_DOCUMENTATION = "https://developers.wpengine.com/docs/managed-hosting-platform/api"


@dataclass
class WPEngineWays:
    """Versions of the API, and what is not described."""

    archives: bool = True
    single_backup: bool = True
    definition: bool = True
    old_answers: bool = False
    """`initiated` for a backup that runs, and nothing of it but id and status on creating."""
    most_per_page: int = 100
    counts: bool = True
    foreign_next: bool = False
    """`next` names another host."""
    newest_first: bool = True
    bodies: bool = True
    """Whether 202 comes with a body where none is described."""
    well: bool = True


@dataclass
class InstallBackup:
    id: str
    created: datetime
    takes: float
    description: str = ""
    fails: bool = False
    emails: tuple[str, ...] = ()


@dataclass
class ArchiveJob:
    id: str
    backup: str
    created: datetime
    takes: float
    fails: bool = False
    path: Path = field(default_factory=Path)


class FakeWPEngine(FakeServer):
    """``with FakeWPEngine() as server: … server.base`` is the API's base; the user is "api-user" with "api-password"."""

    def __init__(self, *, ways: WPEngineWays | None = None, clock: SimulatedClock | None = None) -> None:
        super().__init__(prefix="/v1", clock=clock)
        self.ways = ways or WPEngineWays()
        self.password = "api-password"
        self.installs = [install(INSTALL, "torquemag"), install("11111111-d8b8-4005-82c4-0727ba8ddde0", "torquestage", "staging")]
        self.backups: dict[str, InstallBackup] = {}
        self.archives: dict[str, ArchiveJob] = {}
        self.restores: list[dict[str, Any]] = []
        self.mails: list[str] = []
        self.takes, self.next_fails, self.link_seconds = 300.0, False, 3600
        self._folder = Path(tempfile.mkdtemp(prefix="fake-wp-engine-"))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        super().__exit__(kind, error, trace)
        shutil.rmtree(self._folder, ignore_errors=True)

    # -- what a test asks for ----------------------------------------------------------------------------------------------------

    @property
    def base(self) -> str:
        return f"{self.url}/v1"

    def add_backup(self, *, age: float = 3600, takes: float = 60, description: str = "Nightly", fails: bool = False) -> InstallBackup:
        """A backup that was made `age` seconds ago."""
        name = f"{uuid.uuid4()}"
        self.backups[name] = InstallBackup(name, self.now - timedelta(seconds=age), takes, description, fails)
        return self.backups[name]

    # -- the gateway -------------------------------------------------------------------------------------------------------------

    def inner_path(self, request: Request) -> str | None:
        return request.path if request.path.startswith("/files/") else super().inner_path(request)

    def missing(self, request: Request) -> Reply:
        return json_reply(403, {"message": "Missing Authentication Token"})

    def before(self, request: Request) -> Reply | None:
        path = self.inner_path(request) or ""
        if self._is_off(request.method, path):
            return self.missing(request)
        if path in {"/status", "/swagger"} or path.startswith("/files/"):
            return None
        if request.login != ("api-user", self.password):
            return json_reply(401, {"message": "Bad Credentials"})
        match = re.match("/installs/([^/]+)", path)
        if match and match[1] not in {one["id"] for one in self.installs}:
            return json_reply(404, {"message": "Not Found"})
        return None

    def _is_off(self, method: str, path: str) -> bool:
        if path.endswith("/archives"):
            return not self.ways.archives
        if path == "/swagger":
            return not self.ways.definition
        return method == "GET" and bool(re.fullmatch("/installs/[^/]+/backups/[^/]+", path)) and not self.ways.single_backup

    # -- account -----------------------------------------------------------------------------------------------------------------

    @route("GET", "/status")
    def status(self, request: Request) -> Reply:
        return Reply.of({"success": self.ways.well, "created_on": stamp(self.now)})

    @route("GET", "/swagger")
    def swagger(self, request: Request) -> Reply:
        paths: dict[str, dict[str, Any]] = {}
        every = [one for name in dir(type(self)) for one in getattr(getattr(type(self), name), "routes", ())]
        for method, path in every:
            if not path.startswith("/files/") and not self._is_off(method, re.sub(r"\{\w+\}", "7", path)):
                paths.setdefault(path, {})[method.lower()] = {"summary": "…"}
        return Reply.of({"swagger": "2.0", "basePath": "/v1", "paths": paths})

    @route("GET", "/user")
    def user(self, request: Request) -> Reply:
        return Reply.of({"id": f"{uuid.uuid4()}", "first_name": "Ada", "last_name": "L", "email": "ada@example.org", "phone_number": None})

    @route("GET", "/installs")
    def list_installs(self, request: Request) -> Reply:
        account = request.query.get("account_id")
        return self._paged(request, [one for one in self.installs if account in {None, one["account"]["id"]}])

    @route("GET", "/installs/{install}")
    def one_install(self, request: Request) -> Reply:
        return Reply.of(next(one for one in self.installs if one["id"] == request.names["install"]))

    def _paged(self, request: Request, items: list[Any]) -> Reply:
        limit, offset = int(request.query.get("limit", 100)), int(request.query.get("offset", 0))
        if not 1 <= limit <= 100:
            return refusal("limit", "Limit must be between 1 and 100")
        limit = min(limit, self.ways.most_per_page)
        shown = items[offset : offset + limit]
        host = "https://api.example.net/v1" if self.ways.foreign_next else self.base
        more = f"{host}{(self.inner_path(request) or '')}?limit={limit}&offset={offset + limit}"
        told: dict[str, Any] = {"previous": None, "next": more if offset + limit < len(items) else None, "results": shown}
        return Reply.of(told | ({"count": len(items)} if self.ways.counts else {}))

    # -- backups -----------------------------------------------------------------------------------------------------------------

    def _word(self, one: InstallBackup | ArchiveJob) -> str:
        passed = (self.now - one.created).total_seconds()
        if passed >= one.takes:
            return "aborted" if one.fails else "completed"
        if passed < one.takes / 10:
            return "requested"
        return "initiated" if self.ways.old_answers else "in_progress"

    def _item(self, one: InstallBackup) -> dict[str, Any]:
        word = self._word(one)
        ended = word in {"completed", "aborted"}
        return {
            "id": one.id, "status": word, "description": one.description, "create_time": stamp(one.created),
            "complete_time": stamp(one.created + timedelta(seconds=one.takes)) if ended else None, "wordpress_version": "6.4.2",
        }  # fmt: skip

    @route("GET", "/installs/{install}/backups")
    def list_backups(self, request: Request) -> Reply:
        every = sorted(self.backups.values(), key=lambda one: one.created, reverse=self.ways.newest_first)
        return self._paged(request, [self._item(one) for one in every])

    @route("POST", "/installs/{install}/backups")
    def create(self, request: Request) -> Reply:
        body = request.json()
        if not isinstance(body.get("description"), str):
            return refusal("description", "Description cannot be empty")
        if (wrong := _emails(body)) is not None:
            return wrong
        one = self.add_backup(age=0, takes=self.takes, description=body["description"], fails=self.next_fails)
        one.emails, self.next_fails = tuple(body["notification_emails"]), False
        self.mails += one.emails
        told = self._item(one)
        return json_reply(202, {"id": one.id, "status": told["status"]} if self.ways.old_answers else told)

    @route("GET", "/installs/{install}/backups/{id}")
    def details(self, request: Request) -> Reply:
        one = self.backups.get(request.names["id"])
        return Reply.of(self._item(one)) if one else json_reply(404, {"message": "Not Found"})

    @route("POST", "/installs/{install}/backups/{id}/restore")
    def restore(self, request: Request) -> Reply:
        body = request.json()
        if request.names["id"] not in self.backups:
            return json_reply(404, {"message": "Not Found"})
        if (wrong := _emails(body)) is not None:
            return wrong
        self.restores.append({"backup": request.names["id"], **body})
        self.mails += body["notification_emails"]
        if body.get("create_checkpoint", True):
            self.add_backup(age=0, takes=self.takes, description="Checkpoint before restore")
        return self._taken()

    def _taken(self) -> Reply:
        """202; which body, if any, is not described."""
        return json_reply(202, {}) if self.ways.bodies else Reply(202)

    # -- archives ----------------------------------------------------------------------------------------------------------------

    @route("GET", "/installs/{install}/archives")
    def list_archives(self, request: Request) -> Reply:
        every = sorted(self.archives.values(), key=lambda one: one.created, reverse=self.ways.newest_first)
        return self._paged(request, [self._archive(one) for one in every])

    def _archive(self, one: ArchiveJob) -> dict[str, Any]:
        word = self._word(one)
        told = {
            "id": one.id, "backup": {"id": one.backup}, "notification_emails": [], "state": word, "create_time": stamp(one.created),
            "start_time": stamp(one.created),
        }  # fmt: skip
        if word != "completed":
            return told
        signed = f"X-Amz-Date={self.now:%Y%m%dT%H%M%SZ}&X-Amz-Expires={self.link_seconds}&X-Amz-Signature=secret"
        return told | {"download_uri": f"{self.url}/files/{one.id}.zip?{signed}"}

    @route("POST", "/installs/{install}/archives")
    def create_archive(self, request: Request) -> Reply:
        body = request.json()
        if body.get("backup_id") not in self.backups:
            return refusal("backup_id", "Backup does not exist")
        if (wrong := _emails(body)) is not None:
            return wrong
        name = f"{uuid.uuid4()}"
        path = archive_of("full", name, self._folder / f"{name}.zip")
        self.archives[name] = ArchiveJob(name, body["backup_id"], self.now, self.takes, self.next_fails, path)
        self.mails += body["notification_emails"]
        self.next_fails = False
        return self._taken()

    @route("GET", "/files/{name}")
    def file(self, request: Request) -> Reply:
        if "authorization" in request.headers:
            return html(400, "Only one auth mechanism allowed")
        start = datetime.strptime(request.query.get("X-Amz-Date", "19700101T000000Z"), "%Y%m%dT%H%M%S%z")
        if start + timedelta(seconds=int(request.query.get("X-Amz-Expires", 0))) <= self.now:
            return html(403, "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>")
        return serve_file(request, self.archives[request.names["name"].removesuffix(".zip")].path, "application/zip")


def install(name: str, word: str, environment: str = "production") -> dict[str, Any]:
    """An installation as the API tells it."""
    return {
        "id": name, "name": word, "account": {"id": "eeda3227-9a39-46ae-9e14-20958bb4e6c9"}, "php_version": "8.2", "status": "active",
        "site": {"id": "28c78b6d-c2da-4f09-85f5-1ad588089b2d"}, "cname": f"{word}.wpengine.com", "stable_ips": ["1.1.1.1"],
        "environment": environment, "primary_domain": f"{word}.com", "is_multisite": False,
    }  # fmt: skip


def refusal(name: str, message: str) -> Reply:
    """400 in the page's form."""
    error = {"resource": "Backup", "field": name, "type": "invalid_value", "code": "invalid", "message": message}
    return json_reply(400, {"message": f"Invalid Backup: {message}.", "documentation_url": _DOCUMENTATION, "errors": [error]})


def _emails(body: dict[str, Any]) -> Reply | None:
    """The refusal of a request without addresses to notify."""
    named = body.get("notification_emails")
    if isinstance(named, list) and named and all(isinstance(one, str) and "@" in one for one in named):
        return None
    return refusal("notification_emails", "Notification emails cannot be empty")
