"""macOS: pmset, route, ps and caffeinate. UNTESTED on a real one; the reading of their words is tested with samples.

Metered networks and the names of Wi-Fis are told to signed programs only, so they are not known here. No signals: the clock's own tick
notices sleep.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from holdfast.surroundings.base import Change, Facts, Network, Power
from holdfast.surroundings.nothing import Nothing
from holdfast.surroundings.programs import output_of


class MacOs:
    """A `Surroundings`."""

    def look(self) -> Facts:
        way_out = output_of(["/sbin/route", "-n", "get", "default"])
        return Facts(
            network=Network("unknown" if way_out is not None else "none"),
            power=power_in(output_of(["/usr/bin/pmset", "-g", "batt"]) or ""),
            session_began=session_in(output_of(["/bin/ps", "-x", "-o", "etime=,comm="]) or "", datetime.now(UTC)),
        )

    @contextmanager
    def awake(self, why: str) -> Iterator[bool]:
        """``caffeinate -i`` holds off idle sleep; ``-w`` ends it with this process, whatever happens to us."""
        try:
            holder = subprocess.Popen(["/usr/bin/caffeinate", "-i", "-w", str(os.getpid())], stdin=subprocess.DEVNULL)
        except OSError:
            yield False
            return
        try:
            yield True
        finally:
            holder.terminate()
            holder.wait()

    def listen(self, heard: Callable[[Change], None]) -> Nothing:
        return Nothing()


def power_in(text: str) -> Power:
    """From ``Now drawing from 'Battery Power'`` and `` -InternalBattery-0 (id=…)\t87%; discharging; …``."""
    source = re.search(r"drawing from '([^']+)'", text)
    percent = re.search(r"InternalBattery[^\t]*\t(\d+)%", text)
    return Power(source.group(1) == "Battery Power" if source else None, float(percent.group(1)) if percent else None)


def session_in(text: str, now: datetime) -> datetime | None:
    """From the age (``[[days-]hours:]minutes:seconds``) of the user's Dock, which starts with the session."""
    found = re.search(r"^\s*(?:(?:(\d+)-)?(\d+):)?(\d+):(\d+)\s+\S*/Dock$", text, re.MULTILINE)
    if found is None:
        return None
    days, hours, minutes, seconds = (int(one or 0) for one in found.groups())
    return now - timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
