"""How fast backups are made, beside restic, borg and plain copying, on this machine, in turn.

::

    python -m tests.benchmarks.engine [--quick] [--rounds 3] [--scratch FOLDER] [--restic PROGRAM …] [--no-many]

Makes a WordPress-shaped site (12,847 files, 1.25 GB; `--quick`: a tenth of it), then in each round runs every program on it: first backup
into a new repository, twice with nothing changed, then with 5 % changed; then the same with 50,000 files. All repositories lie on the
scratch folder's disk, fsync is on, every program is started anew, the site is in the page cache. The first restic named is the measure:
it gets the cut points of our repository (``--copy-chunker-params``), so that what both add can be compared.

Ratios are medians of the ratios within a round, so that what else the machine does touches both sides alike.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import msgspec

from tests.benchmarks import make_site
from tests.benchmarks.compiled import compile_ours

ROOT = Path(__file__).parents[2]
PASSWORD = "benchmark"
TARGETS = {
    "first": (0.65, 0.55),
    "unchanged": (0.8, 0.6),
    "5 % changed": (0.7, 0.5),
    "50,000 first": (0.6, 0.45),
    "50,000 unchanged": (0.6, 0.45),
}
"""Must and stretch, as parts of restic's time."""


class Run(msgspec.Struct):
    """One run of a program with its children. `seconds` by the wall, `processor` of all cores, `memory` the largest sum of PSS in MB
    (0: not sampled), `added` bytes in the repository."""

    seconds: float
    processor: float
    memory: float = 0.0
    added: int = 0


def environment(scratch: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(scratch / "home"),
        "LANG": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("core", "resources", ".")),
        "RESTIC_PASSWORD": PASSWORD,
        "RESTIC_FROM_PASSWORD": PASSWORD,
        "RESTIC_CACHE_DIR": str(scratch / "cache"),
        "BORG_PASSPHRASE": PASSWORD,
        "BORG_BASE_DIR": str(scratch / "borg-base"),
        "BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK": "yes",
        "BORG_RELOCATED_REPO_ACCESS_IS_OK": "yes",
    }


