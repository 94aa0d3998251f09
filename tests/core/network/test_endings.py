"""Backups on a site that do not end well, and many of them watched at once, in simulated time."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from holdfast.errors import HoldfastError, NotFound, RemoteError
from holdfast.jobs.messages import SignIn, SiteAccess, WatchSite
from holdfast.providers.http import Credential
from holdfast.providers.registry import open_provider
from holdfast.secret import Secret
from holdfast.worker import network_following
from holdfast.worker.network import Voice
from holdfast.worker.network_backup import watch
from holdfast.worker.network_following import follow_backup
from tests.core.network.test_following import PASSWORD, Heard, access, on_a_loop, voice_for
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import CrowdClock

SMALLEST = 100
"""Requests an hour: the smallest limit that any vendor documents (Backup Copilot's free plan)."""


@on_a_loop
async def test_a4_a_backup_that_never_ends_is_left_after_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """A4 (the day is three hours here): said to make no progress once, left with what to do next, nothing begun anew, and asked about at
    most twice a minute."""
    assert network_following.LONGEST == 86_400
    monkeypatch.setattr(network_following, "LONGEST", 10_800)
    with FakeBackupCopilot(hourly=100_000) as site:
        one = site.add_backup(age=0, takes=1e8)
        site.switch_on("edit", times=9999, on="GET */status", change=_stuck)
        request = WatchSite(job="w", site="shop", access=access(site), backup=one.uuid)
        voice, heard = voice_for(request, site)
        with pytest.raises(RemoteError) as caught:
            await watch(request, voice)
        assert caught.value.code == "NO-END"
        assert caught.value.hint
        assert heard.remarks == ["NO-PROGRESS"]
        assert len(site.log) < 400
        assert not site.asked("POST *")


@on_a_loop
async def test_a4_a_backup_that_is_gone_ends_its_watch() -> None:
    """A4: the site's worker died and cleaned up after itself."""
    with FakeBackupCopilot() as site:
        one = site.add_backup(age=0, takes=600)
        site.switch_on("edit", times=3, on="GET */status", change=lambda body: (site.backups.pop(one.uuid, None), body)[1])
        request = WatchSite(job="w", site="shop", access=access(site), backup=one.uuid)
        with pytest.raises(NotFound):
            await watch(request, voice_for(request, site)[0])
        assert len(site.log) < 20


@on_a_loop
async def test_a4_a_backup_that_the_site_begins_again_is_followed_to_its_end() -> None:
    """A4: progress goes back to nothing, and the word is one that nobody knows for a while."""
    with FakeBackupCopilot() as site:
        one = site.add_backup(age=0, takes=100)

        def restarted(body: Any) -> Any:
            one.takes += 20
            return {"success": True, "data": {"status": "rescheduled", "progress": {"percentage": 0}}}

        request = WatchSite(job="w", site="shop", access=access(site), backup=one.uuid)
        voice, heard = voice_for(request, site)
        site.clock.advance(60)
        site.switch_on("edit", times=3, on="GET */status", change=restarted)
        result = await watch(request, voice)
    assert result["backup"]["status"] == "completed"
    assert heard.remarks == []


@on_a_loop
async def test_a_site_that_falls_silent_meanwhile_is_said_to_be_silent() -> None:
    """One question without an answer may be chance; after the second nobody says any more that the site works. It ends well."""
    with FakeBackupCopilot() as site:
        one = site.add_backup(age=0, takes=100)
        request = WatchSite(job="w", site="shop", access=access(site), backup=one.uuid)
        voice, heard = voice_for(request, site)
        site.switch_on("status", times=12, on="GET */status", status=502)  # each question is asked more than once
        result = await watch(request, voice)
    steps = [seen.phase for seen in heard.seen]
    assert "silent" in steps
    assert steps[-1] != "silent" and result["backup"]["status"] == "completed"


def _stuck(body: Any) -> Any:
    """At a third of the way; only the guess of the time left goes on."""
    left = body["data"]["estimated_time_remaining"]
    return {"success": True, "data": {"status": "in_progress", "progress": {"percentage": 33}, "estimated_time_remaining": left}}


class Sites(httpx.AsyncBaseTransport):
    """Ten sites with a backup each that takes an hour; all count the calls of one account together and refuse above the limit."""

    def __init__(self, clock: CrowdClock) -> None:
        self._clock = clock
        self.asked: list[tuple[float, str]] = []
        self.refused = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        now = self._clock.now()
        self.asked.append((now, request.url.host))
        await self._clock.sleep(0.3)
        if sum(1 for when, _ in self.asked if when > now - 3600) > SMALLEST:
            self.refused += 1
            return httpx.Response(429, json={"success": False, "error": {"code": "rate_limit_exceeded", "message": "Slow down"}})
        status = {"status": "in_progress", "progress": {"percentage": min(99, int(now - self.asked[0][0]) // 36)}}
        return httpx.Response(200, json={"success": True, "data": status})


def test_ten_watched_sites_of_one_account_stay_within_the_smallest_documented_limit_and_none_is_given_up() -> None:
    """An hour, each site followed by a job of its own with a provider of its own, as the program does it."""
    clock = CrowdClock()
    sites = Sites(clock)
    ended: list[HoldfastError] = []

    async def follow(number: int) -> None:
        credential = Credential("basic", "ada", PASSWORD)
        url = f"https://site{number}.example/wp-json/"
        provider = await open_provider("backup-copilot", url, credential, clock=clock, transport=sites)
        request = WatchSite(job=f"w{number}", site="shop", access=SiteAccess("backup-copilot", url, sign_in=SignIn(secret=Secret("x"))))
        try:
            await follow_backup(provider, "bkpc_1", Voice(request, Heard(), clock=clock))
        except HoldfastError as error:
            ended.append(error)

    asyncio.run(clock.run(*(follow(number) for number in range(10)), seconds=3600))
    times = [when for when, _ in sites.asked]
    assert max(sum(1 for other in times if one - 3600 < other <= one) for one in times) <= SMALLEST
    assert sites.refused == 0
    assert ended == []
    assert min(sum(1 for _, host in sites.asked if host == f"site{number}.example") for number in range(10)) >= 5
    assert len(times) >= SMALLEST * 0.7


def test_a_watch_that_has_to_wait_for_the_limit_is_not_given_up() -> None:
    """The site tells that nothing is left for an hour: it answers well, and the backup goes on there."""
    clock = CrowdClock()
    answers: list[float] = []

    class Told(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            answers.append(clock.now())
            left = 0 if len(answers) == 1 else 90
            headers = {"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": f"{left}", "X-RateLimit-Reset": "3500"}
            data = {"uuid": "bkpc_1", "status": "completed" if len(answers) > 1 else "in_progress"}
            return httpx.Response(200, headers=headers, json={"success": True, "data": data})

    ended: list[str] = []

    async def follow() -> None:
        url = "https://site.example/wp-json/"
        provider = await open_provider("backup-copilot", url, Credential("basic", "ada", PASSWORD), clock=clock, transport=Told())
        request = WatchSite(job="w", site="shop", access=SiteAccess("backup-copilot", url, sign_in=SignIn(secret=Secret("x"))))
        ended.append((await follow_backup(provider, "bkpc_1", Voice(request, Heard(), clock=clock))).status)

    asyncio.run(clock.run(follow(), seconds=7200))
    assert ended == ["completed"]
    assert answers[1] - answers[0] >= 3500
