"""Standard output that never ends a command: what was asked for is done to its end, whether or not somebody still reads about it."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO, cast


class SteadyOutput:
    """Passes all on to `stream` until that fails, then nothing. `trouble`: the error, if it was another one than that the reader has gone
    (`| head`)."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._lost = False
        self.trouble: OSError | None = None

    def write(self, text: str) -> int:
        if not self._lost:
            try:
                return self._stream.write(text)
            except OSError as error:
                self._lose(error)
        return len(text)

    def flush(self) -> None:
        if not self._lost:
            try:
                self._stream.flush()
            except OSError as error:
                self._lose(error)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def _lose(self, error: OSError) -> None:
        self._lost = True
        if error.errno != errno.EPIPE:
            self.trouble = error
        if self._stream in (sys.__stdout__, sys.__stderr__):
            # What it still holds would fail once more when Python ends, and change the exit code.
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, self._stream.fileno())
            os.close(nothing)


@contextmanager
def steady_streams(*, json: bool) -> Iterator[SteadyOutput]:
    """`sys.stdout` (which is handed out) and `sys.stderr` are such while this lasts. JSON is UTF-8 everywhere; for people a character that
    the terminal lacks is a question mark."""
    before = sys.stdout, sys.stderr
    for stream in before:
        if isinstance(stream, io.TextIOWrapper) and json and stream is sys.stdout:
            stream.reconfigure(encoding="utf-8")
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    out, err = (SteadyOutput(stream) for stream in before)
    sys.stdout, sys.stderr = cast("TextIO", out), cast("TextIO", err)
    try:
        yield out
    finally:
        out.flush()
        sys.stdout, sys.stderr = before


def open_standard_files() -> None:
    """Where standard input, output or error are closed, nothing else may get their numbers: a file of ours would be written to by whoever
    prints. Before anything is opened."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free: this one
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, "w" if number else "r", encoding="utf-8", closefd=False))  # noqa: SIM115 - open to the end
