"""Following what runs on a site, in simulated time: a restore that breaks the site meanwhile, lost answers, words nobody knows."""

from __future__ import annotations

import asyncio
import functools
import threading
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, cast

import pytest

from holdfast.cancellation import Cancellation
from holdfast.errors import AuthRejected, Cancelled, NetworkError, RemoteError, Unsupported
from holdfast.jobs.messages import BackUpOnSite, Called, NetworkRequest, RestoreOnSite, SignIn, SiteAccess, TakenOn, WatchSite
from holdfast.progress import Progress, Retry, Totals
from holdfast.providers.http import Credential
from holdfast.secret import Secret
from holdfast.worker.network import Voice, perform
from holdfast.worker.network_backup import back_up, restore, watch
from tests.support.fakes.backup_copilot import FakeBackupCopilot, Ways
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.safeguard import FakeSafeGuard

PASSWORD = Secret("abcdefghijklmnopqrstuvwx")


def on_a_loop(test: Callable[..., Awaitable[None]]) -> Callable[..., None]:
    """Runs an async test."""

    @functools.wraps(test)
    def run(**given: Any) -> None:
        asyncio.run(cast("Any", test(**given)))

    return run


class Heard(Progress):
    """Keeps everything that was told."""

    def __init__(self) -> None:
        self.seen: list[Totals] = []
        self.remarks: list[str] = []
        self.said: list[str] = []
        self.events: list[object] = []
        self.retries: list[Retry | None] = []

    def retrying(self, retry: Retry | None) -> None:
        self.retries.append(retry)

    def totals(self, totals: Totals) -> None:
        self.seen.append(totals)

    def remark(self, code: str, message: str, **details: Any) -> None:
        self.remarks.append(code)
        self.said.append(message)

    def tell(self, event: object) -> None:
        self.events.append(event)


def access(site: FakeBackupCopilot | FakeSafeGuard, system: str = "backup-copilot", user: str = "ada") -> SiteAccess:
    return SiteAccess(system=system, url=site.root, sign_in=SignIn(user=user, secret=PASSWORD))


def voice_for(request: NetworkRequest, site: FakeBackupCopilot | FakeSafeGuard) -> tuple[Voice, Heard]:
    heard = Heard()
    return Voice(request, heard, clock=site.clock), heard


@on_a_loop
async def test_a_restore_is_followed_through_maintenance_redirects_and_refusals() -> None:
    """A4: 503 pages, an install redirect, 401 and database errors, for minutes: the restore is followed to its end and confirmed."""
    with FakeBackupCopilot(ways=Ways(maintenance=True)) as site:
        one = site.add_backup()
        site.takes = 240
        request = RestoreOnSite(job="j", site="shop", access=access(site), backup=one.uuid, parts=("database",))
        voice, heard = voice_for(request, site)
        result = await restore(request, voice)
    assert result["confirmed"] is True
    assert not heard.remarks
    assert [event.outcome for event in heard.events if isinstance(event, Called) and event.method == "POST"] == ["", "ok"]


@pytest.mark.parametrize("status", [401, 403, 404, 500])
@on_a_loop
async def test_no_answer_of_a_site_under_restore_ends_the_watch(status: int) -> None:
    """A4: whatever the status is, it is borne for a while."""
    with FakeBackupCopilot() as site:
        one = site.add_backup()
        site.takes = 60
        request = RestoreOnSite(job="j", site="shop", access=access(site), backup=one.uuid)
        voice, _ = voice_for(request, site)
        site.switch_on("status", times=6, on="GET */restore/*/status", status=status)
        assert (await restore(request, voice))["backup_id"] == one.uuid


@on_a_loop
async def test_safeguard_never_confirms() -> None:
    """Accepted and over, as far as can be known: a remark, not a success."""
    with FakeSafeGuard() as site:
        one = site.add_backup()
        request = RestoreOnSite(job="j", site="shop", access=access(site, "safeguard", "root"), backup=one.id, parts=("files",))
        voice, heard = voice_for(request, site)
        assert (await restore(request, voice))["confirmed"] is False
    assert heard.remarks == ["NOT-CONFIRMED"]


@on_a_loop
async def test_a_restore_with_a_lost_answer_is_not_sent_again() -> None:
    """A4: one POST, then only questions."""
    with FakeSafeGuard() as site:
        one = site.add_backup()
        request = RestoreOnSite(job="j", site="shop", access=access(site, "safeguard", "root"), backup=one.id)
        voice, heard = voice_for(request, site)
        site.switch_on("drop-answer", on="POST */restore")
        assert (await restore(request, voice))["confirmed"] is False
        assert len(site.restores) == 1
    assert heard.remarks == ["LOST", "NOT-CONFIRMED"]


