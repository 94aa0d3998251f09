"""X2 in the window: a password does not stay on the clipboard, and does not show in what an error may print."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtGui import QGuiApplication

from holdfast_desktop.dialogs.add_storage import NewStorage
from holdfast_desktop.dialogs.clipboard import SECONDS, copy_secret
from holdfast_desktop.dialogs.wizard.choices import NewSite, Place, SignInChoice
from holdfast_desktop.models.site_lists import ListedSite

Run = Callable[[Coroutine[Any, Any, None]], None]


async def _empty(clipboard_text: Callable[[], str]) -> None:
    async with asyncio.timeout(30):
        while clipboard_text():
            await asyncio.sleep(0.02)


def test_a_password_is_taken_off_the_clipboard(run: Run) -> None:
    async def scene() -> None:
        clipboard = QGuiApplication.clipboard()
        copy_secret("cAnary", 0.3)
        assert clipboard.text() == "cAnary"
        assert bytes(clipboard.mimeData().data("x-kde-passwordManagerHint").data()) == b"secret"
        await _empty(clipboard.text)

    run(scene())
    assert SECONDS == 60


def test_what_was_copied_since_stays(run: Run) -> None:
    async def scene() -> None:
        copy_secret("cAnary", 0.05)
        QGuiApplication.clipboard().setText("something else")
        await asyncio.sleep(0.4)
        assert QGuiApplication.clipboard().text() == "something else"

    run(scene())


def test_what_dialogs_hand_over_does_not_show_its_secrets() -> None:
    storage = NewStorage("disk", "/srv", "cAnary", access_secret="cAnary")
    sign_in = SignInChoice("safeguard", "https://shop.example", "basic", "", "ada", "cAnary", "cAnary")
    site = NewSite("shop", "folder", "/srv", "auto", "cAnary", sign_in, place=Place("s3:x", {}, "cAnary"))
    assert "cAnary" not in f"{storage!r} {site!r} {ListedSite('shop.example', secret='cAnary')!r}"
