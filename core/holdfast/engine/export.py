"""Writes a backup, or a selection of it, as one archive file that everybody can open: .zip or .tar.zst.

The archive is made as a stream and hashed on the way. A file whose content cannot be read is never in it half: its absence is told.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.export_tar import TarWriter
from holdfast.engine.export_zip import Packed, ZipWriter, pack_blob, plain_blob
from holdfast.engine.helpers import cores
from holdfast.engine.restore_blobs import unreadable
from holdfast.engine.restore_lock import shared_lock
from holdfast.engine.restore_plan import select
from holdfast.engine.restore_records import Item, NotRestored, PartOf, RestorePlan, Selection, text
from holdfast.engine.restore_stream import BATCH_BLOBS, BATCH_BYTES, ContentReader, in_order
from holdfast.engine.restore_trees import BlobFinder
from holdfast.errors import Damaged, NoSpace, UsageError
from holdfast.progress import SILENT, Progress, Totals

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot

Format = Literal["zip", "tar.zst"]


class ExportResult(msgspec.Struct, frozen=True):
    """`path` is empty for a stream; `size` and `sha256` are the archive's."""

    path: str
    size: int
    sha256: str
    files: int
    not_exported: tuple[NotRestored, ...] = ()


def format_of(path: Path) -> Format:
    """The format that a file's name asks for. `UsageError` for others."""
    name = path.name.lower()
    if name.endswith(".zip"):
        return "zip"
    if name.endswith((".tar.zst", ".tzst")):
        return "tar.zst"
    raise UsageError(f"{path.name} is neither a .zip nor a .tar.zst.", hint="The name's ending says which archive is made.")


