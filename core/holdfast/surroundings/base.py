"""What all systems answer with, and what they can be asked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Literal, Protocol

import msgspec

Reach = Literal["full", "limited", "portal", "none", "unknown"]
"""How far the network goes, as the system believes: the internet; less; as far as a page to log in at (captive); nowhere; not known."""


class Network(msgspec.Struct, frozen=True):
    reach: Reach = "unknown"
    metered: bool | None = None
    """Each byte may cost money; also when the system only guesses so."""
    name: str = ""
    """As the user knows the connection: a Wi-Fi's name. Empty: not known."""
    id: str = ""
    """What names it for certain (NetworkManager: its UUID)."""


class Power(msgspec.Struct, frozen=True):
    on_battery: bool | None = None
    percent: float | None = None
    """Of the battery, 0 to 100."""


class Facts(msgspec.Struct, frozen=True):
    """Everything at one moment."""

    network: Network = Network()
    power: Power = Power()
    session_began: datetime | None = None
    """When the user logged in; None: not known."""


Change = Literal["network", "power", "sleep", "wake"]
"""What a listener is told: `sleep` just before the computer sleeps, `wake` when it is back."""


class Listener(Protocol):
    """Hears of changes until `close`. It costs nothing while nothing changes."""

    def close(self) -> None: ...


class Surroundings(Protocol):
    """One system. All methods may be called from any thread and raise nothing. They take milliseconds; where a service hangs, seconds."""

    def look(self) -> Facts:
        """How things are now."""
        ...

    def awake(self, why: str) -> AbstractContextManager[bool]:
        """Keeps the computer from falling asleep by itself while inside; True when the system promised it. `why`: for people."""
        ...

    def listen(self, heard: Callable[[Change], None]) -> Listener:
        """Call `heard`, from a thread of ours, at each change. Where the system tells nothing, nothing is heard."""
        ...
