"""What a check can find, as values."""

from __future__ import annotations

from typing import Literal

import msgspec

from holdfast.errors import UsageError

ProblemKind = Literal[
    "snapshot-damaged",
    "index-damaged",
    "index-conflict",
    "pack-missing",
    "pack-size",
    "pack-damaged",
    "pack-header",
    "pack-unreadable",
    "tree-damaged",
    "tree-odd",
    "blob-missing",
    "blob-damaged",
]
NoteKind = Literal["pack-unindexed", "index-doubled", "read-again", "pack-mixed"]
TURN = 1 << 32
"""The circle of pack names: their first 32 bits."""
MAX_NAMED = 1000
"""So many files of one backup are named; all are counted."""


class Problem(msgspec.Struct, frozen=True):
    """One thing that is wrong. `object` is the id of the file or blob."""

    kind: ProblemKind
    object: str
    detail: str = ""


class Note(msgspec.Struct, frozen=True):
    """Something that is not as tidy as it could be and harms nothing."""

    kind: NoteKind
    object: str
    detail: str = ""


class AffectedBackup(msgspec.Struct, frozen=True):
    """A backup that cannot be restored whole. `files` are paths (of folders with ``/`` at the end), the first `MAX_NAMED` of `count`."""

    id: str
    time: str
    site: str
    name: str
    files: tuple[str, ...]
    count: int


class CheckResult(msgspec.Struct, frozen=True):
    """What was looked at, and what was found."""

    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]
    affected: tuple[AffectedBackup, ...]
    snapshots: int
    trees: int
    blobs: int
    packs: int
    packs_read: int
    """How many packs were read whole and proved (0 without read-data)."""
    bytes_read: int
    bytes_total: int
    read_to: int | None = None
    """Of a turn: the point of the circle up to which all was read."""

    @property
    def is_good(self) -> bool:
        return not self.problems


class ReadData(msgspec.Struct, frozen=True):
    """Which packs a check reads whole: a share chosen by chance, or the `part`-th of `parts` equal parts (for checks in rotation)."""

    percent: float = 100.0
    part: int = 1
    parts: int = 1
    turn: tuple[int, int, int] | None = None
    """Or those whose names follow a point of the circle of all names: (point, share of the circle, at most so many bytes; 0 = all), of
    2^32 each. See `holdfast.app.reading_back`."""


ALL = ReadData()


def parse_read_data(text: str) -> ReadData:
    """``all``, ``5%``, ``3/30`` or ``turn:POINT:SHARE:BYTES`` (the point hexadecimal). UsageError for anything else."""
    text = text.strip()
    if text in {"all", "100%"}:
        return ALL
    try:
        if text.endswith("%"):
            percent = float(text[:-1])
            if 0 < percent <= 100:
                return ReadData(percent=percent)
        if text.startswith("turn:"):
            point, share, most = text.removeprefix("turn:").split(":")
            return ReadData(turn=(int(point, 16) % TURN, min(int(share), TURN), int(most)))
        part, _, parts = text.partition("/")
        if 1 <= int(part) <= int(parts) <= 65536:
            return ReadData(part=int(part), parts=int(parts))
    except ValueError:
        pass
    raise UsageError(
        f"“{text}” does not say which part of the data to read.", hint="Write all, a share such as 5%, or a part such as 3/30."
    )
