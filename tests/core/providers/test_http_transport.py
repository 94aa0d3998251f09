"""The seam to httpx: no exception is forgotten, certificates are always verified, nothing leaks."""

from __future__ import annotations

import asyncio
import inspect
import logging
import socket
import ssl
from pathlib import Path

import httpcore
import httpx
import pytest

from holdfast.errors import HoldfastError, NetworkError, UsageError
from holdfast.providers.http import NOBODY, Client, Credential, Looker
from holdfast.providers.http.transport import failure_of, foreign, open_client, tls_context
from holdfast.secret import Secret
from tests.support.certificates import Authority
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.server import FakeServer, Reply, Request, route

CANARY = "canary-5ecret-77"


def exceptions_of(module: object) -> list[type[Exception]]:
    return [one for _, one in inspect.getmembers(module, inspect.isclass) if issubclass(one, Exception)]


def made(kind: type[BaseException]) -> BaseException:
    if issubclass(kind, httpx.HTTPStatusError):
        request = httpx.Request("GET", "https://example.org")
        return kind("x", request=request, response=httpx.Response(500, request=request))
    try:
        return kind("x")
    except TypeError:
        return kind()


@pytest.mark.parametrize("kind", exceptions_of(httpx), ids=lambda kind: kind.__name__)
def test_every_exception_of_httpx_is_caught_and_mapped(kind: type[BaseException]) -> None:
    assert issubclass(kind, foreign())
    error = failure_of(made(kind), "example.org")
    assert isinstance(error, HoldfastError)
    assert isinstance(error.details["sent"], bool)


def test_every_exception_of_httpcore_is_mapped_by_httpx() -> None:
    """httpx turns httpcore's exceptions into its own; one that it does not know would pass through it."""
    from httpx._transports import default

    known = default._load_httpcore_exceptions()
    # a pool refuses a connection that is taken and asks another: that one never leaves httpcore
    internal = {httpcore.ConnectionNotAvailable}
    for kind in exceptions_of(httpcore):
        assert kind in internal or any(issubclass(kind, one) for one in known), kind


@pytest.mark.parametrize(
    ("error", "code", "sent"),
    [
        (httpx.ConnectTimeout("x"), "NET-TIMEOUT", False),
        (httpx.PoolTimeout("x"), "NET-TIMEOUT", False),
        (httpx.ReadTimeout("x"), "NET-TIMEOUT", True),
        (httpx.WriteTimeout("x"), "NET-TIMEOUT", True),
        (httpx.ReadError("x"), "NET-RESET", True),
        (httpx.WriteError("x"), "NET-RESET", True),
        (httpx.RemoteProtocolError("x"), "NET-RESET", True),
        (httpx.ConnectError("x"), "NET-UNREACHABLE", False),
        (httpx.ProxyError("x"), "NET-UNREACHABLE", False),
        (httpx.UnsupportedProtocol("x"), "ADDRESS", False),
        (httpx.DecodingError("x"), "NOT-JSON", True),
        (ConnectionResetError(104, "x"), "NET-RESET", True),
        (ConnectionRefusedError(111, "x"), "NET-REFUSED", False),
        (ssl.SSLError(1, "x"), "NET-RESET", True),
        (socket.gaierror(-2, "x"), "NET-DNS", False),
    ],
)
def test_what_was_sent_and_what_was_not(error: BaseException, code: str, sent: bool) -> None:
    found = failure_of(error, "example.org")
    assert (found.code, found.details["sent"]) == (code, sent)


def test_the_cause_is_found_behind_httpx() -> None:
    def wrapped(cause: BaseException) -> BaseException:
        error = httpx.ConnectError("All connection attempts failed")
        error.__cause__ = OSError("x")
        error.__cause__.__cause__ = ExceptionGroup("several", [cause]) if isinstance(cause, Exception) else None
        return error

    assert failure_of(wrapped(socket.gaierror(-2, "x")), "h").code == "NET-DNS"
    assert failure_of(wrapped(ConnectionRefusedError(111, "x")), "h").code == "NET-REFUSED"
    assert failure_of(wrapped(ssl.SSLError(1, "wrong version number")), "h").code == "TLS-BAD"
    assert failure_of(wrapped(ssl.SSLCertVerificationError(1, "x")), "h").code == "TLS-BAD"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.mark.parametrize(
    ("name", "expired", "self_signed", "why"),
    [
        ("127.0.0.1", False, True, "it is self-signed"),
        ("www.example.org", False, False, "it was made for another"),
        ("127.0.0.1", True, False, "it has expired"),
    ],
    ids=["self-signed", "wrong name", "expired"],
)
def test_x4_bad_certificates_are_refused_and_nothing_is_sent(
    authority: Authority, name: str, expired: bool, self_signed: bool, why: str
) -> None:
    async def story() -> None:
        clock = SimulatedClock()
        with FakeServer(tls=authority.server(name, expired=expired, self_signed=self_signed), clock=clock) as server:
            credential = Credential("basic", "ada", Secret(CANARY))
            async with Client(server.url, credential, ca_file=authority.ca_file, clock=clock) as client:
                for call in (client.get("x"), client.send("POST", "x", {})):
                    with pytest.raises(NetworkError) as caught:
                        await call
                    error = caught.value
                    assert (error.code, error.retryable, error.details.get("lost", False)) == ("TLS-BAD", False, False)
                    assert why in error.message
                    assert name in error.message
                    assert error.details["certificate_until"][:4] in error.message
            async with Looker(ca_file=authority.ca_file) as looker:
                with pytest.raises(NetworkError, match="not trusted"):
                    await looker.get(f"{server.url}/x")
            assert server.log == []
            assert clock.slept == []

    asyncio.run(story())


