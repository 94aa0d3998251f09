"""Backup Copilot Pro keeps the contract of all providers, in both forms of a REST root."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from holdfast.providers.backup_copilot import BackupCopilot
from holdfast.providers.http import Client, Credential
from holdfast.secret import Secret
from tests.contracts.provider import ProviderContract
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock


class TestBackupCopilot(ProviderContract):
    places: ClassVar[Mapping[str, str]] = {
        "create": "POST */backup/create",
        "list": "GET */backup/list",
        "details": "GET */backup/bkpc_[!/]*[!s]",
        "progress": "GET */backup/*/status",
        "link": "POST */backup/*/download",
        "restore": "POST */backup/*/restore",
    }

    def fake(self, clock: SimulatedClock) -> FakeBackupCopilot:
        return FakeBackupCopilot(clock=clock)

    def client(self, server: Any, **options: Any) -> Client:
        return Client(server.root, Credential("basic", "ada", Secret("abcdefghijklmnopqrstuvwx")), clock=server.clock, **options)

    def provider(self, client: Client) -> BackupCopilot:
        return BackupCopilot(client)

    def add(self, server: Any, count: int) -> Sequence[str]:
        return [server.add_backup(age=3600 + 60 * n).uuid for n in range(count)]

    def finish(self, server: Any) -> None:
        server.advance(600)


class TestBackupCopilotInASubDirectoryWithPlainPermalinks(TestBackupCopilot):
    def fake(self, clock: SimulatedClock) -> FakeBackupCopilot:
        return FakeBackupCopilot(clock=clock, folder="blog", plain=True)
