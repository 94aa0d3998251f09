"""Sites with a backup service of their own, in the terminal: the real `holdfast` command against the named fakes over real HTTP."""

from __future__ import annotations

import json
import subprocess
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.general_bots import FakeGeneralBots
from tests.support.fakes.passwords import FakeWithPasswords
from tests.support.fakes.safeguard import FakeSafeGuard
from tests.support.fakes.server import FakeServer
from tests.support.fakes.wp_engine import INSTALL, FakeWPEngine
from tests.support.terminal import HoldfastCommand

PASSWORD = "abcd efgh ijkl mnop qrst uvwx"


@pytest.fixture
def holdfast(tmp_path: Path) -> HoldfastCommand:
    return HoldfastCommand(tmp_path / "hf-home", poll_seconds=0.25)


@contextmanager
def time_passing(server: FakeServer, speed: float = 30.0, *, since: str = "") -> Iterator[None]:
    """The server's clock runs `speed` times as fast as ours, `since` one more request ("METHOD path-pattern") has come."""
    stop = threading.Event()
    before = len(server.asked(since)) if since else 0

    def run() -> None:
        while not stop.wait(0.1):
            if not since or len(server.asked(since)) > before:
                server.advance(speed / 10)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def add_copilot(holdfast: HoldfastCommand, site: FakeBackupCopilot, user: str = "ada", password: str = PASSWORD, name: str = "shop") -> Any:
    return holdfast(
        "site", "add", name, "--system", "backup-copilot", "--url", site.home, "--user", user, "--secret-stdin", stdin=password + "\n"
    ).last


def audit(holdfast: HoldfastCommand) -> list[tuple[str, str]]:
    """(action, outcome), oldest first."""
    return [(one["action"], one["outcome"]) for one in reversed(holdfast("audit", "list").last["items"])]


def test_the_whole_story_of_backup_copilot(holdfast: HoldfastCommand, tmp_path: Path) -> None:
    """Detect, add, create with progress, list, show, download, restore, delete, remove; every changing call is in the audit trail."""
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:
        found = holdfast("site", "detect", site.home).last
        assert [one["system"] for one in found["systems"] if one["ready"]] == ["backup-copilot"]
        added = add_copilot(holdfast, site)
        assert added["system"] == "backup-copilot"
        assert {"create", "download", "restore"} <= set(added["capabilities"])
        with time_passing(site, 40):
            made = holdfast("backup", "create", "shop", "--type", "full", "--label", "before", "--meta", "why=test")
        assert made.documents[0]["event"] == "started"
        assert any(one["event"] == "progressed" and one["percent"] for one in made.documents)
        backup = made.last["result"]["backup"]
        assert (backup["status"], backup["label"], backup["metadata"]["why"]) == ("completed", "before", "test")
        assert backup["metadata"]["holdfast_job"] == made.last["job"]
        assert site.mails == 0
        site.add_backup("database", age=9000)
        listed = holdfast("backup", "list", "shop").last
        assert (listed["total"], listed["items"][0]["id"]) == (2, backup["id"])
        assert holdfast("backup", "list", "shop", "--type", "database").last["total"] == 1
        assert holdfast("backup", "show", "shop", "latest").last["id"] == backup["id"]
        assert holdfast("site", "show", "shop").last["status"] == "ok"
        got = holdfast("backup", "download", "shop", "latest", "--to", str(tmp_path / "there") + "/").last["result"]
        assert zipfile.ZipFile(got["path"]).testzip() is None
        assert not list((tmp_path / "there").glob("*.part"))
        with time_passing(site, 60):
            restored = holdfast("backup", "restore", "shop", backup["id"], "--only", "database", "--yes").last
        assert restored["result"]["confirmed"] is True
        assert [[name for name, on in one.parts.items() if on] for one in site.restores.values()] == [["database"]]
        holdfast("backup", "delete", "shop", backup["id"], "--delete-cloud", "--yes")
        assert [(one.uuid, cloud) for one, cloud in site.deleted] == [(backup["id"], True)]
        trail = audit(holdfast)
        assert ("call: POST bkpc/v1/backup/create", "asked") in trail
        assert ("call: POST bkpc/v1/backup/create", "ok") in trail
        assert any(action.endswith("reads") for action, _ in trail)
        holdfast("site", "remove", "shop", "--yes")
        assert holdfast("account", "list").last["items"] == []
    assert PASSWORD.replace(" ", "") not in b"".join(f.read_bytes() for f in tmp_path.rglob("*") if f.is_file()).decode("latin-1")


