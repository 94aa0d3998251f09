"""Webhooks through the door: made, remembered, heard; a hint is read again through the site's service, real HTTP on both sides."""

from __future__ import annotations

import asyncio
import http.client
import json
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest

from holdfast.app import Holdfast
from holdfast.errors import NotFound, UsageError
from holdfast.jobs.messages import AnyEvent, Listening, Received
from holdfast.providers.webhooks import signature
from holdfast.secret import Secret
from tests.core.app.conftest import Scene
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock

SECRET = Secret("a long webhook secret")


def site_now() -> FakeBackupCopilot:
    return FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC)))


async def add(app: Holdfast, site: FakeBackupCopilot, name: str = "shop") -> None:
    await app.sites.add(name, system="backup-copilot", url=site.home, user="ada", secret=Secret(site.users["ada"].password))


def body(backup: str, *, event: str = "backup.completed", age: float = 0.0) -> bytes:
    at = datetime.now(UTC) - timedelta(seconds=age)
    return json.dumps({"event": event, "timestamp": at.isoformat(), "site_url": "https://shop", "data": {"uuid": backup}}).encode()


def post(address: str, content: bytes, headers: dict[str, str], host: str = "") -> tuple[int, float]:
    """The status, and the seconds until it came."""
    pieces = urlsplit(address)
    connection = http.client.HTTPConnection(pieces.hostname or "", pieces.port, timeout=10)
    begun = time.monotonic()
    connection.request("POST", "/hook", body=content, headers={**headers, **({"Host": host} if host else {})})
    status = connection.getresponse().status
    connection.close()
    return status, time.monotonic() - begun


def signed(content: bytes, form: str = "X-BKPC-Signature", secret: Secret = SECRET) -> dict[str, str]:
    return {form: ("sha256=" if "SafeGuard" in form else "") + signature(secret, content)}


def hearing(
    scene: Scene, story: Callable[[Holdfast, str, Callable[[], Awaitable[Received]]], Awaitable[None]], **words: Any
) -> list[AnyEvent]:
    """Run `story(app, address, next_received)` beside a listener; every event of it."""
    seen: list[AnyEvent] = []

    async def run() -> None:
        async with scene.app() as app:
            job = await app.services.listen(**words)
            events = aiter(job)

            async def received() -> Received:
                async with asyncio.timeout(10):
                    async for event in events:
                        seen.append(event)
                        if isinstance(event, Received):
                            return event
                raise AssertionError("the listener ended")

            async for event in events:
                seen.append(event)
                if isinstance(event, Listening):
                    await story(app, event.address, received)
                    break
            job.cancel()
            finished = await job.result()
            assert finished.outcome == "cancelled"
            seen.append(finished)

    asyncio.run(run())
    return seen


def test_an_event_is_a_hint_and_the_backup_is_read_again(scene: Scene) -> None:
    """Both signature forms; what is shown is what the site's service says, not what the event claims; the verdict hears of it."""
    with site_now() as site:
        scene.run(lambda app: add(app, site))
        one = site.add_backup()

        async def story(app: Holdfast, address: str, received: Callable[[], Awaitable[Received]]) -> None:
            for form in ("X-BKPC-Signature", "X-SafeGuard-Signature"):
                content = body(one.uuid, event=f"backup.failed{form[2]}")
                status, _ = await asyncio.to_thread(post, address, content, signed(content, form))
                assert status == 202
                event = await received()
                assert event.backup is not None
                assert (event.subject, event.backup["id"], event.backup["status"]) == (one.uuid, one.uuid, "completed")
            assert (await app.sites.show("shop")).status == "ok"

        seen = hearing(scene, story, secrets={"shop": SECRET})
        rows = scene.run(lambda app: app.audit(limit=100)).items
    assert any(row.action.startswith("webhook: backup.failed") and row.outcome == "read again" for row in rows)
    assert SECRET.reveal() not in str(seen) + str(rows)
    assert all(one.verb != "listen" for one in scene.run(lambda app: app.jobs.history()).items)


