"""Killed by -9 in real processes: what the rounds of K1 and K5 elsewhere do not look at."""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path

import pytest

from holdfast.engine.check import ALL, check
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.storage.local import LocalStorage
from tests.support.engine_process import PASSWORD, EngineProcess
from tests.support.repositories import QUICK
from tests.support.restic import Restic
from tests.support.site_folder import change_files, content, make_files


def leftovers(place: Path) -> list[Path]:
    return [path for path in place.rglob("*-tmp-*") if path.is_file()]


def killed_in_mid_file(place: Path, site: Path, helpers: int) -> int:
    """Kill a backup at a moment when it is writing a file; how many half files it left."""
    process = EngineProcess(LocalStorage(place).address(), "backup", source=str(site), helpers=helpers)
    while process.process.poll() is None and not any(path.parent.parent.name == "data" for path in leftovers(place)):
        time.sleep(0.001)
    process.kill()
    assert process.result()["outcome"] in {"killed", "done"}
    return len(leftovers(place))


@pytest.mark.parametrize("helpers", [0, 1])
def test_k1_half_files_are_gone_after_the_next_backup(tmp_path: Path, helpers: int) -> None:
    """K1: no temporary file after the next run; restic and we restore what it stored."""
    place, site = tmp_path / "repository", make_files(tmp_path / "site", files=300, large=30_000_000)
    Repository.create(LocalStorage(place), Secret(PASSWORD), kdf=QUICK)
    left = 0
    for number in range(10):
        left = killed_in_mid_file(place, site, helpers)
        if left:
            break
        make_files(site / f"more-{number}", files=1, large=20_000_000, seed=number + 1)
    assert left, "no kill met a file that was being written"
    done = EngineProcess(LocalStorage(place).address(), "backup", source=str(site), helpers=helpers).result()
    assert done["outcome"] == "done"
    assert leftovers(place) == []
    restic = Restic(place, PASSWORD, tmp_path / "restic")
    restic.run("unlock")  # the killed one's lock, which suffers backups but no check
    restic.check()
    restic.restore(done["snapshot"], tmp_path / "restics")
    assert content(tmp_path / "restics" / site.relative_to("/")) == content(site)
    ours = EngineProcess(LocalStorage(place).address(), "restore", snapshot=done["snapshot"], target=str(tmp_path / "ours")).result()
    assert (ours["outcome"], ours["not_restored"]) == ("done", [])
    assert content(tmp_path / "ours" / site.relative_to("/")) == content(site)


def test_k1_files_that_somebody_else_is_writing_stay(tmp_path: Path) -> None:
    """Half files of a living process, and of who knows whom, are not ours to remove."""
    place, site = tmp_path / "repository", make_files(tmp_path / "site", files=5, large=40_000_000)
    Repository.create(LocalStorage(place), Secret(PASSWORD), kdf=QUICK)
    strangers = [place / "data" / "00" / f"{'0' * 64}-tmp-0123456789abcdef", place / "data" / "01" / f"{'1' * 64}-tmp-12345"]
    for path in strangers:
        path.write_bytes(b"half")
    address = LocalStorage(place).address()
    killed = EngineProcess(address, "hold", exclusive=False)  # its lock is what makes the next run look for leftovers
    while not any((place / "locks").iterdir()):
        time.sleep(0.01)
    killed.kill()
    killed.result()
    running = [EngineProcess(address, "backup", source=str(site), host=f"host-{n}") for n in range(2)]
    assert [process.result()["outcome"] for process in running] == ["done", "done"]
    assert sorted(leftovers(place)) == strangers


def killed_repairs(tmp_path: Path, rounds: int) -> int:
    """Kill a repair of a damaged repository `rounds` times, each on a fresh copy; how many were really killed."""
    whole, site = tmp_path / "whole", make_files(tmp_path / "site", files=200, large=6_000_000)
    Repository.create(LocalStorage(whole), Secret(PASSWORD), kdf=QUICK)
    wanted = {}
    for number in range(3):
        change_files(site, number)
        snapshot = EngineProcess(LocalStorage(whole).address(), "backup", source=str(site)).result()["snapshot"]
        wanted[snapshot] = content(site)
    dice = random.Random(rounds)
    damage(whole, dice)
    took, killed, copy = 0.0, 0, tmp_path / "copy"
    for number in range(rounds + 1):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(whole, copy)
        process = EngineProcess(LocalStorage(copy).address(), "repair")
        start = time.monotonic()
        if number:  # the first runs to its end and tells how long that takes
            time.sleep(took * dice.uniform(0.2, 1.0))
            process.kill()
        outcome = process.result()["outcome"]
        took = took or time.monotonic() - start
        killed += outcome == "killed"
        assert Repository.open(LocalStorage(copy), Secret(PASSWORD)).snapshots()
        assert EngineProcess(LocalStorage(copy).address(), "repair").result()["outcome"] == "done"
        found = check(Repository.open(LocalStorage(copy), Secret(PASSWORD)), ALL)
        assert found.is_good
        Restic(copy, PASSWORD, tmp_path / "restic").check()
        back = tmp_path / "back"
        snapshot = dice.choice(list(wanted))
        again = EngineProcess(LocalStorage(copy).address(), "restore", snapshot=snapshot, target=str(back)).result()
        assert (again["outcome"], again["not_restored"]) == ("done", [])
        assert content(back / site.relative_to("/")) == wanted[snapshot]
        shutil.rmtree(back)
    return killed


def damage(place: Path, dice: random.Random) -> None:
    """One index file is gone, one is garbage, and a pack that the third knows has lost its header; every blob can still be found."""
    first, second, third = sorted((place / "index").iterdir())
    hurt = [
        place / "data" / pack.id[:2] / pack.id
        for pack in Repository.open(LocalStorage(place), Secret(PASSWORD)).load_index_file(third.name)
    ]
    first.unlink()
    for path, content_then in ((second, dice.randbytes(200)), (hurt[0], hurt[0].read_bytes() + b"a piece of another file")):
        path.chmod(0o600)
        path.write_bytes(content_then)


def test_k5_killed_while_repairing(tmp_path: Path) -> None:
    """K5, one round."""
    killed_repairs(tmp_path, 1)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_k5_killed_while_repairing_30_times(tmp_path: Path) -> None:
    """K5: the keys still open it, and the next repair brings everything back."""
    assert killed_repairs(tmp_path, 30) >= 15
