"""In the terminal: signing in by a browser, hearing webhooks, the trail as a file. The browser is a program that says yes at once."""

from __future__ import annotations

import csv
import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from holdfast.providers.webhooks import signature
from holdfast.secret import Secret
from tests.support.fakes.browser import FakeWithBrowser
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.general_bots import FakeGeneralBots
from tests.support.terminal import HoldfastCommand

_BROWSER = "import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=20).read()\n"


@pytest.fixture
def holdfast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> HoldfastCommand:
    (tmp_path / "browser.py").write_text(_BROWSER)
    monkeypatch.setenv("BROWSER", f"{sys.executable} {tmp_path / 'browser.py'} %s &")
    return HoldfastCommand(tmp_path / "hf-home")


@pytest.fixture
def site() -> Iterator[FakeWithBrowser]:
    with FakeWithBrowser(clock=SimulatedClock(datetime.now(UTC))) as running:
        yield running


@contextmanager
def running(holdfast: HoldfastCommand, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A command that does not end by itself."""
    process = subprocess.Popen(
        holdfast.arguments(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=holdfast.environment()
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_signing_in_by_the_browser_and_the_trail_as_a_file(holdfast: HoldfastCommand, site: FakeWithBrowser, tmp_path: Path) -> None:
    """--browser opens the page and prints its address; the site is added; audit export names every call and no password."""
    ran = holdfast("site", "add", "shop", "--system", "backup-copilot", "--url", site.home, "--browser")
    assert ran.last["identity"]["user"] == "ada"
    assert f"{site.home}/wp-admin/authorize-application.php" in ran.err
    assert holdfast("backup", "list", "shop").last["total"] == 0
    assert holdfast("audit", "export", str(tmp_path / "trail.csv")).last["rows"] >= 3
    text = (tmp_path / "trail.csv").read_text()
    assert any(row["account"] == "shop (ada)" and row["action"].endswith("reads") for row in csv.DictReader(text.splitlines()))
    assert not any(password in text for password in site.passwords.values())
    assert holdfast("audit", "export", "trail.doc", expect=2).last["failure"]["kind"] == "usage"


def test_oauth_in_the_terminal(holdfast: HoldfastCommand, site: FakeWithBrowser, tmp_path: Path) -> None:
    """--auth oauth for an account that a site then uses; without a client id it is a usage error."""
    (tmp_path / "client-secret").write_text("client-secret\n")
    words = ("account", "add", "copilot", "--system", "backup-copilot", "--url", site.home, "--auth", "oauth")
    assert holdfast(*words, expect=2).last["failure"]["kind"] == "usage"
    made = holdfast(*words, "--client-id", "me", "--client-secret-file", str(tmp_path / "client-secret")).last
    assert (made["auth"], made["sites"]) == ("bearer", [])
    holdfast("site", "add", "shop", "--system", "backup-copilot", "--account", "copilot", "--url", site.home)
    assert holdfast("account", "list").last["items"][0]["sites"] == ["shop"]
    assert holdfast("account", "remove", "copilot", expect=2).last["failure"]["kind"] == "usage"
    assert holdfast("account", "sites", "copilot", expect=7).last["failure"]["kind"] == "unsupported"


def test_ctrl_c_gives_up_waiting_for_the_browser(holdfast: HoldfastCommand, site: FakeWithBrowser) -> None:
    """--no-open: nobody opens the page. Ctrl-C ends it with 130, nothing is stored."""
    words = ("site", "add", "shop", "--system", "backup-copilot", "--url", site.home, "--browser", "--no-open")
    with running(holdfast, *words) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "Waiting" in line:
                break
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
    assert holdfast("site", "list").last["items"] == []


def test_a_second_factor_without_a_terminal_says_what_to_do(holdfast: HoldfastCommand) -> None:
    with FakeGeneralBots(clock=SimulatedClock(datetime.now(UTC))) as server:
        words = ("--system", "general-bots", "--url", server.url, "--auth", "login", "--user", "two@example.org", "--secret-stdin")
        failure = holdfast("site", "add", "bots", *words, stdin="secret\n", expect=4).last["failure"]
    assert failure["code"] == "AUTH-2FA"
    assert "api-key" in failure["hint"]


def test_webhooks_are_heard_until_ctrl_c(holdfast: HoldfastCommand, site: FakeWithBrowser, tmp_path: Path) -> None:
    """JSON Lines: listening, received with the backup as it is now; a bad signature leaves no line; SIGINT ends it with 130."""
    one = site.add_backup()
    password = site.passwords["first"]
    holdfast("site", "add", "shop", "--system", "backup-copilot", "--url", site.home, "--user", "ada", "--secret-stdin", stdin=password)
    (tmp_path / "hook").write_text("the secret of the hook\n")
    with running(holdfast, "webhook", "listen", "--site", "shop", "--secret-file", str(tmp_path / "hook")) as process:
        assert process.stdout is not None
        seen: list[dict[str, Any]] = []
        for line in process.stdout:
            seen.append(json.loads(line))
            if seen[-1]["event"] == "listening":
                address = seen[-1]["address"]
                assert urlsplit(address).hostname == "127.0.0.1"
                body = json.dumps({"event": "backup.completed", "timestamp": time.time(), "data": {"uuid": one.uuid}}).encode()
                assert deliver(address, body, "0" * 64) == 401
                assert deliver(address, body, signature(Secret("the secret of the hook"), body)) == 202
            if seen[-1]["event"] == "received":
                break
        process.send_signal(signal.SIGINT)
        rest = [json.loads(line) for line in process.stdout]
        assert process.wait(10) == 130
    assert (seen[-1]["subject"], seen[-1]["backup"]["status"]) == (one.uuid, "completed")
    assert rest[-1]["outcome"] == "cancelled"
    assert holdfast("webhook", "listen", expect=5).last["failure"]["code"] == "NO-WEBHOOK"


def deliver(address: str, body: bytes, signed: str) -> int:
    pieces = urlsplit(address)
    connection = http.client.HTTPConnection(pieces.hostname or "", pieces.port, timeout=10)
    connection.request("POST", "/", body=body, headers={"X-BKPC-Signature": signed})
    status = connection.getresponse().status
    connection.close()
    return status


def test_schedules_and_kept_databases_say_what_they_cannot(holdfast: HoldfastCommand, site: FakeWithBrowser, tmp_path: Path) -> None:
    """Exit codes: a site without a change of schedules 7, an unknown schedule 5, a site of this computer that has no such thing."""
    password = site.passwords["first"]
    holdfast("site", "add", "shop", "--system", "backup-copilot", "--url", site.home, "--user", "ada", "--secret-stdin", stdin=password)
    made = holdfast("schedule", "add", "shop", "--where", "site", "--every", "daily", "--at", "02:00", "--keep-days", "7").last
    assert holdfast("schedule", "show", made["id"]).last["every"] == "daily"
    assert holdfast("schedule", "edit", made["id"], "--every", "weekly", expect=7).last["failure"]["kind"] == "unsupported"
    assert holdfast("schedule", "show", "shop/nothing", expect=5).last["failure"]["code"] == "NO-SCHEDULE"
    assert holdfast("site", "kept-databases", "shop", expect=7).last["failure"]["kind"] == "unsupported"
    os.mkdir(tmp_path / "folder")
    holdfast("storage", "add", "disk", str(tmp_path / "repository"), "--secret-stdin", stdin="a password of eight\n")
    holdfast("site", "add", "plain", "--path", str(tmp_path / "folder"), "--database", "none", "--storage", "disk")
    assert holdfast("site", "kept-databases", "plain").last["items"] == []


def test_a_schedule_for_all_sites_of_a_tag(holdfast: HoldfastCommand, site: FakeWithBrowser, tmp_path: Path) -> None:
    """Each site by itself: a site of this computer fails, the other has its schedule; exit 3."""
    password = site.passwords["first"]
    words = ("--system", "backup-copilot", "--url", site.home, "--user", "ada", "--tag", "red", "--secret-stdin")
    holdfast("site", "add", "shop", *words, stdin=password)
    os.mkdir(tmp_path / "folder")
    holdfast("storage", "add", "disk", str(tmp_path / "repository"), "--secret-stdin", stdin="a password of eight\n")
    holdfast("site", "add", "plain", "--path", str(tmp_path / "folder"), "--database", "none", "--tag", "red")
    ran = holdfast("schedule", "add", "--tag", "red", "--where", "site", "--every", "weekly", "--keep", "4", expect=3)
    rows = {row["site"]: row for row in ran.last["items"]}
    assert rows["plain"]["failure"]["kind"] == "unsupported"
    assert rows["shop"]["schedule"]["keep_days"] == 28
    assert "counts days" in ran.err
    assert len(site.schedules) == 1
