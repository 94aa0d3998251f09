"""Thirty daily archives of a site that changes 2 % a day: what they take in a repository, against one. And what a download of 1.2 GB over
loopback costs in processor time, against curl's (the check of the archive apart).

``python -m tests.benchmarks.archives [FILES]`` (3,000 files by default), or ``pytest -m benchmark tests/benchmarks/archives.py``.

What else sites with an API must hold is simulated, and so runs with every `make test`: ten sites watched for an hour within the smallest
documented limit (tests/core/network/test_endings.py), a line that is cut every two minutes (tests/core/archives/test_fetching.py), and one
site of fifty that hangs (tests/core/network/test_one_hangs.py).
"""

from __future__ import annotations

import asyncio
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

import pytest

from holdfast.engine.archiver import ArchiveOptions, archive
from holdfast.engine.fetching import download
from holdfast.providers.base import Link
from holdfast.providers.http.transport import tls_context
from holdfast.repository.repository import Repository
from holdfast.repository.tags import SnapshotTags
from holdfast.sources.archive_check import check_archive
from holdfast.sources.archive_source import ArchiveSource
from holdfast.storage.local import LocalStorage
from tests.support.archive_samples import WHEN, make_zip
from tests.support.repositories import PASSWORD, new_repository

DAYS = 30
CHANGE = 0.02
_WORDS = "site shop post page media image title content author order price stock theme plugin cache query table index".split()


