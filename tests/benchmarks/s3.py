"""Backup and restore through S3, beside restic, on the same server (in a process of its own, on loopback: `StrictS3`, or moto, which
closes every connection).

::

    python -m tests.benchmarks.s3 [--files 3000] [--bytes 300000000] [--latency MS …] [--rounds 3] [--server moto] [--requests]

In turn: first backup (once each), unchanged backup, restore (medians of the rounds): seconds, CPU seconds of the program, requests and
connections. `--latency`: round trips in milliseconds, each measured by itself with empty buckets (`tests.support.far_line`); 0 is
loopback as it is. `--requests` lists each request of ours with its moment. The server is Python and slow, so this shows how many
requests are made and how well they overlap rather than how fast a line is filled.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

import msgspec

from tests.benchmarks import make_site
from tests.benchmarks.compiled import compile_ours
from tests.support.far_line import FarLine
from tests.support.s3_server import STRICT_KEYS as KEYS
from tests.support.s3_server import StrictS3, moto_server
from tests.support.terminal import HoldfastCommand


class Took(msgspec.Struct, frozen=True):
    """What one command cost. Seconds by the clock and of the processor (with its children)."""

    seconds: float
    cpu: float
    requests: int
    connections: int

    def __str__(self) -> str:
        return f"{self.seconds:6.2f} s (cpu {self.cpu:5.2f}, {self.requests:3} requests, {self.connections:2} connections)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=3000)
    parser.add_argument("--bytes", type=int, default=300_000_000)
    parser.add_argument("--latency", type=float, nargs="+", default=[0.0, 30.0])
    parser.add_argument("--server", choices=("strict", "moto"), default="strict", help="strict keeps connections, as real servers do")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--requests", action="store_true")
    options = parser.parse_args()
    compile_ours()
    with (
        tempfile.TemporaryDirectory(prefix="holdfast-benchmark-", dir="/var/tmp") as folder,
        server(options.server, options.latency) as url,
    ):
        scratch = Path(folder)
        make_site.build(scratch / "site", options.files, options.bytes)
        for latency in options.latency:
            print(f"round trip {latency:g} ms", flush=True)
            with FarLine(url, latency / 1000) as line:
                bench = Bench(scratch, line, name_of(latency), show_requests=options.requests)
                bench.measure(options.rounds)


class Bench:
    """The two programs side by side, on one line."""

    def __init__(self, scratch: Path, line: FarLine, name: str, *, show_requests: bool) -> None:
        self._site, self._scratch, self._line = scratch / "site", scratch / name, line
        self._show_requests = show_requests
        self._scratch.mkdir()
        password, secret = self._scratch / "password", self._scratch / "secret"
        secret.write_text(KEYS[1])
        self._holdfast = HoldfastCommand(self._scratch / "home")
        place = (f"s3:{line.url}/ours-{name}", "--access-key", KEYS[0], "--access-secret-file", str(secret), "--path-style")
        password.write_text(self._holdfast("storage", "add", "bucket", *place).last["password"])
        self._holdfast("site", "add", "site", "--path", str(self._site), "--database", "none", "--storage", "bucket")
        self._theirs = ["restic", "-r", f"s3:{line.url}/theirs-{name}", "--password-file", str(password)]
        self._theirs += ["--cache-dir", str(self._scratch / "cache"), "-q"]
        self._keys = {**os.environ, "AWS_ACCESS_KEY_ID": KEYS[0], "AWS_SECRET_ACCESS_KEY": KEYS[1]}
        subprocess.run([*self._theirs, "init"], env=self._keys, check=True)

    def measure(self, rounds: int) -> None:
        backup = ("backup", "create", "site"), ("backup", str(self._site))
        self.compare("first backup", [backup])
        self.compare("unchanged backup", [backup] * rounds)
        ours, theirs = self._scratch / "restored-ours", self._scratch / "restored-theirs"
        targets = [(f"{ours}-{number}", f"{theirs}-{number}") for number in range(rounds)]
        self.compare(
            "restore",
            [(("backup", "restore", "site", "latest", "--to", a), ("restore", "latest", "--target", b)) for a, b in targets],
        )

    def compare(self, what: str, commands: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
        pairs = []
        for ours, theirs in commands:
            mine = self.run(self._holdfast.arguments(*ours), self._holdfast.environment(), show=self._show_requests)
            pairs.append((mine, self.run([*self._theirs, *theirs], self._keys)))
        ratio = median(a.seconds / b.seconds for a, b in pairs)
        mine, its = (sorted(side, key=lambda took: took.seconds)[len(pairs) // 2] for side in zip(*pairs, strict=True))
        print(f"{what:18} holdfast {mine}   restic {its}   ratio {ratio:.2f}", flush=True)

    def run(self, command: list[str], environment: dict[str, str], *, show: bool = False) -> Took:
        self._line.take()
        before, start = os.times(), time.monotonic()
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
        seconds, after = time.monotonic() - start, os.times()
        requests, connections = self._line.take()
        if show:
            print("\n".join(f"  {one.moment - start:6.3f}  {one.method:6} {one.path[:60]}" for one in requests))
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        return Took(seconds, cpu, len(requests), connections)


@contextmanager
def server(kind: str, latencies: Sequence[float]) -> Iterator[str]:
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(
        target=serve, args=(there, kind, [f"{side}-{name_of(one)}" for one in latencies for side in ("ours", "theirs")]), daemon=True
    )
    process.start()
    try:
        yield here.recv()
    finally:
        process.terminate()


def serve(there: Connection, kind: str, buckets: Sequence[str]) -> None:
    with Path(os.devnull).open("w") as nowhere, ExitStack() as stack:
        sys.stderr = nowhere
        if kind == "moto":
            url = stack.enter_context(moto_server())
        else:
            strict = stack.enter_context(StrictS3())
            for bucket in buckets:
                strict.bucket(bucket)
            url = strict.url
        there.send(url)
        time.sleep(3600)


def name_of(latency: float) -> str:
    return f"{latency:g}".replace(".", "-")


if __name__ == "__main__":
    main()
