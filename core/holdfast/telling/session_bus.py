"""Notices over the session's message bus (Desktop Notifications Specification 1.2, ``org.freedesktop.Notifications``), without a window."""

from __future__ import annotations

import os
import sys

SECONDS = 2.0
NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


def is_there() -> bool:
    """Is there a bus that could be asked? Asks nobody."""
    return sys.platform == "linux" and bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))


def notify(replaces: int, title: str, text: str, *, urgent: bool = False) -> int:
    """Show a notice in place of the notice `replaces` (0: a new one); its number. Blocks for two seconds at most; raises what jeepney and
    the socket raise when nobody shows notices here."""
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    hints = {"desktop-entry": ("s", "holdfast-desktop"), "urgency": ("y", 2 if urgent else 1)}
    # The text is markup for most services: names of sites must stay text.
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    arguments: tuple[object, ...] = ("Holdfast", replaces, "holdfast-desktop", title, shown, [], hints, -1)
    with open_dbus_connection() as bus:
        reply = bus.send_and_get_reply(
            new_method_call(DBusAddress(PATH, NAME, NAME), "Notify", "susssasa{sv}i", arguments), timeout=SECONDS
        )
    if reply.header.message_type is MessageType.error:
        raise OSError(f"no notice was shown: {reply.body[0] if reply.body else 'the service refused it'}")
    return int(reply.body[0])
