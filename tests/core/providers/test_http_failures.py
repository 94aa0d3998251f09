"""From any answer to one error: forms of the four systems, of WordPress, of web servers and of nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.errors import AuthRejected, Busy, Forbidden, HoldfastError, NotFound, RateLimited, RemoteError, Unsupported
from holdfast.providers.http import Answer, error_of, failed
from holdfast.providers.http.answer import parse
from tests.contracts.bodies import BODIES
from tests.support.fakes import pages


def answer(status: int, body: Any = b"", **headers: str) -> Answer:
    raw = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else json.dumps(body).encode()
    parsed, found, junk = parse(raw)
    told = {name.replace("_", "-").lower(): value for name, value in headers.items()}
    return Answer(status, told, raw, "GET", "example.org", "backups", parsed, found, junk)


def wordpress(status: int, code: str, message: str = "Sorry.") -> Answer:
    return answer(status, {"code": code, "message": message, "data": {"status": status}})


def copilot(status: int, code: str, message: str = "Sorry.") -> Answer:
    return answer(status, {"success": False, "error": {"code": code, "message": message, "data": {}}})


@pytest.mark.parametrize(
    ("told", "kind", "code"),
    [
        (wordpress(401, "rest_not_logged_in"), AuthRejected, "AUTH-REJECTED"),
        (wordpress(401, "incorrect_password"), AuthRejected, "AUTH-REJECTED"),
        (wordpress(401, "rest_cannot_access"), AuthRejected, "REST-HIDDEN"),
        (wordpress(403, "rest_login_required"), AuthRejected, "REST-HIDDEN"),
        (wordpress(401, "application_passwords_disabled_for_user"), AuthRejected, "AUTH-OFF"),
        (wordpress(403, "rest_forbidden"), Forbidden, "AUTH-SCOPE"),
        (wordpress(403, "rest_cannot_create"), Forbidden, "AUTH-SCOPE"),
        (wordpress(403, "license_inactive"), Forbidden, "LICENCE"),
        (wordpress(404, "backup_not_found"), NotFound, "NOT-FOUND"),
        (wordpress(404, "rest_no_route"), Unsupported, "PLUGIN-MISSING"),
        (wordpress(409, "backup_in_progress"), Busy, "SITE-BUSY"),
        (wordpress(400, "storage_not_configured"), RemoteError, "BAD-REQUEST"),
        (answer(200, {"code": "rest_forbidden", "message": "x", "data": {"status": 403}}), Forbidden, "AUTH-SCOPE"),
        (copilot(400, "invalid_backup_type"), RemoteError, "BAD-REQUEST"),
        (copilot(200, "not_found"), NotFound, "NOT-FOUND"),
        (copilot(200, "something"), RemoteError, "REMOTE"),
        (copilot(200, "backup_in_progress"), Busy, "SITE-BUSY"),
        (copilot(429, "rate_limit_exceeded"), RateLimited, "RATE-LIMIT"),
        (copilot(500, "oops"), RemoteError, "SITE-5XX"),
        (answer(401, {"message": "Bad Credentials"}), AuthRejected, "AUTH-REJECTED"),
        (answer(403, {"message": "Missing Authentication Token"}), Unsupported, "NO-ROUTE"),
        (answer(403, {"message": "You don't have permission to perform that action"}), Forbidden, "AUTH-SCOPE"),
        (answer(404, {"message": "Not Found"}), NotFound, "NOT-FOUND"),
        (answer(429, "<html>slow down</html>"), RateLimited, "RATE-LIMIT"),
        (answer(502), RemoteError, "SITE-5XX"),
        (answer(503, {"message": "Service unavailable"}), RemoteError, "SITE-5XX"),
        (answer(401, {"error": "expired_token", "message": "x"}), AuthRejected, "AUTH-EXPIRED"),
        (answer(403, {"error": "insufficient_permissions", "message": "x"}), Forbidden, "AUTH-SCOPE"),
        (answer(400, {"error": "invalid_grant"}), AuthRejected, "AUTH-EXPIRED"),
        (answer(404), Unsupported, "NO-ROUTE"),
        (answer(404, pages.HOME), Unsupported, "NO-ROUTE"),
        (answer(405, "<h1>no</h1>"), Unsupported, "NO-ROUTE"),
        (answer(200, pages.HOME), RemoteError, "NOT-JSON"),
        (answer(200, pages.LOGIN), AuthRejected, "SITE-LOGIN"),
        (answer(302, b"", location="https://example.org/wp-login.php?redirect_to=x"), AuthRejected, "SITE-LOGIN"),
        (answer(302, b"", location="/wp-admin/install.php"), RemoteError, "SITE-DATABASE"),
        (answer(301, b"", location="https://other.example/?token=abc"), RemoteError, "SITE-MOVED"),
        (answer(503, pages.MAINTENANCE, retry_after="600"), RemoteError, "SITE-MAINTENANCE"),
        (answer(503, "<html>soon</html>", retry_after="5"), RemoteError, "SITE-MAINTENANCE"),
        (answer(503, pages.MAINTENANCE_JSON, retry_after="600"), RemoteError, "SITE-MAINTENANCE"),
        (answer(503, pages.MAINTENANCE_ABROAD, retry_after="600"), RemoteError, "SITE-MAINTENANCE"),
        (answer(500, pages.DATABASE_JSON), RemoteError, "SITE-DATABASE"),
        (answer(500, pages.CRITICAL_JSON), RemoteError, "SITE-5XX"),
        (answer(500, pages.CRITICAL), RemoteError, "SITE-5XX"),
        (answer(500, pages.DATABASE), RemoteError, "SITE-DATABASE"),
        (answer(403, pages.FIREWALL), RemoteError, "SITE-BLOCKED"),
        (answer(406, "<html>Not Acceptable! Mod_Security</html>"), RemoteError, "SITE-BLOCKED"),
        (answer(403, pages.CLOUDFLARE, cf_mitigated="challenge"), RemoteError, "SITE-BLOCKED"),
        (answer(429, pages.CLOUDFLARE, cf_mitigated="challenge"), RemoteError, "SITE-BLOCKED"),
        (answer(200, pages.CLOUDFLARE), RemoteError, "SITE-BLOCKED"),
        (answer(401, "<h1>Authorization Required</h1>", www_authenticate='Basic realm="staging"'), AuthRejected, "SITE-GUARDED"),
        (answer(504, pages.GATEWAY), RemoteError, "SITE-TIMEOUT"),
        (answer(524), RemoteError, "SITE-TIMEOUT"),
        (answer(413, "<h1>too large</h1>"), RemoteError, "BAD-REQUEST"),
        (answer(410, {"message": "gone"}), NotFound, "NOT-FOUND"),
        (answer(599), RemoteError, "SITE-5XX"),
        (answer(418), RemoteError, "BAD-REQUEST"),
    ],
)  # fmt: skip
def test_every_form_has_its_meaning(told: Answer, kind: type[HoldfastError], code: str) -> None:
    error = error_of(told)
    assert failed(told)
    assert (type(error), error.code) == (kind, code)
    assert error.details["http"] == told.status
    assert "example.org" in error.message
    assert error.hint
    assert "token=" not in repr(error.failure())


def test_what_can_pass_by_itself_is_retryable_and_what_cannot_is_not() -> None:
    assert all(error_of(one).retryable for one in (answer(502), answer(503, pages.MAINTENANCE), answer(500, pages.DATABASE), answer(429)))
    assert not any(error_of(one).retryable for one in (answer(404), answer(403, pages.FIREWALL), wordpress(401, "rest_not_logged_in")))


def test_the_servers_own_words_are_kept_apart_and_made_harmless() -> None:
    error = error_of(
        answer(
            400,
            {
                "message": "Invalid Site: <b>Name</b> cannot be empty.\x1b[31m",
                "documentation_url": "https://wpengineapi.com/reference",
                "errors": [
                    {"resource": "Site", "field": "name", "type": "invalid_value", "code": "too_long", "message": "Name is too long"}
                ],
            },
        )
    )
    assert error.details["server_message"] == "Invalid Site: Name cannot be empty.[31m"
    assert error.details["server_errors"] == ["name: Name is too long"]
    assert error.details["documentation_url"] == "https://wpengineapi.com/reference"
    assert "documentation_url" not in error_of(answer(400, {"message": "x", "documentation_url": "javascript:alert(1)"})).details


def test_success_is_no_failure() -> None:
    for good in (answer(200, {}), answer(202), answer(204), answer(200, []), answer(201, {"success": True}), answer(200, {"code": "x"})):
        assert not failed(good)


@pytest.mark.parametrize("name", sorted(BODIES))
def test_a1_forty_bodies_each_with_every_kind_of_status(name: str) -> None:
    body = BODIES[name]
    for status in (200, 201, 204, 302, 400, 401, 403, 404, 409, 429, 500, 503, 504):
        told = answer(status, body.raw, content_type=body.kind)
        error = error_of(told)
        assert error.message
        assert len(error.message) < 800
        json.dumps(error.failure().details)


@given(
    st.integers(100, 599),
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["code", "message", "data", "status", "error", "errors", "success", "details", "x"]), inner, max_size=5
            )
        ),
    ),
)
def test_any_json_with_any_status_is_one_typed_error(status: int, body: Any) -> None:
    told = answer(status, body)
    failed(told)
    json.dumps(error_of(told).failure().details)


def test_json_behind_junk() -> None:
    good = b'{"id": 1}'
    for junk in (b"\xef\xbb\xbf", b"\n\n", pages.PHP_WARNING.encode(), b"Notice: x[0] {y} in z\n", b"<br />"):
        assert parse(junk + good) == ({"id": 1}, True, junk.strip() != b"")
    assert parse(pages.PHP_WARNING.encode() + b'[{"id": 1}]') == ([{"id": 1}], True, True)
    for broken in (
        good + b"trailing",
        b"a sentence with [0]",
        b"",
        b"{",
        good + good,
        b'<br />{"a": true, "b": {"id": 1}',
        b'{"a": [{"id": 1}',
    ):
        assert parse(broken)[1] is False
    assert parse(b'{"m": "caf\xe9"}')[0] == {"m": "caf\ufffd"}


def test_looking_for_json_in_hostile_junk_ends() -> None:
    import time

    started = time.monotonic()
    for body in (b"[" * 8_000_000, b"[0," * 600_000, b'{"a":' * 300_000, b"{[" * 1_000_000):
        assert parse(b"x" + body)[1] is False
    assert time.monotonic() - started < 5
