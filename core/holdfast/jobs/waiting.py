"""Waiting with or without an event loop, so that a terminal need not pay for asyncio (about 55 ms of start-up).

A coroutine of `holdfast.app` suspends only here. On a loop it waits as asyncio does; without one it simply blocks its thread, and
`drive` runs it from start to end.
"""

from __future__ import annotations

import sys
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


def on_loop() -> bool:
    """Is the caller running on an asyncio event loop?"""
    asyncio = sys.modules.get("asyncio")
    if asyncio is None:
        return False
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def drive(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that suspends only in this module, without a loop."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        return done.value  # type: ignore[no-any-return]  # StopIteration.value is untyped
    coroutine.close()
    raise RuntimeError("this coroutine needs an event loop")
