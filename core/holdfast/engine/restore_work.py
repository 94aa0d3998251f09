"""What a helper of a restore does with one pack: read the wanted blobs, write them into files. Data in, data out.

A file that is one blob is written in one go. A file of several blobs is begun and finished by the restorer, because its blobs may
lie in several packs and so with several helpers; here its pieces are written at their offsets.
"""

from __future__ import annotations

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.restore_reading import PackReader, Piece
from holdfast.engine.restore_records import NotRestored, Reason, text
from holdfast.entries import Entry
from holdfast.errors import HoldfastError
from holdfast.repository.crypto import MasterKey
from holdfast.storage.base import Storage
from holdfast.targets.folder import Rights, Target


class SmallFile(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A file whose only blob is `pieces[piece]`; `number` is the restorer's."""

    piece: int
    number: int
    path: bytes
    entry: Entry


class FilePart(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A place in a larger file for `pieces[piece]`; `length` is what the index says of the blob."""

    piece: int
    file: int
    temporary: bytes
    offset: int
    length: int


class PackTask(msgspec.Struct, frozen=True, gc=False, array_like=True):
    pack: str
    pieces: tuple[Piece, ...]
    small: tuple[SmallFile, ...]
    parts: tuple[FilePart, ...]


class PackOutcome(msgspec.Struct, gc=False, array_like=True):
    """`parts` counts the pieces written per large file; `unread` are pieces that could not be read; `wrong` large files that have to be
    written another way; `lost` paths of small files that the system refused, with the reasons in `not_restored`."""

    files: int = 0
    parts: dict[int, int] = {}
    unread: list[int] = []
    wrong: list[int] = []
    lost: list[bytes] = []
    not_restored: list[NotRestored] = []
    written: int = 0
    """Bytes of content."""


class Worker:
    """Does tasks one after the other; for one thread or process. Without a target it only reads, for a verification."""

    def __init__(self, storage: Storage, key: MasterKey, target: Target | None, rights: Rights) -> None:
        self._reader = PackReader(storage, key)
        self._target = target
        self._rights = rights

    def do(self, task: PackTask, cancelled: Cancellation | None = None) -> PackOutcome:
        """Read and write. Raises `NoSpace` and what the storage raises; anything that concerns one file is in the outcome."""
        outcome = PackOutcome(parts={}, unread=[], wrong=[], lost=[], not_restored=[])
        small: dict[int, list[SmallFile]] = {}
        parts: dict[int, list[FilePart]] = {}
        for file in task.small:
            small.setdefault(file.piece, []).append(file)
        for part in task.parts:
            parts.setdefault(part.piece, []).append(part)
        numbers = {piece.id: number for number, piece in enumerate(task.pieces)}
        for piece, plain in self._reader.read(task.pack, task.pieces):
            if cancelled is not None:
                cancelled.check()
            number = numbers[piece.id]
            if plain is None:
                outcome.unread.append(number)
                continue
            if self._target is None:
                outcome.written += len(plain)
                continue
            for file in small.get(number, ()):
                _write(self._target, self._rights, file, plain, outcome)
            for part in parts.get(number, ()):
                _write_part(self._target, part, plain, outcome)
        return outcome


def _write(target: Target, rights: Rights, file: SmallFile, plain: bytes, outcome: PackOutcome) -> None:
    try:
        problems = target.write(file.path, file.entry, rights, (plain,))
    except (OSError, HoldfastError) as error:
        outcome.not_restored.append(problem_of(file.path, error))
        outcome.lost.append(file.path)
        return
    outcome.files += 1
    outcome.written += len(plain)
    outcome.not_restored += notes(file.path, file.entry, len(plain), problems)


def _write_part(target: Target, part: FilePart, plain: bytes, outcome: PackOutcome) -> None:
    if len(plain) != part.length:
        outcome.wrong.append(part.file)
        return
    try:
        target.write_piece(part.temporary, part.offset, plain)
    except OSError:
        outcome.wrong.append(part.file)
        return
    outcome.written += len(plain)
    outcome.parts[part.file] = outcome.parts.get(part.file, 0) + 1


def place_of(target: Target | None) -> tuple[int, int]:
    """Device and inode of a target's root."""
    root = target.look(b"") if target is not None else None
    return (root.device_id, root.inode) if root is not None else (0, 0)


def notes(path: bytes, entry: Entry, size: int, problems: list[str]) -> list[NotRestored]:
    """What is to be said of a file that is there: metadata that could not be set, and a size that the backup states wrongly."""
    if size != entry.size and entry.kind == "file":
        problems = [*problems, f"size: the backup says {entry.size} bytes, its content has {size}"]
    return [NotRestored(text(path), "metadata", problem) for problem in problems]


def problem_of(path: bytes, error: OSError | HoldfastError) -> NotRestored:
    """What an error means for one file. Errors that concern the whole restore are raised again."""
    if isinstance(error, OSError):
        return NotRestored(text(path), "failed", error.strerror or type(error).__name__)
    reason = _REASONS.get(error.code) or _REASONS.get(error.kind)
    if reason is None:
        raise error
    return NotRestored(text(path), reason, error.message)


_REASONS: dict[str, Reason] = {
    "IN-THE-WAY": "in-the-way",
    "UNSAFE-NAME": "unsafe-name",
    "RACED": "failed",
    "damaged": "damaged",
    "unsupported": "unsupported",
}
"""Errors of one file, by code or kind."""
