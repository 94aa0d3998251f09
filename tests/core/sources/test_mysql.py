"""A MariaDB database as a source: what is in the files, who may read what, and that nothing half is ever given as whole."""

from __future__ import annotations

import os
import random
import re
import socket
import subprocess
import threading
import time
import zlib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from holdfast.cancellation import Cancellation
from holdfast.errors import AuthRejected, Cancelled, HoldfastError, NetworkError, NotFound, RemoteError, Unsupported, UsageError
from holdfast.mysql import layout, programs
from holdfast.mysql.access import Access, parse_url
from holdfast.progress import Progress
from holdfast.secret import Secret
from holdfast.sources.databases import open_database, test_database
from holdfast.sources.databases.mysql import MySqlSource
from holdfast.sources.databases.opening import DatabaseReport
from tests.support.mariadb import MariaDb, ProcessWatch, checksums, dump

ODD_PASSWORDS = (
    "it's",
    'say "x"',
    "#hash",
    " spaces ",
    "back\\slash",
    "\\",
    "ümläut€😀",
    "a;b=c[d]",
    "'\"\\#",
    "%s$(id)`x`",
    "tab\tnew\nline",
    "\\n",
)


class Remarks(Progress):
    """Keeps remarks."""

    def __init__(self) -> None:
        self.made: list[tuple[str, dict[str, Any]]] = []

    def remark(self, code: str, message: str, **details: Any) -> None:
        self.made.append((code, details))


def posts(mariadb: MariaDb, rows: int, *, seed: int = 1) -> str:
    """A database with one table of about 250 bytes a row."""
    name = mariadb.database()
    random_ = random.Random(seed)
    mariadb.sql("CREATE TABLE wp_posts (id INT PRIMARY KEY, title VARCHAR(100), body TEXT);", name)
    values = (f"({i}, 'Post {i}', '{random_.randbytes(100).hex()} it\\'s {i}')" for i in range(rows))
    chunk = list(values)
    mariadb.script("".join(f"INSERT INTO wp_posts VALUES {','.join(chunk[at : at + 500])};\n" for at in range(0, rows, 500)), name)
    return name


def test_each_table_is_a_file_that_ends_with_its_rows_and_the_schema_lists_them(mariadb: MariaDb) -> None:
    name = posts(mariadb, 1000)
    mariadb.sql("CREATE TABLE wp_empty (id INT);", name)
    source = MySqlSource(mariadb.access(name))
    files = {f.path.decode(): b"".join(f.chunks()) for f in source.files(lambda _: None)}
    source.close()

    assert list(files) == [f"/holdfast-database/{name}/{n}" for n in ("wp_empty.sql", "wp_posts.sql", "00-schema.sql")]
    assert files[f"/holdfast-database/{name}/wp_posts.sql"].endswith(b"-- Rows: 1000\n")
    manifest = layout.parse_manifest(files[f"/holdfast-database/{name}/00-schema.sql"].split(b"\n")[1])
    assert manifest is not None
    assert {(t.name, t.rows) for t in manifest.tables} == {("wp_empty", 0), ("wp_posts", 1000)}
    assert manifest.left_out == ()


def test_a_dump_of_unchanged_data_is_the_same_bytes(mariadb: MariaDb) -> None:
    name = posts(mariadb, 3000)
    assert dump(mariadb.access(name)) == dump(mariadb.access(name))


def test_a_few_edited_rows_change_few_statements(mariadb: MariaDb) -> None:
    """Cut at statements, five edited rows out of 20,000 and one deleted one cost less than 3 % of the table."""
    name = posts(mariadb, 20_000)
    before, _ = dump(mariadb.access(name))
    mariadb.sql(
        "UPDATE wp_posts SET body = 'edited' WHERE id IN (5, 5000, 9999, 15000, 19990); DELETE FROM wp_posts WHERE id = 100;"
        "INSERT INTO wp_posts VALUES (-1, 'new', 'in front');",
        name,
    )
    after, _ = dump(mariadb.access(name))

    known = set(before["wp_posts.sql"].split(b";\n"))
    added = sum(len(s) for s in after["wp_posts.sql"].split(b";\n") if s not in known)
    assert added < 0.03 * len(after["wp_posts.sql"])
    assert max(map(len, known)) < 450_000


