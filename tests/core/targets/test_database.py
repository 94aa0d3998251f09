"""Loading a dump beside the live database, and the exchange."""

from __future__ import annotations

import os
import pickle
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import pytest

import holdfast
from holdfast.cancellation import Cancellation
from holdfast.errors import Cancelled, Damaged, Forbidden, NotFound, RemoteError, UsageError
from holdfast.mysql import layout
from holdfast.targets import database
from holdfast.targets.database_throwaway import trial_load
from tests.support.mariadb import HOSTILE, MariaDb, ProcessWatch, checksums, dump, openers


@pytest.fixture
def live(mariadb: MariaDb) -> str:
    name = mariadb.database()
    mariadb.script(HOSTILE, name)
    return name


def views_triggers_routines_events(server: MariaDb, name: str) -> list[list[str]]:
    what = (
        ("SELECT table_name FROM information_schema.views WHERE table_schema = '{}'"),
        ("SELECT trigger_name, action_statement FROM information_schema.triggers WHERE trigger_schema = '{}'"),
        ("SELECT routine_name, routine_definition FROM information_schema.routines WHERE routine_schema = '{}'"),
        ("SELECT event_name, event_definition FROM information_schema.events WHERE event_schema = '{}'"),
    )
    return [row for sql in what for row in sorted(server.sql(sql.format(name) + ";"))]


def databases(server: MariaDb) -> set[str]:
    return {row[0] for row in server.sql("SHOW DATABASES;")}


def test_a_hostile_database_survives_dump_and_load_by_checksum(mariadb: MariaDb, live: str) -> None:
    files, skipped = dump(mariadb.access(live))
    assert not skipped
    before = checksums(mariadb, live)

    loaded = database.load_new(mariadb.access(live), openers(files), database=f"{live}_copy")

    assert checksums(mariadb, f"{live}_copy") == before
    assert loaded.rows["we`ird; -- name\nnext line"] == 3
    assert mariadb.sql("SELECT NEXTVAL(numbers);", f"{live}_copy") == [["1005"]]
    assert mariadb.sql("SELECT COUNT(*), MAX(n) FROM above_v1;", f"{live}_copy") == [["4", "3"]]


def test_all_files_one_after_the_other_restore_everything_without_holdfast(mariadb: MariaDb, live: str) -> None:
    files, _ = dump(mariadb.access(live))
    copy = mariadb.database()

    mariadb.script(b"".join(files[name] for name in sorted(files)).decode(), copy)

    assert checksums(mariadb, copy) == checksums(mariadb, live)
    assert views_triggers_routines_events(mariadb, copy) == views_triggers_routines_events(mariadb, live)


def test_one_table_can_be_restored_by_its_file_alone(mariadb: MariaDb, live: str) -> None:
    files, _ = dump(mariadb.access(live))
    before = checksums(mariadb, live)
    mariadb.sql("DROP TABLE `we``ird; -- name\nnext line`;", live)

    mariadb.script(files[layout.file_name("we`ird; -- name\nnext line")].decode(), live)

    assert checksums(mariadb, live) == before


def test_restore_puts_the_dump_in_place_and_keeps_what_was_there(mariadb: MariaDb, live: str) -> None:
    files, _ = dump(mariadb.access(live))
    before, objects = checksums(mariadb, live), views_triggers_routines_events(mariadb, live)
    mariadb.sql(
        "UPDATE a SET t = 'hacked'; DROP TABLE empty_one; CREATE TABLE planted (id INT); DROP VIEW above_v1; CREATE VIEW evil AS SELECT 1;",
        live,
    )
    vandalised = checksums(mariadb, live)

    result = database.restore(mariadb.access(live), openers(files))

    assert checksums(mariadb, live) == before
    assert views_triggers_routines_events(mariadb, live) == objects
    assert checksums(mariadb, result.kept) == vandalised
    assert {name for name in databases(mariadb) if name.startswith(live)} == {live, result.kept}
    mariadb.sql("INSERT INTO a (t) VALUES ('x'); INSERT INTO by_number (t) VALUES (3);", live)
    assert mariadb.sql("SELECT t FROM a ORDER BY id DESC LIMIT 1;", live) == [["x fired; "]]
    assert database.kept_databases(mariadb.access(live)) == [result.kept]
    database.confirm(mariadb.access(live), result.kept)
    assert result.kept not in databases(mariadb)


def test_confirm_drops_nothing_but_what_a_restore_kept(mariadb: MariaDb, live: str) -> None:
    other = mariadb.database()
    with pytest.raises(UsageError):
        database.confirm(mariadb.access(live), other)
    assert other in databases(mariadb)


