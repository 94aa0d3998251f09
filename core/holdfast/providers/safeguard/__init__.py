"""SafeGuard, ``safeguard/v1``.

`offers`: what it offers, as data. `asking`: our records into its requests. `reading`: its answers into our records. `buckets`: where the
site puts its backups in the user's own storage. `paging`: its lists. `provider`: the calls.
"""

from __future__ import annotations

from holdfast.providers.safeguard.buckets import matching
from holdfast.providers.safeguard.provider import SafeGuard

__all__ = ["SafeGuard", "matching"]
