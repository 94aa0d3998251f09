"""One real WordPress for all tests of this folder that want one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.mariadb import shared_server
from tests.support.rest_wordpress import RestWordPress


@pytest.fixture(scope="session")
def wordpress(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RestWordPress]:
    """Served on loopback. Whoever switches something on switches it off again."""
    mariadb = shared_server()
    try:
        site = RestWordPress(tmp_path_factory.mktemp("wordpress") / "site", mariadb)
        with site.serve():
            yield site
    finally:
        mariadb.close()
