"""What a database has besides tables: triggers, routines, views, events; out of a dump's files, or out of a live database."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from holdfast.errors import Damaged
from holdfast.mysql import layout, programs
from holdfast.mysql.access import Access
from holdfast.mysql.option_file import option_file
from holdfast.mysql.problems import problem
from holdfast.mysql.running import run

OBJECT_FILES = (layout.ROUTINES, layout.VIEWS, layout.TRIGGERS, layout.EVENTS)
"""In the order in which they are put back: views may call functions, and no trigger may fire meanwhile."""


class Objects(msgspec.Struct, frozen=True):
    """SQL by the names of `layout`, each complete by itself."""

    sql: dict[str, bytes]

    @classmethod
    def of_dump(cls, files: Mapping[str, Callable[[], Iterable[bytes]]], access: Access, tables: Sequence[str] | None) -> Objects:
        """Everything, or only the triggers of `tables`."""
        names = OBJECT_FILES if tables is None else (layout.TRIGGERS,)
        found = {name: b"".join(limited(files[name]())) for name in names if name in files}
        if tables is not None and layout.TRIGGERS in found:
            found[layout.TRIGGERS] = triggers_of(found[layout.TRIGGERS], set(tables))
        return cls(found)

    @classmethod
    def of_database(cls, access: Access) -> Objects:
        """What is in the live database now, but for views, by one run of the dump program."""
        return cls({"objects.sql": _structure(access)})

    def to_try(self, *, whole: bool) -> Iterator[tuple[str, bytes]]:
        """What can be created in a database that is not live yet, to see that it can. Events would run there, so they are left out."""
        for name in OBJECT_FILES:
            if name != layout.EVENTS and self.sql.get(name) and (whole or name == layout.TRIGGERS):
                yield name, self.sql[name]

    def to_apply(self) -> Iterator[tuple[str, bytes]]:
        for name in (*OBJECT_FILES, "objects.sql"):
            if self.sql.get(name):
                yield name, self.sql[name]


def triggers_of(content: bytes, tables: set[str]) -> bytes:
    """The triggers file with only those of `tables`."""
    head, *blocks = re.split(rb"(?m)^(?=-- Holdfast triggers-of )", content)
    kept = []
    for block in blocks:
        title = layout.parse_title(block.partition(b"\n")[0])
        if title is not None and title[1] in tables:
            kept.append(block)
    if blocks and kept and kept[-1] is not blocks[-1]:
        kept.append(layout.FOOTER)  # the last block carries it
    return head + b"".join(kept) if kept else b""


def _structure(access: Access) -> bytes:
    """Triggers, routines and events of a database as SQL."""
    program = programs.find("dump")
    known = programs.options_of(program)
    flags = [
        "--no-data", "--no-create-info", "--skip-opt", "--triggers", "--routines", "--events", "--skip-dump-date", "--no-tablespaces",
        "--default-character-set=utf8mb4", "--skip-comments", "--skip-lock-tables",
    ]  # fmt: skip
    flags += [f for f in ("--set-gtid-purged=OFF", "--column-statistics=0") if f.removeprefix("--").partition("=")[0] in known]
    with option_file(access) as (argument, inherit):
        ended = run([program.path, argument, *flags, "--", access.database], inherit, access, timeout=600)
    if ended.code != 0:
        raise problem(ended.said, access, doing=f"keeping the triggers, routines and events of “{access.database}”")
    return ended.out


def limited(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks of a file that is small when it is what it should be."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > 256 << 20:
            raise Damaged("The dump's file of triggers, routines, views or events is far too large.", code="DB-DUMP-INCOMPLETE")
        yield chunk
