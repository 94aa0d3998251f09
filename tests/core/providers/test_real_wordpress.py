"""Discovery, signing in, paging and error forms against a real WordPress."""

from __future__ import annotations

import asyncio
import html
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from holdfast.errors import AuthRejected, Forbidden, HoldfastError, NotFound, RemoteError, Unsupported
from holdfast.providers.backup_copilot import BackupCopilot
from holdfast.providers.base import Provider, Wanted
from holdfast.providers.discovery import Detected, detect
from holdfast.providers.http import NOBODY, Client, Credential
from holdfast.providers.listener import Callback
from holdfast.providers.safeguard import SafeGuard
from holdfast.providers.sign_in import approval, approved, header_probe, hint_for, revoke, rotate, try_wordpress, wordpress_credential
from holdfast.providers.wordpress import delete, page_of, routes, site_index
from holdfast.secret import Secret
from tests.support.rest_wordpress import RestWordPress


def client_of(site: RestWordPress, user: str = "admin", password: str = "", root: str = "") -> Client:
    return Client(root or f"{site.url}/wp-json/", wordpress_credential(user, password or site.passwords[user]))


@pytest.mark.parametrize(
    "typed",
    ["{}", "{}/", "{}/wp-admin/", "{}/wp-login.php?redirect_to=x", "{}/wp-json/wp/v2/posts", "{}/post-number-1/", "{}/nothing/here/"],
)
@pytest.mark.parametrize("scheme", ["http://", ""])
def test_anything_that_is_typed_leads_to_the_root(wordpress: RestWordPress, typed: str, scheme: str) -> None:
    started = time.monotonic()
    found = asyncio.run(detect(scheme + typed.format(wordpress.url.removeprefix("http://"))))
    assert time.monotonic() - started < 3
    assert found.root == f"{wordpress.url}/wp-json/"
    assert {one.system: (one.ready, one.why) for one in found.systems} == {"backup-copilot": (True, ""), "safeguard": (True, "")}
    assert found.sign_in == ("application-password", "browser", "oauth")
    assert found.warnings == ()
    assert found.name == "Café Holdfast 😀"
    assert "wp/v2" in found.namespaces


@pytest.fixture
def plain(wordpress: RestWordPress) -> Iterator[RestWordPress]:
    wordpress.seed("plain")
    yield wordpress
    wordpress.seed("pretty")


def test_plain_permalinks(plain: RestWordPress) -> None:
    async def story() -> None:
        found = await detect(plain.url)
        assert found.root == f"{plain.url}/index.php?rest_route=/"
        async with client_of(plain, root=found.root) as client:
            assert "bkpc/v1" in (await site_index(client)).namespaces
            assert (await try_wordpress(client)).me.user == "admin"
            page = await page_of(client, "safeguard/v1/backups", 2, 100)
            assert (len(page.items), page.total, page.more) == (30, 130, False)
            assert (await routes(client, "safeguard/v1")).has("DELETE", "safeguard/v1/backups/{}")
            await delete(client, "safeguard/v1/backups/safeguard_7")
            with pytest.raises(NotFound):
                await client.get("safeguard/v1/backups/safeguard_7")

    asyncio.run(story())


def test_a_site_whose_application_passwords_are_off(wordpress: RestWordPress) -> None:
    wordpress.switch("passwords-off", on=True)
    try:
        found = asyncio.run(detect(wordpress.url))
    finally:
        wordpress.switch("passwords-off", on=False)
    assert found.sign_in == ("oauth",)
    assert [one.code for one in found.warnings] == ["AUTH-OFF"]
    assert {one.system: (one.ready, one.why) for one in found.systems} == {"backup-copilot": (True, ""), "safeguard": (False, "AUTH-OFF")}
    with pytest.raises(AuthRejected) as caught:
        approval(found.index, found.root)
    assert caught.value.code == "AUTH-OFF"


def test_a_hidden_interface_is_told_and_found_with_credentials(wordpress: RestWordPress) -> None:
    async def story() -> Detected:
        with pytest.raises(AuthRejected) as caught:
            await detect(wordpress.url)
        assert caught.value.code == "REST-HIDDEN"
        return await detect(wordpress.url, credential=wordpress_credential("admin", wordpress.passwords["admin"]))

    wordpress.switch("rest-hidden", on=True)
    try:
        assert asyncio.run(story()).root == f"{wordpress.url}/wp-json/"
    finally:
        wordpress.switch("rest-hidden", on=False)


