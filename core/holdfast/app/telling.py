"""The noun *notify*: who is told what happens here, and the two moments of a job at which something is told.

What is to be told is written into the outbox; a thread of its own brings it (`holdfast.app.courier`). So a job is neither delayed nor
failed by whoever listens, and what a receiver could not take is tried again, also by the next start of the program.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

import msgspec

from holdfast.app.home import Home
from holdfast.errors import Failure, HoldfastError, NetworkError, RemoteError, UsageError
from holdfast.jobs.messages import Finished
from holdfast.jobs.waiting import aside
from holdfast.records import Job
from holdfast.secret import Secret
from holdfast.state.credentials.base import Credentials, SecretName, need
from holdfast.state.entries import new_id
from holdfast.state.logs import REDACTOR, harmless
from holdfast.state.outbox import Endpoints, Outbox, Waiting
from holdfast.state.remembered import note
from holdfast.telling import pings, webhooks
from holdfast.telling.endpoints import EVENTS, Endpoint, EventWord, Kind, checked_address, host_of
from holdfast.telling.events import BACKUPS, data_of, event_of, has_backup

if TYPE_CHECKING:  # asyncio and what sends cost a terminal's start; most homes tell nobody
    from holdfast.app.courier import Courier
    from holdfast.telling.sending import Answer, Outgoing

log = logging.getLogger(__name__)


class EndpointView(msgspec.Struct, frozen=True):
    """A receiver, for people. `waiting`: how many messages are still to be sent to it."""

    name: str
    kind: Kind
    host: str
    events: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    disabled: str = ""
    trouble: str = ""
    last_at: datetime | None = None
    waiting: int = 0
    id: str = ""
    created_at: datetime | None = None


class EndpointAdded(msgspec.Struct, frozen=True):
    """The answer of `add`. `secret`: what a webhook signs with, when it was made here: shown once."""

    endpoint: EndpointView
    secret: Secret | None = None


class Tested(msgspec.Struct, frozen=True):
    name: str
    status: int
    seconds: float


class Telling:
    """`Holdfast.telling`."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def add(
        self,
        kind: Kind,
        name: str,
        address: Secret,
        *,
        secret: Secret | None = None,
        events: Sequence[str] = (),
        sites: Sequence[str] = (),
        ca_file: str = "",
    ) -> EndpointAdded:
        """Tell `address` from now on. `secret` (webhooks): ``whsec_…``; None = one is made. `sites`: names; empty = all."""
        found = checked_address(address.reveal())
        if kind == "ping" and (secret is not None or events):
            raise UsageError("A ping has neither a secret nor events: its address is its key.", hint="holdfast notify add ping --help")
        made = webhooks.new_secret() if kind == "webhook" and secret is None else None
        signing = secret or made
        if signing is not None:
            webhooks.checked_secret(signing)
        endpoint = Endpoint(
            id=new_id(), name=name, kind=kind, host=host_of(found), events=_events(events),
            sites=await self._home.ask(lambda: tuple(self._home.sites.get(one).id for one in sites)),
            ca_file=ca_file, created_at=datetime.now(UTC),
        )  # fmt: skip
        await self._home.ask(lambda: Endpoints(self._home.database).add(endpoint))
        try:
            await self._home.put_secret(address_of(endpoint), Secret(found))
            if signing is not None:
                await self._home.put_secret(secret_of(endpoint), signing)
        except HoldfastError:
            await self._home.ask(lambda: Endpoints(self._home.database).remove(endpoint))
            raise
        await self._note("receiver added", endpoint)
        return EndpointAdded(await self._view(endpoint), made)

    async def edit(
        self,
        name: str,
        *,
        address: Secret | None = None,
        secret: Secret | None = None,
        events: Sequence[str] | None = None,
        sites: Sequence[str] | None = None,
        ca_file: str | None = None,
    ) -> EndpointAdded:
        """Change what is given (as in `add`). With an `address` it is told again, if it was disabled; a webhook whose secret is not on this
        computer (it came from another one) gets a new one, which is shown once."""
        old = await self._home.ask(lambda: Endpoints(self._home.database).get(name))
        if old.kind == "ping" and (secret is not None or events):
            raise UsageError("A ping has neither a secret nor events: its address is its key.", hint="holdfast notify edit --help")
        changed = old
        if address is not None:
            changed = msgspec.structs.replace(changed, host=host_of(checked_address(address.reveal())), disabled="", trouble="")
        if events is not None:
            changed = msgspec.structs.replace(changed, events=_events(events))
        if sites is not None:
            ids = await self._home.ask(lambda: tuple(self._home.sites.get(one).id for one in sites))
            changed = msgspec.structs.replace(changed, sites=ids)
        if ca_file is not None:
            changed = msgspec.structs.replace(changed, ca_file=ca_file)
        made = None
        if secret is None and old.kind == "webhook" and address is not None:
            there = await self._home.secret_call(lambda store: store.get(secret_of(old)))
            secret = made = webhooks.new_secret() if there is None else None
        if secret is not None:
            webhooks.checked_secret(secret)
            await self._home.put_secret(secret_of(old), secret)
        if address is not None:
            await self._home.put_secret(address_of(old), Secret(checked_address(address.reveal())))
        await self._home.ask(lambda: Endpoints(self._home.database).update(changed))
        await self._note("receiver changed", changed)
        return EndpointAdded(await self._view(changed), made)

    async def list(self) -> Sequence[EndpointView]:
        endpoints = await self._home.ask(lambda: Endpoints(self._home.database).all())
        return [await self._view(one) for one in endpoints]

    async def remove(self, name: str) -> None:
        """With its secrets, and what waits for it."""
        endpoint = await self._home.ask(lambda: Endpoints(self._home.database).get(name))
        await self._home.remove_secrets(address_of(endpoint), *([secret_of(endpoint)] if endpoint.kind == "webhook" else []))
        await self._home.ask(lambda: Endpoints(self._home.database).remove(endpoint))
        await self._note("receiver removed", endpoint)

    async def test(self, name: str) -> Tested:
        """Send one message now and wait for the answer: a webhook's event ``test``; a ping's ``log``, which changes nothing there. A
        receiver that was disabled is told again from now on, when it takes it. RemoteError, NetworkError when it does not."""
        endpoint = await self._home.ask(lambda: Endpoints(self._home.database).get(name))
        message, now = webhooks.message_id(), time.time()
        body = webhooks.body_of("test", datetime.now(UTC), {"message": "Holdfast was asked to try this address."})
        webhook = endpoint.kind == "webhook"
        row = Waiting(0, endpoint.id, message, "" if webhook else "log", "", body if webhook else "A test by Holdfast.\n", now, now, 1)
        outgoing = await self._courier().outgoing(endpoint, row)
        answer = await aside(lambda: _sent(outgoing), name="test of a receiver")
        seconds = round(time.time() - now, 3)
        if not answer.taken:
            await self._home.ask(lambda: self._remember(endpoint, trouble=answer.trouble))
            raise _not_taken(endpoint, answer)
        await self._home.ask(lambda: self._remember(endpoint, trouble="", disabled="", last_at=datetime.now(UTC)))
        return Tested(endpoint.name, answer.status, seconds)

    async def resume(self) -> None:
        """Bring what an earlier program could not. For programs that stay: a window, an agent, a pass of the clock."""
        if await self._home.ask(lambda: Outbox(self._home.database).next_due()) is not None:
            self._courier().wake()

    def _courier(self) -> Courier:
        return courier_of(self._home)

    def _remember(self, endpoint: Endpoint, **changes: Any) -> None:
        Endpoints(self._home.database).update(msgspec.structs.replace(endpoint, **changes))

    async def _note(self, action: str, endpoint: Endpoint) -> None:
        await self._home.ask(lambda: note(self._home.database, action, endpoint.name, kind=endpoint.kind, host=endpoint.host))

    async def _view(self, endpoint: Endpoint) -> EndpointView:
        def read() -> tuple[dict[str, str], int]:
            names = {site.id: site.name for site in self._home.sites.all()}
            return names, Outbox(self._home.database).waiting().get(endpoint.id, 0)

        names, waiting = await self._home.ask(read)
        return EndpointView(
            name=endpoint.name, kind=endpoint.kind, host=endpoint.host, events=endpoint.events,
            sites=tuple(names[one] for one in endpoint.sites if one in names), disabled=endpoint.disabled, trouble=endpoint.trouble,
            last_at=endpoint.last_at, waiting=waiting, id=endpoint.id, created_at=endpoint.created_at,
        )  # fmt: skip


