"""Sealing: AES-256-CTR with a Poly1305-AES tag, as restic's design document (section "Keys, Encryption and MAC") has it.

A sealed text is ``IV(16) || ciphertext || tag(16)``. The tag covers the ciphertext only; its one-time key is ``r || AES-128_k(IV)``.
OpenSSL clamps ``r`` by itself, so a masked r (restic up to 0.16) and an unmasked one work alike.
"""

from __future__ import annotations

import os
from hmac import compare_digest

import msgspec
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.poly1305 import Poly1305

from holdfast.errors import Damaged

OVERHEAD = 32
"""Bytes by which a sealed text is longer than its plain one."""

SLACK = 15
"""Bytes of room that the cipher asks for behind what it writes in place."""


class MasterKey(msgspec.Struct, frozen=True):
    """The key of a whole repository. Never printed."""

    encrypt: bytes
    mac_k: bytes
    mac_r: bytes

    def __post_init__(self) -> None:
        if (len(self.encrypt), len(self.mac_k), len(self.mac_r)) != (32, 16, 16):
            raise Damaged("The repository's key has the wrong length.")

    def __repr__(self) -> str:
        return "MasterKey(***)"

    @classmethod
    def generate(cls) -> MasterKey:
        return cls(os.urandom(32), os.urandom(16), os.urandom(16))

    @classmethod
    def from_bytes(cls, raw: bytes) -> MasterKey:
        """From 64 bytes: encryption key, MAC k, MAC r (what scrypt gives)."""
        return cls(raw[:32], raw[32:48], raw[48:64])


class Sealer:
    """Seals and opens with one key. Keeps cipher contexts, so it belongs to one thread: `Repository.sealer` gives each its own."""

    __slots__ = ("_ctr", "_mac_block", "_r")

    def __init__(self, key: MasterKey) -> None:
        self._ctr = Cipher(algorithms.AES(key.encrypt), modes.CTR(bytes(16))).encryptor()
        self._mac_block = Cipher(algorithms.AES(key.mac_k), modes.ECB()).encryptor().update  # noqa: S305 - one block: the PRF of Poly1305-AES
        self._r = key.mac_r

    def seal(self, plain: bytes | bytearray | memoryview) -> bytes:
        """Encrypt and authenticate, under a fresh random IV."""
        iv = os.urandom(16)
        ctr = self._ctr
        ctr.reset_nonce(iv)
        body = ctr.update(plain)
        return b"".join((iv, body, Poly1305.generate_tag(self._r + self._mac_block(iv), body)))

    def seal_into(self, plain: bytes | bytearray | memoryview, target: memoryview) -> int:
        """As `seal`, at the beginning of `target`, which has room for `SLACK` bytes more than that. Returns the sealed length."""
        iv = os.urandom(16)
        end = 16 + len(plain)
        target[:16] = iv
        ctr = self._ctr
        ctr.reset_nonce(iv)
        ctr.update_into(plain, target[16 : end + SLACK])
        target[end : end + 16] = Poly1305.generate_tag(self._r + self._mac_block(iv), target[16:end])
        return end + 16

    def open(self, sealed: bytes | memoryview) -> bytes:
        """The plain text; `Damaged` when it was changed, is too short, or was sealed with another key. Nothing is decrypted then."""
        view = memoryview(sealed)
        iv = bytes(view[:16])
        body = view[16:-16]
        if len(view) < OVERHEAD or not compare_digest(Poly1305.generate_tag(self._r + self._mac_block(iv), body), view[-16:]):
            raise Damaged("A piece of the repository was changed after it was written (its seal does not fit).", code="REPO-DAMAGED")
        ctr = self._ctr
        ctr.reset_nonce(iv)
        return ctr.update(body)
