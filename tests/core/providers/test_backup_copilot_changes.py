"""Backup Copilot Pro over real HTTP: downloads, deleting, restores, schedules, webhooks, and the rate limit."""

from __future__ import annotations

import asyncio
import io
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest

from holdfast.errors import Busy, HoldfastError, RateLimited, RemoteError, Unsupported, UsageError
from holdfast.providers.backup_copilot import BackupCopilot
from holdfast.providers.base import Accepted, RemoteSchedule, RestoreWanted
from holdfast.providers.http import Budget, Client, Credential
from holdfast.secret import Secret
from tests.support.backup_copilot_story import PASSWORD, ask, sent
from tests.support.fakes.backup_copilot import FakeBackupCopilot, Ways


@pytest.fixture
def site() -> Iterator[FakeBackupCopilot]:
    with FakeBackupCopilot() as server:
        yield server


# -- download ----------------------------------------------------------------------------------------------------------------------


def fetch(url: str, **headers: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, b""


@pytest.mark.parametrize("way", ["post", "get"])
@pytest.mark.parametrize("options", [{}, {"folder": "blog"}, {"plain": True}])
def test_a_link_is_made_by_post_or_get_lives_an_hour_and_is_renewed(way: Any, options: dict[str, Any]) -> None:
    with FakeBackupCopilot(ways=Ways(download=way), **options) as site:
        one = site.add_backup()
        link = ask(site, lambda provider: provider.link(one.uuid))
        status, data = fetch(link.url)
        assert status == 200 and zipfile.ZipFile(io.BytesIO(data)).testzip() is None
        assert link.size == len(data) and link.name == f"{one.uuid}.zip" and not link.signed_in
        assert link.expires_at is not None and timedelta(minutes=59) < link.expires_at - site.now <= timedelta(hours=1)
        assert fetch(link.url, Range="bytes=10-19") == (206, data[10:20])
        site.advance(3700)
        assert fetch(link.url)[0] == 403
        assert fetch(ask(site, lambda provider: provider.link(one.uuid)).url)[0] == 200


def test_a_download_route_that_is_the_file_itself_is_a_link_that_wants_the_credential() -> None:
    with FakeBackupCopilot(ways=Ways(download="binary"), folder="blog") as site:
        one = site.add_backup()
        link = ask(site, lambda provider: provider.link(one.uuid))
    assert link.signed_in and link.method == "POST" and urlsplit(link.url).path == f"/blog/wp-json/bkpc/v1/backup/{one.uuid}/download"
    assert link.size == one.archive.stat().st_size if one.archive.exists() else link.size


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/x.zip",
        "file:///etc/passwd",
        "https://user:pw@example.org/x.zip",
        "javascript:x",
        "https://[x",
        "https:///x",
        7,
        None,
        "a b",
    ],
)
def test_an_unsafe_or_missing_address_is_no_link(site: FakeBackupCopilot, address: object) -> None:
    one = site.add_backup()
    site.switch_on("edit", on="POST */download", change=lambda body: {"success": True, "data": {"download_url": address}})
    with pytest.raises(RemoteError):
        ask(site, lambda provider: provider.link(one.uuid))


def test_relative_addresses_belong_to_the_site(site: FakeBackupCopilot) -> None:
    one = site.add_backup()
    site.switch_on(
        "edit", on="POST */download", change=lambda body: {"data": {}, "success": True, "download_url": "/wp-content/x.zip?token=t"}
    )
    with pytest.raises(RemoteError):
        ask(site, lambda provider: provider.link(one.uuid))
    site.switch_on(
        "edit", on="POST */download", change=lambda body: {"success": True, "data": {"download_url": "/wp-content/x.zip?token=t"}}
    )
    link = ask(site, lambda provider: provider.link(one.uuid))
    assert link.url == f"{site.url}/wp-content/x.zip?token=t" and not link.signed_in


def test_a_backup_that_still_runs_has_no_link(site: FakeBackupCopilot) -> None:
    one = site.add_backup(age=0, takes=100)
    with pytest.raises(RemoteError) as caught:
        ask(site, lambda provider: provider.link(one.uuid))
    assert caught.value.details["server_code"] == "backup_not_completed"


# -- delete ------------------------------------------------------------------------------------------------------------------------


def test_delete_leaves_the_cloud_alone_unless_asked(site: FakeBackupCopilot) -> None:
    first, second = site.add_backup(), site.add_backup()
    ask(site, lambda provider: provider.delete(first.uuid))
    ask(site, lambda provider: provider.delete(second.uuid, {"delete_cloud": True}))
    assert [cloud for _, cloud in site.deleted] == [False, True]
    assert "delete_cloud" not in site.asked("DELETE *")[0].query


