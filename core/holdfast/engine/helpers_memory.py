"""Makes the C library keep memory that was freed: a backup allocates and frees blobs of a megabyte all the time, and glibc would
give each back to the system and fetch it again, page by page (a third of the time it takes to seal such a blob)."""

from __future__ import annotations

import gc
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


def collect_rarely() -> tuple[int, int, int]:
    """Nodes and batches come and go by the ten thousand without cycles among them, so looking for cycles is put off. Returns what was set
    before, for `gc.set_threshold`."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 20, 100)
    return before
