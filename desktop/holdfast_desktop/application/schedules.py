"""The clock within the window's program: what is due runs while the program does, window or not.

Where another program of this home runs the schedules (`holdfast agent`), this one waits, and takes over when that one ends.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from holdfast.errors import Busy

if TYPE_CHECKING:
    from holdfast.app import Holdfast

log = logging.getLogger(__name__)

LOOK_AGAIN = 60.0
"""Seconds between two looks whether the other program still lives."""


class HostedClock:
    """Made after the first paint; `close` before the door is closed."""

    def __init__(self, door: Holdfast) -> None:
        self._door = door
        self._task = asyncio.create_task(self._run(), name="schedules")

    async def close(self) -> None:
        """Stop the clock. What it runs is stopped too, and tried again by the next one."""
        self._task.cancel()
        await asyncio.wait([self._task])

    async def _run(self) -> None:
        while True:
            try:
                await self._door.clock.run()
            except Busy as error:
                log.info("the schedules are run by another program: %s", error.message)
            except Exception:
                log.exception("the schedules stopped; they begin again")
            await asyncio.sleep(LOOK_AGAIN)
