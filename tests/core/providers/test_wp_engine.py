"""WP Engine: every call of the vendor's pages against its fake over real HTTP, and what differs between versions of the API."""

from __future__ import annotations

import asyncio
import io
import urllib.request
import zipfile
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from typing import Any, TypeVar

import pytest

from holdfast.errors import AuthRejected, Busy, Forbidden, HoldfastError, NotFound, RateLimited, RemoteError, Unsupported, UsageError
from holdfast.providers.base import Link, RemoteBackup, RestoreWanted, Wanted
from holdfast.providers.http import Client, Credential
from holdfast.providers.wp_engine import WPEngine
from holdfast.secret import Secret
from tests.support.fakes.wp_engine import INSTALL, FakeWPEngine, WPEngineWays, install

T = TypeVar("T")
EMAILS = ["ada@example.org", "bob@example.org"]
OPTIONS: dict[str, Any] = {"install": INSTALL, "notification_emails": EMAILS}
USER = ("api-user", "api-password")


def ask(
    server: FakeWPEngine, story: Callable[[WPEngine], Awaitable[T]], options: dict[str, Any] = OPTIONS, user: tuple[str, str] = USER
) -> T:
    """Run `story` with a provider for the first install."""

    async def whole() -> T:
        async with Client(server.base, Credential("basic", user[0], Secret(user[1])), clock=server.clock) as client:
            return await story(WPEngine(client, options=options))

    return asyncio.run(whole())


def refused(
    server: FakeWPEngine, story: Callable[[WPEngine], Awaitable[Any]], kind: type[HoldfastError], options: dict[str, Any] = OPTIONS
) -> HoldfastError:
    with pytest.raises(kind) as caught:
        ask(server, story, options)
    return caught.value


@pytest.fixture
def server() -> Iterator[FakeWPEngine]:
    with FakeWPEngine() as fake:
        yield fake


async def listed(provider: WPEngine) -> list[RemoteBackup]:
    return [one async for one in provider.list()]


# -- sign-in, account, capabilities ------------------------------------------------------------------------------------------------


def test_the_account_check_names_the_person_and_the_install(server: FakeWPEngine) -> None:
    who = ask(server, lambda provider: provider.test())
    assert (who.user, who.may, who.details) == ("ada@example.org", True, {"install": "torquemag"})
    assert ask(server, lambda provider: provider.test(), {}).details == {}


def test_wrong_credentials_say_where_right_ones_are_made(server: FakeWPEngine) -> None:
    with pytest.raises(AuthRejected) as caught:
        ask(server, lambda provider: provider.test(), user=("api-user", "wrong"))
    assert caught.value.details["server_message"] == "Bad Credentials"
    assert "my.wpengine.com/api_access" in caught.value.hint


def test_an_install_of_somebody_else_is_not_found(server: FakeWPEngine) -> None:
    refused(server, lambda provider: provider.test(), NotFound, {"install": "00000000-d8b8-4005-82c4-0727ba8ddde0"})


def test_status_needs_no_sign_in(server: FakeWPEngine) -> None:
    assert ask(server, lambda provider: provider.status(), user=("x", "y"))
    server.ways.well = False
    assert not ask(server, lambda provider: provider.status())


def test_a_failure_of_theirs_says_whether_the_whole_api_is_down(server: FakeWPEngine) -> None:
    server.ways.well = False
    server.switch_on("status", times=9, on="GET /v1/user", status=502, body=b"upstream")
    assert "as a whole" in refused(server, lambda provider: provider.test(), RemoteError).hint


def test_installs_are_listed_over_all_pages_and_by_account(server: FakeWPEngine) -> None:
    server.installs += [install(f"id-{number}", f"site{number}") for number in range(240)]
    found = ask(server, lambda provider: provider.installs(), {})
    assert len(found) == 242
    first = found[0]
    assert (first.id, first.name, first.environment, first.domain) == (INSTALL, "torquemag", "production", "torquemag.com")
    assert (first.status_word, first.details["php_version"]) == ("active", "8.2")
    assert ask(server, lambda provider: provider.installs(), {"account": "none"}) == []
    assert server.asked("GET /v1/installs")[-1].query["account_id"] == "none"


def test_without_an_install_only_their_list_is_offered(server: FakeWPEngine) -> None:
    can = ask(server, lambda provider: provider.capabilities(), {})
    assert can.verbs == {"installs"}
    assert "install" in can.why_not["create"]
    assert refused(server, lambda provider: provider.page(), UsageError, {}).code == "INSTALL-NEEDED"


