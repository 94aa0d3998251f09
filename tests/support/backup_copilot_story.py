"""Asking FakeBackupCopilot through the real provider."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from holdfast.providers.backup_copilot import BackupCopilot
from holdfast.providers.http import Client, Credential
from holdfast.secret import Secret
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock

T = TypeVar("T")
PASSWORD = "abcd efgh ijkl mnop qrst uvwx"


def ask(
    site: FakeBackupCopilot,
    story: Callable[[BackupCopilot], Awaitable[T]],
    credential: Credential | None = None,
    clock: SimulatedClock | None = None,
) -> T:
    """Run `story` with a provider signed in as `ada`."""

    async def whole() -> T:
        client = Client(site.root, credential or Credential("basic", "ada", Secret(PASSWORD)), clock=clock or site.clock)
        provider = BackupCopilot(client)
        try:
            return await story(provider)
        finally:
            await provider.close()

    return asyncio.run(whole())


def sent(site: FakeBackupCopilot, on: str) -> Any:
    """The JSON of the last request that matches."""
    return site.asked(on)[-1].json()