def test_a_wrong_password_is_not_stored(holdfast: HoldfastCommand) -> None:
    """Tried before stored: exit 4, and neither site nor account is there."""
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:
        ran = holdfast(
            "site",
            "add",
            "shop",
            "--system",
            "backup-copilot",
            "--url",
            site.home,
            "--user",
            "ada",
            "--secret-stdin",
            stdin="wrong\n",
            expect=4,
        )
    assert ran.last["failure"]["kind"] == "auth"
    assert holdfast("site", "list").last["items"] == []
    assert holdfast("account", "list").last["items"] == []


def test_a_lost_answer_is_adopted_and_not_repeated(holdfast: HoldfastCommand) -> None:
    """The site made the backup, its answer was dropped: exactly one backup is there, and the job ends with it."""
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:
        add_copilot(holdfast, site)
        site.takes = 0
        site.switch_on("drop-answer", on="POST */backup/create")
        made = holdfast("backup", "create", "shop").last
        assert made["result"]["backup"]["id"] in site.backups
        assert len(site.backups) == 1
        assert ("call: POST bkpc/v1/backup/create", "lost") in audit(holdfast)


def test_what_was_begun_is_followed_later(holdfast: HoldfastCommand) -> None:
    """--no-wait ends at once; another run of the program sees it run, and watch follows it to its end."""
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:
        add_copilot(holdfast, site)
        begun = holdfast("backup", "create", "shop", "--no-wait").last["result"]["backup"]
        assert begun["status"] == "running"
        assert holdfast("backup", "list", "shop", "--status", "running").last["total"] == 1
        with time_passing(site, 60):
            ended = holdfast("backup", "watch", "shop").last
        assert ended["result"]["backup"]["id"] == begun["id"]
        assert ended["result"]["backup"]["status"] == "completed"
        assert holdfast("backup", "watch", "shop", expect=5).last["failure"]["code"] == "NOTHING-RUNS"


def test_a_failed_backup_is_exit_8(holdfast: HoldfastCommand) -> None:
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:
        add_copilot(holdfast, site)
        site.takes, site.next_fails = 0, "Disk full"
        ran = holdfast("backup", "create", "shop", expect=8).last
        assert ran["failure"]["code"] == "BACKUP-FAILED"
        assert "Disk full" in ran["failure"]["message"]
        assert holdfast("site", "show", "shop").last["status"] == "failed"


def test_schedules_and_webhooks_of_backup_copilot(holdfast: HoldfastCommand) -> None:
    """Made and listed on the site; deleting is refused with the reason where the site has no call for it."""
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:
        add_copilot(holdfast, site)
        made = holdfast("schedule", "add", "shop", "--where", "site", "--every", "daily", "--at", "02:00", "--name", "Nightly").last
        assert made["id"].startswith("shop/")
        assert made["next_run_at"]
        assert [one["id"] for one in holdfast("schedule", "list").last["items"]] == [made["id"]]
        refused = holdfast("schedule", "remove", made["id"], expect=7).last["failure"]
        assert "wp-admin" in refused["hint"]
        hook = holdfast(
            "webhook",
            "add",
            "shop",
            "--url",
            "https://me.example/hook",
            "--event",
            "backup.completed",
            "--secret-stdin",
            stdin="s3cret-s3cret\n",
        ).last
        assert hook["events"] == ["backup.completed"]
        assert [one["secret"] for one in site.webhooks] == ["s3cret-s3cret"]
        assert holdfast("site", "storages", "shop", expect=7).last["failure"]["kind"] == "unsupported"


