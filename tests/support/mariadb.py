"""A real MariaDB server for tests: private, on a socket and on a free port of 127.0.0.1, with a random root password; one a process."""

from __future__ import annotations

import functools
import secrets
import socket
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec

from holdfast.cancellation import never
from holdfast.mysql.access import Access, bound, quoted
from holdfast.mysql.client import Client
from holdfast.progress import SILENT, Progress
from holdfast.secret import Secret
from holdfast.sources.base import Skipped
from holdfast.sources.databases.mysql import MySqlSource
from holdfast.targets.database_feed import feed
from holdfast.targets.database_throwaway import PrivateServer


class MariaDb:
    """The server. `access(db)` is root's; `database()` makes a fresh database of its own for a test."""

    def __init__(self, scratch: Path | None = None) -> None:
        self.port = free_port()
        self._server = PrivateServer(scratch=scratch, network=(f"--port={self.port}", "--bind-address=127.0.0.1"))
        self.password = secrets.token_urlsafe(12)
        self._root = Access("", "root", socket=self.socket)
        Client(self._root).ask(f"SET PASSWORD FOR root@localhost = PASSWORD({plain(self.password)});", database=False)
        self._root = msgspec.structs.replace(self._root, password=Secret(self.password))

    @property
    def socket(self) -> str:
        return str(self._server.folder / "s")

    def access(self, database: str) -> Access:
        return self._root.of_database(database)

    def as_user(self, database: str, user: str, password: str, *, tcp: bool = False) -> Access:
        where = {"host": "127.0.0.1", "port": self.port} if tcp else {"socket": self.socket}
        return msgspec.convert({"database": database, "user": user, **where, "password": Secret(password)}, Access)

    def sql(self, text: str, database: str = "") -> list[list[str]]:
        """Run as root."""
        return Client(self.access(database)).ask(text, database=bool(database))

    def script(self, text: str, database: str) -> None:
        """Run a script as the `mysql` client does: with DELIMITER lines."""
        feed(self.access(database), "a test's script", [text.encode()], never())

    def database(self, name: str = "") -> str:
        name = name or f"t{secrets.token_hex(6)}"
        self.sql(f"CREATE DATABASE {quoted(name)} CHARACTER SET utf8mb4;")
        return name

    def user(self, name: str, password: str, grants: Iterable[str]) -> None:
        self.sql(f"CREATE OR REPLACE USER {plain(name)}@'%' IDENTIFIED BY {plain(password)};")
        self.sql(f"CREATE OR REPLACE USER {plain(name)}@'localhost' IDENTIFIED BY {plain(password)};")
        for grant in grants:
            for host in ("%", "localhost"):
                self.sql(f"GRANT {grant} TO {plain(name)}@'{host}';")

    def start(self) -> None:
        self._server.start()

    def kill(self) -> None:
        self._server.kill()

    def close(self) -> None:
        self._server.close()


def plain(text: str) -> str:
    """A string literal in quotes, for statements that take no expression."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def dump(access: Access, progress: Progress = SILENT) -> tuple[dict[str, bytes], list[Skipped]]:
    """All files of a dump by name, read as an archiver reads them, and what was skipped."""
    source = MySqlSource(access, progress=progress)
    skipped: list[Skipped] = []
    try:
        return {file.entry.name.decode(): b"".join(file.chunks()) for file in source.files(skipped.append)}, skipped
    finally:
        source.close()


def openers(files: Mapping[str, bytes]) -> dict[str, Callable[[], Iterable[bytes]]]:
    """Dump files as a target wants them."""
    return {name: functools.partial(_pieces, content) for name, content in files.items()}


def _pieces(content: bytes) -> Iterable[bytes]:
    return (content[at : at + 50_000] for at in range(0, len(content), 50_000))


def checksums(server: MariaDb, database: str) -> dict[str, str]:
    """CHECKSUM TABLE EXTENDED of every table."""
    rows = server.sql(
        bound("SELECT table_name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE';", database)
    )
    names = [row[0] for row in rows]
    return {n: server.sql(f"CHECKSUM TABLE {quoted(n)} EXTENDED;", database)[0][1] for n in names}


class ProcessWatch:
    """Looks for a secret in the arguments and the environment of every process of the machine, all the time it is open."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="process-watch")
        self.found: list[str] = []
        self.programs: set[str] = set()
        """Client programs that were seen with an inherited option file."""

    def __enter__(self) -> ProcessWatch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            for process in Path("/proc").glob("[0-9]*"):
                for what in ("cmdline", "environ"):
                    try:
                        content = (process / what).read_bytes()
                    except OSError:
                        continue
                    if self._secret in content:
                        self.found.append(f"{process}/{what}")
                    if what == "cmdline" and b"/dev/fd/" in content:
                        self.programs.add(Path(content.split(b"\0")[0].decode()).name)