def test_passwords_with_and_without_spaces_and_by_e_mail(wordpress: RestWordPress) -> None:
    async def story() -> None:
        grouped = wordpress.passwords["admin"]
        assert len(grouped.split()) == 6
        for user, password in (("admin", grouped), ("admin", grouped.replace(" ", "")), ("admin@example.org", f"  {grouped}\n")):
            async with client_of(wordpress, user, password) as client:
                who = await try_wordpress(client)
                assert who.me.user == "admin"
                assert "manage_options" in who.me.capabilities
                assert who.password_id
                assert who.created_at is not None
                assert hint_for(who.me) == "ADMIN-NOT-NEEDED"
        async with client_of(wordpress, "operator") as client:
            assert hint_for((await try_wordpress(client)).me) == ""

    asyncio.run(story())


def test_a_wrong_password_and_a_wrong_user_are_refused(wordpress: RestWordPress) -> None:
    async def story() -> None:
        for user in ("admin", "nobody-at-all"):
            async with client_of(wordpress, user, "aaaa bbbb cccc dddd eeee ffff") as client:
                with pytest.raises(AuthRejected) as caught:
                    await try_wordpress(client)
                assert caught.value.details["http"] == 401

    asyncio.run(story())


def test_the_probe_tells_a_wrong_password_from_a_lost_header(wordpress: RestWordPress) -> None:
    async def story() -> None:
        right = wordpress_credential("admin", wordpress.passwords["admin"])
        assert await header_probe(wordpress.url, right) == "header-stripped"
        assert await header_probe(wordpress.url, Credential("basic", "admin", Secret("wrong <&> one"))) == "wrong-password"
        assert await header_probe(f"{wordpress.url}/nowhere", right) == "undecided"

    asyncio.run(story())


def test_rotating_makes_tries_stores_and_revokes(wordpress: RestWordPress) -> None:
    stored: list[Credential] = []

    async def store(credential: Credential) -> None:
        stored.append(credential)

    async def story() -> None:
        async with client_of(wordpress, "operator") as client:
            old = (await try_wordpress(client)).password_id
            done = await rotate(client, lambda one: Client(client.base, one), store)
            assert (done.revoked, done.why) == (True, "")
            assert stored == [done.credential]
            with pytest.raises(AuthRejected):
                await try_wordpress(client)
        async with Client(f"{wordpress.url}/wp-json/", done.credential) as fresh:
            now = await try_wordpress(fresh)
            assert now.password_id != old
            assert now.password_name.startswith("Holdfast")
            assert await revoke(fresh) is True
            with pytest.raises(AuthRejected):
                await try_wordpress(fresh)

    asyncio.run(story())
    wordpress.seed("pretty")


def test_rotating_that_cannot_be_stored_leaves_all_as_it_was(wordpress: RestWordPress) -> None:
    async def store(credential: Credential) -> None:
        raise RemoteError("The keyring is locked.", code="KEY-LOCKED")

    async def story() -> None:
        async with client_of(wordpress, "operator") as client:
            before = (await client.get("wp/v2/users/me/application-passwords")).body
            with pytest.raises(RemoteError):
                await rotate(client, lambda one: Client(client.base, one), store)
            after = (await client.get("wp/v2/users/me/application-passwords")).body
            assert [one["uuid"] for one in after] == [one["uuid"] for one in before]

    asyncio.run(story())


def test_approval_by_the_browser_comes_back_to_loopback(wordpress: RestWordPress) -> None:
    """The page of WordPress itself is filled in as a browser without scripts would."""

    async def story() -> None:
        import httpx

        found = await detect(wordpress.url)
        async with Callback() as callback, httpx.AsyncClient(follow_redirects=False, trust_env=False) as browser:
            asked = approval(found.index, found.root, callback.address)
            await browser.get(f"{wordpress.url}/wp-login.php")
            await browser.post(
                f"{wordpress.url}/wp-login.php", data={"log": "admin", "pwd": "admin-pw", "testcookie": "1", "wp-submit": "Log In"}
            )
            page = await browser.get(asked.address)
            assert page.status_code == 200, page.text[:500]
            hidden = re.findall(r'<input type="hidden"[^>]*? name="([^"]+)" value="([^"]*)"', page.text)
            sent = {name: html.unescape(value) for name, value in hidden}
            answer = await browser.post(
                f"{wordpress.url}/wp-admin/authorize-application.php",
                data={**sent, "action": "authorize_application_password", "app_name": "Holdfast", "approve": "Yes"},
            )
            assert answer.status_code == 302, answer.text[:500]
            waiting = asyncio.create_task(callback.wait(10))
            back = await browser.get(answer.headers["location"])
            assert back.status_code == 303
            clean = await browser.get(callback.address.rpartition("/")[0] + back.headers["location"])
            assert "close this page" in clean.text
            credential = approved(asked, await waiting)
        assert credential.user == "admin"
        async with Client(found.root, credential) as client:
            assert (await try_wordpress(client)).password_name == "Holdfast"

    asyncio.run(story())


