"""Files in, nodes and blobs out: reads, cuts, hashes, leaves out what is known, seals and packs the rest. Runs in every process.

A file's metadata comes from the very descriptor that is read, so a node never mixes two files. Each file costs a handful of system
calls: open, fstat, read, fstat, listxattr, close.
"""

from __future__ import annotations

import io
import os
import stat
from collections import deque
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from holdfast.engine.archiver_nodes import file_head, file_tail, name_json
from holdfast.engine.archiver_tasks import Batch, Counts, Done, FileTrouble
from holdfast.engine.helpers_claims import Claims
from holdfast.engine.rabin import MIN_SIZE
from holdfast.repository.nodes import node_from_entry
from holdfast.repository.pack_writer import PackWriter
from holdfast.repository.trees import encode_node
from holdfast.sources.folder import skipped_for
from holdfast.sources.metadata import entry_of, read_xattrs

if TYPE_CHECKING:
    from concurrent.futures import Future

    from holdfast.engine.chunker import Chunker

_OPEN = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # should a FIFO have taken the file's place
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_OPEN_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_BY_DESCRIPTOR = os.open in os.supports_dir_fd


HUGE = 64 << 20
"""Files from this size on are hashed and sealed by threads."""


def _nothing() -> None:
    pass


class BlobSaver:
    """Stores files' contents through one `PackWriter`. For one thread."""

    def __init__(self, writer: PackWriter, polynomial: int, claims: Claims, between: Callable[[], None] = _nothing) -> None:
        """`between` is called after each blob of a long file; what it raises ends the file."""
        self._writer = writer
        self._polynomial = polynomial
        self._between = between
        self.claims = claims
        self.counts = Counts()
        self.moved = 0
        """Bytes of a long file that are done while it is worked on."""
        self._chunker: Chunker | None = None

    # ---- files

    def save_batch(self, batch: Batch) -> Done:
        """Store a batch's files. Raises storage errors and `InternalError`; trouble with a file is told in the result."""
        self.counts = Counts()
        nodes: list[bytes] = []
        troubles: list[FileTrouble] = []
        for part in batch.parts:
            folder: int | None = None
            try:
                folder = os.open(part.path, _OPEN_FOLDER) if _BY_DESCRIPTOR else None
            except OSError:
                pass  # told for each file, when its whole path cannot be opened either
            try:
                for name in part.names:
                    try:
                        nodes.append(self._save_file(part.path, folder, name, len(nodes), troubles))
                    except OSError as error:
                        path = os.path.join(part.path, name)
                        told = skipped_for(path, error)
                        troubles.append(FileTrouble(len(nodes), path, told.reason, told.message))
                        nodes.append(b"")
            finally:
                if folder is not None:
                    os.close(folder)
        return Done(batch.number, nodes, self.counts, troubles)

    def _save_file(self, folder_path: bytes, folder: int | None, name: bytes, index: int, troubles: list[FileTrouble]) -> bytes:
        if folder is None:
            descriptor = os.open(os.path.join(folder_path, name), _OPEN)
        else:
            descriptor = os.open(name, _OPEN, dir_fd=folder)
        try:
            before = os.fstat(descriptor)
            if not stat.S_ISREG(before.st_mode):
                raise FileNotFoundError(2, "is no file any more")
            size = before.st_size
            if size < MIN_SIZE:
                data = os.read(descriptor, size + 1)
                if len(data) == size:
                    ids = [self.save_blob(data)] if data else []
                else:
                    size, ids = self._save_descriptor(descriptor, data, size)
            else:
                size, ids = self._save_descriptor(descriptor, b"", size)
            after = os.fstat(descriptor)
            xattrs = read_xattrs(descriptor)
        finally:
            os.close(descriptor)
        self.counts.bytes_read += size
        if after.st_mtime_ns != before.st_mtime_ns or size != before.st_size:
            troubles.append(FileTrouble(index, os.path.join(folder_path, name), "changed"))
            if size != before.st_size:
                entry = msgspec.structs.replace(entry_of(name, before, xattrs=xattrs), size=size)
                return encode_node(node_from_entry(entry, content=[bytes.fromhex(i) for i in ids]))
        return file_head(name_json(name), before) + file_tail(ids, xattrs)

    def _save_descriptor(self, descriptor: int, beginning: bytes, size_hint: int) -> tuple[int, list[str]]:
        """Store what a descriptor gives, after what was read of it already."""
        pieces = [beginning] if beginning else []
        held = len(beginning)
        while held < MIN_SIZE and (piece := os.read(descriptor, MIN_SIZE - held)):
            pieces.append(piece)
            held += len(piece)
        if held < MIN_SIZE:
            data = b"".join(pieces)
            return len(data), [self.save_blob(data)] if data else []
        waiting = memoryview(b"".join(pieces))
        file = io.FileIO(descriptor, closefd=False)

        def read_into(target: memoryview) -> int:
            nonlocal waiting
            if waiting:
                count = min(len(waiting), len(target))
                target[:count] = waiting[:count]
                waiting = waiting[count:]
                return count
            return file.readinto(target) or 0

        return self._save_long(read_into, size_hint)

    def _save_long(self, read_into: Callable[[memoryview], int], size_hint: int = 0) -> tuple[int, list[str]]:
        if self._chunker is None:
            from holdfast.engine.chunker import Chunker

            self._chunker = Chunker(self._polynomial)
        blobs = self._chunker.blobs(read_into)
        save = self._save_beside(blobs) if size_hint >= HUGE else self._save_each(blobs)
        size = 0
        ids = []
        for length, blob_id in save:
            size += length
            ids.append(blob_id)
            self.moved = size
            self._between()
        self.moved = 0
        return size, ids

    def _save_each(self, blobs: Iterator[memoryview]) -> Iterator[tuple[int, str]]:
        for blob in blobs:
            yield len(blob), self.save_blob(blob)

    def _save_beside(self, blobs: Iterator[memoryview]) -> Iterator[tuple[int, str]]:
        """As `_save_each`, with threads that hash and seal while this one reads and cuts: one huge file keeps two cores busy.
        (Blobs are large here; every library lets other threads run meanwhile.)"""
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(2, thread_name_prefix="sealer") as sealers:
            waiting: deque[tuple[int, Future[tuple[str, Counts]]]] = deque()
            try:
                for blob in blobs:
                    content = bytes(blob)
                    waiting.append((len(content), sealers.submit(self._save_apart, content)))
                    if len(waiting) > 3:
                        yield self._saved(*waiting.popleft())
                while waiting:
                    yield self._saved(*waiting.popleft())
            finally:
                for _, future in waiting:
                    future.cancel()

    def _save_apart(self, content: bytes) -> tuple[str, Counts]:
        counts = Counts()
        return self._save_blob(content, counts), counts

    def _saved(self, length: int, future: Future[tuple[str, Counts]]) -> tuple[int, str]:
        blob_id, counts = future.result()
        self.counts.blobs += counts.blobs
        self.counts.added += counts.added
        self.counts.packed += counts.packed
        return length, blob_id

    # ---- streams and blobs

    def save_stream(self, pieces: Iterator[bytes]) -> tuple[int, list[str]]:
        """Store a stream. Returns its length and the ids of its blobs."""
        first: list[bytes] = []
        held = 0
        for piece in pieces:
            first.append(piece)
            held += len(piece)
            if held >= MIN_SIZE:
                break
        beginning = b"".join(first)
        if held < MIN_SIZE:
            self.counts.bytes_read += held
            return held, [self.save_blob(beginning)] if beginning else []
        from holdfast.engine.chunker import pieces_reader

        def all_pieces() -> Iterator[bytes]:
            yield beginning
            yield from pieces

        size, ids = self._save_long(pieces_reader(all_pieces()))
        self.counts.bytes_read += size
        return size, ids

    def save_pieces(self, pieces: Iterator[bytes]) -> tuple[int, list[str]]:
        """Store a stream whose pieces are its blobs already."""
        size = 0
        ids = []
        for piece in pieces:
            ids.append(self.save_blob(piece))
            size += len(piece)
        self.counts.bytes_read += size
        return size, ids

    def save_blob(self, content: bytes | memoryview) -> str:
        """Store a data blob unless it is known; returns its id in hexadecimal."""
        return self._save_blob(content, self.counts)

    def _save_blob(self, content: bytes | memoryview, counts: Counts) -> str:
        digest = sha256(content)
        blob_id = digest.digest()
        if self.claims.claim(blob_id):
            counts.blobs += 1
            counts.added += len(content)
            counts.packed += self._writer.add("data", blob_id, content)
        return digest.hexdigest()
