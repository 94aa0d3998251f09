"""Backup Copilot Pro over real HTTP: signing in, capabilities, creating, watching, listing, lost answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from holdfast.errors import AuthRejected, Forbidden, HoldfastError, NotFound, RemoteError, UsageError
from holdfast.providers.backup_copilot import BackupCopilot
from holdfast.providers.base import RemoteBackup, Wanted
from holdfast.providers.http import Credential
from holdfast.secret import Secret
from tests.support.backup_copilot_story import ask, sent
from tests.support.fakes.backup_copilot import FakeBackupCopilot, Ways
from tests.support.fakes.clocks import SimulatedClock


@pytest.fixture
def site() -> Iterator[FakeBackupCopilot]:
    with FakeBackupCopilot() as server:
        yield server


# -- sign-in and capabilities ------------------------------------------------------------------------------------------------------


def test_a_backup_operator_is_accepted_without_a_remark(site: FakeBackupCopilot) -> None:
    who = ask(site, lambda provider: provider.test())
    assert (who.user, who.roles, who.may, who.hint) == ("ada", ("backup_operator",), True, "")


def test_an_administrator_is_told_that_less_is_enough(site: FakeBackupCopilot) -> None:
    who = ask(site, lambda provider: provider.test(), Credential("basic", "root", Secret("rootrootroot")))
    assert who.hint == "ADMIN-NOT-NEEDED"


def test_a_wrong_password_is_refused(site: FakeBackupCopilot) -> None:
    with pytest.raises(AuthRejected):
        ask(site, lambda provider: provider.test(), Credential("basic", "ada", Secret("wrong")))


def test_an_editor_is_told_which_role_is_needed(site: FakeBackupCopilot) -> None:
    with pytest.raises(Forbidden) as caught:
        ask(site, lambda provider: provider.test(), Credential("basic", "ed", Secret("eded")))
    assert "backup operator" in caught.value.hint
    assert caught.value.details["server_code"] == "forbidden"


def test_an_oauth_token_that_may_not_see_users_is_accepted(site: FakeBackupCopilot) -> None:
    site.tokens["t0ken"] = site.users["ada"]
    assert ask(site, lambda provider: provider.test(), Credential("bearer", "ada", Secret("t0ken"))).user == "ada"


@pytest.mark.parametrize("fault", ["firewall", "status"])
def test_a_site_that_hides_its_users_is_tried_by_its_backups(site: FakeBackupCopilot, fault: str) -> None:
    site.switch_on(fault, times=9, on="GET */users/me", status=403)
    assert ask(site, lambda provider: provider.test()).user == "ada"


def test_a_token_for_reading_only_may_not_create(site: FakeBackupCopilot) -> None:
    site.tokens["t0ken"] = (msgspec.convert({}, dict) and site.users["ada"]) or site.users["ada"].__class__("", scopes=("backup:read",))
    with pytest.raises(Forbidden):
        ask(site, lambda provider: provider.create(Wanted()), Credential("bearer", "", Secret("t0ken")))


def test_capabilities_are_the_page_less_what_the_site_does_not_show() -> None:
    with FakeBackupCopilot(ways=Ways(webhooks=False)) as site:
        can = ask(site, lambda provider: provider.capabilities())
    assert can.types == ("full", "database", "files")
    assert can.parts == ("database", "files", "plugins", "themes", "uploads")
    assert can.can("create") and can.can("download") and can.can("schedules.create") and can.confirms_restore
    assert not can.can("webhooks.create") and not can.can("schedules.update") and not can.can("schedules.delete")
    assert set(can.why_not) == {"webhooks.create", "schedules.update", "schedules.delete"}


def test_schedules_can_be_changed_where_the_route_index_shows_it() -> None:
    with FakeBackupCopilot(ways=Ways(schedule_changes=("update", "delete"))) as site:
        can = ask(site, lambda provider: provider.capabilities())
    assert can.can("schedules.update") and can.can("schedules.delete")


def test_a_hidden_route_index_takes_the_page_at_its_word(site: FakeBackupCopilot) -> None:
    site.switch_on("status", on="GET /wp-json/bkpc/v1", status=401, body={"code": "rest_login_required", "message": "No."})
    can = ask(site, lambda provider: provider.capabilities())
    assert can.can("webhooks.create") and not can.can("schedules.update")


# -- create and watch --------------------------------------------------------------------------------------------------------------


def test_create_says_no_mail_and_carries_marker_label_and_notes(site: FakeBackupCopilot) -> None:
    wanted = Wanted("database", label="Before the update", marker="job-7", options={"metadata": {"build_number": "245"}})
    made = ask(site, lambda provider: provider.create(wanted))
    assert sent(site, "POST */backup/create") == {
        "type": "database",
        "send_notification": False,
        "cloud_upload": False,
        "metadata": {"build_number": "245", "triggered_by": "Holdfast", "holdfast_label": "Before the update", "holdfast_job": "job-7"},
    }
    assert (made.status, made.status_word, made.type, made.label) == ("running", "in_progress", "database", "Before the update")
    assert made.id in site.backups and made.created_at == site.backups[made.id].created.replace(microsecond=0) and site.mails == 0


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"cloud_upload": True}, {"cloud_upload": True}),
        ({"cloud_upload": True, "provider": "google_drive"}, {"cloud_upload": True, "provider": "google_drive"}),
        ({"provider": "dropbox"}, {"cloud_upload": True, "provider": "dropbox"}),
        ({"cloud_upload": False, "provider": "dropbox"}, {"cloud_upload": False}),
        ({"send_notification": True}, {"cloud_upload": False, "send_notification": True}),
    ],
)
def test_create_options_become_the_pages_parameters(site: FakeBackupCopilot, options: dict[str, Any], expected: dict[str, Any]) -> None:
    ask(site, lambda provider: provider.create(Wanted(options=options)))
    body = sent(site, "POST */backup/create")
    del body["metadata"]
    assert body == {"type": "full", "send_notification": False} | expected


@pytest.mark.parametrize("status", [200, 201, 202])
@pytest.mark.parametrize("enveloped", [True, False])
def test_create_takes_any_2xx_with_or_without_envelope(status: int, enveloped: bool) -> None:
    with FakeBackupCopilot(ways=Ways(create_status=status, enveloped=enveloped)) as site:
        made = ask(site, lambda provider: provider.create(Wanted()))
        assert made.id in site.backups


def test_an_unknown_type_is_refused_before_anything_is_sent(site: FakeBackupCopilot) -> None:
    with pytest.raises(UsageError):
        ask(site, lambda provider: provider.create(Wanted("incremental")))
    assert not site.log


def test_an_error_in_the_pages_envelope_tells_code_and_message(site: FakeBackupCopilot) -> None:
    error = {
        "code": "invalid_backup_type",
        "message": "Backup type must be 'full', 'database', or 'files'",
        "data": {"provided_value": "x"},
    }
    for status in (400, 200):
        site.switch_on("status", status=status, body={"success": False, "error": error})
        with pytest.raises(RemoteError) as caught:
            ask(site, lambda provider: provider.create(Wanted()))
        assert caught.value.details["server_code"] == "invalid_backup_type"
        assert "must be 'full'" in caught.value.details["server_message"]
        assert not caught.value.details["lost"]


def test_the_estimated_size_of_a_new_backup_is_told(site: FakeBackupCopilot) -> None:
    made = ask(site, lambda provider: provider.create(Wanted()))
    assert made.size is None and made.metadata["estimated_size"] == site.backups[made.id].archive.stat().st_size


def test_a_server_error_is_told_as_one_and_a_create_not_repeated(site: FakeBackupCopilot) -> None:
    error = {"success": False, "error": {"code": "internal", "message": "Out of memory"}}
    site.switch_on("status", times=9, on="POST */create", status=500, body=error)
    with pytest.raises(RemoteError) as caught:
        ask(site, lambda provider: provider.create(Wanted()))
    assert caught.value.code == "SITE-5XX" and "Out of memory" in caught.value.message and caught.value.details["lost"] is True
    assert len(site.log) == 1


def test_an_answer_without_an_id_counts_as_lost(site: FakeBackupCopilot) -> None:
    site.switch_on("edit", on="POST */create", change=lambda body: {"success": True, "data": []})
    with pytest.raises(RemoteError) as caught:
        ask(site, lambda provider: provider.create(Wanted()))
    assert caught.value.details["lost"] is True and len(site.backups) == 1


def test_progress_tells_steps_files_bytes_and_time_left(site: FakeBackupCopilot) -> None:
    made = ask(site, lambda provider: provider.create(Wanted()))
    site.advance(80)
    now = ask(site, lambda provider: provider.progress(made.id))
    assert (now.status, now.status_word, now.step) == ("running", "in_progress", "Uploading to cloud")
    assert now.percent is not None and 60 < now.percent < 75
    assert (now.steps_done, now.steps_total, now.files_total, now.bytes_total) == (4, 6, 12847, 1247652864)
    assert now.files_done and now.bytes_done and now.seconds_left and 30 < now.seconds_left < 45
    site.advance(60)
    assert ask(site, lambda provider: provider.progress(made.id)).status == "completed"


def test_a_failed_backup_tells_why(site: FakeBackupCopilot) -> None:
    site.next_fails = "Disk full"
    made = ask(site, lambda provider: provider.create(Wanted()))
    site.advance(1000)
    now = ask(site, lambda provider: provider.progress(made.id))
    whole = ask(site, lambda provider: provider.details(made.id))
    assert (now.status, now.error, whole.status, whole.error, whole.downloadable) == ("failed", "Disk full", "failed", "Disk full", False)


def test_the_status_address_that_the_site_names_is_joined_with_the_found_root() -> None:
    for options in ({"folder": "blog"}, {"plain": True}, {"folder": "blog", "plain": True}):
        with FakeBackupCopilot(**options) as site:

            async def story(provider: BackupCopilot) -> str:
                made = await provider.create(Wanted())
                return (await provider.progress(made.id)).status

            assert ask(site, story) == "running"
            assert site.log[-1].target.endswith("/status")


def test_the_status_of_another_backup_is_never_taken_for_ours(site: FakeBackupCopilot) -> None:
    other = site.add_backup()
    there = f"/wp-json/bkpc/v1/backup/{other.uuid}/status"
    site.switch_on("edit", on="POST */create", change=lambda body: {"success": True, "data": body["data"] | {"progress_url": there}})

    async def story(provider: BackupCopilot) -> str:
        made = await provider.create(Wanted())
        assert (await provider.progress(made.id)).status == "running"
        site.switch_on(
            "edit", on="GET */status", change=lambda body: {"success": True, "data": {"uuid": other.uuid, "status": "completed"}}
        )
        with pytest.raises(RemoteError):
            await provider.progress(made.id)
        return made.id

    made = ask(site, story)
    assert {request.target.rsplit("/", 2)[1] for request in site.asked("GET */status")} == {made}


def test_a_site_without_a_status_route_is_asked_for_the_backup_itself(site: FakeBackupCopilot) -> None:
    one = site.add_backup()
    site.switch_on("status", on="GET */status", status=404, body={"code": "rest_no_route", "message": "No route"})
    assert ask(site, lambda provider: provider.progress(one.uuid)).status == "completed"


# -- list and details --------------------------------------------------------------------------------------------------------------


def test_the_list_goes_over_all_pages_and_names_everything(site: FakeBackupCopilot) -> None:
    made = [site.add_backup(age=60 * n + 60).uuid for n in range(205)]

    async def story(provider: BackupCopilot) -> tuple[list[RemoteBackup], int | None]:
        return [one async for one in provider.list()], (await provider.page(1, 20)).total

    found, total = ask(site, story)
    assert [one.id for one in found] == made and total == 205
    assert [request.query["page"] for request in site.asked("GET */backup/list")] == ["1", "2", "3", "1"]
    one = found[0]
    assert one.status == "completed" and one.size and one.completed_at and one.downloadable and one.duration == 60


def test_without_totals_the_list_goes_on_as_long_as_pages_are_full(site: FakeBackupCopilot) -> None:
    """A site that gives at most 20 a page, and tells no totals."""
    made = {site.add_backup(age=60 * n + 60).uuid for n in range(45)}

    def untold(body: dict[str, Any]) -> dict[str, Any]:
        page = int(site.log[-1].query["page"])
        shown = [{"uuid": one, "status": "completed"} for one in sorted(made)[(page - 1) * 20 : page * 20]]
        return {"success": True, "data": {"backups": shown, "pagination": {"current_page": page, "per_page": 20}}}

    site.switch_on("edit", times=9, on="GET */list", change=untold)

    async def story(provider: BackupCopilot) -> set[str]:
        return {one.id async for one in provider.list()}

    assert ask(site, story) == made and len(site.log) == 3


def test_more_than_a_hundred_a_page_is_never_asked_for(site: FakeBackupCopilot) -> None:
    ask(site, lambda provider: provider.page(1, 5000))
    assert site.log[-1].query["per_page"] == "100"


def test_filters_of_the_page_are_sent_in_its_words(site: FakeBackupCopilot) -> None:
    filters = {"type": "database", "status": "running", "order": "asc", "orderby": "size"}
    ask(site, lambda provider: provider.page(2, 50, filters))
    query = {"page": "2", "per_page": "50", "type": "database", "status": "in_progress", "order": "asc", "orderby": "size"}
    assert site.log[-1].query == query


def test_filters_that_the_page_lacks_are_not_sent(site: FakeBackupCopilot) -> None:
    ask(site, lambda provider: provider.page(1, 50, {"status": "unknown", "orderby": "name", "storage": "x"}))
    assert site.log[-1].query == {"page": "1", "per_page": "50"}


def test_a_list_of_unknown_form_is_an_error_and_not_an_empty_list(site: FakeBackupCopilot) -> None:
    for body in ({"success": True, "data": {"things": []}}, {"success": True, "data": "none"}, {"success": True}, 7):
        site.switch_on("body", on="GET */list", body=json.dumps(body).encode())
        with pytest.raises(RemoteError):
            ask(site, lambda provider: provider.page())


@pytest.mark.parametrize("data", [{"backups": []}, {"backups": {}}, {"backups": None}, []])
def test_an_empty_list_in_any_of_its_forms_is_empty(site: FakeBackupCopilot, data: object) -> None:
    site.switch_on("body", on="GET */list", body=json.dumps({"success": True, "data": data}).encode())
    assert ask(site, lambda provider: provider.page()).items == ()


def test_details_tell_parts_notes_and_cloud(site: FakeBackupCopilot) -> None:
    one = site.add_backup("full", triggered_by="CI/CD Pipeline")
    one.cloud = "dropbox"
    found = ask(site, lambda provider: provider.details(one.uuid))
    assert found.components == ("database", "plugins", "themes", "uploads") and found.site_storage == "dropbox"
    assert "wordpress_core" not in found.components
    assert found.metadata["table_count"] == 47 and found.metadata["file_count"] == 12847
    assert found.metadata["wordpress_version"] == "6.4.2" and found.metadata["php_version"] == "8.2.0"
    assert found.metadata["mysql_version"] == "8.0.35" and found.metadata["triggered_by"] == "CI/CD Pipeline"
    assert found.metadata["cloud_path"] == f"/backups/{one.uuid}.zip" and found.metadata["cloud_uploaded"] is True


def test_details_of_a_backup_that_is_gone(site: FakeBackupCopilot) -> None:
    with pytest.raises(NotFound):
        ask(site, lambda provider: provider.details("bkpc_1"))


def test_another_backup_than_the_one_asked_for_is_not_taken(site: FakeBackupCopilot) -> None:
    one = site.add_backup()
    site.switch_on("edit", change=lambda body: {"success": True, "data": body["data"] | {"uuid": "bkpc_other"}})
    with pytest.raises(RemoteError) as caught:
        ask(site, lambda provider: provider.details(one.uuid))
    assert caught.value.code == "NOT-UNDERSTOOD"


@pytest.mark.parametrize("name", ["../wp/v2/users", "a/b", "..", "", "a\nb", "x" * 300])
def test_a_hostile_id_reaches_no_other_address(site: FakeBackupCopilot, name: str) -> None:
    with pytest.raises(RemoteError):
        ask(site, lambda provider: provider.details(name))
    assert not site.log


# -- lost answers ------------------------------------------------------------------------------------------------------------------


def lose_a_create(site: FakeBackupCopilot, wanted: Wanted, fault: str = "drop-answer") -> RemoteBackup | None:
    site.switch_on(fault, on="POST */backup/create")

    async def story(provider: BackupCopilot) -> RemoteBackup | None:
        since = site.now
        with pytest.raises(HoldfastError) as caught:
            await provider.create(wanted)
        assert caught.value.details["lost"] is True
        return await provider.adopt(wanted, since)

    found = ask(site, story)
    assert len(site.asked("POST */backup/create")) == 1, "a create is never sent twice"
    return found


@pytest.mark.parametrize("fault", ["drop-answer", "gateway-after-acting"])
def test_a_lost_create_is_found_again_by_its_marker(site: FakeBackupCopilot, fault: str) -> None:
    site.add_backup("full", age=-1, takes=1000, holdfast_job="job-8")
    found = lose_a_create(site, Wanted(marker="job-7"), fault)
    assert found is not None and found.metadata["holdfast_job"] == "job-7"


def test_where_the_site_drops_notes_type_and_time_find_it() -> None:
    with FakeBackupCopilot(ways=Ways(keeps_metadata=False)) as site:
        site.add_backup("full", age=7200)
        site.add_backup("database", age=-1)
        found = lose_a_create(site, Wanted("files", marker="job-7", label="x"))
        assert found is not None and found.type == "files" and found.status == "running"


def test_a_create_that_never_arrived_adopts_nothing(site: FakeBackupCopilot) -> None:
    site.add_backup("full", age=3600)
    other = site.add_backup("full", age=-5, takes=100, holdfast_job="job-of-another-laptop")
    site.switch_on("reset", on="POST */backup/create")

    async def story(provider: BackupCopilot) -> RemoteBackup | None:
        since = site.now
        with pytest.raises(HoldfastError):
            await provider.create(Wanted(marker="job-7"))
        return await provider.adopt(Wanted(marker="job-7"), since)

    assert ask(site, story) is None and other.uuid in site.backups


def test_the_servers_clock_counts_when_a_lost_backup_is_looked_for(site: FakeBackupCopilot) -> None:
    """The laptop's clock is three hours slow."""
    site.ways.keeps_metadata = False
    site.add_backup("full", age=600)

    async def story(provider: BackupCopilot) -> tuple[RemoteBackup, RemoteBackup | None]:
        made = await provider.create(Wanted(marker="job-7"))
        return made, await provider.adopt(Wanted(marker="job-7"), slow.time)

    slow = SimulatedClock(site.now - timedelta(hours=3))
    made, found = ask(site, story, clock=slow)
    assert found is not None and found.id == made.id