def test_what_is_possible_is_offered_with_the_addresses_as_a_setting(server: FakeWPEngine) -> None:
    can = ask(server, lambda provider: provider.capabilities())
    assert can.verbs == {"create", "list", "details", "progress", "restore", "download", "archives", "installs"}
    assert (can.download, can.confirms_restore, can.types) == ("archive", False, ("full",))
    (field,) = can.create
    assert (field.name, field.required, field.default) == ("notification_emails", True, tuple(EMAILS))
    assert "delete" in can.why_not


@pytest.mark.parametrize("definition", [True, False])
def test_an_older_api_without_archives_says_so(definition: bool) -> None:
    """By its definition, or by the gateway's 403 "Missing Authentication Token", which is no question of signing in."""
    with FakeWPEngine(ways=WPEngineWays(archives=False, definition=definition)) as server:
        one = server.add_backup()
        can = ask(server, lambda provider: provider.capabilities())
        assert can.can("download") is not definition
        error = refused(server, lambda provider: provider.link(one.id), Unsupported)
        assert error.code == "NO-ROUTE"


# -- creating ----------------------------------------------------------------------------------------------------------------------


def test_create_sends_description_and_addresses(server: FakeWPEngine) -> None:
    made = ask(server, lambda provider: provider.create(Wanted(label="Pre-deploy snapshot", marker="job-9")))
    body = server.asked("POST */backups")[-1].json()
    assert body == {"description": "Pre-deploy snapshot [hf:job-9]", "notification_emails": EMAILS}
    assert (made.status, made.status_word, made.label, made.metadata["holdfast_job"]) == (
        "queued",
        "requested",
        "Pre-deploy snapshot",
        "job-9",
    )
    assert (made.completed_at, made.metadata["wordpress_version"]) == (None, "6.4.2")


def test_addresses_of_the_call_come_before_those_of_the_settings(server: FakeWPEngine) -> None:
    ask(server, lambda provider: provider.create(Wanted(options={"notification_emails": "eve@example.org"})))
    assert server.mails == ["eve@example.org"]


@pytest.mark.parametrize("emails", [[], "", ["no address"]])
def test_without_an_address_nothing_is_sent(server: FakeWPEngine, emails: Any) -> None:
    error = refused(server, lambda provider: provider.create(Wanted()), UsageError, {"install": INSTALL, "notification_emails": emails})
    assert error.code == "EMAILS-NEEDED"
    assert server.log == []


def test_an_older_answer_with_id_and_status_alone_does(server: FakeWPEngine) -> None:
    server.ways.old_answers = True

    async def story(provider: WPEngine) -> None:
        made = await provider.create(Wanted(label="x"))
        assert (made.status, made.label) == ("queued", "x")
        server.advance(60)
        now = await provider.progress(made.id)
        assert (now.status, now.status_word) == ("running", "initiated")

    ask(server, story)


def test_an_aborted_backup_has_failed(server: FakeWPEngine) -> None:
    one = server.add_backup(fails=True)
    found = ask(server, lambda provider: provider.details(one.id))
    assert (found.status, found.status_word) == ("failed", "aborted")


def test_requested_with_a_complete_time_is_not_completed(server: FakeWPEngine) -> None:
    """The very example of the vendor's page."""
    one = server.add_backup()
    server.switch_on("edit", on="GET */backups/*", change=lambda body: body | {"status": "requested"})
    found = ask(server, lambda provider: provider.details(one.id))
    assert (found.status, found.completed_at, found.downloadable) == ("queued", None, False)


def test_a_nightly_backup_of_the_same_minute_is_not_adopted(server: FakeWPEngine) -> None:
    since = server.clock.time
    server.add_backup(age=-3)
    assert ask(server, lambda provider: provider.adopt(Wanted(label="x", marker="job-9"), since)) is None


# -- lists -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ways", [WPEngineWays(), WPEngineWays(most_per_page=30), WPEngineWays(counts=False)])
def test_all_pages_are_read_although_the_server_gives_fewer(ways: WPEngineWays) -> None:
    with FakeWPEngine(ways=ways) as server:
        wanted = {server.add_backup(age=3600 + number).id for number in range(225)}
        found = ask(server, listed)
        assert {one.id for one in found} == wanted
        assert len(found) == 225


