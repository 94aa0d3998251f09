"""Drills of a real WordPress: proven at the level that was really reached, and five ways in which a backup is bad, each caught.

Debian's WordPress, a MariaDB that the drill starts by itself, PHP's own server.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from holdfast.repository.ids import blob_id
from holdfast.repository.repository import Repository
from holdfast.repository.trees import Node, encode_tree
from holdfast.secret import Secret
from holdfast.storage.base import StorageAddress
from holdfast.storage.opening import open_storage
from tests.support.mariadb import MariaDb
from tests.support.repositories import file_node, store_blobs
from tests.support.terminal import HoldfastCommand
from tests.support.wordpress import WordPress

_ATTACHMENTS = """
INSERT INTO hf_posts (post_author, post_date, post_date_gmt, post_content, post_title, post_excerpt, post_status, post_name, to_ping,
  pinged, post_modified, post_modified_gmt, post_content_filtered, post_type)
  SELECT 1, NOW(), NOW(), '', CONCAT('picture ', seq), '', 'inherit', '', '', '', NOW(), NOW(), '', 'attachment' FROM seq_0_to_19;
INSERT INTO hf_postmeta (post_id, meta_key, meta_value)
  SELECT ID, '_wp_attached_file', CONCAT('2026/11/bild-ü', SUBSTRING(post_title, 9), '.jpg') FROM hf_posts WHERE post_type = 'attachment';
"""


class Desk:
    """One site, backed up into one repository."""

    def __init__(self, folder: Path, mariadb: MariaDb) -> None:
        self.folder = folder
        self.mariadb = mariadb
        self.site = WordPress(folder / "site", mariadb, posts=12)
        self.site.sql(_ATTACHMENTS)
        self.home = folder / "home"
        self.holdfast = HoldfastCommand(self.home)
        self.password = folder / "password"
        self.password.write_text("a repository's password")
        self.holdfast("storage", "add", "disk", str(folder / "repository"), "--secret-file", str(self.password))
        self.holdfast("site", "add", "café", "--path", str(self.site.folder), "--storage", "disk", "--preset", "wordpress")

    def back_up(self) -> str:
        made = self.holdfast("backup", "create", "café", expect=None).last
        assert made["outcome"] in {"success", "warning"}, made
        return str(made["result"]["backup"]["id"])

    def drill(self, backup: str = "latest", *more: str) -> dict[str, Any]:
        last = self.holdfast("backup", "drill", "café", backup, *more, expect=None).last
        assert not list((self.home / "cache" / "drills").glob("*")), "the scratch folder is removed"
        assert not self.servers()
        assert not list(Path(tempfile.gettempdir()).glob("holdfast-drill-*"))
        return last

    def servers(self) -> list[str]:
        """Servers of this desk's drills that run."""
        said = subprocess.run(["ps", "-ww", "-eo", "args="], capture_output=True, check=True).stdout.decode("utf-8", "replace")
        ours = (f"{tempfile.gettempdir()}/holdfast-drill-", f"{self.home}/cache/drills")
        return [line for line in said.splitlines() if any(place in line for place in ours) and ("mariadb" in line or "php" in line)]

    def repository(self) -> Repository:
        return Repository.open(open_storage(StorageAddress(str(self.folder / "repository"))), Secret(self.password.read_text()))


def checks(finished: dict[str, Any]) -> dict[str, tuple[str, str]]:
    assert "checks" in finished["result"], finished
    return {check["name"]: (check["outcome"], check["detail"]) for check in finished["result"]["checks"]}


def numbers(finished: dict[str, Any], name: str) -> dict[str, int]:
    (found,) = [check["numbers"] for check in finished["result"]["checks"] if check["name"] == name]
    return dict(found)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, mariadb: MariaDb) -> Iterator[Desk]:
    """With a temporary folder of its own, so that other drills of this computer are not taken for its own."""
    folder = tmp_path_factory.mktemp("drill")
    temporary = tempfile.mkdtemp(prefix="hf")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", temporary)
        patch.setattr(tempfile, "tempdir", temporary)
        yield Desk(folder, mariadb)
    shutil.rmtree(temporary)


def test_a_good_wordpress_boots(desk: Desk) -> None:
    good = desk.back_up()
    finished = desk.drill(good)
    assert finished["outcome"] == "success", checks(finished)
    assert (finished["result"]["verdict"], finished["result"]["level"]) == ("proven", "boots")
    assert set(checks(finished)) == {"restored", "content", "core", "wp-config", "database", "tables", "uploads", "loaded", "boots"}
    served = numbers(finished, "boots")
    assert (served["status"], served["posts"], served["plugins"]) == (200, desk.site.published(), 1)
    assert numbers(finished, "loaded")["posts"] == desk.site.published()
    assert numbers(finished, "uploads")["looked_for"] == 20


