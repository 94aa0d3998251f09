"""The list of providers."""

from __future__ import annotations

import asyncio

import pytest

from holdfast.errors import NotFound, UsageError
from holdfast.providers.base import Provider
from holdfast.providers.http import NOBODY, Credential
from holdfast.providers.registry import PROVIDERS, open_provider, system_of
from holdfast.secret import Secret


@pytest.mark.parametrize("system", sorted(PROVIDERS))
def test_every_system_opens_and_is_called_what_the_terminal_calls_it(system: str) -> None:
    async def story() -> None:
        options = {"install": "4f1f9ef3-0f0e-4a4e-9d49-6d5d2b3e8c11", "notify_emails": ["ada@example.org"]}
        provider = await open_provider(system, "https://example.org/", Credential("basic", "ada", Secret("x")), options)
        assert isinstance(provider, Provider)
        assert provider.system == system
        await provider.close()

    asyncio.run(story())


def test_what_cannot_be_opened() -> None:
    with pytest.raises(NotFound):
        system_of("updraft")
    with pytest.raises(UsageError):
        asyncio.run(open_provider("safeguard", "", NOBODY))
    with pytest.raises(UsageError):
        asyncio.run(open_provider("safeguard", "http://example.org/wp-json/", NOBODY))
