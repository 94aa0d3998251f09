"""SQL into a server through the client's own program, as a stream; stops at the first error and says which."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterable
from typing import IO

from holdfast.cancellation import Cancellation
from holdfast.mysql import programs
from holdfast.mysql.access import Access, quoted
from holdfast.mysql.client import Client
from holdfast.mysql.option_file import child_environment, option_file
from holdfast.mysql.problems import problem

_SANDBOX = (b"/*!999999\\- enable the sandbox mode */", b"/*M!999999\\- enable the sandbox mode */")


def feed(access: Access, what: str, chunks: Iterable[bytes], cancelled: Cancellation, *, go_on: bool = False) -> None:
    """Run the SQL in `chunks` in `access.database`. `what` names it in messages. Raises what `problems` makes of the server's words; with
    `go_on` only after the statements behind the failed one were run too."""
    client = Client(access)
    more = ["--max-allowed-packet=1G"] if "max-allowed-packet" in programs.options_of(client.program) else []
    if go_on:
        more.append("--force")
    with option_file(access) as (argument, inherit):
        process = subprocess.Popen(
            client.command(argument, *more),
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, pass_fds=inherit, env=child_environment(),
        )  # fmt: skip
        watch = _Watch(process, cancelled)
        try:
            _write(process, access, chunks, cancelled)
            code = process.wait()
        except BaseException:
            process.kill()
            process.wait()
            raise
        finally:
            said = watch.end()
    cancelled.check()
    if code != 0:
        raise problem(said, access, doing=f"loading {what}")


def _write(process: subprocess.Popen[bytes], access: Access, chunks: Iterable[bytes], cancelled: Cancellation) -> None:
    assert process.stdin is not None  # noqa: S101 - it is a pipe
    try:
        with process.stdin as pipe:
            pipe.write(f"USE {quoted(access.database)};\n".encode("utf-8", "surrogateescape"))
            first = True
            for chunk in chunks:
                cancelled.check()
                pipe.write(without_sandbox_line(chunk) if first else chunk)
                first = False
    except BrokenPipeError:
        pass  # the client stopped at an error; its exit code and words tell


def without_sandbox_line(start: bytes) -> bytes:
    """A dump's beginning without the line that only new clients of MariaDB know (in ``--binary-mode`` none needs it)."""
    for line in _SANDBOX:
        if start.startswith(line):
            return start.partition(b"\n")[2]
    return start


class _Watch:
    """Reads the program's complaints, and ends it when the work is cancelled while a statement runs."""

    def __init__(self, process: subprocess.Popen[bytes], cancelled: Cancellation) -> None:
        self._process = process
        self._cancelled = cancelled
        self._said = b""
        self._ended = threading.Event()
        assert process.stderr is not None  # noqa: S101 - it is a pipe
        self._reader = threading.Thread(target=self._read, args=(process.stderr,), name="load-complaints", daemon=True)
        self._killer = threading.Thread(target=self._kill_when_cancelled, name="load-cancel", daemon=True)
        self._reader.start()
        self._killer.start()

    def end(self) -> str:
        self._ended.set()
        self._reader.join(5)
        self._killer.join(5)
        if self._process.stderr is not None:
            self._process.stderr.close()
        return self._said.decode("utf-8", "replace")

    def _read(self, pipe: IO[bytes]) -> None:
        while line := pipe.readline(4096):
            self._said = (self._said + line)[-16384:]

    def _kill_when_cancelled(self) -> None:
        while not self._ended.wait(0.2):
            if self._cancelled.is_set():
                self._process.kill()
                return