def test_paging_of_both_forms(wordpress: RestWordPress) -> None:
    async def story() -> None:
        async with client_of(wordpress) as client:
            first = await page_of(client, "safeguard/v1/backups", 1, 100)
            second = await page_of(client, "safeguard/v1/backups", 2, 100)
            beyond = await page_of(client, "safeguard/v1/backups", 9, 100)
            assert first.total is not None
            assert (len(first.items), first.more) == (100, True)
            assert (len(first.items) + len(second.items), second.more) == (first.total, False)
            assert (list(beyond.items), beyond.more) == ([], False)
            core = await page_of(client, "wp/v2/posts", 99, 10)
            assert (list(core.items), core.more) == ([], False)
            enveloped = (await client.get("bkpc/v1/backup/list", {"per_page": 50, "page": 1})).mapping()
            assert len(enveloped["data"]["backups"]) == 50

    asyncio.run(story())


@pytest.mark.parametrize(
    ("user", "path", "kind", "code"),
    [
        ("admin", "bkpc/v1/backup/none", NotFound, "NOT-FOUND"),
        ("admin", "safeguard/v1/backups/none", NotFound, "NOT-FOUND"),
        ("admin", "safeguard/v9/backups", Unsupported, "PLUGIN-MISSING"),
        ("admin", "bkpc/v1/backup/create", NotFound, "NOT-FOUND"),
        ("writer", "bkpc/v1/backup/list", Forbidden, "AUTH-SCOPE"),
        ("writer", "safeguard/v1/backups", Forbidden, "AUTH-SCOPE"),
        ("admin", "wp/v2/posts?trouble=fatal", RemoteError, "SITE-5XX"),
        ("admin", "wp/v2/posts?trouble=login", AuthRejected, "SITE-LOGIN"),
    ],
)
def test_the_forms_of_errors(wordpress: RestWordPress, user: str, path: str, kind: type[HoldfastError], code: str) -> None:
    async def story() -> None:
        async with client_of(wordpress, user) as client:
            path_only, _, trouble = path.partition("?trouble=")
            with pytest.raises(kind) as caught:
                await client.get(path_only, {"trouble": trouble or None}, tries=1)
            assert caught.value.code == code

    asyncio.run(story())


@pytest.mark.parametrize(
    ("how", "status", "code"),
    [("maintenance", 503, "SITE-MAINTENANCE"), ("database", 500, "SITE-DATABASE"), ("installing", 302, "SITE-DATABASE")],
)
def test_what_a_restore_makes_of_a_site_is_no_refused_password(wordpress: RestWordPress, how: str, status: int, code: str) -> None:
    """Each passes by itself, in a call and in detection, and no credential is blamed for it."""

    async def story() -> None:
        async with client_of(wordpress) as client:
            for path in ("bkpc/v1/backup/list", "safeguard/v1/backups"):
                with pytest.raises(RemoteError) as caught:
                    await client.get(path, tries=1)
                assert (caught.value.details["http"], caught.value.code, caught.value.retryable) == (status, code, True)
            with pytest.raises(RemoteError) as caught:
                await client.send("POST", "safeguard/v1/backups", {"label": "never"})
            assert caught.value.details["lost"] is (how == "database")
            with pytest.raises(RemoteError) as caught:
                await detect(wordpress.url)
            assert caught.value.code == code

    with wordpress.broken(how):
        asyncio.run(story())
    assert asyncio.run(_labels(wordpress)) == []


async def _labels(site: RestWordPress) -> list[str]:
    async with client_of(site) as client:
        return [one["label"] for one in (await client.get("safeguard/v1/backups")).body if one.get("label")]


