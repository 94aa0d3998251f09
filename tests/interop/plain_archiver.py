"""The simplest archiver over the repository's public parts: no chunker (files below 512 KiB only), no parent, one thread.

It stands between these tests and the product's archiver, so that a difference in a tree's id can only come from the format.
"""

from __future__ import annotations

import grp
import os
import pwd
import stat
from datetime import UTC, datetime
from pathlib import Path

from holdfast.entries import Entry, Kind
from holdfast.repository.ids import BlobId, BlobKind, blob_id
from holdfast.repository.nodes import node_from_entry
from holdfast.repository.pack_writer import PackWriter
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot, Summary, snapshot_time
from holdfast.repository.tags import SnapshotTags
from holdfast.repository.trees import Node, encode_tree

_KINDS: dict[int, Kind] = {
    stat.S_IFREG: "file",
    stat.S_IFDIR: "dir",
    stat.S_IFLNK: "symlink",
    stat.S_IFBLK: "dev",
    stat.S_IFCHR: "chardev",
    stat.S_IFIFO: "fifo",
}


def entry_of(path: bytes, name: bytes) -> Entry | None:
    """The entry of a path; None for a socket."""
    info = os.lstat(path)
    kind = _KINDS.get(stat.S_IFMT(info.st_mode))
    if kind is None:
        return None
    attributes = [(a, os.getxattr(path, a, follow_symlinks=False)) for a in os.listxattr(path, follow_symlinks=False)]
    return Entry(
        name=name,
        kind=kind,
        mode=info.st_mode,
        mtime_ns=info.st_mtime_ns,
        ctime_ns=info.st_ctime_ns,
        uid=info.st_uid,
        gid=info.st_gid,
        user=_name(lambda: pwd.getpwuid(info.st_uid).pw_name),
        group=_name(lambda: grp.getgrgid(info.st_gid).gr_name),
        inode=info.st_ino,
        device_id=info.st_dev,
        size=info.st_size,
        links=info.st_nlink,
        link_target=os.readlink(path) if kind == "symlink" else b"",
        device=info.st_rdev,
        xattrs=tuple(attributes),
    )


def _name(look_up) -> str:  # type: ignore[no-untyped-def]  # a lambda of the two lines above
    try:
        return str(look_up())
    except KeyError:
        return ""


class PlainArchiver:
    """Archives one folder into `repository` (which must be locked by the caller)."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self.index = repository.load_index()
        self.new: set[tuple[str, BlobId]] = set()
        self.trees: dict[bytes, BlobId] = {}
        """The tree of each folder by its path."""

    def archive(self, root: Path, tags: SnapshotTags | None = None) -> Snapshot:
        start = datetime.now(UTC)
        with self.repository.pack_writer() as writer:
            tree = self._with_parents(writer, os.fsencode(root))
            self.repository.save_index(writer.flush())
        now = snapshot_time(datetime.now(UTC))
        snapshot = Snapshot(
            time=snapshot_time(start),
            tree=tree.hex(),
            paths=(str(root),),
            hostname="plain",
            tags=tags.to_tags() if tags else (),
            program_version="holdfast test",
            summary=Summary(backup_start=now, backup_end=now, total_files_processed=1),
        )
        return self.repository.snapshot(self.repository.save_snapshot(snapshot))

    def _store(self, writer: PackWriter, kind: BlobKind, plain: bytes) -> BlobId:
        identity = blob_id(plain)
        if not self.index.has(identity, kind) and (kind, identity) not in self.new:
            self.new.add((kind, identity))
            writer.add(kind, identity, plain)
        return identity

    def _with_parents(self, writer: PackWriter, path: bytes) -> BlobId:
        tree = self._folder(writer, path)
        while path != b"/":
            parent, name = os.path.split(path)
            entry = entry_of(path, name)
            assert entry is not None
            tree = self._store(writer, "tree", encode_tree([node_from_entry(entry, subtree=tree)]))
            path = parent
        return tree

    def _folder(self, writer: PackWriter, path: bytes) -> BlobId:
        nodes = [node for name in sorted(os.listdir(path)) if (node := self._node(writer, os.path.join(path, name), name))]
        self.trees[path] = self._store(writer, "tree", encode_tree(nodes))
        return self.trees[path]

    def _node(self, writer: PackWriter, path: bytes, name: bytes) -> Node | None:
        entry = entry_of(path, name)
        if entry is None:
            return None
        if entry.kind == "dir":
            return node_from_entry(entry, subtree=self._folder(writer, path))
        if entry.kind != "file":
            return node_from_entry(entry)
        with open(path, "rb") as file:
            content = file.read()
        assert len(content) < 512 << 10
        return node_from_entry(entry, [self._store(writer, "data", content)] if content else [])
