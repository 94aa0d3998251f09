"""A tray icon as its desktop meets it: StatusNotifierItem and its menu (com.canonical.dbusmenu) over the session bus."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection

WATCHER = DBusAddress("/StatusNotifierWatcher", "org.kde.StatusNotifierWatcher", "org.kde.StatusNotifierWatcher")
ITEM, MENU = "org.kde.StatusNotifierItem", "com.canonical.dbusmenu"


def wait_for_a_tray(session: str, seconds: float = 90.0) -> None:
    """Until the session at `session` (a D-Bus address) has a place for icons."""
    properties = DBusAddress(WATCHER.object_path, WATCHER.bus_name, "org.freedesktop.DBus.Properties")
    asked = new_method_call(properties, "Get", "ss", (WATCHER.interface, "IsStatusNotifierHostRegistered"))
    end = time.monotonic() + seconds
    with open_dbus_connection(session) as bus:
        while True:
            answer = bus.send_and_get_reply(asked, timeout=30)
            if answer.header.message_type is not MessageType.error and answer.body[0][1]:
                return
            assert time.monotonic() < end, "no tray has come"
            time.sleep(0.1)


@dataclass(frozen=True)
class Entry:
    """One line of the menu. `path`: the texts of the menus above it."""

    number: int
    text: str
    enabled: bool
    path: tuple[str, ...]


class TrayMenu:
    """The icon of the first program that has one, in the tray of the session at `session` (a D-Bus address)."""

    def __init__(self, session: str, seconds: float = 90.0) -> None:
        self._bus = open_dbus_connection(session)
        end = time.monotonic() + seconds
        while not (items := self._items()):
            assert time.monotonic() < end, "no icon is in the tray"
            time.sleep(0.2)
        owner, _, path = items[0].partition("/")
        self._item = DBusAddress(f"/{path or 'StatusNotifierItem'}", owner, ITEM)
        self._menu = DBusAddress(str(self._get(self._item, "Menu")), owner, MENU)

    def close(self) -> None:
        self._bus.close()

    def tooltip(self) -> str:
        return str(self._get(self._item, "ToolTip")[2])

    def picture(self) -> object:
        """What its icon looks like, to be compared."""
        return self._get(self._item, "IconName"), self._get(self._item, "IconPixmap")

    def activate(self) -> None:
        """A left click."""
        self._ask(self._item, "Activate", "ii", 0, 0)

    def entries(self) -> list[Entry]:
        """All lines of the menu and of the menus in it, as they are now; lines between are left out."""
        self._ask(self._menu, "AboutToShow", "i", 0)
        found = list(_entries(self._ask(self._menu, "GetLayout", "iias", 0, -1, [])[1], ()))
        self._ask(self._menu, "Event", "isvu", 0, "closed", ("s", ""), 0)
        return found

    def choose(self, *path: str) -> None:
        """Click the line with these texts, from the menu on; the beginning of a text is enough."""
        lines = self.entries()
        for line in lines:
            whole = (*line.path, line.text)
            if len(whole) == len(path) and all(one.startswith(start) for one, start in zip(whole, path, strict=True)):
                self._ask(self._menu, "Event", "isvu", line.number, "clicked", ("s", ""), 0)
                return
        raise AssertionError(f"the menu has no {path}: {[(*line.path, line.text) for line in lines]}")

    def _items(self) -> list[str]:
        try:
            return list(self._get(WATCHER, "RegisteredStatusNotifierItems"))
        except LookupError:
            return []

    def _get(self, where: DBusAddress, name: str) -> Any:
        properties = DBusAddress(where.object_path, where.bus_name, "org.freedesktop.DBus.Properties")
        return self._ask(properties, "Get", "ss", where.interface, name)[0][1]

    def _ask(self, where: DBusAddress, method: str, signature: str, *body: Any) -> tuple[Any, ...]:
        answer = self._bus.send_and_get_reply(new_method_call(where, method, signature, body), timeout=30)
        if answer.header.message_type is MessageType.error:
            raise LookupError(f"{method}: {answer.body}")
        return tuple(answer.body)


def _entries(layout: Any, above: tuple[str, ...]) -> Iterator[Entry]:
    for _, (number, properties, children) in layout[2]:
        text = str(properties.get("label", ("s", ""))[1]).replace("_", "")
        if text:
            yield Entry(number, text, bool(properties.get("enabled", ("b", True))[1]), above)
        yield from _entries((number, properties, children), (*above, text))