@pytest.mark.parametrize(
    ("switch", "user", "password", "word", "code"),
    [
        ("asks-early", "admin", "aaaa bbbb cccc dddd eeee ffff", "incorrect_password", "AUTH-REJECTED"),
        ("asks-early", "nobody-at-all", "aaaa bbbb cccc dddd eeee ffff", "invalid_username", "AUTH-REJECTED"),
        ("asks-early", "no@example.org", "aaaa bbbb cccc dddd eeee ffff", "invalid_email", "AUTH-REJECTED"),
        ("user-off", "admin", "", "application_passwords_disabled_for_user", "AUTH-OFF"),
        ("passwords-off", "admin", "", "rest_not_logged_in", "AUTH-REJECTED"),
    ],
)
def test_the_forms_of_a_refused_sign_in(wordpress: RestWordPress, switch: str, user: str, password: str, word: str, code: str) -> None:
    async def story() -> None:
        async with client_of(wordpress, user, password or wordpress.passwords["admin"]) as client:
            with pytest.raises(AuthRejected) as caught:
                await client.get("safeguard/v1/backups")
            assert (caught.value.details["server_code"], caught.value.code) == (word, code)

    wordpress.switch("asks-early", on=True)
    wordpress.switch(switch, on=True)
    try:
        if switch == "passwords-off":
            wordpress.switch("asks-early", on=False)
        asyncio.run(story())
    finally:
        wordpress.switch(switch, on=False)
        wordpress.switch("asks-early", on=False)


def test_an_envelope_brings_the_totals_that_a_proxy_eats_and_a_post_may_stand_for_a_delete(wordpress: RestWordPress) -> None:
    async def story() -> None:
        async with client_of(wordpress) as client:
            page = await page_of(client, "safeguard/v1/backups", 2, 50, enveloped=True)
            assert (len(page.items), page.total, page.more) == (50, 130, True)
            with pytest.raises(NotFound):
                await page_of(client, "safeguard/v1/backups/none", 1, 50, enveloped=True)
            await client.send("POST", "safeguard/v1/backups/safeguard_9", headers={"X-HTTP-Method-Override": "DELETE"})
            with pytest.raises(NotFound):
                await client.get("safeguard/v1/backups/safeguard_9")

    asyncio.run(story())
    wordpress.seed("pretty")


def test_both_providers_make_find_and_delete_a_backup(wordpress: RestWordPress) -> None:
    """What the index shows is what is offered; a lost backup is found by its marker; nothing is left."""

    async def story(client: Client, provider: Provider) -> None:
        can = (await provider.capabilities()).can
        assert can("create")
        assert can("delete")
        assert not can("restore")
        assert not can("schedules.create")
        since = datetime.now(UTC)
        wanted = Wanted("full", "Größe 😀", "job-77")
        made = await provider.create(wanted)
        assert made.status in {"queued", "running"}
        found = await provider.adopt(wanted, since)
        assert found is not None
        assert (found.id, found.label, found.metadata["holdfast_job"]) == (made.id, "Größe 😀", "job-77")
        assert len([one async for one in provider.list()]) == 131
        await provider.delete(made.id)
        await provider.delete(made.id)
        with pytest.raises(NotFound):
            await provider.details(made.id)

    async def both() -> None:
        for kind in (BackupCopilot, SafeGuard):
            async with client_of(wordpress) as client:
                await story(client, kind(client))

    asyncio.run(both())


def test_nobody_is_told_to_sign_in_and_warnings_before_json_are_read_over(wordpress: RestWordPress) -> None:
    async def story() -> None:
        async with Client(f"{wordpress.url}/wp-json/", NOBODY) as client:
            with pytest.raises(AuthRejected) as caught:
                await client.get("safeguard/v1/backups")
            assert caught.value.details["server_code"] == "rest_not_logged_in"
            answer = await client.get("", {"trouble": "warning", "_fields": "name"})
            assert answer.junk
            assert answer.mapping()["name"] == "Café Holdfast 😀"
            found = await routes(client, "bkpc/v1")
            assert found.has("DELETE", "bkpc/v1/backup/{}")
            assert found.has("GET", "bkpc/v1/backup/{}/status")
            assert not found.any("POST", "bkpc/v1/webhooks/create", "bkpc/v1/backup/{}/download")

    asyncio.run(story())
