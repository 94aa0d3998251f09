"""How a client program learns the password: an option file that exists only as an inherited pipe.

``--defaults-file=/dev/fd/N`` must be the program's first argument. The password is in no argument, no environment variable and no file.
Where there is no ``/dev/fd`` (Windows) the option file is a temporary one that only this user may read, removed when the program ends.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from holdfast.mysql.access import Access

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b"}


def option_text(access: Access) -> bytes:
    """The option file. Values are quoted: an unquoted ``#`` would start a comment."""
    lines = ["[client]"]
    for key, value in (("user", access.user), ("password", access.password.reveal()), ("host", access.host), ("socket", access.socket)):
        if value:
            lines.append(f'{key}="{"".join(_ESCAPES.get(c, c) for c in value)}"')
    if access.port:
        lines.append(f"port={access.port}")
    if access.host and not access.socket:
        lines.append("protocol=tcp")
        if access.host in _LOOPBACK:  # new clients of MariaDB insist on a certificate that no local server has
            lines.append("loose-ssl-verify-server-cert=0")
    elif access.socket:
        lines.append("protocol=socket")
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogateescape")


@contextmanager
def option_file(access: Access) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The first argument for a client program, and the descriptors it has to inherit. Start the program inside the `with`."""
    if not Path("/dev/fd").exists():
        with _temporary(option_text(access)) as path:
            yield f"--defaults-file={path}", ()
        return
    reading, writing = os.pipe()
    try:
        os.write(writing, option_text(access))  # far smaller than a pipe's buffer, so this never blocks
    finally:
        os.close(writing)
    try:
        yield f"--defaults-file=/dev/fd/{reading}", (reading,)
    finally:
        os.close(reading)


@contextmanager
def _temporary(text: bytes) -> Iterator[str]:
    descriptor, path = tempfile.mkstemp(prefix="holdfast-", suffix=".cnf")  # 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text)
        yield path
    finally:
        Path(path).unlink(missing_ok=True)


def child_environment() -> dict[str, str]:
    """This process' environment without what would override the option file."""
    environment = {k: v for k, v in os.environ.items() if k not in {"MYSQL_PWD", "MYSQL_HOST", "MYSQL_TCP_PORT", "MYSQL_UNIX_PORT"}}
    environment["MYSQL_TEST_LOGIN_FILE"] = os.devnull  # MySQL's programs read ~/.mylogin.cnf even after --defaults-file
    return environment
