"""`holdfast agent`: schedules without a window, until stopped; and the unit of the system that starts it."""

from __future__ import annotations

import argparse
import asyncio
import signal
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from holdfast.cancellation import Cancellation
from holdfast.cli import wording
from holdfast.cli.agent_notices import tell_on_desktop
from holdfast.cli.verbs import Verb
from holdfast.errors import HoldfastError
from holdfast.jobs.messages import AnyEvent, Finished, Noted, Started

if TYPE_CHECKING:
    from holdfast.app import JobHandle
    from holdfast.app.clock import SlotTold
    from holdfast.cli.terminal import Terminal


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--webhooks", action="store_true", help="hear what sites tell, too (those whose webhooks were made from here)")
    parser.add_argument("--port", metavar="P", type=int, default=0, help="where webhooks are heard (default: any that is free)")
    unit = parser.add_mutually_exclusive_group()
    unit.add_argument("--print-unit", action="store_true", help="show what starts it at login, and stop")
    unit.add_argument("--install", action="store_true", help="let the system start it at login, and stop")


async def _run(t: Terminal, args: argparse.Namespace) -> int:
    if args.print_unit or args.install:
        from holdfast.cli.agent_units import install, unit

        wanted = unit(t.home)
        if args.print_unit:
            print(wanted.text, end="", file=t.out.stdout)
            return 0
        install(wanted)
        t.out.say(f"Wrote {wanted.path}.", tone="ok")
        t.out.say(f"Start it now: {wanted.start}")
        if t.out.json:
            t.out.document({"path": str(wanted.path), "start": wanted.start})
        return 0
    return await _until_stopped(t, args)


async def _until_stopped(t: Terminal, args: argparse.Namespace) -> int:
    stop = Cancellation()
    stop_on_signals(stop)
    news = News(t)
    t.app.jobs.subscribe(news.job)
    t.app.clock.subscribe(news.slot)
    hearing = await _hear(t, args.port) if args.webhooks else None
    await _go_on(t)
    await t.app.telling.resume()
    notices = asyncio.create_task(tell_on_desktop(t.app), name="notices")
    t.out.say("Holdfast runs the schedules of this home. Ctrl-C stops.")
    t.out.stdout.flush()
    try:
        await t.app.clock.run(stop)
    finally:
        notices.cancel()
        if hearing is not None:
            hearing.cancel()
    return 0


async def _go_on(t: Terminal) -> None:
    """What an earlier run began by hand on sites is seen to its end, unless the program that runs the schedules now does so."""
    if await t.app.clock.holder():
        return
    try:
        await t.app.backups.resume()
    except HoldfastError as error:
        t.out.warn(f"What runs on sites cannot be followed now: {error.message}")


async def _hear(t: Terminal, port: int) -> JobHandle | None:
    """The receiver of webhooks. Schedules go on without it."""
    try:
        return await t.app.services.listen(None, port=port)
    except HoldfastError as error:
        t.out.warn(f"Webhooks are not heard: {error.message}")
        return None


def stop_on_signals(stop: Cancellation) -> None:
    """SIGTERM and Ctrl-C set `stop`."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop.cancel)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: stop.cancel())
    if hasattr(signal, "SIGHUP"):
        # `restic unlock` sends it to see whether the holder of a lock lives; by default that would end us.
        signal.signal(signal.SIGHUP, lambda *_: None)


class News:
    """What the agent does, as lines or as JSON."""

    def __init__(self, t: Terminal) -> None:
        self._out = t.out

    def job(self, event: AnyEvent) -> None:
        if self._out.json:
            self._out.event(event)
        elif isinstance(event, Started):
            self._line(event.site, f"{event.verb} begins")
        elif isinstance(event, Noted):
            self._line(event.site, event.message)
        elif isinstance(event, Finished):
            why = f": {event.failure.message}" if event.failure is not None else ""
            self._line(event.site, f"{_ENDS.get(event.outcome, event.outcome)}{why}")

    def slot(self, told: SlotTold) -> None:
        if self._out.json:
            self._out.document(told)
        elif told.state in {"waiting", "skipped", "missed"}:
            self._line(told.name or told.site, f"{told.key} {_WORDS[told.state]} ({told.reason})")

    def _line(self, site: str, text: str) -> None:
        whose = f"{wording.printable(site)}: " if site else ""  # work on a storage has none
        self._out.say(f"{wording.moment(datetime.now(UTC))}  {whose}{wording.printable(text)}")
        self._out.stdout.flush()


_ENDS = {"success": "done", "warning": "done, with warnings", "failed": "failed", "cancelled": "stopped", "missed": "missed"}
_WORDS = {"waiting": "waits", "skipped": "is skipped", "missed": "was missed"}

VERB = Verb("agent", "schedules without a window, until stopped", _run, _arguments, "holdfast agent")