def test_x4_an_authority_of_ones_own_is_trusted_by_its_file_only(authority: Authority, tmp_path: Path) -> None:
    async def story() -> None:
        with FakeServer(tls=authority.server()) as server:
            server.switch_on("body", body=b"{}")
            async with Client(server.url, NOBODY, ca_file=authority.ca_file) as client:
                assert (await client.get("x")).body == {}
            async with Client(server.url, NOBODY) as client:
                with pytest.raises(NetworkError) as caught:
                    await client.get("x")
                assert caught.value.code == "TLS-BAD"

    asyncio.run(story())
    rubbish = tmp_path / "rubbish.pem"
    rubbish.write_text("no certificate")
    for file in (str(rubbish), str(tmp_path / "absent.pem")):
        with pytest.raises(UsageError):
            tls_context(file)


def test_https_to_a_server_that_speaks_http_is_told() -> None:
    async def story() -> None:
        with FakeServer() as server:
            async with Client(server.url.replace("http:", "https:"), NOBODY, clock=SimulatedClock()) as client:
                with pytest.raises(NetworkError) as caught:
                    await client.get("x")
                assert caught.value.code == "TLS-BAD"

    asyncio.run(story())


def test_the_rules_of_every_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """No redirects, no environment (proxies, netrc), no cookies, certificates verified, loggers quiet."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    client = open_client()
    assert client.follow_redirects is False
    assert client.trust_env is False
    assert tls_context().verify_mode == ssl.CERT_REQUIRED
    assert tls_context().check_hostname
    assert logging.getLogger("httpx").level == logging.getLogger("httpcore").level == logging.WARNING
    asyncio.run(client.aclose())


def test_no_address_and_no_secret_reaches_the_log_or_an_error(caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> None:
        with FakeServer() as server:
            credential = Credential("basic", "ada", Secret(CANARY))
            async with Client(server.url, credential, clock=SimulatedClock()) as client:
                echo = {"code": "x", "message": f"no {CANARY} {credential.headers()['Authorization']}", "data": {"status": 400}}
                server.switch_on("status", status=400, body=echo)
                for fault in ("", "reset", "hang"):
                    if fault:
                        server.switch_on(fault, times=9, seconds=0.1)
                    with pytest.raises(HoldfastError) as caught:
                        await client.get("x", {"q": "query-word"})
                    said = repr(caught.value) + repr(caught.value.failure()) + repr(caught.value.__cause__) + repr(caught.value.__context__)
                    for form in (*credential.forms(), "query-word"):
                        assert form not in said
            assert server.asked("GET /x")[0].login == ("ada", CANARY)
            assert CANARY not in repr(credential)
            assert CANARY not in repr(client.__dict__)

    with caplog.at_level(logging.DEBUG):
        logging.getLogger("httpx").setLevel(logging.NOTSET)
        asyncio.run(story())
    assert "query-word" not in caplog.text
    assert CANARY not in caplog.text


def test_cookies_of_a_site_are_not_sent_back() -> None:
    async def story() -> None:
        with FakeServer() as server:
            server.switch_on("body", times=2, body=b"{}", headers={"Set-Cookie": "PHPSESSID=1; path=/"})
            async with Client(server.url, NOBODY) as client:
                await client.get("x")
                await client.get("x")
            assert all("cookie" not in request.headers for request in server.log)

    asyncio.run(story())


def test_a_large_body_comes_in_large_pieces() -> None:
    """A download of gigabytes is not cut into pieces of 64 KB on its way."""

    class Large(FakeServer):
        @route("GET", "/large")
        def large(self, request: Request) -> Reply:
            return Reply(body=b"x" * 2**20, repeat=16)

    async def story() -> None:
        with Large() as server:
            async with open_client() as client, client.stream("GET", f"{server.url}/large") as response:
                pieces = [len(piece) async for piece in response.aiter_raw()]
            assert sum(pieces) == 16 * 2**20
            assert max(pieces) > 65_536

    asyncio.run(story())
