"""Unlock (L3): dead and stale locks go, fresh ones stay."""

from __future__ import annotations

import os
import socket
import subprocess
from datetime import UTC, datetime, timedelta

import msgspec

from holdfast.engine.unlock import plan_unlock, unlock
from holdfast.repository.locks import LockFile
from holdfast.repository.snapshots import snapshot_time
from tests.core.maintenance.scene import Scene


def write_lock(scene: Scene, host: str, pid: int, minutes: float) -> str:
    moment = snapshot_time(datetime.now(UTC) - timedelta(minutes=minutes))
    lock = LockFile(time=moment, exclusive=True, hostname=host, username="somebody", pid=pid)
    return scene.repository.save_file("locks", msgspec.json.encode(lock))


def dead_pid() -> int:
    child = subprocess.Popen(["true"])
    child.wait()
    return child.pid


def test_l3_each_kind_of_lock(scene: Scene) -> None:
    """L3: dead process here: goes; other host 31 minutes: goes on a person's word; 5 minutes: stays; unreadable: a person's word."""
    here = socket.gethostname()
    dead = write_lock(scene, here, dead_pid(), 1)
    stale = write_lock(scene, "elsewhere", 4711, 31)
    fresh = write_lock(scene, "elsewhere", 4711, 5)
    asleep = write_lock(scene, here, os.getpid(), 0)
    garbage = scene.repository.save_file("locks", b"{}")
    plan = plan_unlock(scene.repository)
    assert {lock.id: lock.state for lock in plan.remove} == {dead: "dead", stale: "stale", garbage: "unreadable"}
    assert {lock.id for lock in plan.keep} == {fresh, asleep}
    assert {lock.id for lock in unlock(scene.repository, plan)} == {dead, stale, garbage}
    assert set(scene.repository.file_ids("locks")) == {fresh, asleep}


def test_a_lock_that_is_held_says_who_holds_it(three: Scene) -> None:
    with three.repository.lock(exclusive=True):
        (lock,) = plan_unlock(three.repository).keep
    assert lock.pid == os.getpid()
    assert lock.exclusive
    assert plan_unlock(three.repository).keep == ()
