"""The one place that decides how a worker is started, also from a frozen program (which has no ``-m``)."""

from __future__ import annotations

import os
import sys
from typing import Any

WORKER_FLAG = "--worker"


def worker_command() -> list[str]:
    """The command line of a worker. It holds no secret and no name: all of that goes down the pipe."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG]
    # -P: a file in the current folder must not pass for one of our modules.
    return [sys.executable, "-P", "-m", "holdfast", WORKER_FLAG]


def free_children_of_the_bundle() -> None:
    """A frozen program's loader puts its own folder first in the search for libraries. Ours are loaded by now; other people's programs
    (mysqldump, php, a browser) must find the system's. Workers are not touched: their own loader sets it again. (PyInstaller's manual,
    "LD_LIBRARY_PATH considerations": what was set before is in LD_LIBRARY_PATH_ORIG. macOS' loader sets nothing.)"""
    if not getattr(sys, "frozen", False) or sys.platform == "darwin":
        return
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


def worker_process_options() -> dict[str, Any]:
    """What keeps a worker apart: a process group of its own (Ctrl-C at a terminal is for the parent, which then asks the worker to
    stop), no window on Windows, its folder the root so that it keeps no disk from being unmounted."""
    if os.name == "nt":
        import subprocess

        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        return {"creationflags": flags | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)}
    return {"start_new_session": True}
