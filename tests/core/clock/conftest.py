"""A world per test, in Berlin at eight in the morning of a Monday."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.core.clock.world import World

BEGIN = datetime(2026, 9, 7, 6, 0, tzinfo=UTC)
Story = Callable[[World], Awaitable[None]]


@pytest.fixture
def live(tmp_path: Path) -> Callable[[Story], None]:
    """Lets a story happen in a world."""

    def run(story: Story, *, at_once: bool = True) -> None:
        async def told() -> None:
            world = World(tmp_path / "home", BEGIN, ZoneInfo("Europe/Berlin"), at_once=at_once)
            await world.start()
            try:
                await story(world)
            finally:
                await world.stop()

        asyncio.run(told())

    return run
