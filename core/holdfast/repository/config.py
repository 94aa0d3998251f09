"""The repository's `config` file: sealed JSON, never compressed (restic design document, "Repository Format")."""

from __future__ import annotations

import os

import msgspec

from holdfast.errors import Damaged, Unsupported
from holdfast.repository.ids import is_file_id
from holdfast.repository.polynomial import DEGREE, is_irreducible, random_polynomial

VERSION = 2


class Config(msgspec.Struct, frozen=True):
    """What is fixed for the life of a repository."""

    version: int
    id: str
    chunker_polynomial: str
    """Hexadecimal, without 0x."""

    @property
    def polynomial(self) -> int:
        return int(self.chunker_polynomial, 16)


def new_config(polynomial: int | None = None) -> Config:
    """A config with a new id, and the polynomial given or a random one."""
    if polynomial is None:
        polynomial = random_polynomial()
    return Config(VERSION, os.urandom(32).hex(), f"{polynomial:x}")


def encode_config(config: Config) -> bytes:
    return msgspec.json.encode(config)


def decode_config(plain: bytes) -> Config:
    """`Damaged` when it is no config, `Unsupported` for a version that is not 2. Unknown fields are ignored."""
    try:
        config = msgspec.json.decode(plain, type=Config)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Damaged("The repository's config file cannot be read.", hint=_HINT) from None
    if config.version != VERSION:
        raise Unsupported(
            f"The repository has format version {config.version}; Holdfast works with version {VERSION}.",
            code="REPO-VERSION",
            hint="Version 1: `restic migrate upgrade_repo_v2` brings it to version 2. A newer version needs a newer Holdfast.",
        )
    if not is_file_id(config.id) or not _is_polynomial(config.chunker_polynomial):
        raise Damaged("The repository's config file holds values that cannot be right.", hint=_HINT)
    return config


_HEX = frozenset("0123456789abcdefABCDEF")
_HINT = "Restore the file named config from a copy of the repository; without it nothing can be opened."


def _is_polynomial(text: str) -> bool:
    if not text or len(text) > 16 or not set(text) <= _HEX:
        return False
    value = int(text, 16)
    return value.bit_length() == DEGREE + 1 and is_irreducible(value)
