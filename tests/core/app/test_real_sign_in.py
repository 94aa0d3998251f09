"""Signing in through the door against a real WordPress: approval on its own page, rotation, revoking, the age of the password."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from holdfast.app import Holdfast
from holdfast.errors import AuthRejected
from holdfast.records import Backup
from holdfast.secret import Secret
from tests.core.app.conftest import Scene
from tests.support.mariadb import MariaDb
from tests.support.rest_wordpress import RestWordPress


@pytest.fixture(scope="module")
def wordpress(tmp_path_factory: pytest.TempPathFactory, mariadb: MariaDb) -> Iterator[RestWordPress]:
    site = RestWordPress(Path(tmp_path_factory.mktemp("approving")) / "site", mariadb, backups=3)
    with site.serve():
        yield site


class Person:
    """Logs in on WordPress' own page and says yes or no, as a browser without scripts would; in a thread, as a browser is beside us."""

    def __init__(self, site: RestWordPress, *, says: str) -> None:
        self.site, self.says, self.asked = site, says, ""
        self.trouble: list[BaseException] = []

    def open(self, address: str) -> None:
        self.asked = address
        threading.Thread(target=self._go, args=(address,), daemon=True).start()

    def _go(self, address: str) -> None:
        try:
            with httpx.Client(follow_redirects=False, trust_env=False, timeout=30) as browser:
                log_in = f"{self.site.url}/wp-login.php"
                browser.get(log_in)
                browser.post(log_in, data={"log": "admin", "pwd": "admin-pw", "testcookie": "1", "wp-submit": "Log In"})
                page = browser.get(address)
                hidden = re.findall(r'<input type="hidden"[^>]*? name="([^"]+)" value="([^"]*)"', page.text)
                sent = {name: html.unescape(value) for name, value in hidden} | {"action": "authorize_application_password"}
                sent |= {"app_name": "Holdfast", self.says: "Yes"}
                answer = browser.post(f"{self.site.url}/wp-admin/authorize-application.php", data=sent)
                back = browser.get(answer.headers["location"])
                browser.get(f"http://{urlsplit(answer.headers['location']).netloc}{back.headers['location']}")
        except BaseException as error:
            self.trouble.append(error)


def test_the_whole_story_of_an_approved_password(scene: Scene, wordpress: RestWordPress) -> None:
    """Approved, added, listed; told that it is younger than an old backup and that a smaller role is enough; exchanged; revoked."""
    person = Person(wordpress, says="approve")

    async def story(app: Holdfast) -> Any:
        brought = await app.sites.browser_sign_in("backup-copilot", wordpress.url, open_page=person.open, seconds=60)
        view = await app.sites.add("shop", system="backup-copilot", sign_in=brought)
        listed = await app.backups.list("shop")
        password = await app.services.own_password("shop")
        now = datetime.now(UTC)
        old = await app.services.restore_warnings("shop", Backup("x", "shop", created_at=now - timedelta(days=1)))
        new = await app.services.restore_warnings("shop", Backup("x", "shop", created_at=now + timedelta(days=1)))
        rotated = await app.sites.rotate("shop")
        fresh = await app.services.own_password("shop")
        await app.sites.remove("shop", revoke=True)
        return view, listed, password, (old, new), rotated, fresh, brought

    view, listed, password, warnings, rotated, fresh, brought = scene.run(story)
    assert not person.trouble
    assert parse_qs(urlsplit(person.asked).query)["app_name"] == ["Holdfast"]
    assert (view.identity["user"], view.identity["hint"]) == ("admin", "ADMIN-NOT-NEEDED")
    assert listed.total == 3
    assert password["name"] == "Holdfast"
    assert ([code for code, _ in warnings[0]], warnings[1]) == (["PASSWORD-YOUNGER"], ())
    assert rotated == {"revoked": True, "why": ""}
    assert fresh["id"] != password["id"]
    left = httpx.get(
        f"{wordpress.url}/wp-json/wp/v2/users/me/application-passwords",
        auth=("admin", wordpress.passwords["admin"]),
        timeout=30,
    ).json()
    assert not {password["id"], fresh["id"]} & {one["uuid"] for one in left}
    with pytest.raises(AuthRejected):  # revoked on the site: of no use to anybody who kept it
        scene.run(lambda app: app.sites.add("again", system="backup-copilot", sign_in=brought))


def test_a_person_who_says_no(scene: Scene, wordpress: RestWordPress) -> None:
    person = Person(wordpress, says="reject")
    with pytest.raises(AuthRejected) as caught:
        scene.run(lambda app: app.sites.browser_sign_in("backup-copilot", wordpress.url, open_page=person.open, seconds=60))
    assert caught.value.code == "SIGN-IN-REFUSED"


def test_switched_off_passwords_are_told_before_a_page_is_opened(scene: Scene, wordpress: RestWordPress) -> None:
    wordpress.switch("passwords-off", on=True)
    try:
        with pytest.raises(AuthRejected) as caught:
            scene.run(lambda app: app.sites.browser_sign_in("backup-copilot", wordpress.url, open_page=lambda _: pytest.fail("opened")))
    finally:
        wordpress.switch("passwords-off", on=False)
    assert caught.value.code == "AUTH-OFF"


def test_a_refused_password_is_looked_into_when_a_person_asks(scene: Scene, wordpress: RestWordPress) -> None:
    """apis.md 2.4: over REST a wrong password and a dropped header look the same; XML-RPC tells, asked only with `probe`."""
    words: dict[str, Any] = {"system": "backup-copilot", "url": wordpress.url, "user": "admin"}

    async def story(app: Holdfast) -> list[AuthRejected]:
        found = []
        for probe in (False, True):
            with pytest.raises(AuthRejected) as caught:
                await app.sites.add("shop", **words, secret=Secret("abcd efgh ijkl mnop qrst uvwx"), probe=probe)
            found.append(caught.value)
        assert await app.sites.list() == []
        return found

    plain, probed = scene.run(story)
    assert "XML-RPC" not in plain.message
    assert "XML-RPC" in probed.message
    assert probed.code == plain.code
