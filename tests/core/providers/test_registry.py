"""The list of providers."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from holdfast.errors import NotFound, UsageError
from holdfast.providers.base import Provider
from holdfast.providers.http import NOBODY, Credential, SystemClock
from holdfast.providers.registry import PROVIDERS, open_provider, shared_budget, system_of
from holdfast.secret import Secret
from tests.support.fakes.clocks import SimulatedClock


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


def test_a_credential_has_one_budget_whatever_uses_it() -> None:
    """Over all jobs and threads of this process; a renewed token goes on with it, another credential has its own."""
    clock = SimulatedClock()
    one, other = Credential("bearer", "ada", Secret("t1"), Secret("again")), Credential("bearer", "ada", Secret("t9"))
    budget = shared_budget("backup-copilot", one, clock)
    assert shared_budget("backup-copilot", one, clock) is budget
    assert shared_budget("backup-copilot", other, clock) is not budget
    assert shared_budget("safeguard", one, clock) is not budget
    assert shared_budget("backup-copilot", one, SystemClock()) is shared_budget("backup-copilot", one)
    asked: list[str] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers["authorization"])
        good = request.headers["authorization"] == "Bearer t2"
        return httpx.Response(200 if good else 401, json={"uuid": "x"} if good else {"error": "expired_token"})

    async def renew(old: Credential) -> Credential:
        return Credential("bearer", "ada", Secret("t2"), Secret("again"))

    async def story() -> None:
        provider = await open_provider(
            "backup-copilot", "https://example.org/", one, renew=renew, clock=clock, transport=httpx.MockTransport(handle)
        )
        await provider.details("x")
        await provider.close()

    asyncio.run(story())
    assert asked == ["Bearer t1", "Bearer t2"]
    assert shared_budget("backup-copilot", Credential("bearer", "ada", Secret("t2")), clock) is budget
    assert shared_budget("backup-copilot", one, clock) is not budget
