"""Which packs prune deletes, rewrites or keeps: restic 0.19's rules as pure functions over a `BlobTable`.

Source: restic ``internal/repository/prune.go``. A pack that no index lists goes first; one without a used blob goes; one fully used
and large enough stays; all others are candidates for repacking, trees first, then small ones, then by the share of unused bytes,
until what stays unused is below the limit. Of a blob that is in several packs one copy counts as used.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from holdfast.engine.prune_table import BlobTable

if TYPE_CHECKING:
    from numpy.typing import NDArray

MIB = 1024 * 1024
SMALL_PACKS_WORTH_IT = 10
"""Fewer small packs than this stay: otherwise a single one would be rewritten for ever."""


class PruneOptions(msgspec.Struct, frozen=True, omit_defaults=True):
    """How thorough a prune is."""

    max_unused: float = 5.0
    """Percent of the repository that may stay unused, because rewriting packs for it costs more than it frees."""
    max_repack: int | None = None
    """Bytes that one run may rewrite; None = no limit."""
    repack_uncompressed: bool = False


class PackUse(msgspec.Struct, frozen=True):
    """What of one pack is used. Bytes; the header counts as used."""

    id: str
    kind: Literal["data", "tree", "mixed"]
    used: int
    unused: int
    used_blobs: int
    unused_blobs: int
    uncompressed: bool

    @property
    def size(self) -> int:
        return self.used + self.unused


class Verdicts(msgspec.Struct, frozen=True):
    """What happens to each pack; ids sorted."""

    unindexed: tuple[str, ...]
    remove: tuple[str, ...]
    repack: tuple[str, ...]
    keep: tuple[str, ...]


def used_rows(table: BlobTable, used: NDArray[Any]) -> NDArray[Any]:
    """Per row of the table: is this copy of its blob the one that counts. `used` says it per distinct blob.

    Of several copies the one in a pack that holds other used blobs is preferred, or one in a pack of nothing but copies.
    """
    import numpy as np

    copies = np.bincount(table.blob, minlength=len(table.distinct))
    wanted = used[table.blob]
    counts: NDArray[Any] = wanted & (copies[table.blob] == 1)
    doubled = np.flatnonzero(wanted & (copies[table.blob] > 1))
    if not len(doubled):
        return counts
    chosen = counts.copy()
    used_in_pack = np.bincount(table.pack[counts], minlength=len(table.packs))
    others_in_pack = np.bincount(table.pack[~wanted], minlength=len(table.packs))
    left = {int(blob): int(copies[blob]) for blob in table.blob[doubled]}
    for row in doubled.tolist():
        blob, pack = int(table.blob[row]), int(table.pack[row])
        if blob not in left:
            continue  # another copy was chosen
        left[blob] -= 1
        if used_in_pack[pack] or not others_in_pack[pack] or not left[blob]:
            chosen[row] = True
            used_in_pack[pack] += 1
            del left[blob]
        else:
            others_in_pack[pack] += 1
    return chosen


def pack_uses(table: BlobTable, used_row: NDArray[Any]) -> list[PackUse]:
    """The use of each pack, in the order of `table.packs`."""
    import numpy as np

    count = len(table.packs)
    total = table.pack_sizes()
    unused = np.bincount(table.pack, np.where(used_row, 0, table.length), minlength=count).astype(np.int64)
    blobs = np.bincount(table.pack, minlength=count)
    used_blobs = np.bincount(table.pack[used_row], minlength=count)
    trees = np.bincount(table.pack[table.key >= b"t"], minlength=count)  # a key starts with d or t
    raw = np.bincount(table.pack[table.plain_length == 0], minlength=count)
    return [
        PackUse(
            id=table.packs[n],
            kind="data" if not trees[n] else "tree" if trees[n] == blobs[n] else "mixed",
            used=int(total[n] - unused[n]),
            unused=int(unused[n]),
            used_blobs=int(used_blobs[n]),
            unused_blobs=int(blobs[n] - used_blobs[n]),
            uncompressed=bool(raw[n]),
        )
        for n in range(count)
    ]


def small_below(sizes: list[int]) -> int:
    """Packs smaller than this are worth merging: 0.8 x max(4 MiB, the 3rd percentile of all sizes)."""
    ordered = sorted(sizes)
    percentile = ordered[len(ordered) * 3 // 100] if ordered else 0
    return max(4 * MIB, percentile) * 4 // 5


def decide(uses: list[PackUse], listed: Mapping[str, int], options: PruneOptions) -> Verdicts:
    """The fate of each pack. `listed`: the packs of the storage with their sizes; every indexed pack is there with its right size."""
    small = small_below(list(listed.values()))
    indexed = {use.id for use in uses}
    remove = [use for use in uses if not use.used_blobs]
    candidates, small_ones = [], []
    for use in uses:
        if not use.used_blobs:
            continue
        if use.unused_blobs or use.kind == "mixed" or _must_compress(use, options):
            candidates.append(use)
        elif use.size < small:
            small_ones.append(use)
    if len(small_ones) >= SMALL_PACKS_WORTH_IT:
        candidates += small_ones
    candidates.sort(key=lambda use: (use.kind == "data", use.size >= small, -use.unused / use.size, use.id))
    repack = _within_limits(candidates, uses, small, options)
    gone = {use.id for use in remove} | {use.id for use in repack}
    return Verdicts(
        unindexed=tuple(sorted(set(listed) - indexed)),
        remove=tuple(sorted(use.id for use in remove)),
        repack=tuple(sorted(use.id for use in repack)),
        keep=tuple(sorted(indexed - gone)),
    )


def _must_compress(use: PackUse, options: PruneOptions) -> bool:
    return use.uncompressed and (use.kind == "tree" or options.repack_uncompressed)


def _within_limits(candidates: list[PackUse], uses: list[PackUse], small: int, options: PruneOptions) -> list[PackUse]:
    """The candidates, in order, that are rewritten before the limits of the options are reached."""
    used = sum(use.used for use in uses if use.used_blobs)
    unused = sum(use.unused for use in uses if use.used_blobs)
    may_stay = float("inf") if options.max_unused >= 100 else options.max_unused / (100 - options.max_unused) * used
    rewritten = 0
    repack = []
    for use in candidates:
        if options.max_repack is not None and rewritten + use.size > options.max_repack:
            continue
        must = use.kind != "data" or _must_compress(use, options)
        if not must and unused <= may_stay and use.size >= small:
            continue
        repack.append(use)
        rewritten += use.size
        unused -= use.unused
    return repack
