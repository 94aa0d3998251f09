"""K1 and P1 with real processes: a backup that is killed at any moment harms nothing, and everything is written in a safe order."""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

import pytest

from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.storage.local import LocalStorage
from tests.support.engine_process import PASSWORD, EngineProcess
from tests.support.repositories import QUICK
from tests.support.restic import Restic
from tests.support.site_folder import change_files, make_files
from tests.support.tree_state import State, tree_state
from tests.support.write_order import audit

_BACKUP = """
import sys
from pathlib import Path

def main():
    import holdfast.engine.archiver_crew as crew
    from holdfast.engine.archiver import ArchiveOptions, archive
    from holdfast.repository.repository import Repository
    from holdfast.secret import Secret
    from holdfast.sources.folder import FolderSource
    from holdfast.storage.local import LocalStorage

    crew.HELPERS_FROM_FILES = 50
    for kind in ("full", "incremental"):
        repository = Repository.open(LocalStorage(sys.argv[1]), Secret(sys.argv[3]))
        archive(repository, [FolderSource(Path(sys.argv[2]))], ArchiveOptions(kind=kind, helpers=int(sys.argv[4])))
        (Path(sys.argv[2]) / "new").write_bytes(b"new")

if __name__ == "__main__":
    main()
"""


def killed_backups(tmp_path: Path, rounds: int, helpers: int) -> None:
    """Kill a backup `rounds` times at chance moments; after each, restic finds nothing wrong and every earlier backup is identical."""
    dice = random.Random(rounds)
    place, site = tmp_path / "repository", make_files(tmp_path / "site", files=700, large=12_000_000)
    Repository.create(LocalStorage(place), Secret(PASSWORD), kdf=QUICK)
    address = LocalStorage(place).address()
    restic = Restic(place, PASSWORD, tmp_path / "scratch")
    start = time.monotonic()
    first = EngineProcess(address, "backup", source=str(site), helpers=helpers).result()
    whole = time.monotonic() - start
    wanted = {first["snapshot"]: tree_state(site)}
    killed = 0
    for number in range(rounds):
        change_files(site, seed=number)
        make_files(site / f"more-{number}", files=10, large=9_000_000, seed=number)
        process = EngineProcess(address, "backup", source=str(site), helpers=helpers)
        time.sleep(whole * dice.random())
        process.kill()
        killed += process.result()["outcome"] == "killed"
        for snapshot in Repository.open(LocalStorage(place), Secret(PASSWORD)).snapshots():
            wanted.setdefault(snapshot.id, tree_state(site))  # it had come to its end
        judge(restic, tmp_path, site, wanted if number % 5 == 0 else {})
    last = EngineProcess(address, "backup", source=str(site), helpers=helpers).result()
    assert last["outcome"] == "done"
    wanted[last["snapshot"]] = tree_state(site)
    judge(restic, tmp_path, site, wanted)
    assert killed >= rounds // 2


def judge(restic: Restic, tmp_path: Path, site: Path, wanted: dict[str, dict[bytes, State]]) -> None:
    restic.run("unlock", "--remove-all")
    done = restic.run("check", "--read-data")
    assert "no errors were found" in done.stdout or not done.stderr
    for snapshot, state in wanted.items():
        target = tmp_path / f"restored-{snapshot[:8]}-{time.monotonic_ns()}"
        restic.restore(snapshot, target)
        assert tree_state(target / site.relative_to("/")) == state


def test_k1_killed_ten_times(tmp_path: Path) -> None:
    """With a helper process at work."""
    killed_backups(tmp_path, 10, helpers=1)


@pytest.mark.long
@pytest.mark.parametrize("helpers", [0, 1])
def test_k1_killed_a_hundred_times(tmp_path: Path, helpers: int) -> None:
    killed_backups(tmp_path, 50, helpers=helpers)


@pytest.mark.parametrize("helpers", [0, 1])
def test_p1_packs_before_index_before_snapshot(tmp_path: Path, helpers: int) -> None:
    """Under strace, helpers included: every file is synced before it gets its name, and named before what relies on it."""
    place, site = tmp_path / "repository", make_files(tmp_path / "site", files=300, large=20_000_000)
    Repository.create(LocalStorage(place), Secret(PASSWORD), kdf=QUICK)
    program = tmp_path / "backup.py"
    program.write_text(_BACKUP)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    result = audit([sys.executable, str(program), str(place), str(site), PASSWORD, str(helpers)], place, tmp_path, environment)
    assert result.violations == []
    kinds = [name.partition("/")[0] for name in result.appeared if not name.startswith("locks")]
    assert kinds[-5:] == ["snapshots", "data", "data", "index", "snapshots"]
    assert kinds.count("data") >= 5
