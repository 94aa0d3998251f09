"""A system of which nothing is known: nothing holds anything up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from holdfast.surroundings.base import Change, Facts


class Nothing:
    """A `Surroundings`, and the `Listener` it hands out."""

    def look(self) -> Facts:
        return Facts()

    @contextmanager
    def awake(self, why: str) -> Iterator[bool]:
        yield False

    def listen(self, heard: Callable[[Change], None]) -> Nothing:
        return self

    def close(self) -> None:
        pass