def proportional_memory(process: int) -> float:
    """PSS of a process and everything below it, in MB (shared pages are counted once)."""
    total = 0.0
    waiting = [process]
    while waiting:
        number = waiting.pop()
        try:
            waiting += map(int, Path(f"/proc/{number}/task/{number}/children").read_text().split())
            for line in Path(f"/proc/{number}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) / 1000
        except OSError:
            continue  # it ended
    return total


def run(command: Sequence[str], scratch: Path, *, sample: bool = False) -> Run:
    """Run a program; its output is only shown when it fails."""
    os.sync()
    before = os.times()
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment(scratch), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    most = 0.0
    ended = threading.Event()

    def watch() -> None:
        nonlocal most
        while not ended.wait(0.05):
            most = max(most, proportional_memory(process.pid))

    watcher = threading.Thread(target=watch, daemon=True)
    if sample:
        watcher.start()
    output = process.communicate()[0]
    seconds = time.perf_counter() - start
    ended.set()
    after = os.times()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{output.decode(errors='replace')[-2000:]}")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, spent, most)


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


class Program:
    """A backup program with one repository of its own."""

    def __init__(self, name: str, scratch: Path) -> None:
        self.name = name
        self.scratch = scratch
        self.place = scratch / f"repository-{name.replace('/', '-')}"

    def fresh(self) -> None:
        """A new, empty repository."""
        shutil.rmtree(self.place, ignore_errors=True)
        run(self.init_command(), self.scratch)

    def backup(self, site: Path, *, sample: bool = False) -> Run:
        before = size_of(self.place)
        result = run(self.backup_command(site), self.scratch, sample=sample)
        result.added = size_of(self.place) - before
        return result

    def init_command(self) -> list[str]:
        raise NotImplementedError

    def backup_command(self, site: Path) -> list[str]:
        raise NotImplementedError


class Holdfast(Program):
    def _verb(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "tests.benchmarks.ours", *arguments]

    def init_command(self) -> list[str]:
        return self._verb("init", str(self.place))

    def backup_command(self, site: Path) -> list[str]:
        return self._verb("backup", str(self.place), str(site))


class Restic(Program):
    """`model` is the repository whose cut points it takes over."""

    def __init__(self, program: str, scratch: Path, model: Path) -> None:
        super().__init__(program, scratch)
        self._model = model

    def init_command(self) -> list[str]:
        return [self.name, "-q", "-r", str(self.place), "init", "--from-repo", str(self._model), "--copy-chunker-params"]

    def backup_command(self, site: Path) -> list[str]:
        return [self.name, "-q", "-r", str(self.place), "backup", str(site)]


class Borg(Program):
    def init_command(self) -> list[str]:
        return ["borg", "init", "-e", "repokey-blake2", str(self.place)]

    def backup_command(self, site: Path) -> list[str]:
        return ["borg", "create", "-C", "zstd,3", f"{self.place}::{time.time_ns()}", str(site)]


class Copy(Program):
    """``cp -r`` and sync: only first backups."""

    def init_command(self) -> list[str]:
        return ["mkdir", str(self.place)]

    def backup_command(self, site: Path) -> list[str]:
        return ["sh", "-c", f"cp -r '{site}' '{self.place}' && sync"]


Results = dict[str, dict[str, list[Run]]]
"""By kind of work, by program, one for each round."""


def measure(programs: Sequence[Program], site: Path, rounds: int, prefix: str, change: Callable[[int], None] | None) -> Results:
    results: Results = {}

    def note(work: str, program: Program, *, sample: bool = False) -> None:
        result = program.backup(site, sample=sample)
        results.setdefault(prefix + work, {}).setdefault(program.name, []).append(result)
        print(f"  {prefix + work:18} {program.name:10} {result.seconds:6.2f} s  {result.processor:6.2f} s of processors", flush=True)

    for _ in range(rounds):
        for program in programs:
            program.fresh()
            note("first", program)
        for program in [p for p in programs if not isinstance(p, Copy)] * 2:
            note("unchanged", program)
    for number in range(rounds if change is not None else 0):
        assert change is not None
        change(number)
        for program in programs:
            if not isinstance(program, Copy):
                note("5 % changed", program)
    for program in programs:
        if isinstance(program, (Holdfast, Restic)):
            program.fresh()
            note("memory", program, sample=True)
    return results


def table(results: Results, measure_of: str, *, judged: bool) -> None:
    print(f"\n{'work':20} {'program':10} {'seconds':>8} {'ratio':>6} {'cpu s':>7} {'ratio':>6} {'added MB':>9}   (ratios to {measure_of})")
    for work, runs in results.items():
        if work.endswith("memory"):
            for name, (one,) in runs.items():
                print(f"{work:20} {name:10} {one.memory:8.0f} MB at most (PSS of all its processes)")
            continue
        for name, mine in runs.items():
            theirs = runs[measure_of]
            wall = median(a.seconds / b.seconds for a, b in zip(mine, theirs, strict=True))
            cpu = median(a.processor / b.processor for a, b in zip(mine, theirs, strict=True))
            seconds, processor = median(a.seconds for a in mine), median(a.processor for a in mine)
            added = median(a.added for a in mine) / 1e6
            verdict = _verdict(work, name, wall) if judged else ""
            print(f"{work:20} {name:10} {seconds:8.2f} {wall:6.2f} {processor:7.2f} {cpu:6.2f} {added:9.1f}{verdict}")


def _verdict(work: str, name: str, ratio: float) -> str:
    if name != "holdfast" or work not in TARGETS:
        return ""
    must, stretch = TARGETS[work]
    return f"   must {must}: {'met' if ratio <= must else 'MISSED'}, stretch {stretch}: {'met' if ratio <= stretch else 'missed'}"


def kdf_of(repository: Path) -> str:
    """restic chooses the work factors by the speed it sees at that moment, so they belong to the figures."""
    key = msgspec.json.decode(next((repository / "keys").iterdir()).read_bytes())
    return f"N={key['N']} r={key['r']} p={key['p']}"


def small_things(ours: Holdfast, scratch: Path) -> None:
    """Key derivation, ``--version``, the list of 1,000 backups."""
    from holdfast.repository.repository import Repository
    from holdfast.secret import Secret
    from holdfast.storage.local import LocalStorage

    repository = Repository.open(LocalStorage(ours.place), Secret(PASSWORD))
    latest = repository.snapshots()[-1]
    for number in range(1000):
        repository.save_snapshot(msgspec.structs.replace(latest, time=f"2026-01-01T00:{number // 60:02d}:{number % 60:02d}Z"))
    start = time.perf_counter()
    Repository.open(LocalStorage(ours.place), Secret(PASSWORD))
    print(f"\nkey derivation       {time.perf_counter() - start:.2f} s (in every program start above, beside the scan)")
    for what, command in (
        ("--version", [sys.executable, "-m", "holdfast", "--version"]),
        ("open only", ours._verb("key", str(ours.place))),
        ("list of 1,000", ours._verb("list", str(ours.place))),
    ):
        print(f"{what:20} {median(run(command, scratch).seconds for _ in range(5)) * 1000:.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the site, one round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scratch", type=Path, help="an empty folder on the disk to measure (about 8 GB)")
    parser.add_argument("--restic", nargs="+", default=["restic"], help="restic programs; the first is the measure")
    parser.add_argument("--no-many", action="store_true", help="without the 50,000 files")
    options = parser.parse_args()
    compile_ours()
    part, rounds = (10, 1) if options.quick else (1, options.rounds)
    with tempfile.TemporaryDirectory(prefix="holdfast-benchmark-", dir=options.scratch or "/var/tmp") as folder:
        scratch = Path(folder)
        ours = Holdfast("holdfast", scratch)
        programs: list[Program] = [ours, *(Restic(name, scratch, ours.place) for name in options.restic)]
        if shutil.which("borg"):
            programs.append(Borg("borg", scratch))
        programs.append(Copy("cp+sync", scratch))
        site = scratch / "site"
        make_site.build(site, make_site.FILES // part, make_site.BYTES // part)
        results = measure(programs, site, rounds, "", lambda number: make_site.mutate(site, 5, number + 2))
        if not options.no_many:
            shutil.rmtree(site)
            make_site.build(site, 50_000 // part, 900_000_000 // part)
            results |= measure(programs[: 1 + len(options.restic)], site, rounds, "50,000 ", None)
        table(results, options.restic[0], judged=not options.quick)
        print()
        for program in programs[: 1 + len(options.restic)]:
            print(f"{program.name:20} derives its key with scrypt {kdf_of(program.place)}")
        small_things(ours, scratch)


if __name__ == "__main__":
    main()
