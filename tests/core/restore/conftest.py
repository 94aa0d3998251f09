"""Shared fixtures of the restore tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdfast.repository.repository import Repository
from tests.core.restore.scene import local_repository, make_site


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return local_repository(tmp_path)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site")
