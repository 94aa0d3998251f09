"""Metadata of files as restic takes it: names of users and groups, extended attributes, kinds."""

from __future__ import annotations

import os
import stat
from functools import lru_cache
from typing import Any

from holdfast.entries import Entry, Kind

_KINDS: dict[int, Kind] = {
    stat.S_IFREG: "file",
    stat.S_IFDIR: "dir",
    stat.S_IFLNK: "symlink",
    stat.S_IFBLK: "dev",
    stat.S_IFCHR: "chardev",
    stat.S_IFIFO: "fifo",
    stat.S_IFSOCK: "socket",
}


def kind_of(mode: int) -> Kind | None:
    """The kind of a POSIX ``st_mode``; None for what no backup can hold (doors, whiteouts)."""
    return _KINDS.get(stat.S_IFMT(mode))


@lru_cache(maxsize=4096)
def user_name(uid: int) -> str:
    """The name of a user, or "" when there is none."""
    try:
        import pwd

        return pwd.getpwuid(uid).pw_name
    except (ImportError, KeyError):
        return ""


@lru_cache(maxsize=4096)
def group_name(gid: int) -> str:
    """The name of a group, or "" when there is none."""
    try:
        import grp

        return grp.getgrgid(gid).gr_name
    except (ImportError, KeyError):
        return ""


Xattrs = tuple[tuple[str, bytes], ...]


def read_xattrs(what: int | bytes, *, follow: bool = True) -> Xattrs:
    """Extended attributes of an open file or a path, in the system's order. File systems without them have none; one that vanishes
    or may not be read meanwhile is left out."""
    if not hasattr(os, "listxattr"):
        return ()
    options: dict[str, Any] = {} if follow else {"follow_symlinks": False}
    try:
        names = os.listxattr(what, **options)
    except OSError:
        return ()
    found = []
    for name in names:
        try:
            found.append((name, os.getxattr(what, name, **options)))
        except OSError:
            continue
    return tuple(found)


def entry_of(name: bytes, status: os.stat_result, *, xattrs: Xattrs = (), link_target: bytes = b"") -> Entry:
    """The entry of a file with this status. Its kind must be known (`kind_of`)."""
    kind = kind_of(status.st_mode)
    assert kind is not None  # noqa: S101 - a scan hands on known kinds only
    return Entry(
        name=name,
        kind=kind,
        mode=status.st_mode,
        mtime_ns=status.st_mtime_ns,
        ctime_ns=status.st_ctime_ns,
        uid=status.st_uid,
        gid=status.st_gid,
        user=user_name(status.st_uid),
        group=group_name(status.st_gid),
        inode=status.st_ino,
        device_id=status.st_dev,
        size=status.st_size,
        links=status.st_nlink,
        link_target=link_target,
        device=getattr(status, "st_rdev", 0),
        xattrs=xattrs,
    )
