"""The real program in a real session, looked at from outside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.session import Session, session


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Session]:
    """A log-in with an unlocked keyring, a tray, notices, and nothing of Holdfast yet."""
    with session(tmp_path) as made:
        yield made
