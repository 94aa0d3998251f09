"""Notices over the session's message bus (Desktop Notifications Specification 1.2, ``org.freedesktop.Notifications``), without a window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jeepney import Message

SECONDS = 2.0
NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


def is_there() -> bool:
    """Is there a bus that could be asked? Asks nobody."""
    return sys.platform == "linux" and bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))


def notify(replaces: int, title: str, text: str, *, urgent: bool = False) -> int:
    """Show a notice in place of the notice `replaces` (0: a new one); its number. Blocks for two seconds at most; raises what jeepney and
    the socket raise when nobody shows notices here. One with buttons: `holdfast.telling.popups`."""
    from jeepney import MessageType
    from jeepney.io.blocking import open_dbus_connection

    with open_dbus_connection() as bus:
        reply = bus.send_and_get_reply(notice_of(replaces, title, text, urgent=urgent), timeout=SECONDS)
    if reply.header.message_type is MessageType.error:
        raise OSError(f"no notice was shown: {reply.body[0] if reply.body else 'the service refused it'}")
    return int(reply.body[0])


def notice_of(replaces: int, title: str, text: str, *, urgent: bool = False, actions: Sequence[tuple[str, str]] = ()) -> Message:
    """The call of ``Notify``. `actions`: (word, label) of its buttons."""
    from jeepney import DBusAddress, new_method_call

    hints = {"desktop-entry": ("s", "holdfast-desktop"), "urgency": ("y", 2 if urgent else 1)}
    # The text is markup for most services: names of sites must stay text.
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    buttons = [part for action in actions for part in action]
    arguments: tuple[object, ...] = ("Holdfast", replaces, "holdfast-desktop", title, shown, buttons, hints, -1)
    return new_method_call(DBusAddress(PATH, NAME, NAME), "Notify", "susssasa{sv}i", arguments)
