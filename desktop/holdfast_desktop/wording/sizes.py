"""Sizes, rates and counts as words. Decimal units (kB, MB) unless the user chose binary ones (KiB, MiB)."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from holdfast_desktop.wording.tr import tr

DECIMAL = (1000, ("B", "kB", "MB", "GB", "TB", "PB"))
BINARY = (1024, ("B", "KiB", "MiB", "GiB", "TiB", "PiB"))

_units = DECIMAL


def use_binary_units(binary: bool) -> None:
    global _units
    _units = BINARY if binary else DECIMAL


def _scale(count: float) -> tuple[int, str]:
    """The power of the base and the unit in which `count` is said."""
    base, names = _units
    power = 0
    while power < len(names) - 1 and abs(count) >= base ** (power + 1) * 0.9995:
        power += 1
    return base**power, names[power]


def _number(value: float, whole: bool) -> str:
    if whole or abs(value) >= 99.95:
        return QLocale().toString(round(value))
    return QLocale().toString(float(value), "f", 1)


def size(count: int | float | None) -> str:
    """``6.1 MB``; a dash when it is not known."""
    if count is None:
        return "–"
    divisor, unit = _scale(count)
    return f"{_number(count / divisor, divisor == 1)} {unit}"


def size_of(done: int, total: int | None) -> str:
    """``412 of 980 MB``, both in the unit of the total."""
    if total is None:
        return size(done)
    divisor, unit = _scale(total)
    return tr(
        "{done} of {total} {unit}", done=_number(done / divisor, divisor == 1), total=_number(total / divisor, divisor == 1), unit=unit
    )


def rate(per_second: float | None) -> str:
    """``6.1 MB/s``; empty when it is not known."""
    return "" if not per_second else f"{size(per_second)}/s"


def count(n: int | None) -> str:
    """A number with the locale's grouping; a dash when it is not known."""
    return "–" if n is None else QLocale().toString(n)
