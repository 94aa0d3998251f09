"""The WordPress around FakeBackupCopilot: its addresses, users, OAuth, rate limit, and the two forms of errors."""

from __future__ import annotations

import random
import re
import secrets
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.server import FakeServer, Reply, Request, html, json_reply, route


@dataclass
class User:
    password: str
    role: str = "backup_operator"
    scopes: tuple[str, ...] = ("backup:read", "backup:write")


class BackupCopilotSite(FakeServer):
    """`folder`: WordPress lies in a sub-directory. `plain`: permalinks are off. `hourly`: calls per clock hour and credential."""

    def __init__(self, *, folder: str, plain: bool, hourly: int, clock: SimulatedClock | None) -> None:
        super().__init__(prefix=f"/{folder}" if folder else "", clock=clock)
        self.plain, self.hourly = plain, hourly
        self.users = {
            "ada": User("abcd efgh ijkl mnop qrst uvwx"),
            "root": User("root root root", "administrator"),
            "ed": User("ed ed", "editor"),
        }
        self.tokens: dict[str, User] = {}
        self._calls: dict[str, list[datetime]] = {}
        self._codes: dict[str, tuple[str, str, str]] = {}

    @property
    def home(self) -> str:
        return f"{self.url}{self.prefix}"

    @property
    def root(self) -> str:
        """The REST root as discovery finds it."""
        return f"{self.home}/index.php?rest_route=/" if self.plain else f"{self.home}/wp-json/"

    def inner_path(self, request: Request) -> str | None:
        inside = super().inner_path(request)
        if inside is None or inside.startswith(("/wp-content/", "/oauth/")):
            return inside
        if self.plain:
            return request.query.get("rest_route") if inside in {"/", "/index.php"} else None
        return inside.removeprefix("/wp-json") if inside.startswith("/wp-json/") else None

    def missing(self, request: Request) -> Reply:
        return super().missing(request) if self.inner_path(request) else html(404, "<h1>Not found</h1>")

    def count(self, name: str) -> Reply | None:
        """One call more; the refusal when it is one too many."""
        hour = self.now.replace(minute=0, second=0, microsecond=0)
        self._calls = {user: [when for when in calls if when >= hour] for user, calls in self._calls.items()}
        calls = self._calls.setdefault(name, [])
        if len(calls) >= self.hourly:
            return failed(429, "rate_limit_exceeded", "Rate limit exceeded")
        calls.append(self.now)
        return None

    def decorate(self, request: Request, reply: Reply) -> None:
        who = self.who(request)
        if who is not None and (self.inner_path(request) or "").startswith("/bkpc/v1/"):
            reset = int(self.now.replace(minute=0, second=0, microsecond=0).timestamp()) + 3600
            left = self.hourly - len(self._calls.get(who[0], ()))
            reply.headers |= {"X-RateLimit-Limit": f"{self.hourly}", "X-RateLimit-Remaining": f"{left}", "X-RateLimit-Reset": f"{reset}"}

    @route("GET", "/")
    def index(self, request: Request) -> Reply:
        endpoints = {"endpoints": {"authorization": f"{self.home}/wp-admin/authorize-application.php"}}
        told = {"name": "Example", "url": self.home, "home": self.home, "timezone_string": "Europe/Berlin", "gmt_offset": 1}
        return Reply.of(told | {"namespaces": ["bkpc/v1", "wp/v2"], "authentication": {"application-passwords": endpoints}})

    def who(self, request: Request) -> tuple[str, User] | None:
        if request.token:
            user = self.tokens.get(request.token)
            return (request.token, user) if user else None
        name, password = request.login or ("", "")
        user = self.users.get(name)
        return (name, user) if user and _bare(user.password) == _bare(password) else None

    @route("GET", "/wp/v2/users/me")
    def me(self, request: Request) -> Reply:
        who = self.who(request)
        if who is None or request.token:
            return wordpress_error(401, "rest_not_logged_in", "You are not currently logged in.")
        told = {"id": 7, "username": who[0], "slug": who[0], "roles": [who[1].role], "capabilities": {"read": True}}
        return Reply.of(told)

    @route("GET", "/oauth/authorize")
    def authorize(self, request: Request) -> Reply:
        """Every visitor says yes at once."""
        query, code = request.query, secrets.token_hex(8)
        if query.get("response_type") != "code" or not query.get("client_id"):
            return Reply.of({"error": "invalid_request"}, 400)
        self._codes[code] = (query.get("redirect_uri", ""), query.get("scope", ""), query.get("client_id", ""))
        back = urlencode({"code": code} | ({"state": query["state"]} if "state" in query else {}))
        return Reply(302, headers={"Location": f"{query.get('redirect_uri', '')}?{back}"})

    @route("POST", "/oauth/token")
    def token(self, request: Request) -> Reply:
        form = request.form()
        redirect, scope, client = self._codes.pop(form.get("code", ""), ("", "", ""))
        asked = (form.get("grant_type"), form.get("redirect_uri"), form.get("client_id"), form.get("client_secret"))
        if not scope or asked != ("authorization_code", redirect, client, "client-secret"):
            return Reply.of({"error": "invalid_grant"}, 400)
        token = secrets.token_hex(16)
        self.tokens[token] = User("", scopes=tuple(scope.split()))
        return Reply.of({"access_token": token, "token_type": "Bearer", "expires_in": 3600})


def archive_of(kind: str, seed: str, path: Path) -> Path:
    """A real zip at `path` as such a plugin makes it: the dump, wp-config.php, and some files of wp-content."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        if kind != "files":
            archive.writestr("database.sql", f"-- dump {seed}\nCREATE TABLE `wp_posts` (`ID` bigint);\n" * 50)
        if kind != "database":
            archive.writestr("wp-config.php", "<?php define('DB_NAME', 'wp');\n")
            archive.writestr("wp-content/plugins/hello/hello.php", "<?php // hello\n" * 100)
            archive.writestr("wp-content/themes/mini/style.css", "body { color: #123 }\n" * 100)
            archive.writestr("wp-content/uploads/photo.jpg", random.Random(seed).randbytes(128_000), zipfile.ZIP_STORED)
    return path


def _bare(password: str) -> str:
    """WordPress forgets everything but letters and digits."""
    return re.sub(r"[^a-zA-Z0-9]", "", password)


def stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def failed(status: int, code: str, message: str, data: dict[str, Any] | None = None) -> Reply:
    """An error in the page's envelope."""
    error = {"code": code, "message": message} | ({"data": data} if data else {})
    return json_reply(status, {"success": False, "error": error})


def not_found() -> Reply:
    return failed(404, "backup_not_found", "Backup not found")


def wordpress_error(status: int, code: str, message: str) -> Reply:
    """An error of WordPress itself."""
    return json_reply(status, {"code": code, "message": message, "data": {"status": status}})