@pytest.mark.parametrize(
    ("made", "headers", "status"),
    [
        (None, {}, 401),
        (None, {"X-BKPC-Signature": "0" * 64}, 401),
        (None, {"X-BKPC-Signature": "ü" * 3}, 401),
        (None, None, 202),
        (b"not json", None, 400),
    ],
)
def test_what_is_not_rightly_signed_is_refused(scene: Scene, made: bytes | None, headers: dict[str, str] | None, status: int) -> None:
    """X6: no signature, a wrong one, one that is no hex, a body that is no event: refused, and nothing is asked of the site."""
    with site_now() as site:
        scene.run(lambda app: add(app, site))
        before = len(site.log)

        async def story(app: Holdfast, address: str, received: Callable[[], Awaitable[Received]]) -> None:
            content = made or body("b")
            sent = {name: value.encode().decode("latin-1") for name, value in (headers if headers is not None else signed(content)).items()}
            assert (await asyncio.to_thread(post, address, content, sent))[0] == status
            if status == 202:
                assert (await received()).failure is not None  # there is no backup "b"

        hearing(scene, story, secrets={"shop": SECRET})
        assert (len(site.log) > before) == (status == 202)


def test_replays_and_stale_events_are_refused(scene: Scene) -> None:
    """X6: the same body twice, a body of ten minutes ago, one of another site's secret, one for another host name."""
    with site_now() as site:
        scene.run(lambda app: add(app, site))
        one = site.add_backup()

        async def story(app: Holdfast, address: str, received: Callable[[], Awaitable[Received]]) -> None:
            fresh, old = body(one.uuid), body(one.uuid, age=600)
            assert (await asyncio.to_thread(post, address, fresh, signed(fresh)))[0] == 202
            assert (await asyncio.to_thread(post, address, fresh, signed(fresh)))[0] == 409
            assert (await asyncio.to_thread(post, address, old, signed(old)))[0] == 400
            assert (await asyncio.to_thread(post, address, fresh, signed(fresh, secret=Secret("another secret"))))[0] == 401
            assert (await asyncio.to_thread(post, address, fresh, signed(fresh), host="evil.example:80"))[0] == 421
            await received()

        seen = hearing(scene, story, secrets={"shop": SECRET})
    assert sum(isinstance(event, Received) for event in seen) == 1


def test_an_answer_does_not_wait_for_the_site(scene: Scene) -> None:
    """A site that hangs: the delivery is answered at once, and hints of another site are read meanwhile."""
    with site_now() as slow, site_now() as quick:
        scene.run(lambda app: add(app, slow, "slow"))
        scene.run(lambda app: add(app, quick, "quick"))
        first, second = slow.add_backup(), quick.add_backup()
        slow.switch_on("hang", times=50, on="GET */backup/*")

        async def story(app: Holdfast, address: str, received: Callable[[], Awaitable[Received]]) -> None:
            for uuid, secret in ((first.uuid, SECRET), (second.uuid, Secret("the other secret"))):
                content = body(uuid)
                status, seconds = await asyncio.to_thread(post, address, content, signed(content, secret=secret))
                assert status == 202
                assert seconds < 1.0
            event = await received()
            assert (event.site, event.subject) == ("quick", second.uuid)

        hearing(scene, story, secrets={"slow": SECRET, "quick": Secret("the other secret")})


def test_webhooks_that_were_made_are_remembered_and_heard(scene: Scene) -> None:
    """`webhook add` keeps the secret in the store of secrets alone; one twice is refused; without names the known sites are heard."""
    with site_now() as site:
        scene.run(lambda app: add(app, site))
        with pytest.raises(NotFound):
            scene.run(lambda app: app.services.listen())
        words: dict[str, Any] = {"url": "https://me.example/hook", "events": ["backup.completed"], "secret": SECRET}
        scene.run(lambda app: app.services.add_webhook("shop", **words))
        with pytest.raises(UsageError) as caught:
            scene.run(lambda app: app.services.add_webhook("shop", **words))
        assert caught.value.code == "WEBHOOK-DOUBLE"
        assert len(site.webhooks) == 1
        found = scene.run(lambda app: app.services.webhooks("shop"))
        assert [(one["url"], one["events"]) for one in found] == [("https://me.example/hook", ["backup.completed"])]
        scene.run(lambda app: app.sites.edit("shop", new_name="store"))
        one = site.add_backup()

        async def story(app: Holdfast, address: str, received: Callable[[], Awaitable[Received]]) -> None:
            content = body(one.uuid)
            assert (await asyncio.to_thread(post, address, content, signed(content)))[0] == 202
            assert (await received()).site == "store"

        hearing(scene, story)
        scene.run(lambda app: app.sites.remove("store"))
        assert scene.run(lambda app: app.services.listened_sites()) == []
    assert SECRET.reveal().encode() not in b"".join(f.read_bytes() for f in scene.home.rglob("*") if f.is_file())
