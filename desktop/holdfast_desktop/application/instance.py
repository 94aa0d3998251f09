"""One program per home: the first holds a lock and listens on a socket that only its user can open; a second says "show" there.

A call is one line of JSON, ``{"say": "show"}``, of at most 64 kB. What a crash left behind is replaced only by whoever holds the lock:
nobody answered, and the process that is named in the lock is dead.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from PySide6.QtCore import QLockFile, QObject, QStandardPaths, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 500
PATIENCE_S = 10.0
"""How long a second start waits for a first one that starts or ends at this moment."""
LONGEST_CALL = 64 * 1024
LONGEST_SOCKET_PATH = 100
"""Bytes. The system's own limit is 107 on Linux and 103 on macOS; a longer path cannot be listened on."""

Claim = Literal["first", "told", "silent"]


class Call(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a second start says."""

    say: Literal["show"]


class Place(NamedTuple):
    """Where the one program of a home is found."""

    socket: str
    lock: str


def place_of(home: Path | None) -> Place:
    """Absolute paths in the user's runtime folder (0700), one pair per home; a socket's path is kept short enough where that can be."""
    kinds = QStandardPaths.StandardLocation
    folder = Path(QStandardPaths.writableLocation(kinds.RuntimeLocation) or QStandardPaths.writableLocation(kinds.GenericConfigLocation))
    name = f"holdfast-{hashlib.sha256(str(home or 'default').encode()).hexdigest()[:12]}"
    socket = folder / f"{name}.sock"
    if len(os.fsencode(socket)) > LONGEST_SOCKET_PATH:
        # The short folder is the same for every runtime folder, so the name tells these apart.
        number = hashlib.sha256(os.fsencode(folder)).hexdigest()[:8]
        with suppress(OSError):  # then nothing is listened on, and the lock alone keeps a second program out
            socket = private_folder() / f"{name}-{number}.sock"
    return Place(str(socket), str(folder / f"{name}.lock"))


def private_folder() -> Path:
    """A folder of this user alone (0700) in the shared temporary one. PermissionError when somebody else has taken its name."""
    if not hasattr(os, "getuid"):  # Windows: the temporary folder is the user's own
        return Path(tempfile.gettempdir())
    folder = Path(tempfile.gettempdir()) / f"holdfast-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise PermissionError(f"{folder} is not a private folder of this user")
    return folder


def tell_first(path: str, word: Literal["show"] = "show") -> bool:
    """Say `word` to the program that runs already; False when nobody takes the call. Its loop may be busy: the system keeps the line."""
    socket = QLocalSocket()
    socket.connectToServer(path)
    if not socket.waitForConnected(WAIT_MS):
        return False
    line = msgspec.json.encode(Call(word)) + b"\n"
    told = socket.write(line) == len(line) and (socket.bytesToWrite() == 0 or socket.waitForBytesWritten(WAIT_MS))
    socket.disconnectFromServer()
    return told


class Instance(QObject):
    """This program's try to be the first. `called(word)` when another was started."""

    called = Signal(str)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._lock = QLockFile(place.lock)
        self._lock.setStaleLockTime(0)  # never by age: only a dead process loses its place
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self, word: Literal["show"] = "show", patience: float = PATIENCE_S) -> Claim:
        """first: we are it and listen. told: another runs and heard `word`. silent: another runs but takes no call. Blocks."""
        end = time.monotonic() + patience
        while not tell_first(self._place.socket, word):
            # A folder that allows no lock at all keeps nobody out: the home's own locks protect what is stored.
            if self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError:
                self._listen()
                return "first"
            if time.monotonic() > end:
                return "silent"
            time.sleep(0.1)
        return "told"

    def stop_listening(self) -> None:
        """The program leaves: a call would be lost, so a start from now on waits until the place is free."""
        self._server.close()

    def close(self) -> None:
        """Give the place up."""
        self._server.close()
        self._lock.unlock()

    def _listen(self) -> None:
        """Nobody answers and nobody else holds the lock: a socket that is there is a crash's."""
        QLocalServer.removeServer(self._place.socket)
        if not self._server.listen(self._place.socket):
            import logging

            logging.getLogger(__name__).warning("a second start cannot reach this one: %s", self._server.errorString())

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(LONGEST_CALL)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._read)
            self._hear(socket)

    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        while socket.canReadLine():
            try:
                call = msgspec.json.decode(bytes(socket.readLine().data()), type=Call)
            except msgspec.MsgspecError:
                socket.abort()
                return
            self.called.emit(call.say)
        if socket.bytesAvailable() >= LONGEST_CALL:
            socket.abort()
