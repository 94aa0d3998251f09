"""Entries of a file system <-> nodes of a tree: Go's file modes, quoted names, times as text."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from functools import lru_cache
from typing import cast, get_args

from holdfast.entries import Entry, Kind
from holdfast.errors import Damaged
from holdfast.repository.ids import BlobId
from holdfast.repository.names import quote
from holdfast.repository.times import format_time
from holdfast.repository.trees import ExtendedAttribute, Node

_GO_DIR, _GO_SYMLINK, _GO_DEVICE, _GO_FIFO, _GO_SOCKET = 1 << 31, 1 << 27, 1 << 26, 1 << 25, 1 << 24
_GO_SETUID, _GO_SETGID, _GO_CHARDEVICE, _GO_STICKY = 1 << 23, 1 << 22, 1 << 21, 1 << 20
_GO_TYPE = {
    stat.S_IFDIR: _GO_DIR,
    stat.S_IFLNK: _GO_SYMLINK,
    stat.S_IFBLK: _GO_DEVICE,
    stat.S_IFCHR: _GO_DEVICE | _GO_CHARDEVICE,
    stat.S_IFIFO: _GO_FIFO,
    stat.S_IFSOCK: _GO_SOCKET,
}
_KIND_TYPE = {
    "file": stat.S_IFREG,
    "dir": stat.S_IFDIR,
    "symlink": stat.S_IFLNK,
    "dev": stat.S_IFBLK,
    "chardev": stat.S_IFCHR,
    "fifo": stat.S_IFIFO,
    "socket": stat.S_IFSOCK,
}
_SPECIAL = ((stat.S_ISUID, _GO_SETUID), (stat.S_ISGID, _GO_SETGID), (stat.S_ISVTX, _GO_STICKY))
_WITH_LINKS = frozenset(("file", "symlink", "dev", "chardev"))
_KINDS = frozenset(get_args(Kind))


@lru_cache(maxsize=4096)
def go_mode(mode: int) -> int:
    """Go's `os.FileMode` of a POSIX ``st_mode``."""
    return mode & 0o777 | _GO_TYPE.get(stat.S_IFMT(mode), 0) | sum(go for posix, go in _SPECIAL if mode & posix)


@lru_cache(maxsize=4096)
def posix_mode(mode: int, kind: str) -> int:
    """POSIX ``st_mode`` of Go's mode; the file type is the node's, not the mode's."""
    return mode & 0o777 | _KIND_TYPE[kind] | sum(posix for posix, go in _SPECIAL if mode & go)


def node_from_entry(entry: Entry, content: Sequence[BlobId] | None = None, subtree: BlobId | None = None) -> Node:
    """The node of an entry. `content` is for files (an empty file: an empty list), `subtree` for folders."""
    kind = entry.kind
    mtime = format_time(entry.mtime_ns)
    target, raw_target = _link_target(entry.link_target) if kind == "symlink" else ("", b"")
    return Node(
        name=quote(entry.name),
        type=kind,
        mode=go_mode(entry.mode),
        mtime=mtime,
        atime=mtime if entry.atime_ns is None else format_time(entry.atime_ns),
        ctime=format_time(entry.ctime_ns),
        uid=entry.uid,
        gid=entry.gid,
        user=entry.user,
        group=entry.group,
        inode=entry.inode,
        device_id=entry.device_id,
        size=entry.size if kind == "file" else 0,
        links=entry.links if kind in _WITH_LINKS else 0,
        linktarget=target,
        linktarget_raw=raw_target,
        extended_attributes=[ExtendedAttribute(name, value) for name, value in entry.xattrs],
        device=entry.device if kind in ("dev", "chardev") else 0,
        content=[blob.hex() for blob in content or ()] if kind == "file" else None,
        subtree=subtree.hex() if subtree is not None else None,
    )


def _link_target(raw: bytes) -> tuple[str, bytes]:
    try:
        return raw.decode(), b""
    except UnicodeDecodeError:
        # one replacement character for each wrong byte, as Go's JSON has it
        text = "".join("\ufffd" if 0xDC80 <= ord(c) <= 0xDCFF else c for c in raw.decode(errors="surrogateescape"))
        return text, raw


def entry_from_node(node: Node) -> Entry:
    """The entry of a node. `Damaged` for a kind that no file system has, or a time or name that cannot be read."""
    if node.type not in _KINDS:
        raise Damaged(f"{node.name[:200]!r} in the repository is of an unknown kind ({node.type[:20]!r}).")
    mtime = node.mtime_ns
    return Entry(
        name=node.raw_name,
        kind=cast(Kind, node.type),
        mode=posix_mode(node.mode, node.type),
        mtime_ns=mtime,
        ctime_ns=node.ctime_ns,
        uid=node.uid,
        gid=node.gid,
        user=node.user,
        group=node.group,
        inode=node.inode,
        device_id=node.device_id,
        size=node.size,
        links=node.links,
        link_target=node.raw_linktarget if node.type == "symlink" else b"",
        device=node.device,
        xattrs=tuple((attribute.name, attribute.value or b"") for attribute in node.extended_attributes),
        atime_ns=None if node.atime == node.mtime else node.atime_ns,
    )
