"""Passwords as people paste them, the browser's way back, OAuth with PKCE and state, rotation with every step failing."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx
import pytest

from holdfast.errors import AuthRejected, HoldfastError, NetworkError, RemoteError, UsageError
from holdfast.providers.http import Client, Credential
from holdfast.providers.listener import Callback
from holdfast.providers.sign_in import (
    Approval,
    OAuthApp,
    approval,
    approved,
    attempt,
    clean_password,
    code_of,
    exchange,
    header_probe,
    renewal,
    rotate,
    wordpress_credential,
)
from holdfast.providers.wordpress import SiteIndex
from holdfast.secret import Secret
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.server import FakeServer, Reply, Request, json_reply, route
from tests.support.fakes.site import FakeSite

LETTERS = "abcdEFGH1234ijklMNOP5678"


@pytest.mark.parametrize(
    "pasted",
    [
        "abcd EFGH 1234 ijkl MNOP 5678",
        LETTERS,
        f"  {LETTERS}\n",
        "abcd\u00a0EFGH\u00a01234\u00a0ijkl\u00a0MNOP\u00a05678",
        "abcd-EFGH-1234-ijkl-MNOP-5678",
    ],
)
def test_pasted_application_passwords(pasted: str) -> None:
    assert clean_password(pasted).reveal() == LETTERS


def test_other_passwords_stay_as_they_are() -> None:
    assert clean_password(" p$ss w0rd! ").reveal() == "p$ss w0rd!"
    assert clean_password("abcd EFGH!1234 ijkl MNOP 5678").reveal() == "abcd EFGH!1234 ijkl MNOP 5678"
    for empty in ("", " \n"):
        with pytest.raises(UsageError):
            clean_password(empty)
    for user in ("", " ", "a:b"):
        with pytest.raises(UsageError):
            wordpress_credential(user, LETTERS)


# --- approval

INDEX = SiteIndex(home="https://example.org", authorization="https://example.org/wp-admin/authorize-application.php")
ROOT = "https://example.org/wp-json/"


def test_the_pages_to_open() -> None:
    asked = approval(INDEX, ROOT, "http://127.0.0.1:5000/abc")
    query = dict(parse_qsl(urlsplit(asked.address).query))
    assert query["success_url"] == "http://127.0.0.1:5000/abc"
    assert query["app_name"] == "Holdfast"
    assert len(query["app_id"]) == 36
    assert "success_url" not in asked.by_hand


def test_a_page_on_another_host_or_by_http_is_not_opened() -> None:
    for page in ("https://evil.example/x", "http://example.org/x", "javascript:alert(1)"):
        with pytest.raises(HoldfastError):
            approval(SiteIndex(authorization=page), ROOT)


def test_what_the_browser_or_a_person_brings() -> None:
    asked = approval(INDEX, ROOT, "http://127.0.0.1:5000/abc")
    good = {"site_url": "https://example.org", "user_login": "ada", "password": LETTERS}
    for came in (good, f"http://127.0.0.1:5000/abc?{urlencode(good)}"):
        credential = approved(asked, came)
        assert (credential.user, credential.secret.reveal()) == ("ada", LETTERS)
    assert approved(asked, "abcd EFGH 1234 ijkl MNOP 5678", user="ada").secret.reveal() == LETTERS


@pytest.mark.parametrize(
    ("came", "code"),
    [
        ({"success": "false"}, "SIGN-IN-REFUSED"),
        ({"error": "disabled"}, "AUTH-OFF"),
        ({"site_url": "https://evil.example", "user_login": "x", "password": LETTERS}, "SIGN-IN-MIXED"),
        ({"user_login": "x", "password": LETTERS}, "SIGN-IN-MIXED"),
        ({}, "PASSWORD"),
        ("http://127.0.0.1/?site_url=https%3A%2F%2Fexample.org", "PASSWORD"),
    ],
)
def test_what_is_no_approval(came: dict[str, str] | str, code: str) -> None:
    with pytest.raises(HoldfastError) as caught:
        approved(Approval("", "", "https://example.org"), came)
    assert caught.value.code == code
    assert LETTERS not in repr(caught.value.failure())


# --- the way back


def test_the_callback_hears_once_on_its_own_path_and_cleans_the_address() -> None:
    async def story() -> None:
        async with Callback() as callback, httpx.AsyncClient(trust_env=False) as browser:
            base = callback.address.rpartition("/")[0]
            assert urlsplit(callback.address).hostname == "127.0.0.1"
            assert (await browser.get(f"{base}/favicon.ico")).status_code == 404
            assert (await browser.get(f"{base}/?password=x")).status_code == 404
            assert (await browser.post(callback.address)).status_code == 404
            assert (await browser.get(callback.address, headers={"Host": "evil.example"})).status_code == 421
            first = await browser.get(f"{callback.address}?password=abc&user_login=a%40b")
            assert first.status_code == 303
            assert "password" not in first.headers["location"]
            assert (await browser.get(f"{callback.address}?password=other")).status_code == 410
            waiting = asyncio.create_task(callback.wait(5))
            page = await browser.get(base + first.headers["location"])
            assert "close this page" in page.text
            assert page.headers["referrer-policy"] == "no-referrer"
            assert await waiting == {"password": "abc", "user_login": "a@b"}

    asyncio.run(story())


def test_the_callback_gives_up() -> None:
    async def story() -> None:
        async with Callback() as callback:
            with pytest.raises(NetworkError) as caught:
                await callback.wait(0.05)
            assert caught.value.code == "SIGN-IN-TIMEOUT"

    asyncio.run(story())


# --- OAuth


def app_of(site: FakeSite, secret: str = "client-s3cret") -> OAuthApp:
    return OAuthApp.of_site(site.url, "holdfast", Secret(secret))


def test_oauth_from_the_browser_to_a_token_and_a_fresh_one() -> None:
    async def story() -> None:
        with FakeSite() as site:
            async with Callback() as callback, httpx.AsyncClient(trust_env=False) as browser:
                tried = attempt(app_of(site), callback.address)
                query = dict(parse_qsl(urlsplit(tried.address).query))
                assert (query["code_challenge_method"], query["scope"]) == ("S256", "backup:read backup:write")
                assert tried.verifier.reveal() not in tried.address
                waiting = asyncio.create_task(callback.wait(5))
                await browser.get(callback.address, params={"code": site.code_for(query), "state": query["state"]}, follow_redirects=True)
                code = code_of(tried, await waiting)
            one = await exchange(app_of(site), tried, code, clock=site.clock)
            assert one.kind == "bearer"
            assert one.expires_at is not None
            assert timedelta(minutes=58) <= one.expires_at - site.clock.time <= timedelta(hours=1)
            two = await renewal(app_of(site), clock=site.clock)(one)
            assert two.secret != one.secret
            with pytest.raises(AuthRejected) as caught:
                await renewal(app_of(site), clock=site.clock)(one)
            assert caught.value.code == "AUTH-EXPIRED"
            with pytest.raises(AuthRejected):
                await exchange(app_of(site), tried, code, clock=site.clock)
            assert all("authorization" not in request.headers for request in site.log)

    asyncio.run(story())


def test_oauth_refuses_what_it_did_not_ask_for() -> None:
    with FakeSite() as site:
        tried = attempt(app_of(site), "http://127.0.0.1:1/x")
        state = tried.state.reveal()
        for came in (
            {"code": "c"},
            {"code": "c", "state": "other"},
            {"state": state},
            {"error": "access_denied", "state": state},
            f"http://x/?code=1&state={state}x",
        ):
            with pytest.raises(AuthRejected):
                code_of(tried, came)
        assert code_of(tried, f"http://127.0.0.1:1/x?code=c1&state={state}").reveal() == "c1"
        assert attempt(app_of(site), "x").state != tried.state


def test_oauth_needs_the_verifier_and_echoed_secrets_are_masked() -> None:
    async def story() -> None:
        with FakeSite() as site:
            tried = attempt(app_of(site), "http://127.0.0.1:1/x")
            other = attempt(app_of(site), "http://127.0.0.1:1/x")
            code = Secret(site.code_for(dict(parse_qsl(urlsplit(tried.address).query))))
            with pytest.raises(AuthRejected):
                await exchange(app_of(site), other, code, clock=site.clock)
            with pytest.raises(AuthRejected) as caught:
                await exchange(app_of(site, "wr0ng-canary"), tried, code, clock=site.clock)
            assert "canary" not in repr(caught.value.failure())
            site.switch_on("body", body=b'{"access_token": "x", "token_type": "mac"}')
            with pytest.raises(RemoteError):
                await exchange(app_of(site), tried, code, clock=site.clock)

    asyncio.run(story())


def test_a_renewal_without_a_refresh_token_asks_for_a_person() -> None:
    async def story() -> None:
        with FakeSite() as site:
            with pytest.raises(AuthRejected, match="expired"):
                await renewal(app_of(site), clock=site.clock)(Credential("bearer", secret=Secret("x")))
            assert site.log == []

    asyncio.run(story())


def test_plain_http_is_no_place_for_a_client_secret() -> None:
    with pytest.raises(UsageError):
        OAuthApp.of_site("http://example.org", "id", Secret("x"))


# --- rotation


class Passwords(FakeServer):
    """The application passwords of one user. `names`: id -> (name, password)."""

    def __init__(self) -> None:
        super().__init__(clock=SimulatedClock())
        self.names = {"old": ("Tests", "a" * 24)}

    def before(self, request: Request) -> Reply | None:
        self.used = next((key for key, (_, password) in self.names.items() if request.login == ("ada", password)), "")
        return None if self.used else json_reply(401, {"code": "rest_not_logged_in", "message": "No", "data": {"status": 401}})

    @route("GET", "/wp/v2/users/me")
    def me(self, request: Request) -> Reply:
        return json_reply(200, {"id": 1, "username": "ada", "roles": ["backup_operator"], "capabilities": {"read": True}})

    @route("GET", "/wp/v2/users/me/application-passwords/introspect")
    def introspect(self, request: Request) -> Reply:
        return json_reply(200, {"uuid": self.used, "name": self.names[self.used][0], "created": "2026-01-01T00:00:00"})

    @route("GET", "/wp/v2/users/me/application-passwords")
    def all(self, request: Request) -> Reply:
        return json_reply(200, [{"uuid": key, "name": name} for key, (name, _) in self.names.items()])

    @route("POST", "/wp/v2/users/me/application-passwords")
    def make(self, request: Request) -> Reply:
        key = f"new{len(self.names)}"
        self.names[key] = (request.json()["name"], chr(98 + len(self.names)) * 24)
        return json_reply(201, {"uuid": key, "name": request.json()["name"], "password": self.names[key][1]})

    @route("DELETE", "/wp/v2/users/me/application-passwords/{uuid}")
    def remove(self, request: Request) -> Reply:
        del self.names[request.names["uuid"]]
        return json_reply(200, {"deleted": True})


MAKE = "POST */application-passwords"


@pytest.mark.parametrize(
    ("fault", "on"),
    [
        ("reset", MAKE),
        ("drop-answer", MAKE),
        ("truncated", MAKE),
        ("gateway-after-acting", MAKE),
        ("wrong-types", MAKE),
        ("firewall", MAKE),
        ("", "the new one is refused"),
        ("", "the store fails"),
    ],
)
def test_a_rotation_that_fails_leaves_the_old_password_and_no_other(fault: str, on: str) -> None:
    async def store(credential: Credential) -> None:
        raise RemoteError("The keyring is locked.", code="KEY-LOCKED")

    async def story() -> None:
        with Passwords() as site:
            old = Credential("basic", "ada", Secret("a" * 24))
            async with Client(site.url, old, clock=site.clock) as client:

                def other(credential: Credential) -> Client:
                    if on == "the new one is refused":
                        credential = Credential("basic", "ada", Secret("refused"))
                    return Client(site.url, credential, clock=site.clock)

                if fault:
                    site.switch_on(fault, on=on)
                with pytest.raises(HoldfastError):
                    await rotate(client, other, store)
            assert list(site.names) == ["old"]

    asyncio.run(story())


def test_a_rotation_whose_last_step_fails_says_so_and_is_done() -> None:
    stored = []

    async def store(credential: Credential) -> None:
        stored.append(credential)

    async def story() -> None:
        with Passwords() as site:
            async with Client(site.url, Credential("basic", "ada", Secret("a" * 24)), clock=site.clock) as client:
                site.switch_on("status", times=9, on="DELETE *", status=500)
                done = await rotate(client, lambda one: Client(site.url, one, clock=site.clock), store)
            assert stored == [done.credential]
            assert (done.revoked, bool(done.why)) == (False, True)

    asyncio.run(story())


# --- the probe


@pytest.mark.parametrize(
    ("status", "body", "verdict"),
    [
        (200, "<methodResponse><params><member><name>blogid</name></member></params></methodResponse>", "header-stripped"),
        (200, "<methodResponse><fault><name>faultCode</name><value><int>403</int></value></fault></methodResponse>", "wrong-password"),
        (200, "<methodResponse><fault><name>faultCode</name><value><int>405</int></value></fault></methodResponse>", "undecided"),
        (405, "XML-RPC server accepts POST requests only.", "undecided"),
        (404, "no", "undecided"),
        (200, "<!DOCTYPE x [<!ENTITY a 'b'>]>", "undecided"),
    ],
)
def test_the_probe_asks_once_and_never_guesses(status: int, body: str, verdict: str) -> None:
    async def story() -> None:
        with FakeServer() as site:
            site.switch_on("body", times=9, status=status, body=body.encode(), type="text/xml")
            credential = Credential("basic", "a<d>a", Secret("x&y"))
            assert await header_probe(site.url, credential) == verdict
            assert len(site.log) == 1
            assert b"a&lt;d&gt;a" in site.log[0].body
            assert "authorization" not in site.log[0].headers

    asyncio.run(story())


def test_the_probe_does_not_send_a_password_by_plain_http() -> None:
    with pytest.raises(UsageError):
        asyncio.run(header_probe("http://example.org", Credential("basic", "a", Secret("b"))))
