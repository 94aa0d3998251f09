"""The only place where the system is chosen."""

from __future__ import annotations

import sys

from holdfast.surroundings.base import Surroundings
from holdfast.surroundings.nothing import Nothing


def open_surroundings() -> Surroundings:
    """Those of the system that this runs on. Costs nothing yet: services are asked when something is wanted of them."""
    system: str = sys.platform  # a plain string: a type checker would take the branches of other systems away
    if system == "linux":
        from holdfast.surroundings.linux import Linux

        return Linux()
    if system == "darwin":
        from holdfast.surroundings.macos import MacOs

        return MacOs()
    if system == "win32":
        from holdfast.surroundings.windows import Windows

        return Windows()
    return Nothing()
