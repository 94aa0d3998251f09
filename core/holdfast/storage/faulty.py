"""A storage that fails as it is told: for tests and drills. The same seed and the same calls give the same faults."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from holdfast.errors import HoldfastError, NetworkError, StorageError
from holdfast.storage.base import FileInfo, Storage, StorageAddress
from holdfast.storage.names import Parts
from holdfast.storage.wrapper import Wrapper

Verb = Literal["save", "load", "size", "list", "delete", "create"]


class Fault(msgspec.Struct, frozen=True):
    """What goes wrong, and when. Calls of `verb` (all verbs when empty) on names that begin with `prefix` are counted from 1."""

    kind: Literal["error", "lost_answer", "short", "flip", "delay"]
    """error: nothing is done · lost_answer: it is done, then the error comes · short: half of what is loaded · flip: one bit of what is
    loaded or saved · delay: `seconds` later."""
    verb: Verb | Literal[""] = ""
    prefix: str = ""
    at: int = 0
    """The n-th call only; 0: every call that `chance` picks."""
    chance: float = 1.0
    seconds: float = 0.0
    error: type[HoldfastError] = NetworkError
    retryable: bool | None = None


_Faults = Sequence[Fault]
_ENDS = {"error", "lost_answer"}
"""After one of these no further fault can strike the same call."""


class FaultyStorage(Wrapper):
    """`calls` counts what was asked by verb; `struck` what went wrong by kind; `log` is every call in order."""

    def __init__(self, inner: Storage, *faults: Fault, seed: int = 0) -> None:
        super().__init__(inner)
        self.faults = list(faults)
        self.calls: Counter[str] = Counter()
        self.struck: Counter[str] = Counter()
        self.log: list[tuple[Verb, str]] = []
        self._met: Counter[int] = Counter()
        self._random = random.Random(seed)  # noqa: S311 - repeatable on purpose
        self._lock = threading.Lock()

    def create(self) -> None:
        before, after = self._faults("create", "")
        self._strike(before, "create", "")
        self.inner.create()
        self._strike(after, "create", "")

    def save(self, name: str, parts: Parts, *, only_new: bool = False) -> None:
        before, after = self._faults("save", name)
        self._strike(before, "save", name)
        flips = any(fault.kind == "flip" for fault in after)
        self.inner.save(name, [self._flipped(b"".join(parts))] if flips else parts, only_new=only_new)
        self._strike(after, "save", name)

    def load(self, name: str, offset: int = 0, length: int | None = None) -> bytes:
        before, after = self._faults("load", name)
        self._strike(before, "load", name)
        data = self.inner.load(name, offset, length)
        self._strike(after, "load", name)
        for fault in after:
            if fault.kind == "flip":
                data = self._flipped(data)
            elif fault.kind == "short" and length is not None:
                raise StorageError(f"{name} is short (a made-up fault).", code="SHORT")
            elif fault.kind == "short":
                data = data[: len(data) // 2]
        return data

    def size(self, name: str) -> int:
        before, after = self._faults("size", name)
        self._strike(before, "size", name)
        size = self.inner.size(name)
        self._strike(after, "size", name)
        return size

    def list(self, prefix: str) -> Iterator[FileInfo]:
        before, after = self._faults("list", f"{prefix}/")
        self._strike(before, "list", prefix)
        found = [*self.inner.list(prefix)]
        yield from found[: len(found) // 2] if after else found
        self._strike(after, "list", prefix)

    def delete(self, name: str) -> None:
        before, after = self._faults("delete", name)
        self._strike(before, "delete", name)
        self.inner.delete(name)
        self._strike(after, "delete", name)

    def address(self) -> StorageAddress | None:
        return None

    def _faults(self, verb: Verb, name: str) -> tuple[_Faults, _Faults]:
        """The faults that strike this call: before it is done, and after."""
        with self._lock:
            self.calls[verb] += 1
            self.log.append((verb, name))
            hits = [fault for number, fault in enumerate(self.faults) if self._hits(number, fault, verb, name)]
            ends = next((n for n, fault in enumerate(hits) if fault.kind in _ENDS), len(hits))
            hits = hits[: ends + 1]
            self.struck.update(fault.kind for fault in hits)
        before = [fault for fault in hits if fault.kind in {"error", "delay"}]
        return before, [fault for fault in hits if fault.kind not in {"error", "delay"}]

    def _hits(self, number: int, fault: Fault, verb: Verb, name: str) -> bool:
        if fault.verb not in {"", verb} or not name.startswith(fault.prefix):
            return False
        self._met[number] += 1
        return self._met[number] == fault.at if fault.at else self._random.random() < fault.chance

    def _strike(self, faults: _Faults, verb: Verb, name: str) -> None:
        for fault in faults:
            if fault.kind == "delay":
                time.sleep(fault.seconds)
            elif fault.kind in _ENDS:
                raise fault.error(f"A made-up fault at {verb} {name}.", retryable=fault.retryable)

    def _flipped(self, data: bytes) -> bytes:
        if not data:
            return data
        changed = bytearray(data)
        with self._lock:
            changed[self._random.randrange(len(changed))] ^= 1 << self._random.randrange(8)
        return bytes(changed)
