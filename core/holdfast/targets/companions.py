"""Programs that we start beside us and that must not outlive us: the servers of a drill."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path


def ends_with_us() -> list[str]:
    """What to put before a command so that the program ends when this process is killed (Linux; elsewhere nothing: see `end_leftover`).
    The system means the thread that starts the program: it must live as long as the program is wanted."""
    program = shutil.which("setpriv")
    return [program, "--pdeathsig", "KILL", "--"] if program else []


def end_session(process: subprocess.Popen[bytes]) -> None:
    """Kill a program that was started in a session of its own, with all that it started."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except ProcessLookupError:
        pass
    process.wait()


def end_leftover(pid_file: Path) -> bool:
    """End the program that left its process id in this file, if it still runs *and* its command names the file's folder."""
    try:
        pid = int(pid_file.read_text("ascii"))
        said = subprocess.run(["ps", "-ww", "-o", "args=", "-p", str(pid)], capture_output=True, check=False, timeout=5).stdout
        if pid <= 1 or os.fsencode(pid_file.parent) not in said:
            return False
        os.kill(pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return False
    return True
