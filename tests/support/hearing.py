"""What somebody is told who does not look at the window: announcements for a screen reader, notices of the desktop.

Announcements come over the accessibility bus. The program sends only what somebody has registered for
(org.a11y.atspi.Registry.RegisterEvent), and asks for that when it starts: listen first. Names of events: at-spi2-core,
atspi-event-listener.c.
"""

from __future__ import annotations

import time

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

REGISTRY = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")


class Ears:
    """Listens on the accessibility bus of the session at `session` (a D-Bus address)."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(session) as bus:
            where = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
            self._bus = open_dbus_connection(bus.send_and_get_reply(where, timeout=20).body[0])
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement")
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=20)
        asked = new_method_call(REGISTRY, "RegisterEvent", "sass", ("Object:Announcement", [], ""))
        self._bus.send_and_get_reply(asked, timeout=20)
        self.heard: list[str] = []

    def close(self) -> None:
        self._bus.close()

    def wait_for(self, words: str, seconds: float = 90.0) -> str:
        """The first announcement that has these words."""
        end = time.monotonic() + seconds
        while True:
            for one in self.heard:
                if words in one:
                    return one
            assert time.monotonic() < end, f"nobody said {words!r}, only {self.heard}"
            self._listen()

    def _listen(self) -> None:
        try:
            message = self._bus.receive(timeout=1)
        except TimeoutError:
            return
        if message.header.message_type is MessageType.signal and message.header.fields.get(HeaderFields.member) == "Announcement":
            self.heard.append(str(message.body[3][1]))


class Notices:
    """Overhears what programs ask the notification daemon of the session at `session` to show."""

    def __init__(self, session: str) -> None:
        self._bus = open_dbus_connection(session)
        monitor = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus.Monitoring")
        rule = "type='method_call',interface='org.freedesktop.Notifications',member='Notify'"
        self._bus.send_and_get_reply(new_method_call(monitor, "BecomeMonitor", "asu", ([rule], 0)), timeout=20)

    def close(self) -> None:
        self._bus.close()

    def next(self, seconds: float = 90.0) -> tuple[str, list[str]]:
        """(title, the texts of its buttons) of the next notice."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                message = self._bus.receive(timeout=left)
            except TimeoutError:
                break
            if message.header.fields.get(HeaderFields.member) == "Notify":
                actions = message.body[5]
                pairs = zip(actions[::2], actions[1::2], strict=True)
                return str(message.body[3]), [text for key, text in pairs if key != "default"]
        raise AssertionError("no notice came")
