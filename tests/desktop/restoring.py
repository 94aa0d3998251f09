"""Walks through the steps of a restore as a person does."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QRadioButton

from tests.desktop.stage import Stage

STEPS = ("when", "what", "where", "preview", "confirm")


async def go_on(stage: Stage, dialog: QDialog, times: int = 1) -> None:
    """Continue, as soon as that may be clicked."""
    for _ in range(times):
        forward = stage.find(QPushButton, "restoreNext", dialog)
        await stage.until(forward.isEnabled)
        forward.click()
        await stage.settle(0.01)


async def to_target(stage: Stage, dialog: QDialog, target: str = "", at: str = "when") -> None:
    """From step `at` to the third one, and choose `target` (Folder, Copy, Staging, Live) there."""
    await go_on(stage, dialog, 2 - STEPS.index(at))
    if target:
        stage.find(QRadioButton, f"restoreTo{target}", dialog).setChecked(True)


async def preview(stage: Stage, dialog: QDialog, target: str, at: str = "when") -> None:
    """On to the preview of a restore to `target`."""
    await to_target(stage, dialog, target, at)
    await go_on(stage, dialog)
    await stage.settle(0.05)


async def start(stage: Stage, dialog: QDialog, host: str = "") -> None:
    """From the preview to the beginning; `host` typed where the live site is restored."""
    if host:
        await go_on(stage, dialog)
        begin = stage.find(QPushButton, "restoreStart", dialog)
        assert not begin.isEnabled()
        stage.find(QLineEdit, "restoreHostName", dialog).setText(host)
    begin = stage.find(QPushButton, "restoreStart", dialog)
    await stage.until(begin.isEnabled)
    begin.click()
