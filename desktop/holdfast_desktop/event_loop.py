"""The one place that knows qasync: runs the program's main coroutine on Qt's loop and starts coroutines for the pages.

Rules that bind whoever works here: no ``exec()`` of a dialog from a coroutine (`open()` and a future instead), and leaving happens by
returning from main, never by ``QApplication.quit()``: that would cut its clean-up off.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

T = TypeVar("T")
Failed = Callable[[Exception], None]


def make_loop(app: QApplication) -> asyncio.AbstractEventLoop:
    """Qt's loop as an asyncio loop, closed by the caller."""
    import qasync

    collect_garbage_here(app)
    app.setQuitOnLastWindowClosed(False)  # else closing the only dialog would stop the loop
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    return loop


COLLECT_MS = 500


def collect_garbage_here(app: QApplication) -> None:
    """Collect Python's cycles on this thread only, by a timer of `app`.

    Python collects on whichever thread happens to allocate. A dialog with its lambdas is such a cycle, and a widget that is destroyed
    on a thread that is not its own ends the program with a segmentation fault.
    """
    gc.disable()
    if app.findChild(QTimer, "garbage") is not None:
        return
    timer = QTimer(app)
    timer.setObjectName("garbage")
    timer.setInterval(COLLECT_MS)
    timer.timeout.connect(_collect)
    timer.start()


def _collect() -> None:
    """As Python would: the older the objects, the seldomer."""
    due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if any(due):
        gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))


def run(app: QApplication, main: Coroutine[Any, Any, int]) -> int:
    """Run `main` to its end on Qt's loop; its result is the exit code."""
    loop = make_loop(app)
    with loop:  # type: ignore[attr-defined]  # qasync's loop is a context manager
        return loop.run_until_complete(main)


class Tasks(QObject):
    """Coroutines under way for one window. Each ends in a result, in `failed`, or cancelled with the window."""

    def __init__(self, failed: Failed) -> None:
        super().__init__()
        self._failed = failed
        self._running: set[asyncio.Task[Any]] = set()

    def start(
        self,
        work: Coroutine[Any, Any, T],
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        within: QObject | None = None,
    ) -> asyncio.Task[T]:
        """Begin `work`; `done` gets its result, `failed` (or everybody's) its error, both on the window's thread.

        `within`: the dialog that shows them. Once it is closed and gone, nobody is told."""
        task = asyncio.get_event_loop_policy().get_event_loop().create_task(work)
        self._running.add(task)

        def ended(task: asyncio.Task[T]) -> None:
            self._running.discard(task)
            if not task.cancelled():
                _tell(task, done, failed or self._failed, within)

        task.add_done_callback(ended)
        return task

    async def stop(self) -> None:
        """Cancel all and wait for them, also for what they begin meanwhile."""
        while waiting := [task for task in self._running if task is not asyncio.current_task()]:
            await asyncio.sleep(0)  # what has just begun takes its first step: a coroutine that never ran complains when it goes
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)

    def __len__(self) -> int:
        return len(self._running)


def _tell(task: asyncio.Task[T], done: Callable[[T], object] | None, failed: Failed, within: QObject | None) -> None:
    error = task.exception()
    if error is not None and not isinstance(error, Exception):
        raise error
    if within is not None and not is_there(within):
        return
    if error is not None:
        failed(error)
    elif done is not None:
        done(task.result())


def is_there(widget: QObject) -> bool:
    """False once Qt has destroyed it, as it does with a dialog that was closed; its Python half may live on in a callback."""
    return bool(isValid(widget))


async def answered(dialog: QDialog) -> bool:
    """Open `dialog` and wait until it was closed; True when it was accepted."""
    future: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def closed(result: int) -> None:
        if not future.done():
            future.set_result(result)

    dialog.finished.connect(closed)
    dialog.open()
    return await future == QDialog.DialogCode.Accepted


async def in_thread(work: Callable[..., T], *arguments: object) -> T:
    """`work(*arguments)` in a thread, for the little blocking I/O that the window's own code has."""
    return await asyncio.get_running_loop().run_in_executor(None, lambda: work(*arguments))
