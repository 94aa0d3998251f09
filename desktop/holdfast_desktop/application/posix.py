"""What only POSIX systems have; elsewhere nothing happens."""

from __future__ import annotations

from contextlib import suppress


def leave_no_core_files() -> None:
    """A crash writes no image of the memory, which may hold passphrases. Workers inherit it."""
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
