"""A file of ours that becomes the user's: moved to where it is wanted, never over another."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from holdfast.errors import NoSpace, StorageError

_MOST = 1000


def hand_over(file: Path, to: str, name: str) -> Path:
    """Move `file` to `to`: a folder (there, or written with a slash at its end; then as `name`, made harmless), else the file. Numbered
    when the name is taken. Blocks. NoSpace, StorageError."""
    place = Path(to)
    if to.endswith(("/", os.sep)) or place.is_dir():
        place = place / (re.sub(r"[^\w.@ -]+", "-", name).lstrip(".") or "backup.zip")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        target = _free(place)
        _move(file, target)
    except OSError as error:
        if error.errno == 28:
            raise NoSpace(f"The disk of {place} is full.", code="SPACE-LOCAL", hint="The backup is kept; write it elsewhere.") from None
        raise StorageError(f"{place} cannot be written: {error.strerror}.", hint="The backup is kept; write it elsewhere.") from None
    return target


def _move(file: Path, target: Path) -> None:
    try:
        os.link(file, target)  # unlike rename, never takes another's place
    except OSError:  # another disk, or a file system without links
        part = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
        try:
            shutil.copyfile(file, part)
            os.rename(part, target)
        finally:
            part.unlink(missing_ok=True)
    file.unlink()


def _free(place: Path) -> Path:
    for number in range(1, _MOST):
        target = place if number == 1 else place.with_stem(f"{place.stem} ({number})")
        if not os.path.lexists(target):
            return target
    raise StorageError(f"There are too many files named {place.name}.", code="NAME-TAKEN", hint="Tidy that folder up.")
