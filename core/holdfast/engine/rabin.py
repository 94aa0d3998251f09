"""The rolling hash that decides where restic cuts a file, as plain numbers.

Source: restic/chunker (`chunker.go`, `polynomials.go`) and engine.md 5.3. A Rabin fingerprint over a window of 64 bytes with an
irreducible polynomial of degree 53 (one per repository). A blob ends where the low 20 bits of the fingerprint are zero, not before
512 KiB and at 8 MiB at the latest. Hashing begins 64 bytes before the minimum, so at every place where a cut is allowed the
fingerprint depends on the last 64 bytes only: cuts can be searched from any position.

This module holds the constants and tables; `rabin_wasm` and `rabin_numpy` search with them and find the same cuts.
"""

from __future__ import annotations

WINDOW = 64
MIN_SIZE = 512 * 1024
MAX_SIZE = 8 * 1024 * 1024
CUT_BITS = 20
CUT_MASK = (1 << CUT_BITS) - 1
DEGREE = 53
SHIFT = DEGREE - 8


def modulo(value: int, polynomial: int) -> int:
    """The remainder of `value` divided by `polynomial`, both polynomials over GF(2) written as bits."""
    degree = polynomial.bit_length()
    while (length := value.bit_length()) >= degree:
        value ^= polynomial << (length - degree)
    return value


def tables(polynomial: int) -> tuple[list[int], list[int]]:
    """(out, mod): what a byte that leaves the window adds, and what the 8 bits pushed beyond the degree come back as."""
    out = [modulo(byte << (8 * (WINDOW - 1)), polynomial) for byte in range(256)]
    mod = [modulo(byte << DEGREE, polynomial) | (byte << DEGREE) for byte in range(256)]
    return out, mod


def bit_values(polynomial: int) -> list[int]:
    """What each of the window's 512 bits adds to the fingerprint; index 8 * distance from the window's end + bit number."""
    values = [1]
    for _ in range(8 * WINDOW - 1):
        values.append(modulo(values[-1] << 1, polynomial))
    return values
