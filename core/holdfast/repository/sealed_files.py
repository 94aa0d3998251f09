"""Unpacked files (index, snapshots, locks): JSON, compressed, sealed, named by the hash of what is stored.

After the seal: ``{`` or ``[`` begins plain JSON, the byte 2 a zstd frame of JSON; anything else is damage.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from hashlib import sha256

from holdfast.cancellation import Cancellation
from holdfast.errors import Damaged, HoldfastError, InternalError, NotFound
from holdfast.repository.compression import Compressor, Decompressor
from holdfast.repository.crypto import Sealer
from holdfast.repository.ids import is_file_id
from holdfast.storage.base import Storage

_ZSTD_MARK = 2
Tools = tuple[Sealer, Compressor, Decompressor]
OnDamaged = Callable[[str, HoldfastError], None]
"""Told of a file's id and what is wrong with it; the work goes on without it."""


class SealedFiles:
    """The unpacked files of a repository. `tools` gives the calling thread its own contexts."""

    def __init__(self, storage: Storage, tools: Callable[[], Tools]) -> None:
        self._storage = storage
        self._tools = tools

    def save(self, kind: str, plain: bytes) -> str:
        """Compress, seal, verify and store a JSON file; returns its id."""
        sealer, compressor, decompressor = self._tools()
        sealed = sealer.seal(bytes([_ZSTD_MARK]) + compressor.compress(plain))
        try:
            good = decompressor.whole(sealer.open(sealed)[1:]) == plain
        except Damaged:
            good = False
        if not good:
            raise InternalError("A file for the repository did not survive its own encryption, so it was not stored.", code="VERIFY")
        file_id = sha256(sealed).hexdigest()
        self._storage.save(f"{kind}/{file_id}", [sealed])
        return file_id

    def load(self, kind: str, file_id: str) -> bytes:
        """The plain JSON of a file. `Damaged` when it is not what its name says, also on a second reading."""
        try:
            return self._load_once(kind, file_id)
        except Damaged:
            self._storage.distrust(f"{kind}/{file_id}")
            return self._load_once(kind, file_id)

    def _load_once(self, kind: str, file_id: str) -> bytes:
        sealed = self._storage.load(f"{kind}/{file_id}")
        if sha256(sealed).hexdigest() != file_id:
            raise Damaged(f"The file {kind}/{file_id[:12]} of the repository is damaged.", file=f"{kind}/{file_id}")
        sealer, _, decompressor = self._tools()
        plain = sealer.open(sealed)
        if plain[:1] in (b"{", b"["):
            return plain
        if plain[:1] != bytes([_ZSTD_MARK]):
            raise Damaged(f"The file {kind}/{file_id[:12]} of the repository has an unknown form.", file=f"{kind}/{file_id}")
        return decompressor.whole(memoryview(plain)[1:])

    def ids(self, kind: str) -> list[str]:
        """The ids of all files of a kind (index, snapshots, locks, keys), sorted."""
        names = (info.name.rpartition("/")[2] for info in self._storage.list(kind))
        return sorted(name for name in names if is_file_id(name))

    def load_many(
        self, kind: str, file_ids: Sequence[str], on_damaged: OnDamaged | None = None, cancelled: Cancellation | None = None
    ) -> Iterator[tuple[str, bytes]]:
        """The plain JSON of many files in order, fetched side by side where the storage is far away.

        One that is gone by now is left out; one that is damaged is told to `on_damaged`, or raises `Damaged` when there is none.
        """
        for file_id, load in _side_by_side(self._storage, lambda file_id: self.load(kind, file_id), file_ids):
            if cancelled is not None:
                cancelled.check()
            try:
                plain = load()
            except NotFound:
                continue  # removed or replaced by another program since it was listed
            except Damaged as error:
                if on_damaged is None:
                    raise
                on_damaged(file_id, error)
            else:
                yield file_id, plain


def _side_by_side(storage: Storage, load: Callable[[str], bytes], names: Sequence[str]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each name with a function that gives (or raises) what `load` did: at once for a storage near by, else a few names ahead."""
    if not storage.traits.remote or len(names) < 2:
        for name in names:
            yield name, partial(load, name)
        return
    ahead = storage.traits.connections
    with ThreadPoolExecutor(ahead, thread_name_prefix="fetch") as pool:
        waiting: deque[tuple[str, Future[bytes]]] = deque()
        try:
            for name in names:
                waiting.append((name, pool.submit(load, name)))
                if len(waiting) > 2 * ahead:
                    first, future = waiting.popleft()
                    yield first, future.result
            while waiting:
                first, future = waiting.popleft()
                yield first, future.result
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
