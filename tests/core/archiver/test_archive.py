"""Backups of folders and streams, with restic as the judge."""

from __future__ import annotations

import os
import random
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from holdfast.engine.archiver import ArchiveOptions, archive
from holdfast.entries import Entry
from holdfast.errors import HoldfastError, NotFound, RemoteError
from holdfast.progress import Progress, Totals
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Summary
from holdfast.repository.tags import SnapshotTags
from holdfast.repository.trees import Node
from holdfast.sources.base import Skipped
from holdfast.sources.excludes import Excluder
from holdfast.sources.folder import FolderSource
from holdfast.storage.memory import MemoryStorage
from tests.core.archiver.conftest import Remarks, Scene
from tests.support.hostile_tree import make_hostile_tree
from tests.support.repositories import PASSWORD, new_repository
from tests.support.site_folder import change_files, make_files


def folder_trees(repository: Repository, tree_id: bytes, path: Path) -> dict[bytes, list[Node]]:
    """The trees of the folder at `path` and below, by id."""
    for part in path.parts[1:]:
        (node,) = [node for node in repository.load_tree(tree_id) if node.raw_name == part.encode()]
        tree_id = node.subtree_id()
    found: dict[bytes, list[Node]] = {}
    waiting = [tree_id]
    while waiting:
        tree_id = waiting.pop()
        found[tree_id] = repository.load_tree(tree_id)
        waiting += [node.subtree_id() for node in found[tree_id] if node.type == "dir"]
    return found


def summary(result: Any) -> Summary:
    assert result.snapshot.summary is not None
    return result.snapshot.summary  # type: ignore[no-any-return]  # the parameter is a result


@pytest.fixture
def hostile(tmp_path: Path) -> Scene:
    """A site with every kind of file and every odd name, and a file of several blobs."""
    scene = Scene(tmp_path)
    make_hostile_tree(scene.site / "hostile & <tree>", old_go=True)
    (scene.site / "long").write_bytes(random.Random(1).randbytes(3_000_000))
    return scene


