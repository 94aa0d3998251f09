"""The storage in memory."""

from __future__ import annotations

import pytest

from holdfast.storage.memory import MemoryStorage
from tests.contracts.storage import StorageContract


class TestMemory(StorageContract):
    @pytest.fixture
    def storage(self) -> MemoryStorage:
        return MemoryStorage()


def test_it_cannot_be_opened_elsewhere() -> None:
    assert MemoryStorage().address() is None
