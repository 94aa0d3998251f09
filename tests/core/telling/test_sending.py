"""One request to a receiver: signed as the standard says, never where it must not go, and what each answer means."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import time
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from holdfast.errors import Failure, UsageError
from holdfast.secret import Secret
from holdfast.telling import pings, webhooks
from holdfast.telling.endpoints import checked_address, host_of
from holdfast.telling.events import data_of, event_of
from holdfast.telling.sending import BACK_OFF, Answer, Outgoing, next_wait, send
from tests.support.sink import Got, Sink


def verify(secret: str, got: Got, *, now: float | None = None) -> dict[str, object]:
    """As a receiver does it that knows the standard and nothing of ours."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    stamp = int(got.headers["webhook-timestamp"])
    assert abs((time.time() if now is None else now) - stamp) < 300
    signed = b".".join((got.headers["webhook-id"].encode(), str(stamp).encode(), got.body))
    wanted = base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
    assert any(one == f"v1,{wanted}" for one in got.headers["webhook-signature"].split(" "))
    told: dict[str, object] = json.loads(got.body)
    return told


def test_the_signature_of_the_standards_own_example() -> None:
    """The vector that the standard's libraries test themselves with."""
    headers = webhooks.headers_of(
        Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "msg_p5jXN8AQM9LWM0D4loKWxJek", '{"test": 2432232314}', 1614265330
    )
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_receiver_that_knows_the_standard_accepts_it() -> None:
    secret = webhooks.new_secret()
    body = webhooks.body_of("backup.completed", datetime.now(UTC), {"site": "Größe ☃"})
    with Sink() as sink:
        headers = webhooks.headers_of(secret, webhooks.message_id(), body, time.time())
        answer = asyncio.run(send(Outgoing(sink.url + "/hook", body, headers)))
    assert answer.taken
    told = verify(secret.reveal(), sink.got[0])
    assert (told["type"], told["data"]) == ("backup.completed", {"site": "Größe ☃"})


@pytest.mark.parametrize(
    "word", ["", "short", "whsec_", "whsec_c2hvcnQ=", "whsec_no base64 at all, really, it is not", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]
)
def test_a_secret_of_another_form_is_refused_without_being_repeated(word: str) -> None:
    with pytest.raises(UsageError) as refused:
        webhooks.checked_secret(Secret(word))
    assert word == "" or word not in str(refused.value) or word == "whsec_"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://hooks.example/x", "HTTP-REFUSED"),
        ("https://user:pass@hooks.example/", "SECRET-IN-URL"),
        ("ftp://hooks.example/", "ADDRESS"),
        ("hooks.example/x", "ADDRESS"),
        ("https://hooks.example:0/", "ADDRESS"),
        ("https://hooks.example/a b", "ADDRESS"),
        ("https://[::1", "ADDRESS"),
    ],
)
def test_addresses_that_must_not_be_used(address: str, code: str) -> None:
    """https only, but for this computer; nobody's password in the address."""
    with pytest.raises(UsageError) as refused:
        checked_address(address)
    assert refused.value.code == code
    assert "pass" not in refused.value.message.replace("password", "")


def test_what_of_an_address_is_shown() -> None:
    assert host_of(checked_address("https://hc-ping.com/3f1b-key?x=1")) == "https://hc-ping.com"
    assert host_of(checked_address("http://[::1]:8000/key")) == "http://[::1]:8000"


def test_a_redirect_is_not_followed() -> None:
    """X3: neither the signature nor what was told goes anywhere else."""
    with Sink() as other, Sink(307, headers={"location": other.url + "/stolen"}) as sink:
        answer = asyncio.run(send(Outgoing(sink.url, "{}")))
    assert not answer.taken
    assert answer.status == 307
    assert other.got == []


def test_a_slow_receiver_is_given_up() -> None:
    with Sink(delay=3.0) as sink:
        answer = asyncio.run(send(Outgoing(sink.url, "{}"), seconds=0.3))
    assert (answer.status, answer.trouble) == (0, "it did not answer in time")


def test_a_receiver_that_is_not_there_and_the_address_stays_out_of_the_trouble() -> None:
    with Sink() as sink:
        address = sink.url + "/kEy-cAnary"
    answer = asyncio.run(send(Outgoing(address, "{}")))
    assert answer.status == 0
    assert "cAnary" not in answer.trouble


def test_back_off_grows_and_ends() -> None:
    waits = [next_wait(attempts, Answer(503)) for attempts in range(1, 12)]
    assert waits[: len(BACK_OFF)] == list(BACK_OFF) == sorted(BACK_OFF)
    assert waits[len(BACK_OFF)] is None
    assert next_wait(1, Answer(429, retry_after=100.0)) == 100.0


def test_retry_after_is_read_and_bounded() -> None:
    for word, wanted in (("120", 120.0), ("99999999", 3600.0), ("soon", None), ("Mon, 01 Jan 2001 00:00:00 GMT", 0.0)):
        with Sink(503, headers={"retry-after": word}) as sink:
            assert asyncio.run(send(Outgoing(sink.url, "{}"))).retry_after == wanted


def test_addresses_of_pings() -> None:
    run = "0b9ac4a5-3f2c-4d61-9d5c-58b0a3a0f4b1"
    for base in ("https://hc.example/ping/key", "https://hc.example/ping/key/"):
        assert pings.address_of(base, "success") == "https://hc.example/ping/key"
        pieces = urlsplit(pings.address_of(base, "fail", run))
        assert (pieces.path, parse_qs(pieces.query)) == ("/ping/key/fail", {"rid": [run]})
    assert pings.address_of("https://hc.example/k?a=1", "start", run) == f"https://hc.example/k/start?a=1&rid={run}"
    assert "rid" not in pings.address_of("https://hc.example/k", "start", "not a uuid")


def test_the_tail_of_a_long_log_is_its_last_whole_lines() -> None:
    text = "".join(f"line {number} ü\n" for number in range(10_000))
    told = pings.tail(text, 100)
    assert len(told.encode()) <= 104
    assert told.startswith("…\nline 99")
    assert told.endswith("line 9999 ü\n")


@pytest.mark.parametrize(
    ("verb", "outcome", "result", "event"),
    [
        ("backup", "success", {"backup": {"id": "a", "status": "completed"}}, "backup.completed"),
        ("backup", "warning", {"backup": {"id": "a"}}, "backup.completed"),
        ("backup", "success", {"backup": {"id": "a", "status": "running"}}, None),
        ("backup", "failed", {}, "backup.failed"),
        ("backup", "cancelled", {}, None),
        ("fetch", "success", {"fetched": []}, None),
        ("fetch", "warning", {"fetched": [{"id": "a"}]}, "backup.completed"),
        ("restore", "success", {}, "restore.completed"),
        ("restore", "failed", {}, "restore.failed"),
        ("drill", "success", {}, None),
        ("drill", "failed", {}, "drill.failed"),
        ("check", "failed", {}, None),
    ],
)
def test_which_ends_are_events(verb: str, outcome: str, result: dict[str, object], event: str | None) -> None:
    """Never a false green: a backup that a site still works on is none yet."""
    assert event_of(verb, outcome, result) == event


def test_the_facts_of_a_failure() -> None:
    failure = Failure("auth", "AUTH-REJECTED", "It refused the sign-in.", "Sign in again.", details={"server": "said much"})
    data = data_of(
        job="j", verb="backup", site="shop", storage="", trigger="schedule", outcome="failed", result={}, warnings=(), failure=failure
    )
    assert data["failure"] == {"kind": "auth", "code": "AUTH-REJECTED", "message": "It refused the sign-in.", "hint": "Sign in again."}