def test_chosen_tables_come_back_with_their_triggers_and_the_rest_stays(mariadb: MariaDb, live: str) -> None:
    files, _ = dump(mariadb.access(live))
    before = checksums(mariadb, live)
    mariadb.sql("DROP TABLE a; INSERT INTO empty_one VALUES (1);", live)
    now = checksums(mariadb, live)

    database.restore(mariadb.access(live), openers(files), tables=["a"])

    assert checksums(mariadb, live) == {**now, "a": before["a"]}
    assert [row[0] for row in mariadb.sql("SHOW TRIGGERS;", live)] == ["tr"]


def test_a_table_that_others_refer_to_is_not_exchanged_alone(mariadb: MariaDb, live: str) -> None:
    files, _ = dump(mariadb.access(live))
    with pytest.raises(UsageError, match="zz-3-views refers to it"):
        database.restore(mariadb.access(live), openers(files), tables=["00-schema"])
    database.restore(mariadb.access(live), openers(files), tables=["00-schema", "zz-3-views"])
    with pytest.raises(RemoteError):
        mariadb.sql("INSERT INTO `zz-3-views` VALUES (9, 999);", live)


def test_an_unknown_table_is_named(mariadb: MariaDb, live: str) -> None:
    files, _ = dump(mariadb.access(live))
    with pytest.raises(NotFound, match="wp_nothing"):
        database.restore(mariadb.access(live), openers(files), tables=["wp_nothing"])


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def bad_sql(content: bytes) -> bytes:
    return content.replace(b"COMMIT;", b"INSERT INTO nowhere VALUES (1); COMMIT;")


def fewer_rows(content: bytes) -> bytes:
    return content.replace(b"VALUES (1,'\xc3\xbc'),\n(2,", b"VALUES (2,")


@pytest.mark.parametrize("damage", [cut, bad_sql, fewer_rows])
def test_a_bad_dump_leaves_the_live_database_and_no_leftover(mariadb: MariaDb, live: str, damage: Callable[[bytes], bytes]) -> None:
    files, _ = dump(mariadb.access(live))
    name = layout.file_name("we`ird; -- name\nnext line")
    files[name] = damage(files[name])
    before, there = checksums(mariadb, live), databases(mariadb)

    with pytest.raises((Damaged, RemoteError, NotFound)):
        database.restore(mariadb.access(live), openers(files))

    assert checksums(mariadb, live) == before
    assert databases(mariadb) == there


def test_an_exchange_that_fails_after_the_tables_moved_goes_back(mariadb: MariaDb, live: str, monkeypatch: pytest.MonkeyPatch) -> None:
    files, _ = dump(mariadb.access(live))
    mariadb.sql("INSERT INTO empty_one VALUES (1);", live)
    before, objects, there = checksums(mariadb, live), views_triggers_routines_events(mariadb, live), databases(mariadb)
    # Events are not tried beforehand, as they would run.
    files[layout.EVENTS] = files[layout.EVENTS].replace(b"begin delete", b"bogus").replace(b"BEGIN DELETE", b"BOGUS")

    with pytest.raises(RemoteError):
        database.restore(mariadb.access(live), openers(files))

    assert checksums(mariadb, live) == before
    assert views_triggers_routines_events(mariadb, live) == objects
    assert databases(mariadb) == there


def test_a_user_who_may_not_create_databases_is_told_so(mariadb: MariaDb, live: str) -> None:
    files, _ = dump(mariadb.access(live))
    mariadb.user("small", "pw", [f"ALL ON `{live}`.*"])
    with pytest.raises(Forbidden, match="may not create a database"):
        database.restore(mariadb.as_user(live, "small", "pw"), openers(files))


def test_definers_that_do_not_exist_here_become_the_current_user(mariadb: MariaDb, live: str) -> None:
    mariadb.user("gone", "pw", [f"ALL ON `{live}`.*"])
    mariadb.sql("CREATE DEFINER=`gone`@`localhost` VIEW theirs AS SELECT 1 AS one;", live)
    files, _ = dump(mariadb.access(live))
    mariadb.sql("DROP USER gone@localhost, gone@'%';")

    result = database.restore(mariadb.access(live), openers(files))

    assert result.loaded.definers_changed == ("gone@localhost",)
    assert mariadb.sql("SELECT one FROM theirs;", live) == [["1"]]


