"""Makes the C library keep memory that was freed: a backup allocates and frees blobs of a megabyte all the time, and glibc would
give each back to the system and fetch it again, page by page (a third of the time it takes to seal such a blob)."""

from __future__ import annotations

import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # malloc.h
_MIB = 1 << 20


def keep_freed_memory() -> None:
    """For the rest of this process; only glibc knows how, elsewhere nothing happens."""
    if sys.platform != "linux":
        return
    try:
        import ctypes

        mallopt = ctypes.CDLL(None).mallopt
    except (ImportError, OSError, AttributeError):  # a build without ctypes; musl
        return
    mallopt(_MMAP_THRESHOLD, 10 * _MIB)  # above every blob (8 MiB), below a pack, which is given back
    mallopt(_TRIM_THRESHOLD, 32 * _MIB)
    mallopt(_ARENA_MAX, 1)  # threads share what is kept