class DailySite:
    """A site of code and pictures with a database dump. 2 % of its bytes change each day: files are replaced (one in ten of them is new
    and an old one goes), and so are rows all over the dump."""

    def __init__(self, files: int, rows: int = 20, seed: int = 0) -> None:
        """`rows`: of the dump, for each file."""
        self._random = random.Random(seed)
        self._count = files
        self.files = {self._name(number): self._content(number) for number in range(files)}
        self._rows = [self._row(number) for number in range(files * rows)]

    def next_day(self) -> None:
        names = sorted(self.files)
        wanted = sum(map(len, self.files.values())) * CHANGE
        while wanted > 0:
            name = self._random.choice(names)
            if name not in self.files:
                continue
            content = self._content(int(name.rpartition("-")[2].partition(".")[0]))
            if len(content) > wanted + 20_000:
                continue  # one large file would be more than a day's change
            wanted -= len(content)
            del self.files[name]
            if self._random.random() < 0.1:
                name = self._name(self._count)
                self._count += 1
            self.files[name] = content
        # rows near one another: what was written last is what changes
        start = self._random.randrange(len(self._rows))
        for number in range(start, min(start + int(len(self._rows) * CHANGE), len(self._rows))):
            self._rows[number] = self._row(number)

    def write(self, path: Path, day: int) -> Path:
        """The archive of today."""
        dump = "CREATE TABLE `wp_posts` (`ID` bigint);\n" + "".join(self._rows)
        files = {"wp-config.php": b"<?php", **self.files, "database.sql": dump.encode()}
        return make_zip(path, files, when=WHEN, stored=True)

    def _name(self, number: int) -> str:
        kind, ending = ("uploads/2026", "jpg") if number % 3 == 0 else (f"plugins/plugin{number % 17}", "php")
        return f"wp-content/{kind}/{number % 29}/file-{number}.{ending}"

    def _content(self, number: int) -> bytes:
        size = min(int(self._random.paretovariate(1.2) * 6000), 2_000_000)
        if number % 3 == 0:
            return self._random.randbytes(size * 2)
        return " ".join(self._random.choices(_WORDS, k=size // 7)).encode()

    def _row(self, number: int) -> str:
        words = " ".join(self._random.choices(_WORDS, k=20))
        return f"INSERT INTO `wp_posts` VALUES ({number},'{words}','{self._random.getrandbits(64):016x}');\n"


def measure(folder: Path, files: int) -> list[int]:
    """Bytes of the repository after each day."""
    place = folder / "repository"
    new_repository(LocalStorage(place))
    site = DailySite(files)
    sizes = []
    for day in range(DAYS):
        path = site.write(folder / "shop.zip", day)
        options = ArchiveOptions(kind="full", tags=SnapshotTags(site="shop"), time=WHEN + timedelta(days=day))
        archive(lambda: Repository.open(LocalStorage(place), PASSWORD), [ArchiveSource(path)], options)
        sizes.append(sum(file.stat().st_size for file in place.rglob("*") if file.is_file()))
        site.next_day()
    return sizes


@pytest.mark.benchmark
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("files", [700, 1500, 3000])
def test_thirty_daily_archives(tmp_path: Path, files: int) -> None:
    sizes = measure(tmp_path, files)
    print(f"one: {sizes[0]:,} bytes, thirty: {sizes[-1]:,} bytes, {sizes[-1] / sizes[0]:.2f}x")
    assert sizes[-1] < 1.8 * sizes[0]


_SERVER = """
import socket, sys
path, size = sys.argv[1:]
listening = socket.socket()
listening.bind(("127.0.0.1", 0))
listening.listen()
print(listening.getsockname()[1], flush=True)
while True:
    connection, _ = listening.accept()
    connection.recv(65536)
    connection.sendall(b'HTTP/1.1 200 OK\\r\\nContent-Length: %d\\r\\nETag: "one"\\r\\n\\r\\n' % int(size))
    with open(path, "rb") as file:
        connection.sendfile(file)
    connection.close()
"""


def download_cost(folder: Path, size: int = 1_200_000_000) -> tuple[float, float, float]:
    """Seconds of processor time: curl, ours, our check."""
    path = make_zip(
        folder / "big.zip", {f"{n}.bin": random.Random(n).randbytes(1 << 20) * 12 for n in range(size // (12 << 20))}, stored=True
    )
    server = subprocess.Popen(
        [sys.executable, "-c", _SERVER, str(path), str(path.stat().st_size)], stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    assert server.stdout is not None
    try:
        url = f"http://127.0.0.1:{int(server.stdout.readline())}/big.zip"
        os.sync()  # what was written before is nobody's work here: syncing a file of ours would be charged for it
        before = _used(resource.RUSAGE_CHILDREN)
        subprocess.run(["curl", "-s", "-o", str(folder / "curl"), url], check=True)
        curl = _used(resource.RUSAGE_CHILDREN) - before
        (folder / "curl").unlink()
        tls_context("")  # read once in a program's life

        async def renew() -> Link:
            return Link(url)

        os.sync()
        before = _used(resource.RUSAGE_SELF)
        done = asyncio.run(download(renew, folder, "ours.zip", base=url))
        ours = _used(resource.RUSAGE_SELF) - before
        before = _used(resource.RUSAGE_SELF)
        assert check_archive(done.path, expects=frozenset()).state == "good"
        return curl, ours, _used(resource.RUSAGE_SELF) - before
    finally:
        server.kill()
        server.wait()
        server.stdout.close()


def _used(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


@pytest.mark.benchmark
@pytest.mark.timeout(600)
def test_a_download_costs_little_more_than_with_curl(tmp_path: Path) -> None:
    curl, ours, check = download_cost(tmp_path)
    print(_told(curl, ours, check))
    assert ours <= 2 * curl


def _told(curl: float, ours: float, check: float) -> str:
    return f"download of 1.2 GB: curl {curl:.2f} s of processor, ours {ours:.2f} s, {ours / curl:.2f}x; the check apart: {check:.2f} s"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        print(_told(*download_cost(Path(folder))))
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        sizes = measure(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
        print(f"one: {sizes[0]:,} bytes, thirty: {sizes[-1]:,} bytes, {sizes[-1] / sizes[0]:.2f}x ({time.monotonic() - started:.0f} s)")


if __name__ == "__main__":
    main()
