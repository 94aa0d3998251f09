"""An archive as a source: its members go into the repository one by one, unpacked, so that daily archives share what did not change.

Members stand at ``/holdfast-archive/<key>/files/<path>``, the same on each day; what the engine does not keep (order, folders, a zip's own
times and attributes) goes into a list beside them (`holdfast.sources.archive_listing`).
"""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from holdfast.cancellation import Cancellation
from holdfast.entries import Entry
from holdfast.errors import UsageError
from holdfast.sources.archive_cutting import cut_at_lines
from holdfast.sources.archive_listing import FILES, LIST, TOP, VERSION, About, encode, encode_row, row_of
from holdfast.sources.archive_reading import Archive, Member, open_archive
from holdfast.sources.archive_rules import Rules, shown
from holdfast.sources.base import Skipped

MAIN = "site"
_DUMP = re.compile(rb"\.sql$", re.IGNORECASE)


class ArchiveSource:
    """A `StreamSource` of one archive. Several of a set have different `key`s ("plugins", "uploads"); it must be the same on each day."""

    def __init__(self, path: Path, *, key: str = MAIN, rules: Rules | None = None, cancelled: Cancellation | None = None) -> None:
        if not key or not key.isascii() or not key.replace("-", "").replace("_", "").isalnum():
            raise UsageError(f"“{shown(key)}” cannot be the name of an archive's place in the backup.")
        self.path = path
        self.key = key
        self.root = b"/" + TOP + b"/" + key.encode() + b"/"
        self._rules = rules
        self._cancelled = cancelled or Cancellation()
        self._archive: Archive | None = None
        self._rows: list[bytes] = []

    def estimate(self) -> int | None:
        """The packed size: what comes is that at least."""
        try:
            return self.path.stat().st_size
        except OSError:
            return None

    def files(self, skipped: Callable[[Skipped], None]) -> Iterator[MemberFile | ListFile]:
        """Nothing is given out before the whole table of contents (of a tar: all headers) was judged. Raises `Damaged`, `Unsupported`,
        `NotFound`, `Forbidden`, `Cancelled`."""
        self._look_through(skipped)
        self._archive = open_archive(self.path, self._rules, self._cancelled)
        newest = 0
        for member, content in self._archive.members():
            if member.kind != "file":
                self._rows.append(encode_row(row_of(member, 0)))
                continue
            newest = max(newest, member.mtime_ns)
            file = MemberFile(self.root + FILES + b"/" + member.path, member, content)
            yield file
            self._rows.append(encode_row(row_of(member, file.size)))
        about = About(VERSION, self._archive.form, shown(self.path.name, 255), self.path.stat().st_size)
        yield ListFile(self.root + LIST, newest, encode(about, self._rows))

    def close(self) -> None:
        if self._archive is not None:
            self._archive.close()
            self._archive = None

    def _look_through(self, skipped: Callable[[Skipped], None]) -> None:
        archive = open_archive(self.path, self._rules, self._cancelled)
        try:
            if archive.form != "zip":  # a zip is judged when it is opened
                for _ in archive.members():
                    pass
            for name in archive.left_out:
                skipped(Skipped(shown(name, 1000), "unsupported", "It is a link or a special file in the archive."))
        finally:
            archive.close()


class MemberFile:
    """A member as a `StreamFile`. `size` is right once its content was read."""

    def __init__(self, path: bytes, member: Member, content: Iterator[bytes]) -> None:
        self.path = path
        mode = stat.S_IFREG | member.mode
        self.entry = Entry(path.rpartition(b"/")[2], "file", mode, mtime_ns=member.mtime_ns, ctime_ns=member.mtime_ns)
        self.size = 0
        self.cut = bool(_DUMP.search(path))
        """Its chunks are blobs as they are."""
        self._told_size = member.size
        self._content = content

    def chunks(self) -> Iterator[bytes]:
        for piece in cut_at_lines(self._content, self._told_size) if self.cut else self._content:
            self.size += len(piece)
            yield piece


class ListFile:
    """The list of members as a `StreamFile`."""

    def __init__(self, path: bytes, mtime_ns: int, content: Iterator[bytes]) -> None:
        self.path = path
        self.entry = Entry(path.rpartition(b"/")[2], "file", stat.S_IFREG | 0o600, mtime_ns=mtime_ns, ctime_ns=mtime_ns)
        self._content = content

    def chunks(self) -> Iterator[bytes]:
        yield from self._content
