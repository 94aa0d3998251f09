"""What every WordPress REST interface has: its root in two forms, its index, route indexes of namespaces, paging, users (apis.md 2).

`client.get("bkpc/v1/backup/list", …)` already builds the right address for both forms of the root when the client's base is the root;
`RestRoot` is for addresses that are not sent by a client, and for addresses that come from a site.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec

from holdfast.errors import HoldfastError, RemoteError
from holdfast.providers import values
from holdfast.providers.http import Answer, Client, error_of, join
from holdfast.providers.http.failures import failed

INDEX_FIELDS = "name,url,home,namespaces,authentication,timezone_string,gmt_offset"
"""The whole index was 202 KB on a small site, this part of it 400 bytes."""


class RestRoot(msgspec.Struct, frozen=True):
    """A REST root: ``https://example.org/blog/wp-json/`` or ``https://example.org/index.php?rest_route=/``."""

    address: str

    def url(self, path: str, params: Mapping[str, object] | None = None) -> str:
        """The address of `path` (already quoted) below the root."""
        return join(self.address, path, params)


def path_below(address: object, namespace: str) -> str:
    """The part of a site's own address from `namespace` on ("bkpc/v1/backup/x/status"), for the client; "" when it is not in there.

    Sites write such addresses with a prefix that need not be theirs (sub-directories, plain permalinks), so it is cut off.
    """
    if not isinstance(address, str):
        return ""
    try:
        pieces = urlsplit(address)
    except ValueError:
        return ""
    inside = dict(parse_qsl(pieces.query)).get("rest_route", pieces.path)
    _, found, rest = inside.partition(f"/{namespace}/")
    path = f"{namespace}/{rest}"
    return path if found and not re.search(r"(^|/)\.{1,2}(/|$)|//|\\", unquote(path)) else ""


class SiteIndex(msgspec.Struct, frozen=True):
    """What the root tells without a login. `authorization` is the page for application passwords, "" when they are switched off."""

    name: str = ""
    url: str = ""
    home: str = ""
    namespaces: tuple[str, ...] = ()
    authorization: str = ""
    timezone: str = ""
    gmt_offset: float | None = None

    @property
    def application_passwords(self) -> bool:
        return bool(self.authorization)


def index_of(answer: Answer) -> SiteIndex:
    """The index in `answer`; RemoteError when it is no index of a WordPress."""
    body = answer.mapping()
    namespaces = body.get("namespaces")
    if not isinstance(namespaces, list):
        raise RemoteError(f"{answer.host} does not answer like a WordPress.", code="NOT-WORDPRESS", hint="Check the address of the site.")
    passwords = values.find(body, "authentication", "application-passwords", "endpoints", "authorization")
    return SiteIndex(
        name=values.plain(body.get("name"), 120),
        url=values.text(body.get("url"), 500),
        home=values.text(body.get("home"), 500),
        namespaces=tuple(one for one in (values.text(name, 80) for name in namespaces[:500]) if one),
        authorization=values.text(passwords, 500),
        timezone=values.text(body.get("timezone_string"), 60),
        gmt_offset=values.number(body.get("gmt_offset")),
    )


async def site_index(client: Client) -> SiteIndex:
    """The index of the client's site."""
    return index_of(await client.get("", {"_fields": INDEX_FIELDS}))


class Routes(msgspec.Struct, frozen=True):
    """The routes of one namespace with their methods, as its index tells them without a login."""

    methods: Mapping[str, frozenset[str]]

    def has(self, method: str, path: str) -> bool:
        """Whether there is a route of this shape; ``{}`` stands for a parameter: ``has("DELETE", "bkpc/v1/schedule/{}")``."""
        return method in self.methods.get(path.strip("/"), ())

    def any(self, method: str, *paths: str) -> bool:
        return any(self.has(method, path) for path in paths)


async def routes(client: Client, namespace: str) -> Routes:
    """The route index of `namespace`. Unsupported (PLUGIN-MISSING) when the plugin is not there."""
    body = (await client.get(namespace, {"_fields": "routes"})).mapping()
    found = {shape(route): _methods(told) for route, told in list(values.mapping(body.get("routes")).items())[:2000]}
    return Routes(found)


