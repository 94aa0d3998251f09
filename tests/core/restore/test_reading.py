"""Looking into backups: list, get, export, diff, verify, drill."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import zipfile
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from holdfast.cancellation import Cancellation
from holdfast.engine.browse import list_folder, read_file, walk
from holdfast.engine.diff import diff
from holdfast.engine.drill import drill
from holdfast.engine.export import export
from holdfast.engine.restorer import Selection
from holdfast.engine.verify import verify
from holdfast.errors import Cancelled, NotFound, UsageError
from holdfast.repository.ids import blob_id
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot
from holdfast.repository.trees import encode_tree
from tests.core.restore.crafted import folder_node
from tests.core.restore.scene import back_up
from tests.support.hostile_tree import make_hostile_tree
from tests.support.repositories import PASSWORD, file_node, store_blobs
from tests.support.restic import Restic
from tests.support.tree_state import tree_state


@pytest.fixture
def snapshot(repository: Repository, site: Path) -> Snapshot:
    return back_up(repository, site)


# -- browse


def test_list_folder(repository: Repository, site: Path, snapshot: Snapshot) -> None:
    found = list_folder(repository, snapshot, str(site))
    assert [(item.name, item.kind, item.size) for item in found] == [
        ("wp-content", "dir", 0),
        ("index.php", "file", 14),
        ("link", "symlink", 0),
    ]
    assert found[1].path == str(site / "index.php")
    assert found[1].mtime is not None
    assert abs(found[1].mtime.timestamp() - (site / "index.php").stat().st_mtime) < 0.001
    assert found[2].link_target == "index.php"
    assert [item.name for item in list_folder(repository, snapshot, str(site / "index.php"))] == ["index.php"]
    with pytest.raises(NotFound):
        list_folder(repository, snapshot, "/not/there")


def test_walk_names_everything(repository: Repository, site: Path, snapshot: Snapshot) -> None:
    paths = {path for path, _ in walk(repository, snapshot.tree_id)}
    inside = os.fsencode(str(site).lstrip("/"))
    assert {path.removeprefix(inside + b"/") for path in paths if path.startswith(inside + b"/")} == set(tree_state(site))


def test_get_a_file(repository: Repository, site: Path, snapshot: Snapshot) -> None:
    for name in ("index.php", "wp-content/uploads/large.bin", "wp-content/uploads/empty"):
        assert b"".join(read_file(repository, snapshot, str(site / name))) == (site / name).read_bytes()
    with pytest.raises(UsageError):
        read_file(repository, snapshot, str(site))
    with pytest.raises(NotFound):
        read_file(repository, snapshot, str(site / "no"))


# -- export


def test_zip_holds_everything_and_every_reader_agrees(tmp_path: Path, repository: Repository) -> None:
    """Python's zipfile and Info-ZIP's unzip: names, content, times, modes, links, of every kind that a .zip can hold."""
    root = tmp_path / "source"
    make_hostile_tree(root)
    (root / "large").write_bytes(os.urandom(2_500_000) + b"text " * 800_000)
    (root / "folder").mkdir()
    result = export(repository, back_up(repository, root), Selection(), tmp_path / "out.zip", strip=str(root))
    assert result.sha256 == sha256((tmp_path / "out.zip").read_bytes()).hexdigest()
    assert result.size == (tmp_path / "out.zip").stat().st_size
    assert {item.reason for item in result.not_exported} == {"unsupported"}
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.testzip() is None
        assert archive.read("large") == (root / "large").read_bytes()
        assert archive.getinfo("large").compress_size < 3_000_000
        assert archive.getinfo("kinds/read only").external_attr >> 16 == 0o100400
        assert archive.getinfo("日本語 한국어 العربية").file_size == len("日本語 한국어 العربية".encode()) * 2
        assert archive.getinfo("folder/").is_dir()
    subprocess.run(["unzip", "-tq", str(tmp_path / "out.zip")], check=True, capture_output=True)
    plain = ["kinds/small", "kinds/random", "kinds/sparse", "metadata/nanoseconds", "large", "links/link 7"]
    subprocess.run(["unzip", "-q", str(tmp_path / "out.zip"), *plain, "-d", str(tmp_path / "x")], check=True, capture_output=True)
    assert os.readlink(tmp_path / "x/links/link 7") == "dangling"
    for name in plain[:5]:
        assert (tmp_path / "x" / name).read_bytes() == (root / name).read_bytes()
        assert int((tmp_path / "x" / name).stat().st_mtime) == int((root / name).stat().st_mtime)


def test_zip_of_many_files_is_zip64(tmp_path: Path, repository: Repository) -> None:
    nodes = [file_node(f"{number:06}") for number in range(65_540)]
    tree = encode_tree(nodes)
    store_blobs(repository, ("tree", tree))
    snapshot = repository.snapshot(repository.save_snapshot(Snapshot(time="2026-01-01T00:00:00Z", tree=blob_id(tree).hex(), paths=("/",))))
    export(repository, snapshot, Selection(), tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert len(archive.namelist()) == 65_540


def test_tar_restores_exactly(tmp_path: Path, repository: Repository) -> None:
    """GNU tar and zstd as judges: content, modes, nanoseconds, owners, links."""
    root = tmp_path / "source"
    make_hostile_tree(root)
    (root / "large").write_bytes(os.urandom(2_500_000))
    before = tree_state(root)
    export(repository, back_up(repository, root), Selection(), tmp_path / "out.tar.zst", strip=str(root))
    (tmp_path / "x").mkdir()
    subprocess.run(["tar", "--zstd", "-xpf", str(tmp_path / "out.tar.zst"), "-C", str(tmp_path / "x")], check=True, capture_output=True)
    after = tree_state(tmp_path / "x")
    assert after.keys() == before.keys()
    wrong = [
        path
        for path in before
        if before[path]._replace(xattrs=(), mtime_ns=0) != after[path]._replace(xattrs=(), mtime_ns=0)
        or after[path].mtime_ns != before[path].mtime_ns
    ]
    assert wrong == []


def test_export_of_a_selection_to_a_stream(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    out = io.BytesIO()
    result = export(repository, snapshot, Selection(paths=("wp-content/plugins",)), out, "zip", strip=str(site))
    assert result.sha256 == sha256(out.getvalue()).hexdigest()
    with zipfile.ZipFile(out) as archive:
        assert [name for name in archive.namelist() if not name.endswith("/")] == [
            "wp-content/plugins/a/a.php",
            "wp-content/plugins/b/b.php",
        ]


def test_cancelled_export_leaves_nothing(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    cancelled = Cancellation()
    cancelled.cancel()
    (tmp_path / "out.zip").write_text("the one before")
    with pytest.raises(Cancelled):
        export(repository, snapshot, Selection(), tmp_path / "out.zip", strip=str(site), cancelled=cancelled)
    assert (tmp_path / "out.zip").read_text() == "the one before"
    assert [path.name for path in tmp_path.iterdir() if "out.zip" in path.name] == ["out.zip"]


def test_unknown_ending_is_refused(tmp_path: Path, repository: Repository, snapshot: Snapshot) -> None:
    with pytest.raises(UsageError, match=r"\.zip"):
        export(repository, snapshot, Selection(), tmp_path / "out.rar")


def test_tar_of_odd_numbers(tmp_path: Path, repository: Repository) -> None:
    """Owners and times beyond what old tar fields hold."""
    node = msgspec.structs.replace(file_node("odd", b"x"), uid=4_000_000_000, gid=3_000_000_000, mtime="2500-01-01T00:00:00.000000001Z")
    tree = encode_tree([node])
    store_blobs(repository, ("data", b"x"), ("tree", tree))
    snapshot = repository.snapshot(repository.save_snapshot(Snapshot(time="2026-01-01T00:00:00Z", tree=blob_id(tree).hex(), paths=("/",))))
    export(repository, snapshot, Selection(), tmp_path / "out.tar.zst")
    subprocess.run(["zstd", "-qd", str(tmp_path / "out.tar.zst")], check=True)
    with tarfile.open(tmp_path / "out.tar") as archive:
        (member,) = archive.getmembers()
    assert (member.uid, member.gid, member.pax_headers["mtime"]) == (4_000_000_000, 3_000_000_000, "16725225600.000000001")


# -- diff


def test_diff_names_every_kind_of_change(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    """Compared with what restic says of the same two backups."""
    (site / "index.php").write_text("changed")
    (site / "wp-content/plugins/a/a.php").unlink()
    (site / "wp-content/plugins/c/d").mkdir(parents=True)
    (site / "wp-content/plugins/c/d/new.php").write_text("new")
    (site / "link").unlink()
    (site / "link").write_text("a file now")
    (site / "wp-content/uploads/empty").chmod(0o600)
    after = back_up(repository, site)
    found = {change.path.removeprefix(str(site) + "/"): change.what for change in diff(repository, snapshot, after, str(site))}
    assert found == {
        "index.php": "changed",
        "wp-content/plugins/a/a.php": "removed",
        "wp-content/plugins/c": "added",
        "wp-content/plugins/c/d": "added",
        "wp-content/plugins/c/d/new.php": "added",
        "link": "type",
        "wp-content/uploads/empty": "metadata",
    }
    restic = Restic(tmp_path / "repository", PASSWORD.reveal(), tmp_path / "scratch")
    lines = restic.json_lines("diff", "--metadata", snapshot.id, after.id)
    theirs = {line["path"].rstrip("/").removeprefix(str(site) + "/") for line in lines if line["message_type"] == "change"}
    assert set(found) <= theirs
    assert list(diff(repository, after, after)) == []
    assert next(diff(repository, snapshot, after, str(site / "index.php").rsplit("/", 1)[0])).size_before >= 0


def test_diff_does_not_read_what_is_the_same(repository: Repository, site: Path, snapshot: Snapshot) -> None:
    (site / "index.php").write_text("changed")
    after = back_up(repository, site)
    read: list[str] = []
    load = repository.storage.load

    def counting(name: str, offset: int = 0, length: int | None = None) -> bytes:
        read.append(name)
        return load(name, offset, length)

    repository.storage.load = counting  # type: ignore[method-assign]
    changes = list(diff(repository, snapshot, after, str(site)))
    assert [change.what for change in changes] == ["changed"]
    trees = sum(1 for name in read if name.startswith("data/"))
    assert trees <= 2 * (len(site.parts) + 1)


# -- verify and drill


def test_verify_a_whole_backup(repository: Repository, snapshot: Snapshot) -> None:
    result = verify(repository, snapshot)
    assert result.good
    assert (result.files, result.damaged) == (6, ())
    assert result.blobs == 5  # large.bin is two or three, the empty file none


def test_drill_of_files_only(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    result = drill(repository, snapshot, tmp_path / "scratch", strip=str(site))
    assert (result.verdict, result.level) == ("proven", "read")
    assert [(check.name, check.ok) for check in result.checks] == [("restored", True), ("content", True)]
    assert list((tmp_path / "scratch").iterdir()) == []


def _wordpress(root: Path, *, config: bool = True) -> Path:
    (root / "wp-includes").mkdir(parents=True)
    (root / "wp-admin").mkdir()
    (root / "wp-includes/version.php").write_text("<?php\n$wp_version = '6.8.1';\n")
    for name in ("load", "functions", "plugin", "post"):
        (root / f"wp-includes/{name}.php").write_text("<?php\n")
    (root / "wp-admin/includes").mkdir()
    for name in ("wp-load", "wp-settings", "wp-admin/index", "wp-admin/admin", "wp-admin/includes/admin"):
        (root / f"{name}.php").write_text("<?php\n")
    if config:
        (root / "wp-config.php").write_text("<?php\ndefine('DB_NAME', 'shop');\n$table_prefix = 'wp_';\n")
    return root


TABLE = b"""-- Holdfast table "wp_posts"
INSERT INTO `wp_posts` VALUES (1),
(2);
INSERT INTO `wp_posts` VALUES (3);
"""
SCHEMA = (
    b'-- Holdfast schema "shop"\n'
    b'-- {"format":1,"database":"shop","tables":[{"name":"wp_posts","rows":3,"engine":"InnoDB","file":"wp_posts.sql"}]}\n'
)


def _with_dump(repository: Repository, snapshot: Snapshot, files: dict[str, bytes]) -> Snapshot:
    tables = encode_tree([file_node(name, content) for name, content in sorted(files.items())])
    databases = encode_tree([folder_node("shop", tables)])
    nodes = [*repository.load_tree(snapshot.tree_id), folder_node("holdfast-database", databases)]
    root = encode_tree(sorted(nodes, key=lambda node: node.raw_name))
    trees = [("tree", tables), ("tree", databases), ("tree", root)]
    store_blobs(repository, *[("data", content) for content in files.values()], *trees)  # type: ignore[arg-type]  # the words are kinds
    return repository.snapshot(repository.save_snapshot(msgspec.structs.replace(snapshot, tree=blob_id(root).hex())))


@pytest.mark.parametrize(
    ("table", "outcome", "said"),
    [
        (TABLE + b"-- Rows: 3\n", "ok", "3 rows"),
        (TABLE, "failed", "cut off"),
        (TABLE + b"-- Rows: 4\n", "failed", "says 4 rows and has 3"),
        (b"CREATE TABLE x;\n-- Dump completed on 2026\n", "ok", "dump files"),
        (b"CREATE TABLE x;\n", "failed", "does not end"),
        (b"SQLite format 3\0 nonsense" * 100, "failed", "SQLite"),
        (None, "failed", "wp_posts is missing"),
    ],
)
def test_drill_counts_dumps(tmp_path: Path, repository: Repository, table: bytes | None, outcome: str, said: str) -> None:
    site = _wordpress(tmp_path / "wp")
    files = {"00-schema.sql": SCHEMA} | ({"wp_posts.sql": table} if table is not None else {})
    snapshot = _with_dump(repository, back_up(repository, site), files)
    result = drill(repository, snapshot, tmp_path / "scratch", strip=str(site), level="read")
    assert result.verdict == "failed"  # a WordPress has more than one table
    checks = {check.name: check for check in result.checks}
    assert checks["database"].outcome == outcome
    assert said in checks["database"].detail
    assert ("tables" in checks) == (outcome == "ok")


def test_drill_of_a_wordpress_that_lacks_something(tmp_path: Path, repository: Repository) -> None:
    """A6: no database, no configuration: a warning; no core although it was expected: failed."""
    site = _wordpress(tmp_path / "wp", config=False)
    result = drill(repository, back_up(repository, site), tmp_path / "scratch", strip=str(site))
    assert result.verdict == "warning"
    assert [check.name for check in result.checks if not check.ok] == ["wp-config", "database"]
    bare = tmp_path / "bare"
    bare.mkdir()
    result = drill(repository, back_up(repository, bare, parts=("core", "database")), tmp_path / "scratch", strip=str(bare))
    assert result.verdict == "failed"
    assert [check.name for check in result.checks if not check.ok] == ["core", "database"]
