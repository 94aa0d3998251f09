"""A message bus of its own with services of the system that a test writes the answers of: NetworkManager, UPower, logind."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_call, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection

Properties = dict[str, tuple[str, Any]]
"""Name -> (type signature, value)."""


class SystemBus:
    """A real dbus-daemon at a socket in `folder`, until `close`; it can be killed and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder / 'bus'}"
        self._socket = folder / "bus"
        self._process: subprocess.Popen[str] | None = None
        self.start()

    def start(self) -> None:
        self._socket.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1", f"--address={self.address}"], stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline()

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process = None

    close = kill


class FakeService:
    """Owns a name on the bus and answers from tables, in a thread, until `vanish`."""

    name = ""

    def __init__(self, bus: SystemBus) -> None:
        self.properties: dict[tuple[str, str], Properties] = {}
        """By (object, interface)."""
        self.methods: dict[str, Callable[[Message], Message]] = {}
        self.hangs = False
        """Calls are taken and never answered."""
        self._connection = open_dbus_connection(bus.address, enable_fds=True)
        owner = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        self._connection.send_and_get_reply(new_method_call(owner, "RequestName", "su", (self.name, 0)), timeout=30)
        self._thread = threading.Thread(target=self._serve, name=self.name, daemon=True)
        self._thread.start()

    def vanish(self) -> None:
        try:
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self._thread.join(5)
        self._connection.close()

    def emit(self, path: str, interface: str, member: str, signature: str, *body: object) -> None:
        self._connection.send(new_signal(DBusAddress(path, interface=interface), member, signature, body))

    def change(self, path: str, interface: str, **changed: tuple[str, Any]) -> None:
        """Other properties from now on, and the signal that says so."""
        self.properties.setdefault((path, interface), {}).update(changed)
        self.emit(path, "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as", interface, changed, [])

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call and not self.hangs:
                    self._connection.send(self._answer(message))
            except (OSError, ValueError):  # it vanished, perhaps while it answered
                return

    def _answer(self, message: Message) -> Message:
        member = str(message.header.fields[HeaderFields.member])
        if member in self.methods:
            return self.methods[member](message)
        if member == "GetAll":
            table = self.properties.get((str(message.header.fields[HeaderFields.path]), message.body[0]))
            if table is not None:
                return new_method_return(message, "a{sv}", (table,))
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")


class FakeNetworkManager(FakeService):
    name = "org.freedesktop.NetworkManager"
    _path = "/org/freedesktop/NetworkManager"
    _active = "/org/freedesktop/NetworkManager/ActiveConnection/1"

    def __init__(self, bus: SystemBus, **how: Any) -> None:
        super().__init__(bus)
        self.be(**how)

    def be(self, *, state: int = 70, connectivity: int = 4, metered: int = 4, name: str = "Home", uuid: str = "uuid-home") -> None:
        """Like this from now on; listeners are told."""
        active: Properties = {"Id": ("s", name), "Uuid": ("s", uuid)}
        self.properties[self._active, "org.freedesktop.NetworkManager.Connection.Active"] = active
        self.change(
            self._path, self.name, State=("u", state), Connectivity=("u", connectivity), Metered=("u", metered),
            PrimaryConnection=("o", self._active if name else "/"),
        )  # fmt: skip


class FakeUPower(FakeService):
    name = "org.freedesktop.UPower"
    _path = "/org/freedesktop/UPower"

    def __init__(self, bus: SystemBus, *, on_battery: bool = False, percent: float = 80.0) -> None:
        super().__init__(bus)
        self.be(on_battery=on_battery, percent=percent)

    def be(self, *, on_battery: bool, percent: float) -> None:
        self.properties[f"{self._path}/devices/DisplayDevice", "org.freedesktop.UPower.Device"] = {
            "IsPresent": ("b", True), "Type": ("u", 2), "Percentage": ("d", percent),
        }  # fmt: skip
        self.change(self._path, self.name, OnBattery=("b", on_battery))


class FakeLogind(FakeService):
    """`locks`: (what, who, why, mode) of each that was asked for; `held`: how many of them are still held."""

    name = "org.freedesktop.login1"
    _path = "/org/freedesktop/login1"
    _user, _session = "/org/freedesktop/login1/user/_1", "/org/freedesktop/login1/session/_2"

    def __init__(self, bus: SystemBus, *, began: float = 1_790_000_000.0, refuses: bool = False) -> None:
        super().__init__(bus)
        self.locks: list[tuple[str, ...]] = []
        self._ends: list[int] = []
        self._refuses = refuses
        self.properties[self._user, "org.freedesktop.login1.User"] = {"Timestamp": ("t", 1), "Display": ("(so)", ("2", self._session))}
        self.properties[self._session, "org.freedesktop.login1.Session"] = {"Timestamp": ("t", int(began * 1e6))}
        self.methods["GetUser"] = lambda message: new_method_return(message, "o", (self._user,))
        self.methods["Inhibit"] = self._inhibit

    def _inhibit(self, message: Message) -> Message:
        if self._refuses:
            return new_error(message, "org.freedesktop.DBus.Error.AccessDenied")
        ours, theirs = os.pipe()
        self.locks.append(tuple(message.body))
        self._ends.append(ours)
        self._connection.send(new_method_return(message, "h", (theirs,)))
        os.close(theirs)
        return new_signal(DBusAddress(self._path, interface=self.name), "Nothing")

    @property
    def held(self) -> int:
        """The other end of a pipe that nobody holds is readable: it is at its end."""
        return sum(not select.select([end], [], [], 0)[0] for end in self._ends)

    def tell_sleep(self, *, begins: bool) -> None:
        self.emit(self._path, "org.freedesktop.login1.Manager", "PrepareForSleep", "b", begins)

    def vanish(self) -> None:
        super().vanish()
        for end in self._ends:
            os.close(end)
        self._ends.clear()
