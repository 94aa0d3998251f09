"""SafeGuard: every call of the vendor's page against its fake over real HTTP, and the readings that the page leaves open."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest

from holdfast.errors import AuthRejected, Busy, Forbidden, HoldfastError, NotFound, RemoteError, Unsupported, UsageError
from holdfast.providers.base import Accepted, Bucket, RemoteBackup, RemoteSchedule, RestoreWanted, Wanted
from holdfast.providers.http import Client, Credential
from holdfast.providers.safeguard import SafeGuard, matching
from holdfast.providers.webhooks import Hook, Receiver
from holdfast.secret import Secret
from tests.support.fakes.safeguard import FakeSafeGuard, SafeGuardWays

T = TypeVar("T")
PASSWORD = "abcd efgh ijkl mnop qrst uvwx"


def ask(site: FakeSafeGuard, story: Callable[[SafeGuard], Awaitable[T]], user: str = "root", password: str = PASSWORD) -> T:
    """Run `story` with a provider signed in as the administrator."""

    async def whole() -> T:
        async with Client(site.root, Credential("basic", user, Secret(password)), clock=site.clock) as client:
            return await story(SafeGuard(client))

    return asyncio.run(whole())


def refused(site: FakeSafeGuard, story: Callable[[SafeGuard], Awaitable[Any]], kind: type[HoldfastError]) -> HoldfastError:
    with pytest.raises(kind) as caught:
        ask(site, story)
    return caught.value


@pytest.fixture
def site() -> Iterator[FakeSafeGuard]:
    with FakeSafeGuard() as server:
        yield server


def sent(site: FakeSafeGuard, on: str) -> Any:
    """The JSON of the last request that matches."""
    return site.asked(on)[-1].json()


async def listed(provider: SafeGuard, **filters: str) -> list[RemoteBackup]:
    return [one async for one in provider.list(filters)]


# -- sign-in and capabilities ------------------------------------------------------------------------------------------------------


def test_an_administrator_is_accepted(site: FakeSafeGuard) -> None:
    who = ask(site, lambda provider: provider.test())
    assert (who.user, who.roles, who.may, who.hint) == ("root", ("administrator",), True, "")


def test_a_password_without_its_spaces_does_as_well(site: FakeSafeGuard) -> None:
    assert ask(site, lambda provider: provider.test(), password=PASSWORD.replace(" ", "")).may


def test_a_user_without_manage_options_is_told_which_right_is_missing(site: FakeSafeGuard) -> None:
    with pytest.raises(Forbidden) as caught:
        ask(site, lambda provider: provider.test(), user="ed", password="ed ed")
    assert "manage_options" in caught.value.hint
    assert caught.value.details["server_code"] == "rest_forbidden"


def test_a_wrong_password_is_refused(site: FakeSafeGuard) -> None:
    with pytest.raises(AuthRejected) as caught:
        ask(site, lambda provider: provider.test(), password="wrong")
    assert caught.value.details["server_code"] == "rest_not_logged_in"


def test_all_that_is_documented_is_offered_and_nothing_else(site: FakeSafeGuard) -> None:
    can = ask(site, lambda provider: provider.capabilities())
    for verb in ("create", "list", "details", "delete", "restore", "storages.test", "schedules.update", "staging.settings"):
        assert can.can(verb)
    assert not can.can("webhooks.create")
    assert "wp-admin" in can.why_not["webhooks.create"]
    assert (can.download, can.can("download"), can.confirms_restore) == ("bucket", True, False)
    assert can.frequencies == ("1hour", "2hours", "4hours", "8hours", "12hours", "daily", "weekly", "monthly")


def test_without_s3_there_is_no_download_and_it_says_why(site: FakeSafeGuard) -> None:
    site.storages = [one for one in site.storages if one["slug"] == "dropbox"]
    can = ask(site, lambda provider: provider.capabilities())
    assert (can.download, can.can("download")) == ("none", False)
    assert "S3" in can.why_not["download"]


def test_a_site_without_the_plugin_says_so(site: FakeSafeGuard) -> None:
    site.switch_on("status", on="GET */v1", status=404, body={"code": "rest_no_route", "message": "No route", "data": {"status": 404}})
    assert refused(site, lambda provider: provider.capabilities(), Unsupported).code == "PLUGIN-MISSING"


# -- creating ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["full", "files", "database", "incremental"])
def test_create_sends_type_storage_and_label(site: FakeSafeGuard, kind: str) -> None:
    wanted = Wanted(kind, "Pre-deploy", "job-9", {"storage": "dropbox"})
    made = ask(site, lambda provider: provider.create(wanted))
    assert sent(site, "POST */backups") == {"type": kind, "storage": "dropbox", "label": "Pre-deploy [hf:job-9]"}
    assert (made.type, made.status, made.status_word, made.label, made.site_storage) == (
        kind,
        "running",
        "running",
        "Pre-deploy",
        "dropbox",
    )
    assert made.metadata["holdfast_job"] == "job-9"


def test_nothing_is_sent_that_was_not_asked_for(site: FakeSafeGuard) -> None:
    ask(site, lambda provider: provider.create(Wanted()))
    assert sent(site, "POST */backups") == {"type": "full"}


def test_a_type_that_the_api_does_not_know_is_not_sent(site: FakeSafeGuard) -> None:
    refused(site, lambda provider: provider.create(Wanted("selective")), UsageError)
    assert site.log == []


def test_a_busy_site_tells_what_runs(site: FakeSafeGuard) -> None:
    """409 backup_in_progress."""
    running = site.add_backup(age=0)
    error = refused(site, lambda provider: provider.create(Wanted()), Busy)
    assert error.retryable
    assert error.details["running"] == [running.id]


def test_an_inactive_licence_is_no_question_of_rights(site: FakeSafeGuard) -> None:
    """403 license_inactive."""
    site.ways.licensed = False
    error = refused(site, lambda provider: provider.create(Wanted()), Forbidden)
    assert error.code == "LICENCE"
    assert "manage_options" not in error.hint


def test_a_storage_that_is_not_configured_is_named_as_the_cause(site: FakeSafeGuard) -> None:
    """400 storage_not_configured."""
    error = refused(site, lambda provider: provider.create(Wanted(options={"storage": "gdrive"})), RemoteError)
    assert error.code == "STORAGE-NOT-CONFIGURED"


def test_without_labels_a_lost_backup_is_found_by_type_and_time(site: FakeSafeGuard) -> None:
    site.ways.keeps_labels = False
    site.add_backup("database", age=20, takes=5)

    async def story(provider: SafeGuard) -> None:
        since, wanted = site.clock.time, Wanted("full", "x", "job-9")
        site.switch_on("drop-answer", on="POST */backups")
        with pytest.raises(HoldfastError):
            await provider.create(wanted)
        found = await provider.adopt(wanted, since)
        assert found is not None
        assert found.type == "full"

    ask(site, story)


def test_a_lost_create_is_found_on_a_site_that_lists_the_oldest_first() -> None:
    """Over all pages."""
    with FakeSafeGuard(ways=SafeGuardWays(newest_first=False)) as server:

        async def story(provider: SafeGuard) -> None:
            since, wanted = server.clock.time, Wanted("full", "x", "job-9")
            server.switch_on("drop-answer", on="POST */backups")
            with pytest.raises(HoldfastError):
                await provider.create(wanted)
            found = await provider.adopt(wanted, since)
            assert found is not None
            assert found.metadata["holdfast_job"] == "job-9"

        for number in range(120):
            server.add_backup(age=3600 + number)
        ask(server, story)


def test_the_backup_of_somebody_else_is_not_adopted(site: FakeSafeGuard) -> None:
    since = site.clock.time
    site.add_backup(age=-5, label="Nightly [hf:job-1]")
    site.add_backup(age=-6, label="By hand")
    assert ask(site, lambda provider: provider.adopt(Wanted("full", "x", "job-9"), since)) is None


# -- lists and details -------------------------------------------------------------------------------------------------------------


def test_the_list_is_filtered_by_type_and_storage(site: FakeSafeGuard) -> None:
    site.add_backup("full")
    wanted = site.add_backup("database", storage="dropbox")
    found = ask(site, lambda provider: listed(provider, type="database", storage="dropbox"))
    assert [one.id for one in found] == [wanted.id]
    assert {"type": "database", "storage": "dropbox"}.items() <= site.asked("GET */backups")[-1].query.items()


def test_headers_tell_totals(site: FakeSafeGuard) -> None:
    for number in range(47):
        site.add_backup(age=3600 + number)
    page = ask(site, lambda provider: provider.page(2, 20))
    assert (len(page.items), page.total, page.more) == (20, 47, True)
    assert not ask(site, lambda provider: provider.page(3, 20)).more


@pytest.mark.parametrize("envelopes", [True, False])
@pytest.mark.parametrize("most", [100, 20])
def test_all_are_listed_behind_a_proxy_that_eats_headers(envelopes: bool, most: int) -> None:
    with FakeSafeGuard(ways=SafeGuardWays(eats_headers=True, envelopes=envelopes, most_per_page=most)) as site:
        wanted = {site.add_backup(age=3600 + number).id for number in range(115)}
        found = ask(site, listed)
        assert {one.id for one in found} == wanted
        assert len(found) == 115


def test_an_error_inside_an_envelope_is_an_error(site: FakeSafeGuard) -> None:
    site.ways.eats_headers = True
    site.add_backup()
    inside = {"body": {"code": "rest_forbidden", "message": "No", "data": {"status": 403}}, "status": 403, "headers": {}}

    async def story(provider: SafeGuard) -> None:
        await provider.page()
        site.switch_on("edit", on="GET */backups", change=lambda body: inside)
        with pytest.raises(Forbidden):
            await provider.page()

    ask(site, story)


@pytest.mark.parametrize("body", [{"backups": None}, "none", None, {"active": False}])
def test_a_list_without_a_list_is_not_an_empty_one(site: FakeSafeGuard, body: Any) -> None:
    site.switch_on("edit", on="GET */backups", change=lambda _: body)
    assert refused(site, lambda provider: provider.page(), RemoteError).code == "NOT-UNDERSTOOD"


def test_details_are_whole(site: FakeSafeGuard) -> None:
    first = site.add_backup("full", age=7200)
    second = site.add_backup("incremental", parent=first.id, label="Pre-deploy backup")
    one = ask(site, lambda provider: provider.details(second.id))
    assert (one.type, one.status, one.size, one.duration, one.parent_id) == ("incremental", "completed", 245_000_000, 44.0, first.id)
    assert one.completed_at == second.created + timedelta(seconds=44)
    assert (one.label, one.site_storage, one.components) == ("Pre-deploy backup", "s3", ("files", "database"))
    assert one.metadata == {"file_count": 12847, "table_count": 42}


def test_a_failed_backup_says_why_and_when(site: FakeSafeGuard) -> None:
    broken = site.add_backup(fails="Storage upload failed: connection timeout after 30 seconds.")
    one = ask(site, lambda provider: provider.details(broken.id))
    assert (one.status, one.error) == ("failed", "Storage upload failed: connection timeout after 30 seconds.")
    assert one.completed_at is not None


def test_a_backup_that_is_not_there_is_not_found(site: FakeSafeGuard) -> None:
    """404 backup_not_found."""
    error = refused(site, lambda provider: provider.details("bkp_gone"), NotFound)
    assert error.details["server_code"] == "backup_not_found"


def test_the_time_left_is_reckoned_from_the_last_backup_of_that_type(site: FakeSafeGuard) -> None:
    site.add_backup("full", takes=200)

    async def story(provider: SafeGuard) -> None:
        made = await provider.create(Wanted("full"))
        site.advance(50)
        now = await provider.progress(made.id)
        assert now.status == "running"
        assert now.percent is None
        assert now.seconds_left == pytest.approx(150, abs=2)

    ask(site, story)


def test_a_percentage_is_shown_where_the_site_tells_one(site: FakeSafeGuard) -> None:
    one = site.add_backup(age=0)
    site.switch_on("edit", on="GET */backups/*", change=lambda body: body | {"progress": 45})
    assert ask(site, lambda provider: provider.progress(one.id)).percent == 45.0


@pytest.mark.parametrize(("action", "status"), [("staging_create", "running"), ("migrate", "unknown"), ("clone", "unknown")])
def test_a_chained_job_is_followed_as_far_as_the_site_tells(site: FakeSafeGuard, action: str, status: str) -> None:
    site.next_chain = action

    async def story(provider: SafeGuard) -> None:
        made = await provider.create(Wanted())
        site.advance(130)
        done = await provider.details(made.id)
        assert done.status == "completed"
        job = await provider.next_job(done)
        assert job is not None
        assert (job["action"], job["status"]) == (action, status)
        assert job["id"] == done.metadata["chain_job"]
        site.advance(1000)
        assert (await provider.next_job(done) or {})["status"] == "unknown"

    ask(site, story)


def test_a_backup_without_a_chain_has_no_next_job(site: FakeSafeGuard) -> None:
    assert ask(site, lambda provider: provider.next_job(RemoteBackup("x", "completed"))) is None


# -- deleting ----------------------------------------------------------------------------------------------------------------------


def test_what_builds_on_a_backup_is_named_before_deleting(site: FakeSafeGuard) -> None:
    other = site.add_backup("full", age=9000)
    base = site.add_backup("full", age=8000)
    first = site.add_backup("incremental", age=7000, parent=base.id)
    second = site.add_backup("incremental", age=6000, parent=first.id)
    site.add_backup("incremental", age=5000, parent=other.id)
    found = ask(site, lambda provider: provider.dependants(base.id))
    assert [one.id for one in found] == [first.id, second.id]


def test_delete_works_where_the_web_server_forbids_the_method(site: FakeSafeGuard) -> None:
    one = site.add_backup()
    site.ways.forbids_delete = True
    ask(site, lambda provider: provider.delete(one.id))
    assert site.backups == {}


def test_a_lost_delete_is_looked_after(site: FakeSafeGuard) -> None:
    one = site.add_backup()
    site.switch_on("drop-answer", on="DELETE */backups/*")
    ask(site, lambda provider: provider.delete(one.id))
    other = site.add_backup()
    site.switch_on("reset", times=9, on="DELETE */backups/*")
    assert refused(site, lambda provider: provider.delete(other.id), HoldfastError).details["lost"]


def test_an_answer_that_says_not_deleted_is_believed(site: FakeSafeGuard) -> None:
    one = site.add_backup()
    site.switch_on("edit", on="DELETE */backups/*", change=lambda body: body | {"deleted": False})
    assert refused(site, lambda provider: provider.delete(one.id), RemoteError).code == "NOT-DELETED"


# -- restoring ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "components"),
    [((), ["files", "database"]), (("database",), ["database"]), (("files",), ["files"]), (("database", "files"), ["files", "database"])],
)
def test_restore_names_its_parts(site: FakeSafeGuard, parts: tuple[str, ...], components: list[str]) -> None:
    one = site.add_backup()
    accepted = ask(site, lambda provider: provider.restore(one.id, RestoreWanted(parts)))
    assert sent(site, "POST */restore") == {"backup_id": one.id, "components": components}
    assert (accepted.job, accepted.status, accepted.started_at) == ("", "running", site.now)


def test_an_unknown_part_is_not_restored(site: FakeSafeGuard) -> None:
    one = site.add_backup()
    refused(site, lambda provider: provider.restore(one.id, RestoreWanted(("plugins",))), UsageError)
    assert site.restores == []


@pytest.mark.parametrize(("shows", "during", "step"), [(True, "running", "ended"), (False, "unknown", "accepted")])
def test_a_restore_is_never_confirmed_by_the_backup_being_whole(site: FakeSafeGuard, shows: bool, during: str, step: str) -> None:
    """Accepted, not confirmed: the record of the backup says `completed` before and after, however the restore went."""
    site.ways.shows_restoring = shows
    one = site.add_backup()

    async def story(provider: SafeGuard) -> None:
        accepted = await provider.restore(one.id, RestoreWanted())
        assert (await provider.restore_progress(one.id, accepted)).status == during
        site.advance(600)
        ended = await provider.restore_progress(one.id, accepted)
        assert ended.status == "unknown"
        assert "not confirmed" in ended.step

    ask(site, story)
    site.restores.clear()
    later = ask(site, lambda provider: provider.restore_progress(one.id, Accepted()))
    assert later.status == "unknown"


# -- the user's own bucket ---------------------------------------------------------------------------------------------------------


def test_a_backup_on_s3_is_found_by_bucket_region_and_path(site: FakeSafeGuard) -> None:
    one = site.add_backup()

    async def story(provider: SafeGuard) -> Bucket:
        await provider.capabilities()
        assert (await provider.details(one.id)).downloadable
        return await provider.bucket(one.id)

    bucket = ask(site, story)
    assert (bucket.bucket, bucket.region, bucket.prefix, bucket.size) == ("my-backups", "us-east-1", "safeguard/", 245_000_000)
    assert (bucket.backup, bucket.created_at) == (one.id, one.created)


def test_a_backup_elsewhere_is_not_looked_for_in_a_bucket(site: FakeSafeGuard) -> None:
    one = site.add_backup(storage="dropbox")
    assert "Dropbox" in refused(site, lambda provider: provider.bucket(one.id), Unsupported).message
    assert refused(site, lambda provider: provider.link(one.id), Unsupported)


def test_objects_are_matched_by_id_else_by_size_and_time_together() -> None:
    when = datetime(2026, 3, 1, 2, tzinfo=UTC)
    bucket = Bucket("bkp_a1", "b", size=100, created_at=when, completed_at=when + timedelta(seconds=44))
    near, far = when + timedelta(minutes=1), when + timedelta(days=1)
    named = [("x/bkp_a1.zip", 5, far), ("x/bkp_a1-db.sql.gz", 6, far), ("x/bkp_a12.zip", 100, near)]
    assert matching(bucket, named) == ("x/bkp_a1-db.sql.gz", "x/bkp_a1.zip")
    assert matching(bucket, [("one.zip", 100, near), ("two.zip", 100, far), ("three.zip", 99, near)]) == ("one.zip",)
    assert matching(bucket, [("one.zip", 100, near), ("two.zip", 100, near)]) == ()
    assert matching(bucket, [("two.zip", 100, far)]) == ()
    assert matching(Bucket("bkp_a1", "b"), [("two.zip", 100, near)]) == ()


# -- storage providers -------------------------------------------------------------------------------------------------------------


def test_storage_providers_are_listed_with_all_that_they_say(site: FakeSafeGuard) -> None:
    first, second = ask(site, lambda provider: provider.storages())
    assert (first.slug, first.name, first.is_primary, first.test_status) == ("s3", "Amazon S3", True, "passed")
    assert first.details["bucket"] == "my-backups"
    assert second.details["path"] == "/Apps/SafeGuard"


@pytest.mark.parametrize(("answer", "outcome"), [("object", "passed"), ("empty", "passed"), ("204", "passed"), ("refusal", "failed")])
def test_a_storage_is_tested_whatever_form_the_answer_has(site: FakeSafeGuard, answer: Any, outcome: str) -> None:
    site.ways.test_answer = answer
    tested = ask(site, lambda provider: provider.test_storage("s3"))
    assert (tested.slug, tested.test_status) == ("s3", outcome)
    assert len(site.asked("POST */storage-providers/s3/test")) == 1
    if outcome == "failed":
        assert tested.details["test_message"] == "Access denied to bucket"


def test_an_old_outcome_is_not_taken_for_the_new_one(site: FakeSafeGuard) -> None:
    site.ways.test_answer, site.ways.tests_storages = "204", False
    site.advance(86400)
    assert ask(site, lambda provider: provider.test_storage("s3")).test_status == "unknown"


# -- schedules ---------------------------------------------------------------------------------------------------------------------


def test_a_schedule_is_made_with_all_fields_read_back_and_deleted(site: FakeSafeGuard) -> None:
    asked = RemoteSchedule("", frequency="daily", time="03:30", type="incremental", keep=30, site_storage="dropbox")

    async def story(provider: SafeGuard) -> None:
        made = await provider.create_schedule(asked)
        wanted = {"type": "incremental", "frequency": "daily", "storage": "dropbox", "time": "03:30", "retention": 30}
        assert sent(site, "POST */schedules") == wanted
        assert (made.id, made.keep, made.next_run_at) == ("1", 30, site.now + timedelta(hours=1))
        (read,) = await provider.schedules()
        assert (read.id, read.type, read.frequency, read.time, read.keep, read.enabled) == ("1", "incremental", "daily", "03:30", 30, True)
        assert (read.site_storage, read.last_run_at, read.extra["zone"]) == ("dropbox", None, "Europe/Berlin")
        await provider.delete_schedule("1")
        await provider.delete_schedule("1")
        assert await provider.schedules() == ()

    ask(site, story)


def test_a_schedule_without_a_storage_takes_the_primary_one(site: FakeSafeGuard) -> None:
    made = ask(site, lambda provider: provider.create_schedule(RemoteSchedule("", frequency="hourly", keep_days=2)))
    assert sent(site, "POST */schedules") == {"type": "full", "frequency": "1hour", "storage": "s3", "retention": 48}
    assert (made.frequency, made.keep, made.keep_days) == ("1hour", 48, None)


@pytest.mark.parametrize(
    "wrong",
    [
        RemoteSchedule("", frequency="yearly"), RemoteSchedule("", cron="0 2 * * *"), RemoteSchedule("", frequency="daily", time="25:00"),
        RemoteSchedule("", frequency="daily", enabled=False), RemoteSchedule("", frequency="daily", type="selective"),
    ],
)  # fmt: skip
def test_a_schedule_that_the_site_cannot_have_is_not_sent(site: FakeSafeGuard, wrong: RemoteSchedule) -> None:
    refused(site, lambda provider: provider.create_schedule(wrong), UsageError)
    assert site.schedules == {}


def test_a_change_makes_the_new_schedule_before_it_deletes_the_old_one(site: FakeSafeGuard) -> None:
    async def story(provider: SafeGuard) -> None:
        made = await provider.create_schedule(RemoteSchedule("", frequency="daily", site_storage="s3"))
        changed = await provider.update_schedule(RemoteSchedule(made.id, frequency="weekly", site_storage="s3"))
        assert changed.id != made.id
        assert [one["frequency"] for one in site.schedules.values()] == ["weekly"]
        site.switch_on("status", on="POST */schedules", status=500)
        with pytest.raises(HoldfastError):
            await provider.update_schedule(RemoteSchedule(changed.id, frequency="daily", site_storage="s3"))
        assert [one["frequency"] for one in site.schedules.values()] == ["weekly"]
        site.switch_on("status", times=9, on="DELETE */schedules/*", status=500)
        with pytest.raises(RemoteError) as caught:
            await provider.update_schedule(RemoteSchedule(changed.id, frequency="daily", site_storage="s3"))
        assert caught.value.code == "SCHEDULE-DOUBLE"
        assert caught.value.details["old"] == changed.id
        assert len(site.schedules) == 2

    ask(site, story)


# -- staging and migration ---------------------------------------------------------------------------------------------------------


def test_a_staging_site_is_made_followed_and_its_roles_set(site: FakeSafeGuard) -> None:
    async def story(provider: SafeGuard) -> None:
        assert await provider.staging_job() is None
        made = await provider.create_staging({"mode": "full", "staging_roles": {"3": "full", "7": "developer"}})
        assert sent(site, "POST */staging/create") == {"mode": "full", "staging_roles": {"3": "full", "7": "developer"}}
        assert (made["id"], made["status"], made["status_word"]) == ("stg_x1y2z3w4", "running", "creating")
        site.advance(54)
        active = await provider.staging_job()
        assert active is not None
        assert (active["id"], active["percent"], active["mode"]) == (made["id"], 45.0, "full")
        told = await provider.set_staging(made["id"], {"staging_roles": {"12": "full"}})
        assert told["staging_roles"] == {"12": "full"}
        assert told["updated_at"] == site.now
        site.advance(600)
        assert await provider.staging_job() is None

    ask(site, story)


def test_roles_may_be_none_and_phps_empty_array_is_an_empty_object(site: FakeSafeGuard) -> None:
    made = ask(site, lambda provider: provider.create_staging({}))
    assert sent(site, "POST */staging/create") == {"mode": "quick"}
    assert "staging_roles" not in made
    told = ask(site, lambda provider: provider.set_staging(made["id"], {"staging_roles": {}}))
    assert told["staging_roles"] == {}


@pytest.mark.parametrize("options", [{"mode": "slow"}, {"staging_roles": {"ada": "full"}}, {"staging_roles": {"3": "admin"}}])
def test_wrong_staging_options_are_not_sent(site: FakeSafeGuard, options: dict[str, Any]) -> None:
    refused(site, lambda provider: provider.create_staging(options), UsageError)
    assert site.staging is None


def test_an_active_migration_is_found_again(site: FakeSafeGuard) -> None:
    assert ask(site, lambda provider: provider.migration_job()) is None
    site.add_migration()
    site.advance(186)
    job = ask(site, lambda provider: provider.migration_job())
    assert job is not None
    assert (job["id"], job["status"], job["percent"], job["source_url"]) == ("mig_a1b2c3d4", "running", 62.0, "https://old-site.com")


@pytest.mark.parametrize("body", [[], {}, None, {"active": False}, {"active": True}])
def test_no_id_means_no_active_job(site: FakeSafeGuard, body: Any) -> None:
    site.switch_on("edit", on="GET */staging/active-job", change=lambda _: body)
    assert ask(site, lambda provider: provider.staging_job()) is None


# -- webhooks ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("backup.completed", {"status": "completed", "size": 245000000, "duration": 44, "completed_at": "2026-03-02T02:00:49Z"}),
        ("backup.failed", {"status": "failed", "error": "Storage upload failed.", "failed_at": "2026-03-02T02:01:30Z"}),
        ("restore.completed", {"status": "completed"}),
        ("restore.failed", {"status": "failed"}),
    ],
)
def test_the_pages_webhooks_are_a_hint_to_read_the_backup_again(site: FakeSafeGuard, event: str, data: dict[str, Any]) -> None:
    """Signed ``sha256=`` and hex over the raw body. What the event says of the backup is not believed."""
    secret, one = Secret("hook secret"), site.add_backup(fails="Storage upload failed.")
    told = {"id": one.id, "type": "full", "storage": "s3", "created_at": "2026-03-02T02:00:05Z", **data}
    at = f"{site.now:%Y-%m-%dT%H:%M:%SZ}"
    body = json.dumps({"event": event, "timestamp": at, "site_url": "https://example.com", "data": told}).encode()
    headers = {"x-safeguard-signature": f"sha256={hmac.new(b'hook secret', body, 'sha256').hexdigest()}"}

    async def story(provider: SafeGuard) -> None:
        receiver = Receiver([Hook("mysite", secret)], clock=site.clock)
        assert receiver.receive("POST", headers, body) == 202
        hint = receiver.events.get_nowait()
        assert (hint.site, hint.kind, hint.backup, hint.site_url) == ("mysite", event, one.id, "https://example.com")
        assert (await provider.details(hint.backup)).status == "failed"

    ask(site, story)
