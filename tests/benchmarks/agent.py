"""What `holdfast agent` costs while nothing is due: processor time, wake-ups, memory. 25 sites, each with a schedule.

Run it alone, as ``python -m tests.benchmarks.agent [SECONDS]``. Figures are the kernel's: /proc/PID/stat (utime and stime) and the context
switches of all threads in /proc/PID/task/*/status; a voluntary one is a thread that went to sleep, so that each stands for one wake-up.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from holdfast.records import Schedule, Site
from holdfast.state.database import Database
from holdfast.state.entries import sites_of
from holdfast.state.schedules import schedules_of
from holdfast.state.schema import MIGRATIONS
from tests.support.terminal import HoldfastCommand

MOST_CPU = 0.2
"""Percent of one processor."""
MOST_WAKE_UPS = 2.0
"""A second."""


class Cost(msgspec.Struct, frozen=True):
    cpu: float
    wake_ups: float
    memory: int

    def __str__(self) -> str:
        return f"{self.cpu:.3f} % CPU, {self.wake_ups:.2f} wake-ups a second, {self.memory / 1e6:.0f} MB"


def fill(home: Path, sites: int) -> None:
    """Sites with a daily schedule each that is not due."""
    database = Database(home / "state.db", MIGRATIONS)
    now = datetime.now(UTC)
    for number in range(sites):
        site = sites_of(database).put(Site(id=f"id-{number}", name=f"site{number}", system="folder", path="/nowhere", created_at=now))
        schedules_of(database).put(
            Schedule(id=f"plan-{number}", name=site.name, site=site.id, every="daily", created_at=now, counts_from=now)
        )
    database.close()


def spent(pid: int) -> tuple[float, int]:
    """Seconds of processor time so far, and voluntary context switches of threads that live."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    ticks = os.sysconf("SC_CLK_TCK")
    switches = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        lines = (task / "status").read_text().splitlines()
        switches += next(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches"))
    return (int(fields[11]) + int(fields[12])) / ticks, switches


def memory(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS"))


def measure(folder: Path, seconds: float, *, sites: int = 25) -> Cost:
    """Of an agent that was given time to settle. A thread's switches go with it: those of the short ones that ask the disk are not seen,
    so one wake-up is added for each tick."""
    command = HoldfastCommand(folder / "home")
    fill(folder / "home", sites)
    agent = subprocess.Popen(command.arguments("agent"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=command.environment())
    try:
        time.sleep(8)
        (cpu, switches), began = spent(agent.pid), time.monotonic()
        time.sleep(seconds)
        (cpu_after, switches_after), took = spent(agent.pid), time.monotonic() - began
        held = memory(agent.pid)
    finally:
        agent.send_signal(signal.SIGTERM)
        agent.wait(60)
    return Cost(100 * (cpu_after - cpu) / took, (switches_after - switches) / took + 1 / 30, held)


def main() -> int:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 120.0
    with tempfile.TemporaryDirectory() as folder:
        cost = measure(Path(folder), seconds)
    print(f"idle agent, 25 sites, {seconds:.0f} s: {cost}")
    print(f"must hold: under {MOST_CPU} % CPU, under {MOST_WAKE_UPS:.0f} wake-ups a second")
    return 0 if cost.cpu < MOST_CPU and cost.wake_ups < MOST_WAKE_UPS else 1


if __name__ == "__main__":
    raise SystemExit(main())
