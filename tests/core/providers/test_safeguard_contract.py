"""SafeGuard joins the contract of all providers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from holdfast.providers.base import Provider
from holdfast.providers.http import Client, Credential
from holdfast.providers.safeguard import SafeGuard
from holdfast.secret import Secret
from tests.contracts.provider import ProviderContract
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.safeguard import FakeSafeGuard
from tests.support.fakes.server import FakeServer


class TestSafeGuardContract(ProviderContract):
    places: ClassVar = {
        "create": "POST */backups", "list": "GET */backups", "details": "GET */backups/*", "progress": "GET */backups/*",
        "restore": "POST */restore",
    }  # fmt: skip

    def fake(self, clock: SimulatedClock) -> FakeServer:
        return FakeSafeGuard(clock=clock)

    def client(self, server: Any, **options: Any) -> Client:
        return Client(server.root, Credential("basic", "root", Secret("abcd efgh ijkl mnop qrst uvwx")), clock=server.clock, **options)

    def provider(self, client: Client) -> Provider:
        return SafeGuard(client, options={})

    def add(self, server: Any, count: int) -> Sequence[str]:
        return [server.add_backup(age=7200 + number).id for number in range(count)]

    def finish(self, server: Any) -> None:
        server.advance(600)
