"""FakeBackupCopilot with WordPress' routes for application passwords (apis.md 2.2): any number of them, each with an id."""

from __future__ import annotations

import secrets
from typing import Any

from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.backup_copilot_site import User, wordpress_error
from tests.support.fakes.server import Reply, Request, route

_MINE = "/wp/v2/users/me/application-passwords"


class FakeWithPasswords(FakeBackupCopilot):
    """`passwords`: id -> password of `ada`. The first is "first"."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.passwords = {"first": self.users["ada"].password.replace(" ", "")}

    def who(self, request: Request) -> tuple[str, User] | None:
        name, password = request.login or ("", "")
        return (name, self.users["ada"]) if name == "ada" and password in self.passwords.values() else None

    @route("GET", f"{_MINE}/introspect")
    def introspect(self, request: Request) -> Reply:
        used = (request.login or ("", ""))[1]
        found = [uuid for uuid, password in self.passwords.items() if password == used]
        if not found:
            return wordpress_error(401, "rest_not_logged_in", "You are not currently logged in.")
        return Reply.of({"uuid": found[0], "name": "Holdfast", "created": "2026-03-01T12:00:00"})

    @route("POST", _MINE)
    def make(self, request: Request) -> Reply:
        if self.who(request) is None:
            return wordpress_error(401, "rest_not_logged_in", "You are not currently logged in.")
        uuid, password = secrets.token_hex(8), secrets.token_hex(12)
        self.passwords[uuid] = password
        return Reply.of({"uuid": uuid, "name": request.json()["name"], "password": password}, 201)

    @route("DELETE", f"{_MINE}/{{uuid}}")
    def revoke(self, request: Request) -> Reply:
        if self.who(request) is None:
            return wordpress_error(401, "rest_not_logged_in", "You are not currently logged in.")
        gone = self.passwords.pop(request.names["uuid"], None)
        return Reply.of({"deleted": gone is not None}, 200 if gone else 404)