def failed(finished: dict[str, Any]) -> dict[str, str]:
    assert (finished["outcome"], finished["result"]["verdict"]) == ("failed", "failed"), checks(finished)
    assert finished["failure"]["code"] == "DRILL-FAILED"
    return {name: detail for name, (outcome, detail) in checks(finished).items() if outcome == "failed"}


def test_a_missing_table_is_caught(desk: Desk) -> None:
    desk.site.sql("RENAME TABLE hf_comments TO elsewhere;")
    try:
        found = failed(desk.drill(desk.back_up()))
    finally:
        desk.site.sql("RENAME TABLE elsewhere TO hf_comments;")
    assert list(found) == ["tables"]
    assert "hf_comments" in found["tables"]


def test_a_truncated_dump_is_caught(desk: Desk) -> None:
    """In the middle of a statement, at the end of one, and a table's file that is gone."""
    good = desk.back_up()
    for cut, said in ((lambda text: text[: len(text) // 2], "cut off"), (lambda text: text.rpartition(b"INSERT INTO")[0], "cut off")):
        found = failed(desk.drill(with_dump(desk, good, "hf_posts.sql", cut)))
        assert list(found) == ["database"]
        assert said in found["database"]
    assert "hf_posts is missing" in failed(desk.drill(with_dump(desk, good, "hf_posts.sql", None)))["database"]


def with_dump(desk: Desk, backup: str, name: str, change: Callable[[bytes], bytes] | None) -> str:
    """A backup like this one, with one file of its dump changed or (None) left out."""
    repository = desk.repository()
    repository.load_index()
    snapshot = repository.snapshot(backup)
    top = {node.name: node for node in repository.load_tree(snapshot.tree_id)}
    (database,) = repository.load_tree(top["holdfast-database"].subtree_id())
    files = {node.name: node for node in repository.load_tree(database.subtree_id())}
    blobs: list[tuple[Any, bytes]] = []
    old = files.pop(name)
    if change is not None:
        content = change(b"".join(repository.load_blob(one, "data") for one in old.blob_ids()))
        files[name] = file_node(name, content)
        blobs.append(("data", content))

    def folder(node: Node, inside: dict[str, Node]) -> Node:
        tree = encode_tree([inside[key] for key in sorted(inside, key=str.encode)])
        blobs.append(("tree", tree))
        return msgspec.structs.replace(node, subtree=blob_id(tree).hex())

    top["holdfast-database"] = folder(top["holdfast-database"], {database.name: folder(database, files)})
    root = folder(database, top)
    store_blobs(repository, *blobs)
    return repository.save_snapshot(msgspec.structs.replace(snapshot, tree=root.subtree, original=None))


def test_a_missing_uploads_folder_is_caught(desk: Desk) -> None:
    uploads = desk.site.folder / "wp-content" / "uploads"
    uploads.rename(desk.folder / "uploads")
    try:
        found = failed(desk.drill(desk.back_up()))
    finally:
        (desk.folder / "uploads").rename(uploads)
    assert list(found) == ["uploads"]
    assert "20 of 20 uploads" in found["uploads"]


def test_a_changed_core_file_is_caught(desk: Desk) -> None:
    """Changed, missing, and one too many; a log file that PHP left there is nothing."""
    desk.back_up()
    core = desk.site.folder / "wp-includes"
    before = (core / "post.php").read_text()
    (desk.site.folder / "wp-admin" / "error_log").write_text("a warning of PHP")
    (core / "post.php").write_text(before + "\n@eval($_POST['x']);")
    (core / "shell.php").write_text("<?php system($_GET['x']);")
    (core / "version.php").rename(desk.folder / "version.php")
    shutil.copy(desk.folder / "version.php", core)
    try:
        found = failed(desk.drill(desk.back_up()))
    finally:
        (core / "post.php").write_text(before)
        (core / "shell.php").unlink()
    assert list(found) == ["core"]
    assert found["core"].startswith("WordPress")
    assert "2 core files" in found["core"]
    assert found["core"].endswith("wp-includes/post.php, wp-includes/shell.php")


def test_a_plugin_without_content_and_a_theme_that_is_gone_are_told(desk: Desk) -> None:
    """WordPress passes over such a plugin and says nothing; without its theme it answers with an empty page."""
    content = desk.site.folder / "wp-content"
    plugin = content / "plugins" / "greeter" / "greeter.php"
    before = plugin.read_text()
    plugin.write_text("")
    try:
        finished = desk.drill(desk.back_up())
        assert (finished["result"]["verdict"], finished["result"]["level"]) == ("warning", "boots"), checks(finished)
        assert checks(finished)["plugins"][0] == "warning"
        assert "greeter/greeter.php" in checks(finished)["plugins"][1]
        (content / "themes" / "mini").rename(desk.folder / "mini")
        found = failed(desk.drill(desk.back_up()))
    finally:
        plugin.write_text(before)
        (desk.folder / "mini").rename(content / "themes" / "mini")
    assert list(found) == ["boots"]
    assert "its theme mini is not in the backup" in found["boots"]


def started(desk: Desk) -> subprocess.Popen[bytes]:
    """A drill that has come as far as its database server."""
    drill = subprocess.Popen(
        desk.holdfast.arguments("backup", "drill", "café", as_json=True),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=desk.holdfast.environment(),
    )
    wait_for(lambda: bool(desk.servers()) or drill.poll() is not None)
    assert drill.poll() is None, drill.communicate()
    return drill


def wait_for(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_killed_drill_leaves_no_server_and_the_next_one_no_file(desk: Desk) -> None:
    """`Desk.drill` looks for both."""
    desk.back_up()
    drill = started(desk)
    drill.send_signal(signal.SIGKILL)
    drill.communicate()
    wait_for(lambda: not desk.servers())
    assert list((desk.home / "cache" / "drills").iterdir())
    assert desk.drill("latest", "--level", "loaded")["result"]["level"] == "loaded"


def test_a_cancelled_drill_ends_at_once_and_removes_everything(desk: Desk) -> None:
    desk.back_up()
    drill = started(desk)
    asked = time.monotonic()
    drill.send_signal(signal.SIGINT)
    drill.communicate(timeout=30)
    assert drill.returncode == 130
    assert time.monotonic() - asked < 10  # 2 s where nobody else works on this computer
    assert not desk.servers()
    assert not list((desk.home / "cache" / "drills").iterdir())


def test_without_a_server_it_is_read_and_not_loaded(desk: Desk) -> None:
    """Asked for no more than reading, the drill claims no more."""
    finished = desk.drill(desk.back_up(), "--level", "read")
    assert (finished["result"]["verdict"], finished["result"]["level"]) == ("warning", "read"), checks(finished)
    assert checks(finished)["loaded"][0] == "warning"


@pytest.fixture(scope="module")
def archive(desk: Desk) -> Path:
    """The site as a plugin would pack it: its folder and a dump, in a zip."""
    dump = subprocess.run(
        ["mariadb-dump", "--no-defaults", "-uroot", f"-S{desk.mariadb.socket}", desk.site.database],
        env={**os.environ, "MYSQL_PWD": desk.mariadb.password}, capture_output=True, check=True,
    ).stdout  # fmt: skip
    packed = desk.folder / "packed"
    shutil.copytree(desk.site.folder, packed)
    (packed / "database.sql").write_bytes(dump)
    shutil.make_archive(str(desk.folder / "whole"), "zip", packed)
    with (packed / "database.sql").open("r+b") as file:
        file.truncate(len(dump) * 2 // 3)
    shutil.make_archive(str(desk.folder / "cut"), "zip", packed)
    return desk.folder


def test_a_copy_of_what_a_plugin_packed_boots_too(desk: Desk, archive: Path) -> None:
    """The dump lies among its files; one that was cut off is caught."""
    for name, outcome in (("whole", "proven"), ("cut", "failed")):
        place = desk.folder / f"place-{name}"
        place.mkdir()
        shutil.move(archive / f"{name}.zip", place / "site-2026-11-20.zip")
        os.utime(place / "site-2026-11-20.zip", (time.time() - 9000, time.time() - 9000))
        desk.holdfast("site", "add", name, "--system", "archives", "--archives", str(place), "--storage", "disk")
        desk.holdfast("backup", "fetch", name, expect=None)
        finished = desk.holdfast("backup", "drill", name, expect=None).last
        assert finished["result"]["verdict"] == outcome, checks(finished)
        if name == "whole":
            assert finished["result"]["level"] == "boots"
            assert numbers(finished, "boots")["posts"] == desk.site.published()
        else:
            assert "cut off" in failed(finished)["database"]


def test_a_flipped_byte_is_caught(desk: Desk) -> None:
    """C1. The last test: the repository is spoilt."""
    backup = desk.back_up()
    pack = max((path for path in (desk.folder / "repository" / "data").rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)
    content = bytearray(pack.read_bytes())
    content[len(content) // 2] ^= 1
    pack.chmod(0o600)
    pack.write_bytes(content)
    assert "restored" in failed(desk.drill(backup))
