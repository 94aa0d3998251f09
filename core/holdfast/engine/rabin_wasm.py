"""Search for cuts with a small WebAssembly program: about 560 MB/s, and other Python threads run meanwhile.

The data lies in the program's own memory, so a file is read straight into it and never copied. One `WasmFinder` serves one thread.
"""

from __future__ import annotations

import ctypes
import struct

from wasmtime import Engine, Func, Instance, Memory, Module, Store

from holdfast.engine.rabin import CUT_MASK, SHIFT, WINDOW, tables

PAGE = 65536
DATA = PAGE  # the first page holds the two tables

# find(first, last): the smallest end in first..last (addresses) where the window before it hashes to a cut, or 0.
# `out` lies at address 0, `mod` at 2048; both are 256 little-endian 64-bit numbers.
PROGRAM = f"""
(module
  (memory (export "memory") $PAGES)
  (func (export "find") (param $first i32) (param $last i32) (result i32)
    (local $at i32) (local $digest i64)
    (local.set $at (i32.sub (local.get $first) (i32.const {WINDOW})))
    (loop $fill
      (local.set $digest
        (i64.xor
          (i64.or (i64.shl (local.get $digest) (i64.const 8)) (i64.load8_u (local.get $at)))
          (i64.load offset=2048 (i32.wrap_i64 (i64.shl (i64.shr_u (local.get $digest) (i64.const {SHIFT})) (i64.const 3))))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $fill (i32.lt_u (local.get $at) (local.get $first))))
    (loop $slide
      (if (i64.eqz (i64.and (local.get $digest) (i64.const {CUT_MASK}))) (then (return (local.get $at))))
      (if (i32.ge_u (local.get $at) (local.get $last)) (then (return (i32.const 0))))
      (local.set $digest
        (i64.xor (local.get $digest)
          (i64.load (i32.shl (i32.load8_u (i32.sub (local.get $at) (i32.const {WINDOW}))) (i32.const 3)))))
      (local.set $digest
        (i64.xor
          (i64.or (i64.shl (local.get $digest) (i64.const 8)) (i64.load8_u (local.get $at)))
          (i64.load offset=2048 (i32.wrap_i64 (i64.shl (i64.shr_u (local.get $digest) (i64.const {SHIFT})) (i64.const 3))))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $slide))
    (unreachable)))
"""


class WasmFinder:
    """`buffer` is the memory to put data into; `find` searches it. Raises whatever wasmtime raises where no JIT is allowed."""

    def __init__(self, polynomial: int, capacity: int) -> None:
        pages = 1 + -(-capacity // PAGE)
        engine = Engine()
        self._store = Store(engine)
        self._instance = Instance(self._store, Module(engine, PROGRAM.replace("$PAGES", str(pages))), [])
        exports = self._instance.exports(self._store)
        memory, find = exports["memory"], exports["find"]
        if not isinstance(memory, Memory) or not isinstance(find, Func):
            raise TypeError("the cut finder's program has other exports than expected")
        self._memory, self._find = memory, find
        out, mod = tables(polynomial)
        memory.write(self._store, struct.pack("<512Q", *out, *mod), 0)
        address = ctypes.addressof(memory.data_ptr(self._store).contents) + DATA
        self.buffer = memoryview((ctypes.c_ubyte * capacity).from_address(address)).cast("B")

    def find(self, first: int, last: int) -> int:
        """The smallest end in `first..last` (offsets into `buffer`, first >= 64) of a window that is a cut; 0 when there is none."""
        end: int = self._find(self._store, DATA + first, DATA + last)
        return end - DATA if end else 0
