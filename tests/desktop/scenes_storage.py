"""Scenes: Storage and settings."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.desktop.stage import Scene, Stage, opens, page
from tests.support.sample_rows import crowded, empty


async def _retention(stage: Stage) -> QWidget:
    stage.window.flows.retention("yoga-mitte.example")
    await stage.settle(0.2)
    return stage.dialog()


async def _prune(stage: Stage) -> QWidget:
    stage.window.flows.free_space("Studio disk")
    await stage.settle(0.2)
    return stage.dialog()


SCENES: tuple[Scene, ...] = (
    Scene("storage-crowded", crowded, page("storage")),
    Scene("storage-small", crowded, page("storage"), (900, 600)),
    Scene("storage-empty", empty, page("storage")),
    Scene("settings", crowded, page("settings")),
    Scene("dialog-retention", crowded, _retention),
    Scene("dialog-free-space", crowded, _prune),
    Scene("dialog-passphrase", crowded, opens(lambda s: s.window.flows.enter_passphrase("Studio disk"))),
    Scene("dialog-lock", crowded, opens(lambda s: s.window.flows.remove_lock("Studio disk"))),
)
