"""FakeWithBrowser: a site as the browser sees it. WordPress' approval page, and OAuth as it should be (PKCE, state, renewal).

`visit` is the browser: a person who says yes (or no) at once, and follows where the page leads.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import threading
import urllib.request
from typing import Any
from urllib.parse import urlencode

from tests.support.fakes.backup_copilot_site import User
from tests.support.fakes.passwords import FakeWithPasswords
from tests.support.fakes.server import Reply, Request, html, route


class FakeWithBrowser(FakeWithPasswords):
    """`says_yes`: the person at the browser. `comes_back`: whether the site sends the browser to a plain http address on loopback."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.says_yes, self.comes_back, self.client_secret = True, True, "client-secret"
        self.lasts = 3600
        self.pages: list[str] = []
        self.renewals: set[str] = set()
        self._challenges: dict[str, dict[str, str]] = {}

    def inner_path(self, request: Request) -> str | None:
        path = request.path.removeprefix(self.prefix)
        return path if path.startswith("/wp-admin/") else super().inner_path(request)

    def who(self, request: Request) -> tuple[str, User] | None:
        if request.token:
            user = self.tokens.get(request.token)
            return (request.token, user) if user else None
        return super().who(request)

    @route("GET", "/wp-admin/authorize-application.php")
    def approve(self, request: Request) -> Reply:
        """As WordPress before 7.0 a site may refuse to come back to plain http: then an error page."""
        back = request.query.get("success_url", "")
        if back and not self.comes_back:
            return html(500, "<h1>The URL must be served over a secure connection.</h1>")
        if not self.says_yes:
            return Reply(302, headers={"Location": request.query["reject_url"]})
        uuid, password = secrets.token_hex(8), secrets.token_hex(12)
        self.passwords[uuid] = password
        if not back:
            return html(200, f"<p>Your new password: {password}</p>")
        query = urlencode({"site_url": self.home, "user_login": "ada", "password": password})
        return Reply(302, headers={"Location": f"{back}?{query}"})

    @route("GET", "/oauth/authorize")
    def authorize(self, request: Request) -> Reply:
        query = dict(request.query)
        if not self.says_yes:
            told = urlencode({"error": "access_denied", "state": query["state"]})
            return Reply(302, headers={"Location": f"{query['redirect_uri']}?{told}"})
        code = secrets.token_hex(8)
        self._challenges[code] = query
        return Reply(302, headers={"Location": f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"})

    @route("POST", "/oauth/token")
    def token(self, request: Request) -> Reply:
        form = request.form()
        if form.get("client_secret") != self.client_secret:
            return Reply.of({"error": "invalid_client", "error_description": f"not {form.get('client_secret')}"}, 401)
        if form["grant_type"] == "refresh_token":
            good = form["refresh_token"] in self.renewals
            self.renewals.discard(form["refresh_token"])
        else:
            asked = self._challenges.pop(form["code"], {})
            digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
            challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
            good = bool(asked) and (asked["code_challenge"], asked["redirect_uri"]) == (challenge, form["redirect_uri"])
        if not good:
            return Reply.of({"error": "invalid_grant"}, 400)
        token, fresh = secrets.token_hex(16), secrets.token_hex(16)
        self.tokens[token] = User("")
        self.renewals.add(fresh)
        return Reply.of({"access_token": token, "token_type": "Bearer", "refresh_token": fresh, "expires_in": self.lasts})

    def visit(self, address: str) -> None:
        """In a thread of its own, as a browser is a program of its own."""

        def go() -> None:
            try:
                with urllib.request.urlopen(address, timeout=10) as answer:
                    self.pages.append(f"{answer.url} {answer.read().decode()}")
            except OSError as error:
                self.pages.append(str(error))

        threading.Thread(target=go, daemon=True).start()
