"""Snapshots: what was backed up when, and the root of its tree (restic design document, "Snapshots"; `internal/data/snapshot.go`)."""

from __future__ import annotations

from datetime import datetime

import msgspec

from holdfast.errors import Damaged
from holdfast.repository.ids import BlobId, parse_id
from holdfast.repository.tags import SnapshotTags
from holdfast.repository.times import format_moment, parse_moment, parse_time


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """Statistics of a backup; restic shows the size from here. Sizes in bytes."""

    backup_start: str
    backup_end: str
    files_new: int = 0
    files_changed: int = 0
    files_unmodified: int = 0
    dirs_new: int = 0
    dirs_changed: int = 0
    dirs_unmodified: int = 0
    data_blobs: int = 0
    tree_blobs: int = 0
    data_added: int = 0
    data_added_packed: int = 0
    total_files_processed: int = 0
    total_bytes_processed: int = 0


class Snapshot(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A snapshot. Times stay text, so that nothing of them is lost when it is stored again (`when`, `time_ns` read them)."""

    id: str = ""
    """Known once stored; not part of the JSON."""
    time: str
    """RFC 3339 with nanoseconds; `snapshot_time` makes it."""
    parent: str | None = None
    tree: str
    paths: tuple[str, ...]
    hostname: str = ""
    username: str = ""
    uid: int = 0
    gid: int = 0
    excludes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    original: str | None = None
    program_version: str = ""
    summary: Summary | None = None

    @property
    def when(self) -> datetime:
        """The time in the offset it was written with (retention counts days in it)."""
        return parse_moment(self.time)

    @property
    def time_ns(self) -> int:
        return parse_time(self.time)

    @property
    def tree_id(self) -> BlobId:
        return parse_id(self.tree, "a tree id")

    @property
    def our_tags(self) -> SnapshotTags:
        return SnapshotTags.from_tags(self.tags)


snapshot_time = format_moment
"""An aware datetime as a snapshot's `time`."""


class _Stored(Snapshot, frozen=True, kw_only=True, omit_defaults=True):
    """As others may write it: Go knows null for an empty list."""

    paths: tuple[str, ...] | None  # type: ignore[assignment]  # wider on purpose, and narrowed at once
    excludes: tuple[str, ...] | None = None  # type: ignore[assignment]
    tags: tuple[str, ...] | None = None  # type: ignore[assignment]


_decoder = msgspec.json.Decoder(_Stored)


def encode_snapshot(snapshot: Snapshot) -> bytes:
    """The JSON to store; without the id, which is the hash of the stored file."""
    return msgspec.json.encode(msgspec.structs.replace(snapshot, id=""))


def decode_snapshot(plain: bytes, snapshot_id: str) -> Snapshot:
    """`Damaged` when it is no snapshot, or its time or tree cannot be."""
    try:
        stored = _decoder.decode(plain)
        parse_moment(stored.time), parse_id(stored.tree, "a tree id")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, Damaged):
        raise Damaged(f"The backup {snapshot_id[:8]} cannot be read.", snapshot=snapshot_id) from None
    fields = msgspec.structs.asdict(stored)
    fields.update(id=snapshot_id, paths=stored.paths or (), excludes=stored.excludes or (), tags=stored.tags or ())
    return Snapshot(**fields)
