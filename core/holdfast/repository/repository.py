"""An open repository: the restic format, version 2, over a `Storage`.

Order of writing: packs durable, then index, then snapshot. Order of reading: snapshots, then index.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

from holdfast.cancellation import Cancellation
from holdfast.errors import Damaged, HoldfastError, NotFound, StorageError, UsageError
from holdfast.progress import SILENT, Progress
from holdfast.repository import index_files, locks
from holdfast.repository.ahead import Ahead
from holdfast.repository.compression import LEVEL, Compressor, Decompressor
from holdfast.repository.config import Config, decode_config, encode_config, new_config
from holdfast.repository.crypto import MasterKey, Sealer
from holdfast.repository.ids import BlobId, BlobKind, is_file_id
from holdfast.repository.index import FEW, Index, Location
from holdfast.repository.key_files import DEFAULT_KDF, Kdf, encode_key, find_master_key, key_ids, load_key, save_key
from holdfast.repository.pack_writer import PackWriter
from holdfast.repository.packs import PackContents, pack_name, read_pack_contents
from holdfast.repository.sealed_files import OnDamaged, SealedFiles, Tools
from holdfast.repository.snapshots import Snapshot, decode_snapshot, encode_snapshot
from holdfast.repository.trees import Node, decode_tree
from holdfast.secret import Secret
from holdfast.storage.base import Storage

_INDEX_BYTES_PER_BLOB = 45
"""About what a blob takes in a compressed index file."""


class Repository:
    """See the module. Methods may be called from any thread."""

    def __init__(self, storage: Storage, key: MasterKey, config: Config, key_id: str = "") -> None:
        self.storage = storage
        self.key = key
        self.config = config
        self.key_id = key_id
        """The key file in use; empty when opened from the master key."""
        self._local = threading.local()
        self._files = SealedFiles(storage, self._tools)
        self._index: Index | None = None
        self.index_file_ids: list[str] = []
        """The index files that were there when the index was last loaded, sorted."""
        self._index_mutex = threading.Lock()
        self._lock: locks.Lock | None = None

    # ---- making and opening

    @classmethod
    def create(cls, storage: Storage, password: Secret, *, kdf: Kdf = DEFAULT_KDF, polynomial: int | None = None) -> Repository:
        """A new repository. Raises `UsageError` (code ``REPO-EXISTS``) when the storage holds one.

        The key is stored before the config: whatever is interrupted, there is a whole repository or none.
        """
        storage.create()
        if storage.exists("config"):
            raise _exists(storage)
        key = MasterKey.generate()
        config = new_config(polynomial)
        _clear_leftover_keys(storage)
        key_file = encode_key(key, password, kdf)
        key_id = save_key(storage, key_file)
        try:
            storage.save("config", [Sealer(key).seal(encode_config(config))], only_new=True)
        except StorageError as error:
            if error.code == "EXISTS":
                storage.delete(f"keys/{key_id}")
                raise _exists(storage) from None
            raise
        if not storage.exists(f"keys/{key_id}"):  # another creation at the same moment took it for a leftover, and lost the race
            save_key(storage, key_file)
        return cls(storage, key, config, key_id)

    @classmethod
    def open(cls, storage: Storage, password: Secret, *, key_hint: str | None = None) -> Repository:
        """Open with any of the repository's keys; `key_hint` is tried first. Takes the key derivation's time (about 0.3 s), during
        which other threads run.

        Raises `NotFound` (no repository here), `AuthRejected`, `Damaged`, `Unsupported` (another format version).
        """
        ahead = Ahead(storage)
        config_there = ahead.do(lambda: storage.load("config"))
        keys_there = ahead.do(lambda: key_ids(storage))
        hinted = ahead.do(lambda: load_key(storage, key_hint)) if key_hint else None
        ahead.end()
        try:
            sealed_config = config_there()
        except NotFound:
            raise NotFound(
                f"There is no repository in {storage.location}.",
                code="REPO-NOT-FOUND",
                hint="Is it the right location, and is its disk connected and mounted? `holdfast storage add` makes a new repository.",
            ) from None
        found: list[Config] = []

        def fits(key: MasterKey) -> bool:
            try:
                plain = Sealer(key).open(sealed_config)
            except Damaged:
                return False
            found.append(decode_config(plain))
            return True

        key_id, key = find_master_key(storage, password, fits, keys_there(), (key_hint, hinted) if key_hint and hinted else None)
        return cls(storage, key, found[0], key_id)

    @classmethod
    def from_master_key(cls, storage: Storage, key: MasterKey, config: Config) -> Repository:
        """For helpers in other processes: no key derivation, nothing is read."""
        return cls(storage, key, config)

    @property
    def id(self) -> str:
        return self.config.id

    # ---- tools of this thread

    def sealer(self) -> Sealer:
        """This thread's sealer."""
        return self._tools()[0]

    def _tools(self) -> Tools:
        try:
            tools: Tools = self._local.tools
        except AttributeError:
            tools = self._local.tools = (Sealer(self.key), Compressor(), Decompressor())
        return tools

    # ---- locks

    def lock(self, *, exclusive: bool, progress: Progress = SILENT, cancelled: Cancellation | None = None, wait: float = 0.0) -> locks.Lock:
        """Take a lock (a context manager); see `holdfast.repository.locks`. One at a time."""
        if self._lock is not None:
            raise UsageError("This repository is locked by the same program already.")
        self._lock = locks.acquire(self, exclusive=exclusive, progress=progress, cancelled=cancelled, wait=wait)
        return self._lock

    def forget_lock(self, lock: locks.Lock) -> None:
        """Called by a lock that is released."""
        if self._lock is lock:
            self._lock = None

    # ---- unpacked files: index, snapshots, locks

    def save_file(self, kind: str, plain: bytes) -> str:
        """Store a JSON file; returns its id."""
        return self._files.save(kind, plain)

    def load_file(self, kind: str, file_id: str) -> bytes:
        """The plain JSON of a file; `Damaged` when it is not what its name says."""
        return self._files.load(kind, file_id)

    def file_ids(self, kind: str) -> list[str]:
        """The ids of all files of a kind (index, snapshots, locks, keys), sorted."""
        return self._files.ids(kind)

    # ---- snapshots

    def snapshots(self, on_damaged: OnDamaged | None = None) -> list[Snapshot]:
        """All snapshots, oldest first. One that cannot be read is told to `on_damaged`; without it, `Damaged` is raised."""
        result = []
        for snapshot_id, plain in self._files.load_many("snapshots", self.file_ids("snapshots"), on_damaged):
            try:
                result.append(decode_snapshot(plain, snapshot_id))
            except Damaged as error:
                if on_damaged is None:
                    raise
                on_damaged(snapshot_id, error)
        return sorted(result, key=lambda snapshot: (snapshot.time_ns, snapshot.id))

    def snapshot(self, id_or_prefix: str) -> Snapshot:
        """One snapshot by its id, the unambiguous beginning of it, or ``latest``. `NotFound` when there is none, or more than one."""
        if id_or_prefix == "latest":
            everything = self.snapshots(on_damaged=lambda *_: None)
            if not everything:
                raise NotFound("The repository holds no backup yet.", code="BACKUP-NOT-FOUND")
            return everything[-1]
        found = [i for i in self.file_ids("snapshots") if i.startswith(id_or_prefix.lower())] if id_or_prefix else []
        if len(found) != 1:
            problem = "There is no backup" if not found else f"{len(found)} backups have an id"
            raise NotFound(
                f"{problem} that starts with {id_or_prefix!r}.", code="BACKUP-NOT-FOUND", hint="`holdfast backup list` shows them."
            )
        return decode_snapshot(self.load_file("snapshots", found[0]), found[0])

    def save_snapshot(self, snapshot: Snapshot) -> str:
        """Store a snapshot; returns its id. Packs and index must be durable. Raises `Busy` when this repository's lock was lost."""
        if self._lock is not None:
            self._lock.confirm()
        return self.save_file("snapshots", encode_snapshot(snapshot))

    def remove_snapshot(self, snapshot_id: str) -> None:
        self.storage.delete(f"snapshots/{snapshot_id}")

    # ---- index

    def load_index(self, cancelled: Cancellation | None = None, on_damaged: OnDamaged | None = None) -> Index:
        """Read all index files anew. List snapshots before. A file that cannot be read is told to `on_damaged`, or raises `Damaged`."""
        files = [info for info in self.storage.list("index") if is_file_id(info.name.rpartition("/")[2])]
        index = Index()
        many = sum(info.size for info in files) > FEW * _INDEX_BYTES_PER_BLOB
        file_ids = sorted(info.name.rpartition("/")[2] for info in files)
        index.add_files(self._index_files(file_ids, cancelled, on_damaged), many=many)
        if self.storage.traits.remote:
            self.storage.keep_near(map(pack_name, index.packs_with("tree")))
        self._index = index
        self.index_file_ids = file_ids
        return index

    def _index_files(
        self, file_ids: Sequence[str], cancelled: Cancellation | None, on_damaged: OnDamaged | None
    ) -> Iterator[list[index_files.IndexedPack]]:
        for file_id, plain in self._files.load_many("index", file_ids, on_damaged, cancelled):
            try:
                packs = index_files.decode_index(plain)
            except Damaged as error:
                if on_damaged is None:
                    raise
                on_damaged(file_id, error)
            else:
                yield packs

    def load_index_file(self, file_id: str) -> list[PackContents]:
        """What one index file lists."""
        return [pack.contents() for pack in index_files.decode_index(self.load_file("index", file_id))]

    @property
    def loaded_index(self) -> Index | None:
        """The index as last loaded, however long ago; None when it was not."""
        return self._index

    @property
    def index(self) -> Index:
        """The index as last loaded (loaded now, when it was not)."""
        with self._index_mutex:
            return self._index if self._index is not None else self.load_index()

    def save_index(self, packs: Sequence[PackContents]) -> list[str]:
        """Store index files that list these (durable) packs, and enter them in the loaded index. Returns the files' ids."""
        if self._lock is not None:
            self._lock.check()
        ids = [self.save_file("index", index_files.encode_index(group)) for group in index_files.split_for_files(packs)]
        if self._index is not None:
            for pack in packs:
                self._index.add(pack)
        return ids

    # ---- packs and blobs

    def pack_writer(
        self, *, on_pack: Callable[[PackContents], None] | None = None, level: int = LEVEL, cancelled: Cancellation | None = None
    ) -> PackWriter:
        """A writer of new packs; see `PackWriter`."""
        return PackWriter(self.storage, self.sealer, on_pack=on_pack, level=level, cancelled=cancelled)

    def read_pack_contents(self, pack_id: str, size: int | None = None) -> PackContents:
        """What a pack's own header lists."""
        return read_pack_contents(self.storage, self.sealer(), pack_id, size)

    def open_blob(self, blob_id: BlobId, sealed: bytes | memoryview, plain_length: int) -> bytes:
        """The content of a blob from its sealed bytes (`plain_length` 0: not compressed). `Damaged` unless it is what the id says."""
        sealer, _, decompressor = self._tools()
        plain = sealer.open(sealed)
        if plain_length:
            plain = decompressor.decompress(plain, plain_length)
        if sha256(plain).digest() != blob_id:
            raise Damaged(f"The blob {blob_id.hex()[:12]} has another content than its name says.", blob=blob_id.hex())
        return plain

    def load_blob(self, blob_id: BlobId, kind: BlobKind) -> bytes:
        """A blob's content, verified. Reads another copy, or the same once more, before it raises `Damaged` or `NotFound`."""
        places = self.index.find_all(blob_id, kind)
        if not places:
            raise Damaged(f"The {kind} blob {blob_id.hex()[:12]} is missing in the repository.", code="BLOB-MISSING", blob=blob_id.hex())
        failure: HoldfastError | None = None
        for place in (*places, *places):
            try:
                return self._load_from(place, blob_id)
            except (Damaged, NotFound, StorageError) as error:
                if isinstance(error, StorageError) and error.code != "SHORT":
                    raise  # the storage is ill, not the pack
                failure = failure or error
                self.storage.distrust(pack_name(place.pack_id))
        raise Damaged(
            f"The {kind} blob {blob_id.hex()[:12]} in the pack {places[0].pack_id[:12]} cannot be read.",
            blob=blob_id.hex(),
            pack=places[0].pack_id,
        ) from failure

    def _load_from(self, place: Location, blob_id: BlobId) -> bytes:
        return self.open_blob(blob_id, self.storage.load(pack_name(place.pack_id), place.offset, place.length), place.plain_length)

    def load_tree(self, tree_id: BlobId) -> list[Node]:
        """The nodes of a folder, verified."""
        return decode_tree(self.load_blob(tree_id, "tree"))


def _clear_leftover_keys(storage: Storage) -> None:
    """Keys of an interrupted creation would open nothing. Where there is data, a lost config is a damage, and the keys are precious."""
    if any(True for kind in ("snapshots", "index", "data") for _ in storage.list(kind)):
        raise Damaged(
            f"{storage.location} holds a repository whose file config is missing.",
            hint="Restore the file config from a copy, or choose another place for a new repository.",
        )
    for leftover in key_ids(storage):
        storage.delete(f"keys/{leftover}")


def _exists(storage: Storage) -> UsageError:
    return UsageError(
        f"There is a repository in {storage.location} already.",
        code="REPO-EXISTS",
        hint="Open it with its passphrase, or choose another place.",
    )
