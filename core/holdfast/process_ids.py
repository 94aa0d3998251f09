"""Whether a process runs, without touching it. The one place that asks: on Windows ``os.kill(pid, 0)`` sends Ctrl-C, or ends it.

Facts: kill(2) (signal 0 only looks); Python's documentation of `os.kill`; OpenProcess and GetExitCodeProcess of the Windows API.
"""

from __future__ import annotations

import os


def is_running(pid: int) -> bool:
    """False when no process `pid` is there for sure; True also for somebody else's, and for what cannot be told."""
    if pid <= 0:
        return False
    if os.name == "nt":
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        pass
    return True


def _is_running_on_windows(pid: int) -> bool:
    import ctypes

    query_limited_information, still_active, access_denied = 0x1000, 259, 5
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the attribute exists on Windows only
    handle = kernel.OpenProcess(query_limited_information, False, pid)
    if not handle:
        return bool(kernel.GetLastError() == access_denied)
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == still_active
