"""A computer whose network, battery and sleep a test decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from holdfast.surroundings.base import Change, Facts


class FakeSurroundings:
    """A `holdfast.surroundings.base.Surroundings` and the listener it hands out. `awake_for`: why it was kept awake, each time; `held`: how
    many hold it awake now. Put it in place before anything is asked: ``app._home.surroundings = FakeSurroundings()``."""

    def __init__(self, facts: Facts | None = None) -> None:
        self.facts = facts or Facts()
        self.looks = 0
        self.awake_for: list[str] = []
        self.held = 0
        self._heard: Callable[[Change], None] | None = None

    def look(self) -> Facts:
        self.looks += 1
        return self.facts

    @contextmanager
    def awake(self, why: str) -> Iterator[bool]:
        self.awake_for.append(why)
        self.held += 1
        try:
            yield True
        finally:
            self.held -= 1

    def listen(self, heard: Callable[[Change], None]) -> FakeSurroundings:
        self._heard = heard
        return self

    def close(self) -> None:
        self._heard = None

    def become(self, facts: Facts, change: Change) -> None:
        """Other facts from now on; a listener hears of it."""
        self.facts = facts or Facts()
        if self._heard is not None:
            self._heard(change)
