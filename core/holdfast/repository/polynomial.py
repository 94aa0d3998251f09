"""Irreducible polynomials of degree 53 over GF(2): what a repository's chunker is made from (restic/chunker, `polynomials.go`).

A polynomial is an int whose bit i is the coefficient of x^i.
"""

from __future__ import annotations

import os

DEGREE = 53


def modulo(a: int, b: int) -> int:
    """The rest of a / b."""
    degree = b.bit_length()
    while (shift := a.bit_length() - degree) >= 0:
        a ^= b << shift
    return a


def _square(a: int) -> int:
    # over GF(2) a square has the same coefficients with zeros between them
    return int("0".join(format(a, "b")), 2)


def _gcd(a: int, b: int) -> int:
    while b:
        a, b = b, modulo(a, b)
    return a


def is_irreducible(polynomial: int) -> bool:
    """Ben-Or's test: no factor of degree i for any i up to half the degree."""
    degree = polynomial.bit_length() - 1
    if degree < 1:
        return False
    power = 2
    for _ in range(degree // 2):
        power = modulo(_square(power), polynomial)
        if _gcd(polynomial, power ^ 2) != 1:
            return False
    return True


def random_polynomial() -> int:
    """A random irreducible one of degree exactly 53."""
    while True:
        candidate = int.from_bytes(os.urandom(8), "little") & ((1 << 54) - 1) | 1 << 53 | 1
        if is_irreducible(candidate):
            return candidate
