"""The audit trail as files: CSV for spreadsheets, JSON Lines for programs. Every row, oldest first, one page in memory at a time."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from holdfast.app.views import AuditEntry
from holdfast.errors import StorageError, UsageError
from holdfast.state.files import sync_folder
from holdfast.state.redaction import Redactor
from holdfast.state.remembered import AuditRow, audit_after

if TYPE_CHECKING:
    from holdfast.state.database import Database

COLUMNS = ("number", "at", "who", "account", "action", "subject", "outcome", "details")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), the wide forms of Asian keyboards included."""
_PAGE = 1000


def entry_of(row: AuditRow) -> AuditEntry:
    details = dict(row.details)
    who, account = str(details.pop("who", "")), str(details.pop("account", ""))
    return AuditEntry(row.at, row.action, row.subject, row.outcome, details, who, account, row.number)


def export(database: Database, file: Path) -> int:
    """Write all rows to `file` (``.csv`` or ``.jsonl``), which is replaced whole or not at all, mode 0600. How many there were."""
    writers: dict[str, Callable[[AuditEntry], bytes]] = {".csv": _csv_line, ".jsonl": _json_line}
    write = writers.get(file.suffix.lower())
    if write is None:
        raise UsageError(f"{file.name} is neither a .csv nor a .jsonl file.", hint="holdfast audit export trail.csv")
    try:
        descriptor, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    except OSError as error:
        raise StorageError(f"{file} cannot be written: {error.strerror}.", hint="Give a file in a folder that is there.") from None
    count = 0
    try:
        with os.fdopen(descriptor, "wb") as stream:
            if write is _csv_line:
                stream.write(_line(COLUMNS))
            for entry in _entries(database):
                stream.write(write(entry))
                count += 1
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(file)
    except BaseException as error:
        Path(temporary).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise StorageError(f"{file} cannot be written: {error.strerror}.") from None
        raise
    sync_folder(file.parent)
    return count


def _entries(database: Database) -> Iterator[AuditEntry]:
    """What is added meanwhile comes too, once."""
    last = 0
    while rows := audit_after(database, last, _PAGE):
        last = rows[-1].number
        for row in rows:
            yield entry_of(row)


_redactor = Redactor()
"""The trail holds no secret; a server's own words (a host, a path) are cleaned of what looks like one all the same."""


def _json_line(entry: AuditEntry) -> bytes:
    plain = msgspec.to_builtins(entry)
    plain["details"] = {name: _clean(value) for name, value in plain["details"].items()}
    return msgspec.json.encode({name: _clean(plain[name]) for name in COLUMNS}) + b"\n"


def _csv_line(entry: AuditEntry) -> bytes:
    plain = msgspec.to_builtins(entry)
    details = msgspec.json.encode({name: _clean(value) for name, value in entry.details.items()}).decode()
    return _line(tuple(safe_cell(str(_clean(plain[name] if name != "details" else details))) for name in COLUMNS))


def _line(cells: tuple[str, ...]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode()


def _clean(value: object) -> object:
    return _redactor.clean(value) if isinstance(value, str) else value


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: a quote before what begins like one; NUL and other control signs are left out."""
    shown = "".join(one for one in text if one >= " " or one in "\t\r\n")
    return f"'{shown}" if shown.lstrip(" \"'").startswith(_FORMULA) or shown.startswith(_FORMULA) else shown
