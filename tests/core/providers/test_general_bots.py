"""General Bots: every call of the vendor's page against its fake over real HTTP, what the page leaves open, and no API at all."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from typing import Any, TypeVar

import msgspec
import pytest

from holdfast.errors import AuthRejected, Busy, Forbidden, HoldfastError, NotFound, RemoteError, Unsupported, UsageError
from holdfast.providers.base import Accepted, RemoteBackup, RemoteSchedule, RestoreWanted, Wanted
from holdfast.providers.general_bots import GeneralBots, NeedsCode, log_in, renew, verify_code
from holdfast.providers.http import NOBODY, Client, Credential
from holdfast.secret import Secret
from tests.support.fakes.general_bots import BotWays, FakeGeneralBots

T = TypeVar("T")
ADMIN = Credential("api-key", "", Secret("gb_admin"))
OPERATOR = Credential("api-key", "", Secret("gb_operator"))
SCHEDULE = RemoteSchedule("", cron="0 2 * * *", type="incremental", keep_days=30)


def ask(server: FakeGeneralBots, story: Callable[[GeneralBots], Awaitable[T]], credential: Credential = ADMIN, path: str = "") -> T:
    async def whole() -> T:
        provider = GeneralBots(Client(server.url + path, credential, clock=server.clock))
        try:
            return await story(provider)
        finally:
            await provider.close()

    return asyncio.run(whole())


def unsigned(server: FakeGeneralBots, story: Callable[[Client], Awaitable[T]]) -> T:
    async def whole() -> T:
        async with Client(server.url, NOBODY, clock=server.clock) as client:
            return await story(client)

    return asyncio.run(whole())


@pytest.fixture
def server() -> Iterator[FakeGeneralBots]:
    with FakeGeneralBots() as running:
        yield running


# -- signing in --------------------------------------------------------------------------------------------------------------------


def test_an_api_key_is_accepted(server: FakeGeneralBots) -> None:
    who = ask(server, lambda provider: provider.test())
    assert (who.user, who.roles, who.may, who.hint) == ("ada@example.org", ("admin",), True, "")
    assert server.log[-1].headers["x-api-key"] == "gb_admin" and "authorization" not in server.log[-1].headers


def test_a_bearer_token_is_accepted(server: FakeGeneralBots) -> None:
    server.tokens["t0ken"] = "admin"
    assert ask(server, lambda provider: provider.test(), Credential("bearer", "", Secret("t0ken"))).roles == ("admin",)


def test_an_operator_is_told_what_is_missing_for_a_restore(server: FakeGeneralBots) -> None:
    assert ask(server, lambda provider: provider.test(), OPERATOR).hint == "ADMIN-NEEDED-TO-RESTORE"


@pytest.mark.parametrize("key", ["gb_wrong", ""])
def test_a_wrong_key_is_refused(server: FakeGeneralBots, key: str) -> None:
    with pytest.raises(AuthRejected):
        ask(server, lambda provider: provider.test(), Credential("api-key", "", Secret(key)))


def test_a_user_without_a_role_is_told_which_is_needed(server: FakeGeneralBots) -> None:
    with pytest.raises(Forbidden) as caught:
        ask(server, lambda provider: provider.test(), Credential("api-key", "", Secret("gb_user")))
    assert "backup_operator" in caught.value.hint and caught.value.details["server_code"] == "insufficient_permissions"


def test_login_gives_a_token_that_works_and_is_renewed(server: FakeGeneralBots) -> None:
    made = unsigned(server, lambda client: log_in(client, "ada@example.org", Secret("secret")))
    assert isinstance(made, Credential) and made.kind == "bearer" and made.user == "ada@example.org"
    assert made.expires_at is not None and made.expires_at - server.now == timedelta(hours=1)
    assert ask(server, lambda provider: provider.test(), made).may
    fresh = unsigned(server, lambda client: renew(client, made))
    assert fresh.secret != made.secret and fresh.refresh != made.refresh
    assert ask(server, lambda provider: provider.test(), fresh).may
    with pytest.raises(AuthRejected):
        unsigned(server, lambda client: renew(client, made))


def test_an_expired_token_is_renewed_once_inside_a_call(server: FakeGeneralBots) -> None:
    """A3: one refresh, then "sign in again"; a call that was refused for its token is sent with the new one."""
    made = unsigned(server, lambda client: log_in(client, "ada@example.org", Secret("secret")))
    assert isinstance(made, Credential)
    server.tokens.clear()

    async def story() -> int:
        async with Client(server.url, NOBODY, clock=server.clock) as plain:
            client = Client(server.url, made, clock=server.clock, renew=lambda old: renew(plain, old))
            async with client:
                return len((await GeneralBots(client).page()).items)

    assert asyncio.run(story()) == 0
    server.tokens.clear()
    server.refreshing.clear()
    with pytest.raises(AuthRejected):
        asyncio.run(story())


def test_a_wrong_password_is_refused(server: FakeGeneralBots) -> None:
    with pytest.raises(AuthRejected):
        unsigned(server, lambda client: log_in(client, "ada@example.org", Secret("wrong")))


def test_a_refusal_that_repeats_the_password_does_not_tell_it(server: FakeGeneralBots) -> None:
    server.switch_on("status", status=401, body={"error": "invalid_credentials", "details": "canary-4711 is wrong"})
    with pytest.raises(AuthRejected) as caught:
        unsigned(server, lambda client: log_in(client, "ada@example.org", Secret("canary-4711")))
    assert "canary" not in repr(caught.value.failure())


def test_what_builds_on_a_backup_is_known_where_the_server_names_parents(server: FakeGeneralBots) -> None:
    parents = {"backup-2": "backup-1", "backup-3": "backup-2", "backup-1": "backup-3"}
    for _ in range(4):
        server.add_backup()
    server.switch_on("edit", change=lambda body: [one | {"parent_backup_id": parents.get(one["id"])} for one in body])
    assert {one.id for one in ask(server, lambda provider: provider.dependants("backup-1"))} == {"backup-2", "backup-3"}


def test_a_second_factor_is_asked_for_and_checked(server: FakeGeneralBots) -> None:
    needed = unsigned(server, lambda client: log_in(client, "two@example.org", Secret("secret")))
    assert isinstance(needed, NeedsCode)
    with pytest.raises(AuthRejected):
        unsigned(server, lambda client: verify_code(client, "two@example.org", needed, "000000"))
    made = unsigned(server, lambda client: verify_code(client, "two@example.org", needed, " 123456 "))
    assert ask(server, lambda provider: provider.test(), made).may


@pytest.mark.parametrize(
    "answer", [b"[]", b"{}", b'{"access_token": ["x"]}', b'{"access_token": "two words"}', b'{"access_token": "a\\r\\nb"}']
)
def test_a_login_without_a_usable_token_is_an_error(server: FakeGeneralBots, answer: bytes) -> None:
    server.switch_on("body", body=answer)
    with pytest.raises(RemoteError):
        unsigned(server, lambda client: log_in(client, "ada@example.org", Secret("secret")))


def test_a_token_that_cannot_be_renewed_asks_for_the_sign_in(server: FakeGeneralBots) -> None:
    with pytest.raises(AuthRejected) as caught:
        unsigned(server, lambda client: renew(client, Credential("bearer", "ada", Secret("x"))))
    assert caught.value.code == "AUTH-EXPIRED" and not server.log


# -- what is there -----------------------------------------------------------------------------------------------------------------


def test_capabilities_of_an_administrator(server: FakeGeneralBots) -> None:
    can = ask(server, lambda provider: provider.capabilities())
    assert can.experimental and can.confirms_restore and can.types == ("full", "incremental", "differential")
    assert all(can.can(verb) for verb in ("create", "list", "details", "delete", "restore", "schedules.update", "schedules.delete"))
    assert can.download == "none" and "download" in can.why_not and not can.can("webhooks.create")


def test_capabilities_of_an_operator_say_what_needs_an_administrator(server: FakeGeneralBots) -> None:
    can = ask(server, lambda provider: provider.capabilities(), OPERATOR)
    assert can.can("create") and can.can("list") and not can.can("restore") and not can.can("schedules.list")
    assert "admin" in can.why_not["restore"]


def test_a_server_without_the_api_offers_nothing_and_says_why() -> None:
    with FakeGeneralBots(has_api=False) as server:
        can = ask(server, lambda provider: provider.capabilities())
        assert can.verbs == frozenset() and can.experimental and can.why_not["create"] == "This server has no Backup API yet."
        server.has_api = True
        assert ask(server, lambda provider: provider.capabilities()).can("create")


STORIES: dict[str, Callable[[GeneralBots], Awaitable[object]]] = {
    "test": lambda provider: provider.test(),
    "create": lambda provider: provider.create(Wanted()),
    "page": lambda provider: provider.page(),
    "details": lambda provider: provider.details("backup-1"),
    "progress": lambda provider: provider.progress("backup-1"),
    "delete": lambda provider: provider.delete("backup-1"),
    "restore": lambda provider: provider.restore("backup-1", RestoreWanted()),
    "schedules": lambda provider: provider.schedules(),
    "create_schedule": lambda provider: provider.create_schedule(SCHEDULE),
    "update_schedule": lambda provider: provider.update_schedule(msgspec.structs.replace(SCHEDULE, id="schedule-1")),
    "delete_schedule": lambda provider: provider.delete_schedule("schedule-1"),
}


@pytest.mark.parametrize("name", STORIES)
def test_every_call_says_that_the_server_has_no_backup_api_yet(name: str) -> None:
    with FakeGeneralBots(has_api=False) as server, pytest.raises(Unsupported) as caught:
        ask(server, STORIES[name])
    assert caught.value.message == "This server has no Backup API yet." and caught.value.code == "NO-BACKUP-API"


@pytest.mark.parametrize("name", ["restore", "delete", "schedules", "create_schedule", "update_schedule", "delete_schedule"])
def test_what_needs_an_administrator_is_forbidden_to_an_operator(server: FakeGeneralBots, name: str) -> None:
    server.add_backup()
    with pytest.raises(Forbidden) as caught:
        ask(server, STORIES[name], OPERATOR)
    assert caught.value.hint == "This needs the role admin on the server."


def test_an_operator_may_create_list_and_look(server: FakeGeneralBots) -> None:
    server.add_backup()
    for name in ("create", "page", "details", "progress"):
        ask(server, STORIES[name], OPERATOR)


def test_the_base_address_may_be_the_one_that_the_page_prints(server: FakeGeneralBots) -> None:
    server.add_backup()
    assert len(ask(server, lambda provider: provider.page(), path="/api/v1/backup").items) == 1
    assert ask(server, lambda provider: provider.test(), path="/api/v1/backup/").may


# -- backups -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["full", "incremental", "differential"])
def test_create_sends_type_files_and_database(server: FakeGeneralBots, kind: str) -> None:
    made = ask(server, lambda provider: provider.create(Wanted(kind)))
    assert server.asked("POST *")[-1].json() == {"type": kind, "include_files": True, "include_database": True}
    assert made.id in server.backups and made.type == kind and made.components == ("files", "database")
    assert (made.status, made.status_word) == ("queued", ""), "the page's answer has no status"


def test_parts_can_be_left_out(server: FakeGeneralBots) -> None:
    made = ask(server, lambda provider: provider.create(Wanted(options={"include_files": False})))
    assert server.backups[made.id].options == {"type": "full", "include_files": False, "include_database": True}
    with pytest.raises(UsageError):
        ask(server, lambda provider: provider.create(Wanted(options={"include_files": False, "include_database": False})))
    with pytest.raises(UsageError):
        ask(server, lambda provider: provider.create(Wanted("database")))


@pytest.mark.parametrize("listed", ["bare", "data", "backups", "items"])
@pytest.mark.parametrize("name", ["id", "backup_id"])
@pytest.mark.parametrize("size", ["number", "text"])
def test_lists_are_read_in_all_their_forms(listed: Any, name: Any, size: Any) -> None:
    with FakeGeneralBots(ways=BotWays(listed=listed, id_name=name, size=size, enveloped=True)) as server:
        first, second = server.add_backup(age=7200), server.add_backup("incremental", age=3600)

        async def story(provider: GeneralBots) -> list[RemoteBackup]:
            return [one async for one in provider.list()]

        found = ask(server, story)
        assert [(one.id, one.type, one.status, one.size) for one in found] == [
            (second.id, "incremental", "completed", 52_428_800),
            (first.id, "full", "completed", 52_428_800),
        ]
        assert found[0].created_at is not None and abs(found[0].created_at - second.created) < timedelta(seconds=1)
        assert ask(server, lambda provider: provider.details(first.id)).id == first.id
        assert ask(server, lambda provider: provider.create(Wanted())).id in server.backups


@pytest.mark.parametrize("body", [{"things": []}, {}, "x", 7, None, {"success": True}])
def test_a_list_of_unknown_form_is_an_error_and_not_an_empty_list(server: FakeGeneralBots, body: object) -> None:
    server.switch_on("body", body=json.dumps(body).encode())
    with pytest.raises(RemoteError):
        ask(server, lambda provider: provider.page())


def test_a_backup_is_followed_by_its_details(server: FakeGeneralBots) -> None:
    made = ask(server, lambda provider: provider.create(Wanted()))
    assert ask(server, lambda provider: provider.progress(made.id)).status == "running"
    server.advance(500)
    assert ask(server, lambda provider: provider.progress(made.id)).status == "completed"


def test_a_server_that_tells_no_status_leaves_it_unknown() -> None:
    with FakeGeneralBots(ways=BotWays(tells_status=False)) as server:
        one = server.add_backup()
        assert ask(server, lambda provider: provider.details(one.id)).status == "unknown"


def test_a_failed_backup_tells_why(server: FakeGeneralBots) -> None:
    one = server.add_backup(fails="Disk full")
    found = ask(server, lambda provider: provider.progress(one.id))
    assert (found.status, found.error) == ("failed", "Disk full")


def test_a_backup_that_is_gone_is_not_a_missing_api(server: FakeGeneralBots) -> None:
    with pytest.raises(NotFound):
        ask(server, lambda provider: provider.details("backup-9"))
    ask(server, lambda provider: provider.delete("backup-9"))


def test_delete(server: FakeGeneralBots) -> None:
    one = server.add_backup()
    ask(server, lambda provider: provider.delete(one.id))
    assert server.backups == {}


def test_a_lost_answer_to_a_delete_is_looked_up(server: FakeGeneralBots) -> None:
    one = server.add_backup()
    server.switch_on("drop-answer", on="DELETE *")
    ask(server, lambda provider: provider.delete(one.id))
    two = server.add_backup()
    server.switch_on("reset", on="DELETE *")
    with pytest.raises(HoldfastError):
        ask(server, lambda provider: provider.delete(two.id))


@pytest.mark.parametrize("fault", ["drop-answer", "gateway-after-acting"])
def test_a_lost_create_is_sent_once_and_found_by_type_and_time(server: FakeGeneralBots, fault: str) -> None:
    server.add_backup(age=5000)
    server.add_backup("differential", age=-1)
    server.switch_on(fault, on="POST *")

    async def story(provider: GeneralBots) -> RemoteBackup | None:
        since = server.now
        with pytest.raises(HoldfastError) as caught:
            await provider.create(Wanted("incremental"))
        assert caught.value.details["lost"] is True
        return await provider.adopt(Wanted("incremental"), since)

    found = ask(server, story)
    assert found is not None and found.type == "incremental" and len(server.asked("POST *")) == 1
    assert ask(server, lambda provider: provider.adopt(Wanted("full"), server.now)) is None


@pytest.mark.parametrize("name", ["../auth/me", "a/b", "..", "", "x\x00"])
def test_a_hostile_id_reaches_no_other_address(server: FakeGeneralBots, name: str) -> None:
    with pytest.raises(RemoteError):
        ask(server, lambda provider: provider.details(name))
    assert not server.log


# -- restores ----------------------------------------------------------------------------------------------------------------------


def test_a_restore_into_a_target_is_followed_by_its_job(server: FakeGeneralBots) -> None:
    one = server.add_backup()
    accepted = ask(server, lambda provider: provider.restore(one.id, RestoreWanted(options={"target": "staging"})))
    assert accepted.job in server.restores and server.restores[accepted.job].target == "staging" and accepted.status == "queued"
    server.advance(60)
    now = ask(server, lambda provider: provider.restore_progress(one.id, accepted))
    assert now.status == "running" and now.percent is not None and 49 <= now.percent <= 53
    server.advance(100)
    assert ask(server, lambda provider: provider.restore_progress(one.id, accepted)).status == "completed"


def test_without_a_target_none_is_sent(server: FakeGeneralBots) -> None:
    one = server.add_backup()
    ask(server, lambda provider: provider.restore(one.id, RestoreWanted()))
    assert server.asked("POST *")[-1].json() == {}


def test_a_second_restore_is_busy(server: FakeGeneralBots) -> None:
    one = server.add_backup()
    ask(server, lambda provider: provider.restore(one.id, RestoreWanted()))
    with pytest.raises(Busy) as caught:
        ask(server, lambda provider: provider.restore(one.id, RestoreWanted()))
    assert caught.value.details["server_message"] == "Restore already in progress" and not caught.value.details["lost"]


def test_a_failed_restore_tells_why(server: FakeGeneralBots) -> None:
    one, server.next_fails = server.add_backup(), "Vault is sealed"
    accepted = ask(server, lambda provider: provider.restore(one.id, RestoreWanted()))
    server.advance(1000)
    now = ask(server, lambda provider: provider.restore_progress(one.id, accepted))
    assert (now.status, now.error) == ("failed", "Vault is sealed")


def test_a_restore_that_nobody_knows_is_unknown(server: FakeGeneralBots) -> None:
    assert ask(server, lambda provider: provider.restore_progress("backup-1", Accepted())).status == "unknown"
    assert ask(server, lambda provider: provider.restore_progress("backup-1", Accepted("job-9"))).status == "unknown"


def test_parts_are_refused_before_anything_is_sent(server: FakeGeneralBots) -> None:
    with pytest.raises(UsageError):
        ask(server, lambda provider: provider.restore("backup-1", RestoreWanted(("files",))))
    assert not server.log


def test_a_restore_of_a_backup_that_is_gone(server: FakeGeneralBots) -> None:
    with pytest.raises(NotFound):
        ask(server, lambda provider: provider.restore("backup-9", RestoreWanted()))


# -- schedules ---------------------------------------------------------------------------------------------------------------------


def test_schedules_are_created_listed_changed_and_deleted(server: FakeGeneralBots) -> None:
    made = ask(server, lambda provider: provider.create_schedule(SCHEDULE))
    assert server.asked("POST *")[-1].json() == {"cron": "0 2 * * *", "type": "incremental", "retention_days": 30}
    (listed,) = ask(server, lambda provider: provider.schedules())
    assert (listed.id, listed.cron, listed.type, listed.keep_days, listed.enabled) == (made.id, "0 2 * * *", "incremental", 30, True)
    assert listed.next_run_at is not None
    changed = msgspec.structs.replace(listed, cron="30 3 * * sun", keep_days=7, enabled=False)
    told = ask(server, lambda provider: provider.update_schedule(changed))
    assert server.asked("PUT *")[-1].json() == {"cron": "30 3 * * sun", "type": "incremental", "retention_days": 7, "enabled": False}
    assert told.cron == "30 3 * * sun" and server.schedules[made.id]["retention_days"] == 7
    ask(server, lambda provider: provider.delete_schedule(made.id))
    ask(server, lambda provider: provider.delete_schedule(made.id))
    assert server.schedules == {}


def test_when_a_new_schedule_runs_next_is_asked_of_the_list(server: FakeGeneralBots) -> None:
    """apis.md 0.18: the server's own next run is the truth; that it cannot be asked for is no failure of the schedule, which is made."""
    assert ask(server, lambda provider: provider.create_schedule(SCHEDULE)).next_run_at is not None
    server.switch_on("status", times=10, on="GET */schedule", status=500)
    assert ask(server, lambda provider: provider.create_schedule(SCHEDULE)).id == "schedule-2"


