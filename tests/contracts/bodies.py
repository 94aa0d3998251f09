"""A1: forty bodies that no client should trip over; none of them is a good answer of any of the four systems."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from tests.support.fakes import pages


@dataclass(frozen=True)
class Body:
    raw: bytes
    status: int = 200
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


def _json(value: object, status: int = 200) -> Body:
    return Body(json.dumps(value).encode(), status)


def _page(page: str, status: int = 200, **headers: str) -> Body:
    return Body(page.encode(), status, "text/html; charset=UTF-8", {name.replace("_", "-"): value for name, value in headers.items()})


BODIES: dict[str, Body] = {
    "empty": Body(b""),
    "empty, no type": Body(b"", kind=""),
    "space": Body(b" \r\n\t "),
    "byte order mark only": Body(b"\xef\xbb\xbf"),
    "null": Body(b"null"),
    "true": Body(b"true"),
    "zero": Body(b"0"),
    "minus one, the answer of admin-ajax": Body(b"-1"),
    "a text": Body(b'"completed"'),
    "an empty object": Body(b"{}"),
    "an empty array": Body(b"[]"),
    "array of nulls": Body(b"[null, null]"),
    "array of arrays": Body(b"[[[]], [[]]]"),
    "array of words": Body(b'["completed", "failed"]'),
    "object cut off": Body(b'{"success": true, "data": {"uuid": "x"'),
    "array cut off": Body(b'[{"id": "bkp_1", "status": "compl'),
    "single quotes": Body(b"{'id': 'bkp_1'}"),
    "trailing comma": Body(b'{"id": "bkp_1",}'),
    "two documents": Body(b'{"id": "a"}{"id": "b"}'),
    "not a number": Body(b'{"size": NaN, "progress": Infinity}'),
    "number beyond all": Body(b'{"size": 1e999, "id": 99999999999999999999999999999999999}'),
    "deep nesting": Body(b"[" * 100_000 + b"]" * 100_000),
    "deep objects": Body(b'{"a":' * 50_000 + b"1" + b"}" * 50_000),
    "lone surrogate": Body(b'{"message": "\\ud800", "id": "\\udfff"}'),
    "not UTF-8": Body(b'{"message": "caf\xe9", "success": false}'),
    "UTF-16": Body('{"id": "x"}'.encode("utf-16")),
    "binary": Body(bytes(range(256)) * 8),
    "gzip without saying so": Body(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xab\xae\x05\x00C\xbf\xa6\xa3\x02\x00\x00\x00"),
    "gzip that is none": Body(b"no gzip", headers={"Content-Encoding": "gzip"}),
    "an unknown encoding": Body(b"{}", headers={"Content-Encoding": "quantum"}),
    "success with error": _json({"success": False, "error": {"code": "x", "message": "no"}}),
    "success false alone": _json({"success": False}),
    "error as text": _json({"error": "boom"}, 500),
    "WordPress' error with 200": _json({"code": "rest_forbidden", "message": "no", "data": {"status": 403}}),
    "error of wrong types": _json({"success": False, "error": [1, {"code": {}}], "message": {"a": 1}, "code": [], "data": 5}, 400),
    "hostile message": _json(
        {"code": "x", "message": "<script>alert(1)</script>\u202egnp\x1b[31m" + "A" * 20_000, "data": {"status": 400}}, 400
    ),
    "PHP warning without an end": Body(pages.PHP_WARNING.encode()),
    "home page": _page(pages.HOME),
    "login page": _page(pages.LOGIN),
    "critical error with 200": _page(pages.CRITICAL),
    "Cloudflare's challenge": _page(pages.CLOUDFLARE, 403, cf_mitigated="challenge"),
    "Cloudflare's challenge with 200": _page(pages.CLOUDFLARE, 200),
    "plain text": Body(b"upstream connect error or disconnect/reset before headers", kind="text/plain"),
    "XML": Body(b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", 403, "application/xml"),
}

assert len(BODIES) >= 40