def test_deleting_what_is_gone_is_done_already(site: FakeBackupCopilot) -> None:
    ask(site, lambda provider: provider.delete("bkpc_1"))


def test_a_lost_answer_to_a_delete_is_looked_up(site: FakeBackupCopilot) -> None:
    one = site.add_backup()
    site.switch_on("drop-answer", on="DELETE *")
    ask(site, lambda provider: provider.delete(one.uuid))
    two = site.add_backup()
    site.switch_on("reset", on="DELETE *")
    with pytest.raises(HoldfastError):
        ask(site, lambda provider: provider.delete(two.uuid))
    assert two.uuid in site.backups


def test_a_host_that_forbids_delete_gets_a_post() -> None:
    with FakeBackupCopilot(ways=Ways(forbids_delete=True)) as site:
        one = site.add_backup()
        ask(site, lambda provider: provider.delete(one.uuid, {"delete_cloud": True}))
        assert site.deleted == [(one, True)]


# -- restore -----------------------------------------------------------------------------------------------------------------------

ALL = ("database", "files", "plugins", "themes", "uploads")


@pytest.mark.parametrize(
    ("parts", "restored"),
    [
        ((), ALL),
        (("database",), ("database",)),
        (("files",), ("files", "plugins", "themes", "uploads")),
        (("plugins",), ("files", "plugins")),
        (("database", "uploads", "themes"), ("database", "files", "themes", "uploads")),
    ],
)
def test_a_restore_says_all_five_parts_and_never_at_odds(
    site: FakeBackupCopilot, parts: tuple[str, ...], restored: tuple[str, ...]
) -> None:
    one = site.add_backup()
    ask(site, lambda provider: provider.restore(one.uuid, RestoreWanted(parts)))
    assert sent(site, "POST */restore") == {f"restore_{name}": name in restored for name in ALL}


def test_a_restore_of_everything_sends_the_pages_body(site: FakeBackupCopilot) -> None:
    one = site.add_backup()
    ask(site, lambda provider: provider.restore(one.uuid, RestoreWanted()))
    body = {"restore_database": True, "restore_files": True, "restore_plugins": True, "restore_themes": True, "restore_uploads": True}
    assert sent(site, "POST */restore") == body


def test_an_unknown_part_is_refused_before_anything_is_sent(site: FakeBackupCopilot) -> None:
    with pytest.raises(UsageError):
        ask(site, lambda provider: provider.restore("bkpc_1", RestoreWanted(("core",))))
    assert not site.log


@pytest.mark.parametrize("form", ["form", "bare"])
def test_a_restore_is_followed_to_its_end_in_both_forms(form: Any) -> None:
    with FakeBackupCopilot(ways=Ways(restore_status=form)) as site:
        one = site.add_backup()
        accepted = ask(site, lambda provider: provider.restore(one.uuid, RestoreWanted()))
        assert accepted.job in site.restores and accepted.started_at and accepted.status == "running"
        site.advance(60)
        now = ask(site, lambda provider: provider.restore_progress(one.uuid, accepted))
        assert now.status == "running" and now.percent is not None and 49 <= now.percent < 55
        site.advance(100)
        assert ask(site, lambda provider: provider.restore_progress(one.uuid, accepted)).status == "completed"


def test_a_failed_restore_tells_why(site: FakeBackupCopilot) -> None:
    one, site.next_fails = site.add_backup(), "Table wp_posts is locked"
    accepted = ask(site, lambda provider: provider.restore(one.uuid, RestoreWanted()))
    site.advance(1000)
    now = ask(site, lambda provider: provider.restore_progress(one.uuid, accepted))
    assert (now.status, now.error) == ("failed", "Table wp_posts is locked")


def test_a_restore_without_a_status_route_is_unknown_and_never_completed() -> None:
    with FakeBackupCopilot(ways=Ways(restore_status="absent")) as site:
        one = site.add_backup()

        async def story(provider: BackupCopilot) -> tuple[bool, str, str]:
            accepted = await provider.restore(one.uuid, RestoreWanted())
            nameless = await provider.restore_progress(one.uuid, Accepted())
            return (
                (await provider.capabilities()).confirms_restore,
                (await provider.restore_progress(one.uuid, accepted)).status,
                nameless.status,
            )

        assert ask(site, story) == (False, "unknown", "unknown")


