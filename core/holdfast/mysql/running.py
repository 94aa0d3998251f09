"""Runs a client program to its end, in a way that can be cancelled."""

from __future__ import annotations

import subprocess
import time

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import NetworkError
from holdfast.mysql.access import Access
from holdfast.mysql.option_file import child_environment


class Ended(msgspec.Struct, frozen=True):
    code: int
    out: bytes
    said: str
    """Its standard error."""


def run(
    command: list[str], inherit: tuple[int, ...], access: Access, *, sql: bytes = b"", timeout: float, cancelled: Cancellation | None = None
) -> Ended:
    """Start `command`, give it `sql`, wait. Raises `Cancelled`, and `NetworkError` (DB-SLOW) after `timeout` seconds; it is ended then."""
    deadline = time.monotonic() + timeout
    waiting: bytes | None = sql
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=inherit, env=child_environment()
    ) as process:
        try:
            while True:
                if cancelled is not None:
                    cancelled.check()
                try:
                    out, said = process.communicate(waiting, timeout=0.5)
                except subprocess.TimeoutExpired:
                    waiting = None
                    if time.monotonic() > deadline:
                        raise _slow(access, timeout) from None
                    continue
                return Ended(process.returncode, out, said.decode("utf-8", "replace"))
        except BaseException:
            process.kill()
            raise


def _slow(access: Access, timeout: float) -> NetworkError:
    return NetworkError(
        f"The database server at {access.place()} did not answer within {timeout:.0f} s.",
        code="DB-SLOW",
        hint="Is it overloaded, or a table locked?",
    )