def test_no_page_is_asked_of_another_host(server: FakeWPEngine) -> None:
    """X3: `next` is never followed, and where it is all that tells of more it must name the API's own host."""
    server.ways.foreign_next, server.ways.counts = True, False
    for number in range(150):
        server.add_backup(age=3600 + number)
    page = ask(server, lambda provider: provider.page())
    assert (len(page.items), page.more) == (100, False)


def test_a_list_that_moves_between_pages_shows_nothing_twice(server: FakeWPEngine) -> None:
    for number in range(120):
        server.add_backup(age=3600 + number)

    async def story(provider: WPEngine) -> list[str]:
        found = []
        async for one in provider.list():
            found.append(one.id)
            if len(found) == 100:
                server.add_backup(age=0)
        return found

    found = ask(server, story)
    assert len(found) == len(set(found)) == 120


def test_a_page_tells_its_total(server: FakeWPEngine) -> None:
    for number in range(25):
        server.add_backup(age=3600 + number)
    page = ask(server, lambda provider: provider.page(2, 10))
    assert (len(page.items), page.total, page.more) == (10, 25, True)
    assert {"limit": "10", "offset": "10"}.items() <= server.log[-1].query.items()


def test_a_page_is_filled_although_the_server_gives_fewer(server: FakeWPEngine) -> None:
    server.ways.most_per_page = 30
    wanted = [server.add_backup(age=3600 + number).id for number in range(120)]
    first = ask(server, lambda provider: provider.page(1, 100))
    second = ask(server, lambda provider: provider.page(2, 100))
    assert [one.id for one in (*first.items, *second.items)] == wanted
    assert (len(first.items), first.more, second.more) == (100, True, False)


def test_without_a_route_for_one_backup_the_list_serves(server: FakeWPEngine) -> None:
    server.ways.single_backup = False
    one = server.add_backup()
    assert ask(server, lambda provider: provider.details(one.id)).id == one.id
    refused(server, lambda provider: provider.details("gone"), NotFound)


# -- restoring ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bodies", [True, False])
def test_a_restore_sends_what_is_required_and_is_only_accepted(server: FakeWPEngine, bodies: bool) -> None:
    server.ways.bodies = bodies
    one = server.add_backup()

    async def story(provider: WPEngine) -> None:
        accepted = await provider.restore(one.id, RestoreWanted())
        assert server.restores == [{"backup": one.id, "notification_emails": EMAILS, "restore_database": True, "create_checkpoint": True}]
        assert (accepted.job, accepted.status) == ("", "queued")
        server.advance(60)
        during = await provider.restore_progress(one.id, accepted)
        assert (during.status, during.step) == ("running", "checkpoint")
        server.advance(3600)
        after = await provider.restore_progress(one.id, accepted)
        assert (after.status, after.step) == ("unknown", "accepted, not confirmed")

    ask(server, story)


@pytest.mark.parametrize(
    ("wanted", "database", "checkpoint"),
    [
        (RestoreWanted(options={"restore_database": False}), False, True),
        (RestoreWanted(options={"create_checkpoint": "no"}), True, False),
        (RestoreWanted(("files",)), False, True),
        (RestoreWanted(("files", "database")), True, True),
    ],
)
def test_database_and_checkpoint_can_be_left_out(server: FakeWPEngine, wanted: RestoreWanted, database: bool, checkpoint: bool) -> None:
    one = server.add_backup()
    ask(server, lambda provider: provider.restore(one.id, wanted))
    assert (server.restores[0]["restore_database"], server.restores[0]["create_checkpoint"]) == (database, checkpoint)


def test_the_database_alone_cannot_be_restored(server: FakeWPEngine) -> None:
    one = server.add_backup()
    refused(server, lambda provider: provider.restore(one.id, RestoreWanted(("database",))), UsageError)
    assert server.restores == []


# -- archives ----------------------------------------------------------------------------------------------------------------------


async def fetched(server: FakeWPEngine, provider: WPEngine, backup: str) -> Link:
    """Ask until the archive is made, as a download does."""
    for _ in range(40):
        try:
            return await provider.link(backup)
        except Busy as error:
            server.advance(error.details["retry_after"])
    raise AssertionError("no archive in time")


@pytest.mark.parametrize("bodies", [True, False])
def test_an_archive_is_asked_for_once_and_its_link_is_a_whole_zip(server: FakeWPEngine, bodies: bool) -> None:
    server.ways.bodies = bodies
    one = server.add_backup()
    link = ask(server, lambda provider: fetched(server, provider, one.id))
    (asked,) = server.asked("POST */archives")
    assert asked.json() == {"backup_id": one.id, "notification_emails": EMAILS}
    assert not link.signed_in
    assert link.expires_at == server.now + timedelta(hours=1)
    with urllib.request.urlopen(link.url) as answer, zipfile.ZipFile(io.BytesIO(answer.read())) as archive:
        assert archive.testzip() is None


