"""A password on the clipboard: not for ever, and not into the histories of clipboard programs (reliability.md, X2)."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication

SECONDS = 60
_NOT_FOR_HISTORIES = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    "application/x-nspasteboard-concealed-type": b"1",
}
"""What Klipper and GNOME's, Windows' and macOS's clipboard histories look for."""


def copy_secret(text: str, seconds: float = SECONDS) -> None:
    """Put `text` on the clipboard and take it off again after `seconds`, unless something else is there by then."""
    clipboard = QGuiApplication.clipboard()
    data = QMimeData()
    data.setText(text)
    for kind, value in _NOT_FOR_HISTORIES.items():
        data.setData(kind, value)
    clipboard.setMimeData(data)
    timer = QTimer(clipboard)  # outlives the dialog
    timer.setSingleShot(True)

    def take_off() -> None:
        if clipboard.text() == text:
            clipboard.clear()
        timer.deleteLater()

    timer.timeout.connect(take_off)
    timer.start(round(seconds * 1000))
