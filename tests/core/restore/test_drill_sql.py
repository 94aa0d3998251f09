"""Dumps read without a server: rows counted, tables named, uploads found, and every kind of cut noticed."""

from __future__ import annotations

import gzip
import os
import subprocess
from pathlib import Path

import pytest

from holdfast.cancellation import never
from holdfast.engine.drill import drill
from holdfast.engine.drill_dumps import read_archived_dumps, read_own_dumps
from holdfast.engine.drill_sql import SqlFacts, read_sql
from holdfast.errors import Damaged
from holdfast.mysql import programs
from holdfast.repository.repository import Repository
from tests.core.restore.scene import back_up
from tests.core.restore.test_reading import SCHEMA, TABLE, _with_dump
from tests.support.mariadb import HOSTILE, MariaDb, dump

FOREIGN = b"""# a plugin's own dump; it's made by hand
/* with a ; in a comment */
DROP TABLE IF EXISTS `a``b`;
CREATE TABLE IF NOT EXISTS `a``b` (id INT, t TEXT DEFAULT '(;');
INSERT INTO `a``b` (`id`, `t`) VALUES (1, 'x)(\\'),(;'), (2, "it''s (\\""),
(3, CONVERT(_binary 'z(' USING utf8mb4));
INSERT IGNORE INTO other VALUES (1),(2);
CREATE TABLE wp_3_postmeta (meta_id INT);
INSERT INTO `shop`.`wp_3_postmeta` VALUES (1,5,'_wp_attached_file','2026/11/it\\'s.jpg'),(2,5,'_wp_attachment_metadata','a:0:{}');
"""


def read(path: Path, content: bytes) -> SqlFacts:
    facts = SqlFacts()
    path.write_bytes(content)
    read_sql(path, facts, never())
    return facts


@pytest.mark.parametrize("packed", [False, True])
def test_statements_of_a_foreign_dump_are_understood(tmp_path: Path, packed: bool) -> None:
    facts = read(tmp_path / "dump.sql", gzip.compress(FOREIGN) if packed else FOREIGN)
    assert facts.tables == {"a`b": 3, "other": 2, "wp_3_postmeta": 2}
    assert facts.inexact == {"other"}
    assert (facts.attachments, facts.sample) == (1, ["sites/3/2026/11/it's.jpg"])


@pytest.mark.parametrize("cut", [10, 200, 300, len(FOREIGN) - 3])
def test_a_cut_anywhere_in_a_statement_is_noticed(tmp_path: Path, cut: int) -> None:
    """A6, also of a packed file."""
    with pytest.raises(Damaged):
        read(tmp_path / "dump.sql", FOREIGN[:cut])
    with pytest.raises(Damaged):
        read(tmp_path / "dump.sql.gz", gzip.compress(FOREIGN)[:-20])


def test_what_servers_dump_is_counted_as_the_server_counts(tmp_path: Path, mariadb: MariaDb) -> None:
    """Names, texts and routines that mean to be mistaken for something else; our dump, and the program's own."""
    live = mariadb.database()
    mariadb.script(HOSTILE, live)
    files, _ = dump(mariadb.access(live))
    (tmp_path / "own" / live).mkdir(parents=True)
    for name, content in files.items():
        (tmp_path / "own" / live / name).write_bytes(content)
    found = read_own_dumps(tmp_path / "own", never())
    assert found.problems == []
    assert {name: found.facts.tables[name] for name in found.rows_by_table()} == found.rows_by_table()
    (tmp_path / "theirs").mkdir()
    made = subprocess.run(
        ["mariadb-dump", "--no-defaults", "-uroot", f"-S{mariadb.socket}", "--routines", "--events", live],
        env={**os.environ, "MYSQL_PWD": mariadb.password}, capture_output=True, check=True,
    ).stdout  # fmt: skip
    (tmp_path / "theirs" / "dump.sql.gz").write_bytes(gzip.compress(made))
    theirs = read_archived_dumps(tmp_path / "theirs", never())
    assert theirs.problems == []
    assert {name: theirs.facts.tables[name] for name in found.rows_by_table()} == found.rows_by_table()


def test_without_a_server_program_the_drill_says_read_not_loaded(
    tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("hello")
    snapshot = _with_dump(repository, back_up(repository, site), {"00-schema.sql": SCHEMA, "wp_posts.sql": TABLE + b"-- Rows: 3\n"})
    monkeypatch.setattr(programs, "_BUNDLES", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    result = drill(repository, snapshot, tmp_path / "scratch", strip=str(site))
    assert (result.verdict, result.level) == ("warning", "read")
    assert [check.name for check in result.checks if check.outcome == "warning"] == ["loaded"]
    assert result.checks[-1].detail.startswith("read, not loaded")
