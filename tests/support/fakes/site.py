"""FakeSite: the outside of a WordPress as hosts set it up: front page, redirects, REST roots in every form, OAuth."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Any

from tests.support.fakes import pages
from tests.support.fakes.server import FakeServer, Reply, Request, html, json_reply

NAMESPACES = ("oembed/1.0", "wp/v2", "bkpc/v1", "safeguard/v1")


@dataclass
class Setup:
    """`folders`: where WordPresses live ("" and "/second" for a multisite). `named`: how a page names its root: header, html, not."""

    folders: tuple[str, ...] = ("",)
    plain: bool = False
    named: str = "header"
    prefix: str = "wp-json"
    namespaces: tuple[str, ...] = NAMESPACES
    passwords: bool = True
    home: str = ""
    junk: bytes = b""
    query_form: bool = True
    """Whether ``?rest_route=`` is answered as well where permalinks are pretty, as WordPress does."""
    hops: list[str] = field(default_factory=list)
    """Addresses that the front page sends on to, one after the other."""


class FakeSite(FakeServer):
    """`code_for` is what the browser would do at the authorization page."""

    def __init__(self, setup: Setup | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.setup = setup or Setup()
        self.client_secret = "client-s3cret"
        self.lasts: int | None = 3600
        self.refreshes = True
        self._codes: dict[str, dict[str, str]] = {}
        self._refresh: set[str] = set()

    def root(self, folder: str = "") -> str:
        return f"{self.url}{folder}/index.php?rest_route=/" if self.setup.plain else f"{self.url}{folder}/{self.setup.prefix}/"

    def answer(self, request: Request) -> Reply:
        if request.path in {"/oauth/token"}:
            return self._token(request)
        if request.path == "/" and self.setup.hops:
            return Reply(301, headers={"Location": self.setup.hops.pop(0)})
        for folder in sorted(self.setup.folders, key=len, reverse=True):
            if request.path == folder or request.path.startswith(f"{folder}/"):
                return self._wordpress(request, folder)
        return html(404, "<h1>Not found</h1>")

    def _wordpress(self, request: Request, folder: str) -> Reply:
        path = request.path[len(folder) :] or "/"
        route = request.query.get("rest_route") if path in {"/", "/index.php"} else None
        if not self.setup.plain and path.rstrip("/") == f"/{self.setup.prefix}":
            route = "/"
        if route is not None and not (request.query.get("rest_route") and not self.setup.query_form):
            return self._index(folder)
        if path.startswith(f"/{self.setup.prefix}"):
            return html(404, "<h1>Not found</h1>")
        return self._page(folder, 200 if path == "/" or path.endswith(".php") else 404)

    def _page(self, folder: str, status: int) -> Reply:
        root = self.root(folder)
        link = f"<link rel='https://api.w.org/' href='{root.replace('&', '&amp;')}' />" if self.setup.named == "html" else ""
        headers = {"Link": f'<{root}>; rel="https://api.w.org/", <{self.url}/?p=2>; rel=shortlink'} if self.setup.named == "header" else {}
        page = pages.HOME.replace("</head>", f"<link rel='stylesheet' href='/x.css'>{link}</head>")
        return html(status, page, headers)

    def _index(self, folder: str) -> Reply:
        home = self.setup.home or f"{self.url}{folder}"
        page = {"endpoints": {"authorization": f"{home}/wp-admin/authorize-application.php"}}
        reply = json_reply(
            200,
            {
                "name": f"Site{folder}",
                "url": home,
                "home": home,
                "namespaces": list(self.setup.namespaces),
                "authentication": {"application-passwords": page} if self.setup.passwords else [],
                "timezone_string": "Europe/Berlin",
                "gmt_offset": 1,
            },
        )
        reply.body = self.setup.junk + reply.body
        return reply

    # --- OAuth

    def code_for(self, query: dict[str, str]) -> str:
        """The code that the authorization page gives out for these parameters."""
        code = secrets.token_hex(8)
        self._codes[code] = query
        return code

    def _token(self, request: Request) -> Reply:
        form = request.form()
        if form.get("client_secret") != self.client_secret:
            return json_reply(401, {"error": "invalid_client", "error_description": f"wrong secret {form.get('client_secret')}"})
        if form["grant_type"] == "refresh_token":
            good = self.refreshes and form["refresh_token"] in self._refresh
            self._refresh.discard(form["refresh_token"])
        else:
            asked = self._codes.pop(form["code"], None)
            challenge = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
            good = asked is not None and asked["code_challenge"] == challenge and asked["redirect_uri"] == form["redirect_uri"]
        if not good:
            return json_reply(400, {"error": "invalid_grant", "error_description": "The code or token is not valid"})
        fresh = secrets.token_hex(8)
        self._refresh.add(fresh)
        told: dict[str, Any] = {"access_token": secrets.token_hex(8), "token_type": "Bearer", "refresh_token": fresh}
        return json_reply(200, told | ({"expires_in": self.lasts} if self.lasts is not None else {}))
