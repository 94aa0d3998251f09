"""What the desktop's portal says about colours (Linux); Qt alone does not know it everywhere, X11 without a platform theme least.

Setting: org.freedesktop.portal.Settings, namespace org.freedesktop.appearance, keys color-scheme (0 none, 1 dark, 2 light) and contrast
(0 none, 1 higher).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

SERVICE, PATH, INTERFACE = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
NAMESPACE = "org.freedesktop.appearance"
MEANINGS: dict[str, dict[int, bool]] = {"color-scheme": {1: True, 2: False}, "contrast": {0: False, 1: True}}


class PortalScheme(QObject):
    """Calls `dark` and `strong` with True, False or None when the answers come and whenever the user changes them. Waits for nothing."""

    def __init__(self, dark: Callable[[bool | None], None], strong: Callable[[bool | None], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = {"color-scheme": dark, "contrast": strong}
        self._watchers: dict[str, QDBusPendingCallWatcher] = {}

    def start(self) -> None:
        if sys.platform != "linux":
            return
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        bus.connect(SERVICE, PATH, INTERFACE, "SettingChanged", self, SLOT("changed(QDBusMessage)"))  # type: ignore[call-overload]  # the stub wants bytes, SLOT gives str
        for key in self._told:
            question = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, "Read")
            question.setArguments([NAMESPACE, key])
            self._watchers[key] = QDBusPendingCallWatcher(bus.asyncCall(question, 2000), self)
            self._watchers[key].finished.connect(partial(self._answered, key))

    def _answered(self, key: str, watcher: QDBusPendingCallWatcher) -> None:
        reply = watcher.reply()
        if reply.type() == QDBusMessage.MessageType.ReplyMessage and reply.arguments():
            self._told[key](_meaning(key, reply.arguments()[0]))

    @Slot(QDBusMessage)
    def changed(self, message: QDBusMessage) -> None:
        arguments = message.arguments()
        if len(arguments) > 2 and arguments[0] == NAMESPACE and arguments[1] in self._told:
            self._told[arguments[1]](_meaning(arguments[1], arguments[2]))


def _meaning(key: str, value: Any) -> bool | None:
    while hasattr(value, "variant"):
        value = value.variant()
    return MEANINGS[key].get(value) if isinstance(value, int) else None
