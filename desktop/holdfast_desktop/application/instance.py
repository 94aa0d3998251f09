"""One program per home: the first listens on a socket that only its user can open; a second says "show" there and leaves."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 500


def socket_path(home: Path | None) -> str:
    """Absolute, in the user's runtime folder (0700), one per home; short enough for a socket's name."""
    kinds = QStandardPaths.StandardLocation
    folder = QStandardPaths.writableLocation(kinds.RuntimeLocation) or QStandardPaths.writableLocation(kinds.TempLocation)
    number = hashlib.sha256(str(home or "default").encode()).hexdigest()[:12]
    return str(Path(folder) / f"holdfast-{number}.sock")


def tell_first(path: str, word: str = "show") -> bool:
    """Say `word` to the program that runs already; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(path)
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(word.encode() + b"\n")
    socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return True


class Instance(QObject):
    """The first program's end. `called(word)` when another was started."""

    called = Signal(str)

    def __init__(self, path: str) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._path = path

    def listen(self) -> bool:
        """Take the place; a socket that a crash left behind is replaced."""
        if self._server.listen(self._path):
            return True
        QLocalServer.removeServer(self._path)
        return self._server.listen(self._path)

    def close(self) -> None:
        self._server.close()

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()

        def read() -> None:
            while socket.canReadLine():
                self.called.emit(bytes(socket.readLine().data()).decode(errors="replace").strip())

        socket.readyRead.connect(read)
        socket.disconnected.connect(socket.deleteLater)
        read()