def shape(route: str) -> str:
    """``/bkpc/v1/backup/(?P<uuid>[^/]+)/status`` as ``bkpc/v1/backup/{}/status``. The site's regular expressions are never run."""
    found, depth = [], 0
    for char in route[:1000]:
        if char == "(":
            found += ["{}"] if depth == 0 else []
            depth += 1
        elif char == ")" and depth:
            depth -= 1
        elif depth == 0:
            found.append(char)
    return "".join(found).strip("/")


def _methods(told: object) -> frozenset[str]:
    every = values.sequence(values.find(told, "methods"))
    for endpoint in values.sequence(values.find(told, "endpoints")):
        every = every + values.sequence(values.find(endpoint, "methods"))
    return frozenset(values.text(one, 10).upper() for one in every)


class Page(msgspec.Struct, frozen=True):
    """One page of a list, with what its headers told. `told`: whether they told how many pages there are."""

    items: Sequence[Any]
    total: int | None
    more: bool
    answer: Answer
    told: bool = False


async def page_of(
    client: Client, path: str, number: int, size: int, params: Mapping[str, object] | None = None, *, enveloped: bool = False
) -> Page:
    """One page in WordPress' way: `page`, `per_page` (at most 100), X-WP-Total, X-WP-TotalPages; without them a full page means more.

    `enveloped`: ask for status and headers in the body, for proxies that eat them on the way.
    """
    size = min(max(size, 1), 100)
    asked = {**(params or {}), "page": number, "per_page": size, **({"_envelope": 1} if enveloped else {})}
    try:
        answer = await client.get(path, asked)
        if enveloped:
            answer = unwrapped(answer)
    except HoldfastError as error:
        if number > 1 and error.details.get("server_code") == "rest_post_invalid_page_number":
            return Page((), None, False, Answer(200, {}, b"[]", body=[], parsed=True), told=True)
        raise
    items = values.sequence(answer.body)
    total = values.whole(answer.headers.get("x-wp-total"))
    pages = values.whole(answer.headers.get("x-wp-totalpages"))
    more = number < pages if pages is not None else len(items) >= size
    return Page(items, total, more and bool(items), answer, told=pages is not None)


def unwrapped(answer: Answer) -> Answer:
    """The answer inside of ``{body, status, headers}``; as it is when it is not wrapped. Raises the error that is inside."""
    body = answer.mapping()
    if not {"body", "status", "headers"} <= body.keys():
        return answer
    inside = {str(name).lower(): values.text(value, 500) for name, value in values.mapping(body["headers"]).items()}
    status = values.whole(body["status"], 100) or answer.status
    found = msgspec.structs.replace(answer, status=min(status, 599), headers={**answer.headers, **inside}, body=body["body"])
    if failed(found):
        raise error_of(found)
    return found


async def delete(client: Client, path: str, params: Mapping[str, object] | None = None) -> Answer:
    """DELETE, and where a web server forbids the method, POST with an override, which WordPress understands."""
    try:
        return await client.send("DELETE", path, params=params, once=False)
    except HoldfastError as error:
        if error.code not in {"SITE-BLOCKED", "NO-ROUTE"} or error.details.get("http") not in {403, 405, 501}:
            raise
    return await client.send("POST", path, params=params, once=False, headers={"X-HTTP-Method-Override": "DELETE"})


class Me(msgspec.Struct, frozen=True):
    """The user of the credential."""

    user: str
    roles: tuple[str, ...]
    capabilities: frozenset[str]


async def me(client: Client, *, force: bool = True) -> Me:
    """Who the credential is. AuthRejected when nobody; a site that hides rights gives an empty set."""
    fields = "id,username,slug,roles,capabilities"
    body = (await client.get("wp/v2/users/me", {"context": "edit", "_fields": fields}, force=force)).mapping()
    return Me(
        user=values.text(values.first(body, "username", "slug"), 100),
        roles=values.words(body.get("roles")),
        capabilities=frozenset(values.words(body.get("capabilities"), 500)),
    )
