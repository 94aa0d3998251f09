"""K5 with real processes: killed while making a repository and while changing a passphrase, at chance moments."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from holdfast.errors import AuthRejected, NotFound
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.storage.local import LocalStorage
from tests.support.repositories import PASSWORD, new_repository, store_snapshot, tree_of
from tests.support.restic import Restic

_CHANGE = """
import sys
from holdfast.repository.keys import change_password
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.storage.local import LocalStorage
from tests.support.repositories import QUICK

repository = Repository.open(LocalStorage(sys.argv[1]), Secret(sys.argv[2]))
print("ready", flush=True)
for number in range(1000):
    change_password(repository, Secret(f"{sys.argv[3]} {number}"), QUICK)
    print(number, flush=True)
"""
_CREATE = """
import sys
from holdfast.storage.local import LocalStorage
from tests.support.repositories import new_repository

print("ready", flush=True)
new_repository(LocalStorage(sys.argv[1]))
"""


def _killed_after(program: str, delay: float, *arguments: str) -> list[str]:
    """Run, wait until it is ready, kill after `delay` seconds; what it printed."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-c", program, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(delay)
        child.kill()
        return child.stdout.read().split()


@pytest.mark.long
def test_k5_killed_while_the_passphrase_changes_15_times(tmp_path: Path) -> None:
    """The last passphrase that was confirmed, or the one after it, opens; the data is whole, restic agrees."""
    dice = random.Random(5)
    storage = LocalStorage(tmp_path / "repository")
    snapshot = store_snapshot(new_repository(storage), {"a": b"precious"})
    password = PASSWORD
    for round_number in range(15):
        done = _killed_after(_CHANGE, dice.uniform(0, 1.0), str(storage.path), password.reveal(), f"round {round_number}")
        last = int(done[-1]) if done else -1
        candidates = [password if last < 0 else Secret(f"round {round_number} {last}"), Secret(f"round {round_number} {last + 1}")]
        opened = [candidate for candidate in candidates if _opens(storage, candidate)]
        assert opened, f"neither passphrase opens in round {round_number}"
        password = opened[-1]
    repository = Repository.open(storage, password)
    assert tree_of(repository, snapshot.tree_id) == {"a": b"precious"}
    repository.lock(exclusive=True).release()
    Restic(storage.path, password.reveal(), tmp_path / "scratch").check()


def _opens(storage: LocalStorage, password: Secret) -> bool:
    try:
        Repository.open(storage, password)
    except AuthRejected:
        return False
    return True


@pytest.mark.long
def test_k5_killed_while_a_repository_is_made_15_times(tmp_path: Path) -> None:
    """There is a whole one or none, and making it goes through afterwards."""
    dice = random.Random(6)
    made = 0
    for round_number in range(15):
        storage = LocalStorage(tmp_path / f"repository-{round_number}")
        _killed_after(_CREATE, dice.uniform(0, 0.06), str(storage.path))
        try:
            Repository.open(storage, PASSWORD)
            made += 1
        except NotFound:
            new_repository(storage)
        assert Repository.open(storage, PASSWORD).snapshots() == []
    assert made < 15, "at least one was killed in time"
