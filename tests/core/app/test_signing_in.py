"""Signing in by the browser, with a second factor, and what is stored of it: the door against the named fakes over real HTTP."""

from __future__ import annotations

import asyncio
import json
import ssl
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from holdfast.app import Holdfast
from holdfast.errors import AuthRejected, HoldfastError, NetworkError, NotFound, Unsupported, UsageError
from holdfast.secret import Secret
from tests.core.app.conftest import Scene, plain
from tests.support.certificates import Authority
from tests.support.fakes.browser import FakeWithBrowser
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.general_bots import FakeGeneralBots
from tests.support.fakes.server import wait_until
from tests.support.fakes.wp_engine import FakeWPEngine


def site_now() -> FakeWithBrowser:
    return FakeWithBrowser(clock=SimulatedClock(datetime.now(UTC)))


async def trail(app: Holdfast) -> list[str]:
    return [f"{row.action} {row.outcome}" for row in (await app.audit(limit=500)).items]


def test_a_password_made_in_the_browser_is_tried_and_stored(scene: Scene) -> None:
    """Approval comes back to loopback; the site is added with it, the browser's history keeps nothing, the trail names the calls."""
    shown: list[str] = []
    with site_now() as site:

        def open_page(address: str) -> None:
            shown.append(address)
            site.visit(address)

        async def story(app: Holdfast) -> Any:
            brought = await app.sites.browser_sign_in("backup-copilot", site.home, open_page=open_page, by_hand=shown.append)
            assert site.passwords[list(site.passwords)[1]] not in repr(brought)
            view = await app.sites.add("shop", system="backup-copilot", sign_in=brought)
            assert (await app.backups.list("shop")).total == 0
            account = await app.accounts.show("shop")
            return view, account, await trail(app)

        view, account, rows = scene.run(story)
        wait_until(lambda: bool(site.pages))
    assert "success_url" not in shown[0]
    back = parse_qs(urlsplit(shown[1]).query)["success_url"][0]
    assert urlsplit(back).hostname == "127.0.0.1"
    assert site.pages[0].startswith("http://127.0.0.1:")
    assert "password" not in site.pages[0]
    assert (view.system, account.user, account.auth) == ("backup-copilot", "ada", "basic")
    assert sum(row.startswith("call: ") for row in rows) >= 3
    assert not any(password in json.dumps(rows) for password in site.passwords.values())


def test_oauth_with_pkce_is_renewed_and_the_new_token_stored(scene: Scene) -> None:
    """Authorization code with PKCE and state; later the token is past its end: the refresh token is used once and replaced."""
    with site_now() as site:
        site.lasts = 30  # less than what counts as early: past its end at once

        async def story(app: Holdfast) -> Any:
            brought = await app.sites.browser_sign_in(
                "backup-copilot", site.home, open_page=site.visit, kind="oauth", client_id="me", client_secret=Secret("client-secret")
            )
            account = await app.accounts.add("copilot", system="backup-copilot", sign_in=brought)
            await app.sites.add("shop", system="backup-copilot", account="copilot", url=site.home)
            assert (await app.backups.list("shop")).total == 0
            return account, await trail(app)

        account, rows = scene.run(story)
        asked = site.asked("POST /oauth/token")
        assert account.auth == "bearer"
        assert [one.form()["grant_type"] for one in asked][:2] == ["authorization_code", "refresh_token"]
        assert len({one.form().get("refresh_token") for one in asked}) == len(asked)
        assert "call: POST oauth/token ok" in rows
        assert "credential renewed done" in rows
        again = scene.run(lambda app: app.sites.test_service("shop"))
        assert again["identity"]["may"] is True


@pytest.mark.parametrize("kind", ["application-password", "oauth"])
def test_who_says_no_is_not_signed_in(scene: Scene, kind: str) -> None:
    with site_now() as site:
        site.says_yes = False
        words: dict[str, Any] = {"client_id": "me"} if kind == "oauth" else {}
        with pytest.raises(AuthRejected) as caught:
            scene.run(lambda app: app.sites.browser_sign_in("backup-copilot", site.home, open_page=site.visit, kind=kind, **words))
    assert caught.value.code == "SIGN-IN-REFUSED"


def test_a_wrong_client_secret_is_refused_without_being_named(scene: Scene) -> None:
    with site_now() as site, pytest.raises(HoldfastError) as caught:
        scene.run(
            lambda app: app.sites.browser_sign_in(
                "backup-copilot", site.home, open_page=site.visit, kind="oauth", client_id="me", client_secret=Secret("wr0ng-s3cret")
            )
        )
    assert "wr0ng-s3cret" not in str(caught.value.failure())


