"""Several questions to a storage at the same time, where it is far away."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

from holdfast.storage.base import Storage

T = TypeVar("T")


class Ahead:
    """`do` gives a function that returns (or raises) what the question did: asked at once for a remote storage, else when it is called.

    Call `end` after the last question; it does not wait.
    """

    def __init__(self, storage: Storage) -> None:
        self._pool = ThreadPoolExecutor(storage.traits.connections, thread_name_prefix="ahead") if storage.traits.remote else None

    def do(self, question: Callable[[], T]) -> Callable[[], T]:
        return cache(question) if self._pool is None else self._pool.submit(question).result

    def end(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False)
