"""How the following of restores and backups ends: the site is looked at, passwords that are gone are told of, chains are followed, tokens
are renewed once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

from holdfast.errors import AuthRejected, RemoteError
from holdfast.jobs.messages import BackUpOnSite, RestoreOnSite, WatchSite
from holdfast.providers.base import Accepted, Provider, RemoteProgress
from holdfast.providers.http import Credential
from holdfast.secret import Secret
from holdfast.worker.network_backup import back_up, restore, watch
from holdfast.worker.network_following import Waits, follow_restore
from holdfast.worker.network_health import front_page
from holdfast.worker.network_renewing import newest, one_at_a_time
from tests.core.network.test_following import access, on_a_loop, voice_for
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.safeguard import FakeSafeGuard


def restoring(site: FakeBackupCopilot, backup: str) -> RestoreOnSite:
    return RestoreOnSite(job="j", site="shop", access=access(site), backup=backup)


@pytest.mark.parametrize(("fault", "word"), [("maintenance", "maintenance"), ("database-error", "database"), ("critical", "error")])
@on_a_loop
async def test_a_restore_is_not_confirmed_while_the_site_is_ill(fault: str, word: str) -> None:
    """A5: the service says done, but people see an error page: a warning that says so, never a success."""
    with FakeBackupCopilot() as site:
        one = site.add_backup()
        site.takes = 0
        site.switch_on(fault, times=10_000, on="GET /")
        request = restoring(site, one.uuid)
        voice, heard = voice_for(request, site)
        result = await restore(request, voice)
    assert (result["confirmed"], result["healthy"]) == (False, False)
    assert heard.remarks == ["SITE-ILL"]
    assert word in heard.said[0]


@on_a_loop
async def test_a_site_that_comes_back_within_minutes_is_confirmed() -> None:
    """A5: the maintenance page that outlasts the restore's end is waited for."""
    with FakeBackupCopilot() as site:
        one = site.add_backup()
        site.takes = 0
        site.switch_on("maintenance", times=6, on="GET /")
        site.switch_on("redirect", times=2, on="GET /", to="/wp-admin/install.php", status=302)
        request = restoring(site, one.uuid)
        voice, heard = voice_for(request, site)
        result = await restore(request, voice)
    assert (result["confirmed"], result["healthy"]) == (True, True)
    assert not heard.remarks


@on_a_loop
async def test_a_password_that_the_restore_took_away_is_told_and_not_a_failure() -> None:
    """apis.md 0.6: the site is well again, but knows the password no more; nothing waits for half an hour, nothing is called failed."""
    with FakeBackupCopilot() as site:
        one = site.add_backup()
        site.takes = 3600
        request = restoring(site, one.uuid)
        voice, heard = voice_for(request, site)
        site.switch_on("status", times=10_000, on="GET */restore/*/status*", status=401)
        before = site.clock.now()
        result = await restore(request, voice)
        assert site.clock.now() - before < 900
    assert (result["confirmed"], result["healthy"]) == (False, True)
    assert heard.remarks == ["PASSWORD-GONE"]


@on_a_loop
async def test_a_restore_of_which_nothing_is_known_says_so() -> None:
    """H1: the program died before the site's answer was read; it is not sent again, and not called accepted."""
    with FakeSafeGuard() as site:
        one = site.add_backup()
        request = WatchSite(job="w", site="shop", access=access(site, "safeguard", "root"), what="restore", backup=one.id)
        voice, heard = voice_for(request, site)
        with pytest.raises(RemoteError) as failed:
            await watch(request, voice)
        assert not site.restores
    assert failed.value.code == "RESTORE-UNCLEAR"
    assert heard.remarks == ["LOST"]


@on_a_loop
async def test_a_restore_whose_question_never_arrived_is_not_called_accepted() -> None:
    """apis.md 0.4: the line broke before the site heard of it, and the site goes on as if nothing were."""
    with FakeBackupCopilot() as site:
        one = site.add_backup()
        request = restoring(site, one.uuid)
        voice, heard = voice_for(request, site)
        site.switch_on("reset", on="POST */restore")
        with pytest.raises(RemoteError) as failed:
            await restore(request, voice)
        assert not site.restores
        assert len(site.asked("POST */restore")) == 1
    assert failed.value.code == "RESTORE-UNCLEAR"
    assert heard.remarks == ["LOST"]


