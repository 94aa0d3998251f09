"""What wakes the clock: the tick, the next due time, a call from anywhere; an error does not end it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from holdfast.scheduling import Waker


def looks(answer: Callable[[int], datetime | None]) -> tuple[list[datetime], Callable[[], Awaitable[datetime | None]]]:
    seen: list[datetime] = []

    async def look() -> datetime | None:
        seen.append(datetime.now(UTC))
        return answer(len(seen))

    return seen, look


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.01)


def test_it_looks_at_once_and_at_each_tick() -> None:
    async def story() -> None:
        seen, look = looks(lambda _: None)
        async with Waker(look, tick=0.05):
            await until(lambda: len(seen) >= 3)

    asyncio.run(story())


def test_the_next_due_time_is_sooner_than_the_tick() -> None:
    async def story() -> None:
        due = datetime.now(UTC) + timedelta(seconds=0.3)
        seen, look = looks(lambda count: due if count == 1 else None)
        async with Waker(look, tick=600):
            await until(lambda: len(seen) >= 2)
        assert seen[1] >= due

    asyncio.run(story())


def test_it_is_woken_from_any_thread() -> None:
    async def story() -> None:
        seen, look = looks(lambda _: None)
        async with Waker(look, tick=600) as waker:
            await until(lambda: len(seen) == 1)
            thread = threading.Thread(target=waker.wake)
            thread.start()
            await until(lambda: len(seen) == 2)
            thread.join()
        waker.wake()  # after its end: nothing

    asyncio.run(story())


def test_an_error_is_told_in_the_log_and_the_next_tick_tries_again(caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> None:
        def answer(count: int) -> datetime | None:
            if count == 1:
                raise ValueError("a look that fails")
            return None

        seen, look = looks(answer)
        async with Waker(look, tick=0.05):
            await until(lambda: len(seen) >= 2)

    asyncio.run(story())
    assert "a look at the schedules failed" in caplog.text
