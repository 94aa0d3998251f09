"""The contract of `holdfast.providers.base.Provider` as tests. A provider joins by inheriting and saying what its fake server can do:

class TestSafeGuard(ProviderContract):
    places = {"create": "POST */backups", "list": "GET */backups", "details": "GET */backups/*", ...}
    def fake(self, clock): return FakeSafeGuard(clock=clock)
    def client(self, server, **options):
        return Client(server.root, Credential("basic", "admin", Secret(GOOD)), clock=server.clock, **options)
    def provider(self, client): return SafeGuard(client, options={})
    def add(self, server, count): return [server.add_backup().id for _ in range(count)]
    def finish(self, server): server.advance(600)

Time is simulated: a back-off takes none. Every test states what any provider promises; what only one system does is tested beside it.
"""

from __future__ import annotations

import asyncio
import json
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any, ClassVar, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.errors import AuthRejected, HoldfastError, NetworkError, NotFound, Unsupported
from holdfast.providers.base import Accepted, Provider, RemoteBackup, RemoteProgress, RestoreWanted, Wanted
from holdfast.providers.http import Client, Credential
from holdfast.secret import Secret
from tests.contracts.bodies import BODIES
from tests.support.fakes import pages
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.server import FakeServer

T = TypeVar("T")
SENTINEL_STATES = {"queued", "running", "completed", "failed", "deleted", "unknown"}
FAILURES: Mapping[str, tuple[str, dict[str, Any], str]] = {
    "challenge": ("cloudflare", {}, "SITE-BLOCKED"),
    "challenge with 200": ("cloudflare", {"status": 200}, "SITE-BLOCKED"),
    "challenge with 429": ("cloudflare", {"status": 429}, "SITE-BLOCKED"),
    "firewall": ("firewall", {}, "SITE-BLOCKED"),
    "not acceptable": ("status", {"status": 406, "body": b"<h1>Not Acceptable!</h1>"}, "SITE-BLOCKED"),
    "maintenance": ("maintenance", {}, "SITE-MAINTENANCE"),
    "maintenance as JSON": (
        "status", {"status": 503, "body": pages.MAINTENANCE_JSON, "headers": {"Retry-After": "600"}}, "SITE-MAINTENANCE",
    ),
    "database down as JSON": ("status", {"status": 500, "body": pages.DATABASE_JSON}, "SITE-DATABASE"),
    "fatal error as JSON": ("status", {"status": 500, "body": pages.CRITICAL_JSON}, "SITE-5XX"),
    "fatal error": ("critical", {}, "SITE-5XX"),
    "database down": ("database-error", {}, "SITE-DATABASE"),
    "proxy gave up": ("gateway", {}, "SITE-TIMEOUT"),
    "524": ("status", {"status": 524, "body": b"<h1>A timeout occurred</h1>"}, "SITE-TIMEOUT"),
    "login page": ("login-page", {}, "SITE-LOGIN"),
    "way to the login page": ("redirect", {"to": "/wp-login.php?redirect_to=x", "status": 302}, "SITE-LOGIN"),
    "way to the installation": ("redirect", {"to": "/wp-admin/install.php", "status": 302}, "SITE-DATABASE"),
    "home page": ("html", {}, "NOT-JSON"),
    "the web server's own password": (
        "status", {"status": 401, "body": b"<h1>401</h1>", "headers": {"WWW-Authenticate": "Basic"}}, "SITE-GUARDED",
    ),
    "hidden interface": (
        "status", {"status": 401, "body": {"code": "rest_cannot_access", "message": "No", "data": {"status": 401}}}, "REST-HIDDEN",
    ),
    "not signed in": (
        "status", {"status": 401, "body": {"code": "rest_not_logged_in", "message": "No", "data": {"status": 401}}}, "AUTH-REJECTED",
    ),
    "wrong password": (
        "status", {"status": 401, "body": {"code": "incorrect_password", "message": "No", "data": {"status": 401}}}, "AUTH-REJECTED",
    ),
    "passwords off for this user": (
        "status",
        {"status": 401, "body": {"code": "application_passwords_disabled_for_user", "message": "No", "data": {"status": 401}}},
        "AUTH-OFF",
    ),
    "role too low": (
        "status", {"status": 403, "body": {"code": "rest_forbidden", "message": "No", "data": {"status": 403}}}, "AUTH-SCOPE",
    ),
    "too long": ("status", {"status": 413, "body": b"<h1>413</h1>"}, "BAD-REQUEST"),
    "address too long": ("status", {"status": 414, "body": b"<h1>414</h1>"}, "BAD-REQUEST"),
}  # fmt: skip
_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