class _Wordless:
    """A service that has no word on a restore for a while, then says that it is done."""

    def __init__(self, clock: SimulatedClock, seconds: float) -> None:
        self._clock = clock
        self._until = clock.monotonic() + seconds

    async def restore_progress(self, backup: str, accepted: Accepted) -> RemoteProgress:
        return RemoteProgress("completed" if self._clock.monotonic() >= self._until else "unknown")


@pytest.mark.parametrize(("seconds", "said"), [(50.0, "done"), (600.0, "nothing")])
@on_a_loop
async def test_a_service_has_a_minute_to_find_its_words(seconds: float, said: str) -> None:
    """A4: a service may list a restore late; one that never does is not waited for."""
    with FakeBackupCopilot() as site:
        voice, _ = voice_for(restoring(site, "x"), site)
        began = site.clock.monotonic()
        provider = cast("Provider", _Wordless(site.clock, seconds))
        assert await follow_restore(provider, "x", Accepted(), voice) == said
        assert site.clock.monotonic() - began < 120


@on_a_loop
async def test_a_chained_job_is_followed_to_its_end() -> None:
    """chain_next names a staging job: it is watched until the site tells of it no more, and is part of the result."""
    with FakeSafeGuard() as site:
        site.takes, site.next_chain = 60, "staging_create"
        request = BackUpOnSite(job="j", site="shop", access=access(site, "safeguard", "root"), kind="full")
        voice, heard = voice_for(request, site)
        result = await back_up(request, voice)
        assert len(site.asked("GET */staging/active-job*")) > 2
    assert result["backup"]["status"] == "completed"
    assert (result["chain"]["id"], result["chain"]["action"]) == ("stg_x1y2z3w4", "staging_create")
    assert result["chain"]["status"] == "unknown"
    assert not heard.remarks


def test_questions_come_at_5_10_and_30_seconds_and_seldomer_while_the_site_fails() -> None:
    with FakeBackupCopilot() as site:
        voice, _ = voice_for(restoring(site, "x"), site)
    waits = Waits(voice, jitter=lambda: 0.5)
    told = [waits.next() for _ in range(45)]
    assert told[:3] == [2.0, 5.0, 5.0]
    assert {round(one) for one in told[13:36]} == {10}
    assert told[-1] == 30.0
    waits = Waits(voice, jitter=lambda: 0.5)
    for _ in range(7):
        waits.failed()
        last = waits.next()
    assert last == 60.0
    waits.answered()
    assert waits.next() < 60.0
    assert len({Waits(voice).next() for _ in range(9)}) > 1


@pytest.mark.parametrize(
    ("root", "page"),
    [
        ("https://a.example/wp-json/", "https://a.example/"),
        ("https://a.example/blog/wp-json/", "https://a.example/blog/"),
        ("https://a.example/blog/index.php?rest_route=/", "https://a.example/blog/"),
        ("https://a.example/?rest_route=/", "https://a.example/"),
        ("https://a.example/wp-json", "https://a.example/"),
    ],
)
def test_the_front_page_of_a_root(root: str, page: str) -> None:
    assert front_page(root) == page


@on_a_loop
async def test_a_token_is_renewed_once_for_all_who_use_it() -> None:
    """A3: a refresh token serves once; the second request goes on with what the first one got, also one that comes much later."""
    calls = []

    async def renew(old: Credential) -> Credential:
        calls.append(old)
        await asyncio.sleep(0.05)
        if len(calls) > 1:
            raise AuthRejected("used")
        return Credential("bearer", secret=Secret("new"), refresh=Secret("new-r"), expires_at=datetime.now(UTC) + timedelta(hours=1))

    old = Credential("bearer", secret=Secret("old-of-this-test"), refresh=Secret("old-r"))
    shared = one_at_a_time(renew)
    fresh = await asyncio.gather(*(shared(old) for _ in range(5)))
    assert {one.secret.reveal() for one in fresh} == {"new"}
    assert len(calls) == 1
    assert newest(old).secret.reveal() == "new"