def test_a_site_that_does_not_come_back_times_out_and_is_pasted_instead(scene: Scene) -> None:
    """WordPress before 7.0 refuses plain http on loopback: an error page, nothing comes; the page by hand shows a password to paste."""
    with site_now() as site:
        site.comes_back = False
        pages: list[str] = []
        with pytest.raises(NetworkError) as caught:
            scene.run(
                lambda app: app.sites.browser_sign_in("backup-copilot", site.home, open_page=site.visit, by_hand=pages.append, seconds=1.0)
            )
        assert caught.value.code == "SIGN-IN-TIMEOUT"
        assert scene.run(lambda app: app.sites.approval_page("backup-copilot", site.home)) == pages[0]
        site.visit(pages[0])
        wait_until(lambda: "new password" in "".join(site.pages))
        pasted = list(site.passwords.values())[-1]
        view = scene.run(
            lambda app: app.sites.add(
                "shop", system="backup-copilot", url=site.home, user="ada", secret=Secret(f" {pasted[:4]} {pasted[4:]}")
            )
        )
    assert view.identity["user"] == "ada"


def test_giving_up_closes_the_door(scene: Scene) -> None:
    """Cancelling the task ends the wait at once, and nobody listens any more."""
    with site_now() as site:
        opened: list[str] = []

        async def story() -> None:
            async with scene.app() as app:
                task = asyncio.create_task(app.sites.browser_sign_in("backup-copilot", site.home, open_page=opened.append))
                while not opened:
                    await asyncio.sleep(0.02)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task

        asyncio.run(story())
        back = urlsplit(parse_qs(urlsplit(opened[0]).query)["success_url"][0])

        def is_closed() -> bool:
            import socket

            with socket.socket() as probe:
                return probe.connect_ex((back.hostname or "", back.port or 0)) != 0

        wait_until(is_closed)


def test_what_cannot_sign_in_by_the_browser(scene: Scene) -> None:
    """SafeGuard knows no OAuth; a plugin that is not there; a sign-in for one system is of no use for another."""
    with site_now() as site:

        async def story(app: Holdfast) -> None:
            with pytest.raises(Unsupported):
                await app.sites.browser_sign_in("safeguard", site.home, open_page=site.visit, kind="oauth", client_id="x")
            with pytest.raises(NotFound) as caught:
                await app.sites.browser_sign_in("safeguard", site.home, open_page=site.visit)
            assert caught.value.code == "PLUGIN-MISSING"
            brought = await app.sites.browser_sign_in("backup-copilot", site.home, open_page=site.visit)
            with pytest.raises(UsageError):
                await app.sites.add("shop", system="safeguard", sign_in=brought)
            with pytest.raises(UsageError):
                await app.accounts.add("shop", system="backup-copilot", sign_in=brought, user="ada", secret=Secret("x"))
            assert await app.sites.list() == []
            assert await app.accounts.list() == []

        scene.run(story)


def test_an_expired_sign_in_is_given_anew_by_the_browser(scene: Scene) -> None:
    """`sites.edit(sign_in=…)`: the credential is exchanged, the site stays."""
    with site_now() as site:

        async def story(app: Holdfast) -> Any:
            await app.sites.add("shop", system="backup-copilot", url=site.home, user="ada", secret=Secret("abcd efgh ijkl mnop qrst uvwx"))
            del site.passwords["first"]
            with pytest.raises(AuthRejected):
                await app.sites.test_service("shop")
            brought = await app.sites.browser_sign_in("backup-copilot", site.home, open_page=site.visit)
            await app.sites.edit("shop", sign_in=brought)
            return await app.sites.test_service("shop")

        assert scene.run(story)["identity"]["user"] == "ada"


def test_a_second_factor_is_asked_for_and_its_code_not_kept(scene: Scene) -> None:
    """General Bots: AUTH-2FA without a code, a refusal with a wrong one, a token with the right one; password and code are not kept."""
    with FakeGeneralBots(clock=SimulatedClock(datetime.now(UTC))) as server:
        words: dict[str, Any] = {
            "system": "general-bots", "url": server.url, "auth": "login", "user": "two@example.org", "secret": Secret("secret"),
        }  # fmt: skip

        async def story(app: Holdfast) -> Any:
            with pytest.raises(AuthRejected) as caught:
                await app.sites.add("bots", **words)
            assert caught.value.code == "AUTH-2FA"
            with pytest.raises(AuthRejected):
                await app.sites.add("bots", **words, code=Secret("000000"))
            assert await app.accounts.list() == []
            await app.sites.add("bots", **words, code=Secret("123456"))
            return await app.accounts.list(), await trail(app)

        accounts, rows = scene.run(story)
        assert [(one.auth, one.user) for one in accounts] == [("bearer", "two@example.org")]
        assert "call: POST api/auth/2fa/verify ok" in rows
        assert (scene.run(lambda app: app.backups.list("bots"))).total == 0
    assert "123456" not in json.dumps(plain(accounts)) + json.dumps(rows)


