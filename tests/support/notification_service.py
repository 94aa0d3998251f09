"""A notification service on a real session bus, as far as programs that send notices meet it: it takes what is shown, and gives numbers."""

from __future__ import annotations

import threading
from typing import NamedTuple

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection


class Shown(NamedTuple):
    """One call of Notify. `number`: what the service called it."""

    number: int
    replaces: int
    title: str
    text: str
    urgency: int
    actions: tuple[str, ...] = ()
    """Words and labels by turns."""


class NotificationService:
    """Owns ``org.freedesktop.Notifications`` on the bus of the environment until it is closed."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.shown: list[Shown] = []
        self.withdrawn: list[int] = []
        self._showing = ""
        """The connection that showed the last notice."""
        self._chosen: list[tuple[int, str]] = []
        self._refuses = refuses
        self._closed = threading.Event()
        self._connection = open_dbus_connection()
        answer = self._connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
        assert answer.body == (1,)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._closed.set()
        self._thread.join()
        self._connection.close()

    def choose(self, number: int, action: str) -> None:
        """Somebody presses a button; told to the connection that showed the notice, as GNOME does."""
        self._chosen.append((number, action))

    def _tell(self, number: int, action: str) -> None:
        address = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")
        signal = new_signal(address, "ActionInvoked", "us", (number, action))
        signal.header.fields[HeaderFields.destination] = self._showing
        self._connection.send(signal)

    def _serve(self) -> None:
        while not self._closed.is_set():
            while self._chosen:
                self._tell(*self._chosen.pop(0))
            try:
                message = self._connection.receive(timeout=0.1)
            except TimeoutError:
                continue
            if message.header.message_type is not MessageType.method_call:
                continue
            if self._refuses:
                self._connection.send(new_error(message, "org.freedesktop.Notifications.Error.ExcessNotificationGeneration"))
                continue
            if message.header.fields[HeaderFields.member] == "CloseNotification":
                self.withdrawn.append(message.body[0])
                self._connection.send(new_method_return(message))
                continue
            _app, replaces, _icon, title, text, actions, hints, _timeout = message.body
            number = replaces or len(self.shown) + 1
            self._showing = str(message.header.fields[HeaderFields.sender])
            self.shown.append(Shown(number, replaces, title, text, hints["urgency"][1], tuple(actions)))
            self._connection.send(new_method_return(message, "u", (number,)))
