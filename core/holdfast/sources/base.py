"""What the archiver asks of a source.

Two shapes exist. A **folder** (`holdfast.sources.folder.FolderSource`) lies in this machine's file system, so the archiver scans it
and may read its files in several processes. A **stream source** makes its files up as it goes (a database dump): they are read
one after the other, in the order given, in the archiver's own process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

import msgspec

from holdfast.entries import Entry


class Skipped(msgspec.Struct, frozen=True):
    """Something that could not be read and is therefore not (or not wholly) in the backup."""

    path: str
    reason: str
    """One of: unreadable, vanished, changed, io-error, unsupported."""
    message: str = ""


class StreamFile(Protocol):
    """A file that a stream source makes. `chunks` is read to its end before the next file is asked for."""

    @property
    def path(self) -> bytes:
        """Absolute path inside the backup, for example ``/holdfast-database/wp/wp_posts.sql``."""

    @property
    def entry(self) -> Entry:
        """Metadata; `size` is ignored, the bytes read are counted."""

    def chunks(self) -> Iterator[bytes]:
        """The content, in pieces of any size up to a few MiB. Of a file with a true attribute ``cut`` each piece is a blob as it is (at
        most 8 MiB): for content whose best places to cut the source knows."""


class StreamSource(Protocol):
    """Makes files. Complete or an error: when `files` is exhausted without an exception, all of it was whole."""

    def files(self, skipped: Callable[[Skipped], None]) -> Iterator[StreamFile]:
        """The files. Raises a `HoldfastError` when the source as a whole cannot be trusted (a dump without its last line): then no
        backup is made of it."""

    def estimate(self) -> int | None:
        """About how many bytes will come, for the progress bar."""

    def close(self) -> None:
        """End child programs, remove temporary files. Always called, also after an error."""
