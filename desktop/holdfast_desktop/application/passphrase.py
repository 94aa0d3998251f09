"""Asks for the passphrase of the sealed file of secrets (where there is no keyring). Called in a thread; the dialog is the window's."""

from __future__ import annotations

import asyncio

from PySide6.QtWidgets import QWidget

from holdfast.secret import Secret
from holdfast_desktop.event_loop import answered
from holdfast_desktop.wording.tr import tr


class AskPassphrase:
    """Handed to the door. `loop` is the window's; `window` is what the dialog belongs to, once there is one."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.window: QWidget | None = None
        self._loop = loop

    def __call__(self, why: str) -> Secret | None:
        return asyncio.run_coroutine_threadsafe(self._ask(why), self._loop).result()

    async def _ask(self, why: str) -> Secret | None:
        from holdfast_desktop.dialogs.sheet import Prompt

        dialog = Prompt(
            "vaultDialog",
            tr("Passphrase of the sealed file"),
            why or tr("This computer has no password store, so passphrases are kept in a sealed file."),
            tr("Passphrase"),
            tr("Unlock"),
            secret=True,
            valid=lambda text: "" if text else tr("Enter the passphrase."),
            parent=self.window,
        )
        kept: list[str] = []
        dialog.accepted.connect(lambda: kept.append(dialog.value()))
        return Secret(kept[0]) if await answered(dialog) and kept else None