def test_during_a_restore_maintenance_is_an_error_that_passes() -> None:
    with FakeBackupCopilot(ways=Ways(maintenance=True)) as site:
        one = site.add_backup()
        site.takes = 1800
        accepted = ask(site, lambda provider: provider.restore(one.uuid, RestoreWanted()))
        with pytest.raises(RemoteError) as caught:
            ask(site, lambda provider: provider.restore_progress(one.uuid, accepted))
        assert caught.value.code == "SITE-MAINTENANCE" and caught.value.retryable
        site.advance(1800)
        assert ask(site, lambda provider: provider.restore_progress(one.uuid, accepted)).status == "completed"


def test_a_lost_restore_is_sent_once_and_said_to_be_lost(site: FakeBackupCopilot) -> None:
    one = site.add_backup()
    site.switch_on("drop-answer", on="POST */restore")
    with pytest.raises(HoldfastError) as caught:
        ask(site, lambda provider: provider.restore(one.uuid, RestoreWanted()))
    assert caught.value.details["lost"] is True and len(site.restores) == 1


def test_a_busy_site_says_so(site: FakeBackupCopilot) -> None:
    one = site.add_backup()
    body = {"success": False, "error": {"code": "restore_in_progress", "message": "A restore is running"}}
    site.switch_on("status", on="POST */restore", status=409, body=body)
    with pytest.raises(Busy):
        ask(site, lambda provider: provider.restore(one.uuid, RestoreWanted()))


# -- schedules and webhooks --------------------------------------------------------------------------------------------------------


def test_schedules_are_created_and_listed_with_all_their_fields(site: FakeBackupCopilot) -> None:
    wanted = RemoteSchedule("", "Nightly", "daily", time="02:00", type="database", keep_days=7, site_storage="google_drive")
    made = ask(site, lambda provider: provider.create_schedule(wanted))
    assert sent(site, "POST */schedule/create") == {
        "name": "Nightly", "enabled": True, "frequency": "daily", "time": "02:00:00", "backup_type": "database",
        "cloud_upload": True, "cloud_provider": "google_drive", "retention_days": 7, "send_notification": False,
    }  # fmt: skip
    assert made.id == "42" and made.next_run_at is not None and made.name == "Nightly"
    (listed,) = ask(site, lambda provider: provider.schedules())
    assert (listed.id, listed.frequency, listed.time, listed.type, listed.keep_days) == ("42", "daily", "02:00:00", "database", 7)
    assert listed.enabled and listed.site_storage == "google_drive" and listed.next_run_at == made.next_run_at
    assert listed.last_run_at is None and listed.last_status == "" and listed.extra["cloud_upload"] is True


def test_a_listed_schedule_as_on_the_page_is_read_in_full(site: FakeBackupCopilot) -> None:
    site.schedules[42] = {
        "id": 42, "name": "Daily Full Backup", "enabled": False, "frequency": "fortnightly", "time": "02:00:00", "backup_type": "full",
        "cloud_upload": True, "cloud_provider": "dropbox", "retention_days": 30, "next_run": "2025-01-25T02:00:00Z",
        "last_run": "2025-01-24T02:00:00Z", "last_run_status": "completed",
    }  # fmt: skip
    (one,) = ask(site, lambda provider: provider.schedules())
    assert not one.enabled and one.frequency == "fortnightly" and one.last_status == "completed"
    assert one.next_run_at and one.last_run_at and one.next_run_at - one.last_run_at == timedelta(days=1)


def test_time_is_sent_only_when_set_and_backups_are_counted_in_days(site: FakeBackupCopilot) -> None:
    made = ask(site, lambda provider: provider.create_schedule(RemoteSchedule("", frequency="1hour", keep=48)))
    body = sent(site, "POST */schedule/create")
    assert "time" not in body and body["frequency"] == "hourly" and body["retention_days"] == 2
    assert made.frequency == "hourly" and made.keep_days == 2 and made.keep is None


@pytest.mark.parametrize("schedule", [RemoteSchedule("", cron="0 2 * * *"), RemoteSchedule("", frequency="6hours"), RemoteSchedule("")])
def test_a_schedule_that_the_site_lacks_is_refused(site: FakeBackupCopilot, schedule: RemoteSchedule) -> None:
    with pytest.raises(UsageError):
        ask(site, lambda provider: provider.create_schedule(schedule))
    assert not site.log


