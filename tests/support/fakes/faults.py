"""Faults of the fake servers, by name. Each takes (server, request, options) and gives the reply; those that act first say so."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Protocol

from tests.support.fakes import pages
from tests.support.fakes.messages import Reply, Request, html, length_of


class Server(Protocol):
    """What a fault needs of a server."""

    released: Any

    def act(self, request: Request) -> Reply: ...


def _status(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    body = options.get("body", {"code": "some_error", "message": "Something went wrong.", "data": {"status": options["status"]}})
    headers = {"Content-Type": "application/json"} | options.get("headers", {})
    return Reply(options["status"], body if isinstance(body, bytes) else json.dumps(body).encode(), headers)


def _page(page: str, status: int, **headers: str) -> Callable[[Server, Request, dict[str, Any]], Reply]:
    def reply(server: Server, request: Request, options: dict[str, Any]) -> Reply:
        return html(options.get("status", status), page, {**headers, **options.get("headers", {})})

    return reply


def _body(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    """200 with exactly these bytes."""
    return Reply(
        options.get("status", 200), options["body"], {"Content-Type": options.get("type", "application/json")} | options.get("headers", {})
    )


def _hang(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    """Nothing for `seconds` of real time, or until the server closes."""
    server.released.wait(options.get("seconds", 3600))
    return Reply(how="reset")


def _reset(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    return Reply(how="reset")


def _drop(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    """Acts, then the answer is lost."""
    server.act(request)
    return Reply(how="reset")


def _late(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    """Acts, then takes `seconds` of real time to answer."""
    reply = server.act(request)
    server.released.wait(options.get("seconds", 1.0))
    return reply


def _replaced(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    """Acts, then a gateway answers with `status` (and `headers`) in its place."""
    server.act(request)
    return html(options.get("status", 504), pages.GATEWAY, options.get("headers"))


def _truncated(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    """Acts; the connection closes after `at` bytes of the body (half of it)."""
    reply = server.act(request)
    reply.how, reply.cut_at = "cut", options.get("at", length_of(reply) // 2)
    return reply


def _junk(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    """Acts; text stands before the JSON."""
    reply = server.act(request)
    reply.body = options.get("junk", pages.PHP_WARNING.encode()) + reply.body
    return reply


def _wrong_types(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    """Acts; every value of the answer becomes one of another type."""
    reply = server.act(request)
    reply.body = json.dumps(_twisted(json.loads(reply.body or b"null"))).encode()
    return reply


def _edit(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    """Acts; `change(body)` gives the JSON that is sent instead."""
    reply = server.act(request)
    reply.body = json.dumps(options["change"](json.loads(reply.body or b"null"))).encode()
    return reply


def _headers(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    """Acts; `headers` are added."""
    reply = server.act(request)
    reply.headers |= options["headers"]
    return reply


def _redirect(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    return Reply(options.get("status", 301), headers={"Location": options["to"]})


def _huge(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    """`size` bytes (1 GB) of JSON text, with Content-Length or chunked."""
    return Reply(
        body=b'"' + b"x" * (2**20 - 1), headers={"Content-Type": "application/json"}, repeat=options.get("size", 2**30) // 2**20,
        chunked=options.get("chunked", False),
    )  # fmt: skip


def _slow(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    """Acts; the body comes in pieces of 1 KB, `pace` seconds apart."""
    reply = server.act(request)
    reply.pace = options.get("pace", 0.01)
    return reply


def _too_many(server: Server, request: Request, options: dict[str, Any]) -> Reply:
    """429; `headers` hold the form of Retry-After, none by default."""
    return Reply.of(
        {"code": "rate_limit_exceeded", "message": "Too many requests", "data": {"status": 429}}, 429, **options.get("headers", {})
    )


def _twisted(value: Any) -> Any:
    match value:
        case dict():
            return {name: _twisted(one) for name, one in value.items()}
        case list():
            return {"0": value[0] if value else None, "x": 5}
        case bool() | None:
            return [1, "two"]
        case int() | float():
            return {"number": value}
        case _:
            return 12.5


FAULTS: dict[str, Callable[[Server, Request, dict[str, Any]], Reply]] = {
    "status": _status,
    "body": _body,
    "html": _page(pages.HOME, 200),
    "login-page": _page(pages.LOGIN, 200),
    "maintenance": _page(pages.MAINTENANCE, 503, **{"Retry-After": "600"}),
    "critical": _page(pages.CRITICAL, 500),
    "database-error": _page(pages.DATABASE, 500),
    "cloudflare": _page(pages.CLOUDFLARE, 403, **{"cf-mitigated": "challenge"}),
    "firewall": _page(pages.FIREWALL, 403),
    "gateway": _page(pages.GATEWAY, 504),
    "hang": _hang,
    "reset": _reset,
    "drop-answer": _drop,
    "late": _late,
    "gateway-after-acting": _replaced,
    "truncated": _truncated,
    "junk": _junk,
    "wrong-types": _wrong_types,
    "edit": _edit,
    "headers": _headers,
    "redirect": _redirect,
    "huge": _huge,
    "slow": _slow,
    "too-many": _too_many,
}
