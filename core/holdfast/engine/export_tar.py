"""A .tar.zst as a stream: POSIX pax members (times to the nanosecond, names of any bytes, links), one zstd frame with a checksum."""

from __future__ import annotations

import os
import tarfile
from collections.abc import Callable

from holdfast.engine.restore_records import Item

_KINDS = {
    "file": tarfile.REGTYPE,
    "dir": tarfile.DIRTYPE,
    "symlink": tarfile.SYMTYPE,
    "fifo": tarfile.FIFOTYPE,
    "dev": tarfile.BLKTYPE,
    "chardev": tarfile.CHRTYPE,
}
_BLOCK = 512
_END = bytes(2 * _BLOCK)


class TarWriter:
    """Writes members one after the other through `write`, compressed."""

    def __init__(self, write: Callable[[bytes], None], threads: int) -> None:
        import zstandard

        self._write = write
        self._packer = zstandard.ZstdCompressor(level=3, threads=threads, write_checksum=True).compressobj()
        self._left = 0
        self._padding = 0

    def _out(self, data: bytes) -> None:
        if packed := self._packer.compress(data):
            self._write(packed)

    def member(self, item: Item, size: int, first: bytes | None = None) -> None:
        """The header of a member; for a file, `size` bytes of content follow through `add`. `first`: another name of this member."""
        self._out(_header(item, size, first))
        self._left, self._padding = size, -size % _BLOCK
        if not size:
            self._padding = 0

    def add(self, plain: bytes) -> None:
        """Content of the member; its end is padded."""
        self._left -= len(plain)
        self._out(plain)
        if not self._left:
            self._out(bytes(self._padding))

    @property
    def complete(self) -> bool:
        """All content of the last member has arrived."""
        return not self._left

    def finish(self) -> None:
        self._out(_END)
        self._write(self._packer.flush())


def _header(item: Item, size: int, first: bytes | None) -> bytes:
    entry = item.entry
    info = tarfile.TarInfo(os.fsdecode(item.path) + ("/" if entry.kind == "dir" else ""))
    info.type = _KINDS[entry.kind] if first is None else tarfile.LNKTYPE
    info.linkname = os.fsdecode(entry.link_target if first is None else first)
    info.size = size
    info.mode = entry.mode & 0o7777
    info.uid, info.gid, info.uname, info.gname = entry.uid, entry.gid, entry.user, entry.group
    info.devmajor, info.devminor = os.major(entry.device), os.minor(entry.device)
    seconds, rest = divmod(entry.mtime_ns, 1_000_000_000)
    info.mtime = seconds
    if rest or not 0 <= seconds < 8**11:
        # tarfile would write a float, which loses nanoseconds
        info.pax_headers = {"mtime": _decimal(entry.mtime_ns)}
    return info.tobuf(tarfile.PAX_FORMAT, "utf-8", "surrogateescape")


def _decimal(nanoseconds: int) -> str:
    seconds, rest = divmod(abs(nanoseconds), 1_000_000_000)
    return f"{'-' if nanoseconds < 0 else ''}{seconds}.{rest:09}"
