"""What an assistive program sees and does: AT-SPI over D-Bus, as screen readers speak it.

Objects are found by their object name, the last part of the id that Qt gives (``QApplication.mainWindow.….backUpAll``). The program must be
started with ``QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1``. Interfaces: AT-SPI2, https://gnome.pages.gitlab.gnome.org/at-spi2-core/devel-docs/.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

T = TypeVar("T")
ROOT = "/org/a11y/atspi/accessible/root"
CHECKED, ENABLED, FOCUSED, SELECTED, SHOWING = 4, 8, 12, 23, 25
"""Bits of a state, from atspi-constants.h."""
LABELLED_BY = 2
"""A relation, from there as well."""


class Gone(Exception):
    """The object is no longer there."""


@dataclass(frozen=True)
class Thing:
    """One object on the screen."""

    eyes: Eyes
    bus: str
    path: str

    def id(self) -> str:
        """The object names from the program down to this object, joined by dots."""
        return str(self._get("AccessibleId"))

    def name(self) -> str:
        """What a screen reader says: the accessible name, or the text of a label, a button, an item."""
        return str(self._get("Name"))

    def description(self) -> str:
        return str(self._get("Description"))

    def has(self, state: int) -> bool:
        low, high = self._call("Accessible", "GetState")[0]
        return bool((low | high << 32) >> state & 1)

    def role(self) -> str:
        return str(self._call("Accessible", "GetRoleName")[0])

    def children(self) -> list[Thing]:
        return [Thing(self.eyes, bus, path) for bus, path in self._call("Accessible", "GetChildren")[0]]

    def labels(self) -> list[Thing]:
        """The labels that belong to it."""
        found = self._call("Accessible", "GetRelationSet")[0]
        return [Thing(self.eyes, bus, path) for kind, targets in found if kind == LABELLED_BY for bus, path in targets]

    def press(self) -> None:
        """Its first action: press a button, toggle a box, open a menu."""
        assert self._call("Action", "DoAction", "i", 0)[0], self.id()

    def write(self, text: str) -> None:
        assert self._call("EditableText", "SetTextContents", "s", text)[0], self.id()

    def text(self) -> str:
        """The text of a field, also of one that shows much of it."""
        return str(self._call("Text", "GetText", "ii", 0, -1)[0])

    def focus(self) -> None:
        assert self._call("Component", "GrabFocus")[0], self.id()

    def middle(self) -> tuple[int, int]:
        """Its middle on the screen, in pixels."""
        x, y, width, height = self._call("Component", "GetExtents", "u", 0)[0]
        return x + width // 2, y + height // 2

    def walk(self, hidden: bool = False) -> Iterator[Thing]:
        """This object and all below it; what is not showing is left out."""
        yield self
        for child in self.children():
            try:
                if hidden or child.has(SHOWING):
                    yield from child.walk(hidden)
            except Gone:
                continue

    def texts(self) -> list[str]:
        """The names of all that shows below this object; what goes away meanwhile is left out."""
        found = []
        for thing in self.walk():
            with suppress(Gone):
                found.append(thing.name())
        return [name for name in found if name]

    def _get(self, name: str) -> Any:
        return self.eyes.get(self.bus, self.path, name)

    def _call(self, interface: str, method: str, signature: str = "", *body: Any) -> tuple[Any, ...]:
        return self.eyes.call(self.bus, self.path, f"org.a11y.atspi.{interface}", method, signature, *body)


class Eyes:
    """A connection to the accessibility bus of the session at `session` (a D-Bus address)."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(session) as bus:
            where = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
            self._bus: DBusConnection = open_dbus_connection(bus.send_and_get_reply(where, timeout=20).body[0])

    def close(self) -> None:
        self._bus.close()

    def call(self, bus: str, path: str, interface: str, method: str, signature: str = "", *body: Any) -> tuple[Any, ...]:
        message = new_method_call(DBusAddress(path, bus, interface), method, signature or None, body)
        try:
            answer = self._bus.send_and_get_reply(message, timeout=30)
        except TimeoutError:
            raise TimeoutError(f"the program does not answer: its window is frozen ({method} of {path})") from None
        if answer.header.message_type is MessageType.error:
            raise Gone(f"{method} of {path}: {answer.body}")
        return tuple(answer.body)

    def get(self, bus: str, path: str, name: str) -> Any:
        found = self.call(bus, path, "org.freedesktop.DBus.Properties", "Get", "ss", "org.a11y.atspi.Accessible", name)
        return found[0][1]

    def programs(self) -> list[Thing]:
        """All programs that can be seen."""
        found = self.call("org.a11y.atspi.Registry", ROOT, "org.a11y.atspi.Accessible", "GetChildren")[0]
        return [Thing(self, bus, path) for bus, path in found]

    def all(self, name: str) -> list[Thing]:
        """Whatever shows under this object name, in all programs."""
        found = []
        for program in self.programs():
            try:
                found += [thing for child in program.children() for thing in child.walk() if thing.id().rpartition(".")[2] == name]
            except Gone:
                continue
        return found

    def one(self, name: str, seconds: float = 90.0) -> Thing:
        """The first that shows under this object name, waited for."""
        return self.until(lambda: next(iter(self.all(name)), None), f"nothing called {name} shows", seconds)

    def until(self, true: Callable[[], T | None], what: str, seconds: float = 90.0) -> T:
        """What `true` gives, once it gives something."""
        end = time.monotonic() + seconds
        while True:
            try:
                if found := true():
                    return found
            except Gone:
                pass
            assert time.monotonic() < end, what
            time.sleep(0.2)
