"""FakeGeneralBots: a bot server with the Backup API of the vendor's page, or (`has_api=False`) without one, as servers are today.

Signing in follows the server's source: ``X-API-Key``, else a bearer token, from ``POST /api/auth/login``. Time is virtual.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.server import FakeServer, Reply, Request, html, json_reply

_ADMIN, _OPERATOR = frozenset({"admin"}), frozenset({"admin", "backup_operator"})


@dataclass
class BotWays:
    """Readings of what the page leaves open."""

    listed: Literal["bare", "data", "backups", "items"] = "bare"
    id_name: Literal["id", "backup_id"] = "id"
    size: Literal["number", "text"] = "number"
    enveloped: bool = False
    tells_status: bool = True


@dataclass
class BotBackup:
    id: str
    type: str
    created: datetime
    takes: float
    size: int = 52_428_800
    fails: str = ""
    options: dict[str, Any] = field(default_factory=dict)


@dataclass
class BotRestore:
    id: str
    backup: str
    target: str
    started: datetime
    takes: float
    fails: str = ""


class FakeGeneralBots(FakeServer):
    """``with FakeGeneralBots() as server: … server.url`` is the base address; "gb_admin" and "gb_operator" are API keys."""

    def __init__(self, *, has_api: bool = True, ways: BotWays | None = None, clock: SimulatedClock | None = None) -> None:
        super().__init__(clock=clock)
        self.has_api, self.ways = has_api, ways or BotWays()
        self.keys = {"gb_admin": "admin", "gb_operator": "backup_operator", "gb_user": "user"}
        self.accounts = {"ada@example.org": ("secret", "admin"), "two@example.org": ("secret", "admin")}
        self.second_factor = {"two@example.org": "123456"}
        self.tokens: dict[str, str] = {}
        self.refreshing: dict[str, str] = {}
        self.backups: dict[str, BotBackup] = {}
        self.restores: dict[str, BotRestore] = {}
        self.schedules: dict[str, dict[str, Any]] = {}
        self.takes, self.next_fails = 120.0, ""

    def add_backup(self, kind: str = "full", *, age: float = 3600, takes: float = 60, fails: str = "") -> BotBackup:
        one = BotBackup(f"backup-{len(self.backups) + 1}", kind, self.now - timedelta(seconds=age), takes, fails=fails)
        self.backups[one.id] = one
        return one

    def give_token(self, role: str, *, refresh: bool = True) -> dict[str, Any]:
        access, again = secrets.token_hex(16), secrets.token_hex(16)
        self.tokens[access] = role
        if refresh:
            self.refreshing[again] = role
        return {"success": True, "user_id": "u-1", "session_id": "s-1", "access_token": access, "refresh_token": again, "expires_in": 3600}

    # -- the server --------------------------------------------------------------------------------------------------------------

    def answer(self, request: Request) -> Reply:
        if request.path.startswith("/api/auth/"):
            return self._auth(request)
        if not self.has_api or not request.path.startswith("/api/v1/backup"):
            return html(404, "")
        return self._backup(request)

    def _auth(self, request: Request) -> Reply:
        body = request.json() if request.method == "POST" else {}
        if request.path == "/api/auth/login":
            known = self.accounts.get(body.get("email", ""))
            if known is None or known[0] != body.get("password"):
                return json_reply(401, {"error": "invalid_credentials", "details": "Invalid email or password"})
            if body["email"] in self.second_factor:
                return json_reply(200, {"success": True, "requires_2fa": True, "session_token": body["email"]})
            return json_reply(200, self.give_token(known[1]))
        if request.path == "/api/auth/2fa/verify":
            email = body.get("session_token", "")
            if email not in self.second_factor or self.second_factor[email] != body.get("code"):
                return json_reply(401, {"error": "invalid_credentials", "details": "Invalid code"})
            return json_reply(200, self.give_token(self.accounts[email][1]))
        if request.path == "/api/auth/refresh":
            role = self.refreshing.pop(body.get("refresh_token", ""), "")
            return json_reply(200, self.give_token(role)) if role else json_reply(401, refusal("invalid_token", "Invalid refresh token"))
        if request.path == "/api/auth/me":
            role = self._role(request)
            if not role:
                return json_reply(401, refusal("missing_token", "No authentication token provided"))
            return json_reply(200, {"id": "u-1", "username": "ada", "email": "ada@example.org", "roles": [role]})
        return html(404, "")

    def _role(self, request: Request) -> str:
        if key := request.headers.get("x-api-key"):
            return self.keys.get(key, "")
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        return self.tokens.get(token, "") if kind.lower() == "bearer" else ""

    def _backup(self, request: Request) -> Reply:
        base = "/api/v1/backup"
        routes: tuple[tuple[str, str, frozenset[str], Callable[..., Reply]], ...] = (
            ("POST", f"{base}/create", _OPERATOR, self._create),
            ("GET", f"{base}/list", _OPERATOR, self._list),
            ("POST", f"{base}/restore/([^/]+)", _ADMIN, self._restore),
            ("GET", f"{base}/restore/([^/]+)/status", _ADMIN, self._restore_status),
            ("POST", f"{base}/schedule", _ADMIN, self._create_schedule),
            ("GET", f"{base}/schedule", _ADMIN, self._schedules),
            ("PUT", f"{base}/schedule/([^/]+)", _ADMIN, self._update_schedule),
            ("DELETE", f"{base}/schedule/([^/]+)", _ADMIN, self._delete_schedule),
            ("GET", f"{base}/([^/]+)", _OPERATOR, self._details),
            ("DELETE", f"{base}/([^/]+)", _ADMIN, self._delete),
        )
        for method, pattern, roles, handler in routes:
            match = re.fullmatch(pattern, request.path)
            if method != request.method or match is None:
                continue
            role = self._role(request)
            if not role:
                return json_reply(401, refusal("invalid_token", "Invalid authentication token"))
            if role not in roles:
                return json_reply(403, refusal("insufficient_permissions", "Administrator permissions required"))
            reply: Reply = handler(request, *match.groups())
            return reply
        return html(404, "")

    # -- backups -----------------------------------------------------------------------------------------------------------------

    def _word(self, started: datetime, takes: float, fails: str) -> str:
        if self.now < started + timedelta(seconds=takes):
            return "in_progress"
        return "failed" if fails else "completed"

    def _told(self, data: dict[str, Any], status: int = 200) -> Reply:
        return json_reply(status, {"success": True, "data": data, "error": None} if self.ways.enveloped else data)

    def _item(self, one: BotBackup) -> dict[str, Any]:
        size: Any = one.size if self.ways.size == "number" else f"{one.size / 2**20:.1f} MB"
        item = {self.ways.id_name: one.id, "type": one.type, "created_at": f"{one.created:%Y-%m-%dT%H:%M:%S}.123456Z", "size": size}
        if self.ways.tells_status:
            item["status"] = self._word(one.created, one.takes, one.fails)
            if one.fails and item["status"] == "failed":
                item["error"] = one.fails
        return item

    def _create(self, request: Request) -> Reply:
        body = request.json() or {}
        if body.get("type") not in {"full", "incremental", "differential"}:
            return json_reply(400, refusal("bad_request", "Unknown backup type"))
        one = self.add_backup(body["type"], age=0, takes=self.takes, fails=self.next_fails)
        one.options, self.next_fails = dict(body), ""
        return self._told({"backup_id": one.id}, 201)

    def _list(self, request: Request) -> Reply:
        items = [self._item(one) for one in sorted(self.backups.values(), key=lambda one: one.created, reverse=True)]
        if self.ways.listed == "bare":
            return json_reply(200, items)
        return json_reply(200, {self.ways.listed: items})

    def _details(self, request: Request, name: str) -> Reply:
        one = self.backups.get(name)
        return self._told(self._item(one)) if one else missing()

    def _delete(self, request: Request, name: str) -> Reply:
        return self._told({"deleted": name}) if self.backups.pop(name, None) else missing()

    # -- restores and schedules --------------------------------------------------------------------------------------------------

    def _restore(self, request: Request, name: str) -> Reply:
        if name not in self.backups:
            return missing()
        if any(self._word(one.started, one.takes, one.fails) == "in_progress" for one in self.restores.values()):
            return json_reply(409, refusal("conflict", "Restore already in progress"))
        target = (request.json() or {}).get("target", "")
        one = BotRestore(f"job-{len(self.restores) + 1}", name, target, self.now, self.takes, self.next_fails)
        self.restores[one.id], self.next_fails = one, ""
        return self._told({"job_id": one.id}, 202)

    def _restore_status(self, request: Request, name: str) -> Reply:
        one = self.restores.get(name)
        if one is None:
            return missing()
        done = min(1.0, (self.now - one.started).total_seconds() / one.takes)
        word = self._word(one.started, one.takes, one.fails)
        told = {"job_id": one.id, "status": word, "progress": int(done * 100)}
        return self._told(told | ({"error": one.fails} if word == "failed" else {}))

    def _create_schedule(self, request: Request) -> Reply:
        name = f"schedule-{len(self.schedules) + 1}"
        self.schedules[name] = {
            "id": name,
            "enabled": True,
            "next_run": f"{self.now + timedelta(days=1):%Y-%m-%dT02:00:00Z}",
        } | request.json()
        return self._told({"schedule_id": name}, 201)

    def _schedules(self, request: Request) -> Reply:
        return json_reply(200, list(self.schedules.values()))

    def _update_schedule(self, request: Request, name: str) -> Reply:
        if name not in self.schedules:
            return missing()
        self.schedules[name] |= request.json()
        return self._told(self.schedules[name])

    def _delete_schedule(self, request: Request, name: str) -> Reply:
        return self._told({"deleted": name}) if self.schedules.pop(name, None) else missing()


def refusal(word: str, message: str) -> dict[str, str]:
    return {"error": word, "message": message}


def missing() -> Reply:
    return json_reply(404, refusal("not_found", "Backup not found"))
