"""Is a process still there, and is it still the same one? A number alone may have gone to another program since."""

from __future__ import annotations

import os
from pathlib import Path


def process_mark(pid: int) -> str:
    """What tells a process from a later one with the same number: on Linux the boot and the time it started; else empty."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""
    # The name in field 2 may hold blanks and brackets: count from the last closing one. Field 22 is the start time.
    return f"{boot}:{stat.rsplit(')', 1)[1].split()[19]}"


def is_alive(pid: int, mark: str = "") -> bool:
    """Does process `pid` run, and does it carry `mark` (when one is given and can be read)?"""
    if pid <= 0:
        return False
    if os.name == "nt":
        return _alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it is there, and somebody else's
    return not mark or process_mark(pid) in {mark, ""}


def _alive_on_windows(pid: int) -> bool:
    """`os.kill(pid, 0)` would end the process there."""
    import ctypes

    query_limited_information, still_active = 0x1000, 259
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the attribute exists on Windows only
    handle = kernel.OpenProcess(query_limited_information, False, pid)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == still_active
