"""A shared lock around reading, so that nobody prunes meanwhile; taken beside the work, and never a reason not to restore.

A restore is what people need most when other things are broken: a storage that cannot be written to, a forgotten lock. Then it goes
on without a lock and says so; a blob that vanishes under it is named like any other that cannot be read.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from holdfast.cancellation import Cancellation
from holdfast.errors import HoldfastError, UsageError
from holdfast.progress import Progress

if TYPE_CHECKING:
    from holdfast.repository.locks import Lock
    from holdfast.repository.repository import Repository


@contextmanager
def shared_lock(repository: Repository, progress: Progress) -> Iterator[None]:
    """Hold a shared lock while the body runs, from shortly after its start."""
    locks: list[Lock] = []
    given_up = Cancellation()

    def take() -> None:
        try:
            locks.append(repository.lock(exclusive=False, cancelled=given_up))
        except UsageError:
            return  # the caller holds a lock already
        except HoldfastError as error:
            if not given_up.is_set():
                progress.remark("READ-UNLOCKED", f"The backup is read without a lock: {error.message}", error=error.code)

    thread = threading.Thread(target=take, name="holdfast-lock")
    thread.start()
    try:
        yield
    finally:
        given_up.cancel()
        thread.join()
        for lock in locks:
            lock.release()