HOSTILE = r"""
CREATE TABLE a (id INT PRIMARY KEY AUTO_INCREMENT, b VARBINARY(100), t TEXT, bits BIT(3), g INT AS (LENGTH(t)) STORED, j JSON,
  ts TIMESTAMP NOT NULL DEFAULT '2020-01-01 00:00:00', f DOUBLE, d DECIMAL(20,8), p POINT);
INSERT INTO a (b, t, bits, j, f, d, p) VALUES
  (0x00FF0A275C22, 'line 1\nline 2 ''single'' "double" \\ backslash \0 nul 😀 \Z', b'101', '{"a": 1}', 1e-300, 12.12345678, POINT(1, 2)),
  (NULL, '', NULL, NULL, NULL, NULL, NULL),
  ('', '-- Table structure for table `fake`\n--\n-- Dump completed', NULL, NULL, 0.1, 0, NULL),
  (0x3B0A, ');\nINSERT INTO `a` VALUES (1);\n', NULL, NULL, NULL, NULL, NULL);
CREATE TABLE `we``ird; -- name
next line` (`c``ol 'q'
x` INT, `päß` TEXT) ENGINE=MyISAM;
INSERT INTO `we``ird; -- name
next line` VALUES (1, 'ü'), (2, 'a\nb'), (3, NULL);
CREATE TABLE `../../etc/passwd` (id INT PRIMARY KEY) ENGINE=Aria;
INSERT INTO `../../etc/passwd` VALUES (1), (2);
CREATE TABLE `00-schema` (id INT PRIMARY KEY);
CREATE TABLE `zz-3-views` (id INT PRIMARY KEY, up INT, FOREIGN KEY (up) REFERENCES `00-schema` (id));
INSERT INTO `00-schema` VALUES (7);
INSERT INTO `zz-3-views` VALUES (1, 7);
CREATE TABLE empty_one (id INT PRIMARY KEY);
CREATE TABLE latin (id INT, t VARCHAR(20)) CHARACTER SET latin1;
INSERT INTO latin VALUES (1, 'äöü');
CREATE SEQUENCE numbers START WITH 5;
CREATE TABLE by_number (id BIGINT NOT NULL DEFAULT NEXTVAL(numbers), t INT);
INSERT INTO by_number (t) VALUES (1), (2);
DELIMITER ;;
CREATE FUNCTION three() RETURNS INT DETERMINISTIC RETURN 3;;
CREATE PROCEDURE tricky() BEGIN
  -- it's a comment; with a quote
  /* another 'one; */ # and "this;
  SELECT '
--
-- Table structure for table `a`
--
', 'a;b', "c`d";
END;;
CREATE TRIGGER tr BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.t = CONCAT(NEW.t, ' fired; '); END;;
CREATE EVENT ev ON SCHEDULE EVERY 1 DAY DISABLE DO BEGIN DELETE FROM empty_one; END;;
DELIMITER ;
CREATE VIEW v1 AS SELECT id, t, three() AS n FROM a;
CREATE VIEW above_v1 AS SELECT * FROM v1;
"""
"""Everything that a dump may stumble over; every name means to be mistaken for something else."""
