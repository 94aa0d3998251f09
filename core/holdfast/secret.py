"""A string that does not show itself: `repr`, `str`, formatting and pickling of records that hold one print ``***``."""

from __future__ import annotations

from typing import Any, final


@final
class Secret:
    """Holds a password, key or token. Only `reveal()` gives it out. Equality compares the values."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return "Secret(***)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return "***"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash(("Secret", self._value))

    def __bool__(self) -> bool:
        return bool(self._value)


def encode_secret(value: Any) -> Any:
    """msgspec `enc_hook`: only for the pipe to a worker, never for a file or a log."""
    if isinstance(value, Secret):
        return value.reveal()
    raise TypeError(f"cannot encode {type(value).__name__}")


def decode_secret(kind: type, value: Any) -> Any:
    """msgspec `dec_hook`, the other end of `encode_secret`."""
    if kind is Secret and isinstance(value, str):
        return Secret(value)
    raise TypeError(f"cannot decode {kind.__name__}")
