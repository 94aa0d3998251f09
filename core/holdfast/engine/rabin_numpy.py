"""Search for cuts with numpy alone: the same cuts as `rabin_wasm`, at about a sixth of its speed, where no JIT is allowed.

The fingerprint is linear over GF(2): each of its bits is the XOR of some of the window's 512 bits. So the data is taken apart into
eight planes of bits, and XORs of shifted planes give one fingerprint bit for eight positions per byte. The few positions that
have `SIEVE` zero bits are then looked at in full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from holdfast.engine.rabin import CUT_BITS, CUT_MASK, WINDOW, bit_values

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIEVE = 6
BLOCK = 128 * 1024


class NumpyFinder:
    """`buffer` is the memory to put data into; `find` searches it. Not for two threads at once."""

    def __init__(self, polynomial: int, capacity: int) -> None:
        self._data: NDArray[np.uint8] = np.zeros(capacity, np.uint8)
        self.buffer = self._data.data
        bits = bit_values(polynomial)
        # (distance from the window's end, bit) of every input bit that takes part in fingerprint bit k
        self._taps = [[divmod(i, 8) for i, value in enumerate(bits) if value >> k & 1] for k in range(CUT_BITS - SIEVE, CUT_BITS)]
        byte_values = [[0] * 256 for _ in range(WINDOW)]
        for distance, row in enumerate(byte_values):
            for byte in range(1, 256):
                low = byte & -byte
                row[byte] = row[byte ^ low] ^ (bits[8 * distance + low.bit_length() - 1] & CUT_MASK)
        self._bytes: NDArray[np.uint32] = np.array(byte_values, np.uint32)

    def find(self, first: int, last: int) -> int:
        """As `rabin_wasm.WasmFinder.find`."""
        for start in range(first, last + 1, BLOCK):
            ends = self._survivors(start, min(start + BLOCK - 1, last))
            if len(ends) and len(cuts := ends[self._fingerprints(ends) == 0]):
                return int(cuts[0])
        return 0

    def _survivors(self, first: int, last: int) -> NDArray[np.intp]:
        """The ends in `first..last` whose fingerprint has its `SIEVE` highest cut bits zero."""
        count = last - first + 1
        width = -(-count // 8)
        window = np.zeros((width + WINDOW // 8 + 1) * 8, np.uint8)
        # position 0 of `window` is the first byte of the window that ends at `first`
        piece = self._data[first - WINDOW : last]
        window[: len(piece)] = piece
        shifted = []
        for bit in range(8):
            plane = np.packbits((window >> bit) & 1, bitorder="little")
            after = np.append(plane[1:], np.uint8(0))
            shifted.append([plane] + [(plane >> s) | (after << (8 - s)) for s in range(1, 8)])
        nonzero = np.zeros(width, np.uint8)
        for taps in self._taps:
            one = np.zeros(width, np.uint8)
            for distance, bit in taps:
                at, shift = divmod(WINDOW - 1 - distance, 8)
                np.bitwise_xor(one, shifted[bit][shift][at : at + width], out=one)
            nonzero |= one
        return np.flatnonzero(np.unpackbits(~nonzero, count=count, bitorder="little")) + first

    def _fingerprints(self, ends: NDArray[np.intp]) -> NDArray[np.uint32]:
        """The low 20 bits of the fingerprints of the windows before `ends`."""
        digest = np.zeros(len(ends), np.uint32)
        for distance in range(WINDOW):
            digest ^= self._bytes[distance][self._data[ends - 1 - distance]]
        return digest
