"""How a database stands in a backup: plain SQL, one file a table, each file complete by itself.

::

    /holdfast-database/<db>/00-schema.sql       what the dump holds (one line of JSON in a comment), then sequences
    /holdfast-database/<db>/<table>.sql         DROP, CREATE, the rows; ends with the number of rows
    /holdfast-database/<db>/zz-1-triggers.sql   after all rows, so that none of them fires
    /holdfast-database/<db>/zz-2-routines.sql   procedures and functions (views may call them)
    /holdfast-database/<db>/zz-3-views.sql      place holders first, as views may build on one another
    /holdfast-database/<db>/zz-4-events.sql

Only what exists is written. ``cat *.sql | mysql NEW_DATABASE`` restores everything, ``mysql DB < wp_posts.sql`` one table: every file sets
character set, time zone and checks for itself and puts them back. Restoring never needs Holdfast.

The name of a table's file is the table's name where that is letters, digits, ``_`` and ``-``. Anything else is ``@`` and four hexadecimal
digits for each UTF-16 unit, as MySQL names its own files; so is a first letter that would sort the file before ``00-`` or among ``zz-``.
The real name stands in the file's first line. Rows follow one another as ``INSERT INTO t VALUES (...),\\n(...);\\n`` with at most about
400 KB a statement; a new statement begins after a row whose CRC-32 ends in six zero bits, so that an edited row changes one statement only.
"""

from __future__ import annotations

import hashlib
import re

import msgspec

ROOT = b"/holdfast-database"
SCHEMA, TRIGGERS, ROUTINES, VIEWS, EVENTS = "00-schema.sql", "zz-1-triggers.sql", "zz-2-routines.sql", "zz-3-views.sql", "zz-4-events.sql"
SPECIAL = (SCHEMA, TRIGGERS, ROUTINES, VIEWS, EVENTS)

HEADER = b"""\
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!50503 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE, TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;
SET @OLD_AUTOCOMMIT=@@AUTOCOMMIT, AUTOCOMMIT=0;
"""
FOOTER = b"""\
COMMIT;
SET AUTOCOMMIT=@OLD_AUTOCOMMIT;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;
/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;
"""
_TITLE = b"-- Holdfast "
_COUNT = b"-- Rows: "


class TableInfo(msgspec.Struct, frozen=True):
    """One table of a dump. `rows` are those really in the dump."""

    name: str
    rows: int
    engine: str = ""
    file: str = ""


class Manifest(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a dump says of itself; the second line of ``00-schema.sql``."""

    format: int
    database: str
    character_set: str = ""
    collation: str = ""
    server: str = ""
    program: str = ""
    tables: tuple[TableInfo, ...] = ()
    views: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    """Sentences: what is not in this dump, and why."""


def file_name(table: str) -> str:
    """The name of a table's file. Different tables have different names, all safe on every file system of a Unix."""
    text = "".join(c if re.match(r"[A-Za-z0-9_-]", c) else _units(c) for c in table)
    if re.match(r"0|zz|-", text, re.IGNORECASE):
        text = _units(text[0]) + text[1:]
    if len(text) > 200:
        text = f"{text[:150]}@@{hashlib.sha256(table.encode('utf-8', 'surrogateescape')).hexdigest()[:20]}"
    return f"{text}.sql"


def folder_name(database: str) -> str:
    """The name of the folder of a database."""
    return file_name(database).removesuffix(".sql")


def _units(character: str) -> str:
    raw = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"@{raw[i : i + 2].hex()}" for i in range(0, len(raw), 2))


def title(kind: str, name: str) -> bytes:
    """The first line of a file: its kind (schema, table, triggers, routines, views, events) and the real name as a JSON string."""
    return _TITLE + kind.encode() + b" " + msgspec.json.encode(name.encode("utf-8", "replace").decode()) + b"\n"


def parse_title(line: bytes) -> tuple[str, str] | None:
    """(kind, name) of a file's first line; None when it is not one of ours."""
    if not line.startswith(_TITLE):
        return None
    kind, _, name = line[len(_TITLE) :].strip().partition(b" ")
    try:
        return kind.decode("ascii"), msgspec.json.decode(name, type=str)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def count_line(rows: int) -> bytes:
    """The last line of a table's file."""
    return _COUNT + str(rows).encode() + b"\n"


def parse_count(line: bytes) -> int | None:
    """The number of rows that a table's last line names; None when the file was cut off."""
    number = line.strip().removeprefix(_COUNT)
    return int(number) if line.startswith(_COUNT) and number.isdigit() and len(number) < 20 else None


def manifest_line(manifest: Manifest) -> bytes:
    return b"-- " + msgspec.json.encode(manifest) + b"\n"


def parse_manifest(line: bytes) -> Manifest | None:
    """None when the line is none of ours."""
    try:
        return msgspec.json.decode(line.removeprefix(b"-- ").strip(), type=Manifest)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError):
        return None
