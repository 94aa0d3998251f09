"""Search for cuts with a small WebAssembly program, while other Python threads run.

The data lies in the program's own memory, so a file is read straight into it and never copied. One `WasmFinder` serves one thread.

A fingerprint depends on the one before it, and a processor waits for each. Because it is position independent, the program computes
four of them at once, in four neighbouring stretches (1 GB/s where one gives 0.4), and where any of them shows a cut it looks at
these stretches again, from the beginning, one position after the other.
"""

from __future__ import annotations

import ctypes
import struct

from wasmtime import Engine, Func, Instance, Memory, Module, Store

from holdfast.engine.rabin import CUT_MASK, SHIFT, WINDOW, modulo, tables

_PAGE = 65536
_DATA = _PAGE  # the first page holds the two tables
_LANES = 4
_STRETCH = 8192


def _next(digest: str, offset: int = 0) -> str:
    """One byte on: ``$at + offset`` is where the window began. The byte that leaves goes through table 0 (its value 64 bytes later), so
    that only the shift and the lookup in table 1 wait for the digest."""
    return f"""
      (local.set {digest} (i64.xor
        (i64.xor
          (i64.shl (local.get {digest}) (i64.const 8))
          (i64.xor
            (i64.load8_u offset={offset + WINDOW} (local.get $at))
            (i64.load (i32.shl (i32.load8_u offset={offset} (local.get $at)) (i32.const 3)))))
        {_reduce(digest)}))"""


def _first(digest: str, offset: int = 0) -> str:
    """One byte into an empty window."""
    return f"""
      (local.set {digest} (i64.xor
        (i64.xor (i64.shl (local.get {digest}) (i64.const 8)) (i64.load8_u offset={offset} (local.get $at)))
        {_reduce(digest)}))"""


def _reduce(digest: str) -> str:
    return f"""(i64.load offset=2048
          (i32.and (i32.wrap_i64 (i64.shr_u (local.get {digest}) (i64.const {SHIFT - 3}))) (i32.const {255 * 8})))"""


def _is_cut(digest: str) -> str:
    return f"(i64.eqz (i64.and (local.get {digest}) (i64.const {CUT_MASK})))"


def _program(pages: int) -> str:
    """find(first, last): the smallest end in first..last (addresses) where the window before it is a cut, or 0."""
    lanes = [(f"$d{k}", k * _STRETCH) for k in range(_LANES)]
    any_cut = _is_cut("$d0")
    for digest, _ in lanes[1:]:
        any_cut = f"(i32.or {any_cut} {_is_cut(digest)})"
    return f"""
(module
  (memory (export "memory") {pages})

  ;; one after the other, from the end `first`
  (func $search (param $first i32) (param $last i32) (result i32)
    (local $at i32) (local $d i64) (local $stop i32)
    (local.set $at (i32.sub (local.get $first) (i32.const {WINDOW})))
    (local.set $stop (local.get $first))
    (loop $fill {_first("$d")}
      (br_if $fill (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $stop))))
    (local.set $at (i32.sub (local.get $at) (i32.const {WINDOW})))
    (loop $slide
      (if {_is_cut("$d")} (then (return (i32.add (local.get $at) (i32.const {WINDOW})))))
      (if (i32.ge_u (i32.add (local.get $at) (i32.const {WINDOW})) (local.get $last)) (then (return (i32.const 0))))
      {_next("$d")}
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $slide))
    (unreachable))

  ;; whether there is a cut in the {_LANES} stretches after the end `first`
  (func $any (param $first i32) (result i32)
    (local $at i32) (local $stop i32) {" ".join(f"(local {digest} i64)" for digest, _ in lanes)}
    (local.set $at (i32.sub (local.get $first) (i32.const {WINDOW})))
    (local.set $stop (local.get $first))
    (loop $fill {"".join(_first(digest, offset) for digest, offset in lanes)}
      (br_if $fill (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $stop))))
    (local.set $at (i32.sub (local.get $at) (i32.const {WINDOW})))
    (local.set $stop (i32.add (local.get $at) (i32.const {_STRETCH})))
    (loop $slide {"".join(_next(digest, offset) for digest, offset in lanes)}
      (if {any_cut} (then (return (i32.const 1))))
      (br_if $slide (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $stop))))
    (i32.const 0))

  (func (export "find") (param $first i32) (param $last i32) (result i32)
    (local $found i32)
    (if (local.tee $found (call $search (local.get $first) (local.get $first))) (then (return (local.get $found))))
    (block $rest
      (loop $blocks
        (br_if $rest (i32.lt_u (i32.sub (local.get $last) (local.get $first)) (i32.const {_LANES * _STRETCH})))
        (br_if $rest (call $any (local.get $first)))
        (local.set $first (i32.add (local.get $first) (i32.const {_LANES * _STRETCH})))
        (br $blocks)))
    (call $search (local.get $first) (local.get $last))))
"""


class WasmFinder:
    """`buffer` is the memory to put data into; `find` searches it. Raises whatever wasmtime raises where no JIT is allowed."""

    def __init__(self, polynomial: int, capacity: int) -> None:
        pages = 1 + -(-capacity // _PAGE)
        engine = Engine()
        self._store = Store(engine)
        self._instance = Instance(self._store, Module(engine, _program(pages)), [])
        exports = self._instance.exports(self._store)
        memory, find = exports["memory"], exports["find"]
        if not isinstance(memory, Memory) or not isinstance(find, Func):
            raise TypeError("the cut finder's program has other exports than expected")
        self._memory, self._find = memory, find
        out, mod = tables(polynomial)
        leaving = [modulo(value << 8, polynomial) for value in out]
        memory.write(self._store, struct.pack("<512Q", *leaving, *mod), 0)
        address = ctypes.addressof(memory.data_ptr(self._store).contents) + _DATA
        self.buffer = memoryview((ctypes.c_ubyte * capacity).from_address(address)).cast("B")

    def find(self, first: int, last: int) -> int:
        """The smallest end in `first..last` (offsets into `buffer`, first >= 64) of a window that is a cut; 0 when there is none."""
        end: int = self._find(self._store, _DATA + first, _DATA + last)
        return end - _DATA if end else 0
