"""The moments of a job at which somebody is told: it begins, it has ended, its program is gone.

What is to be told is written into the outbox; a thread of its own brings it (`holdfast.app.courier`). So a job is neither delayed nor
failed by whoever listens, and what a receiver could not take is tried again, also by the next start of the program.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import msgspec

from holdfast.app.home import Home
from holdfast.app.telling import courier_of
from holdfast.errors import Failure
from holdfast.jobs.messages import Finished
from holdfast.records import Job
from holdfast.state.logs import REDACTOR, harmless
from holdfast.state.outbox import Endpoints, Outbox
from holdfast.telling import pings, webhooks
from holdfast.telling.endpoints import Endpoint, EventWord
from holdfast.telling.events import BACKUPS, data_of, event_of, has_backup

log = logging.getLogger(__name__)


async def began(home: Home, job: Job) -> None:
    """A job begins. Never raises."""
    if job.verb in BACKUPS:
        await _quietly(home, lambda: _put_pings(home, job, "start", ""))


async def heard(home: Home, finished: Finished, job: Job) -> None:
    """A job has ended, and its row says so. Never raises, never waits for a receiver."""
    await _quietly(home, lambda: _put_end(home, finished, job))


def abandoned(home: Home, job: Job) -> None:
    """A job was left open by a program that is gone, and its row has just been closed. Never raises. Blocks.

    It is only written down: whoever stays (a window, an agent), or the next program with something to tell, brings it.
    """
    failure = None if job.failure is None else msgspec.convert(job.failure, Failure)
    try:
        ended = Finished(job=job.id, site=job.site, outcome=job.outcome, warnings=job.warnings, failure=failure)
        if _put_end(home, ended, job) and home.courier is not None:
            home.courier.wake()
    except Exception:  # whatever it is: the home must open
        log.exception("what was abandoned could not be written down to be told")


async def _quietly(home: Home, put: Callable[[], bool]) -> None:
    try:
        if await home.ask(put):
            courier_of(home).wake()
    except Exception:  # whatever it is: the job is worth more
        log.exception("what happened could not be written down to be told")


def _put_end(home: Home, finished: Finished, job: Job) -> bool:
    if not any(not one.disabled for one in Endpoints(home.database).all()):
        return False
    event = event_of(job.verb, finished.outcome, finished.result)
    told = event is not None and _put_webhooks(home, finished, job, event)
    return _put_pings(home, job, *_signal(home, finished, job)) or told if job.verb in BACKUPS else told


def _put_webhooks(home: Home, finished: Finished, job: Job, event: EventWord) -> bool:
    receivers = [one for one in _wanting(home, job) if one.kind == "webhook" and (not one.events or event in one.events)]
    if not receivers:
        return False
    data = data_of(
        job=job.id, verb=job.verb, site=job.site, storage=job.storage, trigger=job.trigger, outcome=finished.outcome,
        result=finished.result, warnings=finished.warnings, failure=finished.failure,
    )  # fmt: skip
    body = webhooks.body_of(event, datetime.now(UTC), _clean(data))
    for one in receivers:
        Outbox(home.database).put(one.id, message=webhooks.message_id(), signal="", job=job.id, body=body, in_order=False)
    return True


def _signal(home: Home, finished: Finished, job: Job) -> tuple[pings.Signal, str]:
    """Which ping the end of a backup is, and its text: why it failed, and how its log ends."""
    if finished.outcome in {"success", "warning"}:
        taken = has_backup(finished.result) or job.verb == "fetch"
        return ("success" if taken else "log"), "\n".join(_clean(list(finished.warnings[:20])))
    failure = finished.failure
    said = "" if failure is None else f"{failure.code}: {failure.message} {failure.hint}\n\n"
    path = home.paths.job_log(job.id)
    text = path.read_text("utf-8", "replace")[-4 * pings.LARGEST_BODY :] if path.exists() else ""
    signal: pings.Signal = "log" if finished.outcome == "cancelled" else "fail"
    return signal, REDACTOR.clean(f"{job.site}: {finished.outcome}. {said}") + pings.tail(REDACTOR.clean(text))


def _put_pings(home: Home, job: Job, signal: pings.Signal, text: str) -> bool:
    receivers = [one for one in _wanting(home, job) if one.kind == "ping"]
    for one in receivers:
        sent = "log" if signal == "success" and _another_is_bad(home, one, job) else signal
        Outbox(home.database).put(one.id, message="", signal=sent, job=job.id, body=text, in_order=True)
    return bool(receivers)


def _another_is_bad(home: Home, endpoint: Endpoint, job: Job) -> bool:
    """One check for several sites: it must not turn green over a site whose last backup failed."""
    sites = [site for site in home.sites.all() if not endpoint.sites or site.id in endpoint.sites]
    if len(sites) < 2:
        return False
    jobs = home.history.of_sites("9999")
    for site in sites:
        last = next((one for one in jobs.get(site.id, []) if one.verb in BACKUPS and one.outcome not in {"", "cancelled", "missed"}), None)
        if site.name != job.site and last is not None and last.outcome in {"failed", "abandoned"}:
            return True
    return False


def _wanting(home: Home, job: Job) -> list[Endpoint]:
    site = home.sites.find(job.site) if job.site else None
    return [one for one in Endpoints(home.database).all() if one.wants("" if site is None else site.id)]


def _clean(value: Any) -> Any:
    """Every text in it without secrets and control characters."""
    if isinstance(value, str):
        return harmless(REDACTOR.clean(value))
    if isinstance(value, dict):
        return {name: _clean(one) for name, one in value.items()}
    return [_clean(one) for one in value] if isinstance(value, list | tuple) else value
