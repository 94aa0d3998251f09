"""What the archiver's own process and its helpers tell each other, as msgpack."""

from __future__ import annotations

import msgspec

from holdfast.progress import Retry
from holdfast.repository.packs import PackContents


class FolderPart(msgspec.Struct, array_like=True, gc=False):
    """Files of one folder."""

    path: bytes
    names: list[bytes]


class Batch(msgspec.Struct, array_like=True, tag=1):
    """Files to read and store. `bytes` is what `stat` promised."""

    number: int
    parts: list[FolderPart]
    bytes: int = 0


class Finish(msgspec.Struct, array_like=True, tag=2):
    """Store open packs and end. `drop`: forget batches that have not begun."""

    drop: bool = False


class FileTrouble(msgspec.Struct, array_like=True, gc=False):
    """`index` counts the files of the batch."""

    index: int
    path: bytes
    reason: str
    message: str = ""


class Counts(msgspec.Struct, array_like=True, gc=False):
    """What a batch added. Sizes in bytes."""

    bytes_read: int = 0
    blobs: int = 0
    added: int = 0
    packed: int = 0


class Done(msgspec.Struct, array_like=True, tag=1):
    """A batch is done: a node for each file (empty: the file is left out)."""

    number: int
    nodes: list[bytes]
    counts: Counts
    troubles: list[FileTrouble] = []


class Packs(msgspec.Struct, array_like=True, tag=2):
    """Packs that are durable now; `last`: everything is, and the helper ends."""

    packs: list[PackContents]
    last: bool = False


class Moving(msgspec.Struct, array_like=True, tag=4):
    """So many bytes of the batch now worked on are done."""

    bytes: int


class Pausing(msgspec.Struct, array_like=True, tag=5):
    """The helper's storage failed and is tried again (see `holdfast.progress.Progress.retrying`)."""

    retry: Retry | None


class Failed(msgspec.Struct, array_like=True, tag=3):
    """The helper met an error that ends the run (a `Failure` as a record)."""

    failure: bytes
