"""The system's message bus on Linux, by jeepney: calls with a time limit, signals in a thread that sleeps until one comes.

A bus or a service that is absent, hangs or goes away in the middle is an ordinary answer here: `BusError`, to be read as "not known".
Needs Unix sockets, so it is imported on Linux only.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

log = logging.getLogger(__name__)

CALL_SECONDS = 2.0
AGAIN_AFTER = 30.0
"""Seconds after which a listener whose bus went away looks for it again."""

Place = tuple[str, str, str]
"""Service, object, interface."""


class BusError(Exception):
    """The bus or the service does not answer, or says no."""


class Bus:
    """One connection; used by one thread at a time. `address`: SYSTEM, SESSION or a D-Bus address."""

    def __init__(self, address: str, *, descriptors: bool = False) -> None:
        from jeepney.io.blocking import open_dbus_connection

        with _explained():
            self._connection = open_dbus_connection(address, enable_fds=descriptors, auth_timeout=CALL_SECONDS)

    def __enter__(self) -> Bus:
        return self

    def __exit__(self, *exc: object) -> None:
        self._connection.close()

    def call(self, place: Place, method: str, signature: str | None = None, *arguments: object) -> tuple[Any, ...]:
        """The answer's body. A service that is not running is not started for it."""
        from jeepney import DBusAddress, MessageFlag, new_method_call

        service, path, interface = place
        message = new_method_call(DBusAddress(path, service, interface), method, signature, arguments)
        message.header.flags |= MessageFlag.no_auto_start
        with _explained():
            return _body(self._connection.send_and_get_reply(message, timeout=CALL_SECONDS))

    def properties(self, place: Place) -> dict[str, Any]:
        """All properties of an interface, without their type signatures."""
        service, path, interface = place
        (told,) = self.call((service, path, "org.freedesktop.DBus.Properties"), "GetAll", "s", interface)
        if not isinstance(told, dict):
            raise BusError("the answer is no table of properties")
        return {name: value[1] for name, value in told.items() if isinstance(value, tuple) and len(value) == 2}

    def subscribe(self, rules: Sequence[dict[str, str]]) -> None:
        """Have signals delivered that match any of `rules` (the words of D-Bus match rules)."""
        place = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        for rule in rules:
            self.call(place, "AddMatch", "s", ",".join(f"{word}='{value}'" for word, value in {"type": "signal", **rule}.items()))

    def receive(self) -> Signal:
        """The next signal; waits without an end, and without waking up in between."""
        from jeepney import HeaderFields, MessageType

        with _explained():
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.signal:
                    fields = message.header.fields
                    return Signal(
                        str(fields.get(HeaderFields.path, "")),
                        str(fields.get(HeaderFields.interface, "")),
                        str(fields.get(HeaderFields.member, "")),
                        tuple(message.body),
                    )

    def hang_up(self) -> None:
        """From another thread: whoever waits in `receive` gets a `BusError`."""
        import socket

        try:
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # it was gone already


class Signal:
    def __init__(self, path: str, interface: str, member: str, body: tuple[Any, ...]) -> None:
        self.path, self.interface, self.member, self.body = path, interface, member, body


class SignalThread:
    """Tells of each signal that matches `rules`, in a thread of its own, until `close`. When the bus goes away it is looked for again."""

    def __init__(self, address: str, rules: Sequence[dict[str, str]], heard: Callable[[Signal], None]) -> None:
        self._address = address
        self._rules = rules
        self._heard = heard
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._bus: Bus | None = None
        self._thread = threading.Thread(target=self._run, name="surroundings", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._closed.set()
        with self._lock:
            if self._bus is not None:
                self._bus.hang_up()
        self._thread.join(CALL_SECONDS)

    def _run(self) -> None:
        while not self._closed.is_set():
            try:
                self._listen()
            except BusError as error:
                log.debug("no signals: %s", error)
            self._closed.wait(AGAIN_AFTER)

    def _listen(self) -> None:
        with Bus(self._address) as bus:
            with self._lock:
                self._bus = bus
            try:
                bus.subscribe(self._rules)
                while not self._closed.is_set():
                    self._tell(bus.receive())
            finally:
                with self._lock:
                    self._bus = None

    def _tell(self, signal: Signal) -> None:
        try:
            self._heard(signal)
        except Exception:
            log.exception("a listener of the surroundings failed")


def _body(message: Any) -> tuple[Any, ...]:
    from jeepney import HeaderFields, MessageType

    if message.header.message_type is MessageType.error:
        raise BusError(str(message.header.fields.get(HeaderFields.error_name, "an error without a name")))
    return tuple(message.body)


@contextmanager
def _explained() -> Iterator[None]:
    """Whatever goes wrong on a bus is one thing to us. jeepney raises OSError, KeyError (no address), its own and those of its parser."""
    try:
        yield
    except BusError:
        raise
    except Exception as error:
        raise BusError(f"{type(error).__name__}: {error}") from error
