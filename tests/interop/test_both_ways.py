"""What Holdfast writes, restic works with; what restic writes, Holdfast works with; each goes on where the other stopped."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast.errors import AuthRejected, Busy
from holdfast.repository.key_files import Kdf
from holdfast.repository.keys import add_key, change_password, list_keys
from holdfast.repository.locks import list_locks
from holdfast.repository.repository import Repository
from holdfast.repository.tags import SnapshotTags
from holdfast.repository.trees import Node
from holdfast.secret import Secret
from holdfast.storage.local import LocalStorage
from tests.interop.plain_archiver import PlainArchiver
from tests.support.hostile_tree import make_hostile_tree
from tests.support.repositories import POLYNOMIAL
from tests.support.restic import INSTALLED, NEWER, Restic
from tests.support.tree_state import differences, tree_state

VERSIONS = [INSTALLED, *(pytest.param(version, marks=pytest.mark.long) for version in NEWER)]
PASSWORD = 'pass "wörd" \\ $x'
CHEAP = Kdf(n=1024, r=8, p=1)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small tree of everything that all versions restore alike."""
    root = tmp_path / "site"
    make_hostile_tree(root, old_go=True)
    return root


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "repository"


@pytest.fixture
def ours(place: Path) -> Repository:
    """A repository that Holdfast made."""
    return Repository.create(LocalStorage(place), Secret(PASSWORD), kdf=CHEAP, polynomial=POLYNOMIAL)


def _archive(repository: Repository, root: Path, **tags: str) -> str:
    with repository.lock(exclusive=False):
        return PlainArchiver(repository).archive(root, SnapshotTags(**tags)).id  # type: ignore[arg-type]  # only texts are given


def _change(root: Path) -> None:
    (root / "kinds" / "small").write_bytes(b"changed\n")
    (root / "kinds" / "new").write_bytes(os.urandom(1000))
    (root / "kinds" / "empty").unlink()


@pytest.mark.parametrize("version", VERSIONS)
def test_restic_works_with_what_holdfast_wrote(tmp_path: Path, site: Path, place: Path, ours: Repository, version: str) -> None:
    """check, snapshots, ls, diff, dump, find, stats, restore, backup on top, tag, forget, prune; rewrite and copy from 0.18 on."""
    before = tree_state(site)
    first = _archive(ours, site, site="6f", name="Bäckerei, Söhne")
    _change(site)
    second = _archive(ours, site, site="6f")
    restic = Restic(place, PASSWORD, tmp_path / "scratch", version=version)
    restic.check()

    listed = {snapshot["id"]: snapshot for snapshot in restic.snapshots()}
    assert listed.keys() == {first, second}
    assert listed[first]["tags"] == ["holdfast", "site:6f", "name:Bäckerei%2C Söhne"]
    assert {line["path"] for line in restic.json_lines("ls", first) if line.get("struct_type") == "node"} >= {str(site / "kinds" / "small")}
    changes = {line["path"]: line["modifier"] for line in restic.json_lines("diff", first, second) if line["message_type"] == "change"}
    assert changes == {str(site / "kinds" / name): sign for name, sign in (("small", "M"), ("new", "+"), ("empty", "-"))}
    assert restic.run("dump", second, site / "kinds" / "small").stdout == "changed\n"
    assert str(site / "kinds" / "new") in restic.run("find", "new").stdout
    assert restic.json("stats", "--mode", "restore-size", first)["total_file_count"] > 50

    restic.restore(first, tmp_path / "restored")
    assert differences(before, tree_state(tmp_path / "restored" / site.relative_to("/"))) == []

    summary = next(line for line in restic.json_lines("backup", site) if line["message_type"] == "summary")
    assert summary["files_new"] + summary["files_changed"] + summary["files_unmodified"] == summary["total_files_processed"]
    assert summary["data_blobs"] == 0
    ours.load_index()
    assert _folder(ours, summary["snapshot_id"], site) == _folder(ours, second, site), "byte for byte the same"

    restic.run("tag", "--add", "keep", second)
    if version != INSTALLED:
        _newer_commands(tmp_path, restic, version)
    restic.run("forget", "--keep-last", "1", "--prune", "--group-by", "host")
    restic.check()
    assert len(ours.snapshots()) == 2, "one of each host"
    ours.load_index()
    for snapshot in ours.snapshots():
        assert "kinds" in {n.name for n in _at(ours, snapshot.tree_id, site)}
        assert [n for n in _at(ours, snapshot.tree_id, site / "kinds") if n.name == "new"]


def _newer_commands(tmp_path: Path, restic: Restic, version: str) -> None:
    """rewrite reads every tree, and refuses one that it would write differently; copy takes everything over."""
    rewritten = restic.run("rewrite", "--exclude", "no such file", "--dry-run")
    assert "cannot" not in rewritten.stdout + rewritten.stderr
    restic.run("rewrite", "--exclude", "kinds/sparse", "--tag", "holdfast")
    other = Restic(tmp_path / "copy", "other", tmp_path / "scratch", version=version)
    source = ["--from-repo", restic.repository, "--from-password-file", str(restic.password_file)]
    other.run("init", "--copy-chunker-params", *source)
    other.run("copy", *source)
    other.check()
    assert len(other.snapshots()) == len(restic.snapshots())
    restic.run("repair", "index", "--read-all-packs")