def test_schedules_are_changed_and_deleted_where_the_site_can() -> None:
    with FakeBackupCopilot(ways=Ways(schedule_changes=("update", "delete"))) as site:

        async def story(provider: BackupCopilot) -> RemoteSchedule:
            made = await provider.create_schedule(RemoteSchedule("", "Nightly", "daily"))
            changed = await provider.update_schedule(msgspec.structs.replace(made, frequency="weekly", enabled=False))
            await provider.delete_schedule(made.id)
            await provider.delete_schedule(made.id)
            return changed

        changed = ask(site, story)
        assert changed.frequency == "weekly" and not changed.enabled and site.schedules == {}
        assert len(site.asked("POST */schedule/create")) == 1, "an edit is never a second create"


def test_schedules_are_never_changed_by_other_means(site: FakeBackupCopilot) -> None:
    for story in (
        lambda provider: provider.update_schedule(RemoteSchedule("42", frequency="daily")),
        lambda provider: provider.delete_schedule("42"),
    ):
        with pytest.raises(Unsupported):
            ask(site, story)
    assert [request.method for request in site.log] == ["GET", "GET"]


def test_a_webhook_is_registered_and_its_secret_not_given_back(site: FakeBackupCopilot) -> None:
    url, events = "https://monitoring.example.com/hook", ["backup.completed", "backup.failed", "restore.completed"]
    told = ask(site, lambda provider: provider.create_webhook(url, events, "s3cret"))
    assert site.webhooks == [{"url": url, "events": events, "secret": "s3cret"}]
    assert told == {"id": "1", "url": url, "events": tuple(events)}


def test_a_refusal_that_repeats_the_webhooks_secret_does_not_tell_it(site: FakeBackupCopilot) -> None:
    body = {"success": False, "error": {"code": "bad", "message": "secret canary-4711 is too short"}}
    site.switch_on("status", on="POST */webhooks/create", status=400, body=body)
    with pytest.raises(RemoteError) as caught:
        ask(site, lambda provider: provider.create_webhook("https://example.org/hook", ["backup.failed"], "canary-4711"))
    assert "canary" not in repr(caught.value.failure()) and caught.value.details["http"] == 400


@pytest.mark.parametrize(("url", "events", "secret"), [("ftp://x", ["e"], "s"), ("https://x", [], "s"), ("https://x", ["e"], "")])
def test_an_incomplete_webhook_is_refused_before_anything_is_sent(
    site: FakeBackupCopilot, url: str, events: list[str], secret: str
) -> None:
    with pytest.raises(UsageError):
        ask(site, lambda provider: provider.create_webhook(url, events, secret))
    assert not site.log


def test_a_restore_named_by_its_address_alone_is_followed(site: FakeBackupCopilot) -> None:
    one = site.add_backup()
    site.switch_on(
        "edit", on="POST */restore", change=lambda body: {"data": {"progress_url": body["data"]["progress_url"]}, "success": True}
    )
    accepted = ask(site, lambda provider: provider.restore(one.uuid, RestoreWanted()))
    assert accepted.status == "queued"
    assert ask(site, lambda provider: provider.restore_progress(one.uuid, accepted)).status == "running"


def test_the_address_of_another_restore_is_not_followed(site: FakeBackupCopilot) -> None:
    one = site.add_backup()
    there = {"progress_url": "/wp-json/bkpc/v1/restore/restore_other/status"}
    site.switch_on("edit", on="POST */restore", change=lambda body: {"success": True, "data": body["data"] | there})
    assert ask(site, lambda provider: provider.restore(one.uuid, RestoreWanted())).job in site.restores


# -- limits ------------------------------------------------------------------------------------------------------------------------


def test_the_rate_limits_headers_are_heeded_before_the_site_has_to_refuse() -> None:
    """A2: a client that was told how many calls are left spreads them, and waits for the next hour."""
    with FakeBackupCopilot(hourly=100) as site:

        async def story(provider: BackupCopilot) -> None:
            for _ in range(120):
                try:
                    await provider.page(1, 1)
                except RateLimited as error:
                    site.advance(error.details["retry_after"] + 1)
                    await provider.page(1, 1)

        started = site.now
        ask(site, story)
        assert len(site.log) == 120 and timedelta(minutes=30) < site.now - started < timedelta(hours=2)


def test_a_site_that_goes_on_refusing_is_rate_limited(site: FakeBackupCopilot) -> None:
    site.switch_on("too-many", times=50)

    async def story() -> None:
        budget = Budget(clock=site.clock)
        async with Client(site.root, Credential("basic", "ada", Secret(PASSWORD)), clock=site.clock, budget=budget) as client:
            await BackupCopilot(client).page()

    with pytest.raises(RateLimited):
        asyncio.run(story())