@pytest.mark.parametrize("helpers", [0, 1])
def test_b4_trees_are_those_of_restic(hostile: Scene, helpers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every folder's tree has the id that restic gives it (TZ=UTC); a second backup changes none of them; restic restores it all."""
    monkeypatch.setattr("holdfast.engine.archiver_crew.HELPERS_FROM_FILES", 5)
    theirs_id = hostile.restic.backup(hostile.site, options=("--ignore-inode",))
    first = hostile.backup("full", helpers=helpers)
    second = hostile.backup(helpers=helpers)
    repository = hostile.open()
    theirs = folder_trees(repository, repository.snapshot(theirs_id).tree_id, hostile.site)
    assert folder_trees(repository, first.snapshot.tree_id, hostile.site).keys() == theirs.keys()
    assert summary(first).data_blobs == 0  # restic had stored them all
    assert summary(first).total_files_processed == summary(second).total_files_processed > 70
    assert folder_trees(repository, second.snapshot.tree_id, hostile.site).keys() == theirs.keys()  # folders above it are others' too
    assert (summary(second).files_unmodified, summary(second).files_new, summary(second).files_changed) == (
        sum(
            stat.S_ISREG(os.lstat(os.path.join(at, name)).st_mode) for at, _, names in os.walk(os.fsencode(hostile.site)) for name in names
        ),
        0,
        0,
    )
    hostile.judge(second.snapshot.id)


def test_restic_finds_nothing_changed_after_us(scene: Scene) -> None:
    """restic takes our snapshot as its parent and reads no file again."""
    make_files(scene.site)
    result = scene.backup(hostname=os.uname().nodename)
    listed = scene.restic.json_lines("backup", scene.site, f"--parent={result.snapshot.id}")
    (end,) = [line for line in listed if line["message_type"] == "summary"]
    assert (end["files_unmodified"], end["files_new"], end["files_changed"], end["data_blobs"]) == (202, 0, 0, 0)


def test_we_find_nothing_changed_after_restic(scene: Scene) -> None:
    """A restic snapshot in another time zone is as good a parent."""
    make_files(scene.site)
    scene.restic._environment["TZ"] = "Asia/Kathmandu"
    snapshot = scene.restic.backup(scene.site)
    result = scene.backup(parent=snapshot)
    assert (summary(result).files_unmodified, summary(result).data_blobs) == (202, 0)
    assert result.snapshot.parent == snapshot
    scene.judge(result.snapshot.id)


@pytest.mark.parametrize("helpers", [0, 1])
def test_changes_are_stored_once(scene: Scene, helpers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """First, unchanged, changed: only what is new is added, with helpers or without, and each backup restores."""
    monkeypatch.setattr("holdfast.engine.archiver_crew.HELPERS_FROM_FILES", 10)
    make_files(scene.site, files=500)
    first = scene.backup(helpers=helpers)
    assert (summary(first).files_new, summary(first).dirs_new) == (502, 8)
    same = scene.backup(helpers=helpers)
    again = summary(same)
    assert (again.files_unmodified, again.dirs_unmodified, again.data_blobs) == (502, 8, 0)  # folders above it are others' too
    change_files(scene.site, 1)
    changed = scene.backup(helpers=helpers)
    counts = summary(changed)
    assert counts.files_changed + counts.files_new + counts.files_unmodified == counts.total_files_processed
    assert counts.files_new == 12
    assert 0 < counts.data_blobs < 100
    scene.judge(changed.snapshot.id)


def test_what_each_kind_compares_with(scene: Scene) -> None:
    """Full reads everything; differential goes against the last full one; incremental against the last; another site's is not used."""
    make_files(scene.site, files=20)
    full = scene.backup("full")
    (scene.site / "new 1").write_bytes(b"1")
    incremental = scene.backup("incremental")
    (scene.site / "new 2").write_bytes(b"2")
    differential = scene.backup("differential")
    files = scene.backup("files")
    again = scene.backup("full")
    stranger = scene.backup(tags=SnapshotTags(site="another"))
    assert incremental.snapshot.parent == full.snapshot.id
    assert differential.snapshot.parent == full.snapshot.id
    assert summary(differential).files_new == 2
    assert files.snapshot.parent == differential.snapshot.id
    assert (again.snapshot.parent, summary(again).files_new, summary(again).data_blobs) == (None, 24, 0)
    assert stranger.snapshot.parent is None
    assert [s.our_tags.type for s in scene.open().snapshots()] == ["full", "incremental", "differential", "files", "full", "incremental"]


def test_the_same_content_is_stored_once(scene: Scene) -> None:
    """Equal files, and a file of zeros, cost one blob."""
    for number in range(10):
        (scene.site / f"copy-{number}").write_bytes(b"the same" * 100)
    with (scene.site / "sparse").open("wb") as file:
        file.truncate(5 * 512 * 1024)
    result = scene.backup()
    assert summary(result).data_blobs == 2
    assert (scene.site / "sparse").stat().st_size == 5 * 512 * 1024
    scene.judge()


def test_one_huge_file(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that hash and seal leave the blobs in order."""
    monkeypatch.setattr("holdfast.engine.archiver_blobs.HUGE", 4_000_000)
    (scene.site / "huge").write_bytes(random.Random(2).randbytes(12_000_000))
    result = scene.backup()
    assert summary(result).data_blobs > 5
    scene.judge()


def test_metadata_of_an_unchanged_file_is_renewed(scene: Scene) -> None:
    """Content is taken over when only the mode changed (ctime tells), and read again when size or times did."""
    path = scene.site / "file"
    path.write_bytes(b"content")
    scene.backup()
    path.chmod(0o600)
    assert summary(scene.backup()).files_changed == 1
    os.utime(path, ns=(1, 1))
    assert summary(scene.backup()).data_blobs == 0
    scene.judge()


def test_a_blob_that_is_gone_is_stored_again(scene: Scene) -> None:
    """An unchanged file whose content is not in the index counts as changed."""
    make_files(scene.site, files=3)
    scene.backup()
    repository = scene.open()
    for name in [info.name for kind in ("index", "data") for info in repository.storage.list(kind)]:
        repository.storage.delete(name)
    with pytest.raises(HoldfastError):
        scene.backup(parent="ffffffff")
    result = scene.backup()
    assert summary(result).files_unmodified == 0
    scene.restic.run("forget", *[s["id"] for s in scene.restic.snapshots() if s["id"] != result.snapshot.id])
    scene.judge(result.snapshot.id)


def test_excludes_leave_out_and_are_recorded(scene: Scene) -> None:
    """What patterns exclude is neither read nor listed."""
    for name in ("keep.php", "wp-content/cache/page.html", "node_modules/a/b.js", "deep/debug.tmp", "deep/keep.tmp"):
        (scene.site / name).parent.mkdir(parents=True, exist_ok=True)
        (scene.site / name).write_bytes(name.encode())
    source = FolderSource(scene.site, Excluder(["*.tmp", "!keep.tmp"], ["wordpress"]))
    result = scene.backup(sources=[source], excludes=("*.tmp", "!keep.tmp"))
    listed = {line["path"] for line in scene.restic.json_lines("ls", result.snapshot.id) if line.get("type") == "file"}
    assert listed == {str(scene.site / "keep.php"), str(scene.site / "deep/keep.tmp")}
    assert scene.restic.snapshots()[-1]["excludes"] == ["*.tmp", "!keep.tmp"]


def test_b4_links_and_files_as_sources(scene: Scene) -> None:
    """A link is stored as a link, never followed and never as both; a single file is a source too."""
    (scene.site / "file").write_bytes(b"x")
    link = scene.scratch / "link"
    link.symlink_to(scene.site)
    result = scene.backup(sources=[FolderSource(link), FolderSource(scene.site / "file")])
    listed = {line["path"]: line["type"] for line in scene.restic.json_lines("ls", result.snapshot.id) if "path" in line}
    assert listed[str(link)] == "symlink"
    assert listed[str(scene.site / "file")] == "file"
    scene.restic.check()
    scene.restic.restore(result.snapshot.id, scene.scratch / "out")
    assert (scene.scratch / "out" / link.relative_to("/")).readlink() == scene.site


def test_nested_sources_are_stored_once(scene: Scene) -> None:
    """A folder inside another source is part of it already."""
    make_files(scene.site, files=10)
    result = scene.backup(sources=[FolderSource(scene.site / "part-1"), FolderSource(scene.site)])
    assert summary(result).total_files_processed == 12
    scene.judge()


def test_an_empty_folder_and_the_way_to_it(scene: Scene) -> None:
    """Parent folders have their real metadata, as with restic."""
    (scene.scratch / "site").chmod(0o750)
    scene.backup()
    repository = scene.open()
    nodes = repository.load_tree(repository.snapshot("latest").tree_id)
    info = os.lstat("/" + scene.site.parts[1])
    assert [(n.name, n.inode, n.uid) for n in nodes] == [(scene.site.parts[1], info.st_ino, info.st_uid)]
    scene.judge()


class Stream:
    """A stream source of given files; `broken` fails at the end."""

    def __init__(self, files: dict[str, list[bytes]], *, broken: bool = False) -> None:
        self._files, self._broken, self.closed = files, broken, False

    def files(self, skipped: Callable[[Skipped], None]) -> Iterator[StreamedFile]:
        for path, pieces in self._files.items():
            yield StreamedFile(path.encode(), pieces)
        if self._broken:
            raise RemoteError("The dump ended before its last line.", code="DUMP-INCOMPLETE")

    def estimate(self) -> int | None:
        return 1000

    def close(self) -> None:
        self.closed = True


class StreamedFile(msgspec.Struct):
    path: bytes
    pieces: list[bytes]

    @property
    def entry(self) -> Entry:
        return Entry(name=b"?", kind="file", mode=stat.S_IFREG | 0o644, mtime_ns=1_700_000_000_000_000_000)

    def chunks(self) -> Iterator[bytes]:
        yield from self.pieces


def test_streams_stand_beside_the_files(scene: Scene) -> None:
    """Small, empty and long ones; in a database backup there is nothing else."""
    (scene.site / "file").write_bytes(b"x")
    long = [random.Random(n).randbytes(200_000) for n in range(20)]
    stream = Stream(
        {
            "/holdfast-database/wp/a.sql": [b"INSERT ", b"INTO"],
            "/holdfast-database/wp/empty.sql": [],
            "/holdfast-database/wp/long.sql": long,
        }
    )
    result = scene.backup(sources=[FolderSource(scene.site), stream])
    assert stream.closed
    assert result.snapshot.paths == (str(scene.site), "/holdfast-database")
    scene.restic.check()
    scene.restic.restore(result.snapshot.id, scene.scratch / "out")
    out = scene.scratch / "out"
    assert (out / "holdfast-database/wp/a.sql").read_bytes() == b"INSERT INTO"
    assert (out / "holdfast-database/wp/empty.sql").read_bytes() == b""
    assert (out / "holdfast-database/wp/long.sql").read_bytes() == b"".join(long)
    assert (out / scene.site.relative_to("/") / "file").read_bytes() == b"x"
    alone = scene.backup("database", sources=[stream])
    assert alone.snapshot.paths == ("/holdfast-database",)
    assert summary(alone).data_blobs == 0
    assert scene.backup().snapshot.parent == result.snapshot.id  # a database backup is no parent for files


def test_a_broken_stream_makes_no_backup(scene: Scene) -> None:
    """A dump that cannot be trusted fails the run; what was stored is found again by the next one."""
    make_files(scene.site, files=5, large=17_000_000)
    stream = Stream({"/holdfast-database/a.sql": [b"x" * 100]}, broken=True)
    with pytest.raises(RemoteError):
        scene.backup(sources=[FolderSource(scene.site), stream])
    assert stream.closed
    assert scene.open().snapshots() == []
    assert scene.restic.list("locks") == []
    assert summary(scene.backup()).total_files_processed == 7


def test_progress_ends_at_the_whole(scene: Scene) -> None:
    """Totals never go back, and end with all files and bytes."""
    make_files(scene.site, files=300, large=9_000_000)

    class Record(Progress):
        said: list[Totals] = []  # noqa: RUF012 - one instance

        def totals(self, totals: Totals) -> None:
            self.said.append(totals)

    record = Record()
    result = scene.backup(progress=record)
    last = record.said[-1]
    assert last.files_done == last.files_total == 302
    assert (
        last.bytes_done
        == last.bytes_total
        == summary(result).total_bytes_processed
        == sum(p.stat().st_size for p in scene.site.rglob("*") if p.is_file())
    )
    assert all(a.bytes_done <= b.bytes_done and a.files_done <= b.files_done for a, b in zip(record.said, record.said[1:], strict=False))


def test_a_storage_without_address_works_in_this_process(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory cannot be opened by a helper."""
    monkeypatch.setattr("holdfast.engine.archiver_crew.HELPERS_FROM_FILES", 2)
    make_files(scene.site, files=30)
    repository = new_repository(MemoryStorage())
    result = archive(repository, [FolderSource(scene.site)], ArchiveOptions(helpers=None))
    assert summary(result).files_new == 32


def test_b3_a_missing_source_fails_before_anything(scene: Scene) -> None:
    """No snapshot, no lock, an error that says what to do."""
    with pytest.raises(NotFound, match="is not there"):
        scene.backup(sources=[FolderSource(scene.site / "gone")])
    assert scene.restic.list("locks") + scene.restic.list("snapshots") == []


def test_b3_an_emptied_source_is_told(scene: Scene) -> None:
    """More than half of the files gone: saved, but marked."""
    make_files(scene.site, files=20)
    assert not scene.backup().shrunk
    for path in list(scene.site.rglob("file-*")):
        path.unlink()
    remarks = Remarks()
    result = scene.backup(progress=remarks)
    assert result.shrunk
    assert [code for code, _ in remarks.remarks] == ["SOURCE-SHRUNK"]
    assert len(scene.open().snapshots()) == 2


def test_opening_errors_come_through(scene: Scene) -> None:
    """What the opening function raises is raised, after the scan began."""

    def fail() -> Repository:
        time.sleep(0.1)
        return Repository.open(MemoryStorage(), PASSWORD)

    with pytest.raises(NotFound, match="no repository"):
        archive(fail, [FolderSource(scene.site)], ArchiveOptions())