# ---- the two moments of a job


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


# ---- secrets and sending


def address_of(endpoint: Endpoint) -> SecretName:
    return SecretName(endpoint.id, "notify address", endpoint.name)


def secret_of(endpoint: Endpoint) -> SecretName:
    return SecretName(endpoint.id, "notify secret", endpoint.name)


async def secrets_of(home: Home, address: SecretName, secret: SecretName | None) -> tuple[Secret, Secret | None]:
    """NotFound KEY-GONE, Busy KEY-LOCKED."""

    def fetch(store: Credentials) -> tuple[Secret, Secret | None]:
        found = need(store, address, whose=f"the receiver {address.label!r}")
        return found, None if secret is None else need(store, secret, whose=f"the receiver {address.label!r}")

    return await home.secret_call(fetch)


def courier_of(home: Home) -> Courier:
    """The one of this program."""
    if home.courier is None:
        from holdfast.app.courier import Courier

        home.courier = Courier(home)
    return home.courier


def _sent(outgoing: Outgoing) -> Answer:
    import asyncio

    from holdfast.telling.sending import send

    return asyncio.run(send(outgoing))


def _not_taken(endpoint: Endpoint, answer: Answer) -> HoldfastError:
    message = f"{endpoint.name} was not told: {answer.trouble}."
    if answer.status == 0:
        return NetworkError(message, code="NOT-TOLD", hint=f"Check the address at {endpoint.host}.")
    return RemoteError(message, code="NOT-TOLD", hint=f"Look at what listens at {endpoint.host}.", http=answer.status)


def _events(words: Sequence[str]) -> tuple[EventWord, ...]:
    unknown = [word for word in words if word not in EVENTS]
    if unknown:
        raise UsageError(f"There is no event {unknown[0]!r}.", hint=f"Known: {', '.join(EVENTS)}.")
    return tuple(cast("EventWord", word) for word in dict.fromkeys(words))