def _folder(repository: Repository, snapshot_id: str, path: Path) -> str | None:
    """The tree id of a folder in a snapshot."""
    parent = _at(repository, repository.snapshot(snapshot_id).tree_id, path.parent)
    return next(node.subtree for node in parent if node.raw_name == os.fsencode(path.name))


def _at(repository: Repository, tree_id: bytes, path: Path) -> list[Node]:
    nodes = repository.load_tree(tree_id)
    for part in path.parts[1:]:
        (node,) = [node for node in nodes if node.raw_name == os.fsencode(part)]
        nodes = repository.load_tree(node.subtree_id())
    return nodes


@pytest.mark.parametrize("version", VERSIONS)
def test_holdfast_works_with_what_restic_wrote(tmp_path: Path, site: Path, place: Path, version: str) -> None:
    """Keys, config, snapshots, indexes, trees and every byte of every file; then Holdfast appends, and restic is content."""
    restic = Restic(place, PASSWORD, tmp_path / "scratch", version=version)
    restic.init()
    first = restic.backup(site, tags=("nightly", "a b"))
    repository = Repository.open(LocalStorage(place), Secret(PASSWORD))
    (snapshot,) = repository.snapshots()
    assert (snapshot.id, snapshot.tags, snapshot.paths) == (first, ("nightly", "a b"), (str(site),))
    assert abs(snapshot.when.timestamp() - time.time()) < 300
    assert repository.config.polynomial.bit_length() == 54
    _compare_files(repository, _at(repository, snapshot.tree_id, site), site)
    for pack in repository.load_index().packs():
        assert set(repository.read_pack_contents(pack.id).blobs) == set(pack.blobs)

    _change(site)
    second = _archive(repository, site)
    restic.check()
    restic.restore(second, tmp_path / "restored")
    assert differences(tree_state(site), tree_state(tmp_path / "restored" / site.relative_to("/"))) == []
    assert restic.backup(site) not in (first, second)
    restic.check()


def _compare_files(repository: Repository, nodes: list[Node], folder: Path) -> None:
    for node in nodes:
        path = folder / os.fsdecode(node.raw_name)
        if node.type == "dir":
            _compare_files(repository, repository.load_tree(node.subtree_id()), path)
        elif node.type == "file":
            assert b"".join(repository.load_blob(blob, "data") for blob in node.blob_ids()) == path.read_bytes()
        elif node.type == "symlink":
            assert node.raw_linktarget == os.readlink(os.fsencode(path))


def test_keys_of_both_open_for_both(tmp_path: Path, place: Path, ours: Repository) -> None:
    """A key added by either opens with the other; a passphrase changed here is changed there."""
    add_key(ours, Secret("added by holdfast"), CHEAP)
    new = tmp_path / "new"
    new.write_text("added by restic")
    Restic(place, "added by holdfast", tmp_path / "scratch").run("key", "add", "--new-password-file", new)
    opened = Repository.open(LocalStorage(place), Secret("added by restic"))
    assert opened.sealer().open(ours.sealer().seal(b"one master key")) == b"one master key", "restic 0.14 masks r when it stores it"
    assert len(list_keys(opened)) == 3
    change_password(opened, Secret("changed"), CHEAP)
    Restic(place, "changed", tmp_path / "scratch").check()
    assert Restic(place, "added by restic", tmp_path / "scratch").run("snapshots", check=False).returncode != 0
    with pytest.raises(AuthRejected):
        Repository.open(LocalStorage(place), Secret("added by restic"))


def test_restic_respects_our_locks(tmp_path: Path, site: Path, place: Path, ours: Repository) -> None:
    """An exclusive one stops its backup, a shared one its prune; `restic unlock` leaves a living lock, and its process, alone."""
    restic = Restic(place, PASSWORD, tmp_path / "scratch")
    with ours.lock(exclusive=True) as held:
        refused = restic.run("backup", site, check=False)
        assert refused.returncode != 0
        assert "locked" in refused.stderr
        assert f"PID {os.getpid()}" in refused.stderr
        restic.run("unlock")
        held.confirm()
    with ours.lock(exclusive=False):
        restic.backup(site)
        assert "locked" in restic.run("prune", check=False).stderr
    restic.check()


@pytest.fixture
def restic_at_work(tmp_path: Path, place: Path, ours: Repository) -> Iterator[subprocess.Popen[bytes]]:
    """A restic in the middle of a backup: it reads from a pipe that stays open."""
    restic = Restic(place, PASSWORD, tmp_path / "scratch")
    with subprocess.Popen(restic.command("backup", "--stdin"), env=restic.environment, stdin=subprocess.PIPE) as child:
        deadline = time.monotonic() + 60
        while not list_locks(ours) and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.4)
        yield child
        if child.poll() is None:
            child.kill()


def test_l2_we_respect_restics_locks(place: Path, ours: Repository, restic_at_work: subprocess.Popen[bytes]) -> None:
    """Beside its backup we may write, not prune; killed, its lock is stale and removed."""
    ours.lock(exclusive=False).release()
    with pytest.raises(Busy) as caught:
        ours.lock(exclusive=True)
    assert caught.value.details["pid"] == restic_at_work.pid
    restic_at_work.kill()
    restic_at_work.wait()
    assert len(list_locks(ours)) == 1
    ours.lock(exclusive=True).release()
    assert list_locks(ours) == []
