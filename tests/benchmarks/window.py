"""How fast the window is there, beside Vorta's, and what the program weighs: ``python -m tests.benchmarks.window [VORTA]``.

One screen (Xvfb, openbox, trayer), warm, in turn, median of five. Start is from the program's start to the moment the X server shows its
window. Memory is the proportional set size (PSS) after some seconds of rest: of the window's process, and of its workers beside it.
VORTA: its command; without it only ours is measured. ``.build/vorta`` holds one (`make bench` installs it from PyPI).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from tests.support.mapped import watch
from tests.support.screen import Screen, end_group, screen

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5
REST_S = 4.0
MOST_OF_VORTA = 0.9
WINDOW_MB, TRAY_MB = 110, 95
OURS = [sys.executable, "-m", "holdfast_desktop"]


def environment(screen: Screen, home: Path) -> dict[str, str]:
    """A user of its own, without a session bus: both programs then go without a keyring."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "DBUS_", "QT_", "PYTHON"))}
    places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    # Compiled modules, as installed programs have them, and none of an earlier state of the sources.
    own = {"HOME": str(home), "DBUS_SESSION_BUS_ADDRESS": "disabled:", "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    return {**kept, **screen.environment, **places, **own}


def start(command: list[str], given: dict[str, str], display: str, stays: float = 0.5) -> tuple[float, float]:
    """Seconds from start to the window shown, and of processor time spent by then. It `stays` a while before it is ended, so that
    nothing is killed half set up."""
    with watch(display) as mapped:
        began = time.monotonic()
        process = launch(command, given)
        try:
            shown = mapped.wait() - began
            fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
            time.sleep(stays)
            return shown, (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        finally:
            stop(process)


def launch(command: list[str], given: dict[str, str]) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, env=given, stdout=quiet, stderr=quiet, start_new_session=True, cwd="/")


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
    end_group(process)


def weight(pid: int) -> tuple[float, float]:
    """Megabytes (PSS) of the process, and of all below it."""
    own, below = pss(pid), 0.0
    for child in children(pid):
        both = weight(child)
        below += both[0] + both[1]
    return own, below


def pss(pid: int) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1000
    return 0.0


def children(pid: int) -> list[int]:
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += [int(word) for word in (task / "children").read_text().split()]
    return found


def memory(command: list[str], given: dict[str, str]) -> tuple[float, float]:
    process = launch(command, given)
    try:
        time.sleep(REST_S)
        if process.poll() is not None:
            raise SystemExit(f"{command} ended with {process.returncode}")
        return weight(process.pid)
    finally:
        stop(process)


def main(vorta: str) -> int:
    good = True
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as folder, screen(Path(folder) / "screen") as here:
        tray = launch(["trayer"], {**os.environ, **here.environment})
        ours, theirs = environment(here, Path(folder) / "ours"), environment(here, Path(folder) / "theirs")
        Path(ours["HOME"]).mkdir()
        Path(theirs["HOME"]).mkdir()
        try:
            rivals = {"holdfast": ([*OURS, "--show"], ours)} | ({"vorta": ([vorta, "--foreground"], theirs)} if vorta else {})
            for command, given in rivals.values():
                start(command, given, here.display, REST_S)  # sets itself up, compiles
            taken: dict[str, list[tuple[float, float]]] = {name: [] for name in rivals}
            for _ in range(ROUNDS):
                for name, (command, given) in rivals.items():
                    taken[name].append(start(command, given, here.display))
            middle = {name: statistics.median(shown for shown, _ in times) for name, times in taken.items()}
            for name, times in taken.items():
                cpu = statistics.median(spent for _, spent in times)
                every = ", ".join(f"{shown * 1000:.0f}" for shown, _ in times)
                print(f"start to window shown, {name}: {middle[name] * 1000:.0f} ms ({every}); {cpu * 1000:.0f} ms of processor time")
            if vorta:
                part = middle["holdfast"] / middle["vorta"]
                good &= part <= MOST_OF_VORTA
                print(f"  holdfast / vorta: {part:.2f} (wanted: {MOST_OF_VORTA})")
            for what, words, most in (("with window", ["--show"], WINDOW_MB), ("tray only", ["--hidden"], TRAY_MB)):
                own, below = zip(*(memory([*OURS, *words], ours) for _ in range(3)), strict=True)
                good &= statistics.median(own) <= most
                print(f"memory {what}: {statistics.median(own):.0f} MB, workers {statistics.median(below):.0f} MB (wanted: {most} MB)")
            if vorta:
                print(f"memory with window, vorta: {memory(*rivals['vorta'])[0]:.0f} MB")
        finally:
            end_group(tray)
    return 0 if good else 1


if __name__ == "__main__":
    default = ROOT / ".build/vorta/bin/vorta"
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else str(default) if default.exists() else ""))
