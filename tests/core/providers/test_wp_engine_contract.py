"""WP Engine keeps the contract of all providers, also with a list in the other order and small pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from holdfast.providers.base import Provider
from holdfast.providers.http import Client, Credential
from holdfast.providers.wp_engine import WPEngine
from holdfast.secret import Secret
from tests.contracts.provider import ProviderContract
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.server import FakeServer
from tests.support.fakes.wp_engine import INSTALL, FakeWPEngine, WPEngineWays

OPTIONS = {"install": INSTALL, "notification_emails": ["ada@example.org"]}


class TestWPEngineContract(ProviderContract):
    places: ClassVar = {
        "create": "POST */backups", "list": "GET */backups", "details": "GET */backups/*", "progress": "GET */backups/*",
        "restore": "POST */restore", "link": "GET */archives",
    }  # fmt: skip

    def fake(self, clock: SimulatedClock) -> FakeServer:
        return FakeWPEngine(clock=clock)

    def client(self, server: Any, **options: Any) -> Client:
        return Client(server.base, Credential("basic", "api-user", Secret("api-password")), clock=server.clock, **options)

    def provider(self, client: Client) -> Provider:
        return WPEngine(client, options=OPTIONS)

    def add(self, server: Any, count: int) -> Sequence[str]:
        return [server.add_backup(age=7200 + number).id for number in range(count)]

    def finish(self, server: Any) -> None:
        server.advance(600)


class TestWPEngineOldestFirst(TestWPEngineContract):
    def fake(self, clock: SimulatedClock) -> FakeServer:
        return FakeWPEngine(clock=clock, ways=WPEngineWays(newest_first=False, counts=False))
