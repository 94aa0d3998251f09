"""A folder on this machine as the target of a restore: the door to the two ways of writing one."""

from __future__ import annotations

import os
from pathlib import Path

from holdfast.targets.folder_base import Existing, NotReplaced, Rights, Target

__all__ = ["Existing", "NotReplaced", "Rights", "Target", "is_case_blind", "open_target"]


def open_target(root: Path, *, create: bool = True) -> Target:
    """The folder `root` to restore into. Raises `OSError` when it cannot be made or opened."""
    if os.open in os.supports_dir_fd and hasattr(os, "fchmod"):
        from holdfast.targets.folder_posix import PosixTarget

        return PosixTarget(root, create=create)
    from holdfast.targets.folder_plain import PlainTarget

    return PlainTarget(root, create=create)


def is_case_blind(target: Target) -> bool:
    """Whether the target's file system takes ``a`` and ``A`` for one name; found out with a temporary file."""
    temporary = target.begin(b"x", 0)
    try:
        return target.look(temporary.upper()) is not None
    finally:
        target.discard(temporary)
