"""Stories on a window over the real door: real workers, real repositories, secrets in a sealed file; a home of its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

import msgspec

from holdfast.app import Holdfast
from holdfast.state.paths import find_paths, make_folders
from holdfast_desktop.main_window import MainWindow
from holdfast_desktop.pages.desk import Desk
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import FakeHoldfast

Story = Callable[[Stage], Awaitable[None]]
Tell = Callable[[Story], None]


class ForReal:
    """``for_real(story)`` plays it on a window; with `before`, what is told to the door first. `home` names the computer: a folder in
    `folder`, the same one for the same name. Sites are asked four times a second."""

    def __init__(self, run: Callable[[Coroutine[Any, Any, None]], None], folder: Path) -> None:
        self._run = run
        self._folder = folder

    def __call__(self, story: Story, *, before: Callable[[Holdfast], Awaitable[object]] | None = None, home: str = "home") -> None:
        self._run(self._played(story, before, self._folder / home))

    async def _played(self, story: Story, before: Callable[[Holdfast], Awaitable[object]] | None, home: Path) -> None:
        paths = find_paths(home)
        make_folders(paths)
        paths.settings.write_bytes(msgspec.json.encode({"poll_seconds": 0.25}))
        async with Holdfast(home) as door:
            if before is not None:
                await before(door)
            desk = Desk(door)
            stage = Stage(FakeHoldfast(), MainWindow(desk), desk)
            try:
                stage.window.show()
                desk.refresh()
                await story(stage)
            finally:
                stage.window.hide()
                await desk.close()
                stage.window.deleteLater()
