"""What a client program said on its way out, as one of our errors. The numbers are MySQL's and MariaDB's own."""

from __future__ import annotations

import re

from holdfast.errors import AuthRejected, Busy, Damaged, Forbidden, HoldfastError, NetworkError, NoSpace, NotFound, RemoteError, Unsupported
from holdfast.mysql.access import Access

_NUMBER = re.compile(r"ERROR (\d{4})|[Ee]rror:? \"?(\d{4})|\((\d{4})\)")
_DDEV = (
    "If the site runs in a container (DDEV, Docker), give the address it has on this computer: `--database mysql://USER@127.0.0.1:PORT/DB`."
)


def number_in(said: str) -> int:
    """The server's or client's error number, 0 when there is none."""
    match = _NUMBER.search(said)
    return int(next(g for g in match.groups() if g)) if match else 0


def words_of(said: str, access: Access) -> str:
    """The last lines of what was said, without the password."""
    lines = [line.strip() for line in said.splitlines() if line.strip() and not line.startswith("--------------")]
    text = " ".join(lines[-3:])[:500]
    secret = access.password.reveal()
    return text.replace(secret, "***") if secret else text


def problem(said: str, access: Access, *, doing: str) -> HoldfastError:
    """The error for a program that failed while `doing` (a sentence's middle, "reading the database wp")."""
    number = number_in(said)
    kind, code, sentence, hint = _of_number(number, said, access)
    error = kind(
        f"{sentence} ({doing})" if sentence else f"The database server refused {doing}: {words_of(said, access)}", code=code, hint=hint
    )
    error.details.update(server_code=number, server_message=words_of(said, access))
    if code in {"DB-GONE", "DB-OFFLINE", "DB-CHANGED"}:
        error.retryable = True
    return error


def _of_number(number: int, said: str, access: Access) -> tuple[type[HoldfastError], str, str, str]:
    user, database, place = access.user, access.database, access.place()
    if number in {1045, 1698, 1251, 1524, 2049, 2059, 2061}:
        return AuthRejected, "DB-AUTH", f"The database server at {place} refused the user “{user}”.", "Check the user and the password."
    if number in {1044, 1142, 1143, 1227, 1370, 1419, 1410}:
        return (
            Forbidden,
            "DB-RIGHTS",
            f"The database user “{user}” lacks a right on “{database}”: {words_of(said, access)}.",
            ("Use a user with all rights on this database, or grant the one that is named."),
        )
    if number == 1049:
        return NotFound, "DB-UNKNOWN", f"There is no database “{database}” on {place}.", "Check the database's name."
    if number == 2002:
        return (
            NetworkError,
            "DB-OFFLINE",
            f"No database server answers on {place}.",
            f"Start MySQL or MariaDB, or check the socket. {_DDEV}",
        )
    if number in {2003, 2004, 2001}:
        return (
            NetworkError,
            "DB-OFFLINE",
            f"The connection to the database server at {place} was refused.",
            f"Start it, or check the port. {_DDEV}",
        )
    if number in {2005, 2009}:
        return NetworkError, "DB-HOST", f"The database server “{access.host}” cannot be found.", _DDEV
    if number in {2006, 2013, 2055, 1927, 1053, 1077, 1152}:
        return (
            RemoteError,
            "DB-GONE",
            "The database server went away in the middle.",
            "It was stopped, or ran out of memory. Try again when it is up.",
        )
    if number in {1040, 1203, 1226, 1205, 1213}:
        return Busy, "DB-BUSY", f"The database server at {place} is too busy.", "Try again in a while."
    if number in {1021, 1114, 3} or "No space left" in said:
        return NoSpace, "DB-SPACE", "The disk of the database server is full.", "Make room, then try again."
    if number in {126, 127, 130, 144, 145, 1034, 1035, 1194, 1195, 1712}:
        return Damaged, "DB-TABLE-DAMAGED", f"A table is damaged: {words_of(said, access)}.", "Run REPAIR TABLE on it, then try again."
    if number == 1412:
        return (
            RemoteError,
            "DB-CHANGED",
            "The structure of a table was changed while it was read.",
            "Try again; was the site being updated?",
        )
    if number == 2026:
        return NetworkError, "DB-TLS", f"No trusted connection to {place}: {words_of(said, access)}.", "Is its certificate valid?"
    if number in {1115, 1253, 1273}:
        return (
            Unsupported,
            "DB-COLLATION",
            f"This server lacks a character set or collation of the backup: {words_of(said, access)}.",
            ("Restore into a server of the kind and version that the backup comes from."),
        )
    if number == 1153:
        return RemoteError, "DB-PACKET", "A row is larger than the server takes.", "Raise max_allowed_packet on the server, then try again."
    return RemoteError, "DB-ERROR", "", ""
