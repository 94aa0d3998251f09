"""Windows: GetSystemPowerStatus and SetThreadExecutionState (kernel32), and PowerShell for what only WinRT tells. UNTESTED on a real one;
the reading of PowerShell's answer is tested with samples. No signals: the clock's own tick notices sleep.
"""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import msgspec

from holdfast.surroundings.base import Change, Facts, Network, Power, Reach
from holdfast.surroundings.nothing import Nothing
from holdfast.surroundings.programs import output_of

FRESH_SECONDS = 120.0
"""PowerShell takes half a second of one core to start: its answer serves this long."""

ES_CONTINUOUS, ES_SYSTEM_REQUIRED = 0x80000000, 0x00000001
_REACH: dict[int, Reach] = {0: "none", 1: "limited", 2: "portal", 3: "full"}
"""NetworkConnectivityLevel: None, LocalAccess, ConstrainedInternetAccess, InternetAccess."""
_SCRIPT = """
$null = [Windows.Networking.Connectivity.NetworkInformation, Windows, ContentType = WindowsRuntime]
$p = [Windows.Networking.Connectivity.NetworkInformation]::GetInternetConnectionProfile()
$e = Get-Process explorer -ErrorAction SilentlyContinue | Sort-Object StartTime | Select-Object -First 1
@{ name = "$($p.ProfileName)"; id = "$($p.NetworkAdapter.NetworkAdapterId)"
   level = $(if ($p) { [int]$p.GetNetworkConnectivityLevel() } else { 0 })
   cost = $(if ($p) { [int]$p.GetConnectionCost().NetworkCostType } else { 0 })
   began = $(if ($e) { $e.StartTime.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ') } else { '' }) } | ConvertTo-Json -Compress
"""


class Windows:
    """A `Surroundings`."""

    def __init__(self) -> None:
        self._told: tuple[float, Facts] | None = None

    def look(self) -> Facts:
        if self._told is None or time.monotonic() - self._told[0] > FRESH_SECONDS:
            text = output_of(["powershell.exe", "-NoProfile", "-NonInteractive", "-Command", _SCRIPT], seconds=15.0)
            self._told = time.monotonic(), facts_in(text or "")
        return msgspec.structs.replace(self._told[1], power=_power())

    @contextmanager
    def awake(self, why: str) -> Iterator[bool]:
        """The state belongs to a thread and goes with it, so one thread is kept for it."""
        let_go = threading.Event()
        holder = threading.Thread(target=_hold, args=(let_go,), name="awake", daemon=True)
        holder.start()
        try:
            yield True
        finally:
            let_go.set()
            holder.join()

    def listen(self, heard: Callable[[Change], None]) -> Nothing:
        return Nothing()


def facts_in(text: str) -> Facts:
    """From the JSON that the script prints. Cost: 0 unknown, 1 unrestricted, 2 fixed, 3 variable."""
    try:
        told = msgspec.json.decode(text.encode(), type=dict[str, Any])
        began = str(told.get("began") or "")
        network = Network(
            reach=_REACH.get(int(told.get("level", -1)), "unknown"),
            metered={1: False, 2: True, 3: True}.get(int(told.get("cost", 0))),
            name=str(told.get("name") or ""),
            id=str(told.get("id") or ""),
        )
        return Facts(network, session_began=datetime.fromisoformat(began) if began else None)
    except (msgspec.MsgspecError, ValueError, TypeError):
        return Facts()


class _PowerStatus(ctypes.Structure):
    """SYSTEM_POWER_STATUS; 255 = not known."""

    _fields_ = (
        ("line", ctypes.c_ubyte), ("flag", ctypes.c_ubyte), ("percent", ctypes.c_ubyte), ("reserved", ctypes.c_ubyte),
        ("seconds", ctypes.c_uint32), ("seconds_full", ctypes.c_uint32),
    )  # fmt: skip


def _kernel() -> Any:
    return ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]  # exists on Windows only


def _power() -> Power:
    status = _PowerStatus()
    if not _kernel().GetSystemPowerStatus(ctypes.byref(status)):
        return Power()
    return Power({0: True, 1: False}.get(status.line), float(status.percent) if status.percent <= 100 else None)


def _hold(let_go: threading.Event) -> None:
    _kernel().SetThreadExecutionState(ES_CONTINUOUS | ES_SYSTEM_REQUIRED)
    let_go.wait()
    _kernel().SetThreadExecutionState(ES_CONTINUOUS)