class ProviderContract(ABC):
    """See the module."""

    places: ClassVar[Mapping[str, str]]
    """Where the fake serves what, as patterns of requests: create, list, details; and restore, link, progress where there are any."""
    type: ClassVar[str] = "full"
    marks: ClassVar[bool] = True
    """Whether the system keeps our marker with a backup."""
    create_options: ClassVar[Mapping[str, Any]] = {}

    @abstractmethod
    def fake(self, clock: SimulatedClock) -> FakeServer:
        """A server without any backups that takes the credential of `client`."""

    @abstractmethod
    def client(self, server: Any, **options: Any) -> Client:
        """A client with the right credential; `options` are passed on."""

    @abstractmethod
    def provider(self, client: Client) -> Provider: ...

    @abstractmethod
    def add(self, server: Any, count: int) -> Sequence[str]:
        """Make `count` finished backups on the server; their ids."""

    @abstractmethod
    def finish(self, server: Any) -> None:
        """Let everything that runs on the server come to its end."""

    # --- signing in

    def test_a_right_credential_is_told_who_it_is(self) -> None:
        who = self.run(lambda server, provider: provider.test())
        assert who.may

    def test_a_wrong_credential_is_refused_and_asked_once(self) -> None:
        async def story() -> None:
            with self.fake(SimulatedClock()) as server:
                client = self.client(server)
                right = client.credential
                client.credential = Credential(right.kind, right.user, Secret("wrong-canary-1234"))
                async with client:
                    with pytest.raises(AuthRejected) as caught:
                        await self.provider(client).test()
                    assert len(server.log) <= 2
                    assert "canary" not in repr(caught.value.failure())

        asyncio.run(story())

    # --- making and reading

    def test_a_new_backup_is_followed_from_running_to_completed(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            made = await provider.create(self.wanted())
            assert made.id
            assert made.status in {"queued", "running"}
            assert made.id in {one.id for one in await provider.running()}
            assert (await provider.progress(made.id)).status in {"queued", "running"}
            self.finish(server)
            assert (await provider.progress(made.id)).status == "completed"
            done = await provider.details(made.id)
            assert (done.id, done.status, done.error) == (made.id, "completed", "")
            assert done.created_at is not None
            assert done.created_at.utcoffset() == timedelta(0)
            assert [one.id async for one in provider.list()] == [made.id]

        self.run(story)

    def test_all_pages_are_read_and_every_backup_comes_once(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            wanted = set(self.add(server, 230))
            found = [one.id async for one in provider.list()]
            assert set(found) == wanted
            assert len(found) == len(wanted)
            assert len(server.asked(self.places["list"])) <= 4
            assert len([one async for one in provider.list(limit=7)]) == 7

        self.run(story)

    def test_an_empty_list(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            assert [one async for one in provider.list()] == []
            assert list(await provider.running()) == []

        self.run(story)

    def test_what_is_not_there_is_not_found(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            with pytest.raises(NotFound):
                await provider.details(self.absent())

        self.run(story)

    @pytest.mark.parametrize("hostile", ["", "..", "../users", "a/b", "a/../../wp/v2/users", "x\r\nHost: y", "a" * 5000])
    def test_an_id_never_reaches_another_address(self, hostile: str) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            with pytest.raises(HoldfastError):
                await provider.details(hostile)
            for request in server.log:
                assert "users" not in request.target
                assert ".." not in request.target

        self.run(story)

    # --- lost answers

    @pytest.mark.parametrize("fault", ["drop-answer", "gateway-after-acting"])
    def test_a_lost_answer_to_create_is_found_again_and_nothing_is_made_twice(self, fault: str) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            self.add(server, 3)
            await provider.capabilities()
            since = server.clock.time
            server.switch_on(fault, on=self.places["create"])
            wanted = self.wanted()
            with pytest.raises(HoldfastError) as caught:
                await provider.create(wanted)
            assert caught.value.details["lost"] is True
            found = await provider.adopt(wanted, since)
            assert found is not None
            assert len(server.asked(self.places["create"])) == 1
            assert len([one async for one in provider.list()]) == 4

        self.run(story)

    @pytest.mark.parametrize("hours", [-11, 2])
    def test_a_marked_backup_is_found_by_another_run_although_its_time_is_of_another_zone(self, hours: int) -> None:
        """Adopted by the marker alone, by a program that was started anew, and never that of another job."""

        async def story(server: FakeServer, provider: Provider) -> None:
            if not self.marks:
                return
            self.add(server, 3)
            others = await provider.create(Wanted(type=self.type, marker="job-4710", options=self.create_options))
            self.finish(server)
            since = server.clock.time
            server.switch_on("drop-answer", on=self.places["create"])
            with pytest.raises(HoldfastError):
                await provider.create(self.wanted())
            for verb in ("list", "details"):
                server.switch_on("edit", times=99, on=self.places[verb], change=lambda body: _of_zone(body, hours))
            async with self.client(server) as client:
                found = await self.provider(client).adopt(self.wanted(), since)
                assert found is not None
                assert found.id != others.id
                assert await self.provider(client).adopt(Wanted(type=self.type, marker="job-1"), since) is None
            assert len(server.asked(self.places["create"])) == 2

        self.run(story)

    def test_a_lost_restore_is_said_to_be_lost_and_followed_without_its_answer(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            backup = self.add(server, 1)[0]
            await provider.capabilities()
            server.switch_on("drop-answer", on=self.places["restore"])
            with pytest.raises(HoldfastError) as caught:
                await provider.restore(backup, self.restoring())
            assert caught.value.details["lost"] is True
            now = await provider.restore_progress(backup, Accepted(status="unknown", started_at=server.clock.time))
            assert now.status in {"queued", "running", "unknown"}
            assert len(server.asked(self.places["restore"])) == 1

        self.run(story)

    def test_nothing_is_adopted_when_nothing_was_made(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            self.add(server, 3)
            await provider.capabilities()
            since = server.clock.time
            server.switch_on("reset", on=self.places["create"])
            wanted = self.wanted()
            with pytest.raises(NetworkError) as caught:
                await provider.create(wanted)
            assert caught.value.details["lost"] is True
            assert await provider.adopt(wanted, since) is None

        self.run(story)

    @pytest.mark.parametrize("verb", ["create", "restore"])
    @pytest.mark.parametrize(
        ("fault", "options"),
        [
            ("reset", {}), ("drop-answer", {}), ("truncated", {}), ("maintenance", {}), ("critical", {}), ("gateway", {}), ("html", {}),
            *(("status", {"status": status}) for status in (400, 401, 403, 404, 408, 409, 422, 500, 502, 503, 504, 520, 524)),
        ],
    )  # fmt: skip
    def test_what_starts_something_is_sent_once(self, verb: str, fault: str, options: dict[str, Any]) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            if verb not in self.places:
                return
            backup = self.add(server, 1)[0]
            await provider.capabilities()
            server.switch_on(fault, times=9, on=self.places[verb], **options)
            with pytest.raises(HoldfastError):
                await (provider.create(self.wanted()) if verb == "create" else provider.restore(backup, self.restoring()))
            assert len(server.asked(self.places[verb])) == 1

        self.run(story)

    # --- a bad network, A1 to A3, A7

    @pytest.mark.parametrize(
        ("fault", "options"),
        [
            ("reset", {}), ("truncated", {}), ("maintenance", {}), ("database-error", {}), ("gateway", {}), ("too-many", {}),
            ("too-many", {"headers": {"Retry-After": "3"}}), ("status", {"status": 500}), ("status", {"status": 503}),
        ],
    )  # fmt: skip
    def test_reading_goes_on_after_a_short_trouble(self, fault: str, options: dict[str, Any]) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            wanted = self.add(server, 2)
            await provider.capabilities()
            server.switch_on(fault, times=2, on=self.places["list"], **options)
            assert {one.id async for one in provider.list()} == set(wanted)

        self.run(story)

    @pytest.mark.parametrize("named", sorted(FAILURES))
    def test_each_failure_of_a_host_is_told_apart_with_its_remedy_in_every_call(self, named: str) -> None:
        """The table of apis.md 2.4, on its way through a provider."""
        fault, options, code = FAILURES[named]

        async def story(server: FakeServer, provider: Provider) -> None:
            backup = self.add(server, 1)[0]
            await provider.capabilities()
            for verb, call in self.calls(provider, backup).items():
                server.switch_off()
                server.switch_on(fault, times=99, on=self.places[verb], **options)
                ended = await self.outcome(call)
                assert isinstance(ended, HoldfastError), verb
                assert ended.code == code, verb
                assert ended.hint, verb
                assert ended.details["http"] == options.get("status", ended.details["http"])

        self.run(story)

    @pytest.mark.parametrize("junk", [b"\xef\xbb\xbf", pages.PHP_WARNING.encode(), b"\n\n  "])
    def test_text_before_the_json_is_read_over(self, junk: bytes) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            wanted = self.add(server, 2)
            await provider.capabilities()
            server.switch_on("junk", times=99, junk=junk)
            assert {one.id async for one in provider.list()} == set(wanted)
            assert (await provider.details(wanted[0])).status == "completed"
            assert (await provider.create(self.wanted())).status in {"queued", "running"}

        self.run(story)

    def test_values_of_other_types_are_a_typed_error_or_a_tolerant_value(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            backup = self.add(server, 1)[0]
            await provider.capabilities()
            for verb, call in self.calls(provider, backup).items():
                server.switch_off()
                server.switch_on("wrong-types", times=99, on=self.places[verb])
                ended = await self.outcome(call)
                provider_state(ended)
                assert not isinstance(ended, RemoteBackup | RemoteProgress) or ended.status == "unknown" or verb == "create"

        self.run(story)

    @pytest.mark.parametrize("name", sorted(BODIES))
    def test_a1_whatever_a_server_answers_is_a_typed_error_or_a_tolerant_value(self, name: str) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            backup = self.add(server, 1)[0]
            await provider.capabilities()
            body = BODIES[name]
            options = {"body": body.raw, "status": body.status, "type": body.kind, "headers": body.headers}
            for verb, call in self.calls(provider, backup).items():
                server.switch_off()
                server.switch_on("body", times=99, on=self.places[verb], **options)
                provider_state(await self.outcome(call))

        self.run(story)

    def test_a1_an_endless_body_is_cut_off(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            await provider.capabilities()
            for chunked in (False, True):
                server.switch_on("huge", on=self.places["list"], chunked=chunked)
                with pytest.raises(HoldfastError) as caught:
                    await provider.page()
                assert caught.value.code == "TOO-LARGE"

        self.run(story)

    def test_a3_a_refused_password_ends_the_asking_before_a_lock_out(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            await provider.capabilities()
            server.switch_on("status", times=999, status=401, body={"code": "rest_not_logged_in", "message": "No", "data": {"status": 401}})
            before = len(server.log)
            for _ in range(50):
                with pytest.raises(AuthRejected):
                    await provider.page()
            assert len(server.log) - before <= 3

        self.run(story)

    def test_a7_a_site_that_hangs_is_given_up_in_time(self) -> None:
        async def story() -> None:
            with self.fake(SimulatedClock()) as server:
                async with self.client(server, read_seconds=0.2, start_seconds=0.2) as client:
                    provider = self.provider(client)
                    await provider.capabilities()
                    server.switch_on("hang", times=99)
                    started = time.monotonic()
                    with pytest.raises(NetworkError) as caught:
                        await provider.page()
                    assert time.monotonic() - started < 10
                    assert caught.value.code == "NET-TIMEOUT"

        asyncio.run(story())

    # --- X3

    def test_x3_no_redirect_is_followed_and_no_credential_leaves_the_site(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            backup = self.add(server, 1)[0]
            await provider.capabilities()
            with FakeServer() as other:
                for status in (301, 302, 303, 307, 308):
                    for verb, call in self.calls(provider, backup).items():
                        server.switch_off()
                        server.switch_on("redirect", times=9, on=self.places[verb], to=f"{other.url}/x", status=status)
                        ended = await self.outcome(call)
                        assert isinstance(ended, HoldfastError)
                        assert ended.code == "SITE-MOVED"
                assert other.log == []

        self.run(story)

    # --- words and values

    def test_an_unknown_status_word_is_unknown(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            backup = self.add(server, 1)[0]
            for word in ("halfway", "", "COMPLETED?", "not completed", None, 7, ["completed"], {"completed": True}):
                server.switch_off()
                server.switch_on("edit", times=99, on=self.places["details"], change=lambda body, word=word: _states(body, word))
                ended = await self.outcome(lambda: provider.details(backup))
                assert isinstance(ended, HoldfastError) or (isinstance(ended, RemoteBackup) and ended.status == "unknown")

        self.run(story)

    def test_h4_hostile_words_of_a_server_are_harmless_text(self) -> None:
        """H4: nothing that steers a terminal, turns the direction of writing or fills a screen comes out of any text of a backup."""

        async def story(server: FakeServer, provider: Provider) -> None:
            self.add(server, 2)
            for verb in ("list", "details"):
                server.switch_on("edit", times=99, on=self.places[verb], change=_hostile)
            found = [*(await provider.page()).items, await provider.details(next(iter(self.add(server, 1))))]
            assert len(found) >= 3
            for one in found:
                texts = [one.id, one.type, one.status_word, one.label, one.site_storage, one.error, *one.components]
                texts += [word for pair in one.metadata.items() for word in pair if isinstance(word, str)]
                assert any("alert" in text for text in texts)
                for text in texts:
                    assert len(text) <= 500
                    assert text.isprintable(), text

        self.run(story)

    def test_random_values_in_place_of_every_field(self) -> None:
        """A typed error or a tolerant value; never a traceback."""
        with self.fake(SimulatedClock()) as server:
            backup = self.add(server, 2)[0]
            bodies = asyncio.run(self._answers(server, backup))

            @settings(max_examples=60, deadline=None)
            @given(st.data())
            def check(data: st.DataObject) -> None:
                verb = data.draw(st.sampled_from(sorted(bodies)))
                path = data.draw(st.sampled_from(_paths(bodies[verb])))
                value = data.draw(_ANYTHING)
                server.switch_off()
                server.switch_on("edit", times=99, on=self.places[verb], change=lambda body: _replaced(body, path, value))

                async def story() -> object:
                    async with self.client(server) as client:
                        return await self.outcome(self.calls(self.provider(client), backup)[verb])

                ended = asyncio.run(story())
                provider_state(ended)
                if path and path[-1] in {"status", "state"} and isinstance(ended, RemoteBackup | RemoteProgress):
                    assert ended.status != "completed" or (isinstance(value, str) and value)

            check()

    # --- destructive and optional

    def test_deleting_twice_is_no_error(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            backup = self.add(server, 2)[0]
            if not (await provider.capabilities()).can("delete"):
                with pytest.raises(Unsupported):
                    await provider.delete(backup)
                return
            await provider.delete(backup)
            await provider.delete(backup)
            assert backup not in {one.id async for one in provider.list() if one.status != "deleted"}

        self.run(story)

    def test_a_restore_is_never_called_completed_while_it_runs(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            backup = self.add(server, 1)[0]
            if not (await provider.capabilities()).can("restore"):
                return
            accepted = await provider.restore(backup, self.restoring())
            assert (await provider.restore_progress(backup, accepted)).status != "completed"
            self.finish(server)
            ended = await provider.restore_progress(backup, accepted)
            assert ended.status == "completed" or not (await provider.capabilities()).confirms_restore

        self.run(story)

    def test_what_is_not_offered_is_refused_without_asking(self) -> None:
        async def story(server: FakeServer, provider: Provider) -> None:
            can = (await provider.capabilities()).can
            before = len(server.log)
            offers: dict[str, Callable[[], Awaitable[Any]]] = {
                "download": lambda: provider.link("x"),
                "schedules.list": provider.schedules,
                "schedules.delete": lambda: provider.delete_schedule("1"),
                "storages.list": provider.storages,
                "staging.status": provider.staging_job,
                "migration.status": provider.migration_job,
                "webhooks.create": lambda: provider.create_webhook("https://example.org", [], "s"),
            }
            for verb, call in offers.items():
                if not can(verb):  # type: ignore[arg-type]  # a plain word of the dictionary above
                    with pytest.raises(Unsupported):
                        await call()
            assert len(server.log) == before

        self.run(story)

    # --- helpers

    def wanted(self) -> Wanted:
        return Wanted(type=self.type, label="before the update", marker="job-4711", options=self.create_options)

    def restoring(self) -> RestoreWanted:
        return RestoreWanted()

    def absent(self) -> str:
        """An id that looks right and is not there."""
        return "bkp-0000"

    def calls(self, provider: Provider, backup: str) -> dict[str, Callable[[], Awaitable[Any]]]:
        """The calls whose answers are tampered with, by the name of their place."""
        every: dict[str, Callable[[], Awaitable[Any]]] = {
            "list": provider.page,
            "details": lambda: provider.details(backup),
            "create": lambda: provider.create(self.wanted()),
            "progress": lambda: provider.progress(backup),
            "link": lambda: provider.link(backup),
            "restore": lambda: provider.restore(backup, self.restoring()),
        }
        return {verb: call for verb, call in every.items() if verb in self.places}

    async def outcome(self, call: Callable[[], Awaitable[Any]]) -> object:
        """What a call gave, or the typed error that it raised; anything else fails the test."""
        try:
            return await call()
        except HoldfastError as error:
            return error

    def run(self, story: Callable[[Any, Provider], Awaitable[T]]) -> T:
        """`story` with a fresh server and a provider whose rests and back-offs take no time."""

        async def whole() -> T:
            async with self.ready() as (server, provider):
                return await story(server, provider)

        return asyncio.run(whole())

    @asynccontextmanager
    async def ready(self) -> AsyncIterator[tuple[FakeServer, Provider]]:
        with self.fake(SimulatedClock()) as server:
            async with self.client(server) as client:
                yield server, self.provider(client)

    async def _answers(self, server: FakeServer, backup: str) -> dict[str, Any]:
        """The untouched answer behind every call."""
        found: dict[str, Any] = {}
        async with self.client(server) as client:
            provider = self.provider(client)
            await provider.capabilities()
            for verb, call in self.calls(provider, backup).items():
                server.switch_off()
                server.switch_on("edit", on=self.places[verb], change=lambda body, verb=verb: found.setdefault(verb, body))
                await self.outcome(call)
        server.switch_off()
        return found


def provider_state(ended: object) -> None:
    """What a call may end in: a typed error that can be stored, or a record with a word of ours."""
    if isinstance(ended, HoldfastError):
        json.dumps(ended.failure().details)
        assert ended.message
        assert len(ended.message) < 1000
    elif isinstance(ended, RemoteBackup | RemoteProgress):
        assert ended.status in SENTINEL_STATES


def _paths(body: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to every value in `body`, itself included."""
    found = [here]
    if isinstance(body, dict):
        for name, value in body.items():
            found += _paths(value, (*here, name))
    elif isinstance(body, list):
        for index, value in enumerate(body[:2]):
            found += _paths(value, (*here, index))
    return found


def _replaced(body: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    inner = body[path[0]] if (isinstance(body, dict) and path[0] in body) or (isinstance(body, list) and path[0] < len(body)) else None
    if isinstance(body, dict):
        return {**body, path[0]: _replaced(inner, path[1:], value)}
    if isinstance(body, list):
        return [_replaced(one, path[1:], value) if index == path[0] else one for index, one in enumerate(body)]
    return body


def _hostile(body: Any) -> Any:
    """`body` with every text but ids and times steering, turned and long."""
    if isinstance(body, dict):
        kept = {"id", "uuid", "backup_id", "created_at", "create_time", "status", "state"}
        return {name: value if name in kept else _hostile(value) for name, value in body.items()}
    if isinstance(body, list):
        return [_hostile(one) for one in body]
    return f"<script>alert(1)</script>\u202e\x1b[31m{body}\r\n\x00" + "A" * 10_000 if isinstance(body, str) else body


def _of_zone(body: Any, hours: int) -> Any:
    """`body` with every time of creation as a site's own, without a word about its zone."""
    if isinstance(body, dict):
        return {
            name: _local(value, hours) if name in {"created_at", "create_time"} else _of_zone(value, hours) for name, value in body.items()
        }
    return [_of_zone(one, hours) for one in body] if isinstance(body, list) else body


def _local(told: str, hours: int) -> str:
    return f"{datetime.fromisoformat(told) + timedelta(hours=hours):%Y-%m-%d %H:%M:%S}"


def _states(body: Any, word: Any) -> Any:
    """`body` with every status word replaced."""
    if isinstance(body, dict):
        return {name: word if name in {"status", "state"} else _states(value, word) for name, value in body.items()}
    return [_states(one, word) for one in body] if isinstance(body, list) else body
