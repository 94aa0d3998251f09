"""Brings what waits in the outbox to whom it is for: a thread that lives while something waits. No job ever waits for a receiver."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from holdfast.errors import HoldfastError
from holdfast.state.outbox import Endpoints, Outbox, Waiting
from holdfast.state.remembered import note
from holdfast.telling import pings, webhooks
from holdfast.telling.endpoints import Endpoint
from holdfast.telling.sending import Answer, Outgoing, next_wait, send

if TYPE_CHECKING:
    from holdfast.app.home import Home

log = logging.getLogger(__name__)

LEAVING_SECONDS = 5.0
"""How long the end of the program waits for what is on its way; the rest is sent by the next one."""
_LOOK_AGAIN = 300.0
"""Seconds: a laptop that slept finds out by itself that something is due."""
_START_IS_NEWS = 600.0
"""A ping that says "it has begun" is of no use later than this."""


class Courier:
    """`wake` from any thread, whenever something was put into the outbox; `close` once."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._lock = threading.Lock()
        self._news = threading.Event()
        self._leaving = False
        self._thread: threading.Thread | None = None
        self._at_work: tuple[asyncio.AbstractEventLoop, asyncio.Task[None]] | None = None

    def wake(self) -> None:
        with self._lock:
            self._news.set()
            if self._thread is None and not self._leaving:
                self._thread = threading.Thread(target=self._run, name="courier", daemon=True)
                self._thread.start()

    def close(self, seconds: float = LEAVING_SECONDS) -> None:
        """Send what is due now, for `seconds` at most."""
        with self._lock:
            self._leaving = True
            thread = self._thread
            self._news.set()
        if thread is None:
            return
        thread.join(seconds)
        at_work = self._at_work
        if thread.is_alive() and at_work is not None:
            try:
                at_work[0].call_soon_threadsafe(at_work[1].cancel)
            except RuntimeError:
                pass  # it ended in this moment
            thread.join(2.0)

    def _run(self) -> None:
        try:
            while True:
                self._news.clear()
                asyncio.run(self._deliver())
                due = Outbox(self._home.database).next_due()
                with self._lock:
                    if self._leaving or (due is None and not self._news.is_set()):
                        self._thread = None  # from here on `wake` starts another one
                        return
                if due is not None:
                    self._news.wait(min(max(due - time.time(), 0.1), _LOOK_AGAIN))
        except asyncio.CancelledError:
            pass
        except Exception:
            log.exception("what is to be told could not be sent; the next start of the program tries again")
        finally:
            with self._lock:
                if self._thread is threading.current_thread():
                    self._thread = None

    async def _deliver(self) -> None:
        """Everything that is due, several receivers at a time."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - we are in one
        self._at_work = (asyncio.get_running_loop(), task)
        try:
            outbox = Outbox(self._home.database)
            while claimed := outbox.claim():
                await asyncio.gather(*(self._one(row) for row in claimed))
        finally:
            self._at_work = None

    async def _one(self, row: Waiting) -> None:
        endpoint = Endpoints(self._home.database).by_id(row.endpoint)
        outbox = Outbox(self._home.database)
        if endpoint is None or endpoint.disabled or (row.signal == "start" and time.time() - row.made_at > _START_IS_NEWS):
            outbox.done(row.number)
            return
        try:
            answer = await send(await self.outgoing(endpoint, row))
        except HoldfastError as error:  # the password store is locked, or the address is gone from it
            answer = Answer(trouble=error.message)
        self._after(endpoint, row, answer, outbox)

    def _after(self, endpoint: Endpoint, row: Waiting, answer: Answer, outbox: Outbox) -> None:
        wait = None if answer.taken or answer.gone else next_wait(row.attempts, answer)
        self._remember(endpoint, answer)
        if answer.gone:
            outbox.drop_for(endpoint.id)
        elif wait is None:
            outbox.done(row.number)
            if not answer.taken:
                log.warning("%s was not told, and it is given up: %s", endpoint.name, answer.trouble)
        else:
            outbox.later(row.number, wait)
            log.info("%s was not told (%s); tried again in %.0f s", endpoint.name, answer.trouble, wait)

    def _remember(self, endpoint: Endpoint, answer: Answer) -> None:
        database = self._home.database
        changed = msgspec.structs.replace(
            endpoint,
            trouble="" if answer.taken else answer.trouble,
            last_at=datetime.now(UTC) if answer.taken else endpoint.last_at,
            disabled="gone" if answer.gone else endpoint.disabled,
        )
        Endpoints(database).update(changed)
        if answer.gone:
            log.warning("%s answered 410: it wants to be told nothing any more", endpoint.name)
            note(database, "receiver disabled", endpoint.name, "gone")

    async def outgoing(self, endpoint: Endpoint, row: Waiting) -> Outgoing:
        """`row` with the secrets it takes. Holds them: for `send` alone."""
        from holdfast.app.telling import address_of, secret_of, secrets_of

        address, secret = await secrets_of(self._home, address_of(endpoint), secret_of(endpoint) if endpoint.kind == "webhook" else None)
        if endpoint.kind == "webhook":
            assert secret is not None  # noqa: S101 - `secrets_of` raises where it is missing
            headers = webhooks.headers_of(secret, row.message, row.body, time.time())
            return Outgoing(address.reveal(), row.body, headers, endpoint.ca_file)
        signal: pings.Signal = row.signal  # type: ignore[assignment]  # we wrote it
        headers = {"content-type": "text/plain; charset=utf-8"}
        return Outgoing(pings.address_of(address.reveal(), signal, row.job), row.body, headers, endpoint.ca_file)
