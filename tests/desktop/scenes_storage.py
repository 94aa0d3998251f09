"""Scenes: Storage and settings."""

from __future__ import annotations

from typing import cast

import msgspec
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QWidget

from holdfast.app.telling import EndpointView
from holdfast.errors import Busy
from holdfast_desktop.pages.settings import SettingsPage
from holdfast_desktop.pages.storage import StoragePage
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
            trouble="it did not answer in time", waiting=3,
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
    hours = stage.find(QLineEdit, "settingsQuietHours")
    stage.find(QScrollArea, "settingsScroll").ensureWidgetVisible(hours, 50, 200)
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


LOCK = {
    "code": "REPO-LOCKED",
    "host": "old-laptop",
    "user": "mira",
    "pid": 4711,
    "since": "2026-11-20T12:31:00+00:00",
    "at": NOW.isoformat(),
}
RIGHTS = {
    "ok": True, "at": NOW.isoformat(),
    "checks": [
        {"name": "reach", "ok": True, "code": "OK"}, {"name": "delete", "ok": False, "code": "FORBIDDEN"},
        {"name": "versioning", "ok": None, "code": "VERSIONING-ON"}, {"name": "object_lock", "ok": None, "code": "LOCK-DEFAULT"},
    ],
}  # fmt: skip


def busy() -> FakeHoldfast:
    """Another computer works on a bucket whose key may not delete."""
    fake = crowded()
    fake.storage_views[1] = msgspec.structs.replace(fake.storage_views[1], lock=LOCK, rights=RIGHTS, last_check_outcome="success")
    return fake


def many() -> FakeHoldfast:
    """Many storages, with long names, in every state."""
    fake = busy()
    disk = fake.storage_views[0]
    for number in range(10):
        fake.storage_views.append(
            msgspec.structs.replace(
                disk, id=f"m{number}", name=f"Sicherungen der Kundinnen und Kunden im alten Güterbahnhof, Platte {number}",
                location=f"/media/mira/Festplatte mit sehr langem Namen {number}/backups", sites=(), retention="",
                last_check_outcome=("success", "failed", "warning")[number % 3], last_check_at=None if number == 4 else disk.last_check_at,
                stats={**disk.stats, "free_space": 400_000_000 if number == 3 else 91_000_000_000} if number != 5 else {},
            )
        )  # fmt: skip
    return fake


def unreachable() -> FakeHoldfast:
    fake = empty()
    fake.fail_with["status"] = Busy("The disk with Holdfast's database does not answer.", code="STATE-BUSY")
    return fake


def storage(name: str = "Bucket in Frankfurt") -> Go:
    async def go(stage: Stage) -> None:
        stage.window.go("storage")
        await stage.settle(0.1)
        cast(StoragePage, stage.window.pages["storage"]).choose(name)
        await stage.settle(0.2)

    return go


def care(control: str, name: str = "Studio disk") -> Go:
    """The dialog that a button of a storage opens."""

    async def go(stage: Stage) -> QWidget:
        await storage(name)(stage)
        stage.find(QPushButton, control).click()
        await stage.settle(0.4)
        return stage.dialog()

    return go


def removal_is_known(dialog: QWidget) -> bool:
    remove = dialog.findChild(QPushButton, "keepingRemove")
    return remove is not None and remove.isVisible()


def keeping(when: str, preset: str = "") -> Go:
    async def go(stage: Stage) -> QWidget:
        dialog = await care("storageRetention")(stage)
        assert dialog is not None
        if preset:
            stage.find(QPushButton, f"keepPreset{preset}", dialog).click()
        await stage.until(lambda: stage.find(QPushButton, "keepingSave", dialog).isEnabled() and removal_is_known(dialog))
        stage.find(QPushButton, f"keepingWhen{when}", dialog).click()
        await stage.settle(1.0)
        return dialog

    return go


def entry(do: str, name: str = "Studio disk") -> Go:
    """The dialog of an entry in the menu of a storage."""

    async def go(stage: Stage) -> QWidget:
        await storage(name)(stage)
        getattr(cast(StoragePage, stage.window.pages["storage"]).panel.flows, do)(name)
        await stage.settle(0.4)
        return stage.dialog()

    return go


async def _new_passphrase(stage: Stage) -> QWidget:
    await care("storageKeys")(stage)
    stage.find(QPushButton, "keyChange").click()
    await stage.settle(0.1)
    return stage.dialog()


def no_keyring() -> FakeHoldfast:
    fake = crowded()
    fake.fail_with["keys.list"] = Busy("The password store is locked.", code="KEY-LOCKED", hint="Unlock it, then try again.")
    return fake


def unused() -> FakeHoldfast:
    fake = crowded()
    fake.storage_views[0] = msgspec.structs.replace(fake.storage_views[0], sites=())
    return fake


SCENES: tuple[Scene, ...] = (
    Scene("storage-crowded", crowded, page("storage")),
    Scene("storage-small", crowded, page("storage"), (900, 600)),
    Scene("storage-empty", empty, page("storage")),
    Scene("storage-locked", busy, storage()),
    Scene("storage-locked-small", busy, storage(), (900, 600)),
    Scene("storage-disk-tall", crowded, storage("Studio disk"), (1180, 1060)),
    Scene("storage-wide", many, storage("Studio disk"), (1600, 900)),
    Scene("storage-many", many, page("storage")),
    Scene("storage-failed", unreachable, page("storage")),
    Scene("dialog-keeping", crowded, keeping("Now")),
    Scene("dialog-keeping-light", crowded, keeping("Now", "Light")),
    Scene("dialog-keeping-month", crowded, keeping("Month")),
    Scene("dialog-keeping-year", crowded, keeping("Year", "Long")),
    Scene("dialog-keeping-custom", crowded, keeping("Year", "Custom")),
    Scene("dialog-keys", crowded, care("storageKeys")),
    Scene("dialog-keys-locked", no_keyring, care("storageKeys")),
    Scene("dialog-new-passphrase", crowded, _new_passphrase),
    Scene("dialog-edit-storage", crowded, care("storageEdit")),
    Scene("dialog-edit-bucket", crowded, care("storageEdit", "Bucket in Frankfurt")),
    Scene("dialog-check", crowded, care("storageCheckData")),
    Scene("dialog-drill", crowded, care("storageDrill")),
    Scene("dialog-kit", crowded, care("storageKit")),
    Scene("dialog-locks", busy, care("storageRemoveLock", "Bucket in Frankfurt")),
    Scene("dialog-adopt", crowded, entry("adopt")),
    Scene("dialog-repair", crowded, entry("repair")),
    Scene("dialog-storage-used", crowded, entry("remove")),
    Scene("dialog-storage-remove", unused, entry("remove")),
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
