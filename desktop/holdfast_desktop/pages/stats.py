"""The few numbers of a storage's statistics that pages show. None = never measured."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def stored(stats: Mapping[str, Any]) -> int | None:
    """Bytes that the storage holds."""
    return _number(stats, "stored")


def original(stats: Mapping[str, Any]) -> int | None:
    """Bytes that all its backups would have side by side."""
    return _number(stats, "restored_size")


def free(stats: Mapping[str, Any]) -> int | None:
    """Bytes that were free there when it was measured."""
    return _number(stats, "free_space")


def _number(stats: Mapping[str, Any], key: str) -> int | None:
    value = stats.get(key)
    return int(value) if isinstance(value, int | float) else None