def test_the_story_of_safeguard(holdfast: HoldfastCommand) -> None:
    """Create with label and storage, paging over all, a restore that is only accepted (exit 3), no download (exit 7), staging, storages."""
    with FakeSafeGuard() as site:
        holdfast(
            "site", "add", "shop", "--system", "safeguard", "--url", site.home, "--user", "root", "--secret-stdin", stdin=PASSWORD + "\n"
        )
        for number in range(120):
            site.add_backup("database", age=3600 * (number + 1), storage="dropbox")
        site.takes = 0
        made = holdfast("backup", "create", "shop", "--type", "full", "--label", "x", "--site-storage", "dropbox").last["result"]["backup"]
        assert (made["label"], made["metadata"]["site_storage"]) == ("x", "dropbox")
        assert holdfast("backup", "list", "shop").last["total"] == 121
        assert len(holdfast("backup", "list", "shop", "--limit", "50", "--page", "3").last["items"]) == 21
        with time_passing(site, 60):
            restored = holdfast("backup", "restore", "shop", made["id"], "--only", "files", "--yes", expect=3).last
        assert restored["outcome"] == "warning"
        assert restored["result"]["confirmed"] is False
        assert [one["slug"] for one in holdfast("site", "storages", "shop").last["items"]] == ["s3", "dropbox"]
        assert holdfast("site", "storage-test", "shop", "s3").last["test_status"] == "passed"
        schedule = holdfast("schedule", "add", "shop", "--where", "site", "--every", "2hours", "--type", "incremental").last
        holdfast("schedule", "remove", schedule["id"])
        assert holdfast("schedule", "list", "shop").last["items"] == []
        assert holdfast("staging", "status", "shop").last == {"active": False}
        site.takes = 300
        job = holdfast("staging", "create", "shop", "--mode", "quick", "--role", "3=developer").last
        assert holdfast("staging", "status", "shop").last["id"] == job["id"]
        with time_passing(site, 200, since="GET */staging*"):
            assert holdfast("staging", "watch", "shop").last["result"]["job"]["id"] == job["id"]
        assert holdfast("migration", "status", "shop").last == {"active": False}
        assert holdfast("backup", "create", "shop", "--cloud-upload", expect=7).last["failure"]["kind"] == "unsupported"


def test_the_story_of_wp_engine(holdfast: HoldfastCommand, tmp_path: Path) -> None:
    """One account, its installs, two sites on it; create mails whom the site names; archive download; restore accepted; delete refused."""
    with FakeWPEngine(clock=SimulatedClock(datetime.now(UTC))) as server:
        server.takes = 0
        holdfast(
            "account",
            "add",
            "host",
            "--system",
            "wp-engine",
            "--url",
            server.base,
            "--user",
            "api-user",
            "--secret-stdin",
            stdin="api-password\n",
        )
        installs = holdfast("account", "sites", "host").last["items"]
        assert [one["name"] for one in installs] == ["torquemag", "torquestage"]
        for name, install in (("mag", INSTALL), ("stage", installs[1]["id"])):
            holdfast(
                "site", "add", name, "--system", "wp-engine", "--account", "host", "--install", install, "--notify-email", "a@b.example"
            )
        assert holdfast("account", "list").last["items"][0]["sites"] == ["mag", "stage"]
        made = holdfast("backup", "create", "mag", "--label", "Before").last["result"]["backup"]
        assert made["label"] == "Before"
        assert server.backups[made["id"]].emails == ("a@b.example",)
        got = holdfast("backup", "download", "mag", "latest", "--to", str(tmp_path / "mag.zip")).last["result"]
        assert zipfile.is_zipfile(got["path"])
        restored = holdfast("backup", "restore", "mag", made["id"], "--no-checkpoint", "--yes", expect=3).last
        assert restored["result"]["confirmed"] is False
        assert server.restores[0]["create_checkpoint"] is False
        refused = holdfast("backup", "delete", "mag", made["id"], "--yes", expect=7).last["failure"]
        assert "60 days" in refused["hint"]
        assert holdfast("account", "remove", "host", expect=2).last["failure"]["kind"] == "usage"


def test_the_story_of_general_bots(holdfast: HoldfastCommand) -> None:
    """Sign in by login; create of files only; restore with a target, confirmed by the server; cron schedules; servers of today."""
    with FakeGeneralBots() as server:
        server.takes = 0
        holdfast(
            "site", "add", "bots", "--system", "general-bots", "--url", server.url, "--auth", "login", "--user", "ada@example.org",
            "--secret-stdin", stdin="secret\n",
        )  # fmt: skip
        made = holdfast("backup", "create", "bots", "--type", "incremental", "--include", "files").last["result"]["backup"]
        assert server.backups[made["id"]].options["include_database"] is False
        server.takes = 60
        with time_passing(server, 60):
            restored = holdfast("backup", "restore", "bots", made["id"], "--target", "staging", "--yes").last
        assert restored["result"]["confirmed"] is True
        assert [one.target for one in server.restores.values()] == ["staging"]
        schedule = holdfast("schedule", "add", "bots", "--where", "site", "--cron", "0 2 * * *", "--keep-days", "7").last
        assert holdfast("schedule", "list", "bots").last["items"][0]["cron"] == "0 2 * * *"
        holdfast("schedule", "remove", schedule["id"])
        holdfast("backup", "delete", "bots", made["id"], "--yes")
        assert not server.backups
    with FakeGeneralBots(has_api=False) as server:
        ran = holdfast(
            "site",
            "add",
            "old",
            "--system",
            "general-bots",
            "--url",
            server.url,
            "--auth",
            "api-key",
            "--secret-stdin",
            stdin="gb_admin\n",
            expect=7,
        )
        assert "no Backup API yet" in ran.last["failure"]["message"]


