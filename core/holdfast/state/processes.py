"""Is a process still there, and is it still the same one? A number alone may have gone to another program since."""

from __future__ import annotations

from pathlib import Path

from holdfast.process_ids import is_running


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
    if not is_running(pid):
        return False
    return not mark or process_mark(pid) in {mark, ""}
