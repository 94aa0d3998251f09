"""The servers that the S3 tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.s3_server import StrictS3, moto_server


@pytest.fixture(scope="session")
def moto() -> Iterator[str]:
    with moto_server() as url:
        yield url


@pytest.fixture
def strict() -> Iterator[StrictS3]:
    with StrictS3() as server:
        yield server