def export(
    repository: Repository,
    snapshot: Snapshot,
    selection: Selection,
    to: Path | BinaryIO,
    format: Format | None = None,
    *,
    strip: str | bytes = b"",
    dumps: bool = True,
    part_of: PartOf | None = None,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> ExportResult:
    """Write `selection` of `snapshot` into an archive; `strip`, `dumps`, `part_of` as for `plan_restore`.

    A path gets the archive when it is whole (one that was there is replaced); damaged files are left out and told. A stream raises
    `Damaged` at the first damaged file. Raises `NotFound`, `UsageError`, `NoSpace`, `Cancelled`.
    """
    chosen = format or (format_of(to) if isinstance(to, Path) else "zip")
    with shared_lock(repository, progress):
        plan = select(repository, snapshot, selection, strip=strip, dumps=dumps, part_of=part_of, progress=progress, cancelled=cancelled)
        run = _Export(repository, plan, chosen, progress, cancelled or Cancellation())
        if isinstance(to, Path):
            return _to_path(run, to)
        size, digest = run.write(to.write)
        return run.result("", size, digest)


def _to_path(run: _Export, path: Path) -> ExportResult:
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    try:
        while True:
            try:
                with open(temporary, "wb", buffering=1 << 20) as file:
                    size, digest = run.write(file.write)
                    file.flush()
                    os.fsync(file.fileno())
                break
            except Damaged as error:
                run.leave_out(error)
        os.replace(temporary, path)
    except OSError as error:
        if error.errno == 28:
            raise NoSpace(f"The disk of {path} is full.", hint="Free space there or export to another disk.") from error
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        temporary.unlink(missing_ok=True)
    return run.result(str(path), size, digest)


class _Step(msgspec.Struct, frozen=True, gc=False):
    """One blob of one file (b"" for an empty file), and whether it is the file's first and last."""

    item: Item
    blob: bytes
    first: bool
    last: bool


Ready = Callable[[bytes, int, bool], Packed]
"""Makes a blob ready for a format, in a thread: content, length in the repository, whether it is all of its file."""


class _Export:
    def __init__(self, repository: Repository, plan: RestorePlan, format: Format, progress: Progress, cancelled: Cancellation) -> None:
        self._repository = repository
        self._plan = plan
        self._format = format
        self._progress = progress
        self._cancelled = cancelled
        self._finder = BlobFinder(repository, progress, cancelled)
        self._reader = ContentReader(repository, self._finder)
        self._not_exported = list(plan.not_restored)
        self._bad: set[bytes] = set()
        self._files = 0
        self._bytes = 0

    def write(self, write: Callable[[bytes], object]) -> tuple[int, str]:
        """Make the archive; its size and hash."""
        self._files = self._bytes = size = 0
        digest = sha256()

        def out(data: bytes) -> None:
            nonlocal size
            size += len(data)
            digest.update(data)
            write(data)

        (self._zip if self._format == "zip" else self._tar)(out)
        return size, digest.hexdigest()

    def leave_out(self, error: Damaged) -> None:
        """Something could not be read: find out what cannot, so that the next attempt goes without it."""
        blobs = {blob for item in self._all_files() for blob in item.content}
        bad = unreadable(self._repository, self._finder, blobs, self._progress, self._cancelled)
        if not bad - self._bad:
            raise error  # it is not the storage
        self._bad |= bad

    def result(self, path: str, size: int, digest: str) -> ExportResult:
        missing = [NotRestored(text(item.path), "damaged", "Its content cannot be read from the storage.") for item in self._left_out()]
        return ExportResult(path, size, digest, self._files, (*self._not_exported, *missing))

    # -- formats

    def _zip(self, out: Callable[[bytes], None]) -> None:
        writer = ZipWriter(out)
        work = self._plan.work
        for item in work.folders:
            if item.path:
                writer.folder(item)
        again = [item for item, _ in work.hard_links]  # a .zip knows no links between files: each gets the content
        for step, packed in self._content([*work.files, *again], pack_blob):
            if step.first and step.last:
                writer.small(step.item, packed)
                continue
            if step.first:
                writer.begin(step.item)
            writer.add(packed)
            if step.last:
                writer.end()
        for item in work.special:
            if item.entry.kind == "symlink":
                writer.link(item)
            else:
                self._note_once(item)
        writer.finish()

    def _note_once(self, item: Item) -> None:
        note = NotRestored(text(item.path), "unsupported", f"A .zip cannot hold a {item.entry.kind}.")
        if note not in self._not_exported:
            self._not_exported.append(note)

    def _tar(self, out: Callable[[bytes], None]) -> None:
        """Each folder is followed by what it holds, so that tar can give it its time when it leaves it."""
        writer = TarWriter(out, cores())
        work = self._plan.work
        gone = {item.path for item in self._left_out()}
        inside: dict[bytes, list[tuple[Item, bytes | None]]] = {folder.path: [] for folder in work.folders}
        others = [*work.hard_links, *((item, None) for item in work.special)]
        for item, first in [*((item, None) for item in work.files), *others]:
            if item.path not in gone and first not in gone:
                inside.setdefault(item.path.rpartition(b"/")[0], []).append((item, first))
        folders = {folder.path: folder for folder in work.folders}
        inside = dict(sorted(inside.items(), key=lambda pair: pair[0].split(b"/")))
        files = [item for members in inside.values() for item, first in members if item.entry.kind == "file" and first is None]
        content = self._content(files, plain_blob)
        for path, members in inside.items():
            if path and (folder := folders.get(path)):
                writer.member(folder, 0)
            for item, first in members:
                if item.entry.kind == "file" and first is None:
                    self._tar_file(writer, item, content)
                else:
                    writer.member(item, 0, first)
        writer.finish()

    def _tar_file(self, writer: TarWriter, item: Item, content: Iterator[tuple[_Step, Packed]]) -> None:
        writer.member(item, sum(self._reader.sizes(blob)[0] for blob in item.content))
        for step, packed in content:
            writer.add(packed.plain)
            if step.last:
                break
        if not writer.complete:
            raise Damaged(f"The repository tells the size of {text(item.path)} wrongly.")

    # -- content

    def _content(self, items: Sequence[Item], ready: Ready) -> Iterator[tuple[_Step, Packed]]:
        def load(steps: list[_Step]) -> list[tuple[_Step, Packed]]:
            found = self._reader.read(step.blob for step in steps if step.blob)
            return [
                (step, ready(found.get(step.blob, b""), self._reader.sizes(step.blob)[1] if step.blob else 0, step.first and step.last))
                for step in steps
            ]

        for pairs in in_order(load, self._batches(items), cores(), self._cancelled):
            for step, packed in pairs:
                yield step, packed
                self._files += step.last
                self._bytes += packed.size
            current = text(pairs[-1][0].item.path)
            self._progress.totals(Totals("write", 0, 1, self._files, len(items), self._bytes, self._plan.bytes, current))

    def _batches(self, items: Sequence[Item]) -> Iterator[list[_Step]]:
        """The blobs of all files in order, in groups that are worth reading together."""
        group: list[_Step] = []
        size = 0
        for item in items:
            if not self._bad.isdisjoint(item.content):
                continue
            blobs = item.content or (b"",)
            for number, blob in enumerate(blobs):
                group.append(_Step(item, blob, number == 0, number == len(blobs) - 1))
                size += self._reader.sizes(blob)[0] if blob else 0
                if size >= BATCH_BYTES or len(group) >= BATCH_BLOBS:
                    yield group
                    group, size = [], 0
        if group:
            yield group

    def _all_files(self) -> list[Item]:
        return [*self._plan.work.files, *(item for item, _ in self._plan.work.hard_links)]

    def _left_out(self) -> list[Item]:
        return [item for item in self._all_files() if not self._bad.isdisjoint(item.content)]
