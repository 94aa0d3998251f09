"""Backup and restore through S3, beside restic, on the same server (moto, on loopback, in a process of its own).

::

    python -m tests.benchmarks.s3 [--files 3000] [--bytes 300000000]

In turn, once each: first backup, unchanged backup, restore. The server is Python and slow, so this shows how many requests are made and
how well they overlap rather than how fast a line is filled.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from tests.benchmarks import make_site
from tests.support.s3_server import MOTO_KEYS, moto_server
from tests.support.terminal import HoldfastCommand


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=3000)
    parser.add_argument("--bytes", type=int, default=300_000_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="holdfast-benchmark-", dir="/var/tmp") as folder, server() as url:
        scratch = Path(folder)
        make_site.build(scratch / "site", options.files, options.bytes)
        measure(scratch, url)


def measure(scratch: Path, url: str) -> None:
    site, password, secret = scratch / "site", scratch / "password", scratch / "secret"
    secret.write_text(MOTO_KEYS[1])
    holdfast = HoldfastCommand(scratch / "home")
    place = ("s3:" + url + "/ours", "--access-key", MOTO_KEYS[0], "--access-secret-file", str(secret), "--path-style")
    password.write_text(holdfast("storage", "add", "bucket", *place).last["password"])
    holdfast("site", "add", "site", "--path", str(site), "--database", "none", "--storage", "bucket")
    theirs = ["restic", "-r", f"s3:{url}/theirs", "--password-file", str(password), "--cache-dir", str(scratch / "cache"), "-q"]
    keys = {**os.environ, "AWS_ACCESS_KEY_ID": MOTO_KEYS[0], "AWS_SECRET_ACCESS_KEY": MOTO_KEYS[1]}
    subprocess.run([*theirs, "init"], env=keys, check=True)
    for what, ours, other in (
        ("first backup", ("backup", "create", "site"), ("backup", str(site))),
        ("unchanged backup", ("backup", "create", "site"), ("backup", str(site))),
        (
            "restore",
            ("backup", "restore", "site", "latest", "--to", str(scratch / "a")),
            ("restore", "latest", "--target", str(scratch / "b")),
        ),
    ):
        mine = seconds(holdfast.arguments(*ours), holdfast.environment())
        its = seconds([*theirs, *other], keys)
        print(f"{what:18} holdfast {mine:6.2f} s   restic {its:6.2f} s   ratio {mine / its:.2f}", flush=True)


def seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


@contextmanager
def server() -> Iterator[str]:
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    process.start()
    try:
        yield here.recv()
    finally:
        process.terminate()


def serve(there: Connection) -> None:
    with Path(os.devnull).open("w") as nowhere, moto_server() as url:
        sys.stderr = nowhere
        there.send(url)
        time.sleep(3600)


if __name__ == "__main__":
    main()
