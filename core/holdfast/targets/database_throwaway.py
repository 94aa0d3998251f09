"""A private MariaDB server in a temporary folder, for drills: a dump is really loaded, and counted, without touching any real server.

No network, a socket in a folder that only this user may enter, small buffers; everything is removed when it is closed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from holdfast.cancellation import Cancellation
from holdfast.errors import HoldfastError, RemoteError, Unsupported
from holdfast.mysql import programs
from holdfast.mysql.access import Access
from holdfast.mysql.client import Client
from holdfast.progress import SILENT, Progress
from holdfast.targets.companions import end_session, ends_with_us
from holdfast.targets.database import Files, LoadResult, load_new

_SMALL = (
    "--innodb-buffer-pool-size=64M", "--innodb-log-file-size=96M", "--innodb-flush-log-at-trx-commit=0", "--loose-innodb-doublewrite=0",
    "--loose-innodb-flush-method=nosync",
    "--skip-log-bin", "--event-scheduler=OFF", "--max-allowed-packet=1G", "--key-buffer-size=8M", "--aria-pagecache-buffer-size=8M",
    "--performance-schema=OFF", "--local-infile=OFF",
)  # fmt: skip


class PrivateServer:
    """A running server; a context manager. `Unsupported` when MariaDB's server is not installed."""

    def __init__(
        self,
        *,
        scratch: Path | None = None,
        folder: Path | None = None,
        network: Sequence[str] = ("--skip-networking",),
        cancelled: Cancellation | None = None,
    ) -> None:
        """In `folder`, which must not be there yet, or in a new one below `scratch`. Raises `Cancelled`, RemoteError."""
        server = programs.find("server", like="mariadb")
        install = programs.find("install", like="mariadb")
        if server.flavor != "mariadb":
            raise Unsupported("A trial load needs MariaDB's server program.", code="DB-CLIENT-MISSING", hint="Install mariadb-server-core.")
        # A socket's path may have about a hundred characters, so the folder cannot lie deep.
        if folder is not None:
            folder.mkdir(mode=0o700)
        self.folder = folder or Path(tempfile.mkdtemp(prefix="holdfast-db-", dir=scratch))
        self._cancelled = cancelled or Cancellation()
        self._process: subprocess.Popen[bytes] | None = None
        self._command = [
            *ends_with_us(), server.path, "--no-defaults", *_root_user(),
            f"--datadir={self.folder / 'data'}", f"--socket={self.folder / 's'}", f"--pid-file={self.folder / 'pid'}",
            f"--tmpdir={self.folder}", f"--secure-file-priv={self.folder}", *network, *_SMALL,
        ]  # fmt: skip
        try:
            _install(install.path, self.folder, self._cancelled)
            self.start()
        except BaseException:
            self.close()
            raise

    def access(self, database: str = "") -> Access:
        return Access(database, "root", socket=str(self.folder / "s"))

    def start(self) -> None:
        """Start, and wait until it answers (30 s at most)."""
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        deadline = time.monotonic() + 30
        while not self._answers():
            self._cancelled.check()
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RemoteError(f"The private database server did not start: {self._last_words()}", code="DB-OFFLINE")
            time.sleep(0.05)

    def kill(self) -> None:
        """As a crash would end it."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def close(self) -> None:
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> PrivateServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _answers(self) -> bool:
        if not (self.folder / "s").exists():
            return False
        try:
            return bool(Client(self.access()).ask("SELECT 1;", database=False, timeout=10))
        except HoldfastError as error:
            return error.code == "DB-AUTH"

    def _last_words(self) -> str:
        try:
            return (self.folder / "log").read_text("utf-8", "replace")[-500:]
        except OSError:
            return ""


def trial_load(
    files: Files, *, scratch: Path | None = None, progress: Progress = SILENT, cancelled: Cancellation | None = None
) -> LoadResult:
    """Load a whole dump into a private server and count. Raises what `load_new` raises; `Unsupported` where there is no server program."""
    with PrivateServer(scratch=scratch) as server:
        return load_new(server.access("mysql"), files, database="drill", progress=progress, cancelled=cancelled)


def _install(program: str, folder: Path, cancelled: Cancellation) -> None:
    command = [
        *ends_with_us(), program, "--no-defaults", *_root_user(), "--auth-root-authentication-method=normal", "--skip-test-db",
        "--skip-name-resolve", "--force", f"--datadir={folder / 'data'}", f"--tmpdir={folder}", "--innodb-log-file-size=16M",
    ]  # fmt: skip
    with (folder / "install-log").open("w+b") as log:
        # A session of its own: the program is a script, and a cancel must end what it started too.
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        deadline = time.monotonic() + 120
        try:
            while process.poll() is None and time.monotonic() < deadline:
                cancelled.check()
                cancelled.wait(0.02)
        finally:
            if process.returncode is None:
                end_session(process)
        if process.returncode != 0:
            log.seek(0)
            said = log.read().decode("utf-8", "replace")[-500:]
            raise RemoteError(f"A private database could not be made: {said}", code="DB-OFFLINE")


def _root_user() -> list[str]:
    return ["--user=root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
