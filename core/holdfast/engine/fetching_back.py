"""Gives an archive back that was taken in member by member: a zip with the same members, bytes and times, in the same order.

(Compressed anew, so the file itself is not the same byte for byte.)
"""

from __future__ import annotations

import os
import struct
import time
import zipfile
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.browse import read_file
from holdfast.engine.restore_lock import shared_lock
from holdfast.engine.restore_stream import ContentReader
from holdfast.engine.restore_trees import BlobFinder, Trees, joined
from holdfast.errors import Damaged, NoSpace, NotFound, UsageError
from holdfast.progress import SILENT, Progress, Totals
from holdfast.sources.archive_listing import FILES, LIST, TOP, About, Row, decode
from holdfast.sources.archive_rules import clean_path

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot
    from holdfast.repository.trees import Node

_UNIX = 3
_FOLDER = 0x10
_LARGE = 2_000_000_000


class GivenBack(msgspec.Struct, frozen=True):
    path: str
    size: int
    sha256: str
    files: int


def kept_archives(repository: Repository, snapshot: Snapshot) -> list[str]:
    """The keys of the archives that a backup was made from; [] when it was made from none."""
    trees = Trees(repository, BlobFinder(repository))
    try:
        top = trees.locate(snapshot, TOP)
    except NotFound:
        return []
    return [os.fsdecode(node.raw_name) for node in trees.one(top.subtree_id())] if top is not None and top.type == "dir" else []


def give_back(
    repository: Repository,
    snapshot: Snapshot,
    to: Path,
    *,
    key: str = "site",
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> GivenBack:
    """Write the archive `key` of `snapshot` to `to`, which gets it when it is whole (one that was there is replaced).

    Raises `NotFound` (no such archive in this backup), `Damaged`, `NoSpace`, `UsageError` (cannot be written), `Cancelled`.
    """
    with shared_lock(repository, progress):
        about, rows = _list(repository, snapshot, key, cancelled)
        writing = _Writing(repository, snapshot, key, rows, progress, cancelled or Cancellation())
        temporary = to.with_name(f".{to.name}.{os.urandom(4).hex()}.part")
        try:
            with open(temporary, "w+b") as file:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
                    writing.write(packed, about)
                file.flush()
                os.fsync(file.fileno())
                file.seek(0)
                digest = sha256()
                while piece := file.read(1 << 20):
                    digest.update(piece)
                size = file.tell()
            os.replace(temporary, to)
        except OSError as error:
            if error.errno == 28:
                raise NoSpace(f"The disk of {to} is full.", hint="Free space there or write to another disk.") from error
            raise UsageError(f"{to} cannot be written: {error.strerror}.") from error
        finally:
            temporary.unlink(missing_ok=True)
    return GivenBack(str(to), size, digest.hexdigest(), writing.files)


def _list(repository: Repository, snapshot: Snapshot, key: str, cancelled: Cancellation | None) -> tuple[About, list[Row]]:
    path = b"/".join((TOP, os.fsencode(key), LIST))
    try:
        return decode(b"".join(read_file(repository, snapshot, path, cancelled)))
    except NotFound:
        raise NotFound(f"The backup {snapshot.id[:8]} was not made from an archive.", hint="`backup export` makes one of it.") from None


class _Writing:
    def __init__(
        self, repository: Repository, snapshot: Snapshot, key: str, rows: list[Row], progress: Progress, cancelled: Cancellation
    ) -> None:
        self._rows = rows
        self._progress = progress
        self._cancelled = cancelled
        finder = BlobFinder(repository)
        self._nodes = _nodes(Trees(repository, finder), snapshot, b"/".join((TOP, os.fsencode(key), FILES)))
        self._reader = ContentReader(repository, finder)
        self.files = 0
        self._bytes = 0

    def write(self, packed: zipfile.ZipFile, about: About) -> None:
        """All members; contents are read ahead in the order of the list."""
        total = sum(row.size for row in self._rows)
        contents = self._reader.stream((blob for row in self._rows for blob in self._blobs(row)), cancelled=self._cancelled)
        for row in self._rows:
            self._cancelled.check()
            info = _info(row, about.form)
            with packed.open(info, "w", force_zip64=row.size >= _LARGE) as member:
                written = 0
                for piece in islice(contents, len(self._blobs(row))):
                    member.write(piece)
                    written += len(piece)
            if written != row.size:
                raise Damaged(f"The content of {row.name} in this backup is not as long as its list says.")
            self.files += row.kind == "file"
            self._bytes += written
            self._progress.totals(
                Totals("write", files_done=self.files, bytes_done=self._bytes, bytes_total=total, files_total=len(self._rows))
            )

    def _blobs(self, row: Row) -> list[bytes]:
        if row.kind != "file":
            return []
        node = self._nodes.get(clean_path(row.raw_name, portable=False))
        if node is None:
            raise Damaged(f"{row.name} is missing in this backup.")
        return list(node.blob_ids())


def _nodes(trees: Trees, snapshot: Snapshot, path: bytes) -> dict[bytes, Node]:
    """The files below `path`, by their path from there."""

    try:
        top = trees.locate(snapshot, path)
    except NotFound:
        top = None  # an archive of nothing but folders
    if top is None:
        return {}
    walk = trees.walk(top.subtree_id(), b"")
    return {joined(folder, node.raw_name): node for folder, nodes in walk for node in nodes if node.type == "file"}


class _Info(zipfile.ZipInfo):
    """A member whose name is no text: its bytes are written as they were."""

    raw_name = b""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.raw_name, self.flag_bits


def _info(row: Row, form: str) -> zipfile.ZipInfo:
    when = _moment(row.dos_time) if form == "zip" else _calendar(row.mtime_ns)
    raw = row.raw_name
    if row.kind == "dir" and not raw.endswith(b"/"):
        raw += b"/"
    try:
        info = zipfile.ZipInfo(raw.decode(), when)
    except UnicodeDecodeError:
        info = _Info(raw.decode("cp437"), when)
        info.raw_name = raw
    info.file_size = row.size
    info.create_system = _UNIX
    # stored stays stored; everything else is deflated, which everybody can read
    info.compress_type = zipfile.ZIP_STORED if row.kind == "dir" or (form == "zip" and row.method == 0) else zipfile.ZIP_DEFLATED
    kind = 0o040000 if row.kind == "dir" else 0o100000
    info.external_attr = row.attributes if form == "zip" else (kind | row.mode) << 16 | (_FOLDER if row.kind == "dir" else 0)
    if form == "zip" and not row.attributes >> 16:
        info.create_system = 0  # as DOS makes them: no Unix mode
    seconds = row.mtime_ns // 1_000_000_000
    if row.unix_time and -(1 << 31) <= seconds < 1 << 31:
        info.extra = struct.pack("<HHBi", 0x5455, 5, 1, seconds)
    return info


def _moment(dos: int) -> tuple[int, int, int, int, int, int]:
    return 1980 + (dos >> 25), dos >> 21 & 15, dos >> 16 & 31, dos >> 11 & 31, dos >> 5 & 63, (dos & 31) * 2


def _calendar(nanoseconds: int) -> tuple[int, int, int, int, int, int]:
    """UTC, as near as a zip can say it."""
    try:
        t = time.gmtime(nanoseconds // 1_000_000_000)
    except (OverflowError, OSError, ValueError):
        return 1980, 1, 1, 0, 0, 0
    if t.tm_year < 1980:
        return 1980, 1, 1, 0, 0, 0
    if t.tm_year > 2107:
        return 2107, 12, 31, 23, 59, 58
    return t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec
