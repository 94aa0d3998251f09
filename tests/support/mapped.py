"""The moment when a top-level window appears on an X screen, from the server's own events (Xlib through ctypes, no polling).

Structures as in Xlib.h of libX11 on 64-bit systems. Only windows of `smallest` pixels and more count, so that the small helper windows
of toolkits and of window managers do not.
"""

from __future__ import annotations

import ctypes
import select
import time
from collections.abc import Iterator
from contextlib import contextmanager

SUBSTRUCTURE_NOTIFY, MAP_NOTIFY = 1 << 19, 19
SMALLEST = 300


class _MapEvent(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("event", ctypes.c_ulong),
        ("window", ctypes.c_ulong),
        ("override_redirect", ctypes.c_int),
        ("padding", ctypes.c_long * 24),
    )


class Mapped:
    """Watches one screen; see `watch`."""

    def __init__(self, display: str) -> None:
        x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype = ctypes.c_void_p
        x.XDefaultRootWindow.restype = ctypes.c_ulong
        for name in ("XDefaultRootWindow", "XConnectionNumber", "XPending", "XCloseDisplay"):
            getattr(x, name).argtypes = [ctypes.c_void_p]
        x.XSelectInput.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_long]
        x.XNextEvent.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._x = x
        self._display = x.XOpenDisplay(display.encode())
        if not self._display:
            raise OSError(f"no X server at {display}")
        self._handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        x.XSetErrorHandler(self._handler)  # a window may be gone before it is looked at
        x.XSelectInput(self._display, x.XDefaultRootWindow(self._display), SUBSTRUCTURE_NOTIFY)
        x.XSync(self._display, 1)

    def wait(self, seconds: float = 60.0) -> float:
        """`time.monotonic` when the next large window appeared. TimeoutError."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while self._x.XPending(self._display):
                event = _MapEvent()
                self._x.XNextEvent(self._display, ctypes.byref(event))
                now = time.monotonic()
                if event.type == MAP_NOTIFY and min(self._size(event.window)) >= SMALLEST:
                    return now
            select.select([self._x.XConnectionNumber(self._display)], [], [], 0.5)
        raise TimeoutError(f"no window within {seconds:.0f} s")

    def _size(self, window: int) -> tuple[int, int]:
        root, x, y = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_int()
        width, height, border, depth = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
        given = (ctypes.c_void_p(self._display), ctypes.c_ulong(window))
        self._x.XGetGeometry(*given, *(ctypes.byref(value) for value in (root, x, y, width, height, border, depth)))
        return width.value, height.value

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)


@contextmanager
def watch(display: str) -> Iterator[Mapped]:
    """Windows that appear from now on."""
    mapped = Mapped(display)
    try:
        yield mapped
    finally:
        mapped.close()
