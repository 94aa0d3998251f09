"""Names of files that are being written: ``<name>-tmp-<computer>-<process>-<chance>``, so that it can be told whether the writer lives.

Only where a process number can be relied on (Linux: same boot, same process namespace) is a file ever called abandoned; elsewhere, and
for names that other programs gave, nobody can tell, and the age has to do (`LocalStorage.sweep`).
"""

from __future__ import annotations

import functools
import hashlib
import os
import re
import secrets
import socket
from pathlib import Path

from holdfast.process_ids import is_running

MARK = "-tmp-"
_OURS = re.compile(r"-tmp-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{16}\Z")


def temporary(path: str) -> str:
    """A name beside `path` to write it under."""
    return f"{path}{MARK}{_computer() or '0' * 8}-{os.getpid()}-{secrets.token_hex(8)}"


def is_abandoned(name: str) -> bool:
    """Was `name` being written by a process of this computer that is surely gone?"""
    found = _OURS.search(name)
    if found is None or not _computer() or found[1] != _computer():
        return False
    return not is_running(int(found[2]))


@functools.cache
def _computer() -> str:
    """What processes have in common that see each other by the same numbers; empty where that cannot be told."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        namespace = os.readlink("/proc/self/ns/pid")
    except OSError:
        return ""
    return hashlib.sha256(f"{socket.gethostname()} {boot} {namespace}".encode()).hexdigest()[:8]
