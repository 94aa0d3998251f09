"""What a user waits for: the whole `holdfast` command, with its home, its vault and its catalogue, beside restic's command.

::

    python -m tests.benchmarks.command --site FOLDER [--rounds 5]

First and repeated backups of FOLDER (as `make_site` makes it), then prune, status and a list of 1,000 backups. The repository's password
lies in a vault whose own key derivation is made cheap here (on a laptop it lies in the keyring); the repository's own is in every figure.
restic reads
its password from a file. In turn, medians; the page cache is warm.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import msgspec

from tests.benchmarks.compiled import compile_ours
from tests.support.terminal import HoldfastCommand


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    compile_ours()
    with tempfile.TemporaryDirectory(prefix="holdfast-benchmark-", dir="/var/tmp") as folder:
        measure(options.site, Path(folder), options.rounds)


def measure(site: Path, scratch: Path, rounds: int) -> None:
    holdfast = HoldfastCommand(scratch / "home")
    repository = scratch / "ours"
    password = scratch / "password"
    password.write_text(holdfast("storage", "add", "disk", str(repository)).last["password"])
    holdfast("site", "add", "site", "--path", str(site), "--database", "none", "--storage", "disk")
    theirs = ["restic", "-r", str(scratch / "theirs"), "--password-file", str(password), "--cache-dir", str(scratch / "cache"), "-q"]
    subprocess.run([*theirs, "init"], check=True)

    show("first backup", [seconds(holdfast.arguments("backup", "create", "site"), holdfast)], [seconds([*theirs, "backup", str(site)])])
    pairs = [
        (seconds(holdfast.arguments("backup", "create", "site"), holdfast), seconds([*theirs, "backup", str(site)])) for _ in range(rounds)
    ]
    show("unchanged backup", [a for a, _ in pairs], [b for _, b in pairs])
    pairs = [(seconds(holdfast.arguments("storage", "prune", "disk"), holdfast), seconds([*theirs, "prune"])) for _ in range(rounds)]
    show("prune, nothing to do", [a for a, _ in pairs], [b for _, b in pairs])
    show("status", [seconds(holdfast.arguments("status"), holdfast) for _ in range(rounds)])
    forget_most(holdfast, theirs, site)
    prune = holdfast.arguments("storage", "prune", "disk")
    show("prune of most", [seconds(prune, holdfast)], [seconds([*theirs, "prune", "--max-unused", "5%"])])
    show("--version", [seconds([sys.executable, "-m", "holdfast", "--version"]) for _ in range(rounds)])
    add_backups(repository, password.read_text(), 1000)
    seconds(holdfast.arguments("backup", "list", "part"), holdfast)
    show("list of 1,000", [seconds(holdfast.arguments("backup", "list", "part"), holdfast) for _ in range(rounds)])


def forget_most(holdfast: HoldfastCommand, theirs: list[str], site: Path) -> None:
    """Only a backup of one part of the site stays."""
    part = site / "wp-content" / "plugins"
    holdfast("site", "add", "part", "--path", str(part), "--database", "none", "--storage", "disk")
    holdfast("backup", "create", "part")
    ids = [one["id"] for one in holdfast("backup", "list", "site").last["items"]]
    holdfast("backup", "delete", "site", *ids, "--yes")
    subprocess.run([*theirs, "backup", str(part)], check=True)
    every = subprocess.run([*theirs, "snapshots", "--path", str(site), "--json"], check=True, capture_output=True).stdout
    subprocess.run([*theirs, "forget", *[one["id"] for one in json.loads(every)]], check=True)


def add_backups(place: Path, password: str, count: int) -> None:
    from holdfast.repository.repository import Repository
    from holdfast.secret import Secret
    from holdfast.storage.local import LocalStorage

    repository = Repository.open(LocalStorage(place), Secret(password))
    latest = repository.snapshots()[-1]
    for number in range(count):
        repository.save_snapshot(msgspec.structs.replace(latest, time=f"2026-01-01T00:{number // 60:02d}:{number % 60:02d}Z"))


def seconds(command: list[str], holdfast: HoldfastCommand | None = None) -> float:
    start = time.perf_counter()
    environment = holdfast.environment() if holdfast is not None else None
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def show(what: str, ours: list[float], theirs: list[float] | None = None) -> None:
    line = f"{what:22} holdfast {median(ours):6.2f} s"
    if theirs:
        line += f"   restic {median(theirs):6.2f} s   ratio {median(a / b for a, b in zip(ours, theirs, strict=True)):.2f}"
    print(line, flush=True)


if __name__ == "__main__":
    main()