def test_statements_end_where_the_rows_say(mariadb: MariaDb) -> None:
    name = posts(mariadb, 2000)
    files, _ = dump(mariadb.access(name))
    statements = re.findall(rb"INSERT INTO `wp_posts` VALUES (.*?);\n", files["wp_posts.sql"], re.DOTALL)
    rows = [s.split(b",\n") for s in statements]
    assert sum(map(len, rows)) == 2000
    assert all(zlib.crc32(group[-1]) & 63 == 0 for group in rows[:-1])
    assert not any(zlib.crc32(row) & 63 == 0 for group in rows for row in group[:-1])


def test_rows_larger_than_all_buffers_come_whole(mariadb: MariaDb) -> None:
    name = mariadb.database()
    mariadb.sql("CREATE TABLE big (id INT PRIMARY KEY, x LONGBLOB); INSERT INTO big VALUES (1, 'small'), (2, REPEAT('ab', 4000000));", name)
    mariadb.sql("INSERT INTO big VALUES (3, REPEAT('c', 700000)), (4, ''), (5, REPEAT('d', 2000000)), (6, NULL);", name)
    files, _ = dump(mariadb.access(name))
    assert files["big.sql"].endswith(b"-- Rows: 6\n")
    copy = mariadb.database()
    mariadb.script(files["big.sql"].decode(), copy)
    assert checksums(mariadb, copy) == checksums(mariadb, name)


@pytest.mark.parametrize("password", ODD_PASSWORDS)
def test_odd_passwords_reach_the_server(mariadb: MariaDb, password: str) -> None:
    name = mariadb.database()
    mariadb.user("odd", password, [f"ALL ON `{name}`.*"])
    for tcp in (True, False):
        assert test_database_of(mariadb.as_user(name, "odd", password, tcp=tcp)).kind == "mysql"


def test_database_of(access: Access) -> DatabaseReport:
    return test_database(access.url(), password=access.password)


test_database_of.__test__ = False  # type: ignore[attr-defined]  # a helper


def test_x2_the_password_is_in_no_argument_and_no_environment(mariadb: MariaDb) -> None:
    """X2: while a dump runs, /proc is sampled for the password of the database; also what the source says of itself."""
    name = posts(mariadb, 30_000)
    canary = "canary-7f3a91c2d4"
    mariadb.user("canary", canary, [f"ALL ON `{name}`.*"])
    access = mariadb.as_user(name, "canary", canary, tcp=True)
    source = MySqlSource(access)
    with ProcessWatch(canary) as watch:
        try:
            for file in source.files(lambda _: None):
                for _chunk in file.chunks():
                    time.sleep(0.005)
        finally:
            source.close()
    assert "mariadb-dump" in watch.programs
    assert watch.found == []
    assert canary not in f"{source.__dict__} {access!r} {access.url()} {source.manifest}"


def test_a_wrong_password_is_said_without_showing_it(mariadb: MariaDb) -> None:
    name = mariadb.database()
    mariadb.user("u1", "right", [f"ALL ON `{name}`.*"])
    with pytest.raises(AuthRejected) as caught:
        dump(mariadb.as_user(name, "u1", "wrong-secret-word", tcp=True))
    assert caught.value.code == "DB-AUTH"
    assert "wrong-secret-word" not in f"{caught.value.failure()}"


