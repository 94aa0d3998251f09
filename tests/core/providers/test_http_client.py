"""The client: what it repeats and what it does not, what it tells, where its credential goes."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from holdfast.errors import AuthRejected, HoldfastError, NetworkError, NotFound, RateLimited, RemoteError, UsageError
from holdfast.progress import Retry
from holdfast.providers.http import NOBODY, Budget, Call, Client, Credential, check_base, join, part
from holdfast.providers.http.circuit import FAILURES, REST
from holdfast.secret import Secret
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.server import FakeServer, Reply, Request, json_reply, route


class Things(FakeServer):
    """`made` counts what POST has made."""

    made = 0
    padding = ""

    @route("GET", "/things/{id}")
    def thing(self, request: Request) -> Reply:
        return json_reply(200, {"id": request.names["id"], "query": request.query, "padding": self.padding})

    @route("POST", "/things")
    def make(self, request: Request) -> Reply:
        self.made += 1
        return json_reply(201, {"id": self.made, "sent": request.json()})

    @route("DELETE", "/things/{id}")
    def remove(self, request: Request) -> Reply:
        return Reply(204)


class Notes:
    """An observer that keeps what it hears."""

    def __init__(self) -> None:
        self.before: list[Call] = []
        self.after: list[Call] = []
        self.credentials: list[Credential] = []
        self.retries: list[Retry | None] = []

    def calling(self, call: Call) -> None:
        self.before.append(call)

    def called(self, call: Call) -> None:
        self.after.append(call)

    def renewed(self, credential: Credential) -> None:
        self.credentials.append(credential)

    def retrying(self, retry: Retry | None) -> None:
        self.retries.append(retry)


def client_of(server: FakeServer, credential: Credential = NOBODY, **options: Any) -> Client:
    return Client(server.url, credential, clock=server.clock, **options)


# --- addresses


@pytest.mark.parametrize(
    ("base", "path", "params", "address"),
    [
        ("https://e.org/wp-json/", "bkpc/v1/backup/list", {"page": 1}, "https://e.org/wp-json/bkpc/v1/backup/list?page=1"),
        ("https://e.org/blog/wp-json", "/wp/v2", None, "https://e.org/blog/wp-json/wp/v2"),
        ("https://e.org/index.php?rest_route=/", "wp/v2/x", {"a": "b c"}, "https://e.org/index.php?rest_route=%2Fwp%2Fv2%2Fx&a=b+c"),
        ("https://e.org/?rest_route=/", "", {"_fields": "a,b"}, "https://e.org/?rest_route=%2F&_fields=a%2Cb"),
        ("https://e.org/v1", "installs/x/backups", {"limit": 100, "no": None, "yes": True}, "https://e.org/v1/installs/x/backups?limit=100&yes=true"),
        ("https://e.org/?rest_route=/&lang=de", "x/%C3%A4", None, "https://e.org/?rest_route=%2Fx%2F%C3%A4&lang=de"),
        ("https://e.org/oauth/token", "", None, "https://e.org/oauth/token"),
    ],
)  # fmt: skip
def test_addresses_of_both_forms_of_the_root(base: str, path: str, params: Any, address: str) -> None:
    assert join(base, path, params) == address


def test_a_path_never_is_an_address() -> None:
    for path in ("https://evil.example/x", "//evil.example/x", "ftp://x"):
        with pytest.raises(UsageError):
            join("https://e.org/", path)


@pytest.mark.parametrize("hostile", ["", ".", "..", "a/b", "..\\x", "a\r\nb", "a\x00", "x" * 300])
def test_hostile_ids_are_no_part_of_an_address(hostile: str) -> None:
    with pytest.raises(RemoteError):
        part(hostile)


def test_odd_ids_are_quoted() -> None:
    assert part("a b?c#d%2e") == "a%20b%3Fc%23d%252e"


@pytest.mark.parametrize(
    "address", ["http://example.org/", "http://10.0.0.1/", "http://evil-localhost.example/", "ftp://x.org", "x", "https://u:p@x.org/"]
)
def test_addresses_that_get_no_credential(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_base(address)
    assert "u:p" not in caught.value.message


def test_addresses_that_do() -> None:
    for address in (
        "https://example.org/",
        "http://localhost:8080/",
        "http://127.0.0.1/",
        "http://[::1]:5/",
        "http://shop.test/",
        "http://x.local/",
    ):
        assert check_base(address) == address
    assert check_base("http://example.org/", allow_http=True)


# --- repeating


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504, 520, 524])
def test_reads_are_tried_four_times(status: int) -> None:
    async def story() -> None:
        with Things() as server:
            async with client_of(server) as client:
                server.switch_on("status", times=3, status=status)
                assert (await client.get("things/1")).body["id"] == "1"
                server.switch_on("status", times=9, status=status)
                with pytest.raises(HoldfastError):
                    await client.get("things/1")
                assert len(server.log) == 8

    asyncio.run(story())


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ({"kind": "status", "status": 503}, "SITE-5XX"),
        ({"kind": "status", "status": 429, "headers": {"Retry-After": "40"}}, "RATE-LIMIT"),
        ({"kind": "reset"}, "NET-RESET"),
    ],
)
def test_each_pause_is_told_with_its_length_its_number_and_its_reason(fault: dict[str, Any], code: str) -> None:
    async def story() -> None:
        notes = Notes()
        with Things() as server:
            async with client_of(server, observer=notes) as client:
                kind = fault.pop("kind")
                server.switch_on(kind, times=2, **fault)
                began = server.clock.monotonic()
                await client.get("things/1")
                told = [one for one in notes.retries if one is not None]
                assert [(one.attempt, one.attempts, one.code, one.host) for one in told] == [(n, 4, code, client.host) for n in (2, 3)]
                assert all(client.host in one.message for one in told)
                assert sum(one.seconds for one in told) == pytest.approx(server.clock.monotonic() - began, abs=1)
                assert notes.retries[-1] is None  # over
                server.switch_on(kind, times=9, **fault)
                with pytest.raises(HoldfastError):
                    await client.get("things/1")
                assert notes.retries[-1] is None

    asyncio.run(story())


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 410, 413, 422, 501])
def test_reads_that_were_refused_are_not_repeated(status: int) -> None:
    async def story() -> None:
        with Things() as server:
            async with client_of(server) as client:
                server.switch_on("status", times=9, status=status)
                with pytest.raises(HoldfastError):
                    await client.get("things/1")
                assert len(server.log) == 1

    asyncio.run(story())


@pytest.mark.parametrize(
    ("fault", "options", "made", "lost"),
    [
        ("reset", {}, 0, True),
        ("drop-answer", {}, 1, True),
        ("truncated", {}, 1, True),
        ("gateway-after-acting", {}, 1, True),
        ("gateway-after-acting", {"status": 500}, 1, True),
        ("html", {}, 0, True),
        ("maintenance", {}, 0, False),
        # Varnish, when the site has not answered in time
        ("gateway-after-acting", {"status": 503, "headers": {"Retry-After": "5"}}, 1, True),
        ("firewall", {}, 0, False),
        ("redirect", {"to": "/elsewhere"}, 0, False),
        ("status", {"status": 400}, 0, False),
        ("status", {"status": 409}, 0, False),
    ],
)
def test_what_starts_something_is_sent_once_and_says_when_nobody_knows(fault: str, options: dict[str, Any], made: int, lost: bool) -> None:
    async def story() -> None:
        with Things() as server:
            notes = Notes()
            async with client_of(server, observer=notes) as client:
                server.switch_on(fault, times=9, **options)
                with pytest.raises(HoldfastError) as caught:
                    await client.send("POST", "things", {"a": 1})
                assert caught.value.details["lost"] is lost
                assert (len(server.log), server.made) == (1, made)
                assert (notes.after[0].outcome == "lost") is lost

    asyncio.run(story())


def test_what_certainly_was_not_done_is_repeated() -> None:
    async def story() -> None:
        with Things() as server:
            async with client_of(server) as client:
                server.switch_on("too-many", headers={"Retry-After": "7"})
                assert (await client.send("POST", "things", {})).body["id"] == 1
                assert server.clock.slept
                assert server.clock.slept[0] >= 7
                server.switch_on("maintenance", on="DELETE *")
                assert (await client.send("DELETE", "things/1", once=False)).status == 204

    asyncio.run(story())


def test_a_connection_that_cannot_be_made_is_tried_again_and_nothing_is_lost() -> None:
    async def story() -> None:
        clock = SimulatedClock()
        async with Client("http://127.0.0.1:1/", NOBODY, clock=clock) as client:
            with pytest.raises(NetworkError) as caught:
                await client.send("POST", "things", {})
            assert (caught.value.code, caught.value.details["lost"]) == ("NET-REFUSED", False)
            assert len(clock.slept) == 3

    asyncio.run(story())


def test_changing_calls_have_a_connection_of_their_own() -> None:
    """A kept connection that the server closes at that moment would look like a lost answer."""

    async def story() -> None:
        with Things() as server:
            async with client_of(server) as client:
                for _ in range(3):
                    await client.send("POST", "things", {})
                    await client.get("things/1")
                assert [one.headers.get("connection") for one in server.asked("POST *")] in ([None] * 3, ["keep-alive"] * 3, ["close"] * 3)
                pool = client._clients[True]._transport._pool  # type: ignore[attr-defined]  # httpx shows its pool nowhere else
                assert pool.connections == []

    asyncio.run(story())


def test_maintenance_is_waited_for_in_seconds_not_in_the_ten_minutes_it_asks_for() -> None:
    async def story() -> None:
        with Things() as server:
            async with client_of(server) as client:
                server.switch_on("maintenance", times=3)
                await client.get("things/1")
                assert all(0 < one <= 30 for one in server.clock.slept)

    asyncio.run(story())


# --- what is told


def test_the_observer_hears_before_and_after_each_changing_call_and_no_query() -> None:
    async def story() -> None:
        with Things() as server:
            notes = Notes()
            async with client_of(server, observer=notes) as client:
                await client.send("POST", "things", {}, {"token": "t0p"})
                await client.get("things/1")
                await client.get("things/2", {"secret": "t0p"}, noted=True)
                server.switch_on("status", status=404)
                with pytest.raises(NotFound):
                    await client.send("DELETE", "things/3", once=False)
            assert [(one.method, one.path, one.outcome) for one in notes.before] == [
                ("POST", "things", ""),
                ("GET", "things/2", ""),
                ("DELETE", "things/3", ""),
            ]
            assert [(one.outcome, one.http) for one in notes.after] == [("ok", 201), ("ok", 200), ("NOT-FOUND", 404)]
            assert "t0p" not in repr(notes.before + notes.after)
            assert (client.reads.calls, client.reads.failed) == (1, 0)

    asyncio.run(story())


def test_a_cancelled_call_is_told_as_unknown() -> None:
    async def story() -> None:
        with Things() as server:
            notes = Notes()
            async with client_of(server, observer=notes) as client:
                server.switch_on("hang")
                task = asyncio.create_task(client.send("POST", "things", {}))
                while not server.log:
                    await asyncio.sleep(0.01)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
                assert notes.after[0].outcome == "unknown"

    asyncio.run(story())


# --- bodies


def test_a1_a_body_of_a_gigabyte_is_cut_off_at_eight_megabytes() -> None:
    async def story() -> None:
        with Things() as server:
            async with client_of(server) as client:
                for chunked in (False, True):
                    server.switch_on("huge", chunked=chunked)
                    with pytest.raises(RemoteError) as caught:
                        await client.get("things/1")
                    assert caught.value.code == "TOO-LARGE"

    asyncio.run(story())


def test_a_binary_body_is_not_read() -> None:
    async def story() -> None:
        with Things() as server:
            async with client_of(server) as client:
                server.switch_on("huge")
                server.faults[0].name = "body"
                server.faults[0].options = {"body": b"PK" * 100, "type": "application/zip"}
                answer = await client.get("things/1", binary=True)
                assert (answer.raw, answer.kind) == (b"", "application/zip")

    asyncio.run(story())


def test_a_body_that_drips_has_an_end() -> None:
    async def story() -> None:
        with Things() as server:
            async with client_of(server, read_seconds=0.1) as client:
                server.switch_on("slow", pace=0.05)
                server.padding = "x" * 100_000
                with pytest.raises(NetworkError) as caught:
                    await client.get("things/1", tries=1)
                assert caught.value.code == "NET-TIMEOUT"

    asyncio.run(story())


# --- A3: credentials that end


def token(word: str, until: datetime | None = None) -> Credential:
    return Credential("bearer", secret=Secret(word), refresh=Secret("again"), expires_at=until)


class Guarded(Things):
    """Knows one token at a time."""

    good = "new"

    def before(self, request: Request) -> Reply | None:
        return None if request.token == self.good else json_reply(401, {"error": "expired_token", "message": "expired"})


def test_a3_an_expired_token_is_renewed_once_for_all_who_wait() -> None:
    async def story() -> None:
        with Guarded() as server:
            renewals: list[str] = []
            notes = Notes()

            async def renew(old: Credential) -> Credential:
                renewals.append(old.secret.reveal())
                await asyncio.sleep(0.05)
                return token("new")

            async with client_of(server, token("old"), renew=renew, observer=notes) as client:
                answers = await asyncio.gather(client.get("things/1"), client.get("things/2"), client.send("POST", "things", {}))
                assert [one.status for one in answers] == [200, 200, 201]
                assert renewals == ["old"]
                assert [one.secret.reveal() for one in notes.credentials] == ["new"]
                assert server.made == 1

    asyncio.run(story())


def test_a3_a_token_past_its_end_is_renewed_before_it_is_refused() -> None:
    async def story() -> None:
        with Guarded() as server:

            async def renew(old: Credential) -> Credential:
                return token("new", datetime.fromtimestamp(server.clock.now(), UTC) + timedelta(hours=1))

            async with client_of(server, token("old", server.clock.time - timedelta(seconds=1)), renew=renew) as client:
                await client.get("things/1")
                assert len(server.log) == 1

    asyncio.run(story())


def test_a3_a_renewal_that_does_not_help_asks_for_a_person_and_no_lock_out_loop_follows() -> None:
    async def story() -> None:
        with Guarded() as server:
            renewals: list[str] = []

            async def renew(old: Credential) -> Credential:
                renewals.append("x")
                return token(f"useless-{len(renewals)}")

            async with client_of(server, token("old"), renew=renew) as client:
                for _ in range(30):
                    with pytest.raises(AuthRejected) as caught:
                        await client.get("things/1")
                    assert not caught.value.retryable
                assert len(renewals) <= 3
                assert len(server.log) <= 6
                server.clock.advance(REST + 1)
                server.good = client.credential.secret.reveal()
                assert (await client.get("things/1")).ok

    asyncio.run(story())


def test_a3_a_renewal_that_is_refused_is_the_answer() -> None:
    async def story() -> None:
        with Guarded() as server:

            async def renew(old: Credential) -> Credential:
                raise AuthRejected("The sign-in has expired.", code="AUTH-EXPIRED", hint="Sign in again.")

            async with client_of(server, token("old"), renew=renew) as client:
                with pytest.raises(AuthRejected) as caught:
                    await client.send("POST", "things", {})
                assert (caught.value.code, caught.value.details["lost"]) == ("AUTH-EXPIRED", False)

    asyncio.run(story())


# --- the circuit


def test_a_site_that_fails_again_and_again_is_left_in_peace() -> None:
    async def story() -> None:
        with Things() as server:
            async with client_of(server) as client:
                server.switch_on("reset", times=999)
                for _ in range(FAILURES):
                    with pytest.raises(NetworkError):
                        await client.get("things/1", tries=1)
                asked = len(server.log)
                with pytest.raises(NetworkError) as caught:
                    await client.get("things/1")
                assert 0 < caught.value.details["rests_for"] <= REST
                assert len(server.log) == asked
                with pytest.raises(NetworkError):
                    await client.get("things/1", force=True, tries=1)
                assert len(server.log) == asked + 1
                server.switch_off()
                server.clock.advance(REST + 1)
                assert (await client.get("things/1")).ok
                assert client.circuit.rests_for == 0

    asyncio.run(story())


def test_refusals_that_concern_one_call_do_not_count() -> None:
    async def story() -> None:
        with Things() as server:
            async with client_of(server) as client:
                server.switch_on("status", times=20, status=404)
                for _ in range(20):
                    with pytest.raises(NotFound):
                        await client.get("things/1")
                assert client.circuit.rests_for == 0

    asyncio.run(story())


# --- X3


@pytest.mark.parametrize(
    "credential", [Credential("basic", "ada", Secret("c4nary")), token("c4nary"), Credential("api-key", secret=Secret("c4nary"))]
)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_x3_no_redirect_is_followed_and_nothing_of_ours_reaches_another_host(credential: Credential, status: int) -> None:
    async def story() -> None:
        with Things() as server, FakeServer(host="localhost") as other:
            async with client_of(server, credential) as client:
                for target in (f"{other.url}/x", f"{server.url}/other", "//evil.example/x", "/things/2", "http://[", ""):
                    server.switch_on("redirect", times=2, to=target, status=status)
                    for method in ("GET", "POST"):
                        with pytest.raises(RemoteError) as caught:
                            await (client.get("things/1") if method == "GET" else client.send("POST", "things", {}))
                        assert caught.value.code == "SITE-MOVED"
            assert other.log == []
            assert all(one.path != "/other" for one in server.log)

    asyncio.run(story())


# --- A2


@pytest.mark.parametrize(
    ("headers", "least", "most"),
    [
        ({"Retry-After": "20"}, 20, 23),
        ({"Retry-After": "0"}, 1, 3),
        ({"Retry-After": "Sun, 01 Mar 2026 12:01:00 GMT"}, 58, 66),
        ({"Retry-After": "Sun, 01 Mar 2020 00:00:00 GMT"}, 1, 3),
        ({"RateLimit-Reset": "30"}, 30, 33),
        ({"X-RateLimit-Reset": "40"}, 40, 44),
        ({"X-RateLimit-Reset": "1772366430"}, 28, 34),
        ({"RateLimit": "limit=10, remaining=0, reset=15"}, 15, 17),
        ({}, 1, 3),
        ({"Retry-After": "soon"}, 1, 3),
        ({"Retry-After": "-5"}, 1, 3),
        ({"Retry-After": "nan"}, 1, 3),
    ],
)
def test_a2_every_way_to_ask_for_patience_is_honoured(headers: dict[str, str], least: float, most: float) -> None:
    async def story() -> None:
        with Things() as server:
            async with client_of(server) as client:
                server.switch_on("too-many", headers=headers)
                await client.get("things/1")
                assert least <= sum(server.clock.slept) <= most

    asyncio.run(story())


@pytest.mark.parametrize("word", ["900", "99999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a2_long_and_absurd_waits_are_told_not_slept_and_never_longer_than_an_hour(word: str) -> None:
    async def story() -> None:
        with Things() as server:
            async with client_of(server) as client:
                server.switch_on("too-many", headers={"Retry-After": word})
                with pytest.raises(RateLimited) as caught:
                    await client.get("things/1")
                assert 900 <= caught.value.details["retry_after"] <= 3800
                with pytest.raises(RateLimited):
                    await client.send("POST", "things", {})
                assert len(server.log) == 1
                assert server.clock.slept == []
                server.clock.advance(3800)
                assert (await client.get("things/1")).ok

    asyncio.run(story())


def test_a2_waits_are_spread_so_that_not_all_come_back_at_once() -> None:
    waits = {Budget(clock=SimulatedClock()).backoff(5) for _ in range(50)}
    assert len(waits) > 40
    assert all(0 <= one <= 32 for one in waits)


def test_credentials_show_no_secret() -> None:
    one = msgspec.structs.replace(token("c4nary-secret"), user="ada")
    assert "c4nary" not in repr(one)
    assert "c4nary" not in f"{one}"
