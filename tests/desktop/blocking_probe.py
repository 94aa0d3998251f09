"""A program of its own: visits every page over the real door and prints, as JSON, what the window's thread opened meanwhile.

Its own process, since an audit hook cannot be taken away again, and one that runs inside Qt's calls may end the interpreter.
Started as ``python -m tests.desktop.blocking_probe HOME``.
"""

from __future__ import annotations

import asyncio
import faulthandler
import json
import os
import sys
from _thread import get_ident
from pathlib import Path

from holdfast.app import Holdfast
from holdfast_desktop.application.run import make_application
from holdfast_desktop.event_loop import make_loop
from holdfast_desktop.main_window import MainWindow
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.theme.theme import theme

BLOCKING = frozenset({"open", "sqlite3.connect", "socket.connect", "subprocess.Popen", "os.system", "socket.getaddrinfo"})
MODULES = (".py", ".pyc", ".so")
"""Modules that are imported late do not count: they are opened once."""

watching = False
opened: list[str] = []
window_thread = get_ident()


def hook(event: str, arguments: tuple[object, ...]) -> None:
    """Does almost nothing: it is called from everywhere."""
    if watching and event in BLOCKING and get_ident() == window_thread:
        opened.append(f"{event} {arguments[0]!r}")


async def visit(home: Path) -> None:
    global watching
    door = Holdfast(home)
    desk = Desk(door)
    window = MainWindow(desk)
    watching = True
    window.show()
    await door.__aenter__()
    window.begin()
    desk.refresh()
    for page in window.pages:
        window.go(page)
        await asyncio.sleep(0.15)
    window.grab()
    watching = False
    window.hide()
    await desk.close()
    await door.__aexit__(None, None, None)


def main() -> None:
    faulthandler.enable()
    app = make_application(sys.argv[:1])
    theme().start(app, "light")
    loop = make_loop(app)
    sys.addaudithook(hook)
    loop.run_until_complete(visit(Path(sys.argv[1])))
    print(json.dumps([line for line in opened if not line.rstrip("'").endswith(MODULES)]), flush=True)
    os._exit(0)  # nothing is taken down under the hook


if __name__ == "__main__":
    main()