def test_an_archive_that_is_there_is_not_made_again(server: FakeWPEngine) -> None:
    one = server.add_backup()
    ask(server, lambda provider: fetched(server, provider, one.id))
    ask(server, lambda provider: provider.link(one.id))
    assert len(server.archives) == 1


def test_a_new_archive_is_asked_for_when_the_old_one_was_aborted_or_its_link_is_over(server: FakeWPEngine) -> None:
    one = server.add_backup()
    server.next_fails = True

    async def story(provider: WPEngine) -> None:
        with pytest.raises(Busy):
            await provider.link(one.id)
        server.advance(400)
        with pytest.raises(RemoteError) as caught:
            await provider.link(one.id)
        assert caught.value.code == "ARCHIVE-FAILED"
        await fetched(server, provider, one.id)
        assert len(server.archives) == 2
        server.link_seconds = 0
        server.advance(1000)
        with pytest.raises(Busy):
            await provider.link(one.id)
        assert len(server.archives) == 3

    ask(server, story)


def test_a_lost_request_for_an_archive_is_not_repeated(server: FakeWPEngine) -> None:
    one = server.add_backup()
    server.switch_on("drop-answer", on="POST */archives")

    async def story(provider: WPEngine) -> None:
        with pytest.raises(HoldfastError) as caught:
            await provider.link(one.id)
        assert caught.value.details["lost"]
        await fetched(server, provider, one.id)

    ask(server, story)
    assert len(server.asked("POST */archives")) == 1


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org/x.zip", "https://u:p@example.org/x", "https://:p@example.org/x", "file:///etc/passwd", "/x.zip", "https://"],
)
def test_a_download_address_that_is_not_safe_is_refused(server: FakeWPEngine, address: str) -> None:
    one = server.add_backup()
    ask(server, lambda provider: fetched(server, provider, one.id))

    def change(body: Any) -> Any:
        return body | {"results": [archive | {"download_uri": address} for archive in body["results"]]}

    server.switch_on("edit", on="GET */archives", change=change)
    assert refused(server, lambda provider: provider.link(one.id), RemoteError).code == "BAD-LINK"


# -- errors ------------------------------------------------------------------------------------------------------------------------


def test_the_error_form_is_told_field_by_field_with_its_documentation(server: FakeWPEngine) -> None:
    body = {
        "message": "Invalid Site: Name cannot be empty.",
        "documentation_url": "https://developers.wpengine.com/docs/errors",
        "errors": [{"resource": "Site", "field": "name", "type": "invalid_value", "code": "too_long", "message": "Name is too long"}],
    }
    server.switch_on("status", on="POST */backups", status=400, body=body)
    error = refused(server, lambda provider: provider.create(Wanted()), RemoteError)
    assert "Name cannot be empty" in error.message
    assert error.hint == "name: Name is too long"
    assert error.details["documentation_url"] == "https://developers.wpengine.com/docs/errors"
    assert error.details["lost"] is False


def test_403_with_a_message_is_a_question_of_rights(server: FakeWPEngine) -> None:
    server.switch_on("status", on="GET */backups", status=403, body={"message": "You don't have permission to perform that action"})
    error = refused(server, lambda provider: provider.page(), Forbidden)
    assert "permission" in error.message


@pytest.mark.parametrize("body", [b"", b"<html>Too many</html>", b'{"message": "slow down"}', b"[]", b"null"])
@pytest.mark.parametrize("status", [429, 502, 503])
def test_refusals_without_a_schema_may_have_any_body(server: FakeWPEngine, status: int, body: bytes) -> None:
    """429, 502, 503: reading goes on after them; a request that starts something is sent again after 429 only."""
    server.switch_on("status", times=2, on="GET */backups", status=status, body=body)
    assert ask(server, lambda provider: provider.page()).items == ()
    server.switch_on("status", times=9, on="POST */backups", status=status, body=body)
    error = refused(server, lambda provider: provider.create(Wanted()), HoldfastError)
    assert isinstance(error, RateLimited if status == 429 else RemoteError)
    assert error.details["lost"] is (status != 429 and bool(error.code != "SITE-MAINTENANCE"))
    assert server.backups == {}
