"""What a file system entry is, between a source, the engine and a target. No I/O, nothing of the repository format.

A source yields entries, a target is given them; the engine turns them into the repository's nodes and back. Modes are POSIX
``st_mode`` bits here (the repository stores Go's, see `holdfast.repository.trees`); names and link targets are raw bytes because a
POSIX name need not be text.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["file", "dir", "symlink", "dev", "chardev", "fifo", "socket"]


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One file, folder, link or special file. Times are nanoseconds since 1970 UTC (may be negative)."""

    name: bytes
    kind: Kind
    mode: int = 0
    mtime_ns: int = 0
    ctime_ns: int = 0
    uid: int = 0
    gid: int = 0
    user: str = ""
    group: str = ""
    inode: int = 0
    device_id: int = 0
    size: int = 0
    links: int = 0
    link_target: bytes = b""
    device: int = 0
    xattrs: tuple[tuple[str, bytes], ...] = ()
    atime_ns: int | None = None
    """None: restic's default, the same as `mtime_ns`."""
