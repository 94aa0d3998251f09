"""P1: the order of writes and syncs in a repository's folder, seen from outside."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.support.write_order import Audit, audit

_PROGRAM = """
import os, sys
from holdfast.repository.keys import change_password
from holdfast.secret import Secret
from holdfast.storage.local import LocalStorage
from tests.support.repositories import QUICK, new_repository, store_snapshot

repository = new_repository(LocalStorage(sys.argv[1]))
with repository.lock(exclusive=False) as lock:
    store_snapshot(repository, {"a": b"x", "b": os.urandom(20 << 20), "c": os.urandom(17 << 20)})
    lock.refresh()
    store_snapshot(repository, {"d": b"y"})
change_password(repository, Secret("another"), QUICK)
"""


def test_p1_everything_is_durable_before_what_relies_on_it(tmp_path: Path) -> None:
    """Creation, two snapshots, a renewed lock and a changed passphrase, under strace: no violation."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    root = tmp_path / "repository"
    result = audit([sys.executable, "-c", _PROGRAM, str(root)], root, tmp_path, environment)
    assert result.violations == []
    kinds = [name.partition("/")[0] for name in result.appeared if not name.startswith("locks")]
    assert kinds[:2] == ["keys", "config"]
    assert kinds[2:] == ["data"] * (len(kinds) - 9) + ["index", "snapshots", "data", "data", "index", "snapshots", "keys"]
    assert sum(name.startswith("locks") for name in result.appeared) == 3


def test_the_audit_sees_what_is_wrong() -> None:
    """A trace with each mistake, so that a clean audit means something."""
    result = Audit(Path("/r"))
    result.read(
        [
            '1 rename("/r/data/aa/x-tmp", "/r/data/aa/x") = 0',
            "1 fsync(3</r/index/i-tmp>) = 0",
            '1 rename("/r/index/i-tmp", "/r/index/i") = 0',
            "2 fsync(4</r/data/aa> <unfinished ...>",
            '1 rename("/elsewhere/a", "/elsewhere/b") = 0',
            "2 <... fsync resumed>) = 0",
            "1 fsync(3</r/index>) = 0",
            "1 fsync(3</r/snapshots/s-tmp>) = 0",
            '1 rename("/r/snapshots/s-tmp", "/r/snapshots/s") = 0',
        ]
    )
    result.finish()
    assert result.appeared == ["data/aa/x", "index/i", "snapshots/s"]
    assert result.violations == [
        "data/aa/x appeared before its bytes were synced",
        "index/i appeared before the folder /r/data/aa of data/aa/x was synced",
        "the folder /r/snapshots of snapshots/s was never synced",
    ]
