"""Logs without secrets: one redacting formatter for every handler, rotation, and a file for crashes of the interpreter itself."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from holdfast.state.files import make_private_file
from holdfast.state.redaction import Redactor

REDACTOR = Redactor()
"""This process's. Whoever loads a secret tells it."""

LOG_NAME = "holdfast.log"
CRASH_NAME = "crash.log"
_QUIET = ("boto3", "botocore", "urllib3", "s3transfer", "httpx", "httpcore", "keyring", "asyncio", "apscheduler", "tzlocal")
"""Libraries that write URLs with queries, headers or noise at INFO."""


class RedactingFormatter(logging.Formatter):
    """Formats, then takes secrets out of the whole text, traceback included. Times are UTC."""

    converter = staticmethod(time.gmtime)

    def __init__(self) -> None:
        super().__init__("%(asctime)s.%(msecs)03dZ %(levelname)s %(process)d %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")

    def format(self, record: logging.LogRecord) -> str:
        return harmless(REDACTOR.clean(super().format(record)))


_LONGEST = 20_000


def harmless(text: str) -> str:
    """`text` for a log that a terminal may show: names from sites and files cannot steer it, look like a line of their own (what follows
    the first line is indented), or fill it."""
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text) - _LONGEST} characters left out)"
    text = text.replace("\n", "\n    ")
    return text if text.isprintable() else "".join(c if c.isprintable() or c == "\n" else repr(c)[1:-1] for c in text)


_LARGEST = 2_000_000
_KEPT = 4


class _File(logging.FileHandler):
    """Appends to a file that is set aside as ``.1`` … ``.4`` once it is large. (`logging.handlers` has this and costs 10 ms to import.)
    Several programs of a home may write to it: a line is one write."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self._path = path

    def emit(self, record: logging.LogRecord) -> None:
        if self.stream is not None and os.fstat(self.stream.fileno()).st_size > _LARGEST:
            self._rotate()
        super().emit(record)

    def _rotate(self) -> None:
        self.close()
        # Another program may have done it just now: then our file is small again.
        if self._path.exists() and self._path.stat().st_size > _LARGEST:
            for number in range(_KEPT, 0, -1):
                older = self._path.with_name(f"{self._path.name}.{number}")
                newer = self._path if number == 1 else self._path.with_name(f"{self._path.name}.{number - 1}")
                if newer.exists():
                    newer.replace(older)
        make_private_file(self._path)


def log_to_file(folder: Path, *, verbose: bool = False) -> None:
    """The log of a program of this home: ``holdfast.log``, five files of 2 MB, mode 0600."""
    path = folder / LOG_NAME
    make_private_file(path)
    _install(_File(path), verbose=verbose)


def log_to_stderr(secrets: Iterable[str] = (), *, verbose: bool = False) -> None:
    """The log of a worker: its parent gave it a file as stderr."""
    for secret in secrets:
        REDACTOR.know(secret)
    _install(logging.StreamHandler(sys.stderr), verbose=verbose)


def log_with(handler: logging.Handler, *, verbose: bool = False) -> None:
    """The log of a process that decides itself where its lines go."""
    _install(handler, verbose=verbose)


def keep_crashes(folder: Path) -> IO[str] | None:
    """Let the interpreter write where it was when a native library brings it down. It knows no values, only function names. None when
    somebody else listens for that already (a test runner)."""
    import faulthandler

    if faulthandler.is_enabled():
        return None
    path = folder / CRASH_NAME
    make_private_file(path)
    file = path.open("a", encoding="utf-8")
    faulthandler.enable(file)
    return file


def stop_keeping_crashes(file: IO[str]) -> None:
    import faulthandler

    faulthandler.disable()
    file.close()


def sweep_logs(folder: Path, days: int) -> int:
    """Remove logs of jobs older than `days`; how many."""
    limit = time.time() - days * 86_400
    gone = 0
    for path in folder.glob("*.log"):
        if path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def _install(handler: logging.Handler, *, verbose: bool) -> None:
    root = logging.getLogger()
    for old in [h for h in root.handlers if isinstance(h.formatter, RedactingFormatter)]:
        root.removeHandler(old)
        old.close()
    handler.setFormatter(RedactingFormatter())
    root.addHandler(handler)
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
