"""Whether the folder of a storage is there: one look, which opens nothing."""

from __future__ import annotations

import os

from holdfast.app.condition_rules import address_of_location
from holdfast.jobs.waiting import aside

_PATIENCE = 5.0
"""Seconds for a look: a network folder whose server is gone never answers."""


async def is_missing(location: str) -> bool:
    """Of a bucket: no, nobody looked."""
    if address_of_location(location):
        return False
    try:
        return await aside(lambda: _is_gone(location), seconds=_PATIENCE, name="storage")
    except TimeoutError:
        return True


def _is_gone(location: str) -> bool:
    """A folder without a repository counts: the place where a disk would be mounted stays when it is pulled."""
    try:
        os.stat(os.path.join(location, "config"))
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
