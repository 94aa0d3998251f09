"""Whether the desktop has a place for tray icons, where that comes later than the program: at a log-in, both start at the same time.

Qt asks org.kde.StatusNotifierWatcher (property IsStatusNotifierHostRegistered) when an icon is made, and never again: without a host the
icon stays of the old kind, which many panels do not show. An icon that is made anew is of the new kind. A host that leaves and comes back
is Qt's own care.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusServiceWatcher

SERVICE, PATH, PROPERTIES = "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties"


class TrayHost(QObject):
    """`appeared`, at most once: there was no host when `start` was called, and now there is one. Waits for nothing."""

    appeared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_missing = self._is_known = False
        self._question: QDBusPendingCallWatcher | None = None
        self._bus = QDBusConnection.sessionBus()

    def start(self) -> None:
        """Before the icon is made: what is answered then is what Qt will be answered."""
        if sys.platform != "linux" or not self._bus.isConnected():
            return
        # The watcher may be there a while before a host is.
        self._bus.connect(SERVICE, PATH, SERVICE, "StatusNotifierHostRegistered", self, SLOT("ask()"))  # type: ignore[call-overload]  # the stub wants bytes, SLOT gives str
        self._names = QDBusServiceWatcher(SERVICE, self._bus, QDBusServiceWatcher.WatchModeFlag.WatchForRegistration, self)
        self._names.serviceRegistered.connect(self.ask)
        self.ask()

    @Slot()
    def ask(self) -> None:
        if self._is_known:
            return
        question = QDBusMessage.createMethodCall(SERVICE, PATH, PROPERTIES, "Get")
        question.setArguments([SERVICE, "IsStatusNotifierHostRegistered"])
        question.setAutoStartService(False)
        self._question = QDBusPendingCallWatcher(self._bus.asyncCall(question), self)
        self._question.finished.connect(self._answered)

    def _answered(self, answer: QDBusPendingCallWatcher) -> None:
        reply = answer.reply()
        answer.deleteLater()
        has_host = reply.type() == QDBusMessage.MessageType.ReplyMessage and _is_true(reply.arguments())
        if not has_host:
            self._was_missing = True
        elif not self._is_known:
            self._is_known = True
            if self._was_missing:
                self.appeared.emit()


def _is_true(arguments: list[object]) -> bool:
    value = arguments[0] if arguments else False
    while hasattr(value, "variant"):
        value = value.variant()
    return value is True
