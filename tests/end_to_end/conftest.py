"""One MariaDB server for all tests of a process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.mariadb import MariaDb, shared_server


@pytest.fixture(scope="session")
def mariadb() -> Iterator[MariaDb]:
    server = shared_server()
    yield server
    server.close()
