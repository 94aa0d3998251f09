"""The noun *notify*: who is told what happens here. When a job has something to tell: `holdfast.app.telling_jobs`."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

import msgspec

from holdfast.app.home import Home
from holdfast.errors import HoldfastError, NetworkError, RemoteError, UsageError
from holdfast.jobs.waiting import aside
from holdfast.secret import Secret
from holdfast.state.credentials.base import Credentials, SecretName, need
from holdfast.state.entries import new_id
from holdfast.state.outbox import Endpoints, Outbox, Waiting
from holdfast.state.remembered import note
from holdfast.telling import webhooks
from holdfast.telling.endpoints import EVENTS, Endpoint, EventWord, Kind, checked_address, host_of

if TYPE_CHECKING:  # asyncio and what sends cost a terminal's start; most homes tell nobody
    from holdfast.app.courier import Courier
    from holdfast.telling.sending import Answer, Outgoing


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