@on_a_loop
async def test_a_lost_create_that_did_not_begin_is_an_error_and_not_repeated() -> None:
    """A4: the answer was lost and nothing is on the site: the failure is told, no second backup is begun."""
    with FakeBackupCopilot() as site:
        request = BackUpOnSite(job="j-1", site="shop", access=access(site))
        voice, heard = voice_for(request, site)
        site.switch_on("reset", on="POST */backup/create")
        with pytest.raises(NetworkError):
            await back_up(request, voice)
        assert not site.backups
        assert len(site.asked("POST */backup/create")) == 1
    assert not any(isinstance(event, TakenOn) for event in heard.events)


@on_a_loop
async def test_what_a_killed_program_began_is_found_by_its_mark() -> None:
    """A4: only the job's id is known; the backup that carries it is followed, not one of somebody else."""
    with FakeBackupCopilot() as site:
        site.takes = 30
        mine = BackUpOnSite(job="job-of-before", site="shop", access=access(site), wait=False)
        begun = (await back_up(mine, voice_for(mine, site)[0]))["backup"]
        site.clock.advance(1)
        site.add_backup(age=0, takes=30)
        request = WatchSite(job="later", site="shop", access=access(site), marker="job-of-before", since=begun_at(begun))
        voice, _ = voice_for(request, site)
        found = (await watch(request, voice))["backup"]
    assert (found["id"], found["status"]) == (begun["id"], "completed")


def begun_at(backup: dict[str, Any]) -> datetime:
    made = backup["created_at"]
    return made if isinstance(made, datetime) else datetime.fromisoformat(str(made)).astimezone(UTC)


@on_a_loop
async def test_a_type_or_option_that_the_site_lacks_is_refused_before_anything_is_sent() -> None:
    """Unsupported names what there is."""
    with FakeBackupCopilot() as site:
        for words in ({"kind": "differential"}, {"options": {"storage": "s3"}}):
            request = BackUpOnSite(job="j", site="shop", access=access(site), **words)
            with pytest.raises(Unsupported):
                await back_up(request, voice_for(request, site)[0])
        assert not site.backups


@on_a_loop
async def test_a_site_that_fails_is_asked_again_and_it_is_said_when_and_why() -> None:
    """While nothing is known of the backup whoever watches it is told of each pause, and of its end."""
    with FakeBackupCopilot() as site:
        site.takes = 40
        request = BackUpOnSite(job="j", site="shop", access=access(site))
        voice, heard = voice_for(request, site)
        site.switch_on("status", times=10, on="GET */status", status=502)
        await back_up(request, voice)
    told = [one for one in heard.retries if one is not None]
    assert {(one.code, one.host) for one in told} == {("SITE-5XX", "127.0.0.1")}
    assert {one.attempts for one in told} == {4, None}  # within a question, and between questions
    assert any(one.seconds > 4 for one in told)
    assert heard.retries[-1] is None


@on_a_loop
async def test_a_refused_password_ends_a_watch_soon() -> None:
    """Outside of a restore three refusals in a row are enough; the secret stays where it is."""
    with FakeBackupCopilot() as site:
        site.takes = 600
        mine = BackUpOnSite(job="j", site="shop", access=access(site), wait=False)
        begun = (await back_up(mine, voice_for(mine, site)[0]))["backup"]
        site.users.clear()
        request = WatchSite(job="w", site="shop", access=access(site), backup=begun["id"])
        with pytest.raises(AuthRejected):
            await watch(request, voice_for(request, site)[0])


@on_a_loop
async def test_a_backup_that_fails_says_why() -> None:
    with FakeBackupCopilot() as site:
        site.next_fails = "Disk full"
        request = BackUpOnSite(job="j", site="shop", access=access(site))
        with pytest.raises(RemoteError, match="Disk full"):
            await back_up(request, voice_for(request, site)[0])


def test_a_story_stops_when_asked() -> None:
    """Cancelled within a second, whatever it waits for."""
    cancelled = Cancellation()
    threading.Timer(0.2, cancelled.cancel).start()
    with pytest.raises(Cancelled):
        perform(lambda: asyncio.sleep(60), cancelled)


def test_credentials_do_not_show() -> None:
    """Neither request nor credential shows a secret when printed."""
    shown = repr(SiteAccess(system="x", url="y", sign_in=SignIn(secret=PASSWORD))) + repr(Credential("basic", "u", PASSWORD))
    assert PASSWORD.reveal() not in shown
    assert SimulatedClock().now() > 0


@on_a_loop
async def test_the_pages_step_and_time_left_reach_whoever_watches() -> None:
    """ "current_step", "steps_completed", "steps_total", "estimated_time_remaining": documented, so told."""
    with FakeBackupCopilot() as site:
        site.takes = 600
        request = BackUpOnSite(job="j", site="shop", access=access(site))
        voice, heard = voice_for(request, site)
        await back_up(request, voice)
    seen = [one for one in heard.seen if one.phase == "running"]
    assert {one.steps_total for one in seen} == {6}
    assert {"Preparing", "Packing archive"} <= {one.current for one in seen}
    left = [one.seconds_left for one in seen if one.seconds_left is not None]
    assert left == sorted(left, reverse=True)
    assert left[0] > left[-1]