def test_an_answer_that_names_no_schedule_is_looked_up_in_the_list(server: FakeGeneralBots) -> None:
    server.switch_on("edit", on="POST *", change=lambda body: {"success": True})
    assert ask(server, lambda provider: provider.create_schedule(SCHEDULE)).id == "schedule-1"


@pytest.mark.parametrize("cron", ["", "daily", "* * * *", "0 2 * * * *", "0 2 * * $(id)"])
def test_a_schedule_needs_five_fields(server: FakeGeneralBots, cron: str) -> None:
    with pytest.raises(UsageError):
        ask(server, lambda provider: provider.create_schedule(msgspec.structs.replace(SCHEDULE, cron=cron)))
    assert not server.log


def test_changing_a_schedule_that_is_gone(server: FakeGeneralBots) -> None:
    with pytest.raises(NotFound):
        ask(server, STORIES["update_schedule"])


@pytest.mark.parametrize(("status", "kind"), [(400, RemoteError), (401, AuthRejected), (403, Forbidden), (500, RemoteError)])
def test_the_pages_status_codes_become_our_errors(server: FakeGeneralBots, status: int, kind: type[HoldfastError]) -> None:
    server.switch_on("status", status=status, body={"error": "some_word", "message": "Why it failed"})
    with pytest.raises(kind) as caught:
        ask(server, lambda provider: provider.create(Wanted()))
    assert caught.value.details["http"] == status and caught.value.details["server_code"] == "some_word"
    assert caught.value.details["server_message"] == "Why it failed"
