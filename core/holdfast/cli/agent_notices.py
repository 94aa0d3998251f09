"""Notices of the desktop for programs of the terminal that stay: looked for when a job has ended, and once a minute."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from holdfast.cli.notice_words import words_of
from holdfast.errors import HoldfastError
from holdfast.jobs.messages import AnyEvent, Finished

if TYPE_CHECKING:
    from holdfast.app import Holdfast

log = logging.getLogger(__name__)

EVERY = 60.0


async def tell_on_desktop(app: Holdfast, *, every: float = EVERY) -> None:
    """Until cancelled. Where no notices are shown nothing happens."""
    ended = asyncio.Event()

    def hear(event: AnyEvent) -> None:
        if isinstance(event, Finished):
            ended.set()

    unsubscribe = app.jobs.subscribe(hear)
    try:
        while True:
            await _look(app)
            try:
                async with asyncio.timeout(every):
                    await ended.wait()
            except TimeoutError:
                pass
            ended.clear()
    finally:
        unsubscribe()


async def _look(app: Holdfast) -> None:
    try:
        notice = await app.notices.look()
        if notice is not None:
            await app.notices.show(notice, *words_of(notice))
    except HoldfastError as error:
        log.info("whether a notice is due could not be found out: %s", error.message)