def test_a_role_that_may_not_says_so(scene: Scene) -> None:
    """403: the message names the role; what the role may is offered, the rest is not."""
    with FakeGeneralBots(clock=SimulatedClock(datetime.now(UTC))) as server:
        server.add_backup()

        async def story(app: Holdfast) -> Any:
            view = await app.sites.add("bots", system="general-bots", url=server.url, auth="api-key", secret=Secret("gb_operator"))
            with pytest.raises(HoldfastError) as caught:
                await app.schedules.add("bots", where="site", every="daily", at="02:00")
            return view, caught.value

        view, error = scene.run(story)
    assert "restore" not in view.capabilities
    assert view.identity["hint"] == "ADMIN-NEEDED-TO-RESTORE"
    assert "admin" in error.hint


def test_a_way_that_a_system_does_not_know_is_refused_before_anything_is_sent(scene: Scene) -> None:
    with FakeWPEngine() as server:
        with pytest.raises(UsageError):
            scene.run(
                lambda app: app.accounts.add(
                    "host", system="wp-engine", url=server.url, user="u", secret=Secret("x"), auth="application-password"
                )
            )
        assert not server.log


def test_plain_http_is_refused_unless_allowed(scene: Scene) -> None:
    """A public name by plain http: refused before a password is sent; with `allow_http` the refusal is the network's."""
    words: dict[str, Any] = {"system": "general-bots", "url": "http://bots.invalid", "auth": "bearer", "secret": Secret("token-1234")}
    with pytest.raises(UsageError):
        scene.run(lambda app: app.accounts.add("one", **words))
    with pytest.raises(NetworkError):
        scene.run(lambda app: app.accounts.add("one", **words, allow_http=True))


def by_tls(server: Any, context: ssl.SSLContext) -> Any:
    """A fake that knows plain http only, behind TLS."""
    server._http.socket = context.wrap_socket(server._http.socket, server_side=True, do_handshake_on_connect=False)
    server.url = server.url.replace("http://", "https://")
    return server


def test_a_private_authority_is_trusted_where_it_is_named_and_for_all_later_calls(scene: Scene, tmp_path: Path) -> None:
    """--ca-file: refused without it, with the certificate named; kept with the account, so that rotating and listing use it as well."""
    authority = Authority(tmp_path)
    with by_tls(site_now(), authority.server()) as site:
        words: dict[str, Any] = {
            "system": "backup-copilot",
            "url": site.home,
            "user": "ada",
            "secret": Secret("abcd efgh ijkl mnop qrst uvwx"),
        }

        async def story(app: Holdfast) -> Any:
            with pytest.raises(NetworkError) as caught:
                await app.accounts.add("copilot", **words)
            assert caught.value.code == "TLS-BAD"
            await app.accounts.add("copilot", **words, ca_file=authority.ca_file)
            await app.sites.add("shop", system="backup-copilot", account="copilot", url=site.home)
            rotated = await app.sites.rotate("shop")
            return rotated, (await app.backups.list("shop")).total, (await app.accounts.show("copilot")).sites

        assert scene.run(story) == ({"revoked": True, "why": ""}, 0, ("shop",))


def test_an_account_that_is_used_stays_and_one_that_is_taken_is_refused(scene: Scene) -> None:
    with site_now() as site:
        words: dict[str, Any] = {
            "system": "backup-copilot",
            "url": site.home,
            "user": "ada",
            "secret": Secret("abcd efgh ijkl mnop qrst uvwx"),
        }

        async def story(app: Holdfast) -> None:
            await app.accounts.add("copilot", **words)
            with pytest.raises(UsageError):
                await app.accounts.add("Copilot", **words)
            await app.sites.add("one", system="backup-copilot", account="copilot", url=site.home)
            await app.sites.add("two", system="backup-copilot", account="copilot", url=site.home)
            with pytest.raises(UsageError):
                await app.accounts.remove("copilot")
            with pytest.raises(UsageError):  # another site needs it
                await app.sites.remove("one", revoke=True)
            with pytest.raises(UsageError):
                await app.sites.add("three", system="safeguard", account="copilot", url=site.home)
            await app.sites.remove("one")
            await app.sites.remove("two", revoke=True)
            assert await app.accounts.list() == []

        scene.run(story)
        assert not site.passwords


def test_the_same_with_worker_processes(scene: Scene) -> None:
    """As the window runs it: the page's address comes through the pipe, cancelling the task ends the wait, no secret in logs."""
    with site_now() as site:
        opened: list[str] = []

        async def story() -> Any:
            async with scene.app(processes=True) as app:
                waiting = asyncio.create_task(app.sites.browser_sign_in("backup-copilot", site.home, open_page=opened.append))
                async with asyncio.timeout(30):
                    while not opened:
                        await asyncio.sleep(0.05)
                waiting.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await waiting
                brought = await app.sites.browser_sign_in("backup-copilot", site.home, open_page=site.visit)
                await app.sites.add("shop", system="backup-copilot", sign_in=brought)
                return (await app.backups.list("shop")).total

        assert asyncio.run(story()) == 0
        logged = b"".join(file.read_bytes() for file in scene.home.rglob("*") if file.is_file())
        assert not any(password.encode() in logged for password in site.passwords.values())
