"""What only POSIX systems have is called in named modules, each with another way for Windows; no module needs it to be imported."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = [ROOT / "core" / "holdfast", ROOT / "desktop" / "holdfast_desktop", ROOT / "resources" / "holdfast_resources"]

MODULES = {"fcntl", "pwd", "grp", "resource", "termios", "tty", "pty", "syslog", "posix", "curses", "readline", "spwd", "crypt"}
"""Modules of the standard library that Windows lacks."""
OS_NAMES = set(
    """kill fork forkpty
    wait wait3 wait4 waitid killpg setsid setpgid getpgid getpgrp setpgrp getsid nice getpriority setpriority getuid geteuid
    getgid getegid getgroups setuid setgid seteuid setegid initgroups getlogin chown lchown fchown fchmod lchmod mkfifo mknod major minor
    makedev uname statvfs fstatvfs getxattr setxattr listxattr removexattr sched_getaffinity sched_setaffinity sched_yield pread preadv
    pwrite pwritev readv writev posix_fadvise posix_fallocate sync fdatasync openpty ttyname ctermid pipe2 set_blocking get_blocking
    register_at_fork getloadavg chroot fchdir sendfile copy_file_range splice memfd_create eventfd pidfd_open posix_spawn lockf
    O_DIRECTORY O_NOFOLLOW O_NONBLOCK O_CLOEXEC O_DIRECT O_NOATIME O_SYNC O_DSYNC RWF_NOWAIT WNOHANG""".split()
)
SIGNALS = set("SIGKILL SIGHUP SIGUSR1 SIGUSR2 SIGCHLD SIGPIPE SIGALRM SIGSTOP SIGCONT alarm setitimer pthread_sigmask sigwait".split())
OTHER = {"add_signal_handler", "AF_UNIX", "open_unix_connection", "start_unix_server", "preexec_fn", "pass_fds", "start_new_session"}

NAMED = {
    "holdfast.cli.agent": "where the loop takes no signal handler, signal.signal does",
    "holdfast.cli.terminal": "SIGHUP only where there is one",
    "holdfast.engine.archiver": "owner 0 where there are no owners",
    "holdfast.engine.drill_scratch": "msvcrt locks",
    "holdfast.engine.export_tar": "device numbers come only out of a backup of devices; they are computed",
    "holdfast.engine.fetching_partial": "seek and write; no locks",
    "holdfast.engine.helpers": "os.cpu_count",
    "holdfast.jobs.command": "creation flags of a process group",
    "holdfast.mysql.running": "no descriptor is handed on: the option file is a file",
    "holdfast.process_ids": "OpenProcess",
    "holdfast.sources.databases.byte_feed": "pipes keep their size",
    "holdfast.sources.databases.mysql": "no descriptor is handed on: the option file is a file",
    "holdfast.sources.metadata": "no owners, no extended attributes",
    "holdfast.state.files": "folders of the profile are the user's own",
    "holdfast.state.home_lock": "msvcrt locks",
    "holdfast.state.remembered": "USERNAME and COMPUTERNAME",
    "holdfast.storage.direct": "read as any file is",
    "holdfast.storage.disk": "the read-only attribute; flush as Python does it",
    "holdfast.surroundings.logind": "Linux only; surroundings.windows instead",
    "holdfast.targets.companions": "TerminateProcess",
    "holdfast.targets.database_feed": "no descriptor is handed on: the option file is a file",
    "holdfast.targets.database_sqlite": "no owners",
    "holdfast.targets.database_throwaway": "a session is a process there",
    "holdfast.targets.folder_posix": "targets.folder_plain instead",
    "holdfast.targets.php_server": "a session is a process there",
    "holdfast.worker.main": "workers are started with a lower priority class",
    "holdfast_desktop.application.instance": "the user's own folder for temporary files; a named pipe",
    "holdfast_desktop.application.posix": "no core files there",
    "holdfast_desktop.application.run": "where the loop takes no signal handler, signal.signal does",
}
"""Module -> what happens on Windows."""
NEVER_IMPORTED_THERE = {"holdfast.targets.folder_posix"}
"""Chosen at run time by what the system can do."""


def sources() -> Iterator[tuple[str, ast.Module]]:
    for package in PRODUCT:
        for file in sorted(package.rglob("*.py")):
            name = ".".join(file.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")
            yield name, ast.parse(file.read_text("utf-8"))


def posix_only(tree: ast.Module) -> Iterator[str]:
    """Everything in a module that Windows lacks."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] in MODULES)
        elif isinstance(node, ast.ImportFrom):
            if (node.module or "").split(".")[0] in MODULES:
                yield str(node.module)
            names = {"os": OS_NAMES, "signal": SIGNALS, "socket": OTHER}.get(node.module or "", set())
            yield from (alias.name for alias in node.names if alias.name in names)
        elif isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if (owner == "os" and node.attr in OS_NAMES) or (owner == "signal" and node.attr in SIGNALS) or node.attr in OTHER:
                yield f"{owner}.{node.attr}"
        elif isinstance(node, ast.keyword) and node.arg in OTHER:
            yield str(node.arg)
        elif isinstance(node, ast.Constant) and node.value in OTHER:
            yield str(node.value)


def test_posix_only_calls_live_in_named_modules() -> None:
    found = {name: sorted(set(posix_only(tree))) for name, tree in sources()}
    strays = {name: calls for name, calls in found.items() if calls and name not in NAMED}
    assert not strays, "name them in NAMED, with what happens on Windows, or find another way"
    idle = {name for name in NAMED if not found.get(name)}
    assert not idle, "these call nothing of POSIX any more"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import fcntl", ["fcntl"]),
        ("def f():\n    from pwd import getpwuid", ["pwd"]),
        ("import os\nos.geteuid()", ["os.geteuid"]),
        ("from os import mkfifo", ["mkfifo"]),
        ("import signal\nsignal.SIGHUP", ["signal.SIGHUP"]),
        ("run(command, preexec_fn=f)", ["preexec_fn"]),
        ("import os\nos.replace('a', 'b')", []),
    ],
)
def test_the_search_sees_them(code: str, said: list[str]) -> None:
    assert list(posix_only(ast.parse(code))) == said


WITHOUT = """
import builtins, importlib, os, signal, sys, types
modules, os_names, signals, wanted = eval(sys.stdin.read())
real = builtins.__import__

def poorer(module, missing, **changed):
    copy = types.ModuleType(module.__name__)
    copy.__dict__.update({k: v for k, v in vars(module).items() if k not in missing} | changed)
    return copy

poor = {"os": poorer(os, os_names), "signal": poorer(signal, signals)}

def without(name, globals=None, locals=None, fromlist=(), level=0):
    if str((globals or {}).get("__name__", "")).startswith("holdfast") and not level:
        if name.split(".")[0] in modules:
            raise ModuleNotFoundError(name)
        if name in poor:
            return poor[name]
    return real(name, globals, locals, fromlist, level)

builtins.__import__ = without
for name in wanted:
    try:
        importlib.import_module(name)
    except Exception as error:
        print(name, repr(error))
"""


def test_every_module_can_be_imported_without_them() -> None:
    wanted = [name for name, _ in sources() if not name.endswith("__main__")]
    given = repr((MODULES, OS_NAMES, SIGNALS, wanted))
    child = subprocess.run([sys.executable, "-c", WITHOUT], input=given, capture_output=True, text=True, timeout=170, check=False)
    assert child.returncode == 0, child.stderr
    assert {line.split()[0] for line in child.stdout.splitlines()} == NEVER_IMPORTED_THERE, child.stdout
