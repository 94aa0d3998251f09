"""X6: both signature forms over the raw body, replays and stale times refused, answered at once; and the listener that hears them."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.errors import StorageError
from holdfast.providers.listener import LARGEST_BODY, Heard, Listener, Told
from holdfast.providers.webhooks import WINDOW, Hook, Receiver
from holdfast.secret import Secret
from tests.support.fakes.clocks import SimulatedClock

SECRET = "a shared s3cret"
HOOKS = [Hook("other", Secret("another")), Hook("shop", Secret(SECRET)), Hook("unset", Secret(""))]


def event(at: str = "2026-03-01T12:00:00Z", **data: Any) -> bytes:
    return json.dumps(
        {"event": "backup.completed", "timestamp": at, "site_url": "https://example.org", "data": data or {"id": "bkp_1"}}
    ).encode()


def sign(body: bytes, secret: str = SECRET) -> str:
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def receiver() -> Receiver:
    return Receiver(HOOKS, clock=SimulatedClock())


def received(*deliveries: tuple[dict[str, str], bytes], to: Receiver | None = None) -> list[int]:
    to = to or receiver()
    return [to.receive("POST", headers, body) for headers, body in deliveries]


@pytest.mark.parametrize(
    "header", ["x-bkpc-signature: {}", "x-safeguard-signature: sha256={}", "x-bkpc-signature: sha256={}", "x-safeguard-signature: {}"]
)
def test_both_forms_are_taken_and_become_a_hint(header: str) -> None:
    body = event(uuid="bkpc_1")
    name, _, form = header.partition(": ")
    to = receiver()
    assert received(({name: form.format(sign(body))}, body), to=to) == [202]
    hint = to.events.get_nowait()
    assert (hint.site, hint.kind, hint.backup) == ("shop", "backup.completed", "bkpc_1")


def test_bad_signatures_are_refused() -> None:
    body = event()
    good = sign(body)
    for headers in (
        {},
        {"x-bkpc-signature": ""},
        {"x-bkpc-signature": "sha256="},
        {"x-bkpc-signature": good[:-1]},
        {"x-bkpc-signature": good + "0"},
        {"x-bkpc-signature": sign(body, "")},
        {"x-bkpc-signature": sign(body, "guessed")},
        {"x-bkpc-signature": sign(body + b" ")},
        {"x-bkpc-signature": "ü" * 64},
        {"x-other-signature": good},
    ):
        assert received((headers, body)) == [401]
    assert received(({"x-bkpc-signature": good}, body.replace(b": ", b":"))) == [401]


def test_the_comparison_is_the_constant_time_one(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[bytes, bytes]] = []
    real = hmac.compare_digest

    def compare(a: bytes, b: bytes) -> bool:
        compared.append((a, b))
        return real(a, b)

    monkeypatch.setattr(hmac, "compare_digest", compare)
    body = event()
    received(({"x-bkpc-signature": sign(body), "x-safeguard-signature": "sha256=00"}, body))
    assert len(compared) == len(HOOKS) * 2


def test_replays_are_refused_for_a_day_and_stale_times_always() -> None:
    to = receiver()
    clock: Any = to._clock
    body = event()
    signed = ({"x-bkpc-signature": sign(body)}, body)
    assert received(signed, signed, to=to) == [202, 409]
    clock.advance(WINDOW - 1)
    assert received(signed, to=to) == [409]
    clock.advance(2)
    assert received(signed, to=to) == [400]
    clock.advance(90_000)
    assert received(signed, to=to) == [400]
    assert len(to._seen) <= 1


@pytest.mark.parametrize(
    "at", ["2026-03-01T11:54:00Z", "2026-03-01T12:06:00Z", "2026-03-01T13:00:00+02:00", "", "yesterday", "0000-00-00 00:00:00"]
)
def test_old_and_future_events_are_refused(at: str) -> None:
    body = event(at)
    assert received(({"x-bkpc-signature": sign(body)}, body)) == [400]


def test_what_is_no_event_is_refused_although_signed() -> None:
    for body in (b"", b"[]", b"null", b"{", b"[" * 60_000, b'{"event": 5}', b'{"event": "x"}', b"\xff\xfe"):
        assert received(({"x-bkpc-signature": sign(body)}, body)) == [400]


@given(st.binary(max_size=200), st.text(max_size=80))
def test_any_body_with_any_signature(body: bytes, word: str) -> None:
    assert received(({"x-bkpc-signature": word}, body)) == [401]


def test_other_methods_and_large_bodies() -> None:
    assert receiver().receive("GET", {}, b"") == 405
    body = b" " * (LARGEST_BODY + 1)
    assert receiver().receive("POST", {"x-bkpc-signature": sign(body)}, body) == 413


def test_a_full_queue_drops_the_oldest_hint_and_still_answers() -> None:
    to = receiver()
    for number in range(1100):
        body = event(id=f"b{number}")
        assert received(({"x-bkpc-signature": sign(body)}, body), to=to) == [202]
    assert to.events.qsize() == 1000
    assert to.events.get_nowait().backup == "b100"


# --- over the wire


def test_deliveries_are_answered_at_once_over_http() -> None:
    async def story() -> None:
        to = receiver()
        async with (
            Listener(lambda heard: Told(to.receive(heard.method, heard.headers, heard.body))) as listener,
            httpx.AsyncClient() as sender,
        ):
            body = event()
            started = time.monotonic()
            for wanted in (202, 409):
                answer = await sender.post(f"{listener.address}/hook", content=body, headers={"X-BKPC-Signature": sign(body)})
                assert answer.status_code == wanted
            assert time.monotonic() - started < 1
            assert (await sender.post(listener.address, content=body)).status_code == 401
            assert (await sender.post(listener.address, content=b"x" * (LARGEST_BODY + 1))).status_code == 413
            assert to.events.qsize() == 1

    asyncio.run(story())


async def raw(listener: Listener, sent: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", listener.port)
    writer.write(sent)
    try:
        return await reader.read()
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nTransfer-Encoding: chunked\r\n\r\n", b"411"),
        (b"POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 99999999\r\n\r\n", b"413"),
        (b"POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: -1\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 1\r\nContent-Length: 5\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"421"),
        (b"GET / HTTP/1.1\r\n\r\n", b"421"),
        (b"rubbish\r\n\r\n", b"400"),
        (b"GET http://127.0.0.1/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX: " + b"a" * 40_000 + b"\r\n\r\n", b"431"),
    ],
)
def test_the_listener_refuses_what_no_sender_sends(sent: bytes, status: bytes) -> None:
    async def story() -> None:
        heard: list[Heard] = []

        def handler(one: Heard) -> Told:
            heard.append(one)
            return Told(200)

        async with Listener(handler) as listener:
            said = await raw(listener, sent.replace(b"{port}", str(listener.port).encode()))
        assert said.startswith(b"HTTP/1.1 " + status) or (status == b"431" and said == b"")
        assert heard == []

    asyncio.run(story())


def test_the_listener_lets_go_of_who_sends_nothing() -> None:
    async def story() -> None:
        async with Listener(lambda heard: Told(200), seconds=0.1) as listener:
            assert await raw(listener, b"POST / HTTP/1.1\r\n") == b""
            short = f"POST / HTTP/1.1\r\nHost: 127.0.0.1:{listener.port}\r\nContent-Length: 10\r\n\r\nabc".encode()
            assert await raw(listener, short) == b""

    asyncio.run(story())


def test_a_port_that_is_taken_is_told() -> None:
    async def story() -> None:
        async with Listener(lambda heard: Told(200)) as listener:
            with pytest.raises(StorageError) as caught:
                async with Listener(lambda heard: Told(200), port=listener.port):
                    pass
            assert caught.value.code == "PORT"

    asyncio.run(story())
