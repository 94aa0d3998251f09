"""MariaDB's sequences as defaults of columns.

A default names the database of its sequence, and renaming a table does not change that. So tables that are loaded elsewhere first, and
moved then, have to name the database they will live in from the beginning, and the sequence has to exist there while they are created.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from holdfast.mysql.access import quoted
from holdfast.mysql.client import Client

_DEFAULT = re.compile(rb"\b((?:next|last)val\()(`(?:[^`]|``)+`\))", re.IGNORECASE)
_CREATE = re.compile(rb"^CREATE SEQUENCE `((?:[^`]|``)+)`", re.MULTILINE)
_HEAD = 1 << 16


def with_sequences_of(database: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """A table's file with the sequences of its defaults named as those of `database`; unchanged when that is empty."""
    if not database:
        yield from chunks
        return
    head, waiting = b"", True
    for chunk in chunks:
        if not waiting:
            yield chunk
            continue
        head += chunk
        if len(head) >= _HEAD or b"\nINSERT INTO " in head:
            waiting = False
            yield _named(head, database)
    if waiting:
        yield _named(head, database)


def _named(head: bytes, database: str) -> bytes:
    definition, rows, rest = head.partition(b"\nINSERT INTO ")
    name = quoted(database).encode("utf-8", "surrogateescape") + b"."
    return _DEFAULT.sub(lambda m: m[1] + name + m[2], definition) + rows + rest


@contextmanager
def missing_sequences(client: Client, schema: bytes) -> Iterator[list[str]]:
    """While the tables are loaded, the live database has every sequence of the dump; those that were missing are
    given, and removed if that fails."""
    wanted = [m[1].replace(b"``", b"`").decode("utf-8", "surrogateescape") for m in _CREATE.finditer(schema)]
    if not wanted:
        yield []
        return
    live = quoted(client.access.database)
    client.ask(f"CREATE DATABASE IF NOT EXISTS {live};", database=False)
    rows = client.ask("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE();")
    added = [name for name in wanted if name not in {row[0] for row in rows}]
    client.ask("".join(f"CREATE SEQUENCE {quoted(name)};\n" for name in added))
    try:
        yield added
    except BaseException:
        client.ask("".join(f"DROP SEQUENCE IF EXISTS {quoted(name)};\n" for name in added))
        raise
