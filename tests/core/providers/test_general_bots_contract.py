"""General Bots keeps the contract of all providers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from holdfast.providers.general_bots import GeneralBots
from holdfast.providers.http import Client, Credential
from holdfast.secret import Secret
from tests.contracts.provider import ProviderContract
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.general_bots import FakeGeneralBots


class TestGeneralBots(ProviderContract):
    places: ClassVar[Mapping[str, str]] = {
        "create": "POST */backup/create",
        "list": "GET */backup/list",
        "details": "GET */backup/backup-*",
        "restore": "POST */backup/restore/*",
    }
    marks: ClassVar[bool] = False

    def fake(self, clock: SimulatedClock) -> FakeGeneralBots:
        return FakeGeneralBots(clock=clock)

    def client(self, server: Any, **options: Any) -> Client:
        return Client(server.url, Credential("api-key", "", Secret("gb_admin")), clock=server.clock, **options)

    def provider(self, client: Client) -> GeneralBots:
        return GeneralBots(client)

    def add(self, server: Any, count: int) -> Sequence[str]:
        return [server.add_backup(age=3600 + 60 * n).id for n in range(count)]

    def finish(self, server: Any) -> None:
        server.advance(600)