def test_all_sites_at_once_and_one_bad_one(holdfast: HoldfastCommand) -> None:
    """Two sites, each in a process of its own; one refuses: exit 3, and the other has its backup."""
    with FakeBackupCopilot() as good, FakeBackupCopilot() as bad:
        add_copilot(holdfast, good, name="good")
        add_copilot(holdfast, bad, name="bad")
        good.takes = 0
        bad.users.clear()
        ran = holdfast("backup", "create", "--all", expect=3).last
        rows = {row["site"]: row["outcome"] for row in ran["result"]["sites"]}
        assert rows == {"good": "success", "bad": "failed"}
        assert len(good.backups) == 1
        assert json.dumps(ran).count(PASSWORD) == 0


def test_a_password_is_rotated_edited_and_revoked(holdfast: HoldfastCommand) -> None:
    """Rotate: a new one works and the old one is gone. Edit with a wrong one changes nothing. Remove --revoke leaves none on the site."""
    with FakeWithPasswords() as site:
        first = site.passwords["first"]
        add_copilot(holdfast, site)
        assert holdfast("site", "rotate", "shop").last["revoked"] is True
        assert first not in site.passwords.values()
        assert len(site.passwords) == 1
        assert holdfast("site", "test", "shop").last["identity"]["user"] == "ada"
        holdfast("site", "edit", "shop", "--secret-stdin", stdin="wrong\n", expect=4)
        assert holdfast("site", "test", "shop").last["identity"]["user"] == "ada"
        assert holdfast("site", "edit", "shop", "--name", "store", "--client", "Ada").last["client"] == "Ada"
        holdfast("site", "remove", "store", "--revoke", "--yes")
        assert site.passwords == {}
        assert holdfast("account", "list").last["items"] == []


def test_a_killed_program_finds_its_backup_again(holdfast: HoldfastCommand) -> None:
    """A4: the program dies while the site works; the next one lists the backup as running and follows the same one to its end."""
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:
        add_copilot(holdfast, site)
        words = holdfast.arguments("backup", "create", "shop")
        with subprocess.Popen(words, env=holdfast.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
            end = time.monotonic() + 90
            while not any(one.method == "GET" and one.path.endswith("/status") for one in site.log) and time.monotonic() < end:
                time.sleep(0.1)
            program.kill()
        assert len(site.backups) == 1
        assert holdfast("backup", "list", "shop", "--status", "running").last["total"] == 1
        with time_passing(site, 60):
            ended = holdfast("backup", "watch", "shop").last["result"]["backup"]
        assert (ended["id"], ended["status"]) == (next(iter(site.backups)), "completed")
        assert len(site.backups) == 1
        assert holdfast("site", "show", "shop").last["status"] == "ok"


def test_people_read_the_same(holdfast: HoldfastCommand, tmp_path: Path) -> None:
    """Without --json every verb says something, and nothing breaks on what a site tells."""
    with FakeSafeGuard(clock=SimulatedClock(datetime.now(UTC))) as site:
        site.add_backup("full", label="\x1b[31mred\x1b[0m")
        holdfast(
            "site", "add", "shop", "--system", "safeguard", "--url", site.home, "--user", "root", "--secret-stdin",
            stdin=PASSWORD + "\n", as_json=False,
        )  # fmt: skip
        for words in (
            "site detect " + site.home, "site list", "site show shop", "site test shop", "site storages shop", "account list",
            "backup list shop", "backup show shop latest", "staging status shop", "migration status shop", "schedule list", "audit list",
            "activity list", "status",
        ):  # fmt: skip
            ran = holdfast(*words.split(), as_json=False, expect=None)
            assert ran.code in {0, 3}, words + ran.err
            assert ran.out.strip(), words
            assert "\x1b" not in ran.out
        refused = holdfast("backup", "download", "shop", "latest", "--to", str(tmp_path), as_json=False, expect=None)
        assert refused.code == 2 and "--bucket-key" in refused.err
        assert holdfast("backup", "restore", "shop", "latest", as_json=False, expect=2).err
