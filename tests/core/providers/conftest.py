"""One real WordPress for all tests of this folder that want one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.mariadb import MariaDb
from tests.support.rest_wordpress import RestWordPress


@pytest.fixture(scope="session")
def wordpress(tmp_path_factory: pytest.TempPathFactory, mariadb: MariaDb) -> Iterator[RestWordPress]:
    """Served on loopback. Whoever switches something on switches it off again."""
    site = RestWordPress(tmp_path_factory.mktemp("wordpress") / "site", mariadb)
    with site.serve():
        yield site
