"""Where a site's download links may lead."""

from __future__ import annotations

import asyncio

import pytest

from holdfast.errors import NetworkError, RemoteError
from holdfast.providers.http import check_destination

HOSTS = {
    "site.example": ["93.184.215.14"],
    "bucket.s3.example": ["52.216.1.1", "2600:1f18::1"],
    "intranet.example": ["10.0.0.7"],
    "rebound.example": ["93.184.215.14", "127.0.0.1"],
    "office.example": ["192.168.1.9"],
}


async def resolver(host: str) -> list[str]:
    return HOSTS.get(host, [host])


@pytest.mark.parametrize(
    ("link", "site"),
    [
        ("https://site.example/wp-content/x.zip?token=1", "https://site.example/wp-json/"),
        ("https://bucket.s3.example/x?sig=1", "https://site.example/wp-json/"),
        ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/wp-json/"),
        ("https://intranet.example/x", "https://office.example/"),
    ],
)
def test_links_that_are_followed(link: str, site: str) -> None:
    asyncio.run(check_destination(link, site, resolver=resolver))


@pytest.mark.parametrize(
    "link",
    [
        "http://site.example/x", "http://bucket.s3.example/x", "https://intranet.example/x", "https://rebound.example/x", "https://127.0.0.1/x",
        "https://[::1]/x", "https://169.254.169.254/latest/meta-data/", "https://[::ffff:10.0.0.1]/x", "https://[64:ff9b::7f00:1]/x",
        "https://[fe80::1]/x", "https://0.0.0.0/x", "https://224.0.0.1/x", "https://user:pw@bucket.s3.example/x", "file:///etc/passwd",
        "ftp://bucket.s3.example/x", "javascript:alert(1)", "", "https://[", "//evil.example/x",
    ],
)  # fmt: skip
def test_links_that_are_not(link: str) -> None:
    with pytest.raises(RemoteError) as caught:
        asyncio.run(check_destination(link, "https://site.example/wp-json/", resolver=resolver))
    assert caught.value.code == "BAD-LINK"
    assert "pw" not in caught.value.message


def test_a_host_that_is_not_there() -> None:
    with pytest.raises(NetworkError) as caught:
        asyncio.run(check_destination("https://nobody.invalid/x", "https://site.example/"))
    assert caught.value.code == "NET-DNS"
