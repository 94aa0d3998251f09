"""Scenes: Storage and settings."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from holdfast.app.telling import EndpointView
from holdfast_desktop.pages.settings import SettingsPage
from tests.desktop.stage import Go, Scene, Stage, opens, page
from tests.support.fake_holdfast import NOW, FakeHoldfast
from tests.support.sample_rows import crowded, empty


async def _retention(stage: Stage) -> QWidget:
    stage.window.flows.retention("yoga-mitte.example")
    await stage.settle(0.2)
    return stage.dialog()


async def _prune(stage: Stage) -> QWidget:
    stage.window.flows.free_space("Studio disk")
    await stage.settle(0.2)
    return stage.dialog()


def told() -> FakeHoldfast:
    """Somebody is told: one works, one did not answer, one wants nothing any more."""
    fake = crowded()
    fake.telling.rows = [
        EndpointView("Office chat", "webhook", "hooks.atelier-nord.example", last_at=NOW),
        EndpointView(
            "broken", "ping", "checks.example", sites=("fahrrad-werkstatt-und-verleih-am-alten-güterbahnhof.example",),
            trouble="it does not answer (timeout)", waiting=3,
        ),
        EndpointView("Old receiver", "webhook", "gone.example", disabled="410"),
    ]  # fmt: skip
    return fake


def settings(section: str) -> Go:
    async def go(stage: Stage) -> None:
        stage.window.go("settings")
        await stage.settle(0.1)
        cast(SettingsPage, stage.window.pages["settings"]).show_section(section)
        await stage.settle(0.1)

    return go


async def _searched(stage: Stage) -> None:
    await settings("general")(stage)
    stage.find(QLineEdit, "settingsSearch").setText("network")
    await stage.settle(0.1)


async def _searched_in_vain(stage: Stage) -> None:
    await _searched(stage)
    stage.find(QLineEdit, "settingsSearch").setText("coffee")
    await stage.settle(0.1)


async def _wrong_hours(stage: Stage) -> None:
    await settings("limits")(stage)
    stage.find(QLineEdit, "settingsSearch").setText("wait")
    hours = stage.find(QLineEdit, "settingsQuietHours")
    hours.setText("late")
    hours.setModified(True)
    hours.editingFinished.emit()
    await stage.settle(0.1)


async def _examined(stage: Stage) -> None:
    await settings("diagnostics")(stage)
    stage.find(QPushButton, "settingsDoctor").click()
    await stage.settle(0.1)


def clicked(section: str, control: str) -> Go:
    """The dialog that a button of a section opens."""

    async def go(stage: Stage) -> QWidget:
        await settings(section)(stage)
        stage.find(QPushButton, control).click()
        await stage.settle(0.1)
        return stage.dialog()

    return go


async def _import(stage: Stage) -> QWidget:
    await settings("diagnostics")(stage)
    cast(SettingsPage, stage.window.pages["settings"]).diagnostics.plan_import("holdfast-settings.json")
    await stage.settle(0.1)
    return stage.dialog()


SCENES: tuple[Scene, ...] = (
    Scene("storage-crowded", crowded, page("storage")),
    Scene("storage-small", crowded, page("storage"), (900, 600)),
    Scene("storage-empty", empty, page("storage")),
    Scene("settings", crowded, page("settings")),
    Scene("settings-limits", crowded, settings("limits")),
    Scene("settings-limits-small", crowded, settings("limits"), (900, 600)),
    Scene("settings-notifications", told, settings("notifications"), (1180, 1000)),
    Scene("settings-security", crowded, settings("security")),
    Scene("settings-appearance", crowded, settings("appearance")),
    Scene("settings-updates", crowded, settings("updates")),
    Scene("settings-diagnostics", crowded, _examined, (1180, 900)),
    Scene("settings-search", crowded, _searched),
    Scene("settings-search-nothing", crowded, _searched_in_vain, (900, 600)),
    Scene("settings-wrong", crowded, _wrong_hours),
    Scene("dialog-webhook", told, clicked("notifications", "receiverAddWebhook")),
    Scene("dialog-ping", told, clicked("notifications", "receiverAddPing")),
    Scene("dialog-bundle", crowded, clicked("diagnostics", "settingsBundle")),
    Scene("dialog-import", crowded, _import),
    Scene("dialog-retention", crowded, _retention),
    Scene("dialog-free-space", crowded, _prune),
    Scene("dialog-passphrase", crowded, opens(lambda s: s.window.flows.enter_passphrase("Studio disk"))),
    Scene("dialog-lock", crowded, opens(lambda s: s.window.flows.remove_lock("Studio disk"))),
)
