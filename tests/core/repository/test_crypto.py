"""Sealing and opening, the polynomial, compression."""

from __future__ import annotations

import pytest
import zstandard
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.poly1305 import Poly1305
from hypothesis import given
from hypothesis import strategies as st

from holdfast.errors import Damaged
from holdfast.repository.compression import LIMIT, Compressor, Decompressor
from holdfast.repository.crypto import OVERHEAD, MasterKey, Sealer
from holdfast.repository.polynomial import DEGREE, is_irreducible, modulo, random_polynomial

KEY = MasterKey.from_bytes(bytes(range(64)))


def _reference_seal(key: MasterKey, iv: bytes, plain: bytes) -> bytes:
    """The design document, word for word: fresh objects for each step."""
    body = Cipher(algorithms.AES(key.encrypt), modes.CTR(iv)).encryptor().update(plain)
    one_time = key.mac_r + Cipher(algorithms.AES(key.mac_k), modes.ECB()).encryptor().update(iv)
    return iv + body + Poly1305.generate_tag(one_time, body)


@given(st.lists(st.binary(max_size=5000), max_size=5), st.binary(min_size=64, max_size=64))
def test_a_sealer_does_what_the_design_document_says(texts: list[bytes], raw: bytes) -> None:
    """Also when it has sealed and opened other texts before."""
    key = MasterKey.from_bytes(raw)
    sealer = Sealer(key)
    for text in texts:
        sealed = sealer.seal(text)
        assert sealed == _reference_seal(key, sealed[:16], text)
        assert len(sealed) == len(text) + OVERHEAD
        assert sealer.open(_reference_seal(key, b"nonce of 16 byte", text)) == text
        assert Sealer(key).open(memoryview(sealed)) == text


def test_no_two_texts_share_an_iv() -> None:
    """The same text sealed twice looks different all over."""
    sealer = Sealer(KEY)
    assert len({sealer.seal(b"text")[:16] for _ in range(1000)}) == 1000


def test_c2_every_changed_byte_is_noticed() -> None:
    """A flip anywhere in a sealed text, a cut and an appended byte are refused."""
    sealer = Sealer(KEY)
    sealed = sealer.seal(b"some text that matters")
    for position in range(len(sealed)):
        changed = bytearray(sealed)
        changed[position] ^= 1 << position % 8
        with pytest.raises(Damaged):
            sealer.open(bytes(changed))
    for length in range(len(sealed)):
        with pytest.raises(Damaged):
            sealer.open(sealed[:length])
    with pytest.raises(Damaged):
        sealer.open(sealed + b"\0")
    with pytest.raises(Damaged):
        Sealer(MasterKey.generate()).open(sealed)
    assert sealer.open(sealed) == b"some text that matters"


def test_a_masked_r_of_old_restics_works() -> None:
    """restic up to 0.16 stored r with the clamped bits cleared; both forms authenticate the same."""
    mask = int.from_bytes(bytes.fromhex("ffffff0ffcffff0ffcffff0ffcffff0f"), "little")
    masked = (int.from_bytes(KEY.mac_r, "little") & mask).to_bytes(16, "little")
    assert masked != KEY.mac_r
    assert Sealer(MasterKey(KEY.encrypt, KEY.mac_k, masked)).open(Sealer(KEY).seal(b"x")) == b"x"


def test_a_key_does_not_show_itself() -> None:
    assert repr(KEY) == "MasterKey(***)"
    assert str(KEY) == "MasterKey(***)"


def test_a_key_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(Damaged):
        MasterKey(b"short", b"", b"")


@given(st.binary(min_size=1, max_size=3000))
def test_frames_of_all_kinds_are_read(plain: bytes) -> None:
    """Ours, those without content size (restic's small ones), with checksum, and two in a row."""
    frames = [
        Compressor().compress(plain),
        zstandard.ZstdCompressor(write_content_size=False).compress(plain),
        zstandard.ZstdCompressor(write_checksum=True, level=19).compress(plain),
        Compressor().compress(plain[:10]) + Compressor().compress(plain[10:]) if len(plain) > 10 else Compressor().compress(plain),
    ]
    decompressor = Decompressor()
    for frame in frames:
        assert decompressor.decompress(frame, len(plain)) == plain
        assert decompressor.decompress(frame, len(plain) + 7) == plain, "a wrong length in the index is tolerated"
        assert decompressor.whole(frame) == plain


def test_a_bomb_is_refused_before_it_takes_memory() -> None:
    """A frame of a few kilobytes that would become more than the limit."""
    context = zstandard.ZstdCompressor().compressobj()
    bomb = b"".join([context.compress(bytes(1 << 20)) for _ in range((LIMIT >> 20) + 1)]) + context.flush()
    for length in (1, LIMIT, LIMIT * 100):
        with pytest.raises(Damaged):
            Decompressor().decompress(bomb, length)
    with pytest.raises(Damaged):
        Decompressor().whole(bomb)
    with pytest.raises(Damaged):
        Decompressor().whole(b"no zstd at all")


def _reducible(polynomial: int) -> bool:
    return any(modulo(polynomial, factor) == 0 for factor in range(2, 1 << (polynomial.bit_length() + 1) // 2))


def test_irreducibility_agrees_with_trial_division() -> None:
    """For every polynomial up to degree 9."""
    for polynomial in range(2, 1 << 10):
        assert is_irreducible(polynomial) == (not _reducible(polynomial)), bin(polynomial)


def test_restics_known_polynomials_are_irreducible() -> None:
    """Those of restic/chunker's tests; their even neighbours are not."""
    for polynomial in (0x3DA3358B4DC173, 0x3DEA92648F6E83):
        assert is_irreducible(polynomial)
        assert not is_irreducible(polynomial - 1)


def test_random_polynomials_are_of_the_right_degree() -> None:
    found = {random_polynomial() for _ in range(3)}
    assert len(found) == 3
    assert all(p.bit_length() == DEGREE + 1 and p & 1 and is_irreducible(p) for p in found)