def test_a_plain_user_with_rights_by_pattern_restores(mariadb: MariaDb) -> None:
    live = mariadb.database(f"wp{secrets.token_hex(4)}")
    mariadb.sql("CREATE TABLE posts (id INT PRIMARY KEY); INSERT INTO posts VALUES (1), (2); CREATE VIEW v AS SELECT * FROM posts;", live)
    files, _ = dump(mariadb.access(live))
    mariadb.user("owner", "p'w#1", [f"ALL ON `{live}%`.*"])
    mariadb.sql("DELETE FROM posts;", live)

    result = database.restore(mariadb.as_user(live, "owner", "p'w#1", tcp=True), openers(files))

    assert mariadb.sql("SELECT COUNT(*) FROM v;", live) == [["2"]]
    assert result.loaded.definers_changed == ("root@localhost",)


def test_cancelling_a_load_leaves_nothing(mariadb: MariaDb, live: str) -> None:
    files, _ = dump(mariadb.access(live))
    there, cancelled = databases(mariadb), Cancellation()

    def cancel_in_mid_table() -> Iterable[bytes]:
        yield files["a.sql"][:500]
        cancelled.cancel()
        yield files["a.sql"][500:]

    with pytest.raises(Cancelled):
        database.restore(mariadb.access(live), {**openers(files), "a.sql": cancel_in_mid_table}, cancelled=cancelled)
    assert databases(mariadb) == there


def test_a_restore_into_a_database_that_is_gone_makes_it_anew(mariadb: MariaDb, live: str) -> None:
    files, _ = dump(mariadb.access(live))
    before = checksums(mariadb, live)
    mariadb.sql(f"DROP DATABASE {live};")

    result = database.restore(mariadb.access(live), openers(files))

    assert result.kept == ""
    assert checksums(mariadb, live) == before
    mariadb.sql("INSERT INTO by_number (t) VALUES (3);", live)


def test_a_drill_loads_the_dump_into_a_server_of_its_own_and_counts(mariadb: MariaDb, live: str) -> None:
    files, _ = dump(mariadb.access(live))
    result = trial_load(openers(files))
    assert result.rows["../../etc/passwd"] == 2
    assert result.views == ("above_v1", "v1")


def test_what_a_killed_restore_left_behind_is_removed_by_the_next_one(mariadb: MariaDb, live: str) -> None:
    files, _ = dump(mariadb.access(live))
    mariadb.database(f"{live}_new_20200101_000000")
    mariadb.database(f"{live}_new_site")
    mariadb.database(f"{live}x_new_20200101_000000")

    database.restore(mariadb.access(live), openers(files), tables=["empty_one"])

    assert databases(mariadb) >= {f"{live}_new_site", f"{live}x_new_20200101_000000"}
    assert f"{live}_new_20200101_000000" not in databases(mariadb)


def test_x2_the_password_is_in_no_argument_and_no_environment_of_a_restore(mariadb: MariaDb, live: str) -> None:
    """X2, the other direction."""
    files, _ = dump(mariadb.access(live))
    mariadb.user("canary2", "canary-1b9e77d0aa", ["ALL ON *.*"])
    with ProcessWatch("canary-1b9e77d0aa") as watch:
        database.restore(mariadb.as_user(live, "canary2", "canary-1b9e77d0aa", tcp=True), openers(files))
    assert "mariadb" in watch.programs
    assert watch.found == []


CHILD = """
import pickle, sys, time
from holdfast.mysql.access import Access
from holdfast.secret import Secret
from holdfast.targets import database
values, files, slow = pickle.load(sys.stdin.buffer)
access = Access(**{**values, 'password': Secret(values['password'])})

def chunks(name):
    yield files[name][:300]
    if name == slow:
        print("half way", flush=True)
        time.sleep(60)
    yield files[name][300:]

database.restore(access, {name: (lambda name=name: chunks(name)) for name in files})
"""


def test_killed_in_the_middle_of_a_restore_the_live_database_is_whole_and_the_next_restore_works(mariadb: MariaDb, live: str) -> None:
    """K3 for databases: kill -9 while a table is loaded."""
    files, _ = dump(mariadb.access(live))
    before = checksums(mariadb, live)
    mariadb.sql("INSERT INTO empty_one VALUES (5);", live)
    now = checksums(mariadb, live)
    core = Path(holdfast.__file__).parents[1]
    with subprocess.Popen(
        [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(core)}
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        values = msgspec.structs.asdict(mariadb.access(live)) | {"password": mariadb.password}
        child.stdin.write(pickle.dumps((values, files, "empty_one.sql")))
        child.stdin.close()
        assert child.stdout.readline() == b"half way\n"
        child.kill()

    assert checksums(mariadb, live) == now
    database.restore(mariadb.access(live), openers(files))
    assert checksums(mariadb, live) == before
