"""Notices with buttons on the session's bus (Desktop Notifications Specification 1.2: ``ActionInvoked``, ``CloseNotification``).

Some services tell only the connection that showed a notice what was chosen on it, so one connection stays, in a thread of its own that
sleeps until the bus or the program has something for it. The thread begins with the first notice.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import select
import socket
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from holdfast.telling.session_bus import NAME, PATH, SECONDS, notice_of

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

log = logging.getLogger(__name__)

Chosen = Callable[[int, str], None]
"""(number of the notice, word of the action); called on the thread of the bus."""
_Work = Callable[["DBusConnection"], int]


class Popups:
    """`chosen` hears what is chosen on notices that were shown here. Calls block for some seconds at most."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._work: queue.SimpleQueue[tuple[_Work, Future[int]] | None] = queue.SimpleQueue()
        self._wake, self._woken = socket.socketpair()
        self._ours: set[int] = set()

    def notify(self, replaces: int, title: str, text: str, *, urgent: bool = False, actions: Sequence[tuple[str, str]] = ()) -> int:
        """Show a notice in place of `replaces` (0: a new one), with buttons (word, label); its number. Raises what jeepney and the socket
        raise when nobody shows notices here."""
        return self._do(lambda bus: _ask(bus, notice_of(replaces, title, text, urgent=urgent, actions=actions)), remembered=True)

    def withdraw(self, number: int) -> None:
        """Take a notice away; nothing happens when it is gone."""
        from jeepney import DBusAddress, new_method_call

        with contextlib.suppress(OSError, TimeoutError):
            self._do(lambda bus: _ask(bus, new_method_call(DBusAddress(PATH, NAME, NAME), "CloseNotification", "u", (number,))))

    def close(self) -> None:
        """End the thread; what is shown stays. Nothing can be shown here afterwards."""
        with self._lock:
            thread, self._thread = self._thread, None
            if thread is not None:
                self._work.put(None)
                self._ring()
        if thread is not None:
            thread.join(SECONDS)
        self._wake.close()
        self._woken.close()

    def _do(self, work: _Work, *, remembered: bool = False) -> int:
        answer: Future[int] = Future()
        with self._lock:
            self._work.put((work, answer))
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="notices", daemon=True)
                self._thread.start()
            self._ring()
        number = answer.result(timeout=2 * SECONDS)
        if remembered:
            self._ours.add(number)
        return number

    def _ring(self) -> None:
        self._wake.send(b"!")

    # on the thread of the bus

    def _run(self) -> None:
        try:
            self._listen()
        except Exception as error:  # the bus is gone; the next notice begins a new connection
            log.info("notices: the session's bus is gone: %s", error)
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        with contextlib.suppress(queue.Empty):
            while (waiting := self._work.get_nowait()) is not None:
                waiting[1].set_exception(error)

    def _listen(self) -> None:
        from jeepney import MatchRule, message_bus
        from jeepney.io.blocking import open_dbus_connection

        rule = MatchRule(type="signal", interface=NAME, member="ActionInvoked", path=PATH)
        with open_dbus_connection() as bus, bus.filter(rule, bufsize=32) as signals:
            bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=SECONDS)
            while True:
                ready, _, _ = select.select([bus.sock, self._woken], [], [])
                if self._woken in ready:
                    self._woken.recv(64)
                    if not self._perform(bus):
                        return
                if bus.sock in ready:
                    _read(bus)
                while signals:
                    self._tell(*signals.popleft().body[:2])

    def _perform(self, bus: DBusConnection) -> bool:
        """False when the thread is to end."""
        with contextlib.suppress(queue.Empty):
            while True:
                waiting = self._work.get_nowait()
                if waiting is None:
                    return False
                work, answer = waiting
                try:
                    answer.set_result(work(bus))
                except Exception as error:
                    answer.set_exception(error)
        return True

    def _tell(self, number: int, action: str) -> None:
        if number in self._ours:
            try:
                self._chosen(number, action)
            except Exception:
                log.exception("what was chosen on a notice could not be done")


def _read(bus: DBusConnection) -> None:
    """All messages that are there."""
    with contextlib.suppress(TimeoutError):
        while True:
            bus.recv_messages(timeout=0)


def _ask(bus: DBusConnection, message: Any) -> int:
    from jeepney import MessageType

    reply = bus.send_and_get_reply(message, timeout=SECONDS)
    if reply.header.message_type is MessageType.error:
        raise OSError(f"no notice was shown: {reply.body[0] if reply.body else 'the service refused it'}")
    return int(reply.body[0]) if reply.body else 0
