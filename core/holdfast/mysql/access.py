"""Where a database is and who may ask: parsed from what the user typed or from a site's DB_HOST. No I/O."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, unquote, urlsplit

import msgspec

from holdfast.errors import UsageError
from holdfast.secret import Secret


class Access(msgspec.Struct, frozen=True):
    """One database on one server. An empty `host` with an empty `socket` is the client's own default socket."""

    database: str
    user: str = ""
    password: Secret = Secret("")
    host: str = ""
    port: int = 0
    socket: str = ""

    def url(self) -> str:
        """As the user may type it; never holds the password."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if self.port else ""
        socket = f"?socket={quote(self.socket, safe='/')}" if self.socket else ""
        return f"mysql://{quote(self.user, safe='')}@{host}{port}/{quote(self.database, safe='')}{socket}"

    def place(self) -> str:
        """The server in words for a message."""
        if self.socket:
            return f"the socket {self.socket}"
        if not self.host:
            return "this computer"
        return f"{self.host}:{self.port}" if self.port else self.host

    def of_database(self, database: str) -> Access:
        return msgspec.structs.replace(self, database=database)


def parse_url(url: str, password: Secret | None = None) -> Access:
    """`mysql://USER@HOST[:PORT]/DB` or `mysql://USER@/DB?socket=PATH` (percent-encoded where needed). Raises `UsageError`."""
    try:
        parts = urlsplit(url)
        port = parts.port or 0
        has_password = parts.password is not None
    except ValueError:
        raise _bad_url() from None
    if has_password:
        raise UsageError(
            "A database address must not hold a password.",
            hint="Leave it out of the address and give it by --database-secret-file, or let Holdfast ask for it.",
        )
    database = unquote(parts.path.removeprefix("/"))
    socket = parse_qs(parts.query).get("socket", [""])[0]
    if not url.startswith(("mysql://", "mariadb://")) or not database or "/" in parts.path[1:] or parts.fragment:
        raise _bad_url()
    host = (parts.hostname or "").strip()
    if host == "localhost" and not port:
        host = ""
    return checked(Access(database, unquote(parts.username or ""), password or Secret(""), host, port, socket))


def _bad_url() -> UsageError:
    return UsageError(
        "The database address is not one that Holdfast understands.",
        hint="Write mysql://USER@HOST/DATABASE, mysql://USER@HOST:PORT/DATABASE or mysql://USER@/DATABASE?socket=/path/to/mysqld.sock.",
    )


def from_db_host(db_host: str, *, database: str, user: str, password: Secret) -> Access:
    """From WordPress' DB_HOST: ``host``, ``host:3307``, ``host:/path/sock``, ``[::1]:3306``, ``localhost`` (the default socket)."""
    value = db_host.strip()
    socket = ""
    if ":/" in value:
        value, _, rest = value.partition(":/")
        socket = f"/{rest}"
    host, port = _split_port(value)
    if host.lower() == "localhost" and not port:
        host = ""
    return checked(Access(database, user, password, host, port, socket))


def _split_port(value: str) -> tuple[str, int]:
    if value.startswith("["):
        host, _, rest = value[1:].partition("]")
        rest = rest.removeprefix(":")
    elif value.count(":") > 1:  # a bare IPv6 address
        host, rest = value, ""
    else:
        host, _, rest = value.partition(":")
    return host, int(rest) if rest.isascii() and rest.isdigit() and 0 < int(rest[:6]) < 65536 else 0


def checked(access: Access) -> Access:
    """Refuse what cannot be put into an option file: control characters that no name or password has there."""
    for value in (access.database, access.user, access.host, access.socket, access.password.reveal()):
        if "\0" in value or len(value) > 1000:
            raise UsageError("The database's address, user or password holds a character, or a length, that no server takes.")
    return access


def quoted(name: str) -> str:
    """An identifier for SQL."""
    return "`" + name.replace("`", "``") + "`"


def literal(text: str) -> str:
    """A string for SQL that holds under every sql_mode: hexadecimal."""
    return f"CONVERT(0x{text.encode('utf-8', 'surrogateescape').hex()} USING utf8mb4)" if text else "''"


def bound(sql: str, *values: str) -> str:
    """`sql` with each ``?`` replaced by a value as a literal."""
    first, *rest = sql.split("?")
    return first + "".join(literal(value) + piece for value, piece in zip(values, rest, strict=True))
