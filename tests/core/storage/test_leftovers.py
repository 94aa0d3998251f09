"""K1: whose half files may be removed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from holdfast.storage.leftovers import is_abandoned, temporary
from holdfast.storage.local import LocalStorage

OF_A_CHILD = "from holdfast.storage.leftovers import temporary; print(temporary('data/ab/abcd'))"


def name_of_a_dead_process() -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.run([sys.executable, "-c", OF_A_CHILD], capture_output=True, text=True, check=True, env=environment).stdout.strip()


def test_only_what_is_surely_nobodys_is_abandoned() -> None:
    dead = name_of_a_dead_process()
    assert is_abandoned(dead)
    assert not is_abandoned(temporary("data/ab/abcd")), "this very process lives"
    computer = dead.split("-")[2]
    assert not is_abandoned(dead.replace(computer, "0" * 8)), "another computer, another start of it, another container"
    for strange in ("abcd", "abcd-tmp-123", "abcd-tmp-0123456789abcdef", f"abcd-tmp-{computer}-99999999999-{'0' * 16}", f"{dead}.txt"):
        assert not is_abandoned(strange)


def test_a_sweep_leaves_everything_else(tmp_path: Path) -> None:
    storage = LocalStorage(tmp_path)
    storage.create()
    storage.save("data/ab/abcd", [b"whole"])
    for name in (name_of_a_dead_process(), temporary("data/ab/abcd"), "data/ab/abcd-tmp-1"):
        (tmp_path / name).write_bytes(b"half")
    assert storage.sweep_abandoned("data") == 1
    assert len(list((tmp_path / "data/ab").iterdir())) == 3
    assert storage.sweep_abandoned("index") == 0
