"""What the desktop's portal says about light and dark (Linux); Qt alone does not know it everywhere, X11 without a platform theme least.

Setting: org.freedesktop.portal.Settings, namespace org.freedesktop.appearance, key color-scheme: 0 none, 1 dark, 2 light.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

SERVICE, PATH, INTERFACE = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
NAMESPACE, KEY = "org.freedesktop.appearance", "color-scheme"


class PortalScheme(QObject):
    """Calls `told(True | False | None)` when the answer comes and whenever the user changes it. Waits for nothing."""

    def __init__(self, told: Callable[[bool | None], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = told
        self._watcher: QDBusPendingCallWatcher | None = None

    def start(self) -> None:
        if sys.platform != "linux":
            return
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        bus.connect(SERVICE, PATH, INTERFACE, "SettingChanged", self, SLOT("changed(QDBusMessage)"))  # type: ignore[call-overload]  # the stub wants bytes, SLOT gives str
        question = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, "Read")
        question.setArguments([NAMESPACE, KEY])
        self._watcher = QDBusPendingCallWatcher(bus.asyncCall(question, 2000), self)
        self._watcher.finished.connect(self._answered)

    def _answered(self, watcher: QDBusPendingCallWatcher) -> None:
        reply = watcher.reply()
        if reply.type() == QDBusMessage.MessageType.ReplyMessage and reply.arguments():
            self._told(_scheme(reply.arguments()[0]))

    @Slot(QDBusMessage)
    def changed(self, message: QDBusMessage) -> None:
        arguments = message.arguments()
        if arguments[:2] == [NAMESPACE, KEY] and len(arguments) > 2:
            self._told(_scheme(arguments[2]))


def _scheme(value: Any) -> bool | None:
    while hasattr(value, "variant"):
        value = value.variant()
    return {1: True, 2: False}.get(value) if isinstance(value, int) else None
