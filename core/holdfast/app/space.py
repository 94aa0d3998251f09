"""Storages that are nearly full: by the room that was left when a job last worked there. Blocks: within `Home.ask`."""

from __future__ import annotations

from typing import Any

from holdfast.app.home import Home
from holdfast.jobs.messages import SpaceLeft
from holdfast.state.remembered import recall, revise
from holdfast.verdict import Reason

SPACE = "space"
"""A fact about a storage: {"free", "total" (bytes), "low": nearly full}."""
PART, MUCH = 0.05, 10_000_000_000
"""Nearly full: less is free than this part of the place, and less than so many bytes."""
_OVER = 1.25
"""It is well again only with so much more: what is written and pruned around the limit is no news each time."""


def is_low(free: int, total: int, *, was_low: bool = False) -> bool:
    return free < min(total * PART, MUCH) * (_OVER if was_low else 1.0)


def remember_space(home: Home, event: SpaceLeft) -> None:
    def change(value: dict[str, Any]) -> dict[str, Any]:
        low = is_low(event.free, event.total, was_low=bool(value.get("low")))
        return {"free": event.free, "total": event.total, "low": low}

    for storage in home.storages.all():
        if storage.repository_id == event.repository_id:
            revise(home.database, storage.id, SPACE, change)


def nearly_full(home: Home) -> list[tuple[str, Reason]]:
    """(@name, SPACE-LOW with `free` and `total`) of each that is."""
    known = recall(home.database, SPACE)
    low = [(one.name, known[one.id]) for one in home.storages.all() if known.get(one.id, {}).get("low")]
    return [
        (
            f"@{name}",
            Reason(
                "SPACE-LOW",
                f"This storage is nearly full: {fact['free'] / 1e9:.1f} GB are free.",
                {"free": fact["free"], "total": fact["total"], "at": fact["at"]},
            ),
        )
        for name, fact in low
    ]