def test_what_goes_wrong_has_a_name(mariadb: MariaDb, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        dump(mariadb.access("nowhere"))
    with pytest.raises(NetworkError) as refused:
        dump(Access("db", "root", host="127.0.0.1", port=1))
    assert refused.value.code == "DB-OFFLINE"
    with pytest.raises(NetworkError) as silent:
        dump(Access("db", "root", socket=str(tmp_path / "no.sock")))
    assert silent.value.code == "DB-OFFLINE"
    with pytest.raises(NetworkError) as unknown:
        dump(Access("db", "root", host="no-such-host.invalid"))
    assert unknown.value.code == "DB-HOST"


def test_without_a_client_program_the_hint_names_the_package(mariadb: MariaDb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "_BUNDLES", ())
    with pytest.raises(Unsupported) as caught:
        MySqlSource(mariadb.access("x")).estimate()
    assert "mariadb-client" in caught.value.hint


def test_a_user_without_rights_on_views_triggers_and_events_dumps_the_tables_and_says_what_is_missing(mariadb: MariaDb) -> None:
    name = posts(mariadb, 10)
    mariadb.script(
        "CREATE VIEW v AS SELECT id FROM wp_posts;\nDELIMITER ;;\n"
        "CREATE TRIGGER t BEFORE INSERT ON wp_posts FOR EACH ROW BEGIN SET NEW.title = 'x'; END;;\n"
        "CREATE PROCEDURE p() BEGIN SELECT 1; END;;\nCREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1;;\nDELIMITER ;\n",
        name,
    )
    mariadb.user("reader", "pw", [f"SELECT ON `{name}`.*"])
    access = mariadb.as_user(name, "reader", "pw")

    files, skipped = dump(access)

    assert set(files) == {"wp_posts.sql", "00-schema.sql"}
    told = " ".join(s.message for s in skipped)
    assert "view v" in told
    assert "SHOW VIEW" in told
    assert "TRIGGER" in told
    assert "EVENT" in told
    manifest = layout.parse_manifest(files["00-schema.sql"].split(b"\n")[1])
    assert manifest is not None
    assert set(manifest.left_out) == {s.message for s in skipped}
    assert test_database_of(access).missing_rights == ("SHOW VIEW", "TRIGGER", "EVENT")


def test_a_procedure_of_somebody_else_is_left_out_before_anything_is_stored(mariadb: MariaDb) -> None:
    name = posts(mariadb, 10)
    mariadb.script("DELIMITER ;;\nCREATE PROCEDURE theirs() BEGIN SELECT 1; END;;\nDELIMITER ;\n", name)
    mariadb.user("owner2", "pw", [f"ALL ON `{name}`.*"])
    files, skipped = dump(mariadb.as_user(name, "owner2", "pw"))
    assert layout.ROUTINES not in files
    assert "Procedures and functions" in skipped[0].message


def test_a_view_that_no_longer_works_does_not_stop_the_dump(mariadb: MariaDb) -> None:
    name = posts(mariadb, 10)
    mariadb.sql("CREATE TABLE gone (id INT); CREATE VIEW broken AS SELECT * FROM gone; CREATE VIEW good AS SELECT id FROM wp_posts;", name)
    mariadb.sql("DROP TABLE gone;", name)
    files, skipped = dump(mariadb.access(name))
    assert b"VIEW `good`" in files[layout.VIEWS]
    assert [s.message for s in skipped] == ["The view broken: the server cannot resolve it."]


def test_tables_without_transactions_are_remarked_when_they_may_have_changed(mariadb: MariaDb) -> None:
    name = mariadb.database()
    mariadb.sql("CREATE TABLE old (id INT) ENGINE=MyISAM; CREATE TABLE none (id INT) ENGINE=MyISAM;", name)
    remarks = Remarks()
    for _ in range(20):  # until the dump begins in the very second of the write, as far as the server can tell
        mariadb.sql("INSERT INTO old VALUES (1);", name)
        dump(mariadb.access(name), remarks)
        if remarks.made:
            break
    assert remarks.made == [("DB-NOT-CONSISTENT", {"tables": ["old"]})]
    assert "MyISAM" in test_database_of(mariadb.access(name)).remarks[0]


def test_a_server_that_dies_in_mid_dump_gives_an_error_and_no_end(mariadb: MariaDb) -> None:
    name = posts(mariadb, 60_000)
    mariadb.sql("CREATE TABLE wp_zzz (id INT);", name)
    source = MySqlSource(mariadb.access(name))
    seen = []
    try:
        with pytest.raises(RemoteError) as caught:  # noqa: PT012 - what is read before the crash is part of it
            for file in source.files(lambda _: None):
                seen.append(file.path)
                for number, _chunk in enumerate(file.chunks()):
                    if number == 2:
                        mariadb.kill()
        assert caught.value.code == "DB-GONE"
        assert caught.value.retryable
        assert not any(path.endswith(b"00-schema.sql") for path in seen)
        assert source.manifest is None
    finally:
        source.close()
        mariadb.start()


def test_a_dump_program_that_is_killed_gives_an_error(mariadb: MariaDb) -> None:
    name = posts(mariadb, 60_000)
    source = MySqlSource(mariadb.access(name))
    try:
        with pytest.raises(HoldfastError):  # noqa: PT012 - what is read before is part of it
            for file in source.files(lambda _: None):
                for number, _chunk in enumerate(file.chunks()):
                    if number == 1:
                        assert source._run is not None
                        source._run._process.kill()
        assert source.manifest is None
    finally:
        source.close()


def test_cancelling_stops_within_two_seconds_and_ends_the_program(mariadb: MariaDb) -> None:
    name = posts(mariadb, 30_000)
    cancelled = Cancellation()
    source = MySqlSource(mariadb.access(name), cancelled=cancelled)
    started = time.monotonic()
    with pytest.raises(Cancelled):  # noqa: PT012 - the cancel comes in the middle
        for file in source.files(lambda _: None):
            for _chunk in file.chunks():
                cancelled.cancel()
                started = time.monotonic()
    run = source._run
    source.close()
    assert time.monotonic() - started < 2
    assert run is not None
    assert run._process.returncode is not None


def test_cancelling_while_the_server_is_silent(mariadb: MariaDb) -> None:
    """A table locked by somebody else lets the dump wait for ever."""
    name = posts(mariadb, 10)
    mariadb.sql("CREATE TABLE wp_a (id INT); INSERT INTO wp_a VALUES (1);", name)
    cancelled = Cancellation()
    source = MySqlSource(mariadb.access(name), cancelled=cancelled)
    source.estimate()
    blocker = subprocess.Popen(
        ["mariadb", "--no-defaults", f"--socket={mariadb.socket}", "-uroot", f"-p{mariadb.password}", name],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    threading.Timer(0.8, cancelled.cancel).start()
    try:
        files = source.files(lambda _: None)
        first = next(files)
        assert blocker.stdin is not None
        blocker.stdin.write(b"LOCK TABLES wp_posts WRITE; SELECT SLEEP(20);\n")
        blocker.stdin.flush()
        with pytest.raises(Cancelled):  # noqa: PT012 - a loop
            for _chunk in first.chunks():
                pass
            for file in files:
                for _chunk in file.chunks():
                    cancelled.wait(3)
                    cancelled.check()
    finally:
        started = time.monotonic()
        source.close()
        blocker.kill()
        blocker.communicate()
    assert time.monotonic() - started < 2


def test_cancelling_while_the_server_does_not_even_answer_a_question(tmp_path: Path) -> None:
    """A socket that takes connections and says nothing."""
    cancelled = Cancellation()
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "s"))
        silent.listen()
        threading.Timer(0.3, cancelled.cancel).start()
        started = time.monotonic()
        with pytest.raises(Cancelled):
            MySqlSource(Access("db", "root", socket=str(tmp_path / "s")), cancelled=cancelled).estimate()
    assert time.monotonic() - started < 2


