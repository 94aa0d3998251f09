"""Where the user was: back and forward, as in a browser. Pure."""

from __future__ import annotations

from dataclasses import dataclass

MOST = 50


@dataclass(frozen=True)
class Place:
    """A page, and the site that is open on it (page sites only)."""

    page: str
    site: str = ""


class Trail:
    """`here` is told before each move; what lies ahead is forgotten with a step aside."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def leave(self, here: Place, there: Place) -> None:
        """The user goes from `here` to another place."""
        if here != there:
            self._behind = [*self._behind, here][-MOST:]
            self._ahead.clear()

    def back(self, here: Place) -> Place | None:
        """Where to go; None when there is nowhere."""
        return self._step(self._behind, self._ahead, here)

    def forward(self, here: Place) -> Place | None:
        return self._step(self._ahead, self._behind, here)

    @staticmethod
    def _step(source: list[Place], other: list[Place], here: Place) -> Place | None:
        while source:
            there = source.pop()
            if there != here:
                other.append(here)
                return there
        return None
