"""Walking a folder: what is found, in which order, and what is told when something cannot be read."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast.errors import Forbidden, NotFound
from holdfast.sources.base import Skipped
from holdfast.sources.excludes import Excluder
from holdfast.sources.folder import Folder, FolderSource
from holdfast.sources.metadata import entry_of, group_name, kind_of, read_xattrs, user_name
from tests.support.hostile_tree import make_hostile_tree


def scan(path: Path, excluder: Excluder | None = None) -> tuple[list[Folder], list[Skipped]]:
    skipped: list[Skipped] = []
    return list(FolderSource(path, excluder).scan(skipped.append)), skipped


def test_every_entry_once_and_in_order(tmp_path: Path) -> None:
    """Folders before what lies in them, names sorted as bytes; everything that `os.walk` sees but sockets."""
    make_hostile_tree(tmp_path / "tree")
    folders, skipped = scan(tmp_path / "tree")
    assert skipped == []
    found = [os.path.join(folder.path, name) for folder in folders for name, _ in folder.files]
    walked = [os.path.join(top, name) for top, dirs, files in os.walk(os.fsencode(tmp_path / "tree")) for name in files]
    links_to_folders = [
        os.path.join(top, name)
        for top, dirs, _ in os.walk(os.fsencode(tmp_path / "tree"))
        for name in dirs
        if os.path.islink(os.path.join(top, name))
    ]
    assert sorted(found) == sorted(path for path in walked + links_to_folders if not path.endswith(b"/socket"))
    for folder in folders:
        assert [name for name, _ in folder.files] == sorted(name for name, _ in folder.files)
        assert folder.folders == sorted(folder.folders)
    paths = [folder.path for folder in folders]
    assert [path for path in paths if path.count(b"/") > paths[0].count(b"/")] == paths[1:]
    assert {os.path.dirname(path) for path in paths[1:]} <= set(paths)


def test_excluded_folders_are_not_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pruned, not filtered: a cache with a million files costs nothing."""
    (tmp_path / "wp-content/cache/deep").mkdir(parents=True)
    (tmp_path / "wp-content/uploads").mkdir()
    folders, _ = scan(tmp_path, Excluder(presets=["wordpress"]))
    assert [os.path.relpath(folder.path, os.fsencode(tmp_path)) for folder in folders] == [b".", b"wp-content", b"wp-content/uploads"]


def test_links_are_never_followed(tmp_path: Path) -> None:
    """Not below the source, and not as the source."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real/file").write_bytes(b"")
    (tmp_path / "source").mkdir()
    (tmp_path / "source/link").symlink_to(tmp_path / "real")
    folders, _ = scan(tmp_path / "source")
    assert [(folder.folders, [name for name, _ in folder.files]) for folder in folders] == [([], [b"link"])]
    (tmp_path / "linked").symlink_to(tmp_path / "real")
    assert scan(tmp_path / "linked") == ([], [])
    assert kind_of(FolderSource(tmp_path / "linked").root().st_mode) == "symlink"


def test_b3_a_missing_source(tmp_path: Path) -> None:
    for path in (tmp_path / "gone", tmp_path / "gone/below"):
        with pytest.raises(NotFound, match="is not there"):
            scan(path)


class Failing:
    """A listing that breaks off after `after` entries."""

    def __init__(self, entries: os._ScandirIterator[str], after: int, number: int) -> None:
        self._entries, self._after, self._number = entries, after, number

    def __enter__(self) -> Failing:
        return self

    def __exit__(self, *_: object) -> None:
        self._entries.close()

    def __iter__(self) -> Iterator[os.DirEntry[str]]:
        for number, entry in enumerate(self._entries):
            if number == self._after:
                raise OSError(self._number, os.strerror(self._number))
            yield entry


def test_b2_a_listing_that_breaks_off_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """EIO in mid-listing: what was seen stays, and the folder is named."""
    for name in "abcd":
        (tmp_path / name).write_bytes(b"")
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda descriptor: Failing(real(descriptor), 2, errno.EIO))
    (folder,), skipped = scan(tmp_path)
    monkeypatch.undo()
    assert len(folder.files) == 2
    assert skipped == [Skipped(str(tmp_path), "io-error", os.strerror(errno.EIO))]


@pytest.mark.parametrize(("number", "reason"), [(errno.EACCES, "unreadable"), (errno.ENOENT, "vanished"), (errno.EIO, "io-error")])
def test_b1_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str) -> None:
    """The rest goes on; the source itself not being readable is an error."""
    (tmp_path / "a").mkdir()
    (tmp_path / "closed").mkdir()
    (tmp_path / "z").mkdir()
    real = os.open

    def refuse(path: bytes, *arguments: int, **more: int) -> int:
        if os.fsencode(path).endswith(closed):
            raise OSError(number, os.strerror(number))
        return real(path, *arguments, **more)

    monkeypatch.setattr(os, "open", refuse)
    closed = b"/closed"
    folders, skipped = scan(tmp_path)
    assert [os.path.basename(folder.path) for folder in folders[1:]] == [b"a", b"z"]
    assert [(one.path, one.reason) for one in skipped] == [(str(tmp_path / "closed"), reason)]
    closed = os.fsencode(tmp_path)
    with pytest.raises(Forbidden):
        scan(tmp_path)


def test_metadata(tmp_path: Path) -> None:
    """Names of owners, attributes in the system's order, everything an entry tells."""
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    os.setxattr(path, "user.b", b"\x00")
    os.setxattr(path, "user.a", b"")
    os.utime(path, ns=(5, -7))
    status = os.lstat(path)
    xattrs = read_xattrs(os.fsencode(path))
    entry = entry_of(b"file", status, xattrs=xattrs)
    assert [name for name, _ in xattrs] == os.listxattr(path)
    assert dict(xattrs) == {"user.b": b"\x00", "user.a": b""}
    assert (entry.kind, entry.size, entry.mtime_ns, entry.links, entry.user) == ("file", 5, -7, 1, user_name(os.getuid()))
    assert user_name(0) == "root"
    assert user_name(3_999_999) == group_name(3_999_999) == ""
    assert read_xattrs(b"/nowhere") == ()