def test_memory_stays_small_for_a_large_table(mariadb: MariaDb) -> None:
    """A table of 75 MB goes through in a few megabytes of Python's memory."""
    import tracemalloc

    name = mariadb.database()
    mariadb.sql("CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, x TEXT); INSERT INTO t (x) VALUES (REPEAT('lorem ipsum ', 20));", name)
    for _ in range(18):
        mariadb.sql("INSERT INTO t (x) SELECT CONCAT(x, '') FROM t;", name)
    source = MySqlSource(mariadb.access(name))
    total = 0
    tracemalloc.start()
    try:
        for file in source.files(lambda _: None):
            for chunk in file.chunks():
                total += len(chunk)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        source.close()
        mariadb.sql(f"DROP DATABASE {name};")
    assert total > 60_000_000
    assert peak < 20 << 20


@pytest.mark.parametrize(
    "url",
    [
        "mysql://u:pw@h/db",
        "mysql://u@h",
        "mysql://u@h/a/b",
        "http://u@h/db",
        "mysql://u@h:99999/db",
        "mysql://[::1/db",
        "mysql:x",
        "postgresql://u@h/db",
    ],
)
def test_addresses_that_are_refused(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        open_database(url)
    assert "pw" not in caught.value.message


def test_addresses_go_back_and_forth() -> None:
    for access in (
        Access("wp", "root", socket="/run/my sql?.sock"),
        Access("w#p/x", "a@b:c", host="::1", port=3306),
        Access("wp", "u", host="db.example", port=3307),
        Access("wp", ""),
    ):
        assert parse_url(access.url()) == access
    assert "secret" not in repr(msgspec.structs.replace(access, password=Secret("secret")))
    assert os.environ.get("MYSQL_PWD") is None
