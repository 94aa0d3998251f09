"""How fast a backup comes back, beside restic, borg and plain copying, on this machine, in turn.

::

    python -m tests.benchmarks.restore [--site FOLDER] [--scratch FOLDER] [--rounds 3]

The site is what is backed up (once, by each program) and restored `--rounds` times into fresh folders; needs about six times its size
per round in the scratch folder. Nothing is removed between the rounds: ext4 makes the creation of files slow for half a minute after
many were removed. Every program is a process of its own, started anew, page cache warm. Prints medians and ratios to restic.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.benchmarks import make_site
from tests.benchmarks.compiled import compile_ours

ROOT = Path(__file__).parents[2]
PASSWORD = "benchmark"
MUST, STRETCH = 0.85, 0.75


class Run:
    """Wall and processor seconds and peak memory of one program, its children included."""

    def __init__(self, command: list[str], *, cwd: Path | None = None, environment: dict[str, str] | None = None) -> None:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.perf_counter()
        done = subprocess.run(command, cwd=cwd, env={**os.environ, **(environment or {})}, capture_output=True, text=True)
        self.seconds = time.perf_counter() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.output = done.stdout
        if done.returncode:
            raise SystemExit(f"{command[0]} ended with {done.returncode}: {done.stderr[-2000:]}")


def ours(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tests.benchmarks.restore", "--verb", *arguments]


class Benchmark:
    def __init__(self, site: Path, scratch: Path) -> None:
        self.site = site
        self.scratch = scratch
        self.ours = str(scratch / "ours")
        self.restic = {
            "RESTIC_REPOSITORY": str(scratch / "restic"),
            "RESTIC_PASSWORD": PASSWORD,
            "RESTIC_CACHE_DIR": str(scratch / "cache"),
        }
        self.borg = {
            "BORG_REPO": str(scratch / "borg"),
            "BORG_PASSPHRASE": PASSWORD,
            "BORG_BASE_DIR": str(scratch / "borg-base"),
            "BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK": "yes",
        }
        self.results: dict[str, list[Run]] = {}

    def prepare(self) -> None:
        scratch = self.scratch
        scratch.mkdir(parents=True)
        Run(["restic", "init"], environment=self.restic)
        Run(["restic", "backup", str(self.site)], environment=self.restic)
        Run(ours("backup", self.ours, str(self.site)), cwd=ROOT)
        if shutil.which("borg"):
            Run(["borg", "init", "-e", "repokey-blake2"], environment=self.borg)
            Run(["borg", "create", "-C", "zstd,3", "::one", str(self.site)], environment=self.borg)

    def measure(self, name: str, command: list[str], *, cwd: Path = ROOT, environment: dict[str, str] | None = None) -> None:
        os.sync()
        time.sleep(1)
        found = Run(command, cwd=cwd, environment=environment)
        self.results.setdefault(name, []).append(found)
        print(f"  {name:34} {found.seconds:7.2f} s  {found.processor:6.2f} s cpu  {found.output.strip()}", flush=True)

    def round(self, number: int) -> None:
        print(f"round {number + 1}", flush=True)
        place = self.scratch / f"round{number}"
        (place / "d").mkdir(parents=True)
        self.measure("restic restore", ["restic", "restore", "latest", "-q", "--target", str(place / "a")], environment=self.restic)
        self.measure("holdfast restore", ours("restore", self.ours, str(place / "b")))
        self.measure("holdfast restore of restic's", ours("restore", self.restic["RESTIC_REPOSITORY"], str(place / "c")))
        if shutil.which("borg"):
            self.measure("borg extract", ["borg", "extract", "::one"], cwd=place / "d", environment=self.borg)
        self.measure("cp -r + sync", ["sh", "-c", 'cp -r "$1" "$2" && sync', "sh", str(self.site), str(place / "e")])
        self.measure("holdfast restore, unchanged", ours("restore", self.ours, str(place / "b")))

    def exports(self) -> None:
        print("export", flush=True)
        place = self.scratch / "exports"
        place.mkdir()
        self.measure("zip -1 -r", ["zip", "-1", "-q", "-r", "-y", str(place / "z.zip"), self.site.name], cwd=self.site.parent)
        for name in ("h.zip", "h.tar.zst"):
            self.measure(f"holdfast export {name[1:]}", ours("export", self.ours, str(place / name)))
        self.measure("holdfast verify", ours("verify", self.ours, ""))
        self.measure("holdfast drill", ours("drill", self.ours, str(place)))
        for file in sorted(place.glob("*.*")):
            print(f"  {file.name}: {file.stat().st_size:,} bytes")

    def table(self) -> None:
        print(f"\n{'median':36}{'seconds':>9}{'cpu':>8}{'x restic':>10}")
        for name, runs in self.results.items():
            seconds = median(run.seconds for run in runs)
            ratio = self.ratio(name, "restic restore")
            print(f"{name:36}{seconds:9.2f}{median(run.processor for run in runs):8.2f}{ratio:10.2f}")
        to_restic, to_copy = (self.ratio("holdfast restore", other) for other in ("restic restore", "cp -r + sync"))
        print(f"\nrestore: {to_restic:.2f}x restic (must {MUST}, stretch {STRETCH}), {to_copy:.2f}x cp -r + sync (stretch 1.3)")
        print(f"export: {self.ratio('holdfast export .zip', 'zip -1 -r'):.2f}x zip -1 -r")

    def ratio(self, name: str, other: str) -> float:
        """The median of the ratios within a round, so that what else the machine does touches both sides alike; of what ran another number
        of times, the ratio of the medians."""
        ours, theirs = ([run.seconds for run in self.results[one]] for one in (name, other))
        if len(ours) != len(theirs):
            return median(ours) / median(theirs)
        return median(one / two for one, two in zip(ours, theirs, strict=True))


def verb(name: str, repository_path: str, argument: str) -> None:
    """One verb of the engine, in this process; prints its own times and peak memory."""
    from holdfast.engine.archiver import ArchiveOptions, archive
    from holdfast.engine.drill import drill
    from holdfast.engine.export import export
    from holdfast.engine.restore_standby import Standby
    from holdfast.engine.restorer import Selection, plan_restore, restore
    from holdfast.engine.verify import verify
    from holdfast.repository.repository import Repository
    from holdfast.secret import Secret
    from holdfast.sources.excludes import Excluder
    from holdfast.sources.folder import FolderSource
    from holdfast.storage.base import StorageAddress
    from holdfast.storage.opening import open_storage

    storage = open_storage(StorageAddress(repository_path))
    if name == "backup":
        archive(Repository.create(storage, Secret(PASSWORD)), [FolderSource(Path(argument), Excluder())], ArchiveOptions())
        return
    started = time.perf_counter()
    standby = Standby() if name == "restore" else None
    repository = Repository.open(storage, Secret(PASSWORD))
    opened = time.perf_counter()
    snapshot = repository.snapshot("latest")
    told = ""
    if name == "restore":
        plan = plan_restore(repository, snapshot, Path(argument))
        told = f"plan {time.perf_counter() - opened:.2f}, {plan.added} added"
        assert restore(repository, plan, standby=standby).complete
    elif name == "export":
        export(repository, snapshot, Selection(), Path(argument))
    elif name == "verify":
        assert verify(repository, snapshot).good
    elif name == "drill":
        told = drill(repository, snapshot, Path(argument)).verdict
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    print(f"(key {opened - started:.2f}, {told}, largest process {peak} MiB)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, help="a folder to work on; without it one is made")
    parser.add_argument("--scratch", type=Path, help="where to make a folder for all that is written (/var/tmp)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--verb", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.verb:
        verb(*arguments.verb)
        return
    compile_ours()
    os.environ["PYTHONPATH"] = os.pathsep.join(str(ROOT / name) for name in ("core", "resources", "."))
    with tempfile.TemporaryDirectory(
        prefix="holdfast-benchmark-", dir=arguments.scratch or "/var/tmp", ignore_cleanup_errors=True
    ) as folder:
        site = arguments.site
        if site is None:
            site = Path(folder) / "site"
            make_site.build(site, make_site.FILES, make_site.BYTES)
        benchmark = Benchmark(site.resolve(), Path(folder) / "work")
        benchmark.prepare()
        for number in range(arguments.rounds):
            benchmark.round(number)
        benchmark.exports()
        benchmark.table()


if __name__ == "__main__":
    main()
